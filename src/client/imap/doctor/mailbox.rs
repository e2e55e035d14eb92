//! What is said of a mailbox: SELECT, UIDVALIDITY, UIDs, STATUS, UNSELECT; and IDLE.

use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::super::{Ended, Imap, Letter, ignore};
use super::Needs::{Messages, Nothing, Own};
use super::answer::listed;
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row, works, wrong};
use crate::net::Outgoing;
use crate::proto::imap::{Data, Request, SequenceSet, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "select",
        &[],
        Nothing,
        "RFC 9051 §6.3.2",
        ["SELECT, or EXAMINE", "FLAGS, EXISTS, UIDVALIDITY, UIDNEXT, PERMANENTFLAGS"],
        |patient| Box::pin(select(patient)),
    ),
    row(
        "uidvalidity",
        &[],
        Nothing,
        "RFC 9051 §2.3.1.1",
        ["SELECT twice", "the same UIDVALIDITY, which is not 0"],
        |patient| Box::pin(validity(patient)),
    ),
    row(
        "uids",
        &[],
        Messages,
        "RFC 9051 §2.3.1.1",
        ["the UIDs of messages by their numbers", "they ascend, and stay below UIDNEXT"],
        |patient| Box::pin(uids(patient)),
    ),
    row(
        "status",
        &[],
        Nothing,
        "RFC 9051 §6.3.11",
        ["STATUS (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)", "each of the four and nothing else, as SELECT has them"],
        |patient| Box::pin(status(patient)),
    ),
    row(
        "status-size",
        &["STATUS=SIZE", "IMAP4REV2"],
        Nothing,
        "RFC 8438 §3",
        ["STATUS (SIZE)", "at least the octets of the messages"],
        |patient| Box::pin(size(patient)),
    ),
    row(
        "unselect",
        &["UNSELECT", "IMAP4REV2"],
        Own,
        "RFC 3691 §2",
        ["UNSELECT with a message that is marked \\Deleted", "the message stays, and no mailbox is selected"],
        |patient| Box::pin(unselect(patient)),
    ),
    row(
        "idle",
        &["IDLE", "IMAP4REV2"],
        Own,
        "RFC 2177 §3",
        ["IDLE, while another connection appends a message", "EXISTS, without another word of ours"],
        |patient| Box::pin(idle(patient)),
    ),
];

async fn select(patient: &mut Patient) -> Result<Seen, Error> {
    let verb = if patient.other.is_some() { Verb::Select } else { Verb::Examine };
    let answer = patient.ask(Request::new(verb).mailbox(&patient.mailbox, patient.names())).await?;
    let told = |name: &str| answer.data.iter().any(|data| data.name() == name);
    let code = |name: &str| answer.codes().any(|code| code.is(name));
    let missing: Vec<&str> = ["FLAGS", "EXISTS"].into_iter().filter(|name| !told(name)).collect();
    let codes = ["UIDVALIDITY", "UIDNEXT", "PERMANENTFLAGS"];
    let missing: Vec<&str> = missing.into_iter().chain(codes.into_iter().filter(|name| !code(name))).collect();
    match missing.is_empty() {
        true => works("all five"),
        false => wrong(format!("{} not told", missing.join(", "))),
    }
}

async fn validity(patient: &mut Patient) -> Result<Seen, Error> {
    let first = patient.imap.selected().and_then(|mailbox| mailbox.uid_validity);
    patient.begin().await?;
    let second = patient.imap.selected().and_then(|mailbox| mailbox.uid_validity);
    match (first, second) {
        (Some(0), _) => wrong("it is 0"),
        (Some(first), Some(second)) if first == second => works(first),
        (Some(first), Some(second)) => wrong(format!("{first}, then {second}")),
        _ => wrong("it is not told"),
    }
}

async fn uids(patient: &mut Patient) -> Result<Seen, Error> {
    let exists = patient.imap.exists();
    let range = SequenceSet::onwards(exists.saturating_sub(19).max(1));
    let answer = patient.ask(Request::new(Verb::Fetch).set(&range).word("(UID)")).await?;
    let mut pairs: Vec<(u32, Option<u32>)> = answer.fetched().map(|fetch| (fetch.number, fetch.uid())).collect();
    pairs.sort_unstable();
    let uids: Vec<u32> = pairs.iter().filter_map(|(_, uid)| *uid).collect();
    let ascends = uids.is_sorted_by(|one, next| one < next) && uids.len() == pairs.len();
    let next = patient.imap.selected().and_then(|mailbox| mailbox.uid_next);
    let below = next.zip(uids.iter().max()).is_none_or(|(next, largest)| *largest < next);
    let shown = uids.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    match (ascends, below) {
        (true, true) => works(listed(&uids)),
        (true, false) => wrong(format!("{shown}, where UIDNEXT is {}", next.unwrap_or_default())),
        (false, _) => wrong(shown),
    }
}

const ITEMS: [&str; 4] = ["MESSAGES", "UIDNEXT", "UIDVALIDITY", "UNSEEN"];

async fn status(patient: &mut Patient) -> Result<Seen, Error> {
    let known = patient.imap.selected().cloned().unwrap_or_default();
    patient.look_away().await?;
    let items = format!("({})", ITEMS.join(" "));
    let answer = patient.ask(Request::new(Verb::Status).mailbox(&known.name, patient.names()).word(items)).await?;
    let Some(figures) = answer.figures() else { return wrong(format!("{} came, and no STATUS", answer.names())) };
    let missing: Vec<&str> = ITEMS.into_iter().filter(|item| answer.figure(item).is_none()).collect();
    let shown: Vec<String> = figures.iter().map(|(name, figure)| format!("{name} {figure}")).collect();
    let shown = shown.join(" ");
    if !missing.is_empty() {
        return wrong(format!(
            "{} not told, but {}",
            missing.join(", "),
            if shown.is_empty() { "nothing" } else { &shown }
        ));
    }
    // What SELECT does not tell is not compared.
    let same = |item, known: Option<u32>| known.is_none_or(|known| answer.figure(item) == Some(known.into()));
    let all = same("MESSAGES", Some(known.exists))
        && same("UIDNEXT", known.uid_next)
        && same("UIDVALIDITY", known.uid_validity)
        && figures.len() == ITEMS.len();
    judge(all, shown)
}

async fn size(patient: &mut Patient) -> Result<Seen, Error> {
    patient.look_away().await?;
    let request = Request::new(Verb::Status).mailbox(&patient.mailbox, patient.names()).word("(SIZE)");
    let answer = patient.ask(request).await?;
    let Some(size) = answer.figure("SIZE") else { return wrong("SIZE is not told") };
    let letters: usize = patient.letters.iter().map(String::len).sum();
    judge(size >= letters as u64, format!("{size} octets"))
}

async fn unselect(patient: &mut Patient) -> Result<Seen, Error> {
    let uid = patient.put("unselect", &["\\Deleted"]).await?;
    patient.ask(Request::new(Verb::Unselect)).await?;
    let after = patient.ask(Request::new(Verb::Fetch).word("1 (UID)")).await;
    match after {
        Err(Error::Refused(refusal)) if refusal.to.is_some() => {}
        Err(error) => return Err(error),
        Ok(_) => return wrong("FETCH goes on as if the mailbox were selected"),
    }
    patient.begin().await?;
    let stays = patient.present().await?.contains(&uid);
    judge(stays, if stays { "the message is still there" } else { "the message is gone, as behind CLOSE" })
}

async fn idle(patient: &mut Patient) -> Result<Seen, Error> {
    let mut other = patient.another().await?;
    let text = patient.letter("idle");
    let patience = patient.patience();
    let imap = &mut patient.imap;
    let ticket = imap.say(&Request::new(Verb::Idle), None, &mut ignore).await?;
    if let Ended::Command(status) = imap.listen(&ticket, &mut ignore).await? {
        other.leave().await;
        return wrong(format!("IDLE was answered {}", status.sentence()));
    }
    let letter = Letter { flags: &[], date: None, octets: text.len() as u64, binary: false };
    other.append(&patient.mailbox, &[letter], &mut text.as_bytes()).await?;
    other.leave().await;
    let start = Instant::now();
    let woken = timeout(patience, news(imap)).await.ok().transpose()?;
    imap.session().queue(Outgoing { octets: b"DONE\r\n".to_vec(), secret: Vec::new() });
    imap.finish(&ticket, &mut ignore).await?;
    match woken {
        Some(()) => works(format!("told {} ms behind the APPEND", start.elapsed().as_millis())),
        None => wrong(format!("nothing was told in {} s", patience.as_secs_f32())),
    }
}

/// Listens until EXISTS comes.
async fn news(imap: &mut Imap) -> Result<(), Error> {
    loop {
        let limit = Duration::from_secs(3600);
        let turn = imap.session.turn("news", limit).await?;
        if let Some(Data::Exists(_)) = imap.aside(&turn)? {
            return Ok(());
        }
    }
}
