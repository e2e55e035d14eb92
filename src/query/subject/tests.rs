use super::*;
use crate::mime::layers::Reader as Layers;
use crate::mime::parse::Limits;
use crate::mime::structure::{envelope, structure};
use crate::mime::tree::Builder;

const MESSAGE: &str = "From: =?utf-8?q?Jos=C3=A9?= <jose@x.test>, bob@x.test (Bob)\n\
    To: friends: a@x.test, \"B, C\" <b@x.test>;, c@x.test\n\
    Subject: =?utf-8?q?a=C3=B1o?=\n nuevo\n\
    Date: Mon, 23 Nov 2026 10:00:00 +0100\nMessage-ID: <1@x.test>\n\
    Content-Type: multipart/mixed; boundary=a\n\n\
    --a\n\nsome text\n\
    --a\nContent-Type: text/html; charset=iso-8859-1; name*=utf-8''a%C3%B1o.htm\n\
    Content-Transfer-Encoding: quoted-printable\n\n<b>se=F1or</b>\n\
    --a\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"a \\\"b\\\".pdf\"\n\n%PDF\n\
    --a\nContent-Type: image/png; name=x.png\nContent-Disposition: inline\n\n\0\n\
    --a\nContent-Type: message/rfc822\n\nSubject: inner\n\nwithin\n--a--\n";

#[test]
fn a_message_tells_its_facts() {
    let subject = Subject::of_message(MESSAGE.as_bytes());
    let envelope: Vec<_> =
        subject.envelope.iter().flatten().map(|field| format!("{}: {}", field.name, field.value)).collect();
    assert_eq!(
        envelope,
        [
            "from: José <jose@x.test>, Bob <bob@x.test>",
            "to: friends: a@x.test, B, C <b@x.test>;, c@x.test",
            "subject: año nuevo",
            "date: Mon, 23 Nov 2026 10:00:00 +0100",
            "message-id: <1@x.test>",
        ]
    );
    let parts = subject.parts.iter().flatten();
    let parts: Vec<_> = parts.map(|part| (&*part.media_type, part.file_name.as_deref(), part.attached)).collect();
    assert_eq!(
        parts,
        [
            ("multipart/mixed", None, false),
            ("text/plain", None, false),
            ("text/html", Some("año.htm"), true),
            ("application/pdf", Some("a \"b\".pdf"), true),
            ("image/png", Some("x.png"), false),
            ("message/rfc822", None, true),
            ("text/plain", None, false),
        ]
    );
    let body = subject.body.expect("a body");
    assert_eq!(body.text, "some text\n<b>señor</b>\nwithin\n");
    assert!(body.fields.iter().any(|field| (&*field.name, &*field.value) == ("Subject", "inner")));
    assert_eq!(subject.size, Some((MESSAGE.len() + MESSAGE.matches('\n').count()) as u64));
    assert_eq!(Subject::of_message(MESSAGE.replace('\n', "\r\n").as_bytes()).size, subject.size);
}

/// What a server tells of a message is what its octets tell.
#[test]
fn envelope_and_structure_tell_the_same() {
    let (mut reader, mut builder) = (Layers::new(Limits::default()), Builder::new());
    reader.push(MESSAGE.as_bytes(), &mut |layer, event| builder.event(layer, &event));
    reader.finish(&mut |layer, event| builder.event(layer, &event));
    let tree = builder.finish();
    let told = Subject::default().with_envelope(&envelope(&tree.entities[0])).with_structure(&structure(&tree));
    let read = Subject::of_message(MESSAGE.as_bytes());
    assert_eq!(told.parts, read.parts);
    let sorted = |subject: Subject| {
        let mut fields = subject.envelope.expect("an envelope");
        fields.sort_by(|one, other| one.name.cmp(&other.name));
        fields
    };
    assert_eq!(sorted(told), sorted(read));
}

#[test]
fn however_a_message_is_cut() {
    let whole = Subject::of_message(MESSAGE.as_bytes());
    for step in 1..MESSAGE.len() {
        let mut reader = Reader::default();
        MESSAGE.as_bytes().chunks(step).for_each(|piece| reader.push(piece));
        assert_eq!(reader.finish(), whole, "cut every {step} octets");
    }
    let header = MESSAGE.split_once("\n\n").map_or("", |(header, _)| header);
    let read = Subject::default().with_header(header.as_bytes());
    assert_eq!((read.header, read.envelope, read.body), (whole.header, whole.envelope, None));
}
