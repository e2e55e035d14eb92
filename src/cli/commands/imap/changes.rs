//! What changed behind a MODSEQ: of messages that are meant, of a mailbox that is remembered (RFC 7162).

use clap::Args;
use serde_json::json;

use super::conversation::Trouble;
use super::each::Chosen;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::imap::message::{flags_in_words, object};
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Change, Remembered};
use crate::proto::imap::{Fetch, Item, SequenceSet};
use crate::transcript::Weight;

/// Only what has changed.
#[derive(Clone, Copy, Debug, Args)]
pub struct Since {
    /// Only those of SEL that are new, or whose flags were changed, behind this MODSEQ (CONDSTORE, RFC 7162); `imap status` and `imap select` tell that of a mailbox
    #[arg(long, value_name = "MODSEQ", value_parser = clap::value_parser!(u64).range(1..))]
    pub changed_since: Option<u64>,
    /// Tell before them which UIDs of SEL are gone since then (QRESYNC): a line, with --json {"vanished"}
    #[arg(long, requires = "changed_since")]
    pub vanished: bool,
}

impl Since {
    /// Those that are meant and have changed; all of them, if nobody asks. Where none has, the exit that this is.
    ///
    /// # Errors
    /// The server or the mailbox counts no changes (69), and the connection's.
    pub async fn changed<'a>(
        &self,
        imap: &mut imap::Imap,
        chosen: &Chosen<'a>,
        terminal: &Terminal,
    ) -> Result<Result<Chosen<'a>, Exit>, Trouble> {
        let Some(mod_seq) = self.changed_since else { return Ok(Ok(chosen.clone())) };
        check_counted(imap)?;
        if self.vanished {
            check_resync(imap)?;
        }
        let (mut changed, mut gone) = (Vec::new(), false);
        let since = imap::Since { mod_seq, vanished: self.vanished };
        imap.changes(&chosen.set, "(UID)", Some(since), &mut |change| {
            match change {
                Change::Message(fetch) => changed.extend(fetch.uid()),
                Change::Vanished(uids) => {
                    gone = true;
                    vanished(uids, terminal);
                }
            }
            Ok(())
        })
        .await?;
        if !changed.is_empty() {
            return Ok(Ok(chosen.only(SequenceSet::from_numbers(changed))));
        }
        terminal.note(Weight::Info, format!("no message was changed behind MODSEQ {mod_seq}"));
        Ok(Err(if gone { Exit::Ok } else { Exit::NotFound }))
    }
}

/// Reads `UIDVALIDITY:MODSEQ[:UIDS]`.
pub fn remembered(text: &str) -> Result<Remembered, String> {
    let mut words = text.splitn(3, ':');
    let mut word = || words.next().unwrap_or_default();
    let (uid_validity, mod_seq) = (word().parse().ok(), word().parse().ok());
    let uids = words.next().map(|uids| SequenceSet::parse(uids.as_bytes()).filter(|_| !uids.contains('*')));
    let expected = || "UIDVALIDITY:MODSEQ or UIDVALIDITY:MODSEQ:UIDS is expected, as 1795429769:42:1:20,25".to_owned();
    match (uid_validity.filter(|&n: &u32| n > 0), mod_seq.filter(|&n: &u64| n > 0), uids) {
        (Some(uid_validity), Some(mod_seq), None) => Ok(Remembered { uid_validity, mod_seq, uids: None }),
        (Some(uid_validity), Some(mod_seq), Some(Some(uids))) => {
            Ok(Remembered { uid_validity, mod_seq, uids: Some(uids) })
        }
        _ => Err(expected()),
    }
}

/// Whether the mailbox that is selected counts its changes.
///
/// # Errors
/// It does not (69).
pub fn check_counted(imap: &imap::Imap) -> Result<(), Failure> {
    let lacks = |text: String| Err(Failure::new(Exit::Unavailable, text));
    match imap.selected() {
        _ if imap.counts_changes() => Ok(()),
        Some(mailbox) if imap.has("CONDSTORE") || imap.has("QRESYNC") => {
            lacks(format!("{}: changes are not counted in it (NOMODSEQ)", mailbox.name))
        }
        _ => lacks("the server counts no changes (CONDSTORE)".to_owned()),
    }
}

/// Whether the server can tell what vanished.
///
/// # Errors
/// It cannot (69).
pub fn check_resync(imap: &imap::Imap) -> Result<(), Failure> {
    if imap.has("QRESYNC") {
        return Ok(());
    }
    let failure = Failure::new(Exit::Unavailable, "the server cannot tell what vanished (QRESYNC)");
    Err(failure.hint("imap fetch 1:* --changed-since MODSEQ tells what changed, imap search what is there still"))
}

/// Tells a change.
pub fn tell(change: Change<'_>, terminal: &Terminal) {
    match change {
        Change::Vanished(uids) => vanished(uids, terminal),
        Change::Message(fetch) if terminal.json => terminal.json(&object(fetch)),
        Change::Message(fetch) => {
            let flags = fetch.flags().map(flags_in_words).unwrap_or_default();
            let text = format!("{:<15}  {}  {flags}", "changed", fetch.uid().unwrap_or_default());
            terminal.result(escape_str(&text).trim_end());
        }
    }
}

fn vanished(uids: &SequenceSet, terminal: &Terminal) {
    match terminal.json {
        true => terminal.json(&json!({ "vanished": uids.to_string() })),
        false => terminal.result(&format!("{:<15}  {uids}", "vanished")),
    }
}

/// The MODSEQ that is told of a message.
pub fn mod_seq(fetch: &Fetch) -> Option<u64> {
    fetch.items.iter().find_map(|item| if let Item::ModSeq(number) = item { Some(*number) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered() {
        let uids = |text: &str| remembered(text).map(|known| known.uids.map(|uids| uids.to_string()));
        assert_eq!(uids("7:42"), Ok(None));
        assert_eq!(uids("4294967295:18446744073709551615:1:4294967295,9"), Ok(Some("1:4294967295,9".to_owned())));
        for text in ["", "7", "7:", "7:0", "0:42", "7:42:", "7:42:0", "7:42:1:*", "7:42:x", "-7:42", "4294967296:1"] {
            assert!(remembered(text).is_err(), "{text}");
        }
        assert!(remembered("7:18446744073709551616").is_err());
    }
}
