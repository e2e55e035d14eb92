//! `mime tree`: every part with its number, whatever the message is.

use std::time::Duration;

use super::{Mailtool, Room};

const MESSAGE: &str = "From: a@x.test\r\nSubject: =?utf-8?Q?a=C3=B1o?=\r\n\
    Content-Type: multipart/mixed; boundary=a\r\n\r\npreamble\r\n--a\r\n\
    Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\u{bf}qu\u{e9}?\r\n\r\n--a\r\n\
    Content-Type: image/jpeg; name*=utf-8''cr%C3%AApe.jpg\r\nContent-Transfer-Encoding: base64\r\n\
    Content-Disposition: attachment\r\nContent-Description: a picture\r\n\r\nAAAA\r\n--a\r\n\
    Content-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\nbody\r\n--a--\r\nepilogue\r\n";

fn tree(message: impl AsRef<[u8]>, args: &[&str]) -> super::Outcome {
    Mailtool::new(["mime", "tree", "-"]).args(args).stdin(message).run()
}

#[test]
fn the_drawing() {
    let expected = "\
TEXT multipart/mixed, 345 octets, 22 lines
├─ 1 text/plain utf-8 8bit, 9 octets, 1 line
├─ 2 image/jpeg \"crêpe.jpg\" base64, 4 octets, 0 lines, attachment, \"a picture\"
└─ 3 message/rfc822, 19 octets, 2 lines
   └─ 3.1 text/plain (by default) us-ascii 7bit, 4 octets, 0 lines
";
    let outcome = tree(MESSAGE, &[]).expect(0);
    assert_eq!((outcome.out().as_str(), outcome.err().as_str()), (expected, ""));
}

#[test]
fn the_objects() {
    let outcome = tree(MESSAGE, &["--json"]).expect(0);
    assert_eq!(outcome.field("path"), ["TEXT", "1", "2", "3", "3.1"]);
    assert_eq!(outcome.field("header"), ["HEADER", "1.MIME", "2.MIME", "3.MIME", "3.HEADER"]);
    assert_eq!(outcome.field("role"), ["root", "part", "part", "part", "message"]);
    assert_eq!(outcome.field("name"), ["null", "null", "cr\u{ea}pe.jpg", "null", "null"]);
    assert_eq!(outcome.field("eight_bit"), ["null", "true", "false", "null", "false"]);
    for object in outcome.json() {
        let number = |name: &str| object[name].as_u64().expect("a number") as usize;
        assert_eq!(number("offset") + number("octets"), number("end"));
        let body = &MESSAGE.as_bytes()[number("offset")..number("end")];
        assert_eq!(body.iter().filter(|&&octet| octet == b'\n').count(), number("lines"));
        assert!(number("begin") <= number("body"));
    }
}

#[test]
fn line_ends_make_no_difference() {
    let shape = |message: &str| {
        let outcome = tree(message, &["--json"]).expect(0);
        ["path", "type", "name", "encoding", "charset", "lines", "depth"].map(|field| outcome.field(field))
    };
    assert_eq!(shape(MESSAGE), shape(&MESSAGE.replace("\r\n", "\n")));
}

#[test]
fn a_message_that_ends_anywhere() {
    for end in 1..MESSAGE.len() {
        if end % 7 == 0 {
            let outcome = tree(&MESSAGE.as_bytes()[..end], &["--json"]).expect(0);
            assert!(!outcome.json().is_empty(), "{end}");
        }
    }
}

#[test]
fn flaws_are_told_and_escaped() {
    let outcome = tree("Content-Type: multipart/mixed; boundary=a\n\n--a\n\x1b[31m: x\n\nx\n", &[]).expect(0);
    assert!(outcome.err().contains("! TEXT, octet ") && outcome.err().contains("[multipart-not-closed]"), "{outcome}");
    let hostile = "Content-Type: text/plain; name=\"a\x1b[2J\u{202e}\x07\"\nContent-Description: \x1b]0;x\x07\n\nx";
    let outcome = tree(hostile, &[]).expect(0);
    let all = outcome.out() + &outcome.err() + &tree(hostile, &["--json"]).expect(0).out();
    assert!(!all.contains(['\x1b', '\x07', '\u{202e}']), "{all:?}");
    assert!(tree(hostile, &["-q"]).expect(0).err().is_empty());
}

#[test]
fn ten_thousand_parts_and_ten_thousand_levels() {
    let mut wide = "Content-Type: multipart/mixed; boundary=a\n\n".to_owned();
    (0..10_000).for_each(|n| wide += &format!("--a\nContent-Type: text/plain; name=n{n}\n\n{n}\n"));
    let outcome = Mailtool::new(["mime", "tree", "--json", "-"]).stdin(wide).limit(Duration::from_secs(60)).run();
    assert_eq!(outcome.expect(0).json().len(), 10_001);
    let (mut multiparts, mut messages) = (String::new(), String::new());
    for n in 0..10_000 {
        multiparts += &format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
        messages += "Content-Type: message/rfc822\n\n";
    }
    for deep in [multiparts, messages] {
        let outcome = tree(deep, &[]).expect(0).says(&["[limit-reached]"]);
        assert_eq!(outcome.out().lines().count(), 100);
    }
}

#[test]
fn memory_does_not_grow_with_the_message() {
    let room = Room::new();
    let mut message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\n".to_owned().into_bytes();
    message.extend(
        std::iter::repeat_n(*b"sixty-three letters and a line end make sixty-four octets here\n\n", 1 << 19).flatten(),
    );
    let file = room.file("big.eml", message);
    let outcome = Mailtool::new(["mime", "tree", &file]).limit(Duration::from_secs(120)).run().expect(0);
    assert!(outcome.peak < 32 * 1024, "{} KiB", outcome.peak);
}

#[test]
fn what_a_server_should_tell() {
    let expected = "* 1 FETCH (ENVELOPE (NIL \"=?utf-8?Q?a=C3=B1o?=\" ((NIL NIL \"a\" \"x.test\")) \
        ((NIL NIL \"a\" \"x.test\")) ((NIL NIL \"a\" \"x.test\")) NIL NIL NIL NIL NIL) BODYSTRUCTURE (\
        (\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"8bit\" 9 1 NIL NIL NIL NIL)\
        (\"image\" \"jpeg\" (\"name*\" \"utf-8''cr%C3%AApe.jpg\") NIL \"a picture\" \"base64\" 4 NIL (\"attachment\" NIL) NIL NIL)\
        (\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 19 (NIL \"in\" NIL NIL NIL NIL NIL NIL NIL NIL) \
        (\"text\" \"plain\" (\"charset\" \"us-ascii\") NIL NIL \"7bit\" 4 0 NIL NIL NIL NIL) 2 NIL NIL NIL NIL) \
        \"mixed\" (\"boundary\" \"a\") NIL NIL NIL))\n";
    for message in [MESSAGE.to_owned(), MESSAGE.replace("\r\n", "\n")] {
        let outcome = tree(message, &["--imap"]).expect(0);
        assert_eq!((outcome.out().as_str(), outcome.err().as_str()), (expected, ""));
    }
}

#[test]
fn what_a_server_should_tell_as_objects() {
    let message = MESSAGE.replace("a@x.test", "G: A B <a@x.test>;");
    let outcome =
        tree(message.replace("Content-Disposition: attachment", "Content-Language: en, eu"), &["--imap", "--json"]);
    let objects = outcome.expect(0).json();
    let [object] = &objects[..] else { panic!("{objects:?}") };
    assert_eq!(object["message"], 1);
    let from =
        "[{\"group\":\"G\"},{\"name\":\"A B\",\"route\":null,\"mailbox\":\"a\",\"host\":\"x.test\"},{\"group\":null}]";
    let from: serde_json::Value = serde_json::from_str(from).expect("JSON");
    assert_eq!((&object["envelope"]["from"], &object["envelope"]["sender"]), (&from, &from));
    assert!(object["envelope"]["date"].is_null() && object["envelope"]["cc"] == serde_json::json!([]));
    let parts = &object["bodystructure"]["parts"];
    assert_eq!((&parts[0]["lines"], &parts[0]["octets"]), (&1.into(), &9.into()));
    assert_eq!(parts[1]["parameters"][0]["value"], "utf-8''cr%C3%AApe.jpg");
    assert_eq!(parts[1]["language"], serde_json::json!(["en", "eu"]));
    assert_eq!((&parts[2]["envelope"]["subject"], &parts[2]["bodystructure"]["type"]), (&"in".into(), &"text".into()));
}

#[test]
fn one_response_a_message_safe_to_show() {
    let mbox = "From a@x.test Mon Jan  1 00:00:00 2024\nSubject: \u{1b}[31m\u{202e}a\u{f1}o\n\nx\n\n\
                From b@x.test Mon Jan  1 00:00:00 2024\nSubject: two\n\ny\n";
    let outcome = tree(mbox, &["--imap"]).expect(0);
    let lines: Vec<_> = outcome.out().lines().map(str::to_owned).collect();
    assert!(lines[0].starts_with("* 1 FETCH (ENVELOPE (NIL {12}\\r\\n\\x1b[31m\\u{202e}a\u{f1}o NIL"), "{outcome}");
    assert!(lines[1].starts_with("* 2 FETCH (ENVELOPE (NIL \"two\" NIL"), "{outcome}");
    assert_eq!(lines.len(), 2);
}

#[test]
fn what_is_too_much_is_told() {
    let many = format!("To: {}x@example.org\n\nhola\n", "user@example.org,\n ".repeat(80_000));
    let outcome = super::Mailtool::new(["mime", "show", "--json", "-"]).stdin(&many).run().expect(0);
    let told = outcome.json();
    let addresses = told[0]["to"].as_array().expect("addresses");
    assert!(addresses.len() > 50_000 && addresses.iter().all(|one| one["address"] == "user@example.org"));
    assert!(outcome.err().contains("[field-cut]"), "{}", outcome.err());
    let parts = format!("Content-Type: multipart/mixed; boundary=b\n\n{}--b--\n", "--b\n\n".repeat(50_000));
    let outcome = tree(&parts, &["--json"]).expect(0);
    assert_eq!(outcome.json().len(), 20_000);
    assert!(outcome.err().contains("[limit-reached]"), "{}", outcome.err());
}
