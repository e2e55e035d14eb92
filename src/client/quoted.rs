//! What a server said that is no reply, quoted in errors.

use crate::base::escape::escape;
use crate::proto::{Turn, explain::MASK};

/// The most characters that are quoted.
const MOST: usize = 80;

/// The turn in quotes, short and harmless, secrets out.
pub(super) fn quote<M>(turn: &Turn<M>) -> String {
    let mut octets = turn.octets.to_vec();
    for range in turn.secret.iter().rev() {
        octets.splice(range.clone(), MASK.bytes());
    }
    let text = escape(octets.trim_ascii_end()).into_owned();
    let short: String = text.chars().take(MOST).collect();
    format!("\"{short}{}\"", if short.len() < text.len() { "…" } else { "" })
}

/// Who may be there instead of a server that speaks `protocol`.
pub(super) fn guess(octets: &[u8], protocol: &str) -> String {
    let (peer, way) = match octets.first_chunk::<3>() {
        Some(b"+OK") => ("a POP3", ": pop3://, with mailtool pop or talk"),
        Some(b"* O" | b"* B" | b"* P") => ("an IMAP", ": imap://, with mailtool imap or talk"),
        Some(b"220") => ("an SMTP", ": smtp://, with mailtool send or talk"),
        Some(b"HTT") => ("a web", ""),
        Some(b"SSH") => ("an SSH", ""),
        _ => return String::new(),
    };
    match peer.ends_with(protocol) {
        true => String::new(),
        false => format!("; {peer} server seems to listen there{way}"),
    }
}
