//! Commands as a client says them (RFC 9051 §4, §9; RFC 7888): each argument in the plainest form that can carry it, none
//! that could end the line, and where leave has to be waited for.

use std::fmt::Display;
use std::ops::Range;

use super::command::Verb;
use super::mailbox::{Names, encode};
use super::set::SequenceSet;
use crate::proto::quoted;

/// The longest set of a command, in octets: with what stands around it a line has fewer than 8192 (RFC 7162 §4).
pub const MAX_SET: usize = 8000;
/// A longer string is a literal.
const LONGEST_QUOTED: usize = 1024;
/// The longest literal that `LITERAL-` lets go without leave (RFC 7888 §5).
const MINUS: u64 = 4096;
/// Parentheses within parentheses.
const DEPTH: usize = 100;

/// A command, argument by argument, without its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    verb: Verb,
    uid: bool,
    pieces: Vec<Piece>,
    flaw: Option<Unspeakable>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text { octets: Vec<u8>, secret: bool },
    Literal { octets: Vec<u8>, secret: bool },
    Content { octets: u64, binary: bool },
}

/// Which literals need no leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Literals {
    /// None.
    #[default]
    Waiting,
    /// Those of at most 4096 octets (`LITERAL-`).
    Minus,
    /// All (`LITERAL+`).
    Plus,
}

/// What a client does to say a command, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Says octets.
    Say {
        /// As they go over the wire.
        octets: Vec<u8>,
        /// Where secrets stand in them.
        secret: Vec<Range<usize>>,
    },
    /// Waits for `+`.
    Wait,
    /// Says so many octets that are kept elsewhere.
    Content(u64),
}

/// Why an argument cannot be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unspeakable {
    /// It holds what would end the line, or what no string can hold.
    #[error("the control character {0:?} cannot stand in a command")]
    Control(char),
    /// A word that needs quotes where none may be.
    #[error("{0:?} is no word of IMAP: letters, digits and $ - _ . are")]
    Atom(String),
    /// Verbatim text that is not whole.
    #[error("a quote is not closed")]
    Quote,
    /// The same.
    #[error("the parentheses do not match, or are too many")]
    Parentheses,
    /// Verbatim text that announces a literal.
    #[error("a literal cannot be written here: quotes can hold any text")]
    Literal,
    /// Verbatim text with letters that are not ASCII.
    #[error("{0:?} can only stand in quotes")]
    Unquoted(char),
}

impl Literals {
    /// What a server offers; IMAP4rev2 has `LITERAL-` in it (RFC 9051 §4.3).
    pub fn offered<'a>(capabilities: impl IntoIterator<Item = &'a str>) -> Literals {
        capabilities.into_iter().fold(Literals::Waiting, |known, word| match word {
            "LITERAL+" => Literals::Plus,
            "LITERAL-" | "IMAP4REV2" if known == Literals::Waiting => Literals::Minus,
            _ => known,
        })
    }

    fn go_at_once(self, octets: u64) -> bool {
        match self {
            Literals::Waiting => false,
            Literals::Minus => octets <= MINUS,
            Literals::Plus => true,
        }
    }
}

impl Request {
    /// A command without arguments.
    pub fn new(verb: Verb) -> Request {
        Request { verb, uid: false, pieces: Vec::new(), flaw: None }
    }

    /// The same with UID before it.
    pub fn uid(verb: Verb) -> Request {
        Request { uid: true, ..Request::new(verb) }
    }

    /// Which command it is.
    pub fn verb(&self) -> Verb {
        self.verb
    }

    /// An argument that is known to be right: a number, a keyword, a list of such.
    pub fn word(self, word: impl Display) -> Request {
        let octets = word.to_string().into_bytes();
        let control = octets.iter().find(|octet| octet.is_ascii_control()).map(|&octet| char::from(octet));
        self.text(octets, false).spoilt(control.map(Unspeakable::Control))
    }

    /// `sequence-set`.
    pub fn set(self, set: &SequenceSet) -> Request {
        self.word(set)
    }

    /// `atom`: a flag, a keyword, the name of a field.
    pub fn atom(self, text: &str) -> Request {
        let flaw = (!is_atom(text)).then(|| Unspeakable::Atom(text.to_owned()));
        self.text(text.as_bytes().to_vec(), false).spoilt(flaw)
    }

    /// `"(" [flag *(SP flag)] ")"`: words, those of the system with their backslash.
    pub fn flags<S: AsRef<str>>(self, flags: &[S]) -> Request {
        let flags = flags.iter().map(AsRef::as_ref).collect::<Vec<_>>();
        let wrong = flags.iter().find(|flag| !is_atom(flag.strip_prefix('\\').unwrap_or(flag)));
        let flaw = wrong.map(|flag| Unspeakable::Atom((*flag).to_owned()));
        self.text(format!("({})", flags.join(" ")).into_bytes(), false).spoilt(flaw)
    }

    /// `string`, on one line.
    pub fn string(self, text: &[u8]) -> Request {
        self.line(text, false)
    }

    /// The same, and a secret.
    pub fn secret(self, text: &[u8]) -> Request {
        self.line(text, true)
    }

    /// `astring`: an atom where that will do.
    pub fn astring(self, text: &str) -> Request {
        match is_atom(text) && !text.eq_ignore_ascii_case("NIL") {
            true => self.word(text),
            false => self.string(text.as_bytes()),
        }
    }

    /// `mailbox`.
    pub fn mailbox(self, name: &str, names: Names) -> Request {
        let (flaw, name) = (control(name.as_bytes()), encode(name, names));
        match names {
            Names::Utf8 if !name.is_ascii() => self.text(quoted(name.as_bytes()), false),
            _ => self.astring(&name),
        }
        .spoilt(flaw)
    }

    /// What somebody wrote in the language of IMAP: words, quoted strings, parentheses. Strings that are not ASCII become
    /// literals.
    pub fn verbatim(mut self, text: &str) -> Request {
        match verbatim(text) {
            Ok(pieces) => {
                self.pieces.push(Piece::Text { octets: b" ".to_vec(), secret: false });
                self.pieces.extend(pieces);
                self
            }
            Err(flaw) => self.spoilt(Some(flaw)),
        }
    }

    /// A literal whose octets are kept elsewhere; `binary`: they may hold NUL (RFC 3516 §4.4).
    pub fn content(mut self, octets: u64, binary: bool) -> Request {
        self.pieces.push(Piece::Text { octets: b" ".to_vec(), secret: false });
        self.pieces.push(Piece::Content { octets, binary });
        self
    }

    /// How it is said.
    ///
    /// # Errors
    /// The first argument that cannot be.
    pub fn encode(&self, tag: &str, literals: Literals) -> Result<Vec<Segment>, Unspeakable> {
        if let Some(flaw) = &self.flaw {
            return Err(flaw.clone());
        }
        let uid = if self.uid { "UID " } else { "" };
        let mut line = Spoken { octets: format!("{tag} {uid}{}", self.verb).into_bytes(), ..Spoken::default() };
        for piece in &self.pieces {
            match piece {
                Piece::Text { octets, secret } => line.say(octets, *secret),
                Piece::Literal { octets, secret } => {
                    line.announce(octets.len() as u64, false, literals);
                    line.say(octets, *secret);
                }
                Piece::Content { octets, binary } => {
                    line.announce(*octets, *binary, literals);
                    line.flush();
                    line.segments.push(Segment::Content(*octets));
                }
            }
        }
        line.say(b"\r\n", false);
        line.flush();
        Ok(line.segments)
    }

    fn line(self, text: &[u8], secret: bool) -> Request {
        let flaw = control(text);
        let quotable = text.len() <= LONGEST_QUOTED && text.is_ascii();
        match quotable {
            true => self.text(quoted(text), secret),
            false => self.literal(text, secret),
        }
        .spoilt(flaw)
    }

    fn text(mut self, octets: Vec<u8>, secret: bool) -> Request {
        self.pieces.push(Piece::Text { octets: b" ".to_vec(), secret: false });
        self.pieces.push(Piece::Text { octets, secret });
        self
    }

    fn literal(mut self, octets: &[u8], secret: bool) -> Request {
        self.pieces.push(Piece::Text { octets: b" ".to_vec(), secret: false });
        self.pieces.push(Piece::Literal { octets: octets.to_vec(), secret });
        self
    }

    /// The first flaw counts.
    fn spoilt(mut self, flaw: Option<Unspeakable>) -> Request {
        self.flaw = self.flaw.or(flaw);
        self
    }
}

/// What is being put together.
#[derive(Default)]
struct Spoken {
    segments: Vec<Segment>,
    octets: Vec<u8>,
    secret: Vec<Range<usize>>,
}

impl Spoken {
    fn say(&mut self, octets: &[u8], secret: bool) {
        let at = self.octets.len();
        self.octets.extend_from_slice(octets);
        if secret {
            self.secret.push(at..self.octets.len());
        }
    }

    fn announce(&mut self, octets: u64, binary: bool, literals: Literals) {
        let at_once = literals.go_at_once(octets);
        let (tilde, plus) = (if binary { "~" } else { "" }, if at_once { "+" } else { "" });
        self.say(format!("{tilde}{{{octets}{plus}}}\r\n").as_bytes(), false);
        if !at_once {
            self.flush();
            self.segments.push(Segment::Wait);
        }
    }

    fn flush(&mut self) {
        if !self.octets.is_empty() {
            let (octets, secret) = (std::mem::take(&mut self.octets), std::mem::take(&mut self.secret));
            self.segments.push(Segment::Say { octets, secret });
        }
    }
}

/// What would end a line, or stand in no string.
fn control(text: &[u8]) -> Option<Unspeakable> {
    let control = text.iter().find(|octet| matches!(octet, b'\r' | b'\n' | 0));
    control.map(|&octet| Unspeakable::Control(char::from(octet)))
}

/// `1*ATOM-CHAR`.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_graphic() && !b"(){%*\"\\]".contains(&octet))
}

fn verbatim(text: &str) -> Result<Vec<Piece>, Unspeakable> {
    let (mut pieces, mut plain, mut depth) = (Vec::new(), Vec::new(), 0_usize);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            c if c.is_control() => return Err(Unspeakable::Control(c)),
            '{' => return Err(Unspeakable::Literal),
            c if !c.is_ascii() => return Err(Unspeakable::Unquoted(c)),
            '(' if depth == DEPTH => return Err(Unspeakable::Parentheses),
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1).ok_or(Unspeakable::Parentheses)?,
            '"' => {
                let string = unquoted(&mut rest)?;
                if string.is_ascii() {
                    plain.extend(quoted(string.as_bytes()));
                } else {
                    pieces.push(Piece::Text { octets: std::mem::take(&mut plain), secret: false });
                    pieces.push(Piece::Literal { octets: string.into_bytes(), secret: false });
                }
                continue;
            }
            _ => {}
        }
        plain.push(c as u8);
    }
    pieces.push(Piece::Text { octets: plain, secret: false });
    if depth == 0 { Ok(pieces) } else { Err(Unspeakable::Parentheses) }
}

/// Up to the quote that closes it.
fn unquoted(rest: &mut std::str::Chars<'_>) -> Result<String, Unspeakable> {
    let mut string = String::new();
    loop {
        match rest.next().ok_or(Unspeakable::Quote)? {
            '"' => return Ok(string),
            '\\' => string.push(rest.next().ok_or(Unspeakable::Quote)?),
            c if c.is_control() => return Err(Unspeakable::Control(c)),
            c => string.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is said, with `|` where leave is waited for.
    fn said(request: &Request, literals: Literals) -> Result<String, Unspeakable> {
        let segment = |segment: Segment| match segment {
            Segment::Say { octets, .. } => String::from_utf8_lossy(&octets).into_owned(),
            Segment::Wait => "|".to_owned(),
            Segment::Content(octets) => format!("<{octets}>"),
        };
        Ok(request.encode("a1", literals)?.into_iter().map(segment).collect())
    }

    #[test]
    fn each_argument_in_its_plainest_form() {
        let select = |name: &str, names| said(&Request::new(Verb::Select).mailbox(name, names), Literals::Waiting);
        for (name, written) in [
            ("INBOX", "INBOX"),
            ("inbox", "INBOX"),
            ("Sent items", "\"Sent items\""),
            ("a\"b\\", "\"a\\\"b\\\\\""),
            ("", "\"\""),
            ("nil", "\"nil\""),
            ("a]%*", "\"a]%*\""),
            ("台北", "&U,BTFw-"),
            ("a & b", "\"a &- b\""),
        ] {
            assert_eq!(select(name, Names::Utf7), Ok(format!("a1 SELECT {written}\r\n")), "{name}");
        }
        assert_eq!(select("台北", Names::Utf8), Ok("a1 SELECT \"台北\"\r\n".to_owned()));
        let set = SequenceSet::from_numbers([1, 2, 5]);
        let store = Request::uid(Verb::Store).set(&set).word("+FLAGS.SILENT").flags(&["\\Seen", "$work"]);
        assert_eq!(said(&store, Literals::Waiting), Ok("a1 UID STORE 1:2,5 +FLAGS.SILENT (\\Seen $work)\r\n".into()));
    }

    #[test]
    fn where_leave_is_waited_for() {
        let login = Request::new(Verb::Login).astring("pepe").secret("contraseña".as_bytes());
        assert_eq!(said(&login, Literals::Waiting), Ok("a1 LOGIN pepe {11}\r\n|contraseña\r\n".to_owned()));
        assert_eq!(said(&login, Literals::Plus), Ok("a1 LOGIN pepe {11+}\r\ncontraseña\r\n".to_owned()));
        let Ok(segments) = login.encode("a1", Literals::Minus) else { panic!() };
        let [Segment::Say { octets, secret }] = segments.as_slice() else { panic!("{segments:?}") };
        assert_eq!(octets.get(secret[0].clone()), Some("contraseña".as_bytes()));
        let append = Request::new(Verb::Append).mailbox("x", Names::Utf7).content(5000, true);
        assert_eq!(said(&append, Literals::Minus), Ok("a1 APPEND x ~{5000}\r\n|<5000>\r\n".to_owned()));
        assert_eq!(said(&append, Literals::Plus), Ok("a1 APPEND x ~{5000+}\r\n<5000>\r\n".to_owned()));
        assert_eq!(Literals::offered(["IDLE", "LITERAL-", "LITERAL+"]), Literals::Plus);
    }

    #[test]
    fn nothing_ends_a_line_early() {
        let new = || Request::new(Verb::Select);
        for request in [
            new().mailbox("a\r\na2 DELETE b", Names::Utf7),
            new().mailbox("a\nb", Names::Utf8),
            new().mailbox("a\0", Names::Utf7),
            new().string(b"a\rb"),
            new().secret(b"a\n"),
            new().word("1\r\n"),
            new().verbatim("ALL\r\na2 NOOP"),
            new().verbatim("SUBJECT \"a\nb\""),
        ] {
            assert!(matches!(request.encode("a1", Literals::Plus), Err(Unspeakable::Control(_))), "{request:?}");
        }
        assert!(new().flags(&["\\Seen)"]).encode("a1", Literals::Plus).is_err());
        assert!(new().atom("a b").encode("a1", Literals::Plus).is_err());
    }

    #[test]
    fn verbatim_text() {
        let search = |keys: &str| said(&Request::uid(Verb::Search).verbatim(keys), Literals::Plus);
        assert_eq!(search("OR SEEN (FROM \"a b\")"), Ok("a1 UID SEARCH OR SEEN (FROM \"a b\")\r\n".to_owned()));
        assert_eq!(search("SUBJECT \"ñ\" ALL"), Ok("a1 UID SEARCH SUBJECT {2+}\r\nñ ALL\r\n".to_owned()));
        for (keys, flaw) in [
            ("(ALL", Unspeakable::Parentheses),
            ("ALL)", Unspeakable::Parentheses),
            (&"(".repeat(10_000), Unspeakable::Parentheses),
            ("FROM \"x", Unspeakable::Quote),
            ("FROM \"x\\", Unspeakable::Quote),
            ("FROM {3}", Unspeakable::Literal),
            ("FROM ñ", Unspeakable::Unquoted('ñ')),
        ] {
            assert_eq!(search(keys), Err(flaw), "{keys}");
        }
    }

    proptest! {
        #[test]
        fn a_command_is_one_command(name: String, word: String, literals in 0..2) {
            let literals = if literals == 0 { Literals::Plus } else { Literals::Minus };
            let request = Request::new(Verb::Rename).mailbox(&name, Names::Utf7).string(word.as_bytes()).astring(&word);
            if let Ok(segments) = request.encode("a1", literals) {
                let octets: Vec<u8> = segments.iter().flat_map(|segment| match segment {
                    Segment::Say { octets, .. } => octets.clone(),
                    _ => Vec::new(),
                }).collect();
                let mut framer = super::super::frame::Framer::default();
                framer.push(&octets);
                let first = framer.next(|_| super::super::frame::Rule::Free);
                prop_assert!(matches!(first, Some(super::super::frame::Frame::Line(line, _)) if line.len() == octets.len()));
            }
        }
    }
}
