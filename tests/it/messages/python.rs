//! Python's email package on every sample: how many leaves there are, their types and their decoded payloads.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::cli::encoding::unbase64;
use crate::peers::{need, or_skip};

/// Where we read something else than Python: the end of the name of the file, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    ("bad-newlines-multiple-parts-base64.msg", ENCODED_MESSAGE),
    ("base64encoded-rfc822message-nested.msg", ENCODED_MESSAGE),
    ("base64encoded-rfc822message.msg", ENCODED_MESSAGE),
    ("rfc/008.eml", ENCODED_MESSAGE),
    ("basic-plain-with-bad-header-separator.msg", NOT_A_FIELD),
    ("malformedHeader-nocrlfcrlf.msg", NOT_A_FIELD),
    ("malformedHeaderStartsBody-nocrlfcrlf.msg", NOT_A_FIELD),
    ("cpython/msg_35.txt", NOT_A_FIELD),
    ("cpython/msg_47.txt", NOT_A_FIELD),
    ("low-quality/bad-header-wrap.raw", NOT_A_FIELD),
    ("obsolete.msg", "blanks before a colon are obsolete, yet it is a field (RFC 5322 §4.5)"),
    (
        "ending-boundaries.msg",
        "what stands behind a delimiter on its line does not keep it from being one (mime4j too)",
    ),
    ("missing-boundary.msg", NO_PARTS),
    ("missing-inner-boundary.msg", NO_PARTS),
    ("missing-inner-start-boundary.msg", NO_PARTS),
    ("multipartnopart.msg", NO_PARTS),
    ("cpython/msg_17.txt", NO_PARTS),
    ("cpython/msg_31.txt", NO_PARTS),
    ("cpython/msg_42.txt", NO_PARTS),
    ("multipartemptypart.msg", "a closing delimiter ends an empty part as well (mime4j too)"),
    ("testmsgs/very-long-boundary.msg", TRAILING_BLANKS),
    ("very-very-long-boundary.msg", TRAILING_BLANKS),
    ("weird-boundary.msg", TRAILING_BLANKS),
    ("cpython/msg_15.txt", "a delimiter of two multiparts is that of the inner one, blank line or not"),
    ("cpython/msg_16.txt", STATUS),
    ("cpython/msg_43.txt", STATUS),
    ("cpython/msg_36.txt", EXTERNAL),
    ("rfc/001.eml", EXTERNAL),
    ("cpython/msg_37.txt", EMPTY_PART),
    ("cpython/msg_39.txt", EMPTY_PART),
    ("parts/badboundary.raw", LAST_LINE_END),
    ("parts/multimixed-no-closing-boundary.raw", LAST_LINE_END),
    ("parts/ctype-invalid-characters.raw", "`>` cannot stand in the name of a type, so it is passed over"),
    (
        "parts/extra-base64-character.raw",
        "what can be decoded of broken base64 is decoded; Python leaves all of it as it is",
    ),
    ("partial/message-partial.0.eml", PARTIAL),
    ("partial/message-partial.1.eml", PARTIAL),
    ("partial/message-partial.2.eml", PARTIAL),
    ("partial/rfc2046.0.eml", PARTIAL),
    ("partial/rfc2046.1.eml", PARTIAL),
];

const ENCODED_MESSAGE: &str =
    "a message within that is encoded, which RFC 2045 §6.4 forbids, is decoded and taken apart";
const NOT_A_FIELD: &str = "a line that is no field does not end the header: more often a fold has lost its blank";
const NO_PARTS: &str = "a multipart in which no part begins has no leaf";
const TRAILING_BLANKS: &str = "blanks at the end of a boundary do not count, before the -- of the closing one neither";
const STATUS: &str = "a delivery status is one leaf, its groups of fields are no messages (RFC 3464 §2.1)";
const EXTERNAL: &str =
    "message/external-body is a leaf: what is in it is the header of something elsewhere (RFC 2046 §5.2.3)";
const EMPTY_PART: &str = "between two delimiters there is a part, be it empty";
const LAST_LINE_END: &str = "the line end at the end of a part that no delimiter closes is part of it";
const PARTIAL: &str = "message/partial holds a piece of a message, which is no message yet (RFC 2046 §5.2.2)";

#[test]
fn leaves_are_those_of_python() {
    let Some(corpus) = crate::peers::corpus() else { return };
    or_skip!(need(&["python3"]));
    let mut files = Vec::new();
    for folder in ["mime4j", "cpython", "mail-parser", "enmime", "mimekit"] {
        super::messages(&corpus.join(folder), &mut files);
    }
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/messages/judge.py");
    let judged = Command::new("python3").arg(judge).args(&files).output().expect("python3 runs");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
    let (mut count, mut wrong, mut used) = (0, Vec::new(), BTreeSet::new());
    for line in judged.stdout.split(|&octet| octet == b'\n').filter(|line| !line.is_empty()) {
        let told: Value = serde_json::from_slice(line).expect("JSON");
        let file = told["file"].as_str().unwrap_or_default();
        let (ours, theirs) = (ours(&fs::read(file).expect("a message")), theirs(&told));
        count += 1;
        if ours == theirs {
            continue;
        }
        match DIFFERENCES.iter().position(|(end, _)| file.ends_with(end)) {
            Some(known) => drop(used.insert(known)),
            None => wrong.push(difference(file, &ours, &theirs)),
        }
    }
    assert!(wrong.is_empty(), "{} of {count} messages differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 190, "only {count} messages");
    let idle = DIFFERENCES.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, known)| known.0);
    assert_eq!(idle.collect::<Vec<_>>(), [""; 0], "no longer different");
}

type Leaf = (String, Vec<u8>);

fn ours(message: &[u8]) -> Vec<Leaf> {
    let (tree, bodies) = super::read(message);
    let leaves = tree.entities.iter().zip(bodies).filter(|(entity, _)| entity.is_leaf());
    leaves.map(|(entity, body)| (entity.content.content_type.essence(), body)).collect()
}

fn theirs(told: &Value) -> Vec<Leaf> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let leaves = told["leaves"].as_array().into_iter().flatten();
    leaves.map(|leaf| (text(&leaf[0]), unbase64(text(&leaf[1]).as_bytes()).expect("base64"))).collect()
}

fn difference(file: &str, ours: &[Leaf], theirs: &[Leaf]) -> String {
    let types =
        |leaves: &[Leaf]| leaves.iter().map(|(kind, body)| format!("{kind} {}", body.len())).collect::<Vec<_>>();
    let mut text = format!("{file}:\n  we     {:?}\n  Python {:?}", types(ours), types(theirs));
    for ((_, ours), (_, theirs)) in ours.iter().zip(theirs).filter(|(ours, theirs)| ours.1 != theirs.1) {
        let at = ours.iter().zip(theirs).take_while(|(a, b)| a == b).count().saturating_sub(20);
        let show = |octets: &[u8]| {
            let octets = octets.get(at..).unwrap_or_default();
            String::from_utf8_lossy(octets.get(..60).unwrap_or(octets)).into_owned()
        };
        text += &format!("\n    at {at}: {:?}\n         {:?}", show(ours), show(theirs));
    }
    text
}
