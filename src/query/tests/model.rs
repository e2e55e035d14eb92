//! As much of a server's SEARCH as the properties need, apart from all of ours: it reads the command's octets, and
//! compares text in its own way.

use jiff::Zoned;
use jiff::civil::Date;

use crate::query::compile::{Piece, SearchKeys};
use crate::query::subject::{Field, Subject};

/// A word, a string, or a parenthesis.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Atom(String),
    String(String),
    Open,
    Close,
}

/// Whether the server finds the message.
pub(super) fn search(keys: &SearchKeys, message: &Subject, now: &Zoned) -> bool {
    let wire = wire(keys);
    let tokens = tokens(&wire);
    let mut server = Server { tokens: &tokens, at: 0, message, now };
    let mut found = true;
    while server.at < tokens.len() {
        found &= server.key();
    }
    found
}

/// The octets that are sent.
pub(super) fn wire(keys: &SearchKeys) -> Vec<u8> {
    let mut octets = Vec::new();
    for piece in keys.pieces() {
        match piece {
            Piece::Text(text) => octets.extend_from_slice(text.as_bytes()),
            Piece::Literal(text) => octets.extend_from_slice(format!("{{{}}}\r\n{text}", text.len()).as_bytes()),
        }
    }
    octets
}

fn tokens(wire: &[u8]) -> Vec<Token> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while at < wire.len() {
        match wire[at] {
            b'(' | b')' => {
                tokens.push(if wire[at] == b'(' { Token::Open } else { Token::Close });
                at += 1;
            }
            b'"' => {
                let (mut text, mut next) = (Vec::new(), at + 1);
                while wire[next] != b'"' {
                    next += usize::from(wire[next] == b'\\');
                    assert!(!b"\r\n\0".contains(&wire[next]), "in a quoted string");
                    text.push(wire[next]);
                    next += 1;
                }
                tokens.push(Token::String(String::from_utf8(text).expect("UTF-8")));
                at = next + 1;
            }
            b'{' => {
                let end = wire[at..].iter().position(|&octet| octet == b'}').expect("}") + at;
                let length: usize = std::str::from_utf8(&wire[at + 1..end]).expect("digits").parse().expect("a number");
                assert_eq!(&wire[end + 1..end + 3], b"\r\n");
                tokens.push(Token::String(String::from_utf8(wire[end + 3..end + 3 + length].to_vec()).expect("UTF-8")));
                at = end + 3 + length;
            }
            _ => {
                let end = wire[at..].iter().position(|octet| b" ()".contains(octet)).map_or(wire.len(), |n| at + n);
                let word = std::str::from_utf8(&wire[at..end]).expect("ASCII").to_owned();
                assert!(!word.is_empty() && word.bytes().all(|octet| octet.is_ascii_graphic()), "{word:?}");
                tokens.push(Token::Atom(word));
                at = end;
            }
        }
        // One space stands between two keys, and none else.
        let close = wire.get(at) == Some(&b')');
        let open = tokens.last() == Some(&Token::Open);
        if at < wire.len() && !close && !open {
            assert_eq!(wire[at], b' ', "{}", wire.escape_ascii());
            at += 1;
            assert!(at < wire.len() && wire[at] != b' ', "{}", wire.escape_ascii());
        }
    }
    tokens
}

struct Server<'a> {
    tokens: &'a [Token],
    at: usize,
    message: &'a Subject,
    now: &'a Zoned,
}

impl Server<'_> {
    fn next(&mut self) -> Token {
        let token = self.tokens[self.at].clone();
        self.at += 1;
        token
    }

    fn word(&mut self) -> String {
        match self.next() {
            Token::Atom(word) => word,
            other => panic!("a word, not {other:?}"),
        }
    }

    fn string(&mut self) -> String {
        match self.next() {
            Token::String(text) => text,
            other => panic!("a string, not {other:?}"),
        }
    }

    fn number(&mut self) -> u64 {
        self.word().parse().expect("a number")
    }

    fn day(&mut self) -> Date {
        let word = self.word();
        let parts: Vec<&str> = word.split('-').collect();
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = months.iter().position(|month| *month == parts[1]).expect("a month") + 1;
        assert_eq!(parts[2].len(), 4, "{word}");
        Date::new(parts[2].parse().expect("a year"), month as i8, parts[0].parse().expect("a day")).expect("a date")
    }

    /// One search key. Both sides of OR are read, whatever the first one is.
    fn key(&mut self) -> bool {
        let word = match self.next() {
            Token::Open => {
                let mut all = true;
                while self.tokens[self.at] != Token::Close {
                    all &= self.key();
                }
                self.at += 1;
                return all;
            }
            Token::Atom(word) => word,
            other => panic!("a key, not {other:?}"),
        };
        let message = self.message;
        let flag = |name: &str| message.flags.iter().flatten().any(|flag| flag == name);
        let received = message.internal_date.expect("INTERNALDATE");
        let age = self.now.timestamp().duration_since(received.timestamp().expect("a moment")).as_secs();
        match word.as_str() {
            "ALL" => true,
            "NOT" => !self.key(),
            "OR" => {
                let one = self.key();
                one | self.key()
            }
            "SEEN" => flag("\\Seen"),
            "UNSEEN" => !flag("\\Seen"),
            "FLAGGED" => flag("\\Flagged"),
            "UNFLAGGED" => !flag("\\Flagged"),
            "RECENT" => flag("\\Recent"),
            "OLD" => !flag("\\Recent"),
            "KEYWORD" => flag(&self.word()),
            "UNKEYWORD" => !flag(&self.word()),
            "SINCE" => received.local.date() >= self.day(),
            "BEFORE" => received.local.date() < self.day(),
            "ON" => received.local.date() == self.day(),
            "SENTSINCE" => self.day() <= sent(message),
            "SENTBEFORE" => sent(message) < self.day(),
            "SENTON" => sent(message) == self.day(),
            "OLDER" => self.number() as i64 <= age,
            "YOUNGER" => age <= self.number() as i64,
            "LARGER" => message.size.expect("a size") > self.number(),
            "SMALLER" => message.size.expect("a size") < self.number(),
            "UID" => {
                let set = self.word();
                in_set(&set, message.uid.expect("a UID"))
            }
            "MODSEQ" => message.modseq.expect("a number") >= self.number(),
            "EMAILID" => message.email_id.as_deref() == Some(&self.word()),
            "X-GM-RAW" => self.string() == "has:attachment" && message.parts.iter().flatten().any(|part| part.attached),
            "FROM" | "TO" | "SUBJECT" => {
                let text = self.string();
                fields(message).any(|field| field.name.eq_ignore_ascii_case(&word) && holds(&field.value, &text))
            }
            "HEADER" => {
                let (name, text) = (self.string(), self.string());
                fields(message).any(|field| field.name.eq_ignore_ascii_case(&name) && holds(&field.value, &text))
            }
            "BODY" => holds(&message.body.as_ref().expect("a body").text, &self.string()),
            "TEXT" => {
                let text = self.string();
                let header = fields(message).any(|field| holds(&format!("{}: {}", field.name, field.value), &text));
                header || holds(&message.body.as_ref().expect("a body").text, &text)
            }
            "FUZZY" => self.key(),
            set if set.starts_with(|c: char| c.is_ascii_digit() || c == '*') => {
                in_set(set, message.sequence.expect("a number"))
            }
            other => panic!("no key: {other}"),
        }
    }
}

/// The largest UID and number of the model's mailbox.
pub(super) const LAST: u32 = 5;

fn in_set(set: &str, number: u32) -> bool {
    set.split(',').any(|range| {
        let (one, other) = range.split_once(':').unwrap_or((range, range));
        let value = |text: &str| if text == "*" { LAST } else { text.parse().expect("a number") };
        let (one, other) = (value(one), value(other));
        (one.min(other)..=one.max(other)).contains(&number)
    })
}

fn fields(message: &Subject) -> impl Iterator<Item = &Field> {
    message.header.iter().flatten()
}

fn sent(message: &Subject) -> Date {
    let field = fields(message).find(|field| field.name == "Date").expect("a date");
    let parts: Vec<&str> = field.value.split(' ').collect();
    format!("{}-{}-{}", parts[2], if parts[1] == "Nov" { "11" } else { "12" }, parts[0]).parse().expect("a date")
}

fn holds(text: &str, needle: &str) -> bool {
    text.to_lowercase().contains(&needle.to_lowercase())
}
