//! What the addresses of one host do not have in common. Pure.

use std::collections::BTreeSet;

use super::{Hello, Probe, Remark};
use crate::proto::smtp::extensions::{SizeLimit, limit};

/// A thing that all addresses of a host should have in common, as one of them has it; `None` where it was not seen.
type Trait = fn(&Probe) -> Option<String>;

/// How differences are told: what differs, why that matters, and how an address has it.
const TRAITS: [(&str, &str, &str, Trait); 5] = [
    ("differing-banner", "the name in the greeting", "RFC 5321 §4.2", Probe::banner_name),
    ("differing-keywords", "what is offered", "RFC 5321 §5.1", keywords),
    ("differing-size", "the largest message that is taken", "RFC 1870 §4", size),
    ("differing-tls", "the version of TLS", "RFC 5321 §5.1", version),
    (
        "differing-certificate",
        "the certificate, so that a TLSA record of type 3 is needed for each",
        "RFC 7672 §3.1",
        sha256,
    ),
];

/// In what the addresses of one host differ. Those at which a thing was not seen do not count.
pub fn differences(probes: &[Probe]) -> Vec<Remark> {
    let differing = TRAITS.iter().filter_map(|(code, what, rfc, value)| {
        // By value, in the order in which each was first met.
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for probe in probes {
            let Some(seen) = value(probe) else { continue };
            match groups.iter_mut().find(|(known, _)| *known == seen) {
                Some((_, addresses)) => addresses.push(probe.address.to_string()),
                None => groups.push((seen, vec![probe.address.to_string()])),
            }
        }
        let each = groups.iter().map(|(seen, addresses)| format!("{seen} at {}", addresses.join(", ")));
        let text = format!("its addresses differ in {what}: {}", each.collect::<Vec<_>>().join("; "));
        match groups.len() {
            0 | 1 => None,
            // Behind one name stand several machines: that their names differ is as it should be.
            _ if *code == "differing-banner" => Some(Remark::info(code, text, rfc)),
            _ => Some(Remark::warning(code, text, rfc)),
        }
    });
    differing.collect()
}

/// What mail is handed over by: the answer behind TLS, where there is one.
fn hello(probe: &Probe) -> Option<&Hello> {
    probe.hello_behind_tls().or(probe.hello.as_ref())
}

fn keywords(probe: &Probe) -> Option<String> {
    // Whether there is STARTTLS counts, wherever the rest was offered.
    let all = [&probe.hello].into_iter().flatten().chain(hello(probe));
    let set: BTreeSet<&str> = all.flat_map(|hello| hello.capabilities.keywords()).collect();
    probe.hello.as_ref().map(|_| set.into_iter().collect::<Vec<_>>().join(" "))
}

fn size(probe: &Probe) -> Option<String> {
    Some(match limit(&hello(probe)?.capabilities) {
        SizeLimit::NotOffered => return None,
        SizeLimit::None => "no limit".to_owned(),
        SizeLimit::Octets(octets) => format!("{octets} octets"),
    })
}

fn version(probe: &Probe) -> Option<String> {
    probe.tls().map(|tls| tls.version.clone())
}

fn sha256(probe: &Probe) -> Option<String> {
    probe.tls()?.peer().map(|peer| format!("SHA-256 {}", peer.sha256))
}
