use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::*;
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::transform::{Decode as _, LineEnd, Transform};

fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> Vec<u8> {
    let mut output = Vec::new();
    pieces.iter().for_each(|piece| transform.push(piece, &mut output));
    transform.finish(&mut output);
    output
}

fn encode(pieces: &[&[u8]]) -> Vec<u8> {
    through(Encoder::new(), pieces)
}

fn decode(pieces: &[&[u8]]) -> (Vec<u8>, Vec<Flaw>) {
    let (mut decoder, mut output) = (Decoder::new(), Vec::new());
    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
    decoder.finish(&mut output);
    (output, decoder.findings())
}

/// By the definition, without blocks.
fn slowly(input: &[u8]) -> (Vec<u8>, Vec<Flaw>) {
    let (mut decoder, mut output) = (Decoder::new(), Vec::new());
    decoder.steps(input, &mut output);
    decoder.finish(&mut output);
    (output, decoder.findings())
}

/// The octets, and the codes of the findings with their places; the same for every cut.
fn salvage(text: &str) -> (String, Vec<(&'static str, u64)>) {
    let whole = decode(&[text.as_bytes()]);
    assert_eq!(slowly(text.as_bytes()), whole, "{text:?}");
    for at in 0..=text.len() {
        let (head, tail) = text.as_bytes().split_at(at);
        assert_eq!(decode(&[head, tail]), whole, "{text:?} cut at {at}");
    }
    let octets: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
    assert_eq!(decode(&octets), whole, "{text:?} in single octets");
    let (octets, flaws) = whole;
    (String::from_utf8(octets).unwrap(), flaws.iter().map(|flaw| (flaw.code, flaw.offset)).collect())
}

/// RFC 4648 §10.
#[test]
fn known_answers() {
    assert_eq!(encode(&[]), b"");
    let known = ["Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
    for (octets, wanted) in (1..).zip(known) {
        assert_eq!(encode(&[&b"foobar"[..octets]]), format!("{wanted}\r\n").as_bytes());
        assert_eq!(salvage(wanted), ("foobar"[..octets].to_owned(), vec![]));
    }
}

#[test]
fn lines_have_76_characters() {
    for octets in [56, 57, 58, 113, 114, 115, 1000] {
        let input: Vec<u8> = (0..octets).map(|n| n as u8).collect();
        let encoded = encode(&[&input]);
        assert_eq!(encoded.len() as u64, encoded_size(octets));
        assert!(encoded.ends_with(b"\r\n"));
        let lines: Vec<&[u8]> = encoded.split(|octet| *octet == b'\n').collect();
        assert!(lines.iter().rev().skip(2).all(|line| line.len() == 77));
        for at in 0..=input.len() {
            assert_eq!(encode(&[&input[..at], &input[at..]]), encoded);
        }
    }
    assert_eq!(encoded_size(u64::MAX), u64::MAX);
}

#[test]
fn lines_of_any_length_and_end() {
    let lines = |columns, end| String::from_utf8(through(Encoder::lines(columns, end), &[b"foobar", b"baz"])).unwrap();
    assert_eq!(lines(0, LineEnd::Lf), "Zm9vYmFyYmF6");
    assert_eq!(lines(5, LineEnd::Lf), "Zm9vY\nmFyYm\nF6\n");
    assert_eq!(lines(6, LineEnd::CrLf), "Zm9vYm\r\nFyYmF6\r\n");
    assert_eq!(through(Encoder::lines(0, LineEnd::Lf), &[]), b"");
    let long = vec![b'x'; 50_000];
    let (wrapped, bare) = (through(Encoder::lines(76, LineEnd::Lf), &[&long]), STANDARD.encode(&long));
    assert!(wrapped.split(|octet| *octet == b'\n').rev().skip(2).all(|line| line.len() == 76));
    assert_eq!(String::from_utf8(wrapped).unwrap().replace('\n', ""), bare);
}

#[test]
fn junk_is_skipped_and_told_once_a_run() {
    assert_eq!(salvage("Zm9*!v\r\nYmF6"), ("foobaz".into(), vec![("base64-junk", 3)]));
    assert_eq!(
        salvage("*Zm9v*\n*YmF6"),
        ("foobaz".into(), vec![("base64-junk", 0), ("base64-junk", 5), ("base64-junk", 7)])
    );
    assert_eq!(salvage("Zm9v \t\r\n YmF6"), ("foobaz".into(), vec![("base64-space", 4), ("base64-space", 8)]));
    assert_eq!(salvage("\0\u{e9}"), (String::new(), vec![("base64-junk", 0), ("base64-nothing", 0)]));
    assert_eq!(salvage("\r\n\r\n"), (String::new(), vec![]));
}

#[test]
fn padding_that_is_missing_or_too_much() {
    assert_eq!(salvage("Zg"), ("f".into(), vec![("base64-padding", 2)]));
    assert_eq!(salvage("Zg="), ("f".into(), vec![("base64-padding", 3)]));
    assert_eq!(salvage("Zm8"), ("fo".into(), vec![("base64-padding", 3)]));
    assert_eq!(salvage("Zm9vZ"), ("foo".into(), vec![("base64-truncated", 5)]));
    assert_eq!(salvage("Zm9vZ="), ("foo".into(), vec![("base64-truncated", 5)]));
    assert_eq!(salvage("Zm9v=="), ("foo".into(), vec![("base64-extra-padding", 4)]));
    assert_eq!(salvage("Zm8=\r\n="), ("fo".into(), vec![("base64-extra-padding", 6)]));
    assert_eq!(salvage("Zg=\r\n=\r\n"), ("f".into(), vec![]));
    assert_eq!(salvage("Zh=="), ("f".into(), vec![("base64-trailing-bits", 3)]));
}

#[test]
fn what_follows_the_padding() {
    assert_eq!(
        salvage("Zg==Zm8=Zm9v"),
        ("ffofoo".into(), vec![("base64-inner-padding", 4), ("base64-inner-padding", 8)])
    );
    assert_eq!(salvage("Zg==\r\nZm9v\r\nZm9v\r\n"), ("ffoofoo".into(), vec![("base64-inner-padding", 6)]));
    assert_eq!(salvage("Zg=Zm9v"), ("ffoo".into(), vec![("base64-inner-padding", 3), ("base64-padding", 3)]));
    let footer = "Zg==\r\n_______\r\nThe list of us\r\nZm9v\r\n";
    assert_eq!(salvage(footer), ("f".into(), vec![("base64-text-behind", 6)]));
    assert_eq!(salvage("Zg==\r\n \r\nThanks"), ("f".into(), vec![("base64-space", 6), ("base64-text-behind", 9)]));
    let long = "Zm9v".repeat(600);
    let (octets, flaws) = salvage(&format!("Zg==\n{long}"));
    assert_eq!(
        (octets, flaws),
        ("f".to_owned() + &"foo".repeat(600), vec![("base64-inner-padding", 5), ("base64-long-line", 81)])
    );
}

#[test]
fn long_lines_are_told() {
    let line = "Zm9v".repeat(19);
    assert_eq!(salvage(&format!("{line}\r\n{line}Zm9v\n{line}")).1, [("base64-long-line", 154)]);
    let long = "Zm9v".repeat(20_000);
    let (octets, flaws) = decode(&[b"\n", long.as_bytes()]);
    assert_eq!((octets.len(), flaws.len(), flaws[0].offset, flaws[0].severity), (60_000, 1, 77, Severity::Warning));
}

#[test]
fn the_worst_input_takes_linear_time() {
    for piece in ["=", "Zg==", "Zg==\n", "*", "\n", "\r", "Zm9v*", "Z", "Zg==\nab cd\n", "A=\n"] {
        let input = piece.repeat(1_000_000 / piece.len());
        let (_, flaws) = decode(&input.as_bytes().chunks(65_536).collect::<Vec<_>>());
        assert!(flaws.len() < 400, "{piece}");
    }
}

/// What may stand in a body, good and bad.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => Just(b"Zm9vYmFy".repeat(9)[..].to_vec()),
        4 => proptest::collection::vec(b'a'..=b'z', 76).prop_map(|mut line| { line.extend_from_slice(b"\r\n"); line }),
        2 => Just(b"\r\n".to_vec()),
        2 => Just(b"\n".to_vec()),
        1 => Just(b"=".to_vec()),
        1 => Just(b"Zg==".to_vec()),
        1 => Just(b" ".to_vec()),
        1 => Just(b"\r".to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..6),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_encoded_is_read_back(pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..130), 0..6), columns in 0..100_usize) {
        let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
        let mut encoded = encode(&pieces);
        prop_assert_eq!(encoded.len() as u64, encoded_size(pieces.concat().len() as u64));
        prop_assert_eq!(decode(&[&encoded]), (pieces.concat(), vec![]));
        encoded.retain(|octet| !b"\r\n".contains(octet));
        prop_assert_eq!(STANDARD.decode(&encoded).unwrap(), pieces.concat());
        let mut lines = through(Encoder::lines(columns, LineEnd::Lf), &pieces);
        lines.retain(|octet| *octet != b'\n');
        prop_assert_eq!(lines, encoded);
    }

    #[test]
    fn the_cut_does_not_matter(body in body(), size in 1..100_usize) {
        let whole = decode(&[&body]);
        prop_assert_eq!(&slowly(&body), &whole);
        prop_assert_eq!(&decode(&body.chunks(size).collect::<Vec<_>>()), &whole);
        for at in 0..=body.len() {
            let (head, tail) = body.split_at(at);
            prop_assert_eq!(&decode(&[head, tail]), &whole);
        }
    }
}
