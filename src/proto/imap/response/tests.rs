use super::fetch::Content;
use super::*;
use crate::proto::imap::SequenceSet;

fn read(text: &str) -> (Response, Vec<&'static str>) {
    let mut findings = Vec::new();
    let line = Line { octets: Bytes::copy_from_slice(format!("{text}\r\n").as_bytes()), streamed: Vec::new() };
    let response = Response::parse(&line, &mut findings);
    (response, findings.into_iter().map(|finding| finding.code).collect())
}

/// The response, which must be without fault.
fn good(text: &str) -> Response {
    let (response, findings) = read(text);
    assert!(findings.is_empty(), "{text}: {findings:?}");
    response
}

fn data(text: &str) -> Data {
    match read(text).0 {
        Response::Untagged(data) => data,
        other => panic!("{text}: {other:?}"),
    }
}

fn code(text: &str) -> Option<Code> {
    match data(&format!("* OK [{text}] text")) {
        Data::Status(status) => status.code,
        other => panic!("{other:?}"),
    }
}

fn set(text: &str) -> SequenceSet {
    SequenceSet::parse(text.as_bytes()).expect("a set")
}

#[test]
fn statuses() {
    let Response::Tagged { tag, status } = good("a1 NO [AUTHENTICATIONFAILED] no such user") else { panic!() };
    assert_eq!(
        (&tag[..], status.state, status.sentence()),
        (&b"a1"[..], State::No, "NO [AUTHENTICATIONFAILED] no such user".into())
    );
    assert!(matches!(
        good("* BYE bye"),
        Response::Untagged(Data::Status(Status { state: State::Bye, code: None, .. }))
    ));
    assert!(matches!(good("+ idling"), Response::Continue(text) if text == "idling"));
    assert!(matches!(good("+ "), Response::Continue(text) if text.is_empty()));
    assert_eq!(read("+").1.len(), 0);
    for text in ["", "a1", "a1 BYE x", "a1 FETCH", "* ", "( x"] {
        assert!(matches!(read(text).0, Response::Malformed), "{text}");
    }
    // Servers end lines behind the code.
    assert_eq!(read("* OK [HIGHESTMODSEQ 7]").1, ["status-without-text"]);
}

#[test]
fn codes() {
    assert_eq!(code("UIDVALIDITY 3857529045"), Some(Code::UidValidity(3_857_529_045)));
    assert_eq!(code("APPENDUID 38505 3955"), Some(Code::AppendUid { validity: 38_505, uids: set("3955") }));
    let copied = Code::CopyUid { validity: 1, from: set("304,319:320"), to: set("1:4294967295") };
    assert_eq!(code("COPYUID 1 304,319:320 1:4294967295"), Some(copied));
    assert_eq!(code("HIGHESTMODSEQ 18446744073709551615"), Some(Code::HighestModSeq(u64::MAX)));
    assert_eq!(
        code("PERMANENTFLAGS (\\Deleted \\* $a]b)"),
        Some(Code::PermanentFlags(vec![b"\\Deleted".into(), b"\\*".into(), b"$a]b".into()]))
    );
    assert_eq!(code("BADCHARSET (UTF-8)"), Some(Code::BadCharset(vec!["UTF-8".into()])));
    assert_eq!(code("ALERT"), Some(Code::Other { name: "ALERT".into(), value: Vec::new() }));
    assert_eq!(
        code("REFERRAL imap://a/\"x]y\""),
        Some(Code::Other { name: "REFERRAL".into(), value: b"imap://a/\"x]y\"".into() })
    );
    // What is broken is kept as it came.
    let (_, findings) = read("* OK [COPYUID 701  ] done");
    assert_eq!(findings, ["code-malformed"]);
    assert!(code("UIDNEXT -1").is_some_and(|code| matches!(code, Code::Other { .. })));
}

#[test]
fn mailboxes() {
    let Data::List(list) = data("* LIST (\\HasNoChildren \\Sent) \"/\" {4}\r\nSent (\"OLDNAME\" (\"x\"))") else {
        panic!()
    };
    assert_eq!((list.attributes.len(), list.delimiter, &list.mailbox[..]), (2, Some(b'/'), &b"Sent"[..]));
    assert_eq!(&list.extended[..], b"(\"OLDNAME\" (\"x\"))");
    assert!(matches!(
        self::data("* LSUB () NIL INBOX"),
        Data::List(data::List { subscribed: true, delimiter: None, .. })
    ));
    assert!(matches!(data("* LIST (\\a[b) \"/\" [Gmail]"), Data::List(list) if list.mailbox == b"[Gmail]"));
    let (response, findings) = read("* STATUS \"a b\" (MESSAGES 231 UIDNEXT 44292 X NIL HIGHESTMODSEQ 9 ) ");
    let Response::Untagged(Data::MailboxStatus { mailbox, items }) = response else { panic!() };
    assert_eq!((mailbox, items.len(), findings), (b"a b".to_vec(), 3, vec!["item-malformed"]));
    let (_, findings) = read("* STATUS x (MESSAGES 1 APPENDLIMIT NIL)");
    assert_eq!(findings, Vec::<&str>::new());
    let Data::Namespace(all) =
        data("* NAMESPACE ((\"\" \"/\")(\"#mh/\" NIL \"X-P\" (\"f\"))) NIL ((\"Public/\" \"/\"))")
    else {
        panic!()
    };
    assert_eq!(all.each_ref().map(Vec::len), [2, 0, 1]);
    assert_eq!(
        data("* ACL INBOX Fred rwipsl Chris lrs"),
        Data::Acl {
            mailbox: b"INBOX".into(),
            rights: vec![(b"Fred".into(), b"rwipsl".into()), (b"Chris".into(), b"lrs".into())],
        }
    );
    assert!(
        matches!(data("* QUOTA \"\" (STORAGE 10 512 MESSAGE 1 5)"), Data::Quota { resources, .. } if resources.len() == 2)
    );
    assert!(
        matches!(data("* METADATA INBOX (/private/comment NIL)"), Data::Metadata { entries, .. } if entries.len() == 1)
    );
    assert!(
        matches!(data("* METADATA \"\" /shared/a /shared/b"), Data::Metadata { entries, .. } if entries.len() == 2)
    );
}

#[test]
fn searches() {
    assert_eq!(
        data("* SEARCH 2 5 6 (MODSEQ 917162500) "),
        Data::Search { sorted: false, numbers: vec![2, 5, 6], modseq: Some(917_162_500) }
    );
    assert_eq!(data("* SEARCH"), Data::Search { sorted: false, numbers: Vec::new(), modseq: None });
    let (response, findings) = read("* SORT 3 x -1 4294967296 2");
    assert_eq!(
        (response, findings.len()),
        (Response::Untagged(Data::Search { sorted: true, numbers: vec![3, 2], modseq: None }), 3)
    );
    let Data::ExtendedSearch(found) =
        data("* ESEARCH (TAG \"a\") UID COUNT 5 ALL 4:19,21,28 X-NEW (1 2) PARTIAL (1:3 4:6)")
    else {
        panic!()
    };
    assert_eq!((found.tag.as_deref(), found.uid, found.count), (Some(&b"a"[..]), true, Some(5)));
    assert_eq!((found.all, found.partial), (Some(set("4:19,21,28")), Some((b"1:3".to_vec(), Some(set("4:6"))))));
    assert_eq!(data("* VANISHED (EARLIER) 41,43:116"), Data::Vanished { earlier: true, uids: set("41,43:116") });
}

#[test]
fn a_broken_item_does_not_lose_its_neighbours() {
    let text = "* 12 FETCH (FLAGS (\\Seen $x]) UID 7 X-NEW (a (b)) ENVELOPE broken RFC822.SIZE many MODSEQ (8) \
        EMAILID (M1) BODY[HEADER.FIELDS (From To)]<0> {3}\r\na)b BODY[1] NIL SAVEDATE NIL  )";
    let (response, findings) = read(text);
    let Response::Untagged(Data::Fetch(fetch)) = response else { panic!("{response:?}") };
    assert_eq!((fetch.number, fetch.uid(), fetch.flags().map(<[_]>::len)), (12, Some(7), Some(2)));
    assert_eq!(findings, ["item-malformed", "item-malformed"]);
    let others: Vec<_> = fetch
        .items
        .iter()
        .filter_map(|item| if let Item::Other(name, _) = item { Some(name.as_str()) } else { None })
        .collect();
    assert_eq!(others, ["X-NEW", "ENVELOPE", "RFC822.SIZE"]);
    assert!(fetch.items.contains(&Item::ModSeq(8)) && fetch.items.contains(&Item::EmailId(b"M1".to_vec())));
    let contents: Vec<_> = fetch.items.iter().filter(|item| matches!(item, Item::Content { .. })).collect();
    assert_eq!(
        contents,
        [
            &Item::Content {
                name: "BODY[HEADER.FIELDS (FROM TO)]".into(),
                origin: Some(0),
                content: Content::Octets(b"a)b".to_vec())
            },
            &Item::Content { name: "BODY[1]".into(), origin: None, content: Content::Nil },
        ]
    );
}

#[test]
fn structures_are_read_back_as_they_were_written() {
    for text in [
        "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 2279 48 NIL NIL NIL NIL)",
        "((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1152 23 NIL NIL NIL NIL)(\"IMAGE\" \"JPEG\" (\"NAME\" \"a\\\"b.jpg\") \"<id>\" \"a cat\" \
         \"BASE64\" 4554 NIL (\"attachment\" (\"FILENAME\" \"c\")) (\"en\" \"es\") \"http://x/\") \"MIXED\" (\"BOUNDARY\" \"b\") NIL NIL NIL)",
        "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 60 (NIL \"s\" ((NIL NIL \"a\" \"x\")) NIL NIL ((NIL NIL \"g\" NIL)(NIL NIL NIL NIL)) NIL NIL NIL \"<1@x>\") \
         ((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1 NIL NIL NIL NIL) \"DIGEST\" NIL NIL NIL NIL) 3 NIL NIL NIL NIL)",
    ] {
        let Data::Fetch(fetch) = data(&format!("* 1 FETCH (BODYSTRUCTURE {text})")) else { panic!() };
        let [Item::Structure(structure)] = fetch.items.as_slice() else { panic!("{text}: {fetch:?}") };
        let mut written = Vec::new();
        structure.write(crate::proto::imap::body_structure::Form::BodyStructure, &mut written);
        let unspaced = |text: &str| text.replace("\r\n", "").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(unspaced(&String::from_utf8_lossy(&written)), unspaced(text));
    }
}

#[test]
fn structures_of_odd_servers() {
    for text in [
        "(NIL \"alternative\" NIL NIL NIL NIL -1 NIL)",
        "(NIL NIL NIL NIL NIL NIL NIL)",
        "(\"TEXT\" \"PLAIN\" (\"boundary\" NIL) NIL NIL \"7BIT\" 9.3736e+06 -1)",
        "(\"APPLICATION\" \"PDF\" NIL NIL NIL \"BASE64\" 5 NIL \"inline\" NIL)",
        "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"BASE64\" 60 NIL NIL NIL)",
        "((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1) \"MIXED\")",
        "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1 NIL NIL NIL NIL (future (\"x\")) 5)",
    ] {
        let Data::Fetch(fetch) = data(&format!("* 1 FETCH (BODY {text} UID 3)")) else { panic!() };
        assert!(matches!(fetch.items.as_slice(), [Item::Structure(_), Item::Uid(3)]), "{text}: {fetch:?}");
    }
    // Parentheses without end, or too many.
    let deep = format!("* 1 FETCH (UID 3 BODYSTRUCTURE {}{})", "(".repeat(900), ")".repeat(900));
    assert!(matches!(data(&deep), Data::Fetch(fetch) if fetch.uid() == Some(3)));
    let deep = format!("* 1 FETCH (UID 3 BODYSTRUCTURE {}", "(".repeat(1_000_000));
    assert!(matches!(read(&deep).0, Response::Malformed));
}

#[test]
fn what_is_unknown_keeps_its_name() {
    assert_eq!(data("* XLIST (\\Inbox) \"/\" INBOX"), Data::Unknown("XLIST".into()));
    assert_eq!(data("* 5 XFETCH (x)"), Data::Unknown("XFETCH".into()));
    assert_eq!(read("* LIST () nonsense").1, ["response-malformed"]);
}
