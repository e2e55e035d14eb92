//! `mailtool talk`: type the protocol, or let a script say it.

mod completion;
mod history;
mod keyboard;
mod script;

use std::io::IsTerminal;
use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use self::keyboard::Keyboard;
use self::script::Script;
use super::{block_on, stop_at_signal};
use crate::base::{Exit, Secret};
use crate::cli::args::{Dns, Global, Password, TlsMode, Transport};
use crate::cli::error::Failure;
use crate::cli::output::replies::Replies;
use crate::cli::terminal::Terminal;
use crate::cli::{chance, password, way};
use crate::client::Error;
use crate::client::deliver::Verdict;
use crate::client::talk::{End, Login, Security, Way, talk};
use crate::net::Endpoint;
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;

/// Type the protocol yourself, line by line, and read what the server says
///
/// As `nc server 25`, better: lines end with CRLF, the dialogue is told as by every other command,
/// STARTTLS is followed by the handshake, AUTH without a response is carried out with the user and
/// password given (or asked for), dots in DATA are doubled. On a terminal lines can be edited,
/// recalled and completed (Tab: commands, and what the server offers); ^D says QUIT, ^C ends it.
///
/// With - the lines come from standard input, each said once the one before is answered. Blank
/// lines and those that begin with # are passed over, but for those of a message. The server's
/// replies go to standard output too. Content behind a DATA that was refused is left out, up to its
/// lone dot. Without QUIT at the end, QUIT is said.
///
/// Exit codes of a script: 0 if nothing was refused, else what the first refusal says: 75 try again
/// later, 67 recipient unknown, 77 login, certificate or policy, 69 refused otherwise; 76 the
/// server broke the protocol, 65 the script ended in the middle of a message.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Talk {
    /// host, host:port, smtp://, smtps://, submission://, with user@ if wanted, or unix:/path [default port: 587 with a user, else 25]
    #[arg(value_name = "URL")]
    server: String,
    /// Take the lines from standard input
    #[arg(value_name = "-", value_parser = ["-"], hide_possible_values = true)]
    script: Option<String>,
    /// Keep no history of the lines typed
    #[arg(long)]
    no_history: bool,
    /// auto: TLS from the first octet on 465, otherwise when STARTTLS is typed; never: not from the first octet; may: as auto, and passwords may go to a server that is not verified; starttls: STARTTLS must work and verify; implicit: from the first octet, verified
    #[arg(long, value_name = "MODE", default_value = "auto", hide_possible_values = true, help_heading = "Connection")]
    tls: TlsMode,
    #[command(flatten)]
    transport: Transport,
    #[command(flatten)]
    dns: Dns,
    #[command(flatten)]
    password: Password,
}

const EXAMPLES: &str = "Examples:
  mailtool talk mail.example.org
  mailtool talk alicia@mail.example.org:587       (type EHLO, STARTTLS, EHLO, AUTH)
  mailtool talk smtps://mail.example.org -u alicia --password-file ~/.secret
  mailtool talk 127.0.0.1:1025 - < letter.txt
  printf 'EHLO me.example.org\\nSTARTTLS\\n' | mailtool talk -q mail.example.org --ca system -
  printf 'HELO x\\nMAIL FROM:<>\\nRCPT TO:<pepe@example.org>\\n' | mailtool talk -q mx.example.org - || echo no Pepe";

/// Lets a person or a script speak with the server.
pub fn run(args: &Talk, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let script = args.script.is_some();
    if !script && !std::io::stdin().is_terminal() {
        let failure = Failure::new(Exit::Usage, "standard input is no terminal to type at");
        return Err(failure.hint("a script is read from standard input where - says so: mailtool talk URL - < FILE"));
    }
    let endpoint = Endpoint::parse(&args.server).map_err(|error| Failure::usage("URL", error))?;
    let account = Account::new(args, &endpoint, terminal)?;
    let (stop, stopped) = watch::channel(false);
    let mut way = plan(args, endpoint, &account, Some(stopped), global, terminal)?;
    let stop = Arc::new(stop);
    block_on(async {
        stop_at_signal(stop.clone());
        if !script {
            let mut keyboard = Keyboard::start(account, !args.no_history, stop, terminal)?;
            let ended = talk(&way, &mut keyboard).await;
            drop(keyboard);
            return ended.map_or_else(|error| Ok(exit_of(&error, terminal)), |end| Ok(exit_of_person(&end)));
        }
        way.dial.sink = Some(Arc::new(Replies::new(way.dial.sink.take(), terminal.clone(), global.show_secrets)));
        let mut script = Script::start(account.credentials());
        match (talk(&way, &mut script).await, script.failure()) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => Ok(exit_of(&error, terminal)),
            (Ok(End { cut: true, .. }), None) => Err(script.cut()),
            (Ok(End { refusal, .. }), None) => {
                Ok(refusal.map_or(Exit::Ok, |refusal| Verdict::of_reply(refusal.to, refusal.reply).exit))
            }
        }
    })
}

/// What ended the conversation is in the transcript, if there is one.
fn exit_of(error: &Error, terminal: &Terminal) -> Exit {
    let verdict = Verdict::of_error(error);
    if terminal.is_quiet() {
        terminal.failure(&Failure::new(verdict.exit, &verdict.text));
    }
    verdict.exit
}

/// A person has seen every refusal.
fn exit_of_person(end: &End) -> Exit {
    if end.cut { Exit::Data } else { Exit::Ok }
}

/// What the flags mean.
fn plan(
    args: &Talk,
    endpoint: Endpoint,
    account: &Account,
    stop: Stop,
    global: &Global,
    terminal: &Terminal,
) -> Result<Way, Failure> {
    let port = endpoint.port_of(Protocol::Smtp, account.user.is_some());
    let port = port.map_err(|error| Failure::usage("URL", error))?;
    let implicit_port = endpoint.is_implicit(port);
    let starttls = args.tls == TlsMode::Starttls;
    let mechanisms = way::mechanisms(&args.password)?;
    let tls = way::tls(&args.transport)?;
    Ok(Way {
        host: endpoint.host,
        port,
        dial: way::dial(&args.transport, &args.dns, stop, global, terminal)?,
        limits: way::limits(global),
        strict: global.strict,
        script: args.script.is_some(),
        security: Security {
            implicit: match args.tls {
                TlsMode::Implicit => true,
                TlsMode::Auto | TlsMode::May => implicit_port,
                TlsMode::Never | TlsMode::Starttls => false,
            },
            starttls,
            verified: starttls || args.transport.ca.is_some(),
            tls,
        },
        login: Login {
            mechanisms: (!mechanisms.is_empty()).then_some(mechanisms),
            clear: args.password.insecure_auth,
            unverified: args.transport.insecure || args.tls == TlsMode::May,
            nonce: chance::token,
        },
    })
}

/// Who may be logged in as, as far as the command line says.
pub struct Account {
    user: Option<String>,
    password: Option<Secret>,
}

impl Account {
    fn new(args: &Talk, endpoint: &Endpoint, terminal: &Terminal) -> Result<Account, Failure> {
        let user = args.password.user.clone().or_else(|| endpoint.user.clone());
        if let Some(user) = &user {
            way::check_plain("--user", user)?;
        }
        let password = password::given(&args.password, terminal)?;
        if args.script.is_some() && password.is_some() && user.is_none() {
            return Err(Failure::usage("--user", "there is a password, but no user to log in as"));
        }
        Ok(Account { user, password })
    }

    /// Both, if both are known.
    fn credentials(&self) -> Option<crate::proto::sasl::Credentials> {
        let (authcid, password) = (self.user.clone()?, self.password.clone()?);
        Some(crate::proto::sasl::Credentials { authcid, authzid: None, password })
    }
}
