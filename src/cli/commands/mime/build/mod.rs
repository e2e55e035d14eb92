//! `mailtool mime build`: a message from flags, or from a directory.

mod boundary;
mod manifest;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::fmt::rfc2822;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::output::Output;
use crate::base::Exit;
use crate::cli::args::{Content, Global};
use crate::cli::compose::{self, People, Stamp, compose, unreadable, warn_of_names};
use crate::cli::config::Config;
use crate::cli::error::Failure;
use crate::cli::output::mime::build as output;
use crate::cli::terminal::Terminal;
use crate::client::deliver::Composed;
use crate::client::deliver::Source;
use crate::mime::address_list::Mailbox;
use crate::mime::build::{BuildError, Composition, Draft, Transport};
use crate::transcript::Weight;

/// Build a message and write it, from the flags of `send` or from a directory of parts
///
/// Text and HTML become alternatives, pictures are related to the HTML that shows them, files are mixed
/// with them; any other tree comes from --from-dir. The message is the one that `send` would hand to a
/// server: `mailtool mime build … | mailtool send --eml -` does that later. Recipients may be missing.
/// There is no --bcc, since those recipients stand in the envelope alone: name them to `send`. -v tells
/// of each part its transfer encoding, why, and what the others would cost.
///
/// The same flags with the same --date, --message-id and --boundary make the same octets. Files of any
/// size are read as they are written, in little memory.
///
/// --from-dir reads DIR/manifest.toml; the longer --help shows one.
///
/// Exit codes: 0 done, 64 usage, 65 a text or the manifest is bad, or the encoding does not fit,
/// 66 a file is not there, 73 the output cannot be created, 74 it cannot be written, 78 no author is
/// known.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{}", manifest::HELP))]
pub struct Build {
    #[command(flatten)]
    content: Content,
    /// Build the tree that manifest.toml in this directory describes
    #[arg(long, value_name = "DIR", conflicts_with_all = CONTENT)]
    from_dir: Option<PathBuf>,
    #[command(flatten)]
    form: Form,
}

/// What the flags of `send` do not say.
#[derive(Debug, Args)]
#[command(next_help_heading = "Form")]
struct Form {
    /// The date, as in RFC 5322 or RFC 3339, where no field Date says one [default: now]
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Zoned>,
    /// The identifier left@right, where no field Message-ID says one [default: a random one]
    #[arg(long, value_name = "ID")]
    message_id: Option<String>,
    /// What boundaries are made of, 1 to 50 letters, digits and '()+_,-./:=?; it stands in no part [default: a random token]
    #[arg(long, value_name = "TOKEN")]
    boundary: Option<String>,
    /// What the way to the recipient carries: lines of ASCII, which every server takes; octets above 127 in lines, also in addresses; or attachments as they are, and --encoding binary
    #[arg(long, value_name = "WAY", default_value = "7bit")]
    transport: Way,
    /// Lines end with LF, as in an mbox; not with binary parts
    #[arg(long)]
    lf: bool,
    /// Write into this file, which is overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a directory says by itself.
const CONTENT: [&str; 12] =
    ["from", "to", "cc", "reply_to", "subject", "body", "html", "attach", "inline", "header", "charset", "encoding"];

const EXAMPLES: &str = "Examples:
  mailtool mime build --from alicia@example.org --to pepe@example.net --subject Hola \\
      --body '¿Qué tal?' --attach crepe.jpg -o letter.eml
  mailtool mime build --from a@x.org --html '<img src=\"cid:a.jpg\">' --inline a.jpg -o letter.eml
  mailtool mime build --from a@x.org --body @text.txt --lf --date 2026-11-23T09:00:00Z \\
      --message-id 1@x.org --boundary limit > same-every-time.eml
  mailtool mime build -v --transport 8bitmime --from a@x.org --to b@y.org --body '¿Qué tal?' |
      mailtool send --eml - -s relay.example.org
  mailtool mime build --from-dir letter/ | mailtool mime lint -";

/// What the way carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Way {
    /// Lines of ASCII: every server
    #[value(name = "7bit")]
    SevenBit,
    /// Octets above 127, in lines (RFC 6152) and in addresses (RFC 6531)
    #[value(name = "8bitmime")]
    EightBit,
    /// Any octets (RFC 3030)
    #[value(name = "binarymime")]
    Binary,
}

impl From<Way> for Transport {
    fn from(way: Way) -> Transport {
        let eight_bit = way != Way::SevenBit;
        Transport { eight_bit, smtputf8: eight_bit, binary: way == Way::Binary }
    }
}

/// `date-time` of RFC 5322 §3.3 or of RFC 3339 §5.6.
fn date(text: &str) -> Result<Zoned, String> {
    // A zone in letters means UTC to one reader and something else to another (RFC 5322 §4.3).
    let letters = text.rsplit(' ').next().is_some_and(|zone| zone.bytes().all(|octet| octet.is_ascii_alphabetic()));
    if let Ok(moment) = rfc2822::parse(text).map_err(drop).and_then(|moment| if letters { Err(()) } else { Ok(moment) })
    {
        return Ok(moment);
    }
    let wrong = |_| "neither \"Mon, 23 Nov 2026 09:00:00 +0100\" nor \"2026-11-23T09:00:00+01:00\"".to_owned();
    let moment: Timestamp = text.parse().map_err(wrong)?;
    let offset = Pieces::parse(text).map_err(wrong)?.to_numeric_offset().unwrap_or(Offset::UTC);
    Ok(moment.to_zoned(TimeZone::fixed(offset)))
}

/// Writes the message.
pub fn run(args: &Build, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    warn_of_names(&args.content, terminal);
    let (composed, made) = build(args, Config::load(global, terminal)?.author()?)?;
    if args.form.lf && made.binary {
        return Err(Failure::usage("--lf", "a part goes as binary, whose octets are not lines"));
    }
    if let Some(token) = &args.form.boundary {
        boundary::check(&composed, &made, token)?;
    }
    if global.verbose > 0 {
        made.choices.iter().for_each(|choice| terminal.note(Weight::Detail, output::line(choice)));
    }
    write(args, &composed, made)
}

fn build(args: &Build, author: Option<Mailbox>) -> Result<(Composed, Composition), Failure> {
    let mut stamp = Stamp { author, ..Stamp::new() };
    if let Some(date) = &args.form.date {
        stamp.date = date.clone();
    }
    if let Some(boundary) = &args.form.boundary {
        stamp.boundary.clone_from(boundary);
    }
    stamp.message_id = args.form.message_id.as_deref().map(|id| id.trim_matches(['<', '>']).to_owned());
    let (composed, failure): (Composed, fn(BuildError) -> Failure) = match &args.from_dir {
        Some(dir) => (manifest::read(dir, stamp)?, manifest::failure),
        None => (compose(&args.content, People::parse(&args.content)?, stamp)?.0, compose::failure),
    };
    let made = composed.draft.compose(args.form.transport.into());
    let made = made.map_err(|error| with_cure(failure(error), &composed.draft))?;
    Ok((composed, made))
}

/// Tells of a way that carries it, if there is one.
fn with_cure(failure: Failure, draft: &Draft) -> Failure {
    let carries = |way: &Way| draft.compose((*way).into()).is_ok();
    let way = Way::value_variants().iter().find(|way| carries(way)).and_then(Way::to_possible_value);
    match way {
        Some(way) => failure.hint(format!("--transport {} carries it", way.get_name())),
        None => failure,
    }
}

fn write(args: &Build, composed: &Composed, made: Composition) -> Result<Exit, Failure> {
    let mut prepared = composed.stream(made);
    let inputs = composed.sources.iter().filter_map(Source::metadata);
    let mut output = Output::new(args.form.output.clone()).beside(inputs)?;
    let (mut octets, mut more) = (Vec::new(), true);
    while more && !output.is_over() {
        octets.clear();
        more = prepared.read(&mut octets).map_err(|error| unreadable("a part", error))?;
        if args.form.lf {
            // Without binary parts all line ends are CRLF, and no CR stands elsewhere.
            octets.retain(|&octet| octet != b'\r');
        }
        output.write(&octets);
    }
    output.finish().map(|()| Exit::Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::rfc5322;

    #[test]
    fn dates_keep_their_zone() {
        let read = |text| date(text).map(|moment| rfc5322(&moment));
        let expected = "Mon, 23 Nov 2026 09:00:00 +0100";
        assert_eq!(read(expected).as_deref(), Ok(expected));
        assert_eq!(read("2026-11-23T09:00:00+01:00").as_deref(), Ok(expected));
        assert_eq!(read("2026-11-23T09:00:00Z").as_deref(), Ok("Mon, 23 Nov 2026 09:00:00 +0000"));
        for wrong in [
            "",
            "tomorrow",
            "2026-11-23",
            "2026-11-23T09:00:00",
            "Mon, 23 Nov 2026 09:00:00 CET",
            "Mon, 31 Feb 2026 09:00:00 +0100",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
