//! The ways to a name server: what is recorded of them, who is trusted, and whom the system names.

use std::time::Duration;

use super::super::encoding::unbase64;
use super::super::run::PROGRAM;
use super::super::{Mailtool, Outcome, Room};
use super::{good, knowing, mx_of};
use crate::mock::dns::packet::MX;
use crate::mock::dns::{Act, Dns};
use crate::peers::bind::{self, Bind};
use crate::peers::{or_skip, zones};

#[test]
fn turns_are_recorded_as_they_went_over_the_wire() {
    let dns = Dns::start(knowing().truncated("many.test", MX, good()).on(
        "junk.test",
        MX,
        Act::Octets(b"\xff\x1b[2J".to_vec()),
    ));
    let room = Room::new();
    let record = room.at("record");
    mx_of(&dns.address(), &["good.test", "many.test", "junk.test", "--record", &record]);
    let turns = turns(&room.read("record"));
    let said: Vec<Vec<u8>> = turns.iter().filter(|(side, _)| side == "C").map(|(_, octets)| octets.clone()).collect();
    let heard: Vec<Vec<u8>> = dns.heard().into_iter().map(|question| question.octets).collect();
    let sorted = |mut list: Vec<Vec<u8>>| {
        list.sort();
        list
    };
    assert_eq!(sorted(said), sorted(heard));
    assert!(turns.iter().any(|(side, octets)| side == "S" && octets == b"\xff\x1b[2J"), "{turns:?}");
}

/// Side and octets of the DNS turns in a recording.
fn turns(record: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = String::from_utf8_lossy(record);
    let objects = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let turns =
        objects.filter(|object| object["protocol"] == "dns" && matches!(object["side"].as_str(), Some("C" | "S")));
    let octets = |object: &serde_json::Value| {
        unbase64(object["base64"].as_str().unwrap_or_else(|| panic!("no base64: {object}")).as_bytes()).expect("base64")
    };
    turns.map(|object| (object["side"].as_str().unwrap_or_default().to_owned(), octets(&object))).collect()
}

#[test]
fn every_transport_says_and_records_the_same() {
    or_skip!(bind::need());
    let bind = Bind::start(&[zones::google(), zones::mail("plain.test", &[(10, "mx.plain.test", &["142.250.0.1"])])]);
    let ca = bind.ca().display().to_string();
    let https = format!("127.0.0.1:{}", bind.https);
    for (over, server) in [("udp", bind.dns()), ("tcp", bind.dns()), ("tls", bind.dot()), ("https", https)] {
        let room = Room::new();
        let record = room.at("record");
        let before = bind.queries().len();
        let args = ["plain.test", "--json", "--strict", "--dns-over", over, "--ca", &ca, "--record", &record];
        let outcome = mx_of(&server, &args).expect(0);
        assert_eq!((outcome.field("over"), outcome.field("server")), (vec![over.into()], vec![server]));
        let turns = turns(&room.read("record"));
        let asked = bind.queries().len() - before;
        for side in ["C", "S"] {
            assert_eq!(turns.iter().filter(|(it, _)| it == side).count(), asked, "{over}: {outcome}");
        }
        // the name stands in every packet; that of the answer carries the host
        assert!(turns.iter().all(|(_, octets)| find(octets, b"\x05plain\x04test\0")), "{over}: {turns:?}");
        assert!(find(&turns[1].1, &[142, 250, 0, 1]), "{over}: {turns:?}");
        let mark = if matches!(over, "tls" | "https") { "S~ " } else { "S: " };
        assert!(outcome.err().lines().any(|line| line.starts_with(mark)), "{outcome}");
        assert!(!outcome.err().contains("\n!"), "{outcome}");
    }
}

fn find(octets: &[u8], wanted: &[u8]) -> bool {
    octets.windows(wanted.len()).any(|window| window.eq_ignore_ascii_case(wanted))
}

#[test]
fn questions_at_once_are_not_mixed_up() {
    or_skip!(bind::need());
    let bind = Bind::start(&zones::traps());
    let ca = bind.ca().display().to_string();
    let https = format!("127.0.0.1:{}", bind.https);
    for (over, server) in [("udp", bind.dns()), ("tls", bind.dot()), ("https", https)] {
        let outcome =
            mx_of(&server, &["private.test", "--json", "--strict", "--dns-over", over, "--ca", &ca]).expect(0);
        assert!(!outcome.err().contains("wrong-question"), "{over}: {outcome}");
        let mx = outcome.json()[0]["mx"].clone();
        let addresses: Vec<&str> =
            mx.as_array().into_iter().flatten().filter_map(|mx| mx["addresses"][0].as_str()).collect();
        assert_eq!(addresses, zones::PRIVATE, "{over}: {outcome}");
    }
}

#[test]
fn name_servers_are_verified() {
    or_skip!(bind::need());
    let bind = Bind::start(&[zones::google()]);
    let ca = bind.ca().display().to_string();
    for (over, port) in [("tls", bind.tls), ("https", bind.https)] {
        let ask = |name: &str, args: &[&str]| {
            let server = format!("{name}127.0.0.1:{port}");
            Mailtool::new(["mx", "--dns", &server, "--dns-over", over, "google.test", "--timeout", "5"])
                .args(args)
                .run()
        };
        for name in ["", "dns.example.test@"] {
            let outcome = ask(name, &["--ca", &ca]).expect(0);
            assert!(outcome.err().contains(" verified\n") && !outcome.err().contains("UNVERIFIED"), "{outcome}");
        }
        let outcome = ask("wrong.test@", &["--ca", &ca]).expect(77).says(&["not for this name"]);
        assert!(!outcome.err().contains("--sni") && !outcome.err().contains("C~"), "{outcome}");
        let outcome = ask("", &[]).expect(77).says(&["is not trusted"]);
        assert!(outcome.err().contains("--insecure goes on without verification"), "{outcome}");
        let outcome = ask("", &["--insecure"]).expect(0).says(&["UNVERIFIED"]);
        let lines: Vec<String> = outcome.err().lines().filter(|line| line.contains("~ ")).map(str::to_owned).collect();
        assert!(!lines.is_empty() && lines.iter().all(|line| line.starts_with("[UNVERIFIED] ")), "{outcome}");
        // TLS with somebody who does not speak it
        let plain =
            Mailtool::new(["mx", "--dns", &bind.dns(), "--dns-over", over, "google.test", "--timeout", "2"]).run();
        assert!(matches!(plain.code, Some(75..=77)), "{plain}");
    }
}

#[test]
fn whom_to_ask_is_checked_before_anything_is_asked() {
    for text in ["dns.test", "127.0.0.1:0", "127.0.0.1:99999", "", "127.0.0.1,,", "a@b@127.0.0.1", "\u{1b}[2J"] {
        let outcome = Mailtool::new(["mx", "good.test", "--dns", text]).run().expect(64);
        assert!(!outcome.err().contains('\u{1b}'), "{text:?}: {outcome}");
    }
}

/// Runs mailtool in namespaces of its own: without a network, or with another `/etc/resolv.conf`.
fn apart(option: &str, script: &str, args: &[&str]) -> Option<Outcome> {
    let program = PROGRAM;
    let allowed = crate::peers::run("unshare", &[option, "true"], b"").status.success();
    let script = format!("{script} exec \"$0\" \"$@\"");
    let output = allowed
        .then(|| crate::peers::run("unshare", &[&[option, "sh", "-c", &script, program][..], args].concat(), b""))?;
    let (code, elapsed) = (output.status.code(), Duration::ZERO);
    Some(Outcome { code, stdout: output.stdout, stderr: output.stderr, elapsed, peak: 0 })
}

#[test]
fn a_machine_without_network_says_so_in_one_line() {
    or_skip!(crate::peers::need(&["unshare"]));
    for args in
        [&["mx", "-q", "good.test", "--dns", "192.0.2.53"][..], &["mx", "-q", "good.test", "--dns", "2001:db8::53"]]
    {
        let Some(outcome) = apart("-rn", "", args) else { return crate::peers::skip("no namespaces here") };
        let outcome = outcome.expect(75).says(&["this machine may have no network"]);
        assert_eq!((outcome.err().lines().count(), outcome.out()), (1, String::new()), "{outcome}");
    }
}

#[test]
fn the_system_says_whom_to_ask() {
    or_skip!(crate::peers::need(&["unshare"]));
    let room = Room::new();
    let with = |config: &str, args: &[&str]| {
        let file = room.file("resolv.conf", config);
        apart("-rm", &format!("mount --bind {file} /etc/resolv.conf &&"), args)
    };
    let Some(none) = with("options edns0\n", &["mx", "-q", "good.test"]) else {
        return crate::peers::skip("no namespaces here");
    };
    assert_eq!(
        none.err(),
        "mailtool: this machine names no name server (no nameservers found in config); --dns IP says whom to ask\n"
    );
    assert_eq!(none.code, Some(78), "{none}");
    let letter = ["send", "-q", "--from", "a@b.test", "--to", "c@good.test", "--body", "x"];
    let outcome = with("", &letter).expect("namespaces").expect(78);
    assert!(outcome.out().contains("names no name server"), "{outcome}");
    // nobody listens at port 53 of these; both are asked, in their order
    let config = "# ours\nsearch example.test\nnameserver 127.0.0.7\nnameserver 127.0.0.8\noptions timeout:1\n";
    let outcome = with(config, &["mx", "good.test"]).expect("namespaces").expect(75);
    let asked: Vec<&str> =
        ["127.0.0.7:53", "127.0.0.8:53"].into_iter().filter(|at| outcome.err().contains(*at)).collect();
    assert_eq!(asked.len(), 2, "{outcome}");
    assert!(!outcome.err().contains("good.test.example.test"), "{outcome}");
}
