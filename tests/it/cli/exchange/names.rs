//! Many letters, many domains, names in other scripts, and ends that come early.

use std::time::{Duration, Instant};

use super::{PLACES, Site, at, fates, letter, send, zone};
use crate::cli::escapes::harmless;
use crate::cli::{Mailtool, Room};
use crate::mock::dns::packet::{MX, Packet, SERVFAIL, mx};
use crate::mock::dns::{Act, Dns, Script};
use crate::mock::{Host, Server, Smtp};
use crate::peers::free_port_on;

#[test]
fn a_domain_in_another_script() {
    let port = free_port_on(&PLACES);
    let server = Server::smtp_at((PLACES[0], port), Smtp::offering(&["SMTPUTF8", "8BITMIME"]));
    let dns = Dns::start(zone(Script::new(), "xn--espaa-rta.test", &PLACES[..1]));
    let outcome = send(&dns, port, &["pepe@españa.test", "alicia@xn--espaa-rta.test"]).args(["--json"]).run().expect(0);
    assert_eq!(outcome.field("status"), ["delivered", "delivered"]);
    // they are one domain, and are asked for once
    assert_eq!((dns.count("xn--espaa-rta.test", MX), server.connections()), (1, 1), "{outcome}");
    assert_eq!(dns.flaws(), [""; 0]);
    let lines = server.heard()[0].lines();
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("RCPT TO:<pepe@xn--espaa-rta.test>") || line.contains("pepe@españa.test")),
        "{lines:?}"
    );
}

#[test]
fn many_letters_to_two_domains_are_two_connections() {
    let port = free_port_on(&PLACES);
    let servers =
        [Host::Content, Host::Content].iter().zip(PLACES).map(|(kind, place)| kind.at((place, port)).expect("a host"));
    let servers: Vec<Server> = servers.collect();
    let dns = Dns::start(zone(zone(Script::new(), "one.test", &PLACES[..1]), "two.test", &PLACES[1..2]));
    let letter = |n: usize| {
        format!(
            "From alicia Mon Nov 23 00:00:00 2026\nFrom: alicia@sender.test\nTo: pepe@one.test, ana@two.test\nSubject: {n}\n\nadios {n}\n\n"
        )
    };
    let room = Room::new();
    let mbox = room.file("box", (0..20).map(letter).collect::<String>());
    let args =
        ["send", "--dns", &dns.address(), "--port", &port.to_string(), "--mbox", &mbox, "--json", "--timeout", "5"];
    let outcome = Mailtool::new(args).run().expect(0);
    assert_eq!(outcome.json().len(), 40);
    for server in &servers {
        let heard = server.heard();
        assert_eq!((heard.len(), heard[0].messages.len()), (1, 20), "{outcome}");
        let subjects: Vec<String> = heard[0]
            .messages
            .iter()
            .map(|message| {
                let text = String::from_utf8_lossy(message).into_owned();
                text.lines().find_map(|line| Some(line.strip_prefix("Subject: ")?.to_owned())).unwrap_or_default()
            })
            .collect();
        assert_eq!(subjects, (0..20).map(|n| n.to_string()).collect::<Vec<_>>());
    }
    assert_eq!((dns.count("one.test", MX), dns.count("two.test", MX)), (1, 1));
}

#[test]
fn two_domains_and_three_recipients_of_whom_one_is_put_off() {
    let port = free_port_on(&PLACES);
    let greylisting =
        Smtp::offering(&["PIPELINING"]).once("RCPT", "250 2.1.5 ok").on("RCPT", "450 4.7.1 greylisted, come again");
    let servers =
        [Server::smtp_at((PLACES[0], port), greylisting), Server::smtp_at((PLACES[1], port), Smtp::offering(&[]))];
    let dns = Dns::start(zone(zone(Script::new(), "one.test", &PLACES[..1]), "two.test", &PLACES[1..2]));
    let outcome = send(&dns, port, &["ana@one.test", "grey@one.test", "pepe@two.test"]).run().expect(3);
    let mut lines: Vec<String> = outcome.out().lines().map(str::to_owned).collect();
    lines.sort();
    assert_eq!(lines.len(), 3, "{outcome}");
    assert!(
        lines[0].starts_with("ana@one.test") && lines[0].contains("  delivered  mx1.one.test [127.0.0.2]"),
        "{outcome}"
    );
    assert!(
        lines[1].starts_with("grey@one.test") && lines[1].contains("  deferred  mx1.one.test [127.0.0.2]"),
        "{outcome}"
    );
    assert!(lines[1].contains("450 4.7.1  greylisted, come again"), "{outcome}");
    assert!(
        lines[2].starts_with("pepe@two.test") && lines[2].contains("  delivered  mx1.two.test [127.0.0.3]"),
        "{outcome}"
    );
    drop(servers);
}

#[test]
fn a_domain_does_not_wait_for_another() {
    let port = free_port_on(&PLACES);
    let servers: Vec<_> =
        [Host::Hanging, Host::Content].iter().zip(PLACES).map(|(kind, place)| kind.at((place, port))).collect();
    let script = zone(zone(Script::new(), "slow.test", &PLACES[..1]), "quick.test", &PLACES[1..2]);
    let dns = Dns::start(script.on_name("silent.test", Act::Silent));
    let outcome = send(&dns, port, &["a@slow.test", "a@silent.test", "a@quick.test"]).args(["--json"]).run().expect(3);
    let quick = outcome.json().into_iter().find(|object| object["recipient"] == "a@quick.test").expect("it");
    assert!(quick["status"] == "delivered" && quick["ms"].as_f64().is_some_and(|ms| ms < 1000.0), "{outcome}");
    assert!(outcome.elapsed < Duration::from_secs(5), "{outcome}");
    drop(servers);
}

#[test]
fn an_interrupt_and_a_deadline_end_it() {
    let port = free_port_on(&PLACES);
    let servers: Vec<_> =
        [Host::Hanging, Host::Content].iter().zip(PLACES).map(|(kind, place)| kind.at((place, port))).collect();
    let script = zone(zone(Script::new(), "slow.test", &PLACES[..1]), "quick.test", &PLACES[1..2]);
    let script = script.on_name("silent.test", Act::Silent).on(
        "both.test",
        MX,
        [mx("both.test", 1, "mx1.slow.test"), mx("both.test", 2, "mx1.quick.test")],
    );
    let dns = Dns::start(script);
    let letter = |recipients: &[&str]| letter(&dns, port, recipients).args(["--json", "--timeout", "20"]);
    for recipients in
        [&["a@silent.test"][..], &["a@slow.test"], &["a@both.test"], &["a@silent.test", "a@slow.test", "a@both.test"]]
    {
        for command in
            [letter(recipients).interrupted(Duration::from_millis(700)), letter(recipients).args(["--deadline", "1"])]
        {
            let outcome = command.run().expect(75);
            assert_eq!(outcome.field("status"), vec!["deferred"; recipients.len()], "{outcome}");
            assert!(outcome.elapsed < Duration::from_secs(4), "{outcome}");
        }
    }
    // what is done by then is told
    let outcome = letter(&["a@quick.test", "a@slow.test"]).interrupted(Duration::from_millis(1500)).run().expect(3);
    assert_eq!(outcome.json().len(), 2, "{outcome}");
    drop(servers);
}

#[test]
fn hostile_records_do_no_harm() {
    let port = free_port_on(&PLACES);
    let hostile = "\\027[31mred\\007.example.test";
    let script = Script::new()
        .on(
            "example.test",
            MX,
            [
                mx("example.test", 1, hostile),
                mx("example.test", 2, "line\\013\\010S: 250 ok.test"),
                mx("example.test", 3, "\\226\\128\\174rtl.test"),
            ],
        )
        .on_name("ede.test", Packet::rcode(SERVFAIL).ede(22, b"\x1b]0;title\x07\r\nS: 250 ok"));
    let script = at(script, hostile, &["127.0.0.2"]);
    let dns = Dns::start(script);
    for args in [&["--json"][..], &[], &["--mx", "each"], &["-vv"]] {
        let room = Room::new();
        let record = room.at("record");
        let outcome =
            send(&dns, port, &["pepe@example.test", "pepe@ede.test"]).args(args).args(["--record", &record]).run();
        harmless(&outcome.everything(Some(&room.read("record"))), false, &format!("{args:?}"));
        assert!(!outcome.err().contains("\nS: 250 ok"), "{outcome}");
    }
}

#[test]
fn a_record_holds_all_of_it() {
    let site = Site::of(&[Host::Dead, Host::Content]);
    let room = Room::new();
    let record = room.at("record");
    site.send(&["pepe@example.test"], &["--record", &record]).expect(0);
    let text = String::from_utf8_lossy(&room.read("record")).into_owned();
    let objects: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let of = |protocol: &str| objects.iter().filter(|object| object["protocol"] == protocol).count();
    assert_eq!(of("dns"), 2 * site.dns.heard().len(), "{text}");
    assert!(of("smtp") > 8, "{text}");
    let sessions: Vec<u64> =
        objects.iter().filter(|o| o["protocol"] == "smtp").filter_map(|o| o["session"].as_u64()).collect();
    assert!(sessions.iter().all(|session| *session == 2), "{text}");
}

#[test]
fn a_thousand_recipients_in_a_hundred_domains() {
    let port = free_port_on(&PLACES);
    let server = Server::smtp_at((PLACES[0], port), Smtp::offering(&["PIPELINING"]));
    let script = (0..100).fold(Script::new(), |script, n| zone(script, &format!("d{n}.test"), &PLACES[..1]));
    let dns = Dns::start(script);
    let recipients: Vec<String> = (0..1000).map(|n| format!("r{n}@d{}.test", n % 100)).collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    let started = Instant::now();
    let outcome = send(&dns, port, &recipients).args(["--json", "-q"]).run().expect(0);
    assert_eq!((outcome.json().len(), server.connections()), (1000, 100), "{outcome}");
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
    assert_eq!(fates(&outcome).len(), 1000);
}
