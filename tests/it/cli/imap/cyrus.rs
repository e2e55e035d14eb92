//! Cyrus is the second judge: `imap doctor` finds it truthful, and what is asked of both is answered by both alike.
//!
//! Who judges what of the extensions that the client uses, or reads and tells. Where it is neither, there are only
//! conversations and answers of our own:
//!
//! | extension | Dovecot 2.3 | Cyrus 3.6 |
//! |---|---|---|
//! | IDLE, LITERAL+, SASL-IR, ID, ENABLE, NAMESPACE, UNSELECT, UIDPLUS, MOVE, MULTIAPPEND | yes | yes |
//! | CONDSTORE, QRESYNC, ESEARCH, ESORT, SORT, SORT=DISPLAY, THREAD, WITHIN | yes | yes |
//! | LIST-EXTENDED, LIST-STATUS, STATUS=SIZE, CHILDREN, BINARY, CATENATE, PREVIEW, SAVEDATE | yes | yes |
//! | ACL, QUOTA, METADATA, COMPRESS=DEFLATE | by plugins | yes |
//! | SPECIAL-USE | where it is configured | yes |
//! | SEARCHRES, NOTIFY, CONTEXT=SEARCH, URL-PARTIAL | yes | no |
//! | LITERAL- | not advertised, but understood | no |
//! | CREATE-SPECIAL-USE, APPENDLIMIT, OBJECTID, LIST-MYRIGHTS, LIST-METADATA, XLIST | no | yes |
//! | IMAP4rev2, UTF8=ACCEPT, PARTIAL, REPLACE, INPROGRESS, MESSAGELIMIT, UIDONLY, UIDBATCHES | no | no |
//! | MULTISEARCH, FILTERS, JMAPACCESS, UNAUTHENTICATE, LANGUAGE, X-GM-EXT-1 | no | no |
//! | AUTH=PLAIN, LOGIN, CRAM-MD5, DIGEST-MD5, SCRAM-SHA-1, SCRAM-SHA-256 | yes | yes |
//! | AUTH=EXTERNAL, ANONYMOUS, the -PLUS kinds of SCRAM, XOAUTH2, OAUTHBEARER | no | no |

use serde_json::Value;

use super::super::{Mailtool, Outcome, Room};
use super::{message, with_files};
use crate::peers::ca::Authority;
use crate::peers::cyrus::{self, Cyrus};
use crate::peers::dovecot::{ALICIA, Dovecot, Options};
use crate::peers::{self, or_skip};

fn imap(port: u16, args: &[&str]) -> Outcome {
    let login = ["-s", &format!("imap://127.0.0.1:{port}"), "-u", ALICIA.0, "--password-env", "SECRET"];
    let quick = ["--timeout", "10", "--auth", "plain"];
    Mailtool::new(["imap"]).args(login).args(quick).args(args).env("SECRET", ALICIA.1).run()
}

fn json(port: u16, args: &[&str]) -> Outcome {
    imap(port, &[args, &["-q", "--json"]].concat()).expect(0)
}

#[test]
fn every_mechanism_and_starttls() {
    or_skip!(cyrus::need(), peers::ca::need());
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let cyrus = Cyrus::start(Some(&files), "");
    let ca = authority.ca().to_str().expect("a path in UTF-8");
    let url = format!("imap://127.0.0.1:{}", cyrus.imap);
    for mechanism in ["plain", "login", "cram-md5", "digest-md5", "scram-sha-1", "scram-sha-256"] {
        let args = ["imap", "status", "-s", &url, "-u", ALICIA.0, "--password-env", "SECRET", "--ca", ca];
        let status = Mailtool::new(args).args(["--tls", "starttls", "--auth", mechanism]).env("SECRET", ALICIA.1);
        let said = format!("AUTHENTICATE {}", mechanism.to_uppercase());
        status.run().expect(0).says(&["verified", &said]);
    }
    let wrong = ["imap", "status", "-s", &url, "-u", ALICIA.0, "--password-env", "SECRET", "--ca", ca];
    Mailtool::new(wrong).env("SECRET", ALICIA.1).run().expect(0).says(&["AUTHENTICATE SCRAM-SHA-256 "]);
    Mailtool::new(wrong).env("SECRET", "wrong").run().expect(77);
}

#[test]
fn cyrus_tells_the_truth() {
    or_skip!(cyrus::need());
    let cyrus = Cyrus::start(None, "");
    let outcome = json(cyrus.imap, &["doctor"]);
    for row in outcome.json() {
        let absent = ["literal-", "searchres"].iter().any(|check| row["check"] == *check);
        assert_eq!(row["verdict"], if absent { "absent" } else { "ok" }, "{row}: {outcome}");
    }
    assert_eq!(json(cyrus.imap, &["list"]).field("mailbox"), ["INBOX"]);
}

/// What both answer alike, in this order.
const ALIKE: &[&[&str]] = &[
    &["status", "INBOX"],
    &["search", "all"],
    &["search", "--keys", "UNSEEN"],
    &["search", "subject:uno"],
    &["search", "subject:adiós"],
    &["search", "body:hola"],
    &["search", "has:attachment"],
    &["search", "NOT", "subject:uno", "larger:100"],
    &["sort", "subject"],
    &["sort", "size"],
    &["sort", "-arrival"],
    &["thread"],
    &["fetch", "all", "--flags", "--size", "--envelope", "--structure"],
    &["fetch", "2", "--full"],
    &["fetch", "3", "--text"],
    &["fetch", "2", "--headers"],
    &["fetch", "3", "--part", "2.MIME"],
    &["fetch", "3", "--part", "2", "--range", "3+5"],
    &["structure", "3"],
    &["part", "3", "2"],
    &["flag", "1", "--add", "flagged"],
    &["search", "flagged"],
    &["create", "Archivo"],
    &["create", "Archivo/2026 ñ"],
    &["list"],
    &["copy", "1:2", "Archivo/2026 ñ"],
    &["move", "3", "Archivo/2026 ñ"],
    &["status", "INBOX", "Archivo/2026 ñ"],
    &["fetch", "all", "--flags", "--envelope", "-m", "Archivo/2026 ñ"],
    &["rename", "Archivo/2026 ñ", "Archivo/2027"],
    &["flag", "1", "--add", "deleted"],
    &["expunge", "1"],
    &["fetch", "all", "--flags"],
    &["delete", "Archivo/2027"],
    &["delete", "Archivo"],
    &["list"],
];

#[test]
fn both_judges_agree() {
    or_skip!(cyrus::need(), peers::dovecot::need());
    // Or else Cyrus writes X for every octet of a header beyond ASCII.
    let (cyrus, dovecot, room) =
        (Cyrus::start(None, "munge8bit: no"), Dovecot::start(&Options::default()), Room::new());
    let letters = [message("uno", "hola"), message("=?utf-8?q?adi=C3=B3s?=", ".dot\r\na2 OK forged"), with_files()];
    let files: Vec<String> =
        letters.iter().enumerate().map(|(n, letter)| room.file(&format!("{n}.eml"), letter)).collect();
    let ports = [cyrus.imap, dovecot.imap];
    for port in ports {
        // Each in a second of its own, which is all that an INTERNALDATE tells.
        for (file, n) in files.iter().zip(1..) {
            let date = format!("2026-11-0{n}T12:00:00Z");
            assert_eq!(json(port, &["append", "INBOX", file, "--date", &date]).field("uid"), [n.to_string()]);
        }
    }
    let differences = ALIKE.iter().filter_map(|args| {
        let [one, other] = ports.map(|port| alike(&imap(port, &[*args, &["-q", "--json"]].concat()).expect(0)));
        (one != other).then(|| format!("{args:?}\n  Cyrus:   {one}\n  Dovecot: {other}\n"))
    });
    let differences: String = differences.collect();
    assert!(differences.is_empty(), "{differences}");
}

/// What an answer is but for what each server has of its own: names in its own case, flags in its own order.
fn alike(outcome: &Outcome) -> String {
    let out = outcome.out();
    let rows = out.lines().map(|line| serde_json::from_str(&line.to_lowercase()));
    let Ok(mut rows) = rows.collect::<Result<Vec<Value>, _>>() else { return out };
    for row in rows.iter_mut().filter_map(Value::as_object_mut) {
        for own in ["uidvalidity", "highestmodseq"] {
            row.remove(own);
        }
        if let Some(flags) = row.get_mut("flags").and_then(Value::as_array_mut) {
            flags.retain(|flag| flag != "\\recent");
            flags.sort_by_key(Value::to_string);
        }
    }
    rows.iter().map(|row| format!("{row}\n")).collect()
}

#[test]
fn what_dovecot_lacks() {
    or_skip!(cyrus::need());
    let (cyrus, room) = (Cyrus::start(None, ""), Room::new());
    let port = cyrus.imap;
    imap(port, &["create", "Papelera", "--special", "trash"]).expect(0);
    imap(port, &["create", "Papelera/vieja"]).expect(0);
    assert_eq!(json(port, &["list", "--special"]).field("mailbox"), ["Papelera"]);
    // Whoever asks for identifiers gets them, and they stay with the message.
    let letter = room.file("letter.eml", message("uno", "hola"));
    imap(port, &["append", "INBOX", &letter]).expect(0);
    let id = || json(port, &["fetch", "1", "--items", "(EMAILID)"]).field("emailid");
    let known = id();
    assert!(known[0].starts_with('M'), "{known:?}");
    imap(port, &["copy", "1", "Papelera"]).expect(0);
    let copy = json(port, &["fetch", "1", "--items", "(EMAILID)", "-m", "Papelera"]);
    assert_eq!(copy.field("emailid"), known);
    // The server says how large a message may be, and takes none that is larger.
    json(port, &["caps"]).says(&["APPENDLIMIT=65536"]);
    let large = room.file("large.eml", message("large", &"0123456789\r\n".repeat(8000)));
    let refused = imap(port, &["append", "INBOX", &large]);
    assert!(refused.code.is_some_and(|code| code != 0), "{refused}");
    assert_eq!(json(port, &["status", "INBOX"]).field("messages"), ["1"]);
}
