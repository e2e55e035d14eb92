//! Asking name servers: every question and every answer is told as the octets that went over the wire.
//!
//! The messages travel by hickory's `DnsExchange`; what they say is read by [`proto::dns`](crate::proto::dns). A server
//! that does not answer, or answers that it failed, makes room for the next.

mod error;
mod exchange;
mod lookup;
mod tap;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use hickory_resolver::net::NetError;
use hickory_resolver::system_conf::read_system_conf;
use tokio::time::Instant;

use self::exchange::{Exchange, failure};
use self::tap::{Provider, Teller};
use super::Tls;
use super::session::{Stop, stopped};
use crate::proto::dns::{Message, Name, Question, Rcode, Type};
use crate::transcript::{Sink, Weight};

pub use self::error::ResolveError;
pub use self::exchange::{Over, Server};
pub use self::lookup::{Addresses, Lookup};

/// How long a name server has for one answer, unless something else is said.
pub const TIMEOUT: Duration = Duration::from_secs(5);

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
    pub deadline: Option<Instant>,
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
    provider: Provider,
    teller: Teller,
    exchanges: Mutex<HashMap<(SocketAddr, Over), Exchange>>,
    known: Mutex<HashMap<Question, Arc<Answer>>>,
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
    let (config, _) = read_system_conf().map_err(|error| ResolveError::NoServer(error.to_string()))?;
    let addresses = config.name_servers.iter().map(|server| SocketAddr::new(server.ip, over.port()));
    let servers: Vec<Server> = addresses.map(|address| Server { address, name: None }).collect();
    if servers.is_empty() { Err(ResolveError::NoServer("no nameserver line".to_owned())) } else { Ok(servers) }
}

impl Resolver {
    /// A resolver that knows nothing yet.
    pub fn new(settings: Settings) -> Resolver {
        let teller = Teller::new(settings.sink.clone());
        let provider = Provider::new(teller.clone());
        Resolver { settings, provider, teller, exchanges: Mutex::default(), known: Mutex::default() }
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
        let mut worst: Option<ResolveError> = None;
        for (n, server) in servers.iter().enumerate() {
            match self.ask_server(server, &question).await {
                Ok(answer) => {
                    let answer = Arc::new(answer);
                    lock(&self.known).insert(question, answer.clone());
                    return Ok(answer);
                }
                Err(error @ ResolveError::Interrupted) => return Err(error),
                Err(error) => {
                    if n + 1 < servers.len() {
                        self.teller.note(Weight::Warning, format!("{error}; the next one is asked"));
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
        let mut over = self.settings.over;
        let mut message = match self.ask_over(server, over, question, true).await {
            // What was garbled in a datagram may come whole through a stream.
            Err(ResolveError::Deviation { finding, .. }) if over == Over::Udp && finding.code == "malformed" => {
                self.teller.note(Weight::Info, "the answer cannot be read: once more over TCP");
                over = Over::Tcp;
                self.ask_over(server, over, question, true).await?
            }
            other => other?,
        };
        if message.rcode == Rcode::BADVERS || (message.rcode == Rcode::FORMERR && message.edns.is_none()) {
            // RFC 6891 §7: a server that does not know EDNS.
            self.teller.note(Weight::Info, "the server does not take EDNS: once more without it");
            message = self.ask_over(server, over, question, false).await?;
        }
        if message.flags.truncated && over == Over::Udp {
            self.teller.note(Weight::Info, "the answer is truncated (TC): once more over TCP");
            over = Over::Tcp;
            message = self.ask_over(server, over, question, true).await?;
        }
        match message.rcode {
            Rcode::NOERROR | Rcode::NXDOMAIN => {
                Ok(Answer { message, server: server.address, over, elapsed: started.elapsed() })
            }
            rcode => {
                let extended = message.extended_errors().map(|(code, text)| format!("{code} {text}")).collect();
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
        let timeout = self.limit();
        let key = (server.address, over);
        let standing = lock(&self.exchanges).get(&key).cloned();
        if let Some(exchange) = &standing {
            match self.wait(exchange.ask(question, edns, timeout, &self.teller)).await? {
                (_, Err(error)) if over != Over::Udp && !matches!(error, NetError::Timeout) => {
                    lock(&self.exchanges).remove(&key);
                }
                (id, answer) => return self.read(server, question, id, answer, timeout),
            }
        }
        let opening = Exchange::open(server, over, &self.settings.tls, timeout, &self.provider, &self.teller);
        let exchange = self.wait(opening).await??;
        lock(&self.exchanges).insert(key, exchange.clone());
        let (id, answer) = self.wait(exchange.ask(question, edns, timeout, &self.teller)).await?;
        self.read(server, question, id, answer, timeout)
    }

    fn read(
        &self,
        server: &Server,
        question: &Question,
        id: u16,
        answer: Result<Bytes, NetError>,
        timeout: Duration,
    ) -> Result<Message, ResolveError> {
        let (server, deviation) = (server.address, self.teller.deviation(id));
        let deviates = |finding| ResolveError::Deviation { server, finding };
        let octets = match (answer, deviation.clone()) {
            (Ok(octets), _) => octets,
            (Err(_), Some(finding)) => return Err(deviates(finding)),
            (Err(error), None) => return Err(failure(&error, server, timeout)),
        };
        let message = Message::read(&octets);
        // An answer to another question is no answer to this one; the rest may be said by who is not strict.
        let wrong = deviation
            .filter(|finding| self.settings.strict || finding.code == "wrong-question" || finding.code == "malformed");
        match wrong {
            Some(finding) => Err(deviates(finding)),
            None if message.questions.first().is_some_and(|asked| asked != question) => {
                let finding =
                    crate::base::Finding::new("wrong-question", "it answers another question", "RFC 5452 §9.1");
                Err(deviates(finding))
            }
            None => Ok(message),
        }
    }

    fn limit(&self) -> Duration {
        let left = self.settings.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        left.map_or(self.settings.timeout, |left| left.min(self.settings.timeout))
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
