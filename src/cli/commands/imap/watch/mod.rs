//! `mailtool imap watch` and `await`: what happens in mailboxes, as it happens.

mod exec;
mod lasting;
mod tell;
mod wait;

pub use self::wait::{Await, await_message};

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use tokio::sync::watch;
use tokio::time::Instant;

use self::exec::Runner;
use self::lasting::Lasting;
use self::tell::Teller;
use super::Imap;
use super::conversation::{At, Trouble, select};
use crate::base::Exit;
use crate::cli::args::period;
use crate::cli::error::Failure;
use crate::client::imap;
use crate::client::imap::watch::{LONGEST, Patience, Which};

/// What happens in mailboxes, as it happens (NOTIFY, IDLE)
///
/// Messages that come, flags that change, messages that go. The server tells it where it can: of one mailbox
/// by IDLE, of several by NOTIFY; else it is asked every 15 seconds (--every). What a server does not tell is
/// found out whenever it has to hear of us again (--renew).
///
/// A connection that breaks is made again, at first after a second, then less and less often; what has
/// happened meanwhile is told then. In a mailbox of more than 250,000 messages those that go are told
/// by their number, not by their UID; flags that nobody tells are found in one of at most 10,000, or where
/// the server numbers changes (CONDSTORE).
///
/// --exec: what comes from the network reaches the command by its environment alone: $MAILTOOL_EVENT,
/// _MAILBOX, _UIDVALIDITY, _UID, _NUMBER, _FLAGS, _SIZE, _DATE, _SUBJECT, _FROM, _TO, _MESSAGE_ID. What it prints
/// goes to standard error; a failure is a note. A signal ends it too.
///
/// With --json one object a line: {"event":"new","mailbox","uid","n","flags","size","date","envelope"},
/// {"event":"flags","mailbox","uid","n","flags"}, {"event":"gone","mailbox","uid","n"},
/// {"event":"uidvalidity","mailbox","uidvalidity","was"}.
///
/// Exit code 1: --for is over, or a signal came, and nothing had happened; with --once: no message had come.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap watch -q -s pepe@imap.example.org
  mailtool imap watch --for 1h --json -q -m Lists/rust -s pepe@imap.example.org
  mailtool imap watch --mailboxes 'INBOX,Lists/%' -q -s pepe@imap.example.org
  mailtool imap watch -q --exec 'notify-send \"$MAILTOOL_FROM\" \"$MAILTOOL_SUBJECT\"' -s pepe@imap.example.org
  mailtool imap watch --once --json -q -s pepe@imap.example.org | jq -r .envelope.subject")]
pub struct Watch {
    /// Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one's own),
    /// subscribed
    #[arg(long, value_name = "NAME|PATTERN,…", value_delimiter = ',', num_args = 1..)]
    mailboxes: Vec<String>,
    /// How long: 30s, 10m, 2h [default: for ever]
    #[arg(long = "for", value_name = "DURATION", value_parser = period)]
    period: Option<Duration>,
    /// End with the first message that comes
    #[arg(long)]
    once: bool,
    /// Run this by the shell for each event, one after the other
    #[arg(long, value_name = "CMD")]
    exec: Option<String>,
    #[command(flatten)]
    connections: Connections,
}

/// How a server is listened to.
#[derive(Clone, Copy, Debug, Args)]
pub struct Connections {
    /// How often a server is asked that tells nothing by itself
    #[arg(long, value_name = "DURATION", value_parser = period, default_value = "15s")]
    every: Duration,
    /// How soon a server hears of us again, at most 29m, unless it says meanwhile that it is still there
    #[arg(long, value_name = "DURATION", value_parser = renewal, default_value = "5m")]
    renew: Duration,
    /// End with a connection that breaks (75)
    #[arg(long)]
    no_reconnect: bool,
}

impl Connections {
    fn patience(self) -> Patience {
        Patience { renew: self.renew, every: self.every }
    }

    fn last(self, until: Option<Instant>) -> Lasting {
        Lasting { reconnect: !self.no_reconnect, until, stop: Arc::new(watch::channel(false).0) }
    }
}

/// A server may end a connection on which it hears nothing for 30 minutes (RFC 9051 §5.4).
fn renewal(text: &str) -> Result<Duration, String> {
    let renewal = period(text)?;
    match renewal <= LONGEST {
        true => Ok(renewal),
        false => Err("at most 29m: a server may end a connection after 30 minutes of silence".to_owned()),
    }
}

/// NOTIFY, IDLE, or questions.
pub fn watch(args: &Watch, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let until = args.period.map(|period| Instant::now() + period);
    let lasting = args.connections.last(until);
    let runner = args.exec.as_ref().map(|line| Runner::start(line, at.1, lasting.stop.subscribe()));
    let mut teller = Teller::new(at.1, !args.mailboxes.is_empty(), runner);
    let which: Vec<Which> = args.mailboxes.iter().map(|word| Which::of(word)).collect();
    let mut watch = imap::watch::Watch::new(which, args.connections.patience());
    let done = lasting.converse(imap, at, async |client| {
        client.enable_modseq().await?;
        if args.mailboxes.is_empty() {
            select(client, imap, false).await?;
        }
        let came = go_on(&mut watch, &mut teller, client, until, args.once).await?;
        Ok(came.then_some(Exit::Ok))
    });
    let enough = if args.once { teller.came } else { teller.told };
    lasting.wait(teller.finish())?;
    // A signal is an end like any other.
    let done = if *lasting.stop.borrow() { None } else { done? };
    Ok(done.unwrap_or(if enough { Exit::Ok } else { Exit::NotFound }))
}

/// True: a message came, and one is enough.
async fn go_on(
    watch: &mut imap::watch::Watch,
    teller: &mut Teller<'_>,
    client: &mut imap::Imap,
    until: Option<Instant>,
    once: bool,
) -> Result<bool, Trouble> {
    watch.begin(client, &mut |news| teller.tell(news)).await?;
    loop {
        if once && teller.came {
            return Ok(true);
        }
        if until.is_some_and(|until| Instant::now() >= until) {
            return Ok(false);
        }
        teller.keep_up().await;
        watch.round(client, until, &mut |news| teller.tell(news)).await?;
    }
}
