//! A client's end of an IMAP connection (RFC 9051, RFC 3501): commands with their tags, what comes before each ends, and
//! the mailbox that is selected.
//!
//! [`Way`] is how to get to the mail, [`open`] goes it, a [`Selection`] says which messages are meant. What a server tells
//! is handed on as it comes; nothing large is held.

mod append;
mod arrange;
mod changes;
mod contents;
pub mod doctor;
mod find;
mod idle;
mod listen;
mod login;
mod mailbox;
mod messages;
mod open;
mod raw;
mod refusal;
mod selection;
mod store;
pub mod watch;
mod windows;

pub use append::{Appended, Letter};
pub use changes::{Change, Remembered, Since};
pub use contents::{Contents, Got};
pub use find::FindError;
pub use idle::{Heed, Woken};
pub use mailbox::Mailbox;
pub use open::{Changes, Compress, Way, open};
pub use raw::Said;
pub use refusal::Refusal;
pub use selection::{BadSelection, Selection};
pub use store::{Moved, Stored};
pub use windows::{WINDOW, Windows};

use bytes::Bytes;

use super::{Limits, greeting, quoted};
use crate::net::{self, Outgoing, Session};
use crate::proto::Turn;
use crate::proto::imap::{
    Code, Data, Dialogue, Literals, Message, Names, Request, Response, Segment, State, Status, Verb,
};
use crate::transcript::Weight;

/// Why a conversation gave up.
pub type Error = super::Error<Refusal>;

/// What a server tells on the way to the end of a command.
#[derive(Debug)]
pub enum Told<'a> {
    /// A response.
    Data(&'a Data),
    /// Octets of this item of the message with this number begin: too many to be held.
    Begin {
        /// The message's UID, if it was told by then.
        uid: Option<u32>,
        /// The item.
        item: &'a str,
        /// How many octets there will be.
        octets: u64,
    },
    /// Some of them.
    Octets(&'a [u8]),
}

/// Takes what is told.
pub type Take<'a> = dyn FnMut(Told<'_>) -> Result<(), Error> + 'a;

/// A command that was said and whose end was not heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    tag: String,
    verb: Verb,
}

/// What ends a wait.
enum Ended {
    /// `+`.
    Continue(Bytes),
    /// The command is over.
    Command(Status),
}

/// A connection to an IMAP server.
pub struct Imap {
    session: Session<Dialogue>,
    limits: Limits,
    strict: bool,
    tags: u64,
    /// What the server can do, as it said last; `None`: it was not asked, or what it said counts no more.
    offered: Option<Vec<String>>,
    names: Names,
    selected: Option<Mailbox>,
    /// The tags of commands that are not over.
    pending: Vec<String>,
    /// Ends that came before they were waited for.
    ended: Vec<(String, Status)>,
    /// The conversation cannot go on.
    broken: bool,
    logged_in: bool,
    /// Whether an initial response on the line of AUTHENTICATE was understood (RFC 4959); `None`: there was none.
    initial_response: Option<bool>,
    /// What happens in several mailboxes is told unasked (NOTIFY).
    attends: bool,
    /// What is told of mailboxes, if somebody wants to know it whenever it is told.
    noticed: Option<watch::Noticed>,
}

impl Imap {
    /// Waits for the greeting. True if it says that we are logged in already.
    ///
    /// # Errors
    /// [`Error::Refused`] if the server greets with BYE.
    pub async fn greet(mut session: Session<Dialogue>, limits: Limits) -> Result<(Imap, bool), Error> {
        let turn = greeting::wait(&mut session, limits.greeting).await?;
        let (offered, names, selected) = (None, Names::Utf7, None);
        let (pending, ended) = (Vec::new(), Vec::new());
        let mut imap = Imap {
            session,
            limits,
            strict: false,
            tags: 0,
            offered,
            names,
            selected,
            pending,
            ended,
            broken: false,
            logged_in: false,
            initial_response: None,
            attends: false,
            noticed: None,
        };
        let preauth = imap.greeted(&turn)?;
        Ok((imap, preauth))
    }

    fn greeted(&mut self, turn: &Turn<Message>) -> Result<bool, Error> {
        let Message::Response { response: Response::Untagged(data @ Data::Status(status)), .. } = &turn.message else {
            return Err(strange(turn).into());
        };
        self.observe(data)?;
        match status.state {
            State::Ok => Ok(false),
            State::Preauth => Ok(true),
            _ => Err(Error::Refused(Refusal { to: None, status: Box::new(status.clone()) })),
        }
    }

    /// What the server can do, in capitals; it is asked if it has not said so.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn capabilities(&mut self) -> Result<&[String], Error> {
        if self.offered.is_none() {
            self.run(&Request::new(Verb::Capability), &mut ignore).await?;
        }
        Ok(self.offered.get_or_insert_default())
    }

    /// Whether the server has said that it can do this.
    pub fn has(&self, capability: &str) -> bool {
        self.offered.as_ref().is_some_and(|offered| offered.iter().any(|known| known == capability))
    }

    /// How names of mailboxes are written.
    pub fn names(&self) -> Names {
        self.names
    }

    /// The mailbox that is selected.
    pub fn selected(&self) -> Option<&Mailbox> {
        self.selected.as_ref()
    }

    /// Whether somebody is logged in.
    pub fn is_logged_in(&self) -> bool {
        self.logged_in
    }

    /// The connection itself.
    pub fn session(&mut self) -> &mut Session<Dialogue> {
        &mut self.session
    }

    /// Says a command and hands on what comes before it ends, which must be OK.
    ///
    /// # Errors
    /// [`Error::Refused`] if it ends otherwise, and the first of `take`.
    pub async fn run(&mut self, request: &Request, take: &mut Take<'_>) -> Result<Status, Error> {
        let ticket = self.say(request, None, take).await?;
        self.finish(&ticket, take).await
    }

    /// Says a command; one that waits for leave is said as soon as that is given. `content`: the octets of the literal
    /// that is kept elsewhere.
    ///
    /// # Errors
    /// [`Error::Refused`] if there is no leave.
    pub async fn say(
        &mut self,
        request: &Request,
        mut content: Option<&mut dyn std::io::Read>,
        take: &mut Take<'_>,
    ) -> Result<Ticket, Error> {
        let literals = Literals::offered(self.offered.iter().flatten().map(String::as_str));
        let (verb, tag) = (request.verb(), format!("a{}", self.tags + 1));
        let segments = request.encode(&tag, literals).map_err(|error| Error::Argument(error.to_string()))?;
        self.tags += 1;
        self.pending.push(tag.clone());
        let ticket = Ticket { tag, verb };
        for segment in segments {
            match segment {
                Segment::Say { octets, secret } => self.session.queue(Outgoing { octets, secret }),
                Segment::Wait => match self.listen(&ticket, take).await? {
                    Ended::Continue(_) => {}
                    Ended::Command(status) => return Err(self.refused(&ticket, status)),
                },
                Segment::Content(octets) => self.upload(octets, &mut content, &ticket).await?,
            }
        }
        Ok(ticket)
    }

    /// Hands on what comes before the end of a command that was said, which must be OK.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is not, and the first of `take`.
    pub async fn finish(&mut self, ticket: &Ticket, take: &mut Take<'_>) -> Result<Status, Error> {
        match self.listen(ticket, take).await? {
            Ended::Command(status) if status.state == State::Ok => Ok(status),
            Ended::Command(status) => Err(self.refused(ticket, status)),
            Ended::Continue(_) => {
                self.broken = true;
                Err(protocol(format!("the server lets {} go on, which is whole", ticket.verb), "RFC 9051 §7.6").into())
            }
        }
    }

    fn refused(&self, ticket: &Ticket, status: Status) -> Error {
        Error::Refused(Refusal { to: Some(ticket.verb), status: Box::new(status) })
    }

    /// What is told by the way changes what is known of server and mailbox.
    ///
    /// # Errors
    /// The UIDs of the mailbox mean other messages from here on.
    fn observe(&mut self, data: &Data) -> Result<(), Error> {
        match data {
            Data::Capability(words) => self.offered = Some(words.clone()),
            Data::Enabled(words) if words.iter().any(|word| word == "UTF8=ACCEPT" || word == "IMAP4REV2") => {
                self.names = Names::Utf8;
            }
            Data::Status(status) => self.learn(status),
            Data::MailboxStatus { mailbox, items } => {
                let names = self.names;
                self.noticed.iter_mut().for_each(|noticed| noticed.note(mailbox, items, names));
            }
            _ => {}
        }
        self.selected.as_mut().map_or(Ok(()), |mailbox| mailbox.observe(data))
    }

    fn learn(&mut self, status: &Status) {
        if let Some(Code::Capability(words)) = &status.code {
            self.offered = Some(words.clone());
        }
        // The server tells nothing more by itself (RFC 5465 §5.8).
        self.attends &= !status.code.as_ref().is_some_and(|code| code.is("NOTIFICATIONOVERFLOW"));
    }

    /// Whether the server can still be spoken with.
    pub fn is_usable(&self) -> bool {
        !self.broken && self.pending.is_empty()
    }

    /// Takes leave, if the server can still be spoken with. What it says to that changes nothing.
    pub async fn leave(mut self) {
        if !self.is_usable() {
            return;
        }
        let limits = Limits { command: self.limits.quit, ..self.limits };
        self.limits = limits;
        let _ = self.run(&Request::new(Verb::Logout), &mut |_| Ok(())).await;
        self.session.close(limits.quit).await;
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
}

/// Takes what is told and does nothing with it; large literals are not for it.
pub fn ignore(told: Told<'_>) -> Result<(), Error> {
    only_data(told).map(|_| ())
}

/// The response that is told.
///
/// # Errors
/// It is a large literal, for which nobody asked.
pub fn only_data(told: Told<'_>) -> Result<Option<&Data>, Error> {
    match told {
        Told::Data(data) => Ok(Some(data)),
        Told::Begin { octets, .. } => Err(unasked(octets)),
        Told::Octets(_) => Ok(None),
    }
}

fn unasked(octets: u64) -> Error {
    protocol(format!("the server announces {octets} octets that nobody asked for"), "RFC 9051 §7").into()
}

/// What is no answer to anything.
pub(in crate::client) fn strange(turn: &Turn<Message>) -> net::Error {
    let rfc = turn.findings.first().map_or("RFC 9051 §7", |finding| finding.rfc);
    if turn.octets.len() > 8192 || turn.findings.iter().any(|finding| finding.code == "response-too-long") {
        return protocol("the server's response does not end".to_owned(), rfc);
    }
    let (said, guess) = (quoted::quote(turn), quoted::guess(&turn.octets, "IMAP"));
    protocol(format!("the server says {said}, which is no IMAP response{guess}"), rfc)
}

pub(in crate::client) fn protocol(message: String, rfc: &'static str) -> net::Error {
    net::Error::Protocol { message, rfc }
}
