//! Looks for a secret in what was written, in every dress in which it could be there.

use super::encoding::{base64_fragments, hex, unbase64};

/// A secret to look for, and what was said of it on the wire.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    needles: Vec<Vec<u8>>,
}

impl Secrets {
    /// The password itself: plain, in base64 of whatever surroundings, in hexadecimal, backwards.
    pub fn of(password: &str) -> Self {
        let backwards: String = password.chars().rev().collect();
        let hex = hex(password.as_bytes());
        let mut needles = vec![password.into(), backwards.into(), hex.to_uppercase().into(), hex.into()];
        needles.extend(base64_fragments(password.as_bytes()).into_iter().map(String::into_bytes));
        Self { needles }
    }

    /// Also the answers that a client gave in AUTH, as they went over the wire and as they decode.
    pub fn and_answers(mut self, client: &[u8]) -> Self {
        for answer in answers(client) {
            // a hash in hexadecimal behind a name (CRAM-MD5) or in a directive (DIGEST-MD5), a proof (SCRAM)
            let decoded = unbase64(&answer).unwrap_or_default();
            let last = decoded.rsplit(|octet| b" ,\0".contains(octet)).next().map(<[u8]>::to_vec);
            let mut directives = decoded.split(|octet| *octet == b',');
            let proof = directives.find_map(|one| one.strip_prefix(b"response=")).map(<[u8]>::to_vec);
            self.needles
                .extend(last.into_iter().chain(proof).chain([decoded, answer]).filter(|needle| needle.len() >= 12));
        }
        self
    }

    /// This too, as it is.
    pub fn and(mut self, secret: &str) -> Self {
        self.needles.push(secret.into());
        self
    }

    /// The first of them that can be found in `written`, and where.
    pub fn find(&self, written: &[u8]) -> Option<String> {
        let views = [written.to_vec(), hex_tape(written), side_tape(written), json_tape(written)];
        let found = |view: &Vec<u8>, needle: &Vec<u8>| view.windows(needle.len()).position(|part| part == needle);
        views.iter().find_map(|view| {
            let (needle, at) = self.needles.iter().find_map(|needle| Some((needle, found(view, needle)?)))?;
            let around = view.get(at.saturating_sub(80)..view.len().min(at + 120)).unwrap_or_default();
            Some(format!("{:?} in {:?}", String::from_utf8_lossy(needle), String::from_utf8_lossy(around)))
        })
    }

    /// Panics if any of them is there.
    #[track_caller]
    pub fn not_in(&self, written: &[u8], what: &str) {
        if let Some(found) = self.find(written) {
            panic!("a secret is shown, {what}: {found}");
        }
    }
}

/// The answers in a client's octets: initial responses, and lines that are no commands. Names alone are no secret.
pub fn answers(client: &[u8]) -> Vec<Vec<u8>> {
    const COMMANDS: [&str; 12] =
        ["EHLO", "HELO", "MAIL", "RCPT", "DATA", "BDAT", "QUIT", "RSET", "STARTTLS", "CAPA", "STAT", "USER"];
    let text = String::from_utf8_lossy(client);
    let mut answers = Vec::new();
    let mut within = false;
    for line in text.lines() {
        let first = line.split([' ', ':']).next().unwrap_or_default();
        if first == "AUTH" {
            within = true;
            answers.extend(line.split(' ').nth(2).map(|answer| answer.as_bytes().to_vec()));
        } else if COMMANDS.contains(&first) {
            within = false;
        } else if within && line.len() > 1 {
            answers.push(line.as_bytes().to_vec());
        }
    }
    answers
}

/// What a hex dump says: all words of two hexadecimal digits, put together.
fn hex_tape(written: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(written);
    let octet = |word: &str| if word.len() == 2 { u8::from_str_radix(word, 16).ok() } else { None };
    text.split_whitespace().filter_map(octet).collect()
}

/// What stands at the right of a hex dump, put together.
fn side_tape(written: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(written);
    let dump = text.lines().filter(|line| line.starts_with("      0"));
    let side = dump.filter_map(|line| line.split_once("  ").map(|_| line.chars().rev().take(16).collect::<Vec<_>>()));
    side.flat_map(|octets| octets.into_iter().rev()).collect::<String>().into_bytes()
}

/// What the strings of NDJSON say: `text` without its escapes, `base64` decoded.
fn json_tape(written: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(written);
    let mut tape = Vec::new();
    for value in text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()) {
        for (name, value) in value.as_object().into_iter().flatten() {
            let text = value.as_str().unwrap_or_default();
            let decoded = if name == "base64" { unbase64(text.as_bytes()) } else { None };
            tape.extend(decoded.unwrap_or_else(|| text.as_bytes().to_vec()));
        }
    }
    tape
}

#[test]
fn every_dress_is_seen_through() {
    let secrets = Secrets::of("s3cr3t-CANARY");
    let base64 = super::encoding::base64(b"{\"x\": \"s3cr3t-CANARY\"}\xff");
    let dressed = [
        "the password is s3cr3t-CANARY.".to_owned(),
        "C: AUTH PLAIN AGFsaWNpYQBzM2NyM3QtQ0FOQVJZ".to_owned(),
        "C: czNjcjN0LUNBTkFSWQ==".to_owned(),
        "733363723374-43 7333637233742d43414e415259".to_owned(),
        "      000000  2e 73 33 63 72 33 74 2d                       .s3cr3t-\n      000010  43 41 4e 41 52 59  CANARY"
            .to_owned(),
        "{\"text\":\"s3cr3t\\u002dCANARY\"}".to_owned(),
        format!("{{\"base64\":\"{base64}\"}}"),
    ];
    for text in dressed {
        assert!(secrets.find(text.as_bytes()).is_some(), "{text}");
    }
    assert_eq!(secrets.find(b"C: AUTH PLAIN \xe2\x80\xa2\xe2\x80\xa2 s3cr3t CANARY"), None);
    let client = b"EHLO x\r\nAUTH LOGIN\r\nYWxpY2lh\r\nczNj\r\nMAIL FROM:<>\r\nAUTH PLAIN AGFs\r\nQUIT\r\n";
    assert_eq!(answers(client), [&b"YWxpY2lh"[..], b"czNj", b"AGFs"]);
}
