//! Sorting and threading what was found, where the server does not (RFC 5256).

use std::collections::HashMap;

use super::messages::is_asked;
use super::{Contents, Error, Got, Imap};
use crate::proto::imap::SequenceSet;
use crate::proto::imap::thread::Member;
use crate::query::sort::{Criterion, Sorter};
use crate::query::thread::{Algorithm, Letter};

const REFERENCES: &str = "BODY.PEEK[HEADER.FIELDS (REFERENCES)]";
/// So many octets of a References field are read.
const LONGEST: usize = 64 * 1024;

impl Imap {
    /// The messages of a set in an order, by their UIDs.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn sort_here(&mut self, criteria: &[Criterion], found: &SequenceSet) -> Result<Vec<u32>, Error> {
        let mut sorter = Sorter::new(criteria);
        let items = format!("(UID {})", sorter.items().join(" "));
        self.fetch(found, &items, &mut |fetch| {
            fetch.uid().filter(|_| is_asked(fetch)).into_iter().for_each(|uid| sorter.add(uid, fetch));
            Ok(())
        })
        .await?;
        Ok(sorter.finish())
    }

    /// The threads of the messages of a set, by their UIDs.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn threads_here(&mut self, algorithm: Algorithm, found: &SequenceSet) -> Result<Vec<Member>, Error> {
        let mut letters = Vec::new();
        self.fetch(found, "(UID INTERNALDATE ENVELOPE)", &mut |fetch| {
            letters.extend(fetch.uid().filter(|_| is_asked(fetch)).map(|uid| Letter::new(uid, fetch)));
            Ok(())
        })
        .await?;
        if algorithm == Algorithm::References {
            let uids: Vec<u32> = letters.iter().map(Letter::uid).collect();
            let letters = letters.iter_mut().map(|letter| (letter.uid(), letter)).collect();
            self.contents(&uids, REFERENCES, &mut References { letters, field: Vec::new() }).await?;
        }
        Ok(algorithm.threads(letters))
    }
}

/// Takes the References fields of messages.
struct References<'a> {
    letters: HashMap<u32, &'a mut Letter>,
    /// That of the message whose octets come.
    field: Vec<u8>,
}

impl Contents for References<'_> {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        self.field.clear();
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        let room = LONGEST.saturating_sub(self.field.len()).min(octets.len());
        self.field.extend_from_slice(octets.get(..room).unwrap_or_default());
        Ok(())
    }

    fn end(&mut self, uid: u32, got: Got) -> Result<(), Error> {
        let colon = self.field.iter().position(|octet| *octet == b':').filter(|_| matches!(got, Got::Octets(_)));
        let value = colon.and_then(|colon| self.field.get(colon + 1..));
        if let (Some(letter), Some(value)) = (self.letters.get_mut(&uid), value) {
            letter.with_references(value);
        }
        Ok(())
    }
}
