//! A command of somebody's own, as it is (RFC 9051 §2.2.1).

use super::{Error, Imap, Refusal, Ticket, protocol, strange};
use crate::net::Outgoing;
use crate::proto::Turn;
use crate::proto::explain::MASK;
use crate::proto::imap::{Message, Response, State, Verb};

/// What a server said: octets, secrets left out.
pub struct Said<'a>(pub &'a [u8]);

impl Imap {
    /// Says a line, which gets a tag and ends with CRLF, and tells what the server answers. What it waits for is called
    /// off, or ended if it is IDLE.
    ///
    /// # Errors
    /// [`Error::Refused`], or the connection's.
    pub async fn raw(&mut self, line: &[u8], tell: &mut dyn FnMut(Said<'_>)) -> Result<(), Error> {
        self.tags += 1;
        let word = line.split(|octet| *octet == b' ').next().unwrap_or_default();
        let ticket = Ticket { tag: format!("a{}", self.tags), verb: Verb::of(word) };
        let octets = [ticket.tag.as_bytes(), b" ", line, b"\r\n"].concat();
        self.session.queue(Outgoing { octets, secret: Vec::new() });
        let was = std::mem::replace(&mut self.broken, true);
        loop {
            let turn = self.session.content("the answer", self.limits.command).await?;
            tell(Said(&masked(&turn)));
            match &turn.message {
                Message::Response { response: Response::Tagged { status, .. }, to: Some(_), .. } => {
                    self.broken = was || ticket.verb == Verb::Logout;
                    self.learn(status);
                    return match status.state {
                        State::Ok => Ok(()),
                        _ => Err(Error::Refused(Refusal { to: Some(ticket.verb), status: Box::new(status.clone()) })),
                    };
                }
                Message::Response { response: Response::Tagged { .. }, .. } => {
                    return Err(
                        protocol("the server ends a command that nobody gave".to_owned(), "RFC 9051 §2.2.2").into()
                    );
                }
                Message::Response { response: Response::Continue(_), .. } => {
                    let octets = if ticket.verb == Verb::Idle { b"DONE\r\n".to_vec() } else { b"*\r\n".to_vec() };
                    self.session.queue(Outgoing { octets, secret: Vec::new() });
                }
                Message::Response { response: Response::Untagged(data), .. } => self.observe(data)?,
                Message::Unreadable => return Err(strange(&turn).into()),
                _ => {}
            }
        }
    }
}

fn masked(turn: &Turn<Message>) -> Vec<u8> {
    let mut octets = turn.octets.to_vec();
    for range in turn.secret.iter().rev() {
        octets.splice(range.clone(), MASK.bytes());
    }
    octets
}
