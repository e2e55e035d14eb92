//! `send` without `--server`: letters to the mail exchangers of each recipient's domain.

mod hosts;
mod names;
mod order;
mod peers;

use super::{Mailtool, Outcome};
use crate::mock::dns::packet::{A, AAAA, MX, Record, address, mx};
use crate::mock::dns::{Dns, Script};
use crate::mock::{Host, Server, Smtp};
use crate::peers::free_port_on;

/// Where hosts can be.
const PLACES: [&str; 8] =
    ["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6", "127.0.0.7", "127.0.0.8", "127.0.0.9"];

/// The domain `example.test`, whose nth MX, of preference n × 10, is `mxN.example.test` at the nth place.
struct Site {
    dns: Dns,
    port: u16,
    hosts: Vec<Option<Server>>,
}

impl Site {
    /// Hosts of these kinds.
    fn of(kinds: &[Host]) -> Self {
        let port = free_port_on(&PLACES);
        Self::with(port, kinds.iter().zip(PLACES).map(|(kind, place)| kind.at((place, port))).collect())
    }

    /// Servers that speak so.
    fn speaking(smtps: Vec<Smtp>) -> Self {
        let port = free_port_on(&PLACES);
        let servers = smtps.into_iter().zip(PLACES).map(|(smtp, place)| Some(Server::smtp_at((place, port), smtp)));
        Self::with(port, servers.collect())
    }

    fn with(port: u16, hosts: Vec<Option<Server>>) -> Self {
        Self { dns: Dns::start(zone(Script::new(), "example.test", &PLACES[..hosts.len()])), port, hosts }
    }

    /// Sends a letter to these recipients.
    fn send(&self, recipients: &[&str], args: &[&str]) -> Outcome {
        send(&self.dns, self.port, recipients).args(args).run()
    }

    /// What the nth host was told, on all of its connections.
    fn heard(&self, n: usize) -> Vec<String> {
        let server = self.hosts[n].as_ref().expect("a host that lives");
        server.heard().iter().flat_map(crate::mock::Heard::lines).collect()
    }

    fn connections(&self, n: usize) -> usize {
        self.hosts[n].as_ref().map_or(0, Server::connections)
    }

    /// How many messages the nth host took in.
    fn messages(&self, n: usize) -> usize {
        self.hosts[n].as_ref().map_or(0, |server| server.heard().iter().map(|heard| heard.messages.len()).sum())
    }
}

/// The MX of a domain at these addresses.
pub(super) fn zone(script: Script, domain: &str, places: &[&str]) -> Script {
    let host = |n: usize| format!("mx{}.{domain}", n + 1);
    let preference = |n: usize| u16::try_from(n + 1).expect("a few") * 10;
    let records: Vec<Record> = (0..places.len()).map(|n| mx(domain, preference(n), &host(n))).collect();
    let script = script.on(domain, MX, records);
    places.iter().enumerate().fold(script, |script, (n, place)| at(script, &host(n), &[place]))
}

/// A host at these addresses.
fn at(script: Script, host: &str, addresses: &[&str]) -> Script {
    let of = |kind: u16| {
        let is_it = move |text: &&&str| text.contains(':') == (kind == AAAA);
        addresses.iter().filter(is_it).map(|text| address(host, text)).collect::<Vec<Record>>()
    };
    let script = script.on(host, A, of(A));
    if of(AAAA).is_empty() { script } else { script.on(host, AAAA, of(AAAA)) }
}

/// `mailtool send --dns DNS --port PORT --to RECIPIENT…`, each step at most two seconds.
pub(super) fn send(dns: &Dns, port: u16, recipients: &[&str]) -> Mailtool {
    letter(dns, port, recipients).args(["--timeout", "2", "--helo", "client.sender.test"])
}

/// As [`send`], without a limit and with the name of this machine.
fn letter(dns: &Dns, port: u16, recipients: &[&str]) -> Mailtool {
    let (dns, port) = (dns.address(), port.to_string());
    let fixed = ["send", "--dns", &dns, "--port", &port, "--from", "alicia@sender.test", "--subject", "hola"];
    let to = recipients.iter().flat_map(|recipient| ["--to", recipient]);
    Mailtool::new(fixed.into_iter().chain(["--body", "adios"]).chain(to))
}

/// Of each recipient, sorted: who, what became of it, the host's first label and its address.
fn fates(outcome: &Outcome) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let fate = |object: &serde_json::Value| {
        let host = text(&object["host"]).split('.').next().unwrap_or_default().to_owned();
        format!("{} {} {host} {}", text(&object["recipient"]), text(&object["status"]), text(&object["address"]))
    };
    let mut fates: Vec<String> = outcome.json().iter().map(fate).collect();
    fates.sort();
    fates
}
