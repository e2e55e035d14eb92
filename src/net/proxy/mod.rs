//! Proxies: servers that lead to another one (SOCKS5, RFC 1928 and RFC 1929; CONNECT of HTTP, RFC 9110 §9.3.6).

mod http;
mod socks;

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use zeroize::Zeroizing;

use super::Io;
use super::endpoint::{EndpointError, Host, parse_host, parse_port, split_port};
use crate::base::Secret;
use crate::base::escape::escape;
use crate::proto::spoken::Spoken;

/// A proxy, and who we are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// What it speaks.
    pub kind: Kind,
    /// Where it is.
    pub host: Host,
    /// Its port.
    pub port: u16,
    /// Who we are, if it wants to know.
    pub user: Option<String>,
    /// And our password.
    pub password: Option<Secret>,
}

/// What a proxy speaks, and who looks names up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// SOCKS5; names are looked up here.
    Socks5,
    /// SOCKS5; it looks names up.
    Socks5h,
    /// HTTP/1.1; it looks names up.
    Http,
}

/// Why a proxy did not lead there. What it said is escaped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProxyError {
    /// Nobody answers where it should be.
    #[error("cannot be reached: {0}")]
    Unreached(String),
    /// It does not let us in.
    #[error("does not let us in: {0}")]
    Login(String),
    /// It cannot get there, or does not want to.
    #[error("does not lead to {to}: it says {said}")]
    Refused {
        /// Where it was to lead.
        to: String,
        /// Its answer.
        said: String,
    },
    /// What it says is no answer.
    #[error("says what is no answer of {protocol}: {said}")]
    Foreign {
        /// What is spoken with it.
        protocol: &'static str,
        /// What it said.
        said: String,
    },
    /// It takes too long.
    #[error("does not answer: {} passed", super::error::seconds(.0))]
    TooSlow(Duration),
    /// It went, or the network did.
    #[error("ended the connection before it led anywhere ({0})")]
    Gone(String),
}

const SCHEMES: [(&str, Kind); 3] = [("socks5h", Kind::Socks5h), ("socks5", Kind::Socks5), ("http", Kind::Http)];

impl Proxy {
    /// `socks5h://[user@]host:port`, and so for `socks5` and `http`.
    pub fn parse(text: &str) -> Result<Proxy, EndpointError> {
        let (scheme, rest) = text.split_once("://").unwrap_or_default();
        let found = SCHEMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(scheme));
        let Some((_, kind)) = found else {
            let known = SCHEMES.map(|(name, _)| name).join(", ");
            return Err(EndpointError::Scheme { scheme: scheme.to_owned(), known });
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (user, place) = match rest.rsplit_once('@') {
            Some((user, _)) if user.contains(':') => return Err(EndpointError::Password),
            Some((user, place)) => (Some(user.to_owned()), place),
            None => (None, rest),
        };
        let (host, port) = split_port(place)?;
        let host = parse_host(host)?;
        let port = parse_port(port.ok_or(EndpointError::NoPort)?)?;
        Ok(Proxy { kind: *kind, host, port, user, password: None })
    }

    /// What it hears of us and must not be seen to say again: the password, and what Basic makes of it (RFC 7617 §2).
    fn spoken(&self) -> Spoken {
        let mut spoken = Spoken::default();
        if let Some(password) = &self.password {
            let user = self.user.as_deref().unwrap_or_default();
            let both = Zeroizing::new([user.as_bytes(), b":", password.expose()].concat());
            spoken.expect(password.expose());
            spoken.expect(&both);
        }
        spoken
    }

    /// Whether names are looked up by it.
    pub(super) fn looks_up(&self) -> bool {
        self.kind != Kind::Socks5
    }

    /// Has it lead to `to`, over the connection to it.
    pub(super) async fn lead(
        &self,
        stream: &mut Box<dyn Io>,
        to: &Place,
        note: &(dyn Fn(bool, String) + Sync),
    ) -> Result<(), ProxyError> {
        let mut talk = Talk { proxy: self, stream, note, spoken: self.spoken() };
        match self.kind {
            Kind::Socks5 | Kind::Socks5h => socks::lead(&mut talk, to).await,
            Kind::Http => http::lead(&mut talk, to).await,
        }
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = SCHEMES.iter().find(|(_, kind)| *kind == self.kind).map(|(name, _)| *name).unwrap_or_default();
        let place = Place { host: self.host.clone(), port: self.port };
        write!(f, "{scheme}://{place}")
    }
}

/// Where a proxy is to lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub host: Host,
    pub port: u16,
}

impl Place {
    pub fn address(&self) -> Option<SocketAddr> {
        match self.host {
            Host::Address(address) => Some(SocketAddr::new(address, self.port)),
            _ => None,
        }
    }

    /// The host as DNS spells it.
    fn ascii(&self) -> Option<String> {
        let Host::Name(name) = &self.host else { return None };
        idna::domain_to_ascii(name).ok().filter(|ascii| !ascii.is_empty())
    }
}

/// As a URL has it, escaped.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Host::Address(IpAddr::V6(address)) => write!(f, "[{address}]:{}", self.port),
            host => write!(f, "{}:{}", escape(host.to_string().as_bytes()), self.port),
        }
    }
}

/// The dialogue with a proxy.
struct Talk<'a> {
    proxy: &'a Proxy,
    stream: &'a mut Box<dyn Io>,
    /// Tells something: whether only to whoever asks for more, and what.
    note: &'a (dyn Fn(bool, String) + Sync),
    spoken: Spoken,
}

/// How much of what it says at once is shown, in octets.
const SHOWN: usize = 200;

impl Talk<'_> {
    /// Says octets, which are these words.
    async fn say(&mut self, octets: &[u8], words: &str) -> Result<(), ProxyError> {
        (self.note)(false, format!("the proxy {} hears: {words}", self.proxy));
        let said = async {
            self.stream.write_all(octets).await?;
            self.stream.flush().await
        };
        said.await.map_err(|error| gone(&error))
    }

    /// Tells what it said.
    fn heard(&self, detail: bool, words: &str) {
        (self.note)(detail, format!("the proxy {} says: {words}", self.proxy));
    }

    /// Octets of it, without our password, short and escaped.
    fn shown(&self, octets: &[u8]) -> String {
        let masked = self.spoken.mask(octets, true);
        let octets = masked.as_deref().unwrap_or(octets);
        escape(octets.get(..octets.len().min(SHOWN)).unwrap_or_default()).into_owned()
    }

    /// No octet more than that: the next one is the server's.
    async fn read<const N: usize>(&mut self) -> Result<[u8; N], ProxyError> {
        let mut octets = [0; N];
        self.stream.read_exact(&mut octets).await.map_err(|error| gone(&error))?;
        Ok(octets)
    }
}

fn gone(error: &std::io::Error) -> ProxyError {
    ProxyError::Gone(match error.kind() {
        std::io::ErrorKind::UnexpectedEof => "it closed it".to_owned(),
        _ => super::error::reason(error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls() {
        let shown = |text: &str| Proxy::parse(text).map(|proxy| (proxy.to_string(), proxy.user));
        let user = |name: &str| Some(name.to_owned());
        assert_eq!(shown("socks5h://127.0.0.1:1080"), Ok(("socks5h://127.0.0.1:1080".into(), None)));
        assert_eq!(shown("SOCKS5://pepe@[::1]:1080/"), Ok(("socks5://[::1]:1080".into(), user("pepe"))));
        assert_eq!(shown("http://a@b.test@proxy.test:3128"), Ok(("http://proxy.test:3128".into(), user("a@b.test"))));
        for (text, words) in [
            ("proxy.test:1080", "there is no scheme before ://, one of socks5h, socks5, http"),
            ("https://proxy.test:1080", "the scheme https:// is not one of socks5h, socks5, http"),
            ("socks4://proxy.test:1080", "is not one of"),
            ("http://pepe:secret@proxy.test:1", "no place in a URL"),
            ("http://proxy.test", "the port is missing"),
            ("http://proxy.test:0", "is not a port"),
            ("http://:1", "the host is missing"),
            ("http://x\r\ny:1", "cannot stand"),
        ] {
            let error = Proxy::parse(text).expect_err(text).to_string();
            assert!(error.contains(words), "{text}: {error}");
        }
    }
}
