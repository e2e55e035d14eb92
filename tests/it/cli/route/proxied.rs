//! The PROXY protocol, by which servers are told who a client is.

use std::time::Duration;

use super::{Servers, words};
use crate::cli::{Mailtool, Outcome, Room, bridge};
use crate::mock::{Server, Step};
use crate::peers::ca::{self, Authority};
use crate::peers::dovecot::{self, ALICIA, Dovecot};
use crate::peers::exim::{self, Exim};
use crate::peers::postfix::{self, Postfix};
use crate::peers::proxy::{self, Proxy};
use crate::peers::{self, free_port, or_skip};

const BINARY: &[u8] = b"\r\n\r\n\0\r\nQUIT\n";
/// As whom each version speaks here.
const CLIENTS: [(&str, &str); 4] = [
    ("v1:192.0.2.7:4711,198.51.100.1:25", "[192.0.2.7]"),
    ("v2:192.0.2.8:4712,198.51.100.1:25", "[192.0.2.8]"),
    ("v1", "[127.0.0.1]"),
    ("v2", "[127.0.0.1]"),
];

fn letter(port: u16, args: &[&str]) -> Outcome {
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--timeout", "5"];
    Mailtool::send(&format!("127.0.0.1:{port}"), people).args(args).run()
}

#[test]
fn postfix_believes_it() {
    or_skip!(postfix::need().and(ca::need()).and(proxy::need()).and(peers::need(&["bash"])));
    let authority = Authority::throw_away();
    let files = authority.server(&["mx.example.test", "127.0.0.1"]);
    let smtpd = ["smtpd_upstream_proxy_protocol=haproxy"];
    let options = postfix::Options { certificate: Some(&files), smtpd: &smtpd, ..Default::default() };
    let postfix = Postfix::start(&options);
    let micro = Proxy::microsocks(&[]);
    let socks = format!("socks5h://127.0.0.1:{}", micro.port);
    let tls = ["--tls", "implicit", "--ca", authority.ca().to_str().expect("a path in UTF-8")];
    for (said, seen) in CLIENTS {
        // Also before TLS that begins at once, and behind a proxy, whose own address nobody knows.
        let ways = [(postfix.smtp, &[][..]), (postfix.smtps, &tls), (postfix.smtp, &["--proxy", &socks])];
        for (port, way) in ways.into_iter().take(if said.len() > 2 { 3 } else { 2 }) {
            let before = postfix.child().log().matches(&format!(" connect from unknown{seen}")).count();
            let outcome = letter(port, &[way, &["--proxy-protocol", said, "-vv"]].concat()).expect(0);
            assert!(outcome.err().contains("* said by the PROXY protocol: PROXY TCP4 "), "{outcome}");
            assert!(outcome.err().contains("* its octets: "), "{outcome}");
            let log = postfix.child().log();
            assert_eq!(log.matches(&format!(" connect from unknown{seen}")).count(), before + 1, "{log}");
        }
    }
    // Who is behind a command, nobody knows. (This server takes no UNKNOWN.)
    at_the_end_of_a_command(postfix.smtp, "v2").expect(0).says(&["* said by the PROXY protocol: LOCAL\n"]);
    // Without it this server does not speak.
    letter(postfix.smtp, &[]).expect(75);
}

/// What becomes of a conversation of which nobody knows the ends.
fn at_the_end_of_a_command(port: u16, version: &str) -> Outcome {
    let talk = ["talk", "--tunnel", &bridge(port), "-", "--proxy-protocol", version, "--timeout", "5"];
    Mailtool::new(talk).stdin("QUIT\n").run()
}

#[test]
fn exim_believes_it() {
    or_skip!(exim::need().and(peers::need(&["bash"])));
    let exim = Exim::start(exim::Options { main: "hosts_proxy = 127.0.0.1", ..Default::default() });
    for (said, seen) in &CLIENTS[..2] {
        letter(exim.smtp, &["--proxy-protocol", said]).expect(0);
        let log = exim.child().log();
        assert!(
            log.lines().any(|line| line.contains(" <= ") && line.contains(seen) && line.contains("PRX=127.0.0.1")),
            "{log}"
        );
    }
    for (version, told) in [("v1", "PROXY UNKNOWN"), ("v2", "LOCAL")] {
        let outcome = at_the_end_of_a_command(exim.smtp, version).expect(0);
        outcome.says(&[&format!("* said by the PROXY protocol: {told}\n")]);
    }
    letter(exim.smtp, &[]).expect(69).says(&["required Proxy negotiation failed"]);
}

#[test]
fn dovecot_believes_it() {
    or_skip!(dovecot::need());
    let (imap, pop) = (free_port(), free_port());
    let service = |name: &str, port: u16| {
        format!("service {name}-login {{\n inet_listener haproxy {{\n port = {port}\n haproxy = yes\n }}\n}}\n")
    };
    let extra = format!("haproxy_trusted_networks = 127.0.0.0/8\n{}{}", service("imap", imap), service("pop3", pop));
    let dovecot = Dovecot::start(&dovecot::Options { extra: &extra, ..Default::default() });
    let room = Room::new();
    let password = room.file("password", format!("{}\n", ALICIA.1));
    for (said, seen) in [("v1:192.0.2.7:1,198.51.100.1:2", "192.0.2.7"), ("v2:[2001:db8::7]:1,[::1]:2", "2001:db8::7")]
    {
        let login = ["-u", ALICIA.0, "--password-file", &password, "--timeout", "5", "--proxy-protocol", said];
        for (command, port) in [(["imap", "list", "-s"], imap), (["pop", "stat", "-s"], pop)] {
            let url = format!("{}://127.0.0.1:{port}", if command[0] == "pop" { "pop3" } else { "imap" });
            Mailtool::new(command).args([&url]).args(login).run().expect(0);
            let login =
                format!("{}-login: Info: Login: user=<alicia>", if command[0] == "pop" { "pop3" } else { "imap" });
            let log = dovecot.child().log();
            let line = |line: &&str| line.contains(&login) && line.contains(&format!("rip={seen}, "));
            assert!(log.lines().any(|text| line(&text)), "{command:?} {said}: {log}");
        }
    }
}

#[test]
fn it_comes_first_and_once_on_each_connection() {
    for (said, first) in [
        ("v1:192.0.2.7:1,192.0.2.8:2", b"PROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\n".to_vec()),
        ("v2:192.0.2.7:1,192.0.2.8:2", [BINARY, b"\x21\x11\0\x0c\xc0\0\x02\x07\xc0\0\x02\x08\0\x01\0\x02"].concat()),
    ] {
        let servers = Servers::start();
        // These do not know it, and say so each in their way.
        servers.each("127.0.0.1", |_| words(format!("--proxy-protocol {said}")));
        for heard in servers.heard() {
            assert!(heard.octets.starts_with(&first), "{said}: {:?}", heard.text());
            let marks = heard.octets.windows(5).filter(|octets| *octets == &first[..5]).count();
            assert_eq!(marks, 1, "{said}: {:?}", heard.text());
        }
    }
}

#[test]
fn mistakes() {
    for wrong in ["v3", "v1:", "v1:192.0.2.7", "v2:192.0.2.7,::1", "v2:mail.test,127.0.0.1", "v1:1.2.3.4:99999,1.2.3.4"]
    {
        letter(1, &["--proxy-protocol", wrong]).expect(64).says(&["--proxy-protocol", "v1 or v2"]);
    }
}

#[test]
fn a_port_that_takes_none_may_be_silent() {
    let silent = Server::script([Step::Stall(Duration::from_secs(3))]);
    let outcome = Mailtool::letter(&silent.address()).args(["--proxy-protocol", "v1", "--timeout", "1"]).run();
    outcome.expect(75).says(&["try without --proxy-protocol"]);
}
