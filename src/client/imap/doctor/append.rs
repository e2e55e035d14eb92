//! Messages that come and go: APPEND and where it says that they got to, COPY, MOVE, EXPUNGE.

use super::super::{Told, ignore, only_data};
use super::Needs::Own;
use super::answer::{Answer, listed};
use super::patient::{LONG_AGO, Patient};
use super::{Check, Error, Seen, judge, row, untested, works, wrong};
use crate::mime::date_time;
use crate::proto::imap::{Code, Item, Request, SequenceSet, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "appenduid",
        &["UIDPLUS", "IMAP4REV2"],
        Own,
        "RFC 4315 §3",
        ["APPEND", "APPENDUID with the mailbox's UIDVALIDITY and the UID that the message has"],
        |patient| Box::pin(append_uid(patient)),
    ),
    row(
        "internaldate",
        &[],
        Own,
        "RFC 9051 §6.3.12",
        ["APPEND with a moment, and FETCH INTERNALDATE", "the same moment"],
        |patient| Box::pin(internal_date(patient)),
    ),
    row(
        "multiappend",
        &["MULTIAPPEND"],
        Own,
        "RFC 3502 §3",
        ["APPEND of two messages in one command", "both are there"],
        |patient| Box::pin(multi_append(patient)),
    ),
    row(
        "appendlimit",
        &["APPENDLIMIT"],
        Own,
        "RFC 7889 §4",
        ["APPEND of one octet more than the limit", "NO before the octets are sent"],
        |patient| Box::pin(append_limit(patient)),
    ),
    row(
        "copyuid",
        &["UIDPLUS", "IMAP4REV2"],
        Own,
        "RFC 4315 §3",
        ["UID COPY into another mailbox", "COPYUID with the UIDs that the messages have there"],
        |patient| Box::pin(copy_uid(patient)),
    ),
    row(
        "uid-expunge",
        &["UIDPLUS", "IMAP4REV2"],
        Own,
        "RFC 4315 §2.1",
        ["UID EXPUNGE of one of two messages that are marked \\Deleted", "that one goes, the other stays"],
        |patient| Box::pin(expunge(patient)),
    ),
    row(
        "move",
        &["MOVE", "IMAP4REV2"],
        Own,
        "RFC 6851 §3",
        ["UID MOVE into another mailbox", "the message is there, and no more here"],
        |patient| Box::pin(move_to(patient)),
    ),
];

async fn append_uid(patient: &mut Patient) -> Result<Seen, Error> {
    let text = patient.letter("appenduid");
    let answer = append(patient, &[&text]).await?;
    let told = answer.codes().find_map(|code| match code {
        Code::AppendUid { validity, uids } => Some((*validity, uids.clone())),
        _ => None,
    });
    let uid = patient.last().await?;
    let validity = patient.imap.selected().and_then(|mailbox| mailbox.uid_validity);
    match told {
        None => wrong("no APPENDUID"),
        Some((told, uids)) if Some(told) == validity && uids.single() == Some(uid) => works(format!("UID {uid}")),
        Some((told, uids)) => {
            let validity = validity.unwrap_or_default();
            wrong(format!("APPENDUID {told} {uids}, where the UIDVALIDITY is {validity} and the UID {uid}"))
        }
    }
}

/// APPEND of these, with a literal that waits each.
async fn append(patient: &mut Patient, letters: &[&str]) -> Result<Answer, Error> {
    let mut request = Request::new(Verb::Append).mailbox(&patient.mailbox, patient.names());
    for letter in letters {
        request = request.content(letter.len() as u64, false);
    }
    let (mut data, text) = (Vec::new(), letters.concat());
    let mut keep = |told: Told<'_>| {
        data.extend(only_data(told)?.cloned());
        Ok(())
    };
    let ticket = patient.imap.say(&request, Some(&mut text.as_bytes()), &mut keep).await?;
    let status = patient.imap.finish(&ticket, &mut keep).await?;
    Ok(Answer { tag: String::new(), data, status })
}

async fn internal_date(patient: &mut Patient) -> Result<Seen, Error> {
    let text = patient.letter("internaldate");
    patient.append(&text, &[], Some(LONG_AGO)).await?;
    let uid = patient.last().await?;
    let answer = patient.ask(Request::uid(Verb::Fetch).word(uid).word("(INTERNALDATE)")).await?;
    let item = |item: &Item| if let Item::InternalDate(date) = item { Some(date.clone()) } else { None };
    let Some(date) = answer.fetched().flat_map(|fetch| &fetch.items).find_map(item) else {
        return wrong("INTERNALDATE is not told");
    };
    let moment = |text: &[u8]| date_time::parse(text).0.and_then(|moment| moment.timestamp());
    judge(moment(&date).is_some() && moment(&date) == moment(LONG_AGO.as_bytes()), String::from_utf8_lossy(&date))
}

async fn multi_append(patient: &mut Patient) -> Result<Seen, Error> {
    let before = patient.present().await?;
    let (first, second) = (patient.letter("multi one"), patient.letter("multi two"));
    append(patient, &[&first, &second]).await?;
    let come = patient.present().await?.len().saturating_sub(before.len());
    judge(come == 2, format!("{come} of 2 messages came"))
}

/// Where leave is given the octets are not sent: the connection ends there.
async fn append_limit(patient: &mut Patient) -> Result<Seen, Error> {
    let limit = patient.offered().iter().find_map(|word| word.strip_prefix("APPENDLIMIT=")?.parse::<u64>().ok());
    let limit = match limit {
        Some(limit) => limit,
        None => {
            let request = Request::new(Verb::Status).mailbox(&patient.mailbox, patient.names()).word("(APPENDLIMIT)");
            match patient.ask(request).await?.figure("APPENDLIMIT") {
                Some(limit) => limit,
                None => return untested("the mailbox has no limit"),
            }
        }
    };
    let Some(octets) = limit.checked_add(1).filter(|octets| u32::try_from(*octets).is_ok()) else {
        return untested(format!("{limit} octets are more than a literal can have"));
    };
    let request = Request::new(Verb::Append).mailbox(&patient.mailbox, patient.names()).content(octets, false);
    // There are no octets to send: whoever gives leave for them ends this.
    match patient.imap.say(&request, Some(&mut std::io::empty()), &mut ignore).await {
        Err(Error::Refused(refusal)) if refusal.to.is_some() => works(format!("{octets} octets: {refusal}")),
        Err(Error::Local(_)) => wrong(format!("leave is given for {octets} octets, where {limit} are the limit")),
        Err(error) => Err(error),
        Ok(_) => wrong("nothing was waited for"),
    }
}

async fn copy_uid(patient: &mut Patient) -> Result<Seen, Error> {
    let [one, two] = [patient.put("copy one", &[]).await?, patient.put("copy two", &[]).await?];
    let other = patient.other.clone().unwrap_or_default();
    let set = SequenceSet::from_numbers([one, two]);
    let answer = patient.ask(Request::uid(Verb::Copy).set(&set).mailbox(&other, patient.names())).await?;
    arrived(patient, &answer, &[one, two]).await
}

/// Whether COPYUID tells what is so: the messages are the last ones in the other mailbox.
async fn arrived(patient: &mut Patient, answer: &Answer, from: &[u32]) -> Result<Seen, Error> {
    let told = answer.codes().find_map(|code| match code {
        Code::CopyUid { validity, from, to } => Some((*validity, uids(from), uids(to))),
        _ => None,
    });
    let other = patient.other.clone().unwrap_or_default();
    let validity = patient.imap.select(&other, false).await?.uid_validity;
    let there = patient.present().await?;
    let last = there.get(there.len().saturating_sub(from.len())..).unwrap_or_default().to_vec();
    match told {
        None => wrong("no COPYUID"),
        Some((told, sources, copies)) => {
            let so = Some(told) == validity && sources == from && copies == last;
            let shown = format!("COPYUID {told} {} {}", listed(&sources), listed(&copies));
            let validity = validity.unwrap_or_default();
            match so {
                true => works(shown),
                false => wrong(format!("{shown}, where it is {validity} {} {}", listed(from), listed(&last))),
            }
        }
    }
}

/// A set as it is; what is longer than anything that was copied is cut.
fn uids(set: &SequenceSet) -> Vec<u32> {
    set.numbers(100).flatten().collect()
}

async fn expunge(patient: &mut Patient) -> Result<Seen, Error> {
    let one = patient.put("expunge one", &["\\Deleted"]).await?;
    let two = patient.put("expunge two", &["\\Deleted"]).await?;
    patient.ask(Request::uid(Verb::Expunge).word(one)).await?;
    let there = patient.present().await?;
    match (there.contains(&one), there.contains(&two)) {
        (false, true) => works(format!("UID {one} went, {two} stays")),
        (true, _) => wrong(format!("UID {one} is still there")),
        (false, false) => wrong(format!("UID {two} went too")),
    }
}

async fn move_to(patient: &mut Patient) -> Result<Seen, Error> {
    let other = patient.other.clone().unwrap_or_default();
    let there = patient.imap.select(&other, false).await?.exists;
    patient.begin().await?;
    let uid = patient.put("move", &[]).await?;
    patient.ask(Request::uid(Verb::Move).word(uid).mailbox(&other, patient.names())).await?;
    let gone = !patient.present().await?.contains(&uid);
    let come = patient.imap.select(&other, false).await?.exists.saturating_sub(there);
    match (gone, come) {
        (true, 1) => works(format!("UID {uid} went there")),
        (false, 1) => wrong("the message is in both mailboxes"),
        (true, _) => wrong("the message is in neither mailbox"),
        (false, _) => wrong("the message stays where it was"),
    }
}
