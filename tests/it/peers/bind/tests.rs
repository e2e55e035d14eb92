//! BIND itself, asked by dig: every zone loads, every trap is what it is said to be, every transport answers.

use super::super::{or_skip, zones};
use super::{Bind, NAME, dig, need, need_dig};

/// A question to dig, the status of the answer, and what must stand in it. No status: not all of BIND's versions agree.
type Look<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Asks dig for `NAME TYPE` and looks for everything in what it says, runs of white space being one space.
fn look(bind: &Bind, looks: &[Look<'_>]) {
    for (question, status, wanted) in looks {
        let arguments: Vec<&str> = question.split(' ').chain(["+norecurse"]).collect();
        let said = spaced(&dig(bind.port, &arguments));
        let right = status.is_empty() || said.contains(&format!("status: {status},"));
        assert!(right, "{question} is not {status}: {said}");
        for text in *wanted {
            assert!(said.contains(text), "{text} of {question}: {said}");
        }
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_domain_of_the_lecture_comes_with_names_and_addresses() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&[zones::google()]);
    let said = spaced(&dig(bind.port, &["google.test", "MX", "+norecurse"]));
    assert!(said.contains("flags: qr aa; QUERY: 1, ANSWER: 5, AUTHORITY: 4, ADDITIONAL: 19"), "{said}");
    for text in [
        "google.test. 300 IN MX 10 aspmx.l.google.test.",
        "google.test. 300 IN MX 50 alt4.aspmx.l.google.test.",
        "google.test. 300 IN NS ns4.google.test.",
        "alt1.aspmx.l.google.test. 300 IN A 142.250.153.27",
        "ns1.google.test. 300 IN AAAA 2001:4860:4802:32::a",
    ] {
        assert!(said.contains(text), "{text}: {said}");
    }
    look(
        &bind,
        &[
            ("google.test TXT", "NOERROR", &["v=spf1 include:_spf.google.test ~all"]),
            ("google.test SOA", "NOERROR", &["ns1.google.test. dns-admin.google.test."]),
            ("nowhere.google.test MX", "NXDOMAIN", &["SOA"]),
            ("aspmx.l.google.test MX", "NOERROR", &["ANSWER: 0", "SOA"]),
            ("google.example MX", "REFUSED", &["ANSWER: 0"]),
        ],
    );
}

#[test]
fn every_trap_is_what_it_is_said_to_be() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&[zones::traps(), vec![zones::google()]].concat());
    look(
        &bind,
        &[
            ("null.test MX", "NOERROR", &["ANSWER: 1,", "MX 0 ."]),
            ("nullmixed.test MX", "NOERROR", &["ANSWER: 2,", "MX 0 .", "MX 10 mx.nullmixed.test."]),
            ("implicit.test MX", "NOERROR", &["ANSWER: 0,", "SOA"]),
            ("implicit.test A", "NOERROR", &["A 142.250.0.1"]),
            ("implicit6.test A", "NOERROR", &["ANSWER: 0,"]),
            ("implicit6.test AAAA", "NOERROR", &["AAAA 2a00:1450:4013::1"]),
            ("empty.test MX", "NOERROR", &["ANSWER: 0,"]),
            ("empty.test A", "NOERROR", &["ANSWER: 0,"]),
            ("empty.test AAAA", "NOERROR", &["ANSWER: 0,"]),
            ("nowhere.test MX", "NXDOMAIN", &["test. 60 IN SOA"]),
            ("nowhere.empty.test MX", "NXDOMAIN", &["empty.test. 60 IN SOA"]),
            ("refused.test MX", "REFUSED", &[]),
            ("refused.example MX", "REFUSED", &[]),
            ("broken.test MX", "SERVFAIL", &[]),
            ("alias.test MX", "NOERROR", &["alias.test. 300 IN CNAME real.test.", "MX 10 mx.real.test."]),
            ("far.test MX", "NOERROR", &["ANSWER: 1,", "CNAME google.test."]),
            ("loop.test MX", "", &["CNAME loop2.test.", "loop2.test. 300 IN CNAME loop.test."]),
            ("self.test MX", "", &["CNAME self.test."]),
            ("lost.test MX", "NXDOMAIN", &["CNAME nowhere.test."]),
            ("services.test MX", "NOERROR", &["MX 10 mx.services.test.", "mx.services.test. 300 IN AAAA 2a00:"]),
            ("_25._tcp.mx.services.test TLSA", "NOERROR", &["TLSA 3 1 1 0123456789ABCDEF"]),
            ("_submission._tcp.services.test SRV", "NOERROR", &["SRV 0 1 587 mx.services.test."]),
            ("_pop3._tcp.services.test SRV", "NOERROR", &["SRV 0 0 0 ."]),
            ("www.services.test CNAME", "NOERROR", &["CNAME mx.services.test."]),
            ("-x 142.250.0.1", "NOERROR", &["PTR mx.services.test."]),
            ("-x 2a00:1450:4013::1", "NOERROR", &["PTR mx.services.test."]),
            ("-x 142.250.0.2", "NXDOMAIN", &[]),
        ],
    );
}

#[test]
fn every_host_with_a_trap_has_it() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&[zones::traps(), vec![zones::google()]].concat());
    look(
        &bind,
        &[
            ("cnametarget.test MX", "NOERROR", &["MX 10 mx.cnametarget.test."]),
            ("mx.cnametarget.test A", "NOERROR", &["CNAME host.cnametarget.test.", "A 142.250.0.1"]),
            ("dangling.test MX", "NOERROR", &["MX 10 gone.dangling.test."]),
            ("gone.dangling.test A", "NXDOMAIN", &[]),
            ("addressless.test MX", "NOERROR", &["MX 10 mx.addressless.test."]),
            ("mx.addressless.test A", "NOERROR", &["ANSWER: 0,"]),
            ("mx.addressless.test AAAA", "NOERROR", &["ANSWER: 0,"]),
            ("address.test MX", "NOERROR", &["MX 10 192.0.2.1."]),
            ("slip.test MX", "NOERROR", &["MX 10 mx.slip.test.slip.test."]),
            ("mx.slip.test.slip.test A", "NXDOMAIN", &[]),
            ("slipped.test MX", "NOERROR", &["MX 10 mx.slipped.test.slipped.test.", "A 142.250.0.1"]),
            ("elsewhere.test MX", "NOERROR", &["10 aspmx.l.google.test.", "20 mx.refused.example."]),
            ("xn--espaa-rta.test MX", "NOERROR", &["10 xn--buzn-6na.xn--espaa-rta.test."]),
            ("equal.test MX", "NOERROR", &["10 a.equal.test.", "10 b.equal.test.", "10 c.equal.test.", "20 d.equal"]),
            ("duplicate.test MX", "NOERROR", &["ANSWER: 3,", "10 mx.duplicate.test.", "20 mx.duplicate.test."]),
            ("any.thing.wild.test MX", "NOERROR", &["any.thing.wild.test. 300 IN MX 10 mx.wild.test."]),
            ("wild.test MX", "NOERROR", &["ANSWER: 0,"]),
            ("zero.test MX", "NOERROR", &["zero.test. 0 IN MX 10 mx.zero.test."]),
        ],
    );
    // one by one: of so many hosts BIND does not give the addresses with the MX
    for (n, address) in zones::PRIVATE.iter().enumerate() {
        let kind = if address.contains(':') { "AAAA" } else { "A" };
        let said = dig(bind.port, &[&format!("mx{n}.private.test"), kind, "+short"]);
        assert_eq!(said.trim_end(), *address);
    }
    assert_eq!(dig(bind.port, &["private.test", "MX", "+short"]).lines().count(), zones::PRIVATE.len());
}

#[test]
fn large_answers_need_tcp() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&zones::traps());
    for (name, kind, answers) in [("many.test", "MX", 500), ("longtxt.test", "TXT", 2)] {
        let said = dig(bind.port, &[name, kind, "+norecurse", "+ignore"]);
        assert!(said.contains("flags: qr aa tc;"), "{said}");
        let said = dig(bind.port, &[name, kind, "+norecurse", "+tcp"]);
        assert!(said.contains(&format!("flags: qr aa; QUERY: 1, ANSWER: {answers},")), "{said}");
    }
    // dig has come back by TCP where UDP had no room
    dig(bind.port, &["many.test", "MX"]);
    let queries = bind.queries();
    let [.., first, second] = queries.as_slice() else { panic!("{queries:?}") };
    assert_eq!((first.as_str(), second.as_str()), ("many.test IN MX +E(0)K", "many.test IN MX +E(0)TV"));
}

#[test]
fn any_octet_stands_in_names_and_texts() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&zones::traps());
    let said = dig(bind.port, &["escape.test", "MX", "+norecurse", "+short"]);
    for exchange in [
        r"10 \027[31mred\027[0m.",
        r"20 a\.b.",
        r#"30 \"quote\\back."#,
        r"40 sp\032ace.",
        r"50 \226\128\174rtl.",
        r"60 nul\000bell\007.",
        r"70 line\013\010mx.",
        r"80 \255.",
    ] {
        let line = format!("{exchange}escape.test.");
        assert!(said.lines().any(|said| said.eq_ignore_ascii_case(&line)), "{line}: {said}");
    }
    look(
        &bind,
        &[
            ("escape.test TXT", "NOERROR", &[r#"TXT "\027]0;title\007" "\226\128\174\013\010S: 250 ok""#]),
            (r"\027[2J.escape.test TXT", "NOERROR", &["a name that clears the screen"]),
            (r"a\.b.escape.test A", "NOERROR", &["A 142.250.0.2"]),
            ("a.b.escape.test A", "NXDOMAIN", &[]),
        ],
    );
}

#[test]
fn tls_and_https_answer_with_our_certificate() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&[zones::google()]);
    let ca = format!("+tls-ca={}", bind.ca().display());
    for host in [NAME, "127.0.0.1"] {
        let name = format!("+tls-hostname={host}");
        for (port, transport) in [(bind.tls, "+tls"), (bind.https, "+https")] {
            let said = dig(port, &["google.test", "MX", "+norecurse", transport, &ca, &name]);
            assert!(said.contains("aspmx.l.google.test."), "{transport} for {host}: {said}");
        }
    }
    let said = dig(bind.tls, &["google.test", "MX", "+tls", &ca, "+tls-hostname=other.test"]);
    assert!(!said.contains("aspmx.l.google.test."), "a wrong name was taken: {said}");
}

#[test]
fn a_resolver_is_no_authority() {
    or_skip!(need(), need_dig());
    let bind = Bind::start(&[vec![zones::google()], zones::traps()].concat());
    let resolver = Bind::resolver(&bind);
    let said = dig(resolver.port, &["google.test", "MX"]);
    assert!(said.contains("flags: qr rd ra;") && said.contains("aspmx.l.google.test."), "{said}");
    for (name, status) in [("nowhere.test", "NXDOMAIN"), ("broken.test", "SERVFAIL"), ("null.test", "NOERROR")] {
        let said = dig(resolver.port, &[name, "MX"]);
        assert!(said.contains(&format!("status: {status},")), "{name}: {said}");
    }
}

#[test]
fn a_zone_of_a_test_has_its_hosts() {
    or_skip!(need(), need_dig());
    let mail = zones::mail(
        "example.test",
        &[
            (10, "mx1.example.test", &["127.0.0.2", "::1"]),
            (20, "mx2.example.test", &["127.0.0.3"]),
            (30, "mx.other.test", &[]),
        ],
    );
    let bind = Bind::start(&[mail, zones::mail("none.test", &[(0, ".", &[])])]);
    look(
        &bind,
        &[
            ("example.test MX", "NOERROR", &["ANSWER: 3,", "MX 10 mx1.example.test.", "MX 30 mx.other.test."]),
            ("mx1.example.test A", "NOERROR", &["A 127.0.0.2"]),
            ("mx1.example.test AAAA", "NOERROR", &["AAAA ::1"]),
            ("none.test MX", "NOERROR", &["MX 0 ."]),
        ],
    );
}
