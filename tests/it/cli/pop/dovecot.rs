//! Every verb against Dovecot, over every way and with every mechanism that it has; curl says what is there.

use super::message;
use crate::cli::{Mailtool, Outcome, Room};
use crate::mock::Tap;
use crate::peers::ca::Authority;
use crate::peers::dovecot::{self, ALICIA, Dovecot, STRANGER};
use crate::peers::{self, fetch, or_skip};

pub(super) fn need() -> Result<(), peers::Skip> {
    dovecot::need().and(peers::ca::need()).and(fetch::need())
}

/// A Dovecot with three messages for alicia, and what a client needs.
pub(super) struct World {
    pub(super) room: Room,
    _authority: Authority,
    pub(super) dovecot: Dovecot,
    ca: String,
    messages: Vec<String>,
}

impl World {
    fn new() -> World {
        let messages =
            [("uno", "hola"), ("=?utf-8?q?adi=C3=B3s?=", ".dot\r\n..two\r\n."), ("tres", "From x\r\n>From y")];
        World::with(messages.map(|(subject, text)| message(subject, text)).to_vec())
    }

    pub(super) fn with(messages: Vec<String>) -> World {
        let (room, authority) = (Room::new(), Authority::throw_away());
        let files = authority.server(&["imap.example.test", "127.0.0.1"]);
        let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..Default::default() });
        dovecot.put(ALICIA.0, messages.iter().map(|message| message.replace("\r\n", "\n")));
        let ca = authority.ca().to_str().expect("a path in UTF-8").to_owned();
        World { room, _authority: authority, dovecot, ca, messages }
    }

    pub(super) fn pop(&self, args: &[&str]) -> Outcome {
        self.at(&format!("pop3://127.0.0.1:{}", self.dovecot.pop3), args)
    }

    pub(super) fn at(&self, url: &str, args: &[&str]) -> Outcome {
        let login = ["-u", ALICIA.0, "--password-env", "SECRET", "--timeout", "10", "--ca", &self.ca];
        Mailtool::new(["pop", "-s", url]).args(login).args(args).env("SECRET", ALICIA.1).run()
    }

    pub(super) fn by_curl(&self) -> Vec<Vec<u8>> {
        fetch::pop3_messages(self.dovecot.pop3, ALICIA.0, ALICIA.1)
    }
}

#[test]
fn every_verb() {
    or_skip!(need());
    let world = World::new();
    let outcome = world.pop(&["stat", "--json", "-q"]).expect(0);
    let octets: usize = world.messages.iter().map(String::len).sum();
    assert_eq!((outcome.field("messages"), outcome.field("octets")), (vec!["3".into()], vec![octets.to_string()]));
    let outcome = world.pop(&["list", "--headers", "--uidl", "--json", "-q"]).expect(0);
    assert_eq!(outcome.field("subject"), ["uno", "adiós", "tres"]);
    let uidl = outcome.field("uidl");
    assert_eq!(world.pop(&["uidl", "--json", "-q"]).expect(0).field("uidl"), uidl);
    assert_eq!(world.pop(&["uidl", "2", "--json", "-q"]).expect(0).field("uidl"), uidl[1..2]);
    assert_eq!(world.pop(&["list", &format!("uidl:{}", uidl[2]), "--json", "-q"]).expect(0).field("n"), ["3"]);
    let curl = world.by_curl();
    for (n, message) in world.messages.iter().enumerate() {
        let outcome = world.pop(&["retr", &(n + 1).to_string(), "-q"]).expect(0);
        assert_eq!(outcome.out(), *message);
        assert_eq!(outcome.stdout, curl[n], "curl and we see the same");
    }
    world.pop(&["top", "2", "1", "-q"]).expect(0).says(&[".dot"]);
    world.pop(&["noop", "-q"]).expect(0).says(&["+OK"]);
    world.pop(&["rset", "-q"]).expect(0).says(&["+OK"]);
    world.pop(&["raw", "STAT", "-q"]).expect(0).says(&["+OK 3 "]);
    let outcome = world.pop(&["capa", "--json", "-q"]).expect(0);
    assert!(outcome.field("keyword").contains(&"PIPELINING".to_owned()), "{outcome}");
    world.pop(&["list", "9"]).expect(1);
    world.pop(&["retr", "9"]).expect(1);
    world.pop(&["last"]).says(&["LAST"]);
}

#[test]
fn deleting() {
    or_skip!(need());
    let world = World::new();
    let dry = world.pop(&["dele", "1-2", "--dry-run", "--json", "-q"]).expect(0);
    assert_eq!(dry.field("subject"), ["uno", "adiós"]);
    assert_eq!(world.by_curl().len(), 3);
    world.pop(&["dele", "2"]).expect(0).says(&["1 message deleted"]);
    let left = world.by_curl();
    assert_eq!(left, [world.messages[0].as_bytes(), world.messages[2].as_bytes()]);
    let maildir = world.room.at("maildir");
    world.pop(&["retr", "all", "--maildir", &maildir, "--delete"]).expect(0).says(&["2 messages deleted"]);
    assert!(world.by_curl().is_empty());
    assert_eq!(world.room.list("maildir/new").len(), 2);
    world.pop(&["list", "all"]).expect(1);
}

#[test]
fn every_way_and_every_mechanism() {
    or_skip!(need());
    let world = World::new();
    let Dovecot { pop3, pop3s, .. } = world.dovecot;
    world.at(&format!("pop3s://127.0.0.1:{pop3s}"), &["stat"]).expect(0).says(&["verified"]);
    let stls = format!("pop3://127.0.0.1:{pop3}");
    let outcome = world.at(&stls, &["stat", "--tls", "starttls"]).expect(0).says(&["verified"]);
    assert!(outcome.err().contains("C: STLS") && outcome.err().contains("C~ CAPA"), "{outcome}");
    for mechanism in ["plain", "login", "cram-md5", "digest-md5", "scram-sha-1", "scram-sha-256", "user"] {
        let outcome = world.at(&stls, &["stat", "--tls", "starttls", "--auth", mechanism]).expect(0);
        let word = if mechanism == "user" { "PASS".to_owned() } else { format!("AUTH {}", mechanism.to_uppercase()) };
        assert!(outcome.err().contains(&format!("C~ {word}")), "{mechanism}: {outcome}");
    }
    world.at(&stls, &["stat", "--tls", "starttls", "--sni", "other.test"]).expect(77).says(&["certificate"]);
    let stranger = format!("pop3s://{STRANGER}:{pop3s}");
    world.at(&stranger, &["stat"]).expect(77).says(&["certificate"]);
    world.at(&stranger, &["stat", "--insecure"]).expect(0);
    let wrong = Mailtool::new(["pop", "-s", &stls, "-u", "alicia", "--password-env", "SECRET", "stat"]);
    wrong.env("SECRET", "wrong").run().expect(77);
}

#[test]
fn through_a_socket_and_through_a_command() {
    or_skip!(need().and(peers::need(&["bash"])));
    let world = World::new();
    let socket = format!("unix:{}", world.dovecot.socket("pop3-login").display());
    let outcome = world.at(&socket, &["retr", "1", "-q"]).expect(0);
    assert_eq!(outcome.out(), world.messages[0]);
    let login = ["-u", ALICIA.0, "--password-env", "SECRET"];
    let tunnel = crate::cli::bridge(world.dovecot.pop3);
    let args = ["pop", "--tunnel", &tunnel, "list", "--json"];
    let outcome = Mailtool::new(args).args(login).env("SECRET", ALICIA.1).run().expect(0);
    assert_eq!(outcome.json().len(), 3);
    assert!(outcome.err().contains("* connecting through the command bash"), "{outcome}");
    let args = ["pop", "--tunnel", &tunnel, "-s", "pop3://imap.example.test", "--ca", &world.ca, "stat"];
    Mailtool::new(args).args(login).env("SECRET", ALICIA.1).run().expect(0).says(&["verified"]);
    Mailtool::new(["pop", "--tunnel", "exit 3", "stat"]).args(login).env("SECRET", "x").run().expect(75);
    Mailtool::new(["pop", "--tunnel", &tunnel, "stat"]).run().expect(64).says(&["--user"]);
}

#[test]
fn apop() {
    or_skip!(need());
    let messages = [message("uno", "hola").replace("\r\n", "\n")];
    let options = dovecot::Options { mechanisms: "plain apop", ..Default::default() };
    let dovecot = Dovecot::start(&options);
    dovecot.put(ALICIA.0, messages);
    let url = format!("pop3://127.0.0.1:{}", dovecot.pop3);
    let args = ["pop", "-s", &url, "-u", ALICIA.0, "--password-env", "S", "stat", "--auth", "apop"];
    let outcome = Mailtool::new(args).env("S", ALICIA.1).run().expect(0).says(&["1 message"]);
    assert!(outcome.err().contains("C: APOP alicia ••••"), "{outcome}");
}

#[test]
fn many_messages_in_flights() {
    or_skip!(need());
    let world = World::with((0..400).map(|n| message(&format!("letter {n}"), &"x".repeat(n))).collect());
    let tap = Tap::start(world.dovecot.pop3);
    let (url, maildir) = (format!("pop3://127.0.0.1:{}", tap.port), world.room.at("maildir"));
    let outcome = world.at(&url, &["retr", "all", "--maildir", &maildir, "--delete", "-q", "--json"]).expect(0);
    assert_eq!(outcome.json().len(), 400);
    let mut kept: Vec<_> =
        world.room.list("maildir/new").iter().map(|path| std::fs::read(path).expect("one")).collect();
    let mut sent: Vec<_> = world.messages.iter().map(|message| message.replace("\r\n", "\n").into_bytes()).collect();
    kept.sort();
    sent.sort();
    assert!(kept == sent, "what is kept is not what was there");
    assert!(world.by_curl().is_empty());
}
