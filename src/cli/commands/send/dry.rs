//! `--dry-run`: what would be sent, instead of sending it.

use std::cell::RefCell;

use super::Letters;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{Letter, Offer};
use crate::mime::line_end::LineEnds;
use crate::mime::mbox::Quote;
use crate::mime::transform::{LineEnd, Transform};
use crate::proto::line::Stuffer;
use crate::transcript::Weight;

/// Prints the octets for a server that takes everything; those of a merge as an mbox.
pub fn run(letters: &Letters, offer: &Offer, terminal: &Terminal) -> Result<Exit, Failure> {
    let failure = RefCell::new(None);
    for letter in letters.iter(&failure, || false) {
        let to: Vec<_> = letter.recipients.iter().map(|address| format!("<{address}>")).collect();
        let text = format!("envelope: from <{}> to {}", letter.reverse_path, to.join(" "));
        terminal.note(Weight::Info, escape_str(&text));
        let printed = match letters {
            Letters::Merged(_) => in_mbox(&letter, offer, &mut |octets| terminal.octets(octets)),
            _ => octets(&letter, offer, &mut |octets| terminal.octets(octets)),
        };
        match printed {
            Err(Unprinted::Stdout(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(Exit::Ok),
            Err(Unprinted::Stdout(error)) => return Err(Failure::new(Exit::Io, format!("standard output: {error}"))),
            Err(Unprinted::Letter(failure)) => return Err(failure),
            Ok(()) => {}
        }
    }
    failure.into_inner().map_or(Ok(Exit::Ok), Err)
}

/// Why a letter is not printed.
enum Unprinted {
    Letter(Failure),
    Stdout(std::io::Error),
}

type Print<'a> = &'a mut dyn FnMut(&[u8]) -> std::io::Result<()>;

fn octets(letter: &Letter, offer: &Offer, print: Print<'_>) -> Result<(), Unprinted> {
    let prepared = letter.prepare(offer).map_err(|unfit| Failure::new(Exit::Data, unfit));
    let mut prepared = prepared.map_err(Unprinted::Letter)?;
    let (mut raw, mut more) = (Vec::new(), true);
    let mut stuffer = (!prepared.binary && !prepared.raw).then(Stuffer::without_dots);
    while more {
        raw.clear();
        more = prepared.read(&mut raw).map_err(|error| Unprinted::Letter(Failure::new(Exit::Io, error)))?;
        let mut wire = Vec::with_capacity(raw.len() + 64);
        match &mut stuffer {
            None => wire.append(&mut raw),
            Some(stuffer) => {
                stuffer.push(&raw, &mut wire);
                if !more {
                    stuffer.finish(&mut wire);
                }
            }
        }
        print(&wire).map_err(Unprinted::Stdout)?;
    }
    Ok(())
}

/// With a From_ line before it and an empty one behind it, lines that look like the one quoted.
fn in_mbox(letter: &Letter, offer: &Offer, print: Print<'_>) -> Result<(), Unprinted> {
    let now = jiff::Zoned::now().strftime("%a %b %e %H:%M:%S %Y");
    let sender = letter.reverse_path.address().map_or_else(|| "MAILER-DAEMON".to_owned(), ToString::to_string);
    // A blank in the local part would end it.
    let sender = sender.replace(char::is_whitespace, "_");
    print(format!("From {sender} {now}\n").as_bytes()).map_err(Unprinted::Stdout)?;
    let (mut ends, mut quote, mut end) = (LineEnds::new(LineEnd::Lf), Quote::new(), Vec::new());
    octets(letter, offer, &mut |octets| {
        let (mut lines, mut quoted) = (Vec::new(), Vec::new());
        ends.push(octets, &mut lines);
        quote.push(&lines, &mut quoted);
        print(&quoted)
    })?;
    let mut lines = Vec::new();
    ends.finish(&mut lines);
    quote.push(&lines, &mut end);
    quote.finish(&mut end);
    end.push(b'\n');
    print(&end).map_err(Unprinted::Stdout)
}
