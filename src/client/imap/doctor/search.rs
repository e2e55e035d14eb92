//! SEARCH and what extends it, SORT and THREAD.

use super::Needs::{Messages, Own};
use super::answer::listed;
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row, untested, works, wrong};
use crate::proto::imap::thread::members;
use crate::proto::imap::{Data, Request, Verb};

pub(super) const TABLE: &[Check] = &[
    row("search", &[], Messages, "RFC 9051 §6.4.4", ["UID SEARCH of a set of UIDs", "those UIDs"], |patient| {
        Box::pin(search(patient))
    }),
    row(
        "charset",
        &[],
        Own,
        "RFC 9051 §6.4.4",
        ["SEARCH CHARSET UTF-8 SUBJECT, with a letter that is not ASCII", "the message with it, and no other"],
        |patient| Box::pin(charset(patient)),
    ),
    row(
        "esearch",
        &["ESEARCH", "IMAP4REV2"],
        Messages,
        "RFC 4731 §3.1",
        ["UID SEARCH RETURN (MIN MAX COUNT ALL)", "ESEARCH with the command's tag, UID and all four"],
        |patient| Box::pin(extended(patient)),
    ),
    row(
        "searchres",
        &["SEARCHRES", "IMAP4REV2"],
        Messages,
        "RFC 5182 §2",
        ["UID SEARCH RETURN (SAVE), then UID FETCH $", "what was searched for"],
        |patient| Box::pin(saved(patient)),
    ),
    row(
        "within",
        &["WITHIN"],
        Own,
        "RFC 5032 §2",
        ["SEARCH OLDER and YOUNGER than a day", "the letter of long ago, and the two of now"],
        |patient| Box::pin(within(patient)),
    ),
    row(
        "sort",
        &["SORT"],
        Own,
        "RFC 5256 §3",
        ["UID SORT (REVERSE SUBJECT)", "the letters from the last subject to the first"],
        |patient| Box::pin(sort(patient)),
    ),
    row(
        "thread",
        &["THREAD=REFERENCES", "THREAD=REFS"],
        Own,
        "RFC 5256 §3",
        ["UID THREAD by References", "an answer below its letter, and the third apart"],
        |patient| Box::pin(thread(patient)),
    ),
];

async fn search(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::uid(Verb::Search).word("UID").set(&patient.set())).await?;
    match answer.numbers() {
        Some(numbers) => same(numbers, patient.messages()),
        None => wrong(format!("{} came, and no SEARCH", answer.names())),
    }
}

/// Whether these UIDs were found, in whichever order.
fn same(mut found: Vec<u32>, expected: &[u32]) -> Result<Seen, Error> {
    found.sort_unstable();
    match found == expected {
        true => works(listed(&found)),
        false => wrong(format!("{}, where it is {}", listed(&found), listed(expected))),
    }
}

async fn charset(patient: &mut Patient) -> Result<Seen, Error> {
    let request = Request::uid(Verb::Search).word("CHARSET UTF-8 UID").set(&patient.set());
    let answer = patient.ask(request.word("SUBJECT").string("adiós".as_bytes())).await?;
    same(answer.numbers().unwrap_or_default(), &patient.of_letters(&[1]).unwrap_or_default())
}

async fn extended(patient: &mut Patient) -> Result<Seen, Error> {
    let request = Request::uid(Verb::Search).word("RETURN (MIN MAX COUNT ALL) UID").set(&patient.set());
    let answer = patient.ask(request).await?;
    let Some(found) = answer.extended() else { return wrong(format!("{} came, and no ESEARCH", answer.names())) };
    let uids = patient.messages();
    let all = found.all.as_ref().map(|set| set.numbers(uids.len() + 1).flatten().collect::<Vec<u32>>());
    let count = u32::try_from(uids.len()).ok();
    let so = [
        ("the tag of the command", found.tag.as_deref() == Some(answer.tag.as_bytes())),
        ("UID", found.uid),
        ("MIN", found.min == uids.first().copied()),
        ("MAX", found.max == uids.last().copied()),
        ("COUNT", found.count == count),
        ("ALL", all.as_deref() == Some(uids)),
    ];
    let missing: Vec<&str> = so.into_iter().filter(|(_, is)| !is).map(|(what, _)| what).collect();
    match missing.is_empty() {
        true => works(format!("{} of them: {}", uids.len(), listed(uids))),
        false => wrong(format!("missing or wrong: {}", missing.join(", "))),
    }
}

async fn saved(patient: &mut Patient) -> Result<Seen, Error> {
    let uids = patient.messages().to_vec();
    let Some(&last) = uids.last() else { return untested("there are no messages") };
    patient.ask(Request::uid(Verb::Search).word("RETURN (SAVE) UID").word(last)).await?;
    let answer = patient.ask(Request::uid(Verb::Fetch).word("$ (UID)")).await?;
    same(answer.uids(), &[last])
}

async fn within(patient: &mut Patient) -> Result<Seen, Error> {
    let ask = |key: &str, set| Request::uid(Verb::Search).word(format!("{key} 86400 UID")).set(set);
    let set = patient.set();
    let old = patient.ask(ask("OLDER", &set)).await?.numbers().unwrap_or_default();
    let young = patient.ask(ask("YOUNGER", &set)).await?.numbers().unwrap_or_default();
    let expected = |numbers: &[usize]| patient.of_letters(numbers).unwrap_or_default();
    let so = old == expected(&[0]) && young == expected(&[1, 2]);
    judge(so, format!("older: {}; younger: {}", listed(&old), listed(&young)))
}

async fn sort(patient: &mut Patient) -> Result<Seen, Error> {
    let request = Request::uid(Verb::Sort).word("(REVERSE SUBJECT) UTF-8 UID").set(&patient.set());
    let found = patient.ask(request).await?.numbers().unwrap_or_default();
    let shown = found.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    judge(Some(found) == patient.of_letters(&[0, 2, 1]), shown)
}

async fn thread(patient: &mut Patient) -> Result<Seen, Error> {
    let algorithm = if patient.offers(&["THREAD=REFERENCES"]) { "REFERENCES" } else { "REFS" };
    let request = Request::uid(Verb::Thread).word(algorithm).word("UTF-8 UID").set(&patient.set());
    let answer = patient.ask(request).await?;
    let told = answer.data.iter().find_map(|data| if let Data::Thread(text) = data { Some(text) } else { None });
    let Some(told) = told else { return wrong(format!("{} came, and no THREAD", answer.names())) };
    let parents: Vec<(u32, Option<u32>)> = members(told).iter().map(|member| (member.number, member.parent)).collect();
    let expected = patient.of_letters(&[0, 1, 2]).map(|uids| {
        let mut parents: Vec<(u32, Option<u32>)> = uids.iter().map(|uid| (*uid, None)).collect();
        if let Some(answer) = parents.get_mut(1) {
            answer.1 = uids.first().copied();
        }
        parents
    });
    let mut found = parents;
    found.sort_unstable();
    judge(Some(found) == expected, String::from_utf8_lossy(told))
}
