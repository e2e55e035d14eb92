//! Octets of messages, one after the other, as they come (RFC 9051 §6.4.5).

use std::collections::VecDeque;

use super::{Error, Imap, Refusal, Told, protocol, unasked};
use crate::proto::imap::response::fetch::Content;
use crate::proto::imap::{Data, Item, Request, SequenceSet, Verb};

/// How many messages one command asks for.
const BATCH: usize = 50;
/// How many commands are said before the first has been answered.
const AHEAD: usize = 2;

/// What came of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Got {
    /// It is not there.
    Missing,
    /// It is, but has no such part.
    Nil,
    /// So many octets.
    Octets(u64),
    /// The server would not.
    Refused(Refusal),
}

/// Takes the octets of messages.
pub trait Contents {
    /// Those of the message with this UID begin.
    ///
    /// # Errors
    /// There is no room for them.
    fn begin(&mut self, uid: u32) -> Result<(), Error>;

    /// The next of them.
    ///
    /// # Errors
    /// They cannot be written.
    fn octets(&mut self, octets: &[u8]) -> Result<(), Error>;

    /// They are all there, or there are none.
    ///
    /// # Errors
    /// They cannot be kept.
    fn end(&mut self, uid: u32, got: Got) -> Result<(), Error>;
}

/// Messages that were asked for and have not come: servers may tell of all of them before the first command ends.
struct Transfers<'a> {
    item: &'a str,
    due: VecDeque<u32>,
    /// Octets of this one are coming.
    open: Option<u32>,
}

impl Imap {
    /// One item of each message with these UIDs: `BODY.PEEK[1]<0.100>`.
    ///
    /// # Errors
    /// The connection's, or the first of `contents`. What the server refuses of one message does not end it.
    pub async fn contents(&mut self, uids: &[u32], item: &str, contents: &mut dyn Contents) -> Result<(), Error> {
        let mut left: VecDeque<&[u32]> = uids.chunks(BATCH).collect();
        let mut said = VecDeque::new();
        let mut transfers = Transfers { item, due: VecDeque::new(), open: None };
        loop {
            while said.len() < AHEAD
                && let Some(batch) = left.pop_front()
            {
                let set = SequenceSet::from_numbers(batch.iter().copied());
                let request = Request::uid(Verb::Fetch).set(&set).verbatim(&format!("(UID {item})"));
                said.push_back((batch, self.say(&request, None, &mut super::ignore).await?));
                transfers.due.extend(batch);
            }
            let Some((batch, ticket)) = said.pop_front() else { return Ok(()) };
            let finished = self.finish(&ticket, &mut |told| transfers.take(told, contents)).await;
            let got = match finished {
                Ok(_) => Got::Missing,
                Err(Error::Refused(refusal)) if refusal.to.is_some() => Got::Refused(refusal),
                Err(error) => return Err(error),
            };
            for one in batch.chunks(1) {
                let Some(&uid) = one.first().filter(|uid| transfers.is_due(**uid)) else { continue };
                match got {
                    // Which of them is refused is found out by asking for each.
                    Got::Refused(_) if batch.len() > 1 => {
                        transfers.due.retain(|due| *due != uid);
                        left.push_back(one);
                    }
                    _ => transfers.end(uid, got.clone(), contents)?,
                }
            }
        }
    }
}

impl Transfers<'_> {
    fn is_due(&self, uid: u32) -> bool {
        self.due.contains(&uid)
    }

    fn end(&mut self, uid: u32, got: Got, contents: &mut dyn Contents) -> Result<(), Error> {
        self.due.retain(|due| *due != uid);
        contents.end(uid, got)
    }

    fn take(&mut self, told: Told<'_>, contents: &mut dyn Contents) -> Result<(), Error> {
        match told {
            Told::Begin { uid, item, octets } => {
                // Whoever does not say which it is begins with the first.
                let due = uid.or(self.due.front().copied()).filter(|uid| self.is_due(*uid));
                match due.filter(|_| self.open.is_none() && is_same(self.item, item)) {
                    Some(uid) => {
                        check_place(self.item, place(item))?;
                        self.open = Some(uid);
                        contents.begin(uid)
                    }
                    None => Err(unasked(octets)),
                }
            }
            Told::Octets(octets) => contents.octets(octets),
            Told::Data(Data::Fetch(fetch)) => {
                for item in &fetch.items {
                    if let Item::Content { name, origin, content } = item
                        && is_same(self.item, name)
                    {
                        if matches!(content, Content::Octets(octets) if !octets.is_empty()) {
                            check_place(self.item, *origin)?;
                        }
                        self.whole(fetch.uid(), content, contents)?;
                    }
                }
                Ok(())
            }
            Told::Data(_) => Ok(()),
        }
    }

    fn whole(&mut self, told: Option<u32>, content: &Content, contents: &mut dyn Contents) -> Result<(), Error> {
        let streamed = self.open.take();
        let Some(uid) = streamed.or(told).or(self.due.front().copied()) else { return Ok(()) };
        if told.is_none() && self.due.len() > 1 {
            let text = format!("a message came without its UID, and {} were asked for", self.due.len());
            return Err(protocol(text, "RFC 9051 §6.4.9").into());
        }
        if told.is_some_and(|told| told != uid) {
            let text = format!("the octets are those of message {}, and {uid} was asked for", told.unwrap_or_default());
            return Err(protocol(text, "RFC 9051 §6.4.9").into());
        }
        match content {
            // Some servers tell it twice.
            _ if !self.is_due(uid) => Ok(()),
            Content::Nil => self.end(uid, Got::Nil, contents),
            Content::Streamed(octets) => self.end(uid, Got::Octets(*octets), contents),
            Content::Octets(octets) => {
                contents.begin(uid)?;
                contents.octets(octets)?;
                self.end(uid, Got::Octets(octets.len() as u64), contents)
            }
        }
    }
}

/// Where octets begin, of an item with `<0.100>` or `<0>`.
fn place(item: &str) -> Option<u64> {
    let (_, behind) = item.rsplit_once("]<")?;
    behind.split(['.', '>']).next()?.parse().ok()
}

/// Octets of another place are not those that were asked for; whoever does not say where they begin begins at the first.
fn check_place(asked: &str, told: Option<u64>) -> Result<(), Error> {
    let told = told.unwrap_or_default();
    match place(asked) {
        Some(asked) if asked != told => {
            let text = format!("the octets are those from {told} on, and those from {asked} on were asked for");
            Err(protocol(text, "RFC 9051 §7.5.2").into())
        }
        _ => Ok(()),
    }
}

/// Whether what is told is what was asked for, whichever way its fields are written.
fn is_same(asked: &str, told: &str) -> bool {
    let head = |text: &str| {
        let text = text.to_ascii_uppercase().replacen(".PEEK[", "[", 1);
        let end = text.find([' ', ']']).unwrap_or(text.len());
        text.get(..end).unwrap_or_default().to_owned()
    };
    head(asked) == head(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for() {
        for (asked, told) in [
            ("BODY.PEEK[]", "BODY[]"),
            ("BODY.PEEK[1.2]<0.100>", "BODY[1.2]"),
            ("body.peek[header.fields (from)]", "BODY[HEADER.FIELDS (\"FROM\")]"),
            ("BINARY.PEEK[1]", "BINARY[1]"),
        ] {
            assert!(is_same(asked, told), "{asked} {told}");
        }
        assert!(!is_same("BODY.PEEK[]", "BODY[HEADER]") && !is_same("BODY.PEEK[1]", "BINARY[1]"));
    }
}
