//! `mailtool sendmail`: what sendmail(8) promises, and what git, mutt, s-nail and cron make of it.

mod callers;
mod daemons;
mod names;
mod smtp;

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};

use super::leaks::Secrets;
use super::run::PROGRAM;
use super::{Mailtool, Outcome, Room, Serve};
use crate::mock::smtp::DOT;
use crate::mock::{Server, Smtp};
use crate::peers::{self, Skip, or_skip};

const PASSWORD: &str = "s3cr3t-CANARY";
/// A letter that has all it needs.
const LETTER: &str = "From: Alicia <alicia@work.test>\nTo: pepe@example.test\nCc: Bego <bego@example.test>\n\
    Bcc: eve@example.test\nDate: Mon, 23 Nov 2026 09:00:00 +0100\nMessage-ID: <1@work.test>\nSubject: hola\n\n\
    ¿Qué tal?\n..\nend\n";

/// A directory with a configuration, and ourselves by other names.
struct Home(Room);

impl Home {
    /// Whose account is at this server.
    fn new(port: u16) -> Home {
        Self::with(&format!(
            "default = \"work\"\n[account.work]\nfrom = \"Alicia <alicia@work.test>\"\nlocal = \"admin@work.test\"\n\
             user = \"alicia\"\npassword-cmd = \"echo {PASSWORD}\"\n[account.work.send]\nserver = \"smtp://127.0.0.1:{port}\"\n"
        ))
    }

    fn with(config: &str) -> Home {
        let room = Room::new();
        room.directory(".config/mailtool");
        room.file(".config/mailtool/config.toml", config);
        for name in ["sendmail", "mailq", "newaliases"] {
            symlink(PROGRAM, room.at(name)).expect("a link");
        }
        Home(room)
    }

    /// Runs a program at home, which reads this.
    fn run(&self, program: &str, args: &[&str], input: &str) -> Output {
        let mut command = Command::new(program);
        command.args(args).env_clear().env("HOME", self.0.path()).env("LC_ALL", "C.UTF-8").current_dir(self.0.path());
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        // Some programs know better where root is at home.
        command.env("MAILTOOL_CONFIG", self.0.at(".config/mailtool/config.toml"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{program}: {error}"));
        let _ = child.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
        child.wait_with_output().unwrap_or_else(|error| panic!("{program}: {error}"))
    }

    /// `mailtool sendmail ARGS`, which reads this.
    fn sendmail(&self, args: &[&str], input: &str) -> Outcome {
        Mailtool::new(["sendmail"]).args(args).env("HOME", self.0.path()).stdin(input).run()
    }
}

/// A server that takes what alicia brings.
fn serve() -> Serve {
    Serve::start(&["--json", "--auth", "required", "--user", &format!("alicia:{PASSWORD}")])
}

/// Reverse path and recipients of the last message.
fn envelope(serve: &Serve) -> (String, Vec<String>) {
    let events = serve.events();
    let event = events.iter().rfind(|event| event["event"] == "message").expect("a message");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rcpt = event["rcpt"].as_array().map(|list| list.iter().map(text).collect()).unwrap_or_default();
    (text(&event["mail_from"]), rcpt)
}

/// The last message as text.
fn last(serve: &Serve) -> String {
    let events = serve.events();
    let event = events.iter().rfind(|event| event["event"] == "message").expect("a message");
    fs::read_to_string(event["file"].as_str().expect("a path")).expect("text")
}

#[test]
fn a_letter_with_its_recipients_in_the_header() {
    let (serve, expected) = (serve(), LETTER.replace("Bcc: eve@example.test\n", "").replace('\n', "\r\n"));
    let home = Home::new(serve.port());
    let named = |list: &[&str]| list.iter().map(|&address| address.to_owned()).collect::<Vec<_>>();
    let all = named(&["pepe@example.test", "bego@example.test", "eve@example.test"]);
    let more = named(&["x@example.test", "pepe@example.test", "bego@example.test", "eve@example.test"]);
    for (args, input, rcpt) in [
        (&["-i", "-t"][..], LETTER.to_owned(), &all),
        (&["-it"], LETTER.to_owned(), &all),
        (&["-t", "-oi", "-oem", "-B8BITMIME"], LETTER.to_owned(), &all),
        (&["-t"], format!("{LETTER}.\nnot this\n"), &all),
        (&["-ti", "--", "x@example.test"], format!("From x@y Mon Nov 23 09:00:00 2026\n{LETTER}"), &more),
        (&["-t"], LETTER.replace('\n', "\r\n"), &all),
        (&["-t"], format!("\u{feff}{LETTER}"), &all),
        (&["-t"], format!(">From x@y Mon Nov 23 09:00:00 2026\n{LETTER}"), &all),
    ] {
        let outcome = home.sendmail(args, &input).expect(0);
        assert_eq!((outcome.out(), outcome.err()), (String::new(), String::new()), "{args:?}");
        assert_eq!(last(&serve), expected, "{args:?}");
        assert_eq!(envelope(&serve), ("alicia@work.test".to_owned(), rcpt.clone()), "{args:?}");
    }
    // What stands before the header is left out where fields are added too.
    let bare = "\u{feff}From x@y\nTo: pepe@example.test\nBcc: eve@example.test\n\nhi\n";
    home.sendmail(&["-t"], bare).expect(0);
    assert!(
        last(&serve).starts_with("From: ") && last(&serve).contains("\r\nTo: pepe@example.test\r\n\r\nhi\r\n"),
        "{}",
        last(&serve)
    );
    home.sendmail(&["pepe@example.test"], "Hello\nBcc: eve@example.test\n\nhi\n").expect(65);
    // A dot alone is one of the letter's lines with -i.
    home.sendmail(&["-i", "pepe@example.test"], &LETTER.replace("..", ".")).expect(0);
    assert!(last(&serve).ends_with("\r\n.\r\nend\r\n"));
    assert_eq!(envelope(&serve).1, named(&["pepe@example.test"]));
    // Sent again.
    let again = format!("Resent-To: z@example.test\nResent-Bcc: y@example.test\n{LETTER}");
    home.sendmail(&["-t"], &again).expect(0);
    assert_eq!(envelope(&serve).1, named(&["z@example.test", "y@example.test"]));
    assert!(!last(&serve).contains("Bcc"));
}

#[test]
fn who_sends() {
    let serve = serve();
    let home = Home::new(serve.port());
    for (args, expected) in [
        (&["-f", "bounces@x.test"][..], "bounces@x.test"),
        (&["-fbounces@x.test"], "bounces@x.test"),
        (&["-r", "bounces@x.test"], "bounces@x.test"),
        (&["-f", "a@x.test", "-f", "b@x.test"], "b@x.test"),
        (&["-f", "<>"], ""),
        (&["-f", ""], ""),
        (&["-f", "root"], "root@work.test"),
        (&[], "alicia@work.test"),
        (&["--read-envelope-from"], "other@x.test"),
    ] {
        let letter = LETTER.replace("alicia@work.test", "other@x.test");
        home.sendmail(&[args, &["pepe@example.test"]].concat(), &letter).expect(0);
        assert_eq!(envelope(&serve).0, expected, "{args:?}");
        assert!(last(&serve).contains("From: Alicia <other@x.test>\r\n"));
    }
    // Without an account the letter says it.
    let server = Server::smtp(Smtp::offering(&[]));
    Home::with("").sendmail(&["--server", &server.address(), "pepe@example.test"], LETTER).expect(0);
    assert!(server.finish_one().has("MAIL FROM:<alicia@work.test>"));
}

#[test]
fn cron_tells_root_of_what_it_did() {
    let serve = serve();
    let home = Home::new(serve.port());
    let letter = "From: root (Cron Daemon)\nTo: root\nSubject: Cron <root@host> echo hola\nMIME-Version: 1.0\n\
        Content-Type: text/plain; charset=UTF-8\nX-Cron-Env: <SHELL=/bin/sh>\n\nhola ñ\n";
    let sendmail = home.0.at("sendmail");
    let output = home.run(&sendmail, &["-i", "-FCronDaemon", "-B8BITMIME", "-oem", "root"], letter);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(envelope(&serve), ("alicia@work.test".to_owned(), vec!["admin@work.test".to_owned()]));
    let message = last(&serve);
    assert!(message.contains("From: root@work.test (Cron Daemon)\r\nTo: root@work.test\r\n"), "{message}");
    assert!(message.ends_with("\r\n\r\nhola ñ\r\n"), "{message}");
    assert!(message.contains("\r\nDate: ") || message.starts_with("Date: "), "{message}");
    assert!(message.contains("Message-ID: <") && message.contains("@work.test>\r\n"), "{message}");
    // What has no header gets one.
    home.sendmail(&["-F", "Begoña", "pepe@example.test"], "hola\n").expect(0);
    let message = last(&serve);
    assert!(message.starts_with("From: =?utf-8?Q?Bego=C3=B1a?= <alicia@work.test>\r\nDate: "), "{message}");
    assert!(message.ends_with(">\r\n\r\nhola\r\n"), "{message}");
    // Without a word about local names they are at home where the author is.
    let home = Home::with(
        &fs::read_to_string(home.0.at(".config/mailtool/config.toml")).expect("it").replace("local =", "match ="),
    );
    home.sendmail(&["root"], "hola\n").expect(0);
    assert_eq!(envelope(&serve).1, ["root@work.test"]);
}

#[test]
fn what_a_server_refuses_is_an_error_and_nothing_else_is_said() {
    let rules = || Smtp::offering(&["PIPELINING", "AUTH PLAIN"]);
    for (rules, code, words) in [
        (rules().on("RCPT", "550 5.1.1 no such user"), 67, "550 5.1.1"),
        (rules().on("RCPT", "451 4.7.1 later"), 75, "451 4.7.1"),
        (rules().once("RCPT", "250 ok").on("RCPT", "550 5.1.1 no such user"), 3, "bego@example.test"),
        (rules().on(DOT, "554 5.6.0 no"), 65, "554 5.6.0"),
        (rules().on("AUTH", "535 5.7.8 no"), 77, "535 5.7.8"),
    ] {
        let server = Server::smtp(rules);
        let home = Home::new(server.port);
        let outcome = home.sendmail(&["pepe@example.test,bego@example.test"], LETTER).expect(code);
        assert!(outcome.err().starts_with("mailtool: ") && outcome.err().contains(words), "{outcome}");
        assert_eq!(outcome.out(), "");
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), words);
    }
    let outcome = Home::new(9).sendmail(&["--timeout", "1", "pepe@example.test"], LETTER).expect(75);
    assert!(outcome.err().starts_with("mailtool: pepe@example.test  deferred"), "{outcome}");
    let home = Home::with("nonsense");
    home.sendmail(&["pepe@example.test"], LETTER).expect(78).says(&["config.toml:1:"]);
    for (args, input, code) in [
        (&[][..], LETTER, 64),
        (&["-t"], "Subject: x\n\nhi\n", 65),
        (&["-t"], "To: a@\n\nhi\n", 65),
        (&["a@"], LETTER, 64),
        (&["-f", "a@x.test, b@x.test", "a@b.test"], LETTER, 64),
        (&["-N", "sometimes", "a@b.test"], LETTER, 64),
        (&["-?"], "", 64),
    ] {
        let outcome = Home::with("").sendmail(&[&["--server", "127.0.0.1:9", "--timeout", "1"], args].concat(), input);
        assert!(outcome.expect(code).out().is_empty(), "{args:?}");
    }
}

#[test]
fn the_dialogue_the_reports_and_the_queue() {
    let server = Server::smtp(Smtp::offering(&["DSN", "AUTH PLAIN"]));
    let home = Home::new(server.port);
    let args = ["-v", "-N", "success,failure", "-R", "hdrs", "-V", "mark", "pepe@example.test"];
    let outcome = home.sendmail(&args, LETTER).expect(0);
    assert!(outcome.err().contains("C: MAIL FROM:<alicia@work.test>") && outcome.out().is_empty(), "{outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "-v");
    home.sendmail(&["-N", "never", "pepe@example.test"], LETTER).expect(0);
    let heard = server.finish();
    let lines: Vec<String> = heard.iter().flat_map(crate::mock::Heard::lines).collect();
    assert!(lines.iter().any(|line| line.starts_with("MAIL FROM:<alicia@work.test> RET=HDRS ENVID=mark")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("NOTIFY=SUCCESS,FAILURE")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("NOTIFY=NEVER")), "{lines:?}");
    // What does not fit through is encoded, as send does it.
    assert!(heard.iter().all(|heard| heard.text().contains("=C2=BFQu=C3=A9 tal?")), "{lines:?}");
    for output in [home.run(&home.0.at("mailq"), &[], ""), home.run(&home.0.at("sendmail"), &["-bp"], "")] {
        assert!(output.status.success() && output.stdout.starts_with(b"The mail queue is empty"), "{output:?}");
    }
}

#[test]
fn git_sends_patches() {
    or_skip!(git());
    let serve = serve();
    let home = Home::new(serve.port());
    let git = |args: &[&str]| {
        let output = home.run(
            "git",
            &[&["-c", "user.name=Alicia Peña", "-c", "user.email=alicia@work.test"], args].concat(),
            "",
        );
        assert!(output.status.success(), "git {args:?}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    git(&["init", "-q", "."]);
    home.0.file("señor.txt", "¿Qué tal?\n.\nfin\n");
    git(&["add", "señor.txt"]);
    git(&["commit", "-q", "-m", "Saluda al señor"]);
    git(&["format-patch", "-q", "--root", "-o", "patches"]);
    let patch = home.0.list("patches").pop().expect("a patch");
    let patch = patch.to_str().expect("a path");
    let by_command = format!("--sendmail-cmd={PROGRAM} sendmail -i");
    let by_path = format!("--smtp-server={}", home.0.at("sendmail"));
    for way in [by_command, by_path] {
        let to = ["--to", "pepe@example.test", "--cc", "Begoña <bego@example.test>", "--suppress-cc=all"];
        git(&[
            &["send-email", "--quiet", "--confirm=never", "--from", "Alicia Peña <alicia@work.test>", &way][..],
            &to,
            &[patch],
        ]
        .concat());
        let (from, rcpt) = envelope(&serve);
        assert_eq!(
            (from.as_str(), rcpt),
            ("alicia@work.test", vec!["pepe@example.test".into(), "bego@example.test".into()])
        );
        let message = last(&serve);
        assert!(
            message.contains("\r\n+.\r\n+fin\r\n") && message.contains("\r\nX-Mailer: git-send-email"),
            "{message}"
        );
    }
}

/// Git's `send-email` is a package of its own.
fn git() -> Result<(), Skip> {
    peers::need(&["git"])?;
    let path = String::from_utf8_lossy(&peers::run("git", &["--exec-path"], b"").stdout).trim().to_owned();
    match std::path::Path::new(&path).join("git-send-email").exists() {
        true => Ok(()),
        false => Err(Skip("git send-email is not installed".to_owned())),
    }
}

#[test]
fn mutt_sends() {
    or_skip!(peers::need(&["mutt"]));
    let serve = serve();
    let home = Home::new(serve.port());
    home.0.file(
        "muttrc",
        format!(
            "set sendmail = \"{PROGRAM} sendmail -oem -oi\"\nset from = \"Alicia <alicia@work.test>\"\nset use_from\n\
             set use_envelope_from\nset record = \"\"\nset charset = utf-8\nset send_charset = utf-8\nset dsn_notify = failure\n"
        ),
    );
    let file = home.0.file("note.txt", "una nota\n");
    let args =
        ["-n", "-F", "muttrc", "-s", "¿Qué tal?", "-b", "eve@example.test", "-a", &file, "--", "pepe@example.test"];
    let output = home.run("mutt", &args, "hola, señor\n.\nfin\n");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(
        envelope(&serve),
        ("alicia@work.test".into(), vec!["pepe@example.test".into(), "eve@example.test".into()])
    );
    let message = last(&serve);
    assert!(message.contains("\r\nhola, señor\r\n.\r\nfin\r\n") && message.contains("note.txt"), "{message}");
    assert!(!message.contains("eve@"), "{message}");
    // A refusal is seen by mutt.
    let closed = Home::new(9);
    fs::copy(home.0.at("muttrc"), closed.0.at("muttrc")).expect("a file");
    let output = closed.run("mutt", &["-n", "-F", "muttrc", "-s", "x", "pepe@example.test"], "hola\n");
    assert!(!output.status.success(), "{output:?}");
}

#[test]
fn s_nail_sends() {
    or_skip!(peers::need(&["s-nail"]));
    let serve = serve();
    let home = Home::new(serve.port());
    let mta = format!("mta={}", home.0.at("sendmail"));
    let args = [
        "-:/",
        "-S",
        &mta,
        "-S",
        "sendwait",
        "-r",
        "alicia@work.test",
        "-s",
        "hola",
        "-b",
        "eve@example.test",
        "pepe@example.test",
    ];
    let output = home.run("s-nail", &args, "hola, señor\n");
    assert!(output.status.success(), "{output:?}");
    let (from, mut rcpt) = envelope(&serve);
    rcpt.sort();
    assert_eq!(
        (from.as_str(), rcpt),
        ("alicia@work.test", vec!["eve@example.test".into(), "pepe@example.test".into()])
    );
    let message = last(&serve);
    assert!(message.contains("Subject: hola\r\n") && !message.contains("eve@"), "{message}");
}

#[test]
fn what_programs_say_is_taken_or_refused_in_words() {
    let serve = serve();
    let home = Home::new(serve.port());
    let taken =
        ["-Am", "-B8BITMIME", "-d0.1", "-em", "-G", "-h", "17", "-Lx", "-m", "-n", "-pESMTP:x", "-U", "-OA=b", "-odb"];
    let outcome = home.sendmail(&[&taken[..], &["pepe@example.test"]].concat(), LETTER).expect(0);
    assert_eq!((outcome.out(), outcome.err()), (String::new(), String::new()));
    assert_eq!(envelope(&serve).1, ["pepe@example.test"]);
    for (args, words) in [
        (&["-bd"][..], "mailtool serve"),
        (&["-bD"], "mailtool serve"),
        (&["-bl"], "mailtool serve"),
        (&["-bt"], "mailtool config show"),
        (&["-bv"], "--quit-after rcpt"),
        (&["-bx"], "-bs speaks SMTP"),
        (&["-C", "/etc/mail/sendmail.cf"], "--config FILE"),
        (&["-X", "/tmp/log"], "--record FILE"),
        (&["-M", "x"], "there are no macros"),
        // Nobody is taken for the value of another option, and left out.
        (&["-d"], "-d0.1"),
        (&["-h"], "invalid value"),
        (&["-bs", "-t"], "MAIL and RCPT"),
        (&["-bs"], "MAIL and RCPT"),
        (&["-bs", "--json"], "MAIL and RCPT"),
    ] {
        let outcome = home.sendmail(&[args, &["pepe@example.test"]].concat(), LETTER).expect(64);
        assert!(outcome.err().contains(words) && outcome.out().is_empty(), "{args:?}: {outcome}");
    }
    assert_eq!(serve.messages().len(), 1);
    let outputs = [home.run(&home.0.at("newaliases"), &[], ""), home.run(&home.0.at("sendmail"), &["-bi"], "")];
    for output in outputs {
        assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    }
    for name in ["sendmail", "mailq"] {
        let output = home.run(&home.0.at(name), &["-Z"], "");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(64) && text.contains("Usage: mailtool sendmail [OPTIONS]"), "{text}");
    }
    let help = home.run(&home.0.at("sendmail"), &["--help"], "");
    assert!(help.status.success() && help.stdout.starts_with(b"Hand over a letter"), "{help:?}");
}
