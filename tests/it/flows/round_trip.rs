//! The client against our own server: what is handed over is what arrives, to the octet.

use std::collections::HashSet;
use std::fs;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use mailtool::base::Exit;
use mailtool::client::deliver::{Habits, Utf8};
use mailtool::server::smtp::Voice;
use tokio::net::TcpStream;

use super::peer::{Inbox, Peer, Recorder, hand_over, letter, serve, service, user, way};

/// Messages, and what arrives of them: line ends are CRLF and the last line is ended, nothing else changes.
fn messages() -> Vec<(Vec<u8>, Vec<u8>)> {
    let long = b"Subject: largo\r\n\r\n.una\r\n..dos\r\n\r\n.\r\n0123456789\r\n".repeat(16_000);
    let cases: [(&[u8], &[u8]); 8] = [
        (
            b"Subject: hola\r\n\r\n\xc2\xbfTe gusta la salsa de tomate?\r\n",
            b"Subject: hola\r\n\r\n\xc2\xbfTe gusta la salsa de tomate?\r\n",
        ),
        (b"", b""),
        (b".", b".\r\n"),
        (b".\r\n", b".\r\n"),
        (b"a\n.\nb\r..\rc", b"a\r\n.\r\nb\r\n..\r\nc\r\n"),
        (b"\n\n.\n\n", b"\r\n\r\n.\r\n\r\n"),
        (b"x\r\n.\r\nMAIL FROM:<mallory@evil.test>\r\n", b"x\r\n.\r\nMAIL FROM:<mallory@evil.test>\r\n"),
        (&long, &long),
    ];
    cases.iter().map(|(sent, arrives)| (sent.to_vec(), arrives.to_vec())).collect()
}

#[tokio::test]
async fn every_message_arrives_as_it_was_by_every_road() {
    for (pipelining, chunking) in [(true, true), (true, false), (false, true), (false, false)] {
        for voice in [Voice::Modern, Voice::Classic] {
            let directory = tempfile::tempdir().expect("a directory");
            let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
            let mut service = service(Some(directory.path().to_owned()), &inbox, &far);
            service.voice = voice;
            let mut way = way(serve(service, false).await, &near);
            way.habits = Habits { pipelining, chunking, binary: false, smtputf8: Utf8::Auto };
            way.server.strict = true;
            let messages = messages();
            let letters = messages.iter().enumerate();
            let letters = letters.map(|(n, (octets, _))| letter(n + 1, &["pepe@gmail.com", "ana@gmail.com"], octets));
            let told = hand_over(&way, letters.collect()).await;
            let road = format!("pipelining {pipelining}, chunking {chunking}, {voice:?}");
            assert_eq!(told.outcomes.len(), 2 * messages.len(), "{road}");
            let bad = told.outcomes.iter().find(|outcome| outcome.verdict.exit != Exit::Ok);
            assert!(bad.is_none(), "{road}: {:?}", bad.map(|outcome| &outcome.verdict));
            let received = inbox.all();
            for (message, (_, arrives)) in received.iter().zip(&messages) {
                let file = fs::read(message.file.as_ref().expect("a file")).expect("its octets");
                assert!(file == *arrives, "{road}: {} octets of {}", file.len(), arrives.len());
                assert_eq!((message.size, message.recipients.len()), (arrives.len() as u64, 2));
            }
            assert_eq!(received.len(), messages.len());
            let findings = [&near, &far].map(|recorder: &Arc<Recorder>| recorder.get().text.contains("\n! "));
            assert_eq!(findings, [false, false], "{road}: neither end departs from the RFCs");
            let (near, far) = (near.get(), far.get());
            assert!(near.said == far.said, "{road}: both ends tell the same octets");
        }
    }
}

/// What our server answers to a client that says all of this, at once or octet by octet, and what it kept.
async fn said_raw(octets: &[u8], at_once: bool) -> (String, Vec<Vec<u8>>) {
    let directory = tempfile::tempdir().expect("a directory");
    let (inbox, far) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let mut service = service(Some(directory.path().to_owned()), &inbox, &far);
    service.users = vec![user("alicia", "kan4rie")];
    let port = serve(service, false).await;
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut peer = Peer::new(stream);
    let saying = async {
        if at_once {
            peer.say(octets).await
        } else {
            peer.stammer(octets).await
        }
        String::from_utf8_lossy(&peer.rest().await).into_owned()
    };
    let answers = tokio::time::timeout(Duration::from_secs(30), saying).await.expect("an end");
    let kept = inbox.all().into_iter().filter_map(|message| fs::read(message.file?).ok());
    (answers, kept.collect())
}

fn codes(answers: &str) -> Vec<&str> {
    let last_lines = answers.lines().filter(|line| line.as_bytes().get(3) == Some(&b' '));
    last_lines.filter_map(|line| line.get(..3)).collect()
}

#[tokio::test]
async fn a_client_that_does_not_wait_is_understood_all_the_same() {
    let envelope = "MAIL FROM:<>\r\nRCPT TO:<pepe@gmail.com>\r\n";
    for lines in [1, 10_000] {
        let body = "0123456789\r\n..\r\n.x\r\n".repeat(lines);
        let arrives = "0123456789\r\n.\r\nx\r\n".repeat(lines);
        let data = format!("EHLO x\r\n{envelope}DATA\r\n{body}.\r\n{envelope}DATA\r\n.\r\nQUIT\r\n");
        let (answers, kept) = said_raw(data.as_bytes(), true).await;
        assert_eq!(codes(&answers), ["220", "250", "250", "250", "354", "250", "250", "250", "354", "250", "221"]);
        assert!(kept == [arrives.into_bytes(), Vec::new()], "{lines} lines");
    }
    let body = "x.\r\n.\r\n".repeat(50_000);
    let chunk = format!("BDAT {}\r\n{body}BDAT 3 LAST\r\nabc", body.len());
    let (answers, kept) = said_raw(format!("EHLO x\r\n{envelope}{chunk}QUIT\r\n").as_bytes(), true).await;
    assert_eq!(codes(&answers), ["220", "250", "250", "250", "250", "250", "221"]);
    assert!(kept == [format!("{body}abc").into_bytes()]);
}

#[tokio::test]
async fn a_client_that_speaks_octet_by_octet_is_understood_too() {
    let said = "EHLO x\r\nAUTH LOGIN\r\nYWxpY2lh\r\na2FuNHJpZQ==\r\nMAIL FROM:<>\r\nRCPT TO:<pepe@gmail.com>\r\nDATA\r\n\
                ..\r\nx\r\n.\r\nRSET\r\nMAIL FROM:<>\r\nRCPT TO:<Postmaster>\r\nBDAT 4\r\n.\r\n.BDAT 0 LAST\r\nQUIT\r\n";
    let expected =
        ["220", "250", "334", "334", "235", "250", "250", "354", "250", "250", "250", "250", "250", "250", "221"];
    for at_once in [false, true] {
        let (answers, kept) = said_raw(said.as_bytes(), at_once).await;
        assert_eq!(codes(&answers), expected, "{answers}");
        assert_eq!(kept, [b".\r\nx\r\n".to_vec(), b".\r\n.".to_vec()]);
    }
}

#[tokio::test]
async fn a_message_that_is_too_large_is_not_sent_or_not_taken() {
    let directory = tempfile::tempdir().expect("a directory");
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut service = service(Some(directory.path().to_owned()), &inbox, &far);
    service.max_size = 1000;
    let way = way(serve(service, false).await, &near);
    let told =
        hand_over(&way, vec![letter(1, &["pepe@gmail.com"], &[b'x'; 999]), letter(2, &["pepe@gmail.com"], b"y")]).await;
    assert_eq!(told.outcomes.iter().map(|outcome| outcome.verdict.exit).collect::<Vec<_>>(), [Exit::Data, Exit::Ok]);
    assert!(!near.get().text.contains("SIZE=1001"), "RFC 1870 §6.1: what is too large is not even tried");
    assert_eq!(fs::read_dir(directory.path()).expect("the directory").count(), 1, "nothing is left over");
}

#[tokio::test]
async fn addresses_beyond_ascii_go_with_smtputf8() {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let way = way(serve(service(None, &inbox, &far), false).await, &near);
    let told = hand_over(&way, vec![letter(1, &["josé@españa.test", "ana@españa.test"], b"x")]).await;
    assert_eq!(told.lines(), ["josé@españa.test delivered 250", "ana@españa.test delivered 250"]);
    let said = String::from_utf8_lossy(&near.get().said[0]).into_owned();
    assert!(said.contains(" SMTPUTF8\r\nRCPT TO:<josé@españa.test>\r\n"), "{said}");
    let told = hand_over(&way, vec![letter(1, &["jose@españa.test"], b"x")]).await;
    assert_eq!(told.lines(), ["jose@españa.test delivered 250"]);
    assert!(near.get().text.contains("RCPT TO:<jose@xn--espaa-rta.test>"), "{}", near.get().text);
}

#[tokio::test]
async fn more_recipients_than_are_taken_at_once() {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut service = service(None, &inbox, &far);
    service.max_recipients = 2;
    let way = way(serve(service, false).await, &near);
    let told = hand_over(&way, vec![letter(1, &["a@x.test", "b@x.test", "c@x.test"], b"x")]).await;
    assert_eq!(told.lines(), ["a@x.test delivered 250", "b@x.test delivered 250", "c@x.test delivered 250"]);
}

#[tokio::test]
async fn more_clients_than_are_served_at_once() {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut service = service(None, &inbox, &far);
    service.max_connections = 0;
    let way = way(serve(service, false).await, &near);
    let told = hand_over(&way, vec![letter(1, &["a@x.test"], b"x")]).await;
    assert_eq!(told.lines(), ["a@x.test deferred 421"]);
}

#[tokio::test]
async fn a_connection_takes_as_many_letters_as_it_is_to() {
    for (most, connections) in [(None, 1), (Some(1), 5), (Some(2), 3), (Some(5), 1), (Some(6), 1)] {
        for pipelining in [true, false] {
            let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::default(), Arc::default());
            let mut way = way(serve(service(None, &inbox, &far), false).await, &near);
            way.per_connection = most.and_then(NonZeroUsize::new);
            way.habits.pipelining = pipelining;
            let letters = (1..=5).map(|n| letter(n, &["pepe@gmail.com"], format!("Subject: {n}\r\n").as_bytes()));
            let told = hand_over(&way, letters.collect()).await;
            assert!(told.outcomes.iter().all(|outcome| outcome.verdict.exit == Exit::Ok), "{:?}", told.lines());
            let numbers: Vec<_> = told.outcomes.iter().map(|outcome| outcome.letter).collect();
            assert_eq!(numbers, [1, 2, 3, 4, 5]);
            let sessions: HashSet<_> = inbox.all().iter().map(|received| received.session.0).collect();
            assert_eq!((inbox.all().len(), sessions.len()), (5, connections), "{most:?}");
            let said = String::from_utf8_lossy(&near.get().said[0]).into_owned();
            for (command, times) in [("EHLO ", connections), ("QUIT\r\n", connections), ("MAIL FROM", 5), ("RSET", 0)] {
                assert_eq!(said.matches(command).count(), times, "{command} of {most:?}\n{said}");
            }
        }
    }
}
