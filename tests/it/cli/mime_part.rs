//! `mime part`: the octets of one section (RFC 9051 §6.4.5.1).

use std::process::Stdio;
use std::time::Duration;

use super::{Mailtool, Room};

const MESSAGE: &str = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: application/octet-stream\n\
    Content-Transfer-Encoding: base64\n\n//79\n/A==\n--a\nContent-Type: message/rfc822\n\nSubject: in\n\nbody\n--a--\n";

fn part(section: &str, args: &[&str]) -> super::Outcome {
    Mailtool::new(["mime", "part", "-", section]).args(args).stdin(MESSAGE).run()
}

#[test]
fn every_kind_of_section() {
    assert_eq!(part("1", &[]).expect(0).stdout, [255, 254, 253, 252]);
    assert_eq!(part("1", &["--encoded"]).expect(0).out(), "//79\n/A==");
    assert_eq!(
        part("1.MIME", &[]).expect(0).out(),
        "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
    );
    assert_eq!(part("2.HEADER", &[]).expect(0).out(), "Subject: in\n\n");
    assert_eq!(part("2.text", &[]).expect(0).out(), "body");
    assert_eq!(part("2.1", &[]).expect(0).out(), "body");
    assert_eq!(part("HEADER", &[]).expect(0).out(), "Content-Type: multipart/mixed; boundary=a\n\n");
    assert_eq!(part("", &[]).expect(0).out(), MESSAGE);
}

#[test]
fn what_is_not_there() {
    for section in ["3", "1.1", "1.HEADER", "2.2"] {
        let outcome = part(section, &[]).expect(1).says(&["there are: TEXT, 1, 2, 2.1"]);
        assert!(outcome.stdout.is_empty());
    }
    for section in ["0", "1.", "MIME", "1.TEXT.2", "x"] {
        part(section, &[]).expect(64);
    }
}

#[test]
fn into_a_file() {
    let room = Room::new();
    let (file, none) = (room.at("out"), room.at("none"));
    assert!(part("1", &["-o", &file]).expect(0).stdout.is_empty());
    assert_eq!(room.read("out"), [255, 254, 253, 252]);
    part("2.1", &["-o", &file]).expect(0);
    assert_eq!(room.read("out"), b"body");
    part("9", &["-o", &none]).expect(1);
    assert!(!std::fs::exists(&none).expect("a directory"), "nothing is made for a part that is not there");
    part("1", &["-o", &room.at("no/such/directory")]).expect(73);
    let empty = Mailtool::new(["mime", "part", "-", "1", "-o", &none]).stdin("Subject: x\n\n").run();
    empty.expect(0);
    assert_eq!(room.read("none"), b"");
    part("1", &["-o", "/dev/full"]).expect(74).says(&["space"]);
}

#[test]
fn flaws_of_the_encoding_are_told() {
    let message = "Content-Transfer-Encoding: base64\n\nYWJj*ZGVm\n";
    let run = |args: &[&str]| Mailtool::new(["mime", "part", "-", "1"]).args(args).stdin(message).run().expect(0);
    let outcome = run(&[]);
    assert_eq!(outcome.out(), "abcdef");
    assert!(outcome.err().contains("! octet 4 of the part") && outcome.err().contains("[base64-junk]"), "{outcome}");
    assert!(run(&["-qq"]).err().is_empty());
    assert_eq!((run(&["--encoded"]).out(), run(&["--encoded"]).err()), ("YWJj*ZGVm\n".to_owned(), String::new()));
}

/// A message with an attachment of that many octets in base64.
fn with_attachment(room: &Room, octets: usize) -> String {
    let line = [b"QUJD".repeat(19), b"\r\n".to_vec()].concat();
    let head = b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    room.file("big.eml", [&head[..], &line.repeat(octets / 57), b"--a--\r\n"].concat())
}

#[test]
fn memory_does_not_grow_with_the_part() {
    let room = Room::new();
    let file = with_attachment(&room, 57 << 20);
    let command = Mailtool::new(["mime", "part", &file, "1", "-o", "/dev/null"]).limit(Duration::from_secs(120));
    let outcome = command.run().expect(0);
    assert!(outcome.peak < 32 * 1024, "{} KiB", outcome.peak);
}

#[test]
fn a_reader_that_goes_is_no_failure() {
    let room = Room::new();
    let file = with_attachment(&room, 57 << 16);
    let mut command = Mailtool::new(["mime", "part", &file, "1"]).command(&room);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("mailtool");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
