//! Servers that do what they should not, and connections that break.

use std::time::Duration;

use super::{message, pop};
use crate::cli::Room;
use crate::mock::pop3::GREETING;
use crate::mock::{Pop3, Server, Step};

fn offering() -> Pop3 {
    let (one, two) = (message("uno", "hola"), message("dos", "adios"));
    Pop3::offering(&["TOP", "UIDL", "USER", "PIPELINING"]).with(&[&one, &two])
}

#[test]
fn it_goes_away_anywhere() {
    for verb in [GREETING, "USER", "PASS", "LIST", "TOP", "QUIT"] {
        for steps in [vec![Step::Close], vec![Step::say("-ERR [SYS/TEMP] bye\r\n"), Step::Close]] {
            let server = Server::pop3(offering().does(verb, steps.clone()));
            let outcome = pop(&server, &["list", "--headers"]).run();
            // what is fetched is fetched, however the server takes its leave; a header that is refused is left out
            let kept = verb == "QUIT" || (verb == "TOP" && steps.len() > 1 && outcome.code == Some(0));
            outcome.expect(if kept { 0 } else { 75 });
        }
    }
}

#[test]
fn quit_that_is_not_answered_deletes_nothing() {
    for steps in [vec![Step::Close], vec![Step::say("-ERR some messages remain\r\n")], vec![]] {
        let server = Server::pop3(offering().does("QUIT", steps));
        let outcome = pop(&server, &["dele", "all", "--timeout", "1"]).run().expect(75);
        let outcome = outcome.says(&["not done"]);
        assert!(!outcome.err().contains("messages deleted"), "{outcome}");
    }
}

#[test]
fn a_connection_lost_in_the_middle_of_a_message() {
    let half = [Step::say("+OK 100 octets\r\nSubject: dos\r\n\r\nhalf of i"), Step::Close];
    let whole = message("uno", "hola");
    let first = format!("+OK\r\n{whole}.");
    for (flag, name) in [("--maildir", "maildir"), ("--mbox", "mbox"), ("--eml-dir", "letters")] {
        let (room, server) = (Room::new(), Server::pop3(offering().once("RETR", &first).does("RETR", half.clone())));
        let place = room.at(name);
        let outcome = pop(&server, &["retr", "all", "--delete", flag, &place, "--timeout", "2"]).run().expect(75);
        let heard = server.finish_one();
        assert!(!heard.has("DELE") && !heard.has("QUIT"), "{outcome}");
        match name {
            "maildir" => {
                assert_eq!(room.list("maildir/new").len(), 1, "{outcome}");
                assert!(room.list("maildir/tmp").is_empty(), "{outcome}");
            }
            "mbox" => assert!(!String::from_utf8_lossy(&room.read("mbox")).contains("half")),
            _ => assert_eq!(room.list("letters").len(), 1, "{outcome}"),
        }
    }
    let (room, server) = (Room::new(), Server::pop3(offering().does("RETR", half)));
    let file = room.file("letter", "what was there");
    pop(&server, &["retr", "1", "-o", &file]).run().expect(75);
    assert_eq!(room.read("letter"), b"what was there");
    assert_eq!(room.list("").len(), 1, "nothing else stays");
}

#[test]
fn a_flood_without_line_ends() {
    for verb in [GREETING, "STAT", "LIST", "CAPA"] {
        let flood = Step::Flood(b"+OK xxxxxxx".to_vec(), 64 << 20);
        let server =
            Server::pop3(offering().does(verb, [Step::say(if verb == "LIST" { "+OK\r\n" } else { "" }), flood]));
        let outcome = pop(&server, &[if verb == "LIST" { "list" } else { "stat" }, "--timeout", "10"]).run();
        assert!(outcome.code == Some(76) || outcome.code == Some(75), "{verb}: {outcome}");
        assert!(outcome.peak < 100_000, "{verb}: {} KiB", outcome.peak);
    }
}

#[test]
fn a_listing_that_does_not_end() {
    let flood = [Step::say("+OK\r\n"), Step::Flood(b"1 1\r\n".to_vec(), 64 << 20)];
    let server = Server::pop3(offering().does("LIST", flood));
    let outcome = pop(&server, &["list", "-q"]).run().expect(76).says(&["does not end"]);
    assert!(outcome.peak < 150_000, "{} KiB", outcome.peak);
    let flood = [Step::say("+OK\r\n"), Step::Flood(b"X-Y\r\n".to_vec(), 4 << 20)];
    let server = Server::pop3(offering().does("CAPA", flood));
    pop(&server, &["stat", "-q"]).run().expect(76).says(&["does not end"]);
}

#[test]
fn nonsense_in_a_listing_is_told_and_its_neighbours_are_kept() {
    let listing = "+OK\r\n1 120\r\nnonsense \x1b[31m\r\n0 7\r\n2 200 and more\r\n2 300\r\n.";
    let server = Server::pop3(offering().on("LIST", listing));
    let outcome = pop(&server, &["list", "--json"]).run().expect(0);
    assert_eq!(
        (outcome.field("n"), outcome.field("octets")),
        (vec!["1".into(), "2".into()], vec!["120".into(), "200".into()])
    );
    let outcome = outcome.says(&["nonsense \\x1b[31m"]).says(&["message 2 twice"]);
    assert!(!outcome.everything(None).contains(&0x1b), "{outcome}");
    pop(&server, &["list", "--strict"]).run().expect(76);
}

#[test]
fn odd_unique_ids() {
    let server = Server::pop3(offering().on("UIDL", "+OK\r\n1   same\r\n2 same\r\n3 lost\r\n."));
    let outcome = pop(&server, &["list", "--uidl", "--json"]).run().expect(0);
    assert_eq!(outcome.field("uidl"), ["same", "same"]);
    outcome.says(&["the same unique-id"]).says(&["UIDL lists message 3, which LIST does not"]);
    let long = format!("+OK\r\n1 {}\r\n2 b\r\n.", "x".repeat(1024));
    let server = Server::pop3(offering().on("UIDL", &long));
    pop(&server, &["uidl"]).run().expect(0).says(&["the unique-id of message 1 is none"]);
}

#[test]
fn a_server_without_uidl_or_top() {
    let server = Server::pop3(offering().on("UIDL", "-ERR what?").on("TOP", "-ERR what?"));
    let outcome = pop(&server, &["list", "--uidl", "--headers", "--json"]).run().expect(0);
    assert_eq!(outcome.field("n"), ["1", "2"]);
    outcome.says(&["no unique-ids"]).says(&["TOP 1 0 was answered -ERR"]);
    pop(&server, &["uidl"]).run().expect(69);
    pop(&server, &["top", "1"]).run().expect(1);
}

#[test]
fn unique_ids_are_no_paths() {
    for id in ["../../x", "/etc/x", "..", "a/../../b", "\\..\\x", ".", "x\u{1b}[31m"] {
        let (room, server) =
            (Room::new(), Server::pop3(offering().on("UIDL", &format!("+OK\r\n1 {id}\r\n2 {id}\r\n."))));
        let (letters, maildir) = (room.at("a/b/letters"), room.at("a/b/maildir"));
        let outcome = pop(&server, &["retr", "1-2", "--eml-dir", &letters]).run().expect(0);
        assert_eq!(room.list("a/b/letters").len(), 2, "{id}: {outcome}");
        pop(&server, &["retr", "1-2", "--maildir", &maildir]).run().expect(0);
        assert_eq!(room.list("a/b/maildir/new").len(), 2, "{id}");
        assert_eq!((room.list("").len(), room.list("a").len(), room.list("a/b").len()), (1, 1, 2), "{id}");
    }
}

#[test]
fn a_size_that_is_not_the_size() {
    let server = Server::pop3(offering().on("LIST", "+OK\r\n1 1000\r\n2 7\r\n."));
    let room = Room::new();
    let place = room.at("maildir");
    pop(&server, &["retr", "all", "--maildir", &place]).run().expect(0).says(&["was said to have 1000 octets"]);
    pop(&server, &["retr", "all", "--maildir", &place, "--strict"]).run().expect(76);
}

#[test]
fn a_pipeline_with_fewer_answers() {
    let server = Server::pop3(offering().once("DELE", "+OK").does("DELE", []));
    pop(&server, &["dele", "all", "--timeout", "1"]).run().expect(75);
    assert!(!server.finish_one().has("QUIT"), "nothing is committed");
    let server = Server::pop3(offering().on("NOOP", "+OK\r\n+OK and again"));
    pop(&server, &["noop", "--strict"]).run();
    let server = Server::pop3(offering().does("STAT", [Step::say("220 hello\r\n")]));
    pop(&server, &["stat"]).run().expect(76).says(&["SMTP server"]);
}

#[test]
fn lines_that_end_in_lf_alone() {
    let server = Server::pop3(offering().does("RETR", [Step::say("+OK\na: b\n\n..dot\n...\n.\n")]));
    let outcome = pop(&server, &["retr", "1", "-q"]).run().expect(0);
    assert_eq!(outcome.out(), "a: b\n\n.dot\n..\n");
}

#[test]
fn a_deadline_in_the_middle() {
    let slow = [Step::say("+OK\r\nhalf"), Step::Stall(Duration::from_secs(15))];
    let server = Server::pop3(offering().does("RETR", slow));
    pop(&server, &["retr", "1", "--deadline", "1"]).run().expect(75);
}

#[test]
fn an_interrupt_in_the_middle_of_a_message() {
    let slow = [Step::say("+OK\r\na: b\r\n\r\nhalf"), Step::Stall(Duration::from_secs(15))];
    let whole = format!("+OK\r\n{}.", message("uno", "hola"));
    let (room, server) = (Room::new(), Server::pop3(offering().once("RETR", &whole).does("RETR", slow)));
    let place = room.at("maildir");
    let args = ["retr", "all", "--delete", "--maildir", &place, "--timeout", "15"];
    pop(&server, &args).interrupted(Duration::from_secs(1)).run().expect(75);
    assert_eq!((room.list("maildir/new").len(), room.list("maildir/tmp").len()), (1, 0));
    assert!(!server.finish_one().has("DELE"));
}

#[test]
fn a_message_that_cannot_be_deleted_does_not_keep_the_others() {
    let server = Server::pop3(offering().once("DELE", "-ERR [SYS/PERM] not this one"));
    let outcome = pop(&server, &["dele", "all"]).run().expect(3).says(&["1 message deleted"]);
    assert!(outcome.err().contains("DELE 1 was answered -ERR [SYS/PERM]"), "{outcome}");
    let (room, server) = (Room::new(), Server::pop3(offering().once("DELE", "-ERR [SYS/PERM] not this one")));
    let place = room.at("maildir");
    pop(&server, &["retr", "all", "--maildir", &place, "--delete"]).run().expect(3).says(&["1 message deleted"]);
    assert!(server.finish_one().has("QUIT"));
}

#[test]
fn unique_ids_that_would_fill_the_memory() {
    let long = format!("1 {}\r\n", "x".repeat(1000));
    let flood = [Step::say("+OK\r\n"), Step::Flood(long.into_bytes(), 400 << 20)];
    let server = Server::pop3(offering().does("UIDL", flood));
    let outcome = pop(&server, &["uidl", "-q"]).limit(Duration::from_secs(60)).run().expect(76);
    assert!(outcome.says(&["does not end"]).peak < 400_000);
}
