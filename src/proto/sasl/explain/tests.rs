use super::*;
use crate::proto::explain::walk;
use crate::proto::sasl::{Basis, Mechanism};

/// Those that servers are seen to offer. What stands here must have a note.
const NAMES: [&str; 20] = [
    "PLAIN",
    "LOGIN",
    "CRAM-MD5",
    "DIGEST-MD5",
    "SCRAM-SHA-1",
    "SCRAM-SHA-1-PLUS",
    "SCRAM-SHA-256",
    "SCRAM-SHA-256-PLUS",
    "SCRAM-SHA-512",
    "SCRAM-SHA-512-PLUS",
    "XOAUTH2",
    "OAUTHBEARER",
    "EXTERNAL",
    "ANONYMOUS",
    "GSSAPI",
    "GSS-SPNEGO",
    "NTLM",
    "OTP",
    "KERBEROS_V4",
    "SECURID",
];

#[test]
fn every_mechanism_and_every_step_has_its_note() {
    for name in NAMES {
        assert!(mechanism(name).is_some(), "{name}");
    }
    for &known in Mechanism::ALL {
        assert!(mechanism(known.name()).is_some(), "{known}");
        let wanted = match known.basis() {
            Basis::Proof => Way::Proof,
            Basis::Password => Way::Password,
            Basis::Token => Way::Token,
            Basis::Nothing => Way::Other,
        };
        assert_eq!(way(known.name()), wanted, "{known}");
    }
    let mechanisms = MECHANISMS.iter().map(|(.., note)| note);
    let attributes = steps::ATTRIBUTES.iter().chain(steps::GS2).map(|(_, note)| note);
    let directives = digest_md5::DIRECTIVES.iter().map(|(_, note)| note);
    let digest = [&digest_md5::CHALLENGE, &digest_md5::RESPONSE, &digest_md5::PROOF].into_iter().chain(directives);
    walk::judge(mechanisms.chain(steps::STEPS).chain(steps::FIELDS).chain(attributes).chain(digest));
    for letter in "anmrcsipve".chars() {
        assert!(steps::ATTRIBUTES.iter().any(|(known, _)| *known == letter), "{letter}");
    }
}

fn exchange(mechanism: &str, responses: usize) -> Exchange {
    Exchange { mechanism: mechanism.to_owned(), responses }
}

fn told(notes: Vec<Explanation>) -> String {
    notes.into_iter().map(|note| note.text.into_owned() + "\n").collect()
}

#[test]
fn the_three_fields_of_plain() {
    let said = STANDARD.encode("\0alicia\0pepi\x1bnillos");
    let masked = told(response(&exchange("PLAIN", 1), said.as_bytes(), false, Language::En));
    assert!(masked.contains("authorization identity (empty), user name ••••, password ••••"), "{masked}");
    let open = told(response(&exchange("PLAIN", 1), said.as_bytes(), true, Language::Es));
    assert!(open.contains("nombre de usuario alicia, contraseña pepi\\x1bnillos"), "{open}");
}

#[test]
fn the_questions_and_answers_of_login() {
    let asked = told(challenge(&exchange("LOGIN", 0), b"VXNlcm5hbWU6", true, Language::En));
    assert!(asked.contains("first question") && asked.contains("decoded Username:"), "{asked}");
    let asked = told(challenge(&exchange("LOGIN", 1), b"UGFzc3dvcmQ6", false, Language::En));
    assert!(asked.contains("second question") && !asked.contains("Password:"), "{asked}");
    let said = told(response(&exchange("LOGIN", 2), b"cGVwaW5pbGxvcw==", false, Language::En));
    assert!(said.contains("password ••••") && !said.contains("pepinillos"), "{said}");
}

#[test]
fn tokens_and_why_they_are_refused() {
    for (mechanism, said, named) in [
        ("XOAUTH2", "user=pepe\x01auth=Bearer s3cr3t\x01\x01", "XOAUTH2's one message"),
        ("OAUTHBEARER", "n,a=pepe,\x01host=x\x01auth=Bearer s3cr3t\x01\x01", "in a GS2 header"),
    ] {
        let said = STANDARD.encode(said);
        let masked = response(&exchange(mechanism, 1), said.as_bytes(), false, Language::En);
        assert!(masked.iter().all(|note| note.rfc == masked[0].rfc && note.rfc != "RFC 4616 §2"), "{masked:?}");
        let masked = told(masked);
        assert!(masked.contains(named) && masked.contains("user name ••••, access token ••••"), "{masked}");
        let open = told(response(&exchange(mechanism, 1), said.as_bytes(), true, Language::En));
        assert!(open.contains("user name pepe, access token s3cr3t"), "{open}");
        let reason = STANDARD.encode("{\"status\":\"401\"}");
        let reason = told(challenge(&exchange(mechanism, 1), reason.as_bytes(), true, Language::Es));
        assert!(reason.contains("en JSON") && reason.contains("{\"status\":\"401\"}"), "{reason}");
    }
    assert!(
        told(response(&exchange("OAUTHBEARER", 2), b"AQ==", false, Language::En)).contains("lets the server refuse")
    );
    assert!(told(response(&exchange("XOAUTH2", 2), b"", false, Language::En)).contains("lets the server refuse"));
}

#[test]
fn who_is_known_already_and_who_is_nobody() {
    let said = told(response(&exchange("EXTERNAL", 1), b"cGVwZQ==", true, Language::En));
    assert!(said.contains("authorization identity pepe"), "{said}");
    let said = told(response(&exchange("ANONYMOUS", 1), b"cGVwZQ==", false, Language::Es));
    assert!(said.contains("rastro ••••"), "{said}");
    assert!(told(response(&exchange("EXTERNAL", 1), b"=", true, Language::En)).contains("empty"));
}

/// The example of RFC 7677 §3.
#[test]
fn the_messages_of_scram() {
    let said = STANDARD.encode("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
    let first = told(response(&exchange("SCRAM-SHA-256", 1), said.as_bytes(), false, Language::En));
    assert!(first.contains("message 1 of 4") && first.contains("n,, gs2 header"), "{first}");
    assert!(first.contains("\nn=••••: the user name.") && first.contains("\nr=••••: the nonce"), "{first}");
    let said =
        STANDARD.encode("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    let server = told(challenge(&exchange("SCRAM-SHA-256", 1), said.as_bytes(), true, Language::En));
    assert!(server.contains("r=rOprNGfwEbeR…: the nonce"), "{server}");
    assert!(server.contains("\ns=W22ZaJ0SNY7s…: the user's salt") && server.contains("\ni=4096: how many"), "{server}");
    let said = STANDARD.encode("c=biws,r=rOprNG,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    let last = told(response(&exchange("SCRAM-SHA-256", 2), said.as_bytes(), false, Language::Es));
    assert!(last.contains("mensaje 3 de 4") && last.contains("\np=••••: la prueba"), "{last}");
    let said = STANDARD.encode("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    let proof = told(challenge(&exchange("SCRAM-SHA-256", 2), said.as_bytes(), false, Language::En));
    assert!(proof.contains("v=••••: the server's signature"), "{proof}");
    assert!(told(response(&exchange("SCRAM-SHA-256", 3), b"", true, Language::En)).contains("waits for the outcome"));
}

/// The first example of RFC 2831 §4.
#[test]
fn the_messages_of_digest_md5() {
    let challenge_of =
        "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8";
    let encoded = STANDARD.encode(challenge_of);
    let asked = told(challenge(&exchange("DIGEST-MD5", 0), encoded.as_bytes(), true, Language::En));
    assert!(asked.contains("message 1 of 3") && asked.contains("\nrealm=elwood.innosoft.com: the realm"), "{asked}");
    assert!(asked.contains("\nnonce=OA6MG9tEQGm2…: the server's nonce") && asked.contains("md5-sess"), "{asked}");
    let said = "charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",nc=00000001,\
                cnonce=\"OA6MHXh6VqTrRk\",digest-uri=\"imap/elwood.innosoft.com\",\
                response=d388dad90d4bbd760a152321f2143af7,qop=auth";
    let encoded = STANDARD.encode(said);
    let masked = told(response(&exchange("DIGEST-MD5", 1), encoded.as_bytes(), false, Language::Es));
    assert!(masked.contains("mensaje 2 de 3") && masked.contains("\nresponse=••••: la prueba del cliente"), "{masked}");
    assert!(masked.contains("\nusername=••••: el nombre del usuario") && !masked.contains("chris"), "{masked}");
    assert_eq!(masked.lines().count(), 10, "{masked}");
    let open = told(response(&exchange("DIGEST-MD5", 1), encoded.as_bytes(), true, Language::En));
    assert!(open.contains("username=chris: ") && open.contains("digest-uri=imap/elwood.innosoft.com: "), "{open}");
    let proof = STANDARD.encode("rspauth=ea40f60335c427b5527b84dbabcdfffd");
    let proven = told(challenge(&exchange("DIGEST-MD5", 1), proof.as_bytes(), false, Language::En));
    assert!(proven.contains("message 3 of 3") && proven.contains("\nrspauth=••••: the server's proof"), "{proven}");
    assert!(told(response(&exchange("DIGEST-MD5", 2), b"", true, Language::En)).contains("waits for the outcome"));
    let other = STANDARD.encode("no list at all");
    let other = told(challenge(&exchange("DIGEST-MD5", 0), other.as_bytes(), true, Language::En));
    assert!(other.contains("decoded no list at all"), "{other}");
}

#[test]
fn gs2_headers_hide_who_is_acted_for() {
    let header = |text: &str, reveal| {
        let said = STANDARD.encode(text);
        let told = told(response(&exchange("SCRAM-SHA-1", 1), said.as_bytes(), reveal, Language::En));
        told.lines().nth(1).and_then(|line| line.split(' ').next()).unwrap_or_default().to_owned()
    };
    assert_eq!(header("y,a=boss,n=user,r=x", false), "y,a=••••,");
    assert_eq!(header("p=tls-exporter,,n=user,r=x", false), "p=••••,,");
    assert_eq!(header("p=tls-exporter,a=boss,n=user,r=x", true), "p=tls-exporter,a=boss,");
}

#[test]
fn what_is_no_base64_or_another_mechanism_s_is_not_quoted() {
    for said in ["s3cr3t", "pepinillos!", "n,,n=user"] {
        for reveal in [false, true] {
            let told = told(response(&exchange("PLAIN", 1), said.as_bytes(), reveal, Language::En));
            assert!(told.contains("not base64") && !told.contains(said), "{told}");
        }
    }
    let secret = STANDARD.encode("s3cr3t");
    for mechanism in ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "XOAUTH2", "XYZZY", ""] {
        for responses in 0..4 {
            let exchange = exchange(mechanism, responses);
            let said = told(response(&exchange, secret.as_bytes(), false, Language::En));
            let asked = told(challenge(&exchange, secret.as_bytes(), false, Language::En));
            assert!(!said.contains("s3cr3t") && !asked.contains("s3cr3t"), "{said}{asked}");
        }
    }
    assert!(told(response(&exchange("PLAIN", 1), b"*", true, Language::En)).contains("gives up"));
}

#[test]
fn offered_by_what_they_do_with_the_password() {
    assert_eq!(
        offered(&["PLAIN", "SCRAM-SHA-256", "login", "X\x1bY"], Language::En),
        "SCRAM-SHA-256: proves the password without sending it; PLAIN, login: send the password itself; X\\x1bY: goes \
         by other means"
    );
    assert_eq!(
        offered(&["CRAM-MD5", "XOAUTH2"], Language::Es),
        "CRAM-MD5: prueba la contraseña sin enviarla; XOAUTH2: envía un testigo"
    );
}
