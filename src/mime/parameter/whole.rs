//! Parameters as they were written, for who hands them on to a reader of its own: the sections of RFC 2231 §3 put
//! together, charset and percent signs left as they are.

use std::collections::BTreeMap;

use super::scan::{Written, scan};
use super::sections::Name;
use crate::mime::cursor::Cursor;
use crate::mime::notes::Notes;

/// `attribute` and `value`, without quotes; a `*` behind the name says that the value is that of RFC 2231 §4.
pub(in crate::mime) type Whole = (Vec<u8>, Vec<u8>);

type Sections<'a> = BTreeMap<u32, (bool, Written<'a>)>;

/// All parameters from the cursor to its end: those that stand in one piece in their order, then those of RFC 2231 by
/// name. With `first` one may begin without a `;`. Takes linear time, but for the sorting.
pub(in crate::mime) fn written(cursor: &mut Cursor<'_>, first: bool) -> Vec<Whole> {
    let mut notes = Notes::default();
    let mut whole = Vec::new();
    let mut marked: BTreeMap<String, Sections<'_>> = BTreeMap::new();
    for written in scan(cursor, first, &mut notes) {
        let name = Name::parse(&written, &mut notes);
        if name.section.is_none() && !name.extended {
            whole.push((written.name.to_vec(), written.value.into_owned()));
            continue;
        }
        let sections = marked.entry(name.attribute).or_default();
        sections.entry(name.section.unwrap_or(0)).or_insert((name.extended, written));
    }
    whole.extend(marked.into_iter().flat_map(|(name, sections)| join(name.len(), sections)));
    whole
}

/// One parameter; several as they stand there if a section is missing between them.
fn join(width: usize, sections: Sections<'_>) -> Vec<Whole> {
    if (0..).zip(sections.keys()).any(|(due, number)| due != *number) {
        let apart = sections.into_values();
        return apart.map(|(_, written)| (written.name.to_vec(), written.value.into_owned())).collect();
    }
    let extended = sections.values().any(|(extended, _)| *extended);
    let (mut name, mut value) = (Vec::new(), Vec::new());
    for (number, (marked, written)) in sections {
        if number == 0 {
            name.extend_from_slice(written.name.get(..width).unwrap_or(written.name));
        }
        match extended && !marked {
            true => {
                // What was not encoded must not look so beside what was.
                let quotes: &[u8] = if number == 0 { b"''" } else { b"" };
                value.extend_from_slice(quotes);
                value.extend(written.value.iter().flat_map(|octet| match octet {
                    b'%' => b"%25".to_vec(),
                    octet => vec![*octet],
                }));
            }
            false => value.extend_from_slice(&written.value),
        }
    }
    name.extend_from_slice(if extended { b"*" } else { b"" });
    vec![(name, value)]
}
