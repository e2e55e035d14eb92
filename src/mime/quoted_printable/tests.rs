use ::quoted_printable::ParseMode;
use proptest::prelude::*;

use super::*;
use crate::mime::canonical::Canonical;
use crate::mime::flaw::Flaw;
use crate::mime::transform::{Decode as _, LineEnd, Transform};

fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> Vec<u8> {
    let mut output = Vec::new();
    pieces.iter().for_each(|piece| transform.push(piece, &mut output));
    transform.finish(&mut output);
    output
}

fn encode(octets: impl AsRef<[u8]>) -> String {
    String::from_utf8(through(Encoder::text(), &[octets.as_ref()])).unwrap()
}

/// RFC 2045 §6.7.
#[test]
fn known_answers() {
    assert_eq!(encode(""), "");
    assert_eq!(encode("\u{e9}=\t x"), "=C3=A9=3D\t x\r\n");
    assert_eq!(encode("a \nb\t\rc\0\x7f\r\n\n"), "a=20\r\nb=09\r\nc=00=7F\r\n\r\n");
    let text = "Now's the time for all folk to come to the aid of their country. And so it goes on";
    let wanted = "Now's the time for all folk to come to the aid of their country. And so it =\r\ngoes on\r\n";
    assert_eq!(encode(text), wanted);
}

#[test]
fn lines_fill_76_columns() {
    assert_eq!(encode("a".repeat(76)), format!("{}\r\n", "a".repeat(76)));
    assert_eq!(encode("a".repeat(77)), format!("{}=\r\naa\r\n", "a".repeat(75)));
    assert_eq!(encode("a".repeat(75) + " "), format!("{}=\r\n=20\r\n", "a".repeat(75)));
    assert_eq!(encode("a".repeat(73) + "="), format!("{}=3D\r\n", "a".repeat(73)));
    assert_eq!(encode("a".repeat(73) + "=b"), format!("{}=\r\n=3Db\r\n", "a".repeat(73)));
}

#[test]
fn dots_and_from_at_the_beginning_of_a_line() {
    assert_eq!(encode("."), "=2E\r\n");
    assert_eq!(encode("\n.\n..\n.a"), "\r\n=2E\r\n..\r\n.a\r\n");
    assert_eq!(encode("From me\nFrom \nFrom\nFro\nFred\nFFrom x"), {
        "=46rom me\r\n=46rom=20\r\nFrom\r\nFro\r\nFred\r\nFFrom x\r\n"
    });
    let long = "a".repeat(75);
    assert_eq!(encode(format!("{long}From x")), format!("{long}=\r\n=46rom x\r\n"));
    assert_eq!(encode(format!("{long}Frog")), format!("{long}=\r\nFrog\r\n"));
    assert_eq!(encode(format!("{long}FF")), format!("{long}=\r\nFF\r\n"));
}

#[test]
fn no_line_is_a_delimiter() {
    assert_eq!(encode("--b\n-\n-b\n--\na--b\n-- \n"), "=2D-b\r\n-\r\n-b\r\n=2D-\r\na--b\r\n=2D-=20\r\n");
    let long = "x".repeat(75);
    assert_eq!(encode(format!("{long}--b")), format!("{long}=\r\n=2D-b\r\n"));
}

fn octets() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"From ".to_vec()),
        Just(b"F".to_vec()),
        Just(b".".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\r".to_vec()),
        Just(b"\n".to_vec()),
        Just(b" ".to_vec()),
        proptest::collection::vec(b'a'..=b'z', 60..80),
        proptest::collection::vec(any::<u8>(), 0..9),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn salvage(pieces: &[&[u8]]) -> (Vec<u8>, Vec<Flaw>) {
    let (mut decoder, mut output) = (Decoder::new(), Vec::new());
    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
    decoder.finish(&mut output);
    (output, decoder.findings())
}

/// The octets, and the codes of the findings with their places; the same for every cut.
fn decode(text: impl AsRef<[u8]>) -> (String, Vec<(&'static str, u64)>) {
    let text = text.as_ref();
    let whole = salvage(&[text]);
    for at in 0..=text.len() {
        let (head, tail) = text.split_at(at);
        assert_eq!(salvage(&[head, tail]), whole, "{text:?} cut at {at}");
    }
    assert_eq!(salvage(&text.chunks(1).collect::<Vec<_>>()), whole, "{text:?} in single octets");
    let (octets, flaws) = whole;
    let text = String::from_utf8(octets).unwrap_or_else(|error| format!("{:?}", error.as_bytes()));
    (text, flaws.iter().map(|flaw| (flaw.code, flaw.offset)).collect())
}

/// What a body means, in other words: line by line, and within a line from left to right.
fn meaning(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for line in body.split_inclusive(|octet| *octet == b'\n') {
        let (text, end) = match line {
            [text @ .., b'\r', b'\n'] => (text, &b"\r\n"[..]),
            [text @ .., b'\n'] => (text, &b"\n"[..]),
            text => (text, &b""[..]),
        };
        // At the end a CR may be half of the line end that breaks softly.
        let broken = |open: &&[u8]| open.iter().rev().find(|octet| !b" \t".contains(octet)) == Some(&b'=');
        let open = text.strip_suffix(b"\r").filter(|open| end.is_empty() && broken(open));
        let text = open.unwrap_or(text);
        let text = &text[..text.len() - text.iter().rev().take_while(|octet| b" \t".contains(octet)).count()];
        let (text, end) = text.strip_suffix(b"=").map_or((text, end), |text| (text, b""));
        let mut rest = text;
        while let Some((&octet, behind)) = rest.split_first() {
            let digit = |at: usize| behind.get(at).and_then(|digit| char::from(*digit).to_digit(16));
            rest = behind;
            match (octet, digit(0), digit(1)) {
                (b'=', Some(high), Some(low)) => {
                    out.push((high * 16 + low) as u8);
                    rest = &behind[2..];
                }
                _ => out.push(octet),
            }
        }
        out.extend_from_slice(end);
    }
    out
}

#[test]
fn binary_octets_come_back() {
    let encoded = |octets: &[u8]| String::from_utf8(through(Encoder::binary(), &[octets])).unwrap();
    assert_eq!(encoded(b"a\r\nb\n"), "a=0D=0Ab=0A=\r\n");
    assert_eq!(encoded(b"From "), "=46rom =\r\n");
    assert_eq!(encoded(b""), "");
    let open = through(Encoder::text().line_end(LineEnd::Lf).open_end(), &[b"a\r\nb "]);
    assert_eq!(String::from_utf8(open).unwrap(), "a\nb =\n");
}

#[test]
fn what_is_right_has_no_findings() {
    assert_eq!(decode("=C3=A9=3D\t x\r\n"), ("\u{e9}=\t x\r\n".into(), vec![]));
    let text = "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country.\r\n";
    assert_eq!(decode(text).0, "Now's the time for all folk to come to the aid of their country.\r\n");
    assert_eq!(decode("a=\nb\nc"), ("ab\nc".into(), vec![]));
    assert_eq!(decode(""), (String::new(), vec![]));
    assert_eq!(decode("=20=20\r\n"), ("  \r\n".into(), vec![]));
}

#[test]
fn what_is_wrong_is_kept_and_told() {
    assert_eq!(decode("=zz =4 =x=41=e9"), {
        let found = vec![("qp-bad-escape", 0), ("qp-bad-escape", 4), ("qp-bad-escape", 7), ("qp-lower-case", 12)];
        (format!("{:?}", b"=zz =4 =xA\xe9"), found)
    });
    assert_eq!(decode("=\na=e9").1, [("qp-lower-case", 3)]);
    assert_eq!(decode("a =  =41"), ("a =  A".into(), vec![("qp-bad-escape", 2)]));
    assert_eq!(decode("a=4"), ("a=4".into(), vec![("qp-bad-escape", 1)]));
    assert_eq!(decode("a=\rb"), ("a=\rb".into(), vec![("qp-bad-escape", 1)]));
    assert_eq!(decode("caf\u{e9}s\u{e9}\ncaf\u{e9}").1, [("qp-eight-bit", 3), ("qp-eight-bit", 12)]);
    assert_eq!(decode("a\0\0\n"), ("a\0\0\n".into(), vec![("qp-control", 1)]));
}

#[test]
fn white_space_at_the_end_of_a_line_goes() {
    let found = vec![("qp-trailing-space", 1), ("qp-trailing-space", 5), ("qp-trailing-space", 10)];
    assert_eq!(decode("a \r\nb \t\nc=  \r\nd"), ("a\r\nb\ncd".into(), found));
    assert_eq!(decode("a \t"), ("a".into(), vec![("qp-trailing-space", 1)]));
    assert_eq!(decode("a \r\r\n \rb"), ("a \r\r\n \rb".into(), vec![]));
    assert_eq!(decode("a="), ("a".into(), vec![("qp-open-end", 1)]));
    assert_eq!(decode("a= \r"), ("a".into(), vec![("qp-open-end", 1)]));
    for (blanks, kept) in [(1023, 0), (1024, 1024), (1025, 1024), (2050, 2048)] {
        assert_eq!(decode(" ".repeat(blanks) + "\n").0, " ".repeat(kept) + "\n");
        assert_eq!(decode("=".to_owned() + &" ".repeat(blanks) + "x").0, "=".to_owned() + &" ".repeat(blanks) + "x");
    }
}

#[test]
fn long_lines_are_told_once() {
    let line = "a".repeat(76);
    assert_eq!(decode(format!("{line}\r\n{line}b=\r\n{line}\n{line}\r")).1, [("qp-long-line", 154)]);
    let long = format!("\n{}", "=41a".repeat(500));
    assert_eq!(decode(&long), ("\n".to_owned() + &"Aa".repeat(500), vec![("qp-long-line", 77)]));
}

#[test]
fn the_worst_input_takes_linear_time() {
    for piece in ["=", "= ", "=\r", "=4", "=a=", " ", " \r", "\n", "=\n", "\0", "\u{e9}= x", "=41", "\r"] {
        let input = piece.repeat(1_000_000 / piece.len());
        let (_, flaws) = salvage(&[input.as_bytes()]);
        assert!(flaws.len() < 400, "{piece}");
    }
}

/// What may stand in a body, good and bad.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let pieces = &["=", "=4", "41", "=e9", "=C3", "=\r\n", "=\n", "= \n", "\r\n", "\n", "\r", " ", "\t", "a", "Word"];
    let piece = prop_oneof![
        6 => proptest::sample::select(&pieces[..]).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => Just(b"a line of text ".repeat(5)),
        1 => proptest::collection::vec(any::<u8>(), 0..4),
    ];
    proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_encoded_is_read_back(octets in octets()) {
        let encoded = encode(&octets);
        prop_assert_eq!(::quoted_printable::decode(&encoded, ParseMode::Strict).unwrap(), through(Canonical::new(), &[&octets]));
        for line in encoded.split_terminator("\r\n") {
            prop_assert!(line.len() <= 76 && line != "." && !line.starts_with("From "), "{line:?}");
            prop_assert!(!line.ends_with([' ', '\t']) && !line.contains(['\r', '\n']), "{line:?}");
        }
        for at in 0..=octets.len() {
            let (head, tail) = octets.split_at(at);
            prop_assert_eq!(through(Encoder::text(), &[head, tail]), encoded.as_bytes());
        }
    }

    #[test]
    fn octets_and_open_texts_are_read_back(octets in octets()) {
        let binary = through(Encoder::binary(), &[&octets]);
        prop_assert_eq!(salvage(&[&binary]).0, octets.clone());
        prop_assert!(binary.split(|octet| *octet == b'\n').all(|line| line.len() <= 77));
        let pieces: Vec<&[u8]> = octets.chunks(1).collect();
        prop_assert_eq!(through(Encoder::binary(), &pieces), binary);
        let mut lines = through(Canonical::new(), &[&octets]);
        prop_assert_eq!(salvage(&[&through(Encoder::text(), &[&octets])]).0, lines.clone());
        lines.retain(|octet| *octet != b'\r');
        if !octets.ends_with(b"\n") && !octets.ends_with(b"\r") {
            lines.pop();
        }
        let open = through(Encoder::text().line_end(LineEnd::Lf).open_end(), &[&octets]);
        prop_assert_eq!(salvage(&[&open]).0, lines);
    }

    #[test]
    fn the_cut_does_not_matter_to_the_decoder(body in body()) {
        let whole = salvage(&[&body]);
        prop_assert_eq!(&whole.0, &meaning(&body));
        prop_assert_eq!(&salvage(&body.chunks(1).collect::<Vec<_>>()), &whole);
        for at in 0..=body.len() {
            let (head, tail) = body.split_at(at);
            prop_assert_eq!(&salvage(&[head, tail]), &whole);
        }
    }
}
