//! What FETCH says of messages: their octets, their sizes, their parts, and that reading by PEEK leaves no trace.

use super::Needs::{Messages, Own};
use super::patient::{DECODED, LONG_AGO, Patient};
use super::{Check, Error, Seen, judge, row, untested, works, wrong};
use crate::mime::date_time;
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
    row(
        "savedate",
        &["SAVEDATE"],
        Own,
        "RFC 8514 §4.2",
        ["FETCH SAVEDATE of what was received long ago", "when it came into this mailbox"],
        |patient| Box::pin(save_date(patient)),
    ),
    row(
        "preview",
        &["PREVIEW"],
        Own,
        "RFC 8970 §3.1",
        ["FETCH PREVIEW of a text in base64", "how it begins, decoded, or NIL"],
        |patient| Box::pin(preview(patient)),
    ),
    row(
        "objectid",
        &["OBJECTID"],
        Own,
        "RFC 8474 §5.1",
        ["EMAILID of a message and of its copy elsewhere", "one and the same"],
        |patient| Box::pin(object_id(patient)),
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

/// One item of a message, told or not.
async fn item<T>(
    patient: &mut Patient,
    uid: u32,
    name: &str,
    wanted: impl Fn(&Item) -> Option<T>,
) -> Result<Option<T>, Error> {
    let answer = patient.ask(Request::uid(Verb::Fetch).word(uid).word(format!("(UID {name})"))).await?;
    let found = answer.fetched().filter(|fetch| fetch.uid() == Some(uid)).flat_map(|fetch| &fetch.items);
    Ok(found.filter_map(wanted).next())
}

async fn save_date(patient: &mut Patient) -> Result<Seen, Error> {
    let Some(uid) = patient.messages().first().copied() else { return untested("there are no messages") };
    let date = |item: &Item| if let Item::SaveDate(date) = item { Some(date.clone()) } else { None };
    match item(patient, uid, "SAVEDATE", date).await? {
        None => wrong("SAVEDATE is not told"),
        Some(None) => untested("NIL: this mailbox does not keep it"),
        Some(Some(date)) => {
            let moment = |text: &[u8]| date_time::parse(text).0.and_then(|moment| moment.timestamp());
            let later = moment(&date).is_some() && moment(&date) > moment(LONG_AGO.as_bytes());
            judge(later, String::from_utf8_lossy(&date))
        }
    }
}

async fn preview(patient: &mut Patient) -> Result<Seen, Error> {
    let Some(uid) = patient.messages().get(1).copied() else { return untested("there are no messages") };
    let text = |item: &Item| if let Item::Preview(text) = item { Some(text.clone()) } else { None };
    match item(patient, uid, "PREVIEW", text).await? {
        None => wrong("PREVIEW is not told"),
        Some(None) => works("NIL: the server has none"),
        Some(Some(text)) => judge(text.starts_with(DECODED), String::from_utf8_lossy(&text)),
    }
}

async fn object_id(patient: &mut Patient) -> Result<Seen, Error> {
    let other = patient.other.clone().unwrap_or_default();
    let id = |item: &Item| if let Item::EmailId(id) = item { Some(id.clone()) } else { None };
    let uid = patient.put("objectid", &[]).await?;
    let Some(known) = item(patient, uid, "EMAILID", id).await? else { return wrong("EMAILID is not told") };
    patient.ask(Request::uid(Verb::Copy).word(uid).mailbox(&other, patient.names())).await?;
    patient.look_away().await?;
    let copy = patient.last().await?;
    let same = item(patient, copy, "EMAILID", id).await?.as_ref() == Some(&known);
    let shown = String::from_utf8_lossy(&known);
    judge(same, if same { format!("{shown}, twice") } else { format!("{shown}, and another of the copy") })
}
