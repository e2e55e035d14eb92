//! Messages that a query means. POP3 cannot search: each message is read as far as decides it, from its line in LIST,
//! else from its header (TOP), else whole (RETR).

use jiff::Zoned;

use super::{Entry, Error, Pop3, Refusal};
use crate::mime::date_time;
use crate::proto::pop3::{Command, Reply, Verb};
use crate::query::term::Stamp;
use crate::query::{Context, Item, Query, Subject, Term, evaluate, subject};
use crate::transcript::Weight;

/// A query that can be answered from a maildrop. What IMAP compares with the date at which a message was received is
/// compared with its field Date: POP3 tells no other.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    now: Zoned,
    /// Some condition needs the header, and some more than that.
    header: bool,
    whole: bool,
}

/// A condition that nobody can check over POP3.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{term} cannot be told over POP3: {why}")]
pub struct Unanswerable {
    /// The condition.
    pub term: String,
    /// Why not.
    pub why: &'static str,
}

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The messages that are meant.
    pub entries: Vec<Entry>,
    /// What the server said of those that it would not show.
    pub refusals: Vec<Refusal>,
}

/// A message that may be meant.
struct Candidate {
    entry: Entry,
    meant: Option<bool>,
    /// Its header was seen.
    read: bool,
}

impl Search {
    /// Of a query asked at this moment.
    ///
    /// # Errors
    /// The first condition of which POP3 tells nothing.
    pub fn new(query: Query, now: Zoned) -> Result<Search, Unanswerable> {
        let terms = query.terms();
        if let Some((term, why)) = terms.iter().find_map(|term| Some((term, unanswerable(term)?))) {
            return Err(Unanswerable { term: term.to_string(), why });
        }
        let needs = |items: &[Item]| terms.iter().any(|term| Item::of(term).iter().any(|item| items.contains(item)));
        let header = needs(&[Item::Envelope, Item::Headers, Item::InternalDate]);
        let whole = needs(&[Item::Structure, Item::Body]);
        Ok(Search { query, now, header, whole })
    }

    /// Decides on one message, if what is known of it does.
    fn judge(&self, entry: &Entry, read: Subject, last: Option<u32>) -> Option<bool> {
        let internal_date = read.envelope.iter().flatten().find(|field| field.name == "date");
        let internal_date = internal_date.and_then(|date| date_time::parse(date.value.as_bytes()).0);
        let subject = Subject { sequence: Some(entry.number), size: entry.octets, internal_date, ..read };
        evaluate(&self.query, &subject, &Context { now: &self.now, last_uid: None, last_sequence: last }).ok()
    }
}

/// Why nothing that POP3 shows decides this.
fn unanswerable(term: &Term) -> Option<&'static str> {
    match term {
        Term::Flag(_) | Term::Keyword(_) => Some("it has no flags"),
        Term::Date(Stamp::Saved, ..) => Some("it knows no mailboxes into which a message is saved"),
        Term::Uid(_) => Some("it has no UIDs; a unique-id is a SEL, uidl:ABC"),
        Term::Modseq(_) => Some("it counts no changes"),
        Term::EmailId(_) | Term::ThreadId(_) => Some("it has no such identifiers"),
        Term::Label(_) | Term::Gmail(_) | Term::Raw(_) => Some("only an IMAP server can be asked that"),
        _ => None,
    }
}

impl Pop3 {
    /// Which of these messages are meant, in their order; `last` is the highest number in the maildrop. A message that
    /// the server would not show is passed over and told, and so is one without the date that the query needs.
    ///
    /// # Errors
    /// The connection's.
    pub async fn search(&mut self, search: &Search, entries: Vec<Entry>, last: Option<u32>) -> Result<Found, Error> {
        let known = |entry: &Entry| search.judge(entry, Subject::default(), last);
        let mut candidates: Vec<Candidate> =
            entries.into_iter().map(|entry| Candidate { meant: known(&entry), entry, read: false }).collect();
        if search.header && self.offered.as_ref().is_none_or(|offered| offered.has("TOP")) {
            let open = candidates.iter_mut().filter(|candidate| candidate.meant.is_none()).collect();
            // What TOP is refused for, RETR may show.
            self.look(Verb::Top, search, open, last).await?;
        }
        let open = |candidate: &&mut Candidate| candidate.meant.is_none() && (search.whole || !candidate.read);
        let open: Vec<_> = candidates.iter_mut().filter(open).collect();
        if !open.is_empty() {
            let messages =
                if open.len() == 1 { "1 message is".to_owned() } else { format!("{} messages are", open.len()) };
            let text = format!("{messages} fetched whole to answer the query; the server may take that for reading");
            self.session.note(Weight::Info, text);
        }
        let refusals = self.look(Verb::Retr, search, open, last).await?;
        refusals.iter().for_each(|refusal| self.remark(refusal.to_string()));
        self.tell_undated(&candidates);
        let meant = candidates.into_iter().filter(|candidate| candidate.meant == Some(true));
        Ok(Found { entries: meant.map(|candidate| candidate.entry).collect(), refusals })
    }

    /// Reads messages, one flight for all of them, and decides on each; what was refused.
    async fn look(
        &mut self,
        verb: Verb,
        search: &Search,
        candidates: Vec<&mut Candidate>,
        last: Option<u32>,
    ) -> Result<Vec<Refusal>, Error> {
        let command = |candidate: &&mut Candidate| match verb {
            Verb::Top => Command::with(verb, [candidate.entry.number, 0]),
            _ => Command::with(verb, [candidate.entry.number]),
        };
        let commands: Vec<Command> = candidates.iter().map(command).collect();
        let (mut candidates, mut refusals) = (candidates.into_iter(), Vec::new());
        self.flight(commands, async |pop3, command| {
            let Some(candidate) = candidates.next() else { return Ok(()) };
            let reply = match pop3.reply(command).await {
                Err(Error::Refused(refusal)) => {
                    refusals.push(refusal);
                    return Ok(());
                }
                reply => reply?,
            };
            let read = pop3.subject(command, &reply).await?;
            candidate.meant = search.judge(&candidate.entry, read, last);
            candidate.read = true;
            Ok::<(), Error>(())
        })
        .await?;
        Ok(refusals)
    }

    /// What a message tells that is shown now; behind TOP, what its header does.
    async fn subject(&mut self, command: &Command, reply: &Reply) -> Result<Subject, Error> {
        let mut reader = subject::Reader::default();
        self.content(command, reply, &mut |octets| {
            reader.push(octets);
            Ok(())
        })
        .await?;
        let read = reader.finish();
        Ok(match command.verb {
            Verb::Top => Subject { header: read.header, envelope: read.envelope, ..Subject::default() },
            _ => read,
        })
    }

    /// What was read and is not decided has no date to compare.
    fn tell_undated(&self, candidates: &[Candidate]) {
        let undated = |candidate: &&Candidate| candidate.read && candidate.meant.is_none();
        let mut undated = candidates.iter().filter(undated).map(|candidate| candidate.entry.number);
        let Some(number) = undated.next() else { return };
        let more = undated.count();
        let others = if more == 0 { String::new() } else { format!(" (nor have {more} others)") };
        self.remark(format!("message {number} has no date to be compared{others}: it is passed over"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(query: &str) -> Result<Search, String> {
        let now = "2026-11-23T12:00:00+00:00[UTC]".parse().expect("a moment");
        Search::new(crate::query::parse(query).expect(query), now).map_err(|error| error.to_string())
    }

    #[test]
    fn a_query_says_how_much_of_a_message_it_needs() {
        for (query, header, whole) in [
            ("all", false, false),
            ("larger:5M seq:1:3", false, false),
            ("older:30d", true, false),
            ("since:2026-01-01 OR list:x", true, false),
            ("has:attachment", false, true),
            ("from:ana -body:x", true, true),
            ("fuzzy:x", true, true),
        ] {
            let search = search(query).expect(query);
            assert_eq!((search.header, search.whole), (header, whole), "{query}");
        }
    }

    #[test]
    fn what_pop3_cannot_tell_is_named() {
        for (query, term) in [
            ("larger:1 unseen", "seen"),
            ("keyword:$Junk", "keyword:$Junk"),
            ("saved-since:2026-01-01", "saved-since:2026-01-01"),
            ("uid:1", "uid:1"),
            ("modseq:1", "modseq:1"),
            ("a OR emailid:x", "emailid:x"),
            ("-threadid:x", "threadid:x"),
            ("label:x", "label:x"),
            ("gmail:x", "gmail:x"),
            ("imap:SEEN", "imap:SEEN"),
        ] {
            let error = search(query).expect_err(query);
            assert!(error.starts_with(&format!("{term} cannot be told over POP3: ")), "{error}");
        }
    }

    #[test]
    fn dates_are_those_of_the_field_date() {
        let entry = Entry { number: 7, octets: Some(100), unique_id: None };
        let with = |date: &str| Subject::of_message(format!("{date}\r\n\r\n").as_bytes());
        let judged = |query: &str, date: &str| search(query).expect(query).judge(&entry, with(date), Some(7));
        let date = "Date: Thu, 22 Oct 2026 12:00:00 +0200";
        for (query, meant) in [
            ("older:30d", true),
            ("younger:30d", false),
            ("on:2026-10-22", true),
            ("before:2026-10-22", false),
            ("sent-since:2026-10-22", true),
            ("seq:* larger:99", true),
        ] {
            assert_eq!(judged(query, date), Some(meant), "{query}");
        }
        assert_eq!(judged("older:30d", "Date: tomorrow"), None);
        assert_eq!(judged("-younger:30d", "Subject: none"), None);
        assert_eq!(judged("older:30d larger:100", "Subject: none"), Some(false));
    }
}
