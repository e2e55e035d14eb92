//! What a server promises against what it does: one check after the other, each from the same beginning.
//!
//! The checks work in mailboxes of their own, which are deleted whatever happens. What a server only promises is never
//! relied on but by the check that is for it, and a check that breaks the connection is blamed for that, and the next
//! one has a new one.

mod answer;
mod append;
mod changes;
mod fetch;
mod flags;
mod list;
mod literal;
mod mailbox;
mod patient;
mod search;
mod session;
mod sharing;

use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use self::patient::Patient;
use super::{Error, Way};
use crate::base::Finding;
use crate::base::escape::escape_str;
use crate::client::listener::Listener;

/// How long each step may take, unless something else is said.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A check: what is asked of a server, and what should come of it.
pub struct Check {
    /// Its name.
    pub id: &'static str,
    /// Any of these words among the capabilities promises it; none: every server does.
    pub offered_by: &'static [&'static str],
    /// What is asked.
    pub asks: &'static str,
    /// What should come of it.
    pub expects: &'static str,
    /// The section.
    pub rfc: &'static str,
    /// What must be there.
    pub needs: Needs,
    run: Run,
}

/// What must be there for a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// A mailbox, whatever is in it.
    Nothing,
    /// Messages, whatever they are.
    Messages,
    /// Mailboxes of our own: it writes.
    Own,
}

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It works.
    Ok,
    /// It is promised, and does not work.
    Lies,
    /// It is not promised, and does not work either, if that was tried.
    Absent,
    /// It was not tried, or could not be found out.
    NotTried,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    /// `None`: that could not be found out.
    works: Option<bool>,
    text: String,
}

/// What came of a check, and how.
pub struct Report {
    /// Which.
    pub check: &'static Check,
    /// The server promises it.
    pub offered: bool,
    /// What it comes to.
    pub verdict: Verdict,
    /// How long it took, if it was tried.
    pub elapsed: Option<Duration>,
    /// What was seen, in words, safe to show.
    pub seen: String,
    /// What the server got wrong on the way.
    pub findings: Vec<Finding>,
}

/// How a server is examined.
pub struct Plan {
    /// The mailbox that is looked into where nothing may be written; otherwise one of our own is.
    pub read_only: Option<String>,
    /// What no other mailbox is called by.
    pub token: String,
    /// The names of checks; none: all.
    pub checks: Vec<String>,
    /// What is not promised is tried too.
    pub all: bool,
}

/// How an examination ended.
pub struct Examined {
    /// The mailboxes that could not be deleted.
    pub left: Vec<String>,
    /// Why it ended early: no mailbox could be made, or the user wanted no more.
    pub ended: Option<Error>,
}

type Run = for<'a> fn(&'a mut Patient) -> Pin<Box<dyn Future<Output = Result<Seen, Error>> + 'a>>;

/// A row of the table.
const fn row(
    id: &'static str,
    offered_by: &'static [&'static str],
    needs: Needs,
    rfc: &'static str,
    [asks, expects]: [&'static str; 2],
    run: Run,
) -> Check {
    Check { id, offered_by, asks, expects, rfc, needs, run }
}

/// All checks, in the order in which they are made.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    let tables =
        [session::TABLE, mailbox::TABLE, list::TABLE, append::TABLE, literal::TABLE, fetch::TABLE, flags::TABLE];
    tables.into_iter().chain([search::TABLE, changes::TABLE, sharing::TABLE]).flatten()
}

/// Makes the checks, and hands on what came of each.
///
/// # Errors
/// There is no way to the server.
pub async fn examine(way: &Way, plan: &Plan, each: &mut dyn FnMut(&Report)) -> Result<Examined, Error> {
    let listener = Arc::new(Listener::new(way.server.dial.sink.clone()));
    let mut way = way.clone();
    way.server.dial.sink = Some(listener.clone());
    // What a server gets wrong is what is looked for here.
    way.server.strict = false;
    let mut patient = Patient::admit(way, plan).await?;
    let done = match patient.prepare(plan).await {
        Ok(()) => all(&mut patient, plan, &listener, each).await,
        Err(error) => Err(error),
    };
    Ok(Examined { left: patient.discharge().await, ended: done.err() })
}

async fn all(
    patient: &mut Patient,
    plan: &Plan,
    listener: &Listener,
    each: &mut dyn FnMut(&Report),
) -> Result<(), Error> {
    let wanted = |check: &&Check| plan.checks.is_empty() || plan.checks.iter().any(|name| name == check.id);
    let mut known: Vec<&str> = Vec::new();
    for check in checks().filter(wanted) {
        let offered = patient.offers(check.offered_by);
        let left_out = left_out(check, plan, offered, patient);
        let mut report = Report {
            check,
            offered,
            verdict: if offered { Verdict::NotTried } else { Verdict::Absent },
            elapsed: None,
            seen: left_out.unwrap_or_default().to_owned(),
            findings: Vec::new(),
        };
        if left_out.is_none() {
            one(patient, &mut report, listener, &mut known).await?;
        }
        each(&report);
    }
    Ok(())
}

/// Why a check is not made, if it is not.
fn left_out(check: &Check, plan: &Plan, offered: bool, patient: &Patient) -> Option<&'static str> {
    match check.needs {
        _ if !offered && !plan.all => Some("not advertised"),
        Needs::Own if plan.read_only.is_some() => Some("it would write"),
        Needs::Messages if patient.messages().is_empty() => Some("there are no messages in the mailbox"),
        _ => None,
    }
}

/// Makes one check, from the beginning, and sees whether the connection lives on behind it. What the server gets wrong
/// counts against the first check that meets it.
async fn one(
    patient: &mut Patient,
    report: &mut Report,
    listener: &Listener,
    known: &mut Vec<&'static str>,
) -> Result<(), Error> {
    if let Err(error) = patient.begin().await {
        report.seen = format!("the mailbox cannot be opened: {}", escape_str(&patient.go_on(error)?));
        return Ok(());
    }
    listener.take();
    let start = Instant::now();
    let seen = (report.check.run)(patient).await;
    report.elapsed = Some(start.elapsed());
    let mut seen = match seen {
        Ok(seen) => seen,
        Err(error) => fails(patient.go_on(error)?),
    };
    if let Err(error) = patient.pulse().await {
        seen = fails(format!("{}; behind it the connection is of no use: {}", seen.text, patient.go_on(error)?));
    }
    report.findings = listener.take();
    report.findings.retain(|finding| !known.contains(&finding.code));
    known.extend(report.findings.iter().map(|finding| finding.code));
    // A server that works and says it wrongly does not.
    let works = seen.works.map(|works| works && report.findings.is_empty());
    (report.verdict, report.seen) = (Verdict::of(report.offered, works), escape_str(&seen.text).into_owned());
    Ok(())
}

fn works(text: impl ToString) -> Result<Seen, Error> {
    judge(true, text)
}

fn fails(text: impl ToString) -> Seen {
    Seen { works: Some(false), text: text.to_string() }
}

fn wrong(text: impl ToString) -> Result<Seen, Error> {
    Ok(fails(text))
}

fn untested(text: impl ToString) -> Result<Seen, Error> {
    Ok(Seen { works: None, text: text.to_string() })
}

/// It works if this is so; in either case this was seen.
fn judge(works: bool, text: impl ToString) -> Result<Seen, Error> {
    Ok(Seen { works: Some(works), text: text.to_string() })
}

impl Verdict {
    fn of(offered: bool, works: Option<bool>) -> Verdict {
        match (offered, works) {
            (_, Some(true)) => Verdict::Ok,
            (true, Some(false)) => Verdict::Lies,
            (false, Some(false)) => Verdict::Absent,
            (_, None) => Verdict::NotTried,
        }
    }

    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Ok => "ok",
            Verdict::Lies => "lies",
            Verdict::Absent => "absent",
            Verdict::NotTried => "not tried",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn rows_are_in_form() {
        let ids: BTreeSet<_> = checks().map(|check| check.id).collect();
        assert_eq!(ids.len(), checks().count());
        for check in checks() {
            assert!(check.id.bytes().all(|octet| octet.is_ascii_lowercase() || b"-+".contains(&octet)), "{}", check.id);
            assert!(check.rfc.starts_with("RFC ") && check.rfc.contains('§'), "{}", check.id);
            assert!(!check.asks.ends_with('.') && !check.expects.ends_with('.'), "{}", check.id);
            assert!(check.offered_by.iter().all(|word| *word == word.to_ascii_uppercase()), "{}", check.id);
        }
    }
}
