//! Other people's clients deliver to `mailtool serve`.

use super::leaks::Secrets;
use super::{Room, Serve};
use crate::peers::{self, or_skip, sink};

const PASSWORD: &str = "s3cr3t-CANARY";

/// A message as curl is given it: CRLF, dots, eight bits, long lines.
fn letter() -> Vec<u8> {
    let long = "x".repeat(990);
    let text = format!(
        "From: a@x.test\r\nTo: b@x.test\r\nSubject: hola\r\n\r\n.\r\n..\r\n.dot\r\n¿señor?\r\n{long}\r\n\r\nend.\r\n"
    );
    text.into_bytes()
}

/// Runs curl, which must succeed.
fn curl(url: &str, options: &[&str], letter: &str) {
    let fixed = ["--disable", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--url", url];
    let envelope = ["--mail-from", "a@x.test", "--mail-rcpt", "b@x.test", "--mail-rcpt", "c@x.test", "-T", letter];
    let output = peers::run("curl", &[&fixed[..], &envelope, options].concat(), b"");
    assert!(output.status.success(), "{options:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn curl_delivers_octet_by_octet() {
    or_skip!(peers::need(&["curl"]));
    let room = Room::new();
    let file = room.file("letter.eml", letter());
    let user = format!("alicia:{PASSWORD}");
    let serve =
        Serve::listening(&["--smtp=127.0.0.1:0", "--smtps=127.0.0.1:0"], &["--json", "--user", &user, "--tls", "auto"]);
    let [smtp, smtps] = ["smtp", "smtps"].map(|name| format!("{name}://{}/client.test", serve.address(name)));
    curl(&smtp, &[], &file);
    curl(&smtp, &["--ssl-reqd", "--insecure"], &file);
    curl(&smtps, &["--insecure"], &file);
    for mechanism in ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5"] {
        curl(
            &smtp,
            &["--ssl-reqd", "--insecure", "--user", &user, "--login-options", &format!("AUTH={mechanism}")],
            &file,
        );
    }
    let messages = serve.messages();
    assert_eq!(messages.len(), 7);
    assert!(messages.iter().all(|message| *message == letter()), "{}", serve.stderr());
    let events = serve.events();
    let tls: Vec<bool> = events.iter().map(|event| event["tls"].is_string()).collect();
    assert_eq!(tls, [false, true, true, true, true, true, true]);
    let auth: Vec<bool> = events.iter().map(|event| event["auth"] == "alicia").collect();
    assert_eq!(auth, [false, false, false, true, true, true, true]);
    assert!(events.iter().all(|event| event["rcpt"] == serde_json::json!(["b@x.test", "c@x.test"])));
    Secrets::of(PASSWORD).not_in(&[serve.stdout(), serve.stderr()].concat().into_bytes(), "curl");
}

#[test]
fn curl_is_refused_with_a_wrong_password() {
    or_skip!(peers::need(&["curl"]));
    let room = Room::new();
    let file = room.file("letter.eml", letter());
    let serve = Serve::start(&["--auth", "required", "--user", &format!("alicia:{PASSWORD}")]);
    let url = format!("smtp://{}", serve.address("smtp"));
    for user in ["alicia:wrong", "nobody:wrong", ""] {
        let login: &[&str] = if user.is_empty() { &[] } else { &["--user", user] };
        let fixed =
            ["--disable", "--silent", "--url", &url, "--mail-from", "a@x.test", "--mail-rcpt", "b@x.test", "-T", &file];
        assert!(!peers::run("curl", &[&fixed[..], login].concat(), b"").status.success(), "{user}");
    }
    assert_eq!(serve.messages().len(), 0);
}

/// Runs swaks, which must succeed.
fn swaks(serve: &Serve, options: &[&str]) {
    let server = serve.address("smtp");
    let fixed = ["--server", &server, "--ehlo", "client.test", "--from", "a@x.test", "--to", "b@x.test,c@x.test"];
    let output = peers::run("swaks", &[&fixed[..], options].concat(), b"");
    assert!(output.status.success(), "{options:?}: {}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn swaks_delivers_in_every_way() {
    or_skip!(peers::need(&["swaks"]));
    let serve = Serve::start(&["--json", "--user", &format!("alicia:{PASSWORD}")]);
    let login = ["--auth-user", "alicia", "--auth-password", PASSWORD];
    let body = ["--body", "uno\n.\n..\nfin"];
    let ways: [&[&str]; 8] = [
        &[],
        &["--pipeline"],
        &["--protocol", "SMTP"],
        &["--tls"],
        &["--tls", "--pipeline", "--auth", "LOGIN"],
        &["--auth", "PLAIN"],
        &["--auth", "CRAM-MD5"],
        &["--auth", "DIGEST-MD5"],
    ];
    for way in ways {
        let login: &[&str] = if way.contains(&"--auth") { &login } else { &[] };
        swaks(&serve, &[way, login, &body].concat());
    }
    let messages = serve.messages();
    assert_eq!(messages.len(), ways.len());
    for message in messages {
        let text = String::from_utf8_lossy(&message).into_owned();
        // swaks adds a few empty lines
        assert!(text.trim_end().ends_with("\r\n\r\nuno\r\n.\r\n..\r\nfin"), "{text:?}");
    }
    let auth: Vec<bool> = serve.events().iter().map(|event| event["auth"] == "alicia").collect();
    assert_eq!(auth, [false, false, false, false, true, true, true, true]);
    Secrets::of(PASSWORD).not_in(&[serve.stdout(), serve.stderr()].concat().into_bytes(), "swaks");
}

#[test]
fn a_source_of_many_messages_is_taken() {
    or_skip!(sink::need());
    let serve = Serve::start(&["-qq"]);
    let options = ["-s", "8", "-m", "120", "-r", "3", "-l", "5000", "-d", "-f", "a@x.test", "-t", "b@x.test"];
    let output = sink::source(&options, serve.port());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(serve.messages().len(), 120);
    assert_eq!(serve.stdout().lines().count(), 120);
}
