//! What is said to an exchanger: greeting, EHLO, STARTTLS, EHLO, QUIT, and no more.

use std::io::ErrorKind;
use std::sync::Arc;

use tokio::time::Instant;

use super::{Cause, Ended, Hello, Probe, Prober, Stage, StartTls};
use crate::client::listener::Listener;
use crate::client::{Error, Refusal, Smtp};
use crate::net::tls::TlsError;
use crate::net::{self, Session, reason};
use crate::proto::Side;
use crate::proto::smtp::extensions::STARTTLS;
use crate::proto::smtp::{Awaited, Capabilities, Class, Command, Dialogue, Verb};
use crate::transcript::{SessionId, Weight};

impl Prober {
    /// From the connection to QUIT. What was seen stands in `probe`, however it ends.
    pub(super) async fn converse(
        &self,
        id: SessionId,
        listener: &Arc<Listener>,
        probe: &mut Probe,
    ) -> Result<(), Ended> {
        let started = Instant::now();
        let connected = self.dial.connect(id, &probe.host, self.port, &[probe.address]).await;
        let connected = connected.map_err(|error| Ended::at(Stage::Connect, &error.into()))?;
        probe.timings.connect = Some(started.elapsed());

        let name = self.hello.clone().unwrap_or_else(|| connected.literal());
        let session = Session::new(connected.stream, Dialogue::new(), Side::Client, id, Some(listener.clone()));
        let session = session.strict(self.strict).deadline(self.dial.deadline).stop(self.dial.stop.clone());
        let mut smtp = self.greet(session, probe).await?;

        let started = Instant::now();
        let hello = match hello(&mut smtp, &name).await {
            Err(error) => return Err(leave(smtp, Stage::Hello, &error).await),
            Ok(hello) => hello,
        };
        probe.timings.ehlo = Some(started.elapsed());
        let offered = hello.capabilities.has(&STARTTLS);
        probe.hello = Some(hello);
        if !offered {
            probe.starttls = StartTls::NotOffered;
            smtp.quit().await;
            return Ok(());
        }
        let mut smtp = match self.start_tls(smtp, probe).await? {
            None => return Ok(()),
            Some(smtp) => smtp,
        };
        match self::hello(&mut smtp, &name).await {
            Err(error) => Err(leave(smtp, Stage::HelloBehindTls, &error).await),
            Ok(again) => {
                if let StartTls::Spoken { hello, .. } = &mut probe.starttls {
                    *hello = Some(again);
                }
                smtp.quit().await;
                Ok(())
            }
        }
    }

    async fn greet(&self, session: Session<Dialogue>, probe: &mut Probe) -> Result<Smtp, Ended> {
        let started = Instant::now();
        let mut smtp = Smtp::new(session, self.limits);
        let reply = smtp.greeted().await.map_err(|error| Ended::at(Stage::Greeting, &error))?;
        probe.timings.greeting = Some(started.elapsed());
        probe.greeting = Some(reply.clone());
        match smtp.accepted(reply, Awaited::Greeting) {
            Err(error) => Err(leave(smtp, Stage::Greeting, &error).await),
            Ok(_) => Ok(smtp),
        }
    }

    /// STARTTLS and the handshake, whatever the certificate is. `None`: there is no TLS, and the conversation is over.
    async fn start_tls(&self, mut smtp: Smtp, probe: &mut Probe) -> Result<Option<Smtp>, Ended> {
        let started = Instant::now();
        let reply = match smtp.command(&Command::StartTls).await {
            Err(error) => return Err(leave(smtp, Stage::StartTls, &error).await),
            Ok(reply) => reply,
        };
        if !reply.is_positive() {
            if reply.code != 421 {
                smtp.quit().await;
            }
            probe.starttls = StartTls::Refused(reply);
            return Ok(None);
        }
        let id = smtp.session().id();
        match smtp.secure(&self.tls, &probe.host, false).await {
            Ok(mut smtp) => {
                probe.timings.tls = Some(started.elapsed());
                if let Some(tls) = smtp.session().tls() {
                    probe.starttls = StartTls::Spoken { tls: Box::new(tls.clone()), hello: None };
                }
                Ok(Some(smtp))
            }
            Err(error) => {
                self.note(id, Weight::Amiss, error.to_string());
                probe.starttls = failed(&error);
                Ok(None)
            }
        }
    }

    fn note(&self, id: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.dial.sink {
            sink.note(id, &crate::transcript::Note::new(jiff::Timestamp::now(), weight, text));
        }
    }
}

/// EHLO, and HELO where that is refused for good.
async fn hello(smtp: &mut Smtp, name: &str) -> Result<Hello, Error> {
    let mut verb = Verb::Ehlo;
    let mut reply = smtp.command(&Command::Ehlo(name.to_owned())).await?;
    if reply.class() == Class::Permanent {
        verb = Verb::Helo;
        reply = smtp.command(&Command::Helo(name.to_owned())).await?;
    }
    let reply = smtp.accepted(reply, Awaited::Command(verb))?;
    let capabilities = if verb == Verb::Ehlo { Capabilities::from_reply(&reply) } else { Capabilities::default() };
    Ok(Hello { verb, reply, capabilities })
}

/// A client that was refused takes its leave (RFC 5321 §4.1.1.10), unless the server did (421).
async fn leave(smtp: Smtp, stage: Stage, error: &Error) -> Ended {
    if matches!(error, Error::Refused(refusal) if refusal.reply.code != 421) {
        smtp.quit().await;
    }
    Ended::at(stage, error)
}

fn failed(error: &Error) -> StartTls {
    let tls = match error {
        Error::Net(net::Error::Tls(tls)) => Some(tls),
        _ => None,
    };
    // What the errors advise is for who chooses how to speak: here that is settled.
    let transient = matches!(tls, Some(TlsError::TooSlow(_) | TlsError::Stalled(_)));
    let reason = if transient { "the TLS handshake did not end in time".to_owned() } else { error.to_string() };
    StartTls::Failed { reason, transient, too_old: matches!(tls, Some(TlsError::Version(_))) }
}

impl Ended {
    fn at(stage: Stage, error: &Error) -> Ended {
        let (cause, reason) = match error {
            Error::Refused(Refusal { reply, .. }) => (Cause::Reply(reply.clone()), reply.to_string()),
            Error::Net(net::Error::Connect { tried, .. }) => {
                let cause = match tried.first().map(|(_, error)| error.kind()) {
                    Some(ErrorKind::TimedOut) => Cause::Timeout,
                    Some(ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable) => Cause::Unreachable,
                    _ => Cause::Connection,
                };
                let reasons: Vec<_> = tried.iter().map(|(_, error)| reason(error)).collect();
                (cause, reasons.join("; "))
            }
            Error::Net(net::Error::Timeout { what, after, .. }) => {
                let bare = net::Error::Timeout { what: what.clone(), after: *after, hint: None };
                (Cause::Timeout, bare.to_string())
            }
            Error::Net(net::Error::Deadline { .. }) => (Cause::Timeout, error.to_string()),
            Error::Net(net::Error::Interrupted { .. }) => (Cause::Interrupted, error.to_string()),
            Error::Net(net::Error::Protocol { message, rfc }) => {
                (Cause::Deviation { code: "breaks-protocol", rfc }, message.clone())
            }
            Error::Net(net::Error::Strict(finding)) => {
                (Cause::Deviation { code: finding.code, rfc: finding.rfc }, finding.message.to_string())
            }
            Error::Net(net::Error::Tls(_)) => {
                (Cause::Deviation { code: "breaks-protocol", rfc: "RFC 3207 §4" }, error.to_string())
            }
            other => (Cause::Connection, other.to_string()),
        };
        Ended { stage, cause, reason }
    }
}
