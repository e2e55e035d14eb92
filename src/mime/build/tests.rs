use proptest::prelude::*;

use super::*;
use crate::base::Address;
use crate::mime::address_list::parse;
use crate::mime::flaw::Severity;
use crate::mime::layers::Reader;
use crate::mime::lint::lint;
use crate::mime::parse::Limits;
use crate::mime::survey::Facts;
use crate::mime::tree::{Builder, Tree};

const SOURCES: [&[u8]; 9] = [
    b"",
    b"hello\nworld",
    "¿Qué tal?\r\n".as_bytes(),
    b"<p>x</p>\n",
    b"\x89PNG\r\n\x1a\n\0\xff\r\n\n\r",
    b"Subject: inner\n\nbody\n",
    "Subject: inner\n\nañ\n".as_bytes(),
    &[b'x'; 2000],
    b".\n--token_1\n \nFrom here \n=\n",
];

fn part(source: usize, content_type: &str, file_name: Option<&str>) -> Entity {
    let facts = Facts::of(SOURCES[source]);
    let part = Part { source: SourceId(source), facts, charset: None, encoding: Encoding::Text };
    Entity { file_name: file_name.map(str::to_owned), ..Entity::new(content_type, Body::Part(part)) }
}

/// The same, with one thing changed in what it holds.
fn changed(mut entity: Entity, change: impl Fn(&mut Part)) -> Entity {
    match &mut entity.body {
        Body::Part(part) => change(part),
        Body::Multipart(_) => panic!("a part"),
    }
    entity
}

fn attached(source: usize, content_type: &str, file_name: Option<&str>) -> Entity {
    let entity = changed(part(source, content_type, file_name), |part| part.encoding = Encoding::Octets);
    Entity { disposition: Some(Disposition::Attachment), ..entity }
}

fn given(entity: Entity, forced: Option<TransferEncoding>) -> Entity {
    changed(entity, |part| part.encoding = forced.map_or(Encoding::Text, Encoding::Given))
}

fn draft() -> Draft {
    Draft {
        from: parse("José <a@x.test>").unwrap(),
        to: parse("b@x.test, \"Doe, J\" <c@españa.test>").unwrap(),
        cc: Vec::new(),
        reply_to: Vec::new(),
        subject: Some("El café".to_owned()),
        extra: Vec::new(),
        date: "2026-11-03T09:05:07+01:00[Europe/Madrid]".parse().unwrap(),
        message_id: "1@x.test".to_owned(),
        charset: Charset::UTF_8,
        body: part(0, "text/plain", None),
        boundary: "tok=en".to_owned(),
    }
}

const PLAIN: Transport = Transport { eight_bit: false, smtputf8: false, binary: false };
const FULL: Transport = Transport { eight_bit: true, smtputf8: true, binary: false };
const BINARY: Transport = Transport { binary: true, ..FULL };

/// Runs the encoders as a writer would.
fn written(composition: &Composition) -> Vec<u8> {
    let mut out = Vec::new();
    for piece in &composition.pieces {
        match piece {
            Piece::Octets(octets) => out.extend_from_slice(octets),
            Piece::Source { source, encoding } => {
                let mut encoder = encoding.encoder();
                encoder.push(SOURCES[source.0], &mut out);
                encoder.finish(&mut out);
            }
        }
    }
    assert_eq!(out.len() as u64, composition.size);
    out
}

fn shown(draft: &Draft, transport: Transport) -> String {
    String::from_utf8(written(&draft.compose(transport).unwrap())).unwrap()
}

#[test]
fn a_message_without_anything() {
    let expected = "Date: Tue, 03 Nov 2026 09:05:07 +0100\r\n\
        From: =?utf-8?B?Sm9zw6k=?= <a@x.test>\r\n\
        To: b@x.test, \"Doe, J\" <c@xn--espaa-rta.test>\r\n\
        Subject: El =?utf-8?B?Y2Fmw6k=?=\r\n\
        Message-ID: <1@x.test>\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=us-ascii\r\n\
        Content-Transfer-Encoding: 7bit\r\n\r\n";
    assert_eq!(shown(&draft(), FULL), expected);
}

#[test]
fn everything_at_once() {
    let mut draft = draft();
    let inline = Some(Disposition::Inline);
    let picture = attached(4, "image/png", Some("ñ.png"));
    let picture = Entity { content_id: Some("i@x".to_owned()), disposition: inline, ..picture };
    let (text, html) = (part(1, "text/plain", None), part(2, "text/html", None));
    let attachments = vec![attached(5, "message/rfc822", None)];
    draft.body = Entity::arrange(Some(text), Some(html), vec![picture], attachments).unwrap();
    let message = shown(&draft, FULL);
    let body = "Content-Type: multipart/mixed; boundary=\"tok=en_1\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_1\r\n\
        Content-Type: multipart/alternative; boundary=\"tok=en_2\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_2\r\n\
        Content-Type: text/plain; charset=us-ascii\r\n\
        Content-Transfer-Encoding: 7bit\r\n\r\n\
        hello\r\nworld\r\n\
        \r\n--tok=en_2\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"tok=en_3\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_3\r\n\
        Content-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: 8bit\r\n\r\n\
        ¿Qué tal?\r\n\
        \r\n--tok=en_3\r\n\
        Content-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\
        Content-ID: <i@x>\r\n\
        Content-Disposition: inline; filename*=utf-8''%C3%B1.png\r\n\r\n\
        iVBORw0KGgoA/w0KCg0=\r\n\
        \r\n--tok=en_3--\r\n\
        \r\n--tok=en_2--\r\n\
        \r\n--tok=en_1\r\n\
        Content-Type: message/rfc822\r\n\
        Content-Transfer-Encoding: 7bit\r\n\
        Content-Disposition: attachment\r\n\r\n\
        Subject: inner\r\n\r\nbody\r\n\
        \r\n--tok=en_1--\r\n";
    assert_eq!(message.split_once("MIME-Version: 1.0\r\n").unwrap().1, body);
    assert!(draft.compose(FULL).unwrap().eight_bit);
    let plain = draft.compose(PLAIN).unwrap();
    assert!(!plain.eight_bit && written(&plain).is_ascii());
}

#[test]
fn the_size_is_exact_in_every_combination() {
    use TransferEncoding::*;
    let mut composed = 0;
    for text in [None, Some(0), Some(1), Some(2), Some(7), Some(8)] {
        for html in [None, Some(3), Some(2), Some(4)] {
            for (inline, attachments) in [(0, 0), (1, 0), (0, 1), (2, 3), (0, 9)] {
                for transport in [PLAIN, FULL, BINARY] {
                    for forced in [None, Some(SevenBit), Some(EightBit), Some(QuotedPrintable), Some(Base64)] {
                        let mut draft = draft();
                        let text = text.map(|source| given(part(source, "text/plain", None), forced));
                        let html = html.map(|source| given(part(source, "text/html", None), forced));
                        let inline = (0..inline).map(|n| attached(n, "image/gif", Some("i"))).collect();
                        let files = (0..attachments).map(|n| attached(n, "text/x", Some("ñandú"))).collect();
                        let Some(body) = Entity::arrange(text, html, inline, files) else { continue };
                        draft.body = body;
                        let Ok(composition) = draft.compose(transport) else { continue };
                        let message = written(&composition);
                        composed += 1;
                        let lines = message.split(|&octet| octet == b'\n').all(|line| line.len() <= 999);
                        assert!(lines || composition.binary);
                        assert!(transport == BINARY || !composition.binary);
                        assert_eq!(!message.is_ascii(), composition.eight_bit || composition.utf8_header);
                    }
                }
            }
        }
    }
    assert!(composed > 500, "{composed}");
}

#[test]
fn the_encoding_is_forced_or_refused() {
    let refused = |part: Entity, transport, forced| {
        let draft = Draft { body: given(part, forced), ..draft() };
        draft.compose(transport).unwrap_err().to_string()
    };
    let text = |source| part(source, "text/plain", None);
    let seven = Some(TransferEncoding::SevenBit);
    let eight = Some(TransferEncoding::EightBit);
    assert_eq!(refused(text(2), FULL, seven), "the text cannot be sent as 7bit: it holds octets above 127");
    assert_eq!(refused(text(7), FULL, eight), "the text cannot be sent as 8bit: it has lines of more than 998 octets");
    assert_eq!(refused(text(4), FULL, eight), "the text cannot be sent as 8bit: it holds NUL");
    assert!(refused(text(2), PLAIN, eight).ends_with("8BITMIME is missing on the way"));
    let named = || part(6, "message/rfc822", Some("m.eml"));
    assert!(refused(named(), PLAIN, None).starts_with("the part \"m.eml\" cannot be sent as 8bit"));
    assert!(refused(named(), FULL, Some(TransferEncoding::Base64)).ends_with("(RFC 2046 §5.2.1)"));
    let binary = Some(TransferEncoding::Binary);
    assert!(refused(text(4), FULL, binary).ends_with("BINARYMIME is missing on the way"));
    let picture = part(4, "image/png", None);
    let printable = Some(TransferEncoding::QuotedPrintable);
    assert!(refused(picture, FULL, printable).ends_with("its line ends would change"));
    assert!(Draft { body: given(text(4), binary), ..draft() }.compose(BINARY).unwrap().binary);
}

#[test]
fn the_charset_is_what_the_octets_are() {
    let field = |content_type: &str, source, charset| {
        let body = changed(part(source, content_type, None), |part| part.charset = Some(charset));
        let draft = Draft { body, from: Vec::new(), subject: None, ..draft() };
        let message = shown(&draft, PLAIN);
        let line = message.lines().find(|line| line.starts_with("Content-Type")).unwrap().to_owned();
        line.split_once("; ").map_or(String::new(), |(_, parameter)| parameter.to_owned())
    };
    assert_eq!(field("text/plain", 1, Charset::UTF_8), "charset=us-ascii");
    assert_eq!(field("text/plain", 2, Charset::UTF_8), "charset=utf-8");
    assert_eq!(field("text/plain", 1, Charset::parse("iso-2022-jp").unwrap()), "charset=ISO-2022-JP");
    assert_eq!(field("text/plain; charset=x", 2, Charset::UTF_8), "charset=x");
    assert_eq!(field("application/json", 2, Charset::UTF_8), "");
}

#[test]
fn extra_fields() {
    let with = |extra: &[&str]| Draft { extra: extra.iter().map(|f| Field::parse(f).unwrap()).collect(), ..draft() };
    let message = shown(&with(&["X-A: 1", "subject: =?x?=", "Sender: Ñ <s@x>", "X-B: año", "Cc: z@x"]), PLAIN);
    let names: Vec<_> = message.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "Date",
            "From",
            "To",
            "Cc",
            "subject",
            "Message-ID",
            "X-A",
            "Sender",
            "X-B",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding"
        ]
    );
    assert!(message.contains("\r\nsubject: =?x?=\r\n"));
    assert!(message.contains("\r\nSender: =?utf-8?B?w5E=?= <s@x>\r\n"));
    assert!(message.contains("\r\nX-B: =?utf-8?Q?a=C3=B1o?=\r\n"));
    let error = |extra: &str| with(&[extra]).compose(FULL).unwrap_err().to_string();
    assert!(error("BCC: x@y").ends_with("--bcc"));
    assert!(error("Resent-Bcc: x@y").ends_with("--bcc"));
    for name in ["Content-Type", "mime-version", "Content-Transfer-Encoding"] {
        assert!(error(&format!("{name}: x")).contains("match the body"));
    }
    assert!(error("Sender: ñ x@y").starts_with("Sender: at offset"));
}

#[test]
fn utf8_headers_only_where_they_are_needed() {
    let mut draft = draft();
    assert!(!draft.needs_smtputf8() && !draft.compose(FULL).unwrap().utf8_header);
    draft.cc = vec![Mailbox { name: None, address: Address::parse("josé@españa.test").unwrap() }];
    assert!(draft.needs_smtputf8() && draft.compose(FULL).unwrap().utf8_header);
    assert!(shown(&draft, FULL).contains("From: José <a@x.test>\r\n"));
    assert!(shown(&draft, FULL).contains("\r\nCc: josé@españa.test\r\n"));
    assert!(matches!(draft.compose(PLAIN), Err(BuildError::Addresses { .. })));
    draft.extra = vec![Field::parse("Cc: a@b").unwrap()];
    assert!(!draft.needs_smtputf8());
    draft.extra = vec![Field::parse("Sender: é@b").unwrap()];
    assert!(draft.needs_smtputf8());
}

#[test]
fn no_line_end_gets_into_any_field() {
    for evil in ["x\r\nBcc: y@z", "x\ny", "x\ry", "x\0y"] {
        let named = || vec![Mailbox { name: Some(evil.to_owned()), address: Address::parse("a@b").unwrap() }];
        let file = |content_type, name| attached(1, content_type, name);
        let attached = |file| Draft { body: Entity::multipart("mixed", vec![file]), ..draft() };
        let drafts = [
            Draft { from: named(), ..draft() },
            Draft { to: named(), ..draft() },
            Draft { cc: named(), ..draft() },
            Draft { reply_to: named(), ..draft() },
            Draft { subject: Some(evil.to_owned()), ..draft() },
            Draft { subject: Some(format!("é{evil}")), ..draft() },
            Draft { message_id: evil.to_owned(), ..draft() },
            Draft { boundary: evil.to_owned(), ..draft() },
            attached(file("text/plain", Some(evil))),
            attached(file(&format!("text/plain; a=\"{evil}\""), None)),
            attached(Entity { content_id: Some(evil.to_owned()), ..file("text/plain", None) }),
            attached(Entity { description: Some(evil.to_owned()), ..file("text/plain", None) }),
            Draft { body: Entity::multipart(evil, vec![file("text/plain", None)]), ..draft() },
        ];
        for (at, draft) in drafts.iter().enumerate() {
            assert!(draft.compose(FULL).is_err(), "{at} {evil:?}");
        }
        assert!(Field::new("X", evil).is_err() && Address::parse(&format!("{evil}@b")).is_err());
    }
}

#[test]
fn quoted_printable_needs_a_full_survey() {
    let text = changed(part(2, "text/plain", None), |part| part.facts.quoted_printable = None);
    let draft = Draft { body: given(text, Some(TransferEncoding::QuotedPrintable)), ..draft() };
    assert!(matches!(draft.compose(FULL), Err(BuildError::Unsurveyed { .. })));
    let draft = Draft { body: given(draft.body.clone(), None), ..draft };
    assert!(draft.compose(PLAIN).is_ok());
}

/// A tree of multiparts within one another, a text at the bottom.
fn nested(depth: usize) -> Entity {
    (0..depth).fold(part(1, "text/plain", None), |inner, _| Entity::multipart("mixed", vec![inner]))
}

#[test]
fn trees_as_deep_as_readers_follow() {
    let message = shown(&Draft { body: nested(MAX_DEPTH), ..draft() }, PLAIN);
    assert_eq!(message.matches("boundary=").count(), MAX_DEPTH);
    let last = format!("--tok=en_{MAX_DEPTH}");
    assert!(message.contains(&last) && message.contains("--tok=en_001\r\n"), "{message}");
    let deeper = Draft { body: nested(MAX_DEPTH + 1), ..draft() };
    assert_eq!(deeper.compose(PLAIN).unwrap_err(), BuildError::Depth);
}

#[test]
fn no_boundary_begins_another() {
    for parts in [1, 2, 9, 10, 11, 120] {
        let parts = (0..parts).map(|_| nested(1)).collect();
        let message = shown(&Draft { body: Entity::multipart("mixed", parts), ..draft() }, PLAIN);
        let boundaries: Vec<_> =
            message.split("boundary=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for (at, one) in boundaries.iter().enumerate() {
            assert!(boundaries.iter().enumerate().all(|(n, other)| n == at || !other.starts_with(one)), "{one}");
        }
    }
    let alone = shown(&Draft { body: nested(1), boundary: "frontera".to_owned(), ..draft() }, PLAIN);
    assert!(alone.contains("boundary=frontera\r\n") && alone.ends_with("\r\n--frontera--\r\n"), "{alone}");
}

#[test]
fn what_stands_around_the_parts() {
    let with = |preamble: &str, epilogue: &str| {
        let (preamble, epilogue) = (preamble.to_owned(), epilogue.to_owned());
        let inner = Multipart { preamble, parts: vec![part(1, "text/plain", None)], epilogue };
        let inner = Entity::new("multipart/x; a=b", Body::Multipart(inner));
        Draft { body: Entity::multipart("mixed", vec![inner]), ..draft() }
    };
    let message = shown(&with("before\nall\n", "behind"), PLAIN);
    let expected = "Content-Type: multipart/x; a=b; boundary=\"tok=en_2\"\r\n\r\nbefore\r\nall\r\n\r\n--tok=en_2\r\n";
    assert!(message.contains(expected), "{message}");
    assert!(message.ends_with("\r\n--tok=en_2--\r\nbehind\r\n\r\n--tok=en_1--\r\n"), "{message}");
    for bad in ["ñ", "\0", "a\n--tok=en", &"x".repeat(999)] {
        assert!(matches!(with(bad, "").compose(FULL), Err(BuildError::Margin { name: "preamble", .. })));
        assert!(matches!(with("", bad).compose(FULL), Err(BuildError::Margin { name: "epilogue", .. })));
    }
}

#[test]
fn trees_that_are_none() {
    let error = |body| Draft { body, ..draft() }.compose(FULL).unwrap_err().to_string();
    assert_eq!(error(Entity::multipart("mixed", Vec::new())), "the multipart has no parts");
    let inner = Entity::multipart("mixed; boundary=x", vec![nested(0)]);
    assert!(error(Entity::multipart("mixed", vec![nested(0), inner])).starts_with("the multipart (part 2): "));
    let text = Entity { content_type: "text/plain".to_owned(), ..nested(1) };
    assert!(error(text).contains("is not the media type of a multipart"));
    assert!(error(part(1, "multipart/mixed", None)).contains("is not the media type of a single part"));
    let twice = Field::parse("content-id: <a@b>").unwrap();
    let part = Entity { content_id: Some("c@d".to_owned()), extra: vec![twice], ..nested(0) };
    assert_eq!(
        error(Entity::multipart("mixed", vec![part])),
        "the field content-id is made to match the body and cannot be given"
    );
}

#[test]
fn a_multipart_tells_of_the_most_that_it_holds() {
    let tree = |leaf| Entity::multipart("mixed", vec![nested(1), Entity::multipart("mixed", vec![leaf])]);
    let told = |leaf, transport| {
        let message = written(&Draft { body: tree(leaf), ..draft() }.compose(transport).unwrap());
        let message = String::from_utf8_lossy(&message).into_owned();
        let heads = message.split("\r\n\r\n").filter(|head| head.contains("multipart/"));
        let word = |head: &str| head.split("Encoding: ").nth(1).map_or("", |rest| rest.trim()).to_owned();
        heads.map(word).collect::<Vec<_>>()
    };
    let text = || part(2, "text/plain", None);
    assert_eq!(told(text(), PLAIN), ["", "", ""]);
    assert_eq!(told(text(), FULL), ["8bit", "", "8bit"]);
    assert_eq!(told(attached(4, "image/png", None), BINARY), ["binary", "", "binary"]);
    assert_eq!(told(attached(4, "image/png", None), FULL), ["", "", ""]);
}

#[test]
fn the_root_of_what_is_related_is_named() {
    let related = |content_type: &str| {
        let start = Entity { content_id: Some("s@x".to_owned()), ..part(3, "text/html", None) };
        let parts = vec![part(1, "text/plain", None), start];
        let body = Entity { content_type: content_type.to_owned(), ..Entity::multipart("related", parts) };
        let message = shown(&Draft { body, ..draft() }, PLAIN);
        message.split("Content-Type: ").nth(1).unwrap().split("\r\n\r\n").next().unwrap().replace("\r\n ", " ")
    };
    assert_eq!(related("multipart/related"), "multipart/related; type=\"text/plain\"; boundary=\"tok=en\"");
    assert!(related("multipart/related; start=\"<s@x>\"").contains("; type=\"text/html\";"));
    assert_eq!(related("multipart/related; type=\"x/y\"").matches("type=").count(), 1);
}

#[test]
fn every_choice_is_told() {
    let told = |entity: Entity, transport| {
        let choices = Draft { body: entity, ..draft() }.compose(transport).unwrap().choices;
        let one = |choice: &Choice| {
            let others = choice.others.iter().map(|other| (other.encoding.name(), other.size, other.needs));
            (choice.section.clone(), choice.encoding.name(), choice.size, others.collect::<Vec<_>>())
        };
        choices.iter().map(one).collect::<Vec<_>>()
    };
    let text = told(part(2, "text/plain", None), PLAIN);
    let others = vec![("base64", 22, None), ("8bit", 13, Some("8BITMIME"))];
    assert_eq!(text, [("1".to_owned(), "quoted-printable", 21, others)]);
    let tree = Entity::multipart("mixed", vec![part(1, "text/plain", None), attached(4, "image/png", None)]);
    let told = told(tree, PLAIN);
    assert_eq!((told[0].0.as_str(), told[0].1), ("1", "7bit"));
    assert_eq!(told[1], ("2".to_owned(), "base64", 22, vec![("binary", 14, Some("BINARYMIME"))]));
}

/// What our own reader finds in a message.
fn read(message: &[u8]) -> Tree {
    let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
    reader.push(message, &mut |layer, event| builder.event(layer, &event));
    reader.finish(&mut |layer, event| builder.event(layer, &event));
    builder.finish()
}

/// Any part, whatever it is called.
fn any_part() -> impl Strategy<Value = Entity> {
    const TYPES: [&str; 5] = ["text/plain", "text/html; a=b", "text/calendar", "image/png", "application/x"];
    let encoding = prop_oneof![Just(Encoding::Text), Just(Encoding::Octets)];
    let shown = proptest::option::of(prop_oneof![Just(Disposition::Inline), Just(Disposition::Attachment)]);
    let name = proptest::option::of("[a-z ñ🥞\"\\\\;=%']{1,60}");
    let about = proptest::option::of("[ -~ñ🥞]{0,90}");
    (0..SOURCES.len(), proptest::sample::select(&TYPES[..]), encoding, shown, name, about).prop_map(
        |(source, content_type, encoding, disposition, file_name, description)| {
            let no_text = std::str::from_utf8(SOURCES[source]).is_err();
            let entity = if no_text { attached(source, "image/png", None) } else { part(source, content_type, None) };
            let entity = changed(entity, |part| part.encoding = if no_text { Encoding::Octets } else { encoding });
            Entity { disposition, file_name, description, ..entity }
        },
    )
}

/// Any tree: six levels of all kinds of multipart.
fn any_tree() -> impl Strategy<Value = Entity> {
    any_part().prop_recursive(6, 30, 4, |inner| {
        let subtype = proptest::sample::select(&["mixed", "alternative", "related", "x-any"][..]);
        (subtype, proptest::collection::vec(inner, 1..5)).prop_map(|(subtype, parts)| Entity::multipart(subtype, parts))
    })
}

proptest! {
    #[test]
    fn any_tree_is_read_as_it_was_built(body in any_tree()) {
        for transport in [PLAIN, FULL, BINARY] {
            let composition = Draft { body: body.clone(), ..draft() }.compose(transport).unwrap();
            let message = written(&composition);
            let tree = read(&message);
            let leaves: Vec<_> = tree.entities.iter().filter(|entity| entity.is_leaf()).collect();
            let found = leaves.iter().map(|leaf| (leaf.section.to_string(), leaf.encoding(), leaf.octets()));
            let made = composition.choices.iter().map(|choice| (choice.section.clone(), choice.encoding.name(), choice.size));
            prop_assert_eq!(found.collect::<Vec<_>>(), made.collect::<Vec<_>>());
            let worst = lint(&message).worst();
            prop_assert!(worst.is_none_or(|worst| worst == Severity::Info), "{:?}", lint(&message));
        }
    }
}
