//! A verb, once for each mailbox whose messages are meant.

use jiff::Zoned;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse_at, select_as};
use super::home::Home;
use super::targets::{Sel, Target, Targets, What};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::imap::{self, Error, Selection};
use crate::proto::imap::SequenceSet;
use crate::transcript::Weight;

/// Messages that are meant: a set that may hold some that are not there, and whose numbers were given.
#[derive(Clone)]
pub struct Chosen<'a> {
    selection: Selection,
    /// They were named by their places.
    numbers: bool,
    /// Their UIDs.
    pub set: SequenceSet,
    /// There are none in other mailboxes.
    pub alone: bool,
    /// Where they are.
    pub home: &'a Home,
}

/// Opens the way, does `flow` once for each mailbox that is meant, to be written to or only to be read, and takes leave.
/// What goes wrong in one of several mailboxes is told, and the next one follows.
pub fn each(
    args: &Imap,
    at: At<'_>,
    sel: Sel<'_>,
    write: bool,
    mut flow: impl AsyncFnMut(&mut imap::Imap, &Chosen<'_>) -> Result<Exit, Trouble>,
) -> Result<Exit, Failure> {
    let (terminal, targets) = (at.1, Targets::read(sel, args)?);
    // Whoever was to name them found none, nor the server.
    if targets.list.is_empty() {
        terminal.note(Weight::Warning, "standard input names no messages: there is nothing to do");
        return Ok(Exit::NotFound);
    }
    let home = Home::new(args, targets.server.as_ref(), at)?;
    converse_at(&home, args, at, Need::Login, async |client| {
        let (mut exits, alone) = (Vec::new(), targets.list.len() == 1);
        for Target { mailbox, uid_validity, what } in &targets.list {
            let done = async {
                select_as(client, mailbox, *uid_validity, write).await?;
                let chosen = choose(client, what, sel.1.seq, alone, &home).await?;
                flow(client, &chosen).await
            };
            exits.push(match done.await {
                Ok(exit) => exit,
                Err(trouble) if alone => return Err(trouble),
                Err(trouble) => told(trouble, terminal)?,
            });
        }
        Ok(Exit::of_all(exits))
    })
}

/// The UIDs of the messages that are meant.
async fn choose<'a>(
    imap: &mut imap::Imap,
    what: &What,
    numbers: bool,
    alone: bool,
    home: &'a Home,
) -> Result<Chosen<'a>, Trouble> {
    let selection = match what {
        What::Named(selection) => selection.clone(),
        What::Found(query) => Selection::of(&imap.find(query, &Zoned::now()).await?),
    };
    let set = imap.uids(&selection, numbers).await?;
    Ok(Chosen { selection, numbers, set, alone, home })
}

/// What went wrong with one mailbox, if it is nothing that ends the conversation or that the user must mend.
pub fn told(trouble: Trouble, terminal: &Terminal) -> Result<Exit, Trouble> {
    let failure = match trouble {
        Trouble::Failure(failure) if failure.exit != Exit::Usage => failure,
        Trouble::Imap(Error::Refused(refusal)) if refusal.to.is_some() => Failure::new(refusal.exit(), refusal),
        trouble => return Err(trouble),
    };
    terminal.failure(&failure);
    Ok(failure.exit)
}

impl Chosen<'_> {
    /// The one that was named, if it was one; nobody was asked whether it is there.
    pub fn one(&self) -> Option<u32> {
        self.selection.one().filter(|_| !self.numbers)
    }

    /// Those of them that are in this set; nobody misses the others.
    pub fn only(&self, set: SequenceSet) -> Self {
        Chosen { selection: Selection::default(), set, ..self.clone() }
    }

    /// One exit for each that was named and is not among these, which ascend; they are told. Nothing at all is one too.
    pub fn missing(&self, found: &[u32], terminal: &Terminal) -> Vec<Exit> {
        let missing = if self.numbers { Vec::new() } else { self.selection.missing(found) };
        for uid in &missing {
            terminal.note(Weight::Warning, format!("UID {uid}: there is no such message"));
        }
        if found.is_empty() && missing.is_empty() {
            terminal.note(Weight::Warning, "there are no such messages");
            return vec![Exit::NotFound];
        }
        vec![Exit::NotFound; missing.len()]
    }

    /// One exit for all, if what was done with these was done.
    pub fn done(&self, found: &[u32], terminal: &Terminal) -> Exit {
        Exit::of_all(self.missing(found, terminal).into_iter().chain(found.iter().map(|_| Exit::Ok)))
    }
}

/// What is meant and is there: UIDs, ascending, in a set too.
pub async fn present(imap: &mut imap::Imap, chosen: &Chosen<'_>) -> Result<(Vec<u32>, SequenceSet), Error> {
    let uids: Vec<u32> = imap.sizes(&chosen.set).await?.into_iter().map(|(uid, _)| uid).collect();
    let set = SequenceSet::from_numbers(uids.iter().copied());
    Ok((uids, set))
}
