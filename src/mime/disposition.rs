//! Reading Content-Disposition (RFC 2183), and the name of a part's file.

use super::content_type::ContentType;
use super::cursor::Cursor;
use super::flaw::Flaw;
use super::flaw::Severity::{Info, Warning};
use super::notes::{Kind as FlawKind, Notes, shown};
use super::parameter::{self, Form, Parameters, is_token};

const MISSING: FlawKind = (Warning, "disposition-missing", "RFC 2183 §2");
const UNKNOWN: FlawKind = (Info, "disposition-unknown", "RFC 2183 §2.8");
const NAMES_DIFFER: FlawKind = (Warning, "file-names-differ", "RFC 2183 §2.3");

/// How a part is meant to be shown (RFC 2183 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// With the text around it (§2.1).
    Inline,
    /// Only when the reader asks for it (§2.2).
    Attachment,
    /// Any other; to be treated as [`Kind::Attachment`] (§2.8).
    Other,
}

/// The value of a Content-Disposition field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposition {
    /// What it asks for.
    pub kind: Kind,
    /// `disposition-type` as it stands there, in lower case.
    pub name: String,
    /// In the order of the field.
    pub parameters: Parameters,
}

impl Disposition {
    /// Reads the value of the field, whatever it holds, and says what is wrong with it. Without a type it is an
    /// attachment. Offsets count from the beginning of the value. Takes linear time.
    pub fn parse(value: &[u8]) -> (Disposition, Vec<Flaw>) {
        let mut notes = Notes::default();
        let mut cursor = Cursor::new(value);
        cursor.skip_cfws();
        let start = cursor.at();
        let name = disposition_type(&mut cursor);
        let name = String::from_utf8_lossy(&name).trim().to_ascii_lowercase();
        let kind = match name.as_str() {
            "inline" => Kind::Inline,
            "attachment" => Kind::Attachment,
            "" => {
                notes.note(MISSING, start, "the field does not say inline or attachment; taken for attachment");
                Kind::Attachment
            }
            other => {
                let message = format!("{:?} is not known and means attachment", shown(other.as_bytes()));
                notes.note(UNKNOWN, start, message);
                Kind::Other
            }
        };
        let parameters = Parameters::read(&mut cursor, name.is_empty(), &mut notes);
        (Disposition { kind, name, parameters }, notes.finish())
    }

    /// The type and the parameters of the field as they were written: in its own letters, RFC 2231 not decoded.
    pub(super) fn written(value: &[u8]) -> (Vec<u8>, Vec<parameter::Whole>) {
        let mut cursor = Cursor::new(value);
        cursor.skip_cfws();
        let name = disposition_type(&mut cursor);
        let parameters = parameter::written(&mut cursor, name.is_empty());
        (name, parameters)
    }

    /// The suggested name of the file (RFC 2183 §2.3) as it was sent: not to be opened before
    /// [`super::file_name::safe`] has seen it.
    pub fn filename(&self) -> Option<&str> {
        self.parameters.value("filename")
    }

    /// The size that the sender tells, in octets (RFC 2183 §2.7).
    pub fn size(&self) -> Option<u64> {
        self.parameters.value("size")?.trim().parse().ok()
    }
}

/// `disposition-type`; empty if a parameter stands there.
fn disposition_type(cursor: &mut Cursor<'_>) -> Vec<u8> {
    match parameter::begins(cursor) {
        true => Vec::new(),
        false => match cursor.quoted(true) {
            Some(quoted) => quoted.value,
            None => cursor.take_while(is_token).to_vec(),
        },
    }
}

/// The name of a part's file as it was sent: `filename*` goes before `filename`, that before `name*` of Content-Type,
/// that before its `name`; an empty one does not count. Names that differ from it are noted with offset 0: they stand
/// in two fields.
pub fn file_name(disposition: Option<&Disposition>, content_type: Option<&ContentType>) -> (Option<String>, Vec<Flaw>) {
    let named = |parameters: &Parameters, name: &'static str| -> Vec<(String, String)> {
        let marked = |form| matches!(form, Form::Extended | Form::Continued);
        let mut all: Vec<_> = parameters.iter().filter(|one| one.name == name && !one.value.is_empty()).collect();
        all.sort_by_key(|one| !marked(one.form));
        let label = |one: &parameter::Parameter| if marked(one.form) { format!("{name}*") } else { name.to_owned() };
        all.into_iter().map(|one| (label(one), one.value.clone())).collect()
    };
    let mut names = disposition.map_or_else(Vec::new, |one| named(&one.parameters, "filename"));
    let own = names.len();
    names.extend(content_type.map_or_else(Vec::new, |one| named(&one.parameters, "name")));
    let mut notes = Notes::default();
    let Some((label, name)) = names.first().cloned() else { return (None, Vec::new()) };
    // What differs within one field has been noted by its reader.
    for (other, value) in names.iter().skip(own.max(1)).filter(|(_, value)| *value != name) {
        let (name, value) = (shown(name.as_bytes()), shown(value.as_bytes()));
        notes.note(NAMES_DIFFER, 0, format!("{label} says {name:?}, {other} says {value:?}; the first counts"));
    }
    (Some(name), notes.finish())
}

#[cfg(test)]
mod tests;
