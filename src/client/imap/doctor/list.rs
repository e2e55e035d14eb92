//! LIST and what extends it.

use super::Needs::Nothing;
use super::answer::Answer;
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row, works, wrong};
use crate::proto::imap::{Request, Verb, mailbox};

pub(super) const TABLE: &[Check] = &[
    row("list", &[], Nothing, "RFC 9051 §6.3.9", ["LIST of the mailbox by its name", "the mailbox"], |patient| {
        Box::pin(list(patient))
    }),
    row(
        "list-extended",
        &["LIST-EXTENDED", "IMAP4REV2"],
        Nothing,
        "RFC 5258 §3",
        ["LIST … RETURN (SUBSCRIBED CHILDREN)", "the mailbox, with \\HasChildren or \\HasNoChildren"],
        |patient| Box::pin(extended(patient)),
    ),
    row(
        "list-status",
        &["LIST-STATUS", "IMAP4REV2"],
        Nothing,
        "RFC 5819 §2",
        ["LIST … RETURN (STATUS (MESSAGES))", "the mailbox, and its STATUS as SELECT has it"],
        |patient| Box::pin(counted(patient)),
    ),
    row(
        "special-use",
        &["SPECIAL-USE", "IMAP4REV2"],
        Nothing,
        "RFC 6154 §5.2",
        ["LIST \"\" * RETURN (SPECIAL-USE), and LIST (SPECIAL-USE)", "in the second what is marked in the first"],
        |patient| Box::pin(special(patient)),
    ),
];

/// RFC 6154 §2.
const USES: [&str; 7] = ["\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash"];

async fn list(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = listed(patient, None).await?;
    judge(has(&answer, patient), shown(&answer))
}

async fn extended(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = listed(patient, Some("(SUBSCRIBED CHILDREN)")).await?;
    let children = |attribute: &Vec<u8>| {
        ["\\HasChildren", "\\HasNoChildren"].iter().any(|known| attribute.eq_ignore_ascii_case(known.as_bytes()))
    };
    match has(&answer, patient) {
        true if answer.lists().all(|list| list.attributes.iter().any(children)) => works(shown(&answer)),
        true => wrong(format!("{}, and nothing of children", shown(&answer))),
        false => wrong(format!("{}, and not the mailbox", answer.names())),
    }
}

async fn counted(patient: &mut Patient) -> Result<Seen, Error> {
    let exists = patient.imap.exists();
    let answer = listed(patient, Some("(STATUS (MESSAGES))")).await?;
    let messages = answer.figure("MESSAGES");
    match (has(&answer, patient), messages) {
        (false, _) => wrong(format!("{} came, and no LIST of the mailbox", answer.names())),
        (true, None) => wrong(format!("{} came, and no STATUS", answer.names())),
        (true, Some(messages)) => judge(messages == u64::from(exists), format!("{messages} messages")),
    }
}

async fn special(patient: &mut Patient) -> Result<Seen, Error> {
    let marked = patient.ask(Request::new(Verb::List).word("\"\" * RETURN (SPECIAL-USE)")).await?;
    let chosen = patient.ask(Request::new(Verb::List).word("(SPECIAL-USE) \"\" *")).await?;
    let special = |attribute: &Vec<u8>| USES.iter().any(|known| attribute.eq_ignore_ascii_case(known.as_bytes()));
    let names = |answer: &Answer| {
        let lists = answer.lists().filter(|list| list.attributes.iter().any(special));
        let mut names: Vec<Vec<u8>> = lists.map(|list| list.mailbox.clone()).collect();
        names.sort_unstable();
        names
    };
    if marked.lists().next().is_none() {
        return wrong("RETURN (SPECIAL-USE) lists nothing at all");
    }
    let (marked, chosen) = (names(&marked), names(&chosen));
    judge(marked == chosen, format!("{} marked, {} selected", marked.len(), chosen.len()))
}

async fn listed(patient: &mut Patient, returns: Option<&str>) -> Result<Answer, Error> {
    let request = Request::new(Verb::List).word("\"\"").mailbox(&patient.mailbox, patient.names());
    let request = match returns {
        Some(returns) => request.word("RETURN").word(returns),
        None => request,
    };
    patient.ask(request).await
}

/// INBOX has any case.
fn has(answer: &Answer, patient: &Patient) -> bool {
    let name = mailbox::encode(&patient.mailbox, patient.names());
    let same = |written: &[u8]| match name == "INBOX" {
        true => written.eq_ignore_ascii_case(b"INBOX"),
        false => written == name.as_bytes(),
    };
    answer.lists().any(|list| same(&list.mailbox))
}

fn shown(answer: &Answer) -> String {
    let attributes = |attributes: &[Vec<u8>]| String::from_utf8_lossy(&attributes.join(&b' ')).into_owned();
    match answer.lists().next() {
        Some(list) => format!("({}) {}", attributes(&list.attributes), String::from_utf8_lossy(&list.mailbox)),
        None => "nothing".to_owned(),
    }
}
