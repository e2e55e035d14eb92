use super::*;
use crate::proto::explain::walk;
use crate::proto::pop3::Dialogue;
use crate::proto::{Dialogue as _, Meaningful, Side};

#[test]
fn every_note_stands_in_both_languages_and_once() {
    let all = [
        &circumstances::MALFORMED,
        &circumstances::UNREADABLE,
        &circumstances::CONTENT,
        &circumstances::STUFFING,
        &circumstances::END_OF_DATA,
    ];
    walk::judge(
        all.into_iter().chain(verbs::all()).chain(replies::all()).chain(listings::all()).chain(keywords::all()),
    );
    for verb in Verb::all() {
        assert!(command(verb).is_some(), "{verb}");
    }
    // RFC 2449 §6, RFC 2595 §4, RFC 3206 §6, RFC 6856.
    for keyword in
        "TOP USER SASL RESP-CODES LOGIN-DELAY PIPELINING EXPIRE UIDL IMPLEMENTATION STLS AUTH-RESP-CODE UTF8 LANG"
            .split(' ')
    {
        assert!(capability(keyword).is_some(), "{keyword}");
    }
}

/// Each line of the session with the notes under it.
fn explained(script: &[(Side, &str)], language: Language) -> Vec<String> {
    let mut dialogue = Dialogue::new();
    let mut told = Vec::new();
    for (side, text) in script {
        dialogue.feed(*side, text.as_bytes());
        while let Some(turn) = dialogue.next() {
            let notes = turn.message.explain(&turn.octets, turn.secret.is_empty(), language);
            told.extend(notes.into_iter().map(|note| format!("{}: {} ({})", note.line, note.text, note.rfc)));
        }
    }
    told
}

#[test]
fn a_session_is_explained() {
    use Side::{Client as C, Server as S};
    let script = [
        (S, "+OK ready <1.2@example.org>\r\n"),
        (C, "USER pepe\r\n"),
        (S, "+OK\r\n"),
        (C, "PASS goloso\r\n"),
        (S, "-ERR [IN-USE] goloso\r\n"),
        (C, "PASS goloso\r\n"),
        (S, "+OK\r\n"),
        (C, "LIST\r\n"),
        (S, "+OK\r\n1 120\r\n2 2000\r\n.\r\n"),
        (C, "CAPA\r\n"),
        (S, "+OK\r\nSASL PLAIN\r\nEXPIRE 60\r\nX-OWN\r\n.\r\n"),
        (C, "QUIT\r\n"),
        (S, "+OK\r\n"),
    ];
    for (language, words) in [
        (
            Language::En,
            ["offers APOP", "password", "another session has", "message 1 has 120 octets", "kept 60 days", "X-OWN"],
        ),
        (Language::Es, ["ofrece APOP", "contraseña", "otra sesión", "mensaje 1 tiene 120", "guardan 60 días", "X-OWN"]),
    ] {
        let told = explained(&script, language).join("\n");
        assert!(words.iter().all(|word| told.contains(word)), "{told}");
        assert!(!told.contains("goloso"), "{told}");
    }
}
