//! Greeting, EHLO and HELO, limits, and a server that ends it: over pipes, with a paused clock.

use std::sync::Arc;
use std::time::Duration;

use mailtool::client::{Error, Hello, Limits, Refusal, Smtp};
use mailtool::net::{self, Deadline};
use mailtool::proto::smtp::extensions::{PIPELINING, SIZE};
use mailtool::proto::smtp::{Awaited, Command, Verb};
use tokio::time::Instant;

use super::peer::{self, Peer, Recorder, greeted, session};

const MINUTE: Duration = Duration::from_secs(60);

/// Greets over a pipe whose other end only says this.
async fn greet(said: &str, limits: Limits) -> (Result<Smtp, Error>, Arc<Recorder>, Duration) {
    let (ours, theirs) = tokio::io::duplex(1024);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let start = Instant::now();
    peer.say(said).await;
    let greeted = peer::greet(session(ours, &recorder), limits).await;
    (greeted, recorder, start.elapsed())
}

fn hint<T>(result: &Result<T, Error>) -> Option<&'static str> {
    match result {
        Err(Error::Net(net::Error::Timeout { hint, .. })) => *hint,
        Err(error) => panic!("{error} is no timeout"),
        Ok(_) => panic!("no timeout"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_greeting_that_never_comes_is_waited_for_and_explained() {
    let (greeted, recorder, elapsed) = greet("", Limits::default()).await;
    assert!(hint(&greeted).is_some_and(|hint| hint.contains("smtps://")));
    let text = greeted.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(text.starts_with("5 minutes passed without a greeting"), "{text}");
    assert!((5 * MINUTE..5 * MINUTE + Duration::from_secs(1)).contains(&elapsed), "{elapsed:?}");
    let notes = &recorder.get().notes;
    assert!(notes.len() == 1 && notes[0].starts_with("no greeting yet"), "{notes:?}");
}

#[tokio::test(start_paused = true)]
async fn a_short_limit_is_explained_too() {
    for seconds in [1, 5, 6] {
        let (greeted, _, elapsed) = greet("", Limits::each(Duration::from_secs(seconds))).await;
        assert!(hint(&greeted).is_some_and(|hint| hint.contains("smtps://")), "{seconds} s");
        assert_eq!(elapsed.as_secs(), seconds);
    }
}

#[tokio::test(start_paused = true)]
async fn a_greeting_that_never_ends_is_in_the_transcript() {
    let (greeted, recorder, _) = greet("220-gmail.com\r\n220 al", Limits::default()).await;
    assert!(greeted.is_err());
    drop(greeted);
    assert_eq!(String::from_utf8_lossy(&recorder.get().said[1]), "220-gmail.com\r\n220 al");
}

#[tokio::test(start_paused = true)]
async fn a_drop_now_and_then_does_not_stretch_the_limit() {
    let (mut smtp, mut peer, _) = greeted(1024).await;
    let slow = async {
        peer.hear("NOOP\r\n").await;
        for octet in "250 2.0.0 and so it was\r\n".bytes() {
            tokio::time::sleep(4 * MINUTE).await;
            if peer.write_fails(&[octet]).await {
                return;
            }
        }
    };
    let start = Instant::now();
    let asking = async {
        let asked = smtp.command(&Command::Noop).await.is_err();
        drop(smtp);
        (asked, start.elapsed())
    };
    let ((failed, elapsed), ()) = tokio::join!(asking, slow);
    assert!(failed && elapsed <= 5 * MINUTE, "one step took {elapsed:?}, five minutes are the limit");
}

#[tokio::test(start_paused = true)]
async fn every_step_has_its_limit() {
    let (mut smtp, mut peer, _) = greeted(1024).await;
    let start = Instant::now();
    let result = smtp.command(&Command::Noop).await;
    assert_eq!((hint(&result), start.elapsed().as_secs() / 60), (None, 5));
    assert_eq!(peer.hear("\r\n").await, "NOOP\r\n");
    let start = Instant::now();
    smtp.quit().await;
    assert_eq!(start.elapsed().as_secs(), Limits::default().quit.as_secs());
    assert_eq!(peer.rest().await, b"QUIT\r\n");
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_takes_nothing_is_not_waited_for_long() {
    let (mut smtp, peer, _) = greeted(16).await;
    let start = Instant::now();
    let result = smtp.command(&Command::Vrfy("x".repeat(300))).await;
    assert_eq!((hint(&result), start.elapsed().as_secs() / 60), (None, 5));
    drop(peer);
}

#[tokio::test(start_paused = true)]
async fn a_greeting_may_be_a_refusal_or_no_greeting() {
    let refused = |result: Result<Smtp, Error>| match result {
        Err(Error::Refused(Refusal { to: Awaited::Greeting, reply })) => reply.to_string(),
        Err(error) => error.to_string(),
        Ok(_) => "greeted".to_owned(),
    };
    let greet = async |said| refused(greet(said, Limits::default()).await.0);
    assert_eq!(greet("220-gmail.com\r\n220\r\n").await, "greeted");
    assert_eq!(greet("554 5.7.1 not you\r\n").await, "554 5.7.1 not you");
    assert_eq!(greet("421-4.3.2 later\r\n421 4.3.2 please\r\n").await, "421 4.3.2 later please");
    assert!(greet("+OK ready\r\n").await.contains("a POP3 server seems to listen there"));
    assert!(greet("* OK IMAP4rev1\r\n").await.contains("an IMAP server seems to listen there"));
    assert!(greet("354 go on\r\n").await.contains("RFC 5321"));
    assert!(greet("220 \x1b[2Jgmail.com\r\n").await == "greeted");
    assert!(greet("\x16\x03\x01\x02\x00").await.contains("smtps://"));
}

#[tokio::test(start_paused = true)]
async fn helo_comes_where_ehlo_is_refused_for_good() {
    for refusal in ["500 5.5.1 what?", "502 no", "504 no", "550 no"] {
        let (mut smtp, mut peer, _) = greeted(1024).await;
        let reply = format!("{refusal}\r\n");
        let script = [("EHLO unavarra.es\r\n", reply.as_str()), ("HELO unavarra.es\r\n", "250 gmail.com\r\n")];
        let (hello, ()) = tokio::join!(smtp.hello("unavarra.es", Hello::Ehlo), peer.converse(&script));
        assert!(hello.is_ok(), "{hello:?}");
        assert_eq!(smtp.capabilities(), &Default::default());
    }
    let (mut smtp, mut peer, _) = greeted(1024).await;
    let script = [("HELO unavarra.es\r\n", "250 gmail.com\r\n")];
    let (hello, ()) = tokio::join!(smtp.hello("unavarra.es", Hello::Helo), peer.converse(&script));
    assert!(hello.is_ok());
    let (mut smtp, mut peer, _) = greeted(1024).await;
    let script = [("EHLO unavarra.es\r\n", "452 4.3.1 later\r\n")];
    let (hello, ()) = tokio::join!(smtp.hello("unavarra.es", Hello::Ehlo), peer.converse(&script));
    let Err(Error::Refused(Refusal { to, reply })) = hello else { panic!("{hello:?}") };
    assert_eq!((to, reply.code), (Awaited::Command(Verb::Ehlo), 452));
}

#[tokio::test(start_paused = true)]
async fn one_octet_at_a_time_says_the_same() {
    let (mut smtp, mut peer, recorder) = greeted(1).await;
    let offer = "250-gmail.com at your service\r\n250-SIZE 35882577\r\n250-8BITMIME\r\n250 PIPELINING\r\n";
    let server = async {
        assert_eq!(peer.hear("\r\n").await, "EHLO unavarra.es\r\n");
        peer.say(offer).await;
        assert_eq!(peer.hear("\r\n").await, "NOOP\r\n");
        peer.say("250-2.0.0\r\n250 2.0.0 ok\r\n").await;
    };
    let client = async {
        smtp.hello("unavarra.es", Hello::Ehlo).await.expect("a welcome");
        assert!(smtp.capabilities().has(&PIPELINING));
        assert_eq!(smtp.capabilities().parameters(&SIZE).map(<[String]>::len), Some(1));
        smtp.command(&Command::Noop).await.expect("a reply").to_string()
    };
    let (reply, ()) = tokio::join!(client, server);
    assert_eq!(reply, "250 2.0.0 ok");
    let said = String::from_utf8_lossy(&recorder.get().said[1]).into_owned();
    assert_eq!(said, format!("220 gmail.com\r\n{offer}250-2.0.0\r\n250 2.0.0 ok\r\n"));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_goes_says_why() {
    let (mut smtp, mut peer, _) = greeted(1024).await;
    peer.say("421 4.3.2 going down\r\n").await;
    let reply = smtp.command(&Command::Noop).await.expect("a reply");
    assert_eq!(reply.to_string(), "421 4.3.2 going down");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_is_gone_said_why() {
    let (mut smtp, mut peer, _) = greeted(1024).await;
    peer.say("421 4.4.2 you took too long\r\n").await;
    drop(peer);
    let reply = smtp.command(&Command::Noop).await;
    assert_eq!(reply.map(|reply| reply.code).map_err(|error| error.to_string()), Ok(421));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_ends_is_told_as_such() {
    let (mut smtp, mut peer, recorder) = greeted(1024).await;
    let gone = async {
        peer.hear("NOOP\r\n").await;
        peer.say("250-2.0.0 almo").await;
        drop(peer);
    };
    let (result, ()) = tokio::join!(smtp.command(&Command::Noop), gone);
    let Err(Error::Net(error)) = result else { panic!("{result:?}") };
    assert!(matches!(error, net::Error::Closed { .. }), "a cut in the middle of a reply is no reply: {error}");
    assert!(recorder.get().said[1].ends_with(b"250-2.0.0 almo"));
}

#[tokio::test(start_paused = true)]
async fn an_upload_that_is_given_up_is_in_the_transcript() {
    let (mut smtp, mut peer, recorder) = greeted(1024).await;
    let script = [("DATA\r\n", "354 go on\r\n")];
    let (go_ahead, ()) = tokio::join!(smtp.command(&Command::Data), peer.converse(&script));
    assert_eq!(go_ahead.expect("a reply").code, 354);
    smtp.session().send_payload(b"uno\r\ndos", MINUTE).await.expect("room for it");
    drop(smtp);
    assert_eq!(peer.rest().await, b"uno\r\ndos");
    assert_eq!(String::from_utf8_lossy(&recorder.get().said[0]), "DATA\r\nuno\r\ndos");
}

#[tokio::test(start_paused = true)]
async fn answers_that_nobody_asked_for_are_errors() {
    let (mut smtp, mut peer, _) = greeted(1024).await;
    peer.say("250 for nothing\r\n").await;
    let error = smtp.command(&Command::Noop).await.expect_err("an unasked reply").to_string();
    assert!(error.contains("nothing was asked") && error.contains("RFC 5321 §4.2"), "{error}");

    let (mut smtp, mut peer, _) = greeted(1024).await;
    let script = [("NOOP\r\n", "354 go on\r\n")];
    let (result, ()) = tokio::join!(smtp.command(&Command::Noop), peer.converse(&script));
    let error = result.expect_err("354 to NOOP").to_string();
    assert!(error.contains("354 go on"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn strict_ends_at_the_first_deviation() {
    let (ours, theirs) = tokio::io::duplex(1024);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    peer.say("220 gmail.com\n").await;
    let greeted = peer::greet(session(ours, &recorder).strict(true), Limits::default()).await;
    let Err(Error::Net(net::Error::Strict(finding))) = greeted.map(|_| ()) else { panic!("no finding") };
    assert_eq!(finding.code, "bare-lf");
}

#[tokio::test(start_paused = true)]
async fn a_deadline_bounds_every_wait() {
    let (ours, _theirs) = tokio::io::duplex(1024);
    let recorder = Arc::new(Recorder::default());
    let start = Instant::now();
    let bounded = session(ours, &recorder).deadline(Some(Deadline::after(Duration::from_secs(20))));
    let greeted = peer::greet(bounded, Limits::default()).await;
    let error = greeted.map(|_| ()).expect_err("no greeting").to_string();
    assert_eq!(error, "--deadline 20 s ended while waiting for the greeting");
    assert_eq!(start.elapsed().as_secs(), 20);
}
