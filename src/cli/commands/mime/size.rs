//! `mailtool mime size`: how large a message is and why, and how large it could be.

use std::path::{Path, PathBuf};

use clap::Args;

use super::filter;
use super::input::{Input, Message};
use crate::base::Exit;
use crate::cli::args::octets;
use crate::cli::error::Failure;
use crate::cli::output::mime::size as output;
use crate::cli::output::mime::tree::title;
use crate::cli::terminal::Terminal;
use crate::mime::parse::Limits;
use crate::mime::size::{Scale, Weigher, Weight};

/// Say how large a message is and why, and how large it could be
///
/// First each part: what it holds, how it was sent, and how many octets it would be in every transfer
/// encoding, with the growth over what it holds; `-` and the reason where an encoding cannot carry it.
/// Then the message: what its octets are, the size that SIZE= of MAIL tells (RFC 1870; every line ends
/// in CRLF, whatever the file has), and the size with the encoding that `send` would choose for each part
/// and a server with no extension, with 8BITMIME (RFC 6152), with BINARYMIME and CHUNKING (RFC 3030).
/// What is signed stays as it is. Dots that DATA doubles are told apart: they do not count.
///
/// With --json one object a part: message, path, type, name, octets, encoding, sent, sizes (a number for
/// each encoding, or null) and obstacles; then one for the message: message, size, shares, dots, possible
/// (7bit, 8bitmime, binarymime), limit, fits. Of --raw one object: name, octets, sizes, obstacles.
///
/// Exit codes: 0 done, 1 no such message, or it is larger than --limit, 65 it is empty or no Maildir,
/// 66 it is not there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Size {
    #[command(flatten)]
    input: Option<Input>,
    /// A file that is to be sent, no message: what it would be in every encoding; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "message", "limit"])]
    raw: Option<PathBuf>,
    /// The largest message that the server takes, in octets; k, M and G are powers of 1024
    #[arg(long, value_name = "N[k|M|G]", value_parser = octets)]
    limit: Option<u64>,
}

const EXAMPLES: &str = "Examples:
  mailtool mime size letter.eml
  mailtool mime size --limit 10M letter.eml || echo too large
  mailtool mime size --raw picture.jpg
  mailtool mime size --json archive.mbox | jq 'select(.size).size'";

/// Weighs every message that was named.
pub fn run(args: &Size, terminal: &Terminal) -> Result<Exit, Failure> {
    let input = match (&args.raw, &args.input) {
        (Some(file), _) => return raw(file, terminal),
        (None, Some(input)) => input,
        (None, None) => return Err(Failure::usage("FILE", "a message is expected, or --raw FILE")),
    };
    let (mut messages, mut any, mut fits) = (input.open(false)?, false, true);
    while let Some(mut message) = messages.next()? {
        let weight = read(&mut message)?;
        let number = message.number;
        fits &= args.limit.is_none_or(|limit| weight.shares.size() <= limit);
        if terminal.json {
            output::parts(&weight, number).for_each(|part| terminal.json(&part));
            terminal.json(&output::Total::new(&weight, number, args.limit));
        } else {
            if message.one_of_several {
                terminal.result(&title(number, message.offset, message.file.as_deref(), any));
            }
            output::lines(&weight, args.limit).iter().for_each(|line| terminal.result(line));
        }
        any = true;
    }
    match any {
        true => Ok(if fits { Exit::Ok } else { Exit::NotFound }),
        false => Err(messages.nothing()),
    }
}

/// Weighs a file as content.
fn raw(file: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut scale = Scale::new();
    filter::Input::of(file.to_owned()).open()?.pieces(|piece| scale.push(piece))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let content = scale.finish(&name, None);
    match terminal.json {
        true => terminal.json(&output::Raw::new(&name, &content)),
        false => output::raw(&name, &content).iter().for_each(|line| terminal.result(line)),
    }
    Ok(Exit::Ok)
}

/// The weight of a message that is read to its end.
fn read(message: &mut Message<'_>) -> Result<Weight, Failure> {
    let mut weigher = Weigher::new(Limits::default());
    while let Some(block) = message.block()? {
        weigher.push(block);
    }
    Ok(weigher.finish())
}
