//! `--rate`.

use std::time::Duration;

use super::mbox;
use crate::cli::{Mailtool, Room};
use crate::mock::{Server, Smtp};

#[test]
fn letters_wait_for_their_turn() {
    let room = Room::new();
    let mbox = room.file("mbox", mbox(5));
    for connections in ["1", "3"] {
        let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
        let args = ["--mbox", &mbox, "--rate", "5/s", "--connections", connections, "--json", "-q"];
        let outcome = Mailtool::send(&server.address(), args).run().expect(0);
        assert!(outcome.elapsed >= Duration::from_millis(800), "four waits of 200 ms: {:?}", outcome.elapsed);
        assert_eq!(server.finish().iter().map(|heard| heard.messages.len()).sum::<usize>(), 5);
    }
}

#[test]
fn a_wait_can_be_ended() {
    let room = Room::new();
    let mbox = room.file("mbox", mbox(3));
    let args = ["--mbox", &mbox, "--rate", "1/h", "--json", "-q"];
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = Mailtool::send(&server.address(), args).interrupted(Duration::from_millis(2500)).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "deferred", "deferred"]);
    assert!(outcome.elapsed < Duration::from_secs(10), "{outcome}");
    let outcome = Mailtool::send(&server.address(), args).args(["--deadline", "2.5"]).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "deferred", "deferred"]);
}

#[test]
fn no_connection_idles_until_its_turn_and_none_goes_before_it() {
    let room = Room::new();
    let mbox = room.file("mbox", mbox(3));
    let args = ["--mbox", &mbox, "--rate", "1/h", "--per-connection", "1", "--deadline", "2", "--json", "-q"];
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = Mailtool::send(&server.address(), args).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "deferred", "deferred"]);
    assert_eq!(server.connections(), 1, "{outcome}");
    let server = Server::smtp(Smtp::offering(&[]));
    let args = ["--mbox", &mbox, "--rate", "1/h", "--connections", "3", "--deadline", "2", "--json", "-q"];
    let outcome = Mailtool::send(&server.address(), args).run().expect(3);
    assert_eq!(server.finish().iter().map(|heard| heard.messages.len()).sum::<usize>(), 1, "{outcome}");
}

#[test]
fn what_is_no_rate() {
    for rate in ["100", "0/s", "5/week"] {
        Mailtool::letter("127.0.0.1:1").args(["--rate", rate]).run().expect(64).says(&["100/min"]);
    }
}
