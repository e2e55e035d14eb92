//! `mailtool send`: build or read messages and hand them over.

mod leave;
mod plain;
mod ready;
mod recipients;
mod report;
mod verbs;
pub mod way;
mod wishes;

use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use self::ready::Ready;
use self::report::Report;
use self::way::Plan;
use super::{block_on, stop_at_signal};
use crate::base::escape::escape_str;
use crate::base::{Address, Exit};
use crate::cli::args::{Connection, Content, Dns, Envelope, Exchange, Extensions, Global, Many, Message, Tunnel};
use crate::cli::compose::{self, People, Stamp, compose, list, one};
use crate::cli::config::account::Choice;
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Letter, Offer, Unfit};
use crate::mime::address_list::Mailbox;
use crate::mime::addresses;
use crate::proto::line::Stuffer;
use crate::proto::smtp::ReversePath;
use crate::transcript::Weight;

/// Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient
///
/// Without --server the mail exchangers (MX) of each recipient's domain are looked up and tried in
/// order, one transaction a domain, all domains at the same time.
///
/// The dialogue is shown on standard error as it happens, with passwords left out; standard output
/// gets one line a recipient: address, what became of it, server, TLS, reply, queue id, time.
///
/// Exit codes: 0 delivered to all, 3 to some, 75 try again later, 67 recipient unknown, 65 bad
/// message or too large, 77 login, certificate or policy, 76 the server broke the protocol.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Send {
    #[command(flatten)]
    message: Message,
    #[command(flatten)]
    envelope: Envelope,
    #[command(flatten)]
    extensions: Extensions,
    #[command(flatten)]
    many: Many,
    #[command(flatten)]
    exchange: Exchange,
    /// host, host:port, smtp://, smtps://, submission://, lmtp://, with user@ if wanted, or unix:/path (unix:@NAME: an abstract socket); default port: 587 with a user, else 25 [default: the mail exchangers of each recipient's domain]
    #[arg(short, long, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    tunnel: Tunnel,
    #[command(flatten)]
    dns: Dns,
}

const EXAMPLES: &str = "Examples:
  mailtool send --from alicia@example.org --to pepe@example.net --body Hola --attach crepe.jpg
  mailtool send -s mail.example.org -u alicia --password-file ~/.secret --from alicia@example.org \\
      --to pepe@example.net --subject Hola --body '¿Qué tal?' --attach crepe.jpg
  mailtool send -s 127.0.0.1:1025 --from a@example.org --to b@example.org --body @letter.txt
  mailtool send -s smtps://mail.example.org -u alicia --eml letter.eml
  mailtool send -s relay.example.org --mbox letters.mbox --mail-from bounces@example.org
  mailtool send -s relay.example.org --from a@example.org --to b@example.net --dsn notify=success,failure,ret=hdrs
  mailtool send -s relay.example.org --from news@example.org --to news@example.org --rcpt-file readers.txt --body @news.txt
  mailtool send --tunnel 'ssh mail.example.org /usr/sbin/sendmail -bs' --from a@example.org --to b@example.net
  mailtool send -s mail.example.org --verb 'VRFY pepe' --verb HELP
  mailtool send --mx each --from a@example.org --to postmaster@example.net --subject test
  mailtool send --dns 127.0.0.1:5300 --port 2525 --from a@example.org --to b@example.test --explain
  mailtool send --dry-run --from a@x.org --to b@x.org --html '<img src=\"cid:a.jpg\">' --inline a.jpg
  fortune | mailtool send -q -s relay --from me@example.org --to me@example.org --body -";

/// Hands the message over, or shows it.
pub fn run(args: &Send, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    if !args.extensions.verb.is_empty() {
        return run_verbs(args, global, terminal);
    }
    check_stdin(args)?;
    let config = Config::load(global, terminal)?;
    let envelope = Addresses::parse(args, config.author()?)?;
    let letters = Letters::read(args, &envelope)?;
    let wishes = wishes::wishes(&args.extensions, &args.connection.password.auth)?;
    if let Letters::One(letter) = &letters {
        wishes::check(&wishes, letter)?;
    }
    if args.message.dry_run {
        return dry_run(&letters, &Offer::everything(args.message.content.is_binary()), terminal);
    }
    let (stop, stopped) = watch::channel(false);
    let choice = config.choose(letters.author(&envelope).as_ref())?;
    let told = told(args, &config, &choice, terminal)?;
    let mut plan =
        way::plan(args, &told, wishes, (global, terminal), Some(stopped)).map_err(|failure| told.place(failure))?;
    let stopwatch = terminal.json.then(|| plan.timed());
    block_on(async {
        let mut report = Report::new(terminal, letters.total(), stopwatch);
        let failure = std::cell::RefCell::new(None);
        stop_at_signal(Arc::new(stop));
        match &plan {
            Plan::Server(way) => {
                deliver::deliver_over(way, args.many.connections, letters.iter(&failure), &mut report).await
            }
            Plan::Direct(direct) => deliver::deliver_direct(direct, letters.iter(&failure), &mut report).await,
        }
        match (failure.into_inner(), report.exit()) {
            (Some(failure), None) => Err(failure),
            (Some(failure), Some(exit)) => {
                terminal.failure(&failure);
                Ok(exit.and(failure.exit))
            }
            (None, exit) => Ok(exit.unwrap_or(Exit::Ok)),
        }
    })
}

/// Standard input can be read once.
fn check_stdin(args: &Send) -> Result<(), Failure> {
    let Content { body, html, attach, inline, .. } = &args.message.content;
    let Message { eml, mbox, raw_octets, .. } = &args.message;
    let files = [eml, mbox, raw_octets, &args.envelope.rcpt_file].into_iter().flatten();
    let files = files.chain(attach).chain(inline).map(|path| path.as_os_str());
    let readers = files.chain([body, html].into_iter().flatten().map(AsRef::as_ref)).filter(|name| *name == "-");
    match readers.count() {
        2.. => Err(Failure::usage("-", "two arguments read standard input, which can be read once")),
        _ => Ok(()),
    }
}

fn run_verbs(args: &Send, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    verbs::check(args)?;
    let (stop, stopped) = watch::channel(false);
    let config = Config::load(global, terminal)?;
    let told = told(args, &config, &config.choose(None)?, terminal)?;
    let wishes = wishes::wishes(&args.extensions, &args.connection.password.auth)?;
    let plan = way::plan(args, &told, wishes, (global, terminal), Some(stopped));
    let plan = plan.map_err(|failure| told.place(failure))?;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        verbs::ask(args, &plan, terminal).await
    })
}

/// What flags say of the server, and what holds where they say nothing.
fn told(args: &Send, config: &Config, choice: &Choice<'_>, terminal: &Terminal) -> Result<Told, Failure> {
    let tunnel = args.tunnel.tunnel.is_some();
    let told = Told { tunnel, ..Told::new(args.server.as_deref(), &args.connection) };
    if args.exchange.is_meant() { Ok(told) } else { config.fill(told, Service::Send, choice, terminal) }
}

/// Prints what would be sent to a server that takes everything.
fn dry_run(letters: &Letters, offer: &Offer, terminal: &Terminal) -> Result<Exit, Failure> {
    let failure = std::cell::RefCell::new(None);
    for letter in letters.iter(&failure) {
        let to: Vec<_> = letter.recipients.iter().map(|address| format!("<{address}>")).collect();
        let text = format!("envelope: from <{}> to {}", letter.reverse_path, to.join(" "));
        terminal.note(Weight::Info, escape_str(&text));
        let mut prepared = letter.prepare(offer).map_err(|unfit| Failure::new(Exit::Data, unfit))?;
        let (mut raw, mut more) = (Vec::new(), true);
        let mut stuffer = (!prepared.binary && !prepared.raw).then(Stuffer::without_dots);
        while more {
            raw.clear();
            more = prepared.read(&mut raw).map_err(|error| Failure::new(Exit::Io, error))?;
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
            match terminal.octets(&wire) {
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(Exit::Ok),
                result => result.map_err(|error| Failure::new(Exit::Io, format!("standard output: {error}")))?,
            }
        }
    }
    failure.into_inner().map_or(Ok(Exit::Ok), Err)
}

/// The addresses of the command line, parsed.
struct Addresses {
    people: People,
    bcc: Vec<Mailbox>,
    mail_from: Option<ReversePath>,
    rcpt: Vec<Address>,
    /// Who writes where nobody says.
    author: Option<Mailbox>,
}

impl Addresses {
    fn parse(args: &Send, author: Option<Mailbox>) -> Result<Addresses, Failure> {
        let mail_from = match args.envelope.mail_from.as_deref() {
            None => None,
            Some("" | "<>") => Some(ReversePath::Null),
            Some(text) => Some(ReversePath::Address(one("--mail-from", text)?)),
        };
        let rcpt = list("--rcpt", &args.envelope.rcpt)?;
        let listed = args.envelope.rcpt_file.as_deref().map(recipients::read).transpose()?;
        Ok(Addresses {
            people: People::parse(&args.message.content)?,
            bcc: list("--bcc", &args.message.bcc)?,
            mail_from,
            rcpt: rcpt.into_iter().map(|mailbox| mailbox.address).chain(listed.unwrap_or_default()).collect(),
            author,
        })
    }

    /// Who receives: `--rcpt` and `--rcpt-file`, else whom `--to`, `--cc` and `--bcc` name; each once.
    fn recipients(&self) -> Vec<Address> {
        let named = [&self.people.to, &self.people.cc, &self.bcc].into_iter().flatten().map(|mailbox| &mailbox.address);
        if self.rcpt.is_empty() { distinct(named) } else { distinct(self.rcpt.iter()) }
    }
}

/// Each address once, in order.
fn distinct<'a>(addresses: impl Iterator<Item = &'a Address>) -> Vec<Address> {
    let mut seen = std::collections::HashSet::new();
    addresses.filter(|address| seen.insert(*address)).cloned().collect()
}

/// The letter, checked in every respect that needs no server.
fn composed(content: &Content, addresses: &Addresses) -> Result<Letter, Failure> {
    let recipients = addresses.recipients();
    if recipients.is_empty() {
        return Err(
            Failure::new(Exit::Usage, "there is no recipient").hint("give --to, --cc, --bcc, --rcpt or --rcpt-file")
        );
    }
    let (composed, author) =
        compose(content, addresses.people.clone(), Stamp { author: addresses.author.clone(), ..Stamp::new() })?;
    let reverse_path = addresses.mail_from.clone().unwrap_or(ReversePath::Address(author.address));
    let message = deliver::Message::Composed(Box::new(composed));
    let letter = Letter { number: 1, reverse_path, recipients, message };
    match letter.prepare(&Offer::everything(content.is_binary())) {
        Ok(_) => Ok(letter),
        Err(Unfit::Build(error)) => Err(compose::failure(error)),
        Err(other) => Err(Failure::new(Exit::Data, other)),
    }
}

/// What there is to send.
enum Letters {
    One(Box<Letter>),
    Many(Ready),
}

impl Letters {
    fn read(args: &Send, addresses: &Addresses) -> Result<Letters, Failure> {
        if let Some(path) = &args.message.raw_octets {
            return ready::raw(path, addresses).map(|letter| Letters::One(Box::new(letter)));
        }
        match (&args.message.eml, &args.message.mbox) {
            (Some(path), _) => ready::eml(path, addresses).map(|letter| Letters::One(Box::new(letter))),
            (_, Some(path)) => Ready::mbox(path, addresses).map(Letters::Many),
            _ => composed(&args.message.content, addresses).map(|letter| Letters::One(Box::new(letter))),
        }
    }

    /// Who writes, as far as flags or the letter say it.
    fn author(&self, addresses: &Addresses) -> Option<Address> {
        let values: Vec<&str> = match self {
            Letters::One(letter) => match &letter.message {
                deliver::Message::Ready(ready) => ready.scan.from.iter().map(String::as_str).collect(),
                deliver::Message::Composed(composed) => {
                    let fields = composed.draft.extra.iter().filter(|field| field.is("From"));
                    fields.map(|field| field.value()).collect()
                }
                deliver::Message::Raw(_) => Vec::new(),
            },
            Letters::Many(_) => Vec::new(),
        };
        let (entries, _) = addresses::read(values.first().unwrap_or(&"").as_bytes());
        let written = addresses::addresses(&entries).find_map(|address| Address::parse(&address.addr_spec).ok());
        addresses.people.from.first().map(|mailbox| mailbox.address.clone()).or(written)
    }

    /// How many there are, where there may be many.
    fn total(&self) -> Option<u64> {
        match self {
            Letters::One(_) => None,
            Letters::Many(ready) => Some(ready.len() as u64),
        }
    }

    /// Each letter in turn; `failure` gets what stops it early.
    fn iter<'a>(&'a self, failure: &'a std::cell::RefCell<Option<Failure>>) -> Box<dyn Iterator<Item = Letter> + 'a> {
        match self {
            Letters::One(letter) => Box::new(std::iter::once((**letter).clone())),
            Letters::Many(ready) => Box::new(ready.letters(failure)),
        }
    }
}
