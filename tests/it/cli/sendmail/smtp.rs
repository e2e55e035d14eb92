//! `sendmail -bs`: SMTP on standard input and output, and what the client hears of each letter.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use super::{Home, PASSWORD, envelope, last, serve};
use crate::cli::exchange::zone;
use crate::cli::leaks::Secrets;
use crate::cli::run::signal;
use crate::cli::{Mailtool, Outcome};
use crate::mock::dns::{Dns, Script};
use crate::mock::smtp::DOT;
use crate::mock::{Server, Smtp, Step};

const CONTENT: &str = "To: pepe@example.test\r\nSubject: hola\r\n\r\nhola\r\n.\r\n";

/// A whole session with one letter for these recipients, all of it at once.
fn session(parameters: &str, recipients: &[&str], content: &str) -> String {
    let rcpt: String = recipients.iter().map(|recipient| format!("RCPT TO:<{recipient}>\r\n")).collect();
    format!("EHLO me.test\r\nMAIL FROM:<alicia@work.test>{parameters}\r\n{rcpt}DATA\r\n{content}QUIT\r\n")
}

/// What is said to it, and heard.
fn smtp(home: &Home, input: &str) -> Outcome {
    home.sendmail(&["-bs", "--timeout", "5"], input)
}

/// What stands behind the go-ahead, as lines, without the farewell.
fn behind_354(outcome: &Outcome) -> Vec<String> {
    let out = outcome.out();
    let (_, behind) = out.split_once("354 ").unwrap_or_else(|| panic!("{outcome}"));
    behind.split("\r\n").skip(1).take_while(|line| !line.starts_with("221 ")).map(str::to_owned).collect()
}

#[test]
fn letters_go_as_by_bm() {
    let serve = serve();
    let home = Home::new(serve.port());
    let input = "HELO me.test\r\nNOOP\r\nVRFY pepe\r\nMAIL FROM:<root@work.test> \r\nRCPT TO:<root>\r\nRCPT TO:<Postmaster>\r\n\
        RCPT TO:<pepe@example.test>\r\nDATA\r\nBcc: eve@example.test\r\nSubject: hola\r\n\r\n..\r\n...\r\nfin\r\n.\r\n\
        EHLO me.test\r\nMAIL FROM:<> BODY=8BITMIME SIZE=100 SMTPUTF8\r\nRCPT TO:<pepe@example.test> NOTIFY=NEVER\r\n\
        BDAT 27\r\nFrom: ñ@x.test\r\nSubject: dBDAT 13 LAST\r\nos\r\n\r\n.\r\n..\r\nRSET\r\nQUIT\r\nNOOP\r\n";
    let outcome = smtp(&home, input).expect(0);
    assert_eq!(outcome.err(), "! the server does not offer DSN (RFC 3461): no report can be asked for or forbidden\n");
    let out = outcome.out();
    let codes: Vec<&str> = out.lines().filter(|line| line.as_bytes()[3] == b' ').map(|line| &line[..3]).collect();
    let first = ["220", "250", "250", "252", "250", "250", "250", "250", "354", "250"];
    let second = ["250", "250", "250", "250", "250", "250", "221"];
    assert_eq!(codes, [&first[..], &second].concat(), "{outcome}");
    assert!(
        out.contains("250 2.0.0 ok, queued as ") && !out.contains("STARTTLS") && !out.contains("AUTH"),
        "{outcome}"
    );
    assert_eq!(serve.messages().len(), 2);
    assert_eq!(envelope(&serve), (String::new(), vec!["pepe@example.test".to_owned()]));
    let message = last(&serve);
    assert!(message.contains("From: ñ@x.test\r\nSubject: dos\r\n\r\n.\r\n..\r\n"), "{message}");
    let first = serve.events().into_iter().find(|event| event["mail_from"] == "root@work.test").expect("the first");
    assert_eq!(first["rcpt"], serde_json::json!(["admin@work.test", "pepe@example.test"]));
    let message = std::fs::read_to_string(first["file"].as_str().expect("a path")).expect("text");
    assert!(message.starts_with("From: root@work.test\r\nDate: ") && !message.contains("Bcc"), "{message}");
    assert!(message.ends_with("Subject: hola\r\n\r\n.\r\n..\r\nfin\r\n"), "{message}");
}

#[test]
fn the_answer_to_the_dot_says_what_became_of_it() {
    let rules = || Smtp::offering(&["PIPELINING", "AUTH PLAIN"]);
    let two = ["pepe@example.test", "bego@example.test"];
    let long = format!("554 5.6.0 {}", "x".repeat(3000));
    for (rules, to, expected) in [
        (rules(), &two[..], &["250 2.0.0 ok, queued as MOCK1"][..]),
        (rules().on(DOT, "250 thanks\x1b[31m\u{202e}ñ"), &two[..1], &["250 2.0.0 thanks\\x1b[31m\\u{202e}??"]),
        (rules().on("RCPT", "550 no such user"), &two, &["550 5.1.1 no such user"]),
        (rules().on("RCPT", "451 4.7.1 later"), &two, &["451 4.7.1 later"]),
        (rules().on("RCPT", "450 later"), &two, &["451 4.0.0 later"]),
        (rules().on(DOT, "552 5.3.4 too large"), &two, &["552 5.3.4 too large"]),
        (rules().on("AUTH", "535 5.7.8 no"), &two, &["554 5.7.8 no"]),
        (rules().on("MAIL", "421 4.3.2 down"), &two[..1], &["451 4.3.2 down"]),
        (
            rules().once("RCPT", "250 ok").on("RCPT", "550 5.1.1 no such user"),
            &two,
            &[
                "554-5.0.0 some have it and some do not: whoever sends it to all again doubles it",
                "554-5.0.0 bego@example.test refused: 550 5.1.1 no such user",
                "554 5.0.0 pepe@example.test delivered: 250 2.0.0 ok, queued as MOCK1",
            ],
        ),
        (
            rules().once("RCPT", "451 4.7.1 later").on("RCPT", "550 5.1.1 no such user"),
            &two,
            &[
                "451-4.0.0 delivered to none",
                "451-4.0.0 pepe@example.test deferred: 451 4.7.1 later",
                "451 4.0.0 bego@example.test refused: 550 5.1.1 no such user",
            ],
        ),
        (
            rules().does(DOT, [Step::Close]),
            &two[..1],
            &[
                "451 4.4.2 the message was sent whole, but the connection was closed while waiting for the answer to the end \
               of the message: it may or may not have been accepted",
            ],
        ),
        (rules().on(DOT, &long), &two, &[&long[..500]]),
    ] {
        let server = Server::smtp(rules);
        let outcome = smtp(&Home::new(server.port), &session("", to, CONTENT)).expect(0);
        let heard = behind_354(&outcome);
        assert_eq!(heard.len(), expected.len(), "{outcome}");
        for (heard, expected) in heard.iter().zip(expected) {
            let same = heard == expected || expected.len() >= 100 && heard.starts_with(&expected[..60]);
            assert!(same && heard.len() <= 510, "{expected:?}: {outcome}");
        }
        assert_eq!(outcome.err(), "", "{outcome}");
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), "-bs");
    }
    let outcome = smtp(&Home::new(9), &session("", &two, CONTENT)).expect(0);
    assert!(behind_354(&outcome)[0].starts_with("451 4.4.0 cannot connect to 127.0.0.1"), "{outcome}");
}

#[test]
fn whoever_asks_hears_of_each_recipient() {
    let far =
        || Smtp::offering(&["PIPELINING", "AUTH PLAIN"]).once("RCPT", "250 ok").on("RCPT", "550 5.1.1 no such user");
    let server = Server::smtp(far());
    let home = Home::new(server.port);
    // Who is named twice has it once, and is answered for twice.
    let to = ["pepe@example.test", "bego@example.test", "pepe@example.test"];
    let heard = behind_354(&smtp(&home, &session(" PRDR", &to, CONTENT)).expect(0));
    let [yes, no] = ["250 2.0.0 ok, queued as MOCK1", "550 5.1.1 no such user"];
    assert_eq!(heard[0][..4], *"353 ");
    assert_eq!(heard[1..4], [yes, no, yes]);
    assert_eq!(heard[4..], ["250 2.0.0 that is what became of it"]);
    assert_eq!(server.finish_one().lines().iter().filter(|line| line.starts_with("RCPT")).count(), 2);
    let server =
        Server::smtp(Smtp::offering(&["AUTH PLAIN"]).once("RCPT", "450 4.2.0 later").on("RCPT", "550 5.1.1 no"));
    let heard = behind_354(&smtp(&Home::new(server.port), &session(" PRDR", &to[..2], CONTENT)).expect(0));
    assert_eq!(heard[1..4], ["451 4.2.0 later", "550 5.1.1 no", "451-4.0.0 delivered to none"]);
}

#[test]
fn a_session_goes_on_behind_what_was_refused() {
    let serve = serve();
    let home = Home::new(serve.port());
    let input = "EHLO me.test\r\nRCPT TO:<a@b.test>\r\nMAIL FROM:<root>\r\nMAIL FROM:<a@work.test> RET=ALL\r\n\
        MAIL FROM:<a@work.test>\r\nRCPT TO:<a b>\r\nRCPT TO:<b@x.test> NOTIFY=OFTEN\r\nRCPT TO:<b@x.test> X=Y\r\nDATA\r\n\
        RCPT TO:<b@x.test>\r\nDATA\r\nSubject: uno\r\n\r\nbare\nlf\r\n.\r\n\
        MAIL FROM:<a@work.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\nSubject: dos\r\n\r\nsmuggled\n.\nQUIT\r\n.\r\n\
        MAIL FROM:<a@work.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\nSubject: tres\r\n\r\nwhole\r\n.\r\n\
        AUTH PLAIN AGEAYg==\r\nSTARTTLS\r\nLHLO x\r\nEXPN x\r\nXYZZY\r\nQUIT\r\n";
    let outcome = smtp(&home, input).expect(0);
    let out = outcome.out();
    let codes: Vec<&str> = out.lines().filter(|line| line.as_bytes()[3] == b' ').map(|line| &line[..3]).collect();
    let first = ["220", "250", "503", "501", "501", "250", "501", "501", "555", "503", "250", "354", "550"];
    let second = ["250", "250", "354", "550", "250", "250", "354", "250", "502", "502", "500", "502", "500", "221"];
    assert_eq!(codes, [&first[..], &second].concat(), "{outcome}");
    assert!(last(&serve).ends_with("Subject: tres\r\n\r\nwhole\r\n") && serve.messages().len() == 1);
}

#[test]
fn cut_anywhere_it_sends_nothing_or_all() {
    let serve = serve();
    let home = Home::new(serve.port());
    let whole = session("", &["pepe@example.test"], "Subject: hola\r\n\r\nhola\r\n.\r\n");
    let (data, dot) = (whole.find("Subject").expect("it"), whole.find("\r\n.\r\n").expect("the end") + 5);
    for at in (0..dot).filter(|at| at % 3 == 0 || (dot - 8..dot).contains(at)) {
        let code = if at >= data { 65 } else { 0 };
        let outcome = smtp(&home, &whole[..at]).expect(code);
        assert!(outcome.out().starts_with("220 "), "{at}: {outcome}");
        assert_eq!(outcome.err().contains("nothing of it was sent"), code == 65, "{at}: {outcome}");
        assert_eq!(serve.messages().len(), 0, "{at}: {outcome}");
    }
    smtp(&home, &whole[..dot]).expect(0);
    assert_eq!(serve.messages().len(), 1);
    // A chunk that is not whole.
    let bdat = "EHLO x\r\nMAIL FROM:<a@work.test>\r\nRCPT TO:<b@x.test>\r\nBDAT 20 LAST\r\nSubject: x\r\n";
    smtp(&home, bdat).expect(65);
    smtp(&home, &bdat.replace("20 LAST", "12")).expect(0);
    assert_eq!(serve.messages().len(), 1);
}

#[test]
fn thirty_megabytes_go_through_little_memory() {
    let serve = serve();
    let home = Home::new(serve.port());
    let line = format!("{}\r\n", "x".repeat(76));
    let body = line.repeat((30 << 20) / line.len());
    let outcome =
        smtp(&home, &session("", &["pepe@example.test"], &format!("Subject: x\r\n\r\n{body}.\r\n"))).expect(0);
    assert!(behind_354(&outcome)[0].starts_with("250 2.0.0 ok, queued as "), "{outcome}");
    assert!(last(&serve).ends_with(&body));
    assert!(outcome.peak < 64 * 1024, "{} KiB", outcome.peak);
}

#[test]
fn a_wrong_configuration_is_told_by_the_greeting() {
    for (config, args) in [
        ("nonsense", &["-bs"][..]),
        ("", &["-bs", "--account", "none"]),
        ("default = \"a\"\n[account.a]\nserver = \"imap://x\"\n", &["-bs"]),
        ("default = \"a\"\n[account.a]\nserver = \"x\"\nuser = \"a\"\npassword-cmd = \"exit 3\"\n", &["-bs"]),
    ] {
        let outcome = Home::with(config).sendmail(args, "EHLO x\r\n");
        assert!(outcome.out().starts_with("421 4.3.5 ") && outcome.out().lines().count() == 1, "{outcome}");
        assert!(outcome.err().starts_with("mailtool: ") && outcome.code != Some(0), "{outcome}");
    }
    Home::with("nonsense").sendmail(&["-bs"], "").expect(78);
    // Where nobody knows whose a name is.
    let config = "default = \"a\"\n[account.a]\nserver = \"127.0.0.1:9\"\n";
    let outcome = smtp(&Home::with(config), "EHLO x\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<root>\r\n").expect(0);
    assert!(outcome.out().contains("\r\n553 5.1.3 root"), "{outcome}");
}

#[test]
fn each_author_has_an_account_and_who_has_none_the_exchangers() {
    let servers = [0; 2].map(|_| Server::smtp(Smtp::offering(&[])));
    let account = |name: &str, server: &Server| {
        format!("[account.{name}]\nfrom = \"{name}@x.test\"\nserver = \"smtp://{}\"\n", server.address())
    };
    let config = format!("default = \"a\"\n{}{}", account("a", &servers[0]), account("b", &servers[1]));
    let letter = |from: &str, header: &str| {
        format!("MAIL FROM:<{from}>\r\nRCPT TO:<root>\r\nDATA\r\n{header}Subject: x\r\n\r\nx\r\n.\r\n")
    };
    let letters = [("b@x.test", ""), ("c@x.test", ""), ("a@x.test", "From: b@x.test\r\n"), ("b@x.test", "")];
    let said: String = letters.iter().map(|(from, header)| letter(from, header)).collect();
    smtp(&Home::with(&config), &format!("EHLO x\r\n{said}QUIT\r\n")).expect(0);
    let heard = servers.map(|server| server.finish().len());
    assert_eq!(heard, [1, 3]);
    let dns = Dns::start(zone(Script::new(), "example.test", &["127.0.0.9"]));
    let input = session("", &["pepe@example.test"], CONTENT);
    let outcome = Home::with("").sendmail(&["-bs", "--dns", &dns.address(), "--timeout", "2"], &input).expect(0);
    assert!(
        behind_354(&outcome)[0].starts_with("451 4.4.0 cannot connect to mx1.example.test (127.0.0.9:25"),
        "{outcome}"
    );
}

#[test]
fn both_dialogues_are_told_and_nothing_else_is_on_standard_output() {
    let serve = serve();
    let home = Home::new(serve.port());
    let record = home.0.at("record");
    let input = session("", &["pepe@example.test"], CONTENT);
    let outcome = home.sendmail(&["-bs", "-v", "--record", &record], &input).expect(0);
    let quiet = smtp(&home, &input).expect(0);
    let words = |outcome: &Outcome| outcome.out().lines().map(|line| line[..4].to_owned()).collect::<Vec<_>>();
    assert_eq!(words(&outcome), words(&quiet), "{outcome}");
    for line in
        ["C: MAIL FROM:<alicia@work.test>\n", "[2] C: MAIL FROM:<alicia@work.test> SIZE=", "[2] S: 250 2.0.0 ok, q"]
    {
        assert!(outcome.err().contains(line), "{line}: {outcome}");
    }
    let record = String::from_utf8(home.0.read("record")).expect("text");
    let sessions: Vec<u64> = record
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("an object")["session"].as_u64().unwrap_or(0)
        })
        .collect();
    assert!(sessions.contains(&1) && sessions.contains(&2) && sessions[0] == 1, "{sessions:?}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(Some(record.as_bytes())), "-v");
}

/// A client that waits for answers.
struct Talk {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Talk {
    fn start(home: &Home, args: &[&str]) -> Self {
        let mut command = Mailtool::new(["sendmail", "-bs"]).args(args).command(&home.0);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it");
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().expect("a pipe"));
        let mut talk = Self { child, stdin, stdout: BufReader::new(stdout) };
        assert_eq!(talk.hear(), "220");
        talk
    }

    /// The code of the next reply.
    fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.stdout.read_line(&mut line).expect("a line");
            if line.get(3..4) != Some("-") {
                return line.get(..3).unwrap_or_default().to_owned();
            }
        }
    }

    fn say(&mut self, line: &str) {
        self.stdin.as_mut().expect("a pipe").write_all(format!("{line}\r\n").as_bytes()).expect("it listens");
    }

    /// Says it, and hears the code of the answer.
    fn ask(&mut self, line: &str) -> String {
        self.say(line);
        self.hear()
    }

    /// Its exit code, within a few seconds.
    fn end(mut self) -> Option<i32> {
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        panic!("it still runs");
    }
}

#[test]
fn a_signal_a_deadline_and_silence_end_it() {
    let serve = serve();
    let home = Home::new(serve.port());
    for commands in [&["NOOP"][..], &["EHLO x", "MAIL FROM:<a@work.test>", "RCPT TO:<b@x.test>", "DATA"]] {
        for (args, ends) in [(&[][..], true), (&["--deadline", "2"], false), (&["--timeout", "1"], false)] {
            let mut talk = Talk::start(&home, args);
            commands.iter().for_each(|command| assert!(talk.ask(command).starts_with(['2', '3']), "{command}"));
            if ends {
                signal("-TERM", talk.child.id());
            }
            assert_eq!(talk.hear(), "421", "{args:?}");
            assert_eq!(talk.end(), Some(75), "{args:?}");
        }
    }
    assert_eq!(serve.messages().len(), 0);
    // Who waits for the answer to the dot hears what is known.
    let stalls = Server::smtp(Smtp::offering(&["AUTH PLAIN"]).does(DOT, [Step::Stall(Duration::from_secs(20))]));
    let home = Home::new(stalls.port);
    let mut talk = Talk::start(&home, &[]);
    for command in ["EHLO x", "MAIL FROM:<a@work.test>", "RCPT TO:<b@x.test>", "DATA"] {
        talk.ask(command);
    }
    talk.say("Subject: x\r\n\r\nx\r\n.");
    let until = Instant::now() + Duration::from_secs(10);
    while stalls.heard().iter().all(|heard| heard.messages.is_empty()) && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(5));
    }
    signal("-TERM", talk.child.id());
    assert_eq!(talk.hear(), "451");
    assert_eq!(talk.hear(), "421");
    assert_eq!(talk.end(), Some(75));
}

#[test]
fn behind_quit_it_ends_at_once_though_nobody_closes_the_pipe() {
    let serve = serve();
    let home = Home::new(serve.port());
    let mut talk = Talk::start(&home, &[]);
    for command in ["EHLO x", "MAIL FROM:<a@work.test>", "RCPT TO:<b@x.test>", "DATA"] {
        talk.ask(command);
    }
    assert_eq!(talk.ask("Subject: x\r\n\r\nx\r\n."), "250");
    let started = Instant::now();
    assert_eq!(talk.ask("QUIT"), "221");
    let kept = talk.stdin.take();
    assert_eq!(talk.end(), Some(0));
    assert!(started.elapsed() < Duration::from_millis(1500), "{:?}", started.elapsed());
    drop(kept);
}
