//! Where fetched messages are put.

use super::{message, pop};
use crate::cli::Room;
use crate::mock::{Pop3, Server, Step};

const BODY: &str = "From here\r\n>From there\r\n.dot\r\nbare\rcr";

fn server() -> Server {
    let (one, two) = (message("uno", BODY), message("dos", "adios"));
    Server::pop3(Pop3::offering(&["TOP", "UIDL", "USER", "PIPELINING"]).with(&[&one, &two]))
}

#[test]
fn a_file_and_a_directory_have_the_octets_as_they_were_sent() {
    let (room, server) = (Room::new(), server());
    let (file, letters) = (room.at("letter"), room.at("letters"));
    let outcome = pop(&server, &["retr", "1", "-o", &file]).run().expect(0);
    assert_eq!((room.read("letter"), outcome.out()), (message("uno", BODY).into_bytes(), String::new()));
    for _ in 0..2 {
        let outcome = pop(&server, &["retr", "all", "--eml-dir", &letters, "--json", "-q"]).run().expect(0);
        assert_eq!(
            (outcome.field("n"), outcome.field("uidl")),
            (vec!["1".into(), "2".into()], vec!["id1".into(), "id2".into()])
        );
    }
    let names: Vec<_> = room.list("letters").iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!(names, ["1-id1 (2).eml", "1-id1.eml", "2-id2 (2).eml", "2-id2.eml"]);
    assert_eq!(room.read("letters/1-id1.eml"), message("uno", BODY).into_bytes());
}

#[test]
fn a_maildir_and_an_mbox_have_lines_that_end_in_lf() {
    let (room, server) = (Room::new(), server());
    let (maildir, mbox) = (room.at("maildir"), room.file("mbox", "From x\na: b\n\nold\n\n"));
    pop(&server, &["retr", "all", "--maildir", &maildir]).run().expect(0);
    let files = room.list("maildir/new");
    let text = String::from_utf8(std::fs::read(&files[0]).expect("a message")).expect("text");
    assert_eq!(text, message("uno", BODY).replace("\r\n", "\n"));
    assert!(files.len() == 2 && room.list("maildir/tmp").is_empty() && room.list("maildir/cur").is_empty());
    pop(&server, &["retr", "2", "1", "--mbox", &mbox]).run().expect(0);
    let text = String::from_utf8(room.read("mbox")).expect("text");
    assert!(text.starts_with("From x\na: b\n\nold\n\nFrom MAILER-DAEMON "), "{text}");
    assert!(text.contains("\n\n>From here\n>>From there\n.dot\nbare\rcr\n\n"), "{text}");
    let outcome = crate::cli::Mailtool::new(["mime", "tree", &mbox, "--json"]).run().expect(0);
    assert_eq!(outcome.json().len(), 3, "{outcome}");
}

#[test]
fn an_mbox_that_was_cut_short_or_is_none() {
    let server = server();
    for (before, between) in [("From x\na: b\n\nold", "\n\n"), ("From x\na: b\n\nold\n", "\n"), ("", "")] {
        let room = Room::new();
        let mbox = room.file("mbox", before);
        pop(&server, &["retr", "2", "--mbox", &mbox]).run().expect(0);
        let text = String::from_utf8(room.read("mbox")).expect("text");
        assert!(text.starts_with(&format!("{before}{between}From MAILER-DAEMON ")), "{text}");
    }
    let room = Room::new();
    let file = room.file("precious", "no mbox at all\n");
    pop(&server, &["retr", "2", "--mbox", &file]).run().expect(73).says(&["no mbox"]);
    assert_eq!(room.read("precious"), b"no mbox at all\n");
}

#[test]
fn what_a_link_leads_to_is_replaced() {
    let (room, server) = (Room::new(), server());
    let (file, link) = (room.file("there", "old"), room.at("link"));
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    pop(&server, &["retr", "2", "-o", &link]).run().expect(0);
    assert_eq!(room.read("there"), message("dos", "adios").into_bytes());
    assert!(std::fs::symlink_metadata(&link).expect("the link").is_symlink());
}

#[test]
fn an_mbox_that_is_locked_is_left_alone() {
    let (room, server) = (Room::new(), server());
    let mbox = room.file("mbox", "");
    let held = std::fs::File::open(&mbox).expect("the file");
    held.lock().expect("a lock");
    pop(&server, &["retr", "all", "--mbox", &mbox]).run().expect(75).says(&["locked"]);
    assert!(room.read("mbox").is_empty());
}

#[test]
fn what_has_reached_the_disk_is_deleted() {
    let messages: Vec<String> = (0..250).map(|n| message(&n.to_string(), "x")).collect();
    let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
    let server = Server::pop3(Pop3::offering(&["UIDL", "USER", "PIPELINING"]).with(&messages));
    let room = Room::new();
    let maildir = room.at("maildir");
    let outcome = pop(&server, &["retr", "all", "--maildir", &maildir, "--delete"]).run().expect(0);
    let outcome = outcome.says(&["250 messages deleted"]);
    assert_eq!((outcome.out().lines().count(), room.list("maildir/new").len()), (250, 250));
    let heard = server.finish_one().lines();
    let place = |line: &str| heard.iter().position(|said| said == line).expect(line);
    assert!(place("RETR 200") < place("DELE 1") && place("DELE 200") < place("RETR 201"), "in groups");
    assert_eq!(heard.last().map(String::as_str), Some("QUIT"));
}

#[test]
fn a_place_that_cannot_be_made() {
    let (room, server) = (Room::new(), server());
    let file = room.file("file", "x");
    pop(&server, &["retr", "1", "--maildir", &file]).run().expect(73);
    pop(&server, &["retr", "1", "--mbox", &room.at("no/where")]).run().expect(73);
    pop(&server, &["retr", "1", "-o", &room.at("no/where"), "--delete"]).run().expect(73);
    pop(&server, &["retr", "1", "-o", "/dev/full"]).run().expect(74);
    assert!(server.finish().iter().all(|heard| !heard.has("DELE")));
}

#[test]
fn a_large_message_is_never_held() {
    let line = [b"x".repeat(76), b"\r\n".to_vec()].concat();
    let content = [Step::say("+OK\r\n"), Step::Flood(line, 48 << 20), Step::say("\r\n.\r\n")];
    let server = Server::pop3(Pop3::offering(&["USER"]).does("RETR", content));
    let room = Room::new();
    let file = room.at("large");
    let outcome = pop(&server, &["retr", "1", "-o", &file]).run().expect(0);
    assert!(std::fs::metadata(&file).expect("it").len() >= 48 << 20);
    assert!(outcome.peak < 40_000, "{} KiB", outcome.peak);
}
