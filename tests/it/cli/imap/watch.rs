//! What happens in a mailbox, as it happens.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use super::{World, asked, imap, message, need};
use crate::cli::{Mailtool, Outcome, Room};
use crate::mock::{Imap, Server, Step};
use crate::peers::dovecot::ALICIA;
use crate::peers::postfix::{self, Postfix};
use crate::peers::{fetch, or_skip};

/// A Dovecot that tells nothing by itself.
const SILENT: &str = "protocol imap {\n imap_capability = IMAP4rev1 SASL-IR UIDPLUS\n}\n";

/// Does `work` a moment after `run` has begun.
fn meanwhile<T: Send>(run: impl FnOnce() -> T + Send, work: impl FnOnce()) -> T {
    scope(|scope| {
        let running = scope.spawn(run);
        sleep(Duration::from_millis(1500));
        work();
        running.join().expect("no panic")
    })
}

#[test]
fn a_message_that_comes() {
    or_skip!(need());
    let world = World::new();
    let append = |subject: &str| {
        fetch::imap_append(world.dovecot.imap, ALICIA.0, ALICIA.1, message(subject, "x").as_bytes());
    };
    let outcome = meanwhile(|| world.json(&["watch", "--once", "--for", "20s"]), || append("nuevo"));
    assert_eq!((outcome.field("event"), outcome.field("uid")), (vec!["new".into()], vec!["4".into()]));
    assert_eq!(outcome.json()[0]["envelope"]["subject"], "nuevo");
    let args = ["await", "--keys", "SUBJECT \"token 123\"", "--for", "20s"];
    let outcome = meanwhile(|| world.json(&args), || append("token 123"));
    assert_eq!(outcome.field("uid"), ["5"]);
    // One that is there already will do.
    assert_eq!(world.json(&args).field("uid"), ["5"]);
    world.imap(&["await", "--keys", "SUBJECT never", "--for", "1s"]).expect(1);
    world.imap(&["watch", "--once", "--for", "1s"]).expect(1);
    world.imap(&["watch", "--for", "soon"]).expect(64);
}

#[test]
fn flags_that_change_and_messages_that_go() {
    or_skip!(need());
    let world = World::new();
    let run = || world.json(&["watch", "--for", "6s"]);
    let outcome = meanwhile(run, || {
        world.imap(&["flag", "2", "--add", "flagged"]).expect(0);
        world.imap(&["flag", "1", "--add", "deleted"]).expect(0);
        world.imap(&["expunge", "1"]).expect(0);
    });
    let events = outcome.field("event");
    assert!(events.contains(&"flags".to_owned()) && events.contains(&"gone".to_owned()), "{outcome}");
}

#[test]
fn what_is_said_before_the_wait_begins() {
    let early = [Step::say("* 4 EXISTS\r\n+ idling\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let rules = Imap::offering("IDLE").does("IDLE", early).on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x");
    let outcome = asked(rules.clone(), &["watch", "--once", "--for", "5s", "--json", "-q"]).expect(0);
    assert_eq!(outcome.field("uid"), ["4"]);
    asked(
        rules.does("IDLE", [Step::say("+ idling\r\n* BYE so long\r\n")]),
        &["watch", "--for", "5s", "--no-reconnect"],
    )
    .expect(75);
    asked(Imap::offering("IDLE").on("IDLE", "@@ NO no"), &["watch", "--for", "5s"]).expect(69);
    // Without IDLE the server is asked.
    let rules = Imap::offering("")
        .on("NOOP", "* 4 EXISTS\r\n@@ OK x")
        .on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x");
    asked(rules, &["watch", "--once", "--for", "1s", "--every", "0.2s"]).expect(0);
}

#[test]
fn what_comes_while_it_is_searched_for() {
    // It is told there, and never again.
    let idle = [Step::say("+ idling\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let rules = Imap::offering("IDLE")
        .once("SEARCH", "* SEARCH\r\n* 4 EXISTS\r\n@@ OK x")
        .on("SEARCH", "* SEARCH 4\r\n@@ OK x")
        .does("IDLE", idle.clone())
        .on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x");
    let args = ["await", "--keys", "SUBJECT x", "--json", "-q", "--for"];
    assert_eq!(asked(rules, &[&args[..], &["3s"]].concat()).expect(0).field("uid"), ["4"]);
    // A server that always tells of more ends in time.
    let rules = Imap::offering("IDLE").on("SEARCH", "* SEARCH\r\n* 4 EXISTS\r\n@@ OK x").does("IDLE", idle);
    asked(rules, &[&args[..], &["1s", "--deadline", "9"]].concat()).expect(1);
}

#[test]
fn a_mailbox_that_is_suddenly_large() {
    // Its UIDs are not kept, however many a few octets name.
    let found = "* 300001 EXISTS\r\n* ESEARCH (TAG \"@@\") UID ALL 1:300001\r\n@@ OK x";
    let gone = Step::say("+ idling\r\n* 1 EXPUNGE\r\n");
    let rules = Imap::offering("IDLE ESEARCH")
        .on("SEARCH", found)
        .does("IDLE", [gone, Step::Expect("DONE"), Step::say("@@ OK x\r\n")]);
    let outcome = asked(rules, &["watch", "--for", "1s", "--json", "-q"]).expect(0);
    assert_eq!((outcome.field("n"), outcome.field("uid")), (vec!["1".into()], vec!["null".into()]));
}

/// A letter by `mailtool send`, through Postfix and Dovecot's LMTP.
fn send(postfix: &Postfix, subject: &str) {
    let server = format!("smtp://127.0.0.1:{}", postfix.smtp);
    let people = ["--from", "pepe@example.test", "--to", "alicia@example.test"];
    Mailtool::send(&server, people).args(["--subject", subject, "--body", "x", "-q"]).run().expect(0);
}

#[test]
fn a_letter_wakes_however_the_server_is_listened_to() {
    or_skip!(need().and(postfix::need()));
    for (extra, several, how) in [
        ("", false, " IDLE"),
        ("", true, " NOTIFY SET STATUS (mailboxes INBOX"),
        (SILENT, false, " NOOP"),
        (SILENT, true, " STATUS INBOX"),
    ] {
        let world = World::with(extra, vec![message("uno", "x")]);
        let postfix = Postfix::start(&postfix::Options { dovecot: Some(&world.dovecot), ..Default::default() });
        world.imap(&["create", "Lists/rust", "-q"]).expect(0);
        let mailboxes: &[&str] = if several { &["--mailboxes", "INBOX,Lists/%"] } else { &[] };
        let args = [&["watch", "--once", "--json", "--for", "60s", "--every", "0.5s"], mailboxes].concat();
        let outcome = meanwhile(|| world.imap(&args), || send(&postfix, "¡hola!")).expect(0).says(&[how]);
        assert!(outcome.elapsed < Duration::from_secs(50), "{outcome}");
        let [event] = &outcome.json()[..] else { panic!("{outcome}") };
        assert_eq!((&event["event"], &event["mailbox"], &event["uid"]), (&"new".into(), &"INBOX".into(), &2.into()));
        assert_eq!(event["envelope"]["subject"], "¡hola!");
        let args = ["await", "subject:\"token 123\"", "--for", "20s", "--every", "0.5s"];
        let outcome = meanwhile(|| world.json(&args), || send(&postfix, "token 123"));
        assert_eq!(outcome.field("uid"), ["3"]);
    }
}

#[test]
fn what_happens_in_several_mailboxes() {
    or_skip!(need());
    for (extra, every) in [("", "15s"), (SILENT, "0.5s")] {
        let world = World::with(extra, vec![message("uno", "x"), message("dos", "x")]);
        for mailbox in ["Lists/rust", "Lists/tea", "Other"] {
            world.imap(&["create", mailbox, "-q"]).expect(0);
        }
        let args = ["watch", "--for", "6s", "--every", every, "--mailboxes", "INBOX", "Lists/%"];
        let outcome = meanwhile(
            || world.imap(&[&["--json"], &args[..]].concat()).expect(0),
            || {
                world.imap(&["copy", "1", "Lists/tea"]).expect(0);
                world.imap(&["copy", "1", "Other"]).expect(0);
                world.imap(&["flag", "2", "--add", "flagged"]).expect(0);
                sleep(Duration::from_secs(1));
                world.imap(&["move", "1", "Lists/rust"]).expect(0);
            },
        );
        let mut events: Vec<String> = outcome
            .json()
            .iter()
            .map(|event| format!("{} {} {}", event["event"], event["mailbox"], event["uid"]).replace('"', ""))
            .collect();
        events.sort();
        // Without NOTIFY and CONDSTORE what STATUS does not count goes unseen until something else happens there.
        assert_eq!(events, ["flags INBOX 2", "gone INBOX 1", "new Lists/rust 1", "new Lists/tea 1"], "{outcome}");
    }
}

#[test]
fn a_server_that_dies_and_lives_again() {
    or_skip!(need());
    for mailboxes in [&[][..], &["--mailboxes", "INBOX", "Lists"]] {
        let mut world = World::with("", ["uno", "dos", "tres"].map(|subject| message(subject, "x")).to_vec());
        world.imap(&["create", "Lists", "-q"]).expect(0);
        world.imap(&["flag", "3", "--add", "seen", "-q"]).expect(0);
        let url = format!("imap://127.0.0.1:{}", world.dovecot.imap);
        let watch = world.mailtool(&url, &[&["watch", "--for", "14s", "--json"], mailboxes].concat());
        let outcome = meanwhile(
            || watch.run(),
            || {
                world.dovecot.stop();
                let maildir = world.dovecot.maildir(ALICIA.0).join("cur");
                for file in std::fs::read_dir(&maildir).expect("cur").flatten().map(|file| file.path()) {
                    let name = file.to_string_lossy().into_owned();
                    match name {
                        name if name.contains("M000000") => std::fs::remove_file(file).expect("gone"),
                        name if name.contains("M000001") => std::fs::rename(file, name + "F").expect("flagged"),
                        _ => {}
                    }
                }
                world.dovecot.put(ALICIA.0, [message("cuatro", "x").replace("\r\n", "\n")]);
                world.dovecot.start_again();
            },
        );
        let outcome = outcome.expect(0).says(&["* the connection is made again in 1 s"]);
        let events = outcome.json();
        let event = |name: &str| events.iter().find(|event| event["event"] == name).cloned().unwrap_or_default();
        assert_eq!(events.len(), 3, "{outcome}");
        assert_eq!((&event("new")["uid"], &event("new")["envelope"]["subject"]), (&4.into(), &"cuatro".into()));
        assert_eq!((&event("gone")["uid"], &event("flags")["uid"]), (&1.into(), &2.into()), "{outcome}");
    }
}

/// What a mock says from its greeting on to the first IDLE.
fn selected(exists: u32, validity: u32, next: u32) -> Imap {
    let answer = format!(
        "* {exists} EXISTS\r\n* OK [UIDVALIDITY {validity}] x\r\n* OK [UIDNEXT {next}] x\r\n@@ OK [READ-ONLY] x"
    );
    Imap::offering("IDLE").on("EXAMINE", &answer).on("SEARCH", "* SEARCH 1 2 3\r\n@@ OK x")
}

/// `watch` at a server whose connections follow these rules, one after the other.
fn watched(connections: Vec<Imap>, args: &[&str]) -> Outcome {
    let server = Server::start(connections.into_iter().map(|rules| vec![Step::Imap(rules)]).collect());
    imap(&server, &[&["watch", "--json"], args].concat()).run()
}

#[test]
fn uids_that_mean_other_messages() {
    let dies = [Step::say("+ idling\r\n"), Step::Close];
    let first = selected(3, 7, 4).does("IDLE", dies);
    let news = [Step::say("+ idling\r\n* 4 EXISTS\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let second = selected(3, 8, 4).does("IDLE", news).on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x");
    let outcome = watched(vec![first, second], &["--once", "--for", "20s"]).expect(0);
    assert_eq!(outcome.field("event"), ["uidvalidity", "new"]);
    let event = &outcome.json()[0];
    assert_eq!((&event["uidvalidity"], &event["was"]), (&8.into(), &7.into()));
}

#[test]
fn a_wait_is_renewed() {
    let idle = [Step::say("+ idling\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let outcome = watched(vec![selected(3, 7, 4).does("IDLE", idle)], &["--renew", "0.4s", "--for", "3s"]).expect(1);
    let count = outcome.err().matches("C: DONE").count();
    assert!((3..=8).contains(&count), "{count}: {outcome}");
    for renewal in ["30m", "1h", "0"] {
        watched(vec![selected(3, 7, 4)], &["--renew", renewal]).expect(64);
    }
}

#[test]
fn connections_are_tried_less_and_less_often() {
    let dies = || selected(3, 7, 4).does("IDLE", [Step::say("+ idling\r\n* BYE so long\r\n"), Step::Close]);
    let outcome = watched(vec![dies()], &["--for", "5s"]).expect(1);
    let again = outcome.err().matches("the connection is made again in").count();
    assert!(again == 3 && outcome.err().contains("again in 4 s"), "{outcome}");
    watched(vec![dies()], &["--for", "5s", "--no-reconnect"]).expect(75);
}

/// A mock that tells of two messages at once, and of one whose subject is a trap.
fn with_news() -> Imap {
    let news = [Step::say("+ idling\r\n* 5 EXISTS\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let envelope =
        r#"ENVELOPE (NIL "$(touch trap); `touch trap`" (("B" NIL "b" "x.test")) NIL NIL NIL NIL NIL NIL "<1@x>")"#;
    let fetch =
        format!("* 4 FETCH (UID 4 RFC822.SIZE 9 {envelope})\r\n* 5 FETCH (UID 5 RFC822.SIZE 9 {envelope})\r\n@@ OK x");
    selected(3, 7, 4).does("IDLE", news).on("FETCH", &fetch)
}

#[test]
fn a_command_for_each_event() {
    let room = Room::new();
    let (log, lock) = (room.at("log"), room.at("lock"));
    // Never two at once, and what it prints is no result.
    let command = format!(
        "mkdir {lock} || echo twice >>{log}; sleep 0.3; rmdir {lock}; echo printed; \
         echo \"$MAILTOOL_EVENT $MAILTOOL_MAILBOX $MAILTOOL_UID $MAILTOOL_FROM $MAILTOOL_SUBJECT\" >>{log}; test $MAILTOOL_UID = 5"
    );
    let outcome = watched(vec![with_news()], &["--once", "--for", "20s", "--exec", &command]).expect(0);
    let text = String::from_utf8(room.read("log")).expect("text");
    let line = |uid: u32| format!("new INBOX {uid} b@x.test $(touch trap); `touch trap`\n");
    assert_eq!(text, line(4) + &line(5), "{outcome}");
    outcome.clone().says(&["--exec (new 4): exit status: 1"]);
    assert!(!outcome.err().contains("(new 5)") && !outcome.out().contains("printed"), "{outcome}");
}

#[test]
fn a_command_ends_with_the_watch() {
    let room = Room::new();
    let command = format!("echo begun >>{}; sleep 60; echo late >>{}", room.at("log"), room.at("log"));
    let rules = vec![Step::Imap(with_news())];
    let server = Server::start(vec![rules]);
    let watch = imap(&server, &["watch", "--json", "--exec", &command]).interrupted(Duration::from_secs(2)).run();
    assert!(watch.elapsed < Duration::from_secs(40), "{watch}");
    assert_eq!((room.read("log"), watch.json().len() > 1), (b"begun\n".to_vec(), true), "{watch}");
    // Also when the watch itself is over.
    let command = command.replace("log", "log2");
    let server = Server::start(vec![vec![Step::Imap(with_news())]]);
    let args = ["watch", "--json", "--once", "--exec", &command];
    let watch = imap(&server, &args).interrupted(Duration::from_secs(2)).run().expect(0);
    assert!(watch.elapsed < Duration::from_secs(10), "{watch}");
    assert_eq!(room.read("log2"), b"begun\n", "{watch}");
}

/// A mock that counts one message more with the third STATUS.
fn counting(offers: &str) -> Imap {
    let status = |count: u32| {
        let items = format!("MESSAGES {count} UIDNEXT {} UIDVALIDITY 7 UNSEEN 0", count + 1);
        format!("* STATUS INBOX ({items})\r\n@@ OK x")
    };
    let rules = Imap::offering(offers).once("STATUS", &status(3)).once("STATUS", &status(3)).on("STATUS", &status(4));
    let opened = |exists: u32| {
        format!("* {exists} EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT {}] x\r\n@@ OK [READ-ONLY] x", exists + 1)
    };
    rules
        .once("EXAMINE", &opened(3))
        .on("EXAMINE", &opened(4))
        .once("SEARCH", "* SEARCH 1 2 3\r\n@@ OK x")
        .on("SEARCH", "* SEARCH 1 2 3 4\r\n@@ OK x")
        .on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x")
}

#[test]
fn a_server_that_tells_no_more() {
    let args = ["--mailboxes", "INBOX", "--once", "--for", "60s", "--every", "0.2s"];
    let told = "* STATUS INBOX (MESSAGES 3 UIDNEXT 4 UIDVALIDITY 7 UNSEEN 0)\r\n@@ OK x";
    for answer in ["@@ NO [BADEVENT (MessageNew)] x", &format!("{told}\r\n* OK [NOTIFICATIONOVERFLOW] x")] {
        let outcome = watched(vec![counting("NOTIFY").on("NOTIFY", answer)], &args).expect(0);
        assert_eq!((outcome.field("uid"), outcome.err().matches(" NOTIFY SET").count()), (vec!["4".into()], 1));
        assert!(outcome.elapsed < Duration::from_secs(40), "{outcome}");
    }
    // A mailbox that is not there, alone and beside another one.
    let rules = Imap::offering("").on("STATUS", "@@ NO [NONEXISTENT] x");
    watched(vec![rules], &["--mailboxes", "none", "--for", "2s"]).expect(67);
    let rules = counting("").once("STATUS", "@@ NO [NONEXISTENT] x");
    watched(vec![rules], &["--mailboxes", "none,INBOX", "--for", "0.5s"]).expect(1).says(&["[NONEXISTENT]"]);
}

#[test]
fn a_reader_that_goes_ends_it() {
    let news = "+ idling\r\n* 1 FETCH (FLAGS (a))\r\n* 1 FETCH (FLAGS (b))\r\n";
    let idle = [Step::say(news), Step::Expect("DONE"), Step::say("@@ OK x\r\n")];
    let server = Server::imap(selected(3, 7, 4).does("IDLE", idle));
    let home = Room::new();
    let mut command = imap(&server, &["watch", "--json", "-q", "--renew", "0.2s"]).command(&home);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("mailtool");
    // The first line is read, and no more.
    let mut line = String::new();
    BufReader::with_capacity(1, child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    assert!(line.contains("\"event\":\"flags\""), "{line}");
    let deadline = Instant::now() + Duration::from_secs(20);
    let ended = loop {
        match child.try_wait().expect("a child") {
            Some(status) => break status,
            None if Instant::now() > deadline => {
                let _ = child.kill();
                panic!("it goes on without a reader");
            }
            None => sleep(Duration::from_millis(20)),
        }
    };
    assert!(ended.success(), "{ended}");
}
