//! The forms of nslookup and dig beside nslookup and dig themselves, and types other than MX.

use super::{ask, everything, timeless};
use crate::cli::Outcome;
use crate::peers::bind::{self, Bind};
use crate::peers::{need, or_skip, run};

/// What nslookup says.
fn nslookup(bind: &Bind, kind: &str, name: &str) -> String {
    let output = run("nslookup", &[&format!("-port={}", bind.port), &format!("-type={kind}"), name, "127.0.0.1"], b"");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The lines, and those of one section in their own order: servers turn their records round.
fn sorted(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.chunk_by_mut(|a, b| !a.is_empty() && !b.is_empty()).for_each(|section| section.sort());
    lines
}

/// Names and types, with answers of every kind.
const QUESTIONS: [(&str, &str); 17] = [
    ("mx", "google.test"),
    ("mx", "elsewhere.test"),
    ("mx", "escape.test"),
    ("mx", "nullmixed.test"),
    ("mx", "alias.test"),
    ("txt", "google.test"),
    ("txt", "escape.test"),
    ("soa", "services.test"),
    ("ns", "google.test"),
    ("a", "www.services.test"),
    ("aaaa", "www.services.test"),
    ("cname", "www.services.test"),
    ("srv", "_submission._tcp.services.test"),
    ("tlsa", "_25._tcp.mx.services.test"),
    ("a", "empty.test"),
    ("mx", "nowhere.test"),
    ("txt", "nowhere.test"),
];

#[test]
fn nslookup_shows_the_same() {
    or_skip!(bind::need(), need(&["nslookup"]));
    let authority = everything();
    let resolver = Bind::resolver(&authority);
    for (kind, name) in QUESTIONS {
        for bind in [&authority, &resolver] {
            let ours = ask(bind, &["--format", "nslookup", "--type", kind, name]).out();
            let theirs = nslookup(bind, kind, name);
            // Of an MX we tell more: the name servers where this is the authority, what was looked up.
            let (ours, theirs) = (sorted(&ours), sorted(&theirs));
            let same = if kind == "mx" { theirs.iter().all(|line| ours.contains(line)) } else { ours == theirs };
            assert!(same, "{kind} {name}\n{ours:#?}\n{theirs:#?}");
        }
    }
    for address in ["142.250.0.1", "2a00:1450:4013::1"] {
        let ours = ask(&resolver, &["--format", "nslookup", "--type", "PTR", address]).expect(0).out();
        assert_eq!(sorted(&ours), sorted(&nslookup(&resolver, "ptr", address)));
    }
}

#[test]
fn the_lecture_in_the_form_of_nslookup() {
    or_skip!(bind::need());
    let bind = Bind::start(&[crate::peers::zones::google()]);
    let text = timeless(&bind, &ask(&bind, &["--format", "nslookup", "google.test"]).expect(0).out());
    let expected = "\
Server:\t\t127.0.0.1
Address:\t127.0.0.1#53

google.test\tmail exchanger = 10 aspmx.l.google.test.
google.test\tmail exchanger = 20 alt1.aspmx.l.google.test.
google.test\tmail exchanger = 30 alt2.aspmx.l.google.test.
google.test\tmail exchanger = 40 alt3.aspmx.l.google.test.
google.test\tmail exchanger = 50 alt4.aspmx.l.google.test.

Authoritative answers can be found from:
google.test\tnameserver = ns1.google.test.
google.test\tnameserver = ns2.google.test.
google.test\tnameserver = ns3.google.test.
google.test\tnameserver = ns4.google.test.
aspmx.l.google.test\tinternet address = 142.250.153.26
aspmx.l.google.test\thas AAAA address 2a00:1450:4013:c16::1b
";
    assert!(text.starts_with(expected), "{text}");
    let resolver = Bind::resolver(&bind);
    let text = ask(&resolver, &["--format", "nslookup", "google.test"]).expect(0).out();
    assert!(text.contains("\n\nNon-authoritative answer:\ngoogle.test\tmail exchanger = 10 "), "{text}");
}

#[test]
fn what_the_answer_did_not_carry_stands_apart() {
    or_skip!(bind::need());
    let bind = everything();
    let out = |name| ask(&bind, &["--format", "nslookup", name]).expect(0).out();
    let implicit = out("implicit.test");
    let (answer, looked_up) = implicit.split_once("Looked up beside the answer:\n").expect("both");
    assert!(answer.ends_with("*** Can't find implicit.test: No answer\n\n"), "{implicit}");
    assert_eq!(
        looked_up,
        "implicit.test\tnameserver = ns1.implicit.test.\nimplicit.test\tinternet address = 142.250.0.1\n\
         implicit.test\thas AAAA address 2a00:1450:4013::1\nns1.implicit.test\tinternet address = 127.0.0.1\n\n"
    );
    let (answer, looked_up) = out("cnametarget.test")
        .split_once("Looked up beside the answer:\n")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("both");
    assert!(
        answer.contains("ns1.cnametarget.test\tinternet address")
            && looked_up.starts_with("mx.cnametarget.test\tinternet"),
        "{answer}{looked_up}"
    );
    assert!(out("far.test").contains("\nfar.test\tcanonical name = google.test.\ngoogle.test\tmail exchanger = 10 "));
    assert!(out("nullmixed.test").contains("\nnullmixed.test\tmail exchanger = 0 .\n"));
}

#[test]
fn dig_shows_the_same() {
    or_skip!(bind::need(), bind::need_dig());
    let bind = everything();
    let questions = QUESTIONS.into_iter().filter(|(_, name)| !name.starts_with("far"));
    for (kind, name) in questions.chain([("any", "services.test"), ("mx", "null.test"), ("mx", "empty.test")]) {
        let ours = ask(&bind, &["--format", "dig", "--type", kind, name]).out();
        let theirs = bind::dig(bind.port, &["+nocmd", "+nocookie", "+noad", "+notcp", "+bufsize=1232", name, kind]);
        // its own number, its own time
        let own = |line: &&String| {
            !line.contains(" id: ") && !line.starts_with(";; Query time") && !line.starts_with(";; WHEN")
        };
        let [ours, theirs] = [ours, theirs].map(|text| sorted(&text).iter().filter(own).cloned().collect::<Vec<_>>());
        assert_eq!(ours, theirs, "{kind} {name}");
    }
}

#[test]
fn other_types() {
    or_skip!(bind::need());
    let bind = everything();
    let short = |kind: &str, name: &str, code: i32| -> Outcome {
        ask(&bind, &["--format", "short", "--type", kind, name]).expect(code)
    };
    let cases = [
        ("A", "www.services.test", "mx.services.test.\n142.250.0.1\n"),
        ("aaaa", "mx.services.test", "2a00:1450:4013::1\n"),
        ("CNAME", "www.services.test", "mx.services.test.\n"),
        ("SRV", "_pop3._tcp.services.test", "0 0 0 .\n"),
        (
            "TLSA",
            "_25._tcp.mx.services.test",
            "3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n",
        ),
        ("TYPE16", "_spf.google.test", "\"v=spf1 ip4:142.250.0.0/16 ~all\"\n"),
        ("SOA", "google.test", "ns1.google.test. dns-admin.google.test. 2026010100 900 900 1800 60\n"),
        ("PTR", "142.250.0.1", "mx.services.test.\n"),
        ("PTR", "2a00:1450:4013::1", "mx.services.test.\n"),
        ("PTR", "[2a00:1450:4013:0::1]", "mx.services.test.\n"),
        ("PTR", "[IPv6:2a00:1450:4013::1]", "mx.services.test.\n"),
        ("PTR", "alicia@[142.250.0.1]", "mx.services.test.\n"),
        ("PTR", "1.0.250.142.in-addr.arpa", "mx.services.test.\n"),
    ];
    for (kind, name, expected) in cases {
        assert_eq!(short(kind, name, 0).out(), expected, "{kind} {name}");
    }
    assert!(short("ANY", "services.test", 0).out().contains("10 mx.services.test.\n"));
    // the name is there and has none, or it is not there
    for (kind, name, code) in [
        ("A", "empty.test", 1),
        ("TYPE99", "google.test", 1),
        ("A", "nowhere.test", 68),
        ("PTR", "142.250.0.2", 68),
        ("A", "broken.test", 75),
    ] {
        assert_eq!(short(kind, name, code).out(), "");
    }
    for (kind, name) in [
        ("FOO", "google.test"),
        ("TYPE", "google.test"),
        ("TYPE70000", "google.test"),
        ("A", "142.250.0.1"),
        ("MX", "[::1]"),
    ] {
        short(kind, name, 64);
    }
}

#[test]
fn the_table_of_another_type() {
    or_skip!(bind::need());
    let bind = everything();
    let text = timeless(&bind, &ask(&bind, &["--type", "A", "www.services.test"]).expect(0).out());
    let expected = "\
www.services.test: 2 records; authoritative answer of 127.0.0.1:53 (udp, 113 octets, 0 ms)

CNAME  www.services.test  mx.services.test.   300
    A  mx.services.test   142.250.0.1         300
   NS  services.test      ns1.services.test.  300  authority
    A  ns1.services.test  127.0.0.1           300  additional";
    assert_eq!(text, expected);
    let outcome = ask(&bind, &["--type", "TXT", "longtxt.test", "--json"]).expect(0);
    let record = &outcome.json()[0]["records"][0];
    assert!(record["data"].as_str().is_some_and(|data| data.len() > 20 * 255 || data == "\"\""), "{outcome}");
    assert_eq!(
        (outcome.field("rcode"), outcome.field("over"), outcome.field("type")),
        (vec!["NOERROR".into()], vec!["tcp".into()], vec!["TXT".into()])
    );
}

#[test]
fn what_the_form_has_no_place_for_is_told_beside() {
    or_skip!(bind::need());
    let bind = everything();
    for format in ["short", "nslookup", "dig"] {
        let outcome =
            crate::cli::Mailtool::new(["mx", "--dns", &bind.dns(), "--format", format, "dangling.test", "null.test"])
                .run();
        assert!(outcome.expect(3).err().contains("\n! dangling-target: gone.dangling.test does not exist"));
    }
    let outcome =
        crate::cli::Mailtool::new(["mx", "--dns", &bind.dns(), "--format", "short", "null.test"]).run().expect(68);
    assert!(
        outcome.out().is_empty() && outcome.err().contains("\nmailtool: null.test takes no mail: null MX (RFC 7505)"),
        "{outcome}"
    );
}
