//! `mailtool imap status`: how much is in mailboxes.

use clap::Args;
use serde_json::{Map, Value};

use super::Imap;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::client::Refused;
use crate::client::imap::{self, Error, only_data};
use crate::proto::imap::{Data, Request, Verb};
use crate::transcript::text::thousands;

/// How much is in mailboxes (STATUS)
///
/// Without a name: of --mailbox. SIZE and HIGHESTMODSEQ where the server offers them.
///
/// With --json one object a line: {"mailbox","messages","unseen","uidnext","uidvalidity",…}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap status -s pepe@imap.example.org
  mailtool imap status INBOX Sent Archive --json -q -s pepe@imap.example.org")]
pub struct Status {
    /// Which mailboxes
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

/// STATUS.
pub fn run(status: &Status, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let names = if status.names.is_empty() { std::slice::from_ref(&args.mailbox) } else { &status.names };
    converse(args, at, Need::Login, async |imap| {
        let mut exits = Vec::new();
        for name in names {
            match counts(imap, name).await {
                Ok(counts) => {
                    exits.push(Exit::Ok);
                    match terminal.json {
                        true => terminal.json(&object(name, &counts)),
                        false => terminal.result(&format!("{}  {}", escape_str(name), sentence(&counts))),
                    }
                }
                Err(Error::Refused(refusal)) if refusal.to.is_some() && names.len() > 1 => {
                    imap.remark(refusal.to_string());
                    exits.push(refusal.exit());
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Exit::of_all(exits))
    })
}

/// What is asked of a mailbox.
pub fn items(imap: &imap::Imap) -> String {
    let mut items = vec!["MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"];
    if imap.has("STATUS=SIZE") || imap.has("IMAP4REV2") {
        items.push("SIZE");
    }
    if imap.has("CONDSTORE") {
        items.push("HIGHESTMODSEQ");
    }
    format!("({})", items.join(" "))
}

/// What the server counts in a mailbox.
pub async fn counts(imap: &mut imap::Imap, name: &str) -> Result<Vec<(String, u64)>, Error> {
    let request = Request::new(Verb::Status).mailbox(name, imap.names()).word(items(imap));
    let mut counts = Vec::new();
    imap.run(&request, &mut |told| {
        if let Some(Data::MailboxStatus { items, .. }) = only_data(told)? {
            counts.clone_from(items);
        }
        Ok(())
    })
    .await?;
    Ok(counts)
}

/// The object of one mailbox.
pub fn object(name: &str, counts: &[(String, u64)]) -> Map<String, Value> {
    let counts = counts.iter().map(|(item, number)| (item.to_ascii_lowercase(), Value::from(*number)));
    std::iter::once(("mailbox".to_owned(), Value::from(name))).chain(counts).collect()
}

/// `231 messages, 12 unseen, …`.
pub fn sentence(counts: &[(String, u64)]) -> String {
    let count = |(item, number): &(String, u64)| match item.as_str() {
        "MESSAGES" if *number == 1 => "1 message".to_owned(),
        "MESSAGES" | "UNSEEN" => format!("{} {}", thousands(*number), item.to_ascii_lowercase()),
        "SIZE" => format!("{} octets", thousands(*number)),
        _ => format!("{} {number}", escape_str(&item.to_ascii_lowercase())),
    };
    counts.iter().map(count).collect::<Vec<_>>().join(", ")
}
