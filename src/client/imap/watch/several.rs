//! Several mailboxes over one connection: NOTIFY tells in which of them something has happened, else STATUS is asked; that
//! one is looked into then (RFC 5465 §4, §5; RFC 9051 §6.3.11).

use std::collections::BTreeMap;

use tokio::time::Instant;

use super::known::{Known, WATCHED};
use super::names::resolve;
use super::{Patience, Tell, Watch, Which};
use crate::client::imap::{Error, Imap, ignore, protocol};
use crate::proto::imap::mailbox::decode;
use crate::proto::imap::request::MAX_SET;
use crate::proto::imap::{Data, Names, Request, Status, Verb};

/// More mailboxes than this are not watched.
pub(super) const MAX_MAILBOXES: usize = 10_000;
/// How many are asked about before the first answer has come.
const WINDOW: usize = 50;
/// What NOTIFY is to tell of each.
const EVENTS: &str = "(MessageNew MessageExpunge FlagChange))";

impl Watch {
    /// What happened meanwhile is found by comparing what STATUS counts.
    pub(super) async fn begin_several(&mut self, imap: &mut Imap, tell: &mut Tell<'_>) -> Result<(), Error> {
        (self.names, self.looked) = (Vec::new(), Vec::new());
        imap.noticed = Some(Noticed::default());
        if imap.has("NOTIFY") {
            self.attend(imap).await?;
        }
        if !imap.attends {
            self.ask(imap).await?;
        }
        self.look_into_all(imap, tell).await
    }

    /// Waits until something is told of one of them, or it is time to ask.
    pub(super) async fn look_around(
        &mut self,
        imap: &mut Imap,
        until: Option<Instant>,
        tell: &mut Tell<'_>,
    ) -> Result<(), Error> {
        // What happened under our eyes was told by nobody.
        let looked = std::mem::take(&mut self.looked);
        if !looked.is_empty() {
            statuses(imap, &looked, false).await?;
        } else if is_calm(imap) {
            let renew = if imap.attends { self.patience.renew } else { self.patience.every };
            let heed = &mut |data: &Data| Ok(matches!(data, Data::MailboxStatus { .. }) || is_overflow(data));
            let news = imap.rest(Patience { renew, ..self.patience }, until, heed).await?;
            if !news && until.is_some_and(|until| Instant::now() >= until) {
                return Ok(());
            }
            if is_calm(imap) {
                self.ask(imap).await?;
            }
        }
        self.look_into_all(imap, tell).await
    }

    /// Has the server tell of all of them by itself, beginning with what STATUS counts. Said once a connection: a second
    /// time makes Dovecot 2.3 fall silent.
    async fn attend(&mut self, imap: &mut Imap) -> Result<(), Error> {
        let which = resolve(imap, &self.which, false).await?;
        let Some(request) = notify(&which, imap.names()) else {
            imap.remark("the names of the mailboxes fill no one NOTIFY: STATUS is asked".to_owned());
            return Ok(());
        };
        imap.attends = true;
        imap.attends &= imap.granted(&request, &mut ignore).await?;
        if !imap.attends {
            return Ok(());
        }
        // Of those that are not there nothing is told.
        let alone = is_calm(imap);
        let told = |name: &str| imap.noticed.as_ref().is_some_and(|noticed| noticed.has(name));
        let silent = |which: &Which| match which {
            Which::Named(name) if !told(name) => Some(name.clone()),
            _ => None,
        };
        let missing: Vec<String> = which.iter().filter_map(silent).collect();
        statuses(imap, &missing, alone).await
    }

    /// What STATUS counts in all of them.
    async fn ask(&mut self, imap: &mut Imap) -> Result<(), Error> {
        if imap.attends {
            let names: Vec<String> = self.known.keys().cloned().collect();
            return statuses(imap, &names, false).await;
        }
        if self.names.is_empty() {
            self.names = resolve(imap, &self.which, true).await?.into_iter().map(Which::into_name).collect();
        }
        statuses(imap, &self.names, self.names.len() == 1).await
    }

    async fn look_into_all(&mut self, imap: &mut Imap, tell: &mut Tell<'_>) -> Result<(), Error> {
        let noticed = imap.noticed.as_mut().map(std::mem::take).unwrap_or_default();
        for (name, counts) in noticed.counts {
            if self.notice(&name, counts)? {
                self.look_into(imap, &name, tell).await?;
                self.looked.push(name);
            }
        }
        Ok(())
    }

    /// Whether something has happened in a mailbox.
    fn notice(&mut self, name: &str, counts: BTreeMap<String, u64>) -> Result<bool, Error> {
        let begun = self.begun;
        if !self.known.contains_key(name) && self.known.len() >= MAX_MAILBOXES {
            return Err(too_many());
        }
        let known = self.known.entry(name.to_owned()).or_insert_with(|| match begun {
            true => Known::empty(name),
            false => Known::new(name),
        });
        Ok(known.notice(counts))
    }

    async fn look_into(&mut self, imap: &mut Imap, name: &str, tell: &mut Tell<'_>) -> Result<(), Error> {
        match imap.select(name, false).await {
            Ok(_) => {}
            Err(Error::Refused(refusal)) if refusal.to.is_some() => {
                imap.remark(format!("{name} is watched no more: {refusal}"));
                self.known.remove(name);
                return Ok(());
            }
            Err(error) => return Err(error),
        }
        let mailbox = imap.selected().cloned().unwrap_or_default();
        if let Some(known) = self.known.get_mut(name) {
            let first = !known.begin(&mailbox, tell)?;
            Watch::look(imap, known, first, tell).await?;
        }
        imap.unselect().await
    }
}

/// The command that has the server tell of these; `None`: no line holds their names.
fn notify(which: &[Which], names: Names) -> Option<Request> {
    let (mut request, mut octets) = (Request::new(Verb::Notify).word("SET STATUS"), 0);
    for one in which {
        request = match one {
            Which::Personal => request.word("(personal"),
            Which::Subscribed => request.word("(subscribed"),
            Which::Pattern(name) | Which::Named(name) => {
                octets += name.len() * 4 + EVENTS.len() + 16;
                request.word("(mailboxes").mailbox(name, names)
            }
        }
        .word(EVENTS);
    }
    (octets < MAX_SET && !which.is_empty()).then_some(request)
}

/// Asks what STATUS counts in mailboxes. One that is refused does not keep the others back; `alone`: there is no other.
async fn statuses(imap: &mut Imap, mailboxes: &[String], alone: bool) -> Result<(), Error> {
    let items = match imap.has("CONDSTORE") {
        true => "(MESSAGES UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ)",
        false => "(MESSAGES UIDNEXT UIDVALIDITY UNSEEN)",
    };
    let names = imap.names();
    for window in mailboxes.chunks(WINDOW) {
        let mut tickets = Vec::new();
        for name in window {
            let request = Request::new(Verb::Status).mailbox(name, names).word(items);
            tickets.push(imap.say(&request, None, &mut ignore).await?);
        }
        for ticket in tickets {
            match imap.finish(&ticket, &mut ignore).await {
                Err(Error::Refused(refusal)) if refusal.to.is_some() && !alone => imap.remark(refusal.to_string()),
                ended => drop(ended?),
            }
        }
    }
    Ok(())
}

/// The server tells nothing more by itself (RFC 5465 §5.8).
fn is_overflow(data: &Data) -> bool {
    let Data::Status(Status { code: Some(code), .. }) = data else { return false };
    code.is("NOTIFICATIONOVERFLOW")
}

/// Nothing was told of any mailbox.
fn is_calm(imap: &Imap) -> bool {
    imap.noticed.as_ref().is_none_or(|noticed| noticed.counts.is_empty())
}

/// What STATUS has told of mailboxes, asked or not, since somebody looked.
#[derive(Debug, Default)]
pub(in crate::client::imap) struct Noticed {
    counts: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Noticed {
    /// The last word counts. Who looks finds out if there are too many.
    pub fn note(&mut self, mailbox: &[u8], items: &[(String, u64)], names: Names) {
        let name = decode(mailbox, names);
        let name = if name.eq_ignore_ascii_case("INBOX") { "INBOX".to_owned() } else { name };
        if self.counts.len() <= MAX_MAILBOXES {
            let watched = items.iter().filter(|(item, _)| WATCHED.contains(&item.as_str()));
            self.counts.entry(name).or_default().extend(watched.cloned());
        }
    }

    fn has(&self, name: &str) -> bool {
        self.counts.contains_key(name) || name.eq_ignore_ascii_case("INBOX") && self.counts.contains_key("INBOX")
    }
}

pub(super) fn too_many() -> Error {
    protocol(format!("the server tells of more than {MAX_MAILBOXES} mailboxes"), "RFC 9051 §7.3").into()
}
