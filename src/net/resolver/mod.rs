//! Asking name servers: every question and every answer is told as the octets that went over the wire.
//!
//! Over streams the messages travel by hickory's `DnsExchange`; what they say is read by [`proto::dns`](crate::proto::dns). A server
//! that does not answer, or answers that it failed, makes room for the next.

mod datagrams;
mod error;
mod exchange;
mod lookup;
mod tap;

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::system_conf::read_system_conf;
use tokio::time::Instant;

use self::exchange::{Exchange, failure};
use self::tap::Teller;
use super::session::{Stop, stopped};
use super::{Deadline, Tls};
use crate::proto::dns::{Message, Name, Question, Rcode, Type, flaws};
use crate::transcript::{Sink, Weight};

pub use self::error::ResolveError;
pub use self::exchange::{Over, Server};
pub use self::lookup::{Addresses, Lookup};

/// How long a name server has for one answer, unless something else is said.
pub const TIMEOUT: Duration = Duration::from_secs(5);
/// How long it has if it was silent before: a dead one must not cost that much a question.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whom to ask, and how.
#[derive(Clone)]
pub struct Settings {
    /// The name servers, in the order in which they are asked, or why there are none.
    pub servers: Result<Vec<Server>, ResolveError>,
    /// The transport.
    pub over: Over,
    /// How long each has for one answer.
    pub timeout: Duration,
    /// Whom to trust where TLS is spoken to them.
    pub tls: Tls,
    /// Nothing waits beyond this moment.
    pub deadline: Option<Deadline>,
    /// Nothing waits once this becomes true.
    pub stop: Stop,
    /// Where the dialogue is told.
    pub sink: Option<Arc<dyn Sink>>,
    /// A deviation of a server is a failure.
    pub strict: bool,
}

/// Asks name servers, and remembers what they said as long as it lives.
pub struct Resolver {
    settings: Settings,
    provider: TokioRuntimeProvider,
    teller: Teller,
    exchanges: Mutex<HashMap<(SocketAddr, Over), Exchange>>,
    known: Mutex<HashMap<Question, Arc<Answer>>>,
    /// Who had nothing to say when asked last.
    silent: Mutex<HashSet<SocketAddr>>,
}

/// An answer, and where it came from.
#[derive(Clone, Debug)]
pub struct Answer {
    /// All of it: NOERROR or NXDOMAIN.
    pub message: Message,
    /// Who gave it.
    pub server: SocketAddr,
    /// Over which transport, in the end.
    pub over: Over,
    /// From the question to the answer.
    pub elapsed: Duration,
}

/// The name servers of this machine (`/etc/resolv.conf`), or why there are none.
pub fn system_servers(over: Over) -> Result<Vec<Server>, ResolveError> {
    let (config, _) = read_system_conf().map_err(|error| {
        let text = error.to_string();
        ResolveError::NoServer(text.strip_prefix("io error: ").unwrap_or(&text).to_owned())
    })?;
    let addresses = config.name_servers.iter().map(|server| SocketAddr::new(server.ip, over.port()));
    let servers: Vec<Server> = addresses.map(|address| Server { address, name: None }).collect();
    if servers.is_empty() { Err(ResolveError::NoServer("no nameserver line".to_owned())) } else { Ok(servers) }
}

impl Resolver {
    /// A resolver that knows nothing yet.
    pub fn new(settings: Settings) -> Resolver {
        let teller = Teller::new(settings.sink.clone());
        let provider = TokioRuntimeProvider::new();
        let (exchanges, known, silent) = Default::default();
        Resolver { settings, provider, teller, exchanges, known, silent }
    }

    /// The answer to a question, NOERROR or NXDOMAIN: of the first server that has one.
    ///
    /// # Errors
    /// [`ResolveError`] if none has: what befell the last of them, or its code if one at least said something.
    pub async fn ask(&self, name: &Name, kind: Type) -> Result<Arc<Answer>, ResolveError> {
        let question = Question { name: name.clone(), kind };
        if let Some(known) = lock(&self.known).get(&question) {
            return Ok(known.clone());
        }
        let servers = self.settings.servers.as_ref().map_err(Clone::clone)?;
        // Who was silent before is asked when nobody else is left.
        let (late, early): (Vec<_>, Vec<_>) = servers.iter().partition(|server| self.is_silent(server));
        let mut left = early.into_iter().chain(late).peekable();
        let mut worst: Option<ResolveError> = None;
        while let Some(server) = left.next() {
            let answer = self.ask_server(server, &question).await;
            self.remember(server, &answer);
            if let (Err(ResolveError::Timeout { .. }), Some(deadline)) =
                (&answer, Deadline::come(self.settings.deadline))
            {
                return Err(ResolveError::Deadline { deadline, server: server.address });
            }
            match answer {
                Ok(answer) => {
                    let answer = Arc::new(answer);
                    lock(&self.known).insert(question, answer.clone());
                    return Ok(answer);
                }
                Err(error @ ResolveError::Interrupted) => return Err(error),
                Err(error) => {
                    if left.peek().is_some() {
                        self.teller.note(Weight::Amiss, format!("{error}; the next one is asked"));
                    }
                    worst = Some(match worst {
                        // Who said something counts more than who is silent.
                        Some(said @ (ResolveError::Failed { .. } | ResolveError::Deviation { .. })) => said,
                        _ => error,
                    });
                }
            }
        }
        Err(worst.unwrap_or_else(|| ResolveError::NoServer("none is given".to_owned())))
    }

    async fn ask_server(&self, server: &Server, question: &Question) -> Result<Answer, ResolveError> {
        let started = Instant::now();
        let (mut over, mut edns) = (self.settings.over, true);
        let mut message = match self.ask_over(server, over, question, edns).await {
            // What was garbled in a datagram may come whole through a stream.
            Err(ResolveError::Deviation { finding, .. })
                if over == Over::Udp && finding.code == "malformed" && !self.settings.strict =>
            {
                self.teller.note(Weight::Info, "the answer cannot be read: once more over TCP");
                over = Over::Tcp;
                self.ask_over(server, over, question, edns).await?
            }
            other => other?,
        };
        if message.rcode == Rcode::BADVERS || (message.rcode == Rcode::FORMERR && message.edns.is_none()) {
            // RFC 6891 §7: a server that does not know EDNS.
            self.teller.note(Weight::Info, "the server does not take EDNS: once more without it");
            edns = false;
            message = self.ask_over(server, over, question, edns).await?;
        }
        if message.flags.truncated && over == Over::Udp {
            self.teller.note(Weight::Info, "the answer is truncated (TC): once more over TCP");
            over = Over::Tcp;
            message = self.ask_over(server, over, question, edns).await?;
        }
        match message.rcode {
            Rcode::NOERROR | Rcode::NXDOMAIN => {
                Ok(Answer { message, server: server.address, over, elapsed: started.elapsed() })
            }
            rcode => {
                let extended = message.extended_error_lines().collect();
                Err(ResolveError::Failed { server: server.address, rcode, question: question.clone(), extended })
            }
        }
    }

    /// One question to one server, and once more if a connection that stood before turns out to be closed.
    async fn ask_over(
        &self,
        server: &Server,
        over: Over,
        question: &Question,
        edns: bool,
    ) -> Result<Message, ResolveError> {
        let timeout = self.limit(server);
        let key = (server.address, over);
        let standing = lock(&self.exchanges).get(&key).cloned();
        if let Some(exchange) = &standing {
            match self.wait(exchange.ask(question, edns, timeout, &self.teller)).await? {
                Err(error) if over != Over::Udp && !matches!(error, NetError::Timeout) => {
                    lock(&self.exchanges).remove(&key);
                }
                answer => return self.read(server, question, answer, timeout),
            }
        }
        let opening = Exchange::open(server, over, &self.settings.tls, timeout, &self.provider, &self.teller);
        let exchange = self.wait(opening).await??;
        lock(&self.exchanges).insert(key, exchange.clone());
        let answer = self.wait(exchange.ask(question, edns, timeout, &self.teller)).await?;
        self.read(server, question, answer, timeout)
    }

    fn read(
        &self,
        server: &Server,
        question: &Question,
        answer: Result<Bytes, NetError>,
        timeout: Duration,
    ) -> Result<Message, ResolveError> {
        let (server, deviation) = (server.address, self.teller.deviation(question));
        let deviates = |finding| ResolveError::Deviation { server, finding };
        let octets = match (answer, deviation.clone()) {
            (Ok(octets), _) => octets,
            (Err(_), Some(finding)) => return Err(deviates(finding)),
            (Err(error), None) => return Err(failure(&error, server, timeout)),
        };
        let message = Message::read(&octets);
        // Lies that came before the answer do not make it one (RFC 5452 §9.1).
        let before = deviation.filter(|_| self.settings.strict);
        match flaws(question, &message).into_iter().next().or(before) {
            Some(finding) => Err(deviates(finding)),
            None => Ok(message),
        }
    }

    fn is_silent(&self, server: &Server) -> bool {
        lock(&self.silent).contains(&server.address)
    }

    fn remember(&self, server: &Server, answer: &Result<Answer, ResolveError>) {
        match answer {
            Err(ResolveError::Timeout { .. } | ResolveError::Unreachable { .. }) => {
                lock(&self.silent).insert(server.address);
            }
            Err(ResolveError::Interrupted) => {}
            _ => drop(lock(&self.silent).remove(&server.address)),
        }
    }

    /// Who was silent before has less time.
    fn limit(&self, server: &Server) -> Duration {
        let timeout = self.settings.timeout;
        let patience = if self.is_silent(server) { timeout.min(PATIENCE) } else { timeout };
        Deadline::within(self.settings.deadline, patience)
    }

    /// Waits for something, unless everything is to end.
    async fn wait<T>(&self, something: impl Future<Output = T>) -> Result<T, ResolveError> {
        let mut stop = self.settings.stop.clone();
        tokio::select! {
            biased;
            () = stopped(&mut stop) => Err(ResolveError::Interrupted),
            result = something => Ok(result),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
