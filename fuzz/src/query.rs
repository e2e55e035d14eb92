//! Queries: whatever is read is shown as what reads back, and any server can be asked for it or says why not; every
//! place of an error is in the text. A message is searched whatever it holds.

use jiff::Zoned;
use mailtool::query::compile::Piece;
use mailtool::query::subject::Reader;
use mailtool::query::{
    Capabilities, Context, Item, Plan, Query, Subject, Unknown, compile, evaluate, parse, parse_words,
};

/// The most octets of a command for one of the query: names of keys grow, and a term may stand for two.
const MOST: usize = 40;

/// The first line is a query, what is behind it a message; both may be anything.
pub fn check(octets: &[u8]) {
    let end = octets.iter().position(|octet| *octet == b'\n').unwrap_or(octets.len());
    let (text, message) = octets.split_at(end);
    let text = String::from_utf8_lossy(text);
    let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let query = match parse(&text) {
        Ok(query) => query,
        Err(error) => {
            assert!(error.column <= text.chars().count() + 1, "{error}");
            assert!(error.to_string().chars().all(|c| c == '\n' || !c.is_control()), "{error}");
            return;
        }
    };
    // Without blanks in them, words are the text again.
    if !text.contains(|c: char| c.is_whitespace() && c != ' ') {
        assert_eq!(parse_words(&words).as_ref(), Ok(&query), "{text:?}");
    }
    assert_eq!(parse(&query.to_string()).as_ref(), Ok(&query), "{query}");
    let subject = subject(message);
    let now: Zoned = "2026-11-23T10:00:00+01:00[+01:00]".parse().expect("a moment");
    for bits in 0..8 {
        let on = |bit: u8| bits >> bit & 1 == 1;
        let offer = Capabilities { within: on(0), utf8: on(1), charset_unavailable: on(2), ..Capabilities::default() };
        if let Ok(plan) = compile(&query, &offer, &now) {
            judge(&plan, &text, &query, &subject, &now);
        }
    }
}

fn judge(plan: &Plan, text: &str, query: &Query, subject: &Subject, now: &Zoned) {
    let pieces = plan.server.pieces().iter();
    let octets: usize = pieces
        .clone()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Literal(text) => text.len(),
        })
        .sum();
    assert!(octets <= MOST * (text.len() + 1), "{octets} octets of {query}");
    for piece in pieces {
        let (text, refused): (_, &[char]) = match piece {
            Piece::Text(text) => (text, &['\0', '\r', '\n']),
            Piece::Literal(text) => (text, &['\0']),
        };
        assert!(!text.contains(refused), "{text:?}");
    }
    assert!(plan.lines().iter().all(|line| line.chars().all(|c| !c.is_control())), "{:?}", plan.lines());
    let context = Context { now, last_uid: None, last_sequence: None };
    let answer = plan.residue.as_ref().map(|residue| evaluate(residue, subject, &context));
    // Octets tell no flags and dates of a server, but everything else.
    let own = |item: &Item| matches!(item, Item::Envelope | Item::Headers | Item::Body | Item::Structure | Item::Size);
    match answer {
        Some(Err(Unknown::Missing(item))) => assert!(!own(&item) && plan.needs.contains(&item), "{item:?} of {query}"),
        Some(Err(Unknown::OnlyServer(term))) => panic!("{term} is left of {query}"),
        Some(Ok(_)) | None => {}
    }
}

/// The facts do not depend on the cut.
fn subject(message: &[u8]) -> Subject {
    let whole = Subject::of_message(message);
    for cut in super::cuts(message) {
        let mut reader = Reader::default();
        cut.iter().for_each(|piece| reader.push(piece));
        assert_eq!(reader.finish(), whole, "in {} pieces", cut.len());
    }
    whole
}
