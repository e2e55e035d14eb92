//! `mailtool mime explain`: what every octet of a message is.

use clap::Args;

use super::input::Input;
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::mime::explain::{Record, View};
use crate::cli::output::mime::tree::title;
use crate::cli::terminal::Terminal;
use crate::mime::annotate::Annotator;
use crate::mime::parse::Limits;
use crate::proto::explain::Language;

/// Show a message line by line, and under each line what stands in it
///
/// Field names, folds, encoded words with their text, parameters, delimiters and the parts that begin and
/// end with them, escapes, soft line breaks, base64 and its padding: each is told once, with its RFC and
/// section, in English or, with --explain=es, in Spanish. Long bodies are shortened; -v shows all.
///
/// With --json one object a range of octets: offset, end, kind, part (as `mime part` numbers them), rfc,
/// text (or base64 where it is no UTF-8), means, message_number. Put one behind the other the ranges are
/// the message again.
///
/// Exit codes: 0 done, 1 no such message, 65 it is empty or no Maildir, 66 it is not there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    #[command(flatten)]
    input: Input,
}

const EXAMPLES: &str = "Examples:
  mailtool mime explain letter.eml
  mailtool mime explain --explain=es letter.eml | less -R
  mailtool mime explain --json letter.eml | jq -r 'select(.kind == \"encoded-word\").means'";

/// Explains every message that was named.
pub fn run(args: &Explain, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let language = global.explain.map_or(Language::En, Language::from);
    let mut messages = args.input.open(false)?;
    let mut view = View::new(language, global.verbose > 0, terminal.columns());
    let mut any = false;
    while let Some(mut message) = messages.next()? {
        let number = message.number;
        if message.one_of_several && !terminal.json {
            terminal.result(&title(number, message.offset, message.file.as_deref(), any));
        }
        any = true;
        let mut tell = |range: crate::mime::annotate::Range<'_>| match terminal.json {
            true => terminal.json(&Record::new(&range, number, language)),
            false => view.range(&range, &mut |line| terminal.result(line)),
        };
        let mut annotator = Annotator::new(Limits::default());
        while let Some(block) = message.block()? {
            annotator.push(block, &mut tell);
        }
        annotator.finish(&mut tell);
        view.end(&mut |line| terminal.result(line));
    }
    if any { Ok(Exit::Ok) } else { Err(messages.nothing()) }
}
