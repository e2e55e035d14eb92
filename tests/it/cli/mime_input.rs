//! What the verbs of `mime` read: a file, standard input, an mbox, a Maildir.

use super::{Mailtool, Room};

const MBOX: &str = "From a@x.test Mon Nov 23 00:00:00 2026\nSubject: one\n\nfirst\n>From here\n\n\
                    From b@x.test Mon Nov 23 00:00:00 2026\r\nSubject: two\r\n\r\nsecond\r\n\r\n";

fn mime<'a>(args: impl IntoIterator<Item = &'a str>) -> Mailtool {
    Mailtool::new(["mime"]).args(args)
}

#[test]
fn a_file_and_standard_input() {
    let room = Room::new();
    let file = room.file("a.eml", "Subject: x\n\nbody\n");
    assert_eq!(mime(["part", &file, "1"]).run().expect(0).out(), "body\n");
    assert_eq!(mime(["part", "-", "1"]).stdin("Subject: x\n\nbody\n").run().expect(0).out(), "body\n");
    assert!(mime(["show", "-"]).stdin("Subject: x\n\nbody\n").run().expect(0).out().ends_with("\nbody\n"));
}

#[test]
fn the_letters_of_an_mbox() {
    let room = Room::new();
    let file = room.file("mbox", MBOX);
    for (args, stdin) in [([file.as_str(), "1"], ""), (["-", "1"], MBOX)] {
        let part = |message: &str| mime(["part", "--message", message]).args(args).stdin(stdin).run().expect(0).out();
        assert_eq!((part("1"), part("2")), ("first\nFrom here\n".to_owned(), "second\r\n".to_owned()));
        assert_eq!(mime(["part"]).args(args).stdin(stdin).run().expect(0).out(), "first\nFrom here\n");
        mime(["part", "--message", "3"]).args(args).stdin(stdin).run().expect(1).says(&["no message 3, only 2"]);
    }
    let tree = mime(["tree", "--json", &file]).run().expect(0);
    assert_eq!(tree.field("message"), ["1", "2"]);
    assert_eq!(tree.field("message_offset"), ["39", "111"]);
    assert_eq!(tree.field("octets"), ["16", "8"]);
    for show in [mime(["show", &file]).run(), mime(["show", "-"]).stdin(MBOX).run()] {
        let out = show.expect(0).out();
        assert!(out.contains("message 1, ") && out.contains("From here\n") && out.ends_with("second\n"), "{out}");
    }
}

#[test]
fn the_messages_of_a_maildir() {
    let room = Room::new();
    for folder in ["m/new", "m/cur", "m/tmp"] {
        room.directory(folder);
    }
    room.file("m/cur/100.a:2,S", "Subject: old\n\nold\n");
    room.file("m/new/200.b", "Subject: new\n\nFrom here no mbox begins\n");
    room.file("m/tmp/300.c", "Subject: not there yet\n\n");
    room.file("m/cur/.hidden", "x");
    let maildir = room.at("m");
    let tree = mime(["tree", "--json", &maildir]).run().expect(0);
    assert_eq!(tree.field("file"), ["100.a:2,S", "200.b"]);
    let part = mime(["part", "--message", "2", &maildir, "1"]).run().expect(0);
    assert_eq!(part.out(), "From here no mbox begins\n");
    let show = mime(["show", &maildir]).run().expect(0).out();
    assert!(show.contains("message 2, 200.b\n\nSubject: new\n"), "{show}");
}

#[test]
fn what_is_no_input() {
    let room = Room::new();
    let (empty, directory) = (room.file("empty", ""), room.directory("d"));
    for verb in ["tree", "show"] {
        mime([verb, &room.at("missing")]).run().expect(66).says(&["missing"]);
        mime([verb, &empty]).run().expect(65).says(&["no message"]);
        mime([verb, &directory]).run().expect(65).says(&["no Maildir"]);
        mime([verb]).run().expect(64);
        mime([verb, "--message", "0", &empty]).run().expect(64);
    }
    room.directory("d/cur");
    mime(["tree", &directory]).run().expect(1).says(&["no message"]);
    mime(["part", &empty, "x"]).run().expect(64).says(&["numbers from 1"]);
    mime(["part", &empty, "MIME"]).run().expect(64).says(&["1.MIME"]);
}
