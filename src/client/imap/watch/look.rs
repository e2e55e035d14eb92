//! Looking into a mailbox that is selected: what of it is known no more, what has other flags, what came.

use super::known::Known;
use super::{Tell, Watch};
use crate::client::imap::messages::is_asked;
use crate::client::imap::selection::too_many;
use crate::client::imap::{Error, Imap, Told, only_data};
use crate::proto::imap::{Data, Item, Request, SequenceSet, Verb};

/// What is asked of a message that is new.
const ITEMS: &str = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)";
/// Of how many messages all flags are asked where changes have no numbers.
const MAX_FLAGS: u32 = 10_000;
/// How often a mailbox is looked into that changes under our eyes.
const TRIES: usize = 3;

impl Watch {
    /// Compares what is known of the mailbox that is selected with what is there. `first`: nothing is known, and nothing
    /// that is there is news.
    pub(super) async fn look(
        imap: &mut Imap,
        known: &mut Known,
        first: bool,
        tell: &mut Tell<'_>,
    ) -> Result<(), Error> {
        match known.is_small() {
            true => find(imap, known, tell).await?,
            false => count(imap, known, tell).await?,
        }
        flags(imap, known, first, tell).await?;
        Watch::arrivals(imap, known, tell).await
    }

    /// Tells the messages that have come.
    pub(super) async fn arrivals(imap: &mut Imap, known: &mut Known, tell: &mut Tell<'_>) -> Result<(), Error> {
        if known.is_behind() {
            let (from, most) = (known.next, u64::from(known.exists()) * 4 + 1000);
            let request = Request::uid(Verb::Fetch).set(&SequenceSet::onwards(from.max(1))).verbatim(ITEMS);
            let mut count = 0;
            imap.run(&request, &mut |told| {
                let Some(data) = only_data(told)? else { return Ok(()) };
                known.take(data, tell)?;
                let Data::Fetch(fetch) = data else { return Ok(()) };
                count += 1;
                if count > most {
                    return Err(too_many(known.exists()));
                }
                // `*` is always one of the set, new or not; flags may be told by the way.
                match fetch.uid().filter(|_| is_asked(fetch)) {
                    Some(uid) if known.arrived(fetch, uid) => known.tell_new(fetch, tell),
                    _ => Ok(()),
                }
            })
            .await?;
            if known.next == from {
                known.resign();
            }
        }
        Ok(())
    }
}

/// Which UIDs are there. While some go under our eyes, the last word counts.
async fn find(imap: &mut Imap, known: &mut Known, tell: &mut Tell<'_>) -> Result<(), Error> {
    let extended = imap.has("ESEARCH") || imap.has("IMAP4REV2");
    let keys = if extended { "RETURN (ALL) ALL" } else { "ALL" };
    for attempt in 1..=TRIES {
        let (mut found, mut gone, room) = (Vec::new(), false, known.exists() as usize);
        imap.run(&Request::uid(Verb::Search).word(keys), &mut |told: Told<'_>| {
            let Some(data) = only_data(told)? else { return Ok(()) };
            let room = room.max(known.exists() as usize);
            match data {
                // It has become too large meanwhile.
                Data::Search { .. } | Data::ExtendedSearch(_) if !known.is_small() => found.clear(),
                Data::Search { numbers, .. } => found.extend_from_slice(numbers),
                Data::ExtendedSearch(search) => {
                    found.extend(search.all.iter().flat_map(|all| all.numbers(room + 1)).flatten());
                }
                data => {
                    gone |= matches!(data, Data::Expunge(_) | Data::Vanished { .. });
                    known.take(data, tell)?;
                }
            }
            if found.len() > room { Err(too_many(known.exists())) } else { Ok(()) }
        })
        .await?;
        if !known.is_small() {
            return count(imap, known, tell).await;
        }
        if !gone || attempt == TRIES {
            found.sort_unstable();
            found.dedup();
            return known.replace(found, tell);
        }
    }
    Ok(())
}

/// Their UIDs are not kept; but which is the next must be known.
async fn count(imap: &mut Imap, known: &mut Known, tell: &mut Tell<'_>) -> Result<(), Error> {
    let next = imap.selected().and_then(|mailbox| mailbox.uid_next).unwrap_or_default();
    known.forget(next);
    if known.next > 0 {
        return Ok(());
    }
    let mut last = 0;
    imap.run(&Request::new(Verb::Fetch).word("* (UID)"), &mut |told| {
        let Some(data) = only_data(told)? else { return Ok(()) };
        if let Data::Fetch(fetch) = data {
            last = last.max(fetch.uid().unwrap_or_default());
        }
        known.take(data, tell)
    })
    .await?;
    known.next = last.saturating_add(1);
    Ok(())
}

/// Flags that have changed: since the last change that is known, or those of all messages if they are few.
async fn flags(imap: &mut Imap, known: &mut Known, first: bool, tell: &mut Tell<'_>) -> Result<(), Error> {
    let highest = imap.selected().and_then(|mailbox| mailbox.highest_mod_seq).filter(|highest| *highest > 0);
    let request = Request::uid(Verb::Fetch).set(&SequenceSet::all()).word("(FLAGS)");
    let request = match (highest, known.modseq) {
        // What was changed before is no news.
        (Some(_), None) => {
            known.modseq = highest;
            return Ok(());
        }
        (Some(_), Some(modseq)) => request.word(format!("(CHANGEDSINCE {modseq})")),
        (None, _) if known.exists() == 0 || known.exists() > MAX_FLAGS => return Ok(()),
        (None, _) => request,
    };
    let (mut most, limit) = (highest.unwrap_or_default(), u64::from(known.exists()) * 4 + 1000);
    let mut count = 0;
    imap.run(&request, &mut |told| {
        let Some(data) = only_data(told)? else { return Ok(()) };
        let Data::Fetch(fetch) = data else { return known.take(data, tell) };
        count += 1;
        if count > limit {
            return Err(too_many(known.exists()));
        }
        most = fetch.items.iter().fold(most, |most, item| if let Item::ModSeq(n) = item { most.max(*n) } else { most });
        match (first, fetch.uid(), fetch.flags()) {
            (true, Some(uid), Some(flags)) => {
                known.remember(uid, flags);
                Ok(())
            }
            _ => known.take(data, tell),
        }
    })
    .await?;
    known.modseq = highest.map(|_| most);
    Ok(())
}
