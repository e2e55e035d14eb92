//! The delivery plan: whom a conforming sender would try, in which order, and what it would do there (RFC 5321 §5.1).

use std::net::IpAddr;

use super::{Cause, Ended, Probe, StartTls, Survey, Surveyed, Whereabouts};
use crate::client::deliver::{MAX_HOPS, order};
use crate::client::exchangers::{Exchangers, Kind};
use crate::net::endpoint::Host;

/// One step of the plan: an address of a host, or a host without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The preference of the host; none for a domain without MX.
    pub preference: Option<u16>,
    /// The steps with the same number, counted from 1, belong to hosts that are tried in random order.
    pub group: usize,
    /// The host.
    pub exchange: String,
    /// The address.
    pub address: Option<IpAddr>,
    /// What is done there.
    pub action: Action,
    /// More about it, or why it is so. It may quote a peer: whoever shows it makes it safe.
    pub why: String,
}

/// What a sender does with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Hands the message over inside TLS.
    Tls {
        /// The certificate is good for the name.
        verified: bool,
    },
    /// Hands it over in clear text.
    ClearText,
    /// Goes on to the next.
    PassOver,
    /// Never comes to it.
    LeaveOut,
}

impl Action {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Action::Tls { .. } => "tls",
            Action::ClearText => "clear text",
            Action::PassOver => "pass over",
            Action::LeaveOut => "leave out",
        }
    }
}

/// The exchangers by preference, each with why it is left out, if it is. Nobody was spoken with yet.
pub(super) fn in_order(found: &Exchangers, hello: Option<&str>) -> Vec<Surveyed> {
    // The order among equals does not matter here: whoever is in it would be tried.
    let (hops, refused) = match order(found, hello, 0) {
        Ok(hops) => (hops, None),
        Err(verdict) => (Vec::new(), Some(verdict.text)),
    };
    let each = found.list.iter().map(|exchanger| {
        let host = Host::Name(exchanger.name.host());
        let left_out = match hops.iter().any(|hop| hop.host == host) {
            true => None,
            false if hops.len() == MAX_HOPS => Some(format!("no more than {MAX_HOPS} exchangers are tried")),
            false => Some(refused.clone().unwrap_or_else(|| {
                "it is no better than the host whose name we say in EHLO: mail would go in circles".to_owned()
            })),
        };
        Surveyed {
            preference: (found.kind == Kind::Mx).then_some(exchanger.preference),
            name: exchanger.name.clone(),
            whereabouts: Whereabouts::NotLookedAt,
            left_out,
            remarks: Vec::new(),
        }
    });
    each.collect()
}

/// What a sender would do now, step by step; the first step that takes the message is the last.
pub fn plan(survey: &Survey) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for host in &survey.hosts {
        let group = match steps.last() {
            Some(last) if last.preference == host.preference => last.group,
            Some(last) => last.group + 1,
            None => 1,
        };
        let step = |address, action, why| Step {
            preference: host.preference,
            group,
            exchange: host.name.host(),
            address,
            action,
            why,
        };
        match (&host.left_out, &host.whereabouts) {
            (Some(why), _) => steps.push(step(None, Action::LeaveOut, why.clone())),
            (None, Whereabouts::None { reason, transient }) => {
                let action = if *transient { Action::PassOver } else { Action::LeaveOut };
                steps.push(step(None, action, reason.clone()));
            }
            (None, Whereabouts::NotLookedAt) => {}
            (None, Whereabouts::Addresses(probes)) => steps.extend(probes.iter().map(|probe| {
                let (action, why) = action(probe);
                step(Some(probe.address), action, why)
            })),
        }
    }
    steps
}

/// What a sender does at an address whose certificate it may look at, but need not: as most do (RFC 7435).
fn action(probe: &Probe) -> (Action, String) {
    let ended = probe.ended.as_ref();
    match &probe.starttls {
        StartTls::Spoken { tls, hello } => match (&tls.verified, ended) {
            (_, Some(ended)) if hello.is_none() => (Action::PassOver, because(ended)),
            (Ok(()), _) => (Action::Tls { verified: true }, format!("{} with a good certificate", tls.version)),
            (Err(_), _) => {
                let faults: Vec<_> = tls.faults.iter().map(|distrust| distrust.fault.name()).collect();
                let text = format!(
                    "{}, certificate {}: who demands a good one (MTA-STS) passes over",
                    tls.version,
                    faults.join(", ")
                );
                (Action::Tls { verified: false }, text)
            }
        },
        StartTls::NotOffered => {
            (Action::ClearText, "STARTTLS is not offered; who demands TLS (MTA-STS, DANE) passes over".to_owned())
        }
        StartTls::Refused(reply) if reply.code == 421 => (Action::PassOver, reply.to_string()),
        StartTls::Refused(reply) => {
            (Action::ClearText, format!("STARTTLS is refused ({reply}); who demands TLS (MTA-STS, DANE) passes over"))
        }
        StartTls::Failed { reason, .. } => {
            let text = format!("over a new connection, if TLS need not be; else it passes over: {reason}");
            (Action::ClearText, text)
        }
        StartTls::Unknown => (Action::PassOver, ended.map(because).unwrap_or_default()),
    }
}

fn because(ended: &Ended) -> String {
    match &ended.cause {
        Cause::Reply(reply) => format!("it answers {reply}"),
        _ => ended.reason.clone(),
    }
}
