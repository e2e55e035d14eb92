//! The way to a server, the same for every protocol: where a host is, and from where it is reached.

mod proxied;
mod proxy;

use super::{Mailtool, Outcome};
use crate::mock::dns::{Dns, Script};
use crate::mock::{Heard, Imap, Pop3, Server, Smtp};
use crate::peers::free_port_on;

/// A host that no name server knows.
const HOST: &str = "mail.nowhere.invalid";

/// A server of each protocol.
struct Servers([Server; 3]);

impl Servers {
    fn start() -> Self {
        Self([Server::smtp(Smtp::offering(&[])), Server::pop3(Pop3::offering(&[])), Server::imap(Imap::offering(""))])
    }

    /// Each command at the server of its protocol, by this name, with further arguments made of its port.
    fn each(&self, host: &str, args: impl Fn(u16) -> Vec<String>) -> [Outcome; 4] {
        let [smtp, pop3, imap] = self.0.each_ref().map(|server| server.port);
        let url = |scheme: &str, port: u16| format!("{scheme}://{host}:{port}");
        let commands = [
            (Mailtool::letter(&url("smtp", smtp)), smtp),
            (Mailtool::new(["pop", "capa", "-s", &url("pop3", pop3)]), pop3),
            (Mailtool::new(["imap", "caps", "-s", &url("imap", imap)]), imap),
            (Mailtool::new(["talk", &url("smtp", smtp), "-"]).stdin("QUIT\n"), smtp),
        ];
        commands.map(|(command, port)| command.args(["--timeout", "5"]).args(args(port)).run())
    }

    fn heard(self) -> Vec<Heard> {
        self.0.into_iter().flat_map(Server::finish).collect()
    }
}

fn words(text: String) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[test]
fn a_host_is_where_it_is_said_to_be() {
    let servers = Servers::start();
    let told = servers.each(HOST, |port| words(format!("--resolve {HOST}:{port}:127.0.0.1")));
    for outcome in told {
        let outcome = outcome.expect(0);
        let note = format!("* connecting to {HOST} [127.0.0.1]:");
        assert!(outcome.err().contains(&note) && outcome.err().contains(" is taken to be at 127.0.0.1\n"), "{outcome}");
    }
    // another port, another host, another family
    for outcome in servers.each(HOST, |port| words(format!("--resolve {HOST}:{}:127.0.0.1", port ^ 1))) {
        outcome.expect(68).says(&[HOST]);
    }
    for outcome in servers.each(HOST, |port| words(format!("--resolve other.{HOST}:{port}:127.0.0.1"))) {
        outcome.expect(68).says(&[HOST]);
    }
    for outcome in servers.each(HOST, |port| words(format!("--resolve {HOST}:{port}:127.0.0.1 -6"))) {
        outcome.expect(68).says(&["no IPv6 address"]);
    }
}

#[test]
fn one_address_of_several_answers() {
    let servers = Servers::start();
    let args = |port| words(format!("--resolve {}:{port}:127.0.0.9,127.0.0.1", HOST.to_uppercase()));
    for outcome in servers.each(HOST, args) {
        let outcome = outcome.expect(0).says(&["connection refused"]);
        assert!(outcome.err().contains("connected to [127.0.0.1]:"), "{outcome}");
    }
}

#[test]
fn an_exchanger_is_where_it_is_said_to_be() {
    let port = free_port_on(&["127.0.0.2"]);
    let server = Server::smtp_at(("127.0.0.2", port), Smtp::offering(&[]));
    let dns = Dns::start(super::exchange::zone(Script::new(), "example.test", &["192.0.2.1"]));
    let known = format!("mx1.example.test:{port}:127.0.0.2");
    let outcome = super::exchange::send(&dns, port, &["pepe@example.test"]).args(["--resolve", &known]).run().expect(0);
    assert!(outcome.out().contains("mx1.example.test [127.0.0.2]"), "{outcome}");
    assert_eq!(server.finish().len(), 1);
}

#[test]
fn connections_come_from_an_address_of_ours() {
    let servers = Servers::start();
    for outcome in servers.each("127.0.0.1", |_| words("--bind 127.0.0.5".to_owned())) {
        outcome.expect(0).says(&[" from 127.0.0.5\n"]);
    }
    // the machine does not have that one; and that one reaches no address of IPv4
    for outcome in servers.each("127.0.0.1", |_| words("--bind 192.0.2.77".to_owned())) {
        outcome.expect(78).says(&["192.0.2.77: cannot assign requested address"]);
    }
    for outcome in servers.each("127.0.0.1", |_| words("--bind ::1".to_owned())) {
        outcome.expect(68).says(&["127.0.0.1 has no IPv6 address"]);
    }
    for outcome in servers.each("127.0.0.1", |_| words("--bind ::1 -4".to_owned())) {
        outcome.expect(64).says(&["--bind"]);
    }
    let from: Vec<_> = servers.heard().iter().map(|heard| heard.from.map(|from| from.to_string())).collect();
    assert_eq!(from, vec![Some("127.0.0.5".to_owned()); 4]);
}

#[test]
fn mistakes() {
    let servers = Servers::start();
    for known in ["x", "x:25", "x:0:127.0.0.1", "x:25:y", "127.0.0.1:25:127.0.0.2", ":25:127.0.0.1"] {
        for outcome in servers.each("127.0.0.1", |_| vec!["--resolve".to_owned(), known.to_owned()]) {
            outcome.expect(64).says(&["it is not HOST:PORT:ADDR"]);
        }
    }
    let socket = ["send", "--server", "unix:/nonexistent", "--from", "a@b.test", "--to", "c@d.test", "--body", "x"];
    Mailtool::new(socket).args(["--bind", "127.0.0.5"]).run().expect(64).says(&["--bind: a unix socket"]);
    let tunnel = ["imap", "caps", "--tunnel", "true"];
    Mailtool::new(tunnel).args(["--bind", "127.0.0.5"]).run().expect(64).says(&["--bind"]);
    assert!(servers.heard().is_empty(), "nobody was spoken with");
}
