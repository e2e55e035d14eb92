//! The message itself, behind DATA (RFC 5321 §4.1.1.4) or in BDAT (RFC 3030), and what it is answered.

use super::Transport;
use crate::client::deliver::Observer;
use crate::client::deliver::letter::{Letter, Prepared};
use crate::client::deliver::outcome::Verdict;
use crate::client::{Error, Refusal};
use crate::net::session::Sent;
use crate::net::{self, Outgoing};
use crate::proto::line::Stuffer;
use crate::proto::smtp::{Awaited, Class, Command, Message, Verb};

/// How many octets go into one BDAT.
const CHUNK: usize = 512 * 1024;

impl Transport {
    /// DATA was accepted although no recipient was: a lone dot ends it (RFC 2920 §3.1).
    pub(super) async fn nothing(&mut self) -> Result<(), Error> {
        let outgoing = Outgoing { octets: b".\r\n".to_vec(), secret: Vec::new() };
        self.smtp.session().queue(outgoing);
        let reply = self.smtp.reply("the final dot", self.smtp.limits().command).await?;
        self.alive(Awaited::EndOfData, reply).map(|_| ())
    }

    /// The message behind 354, its final dot, and with it the next letter's envelope.
    pub(super) async fn data(
        &mut self,
        mut prepared: Prepared,
        next: Option<&Letter>,
        fates: &mut [Option<Verdict>],
        progress: &mut Progress<'_>,
    ) -> Result<Verdict, Error> {
        if prepared.raw {
            return self.raw(prepared, fates, progress).await;
        }
        let (mut stuffer, mut raw, mut wire) = (Stuffer::new(), Vec::new(), Vec::new());
        loop {
            raw.clear();
            wire.clear();
            let more = prepared.read(&mut raw).map_err(Error::Local)?;
            stuffer.push(&raw, &mut wire);
            if !more {
                stuffer.finish(&mut wire);
                wire.extend_from_slice(b".\r\n");
                progress.sending(fates).await?;
                self.say_ahead(next);
            }
            if self.send_payload(&wire, !more).await? == Sent::Interrupted {
                return Err(self.interrupted().await);
            }
            progress.add(raw.len());
            if !more {
                break;
            }
        }
        self.answers("the final dot", Awaited::EndOfData, fates).await
    }

    /// Octets as they are behind 354. What is missing of CRLF, a dot and CRLF at their end is added. Whatever the server
    /// says meanwhile, they are sent: any of them may have been an end to it.
    async fn raw(
        &mut self,
        mut prepared: Prepared,
        fates: &mut [Option<Verdict>],
        progress: &mut Progress<'_>,
    ) -> Result<Verdict, Error> {
        // DATA ended its own line.
        let (mut end, mut more) = (b"\r\n".to_vec(), true);
        progress.sending(fates).await?;
        (self.begun, self.committed, self.patient) = (true, true, true);
        while more {
            let mut octets = Vec::new();
            more = prepared.read(&mut octets).map_err(Error::Local)?;
            progress.add(octets.len());
            end.extend_from_slice(octets.get(octets.len().saturating_sub(END.len())..).unwrap_or_default());
            end.drain(..end.len().saturating_sub(END.len()));
            if !more {
                octets.extend_from_slice(missing(&end));
            }
            let limit = self.smtp.limits().block;
            self.smtp.session().send(Outgoing { octets, secret: Vec::new() }, limit).await?;
        }
        self.answers("the final dot", Awaited::EndOfData, fates).await
    }

    /// What a message that is with the server whole is answered: once, or with LMTP once for each recipient that was
    /// taken, in their order (RFC 2033 §4.2). With PRDR they may come before that of the message.
    async fn answers(&mut self, what: &str, to: Awaited, fates: &mut [Option<Verdict>]) -> Result<Verdict, Error> {
        self.committed = true;
        let limit = self.smtp.limits().end_of_data;
        let mut reply = self.smtp.reply(what, limit).await?;
        if reply.class() == Class::Intermediate {
            self.prdr_replies(fates).await?;
            reply = self.smtp.reply(what, limit).await?;
        }
        let mut verdict = Verdict::of_reply(Awaited::EndOfData, self.alive(to, reply)?);
        if self.smtp.is_lmtp() {
            let mut waiting = fates.iter_mut().filter(|fate| fate.is_none()).peekable();
            while let Some(fate) = waiting.next() {
                *fate = Some(verdict.clone());
                if waiting.peek().is_some() {
                    let reply = self.smtp.reply(what, limit).await?;
                    verdict = Verdict::of_reply(Awaited::EndOfData, self.alive(to, reply)?);
                }
            }
        }
        self.committed = false;
        Ok(verdict)
    }

    /// Who of those that were taken is refused the message (draft-hall-prdr). Whoever is not has it if all have it.
    async fn prdr_replies(&mut self, fates: &mut [Option<Verdict>]) -> Result<(), Error> {
        let limit = self.smtp.limits().end_of_data;
        for fate in fates.iter_mut().filter(|fate| fate.is_none()) {
            let reply = self.smtp.reply(Awaited::Recipient.name(), limit).await?;
            let reply = self.alive(Awaited::Recipient, reply)?;
            if !reply.is_positive() {
                *fate = Some(Verdict::of_reply(Awaited::Recipient, reply));
            }
        }
        Ok(())
    }

    /// Says a piece of the message, and remembers that it is begun if any of it went out; `last`: the server may have it
    /// whole, whatever befalls the connection then.
    async fn send_payload(&mut self, octets: &[u8], last: bool) -> Result<Sent, Error> {
        let limit = self.smtp.limits().block;
        let before = self.smtp.session().said();
        let sent = self.smtp.session().send_payload(octets, limit).await;
        let said = self.smtp.session().said() - before;
        self.begun |= said > 0;
        self.committed = last && sent.is_err() && said >= octets.len() as u64;
        Ok(sent?)
    }

    /// The server spoke before the message was whole: what it says is its verdict, and the connection is lost.
    async fn interrupted(&mut self) -> Error {
        let limit = self.smtp.limits().command;
        match self.smtp.session().turn("the end of the message", limit).await {
            Err(error) => error.into(),
            Ok(turn) => match turn.message {
                Message::Reply { reply, .. } if !reply.is_positive() => {
                    Error::Refused(Refusal { to: Awaited::EndOfData, reply })
                }
                _ => {
                    let message = "the server answers before the message was sent whole".to_owned();
                    net::Error::Protocol { message, rfc: "RFC 5321 §4.1.1.4" }.into()
                }
            },
        }
    }

    /// The message in counted chunks; one answer may be outstanding while the next chunk goes.
    pub(super) async fn chunks(
        &mut self,
        mut prepared: Prepared,
        next: Option<&Letter>,
        fates: &mut [Option<Verdict>],
        progress: &mut Progress<'_>,
    ) -> Result<Verdict, Error> {
        let bdat = Awaited::Command(Verb::Bdat);
        let limits = self.smtp.limits();
        // What is not made of lines goes as it is.
        let mut stuffer = (!prepared.binary).then(Stuffer::without_dots);
        let (mut raw, mut wire) = (Vec::new(), Vec::new());
        let (mut more, mut outstanding) = (true, 0);
        while more {
            raw.clear();
            wire.clear();
            while more && raw.len() < CHUNK {
                more = prepared.read(&mut raw).map_err(Error::Local)?;
            }
            match &mut stuffer {
                None => wire.extend_from_slice(&raw),
                Some(stuffer) => {
                    stuffer.push(&raw, &mut wire);
                    if !more {
                        stuffer.finish(&mut wire);
                    }
                }
            }
            let allowed = usize::from(more && self.pipelining);
            while outstanding > allowed {
                let reply = self.reply(Verb::Bdat).await?;
                outstanding -= 1;
                if !reply.is_positive() {
                    self.reset = true;
                    return match self.drain(outstanding).await {
                        Ok(()) => Ok(Verdict::of_reply(bdat, reply)),
                        // The connection is lost, but not what the server said.
                        Err(_) => Err(Error::Refused(Refusal { to: bdat, reply })),
                    };
                }
            }
            let mut chunk = Vec::with_capacity(wire.len() + 32);
            Command::Bdat { size: wire.len() as u64, last: !more }.encode(&mut chunk);
            chunk.append(&mut wire);
            if more {
                self.begun = true;
                self.smtp.session().send(Outgoing { octets: chunk, secret: Vec::new() }, limits.block).await?;
            } else {
                progress.sending(fates).await?;
                self.say_ahead(next);
                if self.send_payload(&chunk, true).await? == Sent::Interrupted {
                    return Err(self.interrupted().await);
                }
            }
            outstanding += 1;
            progress.add(raw.len());
        }
        self.answers("the last chunk", bdat, fates).await
    }

    async fn drain(&mut self, replies: usize) -> Result<(), Error> {
        for _ in 0..replies {
            self.reply(Verb::Bdat).await?;
        }
        Ok(())
    }
}

/// How content ends.
const END: &[u8] = b"\r\n.\r\n";

/// What octets that end so lack of it.
fn missing(end: &[u8]) -> &'static [u8] {
    match end {
        _ if end.ends_with(END) => b"",
        _ if end.ends_with(b"\r\n") => b".\r\n",
        _ => END,
    }
}

/// Tells how much of a letter is on its way.
pub(super) struct Progress<'a> {
    pub(super) observer: &'a mut dyn Observer,
    pub(super) letter: &'a Letter,
    pub(super) done: u64,
    pub(super) total: u64,
}

impl Progress<'_> {
    fn add(&mut self, octets: usize) {
        self.done += octets as u64;
        self.observer.progress(self.letter.number, self.done, self.total);
    }

    /// Tells whom the message is for whose end is about to go.
    async fn sending(&mut self, fates: &[Option<Verdict>]) -> Result<(), Error> {
        let open = self.letter.recipients.iter().zip(fates).filter(|(_, fate)| fate.is_none());
        let open: Vec<_> = open.map(|(recipient, _)| recipient).collect();
        match self.observer.sending(self.letter.number, &open) {
            Some(durable) => durable.await.map_err(Error::Unwritten),
            None => Ok(()),
        }
    }
}
