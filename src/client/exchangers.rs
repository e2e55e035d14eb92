//! Who takes the mail of a domain (RFC 5321 §5.1, RFC 7505).

use std::sync::Arc;

use crate::base::Finding;
use crate::net::Resolver;
use crate::net::dial::Family;
use crate::net::resolver::{Answer, ResolveError};
use crate::proto::dns::{Data, Name, Type};

/// The mail exchangers of a domain.
#[derive(Clone, Debug)]
pub struct Exchangers {
    /// The domain as it was asked for.
    pub domain: Name,
    /// Whose records these are: the domain, or the name that it is an alias of.
    pub owner: Name,
    /// The aliases (CNAME) between them, the domain first; none if there are none.
    pub aliases: Vec<Name>,
    /// How they are known.
    pub kind: Kind,
    /// By preference, the lowest first; equal ones in the order of the answer. None for a null MX.
    pub list: Vec<Exchanger>,
    /// The answer to the question for MX.
    pub answer: Arc<Answer>,
    /// What is wrong with the records as a whole.
    pub findings: Vec<Finding>,
}

/// How the exchangers of a domain are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By MX records.
    Mx,
    /// `0 .`: the domain takes no mail (RFC 7505).
    Null,
    /// There is no MX: the domain's own host takes it (RFC 5321 §5.1).
    Implicit,
}

/// A mail exchanger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchanger {
    /// The lower, the sooner it is tried.
    pub preference: u16,
    /// Its name.
    pub name: Name,
    /// How long the record may be kept, in seconds.
    pub ttl: u32,
}

/// Why a domain has no exchanger.
#[derive(Clone, Debug, thiserror::Error)]
pub enum NoExchanger {
    /// The name does not exist.
    #[error("the domain {0} does not exist (NXDOMAIN)")]
    NoDomain(String),
    /// The name exists and has neither MX nor address.
    #[error("the domain {0} takes no mail: it has neither an MX record nor an address")]
    NoMail(String),
    /// The name servers did not say.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
}

impl Kind {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Mx => "mx",
            Kind::Null => "null",
            Kind::Implicit => "implicit",
        }
    }
}

/// Looks the exchangers of a domain up; for an implicit one its addresses are looked up too, since they make it one.
///
/// # Errors
/// [`NoExchanger`]
pub async fn exchangers(resolver: &Resolver, domain: &Name) -> Result<Exchangers, NoExchanger> {
    let found = resolver.lookup(domain, Type::MX).await?;
    if !found.exists {
        return Err(NoExchanger::NoDomain(domain.host()));
    }
    let mut list: Vec<Exchanger> = Vec::new();
    let mut findings = Vec::new();
    for record in &found.records {
        let Data::Mx { preference, exchange } = &record.data else { continue };
        let next = Exchanger { preference: *preference, name: exchange.clone(), ttl: record.time_to_live() };
        match list.iter_mut().find(|known| known.name == next.name) {
            None => list.push(next),
            Some(known) => {
                let text = format!("{} stands in several MX records; the lowest preference counts", known.name.host());
                findings.push(Finding::new("duplicate-exchanger", text, "RFC 5321 §5.1"));
                known.preference = known.preference.min(next.preference);
            }
        }
    }
    list.sort_by_key(|exchanger| exchanger.preference);
    let nulls = list.iter().filter(|exchanger| exchanger.name.is_root()).count();
    let kind = match (list.len(), nulls) {
        (0, _) => Kind::Implicit,
        (1, 1) => Kind::Null,
        _ => Kind::Mx,
    };
    if kind == Kind::Mx && nulls > 0 {
        let text = "a null MX stands beside others: it must be the only one, and is passed over";
        findings.push(Finding::new("null-mx-not-alone", text, "RFC 7505 §3"));
    }
    list.retain(|exchanger| !exchanger.name.is_root());
    if kind == Kind::Implicit {
        let addresses = resolver.addresses(&found.owner, Family::Any).await?;
        let Some(ttl) = addresses.list.iter().map(|(_, ttl)| *ttl).min() else {
            return Err(NoExchanger::NoMail(domain.host()));
        };
        list.push(Exchanger { preference: 0, name: found.owner.clone(), ttl });
    }
    let (domain, aliases, owner, answer) = (domain.clone(), found.aliases, found.owner, found.answer);
    Ok(Exchangers { domain, owner, aliases, kind, list, answer, findings })
}
