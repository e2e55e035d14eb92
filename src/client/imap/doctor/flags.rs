//! Flags and keywords: whether they are kept.

use super::super::ignore;
use super::Needs::Own;
use super::answer::Answer;
use super::patient::Patient;
use super::{Check, Error, Seen, row, untested, works, wrong};
use crate::proto::imap::{Fetch, Request, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "flags",
        &[],
        Own,
        "RFC 9051 §2.3.2",
        ["APPEND with \\Flagged, STORE +\\Answered and -\\Flagged", "\\Answered, also for another connection"],
        |patient| Box::pin(flags(patient)),
    ),
    row(
        "keywords",
        &[],
        Own,
        "RFC 9051 §7.1",
        ["STORE of a keyword, where PERMANENTFLAGS has \\*", "the keyword, also for another connection"],
        |patient| Box::pin(keywords(patient)),
    ),
];

/// A keyword that means nothing.
const KEYWORD: &str = "mailtool-doctor";

async fn flags(patient: &mut Patient) -> Result<Seen, Error> {
    let uid = patient.put("flags", &["\\Flagged"]).await?;
    let appended = patient.flags(uid).await?;
    if !holds(&appended, "\\Flagged") {
        return wrong(format!("APPEND leaves {}", shown(&appended)));
    }
    store(patient, uid, "+FLAGS (\\Answered)").await?;
    store(patient, uid, "-FLAGS (\\Flagged)").await?;
    let kept = elsewhere(patient, uid).await?;
    match holds(&kept, "\\Answered") && !holds(&kept, "\\Flagged") {
        true => works(shown(&kept)),
        false => wrong(format!("another connection sees {}", shown(&kept))),
    }
}

async fn keywords(patient: &mut Patient) -> Result<Seen, Error> {
    let permanent = patient.imap.selected().and_then(|mailbox| mailbox.permanent_flags.clone()).unwrap_or_default();
    if !permanent.iter().any(|flag| flag == b"\\*") {
        return untested("PERMANENTFLAGS has no \\*: keywords of one's own are not promised");
    }
    let uid = patient.put("keywords", &[]).await?;
    store(patient, uid, &format!("+FLAGS ({KEYWORD})")).await?;
    let kept = elsewhere(patient, uid).await?;
    match holds(&kept, KEYWORD) {
        true => works(shown(&kept)),
        false => wrong(format!("another connection sees {}", shown(&kept))),
    }
}

async fn store(patient: &mut Patient, uid: u32, flags: &str) -> Result<Answer, Error> {
    patient.ask(Request::uid(Verb::Store).word(uid).word(flags)).await
}

/// The flags of a message as another connection sees them: not those of the session alone.
async fn elsewhere(patient: &mut Patient, uid: u32) -> Result<Vec<String>, Error> {
    let mut other = patient.another().await?;
    let seen = async {
        other.select(&patient.mailbox, false).await?;
        super::answer::ask(&mut other, Request::uid(Verb::Fetch).word(uid).word("(UID FLAGS)")).await
    }
    .await;
    other.leave().await;
    patient.imap.run(&Request::new(Verb::Noop), &mut ignore).await?;
    Ok(seen?.fetched().find(|fetch| fetch.uid() == Some(uid)).map(words).unwrap_or_default())
}

/// The flags of a message.
pub(super) fn words(fetch: &Fetch) -> Vec<String> {
    fetch.flags().unwrap_or_default().iter().map(|flag| String::from_utf8_lossy(flag).into_owned()).collect()
}

fn holds(flags: &[String], flag: &str) -> bool {
    flags.iter().any(|known| known.eq_ignore_ascii_case(flag))
}

fn shown(flags: &[String]) -> String {
    if flags.is_empty() { "no flags".to_owned() } else { flags.join(" ") }
}
