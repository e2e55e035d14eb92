//! How messages that were found are shown: by UID, by URL, or as a template says.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use super::conversation::Trouble;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::imap::field::Field;
use crate::cli::output::template::Template;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::{Fetch, Item, SequenceSet, Url};
use crate::transcript::Weight;

/// How dates are written in lines of a template: RFC 3339, in UTC.
const MOMENT: &str = "%Y-%m-%dT%H:%M:%SZ";
/// How many messages are asked about in one go, in the order that they are shown in.
const GROUP: usize = 500;

/// How what is found is shown.
#[derive(Debug, Args)]
pub struct Shown {
    /// The URL of each message and nothing else (RFC 5092), which SEL takes; with --json {"uid","url","mailbox"}
    #[arg(long)]
    urls: bool,
    /// A line for each message, with these in braces: {uid} {flags} {modseq} {size} {date} {savedate} {from} {from.addr}
    /// {to} {to.addr} {emailid} {threadid} {labels} {message_id} {mailbox} {url} {subject} {preview}; \t, \n, \\, {{ and }}
    #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["urls", "json"])]
    format: Option<Template<Field>>,
}

impl Shown {
    /// Nothing of it is said.
    pub fn is_usual(&self) -> bool {
        !self.urls && self.format.is_none()
    }

    /// The same where several mailboxes are looked into: a UID alone says too little.
    pub fn of_several(&self) -> Shown {
        Shown { urls: self.format.is_none(), format: self.format.clone() }
    }

    /// Shows what was found in a mailbox with this URL, in its order, and tells whether it was still there.
    ///
    /// # Errors
    /// The connection's, or the server cannot tell what the template names (69).
    pub async fn show(
        &self,
        imap: &mut imap::Imap,
        found: &[u32],
        mailbox: &Url,
        terminal: &Terminal,
    ) -> Result<Exit, Trouble> {
        if let Some(template) = &self.format {
            return lines(template, imap, found, mailbox, terminal).await;
        }
        for &uid in found {
            let url = self.urls.then(|| mailbox.message(uid).to_string());
            match (url, terminal.json) {
                (Some(url), true) => terminal.json(&json!({ "uid": uid, "url": url, "mailbox": mailbox.mailbox })),
                (Some(url), false) => terminal.result(&url),
                (None, true) => terminal.json(&json!({ "uid": uid })),
                (None, false) => terminal.result(&uid.to_string()),
            }
        }
        Ok(if found.is_empty() { Exit::NotFound } else { Exit::Ok })
    }
}

/// The items that tell these of a message, with its UID.
///
/// # Errors
/// The server offers no way to tell one of them (69).
pub fn items(fields: impl IntoIterator<Item = Field>, imap: &imap::Imap) -> Result<Vec<&'static str>, Failure> {
    let mut items = vec!["UID"];
    for field in fields {
        let ways = field.ways();
        let offered = |(capability, _): &&(&str, &str)| capability.is_empty() || imap.has(capability);
        match ways.iter().find(offered) {
            Some((_, item)) => items.extend(item.split(' ')),
            None if ways.is_empty() => {}
            None => {
                let lacking: Vec<_> = ways.iter().map(|(capability, _)| *capability).collect();
                let text = format!("the server cannot tell {}: it offers no {}", field.name(), lacking.join(" or "));
                return Err(Failure::new(Exit::Unavailable, text));
            }
        }
    }
    let mut known = Vec::new();
    for item in items {
        if !known.contains(&item) {
            known.push(item);
        }
    }
    Ok(known)
}

/// A line for each, in their order; nothing stands for what is not told.
async fn lines(
    template: &Template<Field>,
    imap: &mut imap::Imap,
    found: &[u32],
    mailbox: &Url,
    terminal: &Terminal,
) -> Result<Exit, Trouble> {
    let (wanted, mut exits) = (items(template.places(), imap)?, Vec::new());
    for group in found.chunks(GROUP) {
        for (uid, fetch) in told(imap, group, &wanted).await? {
            let text = |field: Field| field.text(&fetch, mailbox, MOMENT).unwrap_or_default();
            exits.push(match fetch.uid() {
                Some(_) => {
                    terminal.result(&template.fill(text));
                    Exit::Ok
                }
                None => {
                    terminal.note(Weight::Warning, format!("UID {uid}: there is no such message"));
                    Exit::NotFound
                }
            });
        }
    }
    Ok(if exits.is_empty() { Exit::NotFound } else { Exit::of_all(exits) })
}

/// What is told of each, in their order: of one message in several responses, too, and nothing of what is not there.
async fn told(imap: &mut imap::Imap, uids: &[u32], wanted: &[&str]) -> Result<Vec<(u32, Fetch)>, Error> {
    if wanted == ["UID"] {
        let known = |uid| (uid, Fetch { items: vec![Item::Uid(uid)], ..Fetch::default() });
        return Ok(uids.iter().copied().map(known).collect());
    }
    let mut told: BTreeMap<u32, Fetch> = BTreeMap::new();
    let set = SequenceSet::from_numbers(uids.iter().copied());
    imap.fetch(&set, &format!("({})", wanted.join(" ")), &mut |fetch| {
        told.entry(fetch.uid().unwrap_or_default()).or_default().items.extend_from_slice(&fetch.items);
        Ok(())
    })
    .await?;
    Ok(uids.iter().map(|uid| (*uid, told.remove(uid).unwrap_or_default())).collect())
}
