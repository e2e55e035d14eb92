//! What a query finds: the server is asked what it can be asked, and what is left is checked here.

use std::collections::BTreeMap;

use jiff::Zoned;

use super::{Contents, Error, Got, Imap};
use crate::mime::date_time;
use crate::proto::imap::{Fetch, Item as Told, Names, SequenceSet};
use crate::proto::quoted_str;
use crate::query::compile::{Capabilities, CompileError, Piece, Plan, SearchKeys, compile};
use crate::query::subject::{Item, Reader, Subject};
use crate::query::{Context, Query, Unknown, evaluate};

/// Why nothing could be found out.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// The query cannot be asked here.
    #[error(transparent)]
    Query(#[from] CompileError),
    /// Some of it cannot be checked here.
    #[error(transparent)]
    Unknown(#[from] Unknown),
    /// The conversation.
    #[error(transparent)]
    Imap(#[from] Error),
}

impl Imap {
    /// How a query is answered with this server.
    ///
    /// # Errors
    /// It cannot be asked here.
    pub async fn plan(&mut self, query: &Query, now: &Zoned) -> Result<Plan, FindError> {
        let offer = self.offer().await?;
        Ok(compile(query, &offer, now)?)
    }

    /// The UIDs of the messages in the mailbox that a query means.
    ///
    /// # Errors
    /// It cannot be asked or checked, the connection's, or a refusal.
    pub async fn find(&mut self, query: &Query, now: &Zoned) -> Result<SequenceSet, FindError> {
        let mut offer = self.offer().await?;
        let mut plan = compile(query, &offer, now)?;
        let found = match self.search(&verbatim(&plan.server)).await {
            Err(Error::Refused(refusal)) if plan.charset.is_some() && refusal.is_bad_charset() => {
                offer.charset_unavailable = true;
                plan = compile(query, &offer, now)?;
                self.search(&verbatim(&plan.server)).await?
            }
            found => found?,
        };
        match &plan.residue {
            Some(residue) => self.check(residue, &plan.needs, found, now).await,
            None => Ok(found),
        }
    }

    async fn offer(&mut self) -> Result<Capabilities, Error> {
        let words = self.capabilities().await?.to_vec();
        let mut offer = Capabilities::of(words.iter().map(String::as_str));
        offer.utf8 = self.names() != Names::Utf7;
        Ok(offer)
    }

    /// Which of the messages that were found are meant. What they are made of is fetched only of those that nothing else
    /// decides.
    async fn check(
        &mut self,
        residue: &Query,
        needs: &[Item],
        found: SequenceSet,
        now: &Zoned,
    ) -> Result<SequenceSet, FindError> {
        let mailbox = self.selected().cloned().unwrap_or_default();
        let last_uid = mailbox.uid_next.map(|next| next.saturating_sub(1));
        let context = Context { now, last_uid, last_sequence: Some(mailbox.exists) };
        let (light, heavy): (Vec<Item>, Vec<Item>) = needs.iter().partition(|item| !is_heavy(**item));
        let mut subjects = self.subjects(&found, &light).await?;
        let (mut meant, mut open) = (Vec::new(), Vec::new());
        for (uid, subject) in &subjects {
            match evaluate(residue, subject, &context) {
                Ok(true) => meant.push(*uid),
                Ok(false) => {}
                Err(Unknown::Missing(item)) if heavy.contains(&item) => open.push(*uid),
                Err(unknown) => return Err(unknown.into()),
            }
        }
        let item = if heavy.contains(&Item::Body) { Item::Body } else { Item::Headers };
        let mut readers = Readers { reader: Reader::default(), read: Vec::new() };
        self.contents(&open, item.name(), &mut readers).await?;
        for (uid, read) in readers.read {
            let Some(subject) = subjects.remove(&uid) else { continue };
            let subject = Subject {
                envelope: subject.envelope.or(read.envelope),
                header: read.header,
                parts: subject.parts.or(read.parts.filter(|_| item == Item::Body)),
                body: read.body.filter(|_| item == Item::Body),
                ..subject
            };
            if evaluate(residue, &subject, &context)? {
                meant.push(uid);
            }
        }
        Ok(SequenceSet::from_numbers(meant))
    }

    /// What is known of each message of the set.
    async fn subjects(&mut self, found: &SequenceSet, items: &[Item]) -> Result<BTreeMap<u32, Subject>, Error> {
        let mut subjects: BTreeMap<u32, Subject> = BTreeMap::new();
        if found.is_empty() {
            return Ok(subjects);
        }
        let told = items.iter().filter(|item| !matches!(item, Item::Sequence | Item::Uid)).map(|item| item.name());
        let items = ["UID"].into_iter().chain(told).collect::<Vec<_>>().join(" ");
        let mut each = |fetch: &Fetch| {
            if let Some(uid) = fetch.uid() {
                let known = subjects.remove(&uid).unwrap_or_default();
                subjects.insert(uid, subject(fetch, known));
            }
            Ok(())
        };
        self.fetch(found, &format!("({items})"), &mut each).await?;
        Ok(subjects)
    }
}

/// It is as large as the message may be.
fn is_heavy(item: Item) -> bool {
    matches!(item, Item::Headers | Item::Body)
}

/// What a FETCH tells of a message, beside what is known of it.
fn subject(fetch: &Fetch, known: Subject) -> Subject {
    let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
    let date = |octets: &[u8]| date_time::parse(octets).0;
    let known = Subject { sequence: Some(fetch.number), uid: fetch.uid(), ..known };
    fetch.items.iter().fold(known, |known, item| match item {
        Told::Flags(flags) => Subject { flags: Some(flags.iter().map(|flag| text(flag)).collect()), ..known },
        Told::InternalDate(moment) => Subject { internal_date: date(moment), ..known },
        Told::SaveDate(Some(moment)) => Subject { save_date: date(moment), ..known },
        Told::Size(octets) => Subject { size: Some(*octets), ..known },
        Told::ModSeq(number) => Subject { modseq: Some(*number), ..known },
        Told::EmailId(id) => Subject { email_id: Some(text(id)), ..known },
        Told::ThreadId(Some(id)) => Subject { thread_id: Some(text(id)), ..known },
        Told::Envelope(envelope) => known.with_envelope(envelope),
        Told::Structure(structure) => known.with_structure(structure),
        _ => known,
    })
}

/// Search keys as one text, in which strings stand in quotes: whoever sends it makes literals of those that need it.
fn verbatim(keys: &SearchKeys) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Literal(text) => quoted_str(text),
    };
    keys.pieces().iter().map(piece).collect()
}

/// Reads messages as they come.
struct Readers {
    reader: Reader,
    read: Vec<(u32, Subject)>,
}

impl Contents for Readers {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        self.reader = Reader::default();
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.reader.push(octets);
        Ok(())
    }

    fn end(&mut self, uid: u32, got: Got) -> Result<(), Error> {
        let read = std::mem::take(&mut self.reader).finish();
        if matches!(got, Got::Octets(_)) {
            self.read.push((uid, read));
        }
        Ok(())
    }
}
