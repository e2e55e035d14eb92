//! STARTTLS: what stands behind its go-ahead in clear text is never read, and TLS waits no longer than clear text.

use std::sync::Arc;
use std::time::Duration;

use mailtool::base::Exit;
use mailtool::client::{Error, Hello, Limits, Smtp};
use mailtool::net::certificates::{self, Trust};
use mailtool::net::endpoint::Host;
use mailtool::net::tls::ServerTls;
use mailtool::net::tls_policy::Mode;
use mailtool::net::{self, Outgoing, Session, Tls};
use mailtool::proto::Side;
use mailtool::proto::smtp::{Command, Dialogue};
use mailtool::transcript::SessionId;
use tokio::io::DuplexStream;
use tokio::net::TcpStream;

use super::peer::{Inbox, Peer, Recorder, accept, greeted, hand_over, letter, listen, serve, service, session, way};

/// A certificate for gmail.com and a client that trusts it.
fn certified() -> (ServerTls, Tls) {
    let (server, pem) = certificates::generate(&["gmail.com".to_owned(), "127.0.0.1".to_owned()]).expect("a key");
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("ca.pem");
    std::fs::write(&file, pem).expect("a file");
    (server, Tls::new(Trust::file(&file).expect("a certificate"), None, false))
}

fn gmail() -> Host {
    Host::Name("gmail.com".to_owned())
}

/// A client at the go-ahead of STARTTLS, over a server that says all of `behind` with it.
async fn upgrade_with(behind: &str) -> (Result<Smtp, Error>, Vec<u8>, Arc<Recorder>) {
    let (mut smtp, mut peer, recorder) = greeted(4096).await;
    let server = async {
        peer.converse(&[("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 STARTTLS\r\n")]).await;
        peer.hear("STARTTLS\r\n").await;
        peer.say(behind).await;
        peer.rest().await
    };
    let client = async {
        smtp.hello("unavarra.es", Hello::Ehlo).await.expect("a welcome");
        smtp.command(&Command::StartTls).await?;
        smtp.secure(&certified().1, &gmail(), true).await
    };
    let (upgraded, heard) = tokio::join!(client, server);
    (upgraded, heard, recorder)
}

#[tokio::test(start_paused = true)]
async fn clear_text_behind_the_go_ahead_is_an_attack() {
    for injected in ["250-gmail.com\r\n250 AUTH PLAIN\r\n", "x", "421 4.3.2 bye\r\n", "\r\n"] {
        let (upgraded, heard, _) = upgrade_with(&format!("220 2.0.0 go ahead\r\n{injected}")).await;
        let Err(Error::Net(net::Error::Injection { octets })) = upgraded else { panic!("{injected:?} was taken") };
        assert_eq!(octets, injected.len());
        assert_eq!(heard, b"", "nothing further is said");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_injected_is_in_the_transcript() {
    let (_, _, recorder) = upgrade_with("220 2.0.0 go ahead\r\n250 AUTH PLAIN\r\n").await;
    assert!(recorder.get().said[1].ends_with(b"250 AUTH PLAIN\r\n"));
}

/// What becomes of a letter if STARTTLS is answered like this, what the client says behind it, and whether it came back.
async fn answered_with(mode: Mode, reply: &str) -> (String, String, bool) {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        let offer = "250-gmail.com\r\n250 STARTTLS\r\n";
        peer.converse(&[("EHLO unavarra.es\r\n", offer), ("STARTTLS\r\n", reply)]).await;
        let rest = String::from_utf8_lossy(&peer.rest().await).into_owned();
        let again = tokio::time::timeout(Duration::from_millis(300), socket.accept()).await;
        (rest, again.is_ok())
    };
    let mut way = way(port, &recorder);
    (way.server.mode, way.server.limits) = (mode, Limits::each(Duration::from_millis(1500)));
    let (told, (rest, again)) = tokio::join!(hand_over(&way, vec![letter(1, &["pepe@gmail.com"], b"x")]), server);
    (told.lines().concat(), rest, again)
}

#[tokio::test]
async fn only_220_goes_ahead() {
    for reply in ["250 ok\r\n", "221 bye\r\n", "250 ok\r\n421 4.3.2 injected\r\n"] {
        let (outcome, rest, again) = answered_with(Mode::StartTls, reply).await;
        assert_eq!((rest.as_str(), again), ("", false), "{reply:?}");
        assert_eq!(outcome, "pepe@gmail.com refused Protocol", "{reply:?}");
    }
}

#[tokio::test]
async fn an_attack_is_no_reason_for_clear_text() {
    for mode in [Mode::May, Mode::StartTls] {
        for injected in ["250-gmail.com\r\n250 PIPELINING\r\n", "x"] {
            let told = answered_with(mode, &format!("220 go\r\n{injected}")).await;
            assert_eq!(told, ("pepe@gmail.com refused Protocol".to_owned(), String::new(), false), "{mode:?}");
        }
    }
}

#[tokio::test]
async fn an_offer_that_is_taken_back_is_a_matter_of_policy() {
    for reply in ["454 4.7.0 not now\r\n", "502 5.5.1 no\r\n"] {
        let (outcome, rest, again) = answered_with(Mode::StartTls, reply).await;
        assert_eq!(outcome, "pepe@gmail.com refused NoPermission");
        assert!(matches!(rest.as_str(), "" | "QUIT\r\n") && !again, "{rest}");
        let (_, rest, again) = answered_with(Mode::May, reply).await;
        assert_eq!((rest.as_str(), again), ("MAIL FROM:<alicia@unavarra.es>\r\n", false));
    }
}

#[tokio::test(start_paused = true)]
async fn clear_text_instead_of_a_handshake_is_no_reply() {
    let (mut smtp, mut peer, _) = greeted(4096).await;
    let server = async {
        peer.converse(&[("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 STARTTLS\r\n")]).await;
        peer.converse(&[("STARTTLS\r\n", "220 2.0.0 go ahead\r\n")]).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        peer.say("250-gmail.com\r\n250 AUTH PLAIN\r\n").await;
        peer.rest().await
    };
    let client = async {
        smtp.hello("unavarra.es", Hello::Ehlo).await.expect("a welcome");
        smtp.command(&Command::StartTls).await?;
        smtp.secure(&certified().1, &gmail(), true).await.map(|_| ())
    };
    let (upgraded, heard) = tokio::join!(client, server);
    assert!(matches!(upgraded, Err(Error::Net(net::Error::Tls(_)))), "{upgraded:?}");
    assert!(heard.first().is_none_or(|first| *first == 0x16 || *first == 0x15), "only TLS is spoken");
}

#[tokio::test]
async fn a_handshake_that_fails_is_followed_by_clear_text_only_where_tls_was_not_required() {
    for (mode, expected) in
        [(Mode::May, "pepe@gmail.com delivered 250"), (Mode::StartTls, "pepe@gmail.com refused NoPermission")]
    {
        let (socket, port) = listen().await;
        let recorder = Arc::new(Recorder::default());
        let server = async {
            let offer = ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 STARTTLS\r\n");
            let mut peer = accept(&socket).await;
            peer.say("220 gmail.com\r\n").await;
            peer.converse(&[offer, ("STARTTLS\r\n", "220 go\r\n")]).await;
            peer.take(1).await;
            peer.say("500 5.5.1 what is this?\r\n").await;
            peer.rest().await;
            if mode == Mode::StartTls {
                return;
            }
            let mut peer = accept(&socket).await;
            peer.say("220 gmail.com\r\n").await;
            let script = [
                offer,
                ("MAIL FROM:<alicia@unavarra.es>\r\n", "250 ok\r\n"),
                ("RCPT TO:<pepe@gmail.com>\r\n", "250 ok\r\n"),
                ("DATA\r\n", "354 go on\r\n"),
                ("x\r\n.\r\n", "250 ok\r\n"),
                ("QUIT\r\n", "221 bye\r\n"),
            ];
            peer.converse(&script).await;
        };
        let mut way = way(port, &recorder);
        way.server.mode = mode;
        let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &["pepe@gmail.com"], b"x")]), server);
        assert_eq!(told.lines(), [expected]);
        assert!(recorder.get().notes.iter().any(|note| note.contains("clear text")), "{:?}", recorder.get().notes);
    }
}

#[tokio::test]
async fn our_server_speaks_tls_and_forgets_what_came_before() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    for (mode, implicit) in [(Mode::StartTls, false), (Mode::Implicit, true), (Mode::May, false)] {
        let (server, client) = certified();
        let mut service = service(None, &inbox, &recorder);
        service.tls = Some(server);
        let port = serve(service, implicit).await;
        let ours = Arc::new(Recorder::default());
        let mut way = way(port, &ours);
        (way.server.mode, way.server.tls) = (mode, client);
        let told = hand_over(&way, vec![letter(1, &["pepe@gmail.com"], b"x")]).await;
        assert_eq!(told.lines(), ["pepe@gmail.com delivered 250"]);
        let facts = told.outcomes[0].peer.tls.as_ref().expect("TLS");
        assert_eq!((facts.version.as_str(), &facts.verified), ("TLSv1.3", &Ok(())), "{mode:?}");
        let text = &ours.get().text;
        assert_eq!(text.contains("C: EHLO unavarra.es"), !implicit);
        assert!(text.contains("C~ EHLO unavarra.es") && text.contains("C~ MAIL"), "{text}");
        assert!(!text.contains("S~ 250-STARTTLS"));
    }
    assert_eq!(inbox.all().len(), 3);
}

#[tokio::test]
async fn a_certificate_that_nobody_knows_ends_it() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let mut service = service(None, &inbox, &recorder);
    service.tls = Some(certified().0);
    let port = serve(service, false).await;
    let mut way = way(port, &Arc::new(Recorder::default()));
    way.server.mode = Mode::StartTls;
    let told = hand_over(&way, vec![letter(1, &["pepe@gmail.com"], b"x")]).await;
    assert_eq!(told.outcomes[0].verdict.exit, Exit::NoPermission);
    assert!(told.outcomes[0].verdict.text.contains("--ca FILE"), "{}", told.outcomes[0].verdict.text);
    assert!(inbox.all().is_empty());
}

#[tokio::test]
async fn our_server_reads_nothing_that_was_said_behind_starttls() {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let mut service = service(None, &inbox, &recorder);
    service.tls = Some(certified().0);
    let port = serve(service, false).await;
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    let mut peer = Peer::new(stream);
    peer.hear("mailtool\r\n").await;
    peer.say("EHLO unavarra.es\r\nSTARTTLS\r\nMAIL FROM:<mallory@evil.test>\r\n").await;
    let answers = String::from_utf8_lossy(&peer.rest().await).into_owned();
    let last = answers.lines().last().unwrap_or_default();
    assert!(last.starts_with("220 "), "nothing is said behind the go-ahead: {answers}");
    assert!(recorder.get().notes.iter().any(|note| note.contains("injection")), "{:?}", recorder.get().notes);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_stops_reading_inside_tls_is_not_waited_for_for_ever() {
    let (ours, theirs) = tokio::io::duplex(8192);
    let (server, client) = certified();
    let recorder = Arc::new(Recorder::default());
    let limit = Duration::from_secs(10);
    let far = Session::new(Box::new(theirs), Dialogue::new(), Side::Server, SessionId(2), None);
    let (near, host) = (session(ours, &recorder), gmail());
    let (near, far) = tokio::join!(near.upgrade(&client, &host, true, limit), far.accept(&server, limit));
    let (mut near, far) = (near.expect("TLS"), far.expect("TLS"));
    let octets = b"NOOP\r\n".repeat(5000);
    let sending = near.send(Outgoing { octets, secret: Vec::new() }, limit);
    let sent = tokio::time::timeout(Duration::from_secs(3600), sending).await;
    let sent = sent.expect("within an hour, where ten seconds are the limit");
    assert!(matches!(sent, Err(net::Error::Timeout { .. })), "{sent:?}");
    drop(far);
}

/// The server's half of TLS, raw: it reads and writes when it is told to, not whenever it can.
async fn raw_tls(stream: DuplexStream) -> Peer<tokio_rustls::server::TlsStream<DuplexStream>> {
    let made = rcgen::generate_simple_self_signed(["gmail.com".to_owned()]).expect("a key");
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a certificate");
    let stream = tokio_rustls::TlsAcceptor::from(Arc::new(config)).accept(stream).await.expect("a handshake");
    Peer::new(stream)
}

#[tokio::test(start_paused = true)]
async fn pipelines_inside_tls_cannot_deadlock() {
    let (ours, theirs) = tokio::io::duplex(4096);
    let (recorder, limit, count, host) = (Arc::new(Recorder::default()), Duration::from_secs(10), 10_000, gmail());
    // Answers each command before it reads on, as most servers do, in more words than it was asked in.
    let answering = async {
        let mut peer = raw_tls(theirs).await;
        peer.say("220 gmail.com\r\n").await;
        peer.hear_lines(count, |_| Some(format!("250 {}\r\n", "x".repeat(60)))).await;
    };
    let asking = async {
        let tls = Tls::new(Trust::mozilla(), None, true);
        let mut near = session(ours, &recorder).upgrade(&tls, &host, true, limit).await?;
        near.turn("the greeting", limit).await?;
        near.send(Outgoing { octets: b"NOOP\r\n".repeat(count), secret: Vec::new() }, limit).await?;
        for _ in 0..count {
            near.turn("an answer", limit).await?;
        }
        Ok::<(), net::Error>(())
    };
    let both = async { tokio::join!(asking, answering).0 };
    let ended = tokio::time::timeout(Duration::from_secs(3600), both).await.expect("no deadlock");
    assert!(ended.is_ok(), "{ended:?}");
}

#[tokio::test(start_paused = true)]
async fn pipelines_in_clear_text_cannot_deadlock() {
    let (mut smtp, mut peer, _) = greeted(64).await;
    let (limit, count) = (Duration::from_secs(10), 10_000);
    let answering = peer.hear_lines(count, |_| Some(format!("250 {}\r\n", "x".repeat(60))));
    let asking = async {
        let near = smtp.session();
        near.send(Outgoing { octets: b"NOOP\r\n".repeat(count), secret: Vec::new() }, limit).await?;
        for _ in 0..count {
            near.turn("an answer", limit).await?;
        }
        Ok::<(), net::Error>(())
    };
    let both = async { tokio::join!(asking, answering).0 };
    let ended = tokio::time::timeout(Duration::from_secs(3600), both).await.expect("no deadlock");
    assert!(ended.is_ok(), "{ended:?}");
}
