//! Response codes: what stands in brackets before the text of a status (RFC 9051 §7.1 and the extensions' own).

use std::fmt;
use std::ops::Range;

use super::super::set::SequenceSet;
use super::super::token::Reader;
use super::short;
use crate::base::Finding;

/// A response code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// `APPENDUID`: where a message got to (RFC 4315 §3).
    AppendUid {
        /// The UIDVALIDITY of the mailbox.
        validity: u32,
        /// The new UIDs.
        uids: SequenceSet,
    },
    /// `BADCHARSET`: the charsets that SEARCH knows.
    BadCharset(Vec<String>),
    /// `CAPABILITY`.
    Capability(Vec<String>),
    /// `COPYUID`: where messages got to (RFC 4315 §3).
    CopyUid {
        /// The UIDVALIDITY of the mailbox that they got to.
        validity: u32,
        /// What was copied.
        from: SequenceSet,
        /// What became of it, in the same order.
        to: SequenceSet,
    },
    /// `HIGHESTMODSEQ` (RFC 7162 §3.1.2.1).
    HighestModSeq(u64),
    /// `MODIFIED`: what was not stored, since somebody else had changed it (RFC 7162 §3.1.3).
    Modified(SequenceSet),
    /// `PERMANENTFLAGS`.
    PermanentFlags(Vec<Vec<u8>>),
    /// `UIDNEXT`.
    UidNext(u32),
    /// `UIDVALIDITY`.
    UidValidity(u32),
    /// `UNSEEN`.
    Unseen(u32),
    /// Any other, with what stands behind it.
    Other {
        /// Its name, in capitals.
        name: String,
        /// What stands behind that, as it came.
        value: Vec<u8>,
    },
}

impl Code {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Code::AppendUid { .. } => "APPENDUID",
            Code::BadCharset(_) => "BADCHARSET",
            Code::Capability(_) => "CAPABILITY",
            Code::CopyUid { .. } => "COPYUID",
            Code::HighestModSeq(_) => "HIGHESTMODSEQ",
            Code::Modified(_) => "MODIFIED",
            Code::PermanentFlags(_) => "PERMANENTFLAGS",
            Code::UidNext(_) => "UIDNEXT",
            Code::UidValidity(_) => "UIDVALIDITY",
            Code::Unseen(_) => "UNSEEN",
            Code::Other { name, .. } => name,
        }
    }

    /// It has this name.
    pub fn is(&self, name: &str) -> bool {
        self.name() == name
    }

    /// `"[" resp-text-code "]"`, if it is next.
    pub(super) fn parse(reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Option<Code> {
        let start = reader.at();
        let inner = inner(reader)?;
        let mut within = reader.clone();
        within.back(inner.start);
        let mut within = within.until(inner.end);
        reader.back(inner.end + 1);
        let Some(name) = within.keyword() else {
            reader.back(start);
            return None;
        };
        within.space();
        let at = within.at();
        if let Some(code) = known(&name, &mut within).filter(|_| within.rest().trim_ascii().is_empty()) {
            return Some(code);
        }
        within.back(at);
        if typed(&name) {
            let text = format!("{name} is followed by {:?}", short(within.rest()));
            findings.push(Finding::new("code-malformed", text, "RFC 9051 §7.1"));
        }
        Some(Code::Other { name, value: within.rest().to_vec() })
    }
}

/// Where what stands in the brackets is; quoted strings and parentheses may hold a bracket.
fn inner(reader: &mut Reader<'_>) -> Option<Range<usize>> {
    reader.take(b'[')?;
    let start = reader.at();
    let mut depth = 0;
    loop {
        match reader.peek()? {
            b']' if depth == 0 => return Some(start..reader.at()),
            b'"' if reader.string().is_some() => continue,
            b'(' => depth += 1,
            b')' => depth -= i32::from(depth > 0),
            _ => {}
        }
        reader.back(reader.at() + 1);
    }
}

const TYPED: [&str; 10] = [
    "APPENDUID",
    "BADCHARSET",
    "CAPABILITY",
    "COPYUID",
    "HIGHESTMODSEQ",
    "MODIFIED",
    "PERMANENTFLAGS",
    "UIDNEXT",
    "UIDVALIDITY",
    "UNSEEN",
];

fn typed(name: &str) -> bool {
    TYPED.contains(&name) && name != "BADCHARSET"
}

fn known(name: &str, reader: &mut Reader<'_>) -> Option<Code> {
    let set = |reader: &mut Reader<'_>| SequenceSet::parse(reader.atom()?);
    match name {
        "APPENDUID" => {
            let validity = reader.number()?;
            reader.space()?;
            Some(Code::AppendUid { validity, uids: set(reader)? })
        }
        "COPYUID" => {
            let validity = reader.number()?;
            reader.space()?;
            let from = set(reader)?;
            reader.space()?;
            Some(Code::CopyUid { validity, from, to: set(reader)? })
        }
        "BADCHARSET" => {
            let mut charsets = Vec::new();
            let item = |reader: &mut Reader<'_>| {
                charsets.push(String::from_utf8_lossy(&reader.astring()?.into_vec()).into_owned());
                Some(())
            };
            reader.list(item, |_| {})?;
            Some(Code::BadCharset(charsets))
        }
        "CAPABILITY" => Some(Code::Capability(words(reader))),
        "HIGHESTMODSEQ" => reader.number().map(Code::HighestModSeq),
        "MODIFIED" => set(reader).map(Code::Modified),
        "PERMANENTFLAGS" => {
            let mut flags = Vec::new();
            reader.list(|reader| reader.unquoted().map(|flag| flags.push(flag.to_vec())), |_| {})?;
            Some(Code::PermanentFlags(flags))
        }
        "UIDNEXT" => reader.number().map(Code::UidNext),
        "UIDVALIDITY" => reader.number().map(Code::UidValidity),
        "UNSEEN" => reader.number().map(Code::Unseen),
        _ => None,
    }
}

/// All words up to the end, in capitals but for what follows `=`, which may be case-sensitive.
pub(super) fn words(reader: &mut Reader<'_>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    loop {
        reader.space();
        match reader.unquoted() {
            // `LITERAL +` of some servers.
            Some(b"+") if words.last().is_some_and(|last| last == "LITERAL") => {
                words.last_mut().into_iter().for_each(|last| last.push('+'));
            }
            Some(word) => words.push(String::from_utf8_lossy(word).to_ascii_uppercase()),
            None if reader.is_over() => return words,
            None => reader.back(reader.at() + 1),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Code::AppendUid { validity, uids } => write!(f, " {validity} {uids}"),
            Code::CopyUid { validity, from, to } => write!(f, " {validity} {from} {to}"),
            Code::BadCharset(charsets) if charsets.is_empty() => Ok(()),
            Code::BadCharset(charsets) => write!(f, " ({})", short(charsets.join(" ").as_bytes())),
            Code::Capability(words) => write!(f, " {}", short(words.join(" ").as_bytes())),
            Code::HighestModSeq(number) => write!(f, " {number}"),
            Code::Modified(set) => write!(f, " {set}"),
            Code::PermanentFlags(flags) => write!(f, " ({})", short(&flags.join(&b' '))),
            Code::UidNext(number) | Code::UidValidity(number) | Code::Unseen(number) => write!(f, " {number}"),
            Code::Other { value, .. } if value.is_empty() => Ok(()),
            Code::Other { value, .. } => write!(f, " {}", short(value)),
        }
    }
}
