//! A directory that holds a message: `manifest.toml`, and the files that it names.
//!
//! [`HELP`] has a complete example. Every table is an entity (RFC 2045 §2.4): one with `file` is a part, one with
//! `[[parts]]` a multipart. The tree becomes a list before anything else happens, so that nothing calls itself; how
//! deep it may be is bounded by the reader of TOML (80 keys) and by [`MAX_DEPTH`](crate::mime::build::MAX_DEPTH).

use std::io::Read;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::base::Exit;
use crate::cli::compose::{Sources, Stamp, author, draft, facts, guess, parse_encoding, survey, unreadable};
use crate::cli::error::Failure;
use crate::client::deliver::{Composed, Source};
use crate::mime::build::{Body, BuildError, Disposition, Draft, Encoding, Entity, Multipart};
use crate::mime::charset::Readable;
use crate::mime::content_type::{ContentType, valid, well_formed};
use crate::mime::header::Field;
use crate::mime::survey::Survey;

/// What a manifest is.
pub const HELP: &str = r#"A directory: DIR/manifest.toml and the files that it names:
  header = ["From: Alicia <alicia@unavarra.es>", "To: pepe@gmail.com", "Subject: crêpe"]
  type = "multipart/mixed"
  preamble = "This is a message in MIME format."

  [[parts]]
  type = "text/plain"
  file = "text.txt"

  [[parts]]
  type = "multipart/related"

  [[parts.parts]]
  type = "text/html"
  file = "page.html"

  [[parts.parts]]
  file = "crepe.jpg"
  name = "crêpe.jpg"
  disposition = "inline"
  id = "crepe@unavarra.es"

  [[parts]]
  type = "message/rfc822"
  file = "old.eml"
  description = "What you wrote"

  header       fields "Name: value", of the message or of the part; what is not ASCII is encoded;
               From (as --from), Date and Message-ID are added where they are missing
  type         media type with parameters [default: by the file; multipart/mixed with parts]
  file         the octets, as they are; a path within DIR: not absolute, without ..
  parts        what a multipart holds; in place of file
  name         the name to save it under; makes it an attachment unless a disposition is said
  disposition  inline or attachment
  id           Content-ID without its brackets
  description  Content-Description
  charset      what a text is written in [default: us-ascii or utf-8; any other must be said]
  encoding     7bit, 8bit, binary, quoted-printable or base64 [default: texts by content, messages
               as they are, the rest and attachments base64, or binary if --transport has it]
  preamble     text before the first boundary of a multipart
  epilogue     text behind the last one"#;

/// The name within the directory.
const NAME: &str = "manifest.toml";
/// The most octets of a manifest.
const MAX_MANIFEST: u64 = 1 << 20;

/// One table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    header: Vec<String>,
    r#type: Option<String>,
    file: Option<String>,
    parts: Option<Vec<Spanned<Table>>>,
    name: Option<String>,
    disposition: Option<Shown>,
    id: Option<String>,
    description: Option<String>,
    charset: Option<String>,
    encoding: Option<String>,
    preamble: Option<String>,
    epilogue: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shown {
    Inline,
    Attachment,
}

/// The message of a directory, files looked at once.
pub fn read(dir: &Path, stamp: Stamp) -> Result<Composed, Failure> {
    let path = dir.join(NAME);
    let text = text(&path)?;
    let at = |offset: usize| {
        let line = 1 + text.get(..offset).unwrap_or(&text).matches('\n').count();
        format!("{}:{line}", path.display())
    };
    let root: Table = toml::from_str(&text).map_err(|error| {
        let place = at(error.span().map_or(0, |span| span.start));
        bad(error.message()).at(&place)
    })?;
    let mut sources = Sources::default();
    let mut body = tree(dir, &root, &at, &mut sources)?;
    let extra = std::mem::take(&mut body.extra);
    let author = author(&extra, &stamp)?;
    let from = if extra.iter().any(|field| field.is("From")) { Vec::new() } else { vec![author.clone()] };
    let draft = Draft { from, extra, ..draft(&author, stamp, body) };
    Ok(Composed { draft, sources: sources.into_vec() })
}

/// A failure of the composer: all but the flags is input.
pub fn failure(error: BuildError) -> Failure {
    let exit = match error {
        BuildError::Boundary(_) | BuildError::Identifier { field: "Message-ID", .. } => Exit::Usage,
        _ => Exit::Data,
    };
    Failure::new(exit, error)
}

fn bad(message: impl std::fmt::Display) -> Failure {
    Failure::new(Exit::Data, message)
}

fn text(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let source = Source::open(path)?;
    if source.len() > MAX_MANIFEST {
        return Err(bad(format!("it has more than {MAX_MANIFEST} octets")).at(&name));
    }
    let mut octets = Vec::new();
    source.reader().read_to_end(&mut octets).map_err(|error| unreadable(&name, error))?;
    String::from_utf8(octets).map_err(|error| bad(error.utf8_error()).at(&name))
}

/// The tables as entities; each stands in the list behind the one that it is a part of.
fn tree(dir: &Path, root: &Table, at: &dyn Fn(usize) -> String, sources: &mut Sources) -> Result<Entity, Failure> {
    let mut list: Vec<(Option<usize>, Entity)> = Vec::new();
    let mut waiting = vec![(root, None, 0)];
    while let Some((table, parent, offset)) = waiting.pop() {
        let here = Some(list.len());
        list.push((parent, table.entity(dir, sources).map_err(|failure| failure.at(&at(offset)))?));
        let parts = table.parts.iter().flatten().rev();
        waiting.extend(parts.map(|part| (part.get_ref(), here, part.span().start)));
    }
    loop {
        let Some((parent, mut entity)) = list.pop() else { return Err(Failure::new(Exit::Software, "no tree")) };
        if let Body::Multipart(multipart) = &mut entity.body {
            multipart.parts.reverse();
        }
        let Some((_, above)) = parent.and_then(|parent| list.get_mut(parent)) else { return Ok(entity) };
        if let Body::Multipart(multipart) = &mut above.body {
            multipart.parts.push(entity);
        }
    }
}

impl Table {
    /// The entity, without the parts of a multipart.
    fn entity(&self, dir: &Path, sources: &mut Sources) -> Result<Entity, Failure> {
        let entity = match (&self.file, &self.parts) {
            (Some(file), None) => self.part(dir, file, sources)?,
            (None, Some(parts)) if !parts.is_empty() => self.multipart()?,
            (Some(_), Some(_)) => return Err(bad("file and parts exclude one another")),
            (None, Some(_)) => return Err(bad("a multipart has at least one part")),
            (None, None) => return Err(bad("neither a file nor parts are named")),
        };
        let disposition = self.disposition.or(self.name.as_ref().map(|_| Shown::Attachment));
        let field = |line: &String| Field::parse(line).map_err(|error| bad(format!("header {line:?}: {error}")));
        Ok(Entity {
            content_id: self.id.clone(),
            description: self.description.clone(),
            disposition: disposition.map(Into::into),
            file_name: self.name.clone(),
            extra: self.header.iter().map(field).collect::<Result<_, _>>()?,
            ..entity
        })
    }

    fn multipart(&self) -> Result<Entity, Failure> {
        if self.charset.is_some() || self.encoding.is_some() {
            return Err(bad("charset and encoding are those of a file"));
        }
        let content_type = self.r#type.clone().unwrap_or_else(|| "multipart/mixed".to_owned());
        if !well_formed(&content_type) || valid(&content_type) {
            return Err(bad(format!("parts stand in a multipart, not in {content_type:?}")));
        }
        let text = |margin: &Option<String>| margin.clone().unwrap_or_default();
        let (preamble, epilogue) = (text(&self.preamble), text(&self.epilogue));
        Ok(Entity::new(content_type, Body::Multipart(Multipart { preamble, parts: Vec::new(), epilogue })))
    }

    fn part(&self, dir: &Path, file: &str, sources: &mut Sources) -> Result<Entity, Failure> {
        if self.preamble.is_some() || self.epilogue.is_some() {
            return Err(bad("preamble and epilogue are those of a multipart"));
        }
        let source = Source::open(&within(dir, file)?)?;
        let failed = |error| unreadable(file, error);
        let content_type = match &self.r#type {
            Some(content_type) => content_type.clone(),
            None => guess(&source, file).map_err(failed)?,
        };
        if !valid(&content_type) {
            return Err(bad(format!("{content_type:?} is not the type of a file")));
        }
        let encoding = self.encoding(&content_type)?;
        let facts = match encoding {
            Encoding::Octets => facts(&source, &content_type),
            _ => survey(&source, Survey::new()),
        };
        let facts = facts.map_err(failed)?;
        let content_type = self.labelled(content_type)?;
        let (read, _) = ContentType::parse(content_type.as_bytes());
        if read.kind() == "text" && read.charset().is_none() && facts.eight_bit && !facts.utf8 {
            return Err(bad(format!("{file} is not UTF-8")).hint("say its charset"));
        }
        Ok(Entity::new(content_type, sources.part(source, facts, None, encoding)))
    }

    fn encoding(&self, content_type: &str) -> Result<Encoding, Failure> {
        if let Some(name) = &self.encoding {
            return parse_encoding("encoding", name).map(Encoding::Given).map_err(|failure| bad(failure.message));
        }
        let (read, _) = ContentType::parse(content_type.as_bytes());
        let attached = matches!((self.disposition, &self.name), (Some(Shown::Attachment), _) | (None, Some(_)));
        let lines = read.is_message() || (read.kind() == "text" && !attached);
        Ok(if lines { Encoding::Text } else { Encoding::Octets })
    }

    /// The type with the charset that is told beside it.
    fn labelled(&self, content_type: String) -> Result<String, Failure> {
        let Some(charset) = &self.charset else { return Ok(content_type) };
        let labelled = format!("{content_type}; charset={charset}");
        if Readable::for_label(charset.as_bytes()).is_none() || !valid(&labelled) {
            return Err(bad(format!("{charset:?} is not a charset")));
        }
        match ContentType::parse(content_type.as_bytes()).0.charset() {
            Some(_) => Err(bad("the type names a charset already")),
            None => Ok(labelled),
        }
    }
}

impl From<Shown> for Disposition {
    fn from(shown: Shown) -> Disposition {
        match shown {
            Shown::Inline => Disposition::Inline,
            Shown::Attachment => Disposition::Attachment,
        }
    }
}

/// The path of a file of the directory. Links may lead to others of it, and nowhere else.
fn within(dir: &Path, file: &str) -> Result<PathBuf, Failure> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let path = dir.join(file);
    let leads_out = || match (dir.canonicalize(), path.canonicalize()) {
        (Ok(dir), Ok(path)) => !path.starts_with(dir),
        // What is not there is told by who opens it.
        _ => false,
    };
    if file.is_empty() || !Path::new(file).components().all(plain) {
        return Err(bad(format!("{file:?} is no path within the directory")).hint("no absolute path, no .."));
    }
    if leads_out() {
        return Err(bad(format!("{file:?} is a link that leads out of the directory")));
    }
    Ok(path)
}
