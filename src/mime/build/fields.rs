//! The fields above the body, in the order of the drafts in RFC 5322 §A.1, with those of the user.

use super::{BuildError, Draft};
use crate::base::date;
use crate::mime::address_list::{self, Mailbox};
use crate::mime::charset::Charset;
use crate::mime::header::{Field, WANTED_LINE, check_text, fold, unstructured};

/// The fields that a draft has itself, in order.
const OWN: [&str; 7] = ["Date", "From", "To", "Cc", "Reply-To", "Subject", "Message-ID"];

/// Further fields whose value is an address list.
const ADDRESSES: [&str; 10] = [
    "From",
    "To",
    "Cc",
    "Reply-To",
    "Sender",
    "Resent-From",
    "Resent-Sender",
    "Resent-To",
    "Resent-Cc",
    "Disposition-Notification-To",
];

const MAX_IDENTIFIER: usize = 900;

/// All fields down to MIME-Version.
pub(super) fn write(draft: &Draft, utf8: bool) -> Result<String, BuildError> {
    let mut header = String::new();
    for name in OWN {
        let mut replaced = false;
        for field in draft.extra.iter().filter(|field| field.is(name)) {
            header.push_str(&extra(field, draft.charset, utf8)?);
            replaced = true;
        }
        if !replaced {
            header.push_str(&own(draft, name, utf8)?);
        }
    }
    for field in draft.extra.iter().filter(|field| !OWN.iter().any(|name| field.is(name))) {
        header.push_str(&extra(field, draft.charset, utf8)?);
    }
    header.push_str("MIME-Version: 1.0\r\n");
    Ok(header)
}

/// True if an address that the header will show has a local part beyond ASCII.
pub(super) fn needs_smtputf8(draft: &Draft) -> bool {
    let any = |list: &[Mailbox]| list.iter().any(|mailbox| mailbox.address.needs_smtputf8());
    let kept = |name: &&str| !draft.extra.iter().any(|field| field.is(name));
    let own = OWN.iter().filter(|name| kept(name)).any(|name| any(mailboxes(draft, name)));
    let in_field = |field: &Field| address_list::parse(field.value()).is_ok_and(|list| any(&list));
    own || draft.extra.iter().any(|field| is_address_field(field) && in_field(field))
}

/// `<identifier>` on its own line if the name's line does not hold it (RFC 5322 §3.6.4, RFC 2045 §7).
pub(super) fn identifier(field: &'static str, value: &str) -> Result<String, BuildError> {
    let legal = |octet: u8| octet.is_ascii_graphic() && octet != b'<' && octet != b'>';
    if value.is_empty() || value.len() > MAX_IDENTIFIER || !value.bytes().all(legal) {
        return Err(BuildError::Identifier { field, value: value.to_owned() });
    }
    let blank = if field.len() + ": <>".len() + value.len() > WANTED_LINE { "\r\n " } else { " " };
    Ok(format!("{field}:{blank}<{value}>\r\n"))
}

/// A field of any text without controls, encoded where it must be.
pub(super) fn text(name: &str, value: &str, charset: Charset, utf8: bool) -> Result<String, BuildError> {
    check_text(value).map_err(|source| BuildError::Text { field: name.to_owned(), source })?;
    text_line(name, value, charset, utf8)
}

/// A field of the draft itself; nothing if it has none.
fn own(draft: &Draft, name: &'static str, utf8: bool) -> Result<String, BuildError> {
    match name {
        "Date" => Ok(line(name, &date::rfc5322(&draft.date))),
        "Message-ID" => identifier(name, &draft.message_id),
        "Subject" => match &draft.subject {
            Some(subject) => text(name, subject, draft.charset, utf8),
            None => Ok(String::new()),
        },
        _ => match mailboxes(draft, name) {
            [] => Ok(String::new()),
            list => address_line(name, list, draft.charset, utf8),
        },
    }
}

fn mailboxes<'a>(draft: &'a Draft, name: &str) -> &'a [Mailbox] {
    match name {
        "From" => &draft.from,
        "To" => &draft.to,
        "Cc" => &draft.cc,
        "Reply-To" => &draft.reply_to,
        _ => &[],
    }
}

/// Fails at a field that is not the user's to give.
pub(super) fn check_extra(field: &Field) -> Result<(), BuildError> {
    let is = |names: &[&str]| names.iter().any(|name| field.is(name));
    if is(&["Bcc", "Resent-Bcc"]) {
        return Err(BuildError::Bcc(field.name().to_owned()));
    }
    if is(&["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]) {
        return Err(BuildError::Contradiction(field.name().to_owned()));
    }
    Ok(())
}

/// A field of the user's: as it is if it is ASCII, otherwise by the kind of its value.
pub(super) fn extra(field: &Field, charset: Charset, utf8: bool) -> Result<String, BuildError> {
    let (name, value) = (field.name(), field.value());
    if value.is_ascii() {
        return Ok(line(name, &fold(value, column(name))));
    }
    if is_address_field(field) {
        let wrong = |source| BuildError::Addresses { field: name.to_owned(), source };
        return address_line(name, &address_list::parse(value).map_err(wrong)?, charset, utf8);
    }
    text_line(name, value, charset, utf8)
}

fn is_address_field(field: &Field) -> bool {
    ADDRESSES.iter().any(|name| field.is(name))
}

fn address_line(name: &str, list: &[Mailbox], charset: Charset, utf8: bool) -> Result<String, BuildError> {
    let wrong = |source| BuildError::Addresses { field: name.to_owned(), source };
    Ok(line(name, &address_list::encode(list, column(name), utf8, charset).map_err(wrong)?))
}

fn text_line(name: &str, text: &str, charset: Charset, utf8: bool) -> Result<String, BuildError> {
    let wrong = |source| BuildError::Charset { field: name.to_owned(), source };
    Ok(line(name, &unstructured(text, column(name), charset, utf8).map_err(wrong)?))
}

/// Where the value begins behind `Name: `.
fn column(name: &str) -> usize {
    name.len() + ": ".len()
}

fn line(name: &str, value: &str) -> String {
    let blank = if value.is_empty() { "" } else { " " };
    format!("{name}:{blank}{value}\r\n")
}
