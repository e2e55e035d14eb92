//! `mailtool imap metadata`: notes on mailboxes (RFC 5464).

use clap::{Args, Subcommand};
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use super::mailboxes::{Dry, would};
use crate::base::Exit;
use crate::base::escape::escape;
use crate::cli::error::Failure;
use crate::client::imap::{Told, ignore, only_data};
use crate::proto::imap::{Data, Request, Verb};
use crate::proto::quoted_str;

/// Notes on --mailbox, or with -m '' on the server (METADATA, RFC 5464)
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap metadata get -s pepe@imap.example.org
  mailtool imap metadata set /private/comment='for the lecture' -m Work -s pepe@imap.example.org")]
pub struct Metadata {
    #[command(subcommand)]
    verb: MetadataVerb,
}

#[derive(Debug, Subcommand)]
enum MetadataVerb {
    /// What there is (GETMETADATA); with --json one object a line: {"entry","value"}
    Get {
        /// Names of entries [default: all]
        #[arg(value_name = "ENTRY")]
        entries: Vec<String>,
    },
    /// Change an entry; one without a value goes (SETMETADATA)
    Set {
        /// Entries
        #[arg(value_name = "ENTRY=VALUE", required = true)]
        entries: Vec<String>,
        #[command(flatten)]
        dry: Dry,
    },
}

/// GETMETADATA and SETMETADATA.
pub fn run(metadata: &Metadata, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(imap, at, Need::Login, async |client| {
        let names = client.names();
        let entries = match &metadata.verb {
            MetadataVerb::Set { entries, dry } => {
                let pair = |entry: &String| match entry.split_once('=') {
                    Some((name, "")) => Ok(format!("{} NIL", quoted_str(name))),
                    Some((name, value)) => Ok(format!("{} {}", quoted_str(name), quoted_str(value))),
                    None => Err(Failure::usage("ENTRY=VALUE", format!("{entry:?} has no ="))),
                };
                let pairs = entries.iter().map(pair).collect::<Result<Vec<_>, _>>()?;
                if dry.dry_run {
                    pairs.iter().for_each(|pair| would(Verb::SetMetadata, pair, terminal));
                    return Ok(Exit::Ok);
                }
                let request = Request::new(Verb::SetMetadata).mailbox(&imap.mailbox, names);
                client.run(&request.verbatim(&format!("({})", pairs.join(" "))), &mut ignore).await?;
                return Ok(Exit::Ok);
            }
            MetadataVerb::Get { entries } => entries,
        };
        let request = Request::new(Verb::GetMetadata);
        let request = match entries.is_empty() {
            true => request.word("(DEPTH infinity)").mailbox(&imap.mailbox, names).word("(/private /shared)"),
            false => {
                let entries: Vec<_> = entries.iter().map(|entry| quoted_str(entry)).collect();
                request.mailbox(&imap.mailbox, names).verbatim(&format!("({})", entries.join(" ")))
            }
        };
        let mut any = false;
        let mut take = |told: Told<'_>| {
            let Some(Data::Metadata { entries, .. }) = only_data(told)? else { return Ok(()) };
            for (name, value) in entries {
                any |= value.is_some();
                let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
                match terminal.json {
                    true => terminal.json(&json!({ "entry": text(name), "value": value.as_deref().map(text) })),
                    false => {
                        let value = value.as_deref().map_or("NIL".into(), escape);
                        terminal.result(&format!("{}  {value}", escape(name)));
                    }
                }
            }
            Ok(())
        };
        client.run(&request, &mut take).await?;
        Ok(if any { Exit::Ok } else { Exit::NotFound })
    })
}
