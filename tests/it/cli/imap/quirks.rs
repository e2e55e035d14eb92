//! What servers are known to do otherwise than they should, in our own words and figures: none of it breaks the client,
//! and what shows in a line is told by its name. `proto::imap::quirks` has the table.
//!
//! What is no quirk of one line stands elsewhere: sizes that are not the sizes, CAPA that hangs, UIDL with blanks and
//! lines that end in LF in `cli::pop::faults` and `cli::pop::logins`; answers before TLS in `cli::imap::logins`; literals
//! and numbers that are too large, parentheses and floods without end in `cli::imap::faults`; what a client might be
//! made to say in `proto::imap::request`.

use super::super::Mailtool;
use super::{asked, imap};
use crate::mock::{Imap, Server, Step};

/// Three messages, and this answer to FETCH.
fn fetching(answer: &str) -> Imap {
    Imap::offering("").on("FETCH", &format!("{answer}\r\n@@ OK done"))
}

/// A mailbox of which this is said when it is opened, beside what must be.
fn opening(line: &str) -> Imap {
    let mailbox = "* FLAGS (\\Seen)\r\n* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x";
    Imap::offering("").on("EXAMINE", &format!("{mailbox}\r\n{line}\r\n@@ OK [READ-ONLY] done"))
}

/// What a server does, asked in this way; it ends with this code, and all of this stands in what is told.
struct Row {
    rules: Imap,
    args: &'static [&'static str],
    code: i32,
    says: &'static [&'static str],
}

const fn row(rules: Imap, args: &'static [&'static str], code: i32, says: &'static [&'static str]) -> Row {
    Row { rules, args, code, says }
}

fn hold(rows: Vec<Row>) {
    for Row { rules, args, code, says } in rows {
        let outcome = asked(rules, &[args, &["--json"]].concat());
        assert_eq!(outcome.code, Some(code), "{args:?}: {outcome}");
        let told = outcome.out() + &outcome.err();
        for words in says {
            assert!(told.contains(words), "{words}: {outcome}");
        }
    }
}

const STRUCTURE: &[&str] = &["fetch", "9", "--items", "(BODYSTRUCTURE)"];
const FLAGS: &[&str] = &["fetch", "9", "--flags"];

/// A FETCH with this structure, and what stands behind it.
fn structure(body: &str) -> Imap {
    fetching(&format!("* 1 FETCH (BODYSTRUCTURE {body} UID 9 FLAGS (\\Seen))"))
}

fn envelope(envelope: &str) -> Imap {
    fetching(&format!("* 1 FETCH (ENVELOPE {envelope} UID 9)"))
}

#[test]
fn gmail() {
    let keyword = "* 1 FETCH (UID 9 FLAGS (\\Seen a]b [Gmail]/x))";
    hold(vec![
        row(opening("* OK [HIGHESTMODSEQ 12345]"), &["select"], 0, &["12345", "quirk-code-without-text"]),
        row(fetching(keyword), FLAGS, 0, &["\"a]b\"", "quirk-flag-bracket"]),
        // Multiparts one in another with the same delimiter.
        row(
            structure(
                "((\"ALTERNATIVE\" (\"BOUNDARY\" \"b\") NIL NIL)(\"TEXT\" \"HTML\" NIL NIL NIL \"7BIT\" 67 1 NIL NIL NIL) \"ALTERNATIVE\" (\"BOUNDARY\" \"b\") NIL NIL)",
            ),
            STRUCTURE,
            0,
            &["\"HTML\"", "\"uid\":9", "quirk-multipart-childless"],
        ),
        row(
            structure("((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)(\"ALTERNATIVE\") \"REPORT\")"),
            STRUCTURE,
            0,
            &["\"PLAIN\"", "\"uid\":9", "quirk-multipart-childless"],
        ),
        row(
            structure(
                "((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1 NIL NIL NIL)(\"RELATED\" NIL (\"ATTACHMENT\" NIL) NIL) \"MIXED\" (\"BOUNDARY\" \"b\") NIL NIL)",
            ),
            STRUCTURE,
            0,
            &["\"PLAIN\"", "\"uid\":9", "quirk-multipart-childless"],
        ),
        // Name and address change places; nobody can know.
        row(
            envelope("(NIL \"s\" ((\"a@x.test\" NIL NIL NIL)) NIL NIL NIL NIL NIL NIL NIL)"),
            &["fetch", "9", "--envelope"],
            0,
            &["a@x.test"],
        ),
        row(
            fetching("* 1 FETCH (X-GM-LABELS (\"a\" NIL) UID 9)"),
            &["fetch", "9", "--items", "(X-GM-LABELS)"],
            0,
            &["quirk-label-nil", "\"uid\":9"],
        ),
        row(
            structure("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 60 NIL NIL NIL)"),
            STRUCTURE,
            0,
            &["quirk-message-without-envelope", "\"uid\":9"],
        ),
    ]);
}

#[test]
fn exchange() {
    let copied = |line: &str| {
        Imap::offering("UIDPLUS MOVE").on("FETCH", "* 1 FETCH (UID 9 RFC822.SIZE 5)\r\n@@ OK x").on("COPY", line)
    };
    hold(vec![
        row(copied("* [COPYUID 55 9 52] moved\r\n@@ OK done"), &["copy", "9", "x"], 0, &["quirk-status-missing"]),
        row(copied("@@ OK [COPYUID 701  ] done"), &["copy", "9", "x"], 0, &["quirk-copyuid-empty"]),
        row(
            Imap::offering("").on("LIST", "* NO [Error=\"AuthFailed:x\" Proxy=db8pr01 ] no\r\n@@ OK done"),
            &["list"],
            1,
            &["quirk-code-error"],
        ),
        row(
            Imap::offering("").on("STATUS", "* STATUS INBOX (MESSAGES 3 UIDNEXT 5) \r\n@@ OK done"),
            &["status"],
            0,
            &["\"messages\":3", "quirk-status-trailing-space"],
        ),
        row(
            Imap::offering("").on("LIST", "* LIST () \"/\" Work\x01 (old)\r\n* LIST () \"/\" b\r\n@@ OK done"),
            &["list"],
            0,
            &["(old)", "\"b\"", "quirk-list-name-unquoted"],
        ),
        row(
            structure("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1 NIL \"inline\" NIL)"),
            STRUCTURE,
            0,
            &["inline", "\"uid\":9", "quirk-disposition-string"],
        ),
        row(structure("(NIL NIL NIL NIL NIL NIL 0)"), STRUCTURE, 0, &["\"uid\":9", "quirk-part-nil"]),
        // A part that the structure tells and whose octets are not given.
        row(fetching("* 1 FETCH (UID 9 BODY[2] \"\")"), &["fetch", "9", "--part", "2"], 0, &[]),
        // A search finds what FETCH does not give.
        row(
            Imap::offering("")
                .on("SEARCH", "* SEARCH 8 9\r\n@@ OK x")
                .on("FETCH", "* 1 FETCH (UID 9 FLAGS ())\r\n@@ OK x"),
            &["fetch", "8,9", "--flags"],
            3,
            &["\"uid\":9", "UID 8"],
        ),
        // NAMESPACE ends the connection.
        row(Imap::offering("NAMESPACE").does("NAMESPACE", [Step::Close]), &["namespace"], 75, &["closed"]),
        row(
            Imap::offering("")
                .once("SEARCH", "@@ NO [BADCHARSET (US-ASCII)] The specified charset is not supported")
                .once("SEARCH", "* SEARCH 8 9\r\n@@ OK x")
                .on(
                    "FETCH",
                    "* 1 FETCH (UID 8 BODY[HEADER] {3}\r\na:b ENVELOPE (NIL \"n\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n\
                    * 2 FETCH (UID 9 ENVELOPE (NIL \"=?utf-8?q?=C3=B1?=\" NIL NIL NIL NIL NIL NIL NIL NIL))\r\n@@ OK x",
                ),
            &["search", "subject:ñ"],
            0,
            &["{\"uid\":9}", "quirk-charset-refused"],
        ),
        // MOVE is offered and does not work.
        row(
            Imap::offering("UIDPLUS MOVE")
                .on("FETCH", "* 1 FETCH (UID 9 RFC822.SIZE 5)\r\n@@ OK x")
                .on("MOVE", "@@ BAD no"),
            &["move", "9", "x"],
            76,
            &[],
        ),
    ]);
}

#[test]
fn yahoo() {
    hold(vec![
        row(
            Imap::offering("").on("SEARCH", "* SEARCH 7456 \r\n@@ OK x"),
            &["search", "--keys", "ALL"],
            0,
            &["7456", "quirk-search-trailing-space"],
        ),
        row(
            Imap::offering("").on("SEARCH", "@@ NO [SERVERBUG] SEARCH Server error"),
            &["search", "--keys", "HEADER X y"],
            75,
            &["quirk-search-serverbug"],
        ),
        // One of three can never be fetched; the others are.
        row(
            fetching(
                "* 1 FETCH (UID 8 FLAGS ())\r\n* 3 FETCH (UID 10 FLAGS ())\r\n@@ NO [UNAVAILABLE] one of them\r\n* 1 EXISTS",
            ),
            &["fetch", "8:10", "--flags"],
            75,
            &["\"uid\":8", "\"uid\":10", "quirk-fetch-unavailable"],
        ),
    ]);
}

#[test]
fn icloud() {
    hold(vec![
        // Only BODY.PEEK[] is answered, which is all that is ever asked.
        row(Imap::offering("ENABLE UTF8=ACCEPT"), &["status", "--utf8"], 0, &["quirk-enabled-missing"]),
    ]);
    let server = Server::imap(fetching("* 1 FETCH (UID 9 BODY[] {3}\r\nabc)"));
    imap(&server, &["fetch", "9", "--full"]).run().expect(0);
    let said = server.finish_one().text();
    assert!(said.contains("BODY.PEEK[]") && !said.contains("RFC822 "), "{said}");
}

#[test]
fn mail_ru() {
    hold(vec![
        row(
            fetching("* 1 FETCH (RFC822.SIZE 9.3736e+06 UID 9)"),
            &["fetch", "9", "--size"],
            0,
            &["9373600", "quirk-size-exponent"],
        ),
        row(
            structure("(\"TEXT\" \"PLAIN\" (\"boundary\" NIL) NIL NIL \"7BIT\" 5 1)"),
            STRUCTURE,
            0,
            &["\"uid\":9", "quirk-parameter-nil"],
        ),
    ]);
}

#[test]
fn qq() {
    hold(vec![
        row(fetching("* 1 FETCH (FLAGS () UID 9 )"), FLAGS, 0, &["\"uid\":9", "quirk-fetch-trailing-space"]),
        row(
            fetching("* 1 FETCH (UID 9 FLAGS (\\Seen))\r\n1 FETCH (UID 9 FLAGS (\\Seen))"),
            FLAGS,
            0,
            &["\"uid\":9", "quirk-star-missing"],
        ),
    ]);
    // Sets go up, whatever was said.
    let server = Server::imap(fetching("* 1 FETCH (UID 9 FLAGS ())"));
    imap(&server, &["fetch", "9,7,8", "5:3", "--flags"]).run();
    let said = server.finish_one().text();
    assert!(said.contains(" FETCH 3:5,7:9 "), "{said}");
}

#[test]
fn coremail() {
    let login = Imap::offering("SASL-IR AUTH=PLAIN")
        .once("AUTHENTICATE", "@@ BAD Parse command error")
        .once("AUTHENTICATE", "+ ");
    hold(vec![
        row(login, &["status"], 0, &["once more in two steps"]),
        row(
            Imap::offering("ID")
                .once("EXAMINE", "@@ NO EXAMINE Unsafe Login. Please contact us")
                .on("ID", "* ID (\"name\" \"Coremail Imap\")\r\n@@ OK x")
                .on("FETCH", "* 1 FETCH (UID 9 FLAGS ())\r\n@@ OK x"),
            FLAGS,
            0,
            &["\"uid\":9", "ID (\"name\" \"mailtool\")", "quirk-id-wanted"],
        ),
        row(Imap::offering("").on("STATUS", "* STATUS INBOX ()\r\n@@ OK x"), &["status"], 0, &["quirk-status-empty"]),
    ]);
}

#[test]
fn yandex() {
    let byes = "* BYE bye\r\n".repeat(1000);
    hold(vec![
        row(
            fetching("* 1 FETCH (UID 9 FLAGS ())").does("LOGOUT", [Step::say(&byes), Step::Close]),
            FLAGS,
            0,
            &["\"uid\":9", "quirk-bye-again"],
        ),
        row(fetching("* 1 FETCH (BODY[TEXT] UID 9)"), &["fetch", "9", "--body"], 1, &["quirk-body-missing"]),
    ]);
}

#[test]
fn small_servers() {
    let subject = "(\"d\" \"s\" ((NIL NIL \"a\" \"x\") NIL) NIL NIL NIL NIL NIL NIL NIL)";
    let doubled = "* 1 FETCH ((ENVELOPE (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)) UID 9)";
    hold(vec![
        // Zoho
        row(
            fetching("* 1 FETCH (MODSEQ (-1) UID 9 FLAGS ())"),
            &["fetch", "9", "--items", "(MODSEQ)"],
            0,
            &["\"uid\":9", "quirk-modseq-negative"],
        ),
        row(
            Imap::offering("CONDSTORE").on("STATUS", "* STATUS INBOX (HIGHESTMODSEQ -1 MESSAGES 3)\r\n@@ OK x"),
            &["status"],
            0,
            &["\"messages\":3", "quirk-status-negative"],
        ),
        // SmarterMail
        row(envelope(subject), &["fetch", "9", "--envelope"], 0, &["\"s\"", "quirk-address-nil"]),
        // Domino
        row(fetching(doubled), &["fetch", "9", "--envelope"], 0, &["\"s\"", "\"uid\":9", "quirk-fetch-parentheses"]),
        // Courier of old
        row(fetching("* 0 FETCH (UID 9 FLAGS ())"), FLAGS, 0, &["\"uid\":9", "quirk-fetch-zero"]),
        // The bridge of Proton, and hMailServer
        row(
            Imap::offering("LIST-EXTENDED SPECIAL-USE")
                .once("LIST", "@@ BAD no such option")
                .once("LIST", "* LIST (\\Trash) \"/\" T\r\n@@ OK x"),
            &["list", "--special"],
            0,
            &["\"T\""],
        ),
        // Strato
        row(
            Imap::offering("LIST-EXTENDED LIST-STATUS")
                .once("LIST", "@@ OK x")
                .once("LIST", "* LIST () \"/\" INBOX\r\n@@ OK x")
                .on("STATUS", "* STATUS INBOX (MESSAGES 3)\r\n@@ OK x"),
            &["list", "--counts"],
            0,
            &["\"INBOX\"", "\"messages\":3"],
        ),
        // DavMail
        row(opening("*  522 EXISTS"), &["select"], 0, &["522", "quirk-space-again"]),
    ]);
}

#[test]
fn many_servers() {
    let text = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 -1)";
    hold(vec![
        row(opening("* OK [UIDVALIDITY 0] x"), &["select"], 0, &["quirk-uidvalidity-zero"]),
        row(opening("* OK [UIDNEXT 0] x"), &["select"], 0, &["quirk-uidnext-zero"]),
        row(opening("* OK [UNSEEN 0] x"), &["select"], 0, &["quirk-unseen-zero"]),
        row(opening("* OK [HIGHESTMODSEQ 0] x"), &["select"], 0, &["quirk-modseq-zero"]),
        row(Imap::offering("LITERAL + IDLE"), &["caps"], 0, &["IDLE", "quirk-literal-plus-split"]),
        // A literal that is counted in characters, or short by the line ends: what is announced is what there is.
        row(
            fetching("* 1 FETCH (BODY[] {4}\r\na\u{f1}os UID 9)"),
            &["fetch", "9", "--full"],
            0,
            &["a\u{f1}o", "quirk-literal-miscounted"],
        ),
        row(
            Imap::offering("IDLE")
                .does("IDLE", [Step::say("* 4 EXISTS\r\n+ idling\r\n"), Step::Expect("DONE"), Step::say("@@ OK x\r\n")])
                .on("SEARCH", "* SEARCH 1 2 3\r\n@@ OK x")
                .once("FETCH", "* 3 FETCH (UID 3 FLAGS ())\r\n@@ OK x")
                .on("FETCH", "* 4 FETCH (UID 4 RFC822.SIZE 9)\r\n@@ OK x"),
            &["watch", "--once", "--for", "5s"],
            0,
            &["\"uid\":4", "quirk-data-before-idle"],
        ),
        row(
            Imap::offering("").on("LIST", "* XLIST (\\Inbox) \"/\" x\r\n* LIST () \"/\" INBOX\r\n@@ OK x"),
            &["list"],
            0,
            &["\"INBOX\"", "quirk-xlist"],
        ),
        // What vanishes meanwhile renumbers nothing that is named by its UID.
        row(fetching("* 1 EXPUNGE\r\n* 1 FETCH (UID 9 FLAGS ())"), FLAGS, 0, &["\"uid\":9"]),
        row(
            envelope("(\"d\" \"a \"b\" c\" NIL NIL NIL NIL NIL NIL NIL NIL)"),
            &["fetch", "9", "--envelope"],
            0,
            &["\"uid\":9", "quirk-quote-unescaped"],
        ),
        row(structure(text), STRUCTURE, 0, &["\"uid\":9", "quirk-number-negative"]),
        row(
            envelope("(\"d\" \"s\" NIL NIL NIL NIL NIL NIL)"),
            &["fetch", "9", "--envelope"],
            0,
            &["\"s\"", "\"uid\":9", "quirk-envelope-short"],
        ),
        row(
            structure("(NIL \"alternative\" NIL NIL NIL NIL 0)"),
            STRUCTURE,
            0,
            &["alternative", "quirk-multipart-empty"],
        ),
        row(fetching("\0\0* 1 FETCH (UID 9 FLAGS ())"), FLAGS, 0, &["\"uid\":9", "quirk-nul-before-line"]),
        row(
            Imap::offering("ESEARCH").on("SEARCH", "* SEARCH 3 5\r\n@@ OK x"),
            &["search", "--keys", "ALL"],
            0,
            &["\"uid\":3", "\"uid\":5", "quirk-search-for-esearch"],
        ),
        row(Imap::offering("ID").on("ID", "@@ BAD what"), &["id"], 76, &["quirk-id-refused"]),
        row(
            Imap::offering("NAMESPACE").on("NAMESPACE", "* NAMESPACE ((\"~\" NIL)) NIL NIL\r\n@@ OK x"),
            &["namespace"],
            0,
            &["quirk-namespace-delimiter-nil"],
        ),
        row(
            Imap::offering("").on("LIST", "* LIST (\\HasChildren) NIL Work\r\n@@ OK x"),
            &["list"],
            0,
            &["\"Work\"", "quirk-list-delimiter-nil"],
        ),
        row(
            Imap::offering("ESEARCH").on("SEARCH", "* ESEARCH (TAG \"@@\") UID ALL 9,3:4\r\n@@ OK x"),
            &["search", "--keys", "ALL"],
            0,
            &["\"uid\":4", "quirk-set-descending"],
        ),
    ]);
}

/// Every quirk that has a name has a server here that does it, and `imap quirks` lists them all.
#[test]
fn the_table() {
    let listed = Mailtool::new(["imap", "quirks", "--json"]).run().expect(0);
    let here = include_str!("quirks.rs");
    for quirk in listed.field("quirk") {
        assert!(here.contains(&format!("\"{quirk}\"")), "{quirk}");
    }
    Mailtool::new(["imap", "quirks", "yahoo"]).run().expect(0).says(&["quirk-search-trailing-space", "RFC 3501"]);
    Mailtool::new(["imap", "quirks", "no such server"]).run().expect(1);
}
