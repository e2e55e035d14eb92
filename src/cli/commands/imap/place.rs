//! Where the octets of messages are to go.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use clap::Args;

use crate::base::escape::escape;
use crate::cli::commands::place::Places;
use crate::cli::error::Failure;
use crate::cli::output::imap::field::received;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::SequenceSet;
use crate::store::deposit::{Deposit, Maildir, Marks};
use crate::transcript::Weight;

/// The most keywords that are told of.
const MOST: usize = 100;

/// Where octets go.
#[derive(Debug, Args)]
#[group(id = "place", multiple = false, conflicts_with_all = ["urls", "format"])]
pub struct Place {
    /// Those of one message go to this file, which is replaced
    #[arg(short, long, value_name = "FILE", group = "place")]
    pub output: Option<PathBuf>,
    /// Append whole messages to this mbox with the moment they were received (mboxrd, lines end in LF), locked meanwhile
    #[arg(long, value_name = "FILE", group = "place")]
    mbox: Option<PathBuf>,
    /// Whole messages into this Maildir with their flags (lines end in LF)
    #[arg(long, value_name = "DIR", group = "place")]
    maildir: Option<PathBuf>,
    /// Each as a file in this directory, named by its UID; none is overwritten
    #[arg(long, value_name = "DIR", group = "place")]
    eml_dir: Option<PathBuf>,
}

impl Place {
    /// Whether many messages have room there.
    pub fn is_for_many(&self) -> bool {
        self.eml_dir.is_some() || self.is_for_whole()
    }

    /// Whether only whole messages have.
    pub fn is_for_whole(&self) -> bool {
        self.maildir.is_some() || self.mbox.is_some()
    }

    /// What is kept beside the octets of these messages: their flags where a Maildir takes them, and those that have no
    /// place there are told; when they were received in an mbox.
    ///
    /// # Errors
    /// The connection's.
    pub async fn marks(
        &self,
        imap: &mut imap::Imap,
        set: &SequenceSet,
        terminal: &Terminal,
    ) -> Result<HashMap<u32, Marks>, Error> {
        let (mut marks, mut lost) = (HashMap::new(), BTreeMap::new());
        let items = match (&self.maildir, &self.mbox) {
            (Some(_), _) => "(UID FLAGS)",
            (_, Some(_)) => "(UID INTERNALDATE)",
            _ => return Ok(marks),
        };
        imap.fetch(set, items, &mut |fetch| {
            let Some(uid) = fetch.uid() else { return Ok(()) };
            let (flags, others) = Maildir::letters(fetch.flags().unwrap_or_default());
            let known = marks.insert(uid, Marks { flags, received: received(fetch) });
            if known.is_none() && self.maildir.is_some() {
                for keyword in others {
                    if lost.len() < MOST || lost.contains_key(keyword) {
                        *lost.entry(keyword.to_vec()).or_insert(0_u32) += 1;
                    }
                }
            }
            Ok(())
        })
        .await?;
        if !lost.is_empty() {
            let words = lost.iter().map(|(keyword, count)| format!("{} ({count})", escape(keyword)));
            let text = words.collect::<Vec<_>>().join(", ");
            terminal.note(Weight::Warning, format!("keywords have no place in a Maildir and are not kept: {text}"));
        }
        Ok(marks)
    }

    /// `None`: to standard output.
    pub fn deposit(&self) -> Result<Option<Box<dyn Deposit>>, Failure> {
        let Place { output, mbox, maildir, eml_dir } = self;
        let (output, mbox) = (output.as_ref(), mbox.as_ref());
        Places { output, mbox, maildir: maildir.as_ref(), eml_dir: eml_dir.as_ref() }.deposit()
    }
}
