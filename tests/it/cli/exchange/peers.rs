//! Real name servers and real mail servers: BIND, Postfix, smtp-sink.

use super::{Mailtool, PLACES};
use crate::peers::bind::{self, Bind};
use crate::peers::postfix::{self, Options, Postfix};
use crate::peers::sink::{self, Sink};
use crate::peers::{free_port_on, or_skip, zones};

fn letter(bind: &Bind, port: u16, args: &[&str]) -> Mailtool {
    let (dns, port) = (bind.dns(), port.to_string());
    Mailtool::new(["send", "--dns", &dns, "--port", &port, "--timeout", "10", "--from", "alicia@sender.test"])
        .args(["--helo", "client.sender.test", "--subject", "hola", "--body", "adios"])
        .args(args)
}

#[test]
fn postfix_behind_a_dead_host_greylists_one() {
    or_skip!(bind::need(), postfix::need(), sink::need());
    let port = free_port_on(&PLACES);
    let postfix = Postfix::start(&Options {
        at: Some((PLACES[1], port)),
        access: &[("grey@example.test", "450 4.7.1 greylisted")],
        main: &["virtual_mailbox_maps = inline:{ { alicia@example.test = x } { grey@example.test = x } }"],
        ..Options::default()
    });
    let sink = Sink::start_at(PLACES[2], port, &[]);
    let bind = Bind::start(&[
        zones::mail("example.test", &[(10, "mx1.example.test", &[PLACES[0]]), (20, "mx2.example.test", &[PLACES[1]])]),
        zones::mail("other.test", &[(10, "mx.other.test", &[PLACES[2]])]),
    ]);
    let to = ["--to", "alicia@example.test", "--to", "grey@example.test", "--to", "pepe@other.test"];
    let outcome = letter(&bind, port, &to).run().expect(3);
    let report = outcome.out();
    for (recipient, status, host) in [
        ("alicia@example.test", "delivered", "mx2.example.test [127.0.0.3]"),
        ("grey@example.test", "deferred", "mx2.example.test [127.0.0.3]"),
        ("pepe@other.test", "delivered", "mx.other.test [127.0.0.4]"),
    ] {
        let line = report.lines().find(|line| line.starts_with(recipient)).unwrap_or_default();
        assert!(line.contains(status) && line.contains(host), "{recipient}: {outcome}");
    }
    assert!(outcome.err().contains(&format!("connecting to mx1.example.test [127.0.0.2]:{port}")), "{outcome}");
    assert!(outcome.err().contains(&format!("connecting to mx2.example.test [127.0.0.3]:{port}")), "{outcome}");
    assert_eq!(sink.messages().len(), 1);
    // later, alone
    letter(&bind, port, &["--to", "grey@example.test"]).run().expect(75);
    drop(postfix);
}

#[test]
fn over_tls_to_the_name_server() {
    or_skip!(bind::need(), sink::need());
    let port = free_port_on(&PLACES);
    let sink = Sink::start_at(PLACES[0], port, &[]);
    let bind = Bind::start(&[zones::mail("example.test", &[(10, "mx1.example.test", &[PLACES[0]])])]);
    let (ca, dot) = (bind.ca().display().to_string(), format!("dns.example.test@{}", bind.dot()));
    let over = |args: &[&str]| {
        Mailtool::new(["send", "--dns", &dot, "--dns-over", "tls", "--port", &port.to_string(), "--timeout", "5"])
            .args(["--from", "a@sender.test", "--to", "b@example.test", "--body", "x", "--json"])
            .args(args)
            .run()
    };
    over(&["--ca", &ca]).expect(0);
    let outcome = over(&[]).expect(77);
    assert!(outcome.field("text")[0].contains("is refused"), "{outcome}");
    assert_eq!(sink.messages().len(), 1);
}
