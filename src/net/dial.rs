//! Making a connection: look the host up, try its addresses in turn.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpStream, UnixStream};
use tokio::time::{Instant, timeout};

use super::endpoint::Host;
use super::session::{Stop, stopped};
use super::{Error, Io};
use crate::base::escape::escape_str;
use crate::transcript::{Note, SessionId, Sink, Weight};

/// How connections are made.
#[derive(Clone)]
pub struct Dial {
    /// Only addresses of this family.
    pub family: Family,
    /// The longest wait for one address to answer.
    pub timeout: Duration,
    /// Nothing waits beyond this moment.
    pub deadline: Option<Instant>,
    /// Nothing waits once this becomes true.
    pub stop: Stop,
    /// Where the attempts are told.
    pub sink: Option<Arc<dyn Sink>>,
}

/// Which addresses are tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Family {
    /// All.
    #[default]
    Any,
    /// IPv4 only.
    V4,
    /// IPv6 only.
    V6,
}

/// A connection, and who is at the other end.
pub struct Connected {
    /// The octets.
    pub stream: Box<dyn Io>,
    /// The other end's address; none for a unix socket.
    pub peer: Option<SocketAddr>,
    /// Our end's address; none for a unix socket.
    pub local: Option<SocketAddr>,
}

impl Dial {
    /// Connects to the first address of `host` that answers, in the resolver's order.
    pub async fn connect(&self, session: SessionId, host: &Host, port: u16) -> Result<Connected, Error> {
        if let Host::Unix(path) = host {
            return self.connect_unix(session, path).await;
        }
        let mut tried = Vec::new();
        for address in self.addresses(host, port).await? {
            self.note(session, Weight::Info, format!("connecting to {} [{}]:{port}", shown(host), address.ip()));
            let mut stop = self.stop.clone();
            let attempt = tokio::select! {
                biased;
                () = stopped(&mut stop) => return Err(Error::Interrupted { what: "a connection".to_owned() }),
                result = timeout(self.limit(), TcpStream::connect(address)) => result,
            };
            match attempt {
                Ok(Ok(stream)) => return connected(stream),
                Ok(Err(error)) => tried.push((address, error)),
                Err(_) => tried.push((address, io::ErrorKind::TimedOut.into())),
            }
            if let Some((_, error)) = tried.last() {
                let text = format!("[{}]:{port}: {}", address.ip(), super::error::reason(error));
                self.note(session, Weight::Warning, text);
            }
        }
        Err(Error::Connect { host: shown(host), tried })
    }

    fn limit(&self) -> Duration {
        let left = self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        left.map_or(self.timeout, |left| left.min(self.timeout))
    }

    async fn connect_unix(&self, session: SessionId, path: &str) -> Result<Connected, Error> {
        self.note(session, Weight::Info, format!("connecting to unix:{}", escape_str(path)));
        let stream = UnixStream::connect(path).await;
        let stream = stream.map_err(|source| Error::Socket { path: path.to_owned(), source })?;
        Ok(Connected { stream: Box::new(stream), peer: None, local: None })
    }

    async fn addresses(&self, host: &Host, port: u16) -> Result<Vec<SocketAddr>, Error> {
        let all = match host {
            Host::Address(address) => vec![SocketAddr::new(*address, port)],
            Host::Name(name) => look_up(name, port, self.limit()).await?,
            Host::Unix(_) => Vec::new(),
        };
        let (family, fits): (_, fn(&IpAddr) -> bool) = match self.family {
            Family::Any => ("", |_| true),
            Family::V4 => ("IPv4", IpAddr::is_ipv4),
            Family::V6 => ("IPv6", IpAddr::is_ipv6),
        };
        let chosen: Vec<_> = all.into_iter().filter(|address| fits(&address.ip())).collect();
        if chosen.is_empty() { Err(Error::NoAddress { host: shown(host), family }) } else { Ok(chosen) }
    }

    fn note(&self, session: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.sink {
            sink.note(session, &Note { at: jiff::Timestamp::now(), weight, text: text.into() });
        }
    }
}

fn shown(host: &Host) -> String {
    escape_str(&host.to_string()).into_owned()
}

fn connected(stream: TcpStream) -> Result<Connected, Error> {
    stream.set_nodelay(true)?;
    let (peer, local) = (stream.peer_addr().ok(), stream.local_addr().ok());
    Ok(Connected { stream: Box::new(stream), peer, local })
}

async fn look_up(name: &str, port: u16, limit: Duration) -> Result<Vec<SocketAddr>, Error> {
    let host = || escape_str(name).into_owned();
    let unknown = || Error::UnknownHost { host: host() };
    let ascii = idna::domain_to_ascii(name).ok().filter(|ascii| !ascii.is_empty()).ok_or_else(unknown)?;
    // RFC 6761 §6.4: names under `invalid` never exist, and are not asked for.
    if ascii.trim_end_matches('.').rsplit('.').next() == Some("invalid") {
        return Err(unknown());
    }
    match timeout(limit, tokio::net::lookup_host((ascii.as_str(), port))).await {
        Ok(Ok(addresses)) => {
            let mut distinct: Vec<SocketAddr> = Vec::new();
            addresses.for_each(|address| {
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
