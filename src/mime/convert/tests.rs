use super::*;
use crate::mime::canonical::Canonical;
use crate::mime::patch::Patch;
use crate::mime::transform::Transform;

const SEVEN: Transport = Transport { eight_bit: false, smtputf8: false, binary: false };
const EIGHT: Transport = Transport { eight_bit: true, smtputf8: false, binary: false };

fn anatomy<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Anatomy {
    let mut reader = Reader::new();
    pieces.into_iter().for_each(|piece| reader.push(piece));
    reader.finish()
}

fn canonical(octets: &[u8]) -> Vec<u8> {
    let (mut canonical, mut output) = (Canonical::new(), Vec::new());
    canonical.push(octets, &mut output);
    canonical.finish(&mut output);
    output
}

/// The message in CRLF lines, as it goes to such a server, and the growth that was foretold.
fn convert(message: &[u8], transport: Transport) -> Result<(Vec<u8>, i64), Obstacle> {
    let anatomy = anatomy([message]);
    for step in [1, 2, 7, 64] {
        assert_eq!(super::tests::anatomy(message.chunks(step)), anatomy, "in pieces of {step}");
    }
    let conversion = anatomy.convert(transport)?;
    let (mut patch, mut patched) = (Patch::new(conversion.edits), Vec::new());
    patch.push(message, &mut patched);
    patch.finish(&mut patched);
    Ok((canonical(&patched), conversion.growth))
}

/// The same with LF, of the size that was foretold.
fn sent(message: &[u8], transport: Transport) -> Result<String, Obstacle> {
    let (sent, growth) = convert(message, transport)?;
    let sent_text = String::from_utf8_lossy(&sent).replace("\r\n", "\n");
    assert_eq!(sent.len() as i64, canonical(message).len() as i64 + growth, "{sent_text}");
    Ok(sent_text)
}

#[test]
fn plain_messages_stay() {
    let message = "Subject: a\n\nbody\n";
    assert_eq!(sent(message.as_bytes(), SEVEN).as_deref(), Ok(message));
    let message = "Content-Transfer-Encoding: 8bit\n\nd\u{e9}j\u{e0}\n";
    assert_eq!(sent(message.as_bytes(), EIGHT).as_deref(), Ok(message));
}

#[test]
fn a_text_becomes_quoted_printable() {
    for (header, wanted) in [
        (
            "",
            "Content-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n",
        ),
        (
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\nX: y\n",
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nX: y\n",
        ),
        (
            "Content-Transfer-Encoding:\n binary\nContent-Transfer-Encoding: 8bit\nContent-Type: text/plain\n",
            "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain\nMIME-Version: 1.0\n",
        ),
    ] {
        let message = format!("From: a\n{header}\nel ping\u{fc}ino\n");
        let wanted = format!("From: a\n{wanted}\nel ping=C3=BCino\n");
        assert_eq!(sent(message.as_bytes(), SEVEN), Ok(wanted));
    }
    // Nobody knows what this is.
    let wanted = "A: b\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n\
        Content-Type: text/plain; charset=unknown-8bit\n\nabc=FF\n";
    assert_eq!(sent(b"A: b\n\nabc\xff", SEVEN).as_deref(), Ok(wanted));
}

#[test]
fn parts_and_what_is_around_them() {
    let message = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: 8bit\n\n\
        d\u{e9}j\u{e0}\n--b\n\nplain\n--b\nContent-Type: image/png\n\n\u{89}PNG\r\n--b\n\
        Content-Type: message/rfc822\nContent-Transfer-Encoding: 8bit\n\nSubject: in\n\n\
        d\u{e9}j\u{e0} vu, d\u{e9}j\u{e0} lu, and what else there is to be said\n--b--\n\u{e9}";
    let wanted = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: 7bit\n\n\
        \n--b\n\nplain\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nwolQTkc=\n--b\n\
        Content-Type: message/rfc822\nContent-Transfer-Encoding: 7bit\n\nSubject: in\n\
        Content-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n\
        d=C3=A9j=C3=A0 vu, d=C3=A9j=C3=A0 lu, and what else there is to be said\n--b--\n";
    assert_eq!(sent(message.as_bytes(), SEVEN).as_deref(), Ok(wanted));
}

#[test]
fn what_no_line_holds_is_encoded_on_any_way() {
    for transport in [SEVEN, EIGHT] {
        let text = sent(format!("A: b\n\n{}\n", "x".repeat(999)).as_bytes(), transport);
        let header = "A: b\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n\n";
        assert!(text.is_ok_and(|text| text.starts_with(&format!("{header}{}=\n", "x".repeat(75)))));
        let octets = b"Content-Type: a/b\nMIME-Version: 1.0\nContent-Transfer-Encoding: binary\n\n\0\n\r1";
        let wanted = "Content-Type: a/b\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nAAoNMQ==\n";
        assert_eq!(sent(octets, transport).as_deref(), Ok(wanted));
    }
}

#[test]
fn a_broken_encoding_is_written_anew() {
    let header = "A: b\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n";
    let (sent, _) = convert(format!("{header}d\u{e9}j=c3=a0\n").as_bytes(), SEVEN).expect("a conversion");
    let wanted = format!("{header}d=C3=A9j=C3=A0\n");
    assert_eq!(String::from_utf8_lossy(&sent).replace("\r\n", "\n"), wanted);
}

#[test]
fn octets_that_are_encoded_stay_what_they_are() {
    let header =
        "A: b\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n";
    let (sent, _) = convert(format!("{header}AAo\u{e9}AYQ==\n").as_bytes(), SEVEN).expect("a conversion");
    assert_eq!(String::from_utf8_lossy(&sent).replace("\r\n", "\n"), format!("{header}AAoAYQ==\n"));
}

#[test]
fn obstacles() {
    let refused = |message: &str| sent(message.as_bytes(), SEVEN).expect_err("an obstacle").to_string();
    let multipart = "Content-Type: multipart/signed; boundary=b\n\n--b\n";
    assert_eq!(
        refused(&format!("{multipart}\n\u{e9}\n--b--\n")),
        "part 1 is signed and has octets above 127: encoding it would break the signature"
    );
    let multipart = multipart.replace("signed", "mixed");
    assert!(
        refused(&format!("{multipart}X: \u{e9}\n\nx\n--b--\n"))
            .starts_with("the header of part 1 has octets above 127, ")
    );
    assert!(refused("Content-Transfer-Encoding: x-rot13\n\n\u{e9}").contains("\"x-rot13\""));
    assert!(refused("A: \0\n\nx").starts_with("the header of the message has NUL (an octet of value 0), "));
    // A text without a header.
    assert!(refused("\u{e9} text").starts_with("it has no header, and octets above 127 in its text"));
}
