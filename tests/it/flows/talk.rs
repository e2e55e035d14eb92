//! A conversation that a script or a person leads, line by line, over pipes in memory.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use mailtool::base::Secret;
use mailtool::client::talk::{Ask, Asked, End, Literal, Login, Offer, Security, Smtp, Speaker, Way, lead};
use mailtool::client::{Error, Limits, Refusal};
use mailtool::net::certificates::{self, Trust};
use mailtool::net::dial::Family;
use mailtool::net::endpoint::Host;
use mailtool::net::tls::{ServerTls, TlsError};
use mailtool::net::{self, Dial, Session, Tls};
use mailtool::proto::Side;
use mailtool::proto::sasl::{Credentials, Means};
use mailtool::proto::smtp::extensions::SIZE;
use mailtool::proto::smtp::{Awaited, Dialogue, Verb};
use mailtool::transcript::SessionId;
use tokio::io::DuplexStream;

use super::peer::{Peer, Recorder, session, token};

const CANARY: &str = "kan4rie de Pamplona";

/// Lines that are there, and who logs in.
#[derive(Default)]
struct Lines {
    lines: VecDeque<&'static str>,
    /// Behind its lines it thinks, and says nothing more.
    thinks: bool,
    password: Option<&'static str>,
    asked: Vec<Asked>,
    offered: Vec<Option<bool>>,
}

impl Speaker for Lines {
    async fn line(&mut self, ask: Ask) -> io::Result<Option<Vec<u8>>> {
        self.asked.push(ask.asked);
        if self.lines.is_empty() && self.thinks {
            std::future::pending::<()>().await;
        }
        Ok(self.lines.pop_front().map(|line| line.as_bytes().to_vec()))
    }

    fn has_account(&self) -> bool {
        self.password.is_some()
    }

    async fn account(&mut self, _takes: Means) -> io::Result<Option<Credentials>> {
        let password = self.password.map(Secret::new);
        Ok(password.map(|password| Credentials::with_password("alicia", password)))
    }

    fn open(&mut self, _path: &str) -> io::Result<Option<Literal>> {
        Ok(None)
    }

    fn offered(&mut self, offer: Option<&Offer>) {
        let size = |offer: &Offer| matches!(offer, Offer::Smtp(offered) if offered.has(&SIZE));
        self.offered.push(offer.map(size));
    }

    fn seen(&mut self, _seen: bool) {}
}

type Ended = Result<End<Refusal>, Error>;

fn script(lines: &'static str) -> Lines {
    Lines { lines: lines.lines().collect(), ..Lines::default() }
}

fn way(script: bool) -> Way {
    let dial = Dial {
        family: Family::Any,
        timeout: Duration::from_secs(10),
        deadline: None,
        stop: None,
        sink: None,
        resolver: None,
        known: Vec::new(),
        bind: None,
        proxies: Vec::new(),
        proxied: None,
        tunnel: None,
        secret: None,
    };
    Way {
        host: Host::Name("gmail.com".to_owned()),
        port: 25,
        dial,
        limits: Limits::each(Duration::from_secs(10)),
        strict: false,
        script,
        security: Security {
            implicit: false,
            starttls: false,
            verified: false,
            tls: Tls::new(Trust::mozilla(), None, false),
        },
        login: Login { mechanisms: None, means: Means::Password, clear: false, unverified: false, nonce: token },
    }
}

/// What became of it, the speaker, what the server heard behind its turns, and what was recorded.
async fn with(way: &Way, mut lines: Lines, turns: &[(&str, &str)]) -> (Ended, Lines, String, Arc<Recorder>) {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let (mut peer, recorder): (Peer<DuplexStream>, _) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let server = async {
        peer.say("220 gmail.com\r\n").await;
        peer.converse(turns).await;
        String::from_utf8(peer.rest().await).expect("UTF-8")
    };
    let client = lead(way, &mut lines, Smtp::new(way.script), session(ours, &recorder));
    let (ended, rest) = tokio::join!(client, server);
    (ended, lines, rest, recorder)
}

fn refused(ended: &Ended) -> Option<(Awaited, u16)> {
    let refusal = ended.as_ref().expect("an end").refusal.as_ref();
    refusal.map(|refusal| (refusal.to, refusal.reply.code))
}

const OK: &str = "250 ok\r\n";
const BYE: (&str, &str) = ("QUIT\r\n", "221 bye\r\n");

#[tokio::test(start_paused = true)]
async fn a_letter_line_by_line_with_its_dots() {
    let lines =
        script("EHLO x\nMAIL FROM:<a@b.test>\nRCPT TO:<c@d.test>\nDATA\nSubject: x\n\n.\u{e1}\n..\nQUIT\n.\nRSET");
    let turns = [
        ("EHLO x\r\n", "250-gmail.com\r\n250 SIZE\r\n"),
        ("MAIL FROM:<a@b.test>\r\n", OK),
        ("RCPT TO:<c@d.test>\r\n", OK),
        ("DATA\r\n", "354 go\r\n"),
        ("Subject: x\r\n\r\n..\u{e1}\r\n...\r\nQUIT\r\n.\r\n", OK),
        ("RSET\r\n", OK),
        BYE,
    ];
    let (ended, lines, rest, _) = with(&way(true), lines, &turns).await;
    assert_eq!((ended.expect("an end"), rest.as_str()), (End { refusal: None, cut: false }, ""));
    assert_eq!(lines.offered, [Some(true)]);
    let content = lines.asked.iter().filter(|asked| **asked == Asked::Content).count();
    assert_eq!((content, lines.asked.last()), (6, Some(&Asked::Command)));
}

#[tokio::test(start_paused = true)]
async fn the_first_refusal_counts_and_the_script_goes_on() {
    let turns = [
        ("xyzzy\r\n", "500 what?\r\n"),
        ("DATA\r\n", "503 no\r\n"),
        ("NOOP \u{f1}\r\n", "451 later\r\n"),
        ("QUIT\r\n", "221 bye\r\n"),
    ];
    // the content of a DATA that was refused is no command
    let lines = script("xyzzy\nDATA\nRSET\n..\n.\nNOOP \u{f1}\nQUIT\nNOOP");
    let (ended, lines, rest, _) = with(&way(true), lines, &turns).await;
    assert_eq!((refused(&ended), rest.as_str()), (Some((Awaited::Command(Verb::Other), 500)), ""));
    assert_eq!(lines.lines, ["NOOP"], "nothing is said behind QUIT");
}

#[tokio::test(start_paused = true)]
async fn a_message_may_have_an_answer_for_each_recipient() {
    let (to, dot) = (("RCPT TO:<a@b.test>\r\n", OK), "x\r\n.\r\n");
    let letter = |hello, hi, mail, answers| {
        [(hello, hi), (mail, OK), to, to, ("DATA\r\n", "354 go\r\n"), (dot, answers), ("NOOP\r\n", OK), BYE]
    };
    let (lhlo, prdr) = (("LHLO x\r\n", "MAIL FROM:<>\r\n"), ("EHLO x\r\n", "MAIL FROM:<> PRDR\r\n"));
    let no = |to, code| Some((to, code));
    let cases = [
        (lhlo, "250 one\r\n250 two\r\n", None),
        (lhlo, "250 one\r\n552 two\r\n", no(Awaited::EndOfData, 552)),
        (lhlo, "450 one\r\n550 two\r\n", no(Awaited::EndOfData, 450)),
        (prdr, "353 see\r\n250 one\r\n550 two\r\n250 ok\r\n", no(Awaited::Recipient, 550)),
        (prdr, "250 ok\r\n", None),
    ];
    for ((hello, mail), answers, refusal) in cases {
        let said = format!("{hello}{mail}RCPT TO:<a@b.test>\nRCPT TO:<a@b.test>\nDATA\nx\n.\nNOOP").leak();
        let turns = letter(hello, OK, mail, answers);
        let (ended, _, rest, _) = with(&way(true), script(said), &turns).await;
        assert_eq!((refused(&ended), rest.as_str()), (refusal, ""), "{answers}");
    }
    let (hello, mail) = lhlo;
    // who hangs up in the middle has not answered
    let turns = letter(hello, OK, mail, "250 one\r\n421 later\r\n");
    let said = "LHLO x\nMAIL FROM:<>\nRCPT TO:<a@b.test>\nRCPT TO:<a@b.test>\nDATA\nx\n.\nNOOP";
    let (ended, lines, ..) = with(&way(true), script(said), &turns[..6]).await;
    assert_eq!((refused(&ended), lines.lines.len()), (no(Awaited::EndOfData, 421), 1));
}

#[tokio::test(start_paused = true)]
async fn chunks_are_counted_in_octets() {
    let turns = [
        ("BDAT 14\r\nhola\r\n adios\r\n", OK),
        ("BDAT 5\r\nhello", OK),
        (" world\r\n", "500 what?\r\n"),
        ("BDAT 5\r\nhello", OK),
        ("BDAT 0 LAST\r\n", OK),
        BYE,
    ];
    let lines = script("BDAT 14\nhola\n adios\nBDAT 5\nhello world\nBDAT 5\nhello\nBDAT 0 LAST");
    let (ended, _, rest, _) = with(&way(true), lines, &turns).await;
    assert_eq!((refused(&ended), rest.as_str()), (Some((Awaited::Command(Verb::Other), 500)), ""));
}

#[tokio::test(start_paused = true)]
async fn a_script_that_ends_in_a_message_delivers_nothing() {
    let (ended, _, rest, _) = with(&way(true), script("DATA\nx\n.."), &[("DATA\r\n", "354 go\r\n")]).await;
    assert_eq!((ended.expect("an end").cut, rest.as_str()), (true, "x\r\n...\r\n"));
    let (ended, _, rest, _) = with(&way(true), script("BDAT 9 LAST\nx"), &[]).await;
    assert_eq!((ended.expect("an end").cut, rest.as_str()), (true, "BDAT 9 LAST\r\nx\r\n"));
    let turns = [("AUTH XFOO\r\n", "334 \r\n"), ("*\r\n", "501 called off\r\n"), BYE];
    let (ended, _, rest, _) = with(&way(true), script("AUTH XFOO"), &turns).await;
    assert_eq!((ended.expect("an end").cut, rest.as_str()), (true, ""));
    // a person is asked twice
    let (ended, _, rest, recorder) = with(&way(false), script("DATA"), &[("DATA\r\n", "354 go\r\n")]).await;
    assert_eq!((ended.expect("an end").cut, rest.as_str()), (true, ""));
    assert!(recorder.get().notes.iter().any(|note| note.contains("lone dot")));
}

#[tokio::test(start_paused = true)]
async fn a_message_that_is_refused_before_its_end_is_not_said_to_its_end() {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let server = async {
        peer.say("220 gmail.com\r\n").await;
        peer.converse(&[("DATA\r\n", "354 go\r\n"), ("x\r\n", "552 5.3.4 too big\r\n")]).await;
        String::from_utf8(peer.rest().await).expect("UTF-8")
    };
    let (way, mut lines) = (way(true), Lines { thinks: true, ..script("DATA\nx") });
    let (ended, rest) = tokio::join!(lead(&way, &mut lines, Smtp::new(way.script), session(ours, &recorder)), server);
    assert_eq!((refused(&ended), rest.as_str()), (Some((Awaited::EndOfData, 552)), ""));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_answers_twice_ends_a_script_and_not_a_person() {
    let twice = [("NOOP\r\n", "250 ok\r\n250 ok\r\n")];
    let (ended, ..) = with(&way(true), script("NOOP\nNOOP"), &twice).await;
    assert!(matches!(ended, Err(Error::Net(net::Error::Protocol { .. }))), "{ended:?}");
    let (ended, _, rest, _) = with(&way(false), script("NOOP"), &[twice[0], BYE]).await;
    assert_eq!((refused(&ended), rest.as_str()), (None, ""));
}

#[tokio::test(start_paused = true)]
async fn what_is_no_reply_ends_a_script_and_not_a_person() {
    let strange = [("USER x\r\n", "+OK\r\n")];
    let (ended, ..) = with(&way(true), script("USER x\nPASS y"), &strange).await;
    assert!(matches!(ended, Err(Error::Net(net::Error::Protocol { .. }))), "{ended:?}");
    let (ended, _, rest, recorder) =
        with(&way(false), script("USER x\nNOOP"), &[strange[0], ("NOOP\r\n", OK), BYE]).await;
    assert_eq!((refused(&ended), rest.as_str()), (None, ""));
    assert!(recorder.get().notes.iter().any(|note| note.contains("POP3")), "{:?}", recorder.get().notes);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_goes_is_noticed_while_somebody_thinks() {
    for (script, expected) in [(true, Some(421)), (false, None)] {
        let (ours, theirs) = tokio::io::duplex(64 * 1024);
        let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
        let server = async move {
            peer.say("220 gmail.com\r\n").await;
            tokio::time::sleep(Duration::from_secs(3600)).await;
            peer.say("421 4.4.2 you are too slow\r\n").await;
        };
        let (way, mut lines) = (way(script), Lines { thinks: true, ..Lines::default() });
        let (ended, ()) = tokio::join!(lead(&way, &mut lines, Smtp::new(way.script), session(ours, &recorder)), server);
        match expected {
            Some(code) => assert_eq!(refused(&ended).map(|(_, code)| code), Some(code)),
            None => assert!(matches!(ended, Err(Error::Net(net::Error::Closed { .. }))), "{ended:?}"),
        }
        assert!(recorder.get().text.contains("S: 421 4.4.2 you are too slow"));
    }
}

const EHLO: (&str, &str) = ("EHLO x\r\n", "250-gmail.com\r\n250 AUTH PLAIN LOGIN\r\n");

#[tokio::test(start_paused = true)]
async fn auth_is_carried_where_it_may_be() {
    let login = || Lines { password: Some(CANARY), ..script("EHLO x\nAUTH\nNOOP") };
    // in clear text, to a name: not without being told
    let (ended, ..) = with(&way(true), login(), &[EHLO]).await;
    assert!(matches!(ended, Err(Error::Sasl(_))), "{ended:?}");
    let (ended, _, _, recorder) = with(&way(false), login(), &[EHLO, ("NOOP\r\n", OK), BYE]).await;
    assert_eq!(refused(&ended), None);
    assert!(recorder.get().notes.iter().any(|note| note.contains("clear text")), "{:?}", recorder.get().notes);

    let mut clear = way(true);
    clear.login.clear = true;
    let plain = "AUTH PLAIN AGFsaWNpYQBrYW40cmllIGRlIFBhbXBsb25h\r\n";
    let (ended, _, rest, recorder) = with(&clear, login(), &[EHLO, (plain, "235 in\r\n"), ("NOOP\r\n", OK), BYE]).await;
    assert_eq!((refused(&ended), rest.as_str()), (None, ""));
    assert!(recorder.get().text.contains("C: AUTH PLAIN ••••"), "{}", recorder.get().text);
    let refusing = [EHLO, (plain, "535 no\r\n"), ("NOOP\r\n", OK), BYE];
    let (ended, ..) = with(&clear, login(), &refusing).await;
    assert_eq!(refused(&ended), Some((Awaited::Command(Verb::Auth), 535)));
}

#[tokio::test(start_paused = true)]
async fn auth_with_its_response_or_without_anybody_known_goes_as_it_is() {
    let turns = [
        ("AUTH PLAIN AGEAa2FuNHJpZQ==\r\n", "535 no\r\n"),
        ("AUTH LOGIN\r\n", "334 VXNlcm5hbWU6\r\n"),
        ("# YWxpY2lh\r\n", "334 UGFzc3dvcmQ6\r\n"),
        ("\r\n", "535 no\r\n"),
        BYE,
    ];
    let lines = script("AUTH PLAIN AGEAa2FuNHJpZQ==\nAUTH LOGIN\n# YWxpY2lh\n\nQUIT");
    let (ended, lines, rest, recorder) = with(&way(true), lines, &turns).await;
    assert_eq!((refused(&ended), rest.as_str()), (Some((Awaited::Command(Verb::Auth), 535)), ""));
    assert_eq!(lines.asked.iter().filter(|asked| **asked == Asked::Credentials).count(), 2);
    assert!(!recorder.get().text.contains("a2FuNHJpZQ"), "{}", recorder.get().text);
    assert!(!recorder.get().text.contains("YWxpY2lh"), "{}", recorder.get().text);
}

/// STARTTLS and a login inside, with a server whose certificate nobody here knows.
async fn over_tls(way: &Way, lines: Lines, inside: &[(&str, &str)]) -> (Ended, Vec<String>) {
    let (tls, _): (ServerTls, _) = certificates::generate(&["gmail.com".to_owned()]).expect("a key");
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let (recorder, far) = (Arc::new(Recorder::default()), Arc::new(Recorder::default()));
    let server = async {
        let sink: Arc<dyn mailtool::transcript::Sink> = far.clone();
        let stream = Box::new(theirs);
        let mut session = Session::new(stream, Dialogue::new(), Side::Server, SessionId(2), Some(sink));
        let limit = Duration::from_secs(10);
        let say = |text: &str| mailtool::net::Outgoing { octets: text.as_bytes().to_vec(), secret: Vec::new() };
        session.send(say("220 gmail.com\r\n"), limit).await?;
        session.turn("STARTTLS", limit).await?;
        session.send(say("220 go\r\n"), limit).await?;
        let mut session = session.accept(&tls, limit).await?;
        for (heard, reply) in inside {
            let turn = session.turn("a command", limit).await?;
            assert_eq!(String::from_utf8_lossy(&turn.octets), *heard);
            session.send(say(reply), limit).await?;
        }
        Ok::<_, net::Error>(())
    };
    let mut lines = lines;
    let (ended, served) = tokio::join!(lead(way, &mut lines, Smtp::new(way.script), session(ours, &recorder)), server);
    assert!(served.is_ok() || ended.is_err(), "{served:?}");
    let notes = recorder.get().notes.clone();
    (ended, notes)
}

#[tokio::test]
async fn starttls_is_followed_by_the_handshake_verified_where_that_was_asked_for() {
    let (ended, notes) = over_tls(&way(true), script("STARTTLS\nNOOP"), &[("NOOP\r\n", OK), BYE]).await;
    assert_eq!(refused(&ended), None);
    assert!(notes.iter().any(|note| note.contains("UNVERIFIED")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("EHLO comes again")), "{notes:?}");

    let mut verified = way(true);
    verified.security.verified = true;
    let (ended, _) = over_tls(&verified, script("STARTTLS\nNOOP"), &[]).await;
    assert!(matches!(ended, Err(Error::Net(net::Error::Tls(TlsError::Certificate { .. })))), "{ended:?}");

    // a password goes to nobody knows whom only where that was asked for
    let login = || Lines { password: Some(CANARY), ..script("STARTTLS\nAUTH PLAIN") };
    let (ended, _) = over_tls(&way(true), login(), &[]).await;
    assert!(matches!(ended, Err(Error::Net(net::Error::Tls(TlsError::Certificate { .. })))), "{ended:?}");
    let mut trusting = way(true);
    trusting.login.unverified = true;
    let plain = "AUTH PLAIN AGFsaWNpYQBrYW40cmllIGRlIFBhbXBsb25h\r\n";
    let (ended, _) = over_tls(&trusting, login(), &[(plain, "235 in\r\n"), BYE]).await;
    assert_eq!(refused(&ended), None);
}

#[tokio::test(start_paused = true)]
async fn starttls_that_is_refused_is_shown_and_ends_only_what_requires_it() {
    let refusing = [("STARTTLS\r\n", "454 later\r\n"), ("NOOP\r\n", OK), BYE];
    let (ended, ..) = with(&way(true), script("STARTTLS\nNOOP"), &refusing).await;
    assert_eq!(refused(&ended), Some((Awaited::Command(Verb::StartTls), 454)));
    let mut required = way(true);
    required.security.starttls = true;
    let (ended, ..) = with(&required, script("STARTTLS\nNOOP"), &refusing[..1]).await;
    assert!(matches!(ended, Err(Error::Net(net::Error::Tls(TlsError::Refused(_))))), "{ended:?}");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_answer_is_waited_for_as_long_as_was_said() {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let server = async {
        peer.say("220 gmail.com\r\n").await;
        peer.hear("NOOP\r\n").await;
        peer.silence(Duration::from_secs(9)).await;
        peer.rest().await
    };
    let (way, mut lines) = (way(true), script("NOOP"));
    let client = async { lead(&way, &mut lines, Smtp::new(way.script), session(ours, &recorder)).await };
    let (ended, _) = tokio::join!(client, server);
    assert!(matches!(ended, Err(Error::Net(net::Error::Timeout { .. }))), "{ended:?}");
}
