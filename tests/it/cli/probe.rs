//! `mailtool mx --probe` of a domain whose hosts are Postfix and its sink, and whose zones BIND serves.

use super::Mailtool;
use crate::mock::dns::packet::{A, MX, PTR, address, mx, to_name};
use crate::mock::dns::{Dns, Script};
use crate::mock::smtp::GREETING;
use crate::mock::{Server, Smtp};
use crate::peers::bind::{self, Bind};
use crate::peers::ca::{Authority, Files, Flaw};
use crate::peers::postfix::{self, Postfix};
use crate::peers::sink::{self, Sink};
use crate::peers::zones::{mail, reverse};
use crate::peers::{self, or_skip};

/// Three hosts with a Postfix of good manners, a sink without STARTTLS, and a Postfix with the certificate of another;
/// a second address of the first that is like it but for its certificate, and a fourth where nobody listens.
struct World {
    bind: Bind,
    port: u16,
    authority: Authority,
    /// Those of the first host.
    files: Files,
    _peers: (Vec<Postfix>, Sink),
}

const GOOD: &str = "127.0.0.2";
const BARE: &str = "127.0.0.3";
const WRONG: &str = "127.0.0.4";
const SECOND: &str = "127.0.0.5";
const DEAD: &str = "127.0.0.6";

fn need() -> Result<(), peers::Skip> {
    postfix::need().and(bind::need()).and(sink::need()).and(peers::ca::need())
}

fn postfix(address: &str, port: u16, name: &str, files: &Files, main: &[&str]) -> Postfix {
    let name = format!("myhostname = {name}");
    let main = [&[name.as_str()], main].concat();
    Postfix::start(&postfix::Options {
        at: Some((address, port)),
        certificate: Some(files),
        main: &main,
        ..Default::default()
    })
}

impl World {
    fn new() -> Self {
        let port = peers::free_port_on(&[GOOD, BARE, WRONG, SECOND, DEAD]);
        let authority = Authority::throw_away();
        let first = authority.server(&["mx1.example.test", "mail.example.test"]);
        let second = authority.server(&["mx1.example.test"]);
        let wrong = authority.flawed(Flaw::WrongHost, "mx3.example.test");
        let peers = vec![
            postfix(GOOD, port, "mx1.example.test", &first, &[]),
            postfix(SECOND, port, "mx1.example.test", &second, &["message_size_limit = 5000000"]),
            postfix(WRONG, port, "mx3.example.test", &wrong, &[]),
        ];
        let sink = Sink::start_at(BARE, port, &["-h", "mx2.example.test"]);
        let exchanges: [(u16, &str, &[&str]); 4] = [
            (10, "mx1.example.test", &[GOOD, SECOND]),
            (20, "mx2.example.test", &[BARE]),
            (20, "mx3.example.test", &[WRONG]),
            (30, "mx4.example.test", &[DEAD]),
        ];
        let hosts = [
            (GOOD, "mx1.example.test"),
            (SECOND, "mx1.example.test"),
            (BARE, "mx2.example.test"),
            (WRONG, "mx9.example.test"),
        ];
        let good = mail("good.test", &[(10, "mx1.example.test", &[])]);
        let dead = mail("dead.test", &[(10, "mx4.example.test", &[])]);
        let some = mail("some.test", &[(10, "mx1.example.test", &[]), (20, "mx4.example.test", &[])]);
        let null = mail("null.test", &[(0, ".", &[])]);
        let zones = [vec![mail("example.test", &exchanges), good, dead, some, null], reverse(&hosts).to_vec()].concat();
        Self { bind: Bind::start(&zones), port, authority, files: first, _peers: (peers, sink) }
    }

    fn probe(&self, domain: &str, args: &[&str]) -> Mailtool {
        let (dns, port) = (self.bind.dns(), self.port.to_string());
        let ca = self.authority.ca().to_str().expect("a path in UTF-8");
        let fixed = ["mx", domain, "--probe", "--dns", &dns, "--port", &port, "--helo", "client.test", "--ca", ca];
        Mailtool::new(fixed).args(args)
    }
}

/// The codes of what is found of each address, and of the differences between them, in the order of the output.
fn codes(records: &[serde_json::Value], field: &str) -> Vec<Vec<String>> {
    let list = |record: &serde_json::Value| record[field].as_array().cloned().unwrap_or_default();
    let code = |finding: &serde_json::Value| finding["code"].as_str().unwrap_or_default().to_owned();
    records.iter().map(|record| list(record).iter().map(code).collect()).collect()
}

#[test]
fn three_exchangers_one_without_starttls_and_one_with_a_wrong_certificate() {
    or_skip!(need());
    let world = World::new();
    let outcome = world.probe("example.test", &["--json", "-q"]).run().expect(1);
    // BIND turns the records of a set round, so that equals come in any order
    let mut records: Vec<_> = outcome.json().into_iter().filter(|record| record["kind"] == "probe").collect();
    records.sort_by_key(|record| (record["preference"].as_u64(), record["address"].as_str().map(str::to_owned)));
    let field = |name: &str| records.iter().map(|record| record[name].as_str().unwrap_or("-")).collect::<Vec<_>>();
    assert_eq!(field("address"), [GOOD, SECOND, BARE, WRONG, DEAD]);
    assert_eq!(field("verdict"), ["good", "good", "failed", "failed", "inconclusive"]);
    assert_eq!(field("starttls"), ["spoken", "spoken", "not offered", "spoken", "unknown"]);
    assert_eq!(field("tls"), ["TLSv1.3", "TLSv1.3", "-", "TLSv1.3", "-"]);
    assert_eq!(field("banner")[0], "220 mx1.example.test ESMTP Postfix");
    let expected = [
        vec![],
        vec![],
        vec!["no-starttls"],
        vec!["certificate-name", "ptr-not-confirmed"],
        vec!["no-connection", "no-ptr"],
    ];
    assert_eq!(codes(&records, "findings"), expected, "{outcome}");
    let differences = codes(&records, "differences");
    assert_eq!(differences[0], ["differing-size", "differing-certificate"]);
    assert_eq!(differences[2..], [const { Vec::<String>::new() }; 3]);
    let certificate = &records[0]["certificate"];
    assert_eq!(certificate["names"], serde_json::json!(["mx1.example.test", "mail.example.test"]));
    assert_eq!((&certificate["verified"], &records[3]["certificate"]["verified"]), (&true.into(), &false.into()));
    assert_eq!(certificate["spki_sha256"], spki_by_openssl(&world.files));
    assert_eq!([&records[0]["fcrdns"], &records[3]["fcrdns"]], [true, false]);

    let plan = outcome.json().into_iter().find(|record| record["kind"] == "plan").expect("a plan");
    let steps = plan["steps"].as_array().expect("steps");
    let step = |step: &serde_json::Value| format!("{} {} {}", step["group"], step["address"], step["action"]);
    let mut steps: Vec<String> = steps.iter().map(step).collect();
    steps.sort();
    let expected = [
        format!("1 \"{GOOD}\" \"tls\""),
        format!("1 \"{SECOND}\" \"tls\""),
        format!("2 \"{BARE}\" \"clear text\""),
        format!("2 \"{WRONG}\" \"tls\""),
        format!("3 \"{DEAD}\" \"pass over\""),
    ];
    assert_eq!(steps, expected);
}

/// What `openssl` makes of the public key of a certificate, as for a record `TLSA 3 1 1`.
fn spki_by_openssl(files: &Files) -> String {
    let key = files.key.to_str().expect("a path in UTF-8");
    let public = peers::run("openssl", &["pkey", "-in", key, "-pubout", "-outform", "DER"], b"").stdout;
    let digest = peers::run("openssl", &["dgst", "-sha256", "-r"], &public).stdout;
    String::from_utf8_lossy(&digest).split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn what_is_told_to_a_person() {
    or_skip!(need());
    let world = World::new();
    let outcome = world.probe("example.test", &[]).run().expect(1);
    let (out, err) = (outcome.out(), outcome.err());
    for words in [
        "the same, but for STARTTLS",
        "! no-starttls: ",
        "! certificate-name: the certificate is not good for mx3.example.test: it is for wrong.example",
        "? no-connection: connection refused",
        "! differing-certificate: ",
        "delivery plan for example.test",
        "2. preference 20, 2 hosts in random order",
        "mx4.example.test [127.0.0.6]  passed over: connection refused",
        "_tcp.mx1.example.test. IN TLSA 3 1 1 ",
    ] {
        assert!(out.contains(words), "{words}\n{out}");
    }
    assert!(!err.contains("MAIL FROM") && err.contains("C~ QUIT"), "{err}");

    // what a script makes of it: differences alone are no failure
    world.probe("good.test", &["-q"]).run().expect(0);
    world.probe("dead.test", &["-q"]).run().expect(75);
    world.probe("some.test", &["-q"]).run().expect(3);
    world.probe("null.test", &["-q"]).run().expect(68);
}

#[test]
fn a_server_that_speaks_old_tls_alone() {
    or_skip!(need());
    let port = peers::free_port_on(&[GOOD]);
    let files = Authority::throw_away();
    let certificate = files.server(&["mx1.example.test"]);
    let old = ["smtpd_tls_protocols = <=TLSv1.1", "smtpd_tls_ciphers = low", "tls_low_cipherlist = ALL:@SECLEVEL=0"];
    let _postfix = postfix(GOOD, port, "mx1.example.test", &certificate, &old);
    let bind = Bind::start(&[mail("example.test", &[(10, "mx1.example.test", &[GOOD])])]);
    let (dns, port) = (bind.dns(), port.to_string());
    let args = ["mx", "example.test", "--probe", "--dns", &dns, "--port", &port, "--helo", "client.test", "--json"];
    let outcome = Mailtool::new(args).run().expect(1);
    let probes: Vec<_> = outcome.json().into_iter().filter(|record| record["kind"] == "probe").collect();
    assert_eq!(codes(&probes, "findings")[0][0], "tls-too-old", "{outcome}");
}

#[test]
fn what_a_host_says_reaches_no_terminal_raw() {
    let evil = "X\x1b]0;title\x07\u{202e}\u{9b}31m";
    let smtp = Smtp::offering(&[evil, "SIZE 10"]).on(GREETING, &format!("220 {evil}.test ESMTP {evil}"));
    let port = peers::free_port_on(&[GOOD]);
    let _server = Server::smtp_at((GOOD, port), smtp);
    let backwards = "2.0.0.127.in-addr.arpa";
    let dns = Dns::start(
        Script::new()
            .on("example.test", MX, [mx("example.test", 10, "mx.test")])
            .on("mx.test", A, [address("mx.test", GOOD)])
            .on(backwards, PTR, [to_name(backwards, PTR, "\x1b[2J.test")]),
    );
    let (dns, port) = (dns.address(), port.to_string());
    for form in ["-v", "--json"] {
        let args = ["mx", "example.test", "--probe", "--dns", &dns, "--port", &port, "--helo", "client.test", form];
        let outcome = Mailtool::new(args).run().expect(1);
        let all = outcome.out() + &outcome.err();
        assert!(all.contains("31m"), "{all}");
        let raw = all.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(raw, None, "{all}");
    }
}
