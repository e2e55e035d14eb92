//! `--verb`: commands of the user's own, and what is answered to them.

use serde::Serialize;

use super::Send;
use super::way::Plan;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Verdict};
use crate::proto::smtp::{Reply, Verb};

/// What `--json` says of one.
#[derive(Serialize)]
struct Record<'a> {
    command: &'a str,
    code: Option<u16>,
    enhanced: Option<String>,
    text: String,
    exit: u8,
}

/// Refuses what changes the conversation itself.
pub fn check(args: &Send) -> Result<(), Failure> {
    for line in &args.extensions.verb {
        let verb = Verb::of(line.as_bytes());
        if line.trim().is_empty() || line.chars().any(char::is_control) {
            return Err(Failure::usage("--verb", format!("{line:?} is no command")));
        }
        let turns =
            [Verb::Ehlo, Verb::Helo, Verb::Lhlo, Verb::StartTls, Verb::Auth, Verb::Data, Verb::Bdat, Verb::Quit];
        if turns.contains(&verb) {
            let failure = Failure::usage("--verb", format!("{verb} is more than a command and its reply"));
            return Err(failure.hint("mailtool talk says whatever is typed"));
        }
    }
    Ok(())
}

/// Says them, and prints a line for each reply.
pub async fn ask(args: &Send, plan: &Plan, terminal: &Terminal) -> Result<Exit, Failure> {
    let Plan::Server(way) = plan else { return Err(Failure::usage("--verb", "--server says to whom")) };
    let mut exits = Vec::new();
    let asked = deliver::ask(way, &args.extensions.verb, |line, verdict| {
        exits.push(verdict.exit);
        print(line, verdict, terminal);
    });
    if let Err(verdict) = asked.await {
        if terminal.is_quiet() {
            terminal.failure(&Failure::new(verdict.exit, &verdict.text));
        }
        exits.push(verdict.exit);
    }
    Ok(Exit::of_all(exits))
}

fn print(line: &str, verdict: &Verdict, terminal: &Terminal) {
    let code = verdict.reply.as_ref().map(|reply| reply.code);
    let enhanced = verdict.reply.as_ref().and_then(|reply| reply.enhanced).map(|code| code.to_string());
    if terminal.json {
        let record = Record { command: line, code, enhanced, text: verdict.text.clone(), exit: verdict.exit.code() };
        return terminal.json(&record);
    }
    let enhanced = enhanced.map(|enhanced| format!(" {enhanced}")).unwrap_or_default();
    let code = code.map(|code| format!("{code}{enhanced}  ")).unwrap_or_default();
    let said = verdict.reply.as_ref().map(lines).filter(|lines| !lines.is_empty());
    let text = said.map_or_else(|| verdict.text.clone(), |lines| lines.join("\n    "));
    terminal.result(&format!("{}  {code}{text}", escape_str(line)));
}

/// What a reply says, line by line. A tab is harmless there.
fn lines(reply: &Reply) -> Vec<String> {
    reply.texts().iter().map(|line| escape_str(&line.replace('\t', " ")).into_owned()).collect()
}
