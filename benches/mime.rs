//! The transfer encodings beside coreutils' base64(1), qprint(1) and the crate `quoted_printable`:
//! `cargo bench --bench mime`.
//!
//! Both sides run in turn; the table has their medians and the median of the ratios of the pairs, and only that means
//! anything on a busy machine. What is missing is skipped and said so. A first argument selects rows by name.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::fs::{self, File};
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use mailtool::mime::quoted_printable as qp;
use mailtool::mime::transform::{LineEnd, Transform};
use quoted_printable::ParseMode;

const MAILTOOL: &str = env!("CARGO_BIN_EXE_mailtool");
/// How often each side runs.
const RUNS: usize = 7;
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

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let room = tempfile::tempdir().expect("a temporary directory");
    println!("| work | rival | mailtool | ratio |\n|---|---|---|---|");
    for (name, row) in [("base64", base64 as fn(&Path)), ("crate", quoted_printable_crate), ("qprint", qprint)] {
        if name.contains(&wanted) || wanted.is_empty() {
            row(room.path());
        }
    }
}

/// 256 MiB from a file to nowhere and back.
fn base64(room: &Path) {
    let (plain, encoded) = (room.join("plain"), room.join("encoded"));
    fs::write(&plain, random(FILE)).expect("a file");
    let made = Command::new("base64").arg(&plain).stdout(File::create(&encoded).expect("a file")).status();
    if !made.is_ok_and(|status| status.success()) {
        return skip("base64(1) is missing");
    }
    let filter = |name: &str, args: &[&str], input: &Path| time(Command::new(name).args(args).arg(input));
    let row = |work: &str, theirs: &[&str], ours: &[&str], input: &Path| {
        compare(work, "coreutils", || filter("base64", theirs, input), || filter(MAILTOOL, ours, input), FILE);
    };
    row("base64, encode 256 MiB", &[], &["mime", "encode", "base64"], &plain);
    row("base64 -w 0, encode 256 MiB", &["-w", "0"], &["mime", "encode", "base64", "-w", "0"], &plain);
    row("base64, decode to 256 MiB", &["-d"], &["mime", "decode", "base64"], &encoded);
}

/// In this process, as mail has it: lines with CRLF.
fn quoted_printable_crate(_: &Path) {
    for (name, line) in TEXTS {
        let text = line.repeat(TEXT / line.len());
        let (mut encoder, mut encoded) = (qp::Encoder::text(), Vec::new());
        encoder.push(text.as_bytes(), &mut encoded);
        encoder.finish(&mut encoded);
        let mut output = Vec::with_capacity(2 * PIECE);
        let theirs = || watch(|| drop(black_box(quoted_printable::decode(&encoded, ParseMode::Robust))));
        let ours = || watch(|| run(qp::Decoder::new(), &encoded, &mut output));
        compare(&format!("quoted-printable, decode {name}"), "crate", theirs, ours, encoded.len());
        let mut output = Vec::with_capacity(4 * PIECE);
        let crlf = text.replace('\n', "\r\n");
        let theirs = || watch(|| drop(black_box(quoted_printable::encode(&crlf))));
        let ours = || watch(|| run(qp::Encoder::text(), crlf.as_bytes(), &mut output));
        compare(&format!("quoted-printable, encode {name}"), "crate", theirs, ours, crlf.len());
    }
}

fn qprint(room: &Path) {
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
        compare(&format!("quoted-printable, {work} a file"), "qprint", theirs, ours, octets.len());
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

/// Runs both in turn and prints the medians.
fn compare(
    work: &str,
    rival: &str,
    mut theirs: impl FnMut() -> Option<Duration>,
    mut ours: impl FnMut() -> Option<Duration>,
    octets: usize,
) {
    let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=RUNS {
        let (Some(their), Some(our)) = (theirs(), ours()) else {
            return skip(&format!("{work}: {rival} is missing or failed"));
        };
        // The first round warms up.
        if round > 0 {
            a.push(their.as_secs_f64());
            b.push(our.as_secs_f64());
            ratios.push(their.as_secs_f64() / our.as_secs_f64());
        }
    }
    let rate = |seconds: f64| format!("{:.0} MB/s", octets as f64 / 1e6 / seconds);
    let (a, b, ratio) = (rate(median(a)), rate(median(b)), median(ratios));
    println!("| {work} | {rival} {a} | {b} | {ratio:.2} times as fast |");
}

fn watch(work: impl FnOnce()) -> Option<Duration> {
    let start = Instant::now();
    work();
    Some(start.elapsed())
}

fn time(command: &mut Command) -> Option<Duration> {
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed())
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn skip(why: &str) {
    println!("| skipped: {why} | | | |");
}

fn random(octets: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..octets).map(|_| next()).collect()
}
