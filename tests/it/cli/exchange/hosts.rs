//! Hosts that fail in every way: who is tried next, who has the last word, and what it means for a script.

use std::thread;
use std::time::Duration;

use super::{PLACES, Site, at, fates, send, zone};
use crate::cli::Room;
use crate::mock::dns::packet::{A, MX, NXDOMAIN, Packet, REFUSED, SERVFAIL, mx, to_name};
use crate::mock::dns::{Act, Dns, Script};
use crate::mock::smtp::GREETING;
use crate::mock::{Host, Server, Smtp};
use crate::peers::free_port_on;

#[test]
fn the_first_is_dead_and_the_second_takes_it() {
    let site = Site::of(&[Host::Dead, Host::Content]);
    let outcome = site.send(&["pepe@example.test"], &[]).expect(0);
    let port = site.port;
    let err = outcome.err();
    let attempts: Vec<&str> = err.lines().filter(|line| line.contains(&format!(":{port}"))).collect();
    assert_eq!(
        attempts,
        [
            format!("* connecting to mx1.example.test [127.0.0.2]:{port}"),
            format!(
                "! cannot connect to mx1.example.test (127.0.0.2:{port}: connection refused); nothing listens there: check the port"
            ),
            format!("[2] * connecting to mx2.example.test [127.0.0.3]:{port}"),
        ],
        "{outcome}"
    );
    assert!(
        outcome.err().contains("* mail for example.test is tried at 10 mx1.example.test, 20 mx2.example.test\n"),
        "{outcome}"
    );
    assert!(outcome.out().starts_with("pepe@example.test  delivered  mx2.example.test [127.0.0.3]"), "{outcome}");
    assert_eq!(site.messages(1), 1);
}

#[test]
fn an_exchanger_at_no_address_is_tried_once() {
    // The kernel takes 0.0.0.0 for this machine, and its sockets call it 127.0.0.1.
    let port = free_port_on(&["0.0.0.0"]);
    let server = Server::smtp_at(("127.0.0.1", port), Smtp::offering(&[]).on(GREETING, "421 4.3.2 not now"));
    let dns = Dns::start(zone(Script::new(), "example.test", &["0.0.0.0"]));
    let outcome = send(&dns, port, &["pepe@example.test"]).run().expect(75);
    assert_eq!(server.connections(), 1, "{outcome}");
}

#[test]
fn of_very_many_addresses_a_few_are_tried() {
    let many: Vec<String> = (1..=40).map(|n| format!("127.0.7.{n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let exchanger = mx("example.test", 10, "mx1.example.test");
    let script = Script::new().on("example.test", MX, vec![exchanger]);
    let script = at(script, "mx1.example.test", &many);
    let outcome = send(&Dns::start(script), free_port_on(&["127.0.7.1"]), &["pepe@example.test"]).run().expect(75);
    assert!(outcome.err().contains("mx1.example.test has 40 addresses, of which 10 are tried"), "{outcome}");
    assert_eq!(outcome.err().matches("connecting to").count(), 10, "{outcome}");
}

/// What becomes of a letter whose first exchanger is of a kind and whose second is content: the exit code, and whether
/// the second was asked.
fn after(kind: Host) -> (i32, bool) {
    match kind {
        Host::Content | Host::WithoutTls => (0, false),
        Host::Unknowing => (67, false),
        Host::Rejecting => (77, false),
        // it had all of it, and nobody knows: a second try might deliver it twice
        Host::Forgetting | Host::Vanishing => (75, false),
        _ => (0, true),
    }
}

/// The exit code of a letter to one exchanger of a kind, and the status.
fn alone(kind: Host) -> (i32, &'static str) {
    match kind {
        Host::Content | Host::WithoutTls => (0, "delivered"),
        Host::Unknowing => (67, "refused"),
        Host::Rejecting => (77, "refused"),
        Host::Refusing => (69, "refused"),
        Host::Foreign => (76, "refused"),
        Host::Forgetting | Host::Vanishing => (75, "uncertain"),
        _ => (75, "deferred"),
    }
}

#[test]
fn every_kind_of_host_with_another_behind_it() {
    thread::scope(|scope| {
        for kind in Host::ALL {
            scope.spawn(move || {
                let site = Site::of(&[kind, Host::Content]);
                let (code, second) = after(kind);
                let outcome = site.send(&["pepe@example.test"], &["--json"]);
                assert_eq!((outcome.code, site.messages(1)), (Some(code), usize::from(second)), "{kind:?}: {outcome}");
                let place = if second { "127.0.0.3" } else { "127.0.0.2" };
                assert_eq!(outcome.field("address"), [place], "{kind:?}: {outcome}");
            });
        }
    });
}

#[test]
fn every_kind_of_host_alone_and_all_together() {
    // one domain a kind: what befalls one is no matter of another
    let port = free_port_on(&PLACES);
    let place = |n: usize| format!("127.0.1.{}", n + 1);
    let domain = |n: usize| format!("d{n:02}.test");
    let servers: Vec<Option<Server>> =
        Host::ALL.iter().enumerate().map(|(n, kind)| kind.at((&place(n), port))).collect();
    let script = (0..servers.len()).fold(Script::new(), |script, n| zone(script, &domain(n), &[&place(n)]));
    let dns = Dns::start(script);
    thread::scope(|scope| {
        for (n, kind) in Host::ALL.into_iter().enumerate() {
            let dns = &dns;
            scope.spawn(move || {
                let (code, status) = alone(kind);
                let outcome = send(dns, port, &[&format!("pepe@{}", domain(n))]).args(["--json"]).run();
                assert_eq!(
                    (outcome.code, outcome.field("status")),
                    (Some(code), vec![status.to_owned()]),
                    "{kind:?}: {outcome}"
                );
            });
        }
    });
    let recipients: Vec<String> = (0..servers.len()).map(|n| format!("pepe@{}", domain(n))).collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    let outcome = send(&dns, port, &recipients).args(["--json"]).run().expect(3);
    let expected: Vec<String> =
        Host::ALL.iter().enumerate().map(|(n, kind)| format!("{} {}", recipients[n], alone(*kind).1)).collect();
    let found: Vec<String> =
        fates(&outcome).iter().map(|fate| fate.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(found, expected, "{outcome}");
    // side by side
    assert!(outcome.elapsed < Duration::from_secs(8), "{outcome}");
}

#[test]
fn one_after_the_other_until_one_takes_it() {
    let site = Site::of(&[
        Host::Dead,
        Host::Busy,
        Host::Refusing,
        Host::Foreign,
        Host::Greylisting,
        Host::Deferring,
        Host::Content,
    ]);
    let outcome = site.send(&["pepe@example.test"], &["--json"]).expect(0);
    assert_eq!(fates(&outcome), ["pepe@example.test delivered mx7 127.0.0.8"], "{outcome}");
    assert!((1..7).all(|n| site.connections(n) == 1), "{outcome}");
    // and where nobody does, what may still succeed counts
    let site = Site::of(&[Host::Greylisting, Host::Refusing, Host::Foreign]);
    let outcome = site.send(&["pepe@example.test"], &["--json"]).expect(75);
    assert_eq!(fates(&outcome), ["pepe@example.test deferred mx1 127.0.0.2"], "{outcome}");
    assert_eq!((outcome.field("code"), outcome.field("enhanced")), (vec!["450".into()], vec!["4.7.1".into()]));
}

#[test]
fn a_message_that_was_not_sent_whole_goes_to_the_next() {
    let site = Site::of(&[Host::Vanishing, Host::Content]);
    let room = Room::new();
    let large = room.file("large", "adios\n".repeat(2_000_000));
    let outcome =
        send(&site.dns, site.port, &["pepe@example.test"]).args(["--json", "--attach", &large]).run().expect(0);
    assert_eq!(fates(&outcome), ["pepe@example.test delivered mx2 127.0.0.3"]);
}

#[test]
fn a_refusal_ends_it() {
    for kind in [Host::Unknowing, Host::Rejecting] {
        let site = Site::of(&[kind, Host::Content]);
        site.send(&["pepe@example.test"], &[]);
        assert_eq!((site.connections(0), site.connections(1)), (1, 0), "{kind:?}");
    }
}

#[test]
fn who_is_put_off_goes_on_alone() {
    let first = Smtp::offering(&["PIPELINING"])
        .once("RCPT", "250 2.1.5 ok")
        .once("RCPT", "450 4.7.1 later")
        .once("RCPT", "550 5.1.1 no");
    let site = Site::speaking(vec![first, Smtp::offering(&[])]);
    let outcome = site.send(&["one@example.test", "two@example.test", "three@example.test"], &["--json"]).expect(3);
    assert_eq!(
        fates(&outcome),
        [
            "one@example.test delivered mx1 127.0.0.2",
            "three@example.test refused mx1 127.0.0.2",
            "two@example.test delivered mx2 127.0.0.3"
        ]
    );
    let said: Vec<String> = site.heard(1).into_iter().filter(|line| line.starts_with("RCPT")).collect();
    assert_eq!(said, ["RCPT TO:<two@example.test>"], "{outcome}");
}

#[test]
fn recipients_of_one_domain_share_a_transaction() {
    let site = Site::of(&[Host::Content]);
    let outcome = site.send(&["one@example.test", "two@EXAMPLE.test", "three@example.test."], &["--json"]);
    let lines = site.heard(0);
    let count = |verb: &str| lines.iter().filter(|line| line.starts_with(verb)).count();
    if outcome.code == Some(64) {
        // a final dot is no part of an address
        let outcome = site.send(&["one@example.test", "two@EXAMPLE.test"], &["--json"]).expect(0);
        let lines = site.heard(0);
        let count = |verb: &str| lines.iter().filter(|line| line.starts_with(verb)).count();
        assert_eq!((count("EHLO"), count("MAIL"), count("RCPT"), site.messages(0)), (1, 1, 2, 1), "{outcome}");
    } else {
        assert_eq!((count("EHLO"), count("MAIL"), count("RCPT"), site.messages(0)), (1, 1, 3, 1), "{outcome}");
    }
    assert_eq!(site.dns.count("example.test", MX), 1);
}

#[test]
fn name_servers_that_fail_for_some() {
    let port = free_port_on(&PLACES);
    let host = Host::Content.at((PLACES[0], port));
    let script = zone(Script::new(), "good.test", &PLACES[..1])
        .on_name("broken.test", Packet::rcode(SERVFAIL))
        .on_name("refused.test", Packet::rcode(REFUSED))
        .on_name("silent.test", Act::Silent)
        .on_name("lying.test", Packet::answer([mx("lying.test", 1, "mx1.good.test")]).asked("other.test", MX))
        .on_name("cut.test", Packet::answer([mx("cut.test", 1, "mx1.good.test")]).cut(5))
        .on("one.test", MX, [to_name("one.test", 5, "two.test")])
        .on("two.test", MX, [to_name("two.test", 5, "one.test")])
        .on("alias.test", MX, [to_name("alias.test", 5, "good.test")])
        .on("null.test", MX, [mx("null.test", 0, ".")])
        .on("gone.test", MX, [mx("gone.test", 10, "nowhere.test")])
        .on("address.test", MX, [mx("address.test", 10, "127.0.0.2")])
        .on("deaf.test", MX, [mx("deaf.test", 10, "mx.deaf.test")])
        .on("mx.deaf.test", A, Packet::rcode(SERVFAIL))
        .on_name("nowhere.test", Packet::negative(NXDOMAIN));
    let dns = Dns::start(script);
    let cases = [
        ("good.test", 0, "delivered", "ok"),
        ("alias.test", 0, "delivered", "ok"),
        ("broken.test", 75, "deferred", "answers SERVFAIL"),
        ("refused.test", 75, "deferred", "answers REFUSED"),
        ("silent.test", 75, "deferred", "2 seconds passed without an answer of the name server"),
        ("lying.test", 76, "refused", "it answers another question"),
        ("cut.test", 76, "refused", "breaks the protocol: malformed"),
        ("one.test", 68, "refused", "go round in circles"),
        ("null.test", 68, "refused", "takes no mail (null MX, RFC 7505)"),
        ("nowhere.test", 68, "refused", "the domain nowhere.test does not exist (NXDOMAIN)"),
        ("gone.test", 68, "refused", "the exchanger nowhere.test does not exist (NXDOMAIN)"),
        ("address.test", 68, "refused", "the exchanger 127.0.0.2 is an address where a name must stand"),
        ("deaf.test", 75, "deferred", "answers SERVFAIL to mx.deaf.test"),
        ("other.invalid", 68, "refused", "the domain other.invalid does not exist"),
    ];
    thread::scope(|scope| {
        for (domain, code, status, text) in cases {
            let dns = &dns;
            scope.spawn(move || {
                let outcome = send(dns, port, &[&format!("pepe@{domain}")]).args(["--json"]).run();
                assert_eq!(
                    (outcome.code, outcome.field("status")),
                    (Some(code), vec![status.to_owned()]),
                    "{domain}: {outcome}"
                );
                assert!(outcome.field("text")[0].contains(text), "{domain}: {outcome}");
            });
        }
    });
    assert_eq!(dns.heard().iter().filter(|question| question.name.ends_with("invalid")).count(), 0);
    assert_eq!(dns.flaws(), [""; 0]);
    // all in one letter
    let recipients: Vec<String> = cases.iter().map(|(domain, ..)| format!("pepe@{domain}")).collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    let outcome = send(&dns, port, &recipients).args(["--json"]).run().expect(3);
    let mut expected: Vec<String> =
        cases.iter().map(|(domain, _, status, _)| format!("pepe@{domain} {status}")).collect();
    expected.sort();
    let found: Vec<String> =
        fates(&outcome).iter().map(|fate| fate.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(found, expected, "{outcome}");
    drop(host);
}

#[test]
fn exits_of_several_failures() {
    let script = at(Script::new(), "unused.test", &["127.0.0.2"])
        .on_name("broken.test", Packet::rcode(SERVFAIL))
        .on("null.test", MX, [mx("null.test", 0, ".")])
        .on("own.test", MX, [mx("own.test", 0, "client.sender.test")]);
    let dns = Dns::start(script);
    let send = |recipients: &[&str]| send(&dns, 9, recipients).args(["-q"]).run();
    send(&["a@null.test", "a@nowhere.test"]).expect(68);
    send(&["a@null.test", "a@broken.test"]).expect(75);
    send(&["a@own.test"]).expect(69);
    send(&["a@own.test", "a@null.test"]).expect(69);
    // the report of a person
    let outcome = send(&["a@null.test", "a@broken.test"]).expect(75);
    let lines: Vec<String> = outcome.out().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2, "{outcome}");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("a@null.test") && line.contains("refused") && line.contains("takes no mail")),
        "{outcome}"
    );
    assert!(lines.iter().any(|line| line.starts_with("a@broken.test") && line.contains("deferred")), "{outcome}");
}

#[test]
fn a_strict_sender_minds_deviations() {
    let lines = Smtp::offering(&[]).on("MAIL", "250 ok\n250 twice");
    let site = Site::speaking(vec![lines]);
    let outcome = site.send(&["pepe@example.test"], &["--json", "--strict"]);
    assert_eq!(outcome.code, Some(76), "{outcome}");
}

#[test]
fn five_hundred_exchangers_are_not_all_tried() {
    let script = (0..500).fold(Script::new(), |script, n| at(script, &format!("mx{n}.large.test"), &["127.0.0.2"]));
    let records: Vec<_> = (0..500).map(|n| mx("large.test", n, &format!("mx{n}.large.test"))).collect();
    let dns = Dns::start(script.on("large.test", MX, records));
    // nobody listens there
    let outcome = send(&dns, free_port_on(&PLACES), &["pepe@large.test"]).run().expect(75);
    let tried = outcome.err().lines().filter(|line| line.contains("* connecting to mx")).count();
    assert!((10..=50).contains(&tried), "{tried} of 500\n{outcome}");
    assert!(outcome.elapsed < Duration::from_secs(10), "{outcome}");
}
