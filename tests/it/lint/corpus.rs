//! Messages of others, where they are there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use mailtool::mime::annotate::{Annotator, Kind, Range};
use mailtool::mime::lint::lint;
use mailtool::mime::parse::Limits;

use super::{in_pieces, judge, told};
use crate::peers::{corpus, need, or_skip};

/// Where the samples lie; nothing if they are not there.
pub fn messages() -> Vec<(String, Vec<u8>)> {
    let Some(corpus) = corpus() else { return Vec::new() };
    let mut files = Vec::new();
    walk(&corpus, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(&corpus).expect("below the corpus").to_string_lossy().into_owned();
            (name, std::fs::read(&file).expect("a message"))
        })
        .collect()
}

fn walk(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => walk(&path, files),
            Some("xml" | "bin" | "yml" | "md") => {}
            _ => files.push(path),
        }
    }
}

#[test]
fn the_ranges_of_explain_are_the_message() {
    for (name, message) in messages() {
        let whole = ranges(&message, usize::MAX);
        let octets: Vec<u8> = whole.iter().flat_map(|(_, octets, ..)| octets.clone()).collect();
        assert!(octets == message, "{name}");
        assert!(ranges(&message, 1000) == whole, "{name} in pieces");
    }
}

/// Where each range begins, its octets, its kind and its part.
fn ranges(message: &[u8], octets: usize) -> Vec<(u64, Vec<u8>, Kind, String)> {
    let mut all = Vec::new();
    let mut tell = |range: Range<'_>| {
        all.push((range.offset, range.octets.to_vec(), range.kind, range.part.to_string()));
    };
    let mut annotator = Annotator::new(Limits::default());
    message.chunks(octets).for_each(|piece| annotator.push(piece, &mut tell));
    annotator.finish(&mut tell);
    all
}

#[test]
fn every_place_is_right_however_the_message_is_cut() {
    for (name, message) in messages() {
        let report = lint(&message);
        judge(&name, &message, &report);
        let octets = if message.len() < 100_000 { 3 } else { 1000 };
        assert_eq!(in_pieces(&message, octets), report, "{name}");
    }
}

/// Samples that are named after what is wrong with them.
const NAMED: &[(&str, &str)] = &[
    ("low-quality/bad-final-boundary", "multipart-not-closed"),
    ("low-quality/bad-header-start", "ambiguous-header-end"),
    ("low-quality/bad-header-wrap", "ambiguous-header-end"),
    ("low-quality/empty-header", "header-empty"),
    ("low-quality/html-only-inline", "alternative-of-one"),
    ("low-quality/incorrect-charset", "us-ascii-8bit"),
    ("low-quality/malformed-base64-attach", "base64-junk"),
    ("low-quality/missing-content-type.", "missing-content-type"),
    ("low-quality/missing-content-type2", "missing-content-type"),
    ("low-quality/unk-charset-html-only", "html-charset-unknown"),
    ("low-quality/unk-charset-part", "charset-unknown"),
    ("low-quality/unk-encoding-part", "encoding-unknown"),
    ("parts/ctype-invalid-characters", "parameter-junk"),
    ("parts/extra-base64-character", "base64-truncated"),
    ("parts/missing-closing-param-quote", "parameter-unclosed-quote"),
    ("parts/multimixed-no-closing-boundary", "multipart-not-closed"),
    ("parts/quoted-printable-invalid", "qp-bad-escape"),
    ("parts/unquoted-ctype-param-special", "parameter-unquoted"),
];

#[test]
fn samples_yield_the_flaw_of_their_name() {
    let messages = messages();
    for (name, code) in NAMED.iter().filter(|_| !messages.is_empty()) {
        let (name, message) = messages.iter().find(|(file, _)| file.contains(name)).expect("a sample");
        let found = told(&lint(message));
        assert!(found.contains(code), "{name}: {code} is not in {found:?}");
    }
}

const DEFECTS: &str = r"
import email, email.policy, sys
for path in sys.argv[1:]:
    message = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.compat32)
    names = set()
    for part in message.walk():
        try:
            part.get_payload(decode=True)
        except Exception:
            pass
        names.update(type(defect).__name__ for defect in part.defects)
    print(path, *sorted(names))
";

/// What Python calls it, and under which codes it is told here. What Python finds in a part that it alone sees is told
/// as what makes the two readings: it ends a header at a line that is no field, takes base64 that is said to be a
/// message for one, and knows no field with a blank before its colon.
const PYTHON: &[(&str, &[&str])] = &[
    ("NoBoundaryInMultipartDefect", &["multipart-without-boundary"]),
    (
        "StartBoundaryNotFoundDefect",
        &[NEVER_USED, "multipart-empty", "ambiguous-boundary-reused", "ambiguous-delimiter"],
    ),
    ("CloseBoundaryNotFoundDefect", &["multipart-not-closed", NEVER_USED, "header-without-end"]),
    ("FirstHeaderLineIsContinuationDefect", &["header-missing", "not-a-field", HEADER_END]),
    ("MisplacedEnvelopeHeaderDefect", &["not-a-field", HEADER_END]),
    (
        "MissingHeaderBodySeparatorDefect",
        &["header-missing", "header-without-end", "not-a-field", HEADER_END, "container-encoded", "space-before-colon"],
    ),
    (
        "MultipartInvariantViolationDefect",
        &["multipart-without-boundary", NEVER_USED, "multipart-empty", "ambiguous-delimiter"],
    ),
    ("InvalidMultipartContentTransferEncodingDefect", &["container-encoded"]),
    ("InvalidBase64PaddingDefect", &["base64-padding", "base64-truncated", "ambiguous-base64", HEADER_END]),
    ("InvalidBase64CharactersDefect", &["base64-junk", "base64-space", "base64-nothing", HEADER_END]),
    ("InvalidBase64LengthDefect", &["base64-truncated", "base64-padding", HEADER_END]),
];
const NEVER_USED: &str = "boundary-never-used";
const HEADER_END: &str = "ambiguous-header-end";

/// Python takes the blanks at the end of a boundary off, and then meets no closing delimiter.
const BLANKS: &str = "boundary-trailing-space";

/// Python opens what is one piece of a message/partial (RFC 2046 §5.2.2) as if it were a whole message.
const FRAGMENTS: &str = "mimekit/partial/";

#[test]
fn what_python_finds_is_found() {
    let Some(corpus) = corpus() else { return };
    or_skip!(need(&["python3"]));
    let messages = messages();
    let paths: Vec<PathBuf> = messages.iter().map(|(name, _)| corpus.join(name)).collect();
    let output = Command::new("python3").arg("-c").arg(DEFECTS).args(&paths).output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = String::from_utf8_lossy(&output.stdout).into_owned();
    let defects: BTreeMap<&str, BTreeSet<&str>> = output
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(path, names)| (path, names.split(' ').collect()))
        .collect();
    assert!(!defects.is_empty(), "Python finds nothing wrong");
    let mut missed = Vec::new();
    let whole = messages.iter().zip(&paths).filter(|((name, _), _)| !name.starts_with(FRAGMENTS));
    for ((name, message), path) in whole {
        let Some(defects) = path.to_str().and_then(|path| defects.get(path)) else { continue };
        let found = told(&lint(message));
        for defect in defects {
            let ours = PYTHON.iter().find(|(python, _)| python == defect).map_or(&[][..], |(_, ours)| ours);
            let argued = *defect == "CloseBoundaryNotFoundDefect" && found.contains(BLANKS);
            if !argued && !ours.iter().any(|code| found.contains(code)) {
                missed.push(format!("{name}: {defect} ({found:?})"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
