//! `mailtool imap structure`: what messages are made of.

use clap::Args;

use super::Imap;
use super::conversation::At;
use super::each::each;
use super::targets::Messages;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::imap::structure::{line, object};
use crate::client::imap::{self, Error};
use crate::proto::imap::places::places;
use crate::proto::imap::{BodyStructure, Fetch, Item, SequenceSet};

/// What messages are made of, part by part (BODYSTRUCTURE): nothing of their content is fetched
///
/// The numbers are those that `imap part` takes.
///
/// With --json one object a part: {"uid","path","type","encoding","octets","name"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap structure 42 -s pepe@imap.example.org
  mailtool imap structure last:5 --json -q -s pepe@imap.example.org")]
pub struct Structure {
    #[command(flatten)]
    messages: Messages,
}

/// BODYSTRUCTURE.
pub fn run(args: &Structure, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    each(imap, at, args.messages.sel(), false, async |client, chosen| {
        let (mut found, alone) = (Vec::new(), chosen.one().is_some());
        client
            .fetch(&chosen.set, "(UID BODYSTRUCTURE)", &mut |fetch| {
                let (Some(uid), Some(structure)) = (fetch.uid(), structure(fetch)) else { return Ok(()) };
                found.push(uid);
                if !alone && !terminal.json {
                    terminal.result(&format!("UID {uid}"));
                }
                for place in places(structure) {
                    match terminal.json {
                        true => terminal.json(&object(uid, &place)),
                        false => terminal.result(&line(&place)),
                    }
                }
                Ok(())
            })
            .await?;
        found.sort_unstable();
        Ok(chosen.done(&found, terminal))
    })
}

fn structure(fetch: &Fetch) -> Option<&BodyStructure> {
    fetch.items.iter().find_map(|item| if let Item::Structure(structure) = item { Some(&**structure) } else { None })
}

/// What one message is made of; `None`: it is not there.
pub async fn structure_of(imap: &mut imap::Imap, uid: u32) -> Result<Option<BodyStructure>, Error> {
    let mut found = None;
    imap.fetch(&SequenceSet::one(uid), "(UID BODYSTRUCTURE)", &mut |fetch| {
        if fetch.uid() == Some(uid) {
            found = structure(fetch).cloned().or(found.take());
        }
        Ok(())
    })
    .await?;
    Ok(found)
}
