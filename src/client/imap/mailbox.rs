//! The mailbox that is selected, and what is told of it by the way (RFC 9051 §6.3.2, §7.1, §7.4).

use super::{Error, Imap, Take, ignore, protocol};
use crate::proto::imap::{Code, Data, Request, Verb};

/// A mailbox that is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// Its name.
    pub name: String,
    /// How many messages it holds.
    pub exists: u32,
    /// How often the server has said so: messages have come, most likely.
    pub counted: u64,
    /// Its UIDs mean the same as long as this does not change.
    pub uid_validity: Option<u32>,
    /// What the next message will be called at least.
    pub uid_next: Option<u32>,
    /// The highest change (RFC 7162 §3.1.2.1).
    pub highest_mod_seq: Option<u64>,
    /// The flags that stand in it.
    pub flags: Vec<Vec<u8>>,
    /// Those that can be changed for good; `None`: the server did not say.
    pub permanent_flags: Option<Vec<Vec<u8>>>,
    /// Nothing in it can be changed.
    pub read_only: bool,
}

impl Mailbox {
    /// What is told changes what is known.
    ///
    /// # Errors
    /// Its UIDVALIDITY changes though it is selected.
    pub(super) fn observe(&mut self, data: &Data) -> Result<(), Error> {
        match data {
            Data::Exists(number) => (self.exists, self.counted) = (*number, self.counted + 1),
            Data::Expunge(_) => self.exists = self.exists.saturating_sub(1),
            Data::Vanished { earlier: false, uids } => {
                let gone = u32::try_from(uids.len(u32::MAX)).unwrap_or(u32::MAX);
                self.exists = self.exists.saturating_sub(gone);
            }
            Data::Flags(flags) => self.flags.clone_from(flags),
            Data::Status(status) => match &status.code {
                Some(Code::UidValidity(number)) => match self.uid_validity.replace(*number) {
                    // 0 is no value of it (RFC 9051 §2.3.1.1).
                    Some(known) if known != *number && known != 0 && *number != 0 => {
                        return Err(other_messages(known, *number));
                    }
                    _ => {}
                },
                Some(Code::UidNext(number)) => self.uid_next = Some(*number),
                Some(Code::HighestModSeq(number)) => self.highest_mod_seq = Some(*number),
                Some(Code::PermanentFlags(flags)) => self.permanent_flags = Some(flags.clone()),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }
}

fn other_messages(known: u32, now: u32) -> Error {
    let text = format!("the UIDVALIDITY was {known} and is {now}: UIDs mean other messages from here on");
    protocol(text, "RFC 9051 §2.3.1.1").into()
}

impl Imap {
    /// Selects a mailbox: to be written to, or only to be read (EXAMINE).
    ///
    /// # Errors
    /// [`Error::Refused`]: there is none, mostly.
    pub async fn select(&mut self, name: &str, write: bool) -> Result<&Mailbox, Error> {
        match self.select_with(name, write, None, &mut ignore).await {
            // Coremail opens nothing to clients without a name (RFC 2971).
            Err(Error::Refused(refusal)) if self.has("ID") && refusal.status.words().contains("Unsafe Login") => {
                self.remark("the server wants to know who we are: ID, and once more".to_owned());
                let id = "(\"name\" \"mailtool\")";
                self.run(&Request::new(Verb::Id).word(id), &mut ignore).await?;
                self.select_with(name, write, None, &mut ignore).await?;
            }
            opened => opened?,
        }
        Ok(self.selected.get_or_insert_default())
    }

    /// The same with a parameter (RFC 4466 §2.1), and what is told by the way.
    pub(super) async fn select_with(
        &mut self,
        name: &str,
        write: bool,
        parameter: Option<&str>,
        take: &mut Take<'_>,
    ) -> Result<(), Error> {
        let verb = if write { Verb::Select } else { Verb::Examine };
        let request = Request::new(verb).mailbox(name, self.names);
        let request = parameter.into_iter().fold(request, Request::word);
        self.selected = Some(Mailbox { name: name.to_owned(), read_only: !write, ..Mailbox::default() });
        match self.run(&request, take).await {
            Ok(status) => {
                let mailbox = self.selected.get_or_insert_default();
                mailbox.read_only |= status.code.is_some_and(|code| code.is("READ-ONLY"));
                Ok(())
            }
            Err(error) => {
                self.selected = None;
                Err(error)
            }
        }
    }

    /// Selects none.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn unselect(&mut self) -> Result<(), Error> {
        let read_only = self.selected.take().is_none_or(|mailbox| mailbox.read_only);
        // CLOSE would expunge what can be written to.
        let verb = match self.has("UNSELECT") || self.has("IMAP4REV2") || !read_only {
            true => Verb::Unselect,
            false => Verb::Close,
        };
        self.run(&Request::new(verb), &mut ignore).await.map(|_| ())
    }

    /// How many messages there are, as the server said last.
    pub(super) fn exists(&self) -> u32 {
        self.selected.as_ref().map_or(0, |mailbox| mailbox.exists)
    }
}
