//! Turns of the server, one after the other, until a command ends or may go on; and what comes while a literal is said.

use std::io::{Error as IoError, ErrorKind, Read};

use super::{Ended, Error, Imap, Refusal, Take, Ticket, Told, protocol, strange, unasked};
use crate::client::quoted;
use crate::net::Outgoing;
use crate::proto::Turn;
use crate::proto::imap::{Data, Message, Response, State, Status, Verb};

/// How many octets of a literal are said at once.
const BLOCK: usize = 32 * 1024;

impl Imap {
    /// Hands on what is told until the command ends or may go on.
    pub(super) async fn listen(&mut self, ticket: &Ticket, take: &mut Take<'_>) -> Result<Ended, Error> {
        if let Some(at) = self.ended.iter().position(|(tag, _)| *tag == ticket.tag) {
            return Ok(Ended::Command(self.ended.swap_remove(at).1));
        }
        let what = format!("the end of {}", ticket.verb);
        let was = std::mem::replace(&mut self.broken, true);
        loop {
            let turn = self.session.content(&what, self.limits.command).await?;
            match &turn.message {
                Message::Response { response: Response::Tagged { tag, status }, to: Some(_), .. } => {
                    let tag = String::from_utf8_lossy(tag).into_owned();
                    self.pending.retain(|pending| *pending != tag);
                    self.learn(status);
                    if tag == ticket.tag {
                        self.broken = was;
                        return Ok(Ended::Command(status.clone()));
                    }
                    self.ended.push((tag, status.clone()));
                }
                Message::Response { response: Response::Tagged { .. }, to: None, .. } => {
                    return Err(protocol(
                        format!("the server ends a command that nobody gave: {}", quoted::quote(&turn)),
                        "RFC 9051 §2.2.2",
                    )
                    .into());
                }
                Message::Response { response: Response::Continue(text), to: Some(_), .. } => {
                    self.broken = was;
                    return Ok(Ended::Continue(text.clone()));
                }
                Message::Response { response: Response::Untagged(data), .. } => {
                    self.observe(data)?;
                    if let Data::Status(status @ Status { state: State::Bye, .. }) = data
                        && ticket.verb != Verb::Logout
                    {
                        return Err(Error::Refused(Refusal { to: None, status: Box::new(status.clone()) }));
                    }
                    take(Told::Data(data))?;
                }
                // What cannot be read was told as a finding; nothing hangs on it.
                Message::Response { .. } => {}
                Message::ResponseHead { item: Some((_, item)), uid, literal } => {
                    take(Told::Begin { uid: *uid, item, octets: literal.octets })?;
                }
                Message::ResponseHead { item: None, literal, .. } => return Err(unasked(literal.octets)),
                Message::Content { .. } => take(Told::Octets(&turn.octets))?,
                _ => return Err(strange(&turn).into()),
            }
        }
    }

    /// The octets of a literal. What the server says meanwhile is kept; a refusal ends it.
    pub(super) async fn upload(
        &mut self,
        octets: u64,
        content: &mut Option<&mut dyn Read>,
        ticket: &Ticket,
    ) -> Result<(), Error> {
        let missing = || IoError::from(ErrorKind::UnexpectedEof);
        let source = content.as_mut().ok_or_else(|| Error::Local(missing()))?;
        let was = std::mem::replace(&mut self.broken, true);
        let (mut left, mut block) = (octets, vec![0; BLOCK]);
        while left > 0 {
            let most = usize::try_from(left).unwrap_or(BLOCK).min(BLOCK);
            let count = source.read(block.get_mut(..most).unwrap_or_default()).map_err(Error::Local)?;
            if count == 0 {
                return Err(Error::Local(missing()));
            }
            let octets = block.get(..count).unwrap_or_default().to_vec();
            self.session.send(Outgoing { octets, secret: Vec::new() }, self.limits.command).await?;
            left -= count as u64;
            if left > 0 && self.session.has_turn() {
                // It may only say that it is alive.
                if let Some(status) = self.early(ticket).await? {
                    return Err(self.refused(ticket, status));
                }
            }
        }
        self.broken = was;
        Ok(())
    }

    /// What came while a literal was said: the end of its command, or something by the way.
    async fn early(&mut self, ticket: &Ticket) -> Result<Option<Status>, Error> {
        while self.session.has_turn() {
            let turn = self.session.turn("what the server says", self.limits.command).await?;
            match &turn.message {
                Message::Response { response: Response::Tagged { tag, status }, .. }
                    if *tag == ticket.tag.as_bytes() =>
                {
                    return Ok(Some(status.clone()));
                }
                _ => drop(self.aside(&turn)?),
            }
        }
        Ok(None)
    }

    /// What is told though nothing was asked; BYE ends it.
    pub(super) fn aside<'t>(&mut self, turn: &'t Turn<Message>) -> Result<Option<&'t Data>, Error> {
        match &turn.message {
            Message::Response { response: Response::Untagged(data), .. } => {
                self.observe(data)?;
                match data {
                    Data::Status(status) if status.state == State::Bye => {
                        Err(Error::Refused(Refusal { to: None, status: Box::new(status.clone()) }))
                    }
                    data => Ok(Some(data)),
                }
            }
            Message::Response { response: Response::Malformed, .. } => Ok(None),
            Message::ResponseHead { literal, .. } => Err(unasked(literal.octets)),
            _ => Err(strange(turn).into()),
        }
    }
}
