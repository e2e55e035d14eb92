//! `mailtool mime tree`: the parts of a message, as IMAP numbers them.

use clap::Args;

use super::input::{Input, Message};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::mime::{imap, tree as output};
use crate::cli::terminal::Terminal;
use crate::mime::layers::Reader;
use crate::mime::parse::Limits;
use crate::mime::tree;
use crate::transcript::Weight;

/// Show the parts of a message as a tree, numbered as in IMAP
///
/// Each line has the number under which `mime part` (and IMAP's BODY[1.2]) gives that part, its type,
/// the name of its file, charset, transfer encoding, octets and lines as they were sent. What departs
/// from the RFCs in how the parts are put together is told on standard error.
///
/// With --json one object a part: path, type, name, encoding, charset, octets, lines, offset (of the body,
/// in octets of the message), begin (of the header), end, depth, role, flaws and more. A message that is
/// encoded within another, which is forbidden, is decoded and looked into as well: `layer` is above 0
/// for what is in it, and its offsets count the decoded octets.
///
/// --imap shows what an IMAP server should give for the message: ENVELOPE and BODYSTRUCTURE (RFC 9051, section
/// 7.5.2), one FETCH response a message, the octets of literals escaped. Values are those of the header,
/// not decoded; octets and lines are those of a server, where every line ends in CRLF. With --json one
/// object a message: message, envelope, bodystructure.
///
/// Exit codes: 0 done, 1 no such message, 65 it is empty or no Maildir, 66 it is not there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Tree {
    #[command(flatten)]
    input: Input,
    /// What an IMAP server should give for it: ENVELOPE and BODYSTRUCTURE
    #[arg(long)]
    imap: bool,
}

const EXAMPLES: &str = "Examples:
  mailtool mime tree letter.eml
  mailtool mime tree --json ~/Maildir | jq -r 'select(.name).name'
  mailtool mime tree --imap letter.eml
  mailtool pop retr 1 | mailtool mime tree -";

/// Draws every message that was named.
pub fn run(args: &Tree, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut messages = args.input.open(false)?;
    let mut any = false;
    while let Some(mut message) = messages.next()? {
        let tree = read(&mut message)?;
        let number = message.number;
        if args.imap {
            match terminal.json {
                true => terminal.json(&imap::Record::new(&tree, number)),
                false => terminal.result(&imap::response(&tree, number)),
            }
        } else if terminal.json {
            output::records(&tree, number, message.offset, message.file.as_deref())
                .for_each(|record| terminal.json(&record));
        } else {
            if message.one_of_several {
                terminal.result(&output::title(number, message.offset, message.file.as_deref(), any));
            }
            output::lines(&tree).for_each(|line| terminal.result(&line));
        }
        if !terminal.is_quiet() {
            let _ = terminal.flush();
            let which = message.one_of_several.then_some(number);
            output::flaws(&tree, which).for_each(|line| terminal.note(Weight::Warning, line));
        }
        any = true;
    }
    if any { Ok(Exit::Ok) } else { Err(messages.nothing()) }
}

/// The tree of a message that is read to its end.
///
/// # Errors
/// Reading fails.
pub fn read(message: &mut Message<'_>) -> Result<tree::Tree, Failure> {
    let (mut reader, mut builder) = (Reader::new(Limits::default()), tree::Builder::new());
    while let Some(block) = message.block()? {
        reader.push(block, &mut |layer, event| builder.event(layer, &event));
    }
    reader.finish(&mut |layer, event| builder.event(layer, &event));
    Ok(builder.finish())
}
