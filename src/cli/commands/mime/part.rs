//! `mailtool mime part`: one part of a message, its octets and nothing else.

use std::path::PathBuf;

use clap::Args;

use super::input::{Input, Message};
use super::output::Output;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::layers::Reader;
use crate::mime::parse::Limits;
use crate::mime::pick::{Form, Picker};
use crate::mime::section::Section;
use crate::transcript::Weight;

/// Numbers of parts that are told when the one that was asked for does not exist.
const TOLD: usize = 20;

/// Write one part of a message, decoded
///
/// PATH is a section as in IMAP's BODY[…] (RFC 9051 §6.4.5.1) and as `mime tree` shows it: `1.2` the
/// content of a part, `1.2.MIME` its header, `2.HEADER` and `2.TEXT` the header and the body of the
/// message within a message/rfc822, `HEADER` and `TEXT` those of the message itself; an empty PATH all
/// of it. The content of a multipart is all that stands between its header and its end.
///
/// Contents are decoded (base64, quoted-printable, uuencode, yEnc), their charset is left as it is;
/// headers, TEXT and multiparts are written as they stand there. Of several messages the first is
/// taken, or that of --message. What is wrong with the encoding is told on standard error.
///
/// Exit codes: 0 done, 1 no such part or message, 64 PATH is none, 66 the message is not there,
/// 73 the output cannot be created, 74 it cannot be written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Part {
    #[command(flatten)]
    input: Input,
    /// Which part: 1, 1.2, 1.2.MIME, 2.HEADER, 2.TEXT, HEADER, TEXT
    #[arg(value_name = "PATH", value_parser = section)]
    section: Section,
    /// The content as it was sent, not decoded
    #[arg(long)]
    encoded: bool,
    /// Write into this file; it is made when the part is found, and overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "Examples:
  mailtool mime part letter.eml 2 > picture.jpg
  mailtool mime part letter.eml 1.2.MIME
  mailtool mime part --encoded -o body.b64 letter.eml 2
  mailtool mime part --message 3 archive.mbox HEADER
  mailtool pop retr 1 | mailtool mime part - 1";

fn section(text: &str) -> Result<Section, String> {
    Section::parse(text).map_err(|error| error.to_string())
}

/// Writes the part.
pub fn run(args: &Part, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut messages = args.input.open(false)?;
    let Some(mut message) = messages.next()? else { return Err(messages.nothing()) };
    let form = if args.encoded { Form::AsSent } else { Form::Decoded };
    let mut output = Output::new(args.output.clone()).beside(args.input.path().metadata())?;
    let mut picker = Picker::new(args.section.clone(), form);
    let found = read(&mut message, &mut picker, &mut output, terminal)?;
    if found {
        output.finish()?;
        message.leave()?;
        return Ok(Exit::Ok);
    }
    let name = args.section.to_string();
    let known = picker.seen(TOLD).map(|section| section.to_string()).collect::<Vec<_>>().join(", ");
    let dots = if picker.seen(TOLD + 1).count() > TOLD { ", …" } else { "" };
    Err(Failure::new(Exit::NotFound, format!("there is no part {name} in this message"))
        .hint(format!("there are: {known}{dots}")))
}

/// Reads until the part is over; false if there is none.
fn read(
    message: &mut Message<'_>,
    picker: &mut Picker,
    output: &mut Output,
    terminal: &Terminal,
) -> Result<bool, Failure> {
    let mut reader = Reader::new(Limits::default());
    let tell = |flaws: Vec<Flaw>| {
        for flaw in flaws {
            let weight = if flaw.severity == Severity::Info { Weight::Info } else { Weight::Warning };
            let text = escape_str(&flaw.message);
            terminal.note(weight, format!("octet {} of the part: {text} ({}) [{}]", flaw.offset, flaw.rfc, flaw.code));
        }
    };
    while let Some(block) = message.block()? {
        reader.push(block, &mut |layer, event| picker.event(layer, &event, &mut |octets| output.write(octets)));
        if picker.is_over() || output.is_over() {
            tell(picker.flaws());
            return Ok(true);
        }
    }
    reader.finish(&mut |layer, event| picker.event(layer, &event, &mut |octets| output.write(octets)));
    tell(picker.flaws());
    Ok(picker.is_over() || output.is_over())
}
