use proptest::prelude::*;

use super::*;
use crate::mime::build::{Body, Disposition, Draft, Encoding, Entity, Part, SourceId, Transport};
use crate::mime::charset::Charset;
use crate::mime::transfer_encoding::TransferEncoding;
use crate::mime::transform::{LineEnd, Transform};
use crate::mime::{build, uuencode, yenc};

fn weigh(message: &[u8], step: usize) -> Weight {
    let mut weigher = Weigher::new(Limits::default());
    message.chunks(step).for_each(|piece| weigher.push(piece));
    weigher.finish()
}

fn content(octets: &[u8], text: bool) -> Content {
    let mut scale = Scale::new();
    scale.push(octets);
    scale.finish("x", Some(text))
}

fn encoded(mut encoder: Box<dyn Transform + Send>, octets: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    encoder.push(octets, &mut out);
    encoder.finish(&mut out);
    out
}

/// What is written with each encoding.
fn encoder(mechanism: &Mechanism, octets: u64) -> Option<Box<dyn Transform + Send>> {
    Some(match mechanism {
        Mechanism::SevenBit => TransferEncoding::SevenBit.encoder(),
        Mechanism::EightBit => TransferEncoding::EightBit.encoder(),
        Mechanism::QuotedPrintable => TransferEncoding::QuotedPrintable.encoder(),
        Mechanism::Base64 => TransferEncoding::Base64.encoder(),
        Mechanism::Uuencode => Box::new(uuencode::Encoder::new(b"x", 0o644, LineEnd::CrLf)),
        Mechanism::Yenc => Box::new(yenc::Encoder::new(b"x", octets, LineEnd::CrLf)),
        _ => return None,
    })
}

const MESSAGE: &str = "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\nbefore\n--a\n\n.text\n\
                       --a\nContent-Type: application/x; name=n\nContent-Transfer-Encoding: base64\n\nAAECAw==\n--a\n\
                       Content-Type: message/rfc822\n\nSubject: b\n\n.in\n--a--\nbehind\n";

#[test]
fn every_octet_has_its_share() {
    let wire = MESSAGE.replace('\n', "\r\n");
    let whole = weigh(wire.as_bytes(), usize::MAX);
    let fields = "Subject: a\r\n\r\nSubject: b\r\n\r\n".len() as u64;
    let mime = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\n\r\n--a\r\n\
                Content-Type: application/x; name=n\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--a\r\n\
                Content-Type: message/rfc822\r\n\r\n\r\n--a--";
    let shares = Shares {
        fields,
        mime: mime.len() as u64,
        around: "before\r\nbehind\r\n".len() as u64,
        content: 5 + 4 + 3,
        encoding: 4,
        line_ends: 0,
        dots: 2,
    };
    assert_eq!((whole.shares, shares.size()), (shares, wire.len() as u64));
    let file = weigh(MESSAGE.as_bytes(), usize::MAX).shares;
    assert_eq!((file.line_ends, file.size()), (MESSAGE.matches('\n').count() as u64, wire.len() as u64));
    for step in 1..wire.len() {
        assert_eq!(weigh(wire.as_bytes(), step).shares, shares, "cut every {step} octets");
        assert_eq!(weigh(MESSAGE.as_bytes(), step).shares, file, "with LF, cut every {step} octets");
    }
}

#[test]
fn the_line_end_before_a_delimiter_is_no_part() {
    let weight = weigh(MESSAGE.as_bytes(), usize::MAX);
    let sizes: Vec<_> = weight.leaves.iter().map(|leaf| (leaf.as_sent(), leaf.size(&Mechanism::Base64))).collect();
    assert_eq!(sizes, [(5, Ok(8)), (8, Ok(8)), (3, Ok(4))]);
    assert_eq!(weight.leaves[1].size(&Mechanism::SevenBit), Err("it holds NUL"));
    assert_eq!(weight.leaves[1].size(&Mechanism::Binary), Ok(4));
}

#[test]
fn line_ends_that_mean_nothing_stay() {
    let message = |kind: &str| format!("Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\nYQpi\n");
    let best = |kind: &str| {
        let weight = weigh(message(kind).as_bytes(), 9);
        (weight.leaves[0].size(&Mechanism::SevenBit), weight.shares.size() - weight.best(Server::SevenBit).unwrap())
    };
    // The word in the field is shorter by two, and `a CRLF b CRLF` is as long as base64.
    assert_eq!(best("text/plain"), (Ok(6), 2));
    assert_eq!(best("application/x"), (Err("it holds CR or LF that are no line ends"), 0));
}

#[test]
fn what_is_signed_stays_as_it_is() {
    let message = |word: &str, body: &str| {
        let part = format!("Content-Type: text/plain\nContent-Transfer-Encoding: {word}\n\n{body}");
        format!("Content-Type: multipart/signed; boundary=a\n\n--a\n{part}\n--a\n\n.\n--a--\n")
    };
    let best = |message: &str| Server::ALL.map(|server| weigh(message.as_bytes(), 99).best(server));
    let encoded = message("base64", "aGVsbG8=");
    let size = encoded.replace('\n', "\r\n").len() as u64;
    assert_eq!(best(&encoded), [Ok(size); 3]);
    let eight = message("8bit", "ñ");
    let size = eight.replace('\n', "\r\n").len() as u64;
    // The multipart tells of the 8 bits within, which is not signed.
    let told = Ok(size + "Content-Transfer-Encoding: 8bit\r\n".len() as u64);
    assert_eq!(best(&eight), [Err("it holds octets above 127"), told, told]);
    let forwarded = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW4KCmJvZHkK\n";
    let size = forwarded.replace('\n', "\r\n").len() as u64;
    assert_eq!(best(forwarded), [Ok(size); 3]);
}

/// A draft of a text, and perhaps an attachment, whose text has this encoding if it is not to be found.
fn draft(text: &str, attachment: Option<&[u8]>, given: Option<TransferEncoding>) -> Draft {
    let part = |source: usize, octets: &[u8], content_type: &str, encoding| {
        let part = Part { source: SourceId(source), facts: Facts::of(octets), charset: Some(Charset::UTF_8), encoding };
        Entity::new(content_type, Body::Part(part))
    };
    let encoding = given.map_or(Encoding::Text, Encoding::Given);
    let text = part(0, text.as_bytes(), "text/plain", encoding);
    let attachment = attachment.map(|octets| Entity {
        disposition: Some(Disposition::Attachment),
        file_name: Some("a.x".to_owned()),
        ..part(1, octets, "image/x", Encoding::Octets)
    });
    Draft {
        from: Vec::new(),
        to: Vec::new(),
        cc: Vec::new(),
        reply_to: Vec::new(),
        subject: None,
        extra: Vec::new(),
        date: "2026-11-03T09:05:07+01:00[Europe/Madrid]".parse().unwrap(),
        message_id: "1@x.test".to_owned(),
        charset: Charset::UTF_8,
        body: Entity::arrange(Some(text), None, Vec::new(), attachment.into_iter().collect()).unwrap(),
        boundary: "tok".to_owned(),
    }
}

fn written(composition: &build::Composition, sources: [&[u8]; 2]) -> Vec<u8> {
    let piece = |piece: &build::Piece| match piece {
        build::Piece::Octets(octets) => octets.clone(),
        build::Piece::Source { source, encoding } => encoded(encoding.encoder(), sources[source.0]),
    };
    composition.pieces.iter().flat_map(piece).collect()
}

proptest! {
    #[test]
    fn sizes_are_those_of_the_encoders(
        octets in proptest::collection::vec(prop_oneof![Just(b'\n'), Just(b'='), any::<u8>()], 0..400),
        text in any::<bool>()) {
        let content = content(&octets, text);
        for mechanism in MECHANISMS {
            match encoder(&mechanism, octets.len() as u64) {
                Some(encoder) if content.size(&mechanism).is_ok() => {
                    prop_assert_eq!(content.size(&mechanism), Ok(encoded(encoder, &octets).len() as u64), "{}", mechanism.name());
                }
                Some(_) => prop_assert!(octets.iter().any(|octet| !octet.is_ascii() || b"\0\r\n".contains(octet))),
                None if text => prop_assert_eq!(content.size(&mechanism), Ok(Facts::of(&octets).canonical)),
                None => prop_assert_eq!(content.size(&mechanism), Ok(octets.len() as u64)),
            }
        }
    }

    /// A message that was composed with base64 could be as small as the composer makes it.
    #[test]
    fn the_best_is_what_would_be_composed(
        text in "([a-z .]{0,30}|ñ|\n|漢){0,30}x",
        // The composer gives attachments base64, whatever is in them; here that is the best as well.
        attachment in proptest::option::of(proptest::collection::vec(prop_oneof![Just(0), Just(0xff)], 1..200)),
    ) {
        let attachment = attachment.map(|octets| [&octets[..], &[0]].concat());
        let composed = |given, transport| draft(&text, attachment.as_deref(), given).compose(transport).unwrap();
        let sources = [text.as_bytes(), attachment.as_deref().unwrap_or_default()];
        let plain = Transport::default();
        let full = Transport { eight_bit: true, ..Transport::default() };
        let message = written(&composed(Some(TransferEncoding::Base64), plain), sources);
        let weight = weigh(&message, 77);
        prop_assert_eq!(weight.shares.size(), message.len() as u64);
        prop_assert_eq!(weight.best(Server::SevenBit), Ok(composed(None, plain).size));
        prop_assert_eq!(weight.best(Server::EightBit), Ok(composed(None, full).size));
        prop_assert!(weight.best(Server::Binary).unwrap() <= weight.best(Server::EightBit).unwrap());
    }

    #[test]
    fn any_octets_have_a_weight(
        fields in "(Content-Type: (text/plain|multipart/mixed; boundary=a|message/rfc822)\n|Content-Transfer-Encoding: (base64|x-yenc)\n){0,3}",
        body in "(Content-Type: message/rfc822\n|Content-Transfer-Encoding: quoted-printable\n|--a(--)?\n|\n|\r\n|\r|=|[a-zñ.]{1,9}){0,30}",
        step in 1..50_usize,
    ) {
        let message = fields + &body;
        let weight = weigh(message.as_bytes(), step);
        prop_assert_eq!(weight.shares.size(), Facts::of(message.as_bytes()).canonical);
        prop_assert_eq!(weight.shares, weigh(message.as_bytes(), usize::MAX).shares);
        let best = Server::ALL.map(|server| weight.best(server));
        prop_assert!(best[2].is_ok(), "{:?}", best);
    }
}
