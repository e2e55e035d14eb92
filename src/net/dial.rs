//! Making a connection: look the host up, let its addresses race.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::net::{TcpSocket, TcpStream, UnixStream};
use tokio::time::{Instant, timeout};

use super::endpoint::Host;
use super::known::Known;
use super::proxied::Proxied;
use super::proxy::{Place, Proxy, ProxyError};
use super::session::{self, Stop, stopped};
use super::system;
use super::tunnel::Tunnel;
use super::{Deadline, Error, Io, Resolver};
use crate::base::escape::escape_str;
use crate::base::{Domain, Secret};
use crate::proto::dns::Name;
use crate::transcript::{Note, SessionId, Sink, Stage, Weight};

/// How connections are made.
#[derive(Clone)]
pub struct Dial {
    /// Only addresses of this family.
    pub family: Family,
    /// The longest wait for one address to answer.
    pub timeout: Duration,
    /// Nothing waits beyond this moment.
    pub deadline: Option<Deadline>,
    /// Nothing waits once this becomes true.
    pub stop: Stop,
    /// Where the attempts are told.
    pub sink: Option<Arc<dyn Sink>>,
    /// Who knows the addresses of hosts. None: the system does.
    pub resolver: Option<Arc<Resolver>>,
    /// Hosts that nobody needs to ask about.
    pub known: Vec<Known>,
    /// The address of ours that connections come from. None: the system chooses.
    pub bind: Option<IpAddr>,
    /// Servers that lead to others: what is dialled is the first.
    pub proxies: Vec<Proxy>,
    /// For whom connections are said to be, before anything else is said. None: it is not said.
    pub proxied: Option<Proxied>,
    /// A command whose standard input and output are every connection, whatever the host.
    pub tunnel: Option<String>,
    /// What that command must not be heard to say again.
    pub secret: Option<Secret>,
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
    /// The other end's address; none for a unix socket or a tunnel.
    pub peer: Option<SocketAddr>,
    /// Our end's address; none for a unix socket, a tunnel, or behind proxies.
    pub local: Option<SocketAddr>,
    /// The address that we call ourselves by: that of our end, of the connection to the first proxy where there is one,
    /// else that of this machine.
    ours: IpAddr,
    /// Addresses that were tried before and failed.
    pub failed: Vec<IpAddr>,
}

/// How long one address is alone before the next is tried beside it (RFC 8305 §5).
const HEAD_START: Duration = Duration::from_millis(250);

impl Connected {
    /// `[192.0.2.1]`: how a client without a name calls itself (RFC 5321 §4.1.4).
    pub fn literal(&self) -> String {
        Domain::Literal(self.ours).to_string()
    }
}

impl Dial {
    /// Waits until then, or until everything is to end.
    pub async fn pause(&self, until: Instant) {
        let mut stop = self.stop.clone();
        let until = self.deadline.map_or(until, |deadline| until.min(deadline.at()));
        tokio::select! {
            () = stopped(&mut stop) => {}
            () = tokio::time::sleep_until(until) => {}
        }
    }

    /// Connects to the first address of `host` that answers. `addresses`: where it is, if that is known already.
    pub async fn connect(
        &self,
        session: SessionId,
        host: &Host,
        port: u16,
        addresses: &[IpAddr],
    ) -> Result<Connected, Error> {
        let connected = async {
            let connected = self.get_there(session, host, port, addresses).await?;
            self.introduce(session, connected).await
        };
        connected.await.map_err(|error| match (error, Deadline::come(self.deadline)) {
            (error @ Error::Interrupted { .. }, _) | (error, None) => error,
            (_, Some(deadline)) => Error::Deadline { deadline, what: format!("a connection to {}", shown(host)) },
        })
    }

    async fn get_there(
        &self,
        session: SessionId,
        host: &Host,
        port: u16,
        addresses: &[IpAddr],
    ) -> Result<Connected, Error> {
        if let Some(command) = &self.tunnel {
            return self.start_tunnel(command, session);
        }
        if !self.proxies.is_empty() {
            return self.through_proxies(session, host, port, addresses).await;
        }
        let name = &shown(host);
        match host {
            Host::Unix(path) => self.connect_unix(session, path).await,
            _ if addresses.is_empty() => {
                let addresses = self.addresses(session, host, port).await?;
                self.race(session, name, port, addresses).await
            }
            _ => self.race(session, name, port, addresses.to_vec()).await,
        }
    }

    /// What may be the cause if a server says nothing, and its cure.
    pub fn suspicion(&self) -> &'static str {
        match self.proxied {
            Some(_) => "perhaps the port takes no PROXY header: try without --proxy-protocol",
            None => session::SUSPICION,
        }
    }

    /// Whether what is said to a host stays on this machine, as far as we say it: nothing does that goes by proxies.
    pub fn is_local(&self, host: &Host) -> bool {
        self.proxies.is_empty() && host.is_local()
    }

    /// Whether it is an address of ours that is dialled: no socket, no command, nobody else's.
    pub fn goes_by_address(&self, host: &Host) -> bool {
        self.proxies.is_empty() && self.tunnel.is_none() && matches!(host, Host::Name(_) | Host::Address(_))
    }

    /// To each address of the host in turn, or to its name where the last proxy looks that up.
    async fn through_proxies(
        &self,
        session: SessionId,
        host: &Host,
        port: u16,
        addresses: &[IpAddr],
    ) -> Result<Connected, Error> {
        let mut places = match (addresses, self.proxies.last()) {
            ([], Some(last)) => self.places(session, last, host, port).await?,
            _ => addresses.iter().map(|address| Place { host: Host::Address(*address), port }).collect(),
        }
        .into_iter()
        .peekable();
        let mut failed = Vec::new();
        while let Some(place) = places.next() {
            match self.chain(session, &place).await {
                Ok((stream, ours)) => {
                    return Ok(Connected { stream, peer: place.address(), local: None, ours, failed });
                }
                Err(error @ Error::Proxy { source: ProxyError::Refused { .. }, .. }) if places.peek().is_some() => {
                    self.note(session, Weight::Amiss, error.to_string());
                    failed.extend(place.address().map(|address| address.ip()));
                }
                Err(error) => return Err(error),
            }
        }
        Err(Error::NoAddress { host: shown(host), family: self.family.name() })
    }

    /// What a proxy is asked for to get to a host.
    async fn places(&self, session: SessionId, proxy: &Proxy, host: &Host, port: u16) -> Result<Vec<Place>, Error> {
        let addresses = match host {
            Host::Name(name) if proxy.looks_up() => match self.told(session, name, port) {
                Some(told) => told,
                None => return Ok(vec![Place { host: host.clone(), port }]),
            },
            _ => self.addresses(session, host, port).await?,
        };
        Ok(addresses.into_iter().map(|address| Place { host: Host::Address(address), port }).collect())
    }

    /// One proxy after the other, each asked for the next, the last for `place`; with our address to the first.
    async fn chain(&self, session: SessionId, place: &Place) -> Result<(Box<dyn Io>, IpAddr), Error> {
        let mut led: Option<(Box<dyn Io>, IpAddr)> = None;
        for (at, proxy) in self.proxies.iter().enumerate() {
            let (mut reached, ours) = match led {
                Some(led) => led,
                None => self.reach(session, proxy).await?,
            };
            let next = match self.proxies.get(at + 1) {
                Some(next) => self.places(session, proxy, &next.host, next.port).await?.into_iter().next(),
                None => Some(place.clone()),
            };
            if let Some(next) = next {
                self.lead(session, proxy, &mut reached, &next).await?;
            }
            led = Some((reached, ours));
        }
        led.ok_or_else(|| Error::Closed { what: "a proxy".to_owned() })
    }

    /// The connection to the first proxy.
    async fn reach(&self, session: SessionId, proxy: &Proxy) -> Result<(Box<dyn Io>, IpAddr), Error> {
        let addresses = self.addresses(session, &proxy.host, proxy.port).await?;
        match self.race(session, &format!("the proxy {}", shown(&proxy.host)), proxy.port, addresses).await {
            Ok(connected) => Ok((connected.stream, connected.ours)),
            Err(Error::Connect { tried, .. }) => {
                let source = ProxyError::Unreached(super::error::list(&tried));
                Err(Error::Proxy { proxy: proxy.to_string(), source })
            }
            Err(error) => Err(error),
        }
    }

    /// Bounded: the whole dialogue with one proxy takes no longer than one address may.
    async fn lead(
        &self,
        session: SessionId,
        proxy: &Proxy,
        stream: &mut Box<dyn Io>,
        next: &Place,
    ) -> Result<(), Error> {
        let note = |detail, text| self.note(session, if detail { Weight::Detail } else { Weight::Info }, text);
        let (limit, mut stop) = (self.limit(), self.stop.clone());
        let led = tokio::select! {
            biased;
            () = stopped(&mut stop) => return Err(Error::Interrupted { what: "a proxy".to_owned() }),
            led = timeout(limit, proxy.lead(stream, next, &note)) => led,
        };
        let led = led.unwrap_or(Err(ProxyError::TooSlow(limit)));
        led.map_err(|source| Error::Proxy { proxy: proxy.to_string(), source })?;
        self.stage(session, Weight::Detail, || format!("the proxy {proxy} leads to {next}"), Stage::Proxy);
        Ok(())
    }

    /// The addresses of a host of which the user says where it is, as far as they are of the family.
    pub(crate) fn told(&self, session: SessionId, host: &str, port: u16) -> Option<Vec<IpAddr>> {
        let addresses = Known::find(&self.known, host, port)?;
        let text = format!("{}:{port} is taken to be at {}", escape_str(host), list(&addresses));
        self.note(session, Weight::Info, text);
        Some(addresses.into_iter().filter(|address| self.family.has(address)).collect())
    }

    /// Tries the addresses in turn, the families taking turns, each beside those before it once they had their head
    /// start (RFC 8305): one dead address costs a moment, not a timeout.
    async fn race(
        &self,
        session: SessionId,
        name: &str,
        port: u16,
        addresses: Vec<IpAddr>,
    ) -> Result<Connected, Error> {
        let from = self.from()?;
        let started = addresses.len();
        let mut waiting = interleave(addresses).into_iter();
        let (mut running, mut tried) = (FuturesUnordered::new(), Vec::new());
        let mut stop = self.stop.clone();
        loop {
            if let Some(address) = waiting.next() {
                let address = SocketAddr::new(address, port);
                let text = || format!("connecting to {name} [{}]:{port}{from}", address.ip());
                self.stage(session, Weight::Info, text, Stage::Begin);
                running.push(self.attempt(address));
            } else if running.is_empty() {
                return Err(Error::Connect { host: name.to_owned(), tried });
            }
            let (address, result) = tokio::select! {
                biased;
                () = stopped(&mut stop) => return Err(Error::Interrupted { what: "a connection".to_owned() }),
                Some(result) = running.next() => result,
                () = tokio::time::sleep(HEAD_START), if waiting.len() > 0 => continue,
            };
            match result {
                Ok(stream) => {
                    let several = started > 1 && (!running.is_empty() || !tried.is_empty());
                    let weight = if several { Weight::Info } else { Weight::Detail };
                    let text = || format!("connected to [{}]:{port}", address.ip());
                    self.stage(session, weight, text, Stage::Connect);
                    let failed = tried.iter().map(|(address, _): &(SocketAddr, _)| address.ip()).collect();
                    // Not what the socket says: 0.0.0.0 is this machine, and nobody would know it again.
                    return Ok(Connected { failed, peer: Some(address), ..connected(stream)? });
                }
                Err(error) => {
                    // Of a single address the error itself says it.
                    if started > 1 {
                        let text = format!("[{}]:{port}: {}", address.ip(), super::error::reason(&error));
                        self.note(session, Weight::Amiss, text);
                    }
                    tried.push((address, error));
                }
            }
        }
    }

    async fn attempt(&self, address: SocketAddr) -> (SocketAddr, io::Result<TcpStream>) {
        let connection = async {
            match self.bind {
                Some(ours) => bound(ours)?.connect(address).await,
                None => TcpStream::connect(address).await,
            }
        };
        let result = timeout(self.limit(), connection).await;
        (address, result.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())))
    }

    /// Where connections come from, in words. `Err`: they cannot come from there.
    fn from(&self) -> Result<String, Error> {
        let Some(ours) = self.bind else { return Ok(String::new()) };
        match bound(ours) {
            Ok(_) => Ok(format!(" from {ours}")),
            Err(source) => Err(Error::Bind { address: ours, source }),
        }
    }

    pub(super) fn limit(&self) -> Duration {
        Deadline::within(self.deadline, self.timeout)
    }

    async fn connect_unix(&self, session: SessionId, path: &str) -> Result<Connected, Error> {
        self.stage(session, Weight::Info, || format!("connecting to unix:{}", escape_str(path)), Stage::Begin);
        // `@` stands for the NUL with which the name of an abstract socket begins (unix(7)).
        let name = path.strip_prefix('@').map(|name| format!("\0{name}"));
        let stream = UnixStream::connect(name.as_deref().unwrap_or(path)).await;
        let stream = stream.map_err(|source| Error::Socket { path: path.to_owned(), source })?;
        self.stage(session, Weight::Detail, || "connected".to_owned(), Stage::Connect);
        Ok(within(Box::new(stream)))
    }

    fn start_tunnel(&self, command: &str, session: SessionId) -> Result<Connected, Error> {
        let text = || format!("connecting through the command {}", escape_str(command));
        self.stage(session, Weight::Info, text, Stage::Begin);
        let stream = Tunnel::start(command, self.secret.as_ref(), session, self.sink.clone());
        let stream = stream.map_err(|source| Error::Command { source })?;
        Ok(within(Box::new(stream)))
    }

    /// Where a host is, as far as that is of the family.
    pub async fn addresses(&self, session: SessionId, host: &Host, port: u16) -> Result<Vec<IpAddr>, Error> {
        let all = match host {
            Host::Address(address) => vec![*address],
            Host::Name(name) => match self.told(session, name, port) {
                Some(told) => told,
                None => self.look_up(session, name).await?,
            },
            Host::Unix(_) | Host::Nameless => Vec::new(),
        };
        let chosen: Vec<_> = all.into_iter().filter(|address| self.family.has(address)).collect();
        let family = self.family.name();
        if chosen.is_empty() { Err(Error::NoAddress { host: shown(host), family }) } else { Ok(chosen) }
    }

    /// By the resolver that is given, else as the system does it, its hosts file included.
    async fn look_up(&self, session: SessionId, name: &str) -> Result<Vec<IpAddr>, Error> {
        self.stage(session, Weight::Detail, || format!("looking up {}", escape_str(name)), Stage::Begin);
        let found = self.ask(name).await?;
        let text = || format!("{} is at {}", escape_str(name), list(&found));
        self.stage(session, Weight::Detail, text, Stage::Dns);
        Ok(found)
    }

    async fn ask(&self, name: &str) -> Result<Vec<IpAddr>, Error> {
        let unknown = || Error::UnknownHost { host: escape_str(name).into_owned() };
        let Some(resolver) = &self.resolver else { return system::look_up(name, self.limit()).await };
        let host = Name::parse(name).map_err(|_| unknown())?;
        let found = resolver.addresses(&host, self.family).await?;
        match found.exists {
            true => Ok(found.list.into_iter().map(|(address, _)| address).collect()),
            false => Err(unknown()),
        }
    }

    pub(super) fn note(&self, session: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.sink {
            sink.note(session, &Note::new(jiff::Timestamp::now(), weight, text));
        }
    }

    fn stage(&self, session: SessionId, weight: Weight, text: impl FnOnce() -> String, stage: Stage) {
        if let Some(sink) = &self.sink {
            sink.note(session, &Note::new(jiff::Timestamp::now(), weight, text()).at_end_of(stage));
        }
    }
}

impl Family {
    /// Whether an address is of it.
    pub fn has(self, address: &IpAddr) -> bool {
        match self {
            Family::Any => true,
            Family::V4 => address.is_ipv4(),
            Family::V6 => address.is_ipv6(),
        }
    }

    /// `IPv4`, `IPv6`, or nothing.
    pub fn name(self) -> &'static str {
        match self {
            Family::Any => "",
            Family::V4 => "IPv4",
            Family::V6 => "IPv6",
        }
    }
}

/// The families in turns, beginning with the first one's; the order within each stays (RFC 8305 §4).
fn interleave(addresses: Vec<IpAddr>) -> Vec<IpAddr> {
    let first = addresses.first().map(IpAddr::is_ipv6);
    let (one, other): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|a| Some(a.is_ipv6()) == first);
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    let turns = std::iter::from_fn(|| match (one.next(), other.next()) {
        (None, None) => None,
        (a, b) => Some(a.into_iter().chain(b)),
    });
    turns.flatten().collect()
}

fn list(addresses: &[IpAddr]) -> String {
    addresses.iter().map(IpAddr::to_string).collect::<Vec<_>>().join(", ")
}

fn shown(host: &Host) -> String {
    escape_str(&host.to_string()).into_owned()
}

/// A socket whose connection comes from an address of ours.
fn bound(ours: IpAddr) -> io::Result<TcpSocket> {
    let socket = if ours.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    socket.bind(SocketAddr::new(ours, 0))?;
    Ok(socket)
}

fn connected(stream: TcpStream) -> Result<Connected, Error> {
    stream.set_nodelay(true)?;
    let (peer, local) = (stream.peer_addr().ok(), stream.local_addr().ok());
    let within = within(Box::new(stream));
    let ours = local.map_or(within.ours, |local| local.ip());
    Ok(Connected { peer, local, ours, ..within })
}

/// What leads to somebody without leaving this machine by an address.
fn within(stream: Box<dyn Io>) -> Connected {
    Connected { stream, peer: None, local: None, ours: Ipv4Addr::LOCALHOST.into(), failed: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_take_turns() {
        let order = |addresses: &[&str]| {
            let all = addresses.iter().map(|address| address.parse().expect("an address")).collect();
            interleave(all).iter().map(IpAddr::to_string).collect::<Vec<_>>()
        };
        assert_eq!(order(&["::1", "::2", "::3", "1.1.1.1"]), ["::1", "1.1.1.1", "::2", "::3"]);
        assert_eq!(order(&["1.1.1.1", "1.1.1.2", "::1"]), ["1.1.1.1", "::1", "1.1.1.2"]);
    }
}
