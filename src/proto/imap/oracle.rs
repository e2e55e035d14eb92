//! imap-codec as a judge: what it writes we read without a finding, and what we write it reads.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use arbitrary::{Arbitrary, Unstructured};
use bytes::Bytes;
use imap_codec::ResponseCodec;
use imap_codec::decode::Decoder;
use imap_codec::encode::Encoder;
use imap_codec::imap_types::core::Vec1;
use imap_codec::imap_types::fetch::MessageDataItem;
use imap_codec::imap_types::response::{Data as Fetched, Response as Theirs};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::body_structure::Form;
use super::frame::Line;
use super::{Data, Item, Response};
use crate::base::Finding;

/// So many responses are made.
const CASES: usize = 2000;

/// Responses of theirs, as they write them; the same in every run.
fn written() -> impl Iterator<Item = Vec<u8>> {
    let mut runner = TestRunner::deterministic();
    let octets = proptest::collection::vec(any::<u8>(), 16..3000);
    let made = (0..CASES).map(move |_| octets.new_tree(&mut runner).expect("octets").current());
    made.filter_map(|octets| {
        let theirs = theirs(&mut Unstructured::new(&octets)).ok()?;
        Some(ResponseCodec::default().encode(&theirs).dump())
    })
}

/// Any response; often one with an envelope or a structure, which are rare among all that there are.
fn theirs<'a>(octets: &mut Unstructured<'a>) -> arbitrary::Result<Theirs<'a>> {
    let item = match octets.int_in_range(0..=5)? {
        0 => MessageDataItem::Envelope(Arbitrary::arbitrary(octets)?),
        1 => MessageDataItem::BodyStructure(Arbitrary::arbitrary(octets)?),
        2 => MessageDataItem::Body(Arbitrary::arbitrary(octets)?),
        _ => return Theirs::arbitrary(octets),
    };
    Ok(Theirs::Data(Fetched::Fetch { seq: NonZeroU32::MIN, items: Vec1::from(item) }))
}

/// What we read of it, and what we found wrong with it.
fn read(written: &[u8]) -> (Response, Vec<Finding>) {
    let line = Line { octets: Bytes::copy_from_slice(written), streamed: Vec::new() };
    let mut findings = Vec::new();
    let response = Response::parse(&line, &mut findings);
    (response, findings)
}

/// An envelope or a structure as we write it in a response.
fn again(item: &Item) -> Option<(&'static str, Vec<u8>)> {
    let mut line = b"* 1 FETCH (UID 7 ".to_vec();
    let name = match item {
        Item::Envelope(envelope) => {
            line.extend_from_slice(b"ENVELOPE ");
            envelope.write(&mut line);
            "ENVELOPE"
        }
        Item::Structure(structure) => {
            line.extend_from_slice(b"BODYSTRUCTURE ");
            structure.write(Form::BodyStructure, &mut line);
            "BODYSTRUCTURE"
        }
        _ => return None,
    };
    line.extend_from_slice(b")\r\n");
    Some((name, line))
}

#[test]
fn what_it_writes_is_read_and_what_we_write_it_reads() {
    let mut told = BTreeSet::new();
    for written in written() {
        let shown = written.escape_ascii();
        let (response, findings) = read(&written);
        assert!(response != Response::Malformed && findings.is_empty(), "{shown} {response:?} {findings:?}");
        let Response::Untagged(data) = response else { continue };
        told.insert(data.name().to_owned());
        let Data::Fetch(fetch) = data else { continue };
        for item in &fetch.items {
            assert!(!matches!(item, Item::Other(..)), "{shown} {item:?}");
            let Some((name, line)) = again(item) else { continue };
            told.insert(name.to_owned());
            let read = ResponseCodec::default().decode(&line).map(|(rest, _)| rest.is_empty());
            assert!(matches!(read, Ok(true)), "{} {read:?}", line.escape_ascii());
        }
    }
    // It has said enough to judge by.
    let names =
        "CAPABILITY LIST LSUB STATUS SEARCH FLAGS EXISTS RECENT EXPUNGE FETCH ENVELOPE BODYSTRUCTURE OK NO BAD BYE";
    for name in names.split(' ') {
        assert!(told.contains(name), "{name}: {told:?}");
    }
}
