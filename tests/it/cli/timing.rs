//! How long things took: at the end of lines, as bars, and in JSON. What is asserted is what is there, never how long.

use serde_json::Value;

use super::Mailtool;
use crate::mock::{Imap, Pop3, Server, Smtp};
use crate::peers::ca::{self, Authority};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{or_skip, sink};

/// The names of the bars, in their order.
fn bars(transcript: &str) -> Vec<&str> {
    let rows = transcript.lines().filter(|line| line.starts_with("* ") && line.contains(" ms") && !line.contains('('));
    rows.filter_map(|row| row.split("  ").next()?.strip_prefix("* ")).collect()
}

/// A line without the time at its end.
fn timeless(line: &str) -> &str {
    line.rsplit_once("  (+").filter(|(_, time)| is_time(time)).map_or(line, |(line, _)| line)
}

/// Each number as one dot.
fn digits_as_dots(text: &str) -> String {
    let mut short = text.replace(|c: char| c.is_ascii_digit(), ".");
    while short.contains("..") {
        short = short.replace("..", ".");
    }
    short
}

fn is_time(text: &str) -> bool {
    text.strip_suffix(" ms)").is_some_and(|number| number.parse::<f64>().is_ok_and(|number| number >= 0.0))
}

#[test]
fn with_v_each_answer_has_its_time_and_the_connection_its_bars() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let plain = Mailtool::letter(&server.address()).run().expect(0).err();
    assert!(!plain.contains(" ms"), "{plain}");
    let verbose = Mailtool::letter(&server.address()).args(["-v"]).run().expect(0).err();
    let answers: Vec<&str> =
        verbose.lines().filter(|line| line.starts_with("S: ") && !line.contains("S: 250-")).collect();
    assert!(answers.len() > 6 && answers.iter().all(|line| timeless(line) != *line), "{verbose}");
    assert!(verbose.lines().filter(|line| line.starts_with("C: ")).all(|line| timeless(line) == line), "{verbose}");
    let expected = ["connect", "greeting", "EHLO", "MAIL", "RCPT", "DATA", "body", "dot", "QUIT", "in all"];
    assert_eq!(bars(&verbose), expected, "{verbose}");
    let told = |text: &str| -> Vec<String> {
        let said = text.lines().filter(|line| line.starts_with("S: "));
        said.map(|line| timeless(line).to_owned()).collect()
    };
    assert_eq!(told(&plain), told(&verbose));
    let explained = Mailtool::letter(&server.address()).args(["-v", "--explain"]).run().expect(0).err();
    let quiet = Mailtool::letter(&server.address()).args(["--explain"]).run().expect(0).err();
    let notes =
        |text: &str| text.lines().filter(|line| line.starts_with("   | ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(notes(&explained), notes(&quiet));
}

#[test]
fn pop_imap_and_talk_tell_their_times_too() {
    let server = Server::pop3(Pop3::offering(&["USER"]).with(&["Subject: hola\r\n\r\nadios\r\n"]));
    let login = ["-u", "pepe", "--password-env", "SECRET", "-v"];
    let pop =
        Mailtool::new(["pop", "-s", &server.address(), "retr", "1"]).args(login).env("SECRET", "x").run().expect(0);
    let names = bars(&pop.err()).join(" ");
    assert!(names.starts_with("connect greeting ") && names.ends_with(" PASS RETR QUIT in all"), "{pop}");
    let server = Server::imap(Imap::offering("IMAP4rev1"));
    let imap =
        Mailtool::new(["imap", "-s", &server.address(), "status"]).args(login).env("SECRET", "x").run().expect(0);
    let names = bars(&imap.err()).join(" ");
    assert!(names.starts_with("connect greeting ") && names.contains(" LOGIN "), "{imap}");
    assert!(names.ends_with(" STATUS LOGOUT in all"), "{imap}");
    let server = Server::smtp(Smtp::offering(&[]));
    let talk = Mailtool::new(["talk", &server.address(), "-", "-v"]).stdin("HELO x\nNOOP\nQUIT\n").run().expect(0);
    assert_eq!(bars(&talk.err()), ["connect", "greeting", "HELO", "NOOP", "QUIT", "in all"], "{talk}");
}

#[test]
fn json_tells_the_phases_of_each_letter() {
    or_skip!(sink::need());
    let sink = sink::Sink::start(&[]);
    let letters = super::Room::new();
    let letter = "From a@x.test Mon Nov 23 12:00:00 2026\nFrom: a@x.test\nTo: b@x.test, c@x.test\n\nhola\n\n";
    let mbox = letters.file("mbox", letter.repeat(2));
    let args = ["--mbox", &mbox, "--json"];
    let outcome = Mailtool::send(&format!("localhost:{}", sink.port), args).args(["-4"]).run().expect(0);
    let phases = |line: &Value| line["timing"].as_object().expect("times").keys().cloned().collect::<Vec<_>>();
    let all: Vec<Vec<String>> = outcome.json().iter().map(phases).collect();
    let letter = ["body", "data", "dot", "mail", "rcpt"];
    let first = ["body", "connect", "data", "dns", "dot", "ehlo", "greeting", "mail", "rcpt"];
    assert_eq!(all, [&first[..], &first, &letter, &letter], "{outcome}");
    // in the order in which they came
    let order = r#""timing":{"dns":.,"connect":.,"greeting":.,"ehlo":.,"mail":.,"rcpt":.,"data":.,"body":.,"dot":.}"#;
    assert!(digits_as_dots(&outcome.out()).contains(order), "{outcome}");
    let unreached = Mailtool::letter("127.0.0.1:1").args(["--json"]).run().expect(75);
    assert_eq!(unreached.json()[0].get("timing"), None, "{unreached}");
}

#[test]
fn the_phases_of_a_login_behind_starttls_in_their_order() {
    or_skip!(postfix::need(), ca::need());
    let authority = Authority::throw_away();
    let files = authority.server(&["mx.example.test", "127.0.0.1"]);
    let postfix = Postfix::start(&postfix::Options { certificate: Some(&files), ..Default::default() });
    let ca = authority.ca().to_str().expect("a path in UTF-8").to_owned();
    let outcome = Mailtool::letter(&format!("127.0.0.1:{}", postfix.smtp))
        .args(["--tls", "starttls", "--ca", &ca, "-v", "--json"])
        .run()
        .expect(0);
    let before = ["connect", "greeting", "EHLO", "STARTTLS", "TLS", "EHLO"];
    let letter = ["MAIL", "RCPT", "body", "BDAT LAST", "QUIT", "in all"];
    assert_eq!(bars(&outcome.err()), [&before[..], &letter].concat(), "{outcome}");
    assert!(outcome.json()[0]["timing"]["starttls"].is_number(), "{outcome}");
}
