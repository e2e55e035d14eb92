//! CONDSTORE and QRESYNC: what has changed since (RFC 7162).

use super::Needs::Own;
use super::answer::{Answer, ask, listed};
use super::patient::Patient;
use super::{Check, Error, Seen, row, untested, works, wrong};
use crate::proto::imap::{Code, Data, Item, Request, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "condstore",
        &["CONDSTORE", "QRESYNC"],
        Own,
        "RFC 7162 §3.1.2",
        [
            "SELECT (CONDSTORE); STORE, and MODSEQ before and behind it",
            "HIGHESTMODSEQ, and a MODSEQ that grows with the flag",
        ],
        |patient| Box::pin(grows(patient)),
    ),
    row(
        "changedsince",
        &["CONDSTORE", "QRESYNC"],
        Own,
        "RFC 7162 §3.1.4.1",
        ["FETCH CHANGEDSINCE behind one STORE", "the message that was changed, and no other"],
        |patient| Box::pin(changed_since(patient)),
    ),
    row(
        "unchangedsince",
        &["CONDSTORE", "QRESYNC"],
        Own,
        "RFC 7162 §3.1.3",
        ["STORE UNCHANGEDSINCE a MODSEQ that is over", "MODIFIED with the UID, and the flag as it was"],
        |patient| Box::pin(unchanged_since(patient)),
    ),
    row(
        "qresync",
        &["QRESYNC"],
        Own,
        "RFC 7162 §3.2.5",
        ["SELECT (QRESYNC …) behind an EXPUNGE", "VANISHED (EARLIER) with the UID that went"],
        |patient| Box::pin(vanished(patient)),
    ),
];

async fn grows(patient: &mut Patient) -> Result<Seen, Error> {
    select(patient).await?;
    let highest = patient.imap.selected().and_then(|mailbox| mailbox.highest_mod_seq);
    if highest.is_none_or(|highest| highest == 0) {
        return wrong("SELECT (CONDSTORE) tells no HIGHESTMODSEQ");
    }
    let uid = patient.put("condstore", &[]).await?;
    let before = modseq(patient, uid).await?;
    store(patient, uid, "+FLAGS (\\Flagged)").await?;
    let after = modseq(patient, uid).await?;
    match (before, after) {
        (Some(before), Some(after)) if after > before && before > 0 => works(format!("{before}, then {after}")),
        (Some(before), Some(after)) => wrong(format!("{before}, and behind STORE {after}")),
        _ => wrong("FETCH (MODSEQ) tells none"),
    }
}

/// Opens the mailbox as a client does that wants MODSEQ: some servers count no changes before that.
async fn select(patient: &mut Patient) -> Result<Answer, Error> {
    let request = Request::new(Verb::Select).mailbox(&patient.mailbox, patient.names()).word("(CONDSTORE)");
    patient.ask(request).await
}

async fn modseq(patient: &mut Patient, uid: u32) -> Result<Option<u64>, Error> {
    let answer = patient.ask(Request::uid(Verb::Fetch).word(uid).word("(UID MODSEQ)")).await?;
    let told = answer.fetched().filter(|fetch| fetch.uid() == Some(uid)).flat_map(|fetch| &fetch.items);
    Ok(told.filter_map(|item| if let Item::ModSeq(modseq) = item { Some(*modseq) } else { None }).last())
}

async fn store(patient: &mut Patient, uid: u32, flags: &str) -> Result<Answer, Error> {
    patient.ask(Request::uid(Verb::Store).word(uid).word(flags)).await
}

async fn changed_since(patient: &mut Patient) -> Result<Seen, Error> {
    let [one, two] = [patient.put("changed one", &[]).await?, patient.put("changed two", &[]).await?];
    let Some(since) = modseq(patient, two).await? else { return wrong("FETCH (MODSEQ) tells none") };
    store(patient, one, "+FLAGS (\\Flagged)").await?;
    let request = Request::uid(Verb::Fetch).word(format!("{one},{two} (UID FLAGS) (CHANGEDSINCE {since})"));
    let found = patient.ask(request).await?.uids();
    match found == [one] {
        true => works(format!("UID {one}")),
        false => wrong(format!("{}, where it is {one}", listed(&found))),
    }
}

async fn unchanged_since(patient: &mut Patient) -> Result<Seen, Error> {
    let uid = patient.put("unchanged", &[]).await?;
    let Some(since) = modseq(patient, uid).await? else { return wrong("FETCH (MODSEQ) tells none") };
    store(patient, uid, "+FLAGS (\\Flagged)").await?;
    let request = format!("(UNCHANGEDSINCE {since}) +FLAGS (\\Answered)");
    let answer = match store(patient, uid, &request).await {
        // All that was asked for failed, so that some servers say NO.
        Err(Error::Refused(refusal)) if refusal.to.is_some() => refusal.status.code.into_iter().collect(),
        answer => answer?.codes().cloned().collect::<Vec<Code>>(),
    };
    let modified = answer.iter().any(|code| matches!(code, Code::Modified(set) if set.may_hold(uid)));
    let stored = patient.flags(uid).await?.iter().any(|flag| flag.eq_ignore_ascii_case("\\Answered"));
    match (modified, stored) {
        (true, false) => works(format!("MODIFIED {uid}")),
        (_, true) => wrong("the flag is stored all the same"),
        (false, false) => wrong("the flag is not stored, and no MODIFIED says so"),
    }
}

/// A client that was away: what it knew, and what went since, on a connection where QRESYNC is enabled.
async fn vanished(patient: &mut Patient) -> Result<Seen, Error> {
    let uid = patient.put("qresync", &["\\Deleted"]).await?;
    select(patient).await?;
    let known = patient.imap.selected().cloned().unwrap_or_default();
    let (Some(validity @ 1..), Some(modseq)) = (known.uid_validity, known.highest_mod_seq) else {
        return untested("SELECT (CONDSTORE) tells no UIDVALIDITY or no HIGHESTMODSEQ");
    };
    patient.ask(Request::new(Verb::Expunge)).await?;
    let mut other = patient.another().await?;
    let answer = async {
        ask(&mut other, Request::new(Verb::Enable).word("QRESYNC")).await?;
        let request = Request::new(Verb::Select).mailbox(&patient.mailbox, patient.names());
        ask(&mut other, request.word(format!("(QRESYNC ({validity} {modseq}))"))).await
    }
    .await;
    other.leave().await;
    let answer = answer?;
    let gone = answer.data.iter().find_map(|data| match data {
        Data::Vanished { earlier: true, uids } => Some(uids),
        _ => None,
    });
    match gone {
        Some(uids) if uids.may_hold(uid) => works(format!("VANISHED (EARLIER) {uids}")),
        Some(uids) => wrong(format!("VANISHED (EARLIER) {uids}, and not {uid}")),
        None => wrong(format!("{} came, and no VANISHED (EARLIER)", answer.names())),
    }
}
