//! A letter from the flags.

use std::io::{self, Read};
use std::path::Path;

use super::{Addresses, default_sender};
use crate::base::Exit;
use crate::cli::args::Message;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::client::deliver::{self, Composed, Letter, Offer, Source, SourceError, Unfit};
use crate::mime::build::{BuildError, Draft, Part, SourceId};
use crate::mime::canonical::Canonical;
use crate::mime::charset::{Charset, Transcoder};
use crate::mime::content_type;
use crate::mime::header::Field;
use crate::mime::survey::{Facts, Survey};
use crate::mime::transfer_encoding::TransferEncoding;
use crate::mime::transform::Transform;
use crate::proto::smtp::ReversePath;

/// How much of a file is looked at to guess its type.
const HEAD: usize = 512;
/// A text of more octets than this is kept in a temporary file.
const SMALL: u64 = 1 << 20;

/// The letter, checked in every respect that needs no server.
pub fn letter(message: &Message, addresses: &Addresses) -> Result<Letter, Failure> {
    let recipients = addresses.recipients();
    if recipients.is_empty() {
        return Err(Failure::new(Exit::Usage, "there is no recipient").hint("give --to, --cc, --bcc or --rcpt"));
    }
    let author = match addresses.from.first() {
        Some(mailbox) => mailbox.clone(),
        None => default_sender()?,
    };
    let mut sources = Vec::new();
    let charset = Charset::parse(&message.charset)
        .ok_or_else(|| Failure::usage("--charset", format!("{:?} is not a charset for mail", message.charset)))?;
    let from = if addresses.from.is_empty() { vec![author.clone()] } else { addresses.from.clone() };
    let mut extra = message.header.iter().map(|line| field(line)).collect::<Result<Vec<_>, _>>()?;
    // RFC 5322 §3.6.2: of several authors one is the sender.
    if from.len() > 1 && !extra.iter().any(|field| field.is("Sender")) {
        extra.push(field(&format!("Sender: {}", author.address))?);
    }
    let domain = author.address.domain().to_ascii().unwrap_or_else(|| "localhost".to_owned());
    let draft = Draft {
        from,
        to: addresses.to.clone(),
        cc: addresses.cc.clone(),
        reply_to: addresses.reply_to.clone(),
        subject: message.subject.clone(),
        extra,
        date: jiff::Zoned::now(),
        message_id: format!("{}@{}", chance::token(), domain.trim_matches(['[', ']'])),
        charset,
        text: message.body.as_deref().map(|v| text("--body", v, "text/plain", charset, &mut sources)).transpose()?,
        html: message.html.as_deref().map(|v| text("--html", v, "text/html", charset, &mut sources)).transpose()?,
        inline: message.inline.iter().map(|path| file(path, true, &mut sources)).collect::<Result<_, _>>()?,
        attachments: message.attach.iter().map(|path| file(path, false, &mut sources)).collect::<Result<_, _>>()?,
        boundary: chance::token(),
    };
    let encoding = message.encoding.as_deref().map(parse_encoding).transpose()?;
    let reverse_path = addresses.mail_from.clone().unwrap_or(ReversePath::Address(author.address));
    let message = deliver::Message::Composed(Box::new(Composed { draft, sources, encoding }));
    let letter = Letter { number: 1, reverse_path, recipients, message };
    match letter.prepare(&Offer::everything()) {
        Ok(_) => Ok(letter),
        Err(Unfit::Build(error)) => Err(Failure::new(exit(&error), error)),
        Err(other) => Err(Failure::new(Exit::Data, other)),
    }
}

/// What the flags got wrong is usage; what the content makes impossible is data.
fn exit(error: &BuildError) -> Exit {
    match error {
        BuildError::Encoding { .. } | BuildError::Charset { .. } | BuildError::Unsurveyed { .. } => Exit::Data,
        _ => Exit::Usage,
    }
}

fn field(line: &str) -> Result<Field, Failure> {
    Field::parse(line).map_err(|error| Failure::usage("--header", format!("{line:?}: {error}")))
}

fn parse_encoding(name: &str) -> Result<TransferEncoding, Failure> {
    let wrong = || Failure::usage("--encoding", format!("{name:?} is not 7bit, 8bit, quoted-printable or base64"));
    TransferEncoding::parse(name).ok_or_else(wrong)
}

/// A text of the command line, of a file, or of standard input: in the charset that is asked for, its lines ended CRLF.
fn text(
    argument: &'static str,
    value: &str,
    content_type: &str,
    charset: Charset,
    sources: &mut Vec<Source>,
) -> Result<Part, Failure> {
    let raw = match value {
        "-" => Source::spool(&mut io::stdin().lock(), "standard input")?,
        _ => match value.strip_prefix('@') {
            Some(path) => Source::open(Path::new(path))?,
            None => Source::Octets(value.as_bytes().to_vec().into()),
        },
    };
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
    if let Some(error) = canonical.transcoder.error() {
        return Err(Failure::new(Exit::Data, format!("{argument}: {error}")).hint("--attach sends any file as it is"));
    }
    let mut survey = Survey::new();
    source.survey(|block| survey.push(block)).map_err(|error| unreadable(argument, error))?;
    Ok(part(source, survey.finish(), content_type.to_owned(), None, None, sources))
}

fn unreadable(what: &str, source: io::Error) -> Failure {
    SourceError::Read { what: what.to_owned(), source }.into()
}

/// A file as it is.
fn file(path: &Path, inline: bool, sources: &mut Vec<Source>) -> Result<Part, Failure> {
    let source = match path.to_str() {
        Some("-") => Source::spool(&mut io::stdin().lock(), "standard input")?,
        _ => Source::open(path)?,
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "-");
    let failed = |error| unreadable(&path.display().to_string(), error);
    let mut head = vec![0; HEAD];
    let count = source.reader().read(&mut head).map_err(failed)?;
    let guessed = content_type::guess(name.as_deref().unwrap_or_default(), head.get(..count).unwrap_or_default());
    let facts = match guessed.starts_with("message/") || guessed.starts_with("text/") {
        true => {
            let mut survey = Survey::quick();
            source.survey(|block| survey.push(block)).map_err(failed)?;
            survey.finish()
        }
        // Whatever it holds goes as base64: only its size matters.
        false => Facts { octets: source.len(), eight_bit: true, ..Facts::default() },
    };
    let content_id = name.as_ref().filter(|_| inline).map(|name| content_id(name));
    Ok(part(source, facts, guessed, name, content_id, sources))
}

/// `cid:` names the picture by its file name; what cannot stand in an identifier becomes `_`.
fn content_id(name: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || "._-@+".contains(c) { c } else { '_' };
    name.chars().map(fit).collect()
}

fn part(
    source: Source,
    facts: Facts,
    content_type: String,
    file_name: Option<String>,
    content_id: Option<String>,
    sources: &mut Vec<Source>,
) -> Part {
    sources.push(source);
    Part { source: SourceId(sources.len() - 1), facts, content_type, file_name, content_id }
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
