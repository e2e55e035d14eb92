//! One name server and the transport to it: hickory carries the messages, our sockets tell them.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hickory_resolver::net::runtime::iocompat::AsyncIoTokioAsStd;
use hickory_resolver::net::runtime::{RuntimeProvider, Spawn, TokioHandle, TokioRuntimeProvider};
use hickory_resolver::net::tcp::{TcpClientStream, TcpStream as Frames};
use hickory_resolver::net::xfer::{DnsExchange, FirstAnswer};
use hickory_resolver::net::{DnsHandle, DnsMultiplexer, NetError, h2};
use hickory_resolver::proto::op::{DnsRequest, DnsRequestOptions, Edns, Message, Query};
use hickory_resolver::proto::rr::{Name, RecordType};
use tokio::net::TcpStream;

use super::datagrams;
use super::error::ResolveError;
use super::tap::{Channel, Stream, Teller};
use crate::base::Finding;
use crate::base::escape::escape_str;
use crate::net::Tls;
use crate::net::endpoint::Host;
use crate::net::error::{Error, reason};
use crate::net::tls::TlsError;
use crate::proto::Side;
use crate::proto::dns::Question;
use crate::transcript::{Note, Weight};

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

/// A way to a name server, open or ready to be.
#[derive(Clone)]
pub(super) struct Exchange {
    server: SocketAddr,
    over: Over,
    channel: Channel,
    /// What carries messages; none for datagrams, of which each needs a socket of its own.
    inner: Option<DnsExchange<TokioRuntimeProvider>>,
}

impl Exchange {
    /// Opens the way. `timeout` holds for connecting, for TLS, and then for each answer.
    pub async fn open(
        server: &Server,
        over: Over,
        tls: &Tls,
        timeout: Duration,
        provider: &TokioRuntimeProvider,
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
            Over::Udp => None,
            Over::Tcp | Over::Tls => Some(stream(server, over, channel, tls, timeout, provider, teller).await?),
            Over::Https => Some(https(server, tls, timeout, provider, teller).await?),
        };
        Ok(Exchange { server: address, over, channel, inner })
    }

    /// Asks. The octets of the answer, whatever it is.
    pub async fn ask(
        &self,
        question: &Question,
        edns: bool,
        timeout: Duration,
        teller: &Teller,
    ) -> Result<Bytes, NetError> {
        let mut message = Message::query();
        message.metadata.recursion_desired = true;
        message.add_query(Query::query(name(&question.name)?, RecordType::from(question.kind.0)));
        if edns {
            let mut edns = Edns::new();
            edns.set_max_payload(PAYLOAD);
            message.set_edns(edns);
        }
        let answer = async {
            match &self.inner {
                None => Ok(datagrams::ask(self.server, question, message.to_vec()?.into(), timeout, teller).await?),
                Some(inner) => self.send(inner, message, teller).await,
            }
        };
        tokio::time::timeout(timeout, answer).await.unwrap_or(Err(NetError::Timeout))
    }

    async fn send(
        &self,
        inner: &DnsExchange<TokioRuntimeProvider>,
        mut message: Message,
        teller: &Teller,
    ) -> Result<Bytes, NetError> {
        // Streams tell themselves what goes through them; HTTP is not spoken by us.
        let https = self.over == Over::Https;
        if https {
            // RFC 8484 §4.1
            message.metadata.id = 0;
            teller.tell(Side::Client, message.to_vec()?.into(), self.channel);
        }
        let answer = inner.send(DnsRequest::new(message, DnsRequestOptions::default())).first_answer().await?;
        let octets = Bytes::copy_from_slice(answer.as_buffer());
        if https {
            teller.tell(Side::Server, octets.clone(), self.channel);
        }
        Ok(octets)
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
    provider: &TokioRuntimeProvider,
    teller: &Teller,
) -> Result<DnsExchange<TokioRuntimeProvider>, ResolveError> {
    let address = server.address;
    let socket = connect(address, timeout).await?;
    let mut octets: Box<dyn crate::net::Io> = Box::new(socket);
    if over == Over::Tls {
        let tell = |note: Note| teller.note(note.weight, note.text.into_owned());
        let connected = tls.connect(octets, &host(server), true, timeout, &tell).await;
        (octets, _) = connected.map_err(|error| failed(server, &error))?;
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
    provider: &TokioRuntimeProvider,
    teller: &Teller,
) -> Result<DnsExchange<TokioRuntimeProvider>, ResolveError> {
    let address = server.address;
    let (config, verifier) = tls.config(true).map_err(|error| failed(server, &error.into()))?;
    let host = host(server).to_string();
    let connecting = provider.connect_tcp(address, None, Some(timeout));
    let connected = h2::connect(connecting, Arc::new(config), address, host.as_str().into(), "/dns-query".into(), None);
    let stream = match tokio::time::timeout(timeout, connected).await {
        Err(_) => return Err(ResolveError::Timeout { server: address, after: timeout }),
        Ok(Err(error)) => {
            return Err(match verifier.verdict() {
                Err(reason) => refused(address, &host, &reason),
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
        Ok(Err(error)) => Err(io_failure(&error, address, timeout)),
        Ok(Ok(socket)) => {
            let _ = socket.set_nodelay(true);
            Ok(socket)
        }
    }
}

/// Why there is no TLS to a name server, with the cures that help there.
fn failed(server: &Server, error: &Error) -> ResolveError {
    let server = server.address;
    let reason = match error {
        Error::Tls(TlsError::TooSlow(after)) => return ResolveError::Timeout { server, after: *after },
        Error::Tls(TlsError::Certificate { name, reason }) => return refused(server, name, reason),
        Error::Tls(TlsError::ClearText) => "it speaks clear text on this port, not TLS".to_owned(),
        Error::Tls(TlsError::Name(name)) => format!("{name:?} is not a name that a certificate can be for"),
        error => error.to_string(),
    };
    ResolveError::Tls { server, reason }
}

fn refused(server: SocketAddr, name: &str, reason: &str) -> ResolveError {
    let reason = reason.replace("--sni NAME asks for another", "--dns NAME@IP asks for another");
    let reason = format!("the certificate of {name} is refused: {reason}; --insecure goes on without verification");
    ResolveError::Tls { server, reason }
}

/// What became of a question that got no answer.
pub(super) fn failure(error: &NetError, server: SocketAddr, after: Duration) -> ResolveError {
    match error {
        NetError::Timeout => ResolveError::Timeout { server, after },
        NetError::Io(error) => io_failure(error, server, after),
        // What we can read and hickory cannot is no answer either.
        NetError::Proto(error) => {
            let finding = Finding::new("malformed", escape_str(&error.to_string()).into_owned(), "RFC 1035 §4");
            ResolveError::Deviation { server, finding }
        }
        other => ResolveError::Broken { server, reason: escape_str(&other.to_string()).into_owned() },
    }
}

fn io_failure(error: &io::Error, server: SocketAddr, after: Duration) -> ResolveError {
    use io::ErrorKind;
    let offline = match error.kind() {
        ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable => true,
        ErrorKind::ConnectionRefused | ErrorKind::PermissionDenied => false,
        ErrorKind::TimedOut => return ResolveError::Timeout { server, after },
        _ => return ResolveError::Broken { server, reason: reason(error) },
    };
    ResolveError::Unreachable { server, reason: reason(error), offline }
}
