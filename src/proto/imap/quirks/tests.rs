use std::collections::BTreeSet;

use super::*;
use crate::proto::imap::response::data::List;
use crate::proto::imap::{BodyStructure, Code, Dialogue, Item, Message};
use crate::proto::{Dialogue as _, Side};

/// The last response of a conversation, and the quirks that were told of it.
fn heard(script: &[(Side, &str)]) -> (Response, Vec<&'static str>) {
    let mut dialogue = Dialogue::new();
    let mut last = (Response::Malformed, Vec::new());
    for (side, text) in script {
        dialogue.feed(*side, format!("{text}\r\n").as_bytes());
        while let Some(turn) = dialogue.next() {
            if let Message::Response { response, .. } = turn.message {
                let codes = turn.findings.iter().map(|finding| finding.code);
                last = (response, codes.filter(|code| code.starts_with("quirk-")).collect());
            }
        }
    }
    last
}

/// A line behind the greeting.
fn line(text: &str) -> (Response, Vec<&'static str>) {
    heard(&[(Side::Server, "* OK ready"), (Side::Server, text)])
}

/// Lines as servers said them, in our own words and figures: what each is called, and nothing else.
const LINES: &[(&str, &str)] = &[
    ("quirk-nul-before-line", "\0\0* 5 EXISTS"),
    ("quirk-space-again", "*  522 EXISTS"),
    ("quirk-star-missing", "9 FETCH (UID 9 FLAGS ())"),
    ("quirk-status-missing", "* [COPYUID 55 31 52] moved"),
    ("quirk-status-missing", "[COPYUID 55 31 52] moved"),
    ("quirk-copyuid-empty", "* OK [COPYUID 701  ] nothing"),
    ("quirk-code-without-text", "* OK [HIGHESTMODSEQ 12345]"),
    ("quirk-code-error", "* NO [Error=\"AuthFailed:x\" Proxy=db8pr01 ] no"),
    ("quirk-charset-refused", "* NO [BADCHARSET (US-ASCII)] no such charset"),
    ("quirk-uidvalidity-zero", "* OK [UIDVALIDITY 0] x"),
    ("quirk-uidvalidity-zero", "* STATUS x (UIDVALIDITY 0 MESSAGES 3)"),
    ("quirk-uidnext-zero", "* OK [UIDNEXT 0] x"),
    ("quirk-uidnext-zero", "* STATUS x (MESSAGES 3 UIDNEXT 0)"),
    ("quirk-unseen-zero", "* OK [UNSEEN 0] x"),
    ("quirk-modseq-zero", "* OK [HIGHESTMODSEQ 0] x"),
    ("quirk-modseq-zero", "* 1 FETCH (MODSEQ (0) UID 9)"),
    ("quirk-set-descending", "* OK [COPYUID 1 9:5 1:5] x"),
    ("quirk-set-descending", "* VANISHED 9,5"),
    ("quirk-set-descending", "* ESEARCH (TAG \"a\") ALL 9,3:4"),
    ("quirk-status-trailing-space", "* STATUS x (UIDNEXT 5 MESSAGES 3) "),
    ("quirk-status-trailing-space", "* STATUS x (UIDNEXT 5 MESSAGES 3 )"),
    ("quirk-status-empty", "* STATUS x ()"),
    ("quirk-status-negative", "* STATUS \"a -1\" (HIGHESTMODSEQ -1 MESSAGES 3)"),
    ("quirk-search-trailing-space", "* SEARCH 7456 "),
    ("quirk-list-delimiter-nil", "* LIST (\\HasChildren) NIL Work"),
    ("quirk-list-name-unquoted", "* LIST () \"/\" Work\x01 (old)"),
    ("quirk-namespace-delimiter-nil", "* NAMESPACE ((\"\" \"/\")) ((\"~\" NIL)) NIL"),
    ("quirk-literal-plus-split", "* CAPABILITY IMAP4rev1 LITERAL + IDLE"),
    ("quirk-xlist", "* XLIST (\\Inbox) \"/\" INBOX"),
    ("quirk-fetch-trailing-space", "* 1 FETCH (FLAGS () UID 9 )"),
    ("quirk-fetch-zero", "* 0 FETCH (UID 9)"),
    ("quirk-fetch-parentheses", "* 1 FETCH ((ENVELOPE (\"d\" \"s\" NIL NIL NIL NIL NIL NIL NIL \"<1@x>\")) UID 9)"),
    ("quirk-fetch-parentheses", "* 1 FETCH (ENVELOPE ((\"d\" \"s\" NIL NIL NIL NIL NIL NIL NIL \"<1@x>\")) UID 9)"),
    ("quirk-size-exponent", "* 1 FETCH (RFC822.SIZE 9.3736e+06 UID 9)"),
    ("quirk-size-exponent", "* 1 FETCH (BODYSTRUCTURE (\"A\" \"B\" NIL NIL NIL \"7BIT\" 9.3736e+06) UID 9)"),
    ("quirk-number-negative", "* 1 FETCH (BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 -1) UID 9)"),
    ("quirk-modseq-negative", "* 1 FETCH (MODSEQ (-1) UID 9)"),
    ("quirk-envelope-short", "* 1 FETCH (ENVELOPE (\"d\" \"s\" NIL NIL NIL NIL NIL NIL) UID 9)"),
    (
        "quirk-address-nil",
        "* 1 FETCH (ENVELOPE (\"d\" NIL ((NIL NIL \"a\" \"x\") NIL) NIL NIL NIL NIL NIL NIL NIL) UID 9)",
    ),
    ("quirk-body-missing", "* 1 FETCH (BODY[TEXT] UID 9)"),
    ("quirk-body-missing", "* 1 FETCH (UID 9 BODY[1])"),
    ("quirk-flag-bracket", "* 1 FETCH (FLAGS (a]b) UID 9)"),
    ("quirk-flag-bracket", "* FLAGS (\\Seen a]b)"),
    ("quirk-label-nil", "* 1 FETCH (X-GM-LABELS (\"a\" NIL) UID 9)"),
    ("quirk-quote-unescaped", "* 1 FETCH (ENVELOPE (\"d\" \"a \"b\" c\" NIL NIL NIL NIL NIL NIL NIL NIL) UID 9)"),
    ("quirk-literal-miscounted", "* 1 FETCH (BODY[] {3}\r\nabcde UID 9)"),
    (
        "quirk-parameter-nil",
        "* 1 FETCH (BODYSTRUCTURE (\"A\" \"B\" (\"boundary\" NIL) NIL NIL \"7BIT\" 5 NIL (\"inline\" NIL)) UID 9)",
    ),
    ("quirk-multipart-empty", "* 1 FETCH (BODYSTRUCTURE (NIL \"alternative\" NIL NIL NIL NIL 0) UID 9)"),
    (
        "quirk-multipart-childless",
        "* 1 FETCH (BODYSTRUCTURE ((\"ALTERNATIVE\" (\"BOUNDARY\" \"b\") NIL NIL)(\"A\" \"B\" NIL NIL NIL \"7BIT\" 5) \"MIXED\" NIL) UID 9)",
    ),
    ("quirk-multipart-childless", "* 1 FETCH (BODY ((\"ALTERNATIVE\") \"REPORT\") UID 9)"),
    (
        "quirk-multipart-childless",
        "* 1 FETCH (BODYSTRUCTURE ((\"RELATED\" NIL (\"ATTACHMENT\" NIL) NIL) \"MIXED\" (\"BOUNDARY\" \"b\") NIL NIL) UID 9)",
    ),
    ("quirk-part-nil", "* 1 FETCH (BODYSTRUCTURE (NIL NIL NIL NIL NIL NIL 0) UID 9)"),
    (
        "quirk-disposition-string",
        "* 1 FETCH (BODYSTRUCTURE (\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1 NIL \"inline\" NIL) UID 9)",
    ),
    (
        "quirk-message-without-envelope",
        "* 1 FETCH (BODYSTRUCTURE (\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 60 NIL NIL NIL) UID 9)",
    ),
];

/// What needs a conversation.
const CONVERSATIONS: &[(&str, &str, &[&str])] = &[
    ("quirk-bye-again", "a LOGOUT", &["* BYE bye", "* BYE bye"]),
    ("quirk-data-before-idle", "a IDLE", &["* 4 EXISTS"]),
    ("quirk-enabled-missing", "a ENABLE QRESYNC", &["a OK enabled"]),
    ("quirk-search-for-esearch", "a UID SEARCH RETURN (ALL) SEEN", &["* SEARCH 3 5"]),
    ("quirk-id-refused", "a ID NIL", &["a BAD what"]),
    ("quirk-id-wanted", "a SELECT INBOX", &["a NO SELECT Unsafe Login. Please contact us"]),
    ("quirk-search-serverbug", "a SEARCH HEADER X y", &["a NO [SERVERBUG] search failed"]),
    ("quirk-fetch-unavailable", "a UID FETCH 7 (BODY.PEEK[])", &["a NO [UNAVAILABLE] not now"]),
];

#[test]
fn each_is_told_by_its_name() {
    let mut told = BTreeSet::new();
    for (id, text) in LINES {
        assert_eq!(line(text).1, [*id], "{text}");
        told.insert(*id);
    }
    for (id, command, answers) in CONVERSATIONS {
        let mut script = vec![(Side::Server, "* OK ready"), (Side::Client, *command)];
        script.extend(answers.iter().map(|answer| (Side::Server, *answer)));
        assert_eq!(heard(&script).1, [*id], "{command}");
        told.insert(*id);
    }
    assert_eq!(all().map(|quirk| quirk.id).collect::<BTreeSet<_>>(), told);
    assert_eq!(all().count(), told.len());
}

#[test]
fn rows_are_in_form() {
    for quirk in all() {
        let name = quirk.id.strip_prefix("quirk-").expect("a prefix");
        assert!(name.bytes().all(|octet| octet.is_ascii_lowercase() || octet == b'-'), "{name}");
        assert!(quirk.rfc.starts_with("RFC ") && !quirk.what.ends_with('.') && !quirk.servers.is_empty(), "{name}");
        assert!(quirk.finding().message.contains(quirk.servers));
    }
}

/// What stands beside the broken item is read all the same.
#[test]
fn neighbours_are_not_lost() {
    for (id, text) in LINES {
        match line(text).0 {
            Response::Untagged(Data::Fetch(fetch)) => {
                assert!(fetch.uid() == Some(9) || text.contains("FLAGS (a]b)") && fetch.flags().is_some(), "{text}");
            }
            Response::Untagged(Data::MailboxStatus { items, .. }) => {
                assert!(*id == "quirk-status-empty" || items.contains(&("MESSAGES".into(), 3)), "{text}");
            }
            Response::Malformed => panic!("{id}: {text}"),
            _ => {}
        }
    }
    assert_eq!(line("\0* 5 EXISTS").0, Response::Untagged(Data::Exists(5)));
    let Response::Untagged(Data::Status(status)) = line("[COPYUID 55 31 52] moved").0 else { panic!() };
    assert!(matches!(status.code, Some(Code::CopyUid { validity: 55, .. })) && status.text == "moved");
    let words = ["IMAP4REV1", "LITERAL+", "IDLE"].map(str::to_owned).to_vec();
    assert_eq!(line("* CAPABILITY IMAP4rev1 LITERAL + IDLE").0, Response::Untagged(Data::Capability(words)));
    let named = List { delimiter: Some(b'/'), mailbox: b"Work\x01 (old)".to_vec(), ..List::default() };
    assert_eq!(line("* LIST () \"/\" Work\x01 (old)").0, Response::Untagged(Data::List(named)));
    let fetched = line("* 1 FETCH (RFC822.SIZE 9.3736e+06 BODY (\"A\" \"B\" NIL NIL NIL \"7BIT\" 9.3736e+06))").0;
    let Response::Untagged(Data::Fetch(fetch)) = fetched else { panic!("{fetched:?}") };
    let [Item::Size(9_373_600), Item::Structure(structure)] = fetch.items.as_slice() else { panic!("{fetch:?}") };
    assert!(matches!(&**structure, BodyStructure::Part(part) if part.octets == 9_373_600));
    let fetched =
        line("* 1 FETCH ((ENVELOPE (\"d\" \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)) BODY[TEXT] BODY[1] \"x\")").0;
    let Response::Untagged(Data::Fetch(fetch)) = fetched else { panic!("{fetched:?}") };
    let [Item::Envelope(_), Item::Other(..), Item::Content { .. }] = fetch.items.as_slice() else {
        panic!("{fetch:?}")
    };
}

/// Dovecot's answers.
#[test]
fn a_server_that_keeps_to_the_rules_has_none() {
    use Side::{Client as C, Server as S};
    let script = [
        (
            S,
            "* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ STARTTLS AUTH=PLAIN] Dovecot ready.",
        ),
        (C, "a LOGIN pepe x"),
        (S, "* CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT ESEARCH QRESYNC LITERAL+ NOTIFY"),
        (S, "a OK Logged in"),
        (C, "b ID (\"name\" \"x\")"),
        (S, "* ID (\"name\" \"Dovecot\")"),
        (S, "b OK ID completed (0.001 + 0.000 secs)."),
        (C, "c ENABLE QRESYNC"),
        (S, "* ENABLED QRESYNC"),
        (S, "c OK Enabled (0.001 + 0.000 secs)."),
        (S, "* NAMESPACE ((\"\" \"/\")) NIL ((\"Public/\" \"/\"))"),
        (S, "* LIST (\\HasNoChildren \\UnMarked \\Trash) \"/\" Trash"),
        (S, "* LIST (\\HasChildren) \".\" \"My Mail (old)\""),
        (S, "* LIST (\\Noselect) NIL \"\""),
        (S, "* STATUS INBOX (MESSAGES 231 RECENT 0 UIDNEXT 44292 UIDVALIDITY 1 UNSEEN 0 HIGHESTMODSEQ 1)"),
        (S, "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Forwarded NonJunk)"),
        (S, "* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Forwarded \\*)] Flags permitted."),
        (S, "* 231 EXISTS"),
        (S, "* 0 RECENT"),
        (S, "* OK [UNSEEN 12] First unseen."),
        (S, "* OK [UIDVALIDITY 1700000000] UIDs valid"),
        (S, "* OK [HIGHESTMODSEQ 917] Highest"),
        (C, "d SEARCH RETURN (COUNT ALL) SEEN"),
        (S, "* ESEARCH (TAG \"d\") COUNT 4 ALL 2:4,9"),
        (S, "d OK Search completed (0.001 + 0.000 secs)."),
        (C, "e SEARCH ALL"),
        (S, "* SEARCH 2 3 4"),
        (S, "* SEARCH"),
        (S, "e OK Search completed."),
        (S, "* 1 FETCH (UID 7 FLAGS (\\Seen) MODSEQ (5) INTERNALDATE \"02-Jan-2026 10:11:12 +0100\" RFC822.SIZE 4286)"),
        (
            S,
            "* 2 FETCH (ENVELOPE (\"Wed, 17 Jul 1996 02:23:25 -0700\" \"a \\\"b\\\" {3}\" ((\"T G\" NIL \"g\" \"x.org\")) \
            ((\"T G\" NIL \"g\" \"x.org\")) ((\"T G\" NIL \"g\" \"x.org\")) ((NIL NIL \"l\" NIL)(NIL NIL NIL NIL)) NIL NIL NIL \"<1@x>\"))",
        ),
        (
            S,
            "* 3 FETCH (BODYSTRUCTURE ((\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"quoted-printable\" 152 3 NIL (\"inline\" NIL) NIL NIL)\
            (\"message\" \"rfc822\" NIL NIL NIL \"7bit\" 60 (NIL NIL ((NIL NIL \"a\" \"x\")) NIL NIL NIL NIL NIL NIL NIL) \
            (\"text\" \"plain\" NIL NIL NIL \"7bit\" 1 1 NIL NIL NIL NIL) 3 NIL (\"attachment\" (\"filename\" \"a\")) NIL NIL) \
            \"mixed\" (\"boundary\" \"b\") NIL (\"en\" \"es\") NIL))",
        ),
        (S, "* 4 FETCH (BODY[HEADER.FIELDS (FROM TO)] {11}\r\nFrom: ( )\r\n BODY[1] NIL X-GM-LABELS (\"-1\" \\Inbox))"),
        (S, "* 5 FETCH (UID 9 BINARY[1] ~{3}\r\n( ) BINARY.SIZE[1] 3)"),
        (S, "* VANISHED (EARLIER) 41,43:116"),
        (S, "* OK Still here"),
        (C, "f IDLE"),
        (S, "+ idling"),
        (S, "* 232 EXISTS"),
        (C, "DONE"),
        (S, "f OK Idle completed."),
        (S, "* QUOTA \"User quota\" (STORAGE 10 512)"),
        (C, "g UID MOVE 3 Trash"),
        (S, "* OK [COPYUID 1700000001 3 90] Moved UIDs."),
        (S, "* VANISHED 3"),
        (S, "g OK [HIGHESTMODSEQ 920] Move completed."),
        (C, "h LOGOUT"),
        (S, "* BYE Logging out"),
        (S, "h OK Logout completed."),
    ];
    let mut dialogue = Dialogue::new();
    for (side, text) in script {
        dialogue.feed(side, format!("{text}\r\n").as_bytes());
        while let Some(turn) = dialogue.next() {
            assert!(turn.findings.is_empty(), "{text}: {:?}", turn.findings);
        }
    }
}

#[test]
fn hostile_lines_are_looked_through_in_linear_time() {
    for text in [
        "(".repeat(200_000),
        "() ".repeat(100_000),
        "\"\\".repeat(100_000),
        "(NIL ".repeat(50_000) + &")".repeat(50_000),
    ] {
        let text = format!("* 1 FETCH (UID 9 X {text} )");
        assert!(matches!(line(&text).0, Response::Untagged(_) | Response::Malformed));
    }
}
