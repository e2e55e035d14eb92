//! The parts of a message: drawn, or one JSON object each.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::mime::encoded_word;
use crate::mime::flaw::Flaw;
use crate::mime::parse::Role;
use crate::mime::tree::{Entity, Tree};
use crate::transcript::text::thousands;

/// The fields of `mime tree --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    path: String,
    r#type: String,
    name: Option<&'a str>,
    encoding: &'a str,
    charset: Option<&'a str>,
    octets: u64,
    lines: u64,
    offset: u64,
    depth: usize,
    role: &'static str,
    begin: u64,
    body: u64,
    end: u64,
    layer: u8,
    header: String,
    disposition: Option<&'a str>,
    description: Option<String>,
    id: Option<String>,
    eight_bit: Option<bool>,
    message: u64,
    message_offset: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    flaws: Vec<FlawRecord<'a>>,
}

/// A flaw as it stands in JSON.
#[derive(Serialize)]
pub struct FlawRecord<'a> {
    code: &'static str,
    severity: &'static str,
    offset: u64,
    message: &'a str,
    rfc: &'static str,
}

impl<'a> From<&'a Flaw> for FlawRecord<'a> {
    fn from(flaw: &'a Flaw) -> FlawRecord<'a> {
        FlawRecord {
            code: flaw.code,
            severity: flaw.severity.name(),
            offset: flaw.offset,
            message: &flaw.message,
            rfc: flaw.rfc,
        }
    }
}

/// One object an entity.
pub fn records<'a>(
    tree: &'a Tree,
    message: u64,
    message_offset: u64,
    file: Option<&'a str>,
) -> impl Iterator<Item = Record<'a>> {
    let mut flaws = vec![Vec::new(); tree.entities.len()];
    for placed in &tree.flaws {
        if let Some(flaws) = flaws.get_mut(placed.entity) {
            flaws.push(&placed.flaw);
        }
    }
    tree.entities.iter().zip(flaws).map(move |(entity, flaws)| Record {
        path: entity.section.to_string(),
        r#type: entity.content.content_type.essence(),
        name: entity.file_name.as_deref(),
        encoding: entity.encoding(),
        charset: entity.content.content_type.charset(),
        octets: entity.octets(),
        lines: entity.lines,
        offset: entity.body,
        depth: entity.depth,
        role: match entity.role {
            Role::Root => "root",
            Role::Part => "part",
            Role::Message => "message",
        },
        begin: entity.begin,
        body: entity.body,
        end: entity.end,
        layer: entity.layer,
        header: entity.header.to_string(),
        disposition: entity.disposition.as_ref().map(|disposition| disposition.name.as_str()),
        description: text_of(entity, "content-description"),
        id: text_of(entity, "content-id"),
        eight_bit: entity.facts.as_ref().map(|facts| facts.eight_bit),
        message,
        message_offset,
        file,
        flaws: flaws.into_iter().map(FlawRecord::from).collect(),
    })
}

fn text_of(entity: &Entity, name: &str) -> Option<String> {
    entity.field(name).map(|value| encoded_word::decode(value).trim().to_owned())
}

/// What stands above the tree of one message among several.
pub fn title(number: u64, offset: u64, file: Option<&str>, again: bool) -> String {
    let before = if again { "\n" } else { "" };
    match file {
        Some(file) => format!("{before}message {number}, {}", escape_str(file)),
        None => format!("{before}message {number}, at octet {offset}"),
    }
}

/// One line an entity.
pub fn lines(tree: &Tree) -> impl Iterator<Item = String> {
    branches(tree).into_iter().zip(&tree.entities).map(|(branch, entity)| branch + &line(entity))
}

/// What is drawn before each entity.
fn branches(tree: &Tree) -> Vec<String> {
    let mut branches = Vec::with_capacity(tree.entities.len());
    // Whether, seen from the end, one more comes at each depth.
    let mut more: Vec<bool> = Vec::new();
    for entity in tree.entities.iter().rev() {
        more.resize(entity.depth + 1, false);
        let mut branch = String::new();
        for (depth, more) in more.iter().enumerate().skip(1) {
            branch.push_str(match (depth == entity.depth, more) {
                (true, true) => "├─ ",
                (true, false) => "└─ ",
                (false, true) => "│  ",
                (false, false) => "   ",
            });
        }
        branches.push(branch);
        if let Some(last) = more.last_mut() {
            *last = true;
        }
    }
    branches.reverse();
    branches
}

/// `1.2 image/jpeg "crepe.jpg" base64, 12,345 octets, 160 lines, attachment`.
fn line(entity: &Entity) -> String {
    let content_type = &entity.content.content_type;
    let mut line = entity.section.to_string();
    let mut word = |text: &str| {
        line.push(' ');
        line.push_str(&escape_str(text));
    };
    word(&content_type.essence());
    if entity.field("content-type").is_none() {
        word("(by default)");
    }
    if let Some(name) = &entity.file_name {
        word(&format!("{name:?}"));
    }
    if let Some(charset) = content_type.charset().filter(|_| content_type.kind() == "text") {
        word(charset);
    }
    if entity.is_leaf() || entity.content.encoding.is_some() {
        word(entity.encoding());
    }
    let unit = |count: u64, one: &str| format!(", {} {one}{}", thousands(count), if count == 1 { "" } else { "s" });
    line += &unit(entity.octets(), "octet");
    line += &unit(entity.lines, "line");
    if let Some(disposition) = &entity.disposition {
        line += &format!(", {}", escape_str(&disposition.name));
    }
    if let Some(description) = text_of(entity, "content-description") {
        line += &format!(", {}", escape_str(&format!("{description:?}")));
    }
    line
}

/// One sentence a flaw, with the number of the message if there are several.
pub fn flaws(tree: &Tree, message: Option<u64>) -> impl Iterator<Item = String> {
    tree.flaws.iter().map(move |placed| {
        let entity = tree.entities.get(placed.entity);
        let mut place = message.map(|number| format!("message {number}, ")).unwrap_or_default();
        place += &entity.map(|entity| format!("{}, ", entity.section)).unwrap_or_default();
        let decoded = if entity.is_some_and(|entity| entity.layer > 0) { "decoded " } else { "" };
        let flaw = &placed.flaw;
        let text = escape_str(&flaw.message);
        format!("{place}{decoded}octet {}: {text} ({}) [{}]", flaw.offset, flaw.rfc, flaw.code)
    })
}
