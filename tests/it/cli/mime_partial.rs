//! `mime split` and `mime join`: messages in pieces (RFC 2046 §5.2.2).

use std::fs;
use std::process::Command;
use std::time::Duration;

use super::{Mailtool, Outcome, Room};
use crate::peers::{self, or_skip};

/// A message of so many lines.
fn letter(lines: usize) -> String {
    let header = "Received: by x.test; Mon, 23 Nov 2026 00:13:19 +0000\r\nFrom: a@x.test\r\nTo: b@x.test\r\nSubject: \
        hola\r\nMessage-ID: <1@x.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nX-Last: 1\r\n\r\n";
    let body = (1..=lines).map(|n| match n % 40 {
        0 => "From the beginning\r\n".to_owned(),
        1 => ">From the end\r\n\r\n".to_owned(),
        _ => format!("line {n} of a text that goes on\r\n"),
    });
    header.to_owned() + &body.collect::<String>()
}

fn split(room: &Room, message: impl AsRef<[u8]>, args: &[&str]) -> Outcome {
    let path = room.file("letter.eml", message);
    Mailtool::new(["mime", "split", &path, "-d", &room.at("d")]).args(args).run()
}

fn join(files: &[String], args: &[&str]) -> Outcome {
    Mailtool::new(["mime", "join"]).args(files).args(args).run()
}

fn pieces(room: &Room) -> Vec<String> {
    room.list("d").iter().map(|path| path.display().to_string()).collect()
}

#[test]
fn files_there_and_back() {
    let room = Room::new();
    let outcome = split(&room, letter(300), &["--max", "2k", "--json"]).expect(0);
    let told = outcome.json();
    assert!(told.len() > 5);
    for (n, piece) in told.iter().enumerate() {
        let content = fs::read(piece["file"].as_str().expect("a file")).expect("the piece");
        assert_eq!((piece["number"].as_u64(), piece["total"].as_u64()), (Some(n as u64 + 1), Some(told.len() as u64)));
        assert_eq!(piece["octets"].as_u64(), Some(content.len() as u64));
        assert!(content.len() <= 2048 && content.ends_with(b"\n"));
        let id = format!("Message-ID: <{}>\r\n", piece["message_id"].as_str().expect("an ID"));
        assert!(String::from_utf8(content).expect("ASCII").contains(&id));
    }
    assert!(room.at("d/letter.1.eml") == told[0]["file"].as_str().expect("a file"));
    let mut files = pieces(&room);
    files.reverse();
    let outcome = join(&files, &[]).expect(0).says(&[&format!("{} pieces of ", told.len())]);
    assert_eq!(outcome.out(), letter(300));
    join(&files, &["-o", &room.at("whole.eml")]).expect(0);
    assert_eq!(room.read("whole.eml"), letter(300).as_bytes());
    let before = room.read("d/letter.1.eml");
    split(&room, letter(300), &["--max", "4k"]).expect(0);
    assert_eq!(room.read("d/letter.1.eml"), before, "nothing is overwritten");
}

#[test]
fn the_output_may_be_one_of_the_pieces() {
    let room = Room::new();
    split(&room, letter(300), &["--max", "2k"]).expect(0);
    let files = pieces(&room);
    join(&files, &["-o", &files[2]]).expect(0);
    assert!(fs::read(&files[2]).is_ok_and(|octets| octets == letter(300).as_bytes()));
    let left = fs::read_dir(room.at("d")).expect("the directory").flatten();
    assert!(left.into_iter().all(|entry| !entry.file_name().to_string_lossy().starts_with('.')), "a temporary file");
}

#[test]
fn an_mbox_and_a_maildir() {
    let room = Room::new();
    let (path, mbox) = (room.file("letter.eml", letter(300)), room.at("pieces.mbox"));
    let run = || Mailtool::new(["mime", "split", &path, "--max", "2k", "--mbox", &mbox]).run();
    run().expect(0).says(&["pieces.mbox  part 2 of "]);
    run().expect(73);
    assert_eq!(join(std::slice::from_ref(&mbox), &[]).expect(0).out(), letter(300));
    let outcome = Mailtool::new(["mime", "join", "-"]).stdin(room.read("pieces.mbox")).run().expect(0);
    assert_eq!(outcome.out(), letter(300));
    split(&room, letter(300), &["--max", "2k"]).expect(0);
    let cur = room.directory("Maildir/cur");
    for (n, piece) in pieces(&room).iter().rev().enumerate() {
        fs::copy(piece, format!("{cur}/{n}.x:2,S")).expect("a copy");
    }
    fs::write(format!("{cur}/other"), letter(1)).expect("another message");
    assert_eq!(join(&[room.at("Maildir")], &[]).expect(0).out(), letter(300));
    join(&[room.at("Maildir"), mbox], &[]).expect(64).says(&["--id"]);
}

#[test]
fn what_need_not_or_cannot_be_cut() {
    let room = Room::new();
    let outcome = split(&room, "From: a@x.test\r\n\r\nñ\r\n", &["--max", "1k"]).expect(0).says(&["22 octets"]);
    assert_eq!(outcome.out(), "");
    assert!(!room.path().join("d").exists());
    let eight_bit = letter(100) + "ñ\r\n";
    split(&room, &eight_bit, &["--max", "1k"]).expect(65).says(&["base64 or quoted-printable"]);
    let long = letter(10) + &"x".repeat(2000) + "\r\n";
    split(&room, &long, &["--max", "1k"]).expect(65).says(&["2000 octets"]);
    split(&room, letter(100), &["--max", "300"]).expect(64).says(&["needs at least"]);
    for max in ["0", "x", "5T"] {
        split(&room, letter(1), &["--max", max]).expect(64);
    }
    assert!(!room.path().join("d").exists());
}

#[test]
fn what_cannot_be_put_together() {
    let room = Room::new();
    split(&room, letter(300), &["--max", "2k"]).expect(0);
    let all = pieces(&room);
    let refused = |files: &[String], code: i32, words: &str| {
        let output = room.at("whole.eml");
        join(files, &["-o", &output]).expect(code).says(&[words]);
        assert!(!room.path().join("whole.eml").exists(), "nothing is written");
    };
    let but = |n: usize| [&all[..n], &all[n + 1..]].concat();
    let number = |file: &str| file.rsplit('.').nth(1).expect("a number").to_owned();
    refused(&but(3), 1, &format!("1 are missing: {}", number(&all[3])));
    refused(&all[..2], 1, "are missing: ");
    refused(&[room.at("letter.eml")], 1, "no piece");
    refused(&[room.at("nothing")], 66, "nothing");
    join(&all, &["--id", "x"]).expect(1).says(&["there are pieces of"]);
    let twice = [&all[..], &all[..1]].concat();
    assert_eq!(join(&twice, &[]).expect(0).says(&["again"]).out(), letter(300));
    let text = String::from_utf8(room.read("d/letter.2.eml")).expect("ASCII");
    let other = |text: String| [&all[..], &[room.file("other.eml", text)]].concat();
    refused(&other(text.clone() + "more\r\n"), 65, "both piece 2");
    refused(&other(text.replace("number=2; total=", "number=20; total=2")), 65, "says");
    refused(&other(text.replace("number=2; total=", "number=4000000000; x=")), 65, "4000000000");
    let last = "Content-Type: message/partial; id=a; number=4294967295; total=4294967295\n\nx\n";
    refused(&[room.file("last.eml", last)], 1, "4294967294 are missing: 1, 2, 3");
    let malformed = join(&other("Content-Type: message/partial; id=\x1b[31m\n\nx\n".to_owned()), &[]).expect(0);
    assert!(malformed.says(&["without a number"]).out() == letter(300));
}

/// What other programs cut.
#[test]
fn pieces_of_others() {
    let Some(corpus) = peers::corpus() else { return };
    let at = |name: &str| corpus.join("mimekit/partial").join(name).display().to_string();
    let files = ["message-partial.2.eml", "message-partial.0.eml", "message-partial.1.eml"].map(at);
    let whole = fs::read_to_string(at("message-partial.eml")).expect("the message");
    let joined = join(&files, &[]).expect(0);
    let body = |text: &str| text.split_once("\n\n").expect("a body").1.trim_end().to_owned();
    assert_eq!(body(&joined.out().replace("\r\n", "\n")), body(&whole.replace("\r\n", "\n")));
    assert!(joined.out().contains("Message-Id: <6MCVORPHW0U4.BCPTXD0EM9BT3@mit.edu>"));
}

/// Octets that do not compress, so that something must be cut.
fn content() -> Vec<u8> {
    (0..200_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

#[test]
fn munpack_puts_them_together() {
    or_skip!(peers::need(&["munpack"]));
    let room = Room::new();
    let encoded = Mailtool::new(["mime", "encode", "base64", "--crlf"]).stdin(content()).run().expect(0).out();
    let message = format!(
        "From: a@x.test\r\nTo: b@x.test\r\nSubject: hola\r\nMessage-ID: <1@x.test>\r\nMIME-Version: 1.0\r\n\
         Content-Type: application/octet-stream; name=\"a.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}"
    );
    split(&room, message.replace("\r\n", "\n"), &["--max", "50k"]).expect(0);
    let (unpacked, all) = (room.directory("unpacked"), pieces(&room));
    let total = format!("; total={}", all.len());
    for piece in &all {
        // Debian's fails where more than one piece tells the total, which it need not (RFC 2046 §5.2.2): mpack's own too.
        if !piece.ends_with(&format!(".{}.eml", all.len())) {
            fs::write(piece, fs::read_to_string(piece).expect("ASCII").replace(&total, "")).expect("the piece");
        }
        let mut munpack = Command::new(peers::find("munpack").expect("munpack"));
        let output = munpack.current_dir(&unpacked).env("TMPDIR", room.path()).arg("-f").arg(piece).output();
        assert!(output.expect("munpack").status.success());
    }
    assert!(room.read("unpacked/a.bin") == content(), "munpack put something else together");
}

#[test]
fn what_mpack_cut_is_put_together() {
    or_skip!(peers::need(&["mpack"]));
    let room = Room::new();
    let (file, directory) = (room.file("a.bin", content()), room.directory("d"));
    let mut mpack = Command::new(peers::find("mpack").expect("mpack"));
    let output = mpack.args(["-s", "hola", "-m", "50000", "-o"]).arg(format!("{directory}/x")).arg(&file).output();
    assert!(output.expect("mpack").status.success());
    assert!(pieces(&room).len() > 3);
    join(&pieces(&room), &["-o", &room.at("whole.eml")]).expect(0);
    let part = Mailtool::new(["mime", "extract", &room.at("whole.eml"), "-d", &room.at("out")]).run();
    part.expect(0);
    assert!(room.read("out/a.bin") == content());
}

#[test]
fn a_large_message_needs_little_memory() {
    const MOST: u64 = 40_000;
    let room = Room::new();
    let line = "a line of sixty octets, so that a megabyte has many of them\r\n";
    let message = letter(1) + &line.repeat(80_000_000 / line.len());
    let path = room.file("letter.eml", &message);
    let limit = Duration::from_secs(120);
    let outcome =
        Mailtool::new(["mime", "split", &path, "--max", "10M", "-d", &room.at("d")]).limit(limit).run().expect(0);
    assert!(outcome.peak < MOST, "{} KiB", outcome.peak);
    let whole = room.at("whole.eml");
    let outcome = Mailtool::new(["mime", "join", "-o", &whole]).args(pieces(&room)).limit(limit).run().expect(0);
    assert!(outcome.peak < MOST, "{} KiB", outcome.peak);
    assert!(room.read("whole.eml") == message.as_bytes());
}
