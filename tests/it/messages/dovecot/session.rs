//! As much of an IMAP client as the comparison needs, apart from all of ours.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What a response is made of.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Item {
    Nil,
    Word(String),
    /// Quoted or a literal.
    String(Vec<u8>),
    List(Vec<Item>),
}

impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Item::Nil => f.write_str("NIL"),
            Item::Word(word) => f.write_str(word),
            Item::String(octets) => write!(f, "\"{}\"", octets.escape_ascii()),
            Item::List(items) => f.debug_list().entries(items).finish(),
        }
    }
}

/// The items of a response, which may hold literals.
pub(super) fn items(octets: &[u8]) -> Vec<Item> {
    let mut lists = vec![Vec::new()];
    let mut rest = octets;
    while let Some((&first, behind)) = rest.split_first() {
        let (item, next) = match first {
            b' ' => (None, behind),
            b'(' => {
                lists.push(Vec::new());
                (None, behind)
            }
            b')' => (lists.pop().map(Item::List), behind),
            b'"' => quoted(behind),
            b'{' => {
                let (count, behind) = split(behind, b"}\r\n");
                let count = std::str::from_utf8(count).expect("ASCII").parse().expect("a number");
                let (literal, behind) = behind.split_at(count);
                (Some(Item::String(literal.to_vec())), behind)
            }
            _ => {
                let width = rest.iter().position(|octet| b" ()".contains(octet)).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(width);
                let word = String::from_utf8(word.to_vec()).expect("ASCII");
                (Some(if word == "NIL" { Item::Nil } else { Item::Word(word) }), behind)
            }
        };
        lists.last_mut().expect("parentheses in pairs").extend(item);
        rest = next;
    }
    assert_eq!(lists.len(), 1, "parentheses in pairs: {}", octets.escape_ascii());
    lists.pop().unwrap_or_default()
}

fn quoted(octets: &[u8]) -> (Option<Item>, &[u8]) {
    let (mut value, mut at) = (Vec::new(), 0);
    while octets[at] != b'"' {
        at += usize::from(octets[at] == b'\\');
        value.push(octets[at]);
        at += 1;
    }
    (Some(Item::String(value)), &octets[at + 1..])
}

fn split<'a>(octets: &'a [u8], by: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = octets.windows(by.len()).position(|window| window == by).expect("an end");
    (&octets[..at], &octets[at + by.len()..])
}

/// A connection that is logged in.
pub(super) struct Session {
    stream: BufReader<TcpStream>,
}

impl Session {
    pub(super) fn open(port: u16, (user, password): (&str, &str)) -> Session {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
        let mut session = Session { stream: BufReader::new(stream) };
        session.response();
        session.command(&format!("LOGIN \"{user}\" \"{password}\""));
        session.command("SELECT INBOX");
        session
    }

    /// What is told of every message, without what FETCH adds of its own.
    pub(super) fn fetch(&mut self, what: &str) -> Vec<Vec<Item>> {
        self.command("SELECT INBOX");
        let told = self.command(&format!("UID FETCH 1:* {what}"));
        let told = told.iter().map(|response| items(response));
        let lists = told.filter_map(|response| match &response[..] {
            [_, _, Item::Word(word), Item::List(list)] if word == "FETCH" => Some(list.clone()),
            _ => None,
        });
        lists.map(|list| list.into_iter().skip(2).collect()).collect()
    }

    /// Says a command; the untagged responses to it.
    pub(super) fn command(&mut self, command: &str) -> Vec<Vec<u8>> {
        self.stream.get_mut().write_all(format!("a {command}\r\n").as_bytes()).expect("to write");
        let mut untagged = Vec::new();
        loop {
            let response = self.response();
            if response.starts_with(b"a ") {
                assert!(response.starts_with(b"a OK"), "{command}: {}", response.escape_ascii());
                return untagged;
            }
            untagged.push(response);
        }
    }

    /// One response, its literals included, without the last line end.
    fn response(&mut self) -> Vec<u8> {
        let mut response = Vec::new();
        loop {
            self.stream.read_until(b'\n', &mut response).expect("to read");
            assert!(response.ends_with(b"\r\n"), "{}", response.escape_ascii());
            let line = &response[..response.len() - 2];
            let open =
                line.strip_suffix(b"}").and_then(|line| Some(&line[line.iter().rposition(|&o| o == b'{')? + 1..]));
            let count = open.and_then(|digits| std::str::from_utf8(digits).ok()?.parse::<usize>().ok());
            let Some(count) = count else {
                response.truncate(response.len() - 2);
                return response;
            };
            let begin = response.len();
            response.resize(begin + count, 0);
            self.stream.read_exact(&mut response[begin..]).expect("a literal");
        }
    }
}
