//! What was extracted.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::transcript::text::thousands;

/// The fields of `mime extract --json`.
#[derive(Serialize)]
pub struct Record {
    /// The number of the message.
    pub message: u64,
    /// The section of the part.
    pub path: String,
    /// Where the file is.
    pub file: String,
    /// Its name.
    pub name: String,
    /// The name that it was given.
    pub original: Option<String>,
    /// The type of the part.
    pub r#type: String,
    /// Octets that were written.
    pub octets: u64,
    /// It stood in the middle of a text.
    pub inline: bool,
    /// It stood in TNEF.
    pub tnef: bool,
    /// What is suspicious about its name, and wrong in its encoding.
    pub warnings: Vec<String>,
}

/// `attachments/a.txt  part 2, 1,234 octets, named "../a.txt"`.
pub fn line(record: &Record) -> String {
    let unit = if record.octets == 1 { "octet" } else { "octets" };
    let mut line = escape_str(&record.file).into_owned();
    line += &format!("  part {}, {} {unit}", record.path, thousands(record.octets));
    if let Some(original) = record.original.as_ref().filter(|original| **original != record.name) {
        line += &format!(", named {}", escape_str(&format!("{original:?}")));
    }
    line
}
