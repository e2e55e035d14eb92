//! TLS that is not to be had, and passwords that stay at home then.

use std::time::Duration;

use super::encoding::base64_fragments;
use super::{Mailtool, Outcome};
use crate::mock::smtp::GREETING;
use crate::mock::{Heard, Server, Smtp, Step};
use crate::peers::{self, or_skip};

const PASSWORD: &str = "s3cr3t-CANARY";

/// A letter with a login, against a server that offers STARTTLS and PLAIN if `smtp` does; what it ended in, and what
/// was heard. No credential may be heard.
fn secret(smtp: Smtp, host: &str, args: &[&str]) -> (Outcome, Vec<Heard>) {
    let server = Server::smtp(smtp);
    let outcome = letter(&format!("{host}:{}", server.port)).args(args).run();
    let heard = server.finish();
    for heard in &heard {
        let text = heard.text();
        assert!(!heard.has("AUTH"), "a credential went out\n{text}\n{outcome}");
        let parts = [base64_fragments(PASSWORD.as_bytes()), vec![PASSWORD.to_owned()]].concat();
        assert!(parts.iter().all(|part| !text.contains(part)), "a credential went out\n{text}\n{outcome}");
        assert!(!heard.has("MAIL"), "it goes on\n{text}\n{outcome}");
    }
    (outcome, heard)
}

fn letter(server: &str) -> Mailtool {
    Mailtool::letter(server)
        .args(["-u", "alicia", "--password-env", "SECRET", "--timeout", "5"])
        .env("SECRET", PASSWORD)
}

const REQUIRED: [&str; 2] = ["--tls", "starttls"];
const BOTH: [&str; 2] = ["STARTTLS", "AUTH PLAIN LOGIN"];

#[test]
fn starttls_that_is_not_offered() {
    let (outcome, _) = secret(Smtp::offering(&["AUTH PLAIN"]), "127.0.0.1", &REQUIRED);
    outcome.expect(77).says(&["does not offer STARTTLS"]);
    let (outcome, _) = secret(Smtp::offering(&[]).on("EHLO", "500 what?"), "127.0.0.1", &REQUIRED);
    outcome.expect(77).says(&["STARTTLS"]);
}

#[test]
fn starttls_that_is_refused() {
    for reply in ["454 4.7.0 not now", "501 5.5.4 no", "502 5.5.1 what?", "554 5.7.3 no", "421 4.3.0 bye"] {
        let (outcome, _) = secret(Smtp::offering(&BOTH).on("STARTTLS", reply), "127.0.0.1", &REQUIRED);
        outcome.expect(77).says(&["STARTTLS"]);
    }
}

#[test]
fn starttls_with_garbage_behind_it() {
    for garbage in ["this is no TLS\r\n", "250 ok\r\n", "\x15\x03\x01\0\x02\x02\x28", "\0\0\0\0\0\0\0\0"] {
        // the handshake's first record has begun before the garbage comes
        let steps = [Step::say("220 go\r\n"), Step::Read(5), Step::say(garbage), Step::Stall(Duration::from_secs(10))];
        let (outcome, heard) = secret(Smtp::offering(&BOTH).does("STARTTLS", steps), "127.0.0.1", &REQUIRED);
        outcome.expect(77);
        assert_eq!(heard.len(), 1, "it is not tried again in clear text");
    }
    let steps = [Step::say("220 go\r\n"), Step::Read(5), Step::Close];
    let (outcome, _) = secret(Smtp::offering(&BOTH).does("STARTTLS", steps), "127.0.0.1", &REQUIRED);
    outcome.expect(77);
}

#[test]
fn clear_text_behind_the_go_ahead_is_an_attack() {
    for behind in ["250 ok\r\n", "235 ok\r\n250 ok\r\n", "x", "\r\n"] {
        for mode in ["starttls", "may"] {
            let smtp = Smtp::offering(&BOTH).does("STARTTLS", [Step::say(&format!("220 go\r\n{behind}"))]);
            let (outcome, heard) = secret(smtp, "127.0.0.1", &["--tls", mode]);
            let outcome = outcome.expect(76).says(&["STARTTLS"]);
            let last = heard.last().map(Heard::lines).unwrap_or_default();
            assert_eq!(last.last().map(String::as_str), Some("STARTTLS"), "no handshake is begun\n{outcome}");
        }
    }
}

#[test]
fn a_host_name_is_never_loopback() {
    let (outcome, _) = secret(Smtp::offering(&["AUTH PLAIN LOGIN"]), "localhost", &[]);
    outcome.expect(77).says(&["STARTTLS"]);
    let (outcome, _) = secret(Smtp::offering(&["AUTH PLAIN LOGIN"]), "localhost", &["--tls", "never"]);
    outcome.expect(77).says(&["clear text"]);
    let (outcome, _) = secret(Smtp::offering(&["AUTH PLAIN LOGIN"]), "localhost", &["--tls", "may"]);
    outcome.expect(77).says(&["clear text"]);
}

#[test]
fn a_password_goes_in_clear_to_a_literal_loopback_address_or_on_demand() {
    for (host, args) in [("127.0.0.1", &[][..]), ("localhost", &["--tls", "never", "--insecure-auth"])] {
        let server = Server::smtp(Smtp::offering(&["AUTH PLAIN"]));
        letter(&format!("{host}:{}", server.port)).args(args).run().expect(0);
        let heard = server.finish();
        let plain = super::encoding::base64(format!("\0alicia\0{PASSWORD}").as_bytes());
        assert!(heard.iter().any(|heard| heard.has(&format!("AUTH PLAIN {plain}"))), "{heard:?}");
    }
}

#[test]
fn tls_that_may_fail_goes_on_in_clear_text_and_says_so() {
    let steps = [Step::say("220 go\r\n"), Step::Read(5), Step::say("what?\r\n"), Step::Close];
    let server = Server::smtp(Smtp::offering(&["STARTTLS"]).does("STARTTLS", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--tls", "may"]).run().expect(0).says(&["clear text"]);
    let heard = server.finish();
    assert_eq!(heard.len(), 2, "{outcome}");
    assert_eq!((heard[0].messages.len(), heard[1].messages.len()), (0, 1), "{outcome}");
    assert!(!heard[1].has("STARTTLS"), "{outcome}");
}

#[test]
fn tls_that_may_be_refused_goes_on_in_clear_text() {
    let server = Server::smtp(Smtp::offering(&["STARTTLS"]).on("STARTTLS", "454 4.7.0 not now"));
    let outcome = Mailtool::letter(&server.address()).args(["--tls", "may"]).run().expect(0);
    assert_eq!(server.finish().iter().map(|heard| heard.messages.len()).sum::<usize>(), 1, "{outcome}");
}

#[test]
fn clear_text_where_tls_was_expected_names_the_cure() {
    let (outcome, _) = secret(Smtp::offering(&BOTH), "127.0.0.1", &["--tls", "implicit", "-qq"]);
    outcome.expect(76).says(&["--tls starttls"]);
    let (outcome, _) = secret(Smtp::offering(&[]).on(GREETING, "554 no"), "smtps://127.0.0.1", &["-qq"]);
    outcome.expect(76).says(&["--tls starttls"]);
}

#[test]
fn tls_where_clear_text_was_expected_names_the_cure() {
    let alert = [Step::Say(b"\x15\x03\x01\x00\x02\x02\x28".to_vec()), Step::Close];
    let (outcome, _) = secret(Smtp::offering(&[]).does(GREETING, alert), "127.0.0.1", &["--tls", "never", "-qq"]);
    outcome.expect(76).says(&["smtps://"]);
}

#[test]
fn a_port_for_implicit_tls_reached_in_clear_text_names_the_cure() {
    or_skip!(peers::ca::need(), peers::openssl::need());
    let authority = peers::ca::Authority::throw_away();
    let server = peers::openssl::Server::start(&authority.server(&["127.0.0.1"]));
    let outcome =
        Mailtool::letter(&format!("127.0.0.1:{}", server.port)).args(["--tls", "never", "--timeout", "1", "-qq"]);
    outcome.run().expect(75).says(&["smtps://"]);
    // Who is silent behind TLS does not wait for it.
    let silent =
        Mailtool::letter(&format!("smtps://127.0.0.1:{}", server.port)).args(["--insecure", "--timeout", "1", "-qq"]);
    assert_eq!(silent.run().expect(75).err(), "mailtool: 1 second passed without a greeting\n");
}
