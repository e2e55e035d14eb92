//! `mime extract`: files from hostile messages into one directory, and nowhere else.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::time::Duration;

use super::{Mailtool, Outcome, Room};

/// A message with a part of each of these names, its number as its content.
fn named(names: &[&str]) -> String {
    let mut message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nno file\n".to_owned();
    for (n, name) in names.iter().enumerate() {
        let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
        message += &format!("--a\nContent-Disposition: attachment; filename=\"{quoted}\"\n\n{n}\n");
    }
    message + "--a--\n"
}

fn extract(room: &Room, message: impl AsRef<[u8]>, args: &[&str]) -> Outcome {
    let directory = room.at("d");
    Mailtool::new(["mime", "extract", "-", "-d", &directory])
        .args(args)
        .stdin(message)
        .limit(Duration::from_secs(90))
        .run()
}

fn names(room: &Room) -> Vec<String> {
    room.list("d").iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect()
}

#[test]
fn hostile_names_stay_in_the_directory() {
    let long = "x".repeat(400) + ".txt";
    let hostile = [
        "../../etc/passwd",
        "/etc/shadow",
        "..\\..\\boot.ini",
        "C:\\autoexec.bat",
        "..",
        ".",
        "/",
        ".bashrc",
        "-rf",
        "a\x1b[31m.txt",
        "photo\u{202e}gpj.exe",
        "nul\0byte",
        "CON",
        "aux.txt",
        "trailing. . ",
        &long,
        "new\tline",
        "same.txt",
        "same.txt",
        "same.txt",
    ];
    let room = Room::new();
    let outcome = extract(&room, named(&hostile), &["--json"]).expect(0);
    assert_eq!(outcome.json().len(), hostile.len());
    assert_eq!(room.list(".").len(), 1, "nothing beside the directory");
    let made = names(&room);
    assert_eq!(made.len(), hostile.len(), "{made:?}");
    for name in
        ["passwd", "shadow", "boot.ini", "bashrc", "rf", "_CON", "_aux.txt", "same.txt", "same (2).txt", "same (3).txt"]
    {
        assert!(made.iter().any(|known| known == name), "{name}: {made:?}");
    }
    for (name, path) in made.iter().zip(room.list("d")) {
        assert!(
            name.len() <= 255 && !name.starts_with(['.', '-']) && !name.contains(|c: char| c.is_control()),
            "{name:?}"
        );
        let metadata = fs::symlink_metadata(path).expect("a file");
        assert!(metadata.is_file() && metadata.permissions().mode() & 0o777 == 0o600, "{name:?}");
    }
    let told = outcome.out() + &outcome.err() + &extract(&room, named(&hostile), &[]).expect(0).out();
    assert!(!told.contains(['\x1b', '\u{202e}', '\0', '\t']), "{told:?}");
}

#[test]
fn nothing_is_overwritten_and_no_link_followed() {
    let room = Room::new();
    room.directory("d");
    room.file("outside", "mine");
    room.file("d/a.txt", "mine");
    symlink("../outside", room.at("d/b.txt")).expect("a link");
    symlink("../created", room.at("d/c.txt")).expect("a link");
    let outcome = extract(&room, named(&["a.txt", "b.txt", "c.txt"]), &[]).expect(0);
    assert!(outcome.out().contains("a (2).txt  part 2, 1 octet, named \"a.txt\""), "{outcome}");
    assert_eq!((room.read("outside"), room.read("d/a.txt")), (b"mine".to_vec(), b"mine".to_vec()));
    assert!(!fs::exists(room.at("created")).expect("a directory"));
    assert_eq!(room.read("d/b (2).txt"), b"1");
    assert_eq!(room.read("d/c (2).txt"), b"2");
}

#[test]
fn the_directory() {
    let room = Room::new();
    extract(&room, named(&["a"]), &[]).expect(0);
    assert_eq!(names(&room), ["a"]);
    let file = room.file("f", "");
    for wrong in [room.at("no/such/place"), file] {
        Mailtool::new(["mime", "extract", "-", "-d", &wrong]).stdin(named(&["a"])).run().expect(73);
    }
    Mailtool::new(["mime", "extract", "-"]).stdin(named(&["a"])).run().expect(64);
    let missing = room.at("e");
    Mailtool::new(["mime", "extract", &room.at("none"), "-d", &missing]).run().expect(66);
    assert!(!fs::exists(missing).expect("a directory"), "no directory for no message");
}

#[test]
fn parts_without_a_name() {
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nwords\n--a\nContent-Type: image/jpeg\n\n\
                   x\n--a\nContent-Type: message/rfc822\n\nContent-Type: text/html\n\n<p>\n--a--\n";
    let room = Room::new();
    extract(&room, message, &[]).expect(1).says(&["--all"]);
    let outcome = extract(&room, message, &["--all", "--json"]).expect(0);
    assert_eq!(names(&room), ["part-1.txt", "part-2.jpg", "part-3.1.html"]);
    assert_eq!(outcome.field("path"), ["1", "2", "3.1"]);
    assert_eq!(room.read("d/part-1.txt"), b"words");
    let mbox = format!("From a\n{message}\nFrom b\n\nmore\n");
    extract(&room, mbox, &["--all"]).expect(0);
    assert_eq!(room.read("d/message-2-part-1.txt"), b"more\n");
}

#[test]
fn files_in_the_middle_of_a_text() {
    let text = "Subject: x\n\nwords\nbegin 644 ../hello.txt\n%:&5L;&\\ \n`\nend\nmore words\n";
    let room = Room::new();
    let outcome = extract(&room, text, &["--json"]).expect(0);
    assert_eq!((outcome.field("name"), outcome.field("inline")), (vec!["hello.txt".into()], vec!["true".into()]));
    assert_eq!(room.read("d/hello.txt"), b"hello");
    extract(&room, text, &["--no-inline"]).expect(1);
    let encoded = "Content-Type: application/octet-stream\nContent-Transfer-Encoding: x-uuencode\n\n\
                   begin 644 other.txt\n%:&5L;&\\ \n`\nend\n";
    extract(&room, encoded, &[]).expect(0);
    assert_eq!(room.read("d/other.txt"), b"hello");
}

#[test]
fn limits() {
    let many: Vec<String> = (0..50).map(|n| format!("{n}.txt")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let room = Room::new();
    extract(&room, named(&many), &["--max-parts", "10"]).expect(3).says(&["--max-parts"]);
    assert_eq!(names(&room).len(), 10);
    let room = Room::new();
    extract(&room, named(&many), &["--max-bytes", "12"]).expect(3).says(&["--max-bytes"]);
    assert_eq!(names(&room).len(), 11, "0 to 9 and 10: 12 octets");
}

#[test]
fn ten_thousand_parts_of_one_name() {
    let many = vec!["same.txt"; 10_000];
    let room = Room::new();
    extract(&room, named(&many), &["-q"]).expect(0);
    assert_eq!(names(&room).len(), 10_000);
    let one_more = [many, vec!["same.txt"]].concat();
    extract(&Room::new(), named(&one_more), &["-q"]).expect(3);
}

#[test]
fn names_that_deceive() {
    let room = Room::new();
    let message = "Content-Type: image/png; name=invoice.pdf.exe\n\nx";
    let outcome = extract(&room, message, &[]).expect(0);
    assert!(outcome.err().contains("double extension") && outcome.err().contains("the type is image/png"), "{outcome}");
    let broken = "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAA*A";
    extract(&room, broken, &[]).expect(0).says(&["[base64-junk]"]);
}
