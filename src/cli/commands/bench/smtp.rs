//! `mailtool bench smtp`: many letters over many connections.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use tokio::sync::watch;
use tokio::time::Instant;

use super::letters::{Content, Letters};
use crate::base::{Address, Exit};
use crate::cli::args::{Connection, Dns, Global, connections, count, octets, period};
use crate::cli::commands::{block_on, terminated};
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::output::load::Report;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::Hello;
use crate::client::deliver::{Found, Habits, Pace, Rate, Utf8, Verdict, Way, Wishes};
use crate::client::load::{Load, Meter};
use crate::net::endpoint::{Endpoint, Protocol, Scheme};
use crate::net::session::Stop;
use crate::transcript::Weight;

/// Send many letters over many connections, and measure
///
/// Standard output gets the rate, what failed and why, and for each step of the dialogue (connect,
/// TLS, greeting, EHLO, … MAIL, RCPT, DATA, body, dot) and each whole letter the milliseconds that
/// half of them, 90, 99 and 99.9 of 100, and all of them took at most. Recipients in one letter count
/// as one step, and the letters that failed as none.
///
/// There is no transcript but with -v: it would drown everything, and cost most of the time. ^C ends
/// the load: letters that are under way are finished, connections that carry none are not waited for, and
/// what was measured is told, with how many letters were never tried. A second ^C ends that, too.
///
/// Only for servers of your own, or with the leave of whoever runs them. Letters never go to mail
/// exchangers: --server says whose load it is.
///
/// Exit codes: 0 all delivered that were begun, 3 some, 75 none begun, else as send.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Smtp {
    /// host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path; default port: 587 with a user, else 25
    #[arg(short, long, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    /// How many connections there are at the same time
    #[arg(long, value_name = "N", default_value = "1", value_parser = connections, help_heading = "Load")]
    sessions: NonZeroUsize,
    /// How many letters are sent in all [default: 100, or as many as go with --duration]
    #[arg(long, value_name = "N", help_heading = "Load", value_parser = count::<NonZeroU64>)]
    messages: Option<NonZeroU64>,
    /// Begin no more letters after so long: 10s, 5m
    #[arg(long, value_name = "DURATION", value_parser = period, help_heading = "Load")]
    duration: Option<Duration>,
    /// How many letters go over one connection before another is made; 1: a connection each [default: all]
    #[arg(long, value_name = "N", value_parser = count::<NonZeroUsize>, help_heading = "Load")]
    per_connection: Option<NonZeroUsize>,
    /// No more letters than so many in a second, minute, hour or day, evenly: 50/s, 100/min
    #[arg(long, value_name = "N/TIME", help_heading = "Load")]
    rate: Option<Rate>,
    /// How long the text of each letter is, its header not counted; at most 1G
    #[arg(long, value_name = "OCTETS", value_parser = octets, default_value = "1k", help_heading = "Letters")]
    size: u64,
    /// This message, as it is, instead of a text
    #[arg(long, value_name = "FILE", conflicts_with = "size", help_heading = "Letters")]
    eml: Option<PathBuf>,
    /// How many recipients each letter has; the letter n in braces within --to numbers them
    #[arg(long, value_name = "N", default_value = "1", help_heading = "Letters", value_parser = clap::value_parser!(u64).range(1..=100_000))]
    rcpts: u64,
    /// The sender [default: bench@ this host]
    #[arg(long, value_name = "ADDR", help_heading = "Letters")]
    from: Option<String>,
    /// The recipient; the letter n in braces is its number in all of the load, from 1 [default: bench@ this host, with --rcpts numbered]
    #[arg(long, value_name = "ADDR", help_heading = "Letters")]
    to: Option<String>,
    /// Our name in EHLO [default: this host's, if it has a domain, else our address]
    #[arg(long, value_name = "NAME", help_heading = "Dialogue")]
    helo: Option<String>,
    /// Commands in groups, where the server offers it: auto, never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "never"], help_heading = "Dialogue")]
    pipeline: String,
    /// BDAT instead of DATA, where the server offers it: auto, never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "never"], help_heading = "Dialogue")]
    chunking: String,
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    dns: Dns,
}

const EXAMPLES: &str = "Examples:
  mailtool bench smtp -s 127.0.0.1:2525 --sessions 20 --messages 10000
  mailtool bench smtp -s 127.0.0.1:2525 --sessions 20 --duration 30s --size 100k --per-connection 1
  mailtool bench smtp -s submission://bench@mail.example.test --password-file secret --to bench@example.test --json
  mailtool bench smtp -s lmtp://127.0.0.1:2424 --rcpts 10 --eml letter.eml";

/// The largest text that is made, in octets: it is held in memory.
const LARGEST: u64 = 1 << 30;
/// How many letters there are if nothing says it.
const LETTERS: u64 = 100;

/// Does it, and tells what was measured.
pub fn run(args: &Smtp, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let Some(server) = &args.server else {
        let failure = Failure::usage("--server", "whose load it is must be said: a load never goes to mail exchangers");
        return Err(failure.hint("-s HOST, a server of your own"));
    };
    if args.size > LARGEST {
        let failure = Failure::usage("--size", "a text of more than 1 GiB is not made here");
        return Err(failure.hint("--eml FILE sends a message of any size"));
    }
    let letters = letters(args)?;
    if global.verbose == 0 {
        terminal.without_transcript();
    }
    let (stop, stopped) = watch::channel(false);
    let config = Config::load(global, terminal)?;
    let (dns, helo) = (args.dns.clone(), args.helo.clone());
    let told = Told { dns, helo, ..Told::new(Some(server), &args.connection) };
    let told = config.fill(told, Service::Send, &config.choose(None)?, terminal)?;
    let ways = to_server(args, &told, (global, terminal), Some(stopped));
    let (way, meter) = ways.map_err(|failure| told.place(failure))?;
    block_on(async {
        let (enough, ended) = watch::channel(false);
        end_at_signals(enough, stop);
        let way = found(Way { enough: Some(ended.clone()), ..way }, ended).await?;
        if !stays_here(&way) {
            let text = "this load goes to another machine: only with the leave of whoever runs it";
            terminal.note(Weight::Warning, text);
        }
        let started = Instant::now();
        let load = Load {
            way: &way,
            sessions: args.sessions,
            letters: args.messages.map(NonZeroU64::get).or_else(|| args.duration.is_none().then_some(LETTERS)),
            until: args.duration.map(|duration| started + duration),
            letter: &|number| letters.letter(number),
        };
        let wanted = load.letters;
        let tally = load.run(&mut |tally| terminal.count("letters", tally.delivered, wanted)).await;
        terminal.counted();
        let exit = tally.exit.unwrap_or(if tally.begun == 0 { Exit::TempFail } else { Exit::Ok });
        let (elapsed, size) = (started.elapsed(), letters.size());
        let report = Report { tally, phases: meter.phases(), elapsed, size, wanted };
        match terminal.json {
            true => terminal.json(&report.record()),
            false => report.lines().iter().for_each(|line| terminal.result(line)),
        }
        Ok(exit)
    })
}

/// The way to a server whose addresses are known; the first signal ends the look-up.
async fn found(mut way: Way, mut ended: watch::Receiver<bool>) -> Result<Way, Failure> {
    tokio::select! {
        _ = ended.wait_for(|ended| *ended) => Err(Failure::new(Exit::TempFail, "ended before the server was found")),
        found = way.server.look_up() => match found {
            Ok(()) => Ok(way),
            Err(error) => Err(Failure::new(Verdict::of_error(&error).exit, error)),
        },
    }
}

/// A name too may stand for this machine: here nothing is at stake but whose leave it takes.
fn stays_here(way: &Way) -> bool {
    let addresses = &way.server.addresses;
    way.server.is_local() || !addresses.is_empty() && addresses.iter().all(|address| address.is_loopback())
}

fn letters(args: &Smtp) -> Result<Letters, Failure> {
    let host = way::host_name().unwrap_or_else(|| "localhost".to_owned());
    let from = args.from.clone().unwrap_or_else(|| format!("bench@{host}"));
    let from = Address::parse(&from).map_err(|error| Failure::usage("--from", error))?;
    let number = if args.rcpts > 1 { "{n}" } else { "" };
    let to = args.to.clone().unwrap_or_else(|| format!("bench{number}@{host}"));
    let content = args.eml.as_deref().map_or(Content::Size(args.size), Content::File);
    Letters::new(from, to, args.rcpts, &content)
}

/// The way there, and who measures on it.
fn to_server(
    args: &Smtp,
    told: &Told,
    (global, terminal): (&Global, &Terminal),
    stop: Stop,
) -> Result<(Way, Arc<Meter>), Failure> {
    let Told { server, connection, dns, tunnel, helo, .. } = told;
    way::check_hello(helo.as_deref())?;
    let endpoint = Endpoint::parse(server.as_deref().unwrap_or_default());
    let endpoint = endpoint.map_err(|error| Failure::usage("--server", error))?;
    let greeting = if endpoint.scheme == Some(Scheme::Lmtp) { Hello::Lhlo } else { Hello::Ehlo };
    let nowhere = way::nowhere(connection, (dns, tunnel), stop, (global, terminal))?;
    let mut server = way::to_endpoint(endpoint, Protocol::Smtp, connection, nowhere, terminal)?;
    let meter = Arc::new(Meter::new(server.dial.sink.take()));
    server.dial.sink = Some(meter.clone());
    let (pipelining, chunking) = (args.pipeline == "auto", args.chunking == "auto");
    let way = Way {
        server,
        hello: helo.clone().or_else(way::host_name),
        greeting,
        habits: Habits { pipelining, chunking, binary: false, smtputf8: Utf8::Auto },
        wishes: Arc::new(Wishes::default()),
        leave: None,
        per_connection: args.per_connection,
        pace: args.rate.map(|rate| Arc::new(Pace::new(rate))),
        found: Found::default(),
        enough: None,
    };
    Ok((way, meter))
}

/// The first signal begins no more letters, the second one waits for nothing.
fn end_at_signals(enough: watch::Sender<bool>, stop: watch::Sender<bool>) {
    let first = terminated();
    tokio::spawn(async move {
        first.await;
        let second = terminated();
        enough.send_replace(true);
        second.await;
        stop.send_replace(true);
    });
}
