//! Hosts of which the user says where they are: they are not looked up.

use std::fmt;
use std::net::IpAddr;

/// A host with a port, and its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// As [`canonical`] writes it.
    host: String,
    port: u16,
    addresses: Vec<IpAddr>,
}

impl Known {
    /// `HOST:PORT:ADDRESS[,ADDRESS…]`; an IPv6 address may stand in brackets.
    pub fn parse(text: &str) -> Option<Known> {
        let mut fields = text.splitn(3, ':');
        let (host, port, addresses) = (fields.next()?, fields.next()?, fields.next()?);
        if host.parse::<IpAddr>().is_ok() {
            return None;
        }
        let port = port.parse().ok().filter(|port| *port > 0)?;
        let addresses = addresses.split(',').map(address).collect::<Option<_>>()?;
        Some(Known { host: canonical(host)?, port, addresses })
    }

    /// The addresses of a host, if one of these says them.
    pub(super) fn find(list: &[Known], host: &str, port: u16) -> Option<Vec<IpAddr>> {
        let host = canonical(host)?;
        let found = list.iter().find(|known| known.port == port && known.host == host);
        found.map(|known| known.addresses.clone())
    }
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let addresses: Vec<String> = self.addresses.iter().map(IpAddr::to_string).collect();
        write!(f, "{}:{}:{}", self.host, self.port, addresses.join(","))
    }
}

/// The same for all spellings of a name.
fn canonical(host: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii(host.strip_suffix('.').unwrap_or(host)).ok()?;
    (!ascii.is_empty()).then_some(ascii)
}

fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_their_addresses() {
        let list: Vec<Known> =
            ["Mail.Example.test:25:127.0.0.2,[::1]", "niño.test:993:::1", "mail.example.test:25:1.1.1.1"]
                .map(|text| Known::parse(text).expect(text))
                .into();
        let find = |host, port| Known::find(&list, host, port).map(|all| all.iter().map(IpAddr::to_string).collect());
        let expected = |all: &[&str]| Some(all.iter().map(|&text| text.to_owned()).collect::<Vec<_>>());
        assert_eq!(find("mail.example.TEST.", 25), expected(&["127.0.0.2", "::1"]));
        assert_eq!(find("xn--nio-8ma.test", 993), expected(&["::1"]));
        assert_eq!((find("mail.example.test", 26), find("example.test", 25)), (None, None));
        for wrong in ["", "x", "x:25", "x:25:", "x:0:::1", "x:25:y", "x:25:::1,", ":25:::1", "127.0.0.1:25:::1"] {
            assert_eq!(Known::parse(wrong), None, "{wrong}");
        }
    }
}
