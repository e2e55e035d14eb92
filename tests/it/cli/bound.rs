//! SCRAM bound to the TLS connection: our client and GNU SASL's against our server; DIGEST-MD5 too.

use super::encoding::{base64, unbase64};
use super::leaks::Secrets;
use super::{Mailtool, Room, Serve};
use crate::peers::ca::{Authority, Files};
use crate::peers::dovecot::{self, Dovecot};
use crate::peers::{self, openssl, or_skip};

const PASSWORD: &str = "s3cr3t-CANARY";

/// Our server, where alicia alone may log in.
fn serve(files: &Files) -> Serve {
    let pair = format!("{},{}", files.chain.display(), files.key.display());
    Serve::start(&["--tls", &pair, "--user", &format!("alicia:{PASSWORD}"), "--auth", "required"])
}

fn send(serve: &Serve, files: &Files, args: &[&str]) -> Mailtool {
    let ca = files.ca.to_str().expect("a path in UTF-8");
    let login = ["--tls", "starttls", "--ca", ca, "-u", "alicia", "--password-env", "SECRET"];
    Mailtool::letter(&format!("127.0.0.1:{}", serve.port())).args(login).args(args).env("SECRET", PASSWORD)
}

#[test]
fn the_bound_mechanisms_come_first_and_each_logs_in() {
    or_skip!(peers::ca::need());
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let serve = serve(&files);
    let outcome = send(&serve, &files, &[]).run().expect(0).says(&["C~ AUTH SCRAM-SHA-512-PLUS ••••"]);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "bound");
    for hash in ["512", "256", "1"] {
        for plus in ["-PLUS", ""] {
            let mechanism = format!("SCRAM-SHA-{hash}{plus}");
            let outcome = send(&serve, &files, &["--auth", &mechanism, "--show-secrets"]).run().expect(0);
            let header = if plus.is_empty() { "n,,n=alicia" } else { "p=tls-exporter,,n=alicia" };
            let header = base64(header.as_bytes());
            let said = format!("C~ AUTH {mechanism} {}", &header[..header.len() / 4 * 4 - 4]);
            assert!(outcome.err().contains(&said), "{said}\n{outcome}");
        }
    }
    let wrong = send(&serve, &files, &[]).env("SECRET", "wrong").run();
    wrong.expect(77).says(&["535"]);
    // In clear there is nothing to bind to, and nothing is offered that does.
    let clear = Mailtool::letter(&format!("127.0.0.1:{}", serve.port()));
    let clear = clear.args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", PASSWORD).run();
    assert!(clear.expect(0).says(&["AUTH SCRAM-SHA-512 ••••"]).err().lines().all(|line| !line.contains("-PLUS")));
}

#[test]
fn a_server_that_never_offered_it_is_told_that_we_could() {
    or_skip!(dovecot::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..dovecot::Options::default() });
    let (url, ca) = (format!("imaps://127.0.0.1:{}", dovecot.imaps), files.ca.to_str().expect("a path in UTF-8"));
    let args = ["imap", "-s", &url, "--ca", ca, "-u", "alicia", "--password-env", "SECRET", "--show-secrets", "status"];
    let outcome = Mailtool::new(args).env("SECRET", dovecot::ALICIA.1).run();
    outcome.expect(0).says(&[&format!("AUTHENTICATE SCRAM-SHA-256 {}", &base64(b"y,,n=alicia,")[..12])]);
}

#[test]
fn who_says_that_nothing_was_offered_was_lied_to() {
    or_skip!(peers::ca::need());
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let serve = serve(&files);
    let first = |flag: &str| {
        let said = base64(format!("{flag},,n=alicia,r=fyko+d2lbbFgONRv9qkxdawL").as_bytes());
        let script = format!("EHLO x.test\nSTARTTLS\nEHLO x.test\nAUTH SCRAM-SHA-256 {said}\n*\nQUIT\n");
        let talk = Mailtool::new(["talk", &format!("smtp://127.0.0.1:{}", serve.port()), "-", "--tls", "may"]);
        talk.stdin(script).run()
    };
    assert!(first("y").out().contains("535 5.7.8"), "downgraded");
    let fair = first("n").out();
    assert!(fair.contains("334") && !fair.contains("535"), "{fair}");
}

/// Whoever proves with one certificate cannot prove with another, where TLS 1.2 has nothing better.
#[test]
fn in_tls_1_2_the_certificate_is_what_is_bound_to() {
    or_skip!(peers::need(&["openssl"]));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let mut server = openssl::Server::start_with(&files, peers::free_port(), &["-tls1_2"]);
    let ca = files.ca.to_str().expect("a path in UTF-8").to_owned();
    let letter = Mailtool::letter(&format!("smtps://127.0.0.1:{}", server.port)).args(["--ca", &ca, "--timeout", "5"]);
    let letter = letter.args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", PASSWORD);
    let letter = letter.args(["--auth", "SCRAM-SHA-256-PLUS"]);
    let running = std::thread::spawn(move || letter.run());
    server.say(b"220 x.test ESMTP\r\n");
    heard(&server, "EHLO ");
    server.say(b"250-x.test\r\n250 AUTH SCRAM-SHA-256-PLUS SCRAM-SHA-256\r\n");
    let first = decoded(&heard(&server, "AUTH SCRAM-SHA-256-PLUS "));
    let nonce = first.strip_prefix("p=tls-server-end-point,,n=alicia,r=").expect("its type and a nonce").to_owned();
    let challenge = base64(format!("r={nonce}more,s=QSXCR+Q6sek8bf92,i=4096").as_bytes());
    server.say(format!("334 {challenge}\r\n").as_bytes());
    let header = base64(b"p=tls-server-end-point,,")[..32].to_owned();
    let last = decoded(&heard(&server, &base64(format!("c={header}").as_bytes())[..40]));
    let certificate = files.certificate.to_str().expect("a path in UTF-8");
    let der = peers::run("openssl", &["x509", "-in", certificate, "-outform", "der"], b"").stdout;
    let hash = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &der);
    let bound = base64(&[b"p=tls-server-end-point,,", hash.as_ref()].concat());
    assert!(last.starts_with(&format!("c={bound},r={nonce}more,p=")), "{last}");
    server.say(b"535 5.7.8 no\r\n");
    running.join().expect("an end").expect(77).says(&["--auth SCRAM-SHA-256 logs in without"]);
}

/// Servers that bind to something else there refuse it: by itself it is only bound to who may be anybody.
#[test]
fn in_tls_1_2_a_verified_certificate_is_enough() {
    or_skip!(peers::need(&["openssl"]));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let ca = files.ca.to_str().expect("a path in UTF-8");
    for (trust, said) in [(&["--ca", ca][..], "AUTH SCRAM-SHA-256 "), (&["--insecure"], "AUTH SCRAM-SHA-256-PLUS ")] {
        let mut server = openssl::Server::start_with(&files, peers::free_port(), &["-tls1_2"]);
        let letter =
            Mailtool::letter(&format!("smtps://127.0.0.1:{}", server.port)).args(trust).args(["--timeout", "5"]);
        let letter = letter.args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", PASSWORD);
        let running = std::thread::spawn(move || letter.run());
        server.say(b"220 x.test ESMTP\r\n");
        heard(&server, "EHLO ");
        server.say(b"250-x.test\r\n250 AUTH SCRAM-SHA-256-PLUS SCRAM-SHA-256\r\n");
        heard(&server, said);
        server.say(b"535 5.7.8 no\r\n");
        running.join().expect("an end").expect(77);
    }
}

/// The rest of a line of the client that begins like this, once it has come.
fn heard(server: &openssl::Server, beginning: &str) -> String {
    for _ in 0..400 {
        let log = server.child().log();
        let mut lines = log.lines();
        if let Some(line) = lines.find(|line| line.starts_with(beginning)).filter(|_| log.ends_with('\n')) {
            return line.trim_start_matches("AUTH SCRAM-SHA-256-PLUS ").trim_end().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{beginning:?} did not come: {}", server.child().log());
}

fn decoded(line: &str) -> String {
    String::from_utf8(unbase64(line.as_bytes()).expect("base64")).expect("text")
}

#[test]
fn gnu_sasl_logs_in() {
    or_skip!(peers::need(&["gsasl"]).and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let serve = serve(&files);
    for (mechanism, password, good) in [
        ("SCRAM-SHA-256-PLUS", PASSWORD, true),
        ("SCRAM-SHA-1-PLUS", PASSWORD, true),
        ("SCRAM-SHA-256-PLUS", "wrong", false),
        ("SCRAM-SHA-256", PASSWORD, true),
        ("DIGEST-MD5", PASSWORD, true),
        ("DIGEST-MD5", "wrong", false),
    ] {
        let output = gsasl(&serve, &files, mechanism, password);
        assert_eq!(output.contains("\n235 "), good, "{mechanism}: {output}");
    }
}

/// What GNU SASL's client says and hears.
fn gsasl(serve: &Serve, files: &Files, mechanism: &str, password: &str) -> String {
    let room = Room::new();
    let mut command = std::process::Command::new("gsasl");
    command.current_dir(room.path()).stdin(std::process::Stdio::null());
    command.args(["--smtp", "--starttls", "--mechanism", mechanism, "--x509-ca-file"]).arg(&files.ca);
    command.args(["--authentication-id", "alicia", "--password", password, "--no-client-first"]);
    if !mechanism.ends_with("-PLUS") {
        command.arg("--no-cb");
    }
    command.arg(format!("--connect=127.0.0.1:{}", serve.port()));
    let output = command.output().expect("gsasl runs");
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&text).replace('\r', "")
}
