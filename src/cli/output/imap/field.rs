//! What can be shown of a message: how IMAP is asked for it, and how it reads in a column or where a template names it.

use crate::cli::output::template::Names;
use crate::mime::{date_time, encoded_word};
use crate::proto::imap::envelope::{self, Address};
use crate::proto::imap::{Envelope, Fetch, Item, Names as Written, Url, mailbox};

/// One thing that is known of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its UID.
    Uid,
    /// Its flags.
    Flags,
    /// The change of it that came last (RFC 7162).
    ModSeq,
    /// Its octets.
    Size,
    /// The date of its header, else when it was received.
    Date,
    /// When it came into the mailbox (RFC 8514).
    SaveDate,
    /// Its authors.
    From,
    /// Their addresses.
    FromAddress,
    /// Who it is for.
    To,
    /// Their addresses.
    ToAddress,
    /// Its identifier, the same in all mailboxes (RFC 8474), else that of Gmail.
    EmailId,
    /// That of its conversation.
    ThreadId,
    /// Gmail's labels.
    Labels,
    /// Its Message-ID.
    MessageId,
    /// The mailbox that it is in.
    Mailbox,
    /// Its URL (RFC 5092).
    Url,
    /// Its subject.
    Subject,
    /// How its text begins (RFC 8970).
    Preview,
}

use Field::*;

/// Names in templates, which are those in JSON too where a message has them there.
const NAMES: [(&str, Field); 18] = [
    ("uid", Uid),
    ("flags", Flags),
    ("modseq", ModSeq),
    ("size", Size),
    ("date", Date),
    ("savedate", SaveDate),
    ("from", From),
    ("from.addr", FromAddress),
    ("to", To),
    ("to.addr", ToAddress),
    ("emailid", EmailId),
    ("threadid", ThreadId),
    ("labels", Labels),
    ("message_id", MessageId),
    ("mailbox", Mailbox),
    ("url", Url),
    ("subject", Subject),
    ("preview", Preview),
];

impl Names for Field {
    fn names() -> Vec<(&'static str, Field)> {
        NAMES.to_vec()
    }
}

impl Field {
    /// The ways to ask for it: the capability that each needs, which is empty for what all servers know, and the items.
    /// None: nobody need be asked.
    pub fn ways(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Uid | Mailbox | Url => &[],
            Flags => &[("", "FLAGS")],
            Size => &[("", "RFC822.SIZE")],
            Date => &[("", "INTERNALDATE ENVELOPE")],
            From | FromAddress | To | ToAddress | MessageId | Subject => &[("", "ENVELOPE")],
            ModSeq => &[("CONDSTORE", "MODSEQ"), ("QRESYNC", "MODSEQ")],
            SaveDate => &[("SAVEDATE", "SAVEDATE")],
            Preview => &[("PREVIEW", "PREVIEW")],
            EmailId => &[("OBJECTID", "EMAILID"), ("X-GM-EXT-1", "X-GM-MSGID")],
            ThreadId => &[("OBJECTID", "THREADID"), ("X-GM-EXT-1", "X-GM-THRID")],
            Labels => &[("X-GM-EXT-1", "X-GM-LABELS")],
        }
    }

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }

    /// What is told of it, not safe to show; `moment` is how dates are written, in UTC. `None`: nothing.
    pub fn text(self, fetch: &Fetch, url: &Url, moment: &str) -> Option<String> {
        let written = |moment_of: Option<jiff::Timestamp>| moment_of.map(|at| at.strftime(moment).to_string());
        let plain = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
        let envelope = find(fetch, |item| if let Item::Envelope(found) = item { Some(found.as_ref()) } else { None });
        let people = |of: fn(&Envelope) -> &Vec<Address>, called: fn(&envelope::Mailbox) -> String| {
            envelope.map(|envelope| people(of(envelope), called)).filter(|text| !text.is_empty())
        };
        match self {
            Uid => fetch.uid().map(|uid| uid.to_string()),
            Flags => fetch.flags().map(flags_in_words),
            Size => size(fetch).map(|size| size.to_string()),
            Date => written(date(envelope).or_else(|| received(fetch))),
            From => people(|envelope| &envelope.from, called),
            FromAddress => people(|envelope| &envelope.from, address),
            To => people(|envelope| &envelope.to, called),
            ToAddress => people(|envelope| &envelope.to, address),
            Subject => envelope?.subject.as_deref().map(encoded_word::decode),
            MessageId => envelope?.message_id.as_deref().map(|id| plain(id).trim().to_owned()),
            Mailbox => Some(url.mailbox.clone()),
            Url => fetch.uid().map(|uid| url.message(uid).to_string()),
            ModSeq | SaveDate | EmailId | ThreadId | Labels | Preview => find(fetch, |item| match (self, item) {
                (ModSeq, Item::ModSeq(number)) => Some(number.to_string()),
                (SaveDate, Item::SaveDate(Some(date))) => written(internal(date)),
                (EmailId, Item::EmailId(id)) | (ThreadId, Item::ThreadId(Some(id))) => Some(plain(id)),
                (Labels, Item::Labels(labels)) => Some(label_names(labels).join(" ")),
                // It is one line by its meaning, and long.
                (Preview, Item::Preview(Some(text))) => {
                    Some(plain(text).split_whitespace().collect::<Vec<_>>().join(" "))
                }
                _ => None,
            }),
        }
    }
}

fn find<'a, T>(fetch: &'a Fetch, of: impl Fn(&'a Item) -> Option<T>) -> Option<T> {
    fetch.items.iter().find_map(of)
}

/// Flags without the backslash of those of the system, in small letters; keywords as they are. That a message is recent
/// says nothing that lasts.
pub fn flags_in_words(flags: &[Vec<u8>]) -> String {
    let word = |flag: &Vec<u8>| {
        let text = String::from_utf8_lossy(flag).into_owned();
        text.strip_prefix('\\').map(str::to_ascii_lowercase).unwrap_or(text)
    };
    flags.iter().map(word).filter(|word| word != "recent").collect::<Vec<_>>().join(" ")
}

/// Octets of the message.
pub fn size(fetch: &Fetch) -> Option<u64> {
    find(fetch, |item| if let Item::Size(size) = item { Some(*size) } else { None })
}

/// When it was received.
pub fn received(fetch: &Fetch) -> Option<jiff::Timestamp> {
    internal(find(fetch, |item| if let Item::InternalDate(date) = item { Some(date) } else { None })?)
}

/// `date-time`: `17-Jul-1996 02:44:25 -0700`.
pub fn internal(date: &[u8]) -> Option<jiff::Timestamp> {
    let spaced = String::from_utf8_lossy(date).replacen('-', " ", 2);
    date_time::parse(spaced.trim().as_bytes()).0?.timestamp()
}

/// Labels are written as names of mailboxes are (modified UTF-7), unless they are the system's.
pub fn label_names(labels: &[Vec<u8>]) -> Vec<String> {
    labels.iter().map(|label| mailbox::decode(label, Written::Utf7)).collect()
}

/// The date of the header.
fn date(envelope: Option<&Envelope>) -> Option<jiff::Timestamp> {
    date_time::parse(envelope?.date.as_deref()?).0?.timestamp()
}

fn people(addresses: &[Address], called: fn(&envelope::Mailbox) -> String) -> String {
    let names = addresses.iter().filter_map(|one| match one {
        Address::Mailbox(mailbox) => Some(called(mailbox)),
        Address::Group(name) => Some(format!("{}:", encoded_word::decode(name))),
        Address::GroupEnd => None,
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The name of somebody, or the address where there is none.
fn called(mailbox: &envelope::Mailbox) -> String {
    let name = mailbox.name.as_deref().map(encoded_word::decode).filter(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| address(mailbox))
}

fn address(mailbox: &envelope::Mailbox) -> String {
    format!("{}@{}", String::from_utf8_lossy(&mailbox.mailbox), String::from_utf8_lossy(&mailbox.host))
}
