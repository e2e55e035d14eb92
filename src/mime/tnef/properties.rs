//! MAPI properties as they stream by ([MS-OXTNEF] §2.1.3.4).

use std::ops::Range;

use super::{half, word};

/// So much of a value is kept.
const KEPT: usize = 4096;

/// Types of values ([MS-OXCDATA] §2.11.1).
pub(super) const OBJECT: u16 = 0x000d;
pub(super) const STRING8: u16 = 0x001e;
pub(super) const STRING: u16 = 0x001f;
const BINARY: u16 = 0x0102;
const MULTIPLE: u16 = 0x1000;
/// From here on properties have a name of their own.
const NAMED: u16 = 0x8000;

/// A value of a property.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) id: u16,
    pub(super) kind: u16,
    /// Where it stands, without the NUL behind a string.
    pub(super) range: Range<u64>,
    /// The octets that it begins with.
    pub(super) value: Vec<u8>,
}

/// Reads the properties of one attribute.
#[derive(Debug)]
pub(super) struct Properties {
    step: Step,
    /// Octets that are left of the attribute.
    left: u64,
    held: Vec<u8>,
    /// Properties that are to come.
    count: u32,
    kind: u16,
    id: u16,
    /// Values of the property that are to come.
    values: u32,
    /// Octets of what is read or skipped that are to come, and what comes behind.
    rest: u64,
    then: Then,
    value: Vec<u8>,
    /// The last two octets of the value.
    last: [u8; 2],
    begin: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Count,
    Tag,
    Named,
    NamedId,
    NameLength,
    Values,
    Length,
    Value,
    Skip,
    Over,
    Broken,
}

/// What comes behind octets that are skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Value,
    NextValue,
    NextProperty,
}

impl Step {
    /// Octets that it needs, if it takes them together.
    fn width(self) -> Option<usize> {
        match self {
            Step::Named => Some(20),
            Step::Value | Step::Skip | Step::Over | Step::Broken => None,
            _ => Some(4),
        }
    }
}

impl Properties {
    /// At the beginning of an attribute of so many octets.
    pub(super) fn new(octets: u64) -> Properties {
        Properties {
            step: Step::Count,
            left: octets,
            held: Vec::new(),
            count: 0,
            kind: 0,
            id: 0,
            values: 0,
            rest: 0,
            then: Then::NextProperty,
            value: Vec::new(),
            last: [1; 2],
            begin: 0,
        }
    }

    /// Takes the next octets of the attribute, which stand at `at`.
    pub(super) fn push(&mut self, octets: &[u8], mut at: u64, tell: &mut dyn FnMut(Property)) {
        let mut rest = octets;
        while !matches!(self.step, Step::Over | Step::Broken) {
            let wanted = self.step.width().map_or(self.rest, |width| (width - self.held.len()) as u64);
            let count = wanted.min(rest.len() as u64);
            let (piece, behind) = rest.split_at_checked(count as usize).unwrap_or((rest, b""));
            rest = behind;
            at += count;
            self.left = self.left.saturating_sub(count);
            match self.step {
                Step::Value => self.keep(piece),
                Step::Skip => self.rest -= count,
                _ => self.held.extend_from_slice(piece),
            }
            if count < wanted {
                return;
            }
            let held = std::mem::take(&mut self.held);
            self.step = self.next(&held, at, tell);
        }
    }

    /// Whether the attribute had the properties that it promised.
    pub(super) fn is_complete(&self) -> bool {
        self.step == Step::Over
    }

    fn keep(&mut self, piece: &[u8]) {
        let room = KEPT.saturating_sub(self.value.len());
        self.value.extend_from_slice(piece.get(..room).unwrap_or(piece));
        self.rest -= piece.len() as u64;
        match piece {
            [.., a, b] => self.last = [*a, *b],
            [b] => self.last = [self.last[1], *b],
            [] => {}
        }
    }

    /// All octets of a step are there: what is next?
    fn next(&mut self, held: &[u8], at: u64, tell: &mut dyn FnMut(Property)) -> Step {
        match self.step {
            Step::Count => {
                self.count = word(held, 0);
                self.next_property()
            }
            Step::Tag => {
                (self.kind, self.id) = (half(held, 0), half(held, 2));
                if self.id >= NAMED { Step::Named } else { self.begin(at) }
            }
            Step::Named => match word(held, 16) {
                0 => Step::NamedId,
                1 => Step::NameLength,
                _ => Step::Broken,
            },
            Step::NamedId => self.begin(at),
            Step::NameLength => self.skip(padded(word(held, 0).into()), Then::Value),
            Step::Values => self.values(word(held, 0)),
            Step::Length => self.read(word(held, 0).into(), at),
            Step::Value => {
                let length = at - self.begin;
                tell(self.told(at));
                self.skip(padded(length) - length, Then::NextValue)
            }
            Step::Skip => match self.then {
                Then::Value => self.begin(at),
                Then::NextValue => self.next_value(),
                Then::NextProperty => self.next_property(),
            },
            step => step,
        }
    }

    fn told(&mut self, at: u64) -> Property {
        let nul = match self.kind {
            STRING8 if self.last[1] == 0 => 1,
            STRING if self.last == [0, 0] => 2,
            _ => 0,
        };
        let range = self.begin..at.saturating_sub(nul).max(self.begin);
        let mut value = std::mem::take(&mut self.value);
        value.truncate(usize::try_from(range.end - range.start).unwrap_or(KEPT));
        Property { id: self.id, kind: self.kind, range, value }
    }

    fn next_property(&mut self) -> Step {
        match self.count.checked_sub(1) {
            None => Step::Over,
            Some(count) => {
                self.count = count;
                Step::Tag
            }
        }
    }

    fn next_value(&mut self) -> Step {
        match self.values.checked_sub(1) {
            None => self.next_property(),
            Some(values) => {
                self.values = values;
                Step::Length
            }
        }
    }

    /// The values of a property begin.
    fn begin(&mut self, at: u64) -> Step {
        match (width(self.kind & !MULTIPLE), self.kind & MULTIPLE != 0) {
            (None, _) => Step::Broken,
            (Some(Width::Fixed(width)), false) => {
                self.values = 0;
                self.read(padded(width), at)
            }
            _ => Step::Values,
        }
    }

    fn values(&mut self, count: u32) -> Step {
        match width(self.kind & !MULTIPLE) {
            Some(Width::Fixed(width)) => self.skip(padded(u64::from(count) * width), Then::NextProperty),
            _ => {
                self.values = count;
                self.next_value()
            }
        }
    }

    fn read(&mut self, octets: u64, at: u64) -> Step {
        (self.rest, self.begin, self.last) = (octets, at, [1; 2]);
        self.value.clear();
        if octets > self.left { Step::Broken } else { Step::Value }
    }

    fn skip(&mut self, octets: u64, then: Then) -> Step {
        (self.rest, self.then) = (octets, then);
        // What fills up the last value may be left out.
        let lacking = octets > self.left && (then != Then::NextValue || self.left > 0);
        match lacking {
            true => Step::Broken,
            false if octets > self.left => {
                self.rest = 0;
                Step::Skip
            }
            false => Step::Skip,
        }
    }
}

enum Width {
    Fixed(u64),
    /// With their length before them.
    Variable,
}

/// How many octets a value of this type has.
fn width(kind: u16) -> Option<Width> {
    match kind {
        0x0000 | 0x0001 => Some(Width::Fixed(0)),
        0x0002 | 0x000b => Some(Width::Fixed(2)),
        0x0003 | 0x0004 | 0x000a => Some(Width::Fixed(4)),
        0x0005 | 0x0006 | 0x0007 | 0x0014 | 0x0040 => Some(Width::Fixed(8)),
        0x0048 => Some(Width::Fixed(16)),
        OBJECT | STRING8 | STRING | BINARY => Some(Width::Variable),
        _ => None,
    }
}

/// Everything begins at a multiple of four octets.
fn padded(octets: u64) -> u64 {
    octets.next_multiple_of(4)
}
