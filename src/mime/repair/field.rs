//! One header field, written anew: its octets cleaned and folded (RFC 5322 §2.2.3), or its value as it was read.
//!
//! Lint judges what is written, so that nothing is called mended that is not.

use std::ops::Range;
use std::sync::Arc;

use super::{Codes, parameters};
use crate::base::Address;
use crate::mime::address_list::{self, Mailbox};
use crate::mime::addresses::{self, Entry};
use crate::mime::charset::Charset;
use crate::mime::content_type::ContentType;
use crate::mime::date_time;
use crate::mime::disposition::Disposition;
use crate::mime::encoded_word::{self, Context};
use crate::mime::header::{column_after, fold, unstructured};
use crate::mime::identifier;
use crate::mime::lint::field::{Kind, kind};
use crate::mime::lint::{Code, Spot, lint};

/// Where these are, the reading lacks something that the field said.
const LOST: &[&str] = &[
    "content-type-without-subtype",
    "date-empty",
    "date-incomplete",
    "date-leap-second",
    "date-out-of-range",
    "encoded-word-malformed-octets",
    "encoded-word-unknown-charset",
    "parameter-malformed-octets",
    "parameter-unknown-charset",
];

/// A field as it stands there, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) offset: u64,
    pub(super) spot: Spot,
    pub(super) octets: Vec<u8>,
    /// Its name ends before this octet; a line that is no field has none.
    pub(super) width: Option<usize>,
    pub(super) codes: Codes,
    pub(super) part: Arc<str>,
    /// It goes on where the parser has told no more of it.
    pub(super) long: bool,
}

/// What a field becomes.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// With its line end; none: it stays.
    pub(super) octets: Option<Vec<u8>>,
    /// What is wrong with it all the same.
    pub(super) still: Vec<&'static Code>,
}

impl Written {
    pub(super) fn range(&self) -> Range<u64> {
        self.offset..self.offset + self.octets.len() as u64
    }

    pub(super) fn name(&self) -> String {
        String::from_utf8_lossy(self.octets.get(..self.width.unwrap_or(0)).unwrap_or_default()).into_owned()
    }

    /// What is behind the colon.
    pub(super) fn value(&self) -> &[u8] {
        let behind = self.octets.get(self.width.unwrap_or(0)..).unwrap_or_default();
        let colon = behind.iter().position(|&octet| octet == b':').map_or(0, |at| at + 1);
        behind.get(colon..).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.value().trim_ascii().is_empty()
    }

    /// Something of it is not understood.
    fn has_lost(&self) -> bool {
        self.codes.iter().any(|(code, _)| LOST.contains(&code.code))
    }

    /// Something is wrong with it that has a cure.
    pub(super) fn is_flawed(&self) -> bool {
        self.codes.iter().any(|(code, _)| code.mended)
    }

    /// What it becomes, if it can be mended.
    pub(super) fn mend(&self) -> Mended {
        if !self.is_flawed() {
            return Mended::default();
        }
        self.choose([self.folded(), self.read_anew(&[])])
    }

    /// What it becomes with some parameters that are given.
    pub(super) fn with(&self, instead: &[(&str, &str)]) -> Mended {
        self.choose([self.read_anew(instead)])
    }

    /// The first of the forms with which nothing is wrong, else the best of them.
    pub(super) fn choose(&self, forms: impl IntoIterator<Item = Option<Vec<u8>>>) -> Mended {
        let still = self.codes.iter().filter(|(code, _)| code.mended).map(|(code, _)| *code).collect();
        let mut best = Mended { octets: None, still };
        for octets in forms.into_iter().flatten() {
            let still = judged(&octets);
            if still.is_empty() {
                return Mended { octets: Some(octets), still };
            }
            if still.len() < best.still.len() {
                best = Mended { octets: Some(octets), still };
            }
        }
        best
    }

    /// The same value: NUL out, CR a blank, folded at its blanks.
    pub(super) fn folded(&self) -> Option<Vec<u8>> {
        let name = self.name();
        // Octets as characters of the same number: folding looks at blanks only.
        let value: String = cleaned(self.value()).into_iter().map(char::from).collect();
        let folded = fold(value.trim_matches([' ', '\t']), name.len() + 2);
        let octets = folded.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
        Some(name.bytes().chain(*b": ").chain(octets).chain(*b"\r\n").collect())
    }

    /// The value as it was read.
    fn read_anew(&self, instead: &[(&str, &str)]) -> Option<Vec<u8>> {
        if self.has_lost() {
            return None;
        }
        let (name, value) = (self.name(), cleaned(self.value()));
        let column = name.len() + 2;
        let parametric = |main: &str, read| parameters::write(&name, main, read, instead).map(String::into_bytes);
        let value = match kind(name.as_bytes()).0 {
            Kind::ContentType => {
                let (read, _) = ContentType::parse(&value);
                return parametric(&read.essence(), &read.parameters);
            }
            Kind::Disposition => {
                let (read, _) = Disposition::parse(&value);
                let main = if read.name.is_empty() { "attachment" } else { &read.name };
                return parametric(main, &read.parameters);
            }
            Kind::Unstructured => {
                let text = encoded_word::read(&value, Context::Unstructured).0;
                unstructured(text.trim_matches([' ', '\t']), column, Charset::UTF_8, false).ok()?
            }
            Kind::Addresses | Kind::From => address_list(&value, column)?,
            Kind::Date => date(&value)?,
            Kind::Identifiers | Kind::ContentId => identifiers(&value, column)?,
            Kind::MimeVersion => "1.0".to_owned(),
            Kind::Encoding | Kind::Structured => return None,
        };
        Some(format!("{name}: {value}\r\n").into_bytes())
    }
}

/// Unfolded, without NUL, and with blanks for CRs.
fn cleaned(value: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(value.len());
    for (at, &octet) in value.iter().enumerate() {
        match octet {
            0 | b'\n' => {}
            b'\r' if value.get(at + 1) == Some(&b'\n') => {}
            b'\r' => clean.push(b' '),
            octet => clean.push(octet),
        }
    }
    clean
}

/// What lint says of the field alone that has a cure.
fn judged(field: &[u8]) -> Vec<&'static Code> {
    let version: &[u8] = if starts_with(field, b"mime-version:") { b"" } else { b"MIME-Version: 1.0\r\n" };
    // What stands behind it is a text, or the header of a message.
    let report = lint(&[version, field, b"\r\nX-A: b\r\n\r\n"].concat());
    let mut still: Vec<_> = report.findings.iter().map(|finding| finding.code).filter(|code| code.mended).collect();
    still.dedup();
    still
}

fn starts_with(field: &[u8], name: &[u8]) -> bool {
    field.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// The addresses, groups and all; `None` if one is none.
fn address_list(value: &[u8], column: usize) -> Option<String> {
    let (mut out, mut list) = (String::new(), Vec::new());
    for entry in addresses::read(value).0 {
        match entry {
            Entry::Address(one) => {
                list.push(Mailbox { name: one.name, address: Address::parse(&one.addr_spec).ok()? });
            }
            Entry::Group { name, .. } => {
                push_list(&mut out, &mut list, column)?;
                part(&mut out);
                let column = column_after(column, &out);
                out.push_str(&address_list::spell_name(&name, column, false, Charset::UTF_8).ok()?);
                out.push(':');
            }
            Entry::GroupEnd => {
                push_list(&mut out, &mut list, column)?;
                out.push(';');
            }
        }
    }
    push_list(&mut out, &mut list, column)?;
    (!out.is_empty()).then_some(out)
}

fn push_list(out: &mut String, list: &mut Vec<Mailbox>, column: usize) -> Option<()> {
    if list.is_empty() {
        return Some(());
    }
    match out.ends_with(':') {
        true => out.push(' '),
        false => part(out),
    }
    out.push_str(&address_list::encode(list, column_after(column, out), false, Charset::UTF_8).ok()?);
    list.clear();
    Some(())
}

/// What stands between two entries.
fn part(out: &mut String) {
    if !out.is_empty() {
        out.push_str(",\r\n ");
    }
}

/// `date-time` (RFC 5322 §3.3); the weekday is that of the date.
fn date(value: &[u8]) -> Option<String> {
    let date = date_time::parse(value).0?;
    let (sign, minutes) = date.offset.map_or(('-', 0), |offset| (if offset < 0 { '-' } else { '+' }, offset.abs()));
    Some(format!("{} {sign}{:02}{:02}", date.local.strftime("%a, %d %b %Y %H:%M:%S"), minutes / 60, minutes % 60))
}

fn identifiers(value: &[u8], column: usize) -> Option<String> {
    let ids: Vec<String> = identifier::list(value).0.iter().map(|id| format!("<{}>", id.id)).collect();
    (!ids.is_empty()).then(|| fold(&ids.join(" "), column))
}
