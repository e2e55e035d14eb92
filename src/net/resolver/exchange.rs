//! One name server and the transport to it: hickory carries the messages, our sockets tell them.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hickory_resolver::net::runtime::TokioHandle;
use hickory_resolver::net::runtime::iocompat::AsyncIoTokioAsStd;
use hickory_resolver::net::runtime::{RuntimeProvider, Spawn};
use hickory_resolver::net::tcp::{TcpClientStream, TcpStream as Frames};
use hickory_resolver::net::udp::UdpClientStream;
use hickory_resolver::net::xfer::{DnsExchange, FirstAnswer};
use hickory_resolver::net::{DnsHandle, DnsMultiplexer, NetError, h2};
use hickory_resolver::proto::op::{DnsRequest, DnsRequestOptions, Edns, Message, Query};
use hickory_resolver::proto::rr::{Name, RecordType};
use tokio::net::TcpStream;

use super::error::ResolveError;
use super::tap::{Channel, Provider, Stream, Teller};
use crate::net::Tls;
use crate::net::endpoint::Host;
use crate::net::error::{Error, reason};
use crate::proto::Side;
use crate::proto::dns::Question;
use crate::transcript::Weight;

/// The transport of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Over {
    /// Datagrams; what does not fit is asked again over TCP (RFC 1035 §4.2.1, RFC 7766 §5).
    #[default]
    Udp,
    /// TCP (RFC 7766).
    Tcp,
    /// TLS, port 853 (RFC 7858).
    Tls,
    /// HTTPS, port 443, `/dns-query` (RFC 8484).
    Https,
}

/// A name server.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Server {
    /// Where it is.
    pub address: SocketAddr,
    /// The name that its certificate must have, where TLS is spoken; by default its address.
    pub name: Option<String>,
}

impl Over {
    /// The port where this transport is spoken unless another is given.
    pub fn port(self) -> u16 {
        match self {
            Over::Udp | Over::Tcp => 53,
            Over::Tls => 853,
            Over::Https => 443,
        }
    }

    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Over::Udp => "udp",
            Over::Tcp => "tcp",
            Over::Tls => "tls",
            Over::Https => "https",
        }
    }
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The largest UDP payload that is asked for: no fragments on common networks (RFC 9715 §3.1).
const PAYLOAD: u16 = 1232;
/// How often a datagram is sent again within its time.
const RESENDS: u8 = 2;

/// A way to a name server, open or ready to be.
#[derive(Clone)]
pub(super) struct Exchange {
    inner: DnsExchange<Provider>,
    over: Over,
    channel: Channel,
}

impl Exchange {
    /// Opens the way. `timeout` holds for connecting, for TLS, and then for each answer.
    pub async fn open(
        server: &Server,
        over: Over,
        tls: &Tls,
        timeout: Duration,
        provider: &Provider,
        teller: &Teller,
    ) -> Result<Exchange, ResolveError> {
        let address = server.address;
        teller.note(Weight::Info, format!("asking the name server {address} over {over}"));
        let channel = match over {
            Over::Udp | Over::Tcp => Channel::Clear,
            Over::Tls | Over::Https if tls.is_insecure() => Channel::Unverified,
            Over::Tls | Over::Https => Channel::Tls,
        };
        let inner = match over {
            Over::Udp => UdpClientStream::builder(address, provider.clone())
                .with_timeout(Some(timeout))
                .with_max_retries(RESENDS)
                .exchange(),
            Over::Tcp | Over::Tls => stream(server, over, channel, tls, timeout, provider, teller).await?,
            Over::Https => https(server, tls, timeout, provider, teller).await?,
        };
        Ok(Exchange { inner, over, channel })
    }

    /// Asks. The octets of the answer, whatever it is, and the id under which it was asked.
    pub async fn ask(
        &self,
        question: &Question,
        edns: bool,
        timeout: Duration,
        teller: &Teller,
    ) -> (u16, Result<Bytes, NetError>) {
        let mut message = Message::query();
        message.metadata.recursion_desired = true;
        match name(&question.name) {
            Ok(name) => message.add_query(Query::query(name, RecordType::from(question.kind.0))),
            Err(error) => return (0, Err(error)),
        };
        if edns {
            let mut edns = Edns::new();
            edns.set_max_payload(PAYLOAD);
            message.set_edns(edns);
        }
        let mut options = DnsRequestOptions::default();
        options.retry_interval = timeout / u32::from(RESENDS + 1);
        let id = if self.over == Over::Https { 0 } else { message.metadata.id };
        message.metadata.id = id;
        if self.over == Over::Https {
            match message.to_vec() {
                Ok(octets) => teller.tell(Side::Client, octets.into(), self.channel),
                Err(error) => return (id, Err(error.into())),
            }
        }
        let answer = self.inner.send(DnsRequest::new(message, options)).first_answer();
        let answer = match tokio::time::timeout(timeout, answer).await {
            Err(_) => Err(NetError::Timeout),
            Ok(answer) => answer.map(|response| Bytes::copy_from_slice(response.as_buffer())),
        };
        if let (Over::Https, Ok(octets)) = (self.over, &answer) {
            teller.tell(Side::Server, octets.clone(), self.channel);
        }
        (id, answer)
    }
}

/// Hickory's form of a name; its labels are taken as they are.
fn name(name: &crate::proto::dns::Name) -> Result<Name, NetError> {
    let mut made = Name::from_labels(name.labels())?;
    made.set_fqdn(true);
    Ok(made)
}

/// A stream, with TLS if that is wanted.
async fn stream(
    server: &Server,
    over: Over,
    channel: Channel,
    tls: &Tls,
    timeout: Duration,
    provider: &Provider,
    teller: &Teller,
) -> Result<DnsExchange<Provider>, ResolveError> {
    let address = server.address;
    let socket = connect(address, timeout).await?;
    let mut octets: Box<dyn crate::net::Io> = Box::new(socket);
    if over == Over::Tls {
        let (stream, facts) =
            tls.connect(octets, &host(server), true, timeout).await.map_err(|error| failed(server, &error))?;
        teller.note(Weight::Info, facts.to_string());
        octets = stream;
    }
    let stream = AsyncIoTokioAsStd(Stream::new(octets, teller.clone(), channel));
    let (frames, sender) = Frames::from_stream(stream, address);
    let multiplexer = DnsMultiplexer::new(TcpClientStream::from_stream(frames), sender).with_timeout(timeout);
    let (exchange, background) = DnsExchange::from_stream(multiplexer);
    let mut handle: TokioHandle = provider.create_handle();
    handle.spawn_bg(background);
    Ok(exchange)
}

async fn https(
    server: &Server,
    tls: &Tls,
    timeout: Duration,
    provider: &Provider,
    teller: &Teller,
) -> Result<DnsExchange<Provider>, ResolveError> {
    let address = server.address;
    let (config, verifier) = tls.config(true).map_err(|error| failed(server, &error.into()))?;
    let host = host(server).to_string();
    let connecting = provider.connect_tcp(address, None, Some(timeout));
    let connected = h2::connect(connecting, Arc::new(config), address, host.as_str().into(), "/dns-query".into(), None);
    let stream = match tokio::time::timeout(timeout, connected).await {
        Err(_) => return Err(ResolveError::Timeout { server: address, after: timeout }),
        Ok(Err(error)) => {
            return Err(match verifier.verdict() {
                Err(reason) => ResolveError::Tls {
                    server: address,
                    reason: format!("the certificate of {host} is refused: {reason}"),
                },
                Ok(()) => failure(&error, address, timeout),
            });
        }
        Ok(Ok(stream)) => stream,
    };
    let verdict = match verifier.verdict() {
        Ok(()) => "verified".to_owned(),
        Err(reason) => format!("UNVERIFIED: {reason}"),
    };
    teller.note(Weight::Info, format!("HTTP/2 over TLS, certificate for {host} {verdict}"));
    let (exchange, background) = DnsExchange::from_stream(stream);
    provider.create_handle().spawn_bg(background);
    Ok(exchange)
}

fn host(server: &Server) -> Host {
    server.name.clone().map_or(Host::Address(server.address.ip()), Host::Name)
}

async fn connect(address: SocketAddr, timeout: Duration) -> Result<TcpStream, ResolveError> {
    match tokio::time::timeout(timeout, TcpStream::connect(address)).await {
        Err(_) => Err(ResolveError::Timeout { server: address, after: timeout }),
        Ok(Err(error)) => Err(ResolveError::Unreachable { server: address, reason: reason(&error) }),
        Ok(Ok(socket)) => {
            let _ = socket.set_nodelay(true);
            Ok(socket)
        }
    }
}

fn failed(server: &Server, error: &Error) -> ResolveError {
    ResolveError::Tls { server: server.address, reason: error.to_string() }
}

/// What became of a question that got no answer.
pub(super) fn failure(error: &NetError, server: SocketAddr, after: Duration) -> ResolveError {
    match error {
        NetError::Timeout => ResolveError::Timeout { server, after },
        NetError::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => ResolveError::Timeout { server, after },
        NetError::Io(error) => ResolveError::Unreachable { server, reason: reason(error) },
        other => {
            ResolveError::Broken { server, reason: crate::base::escape::escape_str(&other.to_string()).into_owned() }
        }
    }
}
