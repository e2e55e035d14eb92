//! Servers that say too much, or clients that do: what is held stays bounded, and it ends as a fault of theirs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mailtool::base::Exit;
use mailtool::client::{Error, Hello, Limits};
use mailtool::net;
use mailtool::proto::smtp::Command;
use tokio::net::TcpStream;

use super::peer::{
    Inbox, Peer, Recorder, accept, greet, greeted, hand_over, letter, listen, serve, service, session, way,
};

/// More than this nobody has to take from a server that says too much, in octets.
const ENOUGH: usize = 1 << 20;

/// Says this for ever as greeting and as answer to a command, and expects a fault of the protocol each time.
async fn ends_as_a_fault(said: &str) {
    let fault = |error: Error| match error {
        Error::Net(net::Error::Protocol { message, rfc }) => assert!(rfc.starts_with("RFC 5321"), "{message} {rfc}"),
        error => panic!("{error} is no fault of the protocol"),
    };
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let greeting = async {
        match greet(session(ours, &recorder), Limits::default()).await {
            Err(error) => error,
            // What comes again and again may be a greeting the first time.
            Ok(mut smtp) => smtp.hello("unavarra.es", Hello::Ehlo).await.expect_err("no reply"),
        }
    };
    let (error, taken) = tokio::join!(greeting, peer.say_for_ever(said));
    fault(error);
    assert!(taken < ENOUGH, "{taken} octets were taken of {said:?}");

    let (smtp, mut peer, _) = greeted(64 * 1024).await;
    let asking = async {
        let mut smtp = smtp;
        let mut last = Ok(());
        // the greeting may be followed by what looks like a reply
        for _ in 0..2 {
            last = smtp.command(&Command::Noop).await.map(|_| ());
            if last.is_err() {
                break;
            }
        }
        last.expect_err("no reply")
    };
    let (error, taken) = tokio::join!(asking, peer.say_for_ever(said));
    fault(error);
    assert!(taken < ENOUGH, "{taken} octets were taken of {said:?}");
}

#[tokio::test(start_paused = true)]
async fn an_endless_reply_is_cut_off() {
    ends_as_a_fault("250-and then\r\n").await;
    ends_as_a_fault("220-\r\n").await;
}

#[tokio::test(start_paused = true)]
async fn an_endless_line_is_cut_off() {
    ends_as_a_fault("x").await;
    ends_as_a_fault("250 and so on ").await;
    ends_as_a_fault("\0").await;
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_replies_is_cut_off() {
    ends_as_a_fault("250 ok\r\n").await;
    ends_as_a_fault("\r\n").await;
    ends_as_a_fault("+OK\r\n").await;
}

#[tokio::test]
async fn a_flood_in_the_middle_of_an_upload_ends_it() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        let script = [
            ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 PIPELINING\r\n"),
            ("DATA\r\n", "250 ok\r\n250 ok\r\n354 go on\r\n"),
        ];
        peer.converse(&script).await;
        peer.take(100_000).await;
        peer.say_for_ever("250 ok\r\n").await
    };
    let body = b"x\r\n".repeat(3_000_000);
    let way = way(port, &recorder);
    let (told, taken) = tokio::join!(hand_over(&way, vec![letter(1, &["pepe@gmail.com"], &body)]), server);
    assert_eq!(told.outcomes.len(), 1);
    assert_eq!(told.outcomes[0].verdict.exit, Exit::Protocol, "{:?}", told.outcomes);
    // the sockets of both ends hold some of it
    assert!(taken < 16 * ENOUGH, "{taken}");
}

/// A client of our own server that speaks raw.
async fn raw_client(port: u16) -> Peer<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    let mut peer = Peer::new(stream);
    peer.hear("mailtool\r\n").await;
    peer
}

#[tokio::test]
async fn our_server_sends_endless_lines_away() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let port = serve(service(None, &inbox, &recorder), false).await;
    for flood in ["x", "EHLO ", "\0"] {
        let mut peer = raw_client(port).await;
        let start = Instant::now();
        // What comes behind the refusal is thrown away for a moment, so that the refusal arrives.
        let taken = tokio::time::timeout(Duration::from_secs(20), peer.say_for_ever(flood.repeat(1000))).await;
        assert!(taken.is_ok() && start.elapsed() < Duration::from_secs(10), "{flood:?}");
        let said = String::from_utf8_lossy(&recorder.get().said[1]).into_owned();
        assert!(said.lines().last().is_some_and(|last| last.starts_with("500 ")), "{said}");
        assert!(recorder.get().said[0].len() < ENOUGH, "what is thrown away is not kept");
    }
}

#[tokio::test]
async fn our_server_sends_chatter_away() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let port = serve(service(None, &inbox, &recorder), false).await;
    for (command, limit) in [("XYZZY\r\n", 30), ("NOOP\r\n", 110)] {
        let mut peer = raw_client(port).await;
        peer.say(command.repeat(200)).await;
        let answers = String::from_utf8_lossy(&peer.rest().await).into_owned();
        assert!(answers.lines().count() < limit, "{} answers to {command}", answers.lines().count());
        assert!(answers.lines().last().is_some_and(|last| last.starts_with("421 ")), "{answers}");
    }
}

#[tokio::test]
async fn our_server_takes_a_long_pipeline() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let mut service = service(None, &inbox, &recorder);
    service.max_recipients = 100_000;
    let port = serve(service, false).await;
    let mut peer = raw_client(port).await;
    peer.say("EHLO unavarra.es\r\n").await;
    peer.hear("250 CHUNKING\r\n").await;
    let recipients = 20_000;
    let group = format!(
        "MAIL FROM:<>\r\n{}DATA\r\n",
        (0..recipients).map(|n| format!("RCPT TO:<u{n}@gmail.com>\r\n")).collect::<String>()
    );
    peer.say(group).await;
    let answers = peer.hear("354 end with <CRLF>.<CRLF>\r\n").await;
    assert_eq!(answers.lines().filter(|line| line.starts_with("250 ")).count(), recipients + 1);
    peer.say(".\r\nQUIT\r\n").await;
    peer.rest().await;
    assert_eq!(inbox.all().iter().map(|message| message.recipients.len()).collect::<Vec<_>>(), [recipients]);
}
