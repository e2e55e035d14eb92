//! Messages judged and explained: every place is right, every octet has its range, and the cut does not matter.

use mailtool::mime::annotate::{Annotator, Kind, Range};
use mailtool::mime::lint::{Linter, Report};
use mailtool::mime::parse::Limits;
use mailtool::proto::explain::Language;

/// The octets are a message.
pub fn check(octets: &[u8]) {
    for limits in super::LIMITS {
        let report = report(&[octets], limits);
        judge(octets, &report);
        let ranges = ranges(&[octets], limits);
        let message: Vec<u8> = ranges.iter().flat_map(|(_, octets, ..)| octets.clone()).collect();
        assert!(message == octets, "the ranges are not the message");
        for cut in super::cuts(octets) {
            assert_eq!(self::report(&cut, limits), report, "in {} pieces, {limits:?}", cut.len());
            assert_eq!(self::ranges(&cut, limits), ranges, "in {} pieces, {limits:?}", cut.len());
        }
    }
}

fn report(pieces: &[&[u8]], limits: Limits) -> Report {
    let mut linter = Linter::new(limits);
    pieces.iter().for_each(|piece| linter.push(piece));
    linter.finish()
}

/// Every place is in the message, its line is right, and they are in order.
fn judge(message: &[u8], report: &Report) {
    let (mut line, mut counted) = (1, 0);
    for finding in &report.findings {
        let (code, offset) = (finding.code.code, usize::try_from(finding.spot.offset).expect("an offset"));
        assert!((counted..=message.len()).contains(&offset), "{code} at {offset} behind {counted}");
        line += message[counted..offset].iter().filter(|octet| **octet == b'\n').count() as u64;
        counted = offset;
        assert_eq!(finding.spot.line, line, "the line of {code} at {offset}");
        assert!(!finding.message.is_empty(), "{code}");
    }
    assert_eq!(report.octets, message.len() as u64);
}

/// A range: where it begins, its octets, its kind, what it means and its part.
type Told = (u64, Vec<u8>, Kind, Option<String>, String);

/// All of them; a field that is too long comes in pieces, which depend on the cut and are put together.
fn ranges(pieces: &[&[u8]], limits: Limits) -> Vec<Told> {
    let (mut all, mut at) = (Vec::<Told>::new(), 0);
    let mut tell = |range: Range<'_>| {
        assert_eq!(range.offset, at, "{range:?}");
        assert!(!range.octets.is_empty(), "{range:?}");
        at += range.octets.len() as u64;
        let means = range.means.map(|means| means.sentence(Language::Es));
        match all.last_mut() {
            Some((_, octets, Kind::FieldBody, None, _)) if range.kind == Kind::FieldBody && means.is_none() => {
                octets.extend_from_slice(&range.octets);
            }
            _ => all.push((range.offset, range.octets.into_owned(), range.kind, means, range.part.to_string())),
        }
    };
    let mut annotator = Annotator::new(limits);
    pieces.iter().for_each(|piece| annotator.push(piece, &mut tell));
    annotator.finish(&mut tell);
    all
}
