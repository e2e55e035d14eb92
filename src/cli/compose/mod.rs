//! A message from what the command line says, for all commands that make one.

mod part;
mod people;

use bytes::Bytes;
use jiff::Zoned;

pub use self::part::{Own, Sources, facts, guess, parse_encoding, survey, text_source, unreadable};
pub use self::people::{People, default_sender, list, one};
use super::args::Content;
use super::chance;
use super::error::Failure;
use super::terminal::Terminal;
use super::way::check_plain;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::client::deliver::{Composed, Source};
use crate::mime::address_list::{self, Mailbox};
use crate::mime::build::{BuildError, Draft, Encoding, Entity};
use crate::mime::charset::Charset;
use crate::mime::header::{Field, check_text};
use crate::transcript::Weight;

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
    Stock::read(content)?.compose(Words::read(content, people)?, stamp)
}

/// Warns of files whose names are not UTF-8: a message cannot name them so.
pub fn warn_of_names(content: &Content, terminal: &Terminal) {
    let names = content.inline.iter().chain(&content.attach).filter_map(|path| path.file_name());
    for name in names.filter(|name| name.to_str().is_none()) {
        let text = format!("the name of a file is not UTF-8; it goes as {}", escape_str(&name.to_string_lossy()));
        terminal.note(Weight::Warning, text);
    }
}

/// What is the same in every message that is made of it: charset, encoding, files.
pub struct Stock {
    charset: Charset,
    encoding: Encoding,
    sources: Sources,
    inline: Vec<Entity>,
    attached: Vec<Entity>,
}

/// The words of one message: whom its header names, what stands there besides, and its texts.
pub struct Words {
    /// Whom the header names.
    pub people: People,
    /// The subject.
    pub subject: Option<String>,
    /// Other fields, `Name: value`.
    pub header: Vec<String>,
    /// The text.
    pub plain: Option<Source>,
    /// The text as HTML.
    pub html: Option<Source>,
    /// Files beside those that are the same in every message, in their order.
    pub own: Vec<Own>,
}

impl Words {
    /// Those of the command line; files and standard input are opened.
    pub fn read(content: &Content, people: People) -> Result<Words, Failure> {
        Ok(Words {
            people,
            subject: content.subject.clone(),
            header: content.header.clone(),
            plain: content.body.as_deref().map(|value| text_source("--body", value)).transpose()?,
            html: content.html.as_deref().map(|value| text_source("--html", value)).transpose()?,
            own: Vec::new(),
        })
    }
}

impl Stock {
    /// Opens the files.
    pub fn read(content: &Content) -> Result<Stock, Failure> {
        check_plain("--charset", &content.charset)?;
        let charset = Charset::parse(&content.charset)
            .ok_or_else(|| Failure::usage("--charset", format!("{:?} is not a charset for mail", content.charset)))?;
        let encoding = content.encoding.as_deref().map(|name| parse_encoding("--encoding", name)).transpose()?;
        let mut sources = Sources::default();
        let inline = content.inline.iter().map(|path| sources.file("--inline", path)).collect::<Result<_, _>>()?;
        let attached = content.attach.iter().map(|path| sources.file("--attach", path)).collect::<Result<_, _>>()?;
        Ok(Stock { charset, encoding: encoding.map_or(Encoding::Text, Encoding::Given), sources, inline, attached })
    }

    /// The files.
    pub fn sources(&self) -> &[Source] {
        self.sources.as_slice()
    }

    /// A message with its author.
    pub fn compose(&self, words: Words, stamp: Stamp) -> Result<(Composed, Mailbox), Failure> {
        let Words { people, subject, header, plain, html, own } = words;
        if let Some(subject) = &subject {
            check_text(subject).map_err(|error| Failure::usage("--subject", error))?;
        }
        let mut extra = fields(&header)?;
        let author = people.from.first().cloned().map_or_else(|| author(&extra, &stamp), Ok)?;
        let from = if people.from.is_empty() { vec![author.clone()] } else { people.from };
        // RFC 5322 §3.6.2: of several authors one is the sender.
        if from.len() > 1 && !extra.iter().any(|field| field.is("Sender")) {
            extra.push(field(&format!("Sender: {}", author.address))?);
        }
        let mut sources = self.sources.clone();
        let body = self.body(plain, html, &own, &mut sources)?;
        let draft = Draft {
            from,
            to: people.to,
            cc: people.cc,
            reply_to: people.reply_to,
            subject,
            extra,
            charset: self.charset,
            ..draft(&author, stamp, body)
        };
        Ok((Composed { draft, sources: sources.into_vec() }, author))
    }

    /// The tree of texts and files; an empty text if there is none of them.
    fn body(
        &self,
        plain: Option<Source>,
        html: Option<Source>,
        own: &[Own],
        sources: &mut Sources,
    ) -> Result<Entity, Failure> {
        let (mut inline, mut attached) = (self.inline.clone(), self.attached.clone());
        for file in own {
            let entity = sources.own_file(file)?;
            let list = if file.inline { &mut inline } else { &mut attached };
            list.insert(file.at.min(list.len()), entity);
        }
        let mut text = |argument, source: &Source, content_type| {
            sources.text(argument, source, content_type, self.charset, self.encoding)
        };
        let plain = plain.map(|source| text("--body", &source, "text/plain")).transpose()?;
        let html = html.map(|source| text("--html", &source, "text/html")).transpose()?;
        match Entity::arrange(plain, html, inline, attached) {
            Some(body) => Ok(body),
            None => text("--body", &Source::Octets(Bytes::new()), "text/plain"),
        }
    }
}

/// The fields of these lines.
pub fn fields(lines: &[String]) -> Result<Vec<Field>, Failure> {
    lines.iter().map(|line| field(line)).collect()
}

/// A Message-ID of an author's, without its brackets.
pub fn message_id(token: &str, author: &Mailbox) -> String {
    let domain = author.address.domain().to_ascii().unwrap_or_else(|| "localhost".to_owned());
    format!("{token}@{}", domain.trim_matches(['[', ']']))
}

/// A draft with a stamp and a body, without any people in its header.
pub fn draft(author: &Mailbox, stamp: Stamp, body: Entity) -> Draft {
    let made = || message_id(&chance::token(), author);
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
