//! The names of an address, and whether they lead back to it (RFC 8601 §2.7.3, `iprev`).

use std::net::IpAddr;

use crate::net::Resolver;
use crate::net::dial::Family;
use crate::proto::dns::{Name, Type};

/// How many names of an address are looked at.
const MAX_NAMES: usize = 10;

/// The names of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reverse {
    /// Its PTR records.
    pub names: Vec<Name>,
    /// The first of them that has this address.
    pub confirmed: Option<Name>,
    /// Why it is not known, where the name servers do not say.
    pub unknown: Option<String>,
}

impl Reverse {
    /// Asks for the names of an address, and for the addresses of each.
    pub async fn find(resolver: &Resolver, address: IpAddr) -> Reverse {
        let found = match resolver.lookup(&Name::reverse(address), Type::PTR).await {
            Err(error) => return Reverse { unknown: Some(error.to_string()), ..Reverse::default() },
            Ok(found) => found,
        };
        let names = found.records.iter().filter_map(|record| record.data.name().cloned());
        let mut reverse = Reverse { names: names.take(MAX_NAMES).collect(), ..Reverse::default() };
        let family = if address.is_ipv4() { Family::V4 } else { Family::V6 };
        for name in &reverse.names {
            match resolver.addresses(name, family).await {
                Ok(back) if back.list.iter().any(|(found, _)| *found == address) => {
                    return Reverse { confirmed: Some(name.clone()), unknown: None, ..reverse };
                }
                Ok(_) => {}
                Err(error) => reverse.unknown = Some(error.to_string()),
            }
        }
        reverse
    }
}
