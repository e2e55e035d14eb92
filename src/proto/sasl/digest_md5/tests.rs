//! The examples of RFC 2831 §4, and what either side refuses.

use super::super::tests::{People, bearer, credentials};
use super::super::{Begin, Client, Credentials, Error, Gs2, Mechanism, Refusal, Server, Step};
use super::*;
use crate::base::Secret;

/// An exchange as it stands in RFC 2831 §4: service, realm, what the server says first, our nonce, and the rest.
struct Example {
    service: &'static str,
    nonce: &'static str,
    cnonce: &'static str,
    messages: [&'static str; 3],
}

const IMAP: Example = Example {
    service: "imap/elwood.innosoft.com",
    nonce: "OA6MG9tEQGm2hh",
    cnonce: "OA6MHXh6VqTrRk",
    messages: [
        "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8",
        "charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",nc=00000001,\
         cnonce=\"OA6MHXh6VqTrRk\",digest-uri=\"imap/elwood.innosoft.com\",\
         response=d388dad90d4bbd760a152321f2143af7,qop=auth",
        "rspauth=ea40f60335c427b5527b84dbabcdfffd",
    ],
};

const ACAP: Example = Example {
    service: "acap/elwood.innosoft.com",
    nonce: "OA9BSXrbuRhWay",
    cnonce: "OA9BSuZWMSpW8m",
    messages: [
        "realm=\"elwood.innosoft.com\",nonce=\"OA9BSXrbuRhWay\",qop=\"auth\",algorithm=md5-sess,charset=utf-8",
        "charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA9BSXrbuRhWay\",nc=00000001,\
         cnonce=\"OA9BSuZWMSpW8m\",digest-uri=\"acap/elwood.innosoft.com\",\
         response=6084c6db3fede7352c551284490fd0fc,qop=auth",
        "rspauth=2f0b3d7c3c2e486600ef710726aa2eae",
    ],
};

fn client_of(service: &str, nonce: &str, credentials: &Credentials) -> Result<Client, Error> {
    Client::begin(Mechanism::DigestMd5, credentials, &Begin { nonce, gs2: &Gs2::Unbound, service })
}

fn client(user: &str, password: &str) -> Client {
    client_of(IMAP.service, IMAP.cnonce, &credentials(user, password)).unwrap()
}

/// What the client answers, as text.
fn answered(user: &str, challenge: &[u8]) -> Result<String, Error> {
    client(user, "secret").step(challenge).map(|said| String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn examples_of_rfc_2831_section_4() {
    for Example { service, nonce, cnonce, messages: [challenge, response, proof] } in [IMAP, ACAP] {
        let mut client = client_of(service, cnonce, &credentials("chris", "secret")).unwrap();
        assert_eq!(client.initial(), Ok(None));
        assert_eq!(String::from_utf8_lossy(&client.step(challenge.as_bytes()).unwrap()), response);
        assert_eq!(*client.step(proof.as_bytes()).unwrap(), b"");
        assert_eq!(client.finish(), Ok(()));

        let mut server = Server::new(Mechanism::DigestMd5, nonce, "", b"").unwrap();
        server.first();
        let step = server.step(response.as_bytes(), &People::of("chris", "secret"));
        let data = Some(proof.as_bytes().to_vec());
        assert_eq!(step, Step::Accepted { authcid: "chris".into(), authzid: None, data });
    }
}

#[test]
fn a_wrong_or_missing_proof_is_no_success() {
    let [challenge, _, proof] = IMAP.messages;
    let begun = || {
        let mut client = client("chris", "secret");
        client.step(challenge.as_bytes()).unwrap();
        client
    };
    assert_eq!(client("chris", "secret").finish(), Err(Error::Incomplete(Mechanism::DigestMd5)));
    assert_eq!(begun().finish(), Err(Error::Unverified));
    let mut fooled = begun();
    let wrong = proof.replace("rspauth=ea", "rspauth=eb");
    assert_eq!(fooled.step(wrong.as_bytes()), Err(Error::Signature));
    assert_eq!(fooled.finish(), Err(Error::Over));
    assert_eq!(begun().finish_with(proof.as_bytes()), Ok(()));
    assert_eq!(begun().finish_with(wrong.as_bytes()), Err(Error::Signature));
    for said in ["", "x", "rspauth=", "nonce=x,algorithm=md5-sess", "rspauth=00,rspauth=00", "rspauth=00,x"] {
        assert!(matches!(begun().step(said.as_bytes()), Err(Error::Malformed(_))), "{said:?}");
    }
    let stale = begun().step(format!("{challenge},stale=true").as_bytes());
    assert_eq!(stale, Err(Error::Malformed("the server calls its fresh nonce stale (RFC 2831 §2.1.1)")));
    let mut done = begun();
    done.step(proof.as_bytes()).unwrap();
    assert_eq!(done.step(proof.as_bytes()), Err(Error::Unexpected(Mechanism::DigestMd5)));
}

#[test]
fn hostile_challenges_end_the_exchange() {
    let good = "nonce=\"OA6MG9tEQGm2hh\",algorithm=md5-sess";
    assert!(answered("chris", good.as_bytes()).is_ok(), "no more is needed");
    assert!(answered("chris", format!("{good},stale=true,maxbuf=65536,x=y,x=z").as_bytes()).is_ok());
    for wrong in [
        "",
        "nonce=\"x\"",
        "algorithm=md5-sess",
        "nonce=\"\",algorithm=md5-sess",
        "nonce=x,algorithm=md5",
        "nonce=x,algorithm=sha-256",
        "nonce=x,algorithm=md5-sess,charset=latin1",
        "nonce=x,algorithm=md5-sess,nonce=x",
        "nonce=x,algorithm=md5-sess,algorithm=md5-sess",
        "nonce=x,algorithm=md5-sess,charset=utf-8,charset=utf-8",
        "nonce=x,algorithm=md5-sess,qop=auth,qop=auth",
        "nonce=x,algorithm=md5-sess,maxbuf=1,maxbuf=1",
        "nonce=x,algorithm=md5-sess,cipher=rc4,cipher=rc4",
        "nonce=x,algorithm=md5-sess,stale=true,stale=true",
        "nonce=\"x,algorithm=md5-sess",
    ] {
        assert!(matches!(answered("chris", wrong.as_bytes()), Err(Error::Malformed(_))), "{wrong:?}");
    }
    for qop in ["auth-int", "auth-int,auth-conf", "", "xauth"] {
        assert_eq!(answered("chris", format!("{good},qop=\"{qop}\"").as_bytes()), Err(Error::Layer), "{qop:?}");
    }
    for qop in ["auth", "auth,auth-int,auth-conf", "auth-conf , AUTH"] {
        assert!(answered("chris", format!("{good},qop=\"{qop}\"").as_bytes()).is_ok(), "{qop:?}");
    }
    // What grows by its quoting leaves no room for the name: that is the server's fault, not the user's.
    let quotes = |octets: usize| "\\\"".repeat(octets);
    let nonce = |octets: usize| format!("nonce=\"{}\",algorithm=md5-sess", quotes(octets));
    for wrong in [nonce(1000), nonce(513), format!("realm=\"a\",realm=\"{}\",{good}", quotes(513))] {
        assert!(matches!(answered("chris", wrong.as_bytes()), Err(Error::Malformed(_))), "{wrong:?}");
    }
    assert!(answered("chris", nonce(512).as_bytes()).is_ok());
    let long = |octets: usize| format!("{good},x={}", "y".repeat(octets - good.len() - 3));
    assert!(answered("chris", long(2047).as_bytes()).is_ok());
    assert_eq!(answered("chris", long(2048).as_bytes()), Err(Error::TooLong(2048)));
}

#[test]
fn of_several_realms_the_user_s_own_is_taken() {
    let said = |user: &str, realms: &[&str]| {
        let realms: String = realms.iter().map(|realm| format!("realm=\"{realm}\",")).collect();
        let said = answered(user, format!("{realms}nonce=x,algorithm=md5-sess").as_bytes()).unwrap();
        said.split(",nonce=").next().unwrap_or_default().to_owned()
    };
    assert_eq!(said("chris", &[]), "username=\"chris\"");
    assert_eq!(said("chris", &["a.test", "b.test"]), "username=\"chris\",realm=\"a.test\"");
    assert_eq!(said("chris@b.test", &["a.test", "B.test"]), "username=\"chris\",realm=\"B.test\"");
    assert_eq!(said("chris@c.test", &["a.test", "b.test"]), "username=\"chris@c.test\",realm=\"a.test\"");
    assert_eq!(said("chris@c.test", &[]), "username=\"chris@c.test\"");
    assert_eq!(said("@a.test", &["a.test"]), "username=\"@a.test\",realm=\"a.test\"");
    assert_eq!(said("ch\"r\\is", &["a \\\"b"]), "username=\"ch\\\"r\\\\is\",realm=\"a \\\"b\"");
}

/// Name and password in ISO 8859-1.
const LATIN_BOTH: &str = "9fb06767e7be8a91049c5dbd7befc017";
/// The name alone.
const LATIN_NAME: &str = "a538b8e5b24783925894eaa46cbe0bc0";

/// The proofs are those of Python's hashlib over the octets that RFC 2831 §2.1.2.1 names.
#[test]
fn names_and_passwords_are_hashed_in_iso_8859_1_where_they_can_be() {
    let proof = |user: &str, password: &str, charset: &str| {
        let challenge = format!("nonce=\"OA6MG9tEQGm2hh\",algorithm=md5-sess{charset}");
        let said = client(user, password).step(challenge.as_bytes())?.to_vec();
        let said = Directives::parse(&said).unwrap();
        let value = |name| said.one(name).ok().flatten().map(<[u8]>::to_vec).unwrap_or_default();
        Ok((value("username"), String::from_utf8(value("response")).unwrap()))
    };
    let utf8 = ",charset=utf-8";
    assert_eq!(proof("íñigo", "contraseña", utf8), Ok(("íñigo".as_bytes().to_vec(), LATIN_BOTH.into())));
    assert_eq!(proof("íñigo", "contraseña", ""), Ok((b"\xed\xf1igo".to_vec(), LATIN_BOTH.into())));
    assert_eq!(proof("íñigo", "пароль", utf8), Ok(("íñigo".as_bytes().to_vec(), LATIN_NAME.into())));
    assert_eq!(proof("íñigo", "пароль", ""), Err(Error::Charset("password")));
    assert_eq!(proof("Иван", "secret", ""), Err(Error::Charset("user name")));
    let mut raw =
        client_of(IMAP.service, IMAP.cnonce, &Credentials::with_password("íñigo", Secret::new(&b"contrase\xf1a"[..])))
            .unwrap();
    let said = raw.step(b"nonce=\"OA6MG9tEQGm2hh\",algorithm=md5-sess").unwrap();
    assert!(String::from_utf8_lossy(&said).contains(LATIN_BOTH), "octets that are no UTF-8 are hashed as they are");
}

#[test]
fn either_charset_logs_in_with_our_server() {
    for (user, password, utf8) in
        [("íñigo", "contraseña", true), ("íñigo", "contraseña", false), ("íñigo", "пароль", true), ("Иван", "x", true)]
    {
        let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
        let challenge = String::from_utf8(server.first().unwrap()).unwrap();
        let challenge = if utf8 { challenge } else { challenge.replace(",charset=utf-8", "") };
        let mut client = client(user, password);
        let said = client.step(challenge.as_bytes()).unwrap();
        let step = server.step(&said, &People::of(user, password));
        let Step::Accepted { data: Some(data), authcid, .. } = step else { panic!("{user} {utf8}: {step:?}") };
        assert_eq!((client.step(&data).map(|last| last.len()), authcid.as_str()), (Ok(0), user));
    }
}

#[test]
fn a_user_is_known_by_his_name_with_the_realm_too() {
    let response = IMAP.messages[1];
    for (known, wanted) in
        [("chris", Some("chris")), ("chris@elwood.innosoft.com", Some("chris@elwood.innosoft.com")), ("chris@x", None)]
    {
        let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
        server.first();
        let name = match server.step(response.as_bytes(), &People::of(known, "secret")) {
            Step::Accepted { authcid, .. } => Some(authcid),
            step => {
                assert_eq!(step, Step::Refused(Refusal::Credentials));
                None
            }
        };
        assert_eq!(name.as_deref(), wanted);
    }
}

#[test]
fn an_authorization_identity_is_part_of_the_proof() {
    let credentials = Credentials { authzid: Some("boss".into()), ..credentials("chris", "secret") };
    let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
    let challenge = server.first().unwrap();
    let mut client = client_of(IMAP.service, IMAP.cnonce, &credentials).unwrap();
    let said = client.step(&challenge).unwrap();
    assert!(said.ends_with(b",authzid=\"boss\""));
    let step = server.step(&said, &People::of("chris", "secret"));
    assert!(matches!(step, Step::Accepted { authzid: Some(authzid), .. } if authzid == "boss"));
    let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
    server.first();
    let other = String::from_utf8_lossy(&said).replace("boss", "root");
    assert_eq!(server.step(other.as_bytes(), &People::of("chris", "secret")), Step::Refused(Refusal::Credentials));
}

#[test]
fn the_server_refuses_what_is_no_response() {
    let good = IMAP.messages[1];
    let judged = |said: &str| {
        let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
        server.first();
        server.step(said.as_bytes(), &People::of("chris", "secret"))
    };
    for (there, instead) in [
        ("nonce=\"OA6MG9tEQGm2hh\"", "nonce=\"another\""),
        ("nc=00000001", "nc=00000002"),
        ("nc=00000001,", ""),
        ("qop=auth", "qop=auth-int"),
        ("qop=auth", "qop=auth,qop=auth"),
        ("charset=utf-8", "charset=latin1"),
        ("username=\"chris\",", ""),
        ("username=\"chris\"", "username=\"\""),
        ("username=\"chris\"", "username=\"chris\",username=\"chris\""),
        ("cnonce=\"OA6MHXh6VqTrRk\",", ""),
        ("cnonce=\"OA6MHXh6VqTrRk\"", "cnonce=\"\""),
        ("imap/elwood", "elwood"),
        ("response=d388dad90d4bbd760a152321f2143af7,", ""),
        (",qop=auth", ",qop=auth,realm=x"),
        (",qop=auth", ",qop=auth,cipher=x,cipher=x"),
        (",qop=auth", " qop=auth"),
    ] {
        assert!(good.contains(there), "{there}");
        let step = judged(&good.replace(there, instead));
        assert!(matches!(step, Step::Refused(Refusal::Malformed(_))), "{there} {instead}: {step:?}");
    }
    let long = format!("{good},x={}", "y".repeat(4096 - good.len() - 3));
    assert!(matches!(judged(&long), Step::Refused(Refusal::Malformed(_))));
    assert!(matches!(judged(&long[..4095]), Step::Accepted { .. }));
    for (there, instead) in
        [("d388", "d389"), ("d388", "D388"), ("=d388dad90d4bbd760a152321f2143af7", "=d3"), ("imap/", "pop/")]
    {
        assert_eq!(judged(&good.replace(there, instead)), Step::Refused(Refusal::Credentials), "{instead}");
    }
}

#[test]
fn who_has_a_nonce_from_before_is_given_another() {
    let mut server = Server::new(Mechanism::DigestMd5, IMAP.nonce, "", b"").unwrap();
    let people = People::of("chris", "secret");
    let Step::Challenge(challenge) = server.step(ACAP.messages[1].as_bytes(), &people) else { panic!("no challenge") };
    assert!(challenge.ends_with(b",stale=true"));
    let said = client("chris", "secret").step(&challenge).unwrap();
    assert!(matches!(server.step(&said, &people), Step::Accepted { .. }));
}

#[test]
fn what_cannot_be_said_is_not_said() {
    let error = |credentials: &Credentials| client_of("imap/x", IMAP.cnonce, credentials).unwrap_err();
    assert_eq!(error(&credentials("ch\r\nris", "x")), Error::Prohibited("user name", "RFC 2831 §7.1"));
    let authzid = Credentials { authzid: Some("a\nb".into()), ..credentials("chris", "x") };
    assert_eq!(error(&authzid), Error::Prohibited("authorization identity", "RFC 2831 §7.1"));
    assert_eq!(error(&bearer("chris", "x")), Error::Lacks(Mechanism::DigestMd5, "password"));
    let chris = credentials("chris", "x");
    for nonce in ["", "ten-signs!", "with a space in it"] {
        assert_eq!(client_of("imap/x", nonce, &chris).unwrap_err(), Error::Chance("nonce of DIGEST-MD5"));
        assert!(Server::new(Mechanism::DigestMd5, nonce, "", b"").is_err());
    }
    assert_eq!(client_of("", IMAP.cnonce, &chris).unwrap_err(), Error::Chance("service of DIGEST-MD5"));
    let error = answered(&"x".repeat(4000), IMAP.messages[0].as_bytes()).unwrap_err();
    assert_eq!(error, Error::Prohibited("user name", "RFC 2831 §2.1.2"));
}
