//! Reading parameters: names in lower case, values whole and decoded, every reading kept.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::scan::{Written, begins, scan};
use super::sections::{Joined, Name, Section, join};
use crate::mime::charset::{Readable, unlabelled};
use crate::mime::cursor::{Cursor, is_blank};
use crate::mime::encoded_word::{self, Context};
use crate::mime::flaw::Flaw;
use crate::mime::flaw::Severity::{Error, Info, Warning};
use crate::mime::notes::{Kind, Notes, shown};

const TWICE: Kind = (Info, "parameter-duplicate", "RFC 2045 §5");
const DIFFERS: Kind = (Error, "parameter-duplicate", "RFC 2045 §5");
const TWO_FORMS: Kind = (Warning, "parameter-two-forms", "RFC 2231 §4");
const ENCODED_WORD: Kind = (Warning, "encoded-word-in-parameter", "RFC 2047 §5");
const RAW_UTF8: Kind = (Info, "parameter-raw-utf8", "RFC 6532 §3.2");
const RAW_8BIT: Kind = (Error, "parameter-raw-8bit", "RFC 5322 §2.2");
const CHARSET: Kind = (Warning, "parameter-unknown-charset", "RFC 2231 §4");
const MALFORMED: Kind = (Error, "parameter-malformed-octets", "RFC 2231 §4");

/// How a value beyond short ASCII was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `name=value` (RFC 2045 §5.1).
    Plain,
    /// `name=value` with encoded words in it, which RFC 2047 §5 forbids.
    EncodedWords,
    /// `name*=charset'language'value` (RFC 2231 §4).
    Extended,
    /// `name*0=…; name*1=…` (RFC 2231 §3), with or without percent signs (§4.1).
    Continued,
}

/// One parameter, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// `attribute` in lower case, without the marks of RFC 2231.
    pub name: String,
    /// The text.
    pub value: String,
    /// The octets of the value before its charset or encoded words are decoded, without quotes, folds and percent
    /// signs: what a boundary is compared with.
    pub octets: Vec<u8>,
    /// What RFC 2231 §4 lets a value say of itself.
    pub charset: Option<String>,
    /// The language of that form (RFC 2231 §5).
    pub language: Option<String>,
    /// How it was written.
    pub form: Form,
    /// Octets of the field's value before it.
    pub offset: u64,
}

/// Parameters in the order in which they begin, every reading of one that stands twice too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters(Vec<Parameter>);

impl Parameters {
    /// The parameter that counts: of several of one name the forms of RFC 2231 go first, then the first one.
    pub fn get(&self, name: &str) -> Option<&Parameter> {
        let mut named = self.0.iter().filter(|parameter| parameter.name.eq_ignore_ascii_case(name));
        let first = named.clone().next();
        named.find(|parameter| matches!(parameter.form, Form::Extended | Form::Continued)).or(first)
    }

    /// The text of [`Parameters::get`].
    pub fn value(&self, name: &str) -> Option<&str> {
        self.get(name).map(|parameter| parameter.value.as_str())
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Parameter> {
        self.0.iter()
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A list of one plain parameter of ASCII.
    pub(in crate::mime) fn of(name: &str, value: &str) -> Parameters {
        Parameters(vec![Parameter {
            name: name.to_owned(),
            value: value.to_owned(),
            octets: value.as_bytes().to_owned(),
            charset: None,
            language: None,
            form: Form::Plain,
            offset: 0,
        }])
    }

    /// Reads all parameters from the cursor to its end, in linear time. With `first` one may begin without a `;`.
    pub(in crate::mime) fn read(cursor: &mut Cursor<'_>, first: bool, notes: &mut Notes) -> Parameters {
        let groups = group(scan(cursor, first, notes), notes);
        let parameters: Vec<Parameter> = groups.into_iter().map(|group| group.finish(notes)).collect();
        note_two_readings(&parameters, notes);
        Parameters(parameters)
    }
}

/// Any field with parameters: what stands before the first of them, in lower case, and all of them. Offsets count from
/// the beginning of the value. Takes linear time.
pub fn read_field(value: &[u8]) -> (String, Parameters, Vec<Flaw>) {
    let (mut cursor, mut notes) = (Cursor::new(value), Notes::default());
    cursor.skip_cfws();
    let main = match begins(&cursor) {
        true => &b""[..],
        false => cursor.take_while(|octet| !is_blank(octet) && !b";(".contains(&octet)),
    };
    let parameters = Parameters::read(&mut cursor, main.is_empty(), &mut notes);
    (String::from_utf8_lossy(main).to_ascii_lowercase(), parameters, notes.finish())
}

impl<'a> IntoIterator for &'a Parameters {
    type Item = &'a Parameter;
    type IntoIter = std::slice::Iter<'a, Parameter>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What becomes one parameter.
struct Group<'a> {
    name: String,
    form: Form,
    offset: usize,
    sections: Vec<(u32, Section<'a>)>,
}

fn group<'a>(written: Vec<Written<'a>>, notes: &mut Notes) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut continued: HashMap<String, usize> = HashMap::new();
    for written in written {
        let Name { attribute: name, section, extended } = Name::parse(&written, notes);
        let (form, offset) = match (section, extended) {
            (Some(_), _) => (Form::Continued, written.offset),
            (None, true) => (Form::Extended, written.offset),
            (None, false) => (Form::Plain, written.offset),
        };
        let section = (section.unwrap_or(0), Section { extended, written });
        if form == Form::Continued {
            match continued.entry(name.clone()) {
                Entry::Occupied(known) => {
                    if let Some(group) = groups.get_mut(*known.get()) {
                        group.sections.push(section);
                    }
                    continue;
                }
                Entry::Vacant(new) => new.insert(groups.len()),
            };
        }
        groups.push(Group { name, form, offset, sections: vec![section] });
    }
    groups
}

impl Group<'_> {
    fn finish(self, notes: &mut Notes) -> Parameter {
        let Group { name, mut form, offset, sections } = self;
        let value_at = sections.first().map_or(offset, |(_, section)| section.written.value_at);
        let Joined { octets, charset, language, extended } = join(&name, sections, notes);
        let value = match form {
            // A boundary is compared, not shown.
            Form::Plain if octets.windows(2).any(|two| two == b"=?") && name != "boundary" => {
                let (value, flaws) = encoded_word::read(&octets, Context::Unstructured);
                if value.as_bytes() != octets {
                    form = Form::EncodedWords;
                    notes.note(
                        ENCODED_WORD,
                        value_at,
                        format!("encoded words in {name:?} are not allowed, yet decoded"),
                    );
                }
                flaws.into_iter().for_each(|flaw| notes.extend(vec![flaw], value_at));
                value
            }
            _ => text(&octets, charset.as_deref(), !extended, value_at, notes),
        };
        Parameter { name, value, octets, charset, language, form, offset: offset as u64 }
    }
}

/// The text of octets in that charset. Without one they should be ASCII; `raw` if they stand so in the field.
fn text(octets: &[u8], label: Option<&str>, raw: bool, offset: usize, notes: &mut Notes) -> String {
    if let Some(label) = label {
        if let Some(charset) = Readable::for_label(label.as_bytes()) {
            let (text, malformed) = charset.decode(octets);
            if malformed {
                notes.note(MALFORMED, offset, format!("not all octets of the value are {}", charset.name()));
            }
            return text;
        }
        notes.note(CHARSET, offset, format!("the charset {:?} is not known", shown(label.as_bytes())));
    }
    let (text, utf8) = unlabelled(octets);
    if !utf8 {
        notes.note(RAW_8BIT, offset, "the value holds octets beyond ASCII that are no UTF-8; read as windows-1252");
    } else if raw && !text.is_ascii() {
        notes.note(RAW_UTF8, offset, "the value holds UTF-8, which needs SMTPUTF8");
    }
    text
}

/// Names that stand more than once: those who take the first and those who take the last may differ.
fn note_two_readings(parameters: &[Parameter], notes: &mut Notes) {
    let mut seen: HashMap<(&str, bool), &Parameter> = HashMap::with_capacity(parameters.len());
    for parameter in parameters {
        let marked = matches!(parameter.form, Form::Extended | Form::Continued);
        let (name, offset) = (parameter.name.as_str(), usize::try_from(parameter.offset).unwrap_or(usize::MAX));
        let values = |counts: &Parameter, other: &Parameter| {
            format!("{:?} counts, not {:?}", shown(counts.value.as_bytes()), shown(other.value.as_bytes()))
        };
        if let Some(first) = seen.get(&(name, marked)) {
            let same = first.value == parameter.value;
            let message = format!("{name:?} stands here again; {}", values(first, parameter));
            notes.note(if same { TWICE } else { DIFFERS }, offset, message);
            continue;
        }
        if let Some(other) = seen.get(&(name, !marked)).filter(|other| other.value != parameter.value) {
            let (counts, not) = if marked { (parameter, *other) } else { (*other, parameter) };
            notes.note(TWO_FORMS, offset, format!("{name:?} stands in two forms that differ; {}", values(counts, not)));
        }
        seen.insert((name, marked), parameter);
    }
}
