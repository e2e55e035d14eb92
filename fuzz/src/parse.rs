//! Messages taken apart: no octet is lost or told twice, and the cut does not matter.

use std::collections::BTreeMap;

use mailtool::mime::layers::Reader;
use mailtool::mime::parse::{Event, Limits, Role};

/// What was told of one layer. How the layers alternate depends on the cut, and so does when a decoder tells its flaws.
#[derive(Debug, Default, PartialEq)]
struct Layer {
    events: Vec<(String, Vec<u8>)>,
    flaws: Vec<(u64, &'static str)>,
    at: u64,
    open: usize,
}

/// The octets are a message.
pub fn check(octets: &[u8]) {
    for limits in super::LIMITS {
        let whole = told(&[octets], limits);
        let message: Vec<u8> = whole[&0].events.iter().flat_map(|(_, octets)| octets.clone()).collect();
        assert!(message == octets, "the events are not the message");
        for cut in super::cuts(octets) {
            assert_eq!(told(&cut, limits), whole, "in {} pieces, {limits:?}", cut.len());
        }
    }
}

fn told(pieces: &[&[u8]], limits: Limits) -> BTreeMap<u8, Layer> {
    let mut layers = BTreeMap::<u8, Layer>::new();
    let mut tell = |layer: u8, event: Event<'_>| layers.entry(layer).or_default().event(layer, &event);
    let mut reader = Reader::new(limits);
    pieces.iter().for_each(|piece| reader.push(piece, &mut tell));
    reader.finish(&mut tell);
    for layer in layers.values_mut() {
        assert_eq!(layer.open, 0, "an entity does not end");
        layer.flaws.sort_unstable();
    }
    layers
}

impl Layer {
    fn event(&mut self, layer: u8, event: &Event<'_>) {
        match event {
            Event::Start { offset, role } => {
                if layer > 0 && (*offset, *role, self.open) == (0, Role::Message, 0) {
                    self.at = 0;
                }
                self.open += 1;
                self.tell(format!("start {role:?} {offset}"), *offset, b"");
            }
            Event::Field { offset, octets, rest: true, .. } => self.more("field", *offset, octets),
            Event::Field { offset, octets, name, .. } => self.tell(format!("field {name:?}"), *offset, octets),
            Event::HeaderEnd { offset, octets, content } => self.tell(format!("end {content:?}"), *offset, octets),
            Event::Body { offset, octets } => self.more("body", *offset, octets),
            Event::Preamble { offset, octets } => self.more("preamble", *offset, octets),
            Event::Epilogue { offset, octets } => self.more("epilogue", *offset, octets),
            Event::Boundary { offset, octets, last } => self.tell(format!("boundary {last}"), *offset, octets),
            Event::End { offset } => {
                self.open = self.open.checked_sub(1).expect("an entity that is open");
                self.tell("end".to_owned(), *offset, b"");
            }
            Event::Flaw(flaw) => self.flaws.push((flaw.offset, flaw.code)),
        }
    }

    fn tell(&mut self, what: String, offset: u64, octets: &[u8]) {
        assert_eq!(offset, self.at, "{what}");
        self.at += octets.len() as u64;
        self.events.push((what, octets.to_vec()));
    }

    /// Goes on with what was told last, if that is the same thing.
    fn more(&mut self, what: &str, offset: u64, octets: &[u8]) {
        match self.events.last_mut() {
            Some((last, known)) if last.starts_with(what) => {
                assert_eq!(offset, self.at, "{what}");
                self.at += octets.len() as u64;
                known.extend_from_slice(octets);
            }
            _ => self.tell(what.to_owned(), offset, octets),
        }
    }
}
