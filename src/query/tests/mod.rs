//! The language whole: what each key is asked as, what cannot be read, and what holds for any query and any message.

mod model;
mod property;
mod strategy;

use jiff::Zoned;

use super::compile::Piece;
use super::*;

/// A Monday.
fn now() -> Zoned {
    "2026-11-23T10:00:00+01:00[+01:00]".parse().expect("a moment")
}

/// A server that has everything but enabled nothing.
const FULL: Capabilities = Capabilities {
    esearch: true,
    within: true,
    objectid: true,
    gmail: false,
    fuzzy: true,
    condstore: true,
    savedate: true,
    utf8: false,
    rev2: false,
    charset_unavailable: false,
};

/// What a server of IMAP4rev1 without extensions is asked.
const PLAIN: Capabilities = Capabilities { within: false, ..FULL };

fn read(text: &str) -> Query {
    parse(text).unwrap_or_else(|error| panic!("{error}"))
}

fn plan(text: &str, offer: &Capabilities) -> Plan {
    compile(&read(text), offer, &now()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// What the server is asked, and what is left.
fn asked(text: &str, offer: &Capabilities) -> String {
    let plan = plan(text, offer);
    plan.residue.map_or_else(|| plan.server.to_string(), |residue| format!("{} | {residue}", plan.server))
}

#[test]
fn every_key_has_its_search_key() {
    for (query, search) in [
        ("", "ALL"),
        ("all", "ALL"),
        ("lunch", r#"TEXT "lunch""#),
        ("two words", r#"TEXT "two" TEXT "words""#),
        (r#""two words""#, r#"TEXT "two words""#),
        ("'it\\'s'", r#"TEXT "it's""#),
        (r#""say \"hi\" \\""#, r#"TEXT "say \"hi\" \\""#),
        ("don't", r#"TEXT "don't""#),
        ("12:30", r#"TEXT "12:30""#),
        ("from:bob", r#"FROM "bob""#),
        ("FROM:bob", r#"FROM "bob""#),
        ("to:bob", r#"TO "bob""#),
        ("cc:bob", r#"CC "bob""#),
        ("bcc:bob", r#"BCC "bob""#),
        ("subject:x", r#"SUBJECT "x""#),
        ("body:x", r#"BODY "x""#),
        ("text:x", r#"TEXT "x""#),
        ("header:X-Mailer=mutt", r#"HEADER "X-Mailer" "mutt""#),
        ("header:X-Mailer", r#"HEADER "X-Mailer" """#),
        ("msgid:<1@x>", r#"HEADER "Message-ID" "<1@x>""#),
        ("list:users", r#"HEADER "List-Id" "users""#),
        ("since:2026-01-31", "SINCE 31-Jan-2026"),
        ("after:2026/2/1", "SINCE 1-Feb-2026"),
        ("before:today", "BEFORE 23-Nov-2026"),
        ("on:yesterday", "ON 22-Nov-2026"),
        ("since:7d", "SINCE 16-Nov-2026"),
        ("since:2w", "SINCE 9-Nov-2026"),
        ("since:3m", "SINCE 23-Aug-2026"),
        ("since:1y", "SINCE 23-Nov-2025"),
        ("since:monday", "SINCE 16-Nov-2026"),
        ("sent-since:sun", "SENTSINCE 22-Nov-2026"),
        ("sent-before:today", "SENTBEFORE 23-Nov-2026"),
        ("sent-on:today", "SENTON 23-Nov-2026"),
        ("saved-since:today", "SAVEDSINCE 23-Nov-2026"),
        ("saved-before:today", "SAVEDBEFORE 23-Nov-2026"),
        ("saved-on:today", "SAVEDON 23-Nov-2026"),
        ("older:3d", "OLDER 259200"),
        ("older_than:1h", "OLDER 3600"),
        ("younger:12h", "YOUNGER 43200"),
        ("newer:30min", "YOUNGER 1800"),
        ("newer_than:90s", "YOUNGER 90"),
        ("younger:1m", "YOUNGER 2678400"),
        ("larger:5M", "LARGER 5242880"),
        ("larger:1k", "LARGER 1024"),
        ("smaller:1G", "SMALLER 1073741824"),
        ("smaller:7", "SMALLER 7"),
        ("seen", "SEEN"),
        ("unseen", "UNSEEN"),
        ("flagged", "FLAGGED"),
        ("unflagged", "UNFLAGGED"),
        ("answered", "ANSWERED"),
        ("unanswered", "UNANSWERED"),
        ("draft", "DRAFT"),
        ("undraft", "UNDRAFT"),
        ("deleted", "DELETED"),
        ("undeleted", "UNDELETED"),
        ("recent", "RECENT"),
        ("old", "OLD"),
        ("new", "RECENT UNSEEN"),
        ("-new", "NOT (RECENT UNSEEN)"),
        ("is:unread is:starred", "UNSEEN FLAGGED"),
        ("keyword:$Work", "KEYWORD $Work"),
        ("unkeyword:$Work", "UNKEYWORD $Work"),
        ("uid:1:50,*", "UID 1:50,*"),
        ("uid:50:1", "UID 1:50"),
        ("seq:2:*", "2:*"),
        ("modseq:715", "MODSEQ 715"),
        ("modseq:>715", "MODSEQ 716"),
        ("emailid:M6d99ac3275bb4e", "EMAILID M6d99ac3275bb4e"),
        ("threadid:T1", "THREADID T1"),
        ("has:attachment", "ALL | has:attachment"),
        ("type:application/pdf", "ALL | type:application/pdf"),
        ("filename:*.pdf", "ALL | filename:*.pdf"),
        ("subject:/token [0-9]+/", "ALL | subject:/token [0-9]+/"),
        (r"body:/a\/b/", r"ALL | body:/a\/b/"),
        ("fuzzy:lunch", r#"FUZZY TEXT "lunch""#),
        ("imap:'OR SEEN (FLAGGED LARGER 5)'", "OR SEEN (FLAGGED LARGER 5)"),
        ("imap:'OR SEEN FLAGGED' -imap:DRAFT", "(OR SEEN FLAGGED) NOT (DRAFT)"),
        ("not:seen", "UNSEEN"),
        ("NOT seen", "UNSEEN"),
        ("--seen", "SEEN"),
        ("-all", "NOT ALL"),
        ("-x", r#"NOT TEXT "x""#),
        ("-(a b)", r#"NOT (TEXT "a" TEXT "b")"#),
        ("-(a OR b)", r#"NOT OR TEXT "a" TEXT "b""#),
        ("seen AND a", r#"SEEN TEXT "a""#),
        ("seen OR flagged", "OR SEEN FLAGGED"),
        ("seen OR flagged OR draft", "OR SEEN OR FLAGGED DRAFT"),
        ("a b OR seen draft", r#"OR (TEXT "a" TEXT "b") (SEEN DRAFT)"#),
        ("(seen OR flagged) draft", "OR SEEN FLAGGED DRAFT"),
        ("(((seen)))", "SEEN"),
        ("seen OR all", "ALL"),
        ("from:(bob OR -alice) seen", r#"OR FROM "bob" NOT FROM "alice" SEEN"#),
        ("from:(seen)", r#"FROM "seen""#),
        ("/etc/passwd", r#"TEXT "/etc/passwd""#),
        ("subject:(/a/ OR /b c/)", "ALL | subject:/a/ OR subject:/b c/"),
    ] {
        assert_eq!(asked(query, &FULL), search, "{query}");
        let shown = read(query).to_string();
        assert_eq!(read(&shown), read(query), "{shown}");
    }
}

#[test]
fn what_the_server_lacks_is_checked_here() {
    for (query, search) in [
        ("younger:12h", "SINCE 22-Nov-2026 | younger:12h"),
        ("older:12h", "BEFORE 24-Nov-2026 | older:12h"),
        ("-younger:12h seen", "BEFORE 24-Nov-2026 SEEN | -younger:12h"),
        ("older:9999y", "ALL | older:9999y"),
        ("larger:5G", "LARGER 4294967295 | larger:5368709120"),
        ("smaller:5G", "ALL | smaller:5368709120"),
        ("-smaller:5G", "LARGER 4294967295 | -smaller:5368709120"),
        ("seen filename:x", "SEEN | filename:x"),
        ("seen OR filename:x", "ALL | seen OR filename:x"),
        ("-(seen OR filename:x)", "UNSEEN | -filename:x"),
        ("-(seen filename:x)", "ALL | -(seen filename:x)"),
        ("(seen filename:x) OR (flagged type:y)", "OR SEEN FLAGGED | seen filename:x OR flagged type:y"),
        ("-(-seen OR flagged type:y)", "SEEN | -(flagged type:y)"),
    ] {
        assert_eq!(asked(query, &PLAIN), search, "{query}");
    }
    let rev2 = Capabilities { rev2: true, ..FULL };
    assert_eq!(asked("larger:5G recent", &rev2), "LARGER 5368709120 | recent");
    let gmail = Capabilities { gmail: true, objectid: false, ..FULL };
    assert_eq!(asked("-has:attachment label:x", &gmail), r#"NOT X-GM-RAW "has:attachment" X-GM-LABELS "x""#);
    assert_eq!(asked("gmail:'in:chats x' emailid:17", &gmail), r#"X-GM-RAW "in:chats x" X-GM-MSGID 17"#);
    let none = Capabilities::default();
    assert_eq!(asked("fuzzy:x", &none), r#"TEXT "x""#);
    for (query, why) in [
        ("modseq:1", "modseq:1 needs CONDSTORE, which the server does not offer"),
        ("-saved-on:today", "saved-on:today needs SAVEDATE, which the server does not offer"),
        ("emailid:M1 OR seen", "emailid:M1 needs OBJECTID, which the server does not offer"),
        ("label:x", "label:x needs X-GM-EXT-1, which the server does not offer"),
        (
            "imap:SEEN OR filename:x",
            "imap:SEEN cannot stand in one group with what only the client can check: make two searches of it",
        ),
    ] {
        let error = compile(&read(query), &none, &now()).expect_err(query);
        assert_eq!(error.to_string(), why);
    }
}

#[test]
fn text_beyond_ascii() {
    let wire = |offer: &Capabilities| plan("subject:señor -from:\"a\nb\"", offer);
    let utf8 = wire(&FULL);
    assert_eq!(utf8.charset.map(|charset| charset.name()), Some("UTF-8"));
    let pieces = [
        Piece::Text("SUBJECT ".to_owned()),
        Piece::Literal("señor".to_owned()),
        Piece::Text(" NOT FROM ".to_owned()),
        Piece::Literal("a\nb".to_owned()),
    ];
    assert_eq!(utf8.server.pieces(), pieces);
    assert_eq!(utf8.server.to_string(), r#"SUBJECT {6}"señor" NOT FROM {3}"a\nb""#);
    for enabled in [Capabilities { utf8: true, ..FULL }, Capabilities { rev2: true, ..FULL }] {
        let plan = wire(&Capabilities { charset_unavailable: true, ..enabled });
        assert_eq!((plan.charset, plan.residue), (None, None));
        assert_eq!(plan.server.pieces()[0], Piece::Text("SUBJECT \"señor\" NOT FROM ".to_owned()));
    }
    let none = wire(&Capabilities { charset_unavailable: true, ..FULL });
    assert_eq!((none.charset, none.needs.as_slice()), (None, &[Item::Envelope][..]));
    assert_eq!(none.server.to_string(), r#"NOT FROM {3}"a\nb""#);
    assert_eq!(none.residue, Some(read("subject:señor")));
    let long = plan(&format!("x{}", "y".repeat(1024)), &FULL);
    assert!(matches!(long.server.pieces(), [Piece::Text(_), Piece::Literal(_)]));
}

#[test]
fn a_plan_is_told_in_lines() {
    let told = |query: &str, offer: &Capabilities| plan(query, offer).lines();
    assert_eq!(
        told("unseen larger:5M filename:*.pdf", &FULL),
        ["S: UID SEARCH RETURN (ALL COUNT) UNSEEN LARGER 5242880", "C: filename:*.pdf on BODYSTRUCTURE of hits"]
    );
    assert_eq!(
        told("ñ younger:1h", &Capabilities::default()),
        [
            "S: UID SEARCH CHARSET UTF-8 TEXT {2}\"ñ\" SINCE 22-Nov-2026",
            "C: younger:1h on INTERNALDATE of hits",
            "* the server has no WITHIN: it is asked for days, and the time is checked here",
        ]
    );
    let hostile = told("subject:/\u{1b}2J/ \"\u{202e}x\"", &FULL);
    assert!(hostile.iter().all(|line| !line.contains(['\u{1b}', '\u{202e}'])), "{hostile:?}");
    let offered =
        Capabilities::of(["IMAP4rev1", "esearch", "WITHIN", "OBJECTID", "SEARCH=FUZZY", "QRESYNC", "SAVEDATE"]);
    assert_eq!(offered, FULL);
    assert!(!Capabilities::of(["IMAP4rev2", "IMAP4rev1"]).rev2 && Capabilities::of(["IMAP4rev2"]).rev2);
    let rev2 = Capabilities { rev2: true, ..Capabilities::default() };
    assert_eq!(told("ñ", &rev2), ["S: UID SEARCH RETURN (ALL COUNT) TEXT \"ñ\""]);
}

#[test]
fn what_cannot_be_read_is_shown() {
    for (query, column, words) in [
        ("form:bob", 1, "no key form:; did you mean from:?"),
        ("seen http://x", 6, "in quotes it is text"),
        ("(seen", 1, "not closed"),
        ("seen )", 6, "closes nothing"),
        ("()", 2, "missing"),
        ("seen OR", 8, "missing"),
        ("OR seen", 1, "before OR"),
        ("seen -", 7, "missing"),
        ("NOT", 4, "missing"),
        ("- seen", 2, "missing"),
        ("from:", 1, "nothing to look for"),
        ("\"\"", 1, "nothing to look for"),
        ("from:\"bob", 6, "quote is not closed"),
        ("\"a\"b", 4, "blank"),
        ("a(b)", 2, "blank"),
        ("subject:/a", 9, "no / at its end"),
        ("subject:/(/", 9, ""),
        ("uid:/1/", 5, "expression"),
        ("since:12h", 7, "younger:"),
        ("since:soon", 7, "2026-01-31"),
        ("older:2026-01-01", 7, "before:"),
        ("older:0d", 7, "length"),
        ("larger:5T", 8, "1024"),
        ("larger:99999999999999999999", 8, "size"),
        ("uid:0", 5, "numbers"),
        ("modseq:x", 8, "mod-sequence"),
        ("keyword:\\Seen", 9, "seen"),
        ("keyword:a{b", 9, "atom"),
        ("emailid:a.b", 9, "identifier"),
        ("has:stars", 5, "has:attachment"),
        ("is:nice", 4, "unread"),
        ("header:=x", 8, "name of a field"),
        ("header:ñ=x", 8, "name of a field"),
        ("imap:'a\r\nb LOGOUT'", 6, "control"),
        ("imap:'SEEN)'", 6, "closes nothing"),
        ("imap:'(SEEN'", 6, "not closed"),
        ("imap:'TEXT {3}'", 6, "literal"),
        ("imap:'TEXT \"x'", 6, "quote"),
        ("imap:' '", 6, "no search keys"),
        ("from:(to:x)", 7, "about from:"),
        ("a\0b", 2, "NUL"),
    ] {
        let error = parse(query).expect_err(query);
        assert_eq!(error.column, column, "{query}: {error}");
        assert!(error.to_string().contains(words), "{query}: {error}");
    }
    let error = parse("señor form:bob seen").expect_err("no such key").to_string();
    assert!(error.ends_with("\n  señor form:bob seen\n        ^^^^"), "{error}");
    let hostile = parse("\u{1b}[2J\u{202e} form:x").expect_err("no such key").to_string();
    assert!(!hostile.contains(['\u{1b}', '\u{202e}']), "{hostile}");
    let long = format!("{} form:x {}", "a ".repeat(9000), "b ".repeat(9000));
    assert!(parse(&long).expect_err("no such key").to_string().len() < 500);
    assert!(parse(&"a ".repeat(33_000)).expect_err("too long").message.contains("64 KiB"));
    assert!(parse(&"(".repeat(101)).expect_err("too deep").message.contains("100"));
    let deep = read(&format!("{}type:a{}", "-(b OR c ".repeat(100), ")".repeat(100)));
    assert!(compile(&deep, &FULL, &now()).is_ok());
    assert_eq!(read(&deep.to_string()), deep);
    assert_eq!(read(&format!("{}seen", "-".repeat(60_001))), read("unseen"));
}

#[test]
fn words_of_a_command_line() {
    for (words, query) in [
        (&["subject:two words", "seen"][..], r#"subject:"two words" seen"#),
        (&["-subject:two words"], r#"-subject:"two words""#),
        (&["not:subject:two words"], r#"-subject:"two words""#),
        (&["from:bob subject:x"], "from:bob subject:x"),
        (&["from:bob -subject:x"], "from:bob -subject:x"),
        (&["from:bob OR seen"], "from:bob OR seen"),
        (&["unseen from:bob"], "unseen from:bob"),
        (&["(seen", "OR", "flagged)"], "seen OR flagged"),
        (&["subject:/two words/"], "subject:/two words/"),
        (&["from:(bob OR alice)"], "from:(bob OR alice)"),
        (&["subject:say \"hi\" \\ now"], r#"subject:"say \"hi\" \\ now""#),
        (&["subject:Re: x"], r#"subject:"Re: x""#),
        (&["imap:OR SEEN FLAGGED"], "imap:'OR SEEN FLAGGED'"),
        (&[], "all"),
    ] {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        let read_words = parse_words(&words).unwrap_or_else(|error| panic!("{words:?}: {error}"));
        assert_eq!(read_words, read(query), "{words:?}");
    }
}
