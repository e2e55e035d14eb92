//! `mailtool pop raw`: a command of one's own.

use clap::Args;
use serde_json::json;

use super::Pop;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::base::escape::escape;
use crate::cli::error::Failure;
use crate::cli::way;
use crate::client::pop3::Said;
use crate::proto::pop3::Verb;

/// Say any line, and show what the server answers
///
/// Without a user nobody logs in. What stands behind PASS, APOP and AUTH is left out of the transcript
/// as everywhere; a challenge is called off.
///
/// With --json one object a line: {"status","text"}, then {"line"} for each line behind it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop raw 'XTND XLST Subject' --multi -s pepe@mail.example.org
  mailtool pop raw HELP -s pop3://mail.example.org --tls may")]
pub struct Raw {
    /// The line, without its end
    #[arg(value_name = "LINE")]
    line: String,
    /// Lines follow the answer, up to a lone dot, though the command is not known to have any
    #[arg(long)]
    multi: bool,
}

/// Says it.
pub fn run(args: &Raw, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    way::check_plain("LINE", &args.line)?;
    if Verb::of(args.line.as_bytes()) == Verb::Stls {
        let failure = Failure::usage("LINE", "behind STLS comes a handshake");
        return Err(failure.hint("--tls starttls says STLS and shakes hands"));
    }
    let terminal = at.1;
    converse(pop, at, Need::Nothing, async |pop3| {
        let mut tell = |said: Said<'_>| match (said, terminal.json) {
            (Said::Reply(reply), true) => {
                terminal.json(&json!({ "status": reply.status.name(), "text": reply.words() }));
            }
            (Said::Reply(reply), false) => terminal.result(&reply.to_string()),
            (Said::Line(line), true) => terminal.json(&json!({ "line": String::from_utf8_lossy(line) })),
            (Said::Line(line), false) => terminal.result(&escape(line)),
        };
        pop3.raw(args.line.as_bytes(), args.multi, &mut tell).await?;
        Ok(Exit::Ok)
    })
}
