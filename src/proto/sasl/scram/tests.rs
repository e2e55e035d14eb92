//! Known answers and hostile peers.

use super::super::tests::{People, binding, credentials};
use super::super::{
    Begin, Binding, Client, Credentials, Error, Forbidden, Gs2, MAX_MESSAGE, Mechanism, Refusal, Server, Step,
};
use super::text::{decode, encode};

/// One exchange of an RFC, message for message.
struct Known {
    mechanism: Mechanism,
    client_nonce: &'static str,
    server_nonce: &'static str,
    salt: &'static str,
    messages: [&'static str; 4],
}

/// RFC 5802 §5.
const RFC_5802: Known = Known {
    mechanism: Mechanism::ScramSha1,
    client_nonce: "fyko+d2lbbFgONRv9qkxdawL",
    server_nonce: "3rfcNHYJY1ZVvWVs7j",
    salt: "QSXCR+Q6sek8bf92",
    messages: [
        "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
        "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
        "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
    ],
};

/// RFC 7677 §3.
const RFC_7677: Known = Known {
    mechanism: Mechanism::ScramSha256,
    client_nonce: "rOprNGfwEbeRWgbNEkqO",
    server_nonce: "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0",
    salt: "W22ZaJ0SNY7soEsUEjb6gQ==",
    messages: [
        "n,,n=user,r=rOprNGfwEbeRWgbNEkqO",
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,\
         p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    ],
};

impl Known {
    fn client(&self) -> Client {
        Client::new(self.mechanism, &credentials("user", "pencil"), self.client_nonce).unwrap()
    }

    fn server(&self) -> Server {
        Server::new(self.mechanism, self.server_nonce, "", &decode(self.salt).unwrap()).unwrap()
    }

    /// A client that has said its first message.
    fn begun(&self) -> Client {
        let mut client = self.client();
        client.initial().unwrap();
        client
    }

    /// A client that waits for the server's signature.
    fn proven(&self) -> Client {
        let mut client = self.begun();
        client.step(self.messages[1].as_bytes()).unwrap();
        client
    }

    /// A server that waits for the proof.
    fn asked(&self, client_first: &str) -> (Server, Step) {
        let mut server = self.server();
        let step = server.step(client_first.as_bytes(), &People::of("user", "pencil"));
        (server, step)
    }
}

#[test]
fn examples_of_rfc_5802_section_5_and_rfc_7677_section_3() {
    for known in [RFC_5802, RFC_7677] {
        let people = People::of("user", "pencil");
        let [first, challenge, last, signature] = known.messages;
        let (mut client, mut server) = (known.client(), known.server());
        assert_eq!(client.initial().unwrap().unwrap().as_slice(), first.as_bytes());
        assert_eq!(server.step(first.as_bytes(), &people), Step::Challenge(challenge.into()));
        assert_eq!(client.step(challenge.as_bytes()).unwrap().as_slice(), last.as_bytes());
        let accepted = Step::Accepted { authcid: "user".into(), authzid: None, data: Some(signature.into()) };
        assert_eq!(server.step(last.as_bytes(), &people), accepted);
        assert!(client.step(signature.as_bytes()).unwrap().is_empty());
        assert_eq!(client.finish(), Ok(()));
    }
}

#[test]
fn hostile_first_challenges_end_the_exchange() {
    let r = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j";
    let malformed = |message: String| matches!(RFC_5802.begun().step(message.as_bytes()), Err(Error::Malformed(_)));
    for text in [
        "".into(),
        ",".into(),
        "s=QSXCR+Q6sek8bf92,i=4096".into(),
        format!("{r},i=4096"),
        format!("{r},s=QSXCR+Q6sek8bf92"),
        format!("{r},s=,i=4096"),
        format!("{r},s=!!!!,i=4096"),
        format!("{r},s=QSXCR+Q6sek8bf9,i=4096"),
        format!("{r},s=QSXCR+Q6sek8bf92,i="),
        format!("{r},s=QSXCR+Q6sek8bf92,i=0"),
        format!("{r},s=QSXCR+Q6sek8bf92,i=-4096"),
        format!("{r},s=QSXCR+Q6sek8bf92,i=+4096"),
        format!("{r},s=QSXCR+Q6sek8bf92,i=04096"),
        format!("{r},s=QSXCR+Q6sek8bf92,i=4096,"),
    ] {
        assert!(malformed(text.clone()), "{text:?}");
    }
    assert!(matches!(RFC_5802.begun().step(b"r=\xff\xfe"), Err(Error::Malformed(_))));
    let mut client = RFC_5802.begun();
    assert_eq!(client.step(&vec![b'r'; 1 << 20]), Err(Error::TooLong(1 << 20)));
    assert_eq!(client.step(RFC_5802.messages[1].as_bytes()), Err(Error::Over));
    assert_eq!(client.finish(), Err(Error::Over));
}

#[test]
fn iterations_have_two_limits_and_are_refused_before_any_hashing() {
    let cases = [
        ("1", Error::TooFewIterations(1)),
        ("4095", Error::TooFewIterations(4095)),
        ("1000001", Error::TooManyIterations),
        ("4294967295", Error::TooManyIterations),
        ("99999999999999999999", Error::TooManyIterations),
    ];
    for (count, error) in cases {
        let challenge = RFC_5802.messages[1].replace("4096", count);
        let refused = RFC_5802.begun().step(challenge.as_bytes()).unwrap_err();
        assert!(refused.is_peers_fault());
        assert_eq!(refused, error);
    }
}

#[test]
fn the_nonce_must_extend_ours() {
    let good = RFC_5802.messages[1];
    for nonce in ["fyko+d2lbbFgONRv9qkxdawL", "fyko", "gyko+d2lbbFgONRv9qkxdawL3rfc", "3rfcfyko+d2lbbFgONRv9qkxdawL"] {
        let challenge = good.replace("fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j", nonce);
        assert_eq!(RFC_5802.begun().step(challenge.as_bytes()), Err(Error::Nonce), "{nonce}");
    }
}

#[test]
fn extensions_are_skipped_unless_mandatory() {
    let good = RFC_5802.messages[1];
    assert!(RFC_5802.begun().step(format!("{good},x=new").as_bytes()).is_ok());
    for challenge in [format!("m=ext,{good}"), format!("{good},m=ext")] {
        assert_eq!(RFC_5802.begun().step(challenge.as_bytes()), Err(Error::Extension));
    }
}

#[test]
fn a_wrong_or_missing_signature_is_no_success() {
    let of_another_length = format!("v={}", encode(&[7; 32]));
    for wrong in ["v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "v=rmF9pqV8S7suAoZWja4dJRkFsA==", &of_another_length] {
        assert_eq!(RFC_5802.proven().step(wrong.as_bytes()), Err(Error::Signature));
        assert_eq!(RFC_5802.proven().finish_with(wrong.as_bytes()), Err(Error::Signature));
    }
    for malformed in [&b""[..], b"v=", b"v", b"x=1", b"v=!!!", b"r=again", b"v=\xff"] {
        assert!(matches!(RFC_5802.proven().step(malformed), Err(Error::Malformed(_))));
    }
    assert_eq!(RFC_5802.proven().step(&[b'v'; MAX_MESSAGE + 1]), Err(Error::TooLong(MAX_MESSAGE + 1)));
    assert_eq!(RFC_5802.proven().finish(), Err(Error::Unverified));
    assert_eq!(RFC_5802.begun().finish(), Err(Error::Unverified));
    assert_eq!(RFC_5802.client().finish(), Err(Error::Unverified));
    assert_eq!(RFC_5802.client().finish_with(b"v="), Err(Error::Unexpected(Mechanism::ScramSha1)));
}

#[test]
fn the_signature_may_come_with_success() {
    assert_eq!(RFC_7677.proven().finish_with(RFC_7677.messages[3].as_bytes()), Ok(()));
    let mut client = RFC_7677.proven();
    client.step(RFC_7677.messages[3].as_bytes()).unwrap();
    assert_eq!(client.step(b""), Err(Error::Unexpected(Mechanism::ScramSha256)));
}

#[test]
fn the_servers_error_is_told_harmlessly() {
    let error = RFC_5802.proven().step(b"e=invalid-proof").unwrap_err();
    assert_eq!(error.to_string(), "the server reports: invalid-proof");
    assert!(!error.is_peers_fault());
    assert_eq!(RFC_5802.begun().step(b"e=\x1b[2J"), Err(Error::Server("\\x1b[2J".into())));
}

#[test]
fn names_and_passwords_are_prepared_and_escaped() {
    let mechanism = Mechanism::ScramSha1;
    let nonce = RFC_5802.client_nonce;
    let given = Credentials { authzid: Some("b=c".into()), ..credentials("a,\u{2168}", "pw") };
    let said = Client::new(mechanism, &given, nonce).unwrap().initial().unwrap().unwrap();
    assert_eq!(String::from_utf8_lossy(&said), format!("n,a=b=3Dc,n=a=2CIX,r={nonce}"));
    for (user, password, error) in [
        ("u\u{7}", "pw", Error::Prohibited("user name", "RFC 4013 §2.3")),
        ("u", "p\u{e000}w", Error::Prohibited("password", "RFC 4013 §2.3")),
        ("\u{ad}", "pw", Error::Empty("user name")),
        ("u", "", Error::Empty("password")),
        ("u", "p\0w", Error::Nul("password")),
    ] {
        assert_eq!(Client::new(mechanism, &credentials(user, password), nonce).unwrap_err(), error);
    }
}

#[test]
fn short_and_malformed_nonces_and_salts_of_our_own_are_refused() {
    for nonce in ["", "short", "with,comma,in,the,nonce", "with space in the nonce"] {
        let client = Client::new(Mechanism::ScramSha1, &credentials("u", "p"), nonce);
        assert_eq!(client.unwrap_err(), Error::Chance("nonce of SCRAM"));
        let server = Server::new(Mechanism::ScramSha1, nonce, "", b"saltsalt");
        assert_eq!(server.unwrap_err(), Error::Chance("nonce of SCRAM"));
    }
    let server = Server::new(Mechanism::ScramSha1, RFC_5802.server_nonce, "", b"salt");
    assert_eq!(server.unwrap_err(), Error::Chance("salt of SCRAM"));
}

#[test]
fn the_server_refuses_malformed_first_messages() {
    let r = "r=fyko+d2lbbFgONRv9qkxdawL";
    for text in [
        "".into(),
        "n,,".into(),
        format!("x,,n=user,{r}"),
        format!("p=tls-unique,,n=user,{r}"),
        format!("n,b=x,n=user,{r}"),
        format!("n,a=,n=user,{r}"),
        format!("n,,m=x,n=user,{r}"),
        format!("n,,n=,{r}"),
        format!("n,,n=us=er,{r}"),
        format!("n,,n=us\x07er,{r}"),
        "n,,n=user,r=".into(),
        format!("n,,n=user,{r},junk"),
    ] {
        assert!(matches!(RFC_5802.asked(&text).1, Step::Refused(Refusal::Malformed(_))), "{text:?}");
    }
    assert!(matches!(RFC_5802.asked(&format!("y,a=o,n=user,{r}")).1, Step::Challenge(_)));
}

#[test]
fn the_server_refuses_altered_last_messages() {
    let people = People::of("user", "pencil");
    let [first, _, last, _] = RFC_5802.messages;
    let altered = [
        last.replace("c=biws", "c=eSws"),
        last.replace("3rfc", "4rfc"),
        last.replace(",p=", ",m=x,p="),
        last.replace("p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "p=AAAA"),
        last.replace(",p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", ""),
        format!("{last},x=1"),
        String::new(),
    ];
    for message in altered {
        let (mut server, _) = RFC_5802.asked(first);
        let step = server.step(message.as_bytes(), &people);
        assert!(matches!(step, Step::Refused(_)) && step != Step::Refused(Refusal::Credentials), "{message}: {step:?}");
        let again = server.step(last.as_bytes(), &people);
        assert!(matches!(again, Step::Refused(Refusal::Malformed(_))), "over is over");
    }
    let (mut server, _) = RFC_5802.asked(first);
    let wrong = last.replace("p=v0X8", "p=w0X8");
    assert_eq!(server.step(wrong.as_bytes(), &people), Step::Refused(Refusal::Credentials));
}

#[test]
fn a_recorded_exchange_cannot_be_played_again() {
    let people = People::of("user", "pencil");
    let [first, _, last, _] = RFC_5802.messages;
    let mut server = Server::new(Mechanism::ScramSha1, "another-nonce-of-the-server", "", b"saltsalt").unwrap();
    server.step(first.as_bytes(), &people);
    assert!(matches!(server.step(last.as_bytes(), &people), Step::Refused(_)));
}

/// Whether a server of the channel takes what the client says of it, and whether the client believes the server.
fn played(mechanism: Mechanism, gs2: &Gs2, channel: Option<&Binding>) -> (Step, Result<(), Error>) {
    let people = People::of("user", "pencil");
    let begin = Begin { nonce: RFC_5802.client_nonce, gs2, service: "" };
    let mut client = Client::begin(mechanism, &credentials("user", "pencil"), &begin).unwrap();
    let mut server = Server::bound(mechanism, RFC_5802.server_nonce, "", b"saltsalt", channel).unwrap();
    let mut said = client.initial().unwrap().unwrap();
    loop {
        match server.step(&said, &people) {
            Step::Challenge(challenge) => said = client.step(&challenge).unwrap(),
            Step::Accepted { data: Some(data), .. } => {
                let finished = client.finish_with(&data);
                return (Step::Challenge(Vec::new()), finished);
            }
            step => return (step, client.finish()),
        }
    }
}

const BOUND: [Mechanism; 3] = [Mechanism::ScramSha1Plus, Mechanism::ScramSha256Plus, Mechanism::ScramSha512Plus];

#[test]
fn a_login_is_good_for_its_own_channel_alone() {
    let (here, end_point) = (binding(), Binding { kind: "tls-server-end-point", ..binding() });
    let between = Binding { data: b"exported from another channel...".to_vec(), ..binding() };
    for mechanism in BOUND {
        assert_eq!(played(mechanism, &Gs2::Bound(here.clone()), Some(&here)).1, Ok(()), "{mechanism}");
        let (step, believed) = played(mechanism, &Gs2::Bound(between.clone()), Some(&here));
        assert_eq!((step, believed), (Step::Refused(Refusal::Binding), Err(Error::Unverified)), "{mechanism}");
        let (step, _) = played(mechanism, &Gs2::Bound(end_point.clone()), Some(&here));
        assert!(matches!(step, Step::Refused(Refusal::Malformed(_))), "{mechanism}: {step:?}");
    }
}

#[test]
fn who_takes_the_bound_mechanisms_out_is_noticed() {
    let here = binding();
    for mechanism in [Mechanism::ScramSha1, Mechanism::ScramSha256, Mechanism::ScramSha512] {
        let step = played(mechanism, &Gs2::Unoffered, Some(&here)).0;
        assert_eq!(step, Step::Refused(Refusal::Downgrade), "{mechanism}");
        for (gs2, channel) in [(Gs2::Unoffered, None), (Gs2::Unbound, Some(&here)), (Gs2::Unbound, None)] {
            assert_eq!(played(mechanism, &gs2, channel).1, Ok(()), "{mechanism} {gs2:?}");
        }
    }
}

#[test]
fn nothing_is_bound_to_nothing() {
    for mechanism in BOUND {
        let client = Client::new(mechanism, &credentials("user", "pencil"), RFC_5802.client_nonce);
        assert_eq!(client.unwrap_err(), Error::Forbidden(Forbidden::Unbound(mechanism)));
        assert!(Server::new(mechanism, RFC_5802.server_nonce, "", b"saltsalt").is_err());
    }
    let begin = Begin { nonce: RFC_5802.client_nonce, gs2: &Gs2::Bound(binding()), service: "" };
    let first = Client::begin(Mechanism::ScramSha1Plus, &credentials("user", "pencil"), &begin);
    let said = first.unwrap().initial().unwrap().unwrap();
    assert!(said.starts_with(b"p=tls-exporter,,n=user,r="));
}
