//! Name servers that are right, wrong, slow or gone: what is asked of them, what is believed, and what it means for a
//! script.

mod transports;

use std::time::Duration;

use super::{Mailtool, Outcome};
use crate::mock::dns::packet::{
    A, BADVERS, FORMERR, MX, NOTIMP, NXDOMAIN, Name, Packet, QR, REFUSED, Record, SERVFAIL, TXT, address, mx, to_name,
};
use crate::mock::dns::{Act, Dns, Question, Script, Transport};
use crate::peers::free_port;

/// `mailtool mx --dns SERVERS --timeout 1 ARGS`.
fn mx_of(servers: &str, args: &[&str]) -> Outcome {
    Mailtool::new(["mx", "--dns", servers, "--timeout", "1"]).args(args).run()
}

/// The records of `good.test`.
fn good() -> Vec<Record> {
    vec![mx("good.test", 10, "mx.good.test")]
}

/// A server that knows `good.test` and its host.
fn knowing() -> Script {
    Script::new().on("good.test", MX, good()).on("mx.good.test", A, [address("mx.good.test", "142.250.0.1")])
}

/// A server that does this when asked for the MX of `good.test`, over both transports.
fn doing(act: impl Into<Act>) -> Dns {
    Dns::start(Script::new().on("good.test", MX, act).on("mx.good.test", A, [address("mx.good.test", "142.250.0.1")]))
}

/// Runs several checks at once, since most of each is waiting.
fn at_once<T: Sync>(cases: &[T], check: impl Fn(&T) + Sync) {
    std::thread::scope(|scope| {
        let threads: Vec<_> = cases.iter().map(|case| scope.spawn(|| check(case))).collect();
        let failed = threads.into_iter().filter_map(|thread| thread.join().err()).count();
        assert_eq!(failed, 0, "{failed} of {} cases failed: see above", cases.len());
    });
}

fn ways(dns: &Dns, name: &str) -> Vec<Transport> {
    dns.heard().into_iter().filter(|question| question.name == name).map(|question| question.transport).collect()
}

#[test]
fn questions_are_as_the_standards_have_them() {
    let dns = Dns::start(knowing());
    let outcome = mx_of(&dns.address(), &["good.test", "--format", "short"]).expect(0);
    assert_eq!(outcome.out(), "mx.good.test\n");
    assert_eq!(dns.flaws(), [""; 0]);
    for Question { rd, edns, class, transport, .. } in dns.heard() {
        let edns = edns.expect("EDNS");
        assert_eq!((rd, class, edns.size, edns.version, edns.dnssec), (true, 1, 1232, 0, false));
        assert_eq!(transport, Transport::Udp);
    }
    // each is asked once: the answers are kept
    assert_eq!((dns.count("good.test", MX), dns.count("mx.good.test", A)), (1, 1));
    let outcome = mx_of(&dns.address(), &["good.test", "GOOD.test.", "--format", "short"]).expect(0);
    assert_eq!(outcome.out(), "mx.good.test\nmx.good.test\n");
    assert_eq!(dns.count("good.test", MX), 2);
}

#[test]
fn truncation_leads_to_tcp() {
    let dns = Dns::start(Script::new().truncated("good.test", MX, good()).truncated("mx.good.test", A, Act::Close));
    let outcome = mx_of(&dns.address(), &["good.test", "--json"]).expect(0);
    assert_eq!(ways(&dns, "good.test")[..2], [Transport::Udp, Transport::Tcp]);
    assert_eq!(outcome.field("over"), ["tcp"]);
    let flags = outcome.err().lines().find(|line| line.starts_with("S: ")).map(str::to_owned).unwrap_or_default();
    assert!(flags.contains(" flags qr aa tc rd;"), "{outcome}");
    let outcome = outcome.says(&["the answer is truncated (TC): once more over TCP"]);
    assert!(outcome.out().contains("lookup-failed"), "{outcome}");
    assert_eq!(dns.flaws(), [""; 0]);
}

#[test]
fn what_cannot_be_read_comes_by_tcp() {
    let script = || knowing().once("good.test", MX, Packet::answer(good()).cut(3));
    let dns = Dns::start(script());
    let outcome = mx_of(&dns.address(), &["good.test", "--format", "short"]).expect(0);
    assert!(outcome.err().contains("the answer cannot be read: once more over TCP"), "{outcome}");
    assert_eq!(ways(&dns, "good.test")[..2], [Transport::Udp, Transport::Tcp]);
    mx_of(&Dns::start(script()).address(), &["good.test", "--strict"]).expect(76);
    // more than was asked for, but all of it
    let many: Vec<Record> =
        (0..200).map(|n| mx("good.test", n, &format!("a-host-with-a-long-name-{n}.test"))).collect();
    let dns = doing(Packet::answer(many.clone()).oversized());
    let outcome = mx_of(&dns.address(), &["good.test", "--format", "short"]).expect(0);
    assert_eq!((outcome.out().lines().count(), dns.connections()), (many.len(), 0));
}

#[test]
fn streams_that_end_or_stall_are_told() {
    let whole = || Packet::answer(good());
    let cases: [(Act, i32, &str); 9] = [
        (Act::Close, 75, "ended the connection"),
        (Act::CloseInside(whole(), 0), 75, "ended the connection"),
        (Act::CloseInside(whole(), 20), 75, "ended the connection"),
        (Act::StallInside(whole(), 20), 75, "1 second passed"),
        (Act::Silent, 75, "1 second passed"),
        (Act::Length(500, whole()), 75, "1 second passed"),
        (Act::Length(20, whole()), 76, "malformed"),
        (Act::Octets(Vec::new()), 75, "1 second passed"),
        (Act::EachOctet(whole()), 0, ""),
    ];
    at_once(&cases, |(act, code, words)| {
        let dns = Dns::start(Script::new().truncated("good.test", MX, act.clone()));
        let outcome = mx_of(&dns.address(), &["good.test"]).expect(*code).says(&[words]);
        assert!(outcome.elapsed < Duration::from_secs(6), "{act:?}: {outcome}");
        assert!(!outcome.err().contains("no network"), "{act:?}: {outcome}");
    });
    let dns = Dns::start(Script::new().truncated("good.test", MX, good()).no_tcp());
    let refused = format!("the name server {} cannot be reached (connection refused)", dns.address());
    mx_of(&dns.address(), &["good.test"]).expect(75).says(&[&refused]);
}

#[test]
fn what_came_of_an_answer_before_the_end_is_shown() {
    let act =
        Act::CloseInside(Packet::answer([mx("good.test", 10, "mx.good.test"), mx("good.test", 20, "b.test")]), 58);
    let dns = Dns::start(Script::new().truncated("good.test", MX, act));
    let outcome = mx_of(&dns.address(), &["good.test", "--dns-over", "tcp"]).expect(75);
    assert!(outcome.err().contains("S:   answer      good.test. 300 IN MX 10 mx.good.test."), "{outcome}");
    assert!(outcome.err().contains("! incomplete: the connection ended within this message"), "{outcome}");
}

#[test]
fn a_connection_that_stood_before_is_made_anew() {
    let script = knowing().once("good.test", MX, Act::All(vec![Packet::answer(good()).into(), Act::Close]));
    let dns = Dns::start(script);
    let outcome = mx_of(&dns.address(), &["good.test", "--dns-over", "tcp"]).expect(0);
    assert!(outcome.out().contains("142.250.0.1"), "{outcome}");
    assert!(dns.connections() >= 2);
}

#[test]
fn servers_that_do_not_know_edns_are_asked_without() {
    let without = || Act::from(good());
    let plain = |act: Act| Act::Edns(Box::new(act), Box::new(without()));
    for act in [
        plain(Packet::rcode(FORMERR).no_edns().into()),
        plain(Packet::rcode(FORMERR).no_edns().unasked().into()),
        plain(Packet::rcode(BADVERS).into()),
    ] {
        let dns = doing(act.clone());
        let outcome = mx_of(&dns.address(), &["good.test", "--strict"]).expect(0).says(&["does not take EDNS"]);
        let asked: Vec<bool> =
            dns.heard().iter().filter(|q| q.name == "good.test" && q.kind == MX).map(|q| q.edns.is_some()).collect();
        assert_eq!(asked, [true, false], "{act:?}: {outcome}");
    }
    // nor are they when the answer is too long for a datagram
    let no = || Packet::rcode(FORMERR).no_edns();
    let script = Script::new().truncated("good.test", MX, plain(no().into()));
    let script = script.once("good.test", MX, plain(no().into()));
    mx_of(&Dns::start(script).address(), &["good.test"]).expect(0);
    // FORMERR with EDNS in it is about something else
    mx_of(&doing(Packet::rcode(FORMERR)).address(), &["good.test"]).expect(75).says(&["answers FORMERR"]);
}

#[test]
fn lies_are_not_believed() {
    let right = || Packet::answer(good());
    let cases = [
        (right().asked("other.test", MX), "wrong-question"),
        (right().asked("good.test", TXT), "wrong-question"),
        (right().unasked(), "wrong-question"),
        (right().without(QR), "no-response"),
        (right().cut(3), "malformed"),
        (right().counts([1, 9, 0, 1]), "malformed"),
        (right().counts([1, 65535, 65535, 65535]), "malformed"),
        (right().tail(b"more"), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").naming(Name::Itself)]), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").naming(Name::Endless)]), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").naming(Name::Octets(vec![0xc0, 0xff]))]), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").naming(Name::Octets(vec![0x41, b'a', 0]))]), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").length(2)]), "malformed"),
        (Packet::answer([mx("good.test", 1, "x").length(200)]), "malformed"),
        (Packet::answer([Record::raw("good.test", MX, b"")]), "malformed"),
        (Packet::answer([Record::raw("good.test", A, b"\x7f\x01")]), "malformed"),
    ];
    at_once(&cases, |(packet, code)| {
        for over in ["udp", "tcp"] {
            let outcome = mx_of(&doing(packet.clone()).address(), &["good.test", "--dns-over", over]);
            let outcome = outcome.expect(76).says(&["breaks the protocol"]);
            let told = outcome.err().lines().any(|line| line.starts_with('!') && line.contains(code));
            assert!(told && outcome.err().contains(&format!("breaks the protocol: {code}")), "{packet:?}: {outcome}");
            assert!(outcome.stdout.is_empty(), "{packet:?}: {outcome}");
        }
    });
    for octets in [&b"\x81"[..], b"\x81\x80\0\x01\0\0\0\0\0", &[0xff; 600]] {
        mx_of(&doing(Act::OctetsBehindId(octets.to_vec())).address(), &["good.test"]).expect(76).says(&["malformed"]);
    }
}

#[test]
fn what_is_nobodys_answer_is_passed_over() {
    let right = || Packet::answer(good());
    let cases = [
        (Act::from(right().wrong_id()), "unknown-id"),
        (Act::Octets(b"hello".to_vec()), "unknown-id"),
        (Act::Octets(Vec::new()), "unknown-id"),
        (Act::FromElsewhere(right()), ""),
    ];
    at_once(&cases, |(act, code)| {
        let outcome = mx_of(&doing(act.clone()).address(), &["good.test"]).expect(75).says(&["1 second passed"]);
        assert!(outcome.err().contains(code), "{act:?}: {outcome}");
    });
}

#[test]
fn the_truth_behind_a_lie_counts() {
    for lie in [Packet::answer(good()).wrong_id(), Packet::answer([mx("x.test", 1, "evil.test")]).asked("x.test", MX)] {
        let act = Act::All(vec![lie.into(), Packet::answer(good()).into()]);
        let outcome = mx_of(&doing(act.clone()).address(), &["good.test", "--format", "short"]).expect(0);
        assert_eq!(outcome.out(), "mx.good.test\n");
        assert!(outcome.err().lines().any(|line| line.starts_with("! ")), "{outcome}");
    }
    let lie = Packet::answer(good()).asked("x.test", MX);
    let act = Act::All(vec![lie.into(), Packet::answer(good()).into()]);
    mx_of(&doing(act).address(), &["good.test", "--strict"]).expect(76).says(&["wrong-question"]);
}

#[test]
fn codes_are_told_apart() {
    let cases = [
        (Packet::negative(NXDOMAIN), 68, "good.test does not exist (NXDOMAIN)"),
        (Packet::rcode(SERVFAIL), 75, "answers SERVFAIL to good.test. IN MX: it failed to find out; try again later"),
        (Packet::rcode(REFUSED), 75, "answers REFUSED to good.test. IN MX: it does not serve us, or not that name"),
        (Packet::rcode(NOTIMP), 75, "answers NOTIMP"),
        (Packet::rcode(11), 75, "answers RCODE11"),
        (Packet::rcode(REFUSED).unasked().no_edns(), 75, "answers REFUSED"),
        (
            Packet::rcode(SERVFAIL).ede(22, b"at delegation"),
            75,
            ", extended error 22 (No Reachable Authority): (at delegation)",
        ),
        (Packet::rcode(SERVFAIL).ede(6, b""), 75, ", extended error 6 (DNSSEC Bogus)"),
        (Packet::rcode(REFUSED).ede(4711, b"\x1b[31m\xe2\x80\xae"), 75, ", extended error 4711: (\\x1b[31m"),
    ];
    for (packet, code, words) in cases {
        let dns = doing(packet.clone());
        let outcome = mx_of(&dns.address(), &["good.test"]).expect(code).says(&[words]);
        assert!(outcome.stdout.is_empty(), "{packet:?}: {outcome}");
        assert_eq!(dns.count("good.test", MX), 1, "{packet:?}");
        let outcome = mx_of(&dns.address(), &["good.test", "--json", "-q"]).expect(code);
        assert_eq!(
            (outcome.field("domain"), outcome.field("exit")),
            (vec!["good.test".into()], vec![code.to_string()])
        );
    }
}

#[test]
fn the_next_server_is_asked() {
    let dead = format!("127.0.0.1:{}", free_port());
    let failing: Vec<Dns> = [
        Act::Silent,
        Packet::rcode(SERVFAIL).into(),
        Packet::rcode(REFUSED).into(),
        Packet::answer(good()).asked("x.test", MX).into(),
    ]
    .map(doing)
    .into();
    let knows = Dns::start(knowing());
    let firsts: Vec<String> = failing.iter().map(Dns::address).chain([dead.clone()]).collect();
    at_once(&firsts, |first| {
        let outcome = mx_of(&format!("{first},{}", knows.address()), &["good.test"]).expect(0);
        assert!(outcome.out().contains(&format!("answer of {}", knows.address())), "{outcome}");
        assert!(outcome.err().contains("; the next one is asked"), "{outcome}");
    });
    // a name that does not exist is an answer, and a good one
    let second = Dns::start(knowing());
    let first = Dns::start(Script::new());
    mx_of(&format!("{},{}", first.address(), second.address()), &["good.test"]).expect(68);
    assert_eq!(second.heard().len(), 0);
    // what one says counts more than another's silence
    for servers in [[&firsts[1], &firsts[0]], [&firsts[0], &firsts[1]]] {
        mx_of(&servers.map(String::as_str).join(","), &["good.test"]).expect(75).says(&["mailtool: the name server"]);
    }
    let outcome = mx_of(&format!("{},{dead}", firsts[3]), &["good.test"]).expect(76);
    assert!(outcome.err().contains("mailtool: the name server"), "{outcome}");
}

#[test]
fn a_dead_server_costs_its_time_once() {
    let knows = Dns::start((0..20).fold(Script::new(), |script, n| {
        script.on(&format!("d{n}.test"), MX, [mx(&format!("d{n}.test"), 0, "mx.good.test")])
    }));
    let names: Vec<String> = (0..20).map(|n| format!("d{n}.test")).collect();
    let silent_one = Dns::start(Script::new().otherwise(Act::Silent));
    let servers = format!("{},{}", silent_one.address(), knows.address());
    let outcome = Mailtool::new(["mx", "--dns", &servers, "--timeout", "1", "--format", "short"]).args(&names).run();
    let outcome = outcome.expect(0);
    assert!(outcome.elapsed < Duration::from_secs(4), "{outcome}");
    assert_eq!(outcome.out().lines().count(), 20);
}

#[test]
fn a_lost_datagram_is_sent_again() {
    let dns = Dns::start(knowing().once("good.test", MX, Act::Silent));
    mx_of(&dns.address(), &["good.test"]).expect(0);
    assert_eq!(dns.count("good.test", MX), 2);
    let slow =
        Dns::start(knowing().once("good.test", MX, Act::After(Duration::from_millis(600), Box::new(good().into()))));
    mx_of(&slow.address(), &["good.test"]).expect(0);
}

#[test]
fn silence_ends_in_time() {
    let dns = Dns::start(Script::new().otherwise(Act::Silent));
    let start = |args: &[&str]| Mailtool::new(["mx", "good.test", "--dns", &dns.address()]).args(args).run().expect(75);
    for over in ["udp", "tcp"] {
        let outcome = start(&["--timeout", "1", "--dns-over", over]);
        assert!(outcome.elapsed < Duration::from_secs(3), "{outcome}");
        let words = format!("mailtool: 1 second passed without an answer of the name server {}", dns.address());
        assert!(outcome.err().contains(&words), "{outcome}");
    }
    let outcome = start(&["--deadline", "1"]);
    assert!(outcome.elapsed < Duration::from_secs(3), "{outcome}");
}

#[test]
fn aliases_are_followed_and_loops_left() {
    let alias = |from: &str, to: &str| to_name(from, 5, to);
    // piece by piece, each in an answer of its own; and a chain that lies in one answer
    let script = knowing()
        .on("a.test", MX, [alias("a.test", "b.test")])
        .on("b.test", MX, Packet::answer([alias("b.test", "good.test"), mx("good.test", 7, "mx.good.test")]))
        .on("one.test", MX, [alias("one.test", "two.test")])
        .on("two.test", MX, [alias("two.test", "one.test")])
        .on("both.test", MX, [alias("both.test", "c.test"), alias("c.test", "both.test")])
        .on("self.test", MX, [alias("self.test", "SELF.test")]);
    let script = (0..40).fold(script, |script, n| {
        let (from, to) = (format!("n{n}.test"), format!("n{}.test", n + 1));
        script.on(&from, MX, [alias(&from, &to)])
    });
    let dns = Dns::start(script);
    let outcome = mx_of(&dns.address(), &["a.test"]).expect(0);
    assert!(outcome.out().contains("a.test is an alias (CNAME) of good.test"), "{outcome}");
    for name in ["one.test", "both.test", "self.test", "n0.test"] {
        let outcome = mx_of(&dns.address(), &[name]).expect(68).says(&["go round in circles or do not end"]);
        assert!(dns.heard().len() < 60, "{outcome}");
    }
}
