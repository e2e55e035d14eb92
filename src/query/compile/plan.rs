//! What is to be done to answer a query.

use super::keys::SearchKeys;
use crate::base::escape::escape_str;
use crate::query::subject::Item;
use crate::query::term::Query;

/// What the server is asked, and what is left to check of the messages that it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What stands behind SEARCH: it finds every message that the query means.
    pub server: SearchKeys,
    /// What those are to be checked for, if there is anything left.
    pub residue: Option<Query>,
    /// What has to be fetched of them for that, in the order of [`Item`].
    pub needs: Vec<Item>,
    /// What stands behind CHARSET, if anything may: where all is ASCII it is left out, since some servers refuse any.
    pub charset: Option<Charset>,
    /// What a person should know.
    pub notes: Vec<&'static str>,
    /// The server has ESEARCH: it can tell ranges and counts.
    pub esearch: bool,
}

/// The charset of the strings in a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charset {
    /// UTF-8.
    Utf8,
}

impl Charset {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Charset::Utf8 => "UTF-8",
        }
    }
}

impl Plan {
    /// The plan as people read it: what the server is asked (`S:`), what is checked here (`C:`), and notes (`*`).
    /// Nothing in it is obeyed by a terminal.
    pub fn lines(&self) -> Vec<String> {
        let returning = if self.esearch { "RETURN (ALL COUNT) " } else { "" };
        let charset = self.charset.map_or_else(String::new, |charset| format!("CHARSET {} ", charset.name()));
        let mut lines = vec![format!("S: UID SEARCH {returning}{charset}{}", self.server)];
        if let Some(residue) = &self.residue {
            let items: Vec<&str> = self.needs.iter().map(|item| item.name()).collect();
            let on = if items.is_empty() { "hits".to_owned() } else { format!("{} of hits", items.join(", ")) };
            lines.push(format!("C: {} on {on}", escape_str(&residue.to_string())));
        }
        lines.extend(self.notes.iter().map(|note| format!("* {note}")));
        lines
    }
}
