//! How long octets get as yEnc: they are encoded on trial, for what has to be escaped depends on each of them.

use super::Encoder;
use crate::mime::transform::{LineEnd, Transform};

/// Counts what [`Encoder`] would write with CRLF.
#[derive(Clone, Debug)]
pub struct Trial {
    encoder: Encoder,
    encoded: Vec<u8>,
    octets: u64,
    size: u64,
}

impl Default for Trial {
    fn default() -> Self {
        Self::new()
    }
}

impl Trial {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self { encoder: Encoder::new(b"", 0, LineEnd::CrLf), encoded: Vec::new(), octets: 0, size: 0 }
    }

    /// Counts the next octets.
    pub fn push(&mut self, input: &[u8]) {
        self.octets += input.len() as u64;
        self.encoder.push(input, &mut self.encoded);
        self.count();
    }

    /// The octets of the whole, for a file whose name has so many octets.
    pub fn finish(mut self, name: usize) -> u64 {
        self.encoder.finish(&mut self.encoded);
        self.count();
        // The first line was written with a size of one digit and without a name.
        let digits = self.octets.checked_ilog10().unwrap_or(0);
        self.size + u64::from(digits) + name as u64
    }

    fn count(&mut self) {
        self.size += self.encoded.len() as u64;
        self.encoded.clear();
    }
}
