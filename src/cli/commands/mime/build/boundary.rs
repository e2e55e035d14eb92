//! Whether the delimiter of the parts stands in one of them (RFC 2046 §5.1.1).

use crate::base::Exit;
use crate::cli::compose::unreadable;
use crate::cli::error::Failure;
use crate::client::deliver::Composed;
use crate::mime::build::{Composition, Piece};
use crate::mime::transfer_encoding::TransferEncoding;
use crate::mime::transform::Transform;

/// A random token stands in no part; one that somebody chose may.
pub fn check(composed: &Composed, made: &Composition, token: &str) -> Result<(), Failure> {
    let delimiter = format!("--{token}");
    for piece in &made.pieces {
        // Base64 has no hyphen.
        let Piece::Source { source, encoding } = piece else { continue };
        let Some(source) = composed.sources.get(source.0).filter(|_| *encoding != TransferEncoding::Base64) else {
            continue;
        };
        let mut search = Search { encoder: encoding.encoder(), encoded: Vec::new(), found: false };
        source.survey(|block| search.push(block, delimiter.as_bytes())).map_err(|error| unreadable("a part", error))?;
        if search.finish(delimiter.as_bytes()) {
            let message = format!("a part holds {delimiter:?}, which would look like its end");
            return Err(Failure::new(Exit::Data, message).hint("give another --boundary, or none"));
        }
    }
    Ok(())
}

/// Looks for octets in what an encoder makes.
struct Search {
    encoder: Box<dyn Transform + Send>,
    /// What was made of the last block, and the end of what stood before.
    encoded: Vec<u8>,
    found: bool,
}

impl Search {
    fn push(&mut self, block: &[u8], wanted: &[u8]) {
        self.encoder.push(block, &mut self.encoded);
        self.look(wanted);
    }

    fn finish(mut self, wanted: &[u8]) -> bool {
        self.encoder.finish(&mut self.encoded);
        self.look(wanted);
        self.found
    }

    fn look(&mut self, wanted: &[u8]) {
        self.found |= memchr::memmem::find(&self.encoded, wanted).is_some();
        let looked = self.encoded.len().saturating_sub(wanted.len());
        self.encoded.drain(..looked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_is_found_however_the_part_is_cut() {
        let text = b"one\n--limit\ntwo";
        for at in 0..=text.len() {
            let encoder = TransferEncoding::SevenBit.encoder();
            let mut search = Search { encoder, encoded: Vec::new(), found: false };
            search.push(&text[..at], b"--limit");
            search.push(&text[at..], b"--limit");
            assert!(search.finish(b"--limit"));
        }
    }
}
