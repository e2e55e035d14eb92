//! What is said before anything else on a connection, as a proxy does that knows for whom it makes it (the PROXY
//! protocol).

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::Error;
use super::dial::{Connected, Dial};
use super::endpoint::split_port;
use super::session::stopped;
use crate::base::escape::escape;
use crate::proto::proxy_protocol::{Header, Version};
use crate::transcript::{SessionId, Weight};

/// For whom connections are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proxied {
    version: Version,
    /// From where, and to where. None: as they are.
    ends: Option<(End, End)>,
}

/// One end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    address: IpAddr,
    /// None: that of the real connection, else 0.
    port: Option<u16>,
}

impl Proxied {
    /// `v1` or `v2`, and perhaps `:SRC[:PORT],DST[:PORT]` behind it: addresses of one family, those of IPv6 in brackets.
    pub fn parse(text: &str) -> Option<Proxied> {
        let (version, ends) = match text.split_once(':') {
            Some((version, ends)) => (version, Some(ends)),
            None => (text, None),
        };
        let version = match version {
            "v1" => Version::V1,
            "v2" => Version::V2,
            _ => return None,
        };
        let Some(ends) = ends else { return Some(Proxied { version, ends: None }) };
        let (from, to) = ends.split_once(',')?;
        let (from, to) = (End::parse(from)?, End::parse(to)?);
        (from.address.is_ipv4() == to.address.is_ipv4()).then_some(Proxied { version, ends: Some((from, to)) })
    }

    /// What is said on a connection with these ends.
    fn header(&self, local: Option<SocketAddr>, peer: Option<SocketAddr>) -> Option<Header> {
        let real = local.zip(peer);
        let ends = match self.ends {
            Some((from, to)) => Some((from.or(local), to.or(peer))),
            None => real,
        };
        Header::new(self.version, ends)
    }
}

impl fmt::Display for Proxied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let version = if self.version == Version::V1 { "v1" } else { "v2" };
        match self.ends {
            None => f.write_str(version),
            Some((from, to)) => write!(f, "{version}:{from},{to}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.address, self.port) {
            (IpAddr::V6(address), None) => write!(f, "[{address}]"),
            (IpAddr::V4(address), None) => write!(f, "{address}"),
            (address, Some(port)) => SocketAddr::new(address, port).fmt(f),
        }
    }
}

impl End {
    fn parse(text: &str) -> Option<End> {
        let (address, port) = split_port(text).ok()?;
        let digits = |port: &&str| port.bytes().all(|octet| octet.is_ascii_digit());
        let port = match port {
            None => None,
            Some(port) => Some(Some(port).filter(digits)?.parse().ok()?),
        };
        Some(End { address: address.parse().ok()?, port })
    }

    fn or(self, real: Option<SocketAddr>) -> SocketAddr {
        SocketAddr::new(self.address, self.port.or(real.map(|real| real.port())).unwrap_or(0))
    }
}

impl Dial {
    /// Says for whom a new connection is, if that is wished.
    pub(super) async fn introduce(&self, session: SessionId, mut connected: Connected) -> Result<Connected, Error> {
        let header = self.proxied.as_ref().and_then(|proxied| proxied.header(connected.local, connected.peer));
        let Some(header) = header else { return Ok(connected) };
        let octets = header.octets();
        self.note(session, Weight::Info, format!("said by the PROXY protocol: {header}"));
        self.note(session, Weight::Detail, format!("its octets: {}", escape(&octets)));
        let (limit, mut stop) = (self.limit(), self.stop.clone());
        let what = || "the peer taking the PROXY header".to_owned();
        let said = tokio::select! {
            biased;
            () = stopped(&mut stop) => return Err(Error::Interrupted { what: what() }),
            said = timeout(limit, async {
                connected.stream.write_all(&octets).await?;
                connected.stream.flush().await
            }) => said,
        };
        match said {
            Ok(said) => said.map(|()| connected).map_err(Error::from),
            Err(_) => Err(Error::Timeout { what: what(), after: limit, hint: None }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, local: Option<&str>, peer: Option<&str>) -> Option<String> {
        let end = |text: &str| text.parse().expect("an address and a port");
        Proxied::parse(text)?.header(local.map(end), peer.map(end)).map(|header| header.to_string())
    }

    #[test]
    fn ends_as_they_are_and_as_they_are_told() {
        let (local, peer) = (Some("127.0.0.1:4711"), Some("127.0.0.1:25"));
        let both = |text| said(text, local, peer).unwrap_or_default();
        assert_eq!(both("v1"), "PROXY TCP4 127.0.0.1 127.0.0.1 4711 25");
        assert_eq!(both("v2:192.0.2.7,192.0.2.8"), "PROXY TCP4 192.0.2.7 192.0.2.8 4711 25");
        assert_eq!(both("v1:[2001:db8::7]:1,[::1]:65535"), "PROXY TCP6 2001:db8::7 ::1 1 65535");
        assert_eq!(both("v1:2001:db8::7,::1"), "PROXY TCP6 2001:db8::7 ::1 4711 25");
        assert_eq!(said("v1", None, peer).as_deref(), Some("PROXY UNKNOWN"));
        assert_eq!(said("v2", None, None).as_deref(), Some("LOCAL"));
        assert_eq!(said("v2:192.0.2.7,192.0.2.8:0", None, None).as_deref(), Some("PROXY TCP4 192.0.2.7 192.0.2.8 0 0"));
    }

    #[test]
    fn what_is_none() {
        for wrong in [
            "",
            "v3",
            "1",
            "v1:",
            "v1:,",
            "v1:192.0.2.7",
            "v1:192.0.2.7,::1",
            "v1:mail.test,mail.test",
            "v2:1.2.3.4:x,1.2.3.4",
            "v2:1.2.3.4:65536,1.2.3.4",
            "v2:1.2.3.4:+1,1.2.3.4",
            "v1:1.2.3.4,1.2.3.4,1.2.3.4",
            "V1 ",
            "v1:[::1,[::1]",
        ] {
            assert_eq!(Proxied::parse(wrong), None, "{wrong}");
        }
    }
}
