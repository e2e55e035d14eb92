//! AUTH with every mechanism against our own server, and nothing of a password in what either end tells.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mailtool::base::{Exit, Secret};
use mailtool::client::Account;
use mailtool::client::authenticate::authenticate;
use mailtool::client::deliver::Letter;
use mailtool::client::{Error, Smtp};
use mailtool::proto::sasl::{Client, Credentials, Held, Means, Mechanism};
use mailtool::server::smtp::Auth;

use super::peer::{Inbox, Recorder, accept, greeted, hand_over, letter, listen, serve, service, token, user, way};

/// A password, and a token.
const CANARY: &str = "kan4rie-de-Pamplona";

fn account(user: &str, secret: &str, mechanisms: Option<Vec<Mechanism>>) -> Account {
    let token = mechanisms.iter().flatten().any(|mechanism| mechanism.takes() == Means::Token);
    let secret = Secret::new(secret);
    let held = if token { Held::Token(secret) } else { Held::Password(secret) };
    let credentials = Credentials { authcid: user.to_owned(), authzid: None, held };
    Account { credentials, mechanisms, insecure_auth: false, nonce: self::token }
}

/// The mechanisms that our server speaks in clear text.
fn served() -> impl Iterator<Item = &'static Mechanism> {
    Mechanism::ALL.iter().filter(|mechanism| mechanism.is_served() && !mechanism.is_bound())
}

fn one() -> Vec<Letter> {
    vec![letter(1, &["pepe@gmail.com"], b"x")]
}

/// That no form of the password stands in what was told.
fn hides(recorder: &Recorder, passwords: &[&str]) {
    let recorded = recorder.get();
    for password in passwords {
        let base64 = STANDARD.encode(password);
        let plain = STANDARD.encode(format!("\0alicia\0{password}"));
        let hex = password.bytes().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().join(" ");
        for form in [*password, base64.trim_end_matches('='), plain.trim_end_matches('='), &hex] {
            assert!(!recorded.text.contains(form), "{form} in {}", recorded.text);
            assert!(!recorded.ndjson.contains(form), "{form} in {}", recorded.ndjson);
            assert!(!recorded.notes.join("\n").contains(form), "{form} in {:?}", recorded.notes);
        }
    }
}

#[tokio::test]
async fn every_mechanism_logs_in_and_hides_the_password() {
    for mechanism in served() {
        let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
        let mut service = service(None, &inbox, &far);
        service.users = vec![user("pepe", "otra"), user("alicia", CANARY)];
        service.auth = Auth::Required;
        let mut way = way(serve(service, false).await, &near);
        way.server.account = Some(account("alicia", CANARY, Some(vec![*mechanism])));
        let told = hand_over(&way, one()).await;
        assert_eq!(told.lines(), ["pepe@gmail.com delivered 250"], "{mechanism}: {}", near.get().text);
        assert_eq!(inbox.all().first().and_then(|message| message.user.clone()).as_deref(), Some("alicia"));
        assert!(near.get().text.contains(&format!("C: AUTH {mechanism}")), "{}", near.get().text);
        assert!(near.get().text.contains("••••"));
        hides(&near, &[CANARY]);
        hides(&far, &[CANARY]);
    }
}

#[tokio::test]
async fn every_mechanism_refuses_a_wrong_password_and_hides_it() {
    for mechanism in served() {
        for name in ["alicia", "nadie"] {
            let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
            let mut service = service(None, &inbox, &far);
            service.users = vec![user("alicia", "otra palabra")];
            service.auth = Auth::Required;
            let mut way = way(serve(service, false).await, &near);
            way.server.account = Some(account(name, CANARY, Some(vec![*mechanism])));
            let told = hand_over(&way, one()).await;
            assert_eq!(told.lines(), ["pepe@gmail.com refused 535"], "{mechanism} {name}");
            assert_eq!(told.outcomes[0].verdict.exit, Exit::NoPermission);
            hides(&near, &[CANARY, "otra palabra"]);
            hides(&far, &[CANARY, "otra palabra"]);
        }
    }
}

#[tokio::test]
async fn the_strongest_is_chosen_and_a_catcher_takes_any_password() {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut known = service(None, &inbox, &far);
    known.users = vec![user("alicia", CANARY)];
    let mut way = way(serve(known, false).await, &near);
    way.server.account = Some(account("alicia", CANARY, None));
    assert_eq!(hand_over(&way, one()).await.lines(), ["pepe@gmail.com delivered 250"]);
    assert!(near.get().text.contains("C: AUTH SCRAM-SHA-512 ••••"), "{}", near.get().text);

    let catcher = Arc::new(Recorder::default());
    way.server.port = serve(service(None, &inbox, &catcher), false).await;
    assert_eq!(hand_over(&way, one()).await.lines(), ["pepe@gmail.com delivered 250"]);
    assert!(catcher.get().text.contains("C: AUTH PLAIN ••••"), "{}", catcher.get().text);
}

#[tokio::test]
async fn who_must_log_in_and_does_not_is_refused() {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut service = service(None, &inbox, &far);
    (service.auth, service.users) = (Auth::Required, vec![user("alicia", CANARY)]);
    let way = way(serve(service, false).await, &near);
    let told = hand_over(&way, one()).await;
    assert_eq!(told.lines(), ["pepe@gmail.com refused 530"]);
    assert_eq!(told.outcomes[0].verdict.exit, Exit::NoPermission);
}

#[tokio::test]
async fn a_password_that_looks_like_the_protocol_logs_in() {
    // Echoes of what was said are masked for whoever reads; the client itself must read what was said.
    for (name, password) in [("Pas", CANARY), ("alicia", "Pas"), ("Passwo", "2"), ("alicia", "o")] {
        for mechanism in served() {
            let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
            let mut service = service(None, &inbox, &far);
            (service.auth, service.users) = (Auth::Required, vec![user(name, password)]);
            let mut way = way(serve(service, false).await, &near);
            way.server.account = Some(account(name, password, Some(vec![*mechanism])));
            let told = hand_over(&way, one()).await;
            assert_eq!(told.lines(), ["pepe@gmail.com delivered 250"], "{mechanism} with {name} and {password}");
        }
    }
}

#[tokio::test]
async fn the_outcome_has_the_servers_own_words() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        let script = [
            ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 AUTH PLAIN\r\n"),
            ("AUTH PLAIN AGFsaWNpYQA0Rg==\r\n", "235 welcome\r\n"),
            ("MAIL FROM:<alicia@unavarra.es>\r\n", "250 ok\r\n"),
            ("RCPT TO:<pepe@gmail.com>\r\n", "250 ok\r\n"),
            ("DATA\r\n", "354 go on\r\n"),
            ("x\r\n.\r\n", "250 2.0.0 Ok: queued as 14F5E6\r\n"),
            ("QUIT\r\n", "221 bye\r\n"),
        ];
        peer.converse(&script).await;
    };
    let mut way = way(port, &recorder);
    way.server.account = Some(account("alicia", "4F", None));
    let (told, ()) = tokio::join!(hand_over(&way, one()), server);
    assert_eq!(told.outcomes[0].queue_id(), Some("14F5E6"), "a password of two letters may stand in a queue id");
}

fn scram() -> Client {
    let credentials = Credentials::with_password("alicia", Secret::new(CANARY));
    Client::new(Mechanism::ScramSha256, &credentials, "rOprNGfwEbeRWgbNEkqO").expect("a client")
}

/// What becomes of SCRAM with a server that answers like this.
async fn scram_with(script: &[(&str, &str)]) -> (Result<Result<(), String>, Error>, String) {
    let (smtp, mut peer, recorder) = greeted(4096).await;
    let client = async {
        let mut smtp: Smtp = smtp;
        authenticate(&mut smtp, scram()).await.map(|answer| answer.map_err(|reply| reply.to_string()))
    };
    let (result, ()) = tokio::join!(client, peer.converse(script));
    hides(&recorder, &[CANARY]);
    (result, String::from_utf8_lossy(&peer.rest().await).into_owned())
}

#[tokio::test(start_paused = true)]
async fn a_server_that_cannot_prove_itself_is_not_believed() {
    let begin = "AUTH SCRAM-SHA-256 biwsbj1hbGljaWEscj1yT3ByTkdmd0ViZVJXZ2JORWtxTw==\r\n";
    let first = "r=rOprNGfwEbeRWgbNEkqOxyz,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    let challenge = format!("334 {}\r\n", STANDARD.encode(first));

    let untrusted = |result: &Result<_, Error>| matches!(result, Err(error) if error.exit() == Exit::NoPermission);
    let (result, rest) = scram_with(&[(begin, "235 2.7.0 come in\r\n")]).await;
    assert!(untrusted(&result), "{result:?}");
    assert_eq!(rest, "");

    let (result, _) = scram_with(&[(begin, &challenge), ("\r\n", "235 2.7.0 come in\r\n")]).await;
    assert!(untrusted(&result), "{result:?}");

    let forged = format!("334 {}\r\n", STANDARD.encode("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
    let script = [(begin, challenge.as_str()), ("\r\n", &forged), ("*\r\n", "501 5.7.0 called off\r\n")];
    let (result, rest) = scram_with(&script).await;
    assert!(untrusted(&result), "{result:?}");
    assert_eq!(rest, "");
    // What it answers to being called off changes nothing.
    for ending in ["250 ok\r\n", "221 bye\r\n"] {
        let script = [(begin, challenge.as_str()), ("\r\n", &forged), ("*\r\n", ending)];
        assert!(untrusted(&scram_with(&script).await.0), "{ending}");
    }

    let foreign = format!("334 {}\r\n", STANDARD.encode(first.replace("rOpr", "mine")));
    let (result, _) = scram_with(&[(begin, foreign.as_str()), ("*\r\n", "501 5.7.0 called off\r\n")]).await;
    assert!(matches!(&result, Err(Error::Sasl(error)) if error.is_peers_fault()), "{result:?}");

    let (result, _) = scram_with(&[(begin, "334 not base64!\r\n")]).await;
    assert!(matches!(result, Err(Error::Net(_))), "{result:?}");
    let (result, _) = scram_with(&[(begin, "250 hm\r\n")]).await;
    assert!(matches!(result, Err(Error::Net(_))), "{result:?}");
    let (result, _) = scram_with(&[(begin, "535 5.7.8 no\r\n")]).await;
    assert!(matches!(&result, Ok(Err(reply)) if reply == "535 5.7.8 no"), "{result:?}");
}

#[tokio::test(start_paused = true)]
async fn what_a_server_may_ask_of_scram_has_limits() {
    let begin = "AUTH SCRAM-SHA-256 biwsbj1hbGljaWEscj1yT3ByTkdmd0ViZVJXZ2JORWtxTw==\r\n";
    let (salt, nonce) = ("W22ZaJ0SNY7soEsUEjb6gQ==", "rOprNGfwEbeRWgbNEkqO");
    let mut cases = vec![
        (format!("r={nonce}x,i=4096"), "no s= in server-first"),
        (format!("r={nonce}x,s=,i=4096"), "s= is not base64"),
        (format!("r={nonce}x,s=W22Z!,i=4096"), "s= is not base64"),
        (format!("r={nonce}x,s={salt}"), "no i= in server-first"),
        (format!("s={salt},i=4096"), "no r= in server-first"),
        (format!("r={nonce},s={salt},i=4096"), "does not extend ours"),
        (format!("r=x{nonce},s={salt},i=4096"), "does not extend ours"),
        (format!("r=RecordedLongAgo,s={salt},i=4096"), "does not extend ours"),
        (format!("m=x,r={nonce}x,s={salt},i=4096"), "mandatory extension"),
        (format!("r={nonce}x,s={salt},i=4096,m=x"), "mandatory extension"),
    ];
    for (count, words) in [
        ("0", "i= is not a positive number"),
        ("-1", "i= is not a positive number"),
        ("04096", "i= is not a positive number"),
        ("1", "asks for 1 iterations, fewer than 4096"),
        ("4095", "asks for 4095 iterations, fewer than 4096"),
        ("1000001", "asks for more than 1000000 iterations"),
        ("2147483648", "asks for more than 1000000 iterations"),
        ("99999999999999999999", "asks for more than 1000000 iterations"),
    ] {
        cases.push((format!("r={nonce}x,s={salt},i={count}"), words));
    }
    for (first, words) in cases {
        let challenge = format!("334 {}\r\n", STANDARD.encode(&first));
        let (result, rest) = scram_with(&[(begin, &challenge), ("*\r\n", "501 5.7.0 called off\r\n")]).await;
        let error = result.expect_err(&first);
        assert!(error.to_string().contains(words), "{first}: {error}");
        assert_eq!((error.exit(), rest.as_str()), (Exit::Protocol, ""), "{first}");
    }
    let refused = format!("334 {}\r\n", STANDARD.encode("e=unknown-user\x1b[2J"));
    let (result, _) = scram_with(&[(begin, &refused), ("*\r\n", "501 5.7.0 called off\r\n")]).await;
    let error = result.expect_err("e=");
    assert!(error.to_string().ends_with("the server reports: unknown-user\\x1b[2J"), "{error}");
    assert_eq!(error.exit(), Exit::NoPermission);
}
