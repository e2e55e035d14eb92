//! `--journal`: what earlier runs of a job did, and what this one does.

use std::time::Duration;

use super::report::Report;
use super::{Letters, Send};
use crate::base::{Address, Exit};
use crate::cli::args::Uncertain;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{Job, Journal, Observer, Outcome, Peer, Verdict};
use crate::net::reason;
use crate::transcript::Weight;

/// Opens the journal of this job, if one is to be kept, and gives its letters the Message-IDs that they have in each run.
pub fn open(args: &Send, letters: &mut Letters) -> Result<Option<Journal>, Failure> {
    let Some(path) = &args.many.journal else { return Ok(None) };
    if args.exchange.mx.as_deref() == Some("each") {
        return Err(Failure::usage("--journal", "with --mx each a recipient gets a letter many times"));
    }
    if args.envelope.quit_after.is_some() || args.envelope.drop_after.is_some() {
        return Err(Failure::usage("--journal", "nothing is delivered: the dialogue ends before"));
    }
    let fingerprint = fingerprint(args, letters).map_err(|error| Failure::new(Exit::Io, reason(&error)))?;
    let journal = Journal::open(path, &fingerprint, chance::token());
    let journal = journal.map_err(|error| Failure::new(error.exit(), &error).at("--journal"))?;
    letters.stamp(journal.id());
    Ok(Some(journal))
}

/// What earlier runs did is told, and counts.
pub fn recall(journal: &Journal, uncertain: Uncertain, report: &mut Report<'_>, terminal: &Terminal) {
    let (delivered, open) = (journal.delivered(), journal.uncertain());
    if delivered > 0 {
        terminal.note(Weight::Info, format!("the journal says: delivered to {delivered} before; they are left out"));
        report.done_before(journal.whole());
    }
    match uncertain {
        Uncertain::Skip if !open.is_empty() => report.add(Exit::Ok),
        Uncertain::Report if !open.is_empty() => {
            let count = open.len();
            open.into_iter().for_each(|(letter, recipient)| tell(letter, &recipient, report));
            let text = format!(
                "uncertain from an earlier run: {count}; --uncertain send sends to them once more, --uncertain skip takes them as done"
            );
            terminal.note(Weight::Warning, text);
        }
        _ => {}
    }
}

/// What went wrong with the journal itself.
pub fn close(args: &Send, journal: &Journal) -> Option<Failure> {
    let path = args.many.journal.as_deref()?;
    let closed = journal.close();
    let error = journal.broken().or(closed.as_ref().err())?;
    let failure = Failure::new(Exit::Io, format!("--journal {}: {}", path.display(), reason(error)));
    Some(failure.hint("no letter goes that is not written down first"))
}

fn tell(letter: usize, recipient: &str, report: &mut Report<'_>) {
    let Ok(recipient) = Address::parse(recipient) else { return report.add(Exit::TempFail) };
    let text = "an earlier run sent it whole and heard no answer: it may or may not have been accepted".to_owned();
    let verdict = Verdict::doubtful(Exit::TempFail, text);
    let peer = Peer { host: "-".to_owned(), ..Peer::default() };
    report.outcome(Outcome { letter, recipient: Some(recipient), verdict, peer, elapsed: Duration::ZERO });
}

/// All that the letters are made of.
fn fingerprint(args: &Send, letters: &Letters) -> std::io::Result<String> {
    let mut job = Job::new();
    let (message, envelope) = (&args.message, &args.envelope);
    job.text(&format!("{:?}", (&message.content, &message.bcc, &envelope.mail_from, &envelope.rcpt)));
    letters.survey(&mut job)?;
    Ok(job.fingerprint())
}
