//! A load on a server: what is sent, what is told of it, and how it ends. Nothing is asserted of how fast it is.

use std::net::TcpListener;
use std::time::Duration;

use serde_json::Value;

use super::{Mailtool, Outcome, Room, Serve};
use crate::mock::{Server, Smtp};
use crate::peers::{or_skip, sink};

fn bench(server: &str, args: &[&str]) -> Mailtool {
    Mailtool::new(["bench", "smtp", "-s", server, "--from", "a@x.test"]).args(args)
}

/// The one object that it prints.
fn told(outcome: &Outcome) -> Value {
    let mut objects = outcome.json();
    assert_eq!(objects.len(), 1, "{outcome}");
    objects.remove(0)
}

fn count(told: &Value, phase: &str) -> u64 {
    told["phases"][phase]["count"].as_u64().unwrap_or_else(|| panic!("no {phase} in {told}"))
}

#[test]
fn so_many_letters_to_so_many_recipients_over_so_many_connections() {
    or_skip!(sink::need());
    let sink = sink::Sink::start(&[]);
    let args = ["--sessions", "4", "--messages", "50", "--size", "2k", "--rcpts", "2", "--to", "u{n}@x.test"];
    let outcome = bench(&format!("127.0.0.1:{}", sink.port), &args).args(["--json"]).run().expect(0);
    assert_eq!(outcome.err(), "");
    let told = told(&outcome);
    assert_eq!((told["messages"].as_u64(), told["recipients"].as_u64()), (Some(50), Some(100)), "{told}");
    assert_eq!((told["failed"].as_u64(), told["failures"].as_array().map(Vec::len)), (Some(0), Some(0)), "{told}");
    assert!(told["per_second"].as_f64() > Some(0.0) && told["megabytes_per_second"].as_f64() > Some(0.0), "{told}");
    for (phase, expected) in [("connect", 4), ("greeting", 4), ("ehlo", 4), ("mail", 50), ("dot", 50), ("whole", 50)] {
        assert_eq!(count(&told, phase), expected, "{phase}: {told}");
        let figures = ["p50", "p90", "p99", "p999", "max"].map(|name| told["phases"][phase][name].as_f64());
        assert!(figures.is_sorted() && figures[0].is_some(), "{phase}: {told}");
    }
    let messages = sink.messages();
    let text: Vec<String> = messages.iter().map(|message| String::from_utf8_lossy(message).into_owned()).collect();
    let all = text.concat();
    assert_eq!(text.len(), 50);
    assert!((1..=100).all(|n| all.contains(&format!("X-Rcpt-Args: <u{n}@x.test>"))), "{}", text[0]);
    let bodies = text.iter().filter_map(|text| text.split_once("\n\n")).map(|(_, body)| body.trim_end());
    // Lines of 78 octets, of which the sink shows LF for CRLF.
    assert!(bodies.into_iter().all(|body| body.len() == 2048 - 2048 / 78 - 2), "{}", text[0]);
}

#[test]
fn a_connection_for_each_letter() {
    or_skip!(sink::need());
    let sink = sink::Sink::start(&[]);
    let server = format!("localhost:{}", sink.port);
    let args = ["-4", "--sessions", "3", "--messages", "20", "--per-connection", "1", "--pipeline", "never"];
    let outcome = bench(&server, &args).args(["--json"]).run().expect(0);
    let told = told(&outcome);
    assert_eq!([count(&told, "connect"), count(&told, "quit"), count(&told, "whole")], [20; 3], "{told}");
    assert!(!outcome.err().contains("another machine"), "{outcome}");
    let outcome = bench(&server, &args).run().expect(0);
    let out = outcome.out();
    let row = |name: &str| out.lines().any(|line| line.split_whitespace().take(2).eq([name, "20"]));
    assert!(["connect", "MAIL", "RCPT", "DATA", "body", "dot", "QUIT", "whole"].into_iter().all(row), "{outcome}");
    assert!(out.starts_with("20 messages of ") && out.contains(" messages/s, ") && out.contains("p99.9"), "{outcome}");
}

#[test]
fn what_fails_is_told_as_the_server_says_it() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]).on("RCPT", "450 4.2.1 later"));
    let outcome = bench(&server.address(), &["--messages", "7", "--json"]).run().expect(75);
    let all = told(&outcome);
    assert_eq!((all["messages"].as_u64(), all["failed"].as_u64()), (Some(0), Some(7)), "{all}");
    assert_eq!(all["failures"], serde_json::json!([{"reply": "450 4.2.1 later", "count": 7}]), "{all}");
    let server = Server::smtp(Smtp::offering(&[]).once("RCPT", "550 5.1.1 no such user\\x1b[2J"));
    let outcome = bench(&server.address(), &["--messages", "3"]).run().expect(3);
    assert!(
        outcome.out().contains("2 messages of ") && outcome.out().contains("1  550 5.1.1 no such user"),
        "{outcome}"
    );
    let nobody = bench("127.0.0.1:1", &["--messages", "1000", "--sessions", "5"]).limit(Duration::from_secs(20));
    let outcome = nobody.run().expect(75);
    assert!(outcome.out().starts_with("0 messages of ") && outcome.out().contains("refused"), "{outcome}");
}

#[test]
fn no_load_on_whom_nobody_named() {
    for args in [&["bench", "smtp"][..], &["bench", "smtp", "--to", "a@example.test", "--json"]] {
        let outcome = Mailtool::new(args).run().expect(64);
        assert!(outcome.err().contains("--server") && outcome.err().contains("mail exchangers"), "{outcome}");
    }
    bench("127.0.0.1:1", &["--size", "8000000000000000000"]).run().expect(64).says(&["--eml FILE"]);
    // What is no loopback address may be anybody's.
    bench("0.0.0.0:1", &["--messages", "1"]).run().expect(75).says(&["this load goes to another machine"]);
    let outcome = bench("127.0.0.1:1", &["--rcpts", "3", "--to", "b@x.test"]).run().expect(64);
    assert!(outcome.err().contains("{n}"), "{outcome}");
}

#[test]
fn the_transcript_is_there_when_it_is_asked_for() {
    let server = Server::smtp(Smtp::offering(&[]));
    let room = Room::new();
    let record = room.at("record");
    let outcome = bench(&server.address(), &["--messages", "2", "--record", &record]).run().expect(0);
    assert_eq!(outcome.err(), "");
    let recorded = String::from_utf8_lossy(&room.read("record")).into_owned();
    assert_eq!(recorded.matches("\"meaning\":\"250 to the final dot\"").count(), 2, "{recorded}");
    let outcome = bench(&server.address(), &["--messages", "2", "-v"]).run().expect(0);
    assert_eq!(outcome.err().matches("C: MAIL FROM").count(), 2, "{outcome}");
}

#[test]
fn it_ends_when_it_is_told_to() {
    or_skip!(sink::need());
    let sink = sink::Sink::start(&[]);
    let server = format!("127.0.0.1:{}", sink.port);
    let timed = bench(&server, &["--duration", "1s", "--sessions", "2", "--json"]).run().expect(0);
    let seconds = told(&timed)["seconds"].as_f64().expect("a number");
    assert!(seconds >= 1.0 && told(&timed)["messages"].as_u64() > Some(1), "{timed}");
    let paced = bench(&server, &["--rate", "10/s", "--messages", "6", "--sessions", "3", "--json"]).run().expect(0);
    assert!(told(&paced)["seconds"].as_f64() >= Some(0.4), "{paced}");
    let ended = bench(&server, &["--duration", "60s", "--sessions", "2", "--json"]).interrupted(Duration::from_secs(1));
    let ended = ended.run().expect(0);
    assert!(told(&ended)["messages"].as_u64() > Some(1) && told(&ended)["failed"].as_u64() == Some(0), "{ended}");
}

#[test]
fn with_tls_and_a_login() {
    let serve = Serve::start(&["--auth", "required", "--user", "alicia:s3cr3t-CANARY"]);
    let login = ["--tls", "starttls", "--insecure", "-u", "alicia", "--password-env", "SECRET", "--json"];
    let run = bench(&serve.address("smtp"), &login).args(["--messages", "5", "--sessions", "2", "--to", "b@x.test"]);
    let outcome = run.env("SECRET", "s3cr3t-CANARY").run().expect(0);
    let told = told(&outcome);
    assert_eq!(
        [count(&told, "tls"), count(&told, "auth"), count(&told, "starttls"), count(&told, "whole")],
        [2, 2, 2, 5]
    );
    assert!(!String::from_utf8_lossy(&outcome.everything(None)).contains("CANARY"), "{outcome}");
}

#[test]
fn what_was_never_tried_is_told() {
    let args = ["--messages", "1000", "--sessions", "2"];
    let nobody = bench("127.0.0.1:1", &args).limit(Duration::from_secs(20)).run().expect(75);
    assert!(nobody.out().contains("\n6 messages begun, 994 never tried\n"), "{nobody}");
    let nobody = bench("127.0.0.1:1", &args).args(["--json"]).limit(Duration::from_secs(20)).run().expect(75);
    let all = told(&nobody);
    assert_eq!([&all["begun"], &all["untried"], &all["failed"]], [6, 994, 6], "{all}");
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = bench(&server.address(), &["--messages", "3"]).run().expect(0);
    assert!(!outcome.out().contains("never tried"), "{outcome}");
    let outcome = bench(&server.address(), &["--messages", "3", "--json"]).run().expect(0);
    assert_eq!([&told(&outcome)["begun"], &told(&outcome)["untried"]], [3, 0], "{outcome}");
    let outcome = bench(&server.address(), &["--duration", "200ms", "--json"]).run();
    assert_eq!(outcome.code, Some(64), "{outcome}");
    let outcome = bench(&server.address(), &["--duration", "0.2", "--json"]).run().expect(0);
    assert!(told(&outcome).get("untried").is_none(), "{outcome}");
}

#[test]
fn the_first_signal_waits_for_nobody_who_carries_no_letter() {
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let server = format!("127.0.0.1:{}", silent.local_addr().expect("its address").port());
    let args = ["--sessions", "100", "--messages", "1000"];
    let ended = bench(&server, &args).interrupted(Duration::from_secs(1)).run().expect(75);
    assert!(ended.elapsed < Duration::from_secs(10), "{ended}");
    assert!(ended.out().contains("\n0 messages begun, 1,000 never tried\n"), "{ended}");
    assert!(ended.out().contains("\n0 recipients failed\n"), "{ended}");
    // Nor for whom no turn has come yet.
    let server = Server::smtp(Smtp::offering(&[]));
    let paced = ["--rate", "1/h", "--messages", "3", "--sessions", "2", "--json"];
    let ended = bench(&server.address(), &paced).interrupted(Duration::from_secs(1)).run().expect(0);
    let all = told(&ended);
    assert!(ended.elapsed < Duration::from_secs(10), "{ended}");
    assert_eq!([&all["messages"], &all["begun"], &all["untried"], &all["failed"]], [1, 1, 2, 0], "{all}");
}

#[test]
fn nothing_is_no_number_of_connections_or_letters() {
    for (flag, value) in [("--sessions", "0"), ("--per-connection", "0"), ("--messages", "0"), ("--sessions", "x")] {
        let outcome = bench("127.0.0.1:1", &[flag, value]).run().expect(64);
        outcome.says(&[flag, "a whole number is expected, at least 1"]);
    }
    bench("127.0.0.1:1", &["--sessions", "70000"]).run().expect(64).says(&["65535"]);
    bench("127.0.0.1:1", &["--rate", "0/s"]).run().expect(64).says(&["5/s, 100/min"]);
    for flag in ["--connections", "--per-connection"] {
        let outcome = Mailtool::letter("127.0.0.1:1").args([flag, "0"]).run().expect(64);
        outcome.says(&[flag, "a whole number is expected, at least 1"]);
    }
}
