//! What Tab offers: the commands of the protocol, and what the server said it takes.

mod imap;
mod pop3;
mod smtp;

use crate::client::talk::Offer;
use crate::net::endpoint::Protocol;

/// Where in `line`, which ends at the cursor, the completions belong, and what they are. `offer` is `None` until the
/// server has said what it can do: then anything may be said.
pub fn complete(protocol: Protocol, line: &str, offer: Option<&Offer>) -> (usize, Vec<String>) {
    let start = line.rfind(' ').map_or(0, |space| space + 1);
    let (before, word) = line.split_at(start);
    let candidates = match (protocol, offer) {
        (Protocol::Smtp, Some(Offer::Smtp(offered))) => smtp::candidates(before, Some(offered)),
        (Protocol::Smtp, _) => smtp::candidates(before, None),
        (Protocol::Pop3, Some(Offer::Pop3(offered))) => pop3::candidates(before, Some(offered)),
        (Protocol::Pop3, _) => pop3::candidates(before, None),
        (Protocol::Imap, Some(Offer::Imap(offered))) => imap::candidates(before, offered),
        (Protocol::Imap, _) => imap::candidates(before, &[]),
    };
    let begins =
        |candidate: &String| candidate.get(..word.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(word));
    (start, candidates.into_iter().filter(begins).collect())
}

/// `sasl-mech = 1*20mech-char` (RFC 4422 §3.1). What a server calls a mechanism is typed for the user only if it is a
/// name.
fn is_mechanism(name: &str) -> bool {
    (1..=20).contains(&name.len()) && name.bytes().all(|octet| octet.is_ascii_alphanumeric() || b"-_".contains(&octet))
}

#[cfg(test)]
fn completed(protocol: Protocol, line: &str, offer: Option<&Offer>) -> Vec<String> {
    let (start, found) = complete(protocol, line, offer);
    found.into_iter().map(|word| format!("{}{word}", &line[..start])).collect()
}
