//! Other people's messages, taken apart by us and by others: mime4j, whose expectations stand beside its samples,
//! Python's email package, and Dovecot, as far as IMAP tells. Where we differ the difference is listed with the reason; anything else fails.
//!
//! The samples are looked for at `../shared/corpus`; where they are absent the test says so and passes.

mod dovecot;
mod mime4j;
mod python;

use std::fs;
use std::path::{Path, PathBuf};

use mailtool::mime::layers::Reader;
use mailtool::mime::parse::{Event, Limits};
use mailtool::mime::transfer_encoding::Mechanism;
use mailtool::mime::transform::Decode;
use mailtool::mime::tree::{Builder, Tree};

/// Octets that are read at once: so few that every kind of line is cut somewhere.
const BLOCK: usize = 509;

/// The messages of a folder and those below it, by name.
fn messages(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let decoded = path.to_string_lossy().contains("_decoded_");
        if path.is_dir() {
            messages(&path, found);
        } else if matches!(&*extension, "eml" | "msg" | "raw" | "txt") && !decoded {
            found.push(path);
        }
    }
}

type Decoder = Option<Box<dyn Decode + Send>>;

/// The tree of a message and the decoded body of each of its entities, empty but for leaves.
fn read(message: &[u8]) -> (Tree, Vec<Vec<u8>>) {
    let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    // Which entity, in which layer, and what decodes it.
    let mut open: Vec<(usize, u8, Decoder)> = Vec::new();
    let mut take = |layer: u8, event: Event<'_>| {
        builder.event(layer, &event);
        match event {
            Event::Start { .. } => {
                open.push((bodies.len(), layer, None));
                bodies.push(Vec::new());
            }
            Event::HeaderEnd { .. } => {
                let leaf = builder.current().filter(|entity| entity.is_leaf());
                let decoder = leaf.map(|entity| Mechanism::parse(entity.encoding()).decoder());
                open.last_mut().expect("an entity").2 = decoder;
            }
            Event::Body { octets, .. } => {
                let innermost = open.iter_mut().rev().find(|(_, of, _)| *of == layer);
                if let Some((entity, _, Some(decoder))) = innermost {
                    decoder.push(octets, &mut bodies[*entity]);
                }
            }
            Event::End { .. } => {
                if let Some((entity, _, Some(mut decoder))) = open.pop() {
                    decoder.finish(&mut bodies[entity]);
                }
            }
            _ => {}
        }
    };
    message.chunks(BLOCK).for_each(|block| reader.push(block, &mut take));
    reader.finish(&mut take);
    (builder.finish(), bodies)
}

/// However a message ends, and whatever its line ends: every entity has its place.
#[test]
fn a_message_cut_at_every_octet() {
    let message = "Subject: x\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\none\r\n--a\r\n\
                   Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogaW4KCmJvZHkK\r\n\
                   --a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntwo\r\n--b--\r\n--a--\r\n";
    let sections = |octets: &[u8]| {
        let (tree, bodies) = read(octets);
        assert_eq!((tree.entities.len(), tree.size), (bodies.len(), octets.len() as u64));
        for entity in &tree.entities {
            assert!(entity.begin <= entity.body && entity.body <= entity.end, "{entity:?}");
            assert!(entity.layer > 0 || entity.end <= tree.size, "{entity:?}");
        }
        tree.entities.iter().map(|entity| entity.section.to_string()).collect::<Vec<_>>()
    };
    let whole = sections(message.as_bytes());
    assert_eq!(whole, ["TEXT", "1", "2", "2.1", "3", "3.1"]);
    assert_eq!(sections(message.replace("\r\n", "\n").as_bytes()), whole);
    for end in 0..message.len() {
        let cut = sections(&message.as_bytes()[..end]);
        // Half of a closing delimiter is one that opens.
        assert!(!cut.is_empty() && cut.len() <= whole.len() + 1, "{end}: {cut:?}");
    }
}
