//! How large a message is: a table, or JSON.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::base::escape::escape_str;
use crate::mime::size::{Content, Leaf, MECHANISMS, Obstacle, Server, Weight};
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::tree::Entity;
use crate::transcript::text::thousands;

/// What stands in each line of the table but the name and the number.
const NAME_WIDTH: usize = 36;
const NUMBER_WIDTH: usize = 15;

/// A part, as `mime size --json` tells it.
#[derive(Serialize)]
pub struct Part<'a> {
    message: u64,
    path: String,
    r#type: String,
    name: Option<&'a str>,
    octets: u64,
    encoding: &'a str,
    sent: u64,
    sizes: Value,
    obstacles: Value,
}

/// A message, as `mime size --json` tells it.
#[derive(Serialize)]
pub struct Total {
    message: u64,
    size: u64,
    shares: Value,
    dots: u64,
    possible: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fits: Option<bool>,
}

/// A file that is to be sent.
#[derive(Serialize)]
pub struct Raw<'a> {
    name: &'a str,
    octets: u64,
    sizes: Value,
    obstacles: Value,
}

/// One object a part that holds no others.
pub fn parts(weight: &Weight, message: u64) -> impl Iterator<Item = Part<'_>> {
    entities(weight).map(move |(entity, leaf)| {
        let (sizes, obstacles) = objects(|mechanism| leaf.size(mechanism));
        Part {
            message,
            path: entity.section.to_string(),
            r#type: entity.content.content_type.essence(),
            name: entity.file_name.as_deref(),
            octets: leaf.content.facts.octets,
            encoding: entity.encoding(),
            sent: leaf.as_sent(),
            sizes,
            obstacles,
        }
    })
}

impl Total {
    /// Of a message.
    pub fn new(weight: &Weight, message: u64, limit: Option<u64>) -> Total {
        let shares = &weight.shares;
        let possible = |server| Value::from(weight.best(server).ok());
        Total {
            message,
            size: shares.size(),
            shares: json!({
                "fields": shares.fields,
                "mime": shares.mime,
                "around": shares.around,
                "content": shares.content,
                "encoding": shares.encoding,
                "line_ends": shares.line_ends,
            }),
            dots: shares.dots,
            possible: Server::ALL.into_iter().map(|server| (key(server), possible(server))).collect(),
            limit,
            fits: limit.map(|limit| shares.size() <= limit),
        }
    }
}

impl<'a> Raw<'a> {
    /// Of a content.
    pub fn new(name: &'a str, content: &Content) -> Raw<'a> {
        let (sizes, obstacles) = objects(|mechanism| content.size(mechanism));
        Raw { name, octets: content.facts.octets, sizes, obstacles }
    }
}

/// The lines of a message.
pub fn lines(weight: &Weight, limit: Option<u64>) -> Vec<String> {
    let mut lines = Vec::new();
    for (entity, leaf) in entities(weight) {
        let octets = leaf.content.facts.octets;
        lines.push(heading(entity, octets));
        let encoding = format!("as sent ({})", escape_str(entity.encoding()));
        lines.push(row(&encoding, Ok(leaf.as_sent()), octets));
        lines.extend(MECHANISMS.iter().map(|mechanism| row(mechanism.name(), leaf.size(mechanism), octets)));
        lines.push(String::new());
    }
    lines.extend(whole(weight));
    lines.extend(limit.map(|limit| verdict(weight, limit)));
    lines
}

/// The lines of a file that is to be sent.
pub fn raw(name: &str, content: &Content) -> Vec<String> {
    let octets = content.facts.octets;
    let heading = format!("{}, {}", escape_str(&format!("{name:?}")), unit(octets));
    let rows = MECHANISMS.iter().map(|mechanism| row(mechanism.name(), content.size(mechanism), octets));
    std::iter::once(heading).chain(rows).collect()
}

fn entities(weight: &Weight) -> impl Iterator<Item = (&Entity, &Leaf)> {
    weight.leaves.iter().filter_map(|leaf| Some((weight.tree.entities.get(leaf.entity)?, leaf)))
}

/// What the octets of the message are, and how many they could be.
fn whole(weight: &Weight) -> Vec<String> {
    let shares = &weight.shares;
    let size = shares.size();
    let number = |name: &str, octets: u64| line(name, &thousands(octets), "");
    let encoding = match u64::try_from(shares.encoding) {
        Ok(more) => thousands(more),
        Err(_) => format!("-{}", thousands(shares.encoding.unsigned_abs())),
    };
    let mut lines = vec![
        "the message".to_owned(),
        number("header fields", shares.fields),
        number("fields of MIME, delimiters", shares.mime),
        number("before and behind parts", shares.around),
        number("content of the parts", shares.content),
        line("transfer encoding", &encoding, ""),
        number("line ends made CRLF", shares.line_ends),
        number("size (RFC 1870)", size),
        number("dots that DATA doubles, not counted", shares.dots),
        String::new(),
        "could be, for a server with".to_owned(),
    ];
    lines.extend(Server::ALL.map(|server| row(extensions(server), weight.best(server), size)));
    lines
}

/// Whether it fits, and what would help.
fn verdict(weight: &Weight, limit: u64) -> String {
    let (size, most) = (weight.shares.size(), thousands(limit));
    if size <= limit {
        return format!("\nlimit {most}: it fits");
    }
    let over = thousands(size - limit);
    let fitting = |server: &&Server| weight.best(**server).is_ok_and(|best| best <= limit);
    let cure = match Server::ALL.iter().find(fitting) {
        Some(server) => format!("it would with the best encoding for a server with {}", extensions(*server)),
        None => "no encoding would help".to_owned(),
    };
    format!("\nlimit {most}: {over} octets too large; {cure}")
}

fn extensions(server: Server) -> &'static str {
    match server {
        Server::SevenBit => "no extension",
        Server::EightBit => "8BITMIME",
        Server::Binary => "BINARYMIME and CHUNKING",
    }
}

fn key(server: Server) -> String {
    let key = match server {
        Server::SevenBit => "7bit",
        Server::EightBit => "8bitmime",
        Server::Binary => "binarymime",
    };
    key.to_owned()
}

/// `1.2 image/jpeg "crepe.jpg", 12,345 octets`.
fn heading(entity: &Entity, octets: u64) -> String {
    let mut line = format!("{} {}", entity.section, escape_str(&entity.content.content_type.essence()));
    if let Some(name) = &entity.file_name {
        line += &format!(" {}", escape_str(&format!("{name:?}")));
    }
    format!("{line}, {}", unit(octets))
}

fn unit(octets: u64) -> String {
    format!("{} {}", thousands(octets), if octets == 1 { "octet" } else { "octets" })
}

/// A size beside what it is a size of, or why there is none.
fn row(name: &str, size: Result<u64, Obstacle>, of: u64) -> String {
    match size {
        Ok(size) => line(name, &thousands(size), &growth(size, of)),
        Err(obstacle) => line(name, "-", &format!("  {obstacle}")),
    }
}

fn line(name: &str, number: &str, behind: &str) -> String {
    format!("  {name:<NAME_WIDTH$}{number:>NUMBER_WIDTH$}{behind}")
}

/// `   +36.8 %`; nothing grows from nothing.
fn growth(size: u64, of: u64) -> String {
    if of == 0 {
        return String::new();
    }
    let percent = ((size as f64 - of as f64) * 1000.0 / of as f64).round() / 10.0;
    // Adding nothing makes a positive zero of a negative one.
    format!("{:>+9.1} %", percent + 0.0)
}

/// A number or null for each encoding, and the reasons of the nulls.
fn objects(size: impl Fn(&Mechanism) -> Result<u64, Obstacle>) -> (Value, Value) {
    let (mut sizes, mut obstacles) = (Map::new(), Map::new());
    for mechanism in MECHANISMS {
        let name = mechanism.name().to_owned();
        let size = size(&mechanism);
        if let Err(obstacle) = size {
            obstacles.insert(name.clone(), obstacle.into());
        }
        sizes.insert(name, size.ok().into());
    }
    (sizes.into(), obstacles.into())
}
