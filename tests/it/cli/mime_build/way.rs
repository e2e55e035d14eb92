//! What the way carries, where the octets go, and how much memory it takes.

use std::process::Stdio;
use std::time::Duration;

use super::{PICTURE, build, built, clean, hex, judged, text};
use crate::cli::{Mailtool, Room, Serve};
use crate::peers::{need, or_skip};

const AUTHOR: [&str; 4] = ["--from", "alicia@example.test", "--to", "pepe@example.test"];

/// The encodings that are named, in order.
fn encodings(message: &[u8]) -> Vec<String> {
    let words = text(message);
    words.lines().filter_map(|line| line.strip_prefix("Content-Transfer-Encoding: ")).map(str::to_owned).collect()
}

#[test]
fn each_transport_carries_what_it_can() {
    let room = Room::new();
    let picture = room.file("a.jpg", &PICTURE[..12]);
    let on = |way: &str, args: &[&str]| {
        let fixed = [&AUTHOR[..], &["--body", "¿Qué tal?", "--transport", way], args].concat();
        encodings(&built(&fixed))
    };
    let file = ["--attach", &picture];
    assert_eq!(on("7bit", &file), ["quoted-printable", "base64"]);
    assert_eq!(on("8bitmime", &file), ["8bit", "8bit", "base64"]);
    assert_eq!(on("binarymime", &file), ["binary", "8bit", "binary"]);
    assert_eq!(on("binarymime", &["--encoding", "binary"]), ["binary"]);
    assert_eq!(on("7bit", &["--encoding", "base64"]), ["base64"]);
    let refused = |way: &str, encoding: &str| {
        build(&AUTHOR).args(["--body", "ñ", "--transport", way, "--encoding", encoding]).run().expect(65)
    };
    refused("7bit", "8bit").says(&["8BITMIME is missing"]).says(&["--transport 8bitmime carries it"]);
    assert!(!refused("7bit", "7bit").says(&["octets above 127"]).err().contains("--transport"));
    refused("8bitmime", "binary").says(&["BINARYMIME is missing"]).says(&["--transport binarymime carries it"]);
    build(&AUTHOR).args(["--body", "ñ", "--encoding", "x"]).run().expect(64);
}

#[test]
fn binary_is_chosen_only_where_it_is_asked_for() {
    let room = Room::new();
    let picture = room.file("a.jpg", PICTURE);
    let args = [&AUTHOR[..], &["--body", "a", "--attach", &picture]].concat();
    let dry = Mailtool::send("x.invalid", &args).args(["--dry-run"]).run().expect(0);
    assert_eq!(encodings(&dry.stdout), ["7bit", "base64"]);
    let dry = Mailtool::send("x.invalid", &args).args(["--dry-run", "--encoding", "binary"]).run().expect(0);
    assert_eq!(encodings(&dry.stdout), ["binary"; 3]);
}

#[test]
fn python_reads_binary_parts() {
    or_skip!(need(&["python3"]));
    let room = Room::new();
    let picture = room.file("a.jpg", &PICTURE[..12]);
    let message = built(&[&AUTHOR[..], &["--attach", &picture, "--transport", "binarymime"]].concat());
    let expected = format!(">image/jpeg|attachment|a.jpg|-|-|{}", hex(&PICTURE[..12]));
    assert_eq!(judged(&message)[2], expected);
}

#[test]
fn an_address_beyond_ascii_needs_its_extension() {
    let args = ["--from", "josé@españa.test", "--body", "x"];
    build(&args).run().expect(64).says(&["SMTPUTF8"]).says(&["--transport 8bitmime carries it"]);
    let message = built(&[&args[..], &["--transport", "8bitmime"]].concat());
    assert!(text(&message).contains("\r\nFrom: josé@españa.test\r\n"), "{}", text(&message));
}

#[test]
fn lines_as_files_have_them() {
    let args = [&AUTHOR[..], &["--body", "ñ\n\nb", "--html", "<p>"]].concat();
    let unix = clean(build(&args).args(["--lf"]).run().expect(0).stdout);
    assert!(!unix.contains(&b'\r'));
    assert_eq!(text(&built(&args)).replace("\r\n", "\n"), text(&unix));
    let room = Room::new();
    let picture = room.file("a.jpg", &PICTURE[..12]);
    let binary = ["--attach", &picture, "--transport", "binarymime", "--lf"];
    build(&AUTHOR).args(binary).run().expect(64).says(&["--lf"]);
}

#[test]
fn into_a_file() {
    let room = Room::new();
    let (file, none) = (room.file("out.eml", "x".repeat(9999)), room.at("none"));
    let args = [&AUTHOR[..], &["--body", "hola"]].concat();
    let outcome = build(&args).args(["-o", &file]).run().expect(0);
    assert!(outcome.stdout.is_empty() && outcome.stderr.is_empty(), "{outcome}");
    assert_eq!(room.read("out.eml"), built(&args));
    build(&args).args(["-o", &none, "--attach", "/no/such"]).run().expect(66);
    assert!(!std::fs::exists(&none).expect("a directory"), "nothing is made of what cannot be built");
    build(&args).args(["-o", &room.at("no/such/directory")]).run().expect(73);
    build(&args).args(["-o", "/dev/full"]).run().expect(74);
}

#[test]
fn each_part_is_told_with_its_price() {
    let room = Room::new();
    let picture = room.file("a.jpg", &PICTURE[..12]);
    let args = [&AUTHOR[..], &["--body", "¿Qué tal?", "--attach", &picture]].concat();
    let outcome = build(&args).args(["-v"]).run().expect(0);
    let expected = "* 1 text/plain utf-8: quoted-printable, 21 octets, not larger than base64 (base64 22, 8bit 13 if the \
        server has 8BITMIME)\n\
        * 2 image/jpeg: base64, 18 octets, keeps every octet on any way (binary 12 if the server has BINARYMIME)\n";
    assert_eq!(outcome.err(), expected);
    assert_eq!(outcome.stdout, built(&args));
    assert_eq!(build(&args).args(["-v", "-q"]).run().expect(0).err(), "");
}

#[test]
fn a_reader_that_goes_ends_it_quietly() {
    let room = Room::new();
    let large = room.file("large.bin", vec![7; 4 << 20]);
    let mut command = build(&[&AUTHOR[..], &["--attach", &large]].concat()).command(&room);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let outcome = child.wait_with_output().expect("it ends");
    assert!(outcome.status.success() && outcome.stderr.is_empty(), "{outcome:?}");
}

#[test]
fn a_large_file_takes_little_memory() {
    let room = Room::new();
    let large = room.at("large.bin");
    let file = std::fs::File::create(&large).expect("a file");
    file.set_len(32 << 20).expect("a sparse file");
    let (out, manifest) = (room.at("out.eml"), "header = [\"From: a@x.org\"]\nfile = \"large.bin\"\n");
    room.file("manifest.toml", manifest);
    let dir = room.at("");
    for args in [&["--from", "a@x.org", "--attach", &large][..], &["--from-dir", &dir]] {
        let outcome = build(args).args(["-o", &out]).limit(Duration::from_secs(120)).run().expect(0);
        let size = std::fs::metadata(&out).expect("the message").len();
        assert!(size > (32 << 20) * 4 / 3 && outcome.peak < 32 * 1024, "{size} octets, {} KiB", outcome.peak);
    }
}

#[test]
fn what_is_built_is_sent_as_it_is() {
    let serve = Serve::start(&[]);
    let room = Room::new();
    let picture = room.file("a.jpg", PICTURE);
    let message = built(&[&AUTHOR[..], &["--subject", "¿Qué?", "--body", ".\n..\nñ", "--attach", &picture]].concat());
    let send = Mailtool::send(&serve.address("smtp"), ["--eml", "-"]).stdin(&message);
    send.run().expect(0);
    assert_eq!(serve.messages(), [message]);
}
