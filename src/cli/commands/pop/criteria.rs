//! `--where`: messages that are meant by what they are.

use clap::Args;
use jiff::Zoned;

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::pop3::Search;
use crate::query;

/// Which messages, by what they are.
#[derive(Debug, Args)]
pub struct Criteria {
    /// Only messages that this query means: 'from:ana older:30d', 'larger:5M OR has:attachment'
    ///
    /// Words are looked for in header and body; from: to: cc: bcc: subject: body: text: header: list: msgid:
    /// say where (subject:/RE/: an expression), larger: smaller: how large, type: filename: has:attachment with what
    /// parts, seq: which numbers; OR, - and ( ) as usual. POP3 tells only one date: older: younger: since:
    /// before: on: compare the field Date, as sent-since: and its kin do; a message without it is passed over. What
    /// POP3 cannot tell (flags, UIDs, labels) is wrong usage. Headers are fetched (TOP) only if the query
    /// needs them, whole messages (RETR) only if it asks for their texts or parts.
    #[arg(long = "where", value_name = "QUERY", allow_hyphen_values = true)]
    query: Option<String>,
}

impl Criteria {
    /// The query, asked now; `None` if there is none.
    pub fn search(&self) -> Result<Option<Search>, Failure> {
        let Some(text) = &self.query else { return Ok(None) };
        // A variable of a script that holds nothing must not delete everything.
        if text.trim().is_empty() {
            return Err(Failure::usage("--where", "the query is empty").hint("all means every message"));
        }
        let query = query::parse(text).map_err(|error| Failure::query("--where", &error))?;
        let search = Search::new(query, Zoned::now());
        search.map(Some).map_err(|error| Failure::new(Exit::Usage, error).at("--where"))
    }
}
