//! `mailtool talk` on a terminal, which is tmux's: what is typed, completed and recalled, and what the screen shows.

use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::cli::run::PROGRAM;
use crate::cli::{Room, Serve};
use crate::mock::smtp::CREDENTIALS;
use crate::mock::{Imap, Pop3, Server, Smtp, Step};
use crate::peers::{self, Skip, or_skip};

fn need() -> Result<(), Skip> {
    peers::need(&["tmux"])
}

/// How long the screen may take.
const LIMIT: Duration = Duration::from_secs(15);

const DOUBLED: &str = "* a dot at the beginning of a line is doubled on its way (RFC 5321 §4.5.2)";
const QUEUED: &str = "S: 250 2.0.0 ok, queued as MOCK1";

/// A terminal of 100 columns and 60 lines with the program in it.
struct Screen {
    room: Room,
}

impl Screen {
    /// `mailtool talk SERVER ARGS`; behind its end the screen shows `exit CODE` and whether the terminal echoes.
    fn talk(server: &str, args: &str) -> Self {
        Self::start("", server, args)
    }

    /// The same with variables of the environment.
    fn start(environment: &str, server: &str, args: &str) -> Self {
        let screen = Self { room: Room::new() };
        let state = screen.room.at("state");
        let command = format!(
            "XDG_STATE_HOME={state} {environment} {PROGRAM} talk {server} {args}; echo exit $?; stty -a | tr ' ;' '\\n\\n' | grep -x -e echo -e icanon; sleep 60"
        );
        screen.tmux(&["new-session", "-d", "-x", "100", "-y", "60", &command]);
        screen
    }

    fn tmux(&self, args: &[&str]) -> Output {
        let socket = self.room.at("tmux");
        let mut command = Command::new("tmux");
        let command = command.args(["-u", "-S", &socket, "-f", "/dev/null"]).args(args).env_remove("TMUX");
        let output = command.env("SHELL", "/bin/sh").env("LC_ALL", "C.UTF-8").output().expect("tmux");
        assert!(output.status.success(), "tmux {args:?}: {output:?}");
        output
    }

    /// Types a text, then a key by its name.
    fn types(&self, text: &str, key: &str) {
        if !text.is_empty() {
            self.tmux(&["send-keys", "-l", "--", text]);
        }
        if !key.is_empty() {
            self.tmux(&["send-keys", key]);
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-J"]).stdout).trim_end().to_owned()
    }

    /// Waits until the last lines of the screen are these.
    #[track_caller]
    fn shows(&self, expected: &[&str]) -> String {
        let deadline = Instant::now() + LIMIT;
        loop {
            let text = self.text();
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            let expected: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
            if lines.ends_with(&expected) {
                return text;
            }
            assert!(Instant::now() < deadline, "{expected:?} was to be shown:\n{text}");
            sleep(Duration::from_millis(20));
        }
    }

    fn history(&self) -> String {
        std::fs::read_to_string(self.room.at("state/mailtool/history")).unwrap_or_default()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = Command::new("tmux").args(["-S", &self.room.at("tmux"), "kill-server"]).output();
    }
}

#[test]
fn typed_completed_recalled_and_secured() {
    or_skip!(need());
    let serve = Serve::start(&["--user", "alicia:s3cr3t-CANARY", "--hostname", "mail.test"]);
    let screen = Screen::talk(&serve.address("smtp"), "");
    screen.shows(&["S: 220 mail.test ESMTP mailtool", "C: "]);
    screen.types("eh", "Tab");
    screen.shows(&["C: EHLO "]);
    screen.types("me.test", "Enter");
    screen.shows(&["S: 250 CHUNKING", "C: "]);
    screen.types("", "Up");
    screen.shows(&["S: 250 CHUNKING", "C: EHLO me.test"]);
    screen.types("", "C-u");
    screen.types("MAIL FROM:<a@b.test> SM", "Tab");
    screen.shows(&["C: MAIL FROM:<a@b.test> SMTPUTF8"]);
    screen.types("", "Enter");
    screen.shows(&["S: 250 2.1.0 sender ok", "C: "]);
    screen.types("RCPT TO:<c@d.test>", "Enter");
    screen.types("DATA", "Enter");
    screen.shows(&["S: 354 end with <CRLF>.<CRLF>", ".: "]);
    screen.types(".hola", "Enter");
    screen.shows(&[DOUBLED, ".: "]);
    screen.types(".", "Enter");
    screen.types("ST", "Tab");
    screen.shows(&["C: STARTTLS"]);
    screen.types("", "Enter");
    screen.shows(&["* what was offered in clear text counts no more: EHLO comes again (RFC 3207 §4.2)", "C~ "]);
    screen.types("EHLO me.test", "Enter");
    screen.types("AUTH SCRAM-SHA-256", "Enter");
    screen.shows(&["User: "]);
    screen.types("alicia", "Enter");
    screen.shows(&["Password for alicia: "]);
    screen.types("s3cr3t-CANARY", "Enter");
    screen.shows(&["S~ 235 2.7.0 you are who you say", "C~ "]);
    screen.types("", "C-d");
    let text = screen.shows(&["C~ QUIT", "S~ 221 2.0.0 mail.test says goodbye", "exit 0", "icanon", "echo"]);
    assert!(!text.contains("CANARY"), "{text}");
    // what was typed is there once
    assert_eq!(text.matches("DATA").count(), 1, "{text}");
    assert!(String::from_utf8_lossy(&serve.message()).ends_with(".hola\r\n"));
    let kept = "EHLO me.test\nMAIL FROM:<a@b.test> SMTPUTF8\nRCPT TO:<c@d.test>\nDATA\nSTARTTLS\nEHLO me.test\n\
        AUTH SCRAM-SHA-256\n";
    assert_eq!(screen.history(), kept);
}

#[test]
fn a_server_that_speaks_and_goes_while_a_line_is_typed() {
    or_skip!(need());
    let bye = [
        Step::say("250 ok\r\n"),
        Step::Stall(Duration::from_millis(1000)),
        Step::say("421 4.4.2 \x1b[2J too slow\r\n"),
        Step::Stall(Duration::from_secs(3)),
        Step::Close,
    ];
    let server = Server::smtp(Smtp::offering(&[]).does("NOOP", bye));
    let screen = Screen::talk(&server.address(), "");
    screen.types("NOOP", "Enter");
    screen.shows(&["C: NOOP", "S: 250 ok", "C: "]);
    screen.types("MAIL FROM:<", "");
    screen.shows(&["S: 250 ok", "S: 421 4.4.2 \\x1b[2J too slow", "C: MAIL FROM:<"]);
    let text = screen.shows(&["exit 75", "icanon", "echo"]);
    let closed = "S: 421 4.4.2 \\x1b[2J too slow\n! the connection was closed while waiting for the next line\n";
    assert!(text.contains(closed), "{text}");
}

#[test]
fn credentials_typed_by_hand_are_not_shown_and_not_kept() {
    or_skip!(need());
    let smtp = Smtp::offering(&["AUTH XFOO"]).on("AUTH", "334 eHk=").on(CREDENTIALS, "535 5.7.8 no");
    let server = Server::smtp(smtp);
    let screen = Screen::talk(&server.address(), "");
    screen.types("AUTH XFOO", "Enter");
    screen.shows(&["S: 334 eHk=", "Not shown: "]);
    screen.types("s3cr3t-CANARY", "Enter");
    screen.shows(&["C: ••••", "S: 535 5.7.8 no", "C: "]);
    screen.types("AUTH PLAIN czNjcjN0", "Enter");
    screen.shows(&["S: 334 eHk=", "Not shown: "]);
    screen.types("", "C-d");
    screen.shows(&["C: *", "S: 535 5.7.8 no", "C: "]);
    screen.types("half a line", "C-c");
    let end = ["! interrupted while waiting for the next line", "exit 75", "icanon", "echo"];
    assert!(!screen.shows(&end).contains("CANARY"));
    assert_eq!(screen.history(), "");
    let heard = server.finish_one();
    assert_eq!(heard.lines(), ["AUTH XFOO", "s3cr3t-CANARY", "AUTH PLAIN czNjcjN0", "*"]);
}

#[test]
fn what_is_typed_ahead_is_not_lost() {
    or_skip!(need());
    let slow = [Step::Stall(Duration::from_millis(300)), Step::say("250 ok\r\n")];
    let server = Server::smtp(Smtp::offering(&[]).does("NOOP", slow));
    let screen = Screen::talk(&server.address(), "");
    screen.types("NOOP\rRSET\rNOOP 1\rDATA\r.a\r\r.\rVR", "");
    screen.shows(&[
        "C: NOOP 1",
        "S: 250 ok",
        "C: DATA",
        "S: 354 go ahead",
        ".: .a",
        DOUBLED,
        ".:",
        ".: .",
        QUEUED,
        "C: VR",
    ]);
    screen.types("FY x\rQUIT\r", "");
    screen.shows(&["C: QUIT", "S: 221 2.0.0 bye", "exit 0", "icanon", "echo"]);
    let heard = server.finish_one();
    assert_eq!(heard.lines(), ["NOOP", "RSET", "NOOP 1", "DATA", "..a", "", ".", "VRFY x", "QUIT"]);
}

#[test]
fn a_password_typed_ahead_is_not_shown() {
    or_skip!(need());
    let serve = Serve::start(&["--user", "alicia:s3cr3t-CANARY", "--hostname", "mail.test"]);
    for colour in ["never", "always"] {
        let screen = Screen::talk(&serve.address("smtp"), &format!("--color {colour}"));
        screen.shows(&["C: "]);
        screen.types("EHLO x\rAUTH\ralicia\rs3cr3t-CANARY\rQU", "");
        screen.types("IT\r", "");
        let text = screen.shows(&["C: QUIT", "S: 221 2.0.0 mail.test says goodbye", "exit 0", "icanon", "echo"]);
        assert!(text.contains("S: 235") && !text.contains("CANARY"), "{text}");
        assert_eq!(screen.history(), "EHLO x\nAUTH\nQUIT\n");
    }
}

#[test]
fn a_terminal_that_cannot_edit() {
    or_skip!(need());
    let server = Server::smtp(Smtp::offering(&[]));
    let screen = Screen::start("TERM=dumb", &server.address(), "");
    screen.shows(&["C: "]);
    screen.types("NOOP", "Enter");
    screen.shows(&["C: NOOP", "S: 250 2.0.0 ok", "C: "]);
    screen.types("QUIT", "Enter");
    screen.shows(&["C: QUIT", "S: 221 2.0.0 bye", "exit 0", "icanon", "echo"]);
    assert_eq!(server.finish_one().lines(), ["NOOP", "QUIT"]);
}

#[test]
fn several_lines_pasted_at_once_go_one_by_one_and_need_not_be_kept() {
    or_skip!(need());
    let server = Server::smtp(Smtp::offering(&[]));
    let screen = Screen::talk(&server.address(), "--no-history");
    screen.shows(&["C: "]);
    screen.tmux(&["set-buffer", "EHLO x\nMAIL FROM:<>\nRCPT TO:<a@b.test>"]);
    screen.tmux(&["paste-buffer", "-p"]);
    screen.types("", "Enter");
    screen.shows(&["S: 250 2.1.5 recipient ok", "C: "]);
    screen.types("quit", "Enter");
    screen.shows(&["S: 221 2.0.0 bye", "exit 0", "icanon", "echo"]);
    assert_eq!(server.finish_one().lines(), ["EHLO x", "MAIL FROM:<>", "RCPT TO:<a@b.test>", "quit"]);
    assert_eq!(screen.history(), "");
}

#[test]
fn pop3_with_its_password_hidden_as_it_is_typed() {
    or_skip!(need());
    let server = Server::pop3(Pop3::offering(&["USER", "UIDL"]).with(&["Subject: x\r\n\r\nhola\r\n"]));
    let screen = Screen::talk(&format!("pop3://{}", server.address()), "");
    screen.shows(&["S: +OK mock.test", "C: "]);
    screen.types("ca", "Tab");
    screen.types("", "Enter");
    screen.shows(&["S: .", "C: "]);
    screen.types("USER pepe", "Enter");
    screen.types("PASS s3cr3t-CANARY", "");
    screen.shows(&["S: +OK", "C: PASS •••••••••••••"]);
    screen.types("", "Enter");
    screen.shows(&["C: PASS •••••••••••••", "S: +OK", "C: "]);
    // what was not offered is not completed
    screen.types("T", "Tab");
    screen.shows(&["C: T"]);
    screen.types("", "C-u");
    screen.types("RETR 1", "Enter");
    screen.shows(&["S: hola", "S: .", "C: "]);
    screen.types("", "C-d");
    let text = screen.shows(&["C: QUIT", "S: +OK", "exit 0", "icanon", "echo"]);
    assert!(!text.contains("CANARY"), "{text}");
    assert_eq!(screen.history(), "CAPA\nUSER pepe\nRETR 1\n");
}

#[test]
fn imap_with_tags_literals_and_idle() {
    or_skip!(need());
    let idle = [Step::say("+ idling\r\n"), Step::Stall(Duration::from_millis(300)), Step::say("* 4 EXISTS\r\n")];
    let idle = idle.into_iter().chain([Step::Expect("DONE"), Step::say("@@ OK done\r\n")]).collect::<Vec<_>>();
    let server = Server::imap(Imap::offering("IDLE").does("IDLE", idle));
    let screen = Screen::talk(&format!("imap://{}", server.address()), "");
    screen.shows(&["C: "]);
    screen.types("LOGIN pepe \"s3cr3t CANARY", "");
    screen.shows(&["C: LOGIN pepe ••••••••••••••"]);
    screen.types("\"", "Enter");
    screen.shows(&["C: a1 LOGIN pepe ••••", "S: a1 OK done", "C: "]);
    screen.types("x7 sel", "Tab");
    screen.types("INBOX", "Enter");
    screen.shows(&["S: x7 OK done", "C: "]);
    screen.types("APPEND INBOX {}", "Enter");
    screen.shows(&["* the octets of the literal, line by line; a lone dot ends them", ".: "]);
    screen.types("Subject: x\r\r.\r", "");
    screen.shows(&["C: a2 APPEND INBOX {14}", "S: + go on", "C: Subject: x", "C:", "C:", "S: a2 OK done", "C: "]);
    screen.types("APPEND INBOX {3}\r", "");
    screen.shows(&["S: + go on", ".: "]);
    screen.types("uno\r", "");
    screen.shows(&["S: a3 OK done", "C: "]);
    screen.types("IDLE", "Enter");
    screen.shows(&["S: + idling", "S: * 4 EXISTS", "C: "]);
    screen.types("NOOP", "Enter");
    screen.shows(&["! only DONE, or an empty line, ends IDLE; nothing is said", "C: "]);
    screen.types("", "Enter");
    screen.shows(&["C: DONE", "S: a4 OK done", "C: "]);
    screen.types("", "C-d");
    let text = screen.shows(&["C: a5 LOGOUT", "S: * BYE bye", "S: a5 OK done", "exit 0", "icanon", "echo"]);
    assert!(!text.contains("CANARY"), "{text}");
    assert_eq!(screen.history(), "x7 SELECT INBOX\nAPPEND INBOX {}\nAPPEND INBOX {3}\nIDLE\n");
}
