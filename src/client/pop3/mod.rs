//! A client's end of a POP3 connection: greeting, CAPA, commands with their answers, pipelines, QUIT (RFC 1939,
//! RFC 2449).
//!
//! [`Way`] is how to get to a maildrop, [`open`] goes it, a [`Selection`] says which messages of a [`Maildrop`] are
//! meant, a [`Search`] those that a query means.

mod login;
mod maildrop;
mod open;
mod raw;
mod refusal;
mod search;
mod selection;

pub use login::Login;
pub use maildrop::{Ask, Entry, Maildrop};
pub use open::{Way, open};
pub use raw::Said;
pub use refusal::Refusal;
pub use search::{Found, Search, Unanswerable};
pub use selection::{BadSelection, Selection};

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use super::{Limits, greeting, quoted};
use crate::net::{self, Outgoing, Session};
use crate::proto::Turn;
use crate::proto::line::Unstuffer;
use crate::proto::pop3::{Awaited, Capabilities, Command, Dialogue, Message, Reply, Status, Verb, listing};
use crate::transcript::Weight;

/// Why a conversation gave up.
pub type Error = super::Error<Refusal>;

/// The most commands whose answers are awaited at a time.
pub const MAX_WINDOW: usize = 100;
/// The longest wait for the answer to CAPA, which nothing depends on: some servers never give one.
const CAPA: Duration = Duration::from_secs(10);
/// The most octets of an answer to CAPA.
const MAX_CAPA: usize = 64 * 1024;

/// A connection to a POP3 server.
pub struct Pop3 {
    session: Session<Dialogue>,
    greeting: Reply,
    offered: Option<Capabilities>,
    limits: Limits,
    window: usize,
    strict: bool,
    /// The next octets of the server answer the next command.
    in_step: bool,
    logged_in: bool,
    /// How many messages are marked as deleted.
    marked: usize,
}

impl Pop3 {
    /// Waits for the greeting.
    ///
    /// # Errors
    /// [`Error::Refused`] if the server greets with `-ERR`.
    pub async fn greet(mut session: Session<Dialogue>, limits: Limits) -> Result<Pop3, Error> {
        let turn = greeting::wait(&mut session, limits.greeting).await?;
        let greeting = accepted(read_reply(&turn)?, None)?;
        Ok(Pop3 {
            session,
            greeting,
            offered: None,
            limits,
            window: 1,
            strict: false,
            in_step: true,
            logged_in: false,
            marked: 0,
        })
    }

    /// Asks what the server can do. One that does not know CAPA is no worse for it.
    ///
    /// # Errors
    /// The connection's; a server that is silent is not waited for as long as elsewhere.
    pub async fn ask_capabilities(&mut self) -> Result<(), Error> {
        let command = Command::new(Verb::Capa);
        self.offered = None;
        self.say(&command);
        match self.reply_within(&command, CAPA.min(self.limits.command)).await {
            Ok(_) => {
                let mut octets = 0;
                self.lines(&command, &mut |line| {
                    octets += line.len();
                    octets <= MAX_CAPA
                })
                .await?;
                self.offered = Some(self.session.dialogue().capabilities().clone());
                Ok(())
            }
            Err(Error::Refused(_)) => {
                self.session
                    .note(Weight::Info, "the server does not say what it can do: only RFC 1939 is taken for granted");
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// What the server offered in its last answer to CAPA; `None` if it gave none.
    pub fn capabilities(&self) -> Option<&Capabilities> {
        self.offered.as_ref()
    }

    /// What the server said first.
    pub fn greeting(&self) -> &Reply {
        &self.greeting
    }

    /// Whether somebody is logged in.
    pub fn is_logged_in(&self) -> bool {
        self.logged_in
    }

    /// How many messages are marked as deleted: they go with QUIT (RFC 1939 §6).
    pub fn marked(&self) -> usize {
        self.marked
    }

    /// The connection itself.
    pub fn session(&mut self) -> &mut Session<Dialogue> {
        &mut self.session
    }

    /// Says a command together with the next that is waited for.
    pub fn say(&mut self, command: &Command) {
        let mut octets = Vec::new();
        command.encode(&mut octets);
        self.queue(octets, Vec::new());
    }

    /// Says a command and waits for its answer, which must be `+OK`.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not.
    pub async fn command(&mut self, command: &Command) -> Result<Reply, Error> {
        self.say(command);
        self.reply(command).await
    }

    /// The answer to a command that was said, which must be `+OK`.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not.
    pub async fn reply(&mut self, command: &Command) -> Result<Reply, Error> {
        self.reply_within(command, self.limits.command).await
    }

    async fn reply_within(&mut self, command: &Command, limit: Duration) -> Result<Reply, Error> {
        let reply = self.any_reply(command.verb.name(), limit).await?;
        let reply = accepted(reply, Some(command))?;
        match command.verb {
            Verb::Dele => self.marked += 1,
            Verb::Rset => self.marked = 0,
            _ => {}
        }
        Ok(reply)
    }

    /// The next reply, whatever it says.
    async fn any_reply(&mut self, what: &str, limit: Duration) -> Result<Reply, Error> {
        self.in_step = false;
        let turn = self.session.turn(&format!("the answer to {what}"), limit).await?;
        let reply = read_reply(&turn)?;
        self.in_step = true;
        Ok(reply)
    }

    /// The lines behind `+OK`, each without its end and its stuffing, as long as `each` wants more.
    ///
    /// # Errors
    /// The connection's, and [`net::Error::Protocol`] if `each` has had enough: the listing does not end.
    pub async fn lines(&mut self, command: &Command, each: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), Error> {
        self.in_step = false;
        loop {
            let what = format!("the listing of {}", command.verb.name());
            let turn = self.session.content(&what, self.limits.command).await?;
            match turn.message {
                Message::Listing { .. } => {
                    if !listing::lines(&turn.octets).all(&mut *each) {
                        return Err(protocol(format!("{what} does not end"), "RFC 1939 §3").into());
                    }
                }
                Message::EndOfData => break,
                _ => return Err(strange(&turn).into()),
            }
        }
        self.in_step = true;
        Ok(())
    }

    /// The message behind `+OK`, with the stuffing taken off, in pieces; how many octets it had. `reply` is that `+OK`.
    ///
    /// # Errors
    /// The connection's, and [`Error::Output`] with what `take` says.
    pub async fn content(
        &mut self,
        command: &Command,
        reply: &Reply,
        take: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<u64, Error> {
        self.in_step = false;
        let mut unstuffer = if reply.bare { Unstuffer::bare() } else { Unstuffer::default() };
        let (mut octets, mut total) = (Vec::new(), 0);
        loop {
            let what = format!("the message that {command} asks for");
            let turn = self.session.content(&what, self.limits.command).await?;
            match turn.message {
                Message::Content { .. } => {
                    octets.clear();
                    unstuffer.push(&turn.octets, &mut octets);
                    total += octets.len() as u64;
                    take(&octets).map_err(Error::Output)?;
                }
                Message::EndOfData => break,
                _ => return Err(strange(&turn).into()),
            }
        }
        self.in_step = true;
        Ok(total)
    }

    /// Says commands as far ahead as the server lets us; `answer` takes what each is answered, in their order.
    ///
    /// # Errors
    /// The first of `answer`. What was said by then is not taken back.
    pub async fn flight<E>(
        &mut self,
        commands: impl IntoIterator<Item = Command>,
        mut answer: impl AsyncFnMut(&mut Pop3, &Command) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut commands = commands.into_iter();
        let mut said = VecDeque::new();
        loop {
            while said.len() < self.window
                && let Some(command) = commands.next()
            {
                self.say(&command);
                said.push_back(command);
            }
            let Some(command) = said.pop_front() else { return Ok(()) };
            if let Err(error) = answer(self, &command).await {
                // Whatever is said next would find answers to what was said here.
                self.in_step &= said.is_empty();
                return Err(error);
            }
        }
    }

    /// Takes leave; only behind its `+OK` are messages deleted (RFC 1939 §6).
    ///
    /// # Errors
    /// [`Error::Refused`], or that no answer came.
    pub async fn quit(mut self) -> Result<Reply, Error> {
        let command = Command::new(Verb::Quit);
        self.say(&command);
        let reply = self.reply(&command).await?;
        self.session.close(self.limits.quit).await;
        Ok(reply)
    }

    /// Takes leave, if the server can still be spoken with. What it says to that changes nothing.
    pub async fn leave(mut self) {
        if !self.in_step {
            return;
        }
        let command = Command::new(Verb::Quit);
        self.say(&command);
        let _ = self.reply_within(&command, self.limits.quit).await;
        self.session.close(self.limits.quit).await;
    }

    /// Tells the transcript what is odd.
    pub fn remark(&self, text: String) {
        self.session.note(Weight::Warning, text);
    }

    /// A deviation that the dialogue cannot know: told, or an error where every deviation is one.
    ///
    /// # Errors
    /// [`net::Error::Protocol`].
    pub fn deviation(&self, text: String, rfc: &'static str) -> Result<(), Error> {
        if self.strict {
            return Err(protocol(text, rfc).into());
        }
        self.remark(format!("{text} ({rfc})"));
        Ok(())
    }

    fn queue(&mut self, octets: Vec<u8>, secret: Vec<std::ops::Range<usize>>) {
        self.session.queue(Outgoing { octets, secret });
    }
}

/// The reply if it is `+OK`.
fn accepted(reply: Reply, command: Option<&Command>) -> Result<Reply, Error> {
    match reply.status {
        Status::Ok => Ok(reply),
        _ => Err(Error::Refused(Refusal { command: command.cloned(), reply })),
    }
}

/// The reply in a turn of the server.
pub(in crate::client) fn read_reply(turn: &Turn<Message>) -> Result<Reply, net::Error> {
    match &turn.message {
        Message::Reply { reply, to: None, .. } => {
            Err(protocol(format!("the server says \"{reply}\" though nothing was asked"), "RFC 1939 §3"))
        }
        Message::Reply { reply, to: Some(to), .. }
            if reply.status == Status::Continue && !Awaited::is_authentication(to) =>
        {
            Err(protocol(format!("the server answers {} with \"{reply}\"", to.name()), "RFC 5034 §4"))
        }
        Message::Reply { reply, .. } => Ok(reply.clone()),
        _ => Err(strange(turn)),
    }
}

/// What is no answer to anything.
fn strange(turn: &Turn<Message>) -> net::Error {
    let rfc = turn.findings.first().map_or("RFC 1939 §3", |finding| finding.rfc);
    if turn.octets.len() > 8192 || turn.findings.iter().any(|finding| finding.code == "reply-too-long") {
        return protocol("the server's reply does not end".to_owned(), rfc);
    }
    let (said, guess) = (quoted::quote(turn), quoted::guess(&turn.octets, "POP3"));
    protocol(format!("the server says {said}, which is no POP3 reply{guess}"), rfc)
}

fn protocol(message: String, rfc: &'static str) -> net::Error {
    net::Error::Protocol { message, rfc }
}
