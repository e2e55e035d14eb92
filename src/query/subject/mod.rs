//! What is known of a message. A query is evaluated on as much of it as there is: what is missing is told by its
//! [`Item`], so that it can be fetched when it matters, and not before.

mod imap;
mod message;
#[cfg(test)]
mod tests;

use super::term::{Place, Stamp, Term};
use crate::mime::date_time::DateTime;

pub use self::message::Reader;

/// The facts about one message, as far as they are known. Text is decoded; it may hold any character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Its UID.
    pub uid: Option<u32>,
    /// Its message sequence number.
    pub sequence: Option<u32>,
    /// Its flags and keywords, as `\Seen` and `$Work`.
    pub flags: Option<Vec<String>>,
    /// INTERNALDATE.
    pub internal_date: Option<DateTime>,
    /// SAVEDATE.
    pub save_date: Option<DateTime>,
    /// RFC822.SIZE: octets, every line ending in CRLF.
    pub size: Option<u64>,
    /// MODSEQ.
    pub modseq: Option<u64>,
    /// EMAILID.
    pub email_id: Option<String>,
    /// THREADID.
    pub thread_id: Option<String>,
    /// X-GM-LABELS.
    pub labels: Option<Vec<String>>,
    /// The fields that ENVELOPE tells: From, To, Cc, Bcc, their addresses as `Name <local@domain>`, Subject, Date,
    /// Message-ID and In-Reply-To.
    pub envelope: Option<Vec<Field>>,
    /// All fields of the header.
    pub header: Option<Vec<Field>>,
    /// Its parts, itself included.
    pub parts: Option<Vec<Part>>,
    /// What is behind the header.
    pub body: Option<Body>,
}

/// What is behind the header of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The texts in it, without transfer encodings and charsets; HTML with its tags.
    pub text: String,
    /// The header fields of its parts, and of messages within: no text of the body (RFC 9051 §6.4.4), yet text.
    pub fields: Vec<Field>,
}

/// A header field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value, unfolded and decoded.
    pub value: String,
}

/// A part, a multipart, or the message itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `type/subtype` in lower case.
    pub media_type: String,
    /// The name of its file, decoded.
    pub file_name: Option<String>,
    /// It is attached: it says so, or it has a file's name and does not say that it is inline, or it is a message
    /// within. A multipart is never.
    pub attached: bool,
}

/// What can be fetched of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The message sequence number.
    Sequence,
    /// The UID.
    Uid,
    /// The flags and keywords.
    Flags,
    /// When it was received.
    InternalDate,
    /// When it came into the mailbox.
    SaveDate,
    /// Its size.
    Size,
    /// Its mod-sequence.
    Modseq,
    /// Its identifier.
    EmailId,
    /// The identifier of its thread.
    ThreadId,
    /// Gmail's labels.
    Labels,
    /// Who wrote what to whom and when.
    Envelope,
    /// Its parts.
    Structure,
    /// All fields of the header.
    Headers,
    /// The text behind the header.
    Body,
}

impl Item {
    /// The item of FETCH that tells it; that of the sequence number is the number before FETCH.
    pub const fn name(self) -> &'static str {
        match self {
            Item::Sequence => "sequence number",
            Item::Uid => "UID",
            Item::Flags => "FLAGS",
            Item::InternalDate => "INTERNALDATE",
            Item::SaveDate => "SAVEDATE",
            Item::Size => "RFC822.SIZE",
            Item::Modseq => "MODSEQ",
            Item::EmailId => "EMAILID",
            Item::ThreadId => "THREADID",
            Item::Labels => "X-GM-LABELS",
            Item::Envelope => "ENVELOPE",
            Item::Structure => "BODYSTRUCTURE",
            Item::Headers => "BODY.PEEK[HEADER]",
            Item::Body => "BODY.PEEK[]",
        }
    }

    /// What a term is checked on; nothing where the client cannot check it.
    pub fn of(term: &Term) -> &'static [Item] {
        match term {
            Term::Text(Place::Text, _) | Term::Fuzzy(_) => &[Item::Headers, Item::Body],
            Term::Text(Place::Body, _) => &[Item::Body],
            Term::Text(..) | Term::Date(Stamp::Sent, ..) => &[Item::Envelope],
            Term::Header(..) => &[Item::Headers],
            Term::Flag(_) | Term::Keyword(_) => &[Item::Flags],
            Term::Date(Stamp::Internal, ..) | Term::Older(_) | Term::Younger(_) => &[Item::InternalDate],
            Term::Date(Stamp::Saved, ..) => &[Item::SaveDate],
            Term::Larger(_) | Term::Smaller(_) => &[Item::Size],
            Term::Uid(_) => &[Item::Uid],
            Term::Sequence(_) => &[Item::Sequence],
            Term::Modseq(_) => &[Item::Modseq],
            Term::EmailId(_) => &[Item::EmailId],
            Term::ThreadId(_) => &[Item::ThreadId],
            Term::Attachment | Term::Type(_) | Term::FileName(_) => &[Item::Structure],
            Term::Label(_) => &[Item::Labels],
            Term::Gmail(_) | Term::Raw(_) => &[],
        }
    }
}
