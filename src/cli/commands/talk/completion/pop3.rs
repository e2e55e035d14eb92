//! The commands of POP3 (RFC 1939, RFC 2449 §6).

use super::is_mechanism;
use crate::proto::pop3::{Capabilities, Verb};

/// What can stand behind `before`.
pub fn candidates(before: &str, offered: Option<&Capabilities>) -> Vec<String> {
    if before.is_empty() {
        return Verb::all().filter(|verb| is_taken(*verb, offered)).map(with_space).collect();
    }
    let mechanisms = offered.map(Capabilities::mechanisms).unwrap_or_default();
    match before.trim_end().eq_ignore_ascii_case(Verb::Auth.name()) {
        true => mechanisms.iter().filter(|name| is_mechanism(name)).cloned().collect(),
        false => Vec::new(),
    }
}

/// Whether a command is one that the server takes, as far as it says so.
fn is_taken(verb: Verb, offered: Option<&Capabilities>) -> bool {
    let keyword = match verb {
        Verb::Auth => "SASL",
        Verb::Stls | Verb::Top | Verb::Uidl | Verb::User | Verb::Utf8 | Verb::Lang => verb.name(),
        Verb::Pass => Verb::User.name(),
        _ => return true,
    };
    offered.is_none_or(|offered| offered.has(keyword))
}

fn with_space(verb: Verb) -> String {
    let alone = matches!(
        verb,
        Verb::Capa
            | Verb::Last
            | Verb::List
            | Verb::Noop
            | Verb::Quit
            | Verb::Rset
            | Verb::Stat
            | Verb::Stls
            | Verb::Uidl
            | Verb::Utf8
    );
    format!("{verb}{}", if alone { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::super::completed;
    use crate::client::talk::Offer;
    use crate::net::endpoint::Protocol::Pop3;
    use crate::proto::pop3::Capabilities;

    #[test]
    fn commands_and_mechanisms() {
        assert_eq!(completed(Pop3, "r", None), ["RETR ", "RSET"]);
        assert_eq!(completed(Pop3, "S", None), ["STAT", "STLS"]);
        let mut offered = Capabilities::default();
        offered.push(b"TOP\r\nSASL PLAIN SCRAM-SHA-256 \x1b[2J\r\n");
        let offer = Offer::Pop3(offered);
        assert_eq!(completed(Pop3, "S", Some(&offer)), ["STAT"]);
        assert_eq!(completed(Pop3, "T", Some(&offer)), ["TOP "]);
        assert_eq!(completed(Pop3, "auth ", Some(&offer)), ["auth PLAIN", "auth SCRAM-SHA-256"]);
        assert_eq!(completed(Pop3, "RETR ", Some(&offer)), [""; 0]);
    }
}
