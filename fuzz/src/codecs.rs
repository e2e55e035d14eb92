//! Transfer encodings: the cut does not matter, and what is encoded is read back.

use mailtool::mime::canonical::Canonical;
use mailtool::mime::flaw::Flaw;
use mailtool::mime::transfer_encoding::Mechanism;
use mailtool::mime::transform::{LineEnd, Transform};
use mailtool::mime::{base64, quoted_printable as qp, uuencode, yenc};

/// Which is read, by the first octet: the last three bits of a digit are its value.
const MECHANISMS: [&str; 8] =
    ["base64", "quoted-printable", "x-uuencode", "x-yenc", "7bit", "8bit", "binary", "x-nobody-knows"];

/// The most octets that one octet of any of them can mean: a line of uuencode that is cut off behind its length.
const MOST: usize = 63;

/// The first octet chooses what the others are encoded in.
pub fn check(octets: &[u8]) {
    let Some((first, octets)) = octets.split_first() else { return };
    let name = MECHANISMS[usize::from(first % 8)];
    let whole = decode(name, &[octets]);
    assert!(whole.0.len() <= MOST * octets.len(), "{} octets of {}", whole.0.len(), octets.len());
    assert!(whole.1.iter().all(|flaw| flaw.offset <= octets.len() as u64), "{:?}", whole.1);
    for cut in super::cuts(octets) {
        assert_eq!(decode(name, &cut), whole, "{name} in {} pieces", cut.len());
    }
    read_back(name, octets);
}

/// What is decoded, and what was wrong: told as it came, so to be put in order.
fn decode(name: &str, pieces: &[&[u8]]) -> (Vec<u8>, Vec<Flaw>) {
    let (mut decoder, mut output, mut flaws) = (Mechanism::parse(name).decoder(), Vec::new(), Vec::new());
    for piece in pieces {
        decoder.push(piece, &mut output);
        flaws.extend(decoder.findings());
    }
    decoder.finish(&mut output);
    flaws.extend(decoder.findings());
    flaws.sort_by_key(|flaw| (flaw.offset, flaw.code));
    (output, flaws)
}

/// Everything that our encoders make of the octets means them again, and nothing is wrong with it.
fn read_back(name: &str, octets: &[u8]) {
    let columns = 1 + super::chance(octets) % 76;
    for end in [LineEnd::CrLf, LineEnd::Lf] {
        match name {
            "base64" => same(name, octets, octets, || base64::Encoder::lines(columns, end)),
            "quoted-printable" => {
                same(name, octets, octets, || qp::Encoder::binary().line_end(end));
                let lines = through(Canonical::new(), &[octets]);
                same(name, octets, &lines, qp::Encoder::text);
            }
            "x-uuencode" => same(name, octets, octets, || uuencode::Encoder::new(b"a b", 0o644, end)),
            "x-yenc" => same(name, octets, octets, || yenc::Encoder::new(b"a b", octets.len() as u64, end)),
            _ => return,
        }
    }
}

fn same<E: Transform>(name: &str, octets: &[u8], meant: &[u8], encoder: impl Fn() -> E) {
    let encoded = through(encoder(), &[octets]);
    for cut in super::cuts(octets) {
        assert!(through(encoder(), &cut) == encoded, "{name} encoded in {} pieces", cut.len());
    }
    let (decoded, flaws) = decode(name, &[&encoded]);
    assert!(decoded == meant, "{name}: {encoded:?}");
    assert!(flaws.is_empty(), "{name}: {flaws:?}");
}

fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> Vec<u8> {
    let mut output = Vec::new();
    pieces.iter().for_each(|piece| transform.push(piece, &mut output));
    transform.finish(&mut output);
    output
}
