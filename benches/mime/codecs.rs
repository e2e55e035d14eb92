//! The transfer encodings beside coreutils' base64(1), qprint(1) and the crate `quoted_printable`.

use std::fs::{self, File};
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use mailtool::mime::quoted_printable as qp;
use mailtool::mime::transform::{LineEnd, Transform};
use quoted_printable::ParseMode;

use crate::race::{MAILTOOL, RUNS, compare, random, skip, time, watch};

/// Octets that the filters encode.
const FILE: usize = 256 << 20;
/// Octets of a text, about.
const TEXT: usize = 32 << 20;
/// As many octets as are pushed at once.
const PIECE: usize = 128 * 1024;

const TEXTS: [(&str, &str); 3] = [
    ("English", "Now's the time for all folk to come to the aid of their country. And so it goes on.\n"),
    (
        "French",
        "J'interdis aux marchands de vanter trop leurs marchandises. Car ils se font vite p\u{e9}dagogues \u{e0} la fin.\n",
    ),
    (
        "Russian",
        "\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}, \u{43a}\u{430}\u{43a} \u{434}\u{435}\u{43b}\u{430} \u{438} \u{447}\u{442}\u{43e} \u{43d}\u{43e}\u{432}\u{43e}\u{433}\u{43e}?\n",
    ),
];

/// 256 MiB from a file to nowhere and back.
pub fn base64(room: &Path) {
    let (plain, encoded) = (room.join("plain"), room.join("encoded"));
    fs::write(&plain, random(FILE)).expect("a file");
    let made = Command::new("base64").arg(&plain).stdout(File::create(&encoded).expect("a file")).status();
    if !made.is_ok_and(|status| status.success()) {
        return skip("base64(1) is missing");
    }
    let filter = |name: &str, args: &[&str], input: &Path| time(Command::new(name).args(args).arg(input));
    let row = |work: &str, theirs: &[&str], ours: &[&str], input: &Path| {
        compare(work, "coreutils", || filter("base64", theirs, input), || filter(MAILTOOL, ours, input), FILE, RUNS);
    };
    row("base64, encode 256 MiB", &[], &["mime", "encode", "base64"], &plain);
    row("base64 -w 0, encode 256 MiB", &["-w", "0"], &["mime", "encode", "base64", "-w", "0"], &plain);
    row("base64, decode to 256 MiB", &["-d"], &["mime", "decode", "base64"], &encoded);
}

/// In this process, as mail has it: lines with CRLF.
pub fn quoted_printable_crate(_: &Path) {
    for (name, line) in TEXTS {
        let text = line.repeat(TEXT / line.len());
        let (mut encoder, mut encoded) = (qp::Encoder::text(), Vec::new());
        encoder.push(text.as_bytes(), &mut encoded);
        encoder.finish(&mut encoded);
        let mut output = Vec::with_capacity(2 * PIECE);
        let theirs = || watch(|| drop(black_box(quoted_printable::decode(&encoded, ParseMode::Robust))));
        let ours = || watch(|| run(qp::Decoder::new(), &encoded, &mut output));
        compare(&format!("quoted-printable, decode {name}"), "crate", theirs, ours, encoded.len(), RUNS);
        let mut output = Vec::with_capacity(4 * PIECE);
        let crlf = text.replace('\n', "\r\n");
        let theirs = || watch(|| drop(black_box(quoted_printable::encode(&crlf))));
        let ours = || watch(|| run(qp::Encoder::text(), crlf.as_bytes(), &mut output));
        compare(&format!("quoted-printable, encode {name}"), "crate", theirs, ours, crlf.len(), RUNS);
    }
}

/// 32 MiB of three languages, from a file to nowhere.
pub fn qprint(room: &Path) {
    let (plain, encoded) = (room.join("text"), room.join("text.qp"));
    let text = TEXTS.map(|(_, line)| line).concat();
    let text = text.repeat(TEXT / text.len());
    let (mut encoder, mut octets) = (qp::Encoder::text().line_end(LineEnd::Lf), Vec::new());
    encoder.push(text.as_bytes(), &mut octets);
    encoder.finish(&mut octets);
    fs::write(&plain, text).and_then(|()| fs::write(&encoded, &octets)).expect("files");
    for (work, theirs, ours, input) in [("encode", "-e", "encode", &plain), ("decode", "-d", "decode", &encoded)] {
        let theirs = || time(Command::new("qprint").arg(theirs).arg(input));
        let ours = || time(Command::new(MAILTOOL).args(["mime", ours, "qp"]).arg(input));
        compare(&format!("quoted-printable, {work} a file"), "qprint", theirs, ours, octets.len(), RUNS);
    }
}

/// Through a transform as a filter does it.
fn run(mut transform: impl Transform, input: &[u8], output: &mut Vec<u8>) {
    for piece in input.chunks(PIECE) {
        output.clear();
        transform.push(piece, output);
        black_box(&output);
    }
    transform.finish(output);
}
