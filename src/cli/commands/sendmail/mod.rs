//! `mailtool sendmail`: what cron, git and mail readers hand letters to, as sendmail(8).

mod answer;
mod letter;
mod mode;
mod names;
mod office;
pub mod queue;
mod recipients;
mod smtp;

use std::sync::Arc;

use clap::{ArgAction, Args};
use tokio::sync::watch;

use self::letter::read;
use self::mode::Mode;
use self::office::{Office, addressed, hand_over};
use self::recipients::Locals;
use super::{block_on, stop_at_signal};
use crate::base::Exit;
use crate::cli::args::{Connection, Dns, Global};
use crate::cli::compose::default_sender;
use crate::cli::error::Failure;
use crate::cli::output::outcome;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{Observer, Outcome, Wishes};
use crate::mime::address_list::Mailbox;
use crate::mime::ready::Ready;
use crate::proto::smtp::ReversePath;
use crate::proto::smtp::extensions::{Dsn, Notify, Return};

/// Hand over a letter from standard input as sendmail(8) does, for programs that call it
///
/// The letter goes to the server of the account (mailtool config --help), else to the mail exchangers
/// of each recipient, at once: there is no queue. Called by the name sendmail, mailq or newaliases, as by
/// a link, mailtool is this command.
///
/// The letter ends with a dot alone on a line, unless -i is given. Bcc, Return-Path and Content-Length fields
/// are left out, and before the header a byte order mark and an mbox From line; From, Date and Message-ID are
/// added where they are missing.
/// A name without a domain gets that of the account's from, else that of this host, also in From, Sender,
/// Reply-To, To and Cc of the header and in their Resent- kin; the rest of the letter stays as it is. To a recipient
/// without a domain the letter goes at the address that local names in the account instead, if it names one.
/// What some sendmails take for a file, a command or a list (/path, |command, :include:) is no name, and refused.
///
/// Daemons and cron have no accounts of their own: /etc/xdg/mailtool/config.toml has those of the machine
/// (mailtool config --help).
///
/// With -bs SMTP is spoken on standard input and output, one letter after the other. Each is handed over
/// while the client waits behind its end, and the answer says what became of it: 250 in the words of the
/// server that took it, 451 where trying again may help, 5yz where it does not. If some recipients have it
/// and some do not the answer is 554, and names them with the reasons: a client that tried again for all
/// would double it. With PRDR there is an answer for each. The exit code is 0 behind QUIT or the end of the
/// input, 65 if that ends within a letter, of which nothing is sent then.
///
/// Nothing is said but errors, with -v the dialogue. Exit codes: 0 handed over for all recipients, 3 for
/// some, 64 usage, 65 bad message, 67 recipient unknown, 68 host unknown, 69 refused, 75 try again later, 77 login,
/// certificate or policy, 78 configuration.
///
/// Taken for sendmail's sake, without an effect here: -A, -B, -d, -e, -G, -h, -L, -m, -n, -p, -U, -O and
/// -o but for -oi. Behind the name of the command -q, -q30m, -qGname and their like run the queue, which is
/// empty: where neither a recipient nor -t is named nothing is read, said or done. (-qq is nothing but errors, as
/// everywhere; mailtool -q sendmail is quiet.) Refused, with what to use instead: -C, -M, -X, and what is a
/// server's, -bd, -bt, -bv.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, args_override_self = true, disable_help_flag = true)]
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
    /// m: hand a letter over, as ever; s: speak SMTP; p: print the queue, which is empty; i: build the aliases, of which there are none
    #[arg(short = 'b', value_name = "MODE", default_value = "m", hide_default_value = true)]
    mode: String,
    /// i: a dot alone on a line does not end the letter
    #[arg(short = 'o', value_name = "OPTION")]
    options: Vec<String>,
    /// What -q becomes
    #[arg(long, hide = true)]
    run_queue: bool,
    /// As -bi
    #[arg(short = 'I', hide = true)]
    aliases: bool,
    #[command(flatten)]
    nothing: Nothing,
    #[command(flatten)]
    refused: Refused,
    /// Print help
    #[arg(long, action = ArgAction::Help)]
    help: Option<bool>,
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
    #[arg(short = 'd', hide = true, num_args = 0..=1, value_parser = debugging)]
    debug: Option<String>,
    #[arg(short = 'e', hide = true)]
    errors: Option<String>,
    #[arg(short = 'G', hide = true)]
    gateway: bool,
    #[arg(short = 'h', hide = true)]
    hops: Option<u32>,
    #[arg(short = 'L', hide = true)]
    label: Option<String>,
    #[arg(short = 'm', hide = true)]
    me_too: bool,
    #[arg(short = 'n', hide = true)]
    no_alias: bool,
    #[arg(short = 'O', hide = true)]
    long_options: Vec<String>,
    #[arg(short = 'p', hide = true)]
    protocol: Option<String>,
    #[arg(short = 'U', hide = true)]
    initial: bool,
}

/// What programs say to sendmail, and would be heeded by it.
#[derive(Debug, Args)]
struct Refused {
    #[arg(short = 'C', hide = true)]
    configuration: Option<String>,
    #[arg(short = 'M', hide = true)]
    macros: Option<String>,
    #[arg(short = 'X', hide = true)]
    log: Option<String>,
}

/// Categories and levels, so that no address is taken for them.
fn debugging(text: &str) -> Result<String, String> {
    match text.chars().all(|c| c.is_ascii_digit() || ".-,".contains(c)) {
        true => Ok(text.to_owned()),
        false => Err("-d0.1 and its like are taken, as one word".to_owned()),
    }
}

const EXAMPLES: &str = "Examples:
  mailtool sendmail -i -t < letter.eml
  git config sendemail.sendmailCmd 'mailtool sendmail -i'
  set sendmail = \"mailtool sendmail -oi\"                 (in ~/.muttrc)
  set mta=/usr/local/sbin/sendmail                       (in ~/.mailrc of s-nail)
  mailtool send --tunnel 'mailtool sendmail -bs' --from a@example.org --to b@example.net
  mts: sendmail/smtp                                     (in mts.conf of nmh, with sendmail: and the path)
  ln -s $(command -v mailtool) /usr/local/sbin/sendmail  (for cron)
  mailtool sendmail --account work -v pepe@example.net < letter.eml";

/// As a program that nobody watches: quiet, unless it is to be verbose.
pub fn hush(global: &mut Global) {
    match global.verbose {
        0 => global.quiet = global.quiet.max(1),
        _ => global.verbose -= 1,
    }
}

/// Does what it is called for.
pub fn run(args: &Sendmail, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match Mode::of(args, global)? {
        Mode::Letter => run_letter(args, global, terminal),
        Mode::Smtp => smtp::run(args, global, terminal),
        Mode::Queue => {
            terminal.result("The mail queue is empty: letters are handed over at once.");
            Ok(Exit::Ok)
        }
        Mode::Run | Mode::Aliases => Ok(Exit::Ok),
    }
}

/// Hands the letter on standard input over.
fn run_letter(args: &Sendmail, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let wishes = Wishes { dsn: dsn(args)?, ..Wishes::default() };
    let dots = args.ignore_dots || args.options.iter().any(|option| option == "i");
    // Whoever calls writes the letter first, whatever is wrong with us.
    let source = read(dots)?;
    let (stop, stopped) = watch::channel(false);
    let mut office = Office::open(args, (global, terminal), Some(stopped))?;
    let config = office.config();
    let header = letter::scan(&source)?;
    let choice = config.choose(letter::author(&header).as_ref())?;
    let locals = Locals::new(choice.account);
    let ours = choice.account.and_then(|account| account.from.clone());
    let recipients = recipients::all(&args.recipients, Some(&header).filter(|_| args.read_recipients), &locals)?;
    let reverse_path = reverse_path(args, &header, ours.as_ref(), &locals)?;
    let letter = addressed(args, (source, header), (reverse_path, recipients), &choice)?;
    let plan = office.plan(&choice)?;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let mut report = Report { terminal, exits: Vec::new() };
        hand_over(plan, letter, wishes, &mut report).await;
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
