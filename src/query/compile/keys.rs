//! Search keys as they go over the wire.

use std::fmt;

use crate::base::escape::escape_str;
use crate::proto::quoted_str;

/// A longer string is a literal: no server should have to look for the end of a quoted one for long.
const LONGEST_QUOTED: usize = 1024;

/// One or more search keys, separated by spaces (RFC 9051 §6.4.4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchKeys {
    pieces: Vec<Piece>,
    /// How many keys those are.
    count: usize,
}

/// What a command is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Goes as it is, in a line of the command: no line end, no NUL, and UTF-8 only where strings may be that.
    Text(String),
    /// A literal of this content: whoever sends it writes the `{N}` before it and waits, or writes `{N+}`.
    Literal(String),
}

impl SearchKeys {
    /// The pieces, in their order. No text follows a text.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// One key, as it is.
    pub(super) fn of(text: impl Into<String>) -> SearchKeys {
        SearchKeys { pieces: vec![Piece::Text(text.into())], count: 1 }
    }

    /// A key and the strings behind it: quoted where that is allowed, else literals. `utf8`: quoted strings may be
    /// UTF-8 (RFC 9755 §3, RFC 9051 §9).
    pub(super) fn with_strings(key: &str, strings: &[&str], utf8: bool) -> SearchKeys {
        let mut keys = SearchKeys::of(key);
        for string in strings {
            keys.text(" ");
            keys.string(string, utf8);
        }
        keys
    }

    /// `NOT` of all these; `ALL` stands for none.
    pub(super) fn not(keys: Vec<SearchKeys>) -> SearchKeys {
        let mut not = SearchKeys::of("NOT ");
        not.append(SearchKeys::group(keys));
        not.count = 1;
        not
    }

    /// `UNSEEN` of `SEEN`, `UNKEYWORD` of `KEYWORD`, `OLD` of `RECENT`.
    pub(super) fn un(mut self) -> SearchKeys {
        if let Some(Piece::Text(text)) = self.pieces.first_mut() {
            *text = if text == "RECENT" { "OLD".to_owned() } else { format!("UN{text}") };
        }
        self
    }

    /// At least one of several, each one or more keys: `OR` takes two, so that it stands before all but the last.
    pub(super) fn any(any: Vec<Vec<SearchKeys>>) -> SearchKeys {
        let (mut or, last) = (SearchKeys::default(), any.len().saturating_sub(1));
        for (n, keys) in any.into_iter().enumerate() {
            or.text(if n == 0 { "" } else { " " });
            or.text(if n < last { "OR " } else { "" });
            or.append(SearchKeys::group(keys));
        }
        or.count = 1;
        or
    }

    /// All of these.
    pub(super) fn conjunction(keys: Vec<SearchKeys>) -> SearchKeys {
        let mut all = SearchKeys::default();
        for (n, key) in keys.into_iter().enumerate() {
            all.text(if n == 0 { "" } else { " " });
            all.append(key);
        }
        if all.count == 0 { SearchKeys::of("ALL") } else { all }
    }

    /// As one key: in parentheses unless it is one.
    pub(super) fn group(keys: Vec<SearchKeys>) -> SearchKeys {
        let all = SearchKeys::conjunction(keys);
        if all.count == 1 {
            return all;
        }
        let mut group = SearchKeys::of("(");
        group.append(all);
        group.text(")");
        group.count = 1;
        group
    }

    /// Some string is not ASCII.
    pub(super) fn has_literal_utf8(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(text) | Piece::Literal(text) => !text.is_ascii(),
        })
    }

    fn append(&mut self, keys: SearchKeys) {
        for piece in keys.pieces {
            match piece {
                Piece::Text(text) => self.text(&text),
                literal => self.pieces.push(literal),
            }
        }
        self.count += keys.count;
    }

    fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    /// `string = quoted / literal`.
    fn string(&mut self, string: &str, utf8: bool) {
        let quotable = string.len() <= LONGEST_QUOTED && !string.contains(['\r', '\n']);
        if quotable && (utf8 || string.is_ascii()) {
            self.text(&quoted_str(string));
        } else {
            self.pieces.push(Piece::Literal(string.to_owned()));
        }
    }
}

impl fmt::Display for SearchKeys {
    /// For people: as on the wire, but literals on the same line behind their `{N}`, and nothing that a terminal obeys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(&escape_str(text)),
            Piece::Literal(text) => write!(f, "{{{}}}{}", text.len(), escape_str(&quoted_str(text))),
        })
    }
}
