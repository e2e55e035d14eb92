//! Whole messages: one part of a large one, and the parts of many small ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use mailtool::mime::transform::{LineEnd, Transform as _};
use mailtool::mime::{base64, quoted_printable as qp};

use crate::race::{MAILTOOL, RUNS, compare, peak, random, skip, time};

/// Octets of the attachment.
const ATTACHMENT: usize = 256 << 20;
/// Messages of the mbox.
const MESSAGES: usize = 1000;
const GMIME: &str = include_str!("gmime.c");
const WALK: &str = include_str!("walk.py");

/// A command that does the same work as another.
struct Rival {
    name: &'static str,
    theirs: Command,
    ours: Command,
    /// How often it is worth running.
    runs: usize,
}

/// An attachment of 256 MiB, decoded to nowhere; munpack only writes files.
pub fn part(room: &Path) {
    let message = room.join("large.eml");
    let (head, tail) = (
        "From: a@example.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText.\r\n\
         --b\r\nContent-Type: application/octet-stream; name=large\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: attachment; filename=large\r\n\r\n",
        "--b--\r\n",
    );
    let mut octets = head.as_bytes().to_vec();
    base64_of(&random(ATTACHMENT), LineEnd::CrLf, &mut octets);
    octets.extend_from_slice(tail.as_bytes());
    let length = octets.len();
    fs::write(&message, octets).expect("a file");
    let ours = |args: &[&str]| command(MAILTOOL, &[&["mime", "part"], args].concat(), &[&message], &["2"]);
    let mut munpack = command("munpack", &["-q", "-f"], &[&message], &[]);
    munpack.current_dir(room);
    let written = room.join("written").display().to_string();
    let mut rivals = vec![
        Rival { name: "munpack, to a file", theirs: munpack, ours: ours(&["-o", &written]), runs: 3 },
        Rival { name: "Python", theirs: python(room, "part", &message), ours: ours(&[]), runs: 1 },
    ];
    match gmime(room) {
        Some(gmime) => {
            let theirs = command(gmime, &["part"], &[&message], &[]);
            rivals.insert(0, Rival { name: "GMime", theirs, ours: ours(&[]), runs: RUNS });
        }
        None => skip("GMime, cc or pkg-config is missing"),
    }
    race("one part of 256 MiB", rivals, length);
}

/// An mbox of a thousand small messages: the type, encoding and size of every part.
pub fn tree(room: &Path) {
    let mbox = room.join("small.mbox");
    let octets: Vec<u8> = (0..MESSAGES).flat_map(letter).collect();
    let length = octets.len();
    fs::write(&mbox, octets).expect("a file");
    let ours = || command(MAILTOOL, &["mime", "tree", "-q"], &[&mbox], &[]);
    let mut rivals = vec![Rival { name: "Python", theirs: python(room, "tree", &mbox), ours: ours(), runs: RUNS }];
    match gmime(room) {
        Some(gmime) => {
            let theirs = command(gmime, &["tree"], &[&mbox], &[]);
            rivals.insert(0, Rival { name: "GMime", theirs, ours: ours(), runs: 3 * RUNS });
        }
        None => skip("GMime, cc or pkg-config is missing"),
    }
    race("tree of 1,000 messages", rivals, length);
}

fn race(work: &str, rivals: Vec<Rival>, octets: usize) {
    for Rival { name, mut theirs, mut ours, runs } in rivals {
        compare(work, name, || time(&mut theirs), || time(&mut ours), octets, runs);
        let (Some(their), Some(our)) = (peak(&theirs), peak(&ours)) else { continue };
        let mib = |kib: u64| format!("{:.1} MiB", kib as f64 / 1024.0);
        println!("| {work}, peak memory | {name} {} | {} | {:.2} times as little |", mib(their), mib(our), {
            their as f64 / our as f64
        });
    }
}

fn command(program: impl AsRef<std::ffi::OsStr>, args: &[&str], files: &[&Path], more: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).args(files).args(more);
    command
}

fn python(room: &Path, work: &str, message: &Path) -> Command {
    let script = room.join("walk.py");
    fs::write(&script, WALK).expect("a file");
    let mut python = Command::new("python3");
    python.arg(script).arg(work).arg(message);
    python
}

/// The program that uses GMime, compiled.
fn gmime(room: &Path) -> Option<PathBuf> {
    let (source, program) = (room.join("gmime.c"), room.join("gmime"));
    fs::write(&source, GMIME).ok()?;
    let flags = Command::new("pkg-config").args(["--cflags", "--libs", "gmime-3.0"]).stderr(Stdio::null()).output();
    let flags = flags.ok().filter(|flags| flags.status.success())?.stdout;
    let flags = String::from_utf8(flags).ok()?;
    let mut cc = Command::new("cc");
    cc.arg("-O2").arg(source).arg("-o").arg(&program).args(flags.split_whitespace());
    cc.status().ok()?.success().then_some(program)
}

/// One of several forms of message, with its From_ line.
fn letter(n: usize) -> Vec<u8> {
    let text = "Now is the time for all folk to come to the aid of their country.\n".repeat(1 + n % 23);
    let french = "Car ils se font vite p\u{e9}dagogues \u{e0} la fin, et plus \u{e9}tranges.\n".repeat(1 + n % 17);
    let mut octets = format!(
        "From a@example.test Mon Nov 23 06:00:00 2026\nReceived: from a.test by b.test; Mon, 23 Nov 2026 06:00:00 +0000\n\
         From: =?utf-8?Q?Jos=C3=A9?= <a{n}@example.test>\nTo: b@example.test, \"C, D\" <c@example.test>\n\
         Subject: =?utf-8?B?w6k=?= number {n}\nDate: Mon, 23 Nov 2026 06:00:00 +0000\nMessage-ID: <{n}@example.test>\n\
         MIME-Version: 1.0\n"
    )
    .into_bytes();
    let mut add = |text: &str| octets.extend_from_slice(text.as_bytes());
    if n.is_multiple_of(5) {
        add(&format!("Content-Type: text/plain\n\n{text}\n"));
        return octets;
    }
    add("Content-Type: multipart/mixed; boundary=\"out er\"\n\n--out er\n");
    add("Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\n");
    add(&text);
    add("--inner\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n");
    let mut encoder = qp::Encoder::text().line_end(LineEnd::Lf);
    encoder.push(french.as_bytes(), &mut octets);
    encoder.finish(&mut octets);
    octets.extend_from_slice(b"--inner--\n--out er\n");
    match n % 5 {
        1 | 2 => octets.extend_from_slice(b"Content-Type: message/rfc822\n\nSubject: within\n\nText.\n"),
        _ => {
            octets.extend_from_slice(b"Content-Type: image/png; name*=utf-8''%C3%A9.png\n");
            octets.extend_from_slice(b"Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n");
            base64_of(&random(100 + n * 37 % 20_000), LineEnd::Lf, &mut octets);
        }
    }
    octets.extend_from_slice(b"--out er--\n\n");
    octets
}

fn base64_of(octets: &[u8], end: LineEnd, output: &mut Vec<u8>) {
    let mut encoder = base64::Encoder::lines(76, end);
    encoder.push(octets, output);
    encoder.finish(output);
}
