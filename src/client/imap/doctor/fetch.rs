//! What FETCH says of messages: their octets, their sizes, their parts, and that reading by PEEK leaves no trace.

use super::Needs::{Messages, Own};
use super::patient::{DECODED, Patient};
use super::{Check, Error, Seen, judge, row, untested, works, wrong};
use crate::proto::imap::response::fetch::Content;
use crate::proto::imap::{Item, Request, Verb};

/// The most octets of a message of somebody else that are read.
const MOST: u64 = 1 << 20;

pub(super) const TABLE: &[Check] = &[
    row(
        "octets",
        &[],
        Own,
        "RFC 9051 §6.4.5",
        ["BODY.PEEK[] of what was appended", "the same octets, in a literal of that size"],
        |patient| Box::pin(octets(patient)),
    ),
    row(
        "size",
        &[],
        Messages,
        "RFC 9051 §7.5.2",
        ["RFC822.SIZE and BODY.PEEK[]", "as many octets as are said"],
        |patient| Box::pin(size(patient)),
    ),
    row(
        "peek",
        &[],
        Own,
        "RFC 9051 §6.4.5",
        ["BODY.PEEK[], then BODY[]", "\\Seen behind the second alone"],
        |patient| Box::pin(peek(patient)),
    ),
    row(
        "partial",
        &[],
        Messages,
        "RFC 9051 §6.4.5",
        ["BODY.PEEK[]<5.10>", "ten octets, and where they begin"],
        |patient| Box::pin(partial(patient)),
    ),
    row(
        "descending",
        &[],
        Messages,
        "RFC 9051 §9",
        ["UID FETCH of a range with its larger end first", "what the range gives the other way round"],
        |patient| Box::pin(descending(patient)),
    ),
    row(
        "binary",
        &["BINARY", "IMAP4REV2"],
        Own,
        "RFC 3516 §4.2",
        ["BINARY.PEEK[1] of a text in base64", "the text, decoded"],
        |patient| Box::pin(binary(patient)),
    ),
];

async fn octets(patient: &mut Patient) -> Result<Seen, Error> {
    let sent = patient.letters.clone();
    let mut all = 0;
    for (text, uid) in sent.iter().zip(patient.messages().to_vec()) {
        match patient.octets(uid, "BODY.PEEK[]").await? {
            Some(octets) if octets == text.as_bytes() => all += octets.len(),
            Some(octets) => {
                return wrong(format!("UID {uid}: {} octets sent, {} others there", text.len(), octets.len()));
            }
            None => return wrong(format!("UID {uid}: there are no octets")),
        }
    }
    works(format!("{} messages, {all} octets", sent.len()))
}

async fn size(patient: &mut Patient) -> Result<Seen, Error> {
    let sizes = patient.imap.sizes(&patient.set()).await?;
    let (mut count, mut all) = (0, 0);
    for (uid, size) in sizes.into_iter().filter(|(_, size)| *size <= MOST) {
        let octets = patient.octets(uid, "BODY.PEEK[]").await?.map(|octets| octets.len() as u64);
        if octets != Some(size) {
            return wrong(format!("UID {uid}: {size} are said, {} come", octets.unwrap_or_default()));
        }
        (count, all) = (count + 1, all + size);
    }
    match count {
        0 => untested("no message is small enough"),
        _ => works(format!("{count} messages, {all} octets")),
    }
}

async fn peek(patient: &mut Patient) -> Result<Seen, Error> {
    let uid = patient.put("peek", &[]).await?;
    patient.octets(uid, "BODY.PEEK[]").await?;
    let peeked = seen(patient, uid).await?;
    patient.octets(uid, "BODY[]").await?;
    match (peeked, seen(patient, uid).await?) {
        (false, true) => works("unseen, then seen"),
        (true, _) => wrong("\\Seen behind BODY.PEEK[]"),
        (false, false) => wrong("unseen, even behind BODY[]"),
    }
}

async fn seen(patient: &mut Patient, uid: u32) -> Result<bool, Error> {
    Ok(patient.flags(uid).await?.iter().any(|flag| flag.eq_ignore_ascii_case("\\Seen")))
}

async fn partial(patient: &mut Patient) -> Result<Seen, Error> {
    let Some(uid) = patient.messages().first().copied() else { return untested("there are no messages") };
    let answer = patient.ask(Request::uid(Verb::Fetch).word(uid).word("(BODY.PEEK[]<5.10>)")).await?;
    let content = |item: &Item| match item {
        Item::Content { origin, content: Content::Octets(octets), .. } => Some((*origin, octets.len())),
        _ => None,
    };
    match answer.fetched().flat_map(|fetch| &fetch.items).find_map(content) {
        Some((Some(5), 10)) => works("10 octets from 5 on"),
        Some((origin, octets)) => {
            let origin = origin.map_or("nowhere".to_owned(), |origin| origin.to_string());
            wrong(format!("{octets} octets from {origin} on"))
        }
        None => wrong("no octets"),
    }
}

async fn descending(patient: &mut Patient) -> Result<Seen, Error> {
    let (Some(low), Some(high)) = (patient.messages().first().copied(), patient.messages().last().copied()) else {
        return untested("there are no messages");
    };
    let up = patient.ask(Request::uid(Verb::Fetch).word(format!("{low}:{high}")).word("(UID)")).await?.uids();
    let down = patient.ask(Request::uid(Verb::Fetch).word(format!("{high}:{low}")).word("(UID)")).await?.uids();
    judge(up == down, format!("{low}:{high} gives {}, {high}:{low} {}", up.len(), down.len()))
}

async fn binary(patient: &mut Patient) -> Result<Seen, Error> {
    let Some(uid) = patient.of_letters(&[1]).and_then(|uids| uids.first().copied()) else {
        return untested("the letter is not there");
    };
    match patient.octets(uid, "BINARY.PEEK[1]").await? {
        Some(octets) => judge(octets == DECODED, String::from_utf8_lossy(&octets)),
        None => wrong("there are no octets"),
    }
}
