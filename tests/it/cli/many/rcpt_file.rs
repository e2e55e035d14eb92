//! `--rcpt-file`.

use crate::cli::{Mailtool, Room};
use crate::mock::{Server, Smtp};

#[test]
fn who_stands_in_a_file_gets_the_letter() {
    let room = Room::new();
    let list = room.file("list", "# readers\r\na@x.test\r\n\r\nBegoña <b@x.test>\n  c@x.test\na@x.test");
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let outcome = Mailtool::letter(&server.address()).args(["--rcpt-file", &list, "--rcpt", "z@x.test", "--json"]);
    let outcome = outcome.run().expect(0);
    assert_eq!(outcome.field("recipient"), ["z@x.test", "a@x.test", "b@x.test", "c@x.test"]);
    let heard = server.finish_one();
    assert_eq!(heard.lines().iter().filter(|line| line.starts_with("RCPT")).count(), 4);
    assert!(!heard.text().contains("Bego"), "nobody of them stands in the header: {}", heard.text());
}

#[test]
fn standard_input_names_them() {
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome =
        Mailtool::letter(&server.address()).args(["--rcpt-file", "-", "--json"]).stdin("a@x.test\nb@x.test\n");
    assert_eq!(outcome.run().expect(0).field("recipient"), ["a@x.test", "b@x.test"]);
}

#[test]
fn a_server_that_takes_few_at_once_is_not_asked_for_more_again() {
    let room = Room::new();
    let list: String = (0..10).map(|n| format!("r{n}@x.test\n")).collect();
    let list = room.file("list", list);
    let mut smtp = Smtp::offering(&[]);
    for _ in 0..3 {
        smtp = smtp.once("RCPT", "250 2.1.5 ok");
    }
    for _ in 3..10 {
        smtp = smtp.once("RCPT", "452 4.5.3 too many recipients");
    }
    let server = Server::smtp(smtp);
    let outcome = Mailtool::letter(&server.address()).args(["--rcpt-file", &list, "--json"]).run().expect(0);
    assert_eq!(outcome.field("status"), vec!["delivered"; 10]);
    let heard = server.finish_one();
    let rcpt = heard.lines().iter().filter(|line| line.starts_with("RCPT")).count();
    assert_eq!((rcpt, heard.messages.len()), (17, 4), "10, and then 3, 3 and 1");
}

#[test]
fn a_server_that_takes_nobody_is_asked_once() {
    let room = Room::new();
    let list = room.file("list", "a@x.test\nb@x.test\n");
    let server = Server::smtp(Smtp::offering(&[]).on("RCPT", "452 4.5.3 too many recipients"));
    let outcome = Mailtool::letter(&server.address()).args(["--rcpt-file", &list, "--json"]).run().expect(75);
    assert_eq!(outcome.field("status"), ["deferred", "deferred"]);
    let heard = server.finish_one();
    assert_eq!(heard.lines().iter().filter(|line| line.starts_with("RCPT")).count(), 2);
}

#[test]
fn a_bad_line_is_named_before_anything_is_sent() {
    let room = Room::new();
    let send = |args: &[&str]| {
        let server = Server::smtp(Smtp::offering(&[]));
        let outcome = Mailtool::letter(&server.address()).args(args).run();
        assert_eq!(server.connections(), 0, "{outcome}");
        outcome
    };
    let list = room.file("list", "a@x.test\n\nb@x@y\n");
    send(&["--rcpt-file", &list]).expect(65).says(&["line 3: \"b@x@y\""]);
    let list = room.file("list", "# none\n");
    send(&["--rcpt-file", &list]).expect(65).says(&["no address"]);
    send(&["--rcpt-file", &room.at("nothing")]).expect(66).says(&["nothing"]);
    send(&["--rcpt-file", room.path().to_str().expect("a path")]).expect(66).says(&["directory"]);
    send(&["--rcpt-file", "-", "--attach", "-"]).expect(64).says(&["standard input"]);
}
