//! `mailtool talk`: type the protocol, or let a script say it.

mod completion;
mod history;
mod keyboard;
mod script;

use std::io::IsTerminal;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use tokio::sync::watch;

use self::keyboard::Keyboard;
use self::script::Script;
use super::{block_on, stop_at_signal};
use crate::base::Exit;
use crate::cli::args::{Connection, Dns, Global, Password, Route, TlsMode, Transport, Tunnel};
use crate::cli::config::{Config, Told};
use crate::cli::error::Failure;
use crate::cli::output::replies::Replies;
use crate::cli::terminal::Terminal;
use crate::cli::{chance, password, way};
use crate::client::talk::{End, Imap, Login, Pop3, Security, Smtp, Tags, Tongue, Way, talk};
use crate::client::{Error, Refused};
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;
use crate::net::{Deadline, Dial, Endpoint};
use crate::proto::sasl::{Credentials, Held, Means};

/// Type the protocol yourself, line by line, and read what the server says
///
/// SMTP, POP3 or IMAP, as the URL or the port says. As `nc server 25`, better: lines end with CRLF,
/// the dialogue is told as by every other command, STARTTLS and STLS are followed by the handshake,
/// AUTH and AUTHENTICATE without a response are carried out with the user and password given (or
/// asked for), dots in DATA are doubled. On a terminal lines can be edited, recalled and completed
/// (Tab: commands, and what the server offers), and passwords are hidden as they are typed; ^D takes
/// leave (QUIT, LOGOUT), ^C ends it.
///
/// IMAP: a line that begins with a command gets a tag; one that has a tag goes as it is. What comes
/// while IDLE waits is shown; DONE, or an empty line, ends it. A literal can be named: {@FILE} stands
/// for the lines of a file with their count before them, {} for the lines typed next, up to a lone
/// dot. One announced with its count, {310}, is typed, and counted down.
///
/// With - the lines come from standard input, each said once the one before is answered. Blank
/// lines and those that begin with # are passed over, but for those of a message. The server's
/// replies go to standard output too; with --json one object each: {"code","lines","meaning","tls"}.
/// Content behind a DATA or a literal that was refused is left out. Without QUIT or LOGOUT at the
/// end, that is said.
///
/// Exit codes of a script: 0 if nothing was refused, else what the first refusal says: 75 try again
/// later, 67 recipient or mailbox unknown, 1 no such message, 77 login, certificate or policy, 69
/// refused otherwise; 76 the server broke the protocol, or does not understand a command of IMAP
/// (BAD); 65 the script ended in the middle of a message.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Talk {
    /// host, host:port (110, 995: POP3; 143, 993: IMAP), smtp://, smtps://, submission://, pop3://, pop3s://, imap://, imaps://, with user@ if wanted, or unix:/path (unix:@NAME: an abstract socket) [default port: 587 with a user, else 25]
    #[arg(value_name = "URL", required_unless_present = "tunnel")]
    server: Option<String>,
    /// Take the lines from standard input
    #[arg(value_name = "-", value_parser = ["-"], hide_possible_values = true)]
    script: Option<String>,
    /// What is spoken: smtp, pop3 or imap [default: as the scheme or the port says, else smtp]
    #[arg(long, value_name = "NAME", hide_possible_values = true)]
    protocol: Option<Spoken>,
    /// Keep no history of the lines typed
    #[arg(long)]
    no_history: bool,
    /// IMAP: which lines get a tag; auto: those that begin with a command; never: none
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    tags: Tagging,
    /// auto: TLS from the first octet on 465, 993 and 995, and with smtps://, imaps://, pop3s://; otherwise when STARTTLS (STLS) is typed; never: not from the first octet; may: as auto, and passwords may go to a server that is not verified; starttls: STARTTLS must work and verify; implicit: from the first octet, verified [default: auto]
    #[arg(long, value_name = "MODE", hide_possible_values = true, help_heading = "Connection")]
    tls: Option<TlsMode>,
    #[command(flatten)]
    transport: Transport,
    #[command(flatten)]
    route: Route,
    #[command(flatten)]
    tunnel: Tunnel,
    #[command(flatten)]
    dns: Dns,
    #[command(flatten)]
    password: Password,
}

/// What is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Spoken {
    Smtp,
    #[value(alias = "pop")]
    Pop3,
    Imap,
}

/// Which lines get a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Tagging {
    /// Those that begin with a command
    Auto,
    /// None
    Never,
}

const EXAMPLES: &str = "Examples:
  mailtool talk mail.example.org
  mailtool talk alicia@mail.example.org:587       (type EHLO, STARTTLS, EHLO, AUTH)
  mailtool talk smtps://mail.example.org -u alicia --password-file ~/.secret
  mailtool talk 127.0.0.1:1025 - < letter.txt
  mailtool talk --tunnel 'exim -bs'
  printf 'EHLO me.example.org\\nSTARTTLS\\n' | mailtool talk -q mail.example.org --ca system -
  printf 'HELO x\\nMAIL FROM:<>\\nRCPT TO:<pepe@example.org>\\n' | mailtool talk -q mx.example.org - || echo no Pepe

POP3:
  mailtool talk pop3s://pop.example.org           (type USER pepe, PASS …, STAT, LIST, RETR 1, QUIT)
  mailtool talk pop3://pepe@pop.example.org       (type CAPA, STLS, CAPA, AUTH)
  printf 'CAPA\\nAUTH\\nUIDL\\n' | mailtool talk -q pop.example.org:995 -u pepe --password-file ~/.secret -

IMAP:
  mailtool talk imaps://imap.example.org          (type LOGIN pepe …, SELECT INBOX, FETCH 1 FLAGS, IDLE)
  mailtool talk imap://pepe@imap.example.org      (type CAPABILITY, STARTTLS, CAPABILITY, AUTHENTICATE)
  mailtool talk imaps://pepe@imap.example.org     (type AUTHENTICATE, APPEND INBOX (\\Seen) {@letter.eml})
  printf 'AUTHENTICATE\\nSELECT INBOX\\nSEARCH UNSEEN\\n' | mailtool talk -q imap.example.org:993 -u pepe --password-file ~/.secret -";

/// Lets a person or a script speak with the server.
pub fn run(args: &Talk, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let (server, script) = args.server();
    if !script && !std::io::stdin().is_terminal() {
        let failure = Failure::new(Exit::Usage, "standard input is no terminal to type at");
        return Err(failure.hint("a script is read from standard input where - says so: mailtool talk URL - < FILE"));
    }
    let named = way::named("URL", server, &args.tunnel)?;
    let endpoint = named.map_or_else(|| way::nameless(&args.tunnel, &args.connection()), Ok)?;
    let tags = match args.tags {
        Tagging::Auto => Tags::Auto,
        Tagging::Never => Tags::Never,
    };
    let server = (protocol(args.protocol, &endpoint), endpoint);
    match server.0 {
        Protocol::Smtp => speak(Smtp::new(script), args, server, (global, terminal)),
        Protocol::Pop3 => speak(Pop3::new(script), args, server, (global, terminal)),
        Protocol::Imap => speak(Imap::new(script, tags), args, server, (global, terminal)),
    }
}

impl Talk {
    /// The server, where one is named, and whether a script speaks with it: behind --tunnel a lone - is the script.
    fn server(&self) -> (Option<&str>, bool) {
        match self.server.as_deref() {
            Some("-") if self.tunnel.tunnel.is_some() => (None, true),
            server => (server, self.script.is_some()),
        }
    }

    fn connection(&self) -> Connection {
        Connection {
            tls: self.tls,
            transport: self.transport.clone(),
            route: self.route.clone(),
            password: self.password.clone(),
        }
    }
}

/// What is spoken, as was said, or as the scheme says, or the port.
fn protocol(said: Option<Spoken>, endpoint: &Endpoint) -> Protocol {
    match said {
        Some(Spoken::Smtp) => Protocol::Smtp,
        Some(Spoken::Pop3) => Protocol::Pop3,
        Some(Spoken::Imap) => Protocol::Imap,
        None => way::protocol(endpoint),
    }
}

fn speak<T: Tongue>(
    tongue: T,
    args: &Talk,
    (protocol, endpoint): (Protocol, Endpoint),
    (global, terminal): (&Global, &Terminal),
) -> Result<Exit, Failure> {
    let told = told(args, protocol, (global, terminal))?;
    let account =
        Account::new(args, &told, &endpoint, (global.deadline, terminal)).map_err(|failure| told.place(failure))?;
    let (stop, stopped) = watch::channel(false);
    let port = endpoint.port_of(protocol, account.user.is_some()).map_err(|error| Failure::usage("URL", error))?;
    let way = plan(args, &told, (endpoint, port), account.means(), (Some(stopped), global, terminal));
    let mut way = way.map_err(|failure| told.place(failure))?;
    let stop = Arc::new(stop);
    block_on(async {
        stop_at_signal(stop.clone());
        if !way.script {
            let mut keyboard = Keyboard::start(protocol, account, !args.no_history, stop, terminal)?;
            let ended = talk(&way, &mut keyboard, tongue).await;
            drop(keyboard);
            // A person has seen every refusal.
            let exit_of_person = |end: End<_>| if end.cut { Exit::Data } else { Exit::Ok };
            return Ok(ended.map_or_else(|error| exit_of(&error, terminal), exit_of_person));
        }
        way.dial.sink = Some(Arc::new(Replies::new(way.dial.sink.take(), terminal.clone(), global.show_secrets)));
        let mut script = Script::start(protocol, account.credentials());
        match (talk(&way, &mut script, tongue).await, script.failure()) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => Ok(exit_of(&error, terminal)),
            (Ok(End { cut: true, .. }), None) => Err(script.cut()),
            (Ok(End { refusal, .. }), None) => Ok(refusal.map_or(Exit::Ok, |refusal| refusal.exit())),
        }
    })
}

/// What ended the conversation is in the transcript, if there is one.
fn exit_of<R: Refused>(error: &Error<R>, terminal: &Terminal) -> Exit {
    if terminal.is_quiet() {
        terminal.failure(&Failure::new(error.exit(), error));
    }
    error.exit()
}

/// What the flags say, and what holds for that server where they say nothing.
fn told(args: &Talk, protocol: Protocol, (global, terminal): (&Global, &Terminal)) -> Result<Told, Failure> {
    let config = Config::load(global, terminal)?;
    let (tunnel, dns) = (args.tunnel.clone(), args.dns.clone());
    let told = Told { tunnel, dns, ..Told::new(args.server().0, &args.connection()) };
    config.fill(told, protocol.into(), &config.choose(None)?, terminal)
}

/// What is told means.
fn plan(
    args: &Talk,
    Told { connection: Connection { tls: wanted, transport, route, password }, dns, tunnel, .. }: &Told,
    (endpoint, port): (Endpoint, u16),
    means: Means,
    (stop, global, terminal): (Stop, &Global, &Terminal),
) -> Result<Way, Failure> {
    let implicit_port = endpoint.is_implicit(port);
    way::check_pins(transport, *wanted)?;
    let mechanisms = way::mechanisms(password)?;
    let tls = way::tls(transport)?.at(port);
    let starttls = *wanted == Some(TlsMode::Starttls) || tls.is_pinned();
    let dial = way::dial(transport, dns, stop, global, terminal)?;
    way::check_route(route, &endpoint.host)?;
    let dial = way::by_route(route, dial)?;
    Ok(Way {
        host: endpoint.host,
        port,
        dial: Dial { tunnel: tunnel.tunnel.clone(), ..dial },
        limits: way::limits(global),
        strict: global.strict,
        script: args.server().1,
        security: Security {
            implicit: match wanted {
                Some(TlsMode::Implicit) => true,
                Some(TlsMode::Auto | TlsMode::May) | None => implicit_port,
                Some(TlsMode::Never | TlsMode::Starttls) => false,
            },
            starttls,
            verified: starttls || transport.ca.is_some(),
            tls,
        },
        login: Login {
            mechanisms: (!mechanisms.is_empty()).then_some(mechanisms),
            means,
            clear: password.insecure_auth,
            unverified: transport.insecure || *wanted == Some(TlsMode::May),
            nonce: chance::token,
        },
    })
}

/// Who may be logged in as, as far as the command line says.
pub struct Account {
    user: Option<String>,
    held: Held,
    /// `--auth` names mechanisms that ask for nothing.
    bare: bool,
}

impl Account {
    fn new(
        args: &Talk,
        told: &Told,
        endpoint: &Endpoint,
        at: (Option<Deadline>, &Terminal),
    ) -> Result<Account, Failure> {
        let password = &told.connection.password;
        let user = way::user(&told.connection, endpoint)?;
        if let Some(user) = &user {
            way::check_plain("--user", user)?;
        }
        let held = password::given(password, at)?;
        if args.server().1 && held != Held::Nothing && user.is_none() {
            return Err(Failure::usage("--user", "there is a password or a token, but no user to log in as"));
        }
        let bare = password::is_bare(&way::mechanisms(password)?);
        Ok(Account { user, held, bare })
    }

    /// Both, if both are known.
    fn credentials(&self) -> Option<Credentials> {
        let known = self.bare || self.held != Held::Nothing;
        let authcid = self.user.clone().filter(|_| known)?;
        Some(Credentials { authcid, authzid: None, held: self.held.clone() })
    }

    /// What there is to show, or will be asked for.
    fn means(&self) -> Means {
        match self.held.means() {
            Means::Nothing if !self.bare => Means::Password,
            means => means,
        }
    }
}
