//! `mailtool imap search QUERY`: what a server is asked, and what is checked here.

use super::{World, asked, need};
use crate::mock::Imap;
use crate::peers::or_skip;

const FOUND: &str = "* SEARCH 1 2\r\n@@ OK";

#[test]
fn queries_against_dovecot() {
    or_skip!(need());
    let world = World::new();
    let found = |query: &[&str]| {
        let outcome = world.imap(&[&["search", "--json", "-q"], query].concat());
        outcome.expect(if query[0] == "flagged" { 1 } else { 0 }).field("uid")
    };
    assert_eq!(found(&["all"]), ["1", "2", "3"]);
    assert_eq!(found(&["subject:adiós"]), ["2"]);
    assert_eq!(found(&["subject:/^ADI/"]), ["2"]);
    assert_eq!(found(&["subject:uno", "OR", "has:attachment"]), ["1", "3"]);
    assert_eq!(found(&["filename:*.pdf", "younger:12h"]), ["3"]);
    assert_eq!(found(&["NOT", "filename:*.pdf"]), ["1", "2"]);
    assert!(found(&["flagged"]).is_empty());
    let plan = world.imap(&["search", "--plan", "-q", "unseen", "filename:*.pdf"]).expect(0);
    assert_eq!(plan.out(), "S: UID SEARCH RETURN (ALL COUNT) UNSEEN\nC: filename:*.pdf on BODYSTRUCTURE of hits\n");
    assert_eq!(world.imap(&["sort", "-size", "filename:*.pdf", "-q"]).expect(0).out(), "3\n");
    assert_eq!(world.imap(&["sort", "arrival", "-q"]).expect(0).out(), "1\n2\n3\n");
    world.imap(&["sort", "arrival", "flagged"]).expect(1);
    assert_eq!(world.imap(&["thread", "subject:adiós", "-q"]).expect(0).out(), "2\n");
    let awaited = world.imap(&["await", "subject:/^adi/", "--for", "5s", "--json", "-q"]).expect(0);
    assert_eq!(awaited.field("uid"), ["2"]);
    world.imap(&["await", "--for", "1s"]).expect(64);
    world.imap(&["await", "flagged", "--for", "1s"]).expect(1);
    assert_eq!(world.imap(&["search", "-q"]).expect(0).out(), "1\n2\n3\n");
    world.imap(&["search", "form:x"]).expect(64).says(&["did you mean from:?", "^^^^"]);
    world.imap(&["search", "subject:/(/"]).expect(64);
    world.imap(&["search", "gmail:x"]).expect(64);
}

#[test]
fn a_charset_that_the_server_does_not_know() {
    let rules = Imap::offering("").once("SEARCH", "@@ NO [BADCHARSET (US-ASCII)] no").on("SEARCH", FOUND).on(
        "FETCH",
        "* 1 FETCH (UID 1 ENVELOPE (NIL \"=?utf-8?q?a=C3=B1o?=\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n\
             * 2 FETCH (UID 2 ENVELOPE (NIL \"ano\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n@@ OK",
    );
    let outcome = asked(rules, &["search", "subject:año"]).expect(0);
    assert_eq!(outcome.out(), "1\n");
    assert!(
        outcome.err().contains("SEARCH CHARSET UTF-8 SUBJECT") && outcome.err().contains("SEARCH ALL"),
        "{outcome}"
    );
}

#[test]
fn a_message_that_is_gone_is_not_found() {
    let fetched = "* 2 FETCH (UID 2 BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1 NIL (\"attachment\" \
        (\"filename\" \"a.pdf\"))))\r\n@@ OK";
    let rules = Imap::offering("").on("SEARCH", FOUND).on("FETCH", fetched);
    assert_eq!(asked(rules, &["search", "filename:a.pdf"]).expect(0).out(), "2\n");
    let rules = Imap::offering("").on("SEARCH", FOUND).on("FETCH", "@@ OK");
    asked(rules, &["search", "filename:a.pdf"]).expect(1);
}
