//! What happens in a mailbox, as it happens.

use std::thread::{scope, sleep};
use std::time::Duration;

use super::{World, asked, message, need};
use crate::mock::{Imap, Step};
use crate::peers::dovecot::ALICIA;
use crate::peers::{fetch, or_skip};

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
    let rules = Imap::offering("IDLE").does("IDLE", early).on("FETCH", "* 4 FETCH (UID 4 FLAGS ())\r\n@@ OK x");
    let outcome = asked(rules.clone(), &["watch", "--once", "--for", "5s", "--json", "-q"]).expect(0);
    assert_eq!(outcome.field("uid"), ["4"]);
    asked(rules.does("IDLE", [Step::say("+ idling\r\n* BYE so long\r\n")]), &["watch", "--for", "5s"]).expect(75);
    asked(Imap::offering("IDLE").on("IDLE", "@@ NO no"), &["watch", "--for", "5s"]).expect(69);
    // Without IDLE the server is asked.
    let rules =
        Imap::offering("").on("NOOP", "* 4 EXISTS\r\n@@ OK x").on("FETCH", "* 4 FETCH (UID 4 FLAGS ())\r\n@@ OK x");
    asked(rules, &["watch", "--once", "--for", "1s"]).expect(0);
}
