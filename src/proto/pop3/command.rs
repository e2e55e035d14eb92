//! Commands (RFC 1939 §5 to §7, RFC 2449 §5, RFC 2595 §4, RFC 5034 §4, RFC 6856 §2, §3; LAST is of RFC 1460 §4).

use std::fmt;

use crate::base::Finding;
use crate::base::escape::escape;
use crate::proto::line;

/// The longest command line in octets, CRLF included (RFC 2449 §4); AUTH and what answers a challenge may be longer.
pub const MAX_COMMAND_LINE: usize = 255;

/// The commands by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// APOP
    Apop,
    /// AUTH
    Auth,
    /// CAPA
    Capa,
    /// DELE
    Dele,
    /// LANG
    Lang,
    /// LAST
    Last,
    /// LIST
    List,
    /// NOOP
    Noop,
    /// PASS
    Pass,
    /// QUIT
    Quit,
    /// RETR
    Retr,
    /// RSET
    Rset,
    /// STAT
    Stat,
    /// STLS
    Stls,
    /// TOP
    Top,
    /// UIDL
    Uidl,
    /// USER
    User,
    /// UTF8
    Utf8,
    /// Anything else.
    Other,
}

/// What may stand behind a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arguments {
    None,
    /// Any text, spaces included: a name or a password (RFC 1939 §7).
    Text(&'static str),
    /// Words, this many at least and at most.
    Words(usize, usize, &'static str),
    /// The number of a message, which must be there.
    Message,
    /// The number of a message, if there is one.
    PerhapsMessage,
    /// The number of a message, and one of lines.
    MessageAndLines,
}

/// What follows `+OK`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing.
    Line,
    /// Lines, up to one that is a dot.
    Listing,
    /// A message, up to a line that is a dot.
    Content,
}

/// One row: verb, keyword, arguments, and what follows `+OK` without and with an argument.
type Row = (Verb, &'static str, Arguments, Answer, Answer);

const NUMBER: &str = "the number of a message, from 1";
const TABLE: [Row; 18] = [
    (Verb::Apop, "APOP", Arguments::Words(2, 2, "a name and a digest"), Answer::Line, Answer::Line),
    (Verb::Auth, "AUTH", Arguments::Words(0, 2, "a mechanism, and perhaps a response"), Answer::Listing, Answer::Line),
    (Verb::Capa, "CAPA", Arguments::None, Answer::Listing, Answer::Listing),
    (Verb::Dele, "DELE", Arguments::Message, Answer::Line, Answer::Line),
    (Verb::Lang, "LANG", Arguments::Words(0, 1, "a language tag"), Answer::Listing, Answer::Line),
    (Verb::Last, "LAST", Arguments::None, Answer::Line, Answer::Line),
    (Verb::List, "LIST", Arguments::PerhapsMessage, Answer::Listing, Answer::Line),
    (Verb::Noop, "NOOP", Arguments::None, Answer::Line, Answer::Line),
    (Verb::Pass, "PASS", Arguments::Text("a password"), Answer::Line, Answer::Line),
    (Verb::Quit, "QUIT", Arguments::None, Answer::Line, Answer::Line),
    (Verb::Retr, "RETR", Arguments::Message, Answer::Content, Answer::Content),
    (Verb::Rset, "RSET", Arguments::None, Answer::Line, Answer::Line),
    (Verb::Stat, "STAT", Arguments::None, Answer::Line, Answer::Line),
    (Verb::Stls, "STLS", Arguments::None, Answer::Line, Answer::Line),
    (Verb::Top, "TOP", Arguments::MessageAndLines, Answer::Content, Answer::Content),
    (Verb::Uidl, "UIDL", Arguments::PerhapsMessage, Answer::Listing, Answer::Line),
    (Verb::User, "USER", Arguments::Text("a name"), Answer::Line, Answer::Line),
    (Verb::Utf8, "UTF8", Arguments::None, Answer::Line, Answer::Line),
];

/// A command of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Which one.
    pub verb: Verb,
    /// The word as it was said, in capitals.
    pub keyword: String,
    /// What stands behind it. Secrets are never kept here: PASS has none, APOP its name alone, AUTH its mechanism.
    pub arguments: Vec<String>,
    /// A secret stood behind that: the password, the digest, the initial response.
    pub secret: bool,
}

/// Why a command line is not a command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// The line is not UTF-8 or holds control characters.
    #[error("the line is not plain text")]
    NotText,
    /// Nothing stands on it.
    #[error("the line is empty")]
    Empty,
    /// The verb needs an argument.
    #[error("{0} needs {1}")]
    Missing(Verb, &'static str),
    /// The verb takes none, or not so many.
    #[error("{0} takes {1}")]
    Surplus(Verb, &'static str),
    /// A number is none.
    #[error("{0} must be followed by {1}")]
    Number(Verb, &'static str),
}

impl Verb {
    /// Every verb that is known.
    pub fn all() -> impl Iterator<Item = Verb> {
        TABLE.iter().map(|row| row.0)
    }

    /// The verb that a line begins with.
    pub fn of(line: &[u8]) -> Verb {
        let word = line.split(|octet| octet.is_ascii_whitespace()).next().unwrap_or_default();
        TABLE.iter().find(|row| row.1.as_bytes().eq_ignore_ascii_case(word)).map_or(Verb::Other, |row| row.0)
    }

    /// Its keyword; `the command` for any other.
    pub fn name(self) -> &'static str {
        self.row().map_or("the command", |row| row.1)
    }

    /// What follows `+OK`, behind a command with an argument or without.
    pub fn answer(self, argument: bool) -> Answer {
        self.row().map_or(Answer::Line, |row| if argument { row.4 } else { row.3 })
    }

    fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.0 == self)
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Command {
    /// A command without arguments.
    pub fn new(verb: Verb) -> Command {
        Command { verb, keyword: verb.name().to_owned(), arguments: Vec::new(), secret: false }
    }

    /// A command with its arguments.
    pub fn with(verb: Verb, arguments: impl IntoIterator<Item = impl ToString>) -> Command {
        let arguments = arguments.into_iter().map(|argument| argument.to_string()).collect();
        Command { arguments, ..Command::new(verb) }
    }

    /// What follows `+OK`.
    pub fn answer(&self) -> Answer {
        self.verb.answer(!self.arguments.is_empty())
    }

    /// Appends the line, its CRLF included.
    pub fn encode(&self, output: &mut Vec<u8>) {
        output.extend_from_slice(self.keyword.as_bytes());
        for argument in &self.arguments {
            output.push(b' ');
            output.extend_from_slice(argument.as_bytes());
        }
        output.extend_from_slice(b"\r\n");
    }

    /// Reads a command line, its end included. Findings are what a tolerant reader forgives.
    ///
    /// # Errors
    /// The verb that the line begins with, and what is wrong behind it.
    pub fn parse(octets: &[u8], findings: &mut Vec<Finding>) -> Result<Command, (Verb, SyntaxError)> {
        let content = line::content(octets);
        let verb = Verb::of(content);
        let text = std::str::from_utf8(content).ok().filter(|text| !text.chars().any(char::is_control));
        let text = text.ok_or((verb, SyntaxError::NotText))?;
        let (keyword, rest) = text.split_once(' ').unwrap_or((text, ""));
        if keyword.is_empty() {
            return Err((verb, SyntaxError::Empty));
        }
        let row = verb.row();
        let words: Vec<&str> = rest.split_ascii_whitespace().collect();
        let text = matches!(row, Some((.., Arguments::Text(_), _, _)));
        if !text && words.join(" ").len() < rest.len() || rest.is_empty() && text_ends_blank(content) {
            findings.push(Finding::new("extra-space", "one space stands between words", "RFC 1939 §3"));
        }
        if let Some(row) = row {
            check(row, rest, &words).map_err(|error| (verb, error))?;
        }
        let secret = match verb {
            Verb::Pass => true,
            Verb::Apop | Verb::Auth => words.len() > 1,
            _ => false,
        };
        let arguments = match verb {
            Verb::Pass => Vec::new(),
            Verb::User => vec![rest.to_owned()],
            Verb::Apop => words.iter().take(1).map(|&word| word.to_owned()).collect(),
            Verb::Auth => words.iter().take(1).map(|word| word.to_ascii_uppercase()).collect(),
            _ => words.iter().map(|&word| word.to_owned()).collect(),
        };
        Ok(Command { verb, keyword: keyword.to_ascii_uppercase(), arguments, secret })
    }
}

fn text_ends_blank(content: &[u8]) -> bool {
    content.ends_with(b" ")
}

/// Whether the arguments are of the form that the verb asks for.
fn check(row: &Row, rest: &str, words: &[&str]) -> Result<(), SyntaxError> {
    let (verb, _, arguments, ..) = *row;
    let number = |word: &str, least: u32, what| match word.parse::<u32>() {
        Ok(number) if number >= least && word.bytes().all(|octet| octet.is_ascii_digit()) => Ok(()),
        _ => Err(SyntaxError::Number(verb, what)),
    };
    match (arguments, words) {
        (Arguments::None, []) | (Arguments::PerhapsMessage, []) => Ok(()),
        (Arguments::None, _) => Err(SyntaxError::Surplus(verb, "no argument")),
        (Arguments::Text(what), _) if rest.is_empty() => Err(SyntaxError::Missing(verb, what)),
        (Arguments::Text(_), _) => Ok(()),
        (Arguments::Words(least, _, what), words) if words.len() < least => Err(SyntaxError::Missing(verb, what)),
        (Arguments::Words(_, most, what), words) if words.len() > most => Err(SyntaxError::Surplus(verb, what)),
        (Arguments::Words(..), _) => Ok(()),
        (Arguments::Message, []) => Err(SyntaxError::Missing(verb, NUMBER)),
        (Arguments::Message | Arguments::PerhapsMessage, [word]) => number(word, 1, NUMBER),
        (Arguments::Message | Arguments::PerhapsMessage, _) => Err(SyntaxError::Surplus(verb, "one number")),
        (Arguments::MessageAndLines, [message, lines]) => {
            number(message, 1, NUMBER)?;
            number(lines, 0, "a number of lines behind that of the message")
        }
        (Arguments::MessageAndLines, _) => Err(SyntaxError::Missing(verb, "the number of a message and one of lines")),
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&escape(self.keyword.as_bytes()))?;
        for argument in &self.arguments {
            write!(f, " {}", escape(argument.as_bytes()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, SyntaxError> {
        Command::parse(line.as_bytes(), &mut Vec::new()).map_err(|(_, error)| error)
    }

    #[test]
    fn what_is_encoded_is_read_back() {
        for line in [
            "STAT",
            "LIST",
            "LIST 2",
            "UIDL",
            "RETR 1",
            "TOP 1 0",
            "DELE 4294967295",
            "CAPA",
            "QUIT",
            "USER pepe",
            "USER a b",
            "LANG es",
            "UTF8",
            "XTND XLST From",
        ] {
            let command = parse(&format!("{line}\r\n")).expect(line);
            let mut encoded = Vec::new();
            command.encode(&mut encoded);
            assert_eq!(String::from_utf8_lossy(&encoded), format!("{line}\r\n"));
            assert_eq!(command.to_string(), line);
        }
        assert_eq!(parse("retr 2\n"), Ok(Command::with(Verb::Retr, [2])));
        assert_eq!(Command::with(Verb::List, [1]).answer(), Answer::Line);
        assert_eq!(Command::new(Verb::List).answer(), Answer::Listing);
    }

    #[test]
    fn secrets_are_not_kept() {
        for (line, kept) in [
            ("PASS goloso 1", "PASS"),
            ("APOP mrose c4c9334bac560ecc979e58001b3e22fb", "APOP mrose"),
            ("AUTH plain AGEAYg==", "AUTH PLAIN"),
        ] {
            let command = parse(line).expect(line);
            assert!(command.secret && command.to_string() == kept, "{command:?}");
        }
        assert!(parse("AUTH CRAM-MD5").is_ok_and(|command| !command.secret));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, wrong) in [
            ("", "the line is empty"),
            ("RETR", "RETR needs the number of a message, from 1"),
            ("RETR 0", "RETR must be followed by the number of a message, from 1"),
            ("DELE 4294967296", "DELE must be followed by the number of a message, from 1"),
            ("TOP 1", "TOP needs the number of a message and one of lines"),
            ("TOP 1 -1", "TOP must be followed by a number of lines behind that of the message"),
            ("STAT 1", "STAT takes no argument"),
            ("LIST 1 2", "LIST takes one number"),
            ("PASS", "PASS needs a password"),
            ("USER \u{1b}", "the line is not plain text"),
        ] {
            assert_eq!(parse(line).map_err(|error| error.to_string()), Err(wrong.to_owned()), "{line}");
        }
        let mut findings = Vec::new();
        assert!(Command::parse(b"LIST  2\r\n", &mut findings).is_ok() && findings.len() == 1);
    }
}
