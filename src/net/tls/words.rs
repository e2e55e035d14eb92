//! What ended a handshake, in words (RFC 8446 §6).

use rustls::{AlertDescription, Error, PeerIncompatible};

/// An error of TLS, without the names that a program has for it.
pub(in crate::net) fn words(error: &Error) -> String {
    match error {
        Error::AlertReceived(AlertDescription::HandshakeFailure) => {
            "the other side takes nothing of what is offered to it (alert handshake_failure)".to_owned()
        }
        Error::AlertReceived(alert) => format!("the other side ended it with the alert {}", alert_name(*alert)),
        Error::PeerIncompatible(PeerIncompatible::ServerDoesNotSupportTls12Or13) => {
            "the other side chooses an older version of TLS".to_owned()
        }
        Error::PeerIncompatible(why) => {
            format!("both sides have nothing in common: {}", spaced(&format!("{why:?}"), ' '))
        }
        Error::PeerMisbehaved(why) => {
            format!("the other side broke the protocol: {}", spaced(&format!("{why:?}"), ' '))
        }
        Error::InvalidMessage(_) => "the other side says what is no message of TLS".to_owned(),
        Error::InappropriateMessage { .. } | Error::InappropriateHandshakeMessage { .. } => {
            "the other side says what does not belong there".to_owned()
        }
        other => other.to_string(),
    }
}

/// An alert as the RFC names it: `unknown_ca`.
pub(in crate::net) fn alert_name(alert: AlertDescription) -> String {
    match alert.as_str() {
        Some(name) => spaced(name, '_'),
        None => format!("number {}", u8::from(alert)),
    }
}

/// `UnknownCA` with something between its words, in lower case.
pub(in crate::net) fn spaced(name: &str, between: char) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words = String::with_capacity(name.len() + 8);
    for (n, letter) in letters.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|before| letters.get(before));
        let behind = letters.get(n + 1);
        let begins = before.is_some_and(|before| !before.is_uppercase())
            || before.is_some() && behind.is_some_and(|behind| behind.is_lowercase());
        if letter.is_uppercase() && begins {
            words.push(between);
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alerts_by_the_names_of_the_rfc() {
        let names = [
            (AlertDescription::UnknownCA, "unknown_ca"),
            (AlertDescription::HandshakeFailure, "handshake_failure"),
            (AlertDescription::UnknownPSKIdentity, "unknown_psk_identity"),
            (AlertDescription::Unknown(7), "number 7"),
        ];
        for (alert, name) in names {
            assert_eq!(alert_name(alert), name);
        }
        assert_eq!(spaced("NoCipherSuitesInCommon", ' '), "no cipher suites in common");
    }

    #[test]
    fn no_name_of_a_program_stands_in_words() {
        let errors = [
            Error::AlertReceived(AlertDescription::DecodeError),
            Error::PeerIncompatible(rustls::PeerIncompatible::NoCipherSuitesInCommon),
            Error::PeerMisbehaved(rustls::PeerMisbehaved::TooMuchEarlyDataReceived),
            Error::InvalidMessage(rustls::InvalidMessage::MissingData("x")),
        ];
        for error in errors {
            let words = words(&error);
            assert!(!words.contains(char::is_uppercase) || words.contains("TLS"), "{words}");
        }
    }
}
