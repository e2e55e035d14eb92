//! Lint and what it says: every code, messages of others, every cut.

pub mod corpus;
pub mod samples;

use std::collections::BTreeSet;

use mailtool::mime::flaw::KEPT;
use mailtool::mime::lint::{Linter, Report, codes, lint};
use mailtool::mime::parse::Limits;
use proptest::prelude::*;

use self::samples::{HEAD, samples};

/// Codes that never come alone: with which others.
const WITH: &[(&str, &[&str])] = &[
    ("missing-sender", &["ambiguous-author"]),
    ("ambiguous-end-of-data", &["dot-line", "mixed-line-ends"]),
    ("ambiguous-boundary-reused", &["multipart-not-closed"]),
    ("ambiguous-part-behind-close", &["epilogue-text"]),
    ("base64-nothing", &["base64-junk"]),
    ("unclosed-comment", &["parameter-junk"]),
];

/// The codes of a report.
fn told(report: &Report) -> BTreeSet<&'static str> {
    report.findings.iter().map(|finding| finding.code.code).collect()
}

/// The report of a message that comes in pieces of so many octets.
fn in_pieces(message: &[u8], octets: usize) -> Report {
    let mut linter = Linter::new(Limits::default());
    message.chunks(octets).for_each(|piece| linter.push(piece));
    linter.finish()
}

/// Every place is in the message, its line is right, and they are in order.
fn judge(name: &str, message: &[u8], report: &Report) {
    let mut last = 0;
    let (mut line, mut counted) = (1, 0);
    for finding in &report.findings {
        let (code, offset) = (finding.code.code, usize::try_from(finding.spot.offset).expect("an offset"));
        assert!(offset <= message.len(), "{name}: {code} at {offset} of {}", message.len());
        assert!(offset >= last, "{name}: {code} at {offset} behind {last}");
        line += message[counted..offset].iter().filter(|&&octet| octet == b'\n').count() as u64;
        (counted, last) = (offset, offset);
        assert_eq!(finding.spot.line, line, "{name}: the line of {code} at {offset}");
        assert!(!finding.message.is_empty(), "{name}: {code}");
    }
    assert_eq!(report.octets, message.len() as u64, "{name}");
}

#[test]
fn every_code_has_a_message_that_yields_it() {
    let mut wrong = Vec::new();
    let samples = samples();
    for (code, message) in &samples {
        let report = lint(message);
        judge(code, message, &report);
        let found = told(&report);
        let with = WITH.iter().find(|(with, _)| with == code).map_or(&[][..], |(_, with)| with);
        let expected: BTreeSet<&str> = with.iter().copied().chain([*code]).collect();
        if found != expected {
            wrong.push(format!("{code}: {found:?}"));
        }
    }
    for code in codes::all() {
        if !samples.iter().any(|(sampled, _)| *sampled == code.code) {
            wrong.push(format!("{}: no sample", code.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_is_whole() {
    let mut seen = BTreeSet::new();
    for code in codes::all() {
        assert!(seen.insert(code.code), "{} stands twice", code.code);
        assert!(code.rfc.starts_with("RFC ") && code.rfc.contains('§'), "{}: {}", code.code, code.rfc);
        assert!(code.expected.ends_with(['.', '…']) && code.cure.ends_with(['.', '…']), "{}", code.code);
        assert!(code.code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", code.code);
    }
    for (_, codes) in codes::TABLE {
        assert!(codes.is_sorted_by_key(|code| code.code), "the codes of a group are in order");
    }
    assert!(seen.iter().filter(|code| code.starts_with("ambiguous-")).count() > 10);
}

/// The readers of which lint tells what they notice.
const READERS: &[&str] = &[
    "addresses",
    "base64",
    "charset",
    "content_type",
    "date_time.rs",
    "disposition.rs",
    "encoded_word",
    "identifier.rs",
    "parameter",
    "parse",
    "quoted_printable",
];
/// What they notice, and lint tells under another code.
const RENAMED: &[&str] = &[
    "base64-inner-padding",
    "base64-text-behind",
    "boundary-junk",
    "boundary-missing",
    "boundary-prefix",
    "file-names-differ",
    "parameter-two-forms",
];

/// The codes in the source of the readers: what stands before a severity or a section.
fn codes_of_readers(path: &std::path::Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        codes_of_readers(&entry.path(), found);
    }
    if path.is_dir() || path.ends_with("tests.rs") {
        return;
    }
    let source = std::fs::read_to_string(path).expect("a source");
    let pieces: Vec<&str> = source.split('"').collect();
    for three in pieces.windows(3) {
        let [code, behind, next] = three else { continue };
        let kebab =
            code.contains('-') && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let behind = behind.trim_start_matches([',', ' ', '\n']);
        if kebab && (behind.starts_with("Severity::") || behind.is_empty() && next.starts_with("RFC ")) {
            found.insert((*code).to_owned());
        }
    }
}

#[test]
fn the_table_has_what_the_readers_notice() {
    let mut found = BTreeSet::new();
    let mime = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/mime");
    READERS.iter().for_each(|reader| codes_of_readers(&mime.join(reader), &mut found));
    assert!(found.len() > 80, "{found:?}");
    let missing: Vec<&String> =
        found.iter().filter(|code| codes::find(code).is_none() && !RENAMED.contains(&code.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn nothing_is_wrong_with_what_is_right() {
    for content in [
        "Content-Type: text/plain\r\n\r\nhola\r\n",
        "Subject: =?utf-8?Q?=C2=BF?=\r\n =?utf-8?B?w6k=?=\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\nd=C3=ADa =\r\ny noche\r\n",
        "Content-Type: multipart/related; boundary=\"a b\"\r\n\r\nread this with MIME\r\n--a b\r\n\
         Content-Type: text/html; charset=utf-8\r\n\r\n<meta charset=utf8><img src=\"cid:x%40y\"><a href='x:cid:no'>\r\n\
         --a b\r\nContent-Type: image/png; name=a.png\r\nContent-ID: <x@y>\r\nContent-Transfer-Encoding: base64\r\n\
         Content-Disposition: inline; filename=a.png\r\n\r\nYWJj\r\n--a b--\r\n",
        "Content-Type: message/rfc822\r\n\r\nSubject: in\r\nContent-Type: text/plain\r\n\r\nx\r\n",
    ] {
        let message = format!("{HEAD}{content}");
        let report = lint(message.as_bytes());
        assert_eq!(report.findings, [], "{message}");
        assert_eq!(report.lines, message.lines().count() as u64);
    }
}

#[test]
fn of_one_code_a_hundred_and_a_count() {
    let message = format!("{HEAD}Content-Type: text/plain\r\n\r\n{}", "a\rb\r\n".repeat(1000));
    let report = lint(message.as_bytes());
    assert_eq!(report.findings.len() as u64, KEPT + 1);
    let last = report.findings.last().expect("a finding");
    assert_eq!(last.message, "900 more of the same from here on");
    judge("a thousand", message.as_bytes(), &report);
}

#[test]
fn the_part_is_named() {
    let message = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\né\r\n--b\r\n\
         Content-Type: message/rfc822\r\n\r\nSubject: é\r\nContent-Type: text/plain\r\n\r\nb\rc\r\n--b--\r\nbye\r\n"
    );
    let found = lint(message.as_bytes()).findings;
    let parts: Vec<(&str, &str)> = found.iter().map(|finding| (finding.code.code, &*finding.part)).collect();
    let expected = [
        ("missing-transfer-encoding", "1"),
        ("charset-guessed", "1"),
        ("raw-utf8-in-header", "2.HEADER"),
        ("bare-cr", "2.1"),
        ("epilogue-text", "TEXT"),
    ];
    let sorted = |mut list: Vec<_>| {
        list.sort_unstable();
        list
    };
    assert_eq!(sorted(parts), sorted(expected.to_vec()));
}

#[test]
fn cuts_make_no_difference() {
    for (code, message) in samples().iter().filter(|(_, message)| message.len() < 10_000) {
        let whole = lint(message);
        for octets in [1, 2, 7] {
            assert_eq!(in_pieces(message, octets), whole, "{code} in pieces of {octets}");
        }
    }
}

#[test]
fn a_message_that_ends_anywhere() {
    for (code, message) in samples().iter().filter(|(_, message)| message.len() < 2000) {
        for end in 0..message.len() {
            judge(code, &message[..end], &lint(&message[..end]));
        }
    }
}

fn piece() -> impl Strategy<Value = &'static [u8]> {
    prop::sample::select(vec![
        &b"Content-Type: multipart/mixed; boundary=b\r\n"[..],
        b"Content-Type: multipart/related; boundary=\"bc\"\n",
        b"Content-Type: text/html; charset=utf-8\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"Content-ID: <x>\r\n",
        b"From: a@b, <c@d>\r\n",
        b"Subject: =?utf-8?Q?=C3?= =?utf-8?B?qQ==?=\r\n",
        b" fold\r\n",
        b"junk\n",
        b"\r\n",
        b"\r\n\r\n",
        b"\n",
        b"\r",
        b".",
        b"--b\r\n",
        b"--bc--\r\n",
        b"--b--\r\n",
        b"cid:x\"",
        b"src=\"",
        b"YWJj=YQ==",
        b"=C3=a9 =\r\n",
        b"From x\r\n",
        b"\xe9\xc3\xa9",
        b"\0",
        b" ",
        b"text\r\n",
    ])
}

proptest! {
    #[test]
    fn any_pieces_in_any_cuts(pieces in prop::collection::vec(piece(), 0..40), octets in 1usize..9) {
        let message = pieces.concat();
        let whole = lint(&message);
        judge("pieces", &message, &whole);
        prop_assert_eq!(in_pieces(&message, octets), whole);
    }
}
