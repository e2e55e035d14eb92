//! A query becomes what a server is asked and what is left to check (RFC 9051 §6.4.4).
//!
//! What the server is asked finds every message that the query means, perhaps more; what is left finds out which. A
//! negation that cannot be asked whole is pushed down to the terms, where it is: `-(seen OR filename:x)` asks UNSEEN.

mod key;
mod keys;
mod plan;

use jiff::Zoned;

pub use self::key::check_raw;
use self::key::{Asked, ask};
pub use self::keys::{Piece, SearchKeys};
pub use self::plan::{Charset, Plan};
use super::subject::Item;
use super::term::{Flag, Query, Term};

/// What the server can do, of what matters to a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// ESEARCH (RFC 4731), which IMAP4rev2 includes.
    pub esearch: bool,
    /// WITHIN (RFC 5032).
    pub within: bool,
    /// OBJECTID (RFC 8474).
    pub objectid: bool,
    /// X-GM-EXT-1.
    pub gmail: bool,
    /// SEARCH=FUZZY (RFC 6203).
    pub fuzzy: bool,
    /// CONDSTORE (RFC 7162), or QRESYNC.
    pub condstore: bool,
    /// SAVEDATE (RFC 8514).
    pub savedate: bool,
    /// UTF8=ACCEPT (RFC 9755) was enabled: strings are UTF-8, and no charset may be named.
    pub utf8: bool,
    /// IMAP4rev2 (RFC 9051) was enabled, or is all that is spoken: strings are UTF-8, sizes have 63 bits, and \Recent
    /// is gone.
    pub rev2: bool,
    /// The server answered BADCHARSET to UTF-8: text beyond ASCII is looked for here.
    pub charset_unavailable: bool,
}

/// Why a query cannot be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// Only a server with this extension can tell.
    #[error("{term} needs {extension}, which the server does not offer")]
    Needs {
        /// The condition.
        term: String,
        /// The capability.
        extension: &'static str,
    },
    /// Only the server can tell, and it cannot be asked apart from what it cannot tell.
    #[error("{0} cannot stand in one group with what only the client can check: make two searches of it")]
    Mixed(String),
    /// It holds what no command can hold.
    #[error("{term} cannot be sent: {why}")]
    Unsendable {
        /// The condition.
        term: String,
        /// Why not.
        why: String,
    },
}

impl Capabilities {
    /// What the words of a CAPABILITY response say; what has to be enabled is not.
    pub fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Capabilities {
        let (mut offer, mut rev1) = (Capabilities::default(), false);
        for word in words {
            match word.to_ascii_uppercase().as_str() {
                "IMAP4REV1" => rev1 = true,
                "IMAP4REV2" => offer.rev2 = true,
                "ESEARCH" => offer.esearch = true,
                "WITHIN" => offer.within = true,
                "OBJECTID" => offer.objectid = true,
                "X-GM-EXT-1" => offer.gmail = true,
                "SEARCH=FUZZY" => offer.fuzzy = true,
                "CONDSTORE" | "QRESYNC" => offer.condstore = true,
                "SAVEDATE" => offer.savedate = true,
                _ => {}
            }
        }
        // Beside IMAP4rev1 it is there once it is enabled (RFC 9051 appendix A).
        offer.rev2 &= !rev1;
        offer
    }

    /// Strings are UTF-8 without being asked.
    pub(crate) fn takes_utf8(&self) -> bool {
        self.utf8 || self.rev2
    }
}

/// What a server with these capabilities is asked at this moment, whose zone says which day is today, and what is left
/// to check. The query is one that [`parse`](super::parse()) or the constructors of [`Query`] made.
pub fn compile(query: &Query, offer: &Capabilities, now: &Zoned) -> Result<Plan, CompileError> {
    let compiler = Compiler { offer, now };
    let (keys, residue) = match query {
        // Alone it stands as it is.
        Query::Term(Term::Raw(text)) => {
            check_raw(text).map_err(|why| compiler.unsendable(&Term::Raw(text.clone()), why))?;
            (vec![SearchKeys::of(text)], Query::All)
        }
        query => compiler.split(query)?,
    };
    let residue = Some(residue).filter(|residue| *residue != Query::All);
    let terms = residue.as_ref().map(Query::terms).unwrap_or_default();
    if let Some(term) = terms.iter().find(|term| compiler.is_servers(term)) {
        return Err(CompileError::Mixed(term.to_string()));
    }
    let mut needs: Vec<Item> = terms.iter().flat_map(|term| Item::of(term)).copied().collect();
    needs.sort_unstable();
    needs.dedup();
    let server = SearchKeys::conjunction(keys);
    let charset = (server.has_literal_utf8() && !offer.takes_utf8()).then_some(Charset::Utf8);
    let mut notes: Vec<_> = query.terms().into_iter().filter_map(|term| compiler.note(term)).collect();
    notes.sort_unstable();
    notes.dedup();
    Ok(Plan { server, residue, needs, charset, notes, esearch: offer.esearch || offer.rev2 })
}

struct Compiler<'a> {
    offer: &'a Capabilities,
    now: &'a Zoned,
}

/// Search keys that all have to hold; none: every message.
type Keys = Vec<SearchKeys>;

/// Recursion is as deep as the query, which is at most [`DEEPEST`](super::DEEPEST) groups.
impl Compiler<'_> {
    /// What is asked for a query, and what is left of it.
    fn split(&self, query: &Query) -> Result<(Keys, Query), CompileError> {
        if let Some(keys) = self.whole(query)? {
            return Ok((keys, Query::All));
        }
        match query {
            Query::All => Ok((Vec::new(), Query::All)),
            Query::And(queries) => self.all(queries.clone()),
            Query::Or(queries) => Ok((self.any(queries.clone())?, query.clone())),
            Query::Term(term) => Ok((self.nearly(term, false)?, query.clone())),
            Query::Not(inner) => match &**inner {
                Query::And(queries) => Ok((self.any(negated(queries))?, query.clone())),
                Query::Or(queries) => self.all(negated(queries)),
                Query::Term(term) => Ok((self.nearly(term, true)?, query.clone())),
                Query::All | Query::Not(_) => Ok((Vec::new(), query.clone())),
            },
        }
    }

    /// Each of them is asked as far as it can be, and what is left of each is left.
    fn all(&self, queries: Vec<Query>) -> Result<(Keys, Query), CompileError> {
        let (mut keys, mut left) = (Vec::new(), Vec::new());
        for query in &queries {
            let (more, residue) = self.split(query)?;
            keys.extend(more);
            left.push(residue);
        }
        Ok((keys, Query::and(left)))
    }

    /// Where one of them can be any message, so can one of all of them.
    fn any(&self, queries: Vec<Query>) -> Result<Keys, CompileError> {
        let keys = queries.iter().map(|query| self.split(query).map(|(keys, _)| keys));
        let keys = keys.collect::<Result<Vec<Keys>, _>>()?;
        Ok(either(keys))
    }

    /// What is asked for a term that cannot be asked whole, or for its negation.
    fn nearly(&self, term: &Term, negated: bool) -> Result<Keys, CompileError> {
        Ok(match ask(term, self.offer, self.now)? {
            Asked::Nearly { held, negated: not_held } => Vec::from_iter(if negated { not_held } else { held }),
            Asked::Wholly(_) => Vec::new(),
        })
    }

    /// The keys that mean just what the query means, if there are such.
    fn whole(&self, query: &Query) -> Result<Option<Keys>, CompileError> {
        Ok(match query {
            Query::All => Some(Vec::new()),
            Query::Term(term) => match ask(term, self.offer, self.now)? {
                Asked::Wholly(key) => Some(vec![key]),
                Asked::Nearly { .. } => None,
            },
            Query::Not(inner) => match &**inner {
                Query::Term(Term::Flag(_) | Term::Keyword(_)) => {
                    self.whole(inner)?.map(|keys| keys.into_iter().map(SearchKeys::un).collect())
                }
                inner => self.whole(inner)?.map(|keys| vec![SearchKeys::not(keys)]),
            },
            Query::And(queries) => self.all_whole(queries)?.map(|keys| keys.into_iter().flatten().collect()),
            Query::Or(queries) => self.all_whole(queries)?.map(either),
        })
    }

    fn all_whole(&self, queries: &[Query]) -> Result<Option<Vec<Keys>>, CompileError> {
        queries.iter().map(|query| self.whole(query)).collect()
    }

    /// Nobody but the server can tell.
    fn is_servers(&self, term: &Term) -> bool {
        match term {
            Term::Raw(_) | Term::Gmail(_) => true,
            Term::Fuzzy(_) => self.offer.fuzzy,
            _ => false,
        }
    }

    fn unsendable(&self, term: &Term, why: String) -> CompileError {
        CompileError::Unsendable { term: term.to_string(), why }
    }

    /// What a person should know of how this is looked for.
    fn note(&self, term: &Term) -> Option<&'static str> {
        match term {
            Term::Fuzzy(_) if !self.offer.fuzzy => Some("the server has no SEARCH=FUZZY: fuzzy: is looked for as text"),
            Term::Older(_) | Term::Younger(_) if !self.offer.within => {
                Some("the server has no WITHIN: it is asked for days, and the time is checked here")
            }
            Term::Flag(Flag::Recent) if self.offer.rev2 => {
                Some("IMAP4rev2 has no \\Recent: no message is recent, and every one is old")
            }
            Term::Attachment if self.offer.gmail => Some("has:attachment means what Gmail takes for one"),
            _ => None,
        }
    }
}

/// One key for any of these; none where one of them is every message.
fn either(any: Vec<Keys>) -> Keys {
    if any.iter().any(Vec::is_empty) { Vec::new() } else { vec![SearchKeys::any(any)] }
}

fn negated(queries: &[Query]) -> Vec<Query> {
    queries.iter().cloned().map(Query::negated).collect()
}
