use super::super::frame::CHUNK;
use super::*;
use crate::proto::trial::{self, codes, meanings, secrets};
use crate::proto::{Dialogue as _, Meaningful};

const C: Side = Side::Client;
const S: Side = Side::Server;

/// The same at any step, with no octet lost.
fn whole(script: &[(Side, &[u8])]) -> Vec<Turn<Message>> {
    let steps = [1, 2, 3, 5, 7, 13, 31, 64, 1000, CHUNK + 1];
    trial::whole(Dialogue::new, script, &steps)
}

#[test]
fn a_session() {
    let script: [(Side, &[u8]); 9] = [
        (S, b"* OK [CAPABILITY IMAP4rev1 LITERAL+] ready\r\n"),
        (C, b"a1 LOGIN pepe goloso\r\n"),
        (S, b"a1 OK [CAPABILITY IMAP4rev1 IDLE] logged in\r\n"),
        (C, b"a2 SELECT INBOX\r\na3 UID FETCH 1:* (FLAGS BODY.PEEK[])\r\n"),
        (S, b"* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY 5] x\r\na2 OK [READ-WRITE] done\r\n"),
        (S, b"* 1 FETCH (FLAGS () BODY[] {23}\r\na3 OK forged\r\na3 NO x\r\n UID 7)\r\na3 OK fetched\r\n"),
        (C, b"a4 LOGOUT\r\n"),
        (S, b"* BYE bye\r\na4 OK out\r\n"),
        (S, b"a9 OK late\r\n+ what\r\n"),
    ];
    let turns = whole(&script);
    assert_eq!(
        meanings(&turns),
        [
            "OK",
            "LOGIN",
            "OK to LOGIN",
            "SELECT",
            "UID FETCH",
            "EXISTS",
            "FLAGS",
            "OK",
            "OK to SELECT",
            "FETCH",
            "OK to FETCH",
            "LOGOUT",
            "BYE",
            "OK to LOGOUT",
            "OK unasked",
            "+ unasked",
        ]
    );
    assert_eq!(secrets(&turns), ["goloso"]);
    assert_eq!(codes(&turns), ["unknown-tag", "unasked-continuation"]);
    let mut dialogue = Dialogue::new();
    for (side, octets) in &script[..3] {
        dialogue.feed(*side, octets);
    }
    assert_eq!(dialogue.capabilities(), ["IMAP4REV1", "IDLE"]);
}

#[test]
fn a_tag_with_nothing_behind_it_is_answered_too() {
    let script: [(Side, &[u8]); 3] = [(S, b"* OK\r\n"), (C, b"NONSENSE\r\n"), (S, b"NONSENSE BAD what?\r\n")];
    let turns = whole(&script);
    assert_eq!(codes(&turns), [""; 0], "the server is right");
    assert!(matches!(turns.last().map(|turn| &turn.message), Some(Message::Response { to: Some(_), .. })));
}

#[test]
fn literals_wait_for_leave() {
    let script: [(Side, &[u8]); 8] = [
        (S, b"* OK\r\n"),
        (C, b"a LOGIN {4}\r\n"),
        (S, b"+ go\r\n"),
        (C, b"pepe {6}\r\n"),
        (S, b"+ go\r\n"),
        (C, b"goloso\r\nb APPEND x {3+}\r\nabc\r\n"),
        (S, b"a NO goloso?\r\nb OK\r\n"),
        (C, b"c NOOP\r\n"),
    ];
    let turns = whole(&script);
    assert_eq!(
        meanings(&turns),
        [
            "OK",
            "LOGIN, a literal follows",
            "+ to LOGIN",
            "LOGIN, a literal follows",
            "+ to LOGIN",
            "LOGIN",
            "APPEND",
            "NO to LOGIN",
            "OK to APPEND",
            "NOOP",
        ]
    );
    assert_eq!(secrets(&turns), ["goloso", "goloso"]);
    // What was refused is not sent, and a command comes instead of it.
    let script: [(Side, &[u8]); 5] = [
        (S, b"* OK\r\n"),
        (C, b"a APPEND x {5}\r\n"),
        (S, b"a NO [TRYCREATE] no such mailbox\r\n"),
        (C, b"b NOOP\r\n"),
        (S, b"b OK\r\n"),
    ];
    let refused = whole(&script);
    assert_eq!(meanings(&refused)[1..], ["APPEND, a literal follows", "NO to APPEND", "NOOP", "OK to NOOP"]);
}

#[test]
fn large_literals_stream_in_both_directions() {
    let content = vec![b'x'; 100_000];
    let append = [b"a APPEND x {100000}\r\n".as_slice(), &content, b"\r\n"].concat();
    let (head, body) = append.split_at(21);
    let fetched = [b"* 3 FETCH (UID 9 BODY[1] {100000}\r\n".as_slice(), &content, b" FLAGS (\\Seen))\r\n"].concat();
    let script: [(Side, &[u8]); 5] = [(S, b"* OK\r\n"), (C, head), (S, b"+ go\r\n"), (C, body), (S, &fetched)];
    let turns = whole(&script);
    let meanings = meanings(&turns);
    assert_eq!(meanings[1..4], ["APPEND, a literal follows", "+ to APPEND", "content"]);
    assert_eq!(meanings[7..9], ["APPEND", "FETCH BODY[1], a literal follows"]);
    let heads: Vec<_> = turns
        .iter()
        .filter_map(|turn| if let Message::ResponseHead { item, .. } = &turn.message { item.clone() } else { None })
        .collect();
    assert_eq!(heads, [(3, "BODY[1]".to_owned())]);
    assert_eq!(meanings.last().map(String::as_str), Some("FETCH"));
    assert!(turns.iter().all(|turn| turn.octets.len() <= CHUNK && turn.secret.is_empty()));
}

#[test]
fn authentication_and_idle_take_lines_of_their_own() {
    let script: [(Side, &[u8]); 13] = [
        (S, b"* OK\r\n"),
        (C, b"a AUTHENTICATE LOGIN\r\n"),
        (S, b"+ VXNlcm5hbWU6\r\n"),
        (C, b"cGVwZQ==\r\n"),
        (S, b"+ UGFzc3dvcmQ6\r\n"),
        (C, b"Z29sb3Nv\r\n"),
        (S, b"a OK\r\n"),
        (C, b"b AUTHENTICATE PLAIN AHBlcGUAZ29sb3Nv\r\n"),
        (S, b"b NO I heard goloso\r\n"),
        (C, b"c IDLE\r\n"),
        (S, b"+ idling\r\n* 4 EXISTS\r\n"),
        (C, b"DONE\r\nd NOOP\r\n"),
        (S, b"c OK\r\nd OK\r\n"),
    ];
    let turns = whole(&script);
    assert_eq!(
        meanings(&turns)[9..],
        ["IDLE", "+ to IDLE", "EXISTS", "DONE", "NOOP", "OK to IDLE", "OK to NOOP"].map(str::to_owned)[..]
    );
    assert_eq!(secrets(&turns), ["cGVwZQ==", "Z29sb3Nv", "AHBlcGUAZ29sb3Nv", "goloso"]);
    assert!(codes(&turns).is_empty(), "{:?}", codes(&turns));
}

#[test]
fn what_may_be_a_secret_is_masked() {
    let script: [(Side, &[u8]); 4] = [
        (S, b"* OK\r\n"),
        (C, b"a LOGON pepe goloso\r\nLOGIN pepe goloso\r\nb LOGIN \"pepe goloso\r\nc goloso\r\n"),
        (S, b"a BAD LOGON\r\n* BAD what\r\nb BAD\r\nc BAD goloso?\r\n"),
        (C, b"d NOOP\r\n"),
    ];
    let turns = whole(&script);
    let shown: Vec<_> = turns
        .iter()
        .map(|turn| {
            let mut octets = turn.octets.to_vec();
            turn.secret.iter().rev().for_each(|range| drop(octets.splice(range.clone(), *b"*")));
            String::from_utf8_lossy(&octets).into_owned()
        })
        .collect();
    assert!(!shown.concat().contains("goloso"), "{shown:?}");
}

#[test]
fn starttls_and_compression_hand_back_what_stands_behind_them() {
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"* OK\r\n");
    dialogue.feed(C, b"a STARTTLS\r\nb LOGIN\r\n");
    let fed = dialogue.feed(S, b"a OK go\r\nb OK injected\r\n");
    let behind = (Bytes::from_static(b"b LOGIN\r\n"), Bytes::from_static(b"b OK injected\r\n"));
    assert_eq!(fed, Fed::Upgrade { client: behind.0, server: behind.1 });
    dialogue.secured();
    dialogue.feed(C, b"c COMPRESS DEFLATE\r\n");
    dialogue.feed(S, b"c OK\r\n\x00\x01");
    let told: Vec<_> = std::iter::from_fn(|| dialogue.next()).collect();
    assert_eq!(meanings(&told), ["OK", "STARTTLS", "OK to STARTTLS", "COMPRESS", "OK to COMPRESS"]);
    assert_eq!(dialogue.compressed(), Some((Bytes::new(), Bytes::from_static(b"\x00\x01"))));
    dialogue.feed(C, b"d NOOP\r\n");
    assert_eq!(dialogue.next().map(|turn| turn.message.meaning().text.into_owned()).as_deref(), Some("NOOP"));
}

#[test]
fn a_server_that_does_not_keep_to_the_rules() {
    let script: [(Side, &[u8]); 4] = [
        (C, b"a NOOP\r\n"),
        (S, b"* 1 EXISTS\r\n"),
        (C, b"x\r\n+ y\r\n"),
        (S, b"nonsense\r\n* 1 FETCH (UID 3\r\n\0\0* OK x\r\na OK\r\n"),
    ];
    let turns = whole(&script);
    assert_eq!(codes(&turns)[..2], ["early-talker", "bad-greeting"]);
    assert_eq!(meanings(&turns).last().map(String::as_str), Some("OK to NOOP"));
}
