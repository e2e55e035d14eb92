//! What is in a maildrop: numbers, sizes, unique-ids (RFC 1939 §5 LIST, §7 UIDL).

use std::collections::HashMap;

use super::{Error, Pop3};
use crate::proto::explain::quote;
use crate::proto::pop3::listing::{Scan, UniqueId};
use crate::proto::pop3::{Command, Verb};

/// No maildrop has more messages: a listing that goes on does not end.
const MAX_MESSAGES: usize = 1_000_000;
/// The most octets of its lines.
const MAX_LISTING: usize = 128 * 1024 * 1024;
/// The most lines that are remarked on one by one.
const MAX_REMARKS: usize = 10;
/// The most characters that are quoted of a line.
const QUOTED: usize = 60;

/// A message, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in this session.
    pub number: u32,
    /// Its size, as the server says.
    pub octets: Option<u64>,
    /// What names it from session to session.
    pub unique_id: Option<Vec<u8>>,
}

/// The messages by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maildrop {
    entries: Vec<Entry>,
}

impl Maildrop {
    /// Of these messages.
    pub fn of(mut entries: Vec<Entry>) -> Maildrop {
        entries.sort_by_key(|entry| entry.number);
        Maildrop { entries }
    }

    /// The messages, by ascending numbers.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// What a listing said, line by line.
struct Listing<T> {
    found: Vec<(u32, T)>,
    nonsense: Vec<String>,
    wrong: usize,
    octets: usize,
}

impl<T> Listing<T> {
    fn new() -> Listing<T> {
        Listing { found: Vec::new(), nonsense: Vec::new(), wrong: 0, octets: 0 }
    }

    /// Takes what was read of a line; false if there were too many.
    fn push(&mut self, line: &[u8], read: Option<(u32, T)>) -> bool {
        self.octets += line.len();
        match read.filter(|(number, _)| *number > 0) {
            Some(entry) => self.found.push(entry),
            None => {
                self.wrong += 1;
                if self.nonsense.len() < MAX_REMARKS {
                    self.nonsense.push(quote(line, QUOTED));
                }
            }
        }
        self.found.len() + self.wrong <= MAX_MESSAGES && self.octets <= MAX_LISTING
    }
}

/// What is to be known of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Their sizes: which messages there are. Without, unique-ids must be had.
    pub sizes: bool,
    /// Their unique-ids, if the server has any.
    pub unique_ids: bool,
    /// Of this message alone.
    pub one: Option<u32>,
}

impl Ask {
    fn commands(self) -> impl Iterator<Item = Command> {
        let verbs = [(self.sizes, Verb::List), (self.unique_ids, Verb::Uidl)].into_iter().filter(|(wanted, _)| *wanted);
        verbs.map(move |(_, verb)| Command::with(verb, self.one))
    }
}

impl Pop3 {
    /// What is asked, all of it in one flight where the server lets it. A server without UIDL has messages all the same,
    /// and that is remarked on.
    ///
    /// # Errors
    /// LIST was refused, or UIDL where only that is asked; or the connection's.
    pub async fn maildrop(&mut self, ask: Ask) -> Result<Maildrop, Error> {
        let (mut sizes, mut ids) = (Listing::new(), Listing::new());
        self.flight(ask.commands(), async |pop3, command| {
            let reply = match (command.verb, pop3.reply(command).await) {
                (Verb::Uidl, Err(Error::Refused(refusal))) if ask.sizes => {
                    return pop3.deviation(format!("{refusal}: there are no unique-ids"), "RFC 1939 §7");
                }
                (_, reply) => reply?,
            };
            let mut each = |line: &[u8]| match command.verb {
                Verb::Uidl => ids.push(line, UniqueId::parse(line).map(|id| (id.number, id.id.to_vec()))),
                _ => sizes.push(line, Scan::parse(line).map(|scan| (scan.number, scan.octets))),
            };
            match ask.one {
                Some(_) => {
                    each(&reply.text);
                    Ok(())
                }
                None => pop3.lines(command, &mut each).await,
            }
        })
        .await?;
        let sizes = self.checked(sizes, Verb::List)?;
        let mut ids: HashMap<u32, Vec<u8>> = self.checked_unique_ids(ids)?.into_iter().collect();
        let sized = |(number, octets)| Entry { number, octets: Some(octets), unique_id: ids.remove(&number) };
        let mut entries: Vec<Entry> = sizes.into_iter().map(sized).collect();
        if !ask.sizes {
            entries.extend(ids.drain().map(|(number, id)| Entry { number, octets: None, unique_id: Some(id) }));
        }
        if let Some(number) = ids.keys().min() {
            self.deviation(format!("UIDL lists message {number}, which LIST does not"), "RFC 1939 §7")?;
        }
        Ok(Maildrop::of(entries))
    }

    /// What is wrong with a listing is told; of two lines for one message the first counts.
    fn checked<T>(&mut self, listing: Listing<T>, verb: Verb) -> Result<Vec<(u32, T)>, Error> {
        let rfc = if verb == Verb::List { "RFC 1939 §5" } else { "RFC 1939 §7" };
        for line in &listing.nonsense {
            self.deviation(format!("{line:?} is no line of {verb}"), rfc)?;
        }
        if listing.wrong > listing.nonsense.len() {
            self.deviation(format!("{} lines of {verb} are none", listing.wrong), rfc)?;
        }
        let mut found = listing.found;
        let all = found.len();
        found.sort_by_key(|(number, _)| *number);
        let mut twice = None;
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            twice = twice.or(same.then_some(kept.0));
            same
        });
        if let Some(number) = twice {
            let more = all - found.len();
            self.deviation(format!("{verb} lists message {number} twice ({more} lines too many)"), rfc)?;
        }
        Ok(found)
    }

    fn checked_unique_ids(&mut self, listing: Listing<Vec<u8>>) -> Result<Vec<(u32, Vec<u8>)>, Error> {
        let ids = self.checked(listing, Verb::Uidl)?;
        let illegal = |(number, id): &&(u32, Vec<u8>)| !UniqueId { number: *number, id }.is_legal();
        if let Some((number, id)) = ids.iter().find(illegal) {
            let text = format!("the unique-id of message {number} is none: {:?}", quote(id, QUOTED));
            self.deviation(text, "RFC 1939 §7")?;
        }
        let (mut known, mut told) = (HashMap::new(), 0);
        for (number, id) in &ids {
            if let Some(other) = known.insert(id, *number)
                && told < MAX_REMARKS
            {
                told += 1;
                let id = quote(id, QUOTED);
                self.deviation(format!("messages {other} and {number} have the same unique-id {id:?}"), "RFC 1939 §7")?;
            }
        }
        Ok(ids)
    }
}
