//! Section numbers: how IMAP names the parts of a message (RFC 9051 §6.4.5.1), and so does everything here.

use std::fmt;

use super::parse::{Nature, Role};

/// A part of a message: `1.2`, `1.2.MIME`, `2.HEADER`, `TEXT`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Section {
    /// The numbers, the outermost part's first; none for the message itself.
    pub path: Vec<u32>,
    /// What of it.
    pub what: What,
}

/// What of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// Its content; without a number the whole message.
    Content,
    /// The header of a part.
    Mime,
    /// The header of a message: the whole one, or that within a message/rfc822.
    Header,
    /// The body of a message.
    Text,
}

/// Why a text is no section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SectionError {
    /// A number is missing, is 0, or is none.
    #[error("numbers from 1 with dots between them are expected, then MIME, HEADER or TEXT: 1.2, 1.2.MIME, TEXT")]
    Number,
    /// MIME without a number: the message has no header but HEADER.
    #[error("MIME is the header of a part and needs its number: 1.MIME (that of the message is HEADER)")]
    Mime,
}

impl Section {
    /// `section-spec` without field names (RFC 9051 §9).
    pub fn parse(text: &str) -> Result<Section, SectionError> {
        let (mut path, mut what) = (Vec::new(), What::Content);
        let mut words = text.split('.').peekable();
        if text.is_empty() {
            return Ok(Section { path, what });
        }
        while let Some(word) = words.next() {
            let last = words.peek().is_none();
            what = match word.to_ascii_uppercase().as_str() {
                "MIME" if last && path.is_empty() => return Err(SectionError::Mime),
                "MIME" if last => What::Mime,
                "HEADER" if last => What::Header,
                "TEXT" if last => What::Text,
                number => {
                    let digits = number.bytes().all(|octet| octet.is_ascii_digit());
                    path.push(number.parse().ok().filter(|&n| digits && n > 0).ok_or(SectionError::Number)?);
                    What::Content
                }
            };
        }
        Ok(Section { path, what })
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> = self.path.iter().map(u32::to_string).collect();
        words.extend(match self.what {
            What::Content => None,
            What::Mime => Some("MIME".to_owned()),
            What::Header => Some("HEADER".to_owned()),
            What::Text => Some("TEXT".to_owned()),
        });
        f.write_str(&words.join("."))
    }
}

/// Numbers entities as they are told by a [`Parser`](super::parse::Parser).
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    open: Vec<Place>,
}

#[derive(Clone, Debug)]
struct Place {
    /// The number of the part, or of the one whose message this is.
    path: Vec<u32>,
    role: Role,
    nature: Nature,
    /// The last number is that of the content, not of what is around it.
    numbered: bool,
    children: u32,
}

impl Numbering {
    /// An entity begins.
    pub fn start(&mut self, role: Role) {
        let path = match self.open.last_mut() {
            None => Vec::new(),
            Some(around) => {
                let mut path = around.path.clone();
                if role == Role::Part {
                    around.children += 1;
                    path.push(around.children);
                }
                path
            }
        };
        self.open.push(Place { path, role, nature: Nature::Leaf, numbered: false, children: 0 });
    }

    /// Its header is over, and what it is made of is known.
    pub fn header_end(&mut self, nature: Nature) {
        if let Some(place) = self.open.last_mut() {
            place.nature = nature;
            // The only part of a message without parts is number 1.
            if place.role != Role::Part && nature != Nature::Multipart {
                place.path.push(1);
                place.numbered = true;
            }
        }
    }

    /// It is over.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// How many entities are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The section of the innermost entity's content, once its header is over. A multipart that is a message of its
    /// own has no number but that of what is around it: it is its TEXT.
    pub fn section(&self) -> Section {
        let Some(place) = self.open.last() else { return Section { path: Vec::new(), what: What::Content } };
        let text = place.role != Role::Part && place.nature == Nature::Multipart;
        Section { path: place.path.clone(), what: if text { What::Text } else { What::Content } }
    }

    /// The section of the innermost entity's header; known as soon as it begins.
    pub fn header(&self) -> Section {
        let Some(place) = self.open.last() else { return Section { path: Vec::new(), what: What::Header } };
        let mut path = place.path.clone();
        if place.numbered {
            path.pop();
        }
        Section { path, what: if place.role == Role::Part { What::Mime } else { What::Header } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections() {
        for text in ["1", "1.2", "1.2.MIME", "2.HEADER", "TEXT", "HEADER", "4.2.2.1", ""] {
            assert_eq!(Section::parse(text).map(|section| section.to_string()).as_deref(), Ok(text));
        }
        for text in ["0", "1.", ".1", "1..2", "x", "+1", "TEXT.1", "1.MIME.2", "99999999999"] {
            assert_eq!(Section::parse(text), Err(SectionError::Number), "{text}");
        }
        assert_eq!(Section::parse("MIME"), Err(SectionError::Mime));
        assert_eq!(Section::parse("1.mime").map(|section| section.what), Ok(What::Mime));
    }

    /// RFC 9051 §6.4.5.1: HEADER, TEXT, 1, 2, 3 (message), 3.HEADER, 3.TEXT, 3.1, 3.2, 4, 4.1, …
    #[test]
    fn the_example_of_the_rfc() {
        use Nature::{Leaf, Message, Multipart};
        let mut numbering = Numbering::default();
        let mut seen = Vec::new();
        let script = [
            (Role::Root, Multipart, 0),
            (Role::Part, Leaf, 1),
            (Role::Part, Leaf, 1),
            (Role::Part, Message, 0),
            (Role::Message, Multipart, 0),
            (Role::Part, Leaf, 1),
            (Role::Part, Leaf, 3),
            (Role::Part, Multipart, 0),
            (Role::Part, Leaf, 1),
            (Role::Part, Message, 0),
            (Role::Message, Leaf, 5),
        ];
        for (role, nature, ends) in script {
            numbering.start(role);
            numbering.header_end(nature);
            seen.push(format!("{} {}", numbering.header(), numbering.section()));
            (0..ends).for_each(|_| numbering.end());
        }
        let expected = [
            "HEADER TEXT",
            "1.MIME 1",
            "2.MIME 2",
            "3.MIME 3",
            "3.HEADER 3.TEXT",
            "3.1.MIME 3.1",
            "3.2.MIME 3.2",
            "4.MIME 4",
            "4.1.MIME 4.1",
            "4.2.MIME 4.2",
            "4.2.HEADER 4.2.1",
        ];
        assert_eq!(seen, expected);
        assert_eq!(numbering.depth(), 0);
    }

    #[test]
    fn a_header_has_its_number_before_it_ends() {
        let mut numbering = Numbering::default();
        numbering.start(Role::Root);
        assert_eq!(numbering.header().to_string(), "HEADER");
        numbering.header_end(Nature::Message);
        assert_eq!((numbering.header().to_string(), numbering.section().to_string()), ("HEADER".into(), "1".into()));
        numbering.start(Role::Message);
        assert_eq!(numbering.header().to_string(), "1.HEADER");
        numbering.header_end(Nature::Message);
        numbering.start(Role::Message);
        assert_eq!(numbering.header().to_string(), "1.1.HEADER");
        numbering.header_end(Nature::Leaf);
        assert_eq!(numbering.section().to_string(), "1.1.1");
    }
}
