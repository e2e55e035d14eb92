//! The peers themselves: they come up, carry mail, and are gone afterwards.

use std::fs;
use std::path::PathBuf;

use super::ca::Authority;
use super::dovecot::{self, ALICIA, Dovecot, PEPE};
use super::postfix::{self, Postfix};
use super::{fetch, or_skip, sink};

/// What swaks says of one message from alicia to a port of 127.0.0.1, with further options.
fn swaks(port: u16, to: &str, options: &[&str]) -> Result<(), String> {
    swaks_to(("127.0.0.1", port), to, options)
}

/// The same to a port of another address.
fn swaks_to((address, port): (&str, u16), to: &str, options: &[&str]) -> Result<(), String> {
    let server = format!("{address}:{port}");
    let fixed = ["--server", &server, "--ehlo", "client.test", "--from", "alicia@example.test", "--to", to];
    let output = super::run("swaks", &[&fixed[..], options].concat(), b"");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stdout).into_owned()) }
}

#[test]
fn mail_goes_from_swaks_through_postfix_and_dovecot_to_curl() {
    or_skip!(postfix::need(), dovecot::need(), super::ca::need(), fetch::need(), super::need(&["swaks"]));
    let authority = Authority::throw_away();
    let files = authority.server(&["mx.example.test", "127.0.0.1"]);
    let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..Default::default() });
    let postfix = Postfix::start(&postfix::Options {
        certificate: Some(&files),
        dovecot: Some(&dovecot),
        tls_auth_only: true,
        ..Default::default()
    });
    let other = Postfix::start(&postfix::Options { dovecot: Some(&dovecot), ..Default::default() });

    let ca = authority.ca().to_str().expect("a path in UTF-8");
    let login = ["--auth", "PLAIN", "--auth-user", PEPE.0, "--auth-password", PEPE.1];
    let secure = [&["--tls", "--tls-verify", "--tls-ca-path", ca, "--body", ".dot"][..], &login[..]].concat();
    assert_eq!(swaks(postfix.smtp, "alicia@example.test", &secure), Ok(()), "{}", postfix.child().log());
    let messages = fetch::imap_arrived(dovecot.imap, ALICIA.0, ALICIA.1, 1);
    let text = String::from_utf8_lossy(messages.first().expect("a message"));
    assert!(text.contains("with ESMTPSA") && text.contains("\r\n\r\n.dot\r\n"), "{text}");
    assert_eq!(fetch::pop3_messages(dovecot.pop3, ALICIA.0, ALICIA.1), messages);

    let refused = swaks(postfix.smtp, "nadie@example.test", &[]).expect_err("nobody has this address");
    assert!(refused.contains("550 5.1.1"), "{refused}");
    let refused = swaks(postfix.smtp, "somebody@outside.test", &[]).expect_err("no relay for strangers");
    assert!(refused.contains("554 5.7.1"), "{refused}");
    assert_eq!(swaks(other.smtp, "alicia@example.test", &login), Ok(()), "{}", other.child().log());
    fetch::imap_arrived(dovecot.imap, ALICIA.0, ALICIA.1, 2);

    let rooms: Vec<PathBuf> = [postfix.config(), other.config(), dovecot.auth.clone()]
        .iter()
        .map(|file| file.parent().expect("its directory").to_owned())
        .collect();
    drop((postfix, other, dovecot));
    for room in rooms {
        assert!(!room.exists(), "{} is still there", room.display());
        assert_eq!(processes_of(&room.to_string_lossy()), Vec::<String>::new());
    }
}

#[test]
fn the_exact_octets_of_a_message_come_back() {
    or_skip!(dovecot::need(), fetch::need());
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let messages = [&b"a: b\r\n\r\nno line end"[..], b"a: b\r\n\r\n.\r\n\xff\r\n\r\n", b"a: b\r\n\r\n"];
    for message in messages {
        fetch::imap_append(dovecot.imap, PEPE.0, PEPE.1, message);
    }
    assert_eq!(fetch::imap_messages(dovecot.imap, PEPE.0, PEPE.1), messages);
}

#[test]
fn a_source_fills_a_sink() {
    or_skip!(sink::need());
    let sink = sink::Sink::start(&[]);
    let output = sink::source(&["-s", "5", "-m", "20", "-f", "a@example.test", "-t", "b@example.test"], sink.port);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(sink.messages().len(), 20);
}

#[test]
fn the_hosts_of_a_domain_share_a_port() {
    or_skip!(postfix::need(), sink::need(), super::need(&["swaks"]));
    let [first, second, dead] = ["127.0.0.2", "127.0.0.3", "127.0.0.4"];
    let port = super::free_port_on(&[first, second, dead]);
    let postfix = Postfix::start(&postfix::Options {
        at: Some((first, port)),
        access: &[
            ("pepe@example.test", "450 4.7.1 greylisted, come again"),
            ("nobody@example.test", "550 5.1.1 nobody here"),
        ],
        ..Default::default()
    });
    let sink = sink::Sink::start_at(second, port, &[]);
    assert_eq!((postfix.smtp, sink.port), (port, port));

    assert_eq!(swaks_to((first, port), "alicia@example.test", &[]), Ok(()), "{}", postfix.child().log());
    for (recipient, reply) in [
        ("pepe@example.test", "450 4.7.1 <pepe@example.test>: Recipient address rejected: greylisted, come again"),
        ("nobody@example.test", "550 5.1.1 <nobody@example.test>: Recipient address rejected: nobody here"),
        ("nadie@example.test", "550 5.1.1 <nadie@example.test>: Recipient address rejected: User unknown"),
        ("pepe@outside.test", "554 5.7.1 <pepe@outside.test>: Relay access denied"),
    ] {
        let refused = swaks_to((first, port), recipient, &[]).expect_err(recipient);
        assert!(refused.contains(reply), "{reply}: {refused}");
    }
    assert_eq!(swaks_to((second, port), "pepe@example.test", &[]), Ok(()), "{}", sink.child().log());
    assert_eq!(sink.messages().len(), 1);
    swaks_to((dead, port), "pepe@example.test", &[]).expect_err("nobody listens there");
}

/// Command lines and working directories that name a directory.
fn processes_of(directory: &str) -> Vec<String> {
    let entries = fs::read_dir("/proc").expect("/proc").flatten();
    let line = |entry: fs::DirEntry| {
        let command = String::from_utf8_lossy(&fs::read(entry.path().join("cmdline")).ok()?).replace('\0', " ");
        let place = fs::read_link(entry.path().join("cwd")).unwrap_or_default();
        Some(format!("{command} in {}", place.display()))
    };
    entries.filter_map(line).filter(|line| line.contains(directory)).collect()
}
