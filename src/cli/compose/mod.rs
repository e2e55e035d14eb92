//! A message from what the command line says, for all commands that make one.

mod part;
mod people;

use jiff::Zoned;

pub use self::part::{Sources, facts, guess, parse_encoding, survey, unreadable};
pub use self::people::{People, default_sender, list, one};
use super::args::Content;
use super::chance;
use super::error::Failure;
use super::way::check_plain;
use crate::base::Exit;
use crate::client::deliver::Composed;
use crate::mime::address_list::{self, Mailbox};
use crate::mime::build::{BuildError, Draft, Encoding, Entity};
use crate::mime::charset::Charset;
use crate::mime::header::{Field, check_text};

/// What makes a message this one and no other.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// When it was written.
    pub date: Zoned,
    /// Without angle brackets; made where it is not given.
    pub message_id: Option<String>,
    /// The token that the boundaries are made of.
    pub boundary: String,
    /// Who writes where nobody says: the author of the account.
    pub author: Option<Mailbox>,
}

impl Stamp {
    /// Now, and never before, by whoever runs this.
    pub fn new() -> Stamp {
        Stamp { date: Zoned::now(), message_id: None, boundary: chance::token(), author: None }
    }
}

/// The message with its author: who `--from` names first, else a field From, else whoever runs this.
pub fn compose(content: &Content, people: People, stamp: Stamp) -> Result<(Composed, Mailbox), Failure> {
    check_plain("--charset", &content.charset)?;
    if let Some(subject) = &content.subject {
        check_text(subject).map_err(|error| Failure::usage("--subject", error))?;
    }
    let charset = Charset::parse(&content.charset)
        .ok_or_else(|| Failure::usage("--charset", format!("{:?} is not a charset for mail", content.charset)))?;
    let mut extra = content.header.iter().map(|line| field(line)).collect::<Result<Vec<_>, _>>()?;
    let author = people.from.first().cloned().map_or_else(|| author(&extra, &stamp), Ok)?;
    let from = if people.from.is_empty() { vec![author.clone()] } else { people.from };
    // RFC 5322 §3.6.2: of several authors one is the sender.
    if from.len() > 1 && !extra.iter().any(|field| field.is("Sender")) {
        extra.push(field(&format!("Sender: {}", author.address))?);
    }
    let mut sources = Sources::default();
    let body = body(content, charset, &mut sources)?;
    let draft = Draft {
        from,
        to: people.to,
        cc: people.cc,
        reply_to: people.reply_to,
        subject: content.subject.clone(),
        extra,
        charset,
        ..draft(&author, stamp, body)
    };
    Ok((Composed { draft, sources: sources.into_vec() }, author))
}

/// A draft with a stamp and a body, without any people in its header.
pub fn draft(author: &Mailbox, stamp: Stamp, body: Entity) -> Draft {
    let domain = author.address.domain().to_ascii().unwrap_or_else(|| "localhost".to_owned());
    let made = || format!("{}@{}", chance::token(), domain.trim_matches(['[', ']']));
    Draft {
        from: Vec::new(),
        to: Vec::new(),
        cc: Vec::new(),
        reply_to: Vec::new(),
        subject: None,
        extra: Vec::new(),
        date: stamp.date,
        message_id: stamp.message_id.unwrap_or_else(made),
        charset: Charset::UTF_8,
        body,
        boundary: stamp.boundary,
    }
}

/// Whom a field From names first, else the author of the account, else whoever runs this.
pub fn author(extra: &[Field], stamp: &Stamp) -> Result<Mailbox, Failure> {
    let from = extra.iter().find(|field| field.is("From")).map(Field::value);
    let named = from.and_then(|value| address_list::parse(value).ok()).and_then(|list| list.into_iter().next());
    named.or_else(|| stamp.author.clone()).map_or_else(default_sender, Ok)
}

/// A failure of the composer. What the flags got wrong is usage; what the content makes impossible is data.
pub fn failure(error: BuildError) -> Failure {
    let exit = match error {
        BuildError::Encoding { .. } | BuildError::Charset { .. } | BuildError::Unsurveyed { .. } => Exit::Data,
        _ => Exit::Usage,
    };
    Failure::new(exit, error)
}

fn field(line: &str) -> Result<Field, Failure> {
    Field::parse(line).map_err(|error| Failure::usage("--header", format!("{line:?}: {error}")))
}

/// The tree of bodies and files; an empty text if there is none of them.
fn body(content: &Content, charset: Charset, sources: &mut Sources) -> Result<Entity, Failure> {
    let encoding = content.encoding.as_deref().map(|name| parse_encoding("--encoding", name)).transpose()?;
    let encoding = encoding.map_or(Encoding::Text, Encoding::Given);
    let mut text = |argument, value: &str, content_type| sources.text(argument, value, content_type, charset, encoding);
    let plain = content.body.as_deref().map(|value| text("--body", value, "text/plain")).transpose()?;
    let html = content.html.as_deref().map(|value| text("--html", value, "text/html")).transpose()?;
    let inline = content.inline.iter().map(|path| sources.file(path, true)).collect::<Result<Vec<_>, _>>()?;
    let attached = content.attach.iter().map(|path| sources.file(path, false)).collect::<Result<Vec<_>, _>>()?;
    match Entity::arrange(plain, html, inline, attached) {
        Some(body) => Ok(body),
        None => sources.text("--body", "", "text/plain", charset, encoding),
    }
}
