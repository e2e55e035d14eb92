//! What to look for among messages: a language in Gmail's manner, its translation to IMAP SEARCH (RFC 9051 §6.4.4,
//! RFC 3501 §6.4.4), and its meaning on one message.
//!
//! [`parse()`] makes a [`Query`] of text, which is shown as text that reads back as the same. [`compile()`] makes a
//! [`Plan`] of it for a server: what that is asked, and what is left to check of what it finds. [`evaluate()`] does
//! that check on a [`Subject`], and answers whole queries where there is no server: from a cache, over POP3. What was
//! found is put in order by [`sort`] and [`thread`].
//!
//! # Grammar
//!
//! In the ABNF of RFC 5234. AND binds tighter than OR; operators are capitals, keys and words take any case. `BLANK` is
//! white space, any of Unicode's. A query has at most 64 KiB and groups 100 deep; one without a word is `all`.
//!
//! ```abnf
//! query       = conjunction *(1*BLANK "OR" 1*BLANK conjunction)
//! conjunction = negation *(1*BLANK [%s"AND" 1*BLANK] negation)
//! negation    = *("-" / "not:" / %s"NOT" 1*BLANK) primary
//! primary     = group / key ":" (value / group) / flag / phrase / word
//! group       = "(" *BLANK query *BLANK ")"    ; behind a key every word in it is a value of that key
//! key         = 1*(ALPHA / "-" / "_")          ; one of those below
//! value       = phrase / expression / word
//! phrase      = DQUOTE *(char / "\" ANY) DQUOTE / "'" *(char / "\" ANY) "'"
//! expression  = "/" *(char / "\" ANY) "/"
//! word        = 1*char                         ; no BLANK, no parenthesis
//!
//! day         = 4DIGIT "-" 1*2DIGIT "-" 1*2DIGIT / "today" / "yesterday" / span / weekday
//!                                              ; "/" may stand for "-"; "monday", "mon": the last before today
//! span        = 1*DIGIT ("s" / "min" / "h" / "d" / "w" / "m" / "y")    ; m: months; of a day d, w, m, y alone
//! size        = 1*DIGIT ["k" / "M" / "G"]      ; 1k = 1024 octets, 1M = 1024k, 1G = 1024M
//! set         = number [":" number] *("," number [":" number])         ; number: from 1 to 4294967295, or "*"
//! ```
//!
//! A letter-only name before a colon is a key: text with one, as `Re: x`, stands in quotes.
//!
//! # Keys
//!
//! Text is found as a substring, whatever its case (RFC 5051). Dates are compared by their day alone, in the zone that
//! they are told in (RFC 9051 §6.4.4). *Here* marks what no server can be asked, so that it is checked by the client.
//!
//! | written | SEARCH key | meaning |
//! |---|---|---|
//! | `word` `"two words"` `text:` | TEXT | in header or body |
//! | `from:` `to:` `cc:` `bcc:` | FROM TO CC BCC | in the addresses of that field, as `Name <local@domain>` |
//! | `subject:` `body:` | SUBJECT BODY | in the subject; behind the header |
//! | `subject:/re/`, and with the six keys above | here | the expression matches; `^` and `$` are line ends |
//! | `header:NAME=text` `header:NAME` | HEADER | in a field of this name; there is one |
//! | `msgid:` `list:` | HEADER | in Message-ID; in List-Id |
//! | `since:` `after:` day, `before:` `on:` | SINCE BEFORE ON | received on that day or later; before it; on it |
//! | `sent-since:` `sent-before:` `sent-on:` | SENTSINCE … | the same of the field Date; false without one |
//! | `saved-since:` `saved-before:` `saved-on:` | SAVEDSINCE … | the same of the date at which it came into the mailbox (RFC 8514) |
//! | `older:` `younger:` `newer:` span | OLDER YOUNGER | received so long ago or longer; or later (RFC 5032); else days, and the time here |
//! | `larger:` `smaller:` size | LARGER SMALLER | more octets; fewer |
//! | `seen` `flagged` `answered` `draft` `deleted` | SEEN … | has the flag; with `un` before it has not |
//! | `recent` `old` `new` | RECENT, OLD, RECENT UNSEEN | \Recent of RFC 3501, which IMAP4rev2 has not |
//! | `is:unread` `is:read` `is:starred` | UNSEEN SEEN FLAGGED | Gmail's words; `is:` stands before the others too |
//! | `keyword:` `unkeyword:` | KEYWORD UNKEYWORD | has the keyword; has not |
//! | `uid:` `seq:` set | UID, the set | is one of these |
//! | `modseq:N` `modseq:>N` | MODSEQ | changed at N or later; behind N (RFC 7162) |
//! | `emailid:` `threadid:` | EMAILID THREADID | has this identifier (RFC 8474), else X-GM-MSGID, X-GM-THRID |
//! | `has:attachment` | here, X-GM-RAW | some part is attached, or has a file's name and is not said to be inline, or is a message |
//! | `type:image/*` `type:image` | here | some part is of this media type |
//! | `filename:*.pdf` `filename:pdf` | here | some part has a file of such a name; without `*` and `?` it is a substring |
//! | `label:` `gmail:'…'` | X-GM-LABELS X-GM-RAW | Gmail's labels and language |
//! | `fuzzy:` | FUZZY TEXT | something like it (RFC 6203), else the text itself |
//! | `imap:'…'` | as it stands | search keys of your own |
//! | `all` | ALL | every message |
//!
//! `older_than:` and `newer_than:` are Gmail's names of `older:` and `newer:`.

#![warn(clippy::indexing_slicing)] // What is looked for comes from people, what it is looked for in from the network.

pub mod compile;
pub mod date;
mod display;
pub mod error;
pub mod evaluate;
mod keys;
pub mod parse;
pub mod pattern;
pub mod set;
pub mod sort;
pub mod subject;
pub mod term;
#[cfg(test)]
mod tests;
pub mod thread;

pub use self::compile::{Capabilities, CompileError, Plan, compile};
pub use self::error::ParseError;
pub use self::evaluate::{Context, Unknown, evaluate};
pub use self::parse::{DEEPEST, LONGEST, parse, parse_words};
pub use self::subject::{Item, Subject};
pub use self::term::{Query, Term};
