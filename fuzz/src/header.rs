//! Values of header fields: anything is read, into no more than it could mean, and what we write is read back.

use mailtool::mime::addresses::{self, Entry};
use mailtool::mime::charset::{Charset, Readable};
use mailtool::mime::content_type::ContentType;
use mailtool::mime::disposition::Disposition;
use mailtool::mime::encoded_word::{self, Context};
use mailtool::mime::flaw::Flaw;
use mailtool::mime::{address_list, date_time, file_name, identifier, parameter};

/// The most octets that one octet of a value can mean; U+FFFD has three, and some charsets have pairs of letters.
const MOST: usize = 4;

/// The octets are the value of every kind of field.
pub fn check(octets: &[u8]) {
    words(octets);
    parameters(octets);
    address_fields(octets);
    let (date, flaws) = date_time::parse(octets);
    judge(octets, &flaws, 0);
    if let Some(date) = date {
        // RFC 3339 has years of four digits.
        assert!(date.timestamp().is_none() || date.to_string().len() >= 25, "{date}");
    }
    let (identifiers, flaws) = identifier::list(octets);
    judge(octets, &flaws, identifiers.iter().map(|id| id.id.len()).sum());
    Readable::for_label(octets).map(Readable::name);
    if let Ok(text) = std::str::from_utf8(octets) {
        written(text, super::chance(octets) % 30);
    }
}

fn words(octets: &[u8]) {
    for context in [Context::Unstructured, Context::Phrase] {
        let (text, flaws) = encoded_word::read(octets, context);
        judge(octets, &flaws, text.len());
    }
}

fn parameters(octets: &[u8]) {
    let (_, all, flaws) = parameter::read_field(octets);
    // Of a name that stands twice every reading is told, and of an extended one the other form too.
    let told: usize = all.iter().map(|one| one.name.len() + one.value.len()).sum();
    judge(octets, &flaws, told / 2);
    let (content_type, flaws) = ContentType::parse(octets);
    judge(octets, &flaws, content_type.essence().len().saturating_sub("text/plain".len()));
    let (disposition, flaws) = Disposition::parse(octets);
    judge(octets, &flaws, 0);
    let name = disposition.filename().or(content_type.charset()).unwrap_or_default();
    let safe = file_name::safe(name, "part");
    assert!(!safe.is_empty() && safe.len() <= 255 && !safe.contains(['/', '\\', '\0']), "{safe:?}");
    assert!(safe != "." && safe != "..", "{name:?}");
    assert_eq!(file_name::safe(&safe, "part"), safe, "{name:?}");
}

fn address_fields(octets: &[u8]) {
    let (entries, flaws) = addresses::read(octets);
    let told = addresses::addresses(&entries).map(|one| one.name.as_ref().map_or(0, String::len) + one.mailbox.len());
    judge(octets, &flaws, told.sum());
    let groups = entries.iter().filter(|entry| matches!(entry, Entry::Group { .. })).count();
    let ends = entries.iter().filter(|entry| matches!(entry, Entry::GroupEnd)).count();
    assert_eq!(groups, ends, "{entries:?}");
}

/// Every place is in the value, and the value means no more than it can.
fn judge(octets: &[u8], flaws: &[Flaw], meant: usize) {
    assert!(flaws.iter().all(|flaw| flaw.offset <= octets.len() as u64 && !flaw.message.is_empty()), "{flaws:?}");
    assert!(meant <= MOST * octets.len(), "{meant} octets of {}", octets.len());
}

/// What we write for a text means that text.
fn written(text: &str, column: usize) {
    for context in [Context::Unstructured, Context::Phrase] {
        let encoded = encoded_word::encode(text, column, Charset::UTF_8, context).expect("any text in UTF-8");
        let (decoded, flaws) = encoded_word::read(encoded.as_bytes(), Context::Unstructured);
        assert_eq!((decoded.as_str(), flaws.as_slice()), (text, &[][..]), "{encoded:?}");
    }
    for write in [parameter::encode, parameter::encode_compatible] {
        let field = format!("attachment{}", write("filename", text, column));
        let (disposition, _) = Disposition::parse(field.as_bytes());
        assert_eq!(disposition.filename(), Some(text), "{field:?}");
    }
    if let Ok(list) = address_list::parse(text) {
        for utf8 in [false, true] {
            let Ok(encoded) = address_list::encode(&list, column, utf8, Charset::UTF_8) else { continue };
            let read = address_list::parse(&encoded);
            let names = |list: &[address_list::Mailbox]| list.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
            assert_eq!(read.map(|read| names(&read)), Ok(names(&list)), "{encoded:?}");
        }
    }
}
