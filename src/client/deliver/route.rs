//! The way of a domain's mail: its exchangers in the order in which a sender tries them (RFC 5321 §5.1).

use std::net::IpAddr;

use super::outcome::Verdict;
use crate::base::{Domain, Exit};
use crate::client::exchangers::{Exchanger, Exchangers, Kind, NoExchanger, exchangers};
use crate::net::endpoint::Host;
use crate::net::resolver::ResolveError;
use crate::net::{Dial, Resolver};
use crate::proto::dns::Name;
use crate::transcript::SessionId;

/// How many exchangers of one domain are tried.
pub const MAX_HOPS: usize = 20;

/// One exchanger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Its preference; none for an address literal and for a domain without MX.
    pub preference: Option<u16>,
    /// The host.
    pub host: Host,
}

/// The way to a domain, or why there is none.
pub async fn route(resolver: &Resolver, domain: &Domain, hello: Option<&str>, seed: u64) -> Result<Vec<Hop>, Verdict> {
    let name = match domain {
        Domain::Literal(address) => return Ok(vec![Hop { preference: None, host: Host::Address(*address) }]),
        Domain::Name(name) => Name::parse(name)
            .map_err(|error| Verdict::failed(Exit::NoHost, format!("{name} cannot be looked up: {error}")))?,
    };
    // RFC 6761 §6.4: it never exists, and is not asked for.
    if name.labels().next_back().is_some_and(|label| label.eq_ignore_ascii_case(b"invalid")) {
        return Err(Verdict::of_no_exchanger(&NoExchanger::NoDomain(name.host())));
    }
    let found = exchangers(resolver, &name).await.map_err(|error| Verdict::of_no_exchanger(&error))?;
    order(&found, hello, seed)
}

/// The exchangers in order: by preference, equal ones shuffled, none from our own on.
pub fn order(found: &Exchangers, hello: Option<&str>, seed: u64) -> Result<Vec<Hop>, Verdict> {
    let domain = found.domain.host();
    if found.kind == Kind::Null {
        let text = format!("the domain {domain} takes no mail (null MX, RFC 7505)");
        return Err(Verdict::failed(Exit::NoHost, text));
    }
    let ours = hello.and_then(|hello| Name::parse(hello).ok());
    let own = found.list.iter().find(|exchanger| Some(&exchanger.name) == ours.as_ref());
    let limit = own.map_or(u32::MAX, |own| own.preference.into());
    let mut hops: Vec<&_> = found.list.iter().filter(|exchanger| u32::from(exchanger.preference) < limit).collect();
    if let (Some(own), true) = (own, hops.is_empty()) {
        let text = format!(
            "the mail of {domain} loops back: its best exchanger is {}, the name that we say in EHLO (RFC 5321 §5.1)",
            own.name.host()
        );
        return Err(Verdict::failed(Exit::Unavailable, text));
    }
    shuffle(&mut hops, seed);
    hops.sort_by_key(|exchanger| exchanger.preference);
    let hop = |exchanger: &&Exchanger| Hop {
        preference: (found.kind == Kind::Mx).then_some(exchanger.preference),
        host: Host::Name(exchanger.name.host()),
    };
    Ok(hops.iter().take(MAX_HOPS).map(hop).collect())
}

/// Fisher-Yates; the same seed gives the same order.
fn shuffle<T>(list: &mut [T], mut seed: u64) {
    for end in (1..list.len()).rev() {
        // splitmix64
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        list.swap(end, (mixed % (end as u64 + 1)) as usize);
    }
}

/// The addresses of an exchanger that is about to be tried.
pub(crate) async fn addresses(
    resolver: &Resolver,
    host: &Host,
    port: u16,
    dial: &Dial,
) -> Result<Vec<IpAddr>, Verdict> {
    let family = dial.family;
    let name = match host {
        Host::Address(address) => return Ok(vec![*address]),
        Host::Unix(_) | Host::Nameless => return Ok(Vec::new()),
        Host::Name(name) => Name::parse(name).map_err(|error| {
            Verdict::failed(Exit::NoHost, format!("the exchanger {name} cannot be looked up: {error}"))
        })?,
    };
    if let Some(address) = name.as_address() {
        let text = format!("the exchanger {address} is an address where a name must stand");
        return Err(Verdict::failed(Exit::NoHost, text));
    }
    let (list, exists) = match dial.told(SessionId::NAME_SERVERS, &name.host(), port) {
        Some(told) => (told, true),
        None => {
            let found = resolver.addresses(&name, family).await.map_err(|error| Verdict::of_resolve(&error))?;
            (found.list.into_iter().map(|(address, _)| address).collect(), found.exists)
        }
    };
    match list.is_empty() {
        true if exists => {
            let what = [family.name(), "address"].join(" ");
            Err(Verdict::failed(Exit::NoHost, format!("the exchanger {} has no {}", name.host(), what.trim_start())))
        }
        true => Err(Verdict::failed(Exit::NoHost, format!("the exchanger {} does not exist (NXDOMAIN)", name.host()))),
        false => Ok(list),
    }
}

impl Verdict {
    /// What it means for mail that a domain has no exchanger.
    pub(crate) fn of_no_exchanger(error: &NoExchanger) -> Verdict {
        match error {
            NoExchanger::Resolve(error) => Verdict::of_resolve(error),
            other => Verdict::failed(Exit::NoHost, other.to_string()),
        }
    }

    fn of_resolve(error: &ResolveError) -> Verdict {
        Verdict::failed(exit_of_resolve(error), error.to_string())
    }
}

/// The exit code of a question without an answer.
pub fn exit_of_resolve(error: &ResolveError) -> Exit {
    match error {
        ResolveError::Deviation { .. } => Exit::Protocol,
        ResolveError::NoServer(_) => Exit::Config,
        ResolveError::Loop(_) => Exit::NoHost,
        ResolveError::Tls { .. } => Exit::NoPermission,
        ResolveError::Unreachable { .. }
        | ResolveError::Timeout { .. }
        | ResolveError::Deadline { .. }
        | ResolveError::Broken { .. }
        | ResolveError::Failed { .. }
        | ResolveError::Interrupted => Exit::TempFail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_an_order() {
        let shuffled = |seed| {
            let mut list: Vec<u8> = (0..8).collect();
            shuffle(&mut list, seed);
            list
        };
        assert_eq!(shuffled(7), shuffled(7));
        assert!((0..50).map(shuffled).collect::<std::collections::HashSet<_>>().len() > 40);
        let first = |n| (0..1000).filter(|&seed| shuffled(seed).first() == Some(&n)).count();
        assert!((0..8).all(|n| (80..180).contains(&first(n))), "every one comes first about as often");
    }
}
