//! Servers that break off or do not bear what they offer: what they said before that counts.

use std::sync::Arc;
use std::time::Duration;

use mailtool::base::{Exit, Secret};
use mailtool::client::{Account, Hello, Limits};
use mailtool::proto::sasl::Credentials;

use super::peer::{Recorder, Told, accept, hand_over, letter, listen, token, way};

const CANARY: &str = "kan4rie-de-Pamplona";
const PEPE: &str = "pepe@gmail.com";
const HARAKA: &str = "220 gmail.com ESMTP Haraka/3.0.3 ready\r\n";
const EHLO: (&str, &str) = ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 PIPELINING\r\n");
const GROUP: &str = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nDATA\r\n";
const TAKEN: &str = "250 ok\r\n250 ok\r\n354 go on\r\n";
const QUIT: (&str, &str) = ("QUIT\r\n", "221 bye\r\n");

/// A server that goes by this script, and then closes or says no more, and what comes of a letter with each text.
async fn with_script(script: &[(&str, &str)], close: bool, texts: &[&str]) -> (Told, String) {
    let (socket, port) = listen().await;
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say(HARAKA).await;
        peer.converse(script).await;
        if close { String::new() } else { String::from_utf8_lossy(&peer.rest().await).into_owned() }
    };
    let letters = texts.iter().enumerate().map(|(n, text)| letter(n + 1, &[PEPE], text.as_bytes())).collect();
    let mut way = way(port, &Arc::new(Recorder::default()));
    way.greeting = Hello::Ehlo;
    way.server.limits = Limits::each(Duration::from_millis(1500));
    tokio::join!(hand_over(&way, letters), server)
}

#[tokio::test]
async fn nothing_goes_with_the_final_dot_to_a_server_that_nobody_knows() {
    let script = [EHLO, (GROUP, TAKEN), ("uno\r\n.\r\n", "250 ok\r\n"), (GROUP, TAKEN), ("dos\r\n.\r\n", "250 ok\r\n")];
    let (told, rest) = with_script(&[script.as_slice(), &[QUIT]].concat(), false, &["uno", "dos"]).await;
    assert_eq!(told.lines(), ["pepe@gmail.com delivered 250"; 2]);
    assert_eq!(rest, "");
}

#[tokio::test]
async fn a_refusal_of_mail_is_the_verdict_whatever_comes_behind_it() {
    for close in [true, false] {
        let script = [EHLO, (GROUP, "550 5.7.1 you are blocked\r\n")];
        let (told, _) = with_script(&script, close, &["uno"]).await;
        assert_eq!(told.lines(), ["pepe@gmail.com refused 550"], "{close}");
        assert_eq!(told.outcomes[0].verdict.exit, Exit::NoPermission);
    }
}

#[tokio::test]
async fn a_refusal_of_the_hello_is_the_verdict_if_the_server_says_no_more() {
    for close in [true, false] {
        let (told, _) = with_script(&[(EHLO.0, "550 5.7.1 bad name\r\n")], close, &["uno"]).await;
        assert_eq!(told.lines(), ["pepe@gmail.com refused 550"], "{close}");
    }
}

#[tokio::test]
async fn a_password_that_an_earlier_connection_heard_is_masked_in_a_greeting() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say(format!("421 4.3.2 {CANARY} is what you said before\r\n")).await;
        peer.rest().await
    };
    let mut way = way(port, &recorder);
    let credentials = Credentials::with_password("alicia", Secret::new(CANARY));
    way.server.account = Some(Account { credentials, mechanisms: None, insecure_auth: false, nonce: token });
    let (told, _) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"uno")]), server);
    assert!(recorder.get().text.contains("is what you said before"), "{}", recorder.get().text);
    assert!(!recorder.get().text.contains(CANARY) && !recorder.get().ndjson.contains(CANARY));
    assert_eq!(told.lines(), ["pepe@gmail.com deferred 421"]);
    assert!(!told.outcomes[0].verdict.text.contains(CANARY), "{}", told.outcomes[0].verdict.text);
}

#[tokio::test]
async fn who_is_refused_takes_its_leave() {
    let twice = [(EHLO.0, "550 5.7.1 bad name\r\n"), ("HELO unavarra.es\r\n", "550 5.7.1 bad name\r\n"), QUIT];
    for script in [&[(EHLO.0, "450 4.7.1 later\r\n"), QUIT][..], &twice] {
        let (told, rest) = with_script(script, false, &["uno"]).await;
        assert_eq!((told.outcomes.len(), rest.as_str()), (1, ""));
    }
}
