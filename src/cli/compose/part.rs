//! The parts of a message: texts of the command line, and files.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::deliver::{Source, SourceError};
use crate::mime::build::{Body, Disposition, Encoding, Entity, Part, SourceId};
use crate::mime::canonical::Canonical;
use crate::mime::charset::{Charset, Transcoder};
use crate::mime::content_type::{self, ContentType};
use crate::mime::survey::{Facts, Survey};
use crate::mime::transfer_encoding::TransferEncoding;
use crate::mime::transform::Transform;

/// How much of a file is looked at to guess its type.
const HEAD: usize = 512;
/// A text of more octets than this is kept in a temporary file.
const SMALL: u64 = 1 << 20;

/// The octets of all parts, by their `SourceId`.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// In the order of their numbers.
    pub fn as_slice(&self) -> &[Source] {
        &self.0
    }

    /// In the order of their numbers.
    pub fn into_vec(self) -> Vec<Source> {
        self.0
    }

    /// One more, as a part of these facts.
    pub fn part(&mut self, source: Source, facts: Facts, charset: Option<Charset>, encoding: Encoding) -> Body {
        self.0.push(source);
        Body::Part(Part { source: SourceId(self.0.len() - 1), facts, charset, encoding })
    }

    /// A text: in the charset that is asked for, its lines ended CRLF.
    pub fn text(
        &mut self,
        argument: &'static str,
        raw: &Source,
        content_type: &str,
        charset: Charset,
        encoding: Encoding,
    ) -> Result<Entity, Failure> {
        let source = canonical(raw, argument, charset)?;
        let facts = survey(&source, Survey::new()).map_err(|error| unreadable(argument, error))?;
        Ok(Entity::new(content_type, self.part(source, facts, Some(charset), encoding)))
    }

    /// A file as it is, of `--attach` or `--inline`.
    pub fn file(&mut self, argument: &'static str, path: &Path) -> Result<Entity, Failure> {
        let inline = argument == "--inline";
        let source = match path.to_str() {
            Some("-") => Source::spool(&mut io::stdin().lock(), "standard input"),
            _ => Source::open(path),
        };
        let source = source.map_err(|error| Failure::from(error).at(argument))?;
        self.enclosed(source, path, inline)
    }

    /// A file of one message among many: it is open while it is looked at, and again while it is sent.
    pub fn own_file(&mut self, own: &Own) -> Result<Entity, Failure> {
        self.enclosed(Source::named(&own.path)?, &own.path, own.inline)
    }

    fn enclosed(&mut self, source: Source, path: &Path, inline: bool) -> Result<Entity, Failure> {
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "-");
        let failed = |error| unreadable(&path.display().to_string(), error);
        let content_type = guess(&source, file_name.as_deref().unwrap_or_default()).map_err(failed)?;
        let facts = facts(&source, &content_type).map_err(failed)?;
        Ok(Entity {
            content_id: file_name.as_ref().filter(|_| inline).map(|name| content_id(name)),
            disposition: Some(if inline { Disposition::Inline } else { Disposition::Attachment }),
            file_name,
            ..Entity::new(content_type, self.part(source, facts, None, Encoding::Octets))
        })
    }
}

/// A file that belongs to one message among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where it is.
    pub path: PathBuf,
    /// The HTML shows it.
    pub inline: bool,
    /// Its place among the files of its kind, those of all messages counted too.
    pub at: usize,
}

/// A text of the command line, of a file, or of standard input.
pub fn text_source(argument: &str, value: &str) -> Result<Source, Failure> {
    let source = match (value, value.strip_prefix('@')) {
        ("-", _) => Source::spool(&mut io::stdin().lock(), "standard input"),
        (_, Some(path)) => Source::open(Path::new(path)),
        _ => Ok(Source::Octets(value.as_bytes().to_vec().into())),
    };
    source.map_err(|error| Failure::from(error).at(argument))
}

/// The transfer encoding of this name.
pub fn parse_encoding(argument: &str, name: &str) -> Result<TransferEncoding, Failure> {
    let wrong = || Failure::usage(argument, format!("{name:?} is not 7bit, 8bit, binary, quoted-printable or base64"));
    TransferEncoding::parse(name).ok_or_else(wrong)
}

/// A media type by name and first octets.
pub fn guess(source: &Source, name: &str) -> io::Result<String> {
    let mut head = vec![0; HEAD];
    let count = source.reader().read(&mut head)?;
    Ok(content_type::guess(name, head.get(..count).unwrap_or_default()))
}

/// What a survey finds in all of a source.
pub fn survey(source: &Source, mut survey: Survey) -> io::Result<Facts> {
    source.survey(|block| survey.push(block))?;
    Ok(survey.finish())
}

/// As much as matters of a file that goes as it is: whatever else it holds goes as base64 or binary, so that only its
/// size counts.
pub fn facts(source: &Source, content_type: &str) -> io::Result<Facts> {
    let (read, _) = ContentType::parse(content_type.as_bytes());
    match matches!(read.kind(), "message" | "text") {
        true => survey(source, Survey::quick()),
        false => Ok(Facts { octets: source.len(), eight_bit: true, ..Facts::default() }),
    }
}

/// The failure of a source that was there.
pub fn unreadable(what: &str, source: io::Error) -> Failure {
    SourceError::Read { what: what.to_owned(), source }.into()
}

/// `cid:` names the picture by its file name; what cannot stand in an identifier becomes `_`.
fn content_id(name: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || "._-@+".contains(c) { c } else { '_' };
    name.chars().map(fit).collect()
}

/// The text in its charset and lines, in memory or in a temporary file.
fn canonical(raw: &Source, argument: &'static str, charset: Charset) -> Result<Source, Failure> {
    let mut canonical = Text {
        source: raw.reader(),
        transcoder: Transcoder::new(charset),
        canonical: Canonical::new(),
        ready: Vec::new(),
        over: false,
    };
    let source = match raw.len() {
        ..=SMALL => {
            let mut octets = Vec::new();
            canonical.read_to_end(&mut octets).map_err(|error| unreadable(argument, error))?;
            Source::Octets(octets.into())
        }
        _ => Source::spool(&mut canonical, argument)?,
    };
    match canonical.transcoder.error() {
        Some(error) => {
            Err(Failure::new(Exit::Data, format!("{argument}: {error}")).hint("--attach sends any file as it is"))
        }
        None => Ok(source),
    }
}

/// Reads a text in the charset asked for, each line ended CRLF.
struct Text<R> {
    source: R,
    transcoder: Transcoder,
    canonical: Canonical,
    ready: Vec<u8>,
    over: bool,
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() && !self.over {
            let mut block = vec![0; 16 * 1024];
            let count = self.source.read(&mut block)?;
            self.over = count == 0;
            let mut transcoded = Vec::new();
            self.transcoder.push(block.get(..count).unwrap_or_default(), &mut transcoded);
            if self.over {
                self.transcoder.finish(&mut transcoded);
            }
            self.canonical.push(&transcoded, &mut self.ready);
            if self.over {
                self.canonical.finish(&mut self.ready);
            }
        }
        let count = buffer.len().min(self.ready.len());
        buffer.iter_mut().zip(self.ready.drain(..count)).for_each(|(to, from)| *to = from);
        Ok(count)
    }
}
