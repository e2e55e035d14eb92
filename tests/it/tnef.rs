//! TNEF ([MS-OXTNEF]): streams made here, read by the library, by `mime extract`, and by `tnef` and `ytnef`.

use std::fs;
use std::process::Command;

use mailtool::mime::tnef::{Contents, Form, Reader, SIGNATURE};
use proptest::prelude::*;

use crate::cli::{Mailtool, Outcome, Room};
use crate::peers::{self, or_skip};

/// A stream of these attributes.
fn stream(attributes: &[Vec<u8>]) -> Vec<u8> {
    [&SIGNATURE[..], &[0x37, 0x02], &attributes.concat()].concat()
}

/// An attribute of the message (1) or of a file (2).
fn attribute(level: u8, id: u32, data: &[u8]) -> Vec<u8> {
    let sum = data.iter().fold(0u16, |sum, octet| sum.wrapping_add((*octet).into()));
    let length = u32::try_from(data.len()).expect("a short attribute");
    [&[level][..], &id.to_le_bytes(), &length.to_le_bytes(), data, &sum.to_le_bytes()].concat()
}

fn properties(all: &[Vec<u8>]) -> Vec<u8> {
    [&(all.len() as u32).to_le_bytes()[..], &all.concat()].concat()
}

/// A property with one value of variable length.
fn property(kind: u16, id: u16, value: &[u8]) -> Vec<u8> {
    let length = (value.len() as u32).to_le_bytes();
    let fill = vec![0; value.len().next_multiple_of(4) - value.len()];
    [&kind.to_le_bytes()[..], &id.to_le_bytes(), &1u32.to_le_bytes(), &length, value, &fill].concat()
}

fn string(id: u16, text: &str) -> Vec<u8> {
    property(0x1e, id, format!("{text}\0").as_bytes())
}

fn unicode(id: u16, text: &str) -> Vec<u8> {
    let octets: Vec<u8> = text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    property(0x1f, id, &octets)
}

const RTF: &[u8] = b"\x1a\0\0\0\x1c\0\0\0LZFu\xe2\xd4\x4b\x51\x41\0\x04 WXYZ\x0dn}\x01\x0e\xb0";

/// What Outlook sends, as small as it can be: text, formatted text and two files.
fn winmail() -> Vec<u8> {
    let named = [&[3, 0, 0, 0x80][..], &[7; 16], &[1, 0, 0, 0, 6, 0, 0, 0], b"a\0\0\0\0\0\0\0", &[9, 0, 0, 0]].concat();
    let several = [&[0x1e, 0x10, 0x34, 0x12][..], &[2, 0, 0, 0, 2, 0, 0, 0], b"a\0\0\0", &[1, 0, 0, 0], b"b\0\0\0"];
    let message = [
        property(0x102, 0x1009, RTF),
        unicode(0x37, "año"),
        named,
        several.concat(),
        vec![0x0b, 0, 1, 0x0e, 1, 0, 0, 0],
        vec![0x40, 0, 0x39, 0, 1, 2, 3, 4, 5, 6, 7, 8],
    ];
    let first = [unicode(0x3707, "a long name, año.txt"), string(0x370e, "text/plain")];
    let second = [string(0x3707, "../../b.bin"), property(0x0d, 0x3701, &[&[1; 16][..], b"object"].concat())];
    stream(&[
        attribute(1, 0x0008_9006, &[0, 0, 1, 0]),
        attribute(1, 0x0006_9007, &[0xe4, 4, 0, 0, 0, 0, 0, 0]),
        attribute(1, 0x0007_8008, b"IPM.Note\0"),
        attribute(1, 0x0002_800c, b"a\xf1o\0"),
        attribute(1, 0x0006_9003, &properties(&message)),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0006_800f, b"the first file"),
        attribute(2, 0x0001_8010, b"ALONGN~1.TXT\0"),
        attribute(2, 0x0006_9005, &properties(&first)),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0001_8010, b"b.bin\0"),
        attribute(2, 0x0006_9005, &properties(&second)),
    ])
}

fn read(stream: &[u8], step: usize) -> Contents {
    let mut reader = Reader::new();
    stream.chunks(step).for_each(|piece| reader.push(piece));
    reader.finish()
}

fn codes(contents: &Contents) -> Vec<&'static str> {
    contents.flaws.iter().map(|flaw| flaw.code).collect()
}

#[test]
fn all_that_is_in_it() {
    let stream = winmail();
    let contents = read(&stream, usize::MAX);
    assert_eq!(codes(&contents), [""; 0]);
    assert_eq!(contents.message_class.as_deref(), Some("IPM.Note"));
    assert_eq!(contents.subject.as_deref(), Some("año"));
    let told: Vec<_> =
        contents.items.iter().map(|item| (item.name.as_deref().unwrap_or_default(), &item.form)).collect();
    let text = Form::Text(Some("windows-1252".to_owned()));
    let wanted = [("body.txt", &text), ("body.rtf", &Form::Rtf), ("a long name, año.txt", &Form::AsIs)];
    assert_eq!(told[..3], wanted);
    assert_eq!(told[3], ("../../b.bin", &Form::AsIs));
    let octets = |n: usize| &stream[contents.items[n].range.start as usize..contents.items[n].range.end as usize];
    assert_eq!([octets(0), octets(1), octets(2), octets(3)], [b"a\xf1o", RTF, b"the first file", b"object"]);
    assert_eq!(contents.items[2].content_type.as_deref(), Some("text/plain"));
    for step in 1..stream.len() {
        assert_eq!(read(&stream, step), contents, "cut every {step} octets");
    }
}

#[test]
fn what_is_cut_short_is_told() {
    let stream = winmail();
    let ends: Vec<usize> = (0..stream.len()).filter(|&end| read(&stream[..end], 64).flaws.is_empty()).collect();
    assert_eq!(ends.len(), 12, "it may end between two of its attributes only: {ends:?}");
    for end in 0..stream.len() {
        let contents = read(&stream[..end], 64);
        assert!(contents.items.iter().all(|item| item.range.end <= end as u64));
    }
    assert_eq!(codes(&read(b"From: a@x.test", 3)), ["tnef-signature"]);
    assert_eq!(codes(&read(&[&stream[..], b"more"].concat(), 3)), ["tnef-junk"]);
    assert_eq!(codes(&read(&[&stream[..], b"more and more"].concat(), 3)), ["tnef-junk"]);
    let mut other = stream.clone();
    *other.last_mut().expect("an octet") ^= 1;
    assert_eq!(codes(&read(&other, 5)), ["tnef-checksum"]);
}

#[test]
fn lengths_that_cannot_be() {
    let most = u32::MAX.to_le_bytes();
    let with = |data: &[u8]| codes(&read(&stream(&[attribute(1, 0x0006_9003, data)]), 7));
    assert_eq!(with(&most), ["tnef-properties"]);
    let tag = |kind: u16| [&[1, 0, 0, 0][..], &kind.to_le_bytes(), &[9, 16]].concat();
    for kind in [0x1e, 0x1f, 0x0d, 0x102, 0x1003, 0x101e, 0x1102] {
        assert_eq!(with(&[&tag(kind)[..], &most].concat()), ["tnef-properties"], "{kind:#x}: that many values");
    }
    for kind in [0x1e, 0x1f, 0x0d, 0x102, 0x101e, 0x1102] {
        let value = [&tag(kind)[..], &[1, 0, 0, 0], &most, b"x"].concat();
        assert_eq!(with(&value), ["tnef-properties"], "{kind:#x}: a value of 4 GiB");
    }
    assert_eq!(with(&tag(0x7777)), ["tnef-properties"], "an unknown type");
    let name = [&[1, 0, 0, 0, 3, 0, 0, 0x80][..], &[7; 16], &[1, 0, 0, 0], &most].concat();
    assert_eq!(with(&name), ["tnef-properties"], "a name of 4 GiB");
    let file = [&[2][..], &0x0006_800fu32.to_le_bytes(), &most, b"file"].concat();
    let contents = read(&stream(&[file]), 5);
    assert_eq!((codes(&contents), contents.items[0].range.clone()), (vec!["tnef-truncated"], 15..19));
    let many = vec![attribute(2, 0x0006_9002, b""); 20_000];
    assert_eq!(codes(&read(&stream(&many), 4096)), ["tnef-limit"]);
}

proptest! {
    #[test]
    fn anything_is_read(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        (end, step) in (any::<prop::sample::Index>(), 1usize..300),
    ) {
        let mut stream = winmail();
        changes.iter().for_each(|(at, octet)| { let at = at.index(stream.len()); stream[at] = *octet; });
        stream.truncate(end.index(stream.len() + 1));
        let contents = read(&stream, usize::MAX);
        prop_assert!(contents.items.iter().all(|item| item.range.end <= stream.len() as u64));
        prop_assert_eq!(read(&stream, step), contents);
    }
}

/// A message with the stream in it.
fn letter(stream: &[u8]) -> String {
    let body = Mailtool::new(["mime", "encode", "base64"]).stdin(stream).run().expect(0).out();
    format!(
        "Content-Type: multipart/mixed; boundary=a\n\n--a\n\ntext\n--a\nContent-Type: application/ms-tnef; \
         name=winmail.dat\nContent-Transfer-Encoding: base64\n\n{body}\n--a--\n"
    )
}

fn extract(room: &Room, stream: &[u8], args: &[&str]) -> Outcome {
    Mailtool::new(["mime", "extract", "-", "-d", &room.at("d")]).args(args).stdin(letter(stream)).run()
}

fn names(room: &Room, directory: &str) -> Vec<String> {
    room.list(directory)
        .iter()
        .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn files_are_written() {
    let room = Room::new();
    let outcome = extract(&room, &winmail(), &["--json"]).expect(0);
    assert_eq!(names(&room, "d"), ["a long name, año.txt", "b.bin", "body.rtf", "body.txt"]);
    assert_eq!(room.read("d/a long name, año.txt"), b"the first file");
    assert_eq!(room.read("d/body.rtf"), b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    assert_eq!(room.read("d/body.txt"), "año".as_bytes());
    assert!(outcome.json().iter().all(|file| file["tnef"] == true && file["path"] == "2"), "{outcome}");
    assert_eq!(room.list(".").len(), 1, "nothing beside the directory");
}

#[test]
fn what_is_not_opened_is_written_itself() {
    let stream = winmail();
    for (octets, args) in [(&stream[..], &["--no-tnef"][..]), (b"no TNEF", &[]), (&stream[..6], &[])] {
        let room = Room::new();
        extract(&room, octets, args).expect(0);
        assert_eq!(names(&room, "d"), ["winmail.dat"]);
        assert_eq!(room.read("d/winmail.dat"), octets);
    }
    let room = Room::new();
    let cut = &stream[..stream.len() - 30];
    extract(&room, cut, &[]).expect(0).says(&["tnef-truncated"]);
    assert!(names(&room, "d").contains(&"winmail.dat".to_owned()) && room.read("d/winmail.dat") == cut);
    assert_eq!(room.read("d/a long name, año.txt"), b"the first file");
    extract(&Room::new(), &stream, &["--max-parts", "2"]).expect(3);
    extract(&Room::new(), &stream, &["--max-bytes", "20"]).expect(3);
}

/// A file of some size, under plain names that all readers know.
fn plain() -> (Vec<u8>, Vec<u8>) {
    let content: Vec<u8> = (0..300_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let stream = stream(&[
        attribute(1, 0x0008_9006, &[0, 0, 1, 0]),
        attribute(1, 0x0006_9007, &[0xe4, 4, 0, 0, 0, 0, 0, 0]),
        attribute(1, 0x0007_8008, b"IPM.Note\0"),
        attribute(1, 0x0006_9003, &properties(&[property(0x102, 0x1009, RTF)])),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0006_800f, &content),
        attribute(2, 0x0001_8010, b"a.bin\0"),
        attribute(2, 0x0006_9005, &properties(&[string(0x3707, "a name.bin")])),
    ]);
    (stream, content)
}

#[test]
fn tnef_and_ytnef_find_the_same() {
    or_skip!(peers::need(&["tnef", "ytnef"]));
    let ((stream, content), room) = (plain(), Room::new());
    extract(&room, &stream, &[]).expect(0);
    assert_eq!(names(&room, "d"), ["a name.bin", "body.rtf"]);
    assert!(room.read("d/a name.bin") == content);
    let file = room.file("winmail.dat", &stream);
    let run = |program: &str, args: &[&str]| {
        let output = Command::new(peers::find(program).expect(program)).args(args).output().expect(program);
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let [theirs, others] = ["tnef", "ytnef"].map(|name| room.directory(name));
    run("tnef", &["-f", &file, "-C", &theirs, "--save-body=body"]);
    assert!(room.read("tnef/a name.bin") == content && room.read("tnef/body.rtf") == room.read("d/body.rtf"));
    run("ytnef", &["-f", &others, &file]);
    let same = room.list("ytnef").iter().any(|path| fs::read(path).expect("a file") == content);
    assert!(same, "{:?}", names(&room, "ytnef"));
}
