//! The secrets that were spoken, so that a server's echo of one is masked too.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use memchr::memmem;
use zeroize::Zeroizing;

/// How many are remembered; a client that says more is not one that logs in.
const MAX_SPOKEN: usize = 32;
/// What stands for a secret wherever one is left out.
const MASK: &[u8] = "••••".as_bytes();

/// What the client said in AUTH, encoded and decoded. Wiped when dropped.
#[derive(Default)]
pub(super) struct Spoken {
    mechanism: String,
    responses: usize,
    secrets: Vec<Zeroizing<Vec<u8>>>,
}

impl Spoken {
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
        if matches!(encoded, b"" | b"*" | b"=") {
            return;
        }
        self.remember(encoded);
        if let Ok(decoded) = STANDARD.decode(encoded).map(Zeroizing::new) {
            self.remember(self.secret_part(&decoded).to_vec().as_slice());
        }
    }

    /// Of `authzid NUL authcid NUL passwd` the last, of `user digest` the last, of LOGIN's second answer all.
    fn secret_part<'a>(&self, decoded: &'a [u8]) -> &'a [u8] {
        let last = |separator: u8| decoded.rsplit(move |&octet| octet == separator).next().unwrap_or_default();
        match self.mechanism.as_str() {
            "LOGIN" if self.responses == 1 => &[],
            "LOGIN" => decoded,
            _ if decoded.contains(&0) => last(0),
            "CRAM-MD5" => last(b' '),
            _ => decoded,
        }
    }

    fn remember(&mut self, secret: &[u8]) {
        let known = self.secrets.iter().any(|known| known.as_slice() == secret);
        if !secret.is_empty() && !known && self.secrets.len() < MAX_SPOKEN {
            self.secrets.push(Zeroizing::new(secret.to_vec()));
        }
    }

    /// Where any of them stands in `octets`: ascending, not overlapping.
    pub fn find(&self, octets: &[u8]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for secret in &self.secrets {
            found.extend(memmem::find_iter(octets, secret.as_slice()).map(|at| at..at + secret.len()));
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

    /// Puts the mask where any of them stands.
    pub fn mask(&self, lines: &mut [Bytes]) {
        for line in lines {
            let mut masked = Vec::new();
            let mut at = 0;
            for range in self.find(line) {
                masked.extend_from_slice(line.get(at..range.start).unwrap_or_default());
                masked.extend_from_slice(MASK);
                at = range.end;
            }
            masked.extend_from_slice(line.get(at..).unwrap_or_default());
            *line = Bytes::from(masked);
        }
    }
}

impl std::fmt::Debug for Spoken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Spoken({} secrets)", self.secrets.len())
    }
}
