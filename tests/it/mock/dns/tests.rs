//! The scripted name server, judged by dig.

use std::thread;
use std::time::Duration;

use super::packet::{
    A, AA, AAAA, BADVERS, CNAME, FORMERR, MX, NOTIMP, NXDOMAIN, Name, OPT, Packet, QR, RA, REFUSED, Record, SERVFAIL,
    SRV, TXT, address, mx, to_name, txt,
};
use super::{Act, Dns, Script, Transport};
use crate::peers::bind::{dig, need_dig};
use crate::peers::or_skip;

const NAME: &str = "example.test";

fn right() -> Packet {
    Packet::answer([mx(NAME, 10, "mx1.example.test")])
}

/// What dig says, runs of white space being one space.
fn ask(dns: &Dns, arguments: &[&str]) -> String {
    let said = dig(dns.port, arguments);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asks for the MX of [`NAME`] where each of these scripts is followed, and looks for the text behind it in what dig
/// says. All at once, since dig waits for a second where it takes nothing for an answer.
fn judge(cases: Vec<(Script, &str)>) {
    thread::scope(|scope| {
        for (script, expected) in cases {
            scope.spawn(move || {
                let dns = Dns::start(script);
                let in_vain = ["timed out", "mismatch", "short ("].iter().any(|text| expected.contains(text));
                let limit = if in_vain { "+timeout=1" } else { "+timeout=10" };
                let said = ask(&dns, &[NAME, "MX", limit]);
                assert!(said.contains(expected), "{expected}: {said}");
            });
        }
    });
}

fn on(act: impl Into<Act>) -> Script {
    Script::new().on(NAME, MX, act)
}

fn by_tcp(act: impl Into<Act>) -> Script {
    Script::new().truncated(NAME, MX, act)
}

#[test]
fn right_answers_are_understood() {
    or_skip!(need_dig());
    let many: Vec<Record> = (0..500).map(|n| mx(NAME, n, &format!("mx{n}.example.test"))).collect();
    let glued = right().authority([to_name(NAME, 2, "ns1.test")]).additional([address("mx1.example.test", "::1")]);
    let script = on(glued)
        .on(NAME, TXT, [txt(NAME, &[b"v=spf1", b"\x1b[31m", b""])])
        .on(NAME, SRV, [Record::raw(NAME, SRV, b"\0\0\0\x01\x02\x4b\x02mx\x04test\0")])
        .on(r"a\.b.test", AAAA, [address(r"a\.b.test", "2001:db8::1").ttl(0x8000_0001)])
        .on(r"\027[2J.test", A, [address(r"\027[2J.test", "192.0.2.1").ttl(0)])
        .on("alias.test", CNAME, [to_name("alias.test", CNAME, r"\000\255.test")])
        .on_name("many.test", many);
    let dns = Dns::start(script);
    let said = ask(&dns, &["eXample.test", "MX"]);
    assert!(said.contains("flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 1, ADDITIONAL: 2"), "{said}");
    assert!(said.contains("eXample.test. 300 IN MX 10 mx1.example.test."), "{said}");
    for (arguments, expected) in [
        ([NAME, "TXT"], r#"TXT "v=spf1" "\027[31m" """#),
        ([NAME, "SRV"], "SRV 0 1 587 mx.test."),
        ([r"a\.b.test", "AAAA"], r"a\.b.test. 2147483649 IN AAAA 2001:db8::1"),
        ([r"\027[2J.test", "A"], r"\027[2J.test. 0 IN A 192.0.2.1"),
        (["alias.test", "CNAME"], r"CNAME \000\255.test."),
        ([NAME, "A"], "status: NOERROR"),
        (["nowhere.test", "A"], "status: NXDOMAIN"),
        (["nowhere.test", "A"], "test. 60 IN SOA ns1.mock.test. hostmaster.mock.test. 1 3600 600 86400 60"),
        // too long for a datagram: dig has come again
        (["many.test", "MX"], "flags: qr aa rd; QUERY: 1, ANSWER: 500,"),
    ] {
        let said = ask(&dns, &arguments);
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert_eq!((dns.connections(), dns.flaws()), (1, vec![]));
}

#[test]
fn questions_are_heard_as_they_are() {
    or_skip!(need_dig());
    let dns = Dns::start(on(right()));
    ask(&dns, &[NAME, "MX", "+noedns", "+norecurse", "+noadflag"]);
    ask(&dns, &[r"a\.b.TEST", "A", "+tcp", "+bufsize=4096", "+dnssec", "+nocookie", "+nsid"]);
    let heard = dns.heard();
    let [first, second] = heard.as_slice() else { panic!("{heard:?}") };
    assert_eq!((first.name.as_str(), first.kind, first.class, first.transport), (NAME, MX, 1, Transport::Udp));
    assert_eq!((first.rd, first.ad, &first.edns, &first.flaw), (false, false, &None, &None));
    assert_eq!((second.name.as_str(), second.kind, second.transport), (r"a\.b.TEST", A, Transport::Tcp));
    let edns = second.edns.as_ref().expect("an OPT record");
    assert_eq!((edns.size, edns.version, edns.dnssec, &edns.options), (4096, 0, true, &vec![(3, vec![])]));
    assert_eq!((second.rd, second.octets.get(..2)), (true, Some(&second.id.to_be_bytes()[..])));
    assert_eq!((dns.count("a\\.B.test", A), dns.count(NAME, A)), (1, 0));
}

#[test]
fn flaws_of_a_question_are_told() {
    let dns = Dns::start(Script::new().otherwise(Act::Silent));
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let question = |flags: u8, count: u8, name: &[u8], tail: &[u8]| {
        [&[0, 1, flags, 0, 0, count, 0, 0, 0, 0, 0, 0], name, b"\0\x0f\0\x01", tail].concat()
    };
    let long = [&[63; 64][..]; 4].concat();
    for packet in [
        question(0x81, 1, b"\x01a\0", b""),
        question(1, 2, b"\x01a\0", b""),
        question(1, 1, b"\xc0\x0c", b""),
        question(1, 1, &long, b"\0\0\0\0"),
        question(1, 1, b"\x01a\0", b"more"),
        question(1, 1, b"\x01a\0", b"")[..15].to_vec(),
        question(1, 1, b"\x01a\0", b""),
    ] {
        socket.send_to(&packet, dns.address()).expect("a datagram");
        let before = dns.heard().len();
        for _ in 0..500 {
            if dns.heard().len() > before {
                break;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
    let flaws = dns.flaws();
    for (flaw, text) in flaws.iter().zip(["flags", "[2, 0, 0, 0]", "0xc0", "255", "4 octets", "ends behind 15"]) {
        assert!(flaw.contains(text), "{text}: {flaws:?}");
    }
    assert_eq!((flaws.len(), dns.heard().len()), (6, 7));
}

#[test]
fn codes_flags_and_extended_errors_come_over() {
    or_skip!(need_dig());
    let code = |code, text| (on(Packet::rcode(code)), text);
    judge(vec![
        code(SERVFAIL, "status: SERVFAIL"),
        code(REFUSED, "status: REFUSED"),
        code(FORMERR, "status: FORMERR"),
        code(NOTIMP, "status: NOTIMP"),
        code(NXDOMAIN, "status: NXDOMAIN"),
        code(BADVERS, "status: BADVERS"),
        (on(right().without(AA).with(RA)), "flags: qr rd ra;"),
        (on(right().without(QR)), "Warning: query response not set"),
        (on(right().ede(22, b"\x1b[31mlame\r\n")), "EDE: 22 (No Reachable Authority): (.[31mlame..)"),
        (on(right().no_edns()), "flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0"),
    ]);
    let only_without = |code| {
        let refusal = Packet::rcode(code);
        Act::Edns(Box::new(if code == FORMERR { refusal.no_edns() } else { refusal }.into()), Box::new(right().into()))
    };
    for code in [FORMERR, BADVERS] {
        let dns = Dns::start(on(only_without(code)));
        assert!(!ask(&dns, &[NAME, "MX"]).contains("MX 10"));
        assert!(ask(&dns, &[NAME, "MX", "+noedns"]).contains("MX 10"));
    }
}

#[test]
fn wrong_datagrams_are_wrong() {
    or_skip!(need_dig());
    const MALFORMED: &str = "Message parser reports malformed message packet";
    const POINTER: &str = "bad compression pointer";
    let naming = |name| on([mx(NAME, 10, "x").naming(name)]);
    let truth = || Box::new(Act::from(right()));
    judge(vec![
        (on(Act::Silent), "timed out"),
        (on(Act::FromElsewhere(right())), "timed out"),
        (on(right().wrong_id()), "Warning: ID mismatch"),
        (on(right().asked("other.test", MX)), "Question section mismatch: got other.test/MX/IN"),
        (on(right().unasked()), "QUERY: 0, ANSWER: 1"),
        (on(Act::Octets(vec![0xff; 40])), "Warning: ID mismatch"),
        (on(Act::OctetsBehindId(vec![0xff; 40])), "Got bad packet"),
        (on(Act::Octets(Vec::new())), "short (< header size) message"),
        (on(right().no_edns().cut(5)), MALFORMED),
        (on(right().counts([1, 9, 0, 0])), MALFORMED),
        (on(right().tail(b"more")), "4 extra bytes at end"),
        (naming(Name::Itself), POINTER),
        (naming(Name::Endless), POINTER),
        (naming(Name::Octets(vec![0xc0, 0xff])), POINTER),
        (on([mx(NAME, 10, "x").owned_by(Name::Itself)]), POINTER),
        (on([mx(NAME, 10, "x").length(200)]), MALFORMED),
        (on([mx(NAME, 10, "x").length(2)]), MALFORMED),
        (on([Record::raw(NAME, MX, b"")]), MALFORMED),
        (on([Record::raw(NAME, A, b"")]), MALFORMED),
        (on(right().additional([Record::raw(".", OPT, b"")])), MALFORMED),
        (on(right().oversized().additional(vec![txt("x.test", &[&[b'x'; 255]]); 8])), "ADDITIONAL: 9"),
        (Script::new().no_udp(), "connection refused"),
        // a loop is well-formed, and so is what does not belong to the question
        (
            on([to_name(NAME, CNAME, "b.test"), to_name("b.test", CNAME, NAME)]),
            "CNAME b.test. b.test. 300 IN CNAME example.test.",
        ),
        (on([mx("other.test", 1, "evil.test"), mx(NAME, 10, "x")]), "other.test. 300 IN MX 1 evil.test. example.test."),
        // the truth, later
        (on(Act::After(Duration::from_millis(300), truth())), "MX 10 mx1"),
        (on(Act::All(vec![right().wrong_id().into(), right().into()])), "MX 10 mx1"),
        (on(right()).once(NAME, MX, right().wrong_id().asked("x.test", A)), "ID mismatch"),
    ]);
    let dns = Dns::start(on(right()).once(NAME, MX, Packet::rcode(SERVFAIL)));
    assert!(ask(&dns, &[NAME, "MX"]).contains("status: SERVFAIL"));
    assert!(ask(&dns, &[NAME, "MX"]).contains("status: NOERROR"));
}

#[test]
fn wrong_streams_are_wrong() {
    or_skip!(need_dig());
    judge(vec![
        (by_tcp(right()), "Truncated, retrying in TCP mode. ; <<>> DiG"),
        (by_tcp(Act::EachOctet(right())), "MX 10 mx1"),
        (by_tcp(Act::Silent), "timed out"),
        (by_tcp(Act::Close), "end of file"),
        (by_tcp(Act::CloseInside(right(), 20)), "end of file"),
        (by_tcp(Act::StallInside(right(), 0)), "timed out"),
        (by_tcp(Act::Length(20, right())), "Message parser reports malformed message packet"),
        (by_tcp(Act::Length(2000, right())), "timed out"),
        (by_tcp(Act::Bare(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec())), "timed out"),
        (by_tcp(Act::OctetsBehindId(vec![0xff; 40])), "Got bad packet"),
        (by_tcp(Packet::truncated()), "flags: qr aa tc rd;"),
        (on(Packet::truncated()).no_tcp(), "connection refused"),
    ]);
}
