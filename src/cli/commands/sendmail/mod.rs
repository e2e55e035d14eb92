//! `mailtool sendmail`: what cron, git and mail readers hand letters to, as sendmail(8).

mod letter;
mod recipients;

use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use self::letter::read;
use self::recipients::Locals;
use super::send::Send;
use super::send::way::{Plan, plan};
use super::{block_on, stop_at_signal};
use crate::base::Exit;
use crate::cli::args::{Connection, Dns, Global};
use crate::cli::compose::default_sender;
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::output::outcome;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Letter, Observer, Outcome, Wishes};
use crate::mime::address_list::Mailbox;
use crate::mime::ready::Ready;
use crate::proto::smtp::ReversePath;
use crate::proto::smtp::extensions::{Dsn, Notify, Return};

/// Hand over a letter from standard input as sendmail(8) does, for programs that call it
///
/// The letter goes to the server of the account (mailtool config --help), else to the mail exchangers
/// of each recipient, at once: there is no queue. Called by the name sendmail or mailq, as by a link,
/// mailtool is this command.
///
/// The letter ends with a dot alone on a line, unless -i is given. Bcc fields and a leading mbox From
/// line are left out; From, Date and Message-ID are added where they are missing. A name without a
/// domain gets that of the author, or stands for the address that local names in the account.
///
/// Nothing is said but errors, with -v the dialogue. Exit codes: 0 handed over for all recipients, 3 for
/// some, 64 usage, 65 bad message, 67 recipient unknown, 68 host unknown, 69 refused, 75 try again later, 77 login,
/// certificate or policy, 78 configuration.
///
/// Taken for sendmail's sake, without an effect here: -A, -B, -e, -G, -L, -m, -n, -U, -O and -o but for
/// -oi.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, args_override_self = true)]
pub struct Sendmail {
    /// Who receives it, one or several with commas between
    #[arg(value_name = "ADDR")]
    recipients: Vec<String>,
    /// To, Cc and Bcc name recipients, too; of a letter that is sent again Resent-To, Resent-Cc and Resent-Bcc instead
    #[arg(short = 't', long)]
    read_recipients: bool,
    /// A dot alone on a line does not end the letter
    #[arg(short = 'i', long)]
    ignore_dots: bool,
    /// The reverse path; '' or '<>' for none [default: the author of the account, else of the letter, else $EMAIL, else user@host]
    #[arg(short = 'f', long = "from", value_name = "ADDR", visible_short_alias = 'r')]
    from: Option<String>,
    /// The reverse path is the address of the field From
    #[arg(long, conflicts_with = "from")]
    read_envelope_from: bool,
    /// The name of the author, where a field From is added
    #[arg(short = 'F', long, value_name = "NAME")]
    full_name: Option<String>,
    /// When to be told what became of it (RFC 3461): never, or any of success,failure,delay
    #[arg(short = 'N', long, value_name = "WHEN")]
    dsn_notify: Option<String>,
    /// What of the letter a report of a failure holds: full or hdrs
    #[arg(short = 'R', long, value_name = "WHAT")]
    dsn_return: Option<String>,
    /// A mark that the reports bear
    #[arg(short = 'V', long, value_name = "TEXT")]
    dsn_envid: Option<String>,
    /// m: hand a letter over, as ever; p: print the queue, which is empty
    #[arg(short = 'b', value_name = "MODE", default_value = "m", hide_default_value = true)]
    mode: String,
    /// i: a dot alone on a line does not end the letter
    #[arg(short = 'o', value_name = "OPTION")]
    options: Vec<String>,
    #[command(flatten)]
    nothing: Nothing,
    /// The server, as send takes it [default: the account's, else the mail exchangers of each recipient's domain]
    #[arg(long, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    dns: Dns,
}

/// What programs say to sendmail, and means nothing here.
#[derive(Debug, Args)]
struct Nothing {
    #[arg(short = 'A', hide = true)]
    submission: Option<String>,
    #[arg(short = 'B', hide = true)]
    body: Option<String>,
    #[arg(short = 'e', hide = true)]
    errors: Option<String>,
    #[arg(short = 'G', hide = true)]
    gateway: bool,
    #[arg(short = 'L', hide = true)]
    label: Option<String>,
    #[arg(short = 'm', hide = true)]
    me_too: bool,
    #[arg(short = 'n', hide = true)]
    no_alias: bool,
    #[arg(short = 'O', hide = true)]
    long_options: Vec<String>,
    #[arg(short = 'U', hide = true)]
    initial: bool,
}

const EXAMPLES: &str = "Examples:
  mailtool sendmail -i -t < letter.eml
  git config sendemail.sendmailCmd 'mailtool sendmail -i'
  set sendmail = \"mailtool sendmail -oi\"                 (in ~/.muttrc)
  set mta=/usr/local/sbin/sendmail                       (in ~/.mailrc of s-nail)
  ln -s $(command -v mailtool) /usr/local/sbin/sendmail  (for cron)
  mailtool sendmail --account work -v pepe@example.net < letter.eml";

/// As a program that nobody watches: quiet, unless it is to be verbose.
pub fn hush(global: &mut Global) {
    match global.verbose {
        0 => global.quiet = global.quiet.max(1),
        _ => global.verbose -= 1,
    }
}

/// Hands the letter over.
pub fn run(args: &Sendmail, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match args.mode.as_str() {
        "m" => {}
        "p" => {
            terminal.result("The mail queue is empty: letters are handed over at once.");
            return Ok(Exit::Ok);
        }
        mode => {
            let failure = Failure::usage(&format!("-b{mode}"), "that is a thing of a mail server");
            return Err(failure.hint("-bm hands a letter over, -bp tells of the queue"));
        }
    }
    let wishes = Wishes { dsn: dsn(args)?, ..Wishes::default() };
    let dots = args.ignore_dots || args.options.iter().any(|option| option == "i");
    // Whoever calls writes the letter first, whatever is wrong with us.
    let source = read(dots)?;
    let config = Config::load(global, terminal)?;
    let header = letter::scan(&source)?;
    let choice = config.choose(letter::author(&header).as_ref())?;
    let locals = Locals::new(choice.account);
    let ours = choice.account.and_then(|account| account.from.clone());
    let recipients = recipients::all(&args.recipients, Some(&header).filter(|_| args.read_recipients), &locals)?;
    let reverse_path = reverse_path(args, &header, ours.as_ref(), &locals)?;
    let author = author(args, &reverse_path, ours)?;
    let (source, scan) = letter::complete(source, header, author.as_ref())?;
    let message = deliver::Message::Ready(Box::new(deliver::Ready { source, quoted: false, scan }));
    let letter = Letter { number: 1, reverse_path, recipients, message };
    let told = Told { dns: args.dns.clone(), ..Told::new(args.server.as_deref(), &args.connection) };
    let told = config.fill(told, Service::Send, &choice, terminal)?;
    let (stop, stopped) = watch::channel(false);
    let plan = plan(&Send::plain()?, &told, wishes, (global, terminal), Some(stopped));
    hand_over(letter, plan.map_err(|failure| told.place(failure))?, stop, terminal)
}

fn hand_over(letter: Letter, plan: Plan, stop: watch::Sender<bool>, terminal: &Terminal) -> Result<Exit, Failure> {
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let mut report = Report { terminal, exits: Vec::new() };
        match &plan {
            Plan::Server(way) => deliver::deliver(way, std::iter::once(letter), &mut report).await,
            Plan::Direct(direct) => deliver::deliver_direct(direct, std::iter::once(letter), &mut report).await,
        }
        Ok(Exit::of_all(report.exits))
    })
}

/// Where a bounce goes.
fn reverse_path(
    args: &Sendmail,
    header: &Ready,
    ours: Option<&Mailbox>,
    locals: &Locals,
) -> Result<ReversePath, Failure> {
    let ours = ours.map(|mailbox| mailbox.address.clone());
    let named = match args.from.as_deref() {
        Some("" | "<>") => return Ok(ReversePath::Null),
        Some(text) => Some(locals.sender(text)?),
        None if args.read_envelope_from => letter::author(header).or(ours),
        None => ours.or_else(|| letter::author(header)),
    };
    named.map_or_else(|| Ok(default_sender()?.address), Ok).map(ReversePath::Address)
}

/// Who is named in a field From that has to be added.
fn author(args: &Sendmail, path: &ReversePath, ours: Option<Mailbox>) -> Result<Option<Mailbox>, Failure> {
    let known = ours.filter(|ours| *path == ReversePath::Address(ours.address.clone()) || *path == ReversePath::Null);
    let mailbox = match (known, path) {
        (Some(ours), _) => ours,
        (None, ReversePath::Address(address)) => Mailbox { name: None, address: address.clone() },
        (None, ReversePath::Null) => return Ok(default_sender().ok()),
    };
    let name = args.full_name.clone().filter(|name| !name.is_empty()).or(mailbox.name);
    Ok(Some(Mailbox { name, ..mailbox }))
}

/// The reports that are asked for.
fn dsn(args: &Sendmail) -> Result<Option<Dsn>, Failure> {
    let mut dsn = Dsn::default();
    if let Some(when) = &args.dsn_notify {
        let notify = Notify::parse(when.split(',').map(str::trim));
        dsn.notify = Some(notify.map_err(|error| Failure::usage("-N", error))?);
    }
    if let Some(what) = &args.dsn_return {
        dsn.ret = Some(Return::parse(what).map_err(|error| Failure::usage("-R", error))?);
    }
    if let Some(mark) = &args.dsn_envid {
        dsn.set_envid(mark).map_err(|error| Failure::usage("-V", error))?;
    }
    Ok((dsn != Dsn::default()).then_some(dsn))
}

/// Tells what was refused, and remembers exits.
struct Report<'a> {
    terminal: &'a Terminal,
    exits: Vec<Exit>,
}

impl Observer for Report<'_> {
    fn outcome(&mut self, outcome: Outcome) {
        let exit = outcome.verdict.exit;
        self.exits.push(exit);
        if self.terminal.json {
            self.terminal.json(&outcome::Record::new(&outcome));
        }
        if exit != Exit::Ok {
            self.terminal.failure(&Failure::new(exit, outcome::line(&outcome, false)));
        }
    }

    fn progress(&mut self, _letter: usize, _done: u64, _total: u64) {}
}
