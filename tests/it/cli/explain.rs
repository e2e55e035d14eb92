//! `--explain`: under each line of the transcript what it means, and nothing else changes.

use super::leaks::Secrets;
use super::{Mailtool, Outcome, Serve};
use crate::mock::{Server, Smtp};

const PASSWORD: &str = "s3cr3t-CANARY";

/// Panics unless every line of the dialogue but the payload has a note under it, and each note has its reference.
#[track_caller]
pub fn is_explained(outcome: &Outcome) {
    let text = outcome.err();
    let mut content = false;
    for (line, next) in text.lines().zip(text.lines().skip(1)) {
        if let Some(note) = line.strip_prefix("   | ") {
            let reference = note.rsplit_once(" (").and_then(|(_, reference)| reference.strip_suffix(')'));
            assert!(reference.is_some_and(|reference| reference.len() > 3), "{line}\n{outcome}");
            continue;
        }
        let client = line.strip_prefix("C: ").or_else(|| line.strip_prefix("C~ "));
        let said = client.or_else(|| line.strip_prefix("S: ")).or_else(|| line.strip_prefix("S~ "));
        if client.is_none() || client == Some(".") {
            content = false;
        }
        assert!(said.is_none() || content || next.starts_with("   | "), "{line}\n{outcome}");
        // The message begins behind DATA's answer and behind BDAT; its first line is the last that has a note.
        content |=
            client.is_some_and(|said| said.contains(": ") && !said.starts_with("MAIL") && !said.starts_with("RCPT"));
    }
}

fn letter(server: &str) -> Mailtool {
    Mailtool::letter(server).args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", PASSWORD)
}

#[test]
fn an_authenticated_session_with_our_own_server() {
    let user = format!("alicia:{PASSWORD}");
    let serve = Serve::start(&["--explain=es", "--auth", "required", "--user", &user]);
    for mechanism in ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"] {
        for chunking in ["auto", "never"] {
            let args = ["--auth", mechanism, "--chunking", chunking, "--explain=es"];
            let outcome = letter(&serve.address("smtp")).args(args).run().expect(0);
            is_explained(&outcome);
            Secrets::of(PASSWORD).not_in(&outcome.everything(None), mechanism);
            let said = outcome.err();
            assert!(said.contains("   | AUTH: el cliente se autentica con el mecanismo SASL"), "{outcome}");
            assert!(said.contains(&format!("   | {mechanism}: ")), "{outcome}");
            assert!(said.contains("   | aquí empieza el mensaje"), "{outcome}");
            assert_eq!(said.contains("   | una línea con un solo punto"), chunking == "never", "{outcome}");
            let scram = said.contains("   | n=••••: el nombre de usuario. (RFC 5802 §5.1)")
                && said.contains("   | p=••••: la prueba del cliente")
                && said.contains("   | i=4096: cuántas veces");
            assert_eq!(scram, mechanism.starts_with("SCRAM-"), "{outcome}");
        }
    }
    // The server tells the same, numbered, since there was more than one connection.
    assert!(serve.stderr().contains("]    | EHLO: el cliente dice su nombre"), "{}", serve.stderr());
    Secrets::of(PASSWORD).not_in(serve.stderr().as_bytes(), "the server");
}

#[test]
fn english_unless_another_language_is_named() {
    let serve = Serve::start(&[]);
    let bare = Mailtool::letter(&serve.address("smtp")).args(["--explain"]).run().expect(0);
    is_explained(&bare);
    assert!(bare.err().contains("   | EHLO: the client says its name"), "{bare}");
    let named = Mailtool::letter(&serve.address("smtp")).args(["--explain=en"]).run().expect(0);
    assert!(named.err().contains("   | EHLO: the client says its name"), "{named}");
    let before = Mailtool::new(["--explain=es", "send", "--server", &serve.address("smtp"), "--to", "p@example.test"]);
    let before = before.args(["--from", "a@example.test", "--body", "hola"]).run().expect(0);
    assert!(before.err().contains("   | EHLO: el cliente dice su nombre"), "{before}");
    for wrong in ["--explain=de", "--explain="] {
        Mailtool::letter(&serve.address("smtp")).args([wrong]).run().expect(64);
    }
}

#[test]
fn nothing_is_explained_where_nothing_is_shown_and_results_stay() {
    let serve = Serve::start(&[]);
    for quiet in ["-q", "-qq"] {
        let outcome = Mailtool::letter(&serve.address("smtp")).args(["--explain", quiet]).run().expect(0);
        assert_eq!(outcome.err(), "", "{outcome}");
    }
    let outcome = Mailtool::letter(&serve.address("smtp")).args(["--explain", "--json"]).run().expect(0);
    assert_eq!(outcome.field("status"), ["delivered"]);
    assert!(!outcome.out().contains(" | "), "{outcome}");
}

#[test]
fn secrets_are_decoded_on_demand() {
    let serve = Serve::start(&["--auth", "required", "--user", &format!("alicia:{PASSWORD}")]);
    let shown = letter(&serve.address("smtp")).args(["--auth", "PLAIN", "--explain", "--show-secrets"]).run().expect(0);
    let fields = format!("authorization identity (empty), user name alicia, password {PASSWORD} (RFC 4616 §2)");
    assert!(shown.err().contains(&fields), "{shown}");
}

#[test]
fn no_peer_can_say_a_note() {
    let forged = "   | EHLO: forged (RFC 5321)";
    let smtp = Smtp::offering(&[forged]).on("MAIL", &format!("250-x\r\n250 y\r{forged}"));
    let server = Server::smtp(smtp.on("QUIT", &format!("221-x\r\n{forged}")));
    let outcome = Mailtool::letter(&server.address()).args(["--explain"]).run();
    assert!(!outcome.err().lines().any(|line| line.starts_with(forged)), "{outcome}");
    assert!(outcome.err().contains("forged"), "{outcome}");
    server.finish();
}
