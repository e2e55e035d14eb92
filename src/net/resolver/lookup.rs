//! Records by name and type, whatever aliases stand between.

use std::net::IpAddr;
use std::sync::Arc;

use super::{Answer, ResolveError, Resolver};
use crate::net::dial::Family;
use crate::proto::dns::{Name, Rcode, Record, Type};

/// How many aliases in a row are followed.
const MAX_ALIASES: usize = 16;

/// What a name has of a type.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// The records; none if the name does not exist, or has none of the type.
    pub records: Vec<Record>,
    /// The aliases (CNAME) that were followed, in order; the last but one names the last.
    pub aliases: Vec<Name>,
    /// Whose the records are: the name itself, or the last alias's target.
    pub owner: Name,
    /// Whether that name exists.
    pub exists: bool,
    /// The last answer.
    pub answer: Arc<Answer>,
}

impl Resolver {
    /// The records of a type, through aliases (RFC 1034 §3.6.2), asking on where an answer ends too early.
    ///
    /// # Errors
    /// [`ResolveError`], and [`ResolveError::Loop`] for aliases that do not end.
    pub async fn lookup(&self, name: &Name, kind: Type) -> Result<Lookup, ResolveError> {
        let (mut owner, mut aliases) = (name.clone(), Vec::new());
        loop {
            let answer = self.ask(&owner, kind).await?;
            let before = aliases.len();
            loop {
                let records = answer.message.answers.iter().filter(|record| record.name == owner);
                let records: Vec<Record> = records.filter(|record| record.kind == kind).cloned().collect();
                let alias = answer.message.answers.iter().find(|r| r.name == owner && r.kind == Type::CNAME);
                let target =
                    alias.and_then(|alias| alias.data.name()).filter(|_| records.is_empty() && kind != Type::CNAME);
                let Some(target) = target else {
                    let exists = answer.message.rcode != Rcode::NXDOMAIN;
                    // An answer that ends at an alias's target without a word on it leaves that to be asked.
                    if !records.is_empty() || aliases.len() == before || !exists || has_denial(&answer, &owner) {
                        return Ok(Lookup { records, aliases, owner, exists, answer });
                    }
                    break;
                };
                aliases.push(owner.clone());
                if aliases.contains(target) || aliases.len() > MAX_ALIASES {
                    return Err(ResolveError::Loop(name.host()));
                }
                owner = target.clone();
            }
        }
    }

    /// The addresses of a host with their times to live, those of both families asked for at once.
    ///
    /// # Errors
    /// [`ResolveError`] if neither family could be asked for; what one family has counts without the other.
    pub async fn addresses(&self, host: &Name, family: Family) -> Result<Addresses, ResolveError> {
        let of = async |kind: Type, wanted: bool| if wanted { Some(self.lookup(host, kind).await) } else { None };
        let (v6, v4) = tokio::join!(of(Type::AAAA, family != Family::V4), of(Type::A, family != Family::V6));
        let mut found = Addresses::default();
        let mut failure = None;
        for lookup in [v6, v4].into_iter().flatten() {
            match lookup {
                Ok(lookup) => found.add(&lookup),
                Err(error) => failure = Some(error),
            }
        }
        match failure {
            Some(error) if found.list.is_empty() => Err(error),
            _ => Ok(found),
        }
    }
}

/// The addresses of a host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Addresses with their times to live in seconds, IPv6 first.
    pub list: Vec<(IpAddr, u32)>,
    /// The host is an alias of this name.
    pub alias_of: Option<Name>,
    /// The host exists, with or without addresses.
    pub exists: bool,
}

impl Addresses {
    fn add(&mut self, lookup: &Lookup) {
        let found = lookup.records.iter().filter_map(|r| r.data.address().map(|address| (address, r.time_to_live())));
        self.list.extend(found);
        if !lookup.aliases.is_empty() {
            self.alias_of = Some(lookup.owner.clone());
        }
        self.exists |= lookup.exists;
    }
}

/// The answer says that there is no such record: the SOA of the zone above the name stands in it (RFC 2308 §2.2).
fn has_denial(answer: &Answer, name: &Name) -> bool {
    answer.message.authority.iter().any(|record| record.kind == Type::SOA && name.is_within(&record.name))
}
