//! Messages read and written.

use proptest::prelude::*;

use super::*;

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn record(owner: &str, kind: Type, data: Data) -> Record {
    Record { name: name(owner), kind, class: INTERNET, ttl: 300, data }
}

fn response() -> Message {
    let mut message = Message {
        id: 4711,
        flags: Flags { response: true, authoritative: true, recursion_desired: true, ..Flags::default() },
        rcode: Rcode::BADVERS,
        questions: vec![Question { name: name("google.test"), kind: Type::MX }],
        answers: vec![record("google.test", Type::MX, Data::Mx { preference: 10, exchange: name("mx.google.test") })],
        authority: vec![record("google.test", Type::NS, Data::Name(name("ns.google.test")))],
        additional: vec![record("mx.google.test", Type::A, Data::A([192, 0, 2, 1].into()))],
        edns: Some(Edns { payload: 1232, version: 0, dnssec: true, options: vec![(15, b"\x00\x16no\x1b"[..].into())] }),
        ..Message::default()
    };
    message.size = message.encode().len();
    message
}

#[test]
fn what_is_written_can_be_read() {
    let message = response();
    assert_eq!(Message::read(&message.encode()), message);
}

#[test]
fn each_record_in_presentation_format() {
    let soa = Data::Soa { primary: name("ns.a"), responsible: name("h.a"), numbers: [1, 2, 3, 4, 5] };
    let all = [
        record("a.test", Type::AAAA, Data::Aaaa("2001:db8::1".parse().expect("an address"))),
        record("a.test", Type::SOA, soa),
        record("a.test", Type::TXT, Data::Txt(vec![b"v=spf1 \"x\"\x1b[31m\xff"[..].into(), b""[..].into()])),
        record("_s._tcp.a.test", Type::SRV, Data::Srv { priority: 1, weight: 2, port: 25, target: name("a.test") }),
        record("a.test", Type::TLSA, Data::Tlsa { fields: [3, 1, 1], association: b"\xab\x01"[..].into() }),
        record("a.test", Type(99), Data::Other(b"\x01"[..].into())),
        record("a.test", Type(99), Data::Other(b""[..].into())),
    ];
    let text: Vec<String> = all.iter().map(Record::to_string).collect();
    let expected = [
        "a.test. 300 IN AAAA 2001:db8::1",
        "a.test. 300 IN SOA ns.a. h.a. 1 2 3 4 5",
        "a.test. 300 IN TXT \"v=spf1 \\\"x\\\"\\027[31m\\255\" \"\"",
        "_s._tcp.a.test. 300 IN SRV 1 2 25 a.test.",
        "a.test. 300 IN TLSA 3 1 1 ab01",
        "a.test. 300 IN TYPE99 \\# 1 01",
        "a.test. 300 IN TYPE99 \\# 0",
    ];
    assert_eq!(text, expected);
    let message = Message { answers: all.to_vec(), ..Message::default() };
    assert_eq!(Message::read(&message.encode()).answers, all);
}

#[test]
fn what_is_shown() {
    let lines = response().lines();
    let expected = [
        "BADVERS id 4711 flags qr aa rd; google.test. IN MX; answer 1, authority 1, additional 1; EDNS 1232 do; 159 octets",
        "  answer      google.test. 300 IN MX 10 mx.google.test.",
        "  authority   google.test. 300 IN NS ns.google.test.",
        "  additional  mx.google.test. 300 IN A 192.0.2.1",
        "  extended error 22 (No Reachable Authority): (no\\x1b)",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_message_that_ends_too_early_is_read_as_far_as_it_goes() {
    let whole = response().encode();
    for end in 0..whole.len() {
        let message = Message::read(&whole[..end]);
        assert!(message.malformed.is_some(), "{end}");
    }
    let mut long = whole;
    long.push(0);
    assert_eq!(Message::read(&long).malformed.map(|m| m.what), Some("octets behind the end of the message"));
}

#[test]
fn lengths_that_lie() {
    let mut message =
        Message { answers: vec![record("a", Type::A, Data::Other(b"\x01"[..].into()))], ..Message::default() };
    let short = Message::read(&message.encode()).malformed.map(|m| m.what);
    assert_eq!(short, Some("the data of a record is shorter than its type needs"));
    message.answers[0].data = Data::Other(b"\x01\x02\x03\x04\x05"[..].into());
    let long = Message::read(&message.encode()).malformed.map(|m| m.what);
    assert_eq!(long, Some("the data of a record is longer than its type allows"));
}

#[test]
fn types_by_name_and_number() {
    assert_eq!(Type::parse("mx"), Some(Type::MX));
    assert_eq!(Type::parse("TYPE64"), Some(Type(64)));
    assert_eq!((Type::parse("MXX"), Type::parse("TYPE"), Type::parse("TYPE70000")), (None, None, None));
    assert!(Type::all().all(|kind| Type::parse(&kind.to_string()) == Some(kind)));
}

proptest! {
    #[test]
    fn octets_of_any_kind_are_read_and_shown(octets in proptest::collection::vec(any::<u8>(), 0..300)) {
        let lines = Message::read(&octets).lines();
        prop_assert!(lines.iter().flat_map(|line| line.chars()).all(|c| c.is_ascii_graphic() || c == ' '));
    }

    #[test]
    fn an_answer_with_any_octet_changed(at in 0usize..159, octet: u8) {
        let mut octets = response().encode();
        octets[at] = octet;
        let lines = Message::read(&octets).lines();
        prop_assert!(lines.iter().flat_map(|line| line.chars()).all(|c| c.is_ascii_graphic() || c == ' '));
    }
}
