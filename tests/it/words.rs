//! Header fields of other people's messages, read by us and by Python's email package. Where the two differ the
//! difference is listed below with the reason; anything else fails.
//!
//! The samples are looked for at `../shared/corpus`; where they are absent the test says so and passes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use mailtool::mime::content_type::ContentType;
use mailtool::mime::disposition::Disposition;
use mailtool::mime::{addresses, date_time, encoded_word};
use serde_json::{Value, json};

use crate::cli::encoding::unbase64;
use crate::peers::{corpus, need, or_skip};

/// Where we read something else than Python: the end of the name of the file, the field, and why.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    ("russian-headers.msg", "content-type", ENCODED_WORD),
    ("russian-headers.msg", "content-disposition", ENCODED_WORD),
    ("legacy/047.eml", "content-type", ENCODED_WORD),
    ("legacy/047.eml", "content-disposition", ENCODED_WORD),
    ("cpython/msg_14.txt", "content-type", NO_TYPE),
    ("parts/barren-content-type.raw", "content-type", NO_TYPE),
    ("parts/empty-ctype-bad-content.raw", "content-type", NO_TYPE),
    (
        "parts/ctype-invalid-characters.raw",
        "content-type",
        "`>` cannot stand in the name of a type, so it is passed over",
    ),
    ("cpython/msg_25.txt", "content-type", NO_VALUE),
    ("parts/malformed-content-type-params.raw", "content-type", NO_VALUE),
    ("rfc/001.eml", "content-type", "behind `mail-server` a line begins `server=`: a semicolon was forgotten"),
    ("parts/missing-closing-param-quote.raw", "content-type", "the quote that does not end is no part of the value"),
    ("rfc/002.eml", "to", "a comment within a name is not a part of it (RFC 5322 §3.2.2)"),
    ("rfc/009.eml", "from", "`Someone Else` without any address is shown whole, not by its first word"),
];

const ENCODED_WORD: &str = "encoded words in parameters are not allowed, yet everybody shows them decoded";
const NO_TYPE: &str = "what is no type/subtype is taken for text/plain (RFC 2045 §5.2)";
const NO_VALUE: &str = "a parameter without `=` tells nothing";

#[test]
fn python_reads_the_same_in_other_peoples_headers() {
    let Some(corpus) = corpus() else { return };
    or_skip!(need(&["python3"]));
    let mut files = Vec::new();
    for folder in ["mime4j", "cpython", "mail-parser", "enmime"] {
        messages(&corpus.join(folder), &mut files);
    }
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/words/judge.py");
    let judged = Command::new("python3").arg(judge).args(&files).output().expect("python3 runs");
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
    let (mut fields, mut wrong, mut used) = (0, Vec::new(), BTreeSet::new());
    for line in judged.stdout.split(|&octet| octet == b'\n').filter(|line| !line.is_empty()) {
        let told: Value = serde_json::from_slice(line).expect("JSON");
        let (file, field) = (told["file"].as_str().unwrap_or(""), told["field"].as_str().unwrap_or(""));
        let raw = unbase64(told["raw"].as_str().unwrap_or("").as_bytes()).expect("base64");
        let Some(read) = read(told["kind"].as_str().unwrap_or(""), field, &raw) else { continue };
        fields += 1;
        if read == told["judged"] {
            continue;
        }
        match DIFFERENCES.iter().position(|(end, name, _)| file.ends_with(end) && field == *name) {
            Some(known) => {
                used.insert(known);
            }
            None => wrong.push(format!(
                "{file} {field}: {:?}\n  we     {read}\n  Python {}",
                String::from_utf8_lossy(&raw),
                told["judged"]
            )),
        }
    }
    assert!(wrong.is_empty(), "{} of {fields} fields differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(fields > 1000, "only {fields} fields");
    let idle = DIFFERENCES.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, known)| known.0);
    assert_eq!(idle.collect::<Vec<_>>(), [""; 0], "no longer different");
}

/// What we make of a field, in the judge's words.
fn read(kind: &str, field: &str, raw: &[u8]) -> Option<Value> {
    match kind {
        "text" => Some(json!(encoded_word::decode(raw).trim_matches([' ', '\t', '\r', '\n']))),
        "addresses" => {
            let (entries, _) = addresses::read(raw);
            let pair = |one: &addresses::Address| json!([one.name.clone().unwrap_or_default(), one.addr_spec]);
            Some(addresses::addresses(&entries).map(pair).collect())
        }
        "date" => {
            let (date, _) = date_time::parse(raw);
            Some(date.map_or(Value::Null, |date| {
                let local = date.local;
                let offset = date.offset.map(|minutes| minutes * 60);
                json!([local.year(), local.month(), local.day(), local.hour(), local.minute(), local.second(), offset])
            }))
        }
        "parameters" => {
            let (first, parameters) = if field == "content-type" {
                let read = ContentType::parse(raw).0;
                (read.essence(), read.parameters)
            } else {
                let read = Disposition::parse(raw).0;
                (read.name, read.parameters)
            };
            let pairs: Vec<Value> = parameters.iter().map(|one| json!([one.name, one.value])).collect();
            Some(json!([first, pairs]))
        }
        _ => None,
    }
}

fn messages(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            messages(&path, found);
        } else if [".eml", ".msg", ".raw"].iter().any(|end| name.ends_with(end)) || name.starts_with("msg_") {
            found.push(path);
        }
    }
}
