//! Line for line: what is said, what answers it, and what that lets be done.

use std::pin::pin;
use std::time::Duration;

use super::{Ask, Asked, End, FOREVER, Speaker, Way};
use crate::client::smtp::read_reply;
use crate::client::{Error, Refusal, Smtp};
use crate::net::tls::TlsError;
use crate::net::{self, Outgoing};
use crate::proto::Turn;
use crate::proto::smtp::{Awaited, Capabilities, Class, Command, Message, Reply, Verb};
use crate::transcript::Weight;

/// A conversation under way.
pub(super) struct Talk<'a, S> {
    pub(super) way: &'a Way,
    pub(super) speaker: &'a mut S,
    state: State,
    pub(super) capabilities: Capabilities,
    pub(super) refusal: Option<Refusal>,
    cut: bool,
    /// What stood behind the end of a chunk in the same line.
    rest: Option<Vec<u8>>,
    /// The answer to BDAT that came before its chunk was whole.
    early: Option<Turn<Message>>,
}

/// What the next line is to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Command,
    Credentials,
    /// Content of DATA. `dotted`: it was told that dots are doubled; `warned`: that the end is missing.
    Data {
        dotted: bool,
        warned: bool,
    },
    /// Content of BDAT: octets that are still to come.
    Chunk {
        left: u64,
    },
    /// Content behind a refused DATA: lines of it.
    Refused {
        lines: u64,
    },
}

/// What comes next.
pub(super) enum Next {
    /// Another line.
    On,
    /// TLS.
    Upgrade,
    /// There are no more lines.
    Leave,
    /// The conversation is over.
    Gone,
    /// It cannot go on.
    Drop,
}

/// What the wait for a line came to.
pub(super) enum Waited<T> {
    Got(T),
    Next(Next),
}

impl<'a, S: Speaker> Talk<'a, S> {
    pub(super) fn new(way: &'a Way, speaker: &'a mut S) -> Self {
        let capabilities = Capabilities::default();
        Talk { way, speaker, state: State::Command, capabilities, refusal: None, cut: false, rest: None, early: None }
    }

    /// How it ended.
    pub(super) fn end(self) -> End {
        End { refusal: self.refusal, cut: self.cut }
    }

    /// QUIT was not said by the speaker, and is now said by us.
    pub(super) fn take_leave(&mut self) {
        self.speaker.seen(false);
    }

    pub(super) async fn greeting(&mut self, smtp: &mut Smtp) -> Result<(), Error> {
        self.speaker.seen(true);
        match smtp.greeted().await {
            Ok(reply) => self.refused(Awaited::Greeting, &reply),
            // A person may go on all the same.
            Err(Error::Net(error @ net::Error::Protocol { .. })) if !self.way.script => {
                smtp.session().note(Weight::Warning, error.to_string());
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// One line, and the answer to it.
    pub(super) async fn step(&mut self, smtp: &mut Smtp) -> Result<Next, Error> {
        let line = match self.rest.take() {
            Some(rest) => rest,
            None => match self.line(smtp).await? {
                Waited::Got(Some(line)) => line,
                Waited::Got(None) => return self.no_more(smtp).await,
                Waited::Next(next) => return Ok(next),
            },
        };
        match self.state {
            State::Command => self.command(smtp, line).await,
            State::Credentials => {
                // It was typed unseen, so that the transcript shows its mask.
                self.speaker.seen(false);
                self.say(smtp, &line).await?;
                self.speaker.seen(true);
                self.answer(smtp, Verb::Auth, smtp.limits().command).await
            }
            State::Data { dotted, .. } => self.content(smtp, line, dotted).await,
            State::Chunk { left } => self.chunk(smtp, line, left).await,
            State::Refused { lines } => {
                self.left_out(smtp, &line, lines);
                Ok(Next::On)
            }
        }
    }

    /// The next line; the server may speak meanwhile.
    async fn line(&mut self, smtp: &mut Smtp) -> Result<Waited<Option<Vec<u8>>>, Error> {
        let asked = match self.state {
            State::Command => Asked::Command,
            State::Credentials => Asked::Credentials,
            State::Data { .. } | State::Chunk { .. } => Asked::Content,
            State::Refused { .. } => Asked::Refused,
        };
        let tls = smtp.session().tls();
        let ask = Ask { asked, tls: tls.is_some(), insecure: tls.is_some_and(|tls| tls.insecure) };
        let mut line = pin!(self.speaker.line(ask));
        loop {
            tokio::select! {
                biased;
                turn = smtp.session().turn("the next line", FOREVER) => {
                    let turn = turn?;
                    if let Message::Reply { to: Some(_), .. } = turn.message && !self.way.script {
                        self.early = Some(turn);
                    } else if let Some(next) = unasked(self.way.script, asked, turn, &mut self.refusal)? {
                        return Ok(Waited::Next(next));
                    }
                }
                line = &mut line => return line.map(Waited::Got),
            }
        }
    }

    async fn command(&mut self, smtp: &mut Smtp, line: Vec<u8>) -> Result<Next, Error> {
        let verb = Verb::of(&line);
        if verb == Verb::Auth
            && let Some(next) = self.log_in(smtp, &line).await?
        {
            return Ok(next);
        }
        self.say(smtp, &line).await?;
        if let Ok(Command::Bdat { size: left @ 1.., .. }) = Command::parse(&line, &mut Vec::new()) {
            self.state = State::Chunk { left };
            return Ok(Next::On);
        }
        let limits = smtp.limits();
        let limit = if verb == Verb::Data { limits.data } else { limits.command };
        match self.answer(smtp, verb, limit).await {
            Err(Error::Net(error @ net::Error::Closed { .. })) if verb == Verb::Quit => {
                // Nothing depends on the answer to QUIT (RFC 5321 §4.1.1.10).
                smtp.session().note(Weight::Warning, error.to_string());
                Ok(Next::Gone)
            }
            next => next,
        }
    }

    /// A line of DATA: a dot at its beginning is doubled, but for the one that ends it (RFC 5321 §4.5.2).
    async fn content(&mut self, smtp: &mut Smtp, mut line: Vec<u8>, dotted: bool) -> Result<Next, Error> {
        if line == b"." {
            self.say(smtp, &line).await?;
            return self.answer(smtp, Verb::Data, smtp.limits().end_of_data).await;
        }
        self.state = State::Data { dotted, warned: false };
        if line.starts_with(b".") {
            line.insert(0, b'.');
            if !dotted && !self.way.script {
                let text = "a dot at the beginning of a line is doubled on its way (RFC 5321 §4.5.2)";
                smtp.session().note(Weight::Info, text);
            }
            self.state = State::Data { dotted: true, warned: false };
        }
        self.say(smtp, &line).await?;
        Ok(Next::On)
    }

    /// A line of BDAT: it counts with its CRLF (RFC 3030 §2).
    async fn chunk(&mut self, smtp: &mut Smtp, line: Vec<u8>, left: u64) -> Result<Next, Error> {
        let whole = [&line, &b"\r\n"[..]].concat();
        let taken = usize::try_from(left).unwrap_or(usize::MAX).min(whole.len());
        let (now, _) = whole.split_at_checked(taken).unwrap_or((&whole, &[]));
        let (outgoing, limit) = (Outgoing { octets: now.to_vec(), secret: Vec::new() }, smtp.limits().block);
        smtp.session().send(outgoing, limit).await?;
        self.state = State::Chunk { left: left - taken as u64 };
        if taken as u64 != left {
            return Ok(Next::On);
        }
        if let Some(behind) = line.get(taken..).filter(|behind| !behind.is_empty()) {
            smtp.session().note(Weight::Info, "the chunk ends within this line; the rest of it is the next line");
            self.rest = Some(behind.to_vec());
        }
        self.answer(smtp, Verb::Bdat, smtp.limits().end_of_data).await
    }

    /// Content behind a refused DATA: were it said, it would be commands.
    fn left_out(&mut self, smtp: &mut Smtp, line: &[u8], lines: u64) {
        if line != b"." {
            self.state = State::Refused { lines: lines + 1 };
            return;
        }
        self.state = State::Command;
        smtp.session().note(Weight::Info, format!("DATA was refused: its content, {lines} lines, is left out"));
    }

    /// The speaker has no more lines.
    async fn no_more(&mut self, smtp: &mut Smtp) -> Result<Next, Error> {
        match self.state {
            State::Command | State::Refused { .. } => Ok(Next::Leave),
            State::Data { warned: false, dotted } if !self.way.script => {
                smtp.session().note(Weight::Warning, "a line with a lone dot ends the message; ^D again drops it");
                self.state = State::Data { dotted, warned: true };
                Ok(Next::On)
            }
            State::Data { .. } | State::Chunk { .. } => {
                self.cut = true;
                Ok(Next::Drop)
            }
            State::Credentials => {
                self.cut = self.way.script;
                self.speaker.seen(false);
                self.say(smtp, b"*").await?;
                self.speaker.seen(true);
                self.answer(smtp, Verb::Auth, smtp.limits().command).await
            }
        }
    }

    async fn say(&mut self, smtp: &mut Smtp, line: &[u8]) -> Result<(), Error> {
        let (octets, limit) = ([line, b"\r\n"].concat(), smtp.limits().block);
        smtp.session().send(Outgoing { octets, secret: Vec::new() }, limit).await?;
        Ok(())
    }

    /// Waits for the answer, and does what it lets be done.
    async fn answer(&mut self, smtp: &mut Smtp, verb: Verb, limit: Duration) -> Result<Next, Error> {
        self.state = State::Command;
        let what = format!("the answer to {verb}");
        let (to, reply) = loop {
            let turn = match self.early.take() {
                Some(turn) => turn,
                None => smtp.session().turn(&what, limit).await?,
            };
            let to = if let Message::Reply { to, .. } = turn.message { to } else { None };
            match (read_reply(turn.clone()), turn.message) {
                (Ok(reply), _) => break (to.unwrap_or(Awaited::Command(verb)), reply),
                (Err(error), _) if self.way.script => return Err(error.into()),
                // It is told by the transcript, and judged by whoever reads that.
                (Err(_), Message::Reply { reply, to: Some(to), .. }) => break (to, reply),
                (Err(_), Message::Reply { to: None, .. }) => {}
                (Err(error), _) => {
                    smtp.session().note(Weight::Warning, error.to_string());
                    return Ok(Next::On);
                }
            }
        };
        self.refused(to, &reply);
        self.consequences(to, &reply)
    }

    pub(super) fn consequences(&mut self, to: Awaited, reply: &Reply) -> Result<Next, Error> {
        match (to, reply.code) {
            // RFC 5321 §3.8: it closes the connection now. A person sees it.
            (_, 421) if self.way.script => return Ok(Next::Gone),
            (Awaited::Command(Verb::Ehlo), 250) => {
                self.capabilities = Capabilities::from_reply(reply);
                self.speaker.offered(Some(&self.capabilities));
            }
            (Awaited::Command(Verb::Helo), 250) => {
                self.capabilities = Capabilities::default();
                self.speaker.offered(Some(&self.capabilities));
            }
            (Awaited::Command(Verb::Data), 354) => self.state = State::Data { dotted: false, warned: false },
            (Awaited::Command(Verb::Data), 400..) if self.way.script => self.state = State::Refused { lines: 0 },
            (Awaited::Command(Verb::Auth) | Awaited::Credentials, 334) => self.state = State::Credentials,
            (Awaited::Command(Verb::StartTls), 220) => return Ok(Next::Upgrade),
            (Awaited::Command(Verb::StartTls), 400..) if self.way.security.starttls => {
                return Err(net::Error::Tls(TlsError::Refused(reply.to_string())).into());
            }
            (Awaited::Command(Verb::Quit), 200..300) => return Ok(Next::Gone),
            _ => {}
        }
        Ok(Next::On)
    }

    /// The handshake behind the go-ahead of STARTTLS.
    pub(super) async fn secure(&mut self, smtp: Smtp) -> Result<Smtp, Error> {
        let security = &self.way.security;
        let mut smtp = smtp.secure(&security.tls, &self.way.host, security.verified).await?;
        self.capabilities = Capabilities::default();
        self.speaker.offered(None);
        let text = "what was offered in clear text counts no more: EHLO comes again (RFC 3207 §4.2)";
        smtp.session().note(Weight::Info, text);
        Ok(smtp)
    }

    pub(super) fn refused(&mut self, to: Awaited, reply: &Reply) {
        if matches!(reply.class(), Class::Transient | Class::Permanent) {
            self.refusal.get_or_insert_with(|| Refusal { to, reply: reply.clone() });
        }
    }
}

/// The server spoke though nothing was asked.
pub(super) fn unasked(
    script: bool,
    asked: Asked,
    turn: Turn<Message>,
    refusal: &mut Option<Refusal>,
) -> Result<Option<Next>, Error> {
    if !script {
        return Ok(None);
    }
    match &turn.message {
        // The message is refused before it was sent whole; there is no way to stop but to go.
        Message::Reply { reply, .. } if asked == Asked::Content && reply.code >= 400 => {
            refusal.get_or_insert_with(|| Refusal { to: Awaited::EndOfData, reply: reply.clone() });
            Ok(Some(Next::Drop))
        }
        _ => {
            let reply = read_reply(turn)?;
            refusal.get_or_insert(Refusal { to: Awaited::Command(Verb::Other), reply });
            Ok(Some(Next::Gone))
        }
    }
}
