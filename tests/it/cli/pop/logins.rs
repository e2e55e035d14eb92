//! Who logs in how, and when no password is spoken.

use super::{PASSWORD, at, pop};
use crate::cli::encoding::{base64, base64_fragments};
use crate::mock::pop3::{CREDENTIALS, GREETING};
use crate::mock::{Pop3, Server, Step};

/// A session against a server; what it ended in. No credential may be heard.
fn nothing_spoken(pop3: Pop3, host: &str, args: &[&str], code: i32, words: &[&str]) {
    let server = Server::pop3(pop3);
    let outcome = at(&format!("pop3://{host}:{}", server.port), &[&["stat"], args].concat()).run();
    let outcome = outcome.expect(code).says(words);
    for heard in server.finish() {
        let text = heard.text();
        assert!(!heard.has("AUTH") && !heard.has("PASS") && !heard.has("APOP"), "{text}\n{outcome}");
        let parts = [base64_fragments(PASSWORD.as_bytes()), vec![PASSWORD.to_owned()]].concat();
        assert!(parts.iter().all(|part| !text.contains(part)), "a credential went out\n{text}\n{outcome}");
    }
}

#[test]
fn a_password_needs_tls_or_loopback_or_leave() {
    let offering = || Pop3::offering(&["USER", "SASL PLAIN LOGIN"]);
    nothing_spoken(offering(), "localhost", &[], 77, &["STARTTLS"]);
    nothing_spoken(offering(), "localhost", &["--tls", "never"], 77, &["clear text"]);
    nothing_spoken(offering(), "localhost", &["--tls", "may"], 77, &["clear text"]);
    nothing_spoken(offering(), "localhost", &["--tls", "never", "--auth", "user"], 77, &["--insecure-auth"]);
    let server = Server::pop3(offering());
    let url = format!("pop3://localhost:{}", server.port);
    at(&url, &["stat", "--tls", "never", "--insecure-auth"]).run().expect(0);
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    assert!(server.finish_one().has(&format!("AUTH PLAIN {plain}")));
}

#[test]
fn stls_that_is_stripped_refused_or_spoilt() {
    let required = ["--tls", "starttls"];
    let both = || Pop3::offering(&["STLS", "USER"]);
    nothing_spoken(Pop3::offering(&["USER"]), "127.0.0.1", &required, 77, &["STARTTLS"]);
    nothing_spoken(both().on("STLS", "-ERR [SYS/TEMP] not now"), "127.0.0.1", &required, 77, &["STARTTLS"]);
    nothing_spoken(both().on("CAPA", "-ERR what?").on("STLS", "-ERR"), "127.0.0.1", &required, 77, &["STARTTLS"]);
    let garbage = [Step::say("+OK go\r\n"), Step::Read(5), Step::say("this is no TLS\r\n"), Step::Close];
    nothing_spoken(both().does("STLS", garbage), "127.0.0.1", &required, 77, &["TLS"]);
    for behind in ["+OK\r\n", "+OK welcome\r\n+OK 1 2\r\n", "x"] {
        let injected = both().does("STLS", [Step::say(&format!("+OK go\r\n{behind}"))]);
        nothing_spoken(injected.clone(), "127.0.0.1", &required, 76, &["injection"]);
        nothing_spoken(injected, "127.0.0.1", &["--tls", "may"], 76, &["injection"]);
    }
}

#[test]
fn tls_that_may_fail_goes_on_in_clear_text_and_says_so() {
    let steps = [Step::say("+OK go\r\n"), Step::Read(5), Step::say("what?\r\n"), Step::Close];
    let server = Server::pop3(Pop3::offering(&["STLS", "USER"]).does("STLS", steps));
    pop(&server, &["stat", "--tls", "may"]).run().expect(0).says(&["clear text"]);
    let heard = server.finish();
    assert!(heard.len() == 2 && !heard[1].has("STLS"), "{heard:?}");
}

#[test]
fn apop_only_where_it_is_asked_for() {
    let stamp = "<1896.697170952@dbc.mtview.ca.us>";
    let greeting = format!("+OK POP3 {stamp}");
    let server = Server::pop3(Pop3::offering(&["USER"]).on(GREETING, &greeting));
    pop(&server, &["stat"]).run().expect(0);
    pop(&server, &["stat", "--auth", "apop"]).run().expect(0);
    let heard = server.finish();
    assert!(heard[0].has("PASS") && !heard[0].has("APOP"));
    let digest = mailtool::proto::pop3::apop::digest(stamp, PASSWORD.as_bytes());
    assert!(heard[1].has(&format!("APOP pepe {digest}")) && !heard[1].has("PASS"), "{heard:?}");
    for greeting in ["+OK ready", "+OK <a@b> <c@d>", "+OK <\u{58c}@x>", "+OK <a b@c>"] {
        let pop3 = Pop3::offering(&["USER"]).on(GREETING, greeting);
        nothing_spoken(pop3, "127.0.0.1", &["--auth", "apop"], 77, &["timestamp"]);
    }
}

#[test]
fn initial_responses_that_do_not_fit_come_later() {
    let long = "x".repeat(200);
    let server = Server::pop3(Pop3::offering(&["SASL PLAIN"]).on("AUTH", "+ ").on(CREDENTIALS, "+OK"));
    pop(&server, &["stat"]).env("SECRET", &long).run().expect(0);
    let plain = base64(format!("\0pepe\0{long}").as_bytes());
    let heard = server.finish_one();
    assert!(heard.lines().windows(2).any(|lines| lines[0] == "AUTH PLAIN" && lines[1] == plain), "{heard:?}");
}

#[test]
fn refusals_of_a_login_say_what_to_do() {
    for (reply, code) in [
        ("-ERR wrong", 77),
        ("-ERR [AUTH] wrong", 77),
        ("-ERR [IN-USE] later", 75),
        ("-ERR [LOGIN-DELAY] later", 75),
        ("-ERR [SYS/TEMP] later", 75),
        ("-ERR [SYS/PERM] call us", 69),
    ] {
        let server = Server::pop3(Pop3::offering(&["USER"]).on("PASS", reply));
        let outcome = pop(&server, &["stat"]).run().expect(code);
        assert!(outcome.err().contains(reply), "{outcome}");
        assert!(server.finish_one().has("QUIT"), "it takes its leave");
        let server = Server::pop3(Pop3::offering(&["SASL PLAIN"]).on("AUTH", reply));
        pop(&server, &["stat"]).run().expect(code).says(&["AUTH PLAIN was answered -ERR"]);
    }
    let server = Server::pop3(Pop3::offering(&["USER"]).on(GREETING, "-ERR [SYS/TEMP] full"));
    pop(&server, &["stat"]).run().expect(75);
    let server = Server::pop3(Pop3::offering(&["USER"]).on(GREETING, "-ERR no"));
    pop(&server, &["stat"]).run().expect(69);
}

#[test]
fn a_server_without_capa() {
    for pop3 in [Pop3::offering(&[]).on("CAPA", "-ERR what?"), Pop3::offering(&[]).does("CAPA", [Step::Close])] {
        let server = Server::pop3(pop3);
        pop(&server, &["stat"]).run().expect(0).says(&["CAPA", "RFC 1939 alone"]);
        assert!(server.finish().last().is_some_and(|heard| heard.has("PASS")));
    }
    let silent = [Step::Stall(std::time::Duration::from_secs(15))];
    let server = Server::pop3(Pop3::offering(&[]).does("CAPA", silent));
    pop(&server, &["stat", "--timeout", "1"]).run().expect(0).says(&["does not bear CAPA"]);
}

#[test]
fn without_a_question_where_nothing_depends_on_the_answer() {
    let server = Server::pop3(Pop3::offering(&[]));
    pop(&server, &["stat", "--auth", "user", "--pipeline", "never"]).run().expect(0);
    assert_eq!(server.finish_one().lines()[0], "USER pepe");
}
