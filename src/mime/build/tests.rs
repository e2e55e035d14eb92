use super::*;
use crate::base::Address;
use crate::mime::address_list::parse;

const SOURCES: [&[u8]; 9] = [
    b"",
    b"hello\nworld",
    "¿Qué tal?\r\n".as_bytes(),
    b"<p>x</p>\n",
    b"\x89PNG\r\n\x1a\n\0\xff\r\n\n\r",
    b"Subject: inner\n\nbody\n",
    "Subject: inner\n\nañ\n".as_bytes(),
    &[b'x'; 2000],
    b".\n--token_mixed\n \nFrom here \n=\n",
];

fn part(source: usize, content_type: &str, file_name: Option<&str>) -> Part {
    Part {
        source: SourceId(source),
        facts: Facts::of(SOURCES[source]),
        content_type: content_type.to_owned(),
        file_name: file_name.map(str::to_owned),
        content_id: None,
    }
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
        text: None,
        html: None,
        inline: Vec::new(),
        attachments: Vec::new(),
        boundary: "tok=en".to_owned(),
    }
}

const PLAIN: Transport = Transport { eight_bit: false, smtputf8: false };
const FULL: Transport = Transport { eight_bit: true, smtputf8: true };

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
    String::from_utf8(written(&draft.compose(transport, None).unwrap())).unwrap()
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
    draft.text = Some(part(1, "text/plain", None));
    draft.html = Some(part(2, "text/html", None));
    draft.inline = vec![Part { content_id: Some("i@x".to_owned()), ..part(4, "image/png", Some("ñ.png")) }];
    draft.attachments = vec![part(5, "message/rfc822", None)];
    let message = shown(&draft, FULL);
    let body = "Content-Type: multipart/mixed; boundary=\"tok=en_mixed\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_mixed\r\n\
        Content-Type: multipart/alternative; boundary=\"tok=en_alternative\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_alternative\r\n\
        Content-Type: text/plain; charset=us-ascii\r\n\
        Content-Transfer-Encoding: 7bit\r\n\r\n\
        hello\r\nworld\r\n\
        \r\n--tok=en_alternative\r\n\
        Content-Type: multipart/related; type=\"text/html\";\r\n\x20boundary=\"tok=en_related\"\r\n\
        Content-Transfer-Encoding: 8bit\r\n\
        \r\n--tok=en_related\r\n\
        Content-Type: text/html; charset=utf-8\r\n\
        Content-Transfer-Encoding: 8bit\r\n\r\n\
        ¿Qué tal?\r\n\
        \r\n--tok=en_related\r\n\
        Content-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\
        Content-ID: <i@x>\r\n\
        Content-Disposition: inline; filename*=utf-8''%C3%B1.png\r\n\r\n\
        iVBORw0KGgoA/w0KCg0=\r\n\
        \r\n--tok=en_related--\r\n\
        \r\n--tok=en_alternative--\r\n\
        \r\n--tok=en_mixed\r\n\
        Content-Type: message/rfc822\r\n\
        Content-Transfer-Encoding: 7bit\r\n\
        Content-Disposition: attachment\r\n\r\n\
        Subject: inner\r\n\r\nbody\r\n\
        \r\n--tok=en_mixed--\r\n";
    assert_eq!(message.split_once("MIME-Version: 1.0\r\n").unwrap().1, body);
    assert!(draft.compose(FULL, None).unwrap().eight_bit);
    let plain = draft.compose(PLAIN, None).unwrap();
    assert!(!plain.eight_bit && written(&plain).is_ascii());
}

#[test]
fn the_size_is_exact_in_every_combination() {
    use TransferEncoding::*;
    let mut composed = 0;
    for text in [None, Some(0), Some(1), Some(2), Some(7), Some(8)] {
        for html in [None, Some(3), Some(2), Some(4)] {
            for (inline, attachments) in [(0, 0), (1, 0), (0, 1), (2, 3), (0, 9)] {
                for transport in [PLAIN, FULL] {
                    for forced in [None, Some(SevenBit), Some(EightBit), Some(QuotedPrintable), Some(Base64)] {
                        let mut draft = draft();
                        draft.text = text.map(|source| part(source, "text/plain", None));
                        draft.html = html.map(|source| part(source, "text/html", None));
                        draft.inline = (0..inline).map(|n| part(n, "image/gif", Some("i"))).collect();
                        draft.attachments = (0..attachments).map(|n| part(n, "text/x", Some("ñandú"))).collect();
                        let Ok(composition) = draft.compose(transport, forced) else { continue };
                        let message = written(&composition);
                        composed += 1;
                        assert!(message.split(|&octet| octet == b'\n').all(|line| line.len() <= 999));
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
    let refused = |part: Part, transport, forced| {
        let draft = Draft { text: Some(part), ..draft() };
        draft.compose(transport, forced).unwrap_err().to_string()
    };
    let text = |source| part(source, "text/plain", None);
    let seven = Some(TransferEncoding::SevenBit);
    let eight = Some(TransferEncoding::EightBit);
    assert_eq!(refused(text(2), FULL, seven), "the text cannot be sent as 7bit: it holds octets above 127");
    assert_eq!(refused(text(7), FULL, eight), "the text cannot be sent as 8bit: it has lines of more than 998 octets");
    assert_eq!(refused(text(4), FULL, eight), "the text cannot be sent as 8bit: it holds NUL");
    assert!(refused(text(2), PLAIN, eight).ends_with("8BITMIME is missing on the way"));
    let named = part(6, "message/rfc822", Some("m.eml"));
    assert!(refused(named, PLAIN, None).starts_with("the text \"m.eml\" cannot be sent as 8bit"));
}

#[test]
fn the_charset_is_what_the_octets_are() {
    let field = |content_type: &str, source, charset| {
        let text = Some(part(source, content_type, None));
        let draft = Draft { text, charset, from: Vec::new(), subject: None, ..draft() };
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
    let error = |extra: &str| with(&[extra]).compose(FULL, None).unwrap_err().to_string();
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
    assert!(!draft.needs_smtputf8() && !draft.compose(FULL, None).unwrap().utf8_header);
    draft.cc = vec![Mailbox { name: None, address: Address::parse("josé@españa.test").unwrap() }];
    assert!(draft.needs_smtputf8() && draft.compose(FULL, None).unwrap().utf8_header);
    assert!(shown(&draft, FULL).contains("From: José <a@x.test>\r\n"));
    assert!(shown(&draft, FULL).contains("\r\nCc: josé@españa.test\r\n"));
    assert!(matches!(draft.compose(PLAIN, None), Err(BuildError::Addresses { .. })));
    draft.extra = vec![Field::parse("Cc: a@b").unwrap()];
    assert!(!draft.needs_smtputf8());
    draft.extra = vec![Field::parse("Sender: é@b").unwrap()];
    assert!(draft.needs_smtputf8());
}

#[test]
fn no_line_end_gets_into_any_field() {
    for evil in ["x\r\nBcc: y@z", "x\ny", "x\ry", "x\0y"] {
        let named = || vec![Mailbox { name: Some(evil.to_owned()), address: Address::parse("a@b").unwrap() }];
        let file = |content_type, name| part(1, content_type, name);
        let attached = |attachment| Draft { attachments: vec![attachment], ..draft() };
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
            attached(Part { content_id: Some(evil.to_owned()), ..file("text/plain", None) }),
        ];
        for (at, draft) in drafts.iter().enumerate() {
            assert!(draft.compose(FULL, None).is_err(), "{at} {evil:?}");
        }
        assert!(Field::new("X", evil).is_err() && Address::parse(&format!("{evil}@b")).is_err());
    }
}

#[test]
fn quoted_printable_needs_a_full_survey() {
    let mut text = part(2, "text/plain", None);
    text.facts.quoted_printable = None;
    let draft = Draft { text: Some(text), ..draft() };
    let forced = Some(TransferEncoding::QuotedPrintable);
    assert!(matches!(draft.compose(FULL, forced), Err(BuildError::Unsurveyed { .. })));
    assert!(draft.compose(PLAIN, None).is_ok());
}
