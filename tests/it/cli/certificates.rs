//! Twelve wrong certificates, each refused with its reason; the right ones are taken.

use std::thread;
use std::time::Duration;

use super::{Mailtool, Outcome};
use crate::peers::ca::{Authority, Files, Request};
use crate::peers::flaw::Flaw;
use crate::peers::openssl::Server;
use crate::peers::{self, or_skip};

const HOST: &str = "mail.example.test";

fn need() -> Result<(), peers::Skip> {
    peers::ca::need().and(peers::openssl::need())
}

/// A word that names what is wrong with it.
fn reason(flaw: Flaw) -> &'static [&'static str] {
    match flaw {
        Flaw::WrongHost => &["wrong.example"],
        Flaw::Expired => &["expired"],
        Flaw::NotYetValid => &["not valid before", "not yet valid"],
        Flaw::SelfSigned => &["self-signed"],
        Flaw::WrongUsage => &["key usage", "not made for servers"],
        Flaw::Wildcard => &["*.test"],
        Flaw::AddressAsName => &["not for this name", "not for this address"],
        Flaw::NulInName => &["not well-formed", "not for this name", "NUL"],
        Flaw::MissingIntermediate => &["intermediate"],
        Flaw::Sha1 => &["SHA-1"],
        Flaw::Rsa1024 => &["1024"],
        Flaw::NameConstraint => &["name constraint"],
    }
}

/// What is said of a certificate by whom `ca` is trusted.
fn refused(files: &Files, ca: &std::path::Path, words: &[&str]) {
    let server = Server::start(files);
    let outcome = letter(&server, HOST, ca.to_str().expect("a path")).args(["--json"]).run().expect(77);
    let text = outcome.field("text").concat();
    assert!(words.iter().all(|word| text.contains(word)), "{words:?}: {text}");
    // No name that a program has for it.
    let is_camel = |word: &str| word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let odd: Vec<&str> =
        text.split([' ', ',', ')', '(']).filter(|word| is_camel(word) && !word.contains('=')).collect();
    assert!(odd.iter().all(|word| ["subjectAltName", "CAs"].contains(word)), "{odd:?}: {text}");
}

#[test]
fn a_ca_that_was_made_anew_is_told_with_both_keys() {
    or_skip!(need());
    // All of them have the same name.
    let (old, new) = (Authority::throw_away(), Authority::throw_away());
    let other =
        "is signed by another key than that of the CA \"CN=Test Authority\" in --ca, whose public key is sha256:";
    refused(&new.server(&[HOST]), old.ca(), &[other, "needs the present certificate of that CA"]);
    let files = new.server(&[HOST]);
    let both = [std::fs::read(&files.certificate).expect("a file"), std::fs::read(new.ca()).expect("a file")].concat();
    std::fs::write(&files.chain, both).expect("a file");
    refused(&files, old.ca(), &[other, ", that of the signer is sha256:"]);
    let as_ca = Request { extensions: vec!["basicConstraints = critical,CA:TRUE".into()], ..Request::server(&[HOST]) };
    for request in [Request::server(&[HOST]), as_ca] {
        let (before, now) = (old.self_signed(&request), old.self_signed(&request));
        let told =
            ["it is self-signed, and --ca has another certificate of the name", "the public key here is sha256:"];
        refused(&now, &before.certificate, &told);
    }
}

#[test]
fn what_is_wrong_above_it_is_told_of_whom_it_is_wrong() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let below = |request: Request| authority.intermediate(&request).server(&[HOST]);
    let middle = || Request::authority("Middle");
    let tell = |files: &Files, words: &[&str]| refused(files, authority.ca(), words);
    let expired = Request { valid: ("20200101000000Z", "20201231235959Z"), ..middle() };
    tell(&below(expired), &["its issuer \"CN=Middle\", as the server shows it, expired on 2020-12-31"]);
    let early = Request { valid: ("20450101000000Z", "20491231235959Z"), ..middle() };
    tell(&below(early), &["its issuer \"CN=Middle\", as the server shows it, is not valid before 2045-01-01"]);
    let weak = Request { key: peers::ca::Key::Rsa(1024), ..middle() };
    tell(&below(weak), &["the key of its issuer \"CN=Middle\" is too weak (RSA, 1024 bits)"]);
    let sha1 = Request { digest: "sha1", ..middle() };
    tell(&below(sha1), &["the certificate of its issuer \"CN=Middle\" is signed with SHA-1"]);
    tell(&below(Request::server(&["other.test"])), &["its issuer \"CN=other.test\" is no CA"]);
    let mut no_more = middle();
    no_more.extensions = vec!["basicConstraints = critical,CA:TRUE,pathlen:0".into()];
    let below_that = authority.intermediate(&no_more).intermediate(&Request::authority("Lower"));
    tell(&below_that.server(&[HOST]), &["more CAs between it and its root"]);
    let mut odd = Request::server(&[HOST]);
    odd.extensions.push("1.2.3.4 = critical,DER:05:00".into());
    tell(&authority.issue(&odd), &["a critical extension that is not known here (1.2.3.4)"]);
    let mut policies = Request::server(&[HOST]);
    policies.extensions.push("policyConstraints = critical,requireExplicitPolicy:0".into());
    tell(&authority.issue(&policies), &["a critical extension that is not known here (2.5.29.36)"]);
    let rsa = Request { key: peers::ca::Key::Rsa(1024), ..Request::server(&[HOST]) };
    tell(&authority.issue(&rsa), &["its own key is too weak (RSA, 1024 bits): 2048 bits are the least"]);
}

/// A letter to the server by the name that the certificate should have.
fn letter(server: &Server, name: &str, ca: &str) -> Mailtool {
    let url = format!("smtps://127.0.0.1:{}", server.port);
    Mailtool::letter(&url).args(["--sni", name, "--ca", ca, "--timeout", "10"])
}

fn ca(files: &Files) -> &str {
    files.ca.to_str().expect("a path in UTF-8")
}

/// Runs it, and says at the other end what a server says.
fn converse(server: &mut Server, mailtool: Mailtool) -> Outcome {
    let log = server.child().log().len();
    thread::scope(|scope| {
        let thread = scope.spawn(|| mailtool.run());
        server.say(b"220 mail.example.test\r\n");
        let talk = [
            ("EHLO", "250 x"),
            ("MAIL", "250 ok"),
            ("RCPT", "250 ok"),
            ("DATA", "354 go"),
            ("\n.", "250 ok"),
            ("QUIT", "221 bye"),
        ];
        for (command, reply) in talk {
            let deadline = std::time::Instant::now() + Duration::from_secs(10);
            while !server.child().log().get(log..).unwrap_or_default().contains(command) && !thread.is_finished() {
                assert!(std::time::Instant::now() < deadline, "no {command}");
                thread::sleep(Duration::from_millis(3));
            }
            server.say(format!("{reply}\r\n").as_bytes());
        }
        thread.join().expect("an outcome")
    })
}

#[test]
fn each_flaw_is_refused_with_its_reason() {
    or_skip!(need());
    let authority = Authority::throw_away();
    for flaw in Flaw::ALL {
        let files = authority.flawed(flaw, HOST);
        let server = Server::start(&files);
        let outcome = letter(&server, &files.name, ca(&files)).args(["--json"]).run();
        assert_eq!(outcome.code, Some(77), "{flaw:?}\n{outcome}");
        assert_eq!(outcome.field("status"), ["refused"], "{flaw:?}");
        let text = outcome.field("text").concat().to_lowercase();
        let named = reason(flaw).iter().any(|word| text.contains(&word.to_lowercase()));
        assert!(named, "{flaw:?}: {text}\n{outcome}");
        assert!(!server.child().log().contains("EHLO"), "{flaw:?}: something was said\n{outcome}");
    }
}

#[test]
fn insecure_speaks_with_each_flaw_and_marks_every_line() {
    or_skip!(need());
    let authority = Authority::throw_away();
    for flaw in Flaw::ALL {
        let files = authority.flawed(flaw, HOST);
        let mut server = Server::start(&files);
        let mailtool = letter(&server, &files.name, ca(&files)).args(["--insecure"]);
        let outcome = converse(&mut server, mailtool);
        assert_eq!(outcome.code, Some(0), "{flaw:?}\n{outcome}\n{}", server.child().log());
        let text = outcome.err();
        let spoken: Vec<&str> = text.lines().filter(|line| line.contains("C~ ") || line.contains("S~ ")).collect();
        assert!(spoken.len() > 10, "{flaw:?}\n{outcome}");
        let marked = |line: &&str| line.to_lowercase().contains("unverified");
        assert!(spoken.iter().all(marked), "{flaw:?}: not every line is marked\n{outcome}");
    }
}

#[test]
fn right_certificates_are_taken() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let intermediate = authority.intermediate(&Request::authority("Test Intermediate"));
    let right = [
        (authority.server(&["other.test", HOST]), HOST),
        (authority.server(&["*.example.test"]), HOST),
        (authority.server(&["127.0.0.1"]), "127.0.0.1"),
        (intermediate.server(&[HOST]), HOST),
        (authority.issue(&Request { key: peers::ca::Key::Rsa(2048), ..Request::server(&[HOST]) }), "MAIL.example.test"),
    ];
    for (files, name) in right {
        let mut server = Server::start(&files);
        let mailtool = letter(&server, name, ca(&files));
        let outcome = converse(&mut server, mailtool).expect(0).says(&["verified"]);
        assert!(!outcome.err().to_lowercase().contains("unverified"), "{outcome}");
        // whom it does not know it does not trust
        let server = Server::start(&files);
        Mailtool::letter(&format!("smtps://127.0.0.1:{}", server.port))
            .args(["--sni", name])
            .run()
            .expect(77)
            .says(&["issuer"]);
    }
}

#[test]
fn older_versions_of_tls_are_told() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let files = authority.server(&[HOST]);
    let mut server = Server::start_with(&files, peers::free_port(), &["-tls1_2"]);
    let mailtool = letter(&server, HOST, ca(&files)).args(["--json"]);
    let outcome = converse(&mut server, mailtool).expect(0);
    assert_eq!(outcome.field("tls"), ["TLSv1.2"]);
    let server = Server::start_with(&files, peers::free_port(), &["-tls1_1"]);
    letter(&server, HOST, ca(&files)).run().expect(77).says(&["TLS"]);
}

#[test]
fn a_self_signed_certificate_is_trusted_once_it_is_given() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let ordinary = authority.self_signed(&Request::server(&[HOST]));
    // as `openssl req -x509` makes them: a CA's
    let as_ca = Request {
        extensions: vec!["basicConstraints = critical,CA:TRUE".into()],
        usage: "",
        ..Request::server(&[HOST])
    };
    for files in [ordinary, authority.self_signed(&as_ca)] {
        let own = files.certificate.to_str().expect("a path in UTF-8");
        let mut server = Server::start(&files);
        let mailtool = letter(&server, HOST, own);
        converse(&mut server, mailtool).expect(0).says(&["verified"]);
        // for its own name only
        let server = Server::start(&files);
        letter(&server, "other.example.test", own).run().expect(77).says(&[HOST]);
    }
    let expired =
        authority.self_signed(&Request { valid: ("20200101000000Z", "20201231235959Z"), ..Request::server(&[HOST]) });
    let server = Server::start(&expired);
    letter(&server, HOST, expired.certificate.to_str().expect("a path")).run().expect(77).says(&["expired"]);
}

#[test]
fn a_name_in_a_certificate_is_shown_harmlessly() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let request = Request { common_name: "\x1b[2Jcleared \u{202e}x".into(), ..Request::server(&["other.test"]) };
    let files = authority.issue(&request);
    let server = Server::start(&files);
    let outcome = letter(&server, HOST, ca(&files)).args(["-vv"]).run().expect(77);
    let text = outcome.out() + &outcome.err();
    assert!(!text.contains(['\x1b', '\u{202e}']), "{outcome}");
}

#[test]
fn a_name_that_is_none_is_told() {
    or_skip!(need());
    let authority = Authority::throw_away();
    let files = authority.server(&[HOST]);
    let server = Server::start(&files);
    for name in ["", "bad name", "a..b", "-", "x\u{0}".trim_end_matches('\0')] {
        let outcome = letter(&server, name, ca(&files)).run();
        assert!(matches!(outcome.code, Some(64 | 77)), "{name:?}\n{outcome}");
    }
}
