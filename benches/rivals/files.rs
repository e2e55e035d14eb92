//! What is sent.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// Octets of a letter's body.
pub const LETTER: usize = 1024;

/// A letter of a few words.
pub fn write_small(path: &Path) -> Result<()> {
    std::fs::write(path, "From: a@example.test\r\nTo: b@example.test\r\nSubject: hola\r\n\r\nadios\r\n")
}

/// So many letters of 1 KB.
pub fn write_mbox(path: &Path, letters: usize) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let line = "x".repeat(63);
    for n in 0..letters {
        writeln!(file, "From a@example.test Mon Nov 23 00:00:00 2026")?;
        writeln!(file, "From: a@example.test\nTo: b@example.test\nSubject: letter {n}\n")?;
        for _ in 0..LETTER / 64 {
            writeln!(file, "{line}")?;
        }
        writeln!(file)?;
    }
    file.flush()
}

/// 100 MB of octets, and a message with as many in base64 for who cannot compose one.
pub fn write_large(file: &Path, eml: &Path) -> Result<()> {
    let octets: Vec<u8> = (0u32..100_000_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    std::fs::write(file, &octets)?;
    let mut eml = BufWriter::new(File::create(eml)?);
    write!(eml, "From: a@example.test\r\nTo: b@example.test\r\nContent-Transfer-Encoding: base64\r\n\r\n")?;
    let line = "QUJD".repeat(19);
    for _ in 0..octets.len() / 57 {
        write!(eml, "{line}\r\n")?;
    }
    eml.flush()
}
