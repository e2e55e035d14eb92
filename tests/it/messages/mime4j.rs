//! mime4j's samples: the `.xml` beside each is its structure, the files that it names hold the decoded bodies.

use std::collections::BTreeSet;
use std::fs;

use mailtool::mime::parse::{Nature, Role};
use mailtool::mime::tree::Tree;

/// Where we read something else than mime4j: the message, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    ("malformedHeader-noheader", NO_HEADER),
    ("malformedHeaderStartsBody-noheader", NO_HEADER),
    (
        "malformedHeaderStartsBody-nocrlfcrlf",
        "a line that is no field does not end the header (here mime4j was told that it does; elsewhere it agrees)",
    ),
    ("very-long-boundary", TRAILING_BLANKS),
    ("very-very-long-boundary", TRAILING_BLANKS),
    ("weird-boundary", TRAILING_BLANKS),
];

const NO_HEADER: &str = "a text without any field is a body, all of it, as its own words demand";
const TRAILING_BLANKS: &str = "blanks at the end of a boundary do not count: none may stand there, and blanks behind a \
                               delimiter are padding (RFC 2046 §5.1.1)";

/// The structure as a line, and the decoded bodies of the leaves in their order.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    structure: String,
    bodies: Vec<Vec<u8>>,
}

fn ours(message: &[u8]) -> Shape {
    let (tree, bodies) = super::read(message);
    let mut structure = String::new();
    let mut from = 0;
    entity(&tree, &mut from, &mut structure);
    let leaves = tree.entities.iter().zip(bodies).filter(|(entity, _)| entity.is_leaf()).map(|(_, body)| body);
    Shape { structure, bodies: leaves.map(without_cr).collect() }
}

/// Writes one entity and those within it.
fn entity(tree: &Tree, at: &mut usize, out: &mut String) {
    let entity_ = &tree.entities[*at];
    let depth = entity_.depth;
    let word = if entity_.role == Role::Part { "part" } else { "message" };
    let kind = match entity_.content.nature {
        Nature::Multipart => "multipart ",
        Nature::Leaf => "body",
        Nature::Message | Nature::EncodedMessage => "",
    };
    *out += &format!("{word}({kind}");
    *at += 1;
    while tree.entities.get(*at).is_some_and(|inner| inner.depth > depth) {
        entity(tree, at, out);
    }
    *out += ")";
}

/// What an `.xml` of mime4j says.
fn theirs(xml: &str, folder: &std::path::Path) -> Shape {
    let (mut structure, mut bodies) = (String::new(), Vec::new());
    for tag in xml.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()) {
        match tag.trim() {
            "message" => structure += "message(",
            "body-part" => structure += "part(",
            "multipart" => structure += "multipart ",
            "/message" | "/body-part" => structure += ")",
            tag if tag.starts_with("text-body") || tag.starts_with("binary-body") => {
                structure += "body";
                let name = tag.split('"').nth(1).unwrap_or_default();
                bodies.push(without_cr(fs::read(folder.join(name)).unwrap_or_default()));
            }
            _ => {}
        }
    }
    Shape { structure, bodies }
}

/// Line ends as files have them: what was expected was written down on different systems.
fn without_cr(octets: Vec<u8>) -> Vec<u8> {
    octets.into_iter().filter(|&octet| octet != b'\r').collect()
}

#[test]
fn structures_and_bodies_are_those_of_mime4j() {
    let Some(corpus) = crate::peers::corpus() else { return };
    let folder = corpus.join("mime4j/testmsgs");
    let (mut count, mut wrong, mut used) = (0, Vec::new(), BTreeSet::new());
    let mut files: Vec<_> = fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "msg")) {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let xml = fs::read_to_string(folder.join(format!("{name}_decoded.xml"))).expect("a structure");
        let (ours, theirs) = (ours(&fs::read(&file).expect("a message")), theirs(&xml, &folder));
        count += 1;
        if ours == theirs {
            continue;
        }
        match DIFFERENCES.iter().position(|(known, _)| *known == name) {
            Some(known) => drop(used.insert(known)),
            None => wrong.push(told(&name, &ours, &theirs)),
        }
    }
    assert!(wrong.is_empty(), "{} of {count} messages differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 32, "only {count} messages");
    let idle = DIFFERENCES.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, known)| known.0);
    assert_eq!(idle.collect::<Vec<_>>(), [""; 0], "no longer different");
}

fn told(name: &str, ours: &Shape, theirs: &Shape) -> String {
    let mut text = format!("{name}:\n  we     {}\n  mime4j {}", ours.structure, theirs.structure);
    for (n, (ours, theirs)) in ours.bodies.iter().zip(&theirs.bodies).enumerate().filter(|(_, (a, b))| a != b) {
        let show = |octets: &[u8]| String::from_utf8_lossy(octets.get(..200).unwrap_or(octets)).into_owned();
        text += &format!(
            "\n  body {n}, {} and {} octets:\n    {:?}\n    {:?}",
            ours.len(),
            theirs.len(),
            show(ours),
            show(theirs)
        );
    }
    text
}
