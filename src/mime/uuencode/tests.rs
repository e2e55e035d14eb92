use proptest::prelude::*;

use super::*;
use crate::mime::flaw::Flaw;
use crate::mime::transform::{Decode as _, LineEnd, Transform as _};

fn encode(octets: &[u8], end: LineEnd) -> Vec<u8> {
    let (mut encoder, mut output) = (Encoder::new(b"a b", 0o644, end), Vec::new());
    octets.chunks(7).for_each(|piece| encoder.push(piece, &mut output));
    encoder.finish(&mut output);
    output
}

fn decode(pieces: &[&[u8]]) -> (Vec<u8>, Vec<Flaw>, Option<Vec<u8>>) {
    let (mut decoder, mut output) = (Decoder::new(), Vec::new());
    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
    decoder.finish(&mut output);
    (output, decoder.findings(), decoder.carried().map(|carried| carried.name.clone()))
}

/// The octets, and the codes of the findings with their places; the same for every cut.
fn salvage(text: &str) -> (String, Vec<(&'static str, u64)>) {
    let whole = decode(&[text.as_bytes()]);
    for at in 0..=text.len() {
        let (head, tail) = text.as_bytes().split_at(at);
        assert_eq!(decode(&[head, tail]), whole, "{text:?} cut at {at}");
    }
    assert_eq!(decode(&text.as_bytes().chunks(1).collect::<Vec<_>>()), whole);
    let codes = whole.1.iter().map(|flaw| (flaw.code, flaw.offset)).collect();
    (String::from_utf8(whole.0).unwrap(), codes)
}

#[test]
fn known_answers() {
    assert_eq!(encode(b"Cat", LineEnd::Lf), b"begin 644 a b\n#0V%T\n`\nend\n");
    assert_eq!(encode(b"", LineEnd::CrLf), b"begin 644 a b\r\n`\r\nend\r\n");
    assert_eq!(encode(b"\0", LineEnd::Lf), b"begin 644 a b\n!````\n`\nend\n");
    assert_eq!(salvage("begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n"), ("Cat".into(), vec![]));
    assert_eq!(salvage("begin 0644 x\n#0V%T\n \nend\n"), ("Cat".into(), vec![]));
    assert_eq!(salvage("begin-base64 644 x\nQ2F0\n====\n"), ("Cat".into(), vec![]));
    let (_, _, name) = decode(&[b"begin 600 a name \r\n`\nend"]);
    assert_eq!(name.as_deref(), Some(&b"a name"[..]));
}

#[test]
fn what_is_wrong_is_told() {
    assert_eq!(salvage("Hello\n\nbegin 644 x\n#0V%T\n`\nend\nBye\n"), {
        ("Cat".into(), vec![("uu-text-before", 0), ("uu-text-behind", 31)])
    });
    assert_eq!(salvage("nothing"), (String::new(), vec![("uu-no-begin", 0), ("uu-text-before", 0)]));
    assert_eq!(salvage("begin 644 x\n#0V%T"), ("Cat".into(), vec![("uu-no-end", 17)]));
    assert_eq!(salvage("begin 644 x\n#0V%T\n`\n"), ("Cat".into(), vec![("uu-no-end", 20)]));
    assert_eq!(salvage("begin 644 x\n#0V\nsome words\n#0V%Tx\nend\n"), {
        ("C`\0Cat".into(), vec![("uu-short-line", 15), ("uu-bad-line", 16), ("uu-bad-character", 32)])
    });
    assert_eq!(salvage("begin 644 x\n#0V%T\n`\nend\nbegin 644 y\n"), ("Cat".into(), vec![("uu-second-file", 24)]));
    for text in ["beginx", "begin", "begin 644", "begin 644 ", "begin 64x y", "begin644 x", "begin +44 x"] {
        assert_eq!(decode(&[text.as_bytes()]).2, None, "{text}");
    }
}

#[test]
fn long_lines_need_little_room() {
    let (octets, flaws, _) = decode(&[b"begin 644 x\n", &[b'A'; 4_000_000], b"\n`\nend\n"]);
    assert_eq!((octets.len(), flaws.len(), flaws[0].code), (33, 1, "uu-long-line"));
}

proptest! {
    #[test]
    fn the_size_is_known_before(octets in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(encoded_size(octets.len() as u64, "a b".len()), encode(&octets, LineEnd::CrLf).len() as u64);
    }

    #[test]
    fn what_is_encoded_is_read_back(octets in proptest::collection::vec(any::<u8>(), 0..300), size in 1..80_usize) {
        for end in [LineEnd::Lf, LineEnd::CrLf] {
            let encoded = encode(&octets, end);
            let pieces: Vec<&[u8]> = encoded.chunks(size).collect();
            prop_assert_eq!(decode(&pieces), (octets.clone(), vec![], Some(b"a b".to_vec())));
            // Space for zero, and lost at the end of the line.
            let spaces = String::from_utf8(encoded).unwrap().replace('`', " ");
            prop_assert_eq!(&decode(&[spaces.as_bytes()]).0, &octets);
            let cut: String = spaces.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
            prop_assert_eq!(&decode(&[cut.as_bytes()]).0, &octets);
        }
    }

    #[test]
    fn the_cut_does_not_matter(body in "(begin 644 x\n)?([ -`]{0,6}[a\n\r]{0,3}){0,9}(end|`)?") {
        let whole = decode(&[body.as_bytes()]);
        for at in 0..=body.len() {
            let (head, tail) = body.as_bytes().split_at(at);
            prop_assert_eq!(&decode(&[head, tail]), &whole);
        }
    }
}

#[test]
fn sizes_beyond_memory() {
    assert_eq!(encoded_size(45, 1), "begin 644 x\r\n".len() as u64 + 63 + "`\r\nend\r\n".len() as u64);
    assert_eq!(encoded_size(u64::MAX, 1), u64::MAX);
}
