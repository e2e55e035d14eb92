//! What a server shows of itself; `openssl` and Postfix's `posttls-finger` tell the same.

use std::fs;

use super::{Mailtool, Outcome, Room, serve, shaken, shell, text, urls, words};
use crate::cli::exchange::zone;
use crate::mock::dns::{Dns, Script};
use crate::peers::ca::{Authority, Files, Key, Request};
use crate::peers::dovecot::{self, Dovecot};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{self, openssl, or_skip};

/// A chain of two: the server's own, and the intermediate that signed it.
fn chain(authority: &Authority, key: Key) -> Files {
    let intermediate = authority.intermediate(&Request::authority("Test \u{1b}[31mRoja"));
    intermediate.issue(&Request { key, ..Request::server(&["mail.example.test", "127.0.0.1"]) })
}

/// What `openssl` says of the first certificate in a file.
fn by_openssl(pem: &str) -> [String; 4] {
    let one = |args: &str| shell(&format!("openssl x509 -in \"$0\" -noout {args} | cut -d= -f2"), pem);
    let hexadecimal = |text: String| text.replace(':', "").to_lowercase();
    let key = "openssl x509 -in \"$0\" -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -c1-64";
    [hexadecimal(one("-fingerprint -sha256")), shell(key, pem), one("-startdate"), one("-enddate")]
}

/// A date of openssl's, as we write it.
fn date(text: &str) -> String {
    let date = jiff::fmt::strtime::parse("%b %d %H:%M:%S %Y GMT", text).and_then(|parsed| parsed.to_datetime());
    format!("{}.000Z", date.unwrap_or_else(|error| panic!("{text}: {error}")))
}

#[test]
fn openssl_says_the_same() {
    or_skip!(dovecot::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    for (key, kind) in [(Key::P256, "ECDSA, P-256"), (Key::Rsa(2048), "RSA, 2048 bits")] {
        let files = chain(&authority, key);
        let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..dovecot::Options::default() });
        let [sha256, spki, from, until] = by_openssl(text(&files.chain));
        let urls = [
            format!("imaps://127.0.0.1:{}", dovecot.imaps),
            format!("imap://127.0.0.1:{}", dovecot.imap),
            format!("pop3s://127.0.0.1:{}", dovecot.pop3s),
            format!("pop3://127.0.0.1:{}", dovecot.pop3),
        ];
        for url in &urls {
            let certs = || Mailtool::new(["certs", url, "--ca", text(&files.ca), "--sni", "mail.example.test"]);
            let outcome = certs().args(["--json"]).run().expect(0);
            let record = &outcome.json()[0];
            let own = &record["certificates"][0];
            assert_eq!((&own["sha256"], &own["spki_sha256"]), (&(*sha256).into(), &(*spki).into()), "{outcome}");
            assert_eq!((&own["not_before"], &own["not_after"]), (&date(&from).into(), &date(&until).into()));
            assert_eq!(own["names"], serde_json::json!(["mail.example.test", "127.0.0.1"]));
            assert_eq!(own["key"], kind);
            let port = url.rsplit(':').next().expect("a port");
            assert_eq!(own["tlsa"], format!("_{port}._tcp.mail.example.test. IN TLSA 3 1 1 {spki}"));
            assert_eq!((&record["verified"], record["certificates"].as_array().map(Vec::len)), (&true.into(), Some(2)));
            let pem = certs().args(["-q", "--pem"]).run().expect(0);
            assert_eq!(pem.out(), pem_of(&files), "{url}");
            let lines = certs().run().expect(0);
            let lines = lines.out();
            for said in
                [&format!("  public key  {spki}"), &format!("  key         {kind}"), "certificate 2 of 2: CN=Test"]
            {
                assert!(lines.contains(said), "{said}\n{lines}");
            }
            assert!(!lines.contains('\u{1b}') && lines.contains("[31mRoja"), "{lines}");
        }
    }
}

/// The certificates of a chain, without what stands around them.
fn pem_of(files: &Files) -> String {
    let all = fs::read_to_string(&files.chain).expect("a chain");
    let mut inside = false;
    let mut of_certificate = |line: &&str| {
        inside |= line.starts_with("-----BEGIN");
        let is = inside;
        inside &= !line.starts_with("-----END");
        is
    };
    all.lines().filter(|line| of_certificate(line)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn what_is_not_good_is_shown_with_what_is_wrong() {
    or_skip!(peers::ca::need().and(postfix::need()));
    let authority = Authority::throw_away();
    let request = Request { valid: ("20200101000000Z", "20201231235959Z"), ..Request::server(&["other.test"]) };
    let files = authority.self_signed(&request);
    let postfix = Postfix::start(&postfix::Options { certificate: Some(&files), ..postfix::Options::default() });
    let url = format!("smtp://127.0.0.1:{}", postfix.smtp);
    let outcome = Mailtool::new(["certs", &url]).run().expect(77);
    for said in ["UNVERIFIED: it expired", "besides, it is self-signed", "besides, it is for other.test", ", expired "]
    {
        assert!(outcome.out().contains(said), "{said}\n{outcome}");
    }
    assert!(outcome.err().contains("C~ QUIT"), "{outcome}");
    let [sha256, spki, ..] = by_openssl(text(&files.certificate));
    assert!(outcome.out().contains(&sha256), "{outcome}");
    let pinned = Mailtool::new(["certs", &url, "--pin", &format!("sha256:{spki}")]).run().expect(0);
    pinned.says(&["is the one that is pinned"]);
    let other = Mailtool::new(["certs", &url, "--pin", &format!("sha256:{}", "0".repeat(64))]).run().expect(77);
    assert!(other.out().contains(&format!("its public key's sha256:{spki}")), "{other}");
    // whoever sends there sees the same, and goes no further
    let send = ["--tls", "starttls", "--certs", "--json"];
    let refused = Mailtool::letter(&url).args(send).run().expect(77);
    assert!(refused.err().contains(&format!("*   SHA-256     {sha256}")), "{refused}");
    let finger = ["-c", "-d", "sha256", "-l", "may", &format!("[127.0.0.1]:{}", postfix.smtp)].map(str::to_owned);
    or_skip!(peers::need(&["posttls-finger"]));
    let finger = peers::run("posttls-finger", &finger.each_ref().map(String::as_str), b"");
    let finger = String::from_utf8_lossy(&[finger.stdout, finger.stderr].concat()).replace(':', "").to_lowercase();
    assert!(finger.contains(&sha256) || finger.contains(&spki), "{finger}");
}

#[test]
fn every_command_tells_it() {
    let room = Room::new();
    let ca = room.at("ca.pem");
    let serve = serve(&ca);
    let [sha256, spki, ..] = by_openssl(&ca);
    let tells = |outcome: Outcome| {
        for said in ["* key exchange X25519MLKEM768, no OCSP staple", &format!("*   public key  {spki}")] {
            assert!(outcome.err().contains(said), "{said}\n{outcome}");
        }
        outcome
    };
    for (url, tls) in urls(&serve).iter().zip(["starttls", "implicit"]) {
        let letter = || Mailtool::letter(url).args(["--tls", tls, "--ca", &ca, "--json"]);
        let outcome = tells(letter().args(["--certs"]).run().expect(0));
        assert_eq!(outcome.json()[0]["certificates"][0]["sha256"], *sha256);
        let silent = letter().run().expect(0);
        assert!(silent.json()[0]["certificates"].is_null() && !silent.err().contains(&spki), "{silent}");
        let script = if tls == "starttls" { "EHLO x\nSTARTTLS\nQUIT\n" } else { "QUIT\n" };
        tells(Mailtool::new(["talk", url, "-", "--ca", &ca, "--certs"]).stdin(script).run().expect(0));
    }
}

/// What its issuer says of a certificate at this time, that it is not revoked, by `openssl ocsp`.
fn staple(authority: &Authority, files: &Files, room: &Room) -> String {
    let serial = shell("openssl x509 -in \"$0\" -noout -serial | cut -d= -f2", text(&files.certificate));
    fs::write(room.at("index"), format!("V\t491231235959Z\t\t{serial}\tunknown\t/CN=x\n")).expect("a file");
    let (ca, response) = (text(authority.ca()), room.at("response"));
    let key = authority.ca().with_file_name("ca-key.pem");
    let index = room.at("index");
    let responder = ["ocsp", "-index", &index, "-CA", ca, "-rsigner", ca, "-rkey", text(&key)];
    let request = ["-issuer", ca, "-cert", text(&files.certificate), "-respout", &response, "-noverify"];
    let output = peers::run("openssl", &[&responder[..], &request].concat(), b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    response
}

#[test]
fn a_staple_is_told() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let room = Room::new();
    let response = staple(&authority, &files, &room);
    for version in ["-tls1_2", "-tls1_3"] {
        for (options, said) in [(&["-status_file", &response][..], ", an OCSP staple"), (&[], ", no OCSP staple")] {
            let options = [&[version], options].concat();
            let server = openssl::Server::start_with(&files, peers::free_port(), &options);
            let outcome = shaken(server, &files.ca, &["--certs"]);
            assert!(outcome.err().contains(said), "{options:?}\n{outcome}");
        }
    }
}

#[test]
fn exchangers_show_theirs() {
    or_skip!(postfix::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = chain(&authority, Key::P256);
    let port = peers::free_port_on(&["127.0.0.2"]);
    let at = Some(("127.0.0.2", port));
    let _postfix = Postfix::start(&postfix::Options { certificate: Some(&files), at, ..postfix::Options::default() });
    let dns = Dns::start(zone(Script::new(), "example.test", &["127.0.0.2"]));
    let port = port.to_string();
    let at = dns.address().to_string();
    let probe = |flags: &str| {
        let mx = ["mx", "--probe", "example.test", "--dns", &at, "--port", &port, "--ca", text(&files.ca)];
        Mailtool::new(mx).args(words(flags)).run()
    };
    let [sha256, spki, ..] = by_openssl(text(&files.chain));
    let pinned = probe(&format!("--pin sha256:{spki} --tls-max 1.2 --json"));
    let pinned = &pinned.json()[1];
    assert_eq!((&pinned["certificate"]["verified"], &pinned["tls"]), (&true.into(), &"TLSv1.2".into()), "{pinned}");
    let other = probe(&format!("--pin sha256:{} --json", "0".repeat(64))).expect(1);
    assert_eq!(other.json()[1]["findings"][0]["code"], "certificate-not-pinned", "{other}");
    let text = probe("--certs").out();
    assert!(text.contains("  certificate 2 of 2: CN=Test") && text.contains(&sha256), "{text}");
    let records = probe("--json").json();
    assert_eq!(records[1]["chain"][0]["sha256"], *sha256, "{records:?}");
    assert_eq!(records[1]["chain"].as_array().map(Vec::len), Some(2));
    assert!(records[1]["group"].is_string(), "{records:?}");
}

#[test]
fn who_says_nothing_behind_tls_has_shown_them_all_the_same() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    for scheme in ["smtps", "pop3s", "imaps"] {
        let server = openssl::Server::start(&files);
        let url = format!("{scheme}://127.0.0.1:{}", server.port);
        let outcome = Mailtool::new(["certs", &url, "--ca", text(&files.ca), "--pem", "-q"]).run().expect(0);
        assert!(outcome.out().contains(&pem_of(&files)) && outcome.err().is_empty(), "{outcome}");
    }
}

#[test]
fn without_tls_there_is_nothing_to_show() {
    use crate::mock::smtp::GREETING;
    use crate::mock::{Imap, Pop3, Server, Smtp};
    let servers = [
        ("smtp", Server::smtp(Smtp::offering(&[]))),
        ("pop3", Server::pop3(Pop3::offering(&[]))),
        ("imap", Server::imap(Imap::offering(""))),
    ];
    for (scheme, server) in servers {
        let outcome = Mailtool::new(["certs", &format!("{scheme}://{}", server.address())]).run().expect(77);
        assert!(outcome.out().is_empty() && outcome.err().contains("does not offer STARTTLS"), "{outcome}");
        // There is no --tls that could help.
        let other = Mailtool::new(["certs", &format!("{scheme}s://{}", server.address())]).run().expect(76);
        assert!(other.err().contains(&format!("{scheme}://")), "{other}");
        let mute = Server::smtp(Smtp::offering(&[]).does(GREETING, []));
        let silent =
            Mailtool::new(["certs", &format!("{scheme}://{}", mute.address()), "--timeout", "0.3"]).run().expect(75);
        assert!(silent.err().contains(&format!("{scheme}s://")), "{silent}");
        assert!([outcome, other, silent].iter().all(|outcome| !outcome.err().contains("--tls")));
    }
    Mailtool::new(["certs", "-q", "smtp://127.0.0.1:1"]).run().expect(75).says(&["connection refused"]);
    Mailtool::new(["certs", "http://127.0.0.1"]).run().expect(64);
}
