//! Where hosts are as far as the system knows: its own resolver, with `/etc/hosts` and all.

use std::net::IpAddr;
use std::time::Duration;

use tokio::time::timeout;

use super::Error;
use crate::base::escape::escape_str;

/// The addresses of a host, each once, in the system's order.
pub(super) async fn look_up(name: &str, limit: Duration) -> Result<Vec<IpAddr>, Error> {
    let host = || escape_str(name).into_owned();
    let unknown = || Error::UnknownHost { host: host() };
    let ascii = idna::domain_to_ascii(name).ok().filter(|ascii| !ascii.is_empty()).ok_or_else(unknown)?;
    // RFC 6761 §6.4: names under `invalid` never exist, and are not asked for.
    if ascii.trim_end_matches('.').rsplit('.').next() == Some("invalid") {
        return Err(unknown());
    }
    match timeout(limit, tokio::net::lookup_host((ascii.as_str(), 0))).await {
        Ok(Ok(addresses)) => {
            let mut distinct: Vec<IpAddr> = Vec::new();
            addresses.map(|address| address.ip()).for_each(|address| {
                if !distinct.contains(&address) {
                    distinct.push(address)
                }
            });
            Ok(distinct)
        }
        // The system's resolver tells its cases apart only in words.
        Ok(Err(error)) if error.to_string().contains("emporary") => {
            Err(Error::Lookup { host: host(), reason: "the name server does not answer".to_owned() })
        }
        Ok(Err(_)) => Err(unknown()),
        Err(_) => Err(Error::Lookup { host: host(), reason: "the name server is too slow".to_owned() }),
    }
}
