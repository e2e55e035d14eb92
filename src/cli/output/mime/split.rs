//! The pieces that a message was cut into.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::transcript::text::thousands;

/// The fields of `mime split --json`.
#[derive(Serialize)]
pub struct Record {
    /// Where the piece is.
    pub file: String,
    /// Which one it is.
    pub number: u32,
    /// How many there are.
    pub total: u32,
    /// Its own, without angle brackets.
    pub message_id: String,
    /// As they are written.
    pub octets: u64,
}

/// `pieces/letter.1.eml  part 1 of 3, 1,234 octets`.
pub fn line(record: &Record) -> String {
    let Record { file, number, total, octets, .. } = record;
    format!("{}  part {number} of {total}, {} octets", escape_str(file), thousands(*octets))
}
