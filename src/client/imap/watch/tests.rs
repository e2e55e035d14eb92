//! What is told by numbers is told on by UIDs, and nothing twice.

use super::known::Known;
use super::{Event, News, Noticed};
use crate::client::imap::{Error, Mailbox};
use crate::proto::imap::{Data, Fetch, Item, Names};

/// What was told, in words.
type Told = Vec<String>;

fn words(news: News<'_>) -> String {
    match news.event {
        Event::New(fetch) => format!("new {:?}", fetch.uid()),
        Event::Flags { number, uid, flags } => format!("flags {number} {uid:?} {}", flags.len()),
        Event::Gone { number, uid } => format!("gone {number:?} {uid:?}"),
        Event::Renumbered { was } => format!("renumbered {was:?}"),
    }
}

/// A mailbox with these UIDs, looked into.
fn known(uids: &[u32]) -> Known {
    let (exists, next) = (u32::try_from(uids.len()).expect("few"), uids.last().map(|uid| uid + 1));
    let mut known = Known::new("INBOX");
    let mailbox = Mailbox { exists, uid_validity: Some(7), uid_next: next, ..Mailbox::default() };
    let tell = &mut |news: News<'_>| -> Result<(), Error> { panic!("{}", words(news)) };
    assert!(!known.begin(&mailbox, tell).expect("no error"));
    known.replace(uids.to_vec(), tell).expect("no error");
    known
}

fn take(known: &mut Known, data: &[Data]) -> Told {
    let mut told = Vec::new();
    for data in data {
        known
            .take(data, &mut |news| {
                told.push(words(news));
                Ok(())
            })
            .expect("no error");
    }
    told
}

fn fetch(number: u32, uid: Option<u32>, flags: &[&str]) -> Data {
    let flags = Item::Flags(flags.iter().map(|flag| flag.as_bytes().to_vec()).collect());
    Data::Fetch(Fetch { number, items: uid.map(Item::Uid).into_iter().chain([flags]).collect() })
}

#[test]
fn numbers_move_up_when_messages_go() {
    let mut known = known(&[11, 12, 13, 14]);
    let gone = take(&mut known, &[Data::Expunge(2), Data::Expunge(2), Data::Expunge(1)]);
    assert_eq!(gone, ["gone Some(2) Some(12)", "gone Some(2) Some(13)", "gone Some(1) Some(11)"]);
    assert_eq!(take(&mut known, &[fetch(1, None, &["\\Seen"])]), ["flags 1 Some(14) 1"]);
    assert!(!known.stale && !known.is_behind());
}

#[test]
fn flags_are_told_once() {
    let mut known = known(&[11, 12]);
    let seen = fetch(1, None, &["\\Seen", "x"]);
    assert_eq!(take(&mut known, &[seen.clone(), seen]).len(), 1);
    // In another order, in capitals, with what says nothing that lasts.
    assert_eq!(take(&mut known, &[fetch(1, Some(11), &["X", "\\Recent", "\\seen"])]), Told::new());
    assert_eq!(take(&mut known, &[fetch(1, Some(11), &[])]).len(), 1);
}

#[test]
fn a_message_that_came_is_news_once_and_its_flags_are_none() {
    let mut known = known(&[11, 12]);
    assert_eq!(take(&mut known, &[Data::Exists(3), fetch(3, Some(20), &["\\Seen"])]), Told::new());
    assert!(known.is_behind());
    let Data::Fetch(new) = fetch(3, Some(20), &["\\Seen"]) else { panic!("no FETCH") };
    assert!(known.arrived(&new, 20) && !known.arrived(&new, 20) && !known.is_behind());
    assert_eq!(take(&mut known, &[Data::Expunge(3)]), ["gone Some(3) Some(20)"]);
    // One that came and went before it was seen is told by nobody.
    assert_eq!(take(&mut known, &[Data::Exists(3), Data::Expunge(3)]), Told::new());
    assert!(!known.is_behind());
}

#[test]
fn what_cannot_be_is_looked_into_again() {
    for data in [Data::Expunge(0), Data::Expunge(9), Data::Exists(1), fetch(1, Some(12), &[])] {
        let mut known = known(&[11, 12]);
        take(&mut known, std::slice::from_ref(&data));
        assert!(known.stale, "{data:?}");
    }
}

#[test]
fn what_happened_between_two_connections() {
    let mut known = known(&[11, 12, 13]);
    let mut told = Vec::new();
    let tell = &mut |news: News<'_>| {
        told.push(words(news));
        Ok(())
    };
    let mailbox = Mailbox { exists: 3, uid_validity: Some(7), uid_next: Some(16), ..Mailbox::default() };
    assert!(known.begin(&mailbox, tell).expect("no error"));
    known.replace(vec![11, 13, 15], tell).expect("no error");
    assert!(known.is_behind() && known.next == 14);
    let mailbox = Mailbox { uid_validity: Some(8), ..mailbox };
    assert!(!known.begin(&mailbox, tell).expect("no error"));
    assert!(!known.is_behind() && known.next == 16);
    assert_eq!(told, ["gone None Some(12)", "renumbered Some(7)"]);
}

#[test]
fn what_a_server_counts_is_not_made_room_for() {
    let mut known = known(&[11, 12]);
    take(&mut known, &[Data::Exists(300_000)]);
    known.resign();
    assert!(!known.is_behind());
    // In a mailbox so large what goes is told by its number.
    assert_eq!(take(&mut known, &[Data::Expunge(1)]), ["gone Some(1) None"]);
}

#[test]
fn what_nobody_watches_is_not_noticed() {
    let mut noticed = Noticed::default();
    for n in 0..1000 {
        noticed.note(b"a", &[(format!("X{n}"), n), ("MESSAGES".to_owned(), n)], Names::Utf7);
    }
    let text = format!("{noticed:?}");
    assert!(text.contains("\"MESSAGES\": 999") && !text.contains("X1"), "{text}");
}
