//! Literals that go without leave.

use super::Needs::Own;
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row};

pub(super) const TABLE: &[Check] = &[
    row(
        "literal+",
        &["LITERAL+"],
        Own,
        "RFC 7888 §4",
        ["APPEND of more than 4096 octets without leave", "the message is there as it was sent"],
        |patient| Box::pin(at_once(patient, "LITERAL+", 300)),
    ),
    row(
        "literal-",
        &["LITERAL-", "IMAP4REV2"],
        Own,
        "RFC 7888 §5",
        ["APPEND of less than 4096 octets without leave", "the message is there as it was sent"],
        |patient| Box::pin(at_once(patient, "LITERAL-", 3)),
    ),
];

/// The lines would be commands to who does not count them.
async fn at_once(patient: &mut Patient, word: &str, lines: usize) -> Result<Seen, Error> {
    let before = patient.present().await?.len();
    let text = patient.letter("literal") + &"a NOOP of a letter\r\n".repeat(lines);
    patient.imap.offered = Some(vec![word.to_owned()]);
    let appended = patient.append(&text, &[], None).await;
    patient.imap.offered = Some(Vec::new());
    appended?;
    let uids = patient.present().await?;
    let octets = match uids.last() {
        Some(uid) if uids.len() == before + 1 => patient.octets(*uid, "BODY.PEEK[]").await?,
        _ => None,
    };
    match octets {
        Some(octets) => judge(octets == text.as_bytes(), format!("{} octets sent, {} there", text.len(), octets.len())),
        None => judge(false, "OK, and no message"),
    }
}
