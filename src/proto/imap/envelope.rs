//! `envelope`: the header of a message, parsed (RFC 9051 §2.3.5, §7.5.2; RFC 3501 §7.4.2).

use super::string::{write_nstring, write_string};
use super::token::{Reader, Text};

/// What a message says about itself. Values are unfolded and not decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// `env-date`, as it stands in the header; none where the field is missing, as with the other strings.
    pub date: Option<Vec<u8>>,
    /// `env-subject`.
    pub subject: Option<Vec<u8>>,
    /// `env-from`; empty where the field is missing or empty, as with the other lists.
    pub from: Vec<Address>,
    /// `env-sender`; that of From where there is none.
    pub sender: Vec<Address>,
    /// `env-reply-to`; that of From where there is none.
    pub reply_to: Vec<Address>,
    /// `env-to`.
    pub to: Vec<Address>,
    /// `env-cc`.
    pub cc: Vec<Address>,
    /// `env-bcc`.
    pub bcc: Vec<Address>,
    /// `env-in-reply-to`.
    pub in_reply_to: Option<Vec<u8>>,
    /// `env-message-id`.
    pub message_id: Option<Vec<u8>>,
}

/// `address`, or where a group begins or ends: the form of an address without a host says which (RFC 9051 §7.5.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Somebody.
    Mailbox(Mailbox),
    /// A group of this name begins.
    Group(Vec<u8>),
    /// It ends.
    GroupEnd,
}

/// One address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// `addr-name`, its encoded words as they are.
    pub name: Option<Vec<u8>>,
    /// `addr-adl`, the route, as `@a,@b`.
    pub route: Option<Vec<u8>>,
    /// `addr-mailbox`, without quotes.
    pub mailbox: Vec<u8>,
    /// `addr-host`.
    pub host: Vec<u8>,
}

impl Envelope {
    /// Writes it as it stands behind the word ENVELOPE.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.push(b'(');
        write_nstring(self.date.as_deref(), out);
        out.push(b' ');
        write_nstring(self.subject.as_deref(), out);
        for list in [&self.from, &self.sender, &self.reply_to, &self.to, &self.cc, &self.bcc] {
            out.push(b' ');
            write_addresses(list, out);
        }
        out.push(b' ');
        write_nstring(self.in_reply_to.as_deref(), out);
        out.push(b' ');
        write_nstring(self.message_id.as_deref(), out);
        out.push(b')');
    }
}

impl Envelope {
    /// `"(" env-date SP … ")"`. Fields that are missing at its end are taken for NIL, as some servers leave them out.
    pub fn parse(reader: &mut Reader<'_>) -> Option<Envelope> {
        reader.take(b'(')?;
        // Some servers write two pairs of parentheses.
        let double = reader.peek() == Some(b'(');
        if double {
            reader.take(b'(');
        }
        let mut envelope = Envelope { date: text(reader)?, subject: text(reader)?, ..Envelope::default() };
        let lists = [
            &mut envelope.from,
            &mut envelope.sender,
            &mut envelope.reply_to,
            &mut envelope.to,
            &mut envelope.cc,
            &mut envelope.bcc,
        ];
        for list in lists {
            *list = addresses(reader)?;
        }
        envelope.in_reply_to = text(reader)?;
        envelope.message_id = text(reader)?;
        reader.space();
        reader.take(b')')?;
        if double { reader.take(b')').map(|()| envelope) } else { Some(envelope) }
    }
}

/// `nstring`, and NIL where the list is over already.
fn text(reader: &mut Reader<'_>) -> Option<Option<Vec<u8>>> {
    reader.space();
    match reader.peek() {
        Some(b')') => Some(None),
        _ => reader.nstring().map(|text| text.map(Text::into_vec)),
    }
}

/// `"(" 1*address ")" / nil`; what is no address among them is passed over.
fn addresses(reader: &mut Reader<'_>) -> Option<Vec<Address>> {
    reader.space();
    let mut list = Vec::new();
    if reader.peek() == Some(b')') || reader.word("NIL").is_some() {
        return Some(list);
    }
    reader.list(|reader| address(reader).map(|address| list.push(address)), |_| {})?;
    Some(list)
}

fn address(reader: &mut Reader<'_>) -> Option<Address> {
    reader.take(b'(')?;
    let (name, route, mailbox, host) = (text(reader)?, text(reader)?, text(reader)?, text(reader)?);
    reader.take(b')')?;
    Some(match (mailbox, host) {
        (Some(mailbox), Some(host)) => Address::Mailbox(Mailbox { name, route, mailbox, host }),
        (Some(group), None) => Address::Group(group),
        (None, _) => Address::GroupEnd,
    })
}

impl Address {
    /// `"(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"`.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Address::Mailbox(Mailbox { name, route, mailbox, host }) => {
                out.push(b'(');
                write_nstring(name.as_deref(), out);
                out.push(b' ');
                write_nstring(route.as_deref(), out);
                out.push(b' ');
                write_string(mailbox, out);
                out.push(b' ');
                write_string(host, out);
                out.push(b')');
            }
            Address::Group(name) => {
                out.extend_from_slice(b"(NIL NIL ");
                write_string(name, out);
                out.extend_from_slice(b" NIL)");
            }
            Address::GroupEnd => out.extend_from_slice(b"(NIL NIL NIL NIL)"),
        }
    }
}

/// `"(" 1*address ")" / nil`: nothing stands between two addresses.
fn write_addresses(addresses: &[Address], out: &mut Vec<u8>) {
    if addresses.is_empty() {
        return out.extend_from_slice(b"NIL");
    }
    out.push(b'(');
    addresses.iter().for_each(|address| address.write(out));
    out.push(b')');
}
