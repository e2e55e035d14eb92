//! What is kept beside the messages of a mailbox: rights, limits, notes.

use super::Needs::{Nothing, Own};
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row, works, wrong};
use crate::proto::imap::{Data, Request, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "acl",
        &["ACL"],
        Own,
        "RFC 4314 §3.5",
        ["MYRIGHTS of a mailbox of one's own", "l and r among them"],
        |patient| Box::pin(rights(patient)),
    ),
    row(
        "quota",
        &["QUOTA"],
        Nothing,
        "RFC 9208 §4.1.3",
        ["GETQUOTAROOT of the mailbox", "QUOTAROOT, and QUOTA of each root that it names"],
        |patient| Box::pin(quota(patient)),
    ),
    row(
        "metadata",
        &["METADATA"],
        Own,
        "RFC 5464 §4.3",
        ["SETMETADATA of /private/comment, and GETMETADATA", "the same comment"],
        |patient| Box::pin(metadata(patient)),
    ),
];

async fn rights(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::new(Verb::MyRights).mailbox(&patient.mailbox, patient.names())).await?;
    let told =
        answer.data.iter().find_map(|data| if let Data::MyRights { rights, .. } = data { Some(rights) } else { None });
    match told {
        Some(rights) => judge(b"lr".iter().all(|right| rights.contains(right)), String::from_utf8_lossy(rights)),
        None => wrong(format!("{} came, and no MYRIGHTS", answer.names())),
    }
}

async fn quota(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::new(Verb::GetQuotaRoot).mailbox(&patient.mailbox, patient.names())).await?;
    let told =
        answer.data.iter().find_map(|data| if let Data::QuotaRoot { roots, .. } = data { Some(roots) } else { None });
    let Some(roots) = told else { return wrong(format!("{} came, and no QUOTAROOT", answer.names())) };
    let has_quota =
        |wanted: &&Vec<u8>| answer.data.iter().any(|data| matches!(data, Data::Quota { root, .. } if root == *wanted));
    match roots.iter().find(|root| !has_quota(root)) {
        Some(root) => wrong(format!("no QUOTA of the root \"{}\"", String::from_utf8_lossy(root))),
        None if roots.is_empty() => works("no limit"),
        None => works(format!("a limit: {}", String::from_utf8_lossy(&roots.join(&b", "[..])))),
    }
}

async fn metadata(patient: &mut Patient) -> Result<Seen, Error> {
    let comment = "a note of mailtool doctor";
    let request = |verb| Request::new(verb).mailbox(&patient.mailbox, patient.names());
    let set = request(Verb::SetMetadata).word(format!("(/private/comment \"{comment}\")"));
    let get = request(Verb::GetMetadata).word("(/private/comment)");
    patient.ask(set).await?;
    let answer = patient.ask(get).await?;
    let told = answer.data.iter().find_map(|data| match data {
        Data::Metadata { entries, .. } => entries.iter().find_map(|(_, value)| value.clone()),
        _ => None,
    });
    match told {
        Some(value) => judge(value == comment.as_bytes(), String::from_utf8_lossy(&value)),
        None => wrong(format!("{} came, and no comment", answer.names())),
    }
}
