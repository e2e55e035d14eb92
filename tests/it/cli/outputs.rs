//! Results on stdout, the conversation on stderr, the recording in its file: how much of each, and in which form.

use std::fs::File;
use std::process::Stdio;

use serde_json::Value;

use super::encoding::unbase64;
use super::{Mailtool, Room, Serve};
use crate::mock::{Server, Smtp, Step};

/// A letter with a body of many lines.
fn long_letter(server: &str) -> Mailtool {
    let body: String = (0..200).map(|n| format!("line {n}\n")).collect();
    Mailtool::send(server, ["--from", "a@x.test", "--to", "b@x.test", "--body", &body])
}

#[test]
fn quiet_is_quiet_and_errors_are_told_all_the_same() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    for args in [&["-q"][..], &["-qq"], &["-q", "-q"], &["--quiet"]] {
        let outcome = Mailtool::letter(&server.address()).args(args).run().expect(0);
        assert_eq!(outcome.err(), "", "{args:?}");
        assert_eq!(outcome.out().lines().count(), 1, "{args:?}");
    }
    Mailtool::new(["-qq", "--json", "send", "-s", &server.address(), "--from", "a@x.test", "--to", "b@x.test"])
        .run()
        .expect(0);
    let server = Server::smtp(Smtp::offering(&[]).on("RCPT", "550 5.1.1 no"));
    let outcome = Mailtool::letter(&server.address()).args(["-qq"]).run().expect(67);
    assert!(outcome.out().contains("refused") && !outcome.err().contains("S: "), "{outcome}");
    let outcome = Mailtool::letter("127.0.0.1:1").args(["-qq"]).run().expect(75);
    assert!(outcome.err().lines().all(|line| line.starts_with("mailtool: ")), "{outcome}");
    assert!(!outcome.err().is_empty(), "{outcome}");
}

#[test]
fn bodies_are_shortened_unless_more_is_asked_for() {
    let server = Server::smtp(Smtp::offering(&[]));
    let short = long_letter(&server.address()).run().expect(0).err();
    assert!(short.contains("C: line 0\n") && !short.contains("C: line 199\n") && short.lines().count() < 80, "{short}");
    let whole = long_letter(&server.address()).args(["-v"]).run().expect(0).err();
    assert!((0..200).all(|n| whole.contains(&format!("C: line {n}\n"))), "{whole}");
    let hex = long_letter(&server.address()).args(["-vv"]).run().expect(0).err();
    // "line 19" and "QUIT"
    assert!(hex.contains("6c 69 6e 65 20 31 39") || hex.contains("51 55 49 54 0d 0a"), "{hex}");
}

#[test]
fn the_fields_of_results_are_there_whatever_happens() {
    let fields = ["recipient", "status", "code", "enhanced", "text", "host", "address", "tls", "ms"];
    for (reply, status) in [("250 2.1.5 ok", "delivered"), ("450 later", "deferred"), ("550 5.1.1 no", "refused")] {
        let server = Server::smtp(Smtp::offering(&[]).on("RCPT", reply));
        let outcome = Mailtool::letter(&server.address()).args(["--json", "-qq"]).run();
        let [result] = &outcome.json()[..] else { panic!("{outcome}") };
        assert!(fields.iter().all(|field| result.get(field).is_some()), "{outcome}");
        assert_eq!((&result["status"], &result["host"]), (&status.into(), &"127.0.0.1".into()), "{outcome}");
        assert!(result["code"].is_u64() && result["ms"].is_u64() && result["tls"].is_null(), "{outcome}");
        assert_eq!(result["enhanced"].is_string(), reply.contains('.'), "{outcome}");
    }
    let outcome = Mailtool::letter("127.0.0.1:1").args(["--json", "-qq"]).run().expect(75);
    let [result] = &outcome.json()[..] else { panic!("{outcome}") };
    assert!(fields.iter().all(|field| result.get(field).is_some()), "{outcome}");
    assert!(result["code"].is_null() && result["address"].is_null(), "{outcome}");
}

/// The octets of one side in a recording.
fn side(record: &[Value], side: &str) -> Vec<u8> {
    let octets = |turn: &Value| match turn["text"].as_str() {
        Some(text) => text.as_bytes().to_vec(),
        None => unbase64(turn["base64"].as_str().expect("octets").as_bytes()).expect("base64"),
    };
    record.iter().filter(|turn| turn["side"] == side).flat_map(octets).collect()
}

fn lines(octets: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(octets).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn a_recording_holds_every_octet_of_both_sides() {
    let room = Room::new();
    let path = room.at("record");
    let binary = room.file("binary.eml", b"From: a@x.test\r\nTo: b@x.test\r\n\r\n\xff\xfe\r\n.dot\r\n");
    for offers in [&["PIPELINING", "8BITMIME"][..], &["CHUNKING", "8BITMIME"], &["8BITMIME"]] {
        for ready in [false, true] {
            let server = Server::smtp(Smtp::offering(offers));
            let letter = match ready {
                true => Mailtool::send(&server.address(), ["--eml", &binary]),
                false => long_letter(&server.address()),
            };
            let outcome = letter.args(["--record", &path, "-qq"]).run().expect(0);
            let record = lines(&room.read("record"));
            let heard = server.finish_one();
            assert_eq!(side(&record, "C"), heard.octets, "{offers:?}\n{outcome}");
            assert_eq!(side(&record, "S").len(), heard.said, "{offers:?}\n{outcome}");
        }
    }
}

#[test]
fn the_fields_of_a_recording() {
    let room = Room::new();
    let path = room.at("record");
    let serve = Serve::start(&["-qq", "--tls", "auto"]);
    let args = ["--record", &path, "--tls", "starttls", "--insecure", "-qq"];
    Mailtool::letter(&serve.address("smtp")).args(args).run().expect(0);
    let record = lines(&room.read("record"));
    let mut secure = false;
    for turn in &record {
        let time = turn["t"].as_str().expect("a time");
        assert!(time.len() >= 20 && time.ends_with('Z') && time.as_bytes()[10] == b'T', "{turn}");
        assert_eq!(turn["session"], 1, "{turn}");
        match turn["side"].as_str() {
            Some("C" | "S") => {
                assert_eq!(turn["protocol"], "smtp", "{turn}");
                secure |= turn["tls"] == true;
                assert_eq!(turn["tls"], secure, "{turn}");
                assert!(
                    turn["meaning"].is_string() && turn["text"].is_string() != turn["base64"].is_string(),
                    "{turn}"
                );
            }
            Some("*" | "!") => assert!(turn["text"].is_string(), "{turn}"),
            _ => panic!("no side: {turn}"),
        }
    }
    assert!(secure && record.iter().any(|turn| turn["side"] == "*"), "{record:?}");
    let server = Server::smtp(Smtp::offering(&[]).does("MAIL", [Step::say("250 ok\n")]));
    Mailtool::letter(&server.address()).args(["--record", &path, "-qq"]).run().expect(0);
    let record = lines(&room.read("record"));
    let found = record.iter().find_map(|turn| turn["findings"].as_array().filter(|findings| !findings.is_empty()));
    assert!(found.is_some_and(|findings| findings[0].to_string().contains("RFC")), "{record:?}");
}

#[test]
fn results_that_cannot_be_written_are_an_error_and_a_closed_stderr_is_none() {
    let server = Server::smtp(Smtp::offering(&[]));
    let room = Room::new();
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("/dev/full"));
    let letter = || Mailtool::letter(&server.address()).command(&room);
    let code = |mut command: std::process::Command| command.stdin(Stdio::null()).status().expect("an end").code();
    let mut results = letter();
    results.stdout(full()).stderr(Stdio::null());
    assert_eq!(code(results), Some(74));
    let mut conversation = letter();
    conversation.stdout(Stdio::null()).stderr(full());
    assert_eq!(code(conversation), Some(0));
    let outcome = Mailtool::letter(&server.address()).args(["--record", "/dev/full"]).run().expect(74);
    assert!(outcome.out().contains("delivered"), "{outcome}");
}

#[test]
fn several_connections_bear_numbers() {
    let steps = [Step::say("220 go\r\n"), Step::Read(5), Step::say("what?\r\n"), Step::Close];
    let server = Server::smtp(Smtp::offering(&["STARTTLS"]).does("STARTTLS", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--tls", "may"]).run().expect(0);
    let err = outcome.err();
    let second: Vec<&str> = err.lines().skip_while(|line| !line.starts_with("[2] ")).collect();
    assert!(second.len() > 8 && second.iter().all(|line| line.starts_with("[2] ")), "{outcome}");
}
