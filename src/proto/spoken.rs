//! The secrets that were spoken, so that a server's echo of one is masked too.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use memchr::memmem;
use zeroize::Zeroizing;

use crate::proto::line;
use crate::proto::sasl::explain::Exchange;
use crate::proto::sasl::{Basis, Mechanism};

/// How many are remembered; a client that says more is not one that logs in.
const MAX_SPOKEN: usize = 128;
/// An echo of fewer octets is only looked for where the server speaks of the login.
const MIN_ECHO: usize = 4;
/// What stands for a secret wherever one is left out.
const MASK: &[u8] = "••••".as_bytes();

/// What the client said in AUTH, encoded and decoded. Wiped when dropped.
#[derive(Default)]
pub(crate) struct Spoken {
    mechanism: String,
    responses: usize,
    secrets: Vec<Zeroizing<Vec<u8>>>,
}

impl Spoken {
    /// A secret that will be spoken, however it is encoded then.
    pub fn expect(&mut self, secret: &[u8]) {
        self.remember(secret);
        encodings(secret).iter().for_each(|encoding| self.remember(encoding));
    }

    /// A line of the client's where no dialogue is followed: the credential that it bears, as far as that can be seen.
    pub fn overhear(&mut self, line: &[u8]) {
        let line = line.trim_ascii();
        let words = || line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        let is =
            |word: &[u8], head: &[u8]| word.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
        let begins = |head: &[u8]| words().take(2).any(|word| is(word, head));
        if begins(b"AUTH") {
            let mut words = words().skip_while(|word| !is(word, b"AUTH")).skip(1);
            let mechanism = String::from_utf8_lossy(words.next().unwrap_or_default()).to_ascii_uppercase();
            self.begin(&mechanism, words.next().unwrap_or_default());
        } else if [&b"PASS"[..], b"LOGIN", b"APOP"].into_iter().any(begins) {
            self.mechanism.clear();
            self.suspect(words().next_back().unwrap_or_default());
        } else if !self.mechanism.is_empty() && !line.is_empty() && STANDARD.decode(line).is_ok() {
            self.response(line);
        } else {
            self.mechanism.clear();
        }
    }

    /// AUTH began, perhaps with an initial response.
    pub fn begin(&mut self, mechanism: &str, initial: &[u8]) {
        self.mechanism = mechanism.to_owned();
        self.responses = 0;
        if !initial.is_empty() {
            self.response(initial);
        }
    }

    /// The client answered with this line.
    pub fn response(&mut self, encoded: &[u8]) {
        self.responses += 1;
        // AQ== is the answer of OAUTHBEARER to a refusal.
        if !self.is_user() && !matches!(encoded, b"" | b"*" | b"=" | b"AQ==") {
            self.remember(encoded);
            self.remember_decoded(encoded);
        }
    }

    /// The client said this where a credential may stand.
    pub fn suspect(&mut self, line: &[u8]) {
        self.responses += 1;
        self.remember(line);
        if !self.is_user() {
            self.remember_decoded(line);
        }
    }

    /// The exchange that is under way, and how far it has come.
    pub fn exchange(&self) -> Exchange {
        Exchange { mechanism: self.mechanism.clone(), responses: self.responses }
    }

    /// The first answer of LOGIN is no secret, nor that of the mechanisms that know none.
    fn is_user(&self) -> bool {
        matches!(self.mechanism.as_str(), "LOGIN" | "EXTERNAL" | "ANONYMOUS") && self.responses == 1
    }

    fn remember_decoded(&mut self, encoded: &[u8]) {
        if let Ok(decoded) = STANDARD.decode(encoded).map(Zeroizing::new) {
            let secret = Zeroizing::new(self.secret_part(&decoded).to_vec());
            self.expect(&secret);
        }
    }

    /// Of `authzid NUL authcid NUL passwd` the last, of `user digest` the last, of directives the proof, else all.
    fn secret_part<'a>(&self, decoded: &'a [u8]) -> &'a [u8] {
        let last = |separator: u8| decoded.rsplit(move |&octet| octet == separator).next().unwrap_or_default();
        match self.mechanism.as_str() {
            "LOGIN" => decoded,
            "XOAUTH2" | "OAUTHBEARER" => {
                let mut pairs = decoded.split(|&octet| octet == 1);
                let value = pairs.find_map(|pair| pair.strip_prefix(b"auth="));
                value.and_then(|value| value.rsplit(|&octet| octet == b' ').next()).unwrap_or(decoded)
            }
            _ if decoded.contains(&0) => last(0),
            "CRAM-MD5" => last(b' '),
            "DIGEST-MD5" => {
                let mut directives = decoded.rsplit(|&octet| octet == b',');
                directives.find_map(|one| one.trim_ascii_start().strip_prefix(b"response=")).unwrap_or(decoded)
            }
            _ => decoded,
        }
    }

    fn remember(&mut self, secret: &[u8]) {
        let known = self.secrets.iter().any(|known| known.as_slice() == secret);
        if !secret.is_empty() && !known && self.secrets.len() < MAX_SPOKEN {
            self.secrets.push(Zeroizing::new(secret.to_vec()));
        }
    }

    /// Where any of them stands in `octets`: ascending, not overlapping. Unless `all`, those of fewer than
    /// [`MIN_ECHO`] octets are passed over: they stand in any text by chance.
    pub fn find(&self, octets: &[u8], all: bool) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for secret in self.secrets.iter().filter(|secret| all || secret.len() >= MIN_ECHO) {
            let places = memmem::find_iter(octets, secret.as_slice()).map(|at| at..at + secret.len());
            found.extend(places.map(|place| widened(octets, place)));
        }
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup_by(|next, kept| {
            let overlaps = next.start <= kept.end;
            if overlaps {
                kept.end = kept.end.max(next.end);
            }
            overlaps
        });
        found
    }

    /// True if the server owes its proof of SCRAM or DIGEST-MD5: with that and the messages before it, passwords could be
    /// tried.
    pub fn is_proof_due(&self) -> bool {
        match self.mechanism.as_str() {
            "DIGEST-MD5" => self.responses >= 1,
            mechanism => mechanism.starts_with("SCRAM-") && self.responses >= 2,
        }
    }

    /// Whether any of them stands in what a challenge, in base64, decodes to.
    pub fn is_within(&self, challenge: &[u8]) -> bool {
        let encoded = line::content(challenge).trim_ascii();
        let decoded = STANDARD.decode(encoded).map(Zeroizing::new).unwrap_or_default();
        !self.find(&decoded, true).is_empty()
    }

    /// The line with the mask where any of them stands; `None` if none does.
    pub fn mask(&self, line: &[u8], all: bool) -> Option<Vec<u8>> {
        (!self.find(line, all).is_empty()).then(|| self.masked(line, all))
    }

    fn masked(&self, line: &[u8], all: bool) -> Vec<u8> {
        let (mut masked, mut at) = (Vec::new(), 0);
        for range in self.find(line, all) {
            masked.extend_from_slice(line.get(at..range.start).unwrap_or_default());
            masked.extend_from_slice(MASK);
            at = range.end;
        }
        masked.extend_from_slice(line.get(at..).unwrap_or_default());
        masked
    }
}

/// True for a login of any protocol, well said or not: `AUTHPLAIN x`, ` AUTH LOGIN`, `PASS x`, `AUT PLAIN x`.
pub fn looks_like_login(line: &[u8]) -> bool {
    let word = |word: &[u8]| {
        let word = word.to_ascii_uppercase();
        let mechanism = std::str::from_utf8(&word).ok().and_then(Mechanism::from_name);
        let mechanism = mechanism.is_some_and(|mechanism| mechanism.basis() != Basis::Nothing);
        mechanism
            || [&b"AUTH"[..], b"PASS", b"LOGIN", b"LOGON", b"XOAUTH", b"OAUTHBEARER"]
                .iter()
                .any(|head| word.starts_with(head))
    };
    line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).take(3).any(word)
}

/// The characters beside a secret in base64 bear some of its bits too: one before it, and behind it one and the padding.
fn widened(octets: &[u8], place: Range<usize>) -> Range<usize> {
    let letter =
        |at: usize| octets.get(at).is_some_and(|octet| octet.is_ascii_alphanumeric() || b"+/-_".contains(octet));
    let start = place.start - usize::from(place.start > 0 && letter(place.start - 1));
    let mut end = place.end + usize::from(letter(place.end));
    while octets.get(end) == Some(&b'=') {
        end += 1;
    }
    start..end
}

/// The forms in which a server might say a secret again: in hexadecimal, percent-encoded, and in base64 wherever it begins in what is
/// encoded.
fn encodings(secret: &[u8]) -> Vec<Zeroizing<Vec<u8>>> {
    let hex: String = secret.iter().map(|octet| format!("{octet:02x}")).collect();
    let plain = |octet: &u8| octet.is_ascii_alphanumeric() || b"-._~".contains(octet);
    let percent = |octet: &u8| if plain(octet) { char::from(*octet).to_string() } else { format!("%{octet:02X}") };
    let percent: String = secret.iter().map(percent).collect();
    let every: String = secret.iter().map(|octet| format!("%{octet:02X}")).collect();
    let mut forms = vec![Zeroizing::new(every.to_ascii_lowercase().into_bytes()), Zeroizing::new(every.into_bytes())];
    forms.extend([Zeroizing::new(percent.to_ascii_lowercase().into_bytes()), Zeroizing::new(percent.into_bytes())]);
    forms.extend([Zeroizing::new(hex.to_ascii_uppercase().into_bytes()), Zeroizing::new(hex.into_bytes())]);
    for (before, start) in [(0, 0), (1, 2), (2, 3)] {
        let shifted = Zeroizing::new([[0; 2].get(..before).unwrap_or_default(), secret].concat());
        for alphabet in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
            let encoded = Zeroizing::new(alphabet.encode(shifted.as_slice()).into_bytes());
            // Only characters that nothing before or behind the secret can change.
            let certain = shifted.len() * 8 / 6;
            let form = encoded.get(start..certain).unwrap_or_default();
            if form.len() >= MIN_ECHO {
                forms.push(Zeroizing::new(form.to_vec()));
            }
        }
    }
    forms
}

impl std::fmt::Debug for Spoken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Spoken({} secrets)", self.secrets.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a peer that has overheard these lines is shown to say.
    fn shown(lines: &[&str], said: &str) -> String {
        let mut spoken = Spoken::default();
        lines.iter().for_each(|line| spoken.overhear(format!("{line}\r").as_bytes()));
        let masked = spoken.mask(said.as_bytes(), false);
        masked.map_or_else(|| said.to_owned(), |masked| String::from_utf8_lossy(&masked).into_owned())
    }

    #[test]
    fn what_is_overheard_of_a_login_is_not_shown() {
        let encode = |text: &str| STANDARD.encode(text);
        let plain = encode("\0pepe\0s3cr3t");
        let digest = encode("pepe 0123456789abcdef");
        for (lines, said, wanted) in [
            (&[&*format!("AUTH PLAIN {plain}")][..], "s3cr3t", "••••"),
            (&[&*format!("a1 AUTHENTICATE PLAIN {plain}")], &*format!("> {plain}"), "> ••••"),
            (&["auth cram-md5", &digest, "QUIT"], "0123456789abcdef of pepe", "•••• of pepe"),
            (&["AUTH LOGIN", &encode("pepe"), &encode("s3cr3t")], "pepe: s3cr3t", "pepe: ••••"),
            (&["PASS s3cr3t"], "PASS s3cr3t", "PASS ••••"),
            (&["a LOGIN pepe s3cr3t"], "s3cr3t", "••••"),
            (&["APOP pepe 0123456789abcdef"], "0123456789abcdef", "••••"),
            (&["EHLO pepe", "MAIL FROM:<a@b>", "QUIT"], "EHLO MAIL FROM:<a@b> QUIT", "EHLO MAIL FROM:<a@b> QUIT"),
            (&["AUTH CRAM-MD5", "*", "QUIT"], "AUTH CRAM-MD5 * QUIT", "AUTH CRAM-MD5 * QUIT"),
            (&["AUTH PLAIN", "", "QUIT"], "QUIT", "QUIT"),
        ] {
            assert_eq!(shown(lines, said), wanted, "{lines:?}");
        }
    }
}
