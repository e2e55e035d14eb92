use super::body_structure::{Message, *};
use super::envelope::Mailbox;
use super::string::write_nstring;
use super::*;

fn nstring(string: Option<&[u8]>) -> String {
    let mut out = Vec::new();
    write_nstring(string, &mut out);
    out.escape_ascii().to_string()
}

fn octets(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn told(body: &BodyStructure, form: Form) -> String {
    let mut out = Vec::new();
    body.write(form, &mut out);
    String::from_utf8(out).expect("ASCII")
}

fn parameter(name: &str, value: &str) -> Parameter {
    Parameter { name: octets(name), value: octets(value) }
}

fn text(octets_: u64, lines: u64) -> Part {
    Part {
        kind: octets("TEXT"),
        subtype: octets("PLAIN"),
        parameters: vec![parameter("CHARSET", "US-ASCII")],
        id: None,
        description: None,
        encoding: octets("7BIT"),
        octets: octets_,
        content: Content::Text { lines },
        md5: None,
        extension: Extension::default(),
    }
}

#[test]
fn strings_are_quoted_or_literals() {
    assert_eq!(nstring(None), "NIL");
    assert_eq!(nstring(Some(b"")), r#"\"\""#);
    assert_eq!(nstring(Some(b"NIL")), r#"\"NIL\""#);
    assert_eq!(nstring(Some(br#"a "b" \c"#)), r#"\"a \\\"b\\\" \\\\c\""#);
    assert_eq!(nstring(Some(b"a\tb\x1b")), r#"\"a\tb\x1b\""#);
    assert_eq!(nstring(Some("a\u{f1}o".as_bytes())), r"{4}\r\na\xc3\xb1o");
    assert_eq!(nstring(Some(b"a\r\nb")), r"{4}\r\na\r\nb");
    assert_eq!(nstring(Some(b"a\0b")), r"{5}\r\na\xef\xbf\xbdb");
    assert!(nstring(Some(&[b'a'; 1024])).starts_with(r#"\"aaa"#));
    assert!(nstring(Some(&[b'a'; 1025])).starts_with(r"{1025}\r\naaa"));
}

/// RFC 9051 §8, the answer to A003.
#[test]
fn the_envelope_of_the_rfc() {
    let mailbox = |name: Option<&str>, mailbox: &str, host: &str| {
        let name = name.map(octets);
        Address::Mailbox(Mailbox { name, route: None, mailbox: octets(mailbox), host: octets(host) })
    };
    let gray = vec![mailbox(Some("Terry Gray"), "gray", "cac.washington.edu")];
    let envelope = Envelope {
        date: Some(octets("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)")),
        subject: Some(octets("IMAP4rev2 WG mtg summary and minutes")),
        from: gray.clone(),
        sender: gray.clone(),
        reply_to: gray,
        to: vec![mailbox(None, "imap", "cac.washington.edu")],
        cc: vec![mailbox(None, "minutes", "CNRI.Reston.VA.US"), mailbox(Some("John Klensin"), "KLENSIN", "MIT.EDU")],
        bcc: Vec::new(),
        in_reply_to: None,
        message_id: Some(octets("<B27397-0100000@cac.washington.edu>")),
    };
    let expected = r#"("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)" "IMAP4rev2 WG mtg summary and minutes" (("Terry Gray" NIL "gray" "cac.washington.edu")) (("Terry Gray" NIL "gray" "cac.washington.edu")) (("Terry Gray" NIL "gray" "cac.washington.edu")) ((NIL NIL "imap" "cac.washington.edu")) ((NIL NIL "minutes" "CNRI.Reston.VA.US")("John Klensin" NIL "KLENSIN" "MIT.EDU")) NIL NIL "<B27397-0100000@cac.washington.edu>")"#;
    let mut out = Vec::new();
    envelope.write(&mut out);
    assert_eq!(String::from_utf8_lossy(&out), expected);
}

#[test]
fn a_group_is_an_address_without_a_host() {
    let mut out = Vec::new();
    let route = Mailbox { route: Some(octets("@a,@b")), mailbox: octets("u"), host: octets("c"), name: None };
    let envelope = Envelope {
        to: vec![Address::Group(octets("all")), Address::Mailbox(route), Address::GroupEnd],
        ..Envelope::default()
    };
    envelope.write(&mut out);
    let expected =
        r#"(NIL NIL NIL NIL NIL ((NIL NIL "all" NIL)(NIL "@a,@b" "u" "c")(NIL NIL NIL NIL)) NIL NIL NIL NIL)"#;
    assert_eq!(String::from_utf8_lossy(&out), expected);
}

/// RFC 9051 §7.5.2 and RFC 3501 §7.4.2: two of their examples of a body structure.
#[test]
fn the_bodies_of_the_rfc() {
    let one = BodyStructure::Part(Box::new(text(2279, 48)));
    assert_eq!(told(&one, Form::Body), r#"("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 2279 48)"#);
    let mut second = text(4554, 73);
    second.parameters.push(parameter("NAME", "cc.diff"));
    second.id = Some(octets("<960723163407.20117h@cac.washington.edu>"));
    second.description = Some(octets("Compiler diff"));
    second.encoding = octets("BASE64");
    let parts = [text(1152, 23), second].map(|part| BodyStructure::Part(Box::new(part))).to_vec();
    let extension = Extension::default();
    let both = BodyStructure::Multipart(Multipart { parts, subtype: octets("MIXED"), parameters: vec![], extension });
    let expected = r#"(("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1152 23)("TEXT" "PLAIN" ("CHARSET" "US-ASCII" "NAME" "cc.diff") "<960723163407.20117h@cac.washington.edu>" "Compiler diff" "BASE64" 4554 73) "MIXED")"#;
    assert_eq!(told(&both, Form::Body), expected);
}

#[test]
fn extension_data_stands_in_bodystructure_alone() {
    let mut part = text(1, 1);
    part.content = Content::Basic;
    part.md5 = Some(octets("Q2hlY2s="));
    part.extension = Extension {
        disposition: Some(Disposition { kind: octets("attachment"), parameters: vec![parameter("filename", "a")] }),
        language: vec![octets("en"), octets("eu")],
        location: Some(octets("http://x.test/")),
    };
    let part = BodyStructure::Part(Box::new(part));
    let begin = r#"("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1"#;
    let end = r#" "Q2hlY2s=" ("attachment" ("filename" "a")) ("en" "eu") "http://x.test/")"#;
    assert_eq!(told(&part, Form::Body), format!("{begin})"));
    assert_eq!(told(&part, Form::BodyStructure), format!("{begin}{end}"));
}

#[test]
fn a_message_within_has_its_envelope_and_what_it_is_made_of() {
    let body = BodyStructure::Part(Box::new(text(3, 1)));
    let mut part = text(20, 4);
    (part.kind, part.subtype, part.parameters) = (octets("message"), octets("rfc822"), Vec::new());
    part.content = Content::Message(Box::new(Message { envelope: Envelope::default(), body, lines: 4 }));
    let inner = r#"("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 3 1 NIL NIL NIL NIL)"#;
    let nothing = ["NIL"; 10].join(" ");
    let expected = format!(r#"("message" "rfc822" NIL NIL NIL "7BIT" 20 ({nothing}) {inner} 4 NIL NIL NIL NIL)"#);
    assert_eq!(told(&BodyStructure::Part(Box::new(part)), Form::BodyStructure), expected);
}
