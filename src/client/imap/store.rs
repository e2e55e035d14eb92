//! What changes messages: STORE, COPY, MOVE, EXPUNGE (RFC 9051 §6.4.3, §6.4.6 to §6.4.9; RFC 4315, RFC 6851).

use super::{Error, Imap, Refusal, Told, ignore, only_data};
use crate::proto::imap::request::MAX_SET;
use crate::proto::imap::{Code, Data, Fetch, Request, SequenceSet, Status, Verb};

/// What became of messages that were copied or moved (COPYUID).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The UIDVALIDITY of the mailbox that they got to.
    pub validity: u32,
    /// Their UIDs.
    pub from: SequenceSet,
    /// Their UIDs there, in the same order.
    pub to: SequenceSet,
}

/// What is done to flags.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// They are added, else taken away.
    pub add: bool,
    /// Which.
    pub flags: &'a [String],
    /// Only of messages that nobody has changed behind this MODSEQ.
    pub unchanged_since: Option<u64>,
}

impl Imap {
    /// Adds flags to messages, or takes them away. What flags they have then.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn store(
        &mut self,
        set: &SequenceSet,
        add: bool,
        flags: &[String],
        each: &mut dyn FnMut(&Fetch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.store_unchanged(set, Stored { add, flags, unchanged_since: None }, each).await.map(|_| ())
    }

    /// The same of those messages alone that nobody has changed behind a MODSEQ (RFC 7162 §3.1.3): those that were left
    /// as they are.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn store_unchanged(
        &mut self,
        set: &SequenceSet,
        Stored { add, flags, unchanged_since }: Stored<'_>,
        each: &mut dyn FnMut(&Fetch) -> Result<(), Error>,
    ) -> Result<SequenceSet, Error> {
        let item = if add { "+FLAGS" } else { "-FLAGS" };
        let mut left = SequenceSet::default();
        for part in set.ascending().split(MAX_SET) {
            let since = unchanged_since.map(|mod_seq| format!("(UNCHANGEDSINCE {mod_seq})"));
            let request = since.into_iter().fold(Request::uid(Verb::Store).set(&part), Request::word);
            let mut take = |told: Told<'_>| match only_data(told)? {
                Some(Data::Fetch(fetch)) if fetch.uid().is_some() => each(fetch),
                _ => Ok(()),
            };
            let code = match self.run(&request.word(item).flags(flags), &mut take).await {
                Ok(status) => status.code,
                // Some of the others are gone.
                Err(Error::Refused(Refusal { status, .. })) if is_modified(status.code.as_ref()) => status.code,
                Err(error) => return Err(error),
            };
            if let Some(Code::Modified(modified)) = &code {
                left.extend(modified);
            }
        }
        Ok(left)
    }

    /// Copies messages.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn copy(&mut self, set: &SequenceSet, mailbox: &str) -> Result<Vec<Moved>, Error> {
        self.transfer(Verb::Copy, set, mailbox).await
    }

    /// Whether [`move_to`](Imap::move_to) can take away what it copied and nothing else.
    pub fn can_move(&self) -> bool {
        self.has("MOVE") || self.has("IMAP4REV2") || self.can_expunge_some()
    }

    /// Whether [`expunge`](Imap::expunge) can do so with some messages alone.
    pub fn can_expunge_some(&self) -> bool {
        self.has("UIDPLUS") || self.has("IMAP4REV2")
    }

    /// Moves messages: by MOVE, else they are copied, marked as deleted, and expunged. Where a server cannot do that with
    /// some messages alone, all that are marked go.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn move_to(&mut self, set: &SequenceSet, mailbox: &str) -> Result<Vec<Moved>, Error> {
        if self.has("MOVE") || self.has("IMAP4REV2") {
            return self.transfer(Verb::Move, set, mailbox).await;
        }
        let moved = self.copy(set, mailbox).await?;
        self.store(set, true, &["\\Deleted".to_owned()], &mut |_| Ok(())).await?;
        let some = self.can_expunge_some();
        self.expunge(some.then_some(set)).await?;
        Ok(moved)
    }

    async fn transfer(&mut self, verb: Verb, set: &SequenceSet, mailbox: &str) -> Result<Vec<Moved>, Error> {
        let mut moved = Vec::new();
        for part in set.ascending().split(MAX_SET) {
            let request = Request::uid(verb).set(&part).mailbox(mailbox, self.names());
            // MOVE tells it by the way (RFC 6851 §4.3).
            let mut take = |told: Told<'_>| {
                if let Some(Data::Status(status)) = only_data(told)? {
                    moved.extend(copied(status));
                }
                Ok(())
            };
            let status = self.run(&request, &mut take).await?;
            moved.extend(copied(&status));
        }
        Ok(moved)
    }

    /// Removes what is marked as deleted: of these messages, or everything. How many went.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn expunge(&mut self, set: Option<&SequenceSet>) -> Result<u32, Error> {
        let before = self.exists();
        let parts =
            set.map_or_else(|| vec![None], |set| set.ascending().split(MAX_SET).into_iter().map(Some).collect());
        for part in parts {
            let request = match &part {
                Some(part) => Request::uid(Verb::Expunge).set(part),
                None => Request::new(Verb::Expunge),
            };
            self.run(&request, &mut ignore).await?;
        }
        Ok(before.saturating_sub(self.exists()))
    }
}

fn is_modified(code: Option<&Code>) -> bool {
    matches!(code, Some(Code::Modified(_)))
}

fn copied(status: &Status) -> Option<Moved> {
    match &status.code {
        Some(Code::CopyUid { validity, from, to }) => {
            Some(Moved { validity: *validity, from: from.clone(), to: to.clone() })
        }
        _ => None,
    }
}
