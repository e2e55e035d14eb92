//! APPEND: messages into a mailbox, and into the place of others (RFC 9051 §6.3.12, RFC 3502, RFC 4315 §3, RFC 3516
//! §4.4, RFC 8508).

use std::io::Read;

use super::{Error, Imap, Told, ignore, only_data};
use crate::proto::imap::{Code, Data, Request, Status, Verb};

/// More UIDs than this are not those of one command.
const MOST: usize = 10_000;

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
    /// Appends messages, whose octets follow each other in `source`: all of them, or none (RFC 3502). Where each got to;
    /// nothing if the server does not say so.
    ///
    /// # Errors
    /// [`Error::Refused`], and [`Error::Local`] if there are fewer octets than were said.
    pub async fn append(
        &mut self,
        mailbox: &str,
        letters: &[Letter<'_>],
        source: &mut dyn Read,
    ) -> Result<Vec<Appended>, Error> {
        let request = Request::new(Verb::Append).mailbox(mailbox, self.names());
        let request = letters.iter().fold(request, with_letter);
        let ticket = self.say(&request, Some(source), &mut ignore).await?;
        let status = self.finish(&ticket, &mut ignore).await?;
        Ok(appended(&status).filter(|appended| appended.len() == letters.len()).unwrap_or_default())
    }

    /// Puts a message into the place of the one with this UID, in one step (RFC 8508). Where it got to, if the server says
    /// so.
    ///
    /// # Errors
    /// As [`append`](Imap::append).
    pub async fn replace(
        &mut self,
        uid: u32,
        mailbox: &str,
        letter: &Letter<'_>,
        source: &mut dyn Read,
    ) -> Result<Option<Appended>, Error> {
        let request = Request::uid(Verb::Replace).word(uid).mailbox(mailbox, self.names());
        // It is told by the way (RFC 8508 §3.4).
        let mut said = None;
        let take = &mut |told: Told<'_>| {
            if let Some(Data::Status(status)) = only_data(told)? {
                said = appended(status).or(said.take());
            }
            Ok(())
        };
        let ticket = self.say(&with_letter(request, letter), Some(source), take).await?;
        let status = self.finish(&ticket, take).await?;
        Ok(appended(&status).or(said).and_then(|appended| appended.first().copied()))
    }

    /// How long a message may be that is appended to a mailbox, if the server says so (RFC 7889).
    ///
    /// # Errors
    /// The connection's. Of a mailbox that is not there nothing is known.
    pub async fn append_limit(&mut self, mailbox: &str) -> Result<Option<u64>, Error> {
        let all = self.offered.iter().flatten().find_map(|word| word.strip_prefix("APPENDLIMIT=")?.parse().ok());
        if all.is_some() || !self.has("APPENDLIMIT") {
            return Ok(all);
        }
        let (mut limit, request) = (None, Request::new(Verb::Status).mailbox(mailbox, self.names()));
        let take = &mut |told: Told<'_>| {
            if let Some(Data::MailboxStatus { items, .. }) = only_data(told)? {
                limit = items.iter().find(|(name, _)| name == "APPENDLIMIT").map(|(_, octets)| *octets);
            }
            Ok(())
        };
        self.granted(&request.word("(APPENDLIMIT)"), take).await?;
        Ok(limit)
    }
}

/// `append-message`.
fn with_letter(mut request: Request, letter: &Letter<'_>) -> Request {
    if !letter.flags.is_empty() {
        request = request.flags(letter.flags);
    }
    if let Some(date) = letter.date {
        request = request.string(date.as_bytes());
    }
    request.content(letter.octets, letter.binary)
}

/// What APPENDUID says.
fn appended(status: &Status) -> Option<Vec<Appended>> {
    match &status.code {
        Some(Code::AppendUid { validity, uids }) => {
            let uids = uids.numbers(MOST).flatten();
            Some(uids.map(|uid| Appended { validity: *validity, uid }).collect())
        }
        _ => None,
    }
}
