use proptest::prelude::*;

use super::*;
use crate::mime::flaw::Flaw;
use crate::mime::transform::{Decode as _, LineEnd, Transform as _};

fn encode(pieces: &[&[u8]], end: LineEnd) -> Vec<u8> {
    let size = pieces.iter().map(|piece| piece.len() as u64).sum();
    let (mut encoder, mut output) = (Encoder::new(b"a b", size, end), Vec::new());
    pieces.iter().for_each(|piece| encoder.push(piece, &mut output));
    encoder.finish(&mut output);
    output
}

fn decode(pieces: &[&[u8]]) -> (Vec<u8>, Vec<Flaw>) {
    let (mut decoder, mut output) = (Decoder::new(), Vec::new());
    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
    decoder.finish(&mut output);
    (output, decoder.findings())
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

/// The CRC-32 of `123456789` is that of every description of CRC-32.
#[test]
fn known_answers() {
    let encoded = encode(&[b"123456789"], LineEnd::Lf);
    let wanted = b"=ybegin line=128 size=9 name=a b\n[\\]^_`abc\n=yend size=9 crc32=cbf43926\n";
    assert_eq!(encoded, wanted);
    assert_eq!(decode(&[&encoded]), (b"123456789".to_vec(), vec![]));
    let octets = [0_u8.wrapping_sub(42), b'=' - 42, b'\n'.wrapping_sub(42)];
    assert_eq!(encode(&[&octets], LineEnd::Lf).split(|octet| *octet == b'\n').nth(1), Some(&b"=@=}=J"[..]));
}

#[test]
fn parts_are_put_together() {
    let part = |n: u32, begin: u32, text: &str, sum: &str| {
        let end = begin + text.len() as u32 - 1;
        let data: String = text.chars().map(|c| char::from(c as u8 + 42)).collect();
        let size = text.len();
        format!(
            "=ybegin part={n} line=128 size=9 name=x\n=ypart begin={begin} end={end}\n{data}\n=yend size={size} part={n} {sum}\n\n"
        )
    };
    let (one, two) = (part(1, 1, "1234", "pcrc32=9be3e0a3"), part(2, 5, "56789", "crc32=cbf43926"));
    assert_eq!(salvage(&(one.clone() + &two)), ("123456789".into(), vec![]));
    assert_eq!(salvage(&two), ("56789".into(), vec![("yenc-part", 38)]));
    let wrong = part(2, 5, "56780", "crc32=cbf43926");
    assert_eq!(salvage(&(one + &wrong)).1.last().unwrap().0, "yenc-checksum");
}

#[test]
fn what_is_wrong_is_told() {
    let good = "=ybegin line=128 size=1 name=x\n[\n=yend size=1 crc32=83dcefb7\n";
    assert_eq!(salvage(good), ("1".into(), vec![]));
    assert_eq!(salvage(&good.replace('\n', " \r\n").replace("[ ", "[")), ("1".into(), vec![]));
    assert_eq!(salvage(&format!("Hello\n{good}Bye\n")).1, [("yenc-text-before", 0), ("yenc-text-behind", 67)]);
    assert_eq!(salvage(&good.replace("83", "84")).1, [("yenc-checksum", 33)]);
    assert_eq!(salvage(&good.replace("size=1 c", "size=2 c")).1, [("yenc-size", 33)]);
    assert_eq!(salvage(&good.replace("size=1 n", "n")).1, [("yenc-bad-header", 0)]);
    assert_eq!(salvage(&good[..33]).1, [("yenc-no-end", 33)]);
    assert_eq!(salvage(&good.replace("[\n", "[=\n")), ("1".into(), vec![("yenc-bad-escape", 33)]));
    assert_eq!(salvage(&good.replace("[\n", "=y?\n[\n")), ("1".into(), vec![("yenc-bad-line", 31)]));
    assert_eq!(salvage(&format!("{good}{good}")), ("1".into(), vec![("yenc-second-file", 61)]));
    assert_eq!(salvage("="), (String::new(), vec![("yenc-no-begin", 0), ("yenc-text-before", 0)]));
}

proptest! {
    #[test]
    fn the_size_is_known_before(octets in proptest::collection::vec(any::<u8>(), 0..1200), cut in 1..200_usize) {
        let (mut trial, mut encoder) = (Trial::new(), Encoder::new(b"name", octets.len() as u64, LineEnd::CrLf));
        let mut encoded = Vec::new();
        octets.chunks(cut).for_each(|piece| trial.push(piece));
        encoder.push(&octets, &mut encoded);
        encoder.finish(&mut encoded);
        prop_assert_eq!(trial.finish("name".len()), encoded.len() as u64);
    }

    #[test]
    fn what_is_encoded_is_read_back(octets in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'=' - 42), Just(b' '.wrapping_sub(42)), Just(b'.' - 42)], 0..600), size in 1..80_usize) {
        for end in [LineEnd::Lf, LineEnd::CrLf] {
            let encoded = encode(&[&octets], end);
            prop_assert_eq!(decode(&encoded.chunks(size).collect::<Vec<_>>()), (octets.clone(), vec![]));
            let without_cr = |line| <[u8]>::strip_suffix(line, b"\r").unwrap_or(line);
            let lines: Vec<&[u8]> = encoded.split(|octet| *octet == b'\n').map(without_cr).collect();
            let lines = lines.get(1..lines.len() - 2).unwrap_or_default();
            prop_assert!(lines.iter().all(|line| line.len() <= 129 && !line.starts_with(b".") && !line.starts_with(b" ")));
            prop_assert!(lines.iter().rev().skip(1).all(|line| line.len() >= 128));
            prop_assert_eq!(encode(&octets.chunks(size).collect::<Vec<_>>(), end), encoded);
        }
    }

    #[test]
    fn the_cut_does_not_matter(body in "(=ybegin size=3 name=x\n|=ypart begin=1 end=3\n|=yend size=3\n|=y|=|[a-f]{1,5}|\r\n|\n){0,9}") {
        let whole = decode(&[body.as_bytes()]);
        for at in 0..=body.len() {
            let (head, tail) = body.as_bytes().split_at(at);
            prop_assert_eq!(&decode(&[head, tail]), &whole);
        }
    }
}
