//! `mailtool imap create`, `delete`, `rename`, `subscribe`, `unsubscribe`: one command, one answer.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::imap::{Error, ignore};
use crate::proto::imap::{Names, Request, Verb};

/// Make mailboxes (CREATE)
///
/// With --json one object a line: {"mailbox","done"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap create Archive/2026 -s pepe@imap.example.org
  mailtool imap create Sent --special sent --subscribe -s pepe@imap.example.org")]
pub struct Create {
    /// Their names
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    /// What it is for: archive, drafts, flagged, junk, sent, trash (CREATE-SPECIAL-USE, RFC 6154)
    #[arg(long, value_name = "USE")]
    special: Option<String>,
    /// Subscribe to them too
    #[arg(long)]
    subscribe: bool,
    #[command(flatten)]
    dry: Dry,
}

/// Delete mailboxes, with all messages in them (DELETE)
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap delete Archive/2020 --dry-run -s pepe@imap.example.org")]
pub struct Delete {
    /// Their names
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    #[command(flatten)]
    dry: Dry,
}

/// Give a mailbox another name (RENAME); what is in INBOX moves, and INBOX stays
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap rename Old New -s pepe@imap.example.org")]
pub struct Rename {
    /// Its name
    #[arg(value_name = "FROM")]
    from: String,
    /// Its new name
    #[arg(value_name = "TO")]
    to: String,
    #[command(flatten)]
    dry: Dry,
}

/// Put mailboxes on the list of those that are shown (SUBSCRIBE)
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap subscribe Archive -s pepe@imap.example.org")]
pub struct Subscribe {
    /// Their names
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    #[command(flatten)]
    dry: Dry,
}

/// Take mailboxes off the list of those that are shown (UNSUBSCRIBE)
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap unsubscribe Archive -s pepe@imap.example.org")]
pub struct Unsubscribe {
    /// Their names
    #[arg(value_name = "NAME", required = true)]
    names: Vec<String>,
    #[command(flatten)]
    dry: Dry,
}

/// Nothing is changed.
#[derive(Clone, Copy, Debug, Args)]
pub struct Dry {
    /// Log in, show what would be done, and do nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What would be done with what; with --json {"would","with"}.
pub fn would(what: impl std::fmt::Display, with: &str, terminal: &Terminal) {
    match terminal.json {
        true => terminal.json(&json!({ "would": what.to_string(), "with": with })),
        false => terminal.result(&format!("would {what} {}", escape_str(with))),
    }
}

/// CREATE.
pub fn create(create: &Create, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    each(args, at, create.dry, &create.names, |name, names| {
        let request = Request::new(Verb::Create).mailbox(name, names);
        let request = match &create.special {
            Some(special) => request.verbatim(&format!("(USE (\\{}))", capital(special))),
            None => request,
        };
        let subscribe = create.subscribe.then(|| Request::new(Verb::Subscribe).mailbox(name, names));
        [Some(request), subscribe].into_iter().flatten().collect()
    })
}

/// DELETE.
pub fn delete(delete: &Delete, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    each(args, at, delete.dry, &delete.names, |name, names| vec![Request::new(Verb::Delete).mailbox(name, names)])
}

/// RENAME.
pub fn rename(rename: &Rename, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    each(args, at, rename.dry, std::slice::from_ref(&rename.from), |name, names| {
        vec![Request::new(Verb::Rename).mailbox(name, names).mailbox(&rename.to, names)]
    })
}

/// SUBSCRIBE.
pub fn subscribe(subscribe: &Subscribe, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    each(args, at, subscribe.dry, &subscribe.names, |name, names| {
        vec![Request::new(Verb::Subscribe).mailbox(name, names)]
    })
}

/// UNSUBSCRIBE.
pub fn unsubscribe(args: &Unsubscribe, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    each(imap, at, args.dry, &args.names, |name, names| vec![Request::new(Verb::Unsubscribe).mailbox(name, names)])
}

/// `Sent` for `sent`.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The commands for each name; one that is refused does not keep the others back.
fn each(
    args: &Imap,
    at: At<'_>,
    dry: Dry,
    names: &[String],
    requests: impl Fn(&str, Names) -> Vec<Request>,
) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(args, at, Need::Login, async |imap| {
        let mut exits = Vec::new();
        for name in names {
            let mut exit = Exit::Ok;
            for request in requests(name, imap.names()) {
                let verb = request.verb();
                if dry.dry_run {
                    would(verb, name, terminal);
                    continue;
                }
                match imap.run(&request, &mut ignore).await {
                    Ok(_) => {}
                    Err(Error::Refused(refusal)) if refusal.to.is_some() && names.len() > 1 => {
                        imap.remark(refusal.to_string());
                        exit = refusal.exit();
                        break;
                    }
                    Err(error) => return Err(error.into()),
                }
            }
            if terminal.json && !dry.dry_run {
                terminal.json(&json!({ "mailbox": name, "done": exit == Exit::Ok }));
            }
            exits.push(exit);
        }
        Ok(Exit::of_all(exits))
    })
}
