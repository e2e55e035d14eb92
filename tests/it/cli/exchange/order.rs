//! The order of exchangers and addresses, and which of them are tried.

use std::collections::HashSet;
use std::net::TcpListener;
use std::time::Duration;

use super::{PLACES, Site, at, fates, letter, send};
use crate::cli::Mailtool;
use crate::mock::dns::packet::{AAAA, MX, mx};
use crate::mock::dns::{Dns, Script};
use crate::mock::{Host, Server, Smtp};
use crate::peers::free_port_on;

/// Where a letter is said to be tried, in order.
fn plan(outcome: &super::Outcome) -> String {
    let err = outcome.err();
    err.lines().find_map(|line| Some(line.split_once(" is tried at ")?.1.to_owned())).unwrap_or_default()
}

#[test]
fn by_preference_equal_ones_shuffled() {
    let hosts = ["a", "b", "c", "d"].map(|name| format!("{name}.equal.test"));
    let records = vec![
        mx("equal.test", 20, &hosts[3]),
        mx("equal.test", 10, &hosts[0]),
        mx("equal.test", 10, &hosts[1]),
        mx("equal.test", 10, &hosts[2]),
    ];
    let script =
        hosts.iter().fold(Script::new().on("equal.test", MX, records), |script, host| at(script, host, &["127.0.0.2"]));
    let dns = Dns::start(script);
    let port = free_port_on(&PLACES);
    let with = |seed: &str| {
        plan(&send(&dns, port, &["pepe@equal.test"]).args(["--seed", seed, "--mx", "first"]).run().expect(75))
    };
    let mut seen = HashSet::new();
    for seed in 0..12 {
        let order = with(&seed.to_string());
        assert_eq!(order, with(&seed.to_string()), "the same seed is the same order");
        assert!(order.ends_with(", 20 d.equal.test") && order.matches("10 ").count() == 3, "{order}");
        seen.insert(order);
    }
    assert!(seen.len() > 2, "{seen:?}");
    // and without one, by chance
    let random: HashSet<String> =
        (0..12).map(|_| plan(&send(&dns, port, &["pepe@equal.test"]).args(["--mx", "first"]).run())).collect();
    assert!(random.len() > 1, "{random:?}");
    send(&dns, port, &["pepe@equal.test"]).args(["--seed", "x"]).run().expect(64);
}

#[test]
fn looking_for_them_is_a_phase_of_the_first_connection() {
    let site = Site::speaking(vec![Smtp::offering(&[]), Smtp::offering(&[]).once("EHLO", "451 later")]);
    let outcome = site.send(&["pepe@example.test", "alicia@example.test"], &["--json", "-v"]).expect(0);
    for object in outcome.json() {
        assert!(object["timing"]["dns"].is_number(), "{outcome}");
    }
    let bars = outcome.err();
    let bars: Vec<&str> = bars.lines().filter(|line| line.ends_with(['█', '▏'])).collect();
    assert!(bars[0].starts_with("* dns ") && bars[1].starts_with("* connect "), "{outcome}");
    // One that is tried behind another was looked for too; a second connection to it was not.
    let site = Site::speaking(vec![Smtp::offering(&[]).on("EHLO", "421 no"), Smtp::offering(&[])]);
    let outcome = site.send(&["pepe@example.test"], &["--json"]).expect(0);
    assert!(outcome.json()[0]["timing"]["dns"].is_number(), "{outcome}");
    let site = Site::speaking(vec![Smtp::offering(&[])]);
    let mbox = "From a@x Mon Nov 23 12:00:00 2026\nFrom: a@x.test\n\nhola\n\n".repeat(2);
    let args = ["send", "--mbox", "-", "--json", "--per-connection", "1", "--rcpt", "pepe@example.test", "--dns"];
    let run = Mailtool::new(args).args([&site.dns.address(), "--port", &site.port.to_string()]).stdin(mbox);
    let outcome = run.run().expect(0);
    let dns = |n: usize| outcome.json()[n]["timing"].get("dns").is_some();
    assert_eq!((dns(0), dns(1)), (true, false), "{outcome}");
    let literal = site.send(&["pepe@[127.0.0.2]"], &["--json"]).expect(0);
    assert_eq!(literal.json()[0]["timing"].get("dns"), None, "{literal}");
}

#[test]
fn every_address_of_a_host_is_tried() {
    let port = free_port_on(&PLACES);
    let server = Host::Content.at((PLACES[2], port));
    let script = at(
        Script::new().on("example.test", MX, [mx("example.test", 10, "mx.example.test")]),
        "mx.example.test",
        &PLACES[..3],
    );
    let dns = Dns::start(script);
    let outcome = send(&dns, port, &["pepe@example.test"]).args(["--json"]).run().expect(0);
    assert_eq!(fates(&outcome), ["pepe@example.test delivered mx 127.0.0.4"]);
    for place in &PLACES[..3] {
        assert!(
            outcome.err().contains(&format!("* connecting to mx.example.test [{place}]:{port}")),
            "{place}: {outcome}"
        );
    }
    drop(server);
    // one that answers and puts off is no reason to leave the other out
    let servers =
        [Host::Busy, Host::Greylisting, Host::Content].iter().zip(PLACES).map(|(kind, place)| kind.at((place, port)));
    let servers: Vec<_> = servers.collect();
    let outcome = send(&dns, port, &["pepe@example.test"]).args(["--json"]).run().expect(0);
    assert_eq!(fates(&outcome), ["pepe@example.test delivered mx 127.0.0.4"], "{outcome}");
    assert_eq!(servers.iter().flatten().map(Server::connections).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn addresses_of_both_families_race() {
    let port = free_port_on(&PLACES);
    let server = Host::Content.at((PLACES[0], port));
    let both = |six: &str| {
        let script = Script::new().on("example.test", MX, [mx("example.test", 10, "mx.example.test")]);
        Dns::start(at(script, "mx.example.test", &[PLACES[0], six]))
    };
    // refused at once, or no way there
    for six in ["::1", "2001:db8::25"] {
        let outcome = send(&both(six), port, &["pepe@example.test"]).args(["--json"]).run().expect(0);
        assert_eq!(fates(&outcome), ["pepe@example.test delivered mx 127.0.0.2"], "{outcome}");
        for place in [six, PLACES[0]] {
            assert!(
                outcome.err().contains(&format!("* connecting to mx.example.test [{place}]:{port}")),
                "{place}: {outcome}"
            );
        }
        assert!(outcome.err().contains(&format!("* connected to [127.0.0.2]:{port}")), "{outcome}");
        assert!(outcome.elapsed < Duration::from_secs(2), "{outcome}");
    }
    drop(server);
}

#[test]
fn one_family_alone() {
    let port = free_port_on(&[PLACES[0], "::1"]);
    let Ok(listener) = TcpListener::bind(("::1", port)) else { return crate::peers::skip("no IPv6 here") };
    drop(listener);
    let (four, six) = (Host::Content.at((PLACES[0], port)), Host::Content.at(("::1", port)));
    let script = Script::new().on("example.test", MX, [mx("example.test", 10, "mx.example.test")]);
    let dns = Dns::start(at(script, "mx.example.test", &[PLACES[0], "::1"]));
    for (flag, place) in [("-4", PLACES[0]), ("-6", "::1")] {
        let outcome = send(&dns, port, &["pepe@example.test"]).args(["--json", flag]).run().expect(0);
        assert_eq!(fates(&outcome), [format!("pepe@example.test delivered mx {place}")], "{outcome}");
    }
    // of a host nothing else is even asked for
    let dns = Dns::start(at(
        Script::new().on("one.test", MX, [mx("one.test", 10, "mx.one.test")]),
        "mx.one.test",
        &[PLACES[0]],
    ));
    send(&dns, port, &["pepe@one.test"]).args(["-4"]).run().expect(0);
    assert_eq!(dns.count("mx.one.test", AAAA), 0);
    let outcome = send(&dns, port, &["pepe@one.test"]).args(["-6"]).run().expect(68);
    assert!(outcome.out().contains("the exchanger mx.one.test has no IPv6 address"), "{outcome}");
    drop((four, six));
}

#[test]
fn the_first_alone() {
    let site = Site::of(&[Host::Greylisting, Host::Content]);
    let outcome = site.send(&["pepe@example.test"], &["--mx", "first", "--json"]).expect(75);
    assert_eq!(fates(&outcome), ["pepe@example.test deferred mx1 127.0.0.2"]);
    assert_eq!(site.connections(1), 0);
}

#[test]
fn each_is_a_test_of_all() {
    let port = free_port_on(&PLACES);
    let kinds = [Host::Content, Host::Dead, Host::Hanging, Host::Hanging, Host::Unknowing, Host::Content];
    let servers: Vec<_> = kinds.iter().zip(PLACES).map(|(kind, place)| kind.at((place, port))).collect();
    let script = Script::new().on(
        "example.test",
        MX,
        [
            mx("example.test", 10, "mx1.example.test"),
            mx("example.test", 20, "mx2.example.test"),
            mx("example.test", 30, "gone.example.test"),
        ],
    );
    let script = at(at(script, "mx1.example.test", &PLACES[..3]), "mx2.example.test", &PLACES[3..6]);
    let dns = Dns::start(script);
    let outcome = send(&dns, port, &["pepe@example.test"]).args(["--mx", "each", "--json"]).run().expect(3);
    assert_eq!(
        fates(&outcome),
        [
            "pepe@example.test deferred mx1 127.0.0.3",
            "pepe@example.test deferred mx1 127.0.0.4",
            "pepe@example.test deferred mx2 127.0.0.5",
            "pepe@example.test delivered mx1 127.0.0.2",
            "pepe@example.test delivered mx2 127.0.0.7",
            "pepe@example.test refused gone -",
            "pepe@example.test refused mx2 127.0.0.6",
        ],
        "{outcome}"
    );
    // two that hang cost the time of one
    assert!(outcome.elapsed < Duration::from_secs(4), "{outcome}");
    assert_eq!(servers.iter().flatten().map(Server::connections).sum::<usize>(), 5);
}

#[test]
fn our_own_name_among_the_exchangers() {
    let port = free_port_on(&PLACES);
    let server = Host::Content.at((PLACES[0], port));
    let own = "client.sender.test";
    let script = at(Script::new(), "mx.other.test", &PLACES[..1])
        .on("own.test", MX, [mx("own.test", 10, own), mx("own.test", 20, "mx.other.test")])
        .on("equal.test", MX, [mx("equal.test", 10, "mx.other.test"), mx("equal.test", 10, own)])
        .on("backup.test", MX, [mx("backup.test", 10, "mx.other.test"), mx("backup.test", 20, "CLIENT.sender.test")])
        .on(own, MX, Vec::new());
    let dns = Dns::start(at(script, own, &PLACES[..1]));
    for domain in ["own.test", "equal.test", own] {
        let outcome = send(&dns, port, &[&format!("pepe@{domain}")]).run().expect(69);
        assert!(outcome.out().contains("loops back"), "{domain}: {outcome}");
    }
    let outcome = send(&dns, port, &["pepe@backup.test"]).args(["--json"]).run().expect(0);
    assert_eq!(fates(&outcome), ["pepe@backup.test delivered mx 127.0.0.2"]);
    // under another name we are somebody else
    letter(&dns, port, &["pepe@own.test"]).args(["--helo", "other.test", "--timeout", "2"]).run().expect(0);
    drop(server);
}

#[test]
fn domains_without_an_exchanger() {
    let port = free_port_on(&[PLACES[0], "::1"]);
    let server = Host::Content.at((PLACES[0], port));
    let has_six = TcpListener::bind(("::1", port)).is_ok();
    let six = has_six.then(|| Host::Content.at(("::1", port)));
    let dns = Dns::start(at(at(Script::new(), "four.test", &["127.0.0.2"]), "six.test", &["::1"]));
    let mut cases = vec![
        ("pepe@four.test", "pepe@four.test delivered four 127.0.0.2"),
        ("pepe@[127.0.0.2]", "pepe@[127.0.0.2] delivered 127 127.0.0.2"),
    ];
    if six.is_some() {
        cases.push(("pepe@six.test", "pepe@six.test delivered six ::1"));
        cases.push(("pepe@[IPv6:::1]", "pepe@[IPv6:::1] delivered ::1 ::1"));
    }
    for (recipient, fate) in cases {
        let outcome = send(&dns, port, &[recipient]).args(["--json"]).run().expect(0);
        assert_eq!(fates(&outcome), [fate], "{outcome}");
        if recipient.contains(".test") {
            assert!(outcome.err().contains(" has no MX: its own host takes its mail (RFC 5321 §5.1)"), "{outcome}");
        }
    }
    assert!(dns.heard().iter().all(|question| question.name.ends_with(".test")), "an address is not looked up");
    drop(server);
}

#[test]
fn nobody_logs_in_at_exchangers() {
    let login = ["-u", "alicia", "--password-env", "SECRET"];
    let outcome = super::Mailtool::letter("").args(["x"]).run();
    assert_eq!(outcome.code, Some(64));
    let dns = Dns::start(Script::new());
    let outcome = send(&dns, 25, &["pepe@example.test"]).args(login).env("SECRET", "wonder land").run().expect(64);
    assert!(outcome.err().contains("--server names the submission server"), "{outcome}");
    assert_eq!(dns.heard().len(), 0);
}

#[test]
fn a_server_by_name_is_looked_up_there_too() {
    let server = Server::smtp(Smtp::offering(&[]));
    let dns = Dns::start(at(Script::new(), "relay.test", &["127.0.0.1"]));
    let letter = |host: &str| {
        super::Mailtool::letter(&format!("{host}:{}", server.port)).args(["--dns", &dns.address(), "--timeout", "2"])
    };
    let outcome = letter("relay.test").args(["--json"]).run().expect(0);
    assert_eq!(fates(&outcome), ["pepe@example.test delivered relay 127.0.0.1"]);
    letter("gone.test").run().expect(68);
}
