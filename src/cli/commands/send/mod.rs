//! `mailtool send`: build or read messages and hand them over.

mod dry;
mod kept;
mod leave;
mod merge;
mod plain;
mod ready;
mod recipients;
mod report;
mod verbs;
pub mod way;
mod wishes;

use std::cell::RefCell;
use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use self::merge::Merge;
use self::ready::Ready;
use self::report::Report;
use self::way::Plan;
use super::{block_on, stop_at_signal};
use crate::base::{Address, Exit};
use crate::cli::args::{
    Connection, Content, Dns, Envelope, Exchange, Extensions, Global, Many, Message, Tunnel, Uncertain,
};
use crate::cli::compose::{self, People, Stamp, compose, list, one, warn_of_names};
use crate::cli::config::account::Choice;
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Composed, Job, Kept, Letter, Observer, Offer, Unfit};
use crate::mime::address_list::Mailbox;
use crate::mime::addresses;
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
/// With --csv one letter goes for each row of a table. All rows are checked before the first letter
/// goes, and the files that they name: where one is broken or missing nothing is sent.
///
/// With --journal what went is written down before its end is said, so that a job that was cut off,
/// even by a crash, goes on where it ended when the same command is run again.
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
  mailtool send -s relay.example.org --csv guests.csv --from alicia@example.org --to '{csv.name} <{csv.email}>' \\
      --subject 'Hola, {csv.name}' --body @letter.txt --connections 4 --rate 300/min --journal guests.journal
  mailtool send -s relay.example.org --csv invoices.csv --from alicia@example.org --to '{csv.email}' \\
      --subject 'Invoice {csv.id}' --body '@letter-{csv.language}.txt' --attach 'invoices/{csv.id}.pdf'
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
    let (mut letters, author) = Letters::read(args, config.author()?)?;
    warn_of_names(&args.message.content, terminal);
    let wishes = wishes::wishes(&args.extensions, &args.connection.password.auth)?;
    if let Letters::One(letter) = &letters {
        wishes::check(&wishes, letter)?;
        ready::tell_start(letter, terminal);
    }
    if args.message.dry_run {
        return dry::run(&letters, &Offer::everything(args.message.content.is_binary()), terminal);
    }
    let (stop, stopped) = watch::channel(false);
    let choice = config.choose(author.as_ref())?;
    let told = told(args, &config, &choice, terminal)?;
    let mut plan =
        way::plan(args, &told, wishes, (global, terminal), Some(stopped)).map_err(|failure| told.place(failure))?;
    let stopwatch = terminal.json.then(|| plan.timed());
    if let Letters::One(letter) = &letters {
        leave::check_place(letter, &plan)?;
    }
    let journal = kept::open(args, &mut letters)?;
    let mut report = Report::new(terminal, letters.total(), stopwatch);
    let failure = RefCell::new(None);
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let letters = letters.iter(&failure, || plan.is_over());
        match journal {
            None => hand_over(args, &plan, letters, &mut report).await,
            Some(journal) => {
                kept::recall(&journal, args.many.uncertain, &mut report, terminal);
                let journal = RefCell::new(journal);
                let again = args.many.uncertain == Uncertain::Send;
                let letters = letters.take_while(|_| journal.borrow().broken().is_none());
                let left = letters.filter_map(|letter| journal.borrow_mut().left(letter, again));
                hand_over(args, &plan, left, &mut Kept { journal: &journal, observer: &mut report }).await;
                let wrong = kept::close(args, &journal.borrow());
                wrong.map(|wrong| failure.borrow_mut().get_or_insert(wrong).exit);
            }
        }
        Ok(())
    })?;
    tell_idle(&plan, report.exit(), terminal);
    match (failure.into_inner(), report.exit()) {
        (Some(failure), None) => Err(failure),
        (Some(failure), Some(exit)) => {
            terminal.failure(&failure);
            Ok(exit.and(failure.exit))
        }
        (None, exit) => Ok(exit.unwrap_or(Exit::Ok)),
    }
}

async fn hand_over(args: &Send, plan: &Plan, letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
    match plan {
        Plan::Server(way) => deliver::deliver_over(way, args.many.connections, letters, observer).await,
        Plan::Direct(direct) => deliver::deliver_direct(direct, letters, observer).await,
    }
}

/// What was to be forced and had no occasion, where all went so far that it would have.
fn tell_idle(plan: &Plan, exit: Option<Exit>, terminal: &Terminal) {
    if !matches!(exit, Some(Exit::Ok | Exit::Partial)) {
        return;
    }
    for keyword in plan.way().wishes.force.idle() {
        terminal.note(Weight::Warning, format!("--force {keyword} changed nothing: nothing asks for it"));
    }
}

/// Standard input can be read once.
fn check_stdin(args: &Send) -> Result<(), Failure> {
    let Content { body, html, attach, inline, .. } = &args.message.content;
    let Message { eml, mbox, raw_octets, .. } = &args.message;
    let files = [eml, mbox, raw_octets, &args.envelope.rcpt_file, &args.many.csv].into_iter().flatten();
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
    let (tunnel, dns, helo) = (args.tunnel.clone(), args.dns.clone(), args.envelope.helo.clone());
    let told = Told { tunnel, dns, helo, ..Told::new(args.server.as_deref(), &args.connection) };
    if args.exchange.is_meant() { Config::anywhere(told) } else { config.fill(told, Service::Send, choice, terminal) }
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
        let mail_from = args.envelope.mail_from.as_deref().map(Addresses::reverse_path).transpose()?;
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

    /// What `--mail-from` says.
    fn reverse_path(text: &str) -> Result<ReversePath, Failure> {
        match text {
            "" | "<>" => Ok(ReversePath::Null),
            text => one("--mail-from", text).map(ReversePath::Address),
        }
    }

    /// Who receives: `--rcpt` and `--rcpt-file`, else whom `--to`, `--cc` and `--bcc` name; each once.
    fn recipients(&self) -> Vec<Address> {
        let named = [&self.people.to, &self.people.cc, &self.bcc].into_iter().flatten().map(|mailbox| &mailbox.address);
        if self.rcpt.is_empty() { distinct(named) } else { distinct(self.rcpt.iter()) }
    }
}

/// Each address once, in order.
pub fn distinct<'a>(addresses: impl Iterator<Item = &'a Address>) -> Vec<Address> {
    let mut seen = std::collections::HashSet::new();
    addresses.filter(|address| seen.insert(*address)).cloned().collect()
}

/// The letter of the command line.
fn composed(content: &Content, addresses: &Addresses) -> Result<Letter, Failure> {
    if addresses.recipients().is_empty() {
        return Err(nobody());
    }
    let stamp = Stamp { author: addresses.author.clone(), ..Stamp::new() };
    let (composed, author) = compose(content, addresses.people.clone(), stamp)?;
    finished(1, composed, author, addresses, content.is_binary())
}

/// A letter with its envelope, checked in every respect that needs no server.
fn finished(
    number: usize,
    composed: Composed,
    author: Mailbox,
    addresses: &Addresses,
    binary: bool,
) -> Result<Letter, Failure> {
    let recipients = addresses.recipients();
    if recipients.is_empty() {
        return Err(nobody());
    }
    let reverse_path = addresses.mail_from.clone().unwrap_or(ReversePath::Address(author.address));
    let message = deliver::Message::Composed(Box::new(composed));
    let letter = Letter { number, reverse_path, recipients, message };
    match letter.prepare(&Offer::everything(binary)) {
        Ok(_) => Ok(letter),
        Err(Unfit::Build(error)) => Err(compose::failure(error)),
        Err(other) => Err(Failure::new(Exit::Data, other)),
    }
}

fn nobody() -> Failure {
    Failure::new(Exit::Usage, "there is no recipient").hint("give --to, --cc, --bcc, --rcpt or --rcpt-file")
}

/// What there is to send.
enum Letters {
    One(Box<Letter>),
    Many(Ready),
    Merged(Box<Merge>),
}

impl Letters {
    /// What the flags name, and who writes it, as far as that is known. `author`: who does where nobody says.
    fn read(args: &Send, author: Option<Mailbox>) -> Result<(Letters, Option<Address>), Failure> {
        if args.many.csv.is_some() {
            let merge = Merge::read(args, author)?;
            let author = merge.author();
            return Ok((Letters::Merged(Box::new(merge)), author));
        }
        let addresses = &Addresses::parse(args, author)?;
        let Message { eml, mbox, raw_octets, .. } = &args.message;
        let letters = match (eml, mbox, raw_octets) {
            (Some(path), ..) => Letters::One(Box::new(ready::eml(path, addresses)?)),
            (_, Some(path), _) => Letters::Many(Ready::mbox(path, addresses)?),
            (.., Some(path)) => Letters::One(Box::new(ready::raw(path, addresses)?)),
            _ if leave::is_before_letters(args)? => Letters::One(Box::new(ready::nothing(addresses))),
            _ => Letters::One(Box::new(composed(&args.message.content, addresses)?)),
        };
        let author = letters.author(addresses);
        Ok((letters, author))
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
            Letters::Many(_) | Letters::Merged(_) => Vec::new(),
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
            Letters::Merged(merge) => Some(merge.len() as u64),
        }
    }

    /// All that they are made of, but for what the command line says itself.
    fn survey(&self, job: &mut Job) -> std::io::Result<()> {
        match self {
            Letters::Many(ready) => {
                ready.recipients().iter().for_each(|recipient| job.text(&recipient.to_string()));
                job.source(ready.source())
            }
            Letters::Merged(merge) => merge.survey(job),
            Letters::One(letter) => {
                letter.recipients.iter().for_each(|recipient| job.text(&recipient.to_string()));
                match &letter.message {
                    deliver::Message::Composed(composed) => {
                        composed.sources.iter().try_for_each(|part| job.source(part))
                    }
                    deliver::Message::Ready(ready) => job.source(&ready.source),
                    deliver::Message::Raw(raw) => job.source(&raw.source),
                }
            }
        }
    }

    /// What is made here gets this token in its Message-ID.
    fn stamp(&mut self, token: &str) {
        match self {
            Letters::Merged(merge) => merge.stamp(token),
            Letters::One(letter) => {
                if let deliver::Message::Composed(composed) = &mut letter.message {
                    let id = &mut composed.draft.message_id;
                    *id = format!("{token}@{}", id.rsplit('@').next().unwrap_or("localhost"));
                }
            }
            Letters::Many(_) => {}
        }
    }

    /// Each letter in turn; `failure` gets what stops it early, as `over` does to a merge.
    fn iter<'a>(
        &'a self,
        failure: &'a RefCell<Option<Failure>>,
        over: impl Fn() -> bool + 'a,
    ) -> Box<dyn Iterator<Item = Letter> + 'a> {
        match self {
            Letters::One(letter) => Box::new(std::iter::once((**letter).clone())),
            Letters::Many(ready) => Box::new(ready.letters(failure)),
            Letters::Merged(merge) => Box::new(merge.letters(failure, over)),
        }
    }
}
