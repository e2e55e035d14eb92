//! Queries that Dovecot answers and we do, of the same messages: what it finds, checked for what is left, is what we
//! find without it.

mod letters;

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, SystemTime};

use jiff::Zoned;
use mailtool::mime::date_time;
use mailtool::query::compile::Piece;
use mailtool::query::{Capabilities, Context, Plan, Query, Subject, compile, evaluate, parse};

use super::session::{Item, Session};
use crate::peers::dovecot::{self, ALICIA, Dovecot, Options};
use crate::peers::or_skip;

/// What is looked for. Every kind of key that Dovecot 2.3 has is among it.
const QUERIES: &[&str] = &[
    "all",
    "lunch",
    "\"lunch at\"",
    "LUNCH -seen",
    "from:bob",
    "from:\"Bob Example\"",
    "from:\"bob@x.test\"",
    "from:\"Example <bob\"",
    "from:josé",
    "FROM:JOSÉ",
    "to:alicia",
    "to:friends",
    "cc:carol",
    "bcc:dave",
    "subject:report",
    "subject:\"año nuevo\"",
    "subject:AÑO",
    "subject:\"folded subject line\"",
    "subject:漢字",
    "body:needle",
    "body:señor",
    "body:attached",
    "body:\"split by a soft break\"",
    "body:\"<b>bold\"",
    "body:Subject",
    "body:inner",
    "body:\"body within\"",
    "text:\"application/pdf\"",
    "text:\"content-type: image\"",
    "text:inner",
    "text:x-mailer",
    "\"x-mailer: mutt\"",
    "text:cG5n",
    "header:X-Mailer",
    "header:X-Mailer=MUTT",
    "header:X-Mailer=pine",
    "header:x-empty",
    "header:X-Empty=a",
    "msgid:<7@x.test>",
    "list:users.x.test",
    "since:2d",
    "before:2d",
    "on:yesterday",
    "since:today",
    "-since:1w seen",
    "sent-on:2026-03-01",
    "sent-since:2026-03-01",
    "sent-before:2026-03-01",
    "older:3d",
    "younger:36h",
    "larger:2k",
    "smaller:300",
    "seen",
    "unseen",
    "flagged OR answered",
    "-(seen OR flagged)",
    "draft",
    "deleted",
    "undeleted unanswered",
    "keyword:$Work",
    "unkeyword:$work seen",
    "uid:3:7,59:*",
    "seq:*,1",
    "uid:100:*",
    "(from:bob OR from:carol) (seen OR larger:1k)",
    "from:bob OR from:carol OR flagged OR subject:report",
    "-(from:bob -(seen OR -subject:report))",
    "has:attachment",
    "filename:*.pdf seen",
    "type:image OR from:carol",
    "-type:text/plain",
    "subject:/^report [0-9]+$/",
    "imap:'OR SEEN (FLAGGED NOT ANSWERED)'",
];

/// What no message is meant by, or every one.
const IDLE: &[&str] = &["all", "body:Subject", "body:inner", "text:cG5n", "header:X-Mailer=pine", "header:X-Empty=a"];

/// Where Dovecot answers something else, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    (
        "from:\"Example <bob\"",
        "the quotes of a name are no part of it (RFC 5322 §3.2.4), and an envelope has none; Dovecot puts them around \
         every name with a blank",
    ),
    (
        "sent-before:2026-03-01",
        "a message without a Date was not sent before any day: there is no field that is earlier (RFC 9051 §6.4.4); \
         Dovecot takes it for one of 1970",
    ),
];

/// The messages as both see them.
struct Mailbox {
    session: Session,
    subjects: Vec<Subject>,
    offer: Capabilities,
    now: Zoned,
}

impl Mailbox {
    /// Puts the messages where Dovecot finds them, and asks what only it can tell.
    fn open(dovecot: &Dovecot) -> Mailbox {
        let mut session = Session::open(dovecot.imap, ALICIA);
        let letters = letters::letters();
        for (n, letter) in letters.iter().enumerate() {
            let file = dovecot.maildir(ALICIA.0).join("cur").join(format!("{n:010}.x.test:2,{}", letter.flags));
            fs::write(&file, &letter.octets).expect("a file in the Maildir");
            fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o666)).expect("a mode");
            // Half an hour from where a whole number of hours divides them.
            let received = SystemTime::now() - Duration::from_secs(letter.hours * 3600 + 1800);
            fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(received)).expect("a time");
        }
        session.command("SELECT INBOX");
        session.command("UID STORE 2,4:6 +FLAGS.SILENT ($Work)");
        let capability = session.command("CAPABILITY").concat();
        let offer = Capabilities::of(String::from_utf8_lossy(&capability).split(' '));
        let told = session.fetch("(FLAGS INTERNALDATE RFC822.SIZE)");
        assert_eq!(told.len(), letters.len());
        let subjects = letters.iter().zip(told).zip(1..).map(|((letter, told), n)| subject(&letter.octets, &told, n));
        Mailbox { session, subjects: subjects.collect(), offer, now: Zoned::now() }
    }

    /// The UIDs that Dovecot finds.
    fn found(&mut self, plan: &Plan) -> BTreeSet<u32> {
        let mut command = "UID SEARCH ".to_owned();
        command.extend(plan.charset.map(|charset| format!("CHARSET {} ", charset.name())));
        for piece in plan.server.pieces() {
            match piece {
                Piece::Text(text) => command.push_str(text),
                Piece::Literal(text) => command.push_str(&format!("{{{}+}}\r\n{text}", text.len())),
            }
        }
        let responses = self.session.command(&command);
        let lines = responses.iter().map(|response| String::from_utf8_lossy(response).into_owned());
        let numbers = lines.filter_map(|line| line.strip_prefix("* SEARCH").map(str::to_owned));
        numbers
            .flat_map(|line| line.split_whitespace().map(|uid| uid.parse().expect("a UID")).collect::<Vec<_>>())
            .collect()
    }

    /// The UIDs of what the query means.
    fn meant(&self, query: &Query) -> BTreeSet<u32> {
        let last = u32::try_from(self.subjects.len()).ok();
        let context = Context { now: &self.now, last_uid: last, last_sequence: last };
        let holds = |subject: &&Subject| evaluate(query, subject, &context).expect("all is known");
        self.subjects.iter().filter(holds).filter_map(|subject| subject.uid).collect()
    }
}

/// What the octets tell, and the server.
fn subject(octets: &[u8], told: &[Item], n: u32) -> Subject {
    let [_, Item::List(flags), _, Item::String(date), _, Item::Word(size)] = told else { panic!("{told:?}") };
    let flags = flags.iter().map(|flag| match flag {
        Item::Word(flag) => flag.clone(),
        other => panic!("{other:?}"),
    });
    let read = Subject::of_message(octets);
    assert_eq!(read.size, size.parse().ok(), "RFC822.SIZE of {}", octets.escape_ascii());
    let internal_date = date_time::parse(date).0;
    Subject { uid: Some(n), sequence: Some(n), flags: Some(flags.collect()), internal_date, ..read }
}

#[test]
fn what_dovecot_finds_is_what_is_meant() {
    or_skip!(dovecot::need());
    let dovecot = Dovecot::start(&Options::default());
    let mut mailbox = Mailbox::open(&dovecot);
    assert_eq!(mailbox.subjects.len(), 60);
    let (mut wrong, mut differing, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for text in QUERIES {
        let query = parse(text).unwrap_or_else(|error| panic!("{error}"));
        let offers =
            [mailbox.offer, Capabilities::default(), Capabilities { charset_unavailable: true, ..mailbox.offer }];
        let raw = text.starts_with("imap:");
        let meant =
            mailbox.meant(&if raw { parse("seen OR (flagged unanswered)").expect("a query") } else { query.clone() });
        for offer in offers {
            let plan = compile(&query, &offer, &mailbox.now).unwrap_or_else(|error| panic!("{text}: {error}"));
            let left = plan.residue.as_ref().map(|residue| mailbox.meant(residue));
            let found = mailbox.found(&plan);
            let theirs: BTreeSet<u32> =
                found.iter().copied().filter(|uid| left.as_ref().is_none_or(|left| left.contains(uid))).collect();
            if theirs != meant {
                differing.push(*text);
                let more: Vec<_> = theirs.difference(&meant).collect();
                let less: Vec<_> = meant.difference(&theirs).collect();
                wrong.push(format!("{text} ({}): Dovecot alone {more:?}, we alone {less:?}", plan.server));
            }
        }
        // A query that finds nothing, or everything, proves little.
        if !(1..mailbox.subjects.len()).contains(&meant.len()) {
            idle.push(*text);
        }
    }
    assert_eq!(idle, IDLE);
    let known: BTreeSet<&str> = DIFFERENCES.iter().map(|(query, _)| *query).collect();
    assert_eq!(differing.into_iter().collect::<BTreeSet<_>>(), known, "\n{}", wrong.join("\n"));
}
