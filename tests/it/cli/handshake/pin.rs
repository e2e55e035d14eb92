//! Servers that are known by their fingerprints; `openssl` tells those too.

use super::{Mailtool, Room, serve, shell, urls, words};
use crate::mock::{Server, Smtp};
use crate::peers::ca::{Authority, Request};
use crate::peers::{self, or_skip};

const OTHER: &str = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

/// What `openssl` says of a certificate: its own fingerprint, and that of its public key.
fn fingerprints(pem: &str) -> [String; 2] {
    let whole = shell("openssl x509 -in \"$0\" -noout -fingerprint -sha256 | cut -d= -f2", pem);
    let key = "openssl x509 -in \"$0\" -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -c1-64";
    [format!("sha256:{whole}"), format!("sha256:{}", shell(key, pem))]
}

/// The fingerprint of the public key as curl's --pinnedpubkey wants it (its manual says so, in these words).
fn as_of_curl(pem: &str) -> String {
    let key = "openssl x509 -in \"$0\" -noout -pubkey | openssl asn1parse -noout -inform pem -out /dev/stdout \
               | openssl dgst -sha256 -binary | openssl base64";
    format!("sha256//{}", shell(key, pem))
}

#[test]
fn only_who_has_the_fingerprint_is_spoken_with() {
    or_skip!(peers::need(&["openssl"]));
    let room = Room::new();
    let ca = room.at("ca.pem");
    let serve = serve(&ca);
    let [whole, key] = fingerprints(&ca);
    let bare = whole.to_lowercase().replace(':', "").replace("sha256", "sha256:");
    for url in &urls(&serve) {
        let one_of_two = format!("{OTHER} --pin {key}");
        for pins in [&whole, &key, &bare, &as_of_curl(&ca), &one_of_two] {
            let outcome = Mailtool::letter(url).args(words(&format!("--pin {pins}"))).run().expect(0);
            let err = outcome.err();
            assert!(err.contains("is the one that is pinned") && !err.contains("UNVERIFIED"), "{outcome}");
            assert!(err.contains("C~ MAIL FROM") && !err.contains("C: MAIL FROM"), "{outcome}");
        }
        // who has another one hears nothing, and its own are told, ready to be pinned
        let outcome = Mailtool::letter(url).args(["--pin", OTHER]).run().expect(77).says(&[&bare]).says(&[&key]);
        assert!(!outcome.err().contains("MAIL FROM") && !outcome.err().contains("--insecure"), "{outcome}");
        let talk = Mailtool::new(["talk", url, "-", "--pin", OTHER]).stdin("EHLO x\nSTARTTLS\nEHLO x\n");
        talk.run().expect(77).says(&[&bare]);
        let script = if url.starts_with("smtps") { "EHLO x\nQUIT\n" } else { "EHLO x\nSTARTTLS\nEHLO x\nQUIT\n" };
        let talk = Mailtool::new(["talk", url, "-", "--pin", &key]).stdin(script);
        talk.run().expect(0).says(&["is the one that is pinned"]);
    }
}

/// Neither the wrong name nor an end long ago matters: the key is the one that is meant.
#[test]
fn the_fingerprint_alone_counts() {
    or_skip!(peers::ca::need().and(peers::openssl::need()));
    let request = Request { valid: ("20200101000000Z", "20201231235959Z"), ..Request::server(&["other.test"]) };
    let authority = Authority::throw_away();
    let files = authority.self_signed(&request);
    let [_, key] = fingerprints(files.certificate.to_str().expect("a path"));
    let mut server = peers::openssl::Server::start(&files);
    server.say(b"* OK hi\r\n");
    let url = format!("imaps://127.0.0.1:{}", server.port);
    let outcome = Mailtool::new(["imap", "caps", "-s", &url, "--timeout", "1", "--pin", &key]).run();
    outcome.says(&["is the one that is pinned"]).says(&["C~ a1 CAPABILITY"]);
    let url = url.replace("imaps", "pop3s");
    let pop = ["pop", "capa", "-s", &url, "--timeout", "5", "--pin", OTHER];
    Mailtool::new(pop).run().expect(77).says(&[&key]);
}

#[test]
fn a_pin_requires_tls() {
    let server = Server::smtp(Smtp::offering(&[]));
    let url = format!("smtp://{}", server.address());
    let outcome = Mailtool::letter(&url).args(["--pin", OTHER]).run().expect(77).says(&["does not offer STARTTLS"]);
    assert!(!outcome.err().contains("MAIL FROM"), "{outcome}");
    for args in ["--tls never", "--tls may", "--insecure"] {
        Mailtool::letter(&url).args(["--pin", OTHER]).args(words(args)).run().expect(64).says(&["--pin"]);
        Mailtool::new(["talk", &url, "-", "--pin", OTHER]).args(words(args)).run().expect(64).says(&["--pin"]);
    }
    Mailtool::letter(&url).args(["--pin", "sha256:00"]).run().expect(64).says(&["64 hexadecimal digits"]);
    Mailtool::new(["mx", "example.test", "--pin", OTHER]).run().expect(64).says(&["--probe"]);
    Mailtool::new(["imap", "caps", "--tunnel", "cat", "--pin", OTHER]).run().expect(64).says(&["-s NAME"]);
    assert_eq!(server.finish().len(), 1);
}
