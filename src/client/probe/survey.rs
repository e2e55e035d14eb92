//! All exchangers of a domain, every address of each, side by side.

use std::collections::HashMap;
use std::net::IpAddr;

use futures_util::future::join_all;
use tokio::sync::Semaphore;

use super::plan::in_order;
use super::{Cause, Probe, Prober, Remark, Stage, Verdict, differences};
use crate::base::Exit;
use crate::client::deliver;
use crate::client::exchangers::{Exchangers, Kind};
use crate::net::endpoint::Host;
use crate::proto::dns::Name;

/// How many connections stand at the same time.
const AT_ONCE: usize = 16;
/// How many of them to one host: those who count connections are not to take us for an attack.
const AT_ONE_HOST: usize = 2;
/// The port on which domains take mail (RFC 5321 §4.5.4.2).
const PORT: u16 = 25;

/// What was seen of all exchangers of a domain.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The domain.
    pub domain: Name,
    /// How the exchangers are known.
    pub kind: Kind,
    /// Each of them, by preference.
    pub hosts: Vec<Surveyed>,
    /// What is to be said of all of them together.
    pub remarks: Vec<Remark>,
}

/// One exchanger.
#[derive(Clone, Debug)]
pub struct Surveyed {
    /// Its preference; none for a domain without MX.
    pub preference: Option<u16>,
    /// Its name.
    pub name: Name,
    /// Where it is.
    pub whereabouts: Whereabouts,
    /// Why a sender would not try it whatever it is like.
    pub left_out: Option<String>,
    /// What is to be said of the host: its addresses, and in what they differ.
    pub remarks: Vec<Remark>,
}

/// Where an exchanger is.
#[derive(Clone, Debug)]
pub enum Whereabouts {
    /// What was seen at each address.
    Addresses(Vec<Probe>),
    /// It has none, or they are not known now.
    None {
        /// Why, safe to show.
        reason: String,
        /// They may be known another time.
        transient: bool,
    },
    /// It was not looked at, being left out.
    NotLookedAt,
}

impl Prober {
    /// Speaks with every address of every exchanger.
    pub async fn survey(&self, found: &Exchangers) -> Survey {
        let mut hosts = in_order(found, self.hello.as_deref());
        let looked_up = join_all(hosts.iter().map(|host| self.whereabouts(host))).await;
        let limits = Limits::new(&looked_up);
        let probed = hosts.iter().zip(looked_up).map(async |(host, found)| match found {
            Some(Ok(addresses)) => {
                let name = Host::Name(host.name.host());
                let each = addresses.iter().map(|address| self.in_turn(&name, *address, &limits));
                let at_one_host = Semaphore::new(AT_ONE_HOST);
                let each = each.map(async |probe| {
                    let _turn = at_one_host.acquire().await;
                    probe.await
                });
                Whereabouts::Addresses(join_all(each).await)
            }
            Some(Err(verdict)) => Whereabouts::None { transient: verdict.exit != Exit::NoHost, reason: verdict.text },
            None => Whereabouts::NotLookedAt,
        });
        let probed = join_all(probed).await;
        for (host, whereabouts) in hosts.iter_mut().zip(probed) {
            host.whereabouts = whereabouts;
            host.remarks = remarks(&host.whereabouts);
        }
        let remarks = from_here(&hosts, self.port);
        Survey { domain: found.domain.clone(), kind: found.kind, hosts, remarks }
    }

    async fn whereabouts(&self, host: &Surveyed) -> Option<Result<Vec<IpAddr>, deliver::Verdict>> {
        if host.left_out.is_some() {
            return None;
        }
        Some(deliver::addresses(&self.resolver, &Host::Name(host.name.host()), self.port, &self.dial).await)
    }

    async fn in_turn(&self, name: &Host, address: IpAddr, limits: &Limits) -> Probe {
        // Several names may have one address: it hears us once at a time.
        let at_address = match limits.addresses.get(&address) {
            Some(one) => one.acquire().await.ok(),
            None => None,
        };
        let turn = limits.all.acquire().await;
        let probe = self.probe(name, address).await;
        drop((turn, at_address));
        probe
    }
}

/// Who waits for whom: first for the turn at the host, then for that at the address, then for any.
struct Limits {
    all: Semaphore,
    addresses: HashMap<IpAddr, Semaphore>,
}

impl Limits {
    fn new(looked_up: &[Option<Result<Vec<IpAddr>, deliver::Verdict>>]) -> Limits {
        let all = looked_up.iter().flatten().flatten().flatten();
        Limits { all: Semaphore::new(AT_ONCE), addresses: all.map(|address| (*address, Semaphore::new(1))).collect() }
    }
}

fn remarks(whereabouts: &Whereabouts) -> Vec<Remark> {
    match whereabouts {
        Whereabouts::Addresses(probes) => differences(probes),
        Whereabouts::None { reason, transient: true } => {
            vec![Remark::inconclusive("address-unknown", reason.clone(), "RFC 5321 §5.1")]
        }
        Whereabouts::None { reason, .. } => vec![Remark::failure("no-address", reason.clone(), "RFC 5321 §5.1")],
        Whereabouts::NotLookedAt => Vec::new(),
    }
}

/// What is more likely the fault of the network that we are in than that of all hosts.
pub(super) fn from_here(hosts: &[Surveyed], port: u16) -> Vec<Remark> {
    let all = |of: fn(&&Probe) -> bool, cause: &Cause| {
        let mut probes = hosts.iter().flat_map(Surveyed::probes).filter(of).peekable();
        let stuck = |probe: &Probe| {
            probe.ended.as_ref().is_some_and(|ended| ended.stage == Stage::Connect && ended.cause == *cause)
        };
        probes.peek().is_some() && probes.all(stuck)
    };
    let mut remarks = Vec::new();
    if port == PORT && all(|_| true, &Cause::Timeout) {
        let text = "no address answers on port 25: many networks block it outwards, and this one may be among them";
        remarks.push(Remark::inconclusive("port-25-blocked", text, "RFC 5321 §4.5.4.2"));
    }
    if all(|probe| probe.address.is_ipv6(), &Cause::Unreachable) {
        let text = "no way leads to any IPv6 address: this network may not have it; -4 leaves those addresses out";
        remarks.push(Remark::inconclusive("no-ipv6", text, "RFC 5321 §5.2"));
    }
    remarks
}

impl Surveyed {
    /// What was seen at each of its addresses.
    pub fn probes(&self) -> &[Probe] {
        match &self.whereabouts {
            Whereabouts::Addresses(probes) => probes,
            _ => &[],
        }
    }
}

impl Survey {
    /// One verdict for each address, and for each host that has none. Those that no sender would try do not count.
    pub fn verdicts(&self) -> Vec<Verdict> {
        let each = self.hosts.iter().filter(|host| host.left_out.is_none()).flat_map(|host| match &host.whereabouts {
            Whereabouts::Addresses(probes) => probes.iter().map(Probe::verdict).collect(),
            _ => vec![Verdict::of(&host.remarks)],
        });
        each.collect()
    }

    /// 0: every address is good, or good enough. 1: a check failed. 75: nothing could be found out, 3: not of all. 68:
    /// the domain takes no mail.
    pub fn exit(&self) -> Exit {
        let verdicts = self.verdicts();
        let open = verdicts.iter().filter(|verdict| **verdict == Verdict::Inconclusive).count();
        match () {
            () if self.kind == Kind::Null => Exit::NoHost,
            () if verdicts.contains(&Verdict::Failed) => Exit::NotFound,
            () if open == 0 => Exit::Ok,
            () if open == verdicts.len() => Exit::TempFail,
            () => Exit::Partial,
        }
    }
}
