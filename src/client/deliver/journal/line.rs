//! The lines of a journal: one JSON object each.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::client::deliver::outcome::Outcome;

/// The form of these lines.
pub(super) const VERSION: u8 = 1;

/// How the first line begins.
pub(super) const HEAD: &[u8] = br#"{"journal":"#;

/// The first line.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    /// Its form.
    pub journal: u8,
    /// The fingerprint of the job.
    pub job: String,
    /// What it is called.
    pub id: String,
}

/// Any other.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Line {
    /// The end of the message is about to go, for these.
    Sending { letter: usize, sending: Vec<String> },
    /// What became of one of them.
    Ended {
        letter: usize,
        recipient: String,
        status: String,
        /// The letter has come to all its recipients.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        whole: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<u16>,
        text: String,
        at: String,
    },
}

impl Line {
    /// The end of one recipient.
    pub fn ended(outcome: &Outcome, recipient: String, whole: bool) -> Line {
        let verdict = &outcome.verdict;
        Line::Ended {
            letter: outcome.letter,
            recipient,
            status: verdict.status.name().to_owned(),
            whole,
            code: verdict.reply.as_ref().map(|reply| reply.code),
            text: verdict.text.clone(),
            at: Timestamp::now().to_string(),
        }
    }
}

/// A line as it stands in the file.
pub(super) fn written(line: &impl Serialize) -> Vec<u8> {
    let mut octets = serde_json::to_vec(line).unwrap_or_default();
    octets.push(b'\n');
    octets
}
