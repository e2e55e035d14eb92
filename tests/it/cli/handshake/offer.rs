//! Versions, cipher suites and groups; the judge is a server that takes one of each.

use super::{Mailtool, Outcome, Room, refused_by, serve, shaken, urls, words};
use crate::peers::ca::{Authority, Files};
use crate::peers::{self, openssl, or_skip};

/// The handshake with a server that takes only what these options of s_server(1) let it.
fn with(files: &Files, options: &str, flags: &str) -> Outcome {
    let server = openssl::Server::start_with(files, peers::free_port(), &words(options));
    shaken(server, &files.ca, &words(flags))
}

#[test]
fn what_both_sides_have_is_spoken() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let cases = [
        ("-tls1_2", "--tls-max 1.2", "TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_"),
        ("-tls1_3", "--tls-min 1.3", "TLSv1.3 TLS_AES_"),
        // both versions are there: ours decides
        ("-groups P-256:P-384:X25519", "--tls-max 1.2", "TLSv1.2 "),
        (
            "-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256",
            "--tls-ciphers tls_aes_128_gcm_sha256,TLS_CHACHA20_POLY1305_SHA256",
            "TLSv1.3 TLS_CHACHA20_POLY1305_SHA256, certificate for 127.0.0.1 verified",
        ),
        ("-tls1_3", "--tls-ciphers TLS_AES_128_GCM_SHA256", "TLSv1.3 TLS_AES_128_GCM_SHA256, "),
        (
            "-tls1_2",
            "--tls-ciphers TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLSv1.2 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, ",
        ),
        ("-groups P-384", "--tls-groups secp384r1", "key exchange secp384r1, no OCSP staple"),
        ("-groups P-384:X25519", "--tls-groups X25519,secp384r1", "key exchange X25519, "),
        ("-tls1_3 -groups P-521", "", "key exchange secp521r1, "),
        ("-tls1_2 -groups P-521:P-256", "--tls-groups secp521r1,secp256r1", "key exchange secp521r1, "),
        // the first one offered is not taken: the server asks for the other (HelloRetryRequest)
        ("-groups P-256", "--tls-groups x25519,SECP256R1", "key exchange secp256r1, "),
    ];
    for (options, flags, said) in cases {
        let outcome = with(&files, options, &format!("-v {flags}"));
        assert!(outcome.err().contains(&format!("* {said}")), "{options} {flags}: {said}\n{outcome}");
    }
}

#[test]
fn what_one_side_lacks_is_refused_with_what_was_offered() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let cases = [
        ("-tls1_2", "--tls-min 1.3", "offered (TLSv1.3; TLS_AES_256_GCM_SHA384, "),
        ("-tls1_3", "--tls-max 1.2", "offered (TLSv1.2; TLS_ECDHE_ECDSA_"),
        (
            "-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256",
            "--tls-ciphers TLS_AES_128_GCM_SHA256",
            "offered (TLSv1.3; TLS_AES_128_GCM_SHA256; X25519MLKEM768, ",
        ),
        ("-groups P-384", "--tls-groups X25519", "; X25519): "),
        (
            "-tls1_2 -cipher AES256-SHA",
            "",
            "nothing of what is spoken here (TLSv1.3, TLSv1.2; TLS_AES_256_GCM_SHA384, ",
        ),
        ("-tls1_3 -groups X448", "", "secp384r1, secp521r1; no RSA or DHE key exchange, "),
    ];
    for (options, flags, said) in cases {
        let outcome = with(&files, options, flags);
        refused_by(&outcome, said);
    }
}

#[test]
fn our_server_agrees_upon_a_hybrid_group() {
    let room = Room::new();
    let ca = room.at("ca.pem");
    let serve = serve(&ca);
    for url in &urls(&serve) {
        let letter =
            || Mailtool::letter(url).args(["--tls", if url.starts_with("smtps") { "implicit" } else { "starttls" }]);
        letter().args(["--ca", &ca, "-v"]).run().expect(0).says(&["* key exchange X25519MLKEM768, "]);
        let other = letter().args(["--ca", &ca, "-v", "--tls-groups", "secp256r1"]).run().expect(0);
        other.says(&["* key exchange secp256r1, "]);
        let none = letter().args(["--ca", &ca, "--tls-groups", "MLKEM1024"]).run();
        refused_by(&none, "offered (TLSv1.3; ");
    }
}

#[test]
fn what_there_is_not_is_named_with_what_there_is() {
    let cases = [
        ("--tls-min 1.1", "RFC 8996"),
        ("--tls-min 1.3 --tls-max 1.2", "--tls-min"),
        ("--tls-ciphers RC4-SHA", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        ("--tls-groups ffdhe2048", "secp384r1"),
        ("--tls-max 1.2 --tls-ciphers TLS_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"),
        ("--tls-max 1.2 --tls-groups X25519MLKEM768", "X25519MLKEM768"),
    ];
    for (flags, said) in cases {
        for command in ["imap caps -s imaps://127.0.0.1:1", "pop capa -s 127.0.0.1:1", "talk 127.0.0.1:1 -"] {
            Mailtool::new(words(command)).args(words(flags)).run().expect(64).says(&[said]);
        }
        Mailtool::letter("smtps://127.0.0.1:1").args(words(flags)).run().expect(64).says(&[said]);
    }
    let outcome = Mailtool::letter("smtp://127.0.0.1:1").args(["--tls-min", "1.3"]).run().expect(75);
    outcome.says(&["--tls-min changes nothing: no TLS is spoken here"]);
}
