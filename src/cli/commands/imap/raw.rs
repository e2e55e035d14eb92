//! `mailtool imap raw`: a command of one's own.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse, select};
use crate::base::Exit;
use crate::base::escape::escape;
use crate::cli::error::Failure;
use crate::cli::way;
use crate::client::imap::Said;
use crate::proto::imap::Verb;
use crate::proto::line;

/// Say any command, and show what the server answers
///
/// The tag is put before it. Without a user nobody logs in; --select opens --mailbox first. Passwords
/// are left out as everywhere; a challenge is called off, and IDLE is ended at once.
///
/// With --json one object a line: {"line"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap raw NOOP -s imap.example.org
  mailtool imap raw 'UID FETCH 1:* (FLAGS)' --select -s pepe@imap.example.org")]
pub struct Raw {
    /// The command, without its tag and its end
    #[arg(value_name = "LINE")]
    line: String,
    /// Open --mailbox first, to be read only
    #[arg(long)]
    select: bool,
}

/// Says it.
pub fn run(args: &Raw, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    way::check_plain("LINE", &args.line)?;
    let word = args.line.split(' ').next().unwrap_or_default();
    if Verb::of(word.as_bytes()) == Verb::StartTls {
        let failure = Failure::usage("LINE", "what follows that is no text");
        return Err(failure.hint("--tls starttls says STARTTLS and shakes hands"));
    }
    if args.line.ends_with('}') {
        let failure = Failure::usage("LINE", "a literal would follow, which cannot be written in a line");
        return Err(failure.hint("quotes can hold any text that is ASCII"));
    }
    let terminal = at.1;
    let need = if args.select { Need::Login } else { Need::Nothing };
    converse(imap, at, need, async |client| {
        if args.select {
            select(client, imap, false).await?;
        }
        let mut tell = |Said(octets): Said<'_>| {
            for line in octets.split_inclusive(|octet| *octet == b'\n').map(line::content) {
                match terminal.json {
                    true => terminal.json(&json!({ "line": String::from_utf8_lossy(line) })),
                    false => terminal.result(&escape(line)),
                }
            }
        };
        let said = client.raw(args.line.as_bytes(), &mut tell).await;
        said.map_err(|error| Trouble::verbatim("LINE", error))?;
        Ok(Exit::Ok)
    })
}
