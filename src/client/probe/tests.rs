//! What is said of what was seen, without anybody to speak with.

use jiff::{Timestamp, ToSpan};

use super::judge::judge;
use super::*;
use crate::base::Finding;
use crate::net::certificate::{Certificate, Distrust, Fault};
use crate::net::shown::{Link, Shown};
use crate::proto::dns::Name;

fn hello(text: &str) -> Hello {
    let reply = Reply::new(250, None, text);
    Hello { verb: Verb::Ehlo, capabilities: Capabilities::from_reply(&reply), reply }
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a moment")
}

fn tls(days: i64) -> TlsFacts {
    let not_after = now() + (days * 24).hours() + 1.minute();
    let peer = Certificate {
        subject: "CN=mx.test".to_owned(),
        issuer: "CN=Authority".to_owned(),
        names: vec!["mx.test".to_owned()],
        not_before: now() - 24.hours(),
        not_after,
        algorithm: "Ed25519".to_owned(),
        key: "Ed25519".to_owned(),
        signature: "Ed25519".to_owned(),
        sha256: "ab".repeat(32),
        spki_sha256: "cd".repeat(32),
    };
    TlsFacts {
        version: "TLSv1.3".to_owned(),
        cipher: "TLS_AES_256_GCM_SHA384".to_owned(),
        group: None,
        name: "mx.test".to_owned(),
        insecure: false,
        pinned: false,
        verified: Ok(()),
        faults: Vec::new(),
        binding: None,
        shown: Arc::new(Shown { chain: vec![Link { der: Vec::new(), certificate: Some(peer) }], stapled: false }),
        port: 25,
        certs: false,
    }
}

/// An address at which everything is as it should be.
fn good() -> Probe {
    let mut probe = Probe::new(&Host::Name("mx.test".to_owned()), "127.0.0.2".parse().expect("an address"), 25);
    probe.greeting = Some(Reply::new(220, None, "mx.test ESMTP"));
    probe.hello = Some(hello("mx.test\nSIZE 1000\nSTARTTLS\n8BITMIME"));
    let behind = hello("mx.test\nSIZE 1000\nAUTH PLAIN\n8BITMIME");
    probe.starttls = StartTls::Spoken { tls: Box::new(tls(90)), hello: Some(behind) };
    let name = Name::parse("mx.test").expect("a name");
    probe.reverse = Reverse { names: vec![name.clone()], confirmed: Some(name), unknown: None };
    probe
}

/// The codes of the remarks on a probe, with the verdict.
fn codes(probe: &Probe) -> (Vec<&'static str>, Verdict) {
    let remarks = judge(probe, Vec::new(), now());
    (remarks.iter().map(|remark| remark.finding.code).collect(), Verdict::of(&remarks))
}

#[test]
fn nothing_is_said_where_nothing_is_wrong() {
    assert_eq!(codes(&good()), (vec![], Verdict::Good));
}

#[test]
fn certificates() {
    let with =
        |facts: TlsFacts| codes(&Probe { starttls: StartTls::Spoken { tls: Box::new(facts), hello: None }, ..good() });
    assert_eq!(with(tls(14)), (vec![], Verdict::Good));
    assert_eq!(with(tls(13)), (vec!["certificate-expires-soon"], Verdict::Warnings));
    let fault = |fault| Distrust { fault, reason: "so it is".to_owned() };
    let faulty = |faults: &[Fault]| {
        let faults: Vec<_> = faults.iter().copied().map(fault).collect();
        TlsFacts { verified: Err("so it is".to_owned()), faults, ..tls(-1) }
    };
    for (kind, code) in [
        (Fault::Name, "certificate-name"),
        (Fault::Expired, "certificate-expired"),
        (Fault::NotYetValid, "certificate-not-yet-valid"),
        (Fault::SelfSigned, "certificate-self-signed"),
        (Fault::UnknownIssuer, "certificate-unknown-issuer"),
        (Fault::Pin, "certificate-not-pinned"),
        (Fault::Other, "certificate-refused"),
    ] {
        assert_eq!(with(faulty(&[kind])), (vec![code], Verdict::Failed));
    }
    let both = faulty(&[Fault::SelfSigned, Fault::Name]);
    assert_eq!(with(both.clone()).0, ["certificate-self-signed", "certificate-name"]);
    assert_eq!(with(TlsFacts { insecure: true, ..both }).1, Verdict::Warnings, "--insecure asks for no more");
}

#[test]
fn what_is_offered_on_one_side_of_tls_alone() {
    let behind = |text: &str| {
        let starttls = StartTls::Spoken { tls: Box::new(tls(90)), hello: Some(hello(text)) };
        codes(&Probe { starttls, ..good() })
    };
    assert_eq!(behind("mx.test\nSIZE 1000\n8BITMIME").0, [""; 0]);
    assert_eq!(behind("mx.test\nSIZE 1000\n8BITMIME\nSTARTTLS").0, ["starttls-behind-tls"]);
    assert_eq!(behind("mx.test\n8BITMIME"), (vec!["keywords-vanish"], Verdict::Warnings));
    let more = behind("mx.test\nSIZE 1000\n8BITMIME\nAUTH PLAIN\nREQUIRETLS\nCHUNKING");
    assert_eq!(more, (vec!["keywords-appear"], Verdict::Good));
}

#[test]
fn names() {
    let greets = |text: &str| codes(&Probe { greeting: Some(Reply::new(220, None, text)), ..good() }).0;
    assert_eq!(greets("MX.Test ESMTP"), [""; 0]);
    assert_eq!(greets("mail.test ESMTP"), ["banner-other-name", "ehlo-other-name"]);
    assert_eq!(greets("[127.0.0.2] ESMTP"), ["banner-other-name", "ehlo-other-name"]);
    for nameless in ["ESMTP ready", "", "localhost ESMTP", "*** ***"] {
        assert_eq!(greets(nameless), ["banner-without-name"], "{nameless}");
    }
    let says = |text: &str| codes(&Probe { hello: Some(hello(text)), starttls: StartTls::Unknown, ..good() }).0;
    assert_eq!(says("localhost\nSTARTTLS"), ["ehlo-without-name"]);
    assert_eq!(says("mail.test hello"), ["ehlo-other-name"]);
}

#[test]
fn what_the_dialogue_found_comes_along() {
    let heard = vec![Finding::new("bare-lf", "a line ends in LF alone", "RFC 5321 §2.3.8")];
    let remarks = judge(&good(), heard, now());
    assert_eq!(Verdict::of(&remarks), Verdict::Warnings);
    assert_eq!(remarks.first().map(|remark| remark.finding.code), Some("bare-lf"));
}

#[test]
fn what_matters_most_comes_first() {
    let mut probe = good();
    probe.greeting = Some(Reply::new(220, None, "other.test"));
    probe.reverse = Reverse::default();
    probe.starttls = StartTls::NotOffered;
    assert_eq!(codes(&probe).0, ["no-starttls", "no-ptr", "banner-other-name", "ehlo-other-name"]);
}

#[test]
fn addresses_of_one_name_differ() {
    let codes = |probes: &[Probe]| differences(probes).iter().map(|remark| remark.finding.code).collect::<Vec<_>>();
    assert_eq!(codes(&[good(), good()]), [""; 0]);
    let mut other = good();
    other.greeting = Some(Reply::new(220, None, "other.test"));
    let mut facts = TlsFacts { version: "TLSv1.2".to_owned(), ..tls(90) };
    let mut shown = Shown::clone(&facts.shown);
    shown.chain[0].certificate.as_mut().expect("a certificate").sha256 = "ef".repeat(32);
    facts.shown = Arc::new(shown);
    let behind = hello("mx.test\nSIZE 2000\nAUTH PLAIN");
    other.starttls = StartTls::Spoken { tls: Box::new(facts), hello: Some(behind) };
    other.hello = Some(hello("mx.test\nSIZE 1000\nSTARTTLS"));
    let all = ["differing-banner", "differing-keywords", "differing-size", "differing-tls", "differing-certificate"];
    assert_eq!(codes(&[good(), other, good()]), all);
    // who was not seen has nothing in which it could differ
    let unseen = Probe::new(&Host::Name("mx.test".to_owned()), "127.0.0.3".parse().expect("an address"), 25);
    assert_eq!(codes(&[good(), unseen]), [""; 0]);
}

#[test]
fn what_this_network_may_be_to_blame_for() {
    let stuck = |address: &str, cause| {
        let mut probe = Probe::new(&Host::Name("mx.test".to_owned()), address.parse().expect("an address"), 25);
        probe.ended = Some(Ended { stage: Stage::Connect, cause, reason: String::new() });
        probe
    };
    let codes = |probes: Vec<Probe>, port| {
        let host = Surveyed {
            preference: Some(10),
            name: Name::parse("mx.test").expect("a name"),
            whereabouts: Whereabouts::Addresses(probes),
            left_out: None,
            remarks: Vec::new(),
        };
        survey::from_here(&[host], port).iter().map(|remark| remark.finding.code).collect::<Vec<_>>()
    };
    let silent = || vec![stuck("127.0.0.2", Cause::Timeout), stuck("127.0.0.3", Cause::Timeout)];
    assert_eq!(codes(silent(), 25), ["port-25-blocked"]);
    assert_eq!(codes(silent(), 2525), [""; 0]);
    assert_eq!(codes(vec![good(), stuck("127.0.0.3", Cause::Timeout)], 25), [""; 0]);
    assert_eq!(codes(vec![good(), stuck("2001:db8::1", Cause::Unreachable)], 25), ["no-ipv6"]);
    assert_eq!(codes(Vec::new(), 25), [""; 0]);
}
