//! APPEND: a message into a mailbox (RFC 9051 §6.3.12, RFC 4315 §3, RFC 3516 §4.4).

use std::io::Read;

use super::{Error, Imap, ignore};
use crate::proto::imap::{Code, Request, Verb};

/// Where a message got to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The UIDVALIDITY of the mailbox.
    pub validity: u32,
    /// Its UID there.
    pub uid: u32,
}

/// A message that is to be appended.
pub struct Letter<'a> {
    /// Its flags.
    pub flags: &'a [String],
    /// When it is said to have been received: `23-Nov-2026 07:00:00 +0000`.
    pub date: Option<&'a str>,
    /// How many octets it has, lines ending in CRLF.
    pub octets: u64,
    /// It holds NUL: only a server with BINARY takes it.
    pub binary: bool,
}

impl Imap {
    /// Appends a message. `None`: the server does not say where it got to.
    ///
    /// # Errors
    /// [`Error::Refused`], and [`Error::Local`] if there are fewer octets than were said.
    pub async fn append(
        &mut self,
        mailbox: &str,
        letter: &Letter<'_>,
        source: &mut dyn Read,
    ) -> Result<Option<Appended>, Error> {
        let mut request = Request::new(Verb::Append).mailbox(mailbox, self.names());
        if !letter.flags.is_empty() {
            request = request.flags(letter.flags);
        }
        if let Some(date) = letter.date {
            request = request.string(date.as_bytes());
        }
        let request = request.content(letter.octets, letter.binary);
        let ticket = self.say(&request, Some(source), &mut ignore).await?;
        let status = self.finish(&ticket, &mut ignore).await?;
        Ok(match status.code {
            Some(Code::AppendUid { validity, uids }) => uids.single().map(|uid| Appended { validity, uid }),
            _ => None,
        })
    }
}
