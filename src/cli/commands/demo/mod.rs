//! `mailtool demo`: a letter's way, live, with nothing to configure.

mod imap;
mod letter;
mod mailbox;
mod maildrop;
mod mx;
mod pepe;
mod pop;
mod send;
mod zone;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::{block_on, duration};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::net::certificates::Trust;
use crate::net::dial::{Dial, Family};
use crate::net::resolver::{Over, Server, Settings};
use crate::net::{Resolver, Tls};
use crate::server::dns::NameServer;

/// See it work: Alicia's letter to Pepe, from a real client to a real server, both inside this program
///
/// It begins with the question for the mail exchangers of gmail.com, to a name server that is inside
/// this program too; demo mx shows that question alone, for google.com, demo pop how Pepe fetches
/// the letter from his maildrop, and demo imap how he reads it where it is.
///
/// In the words of the lecture's slides: HELO, clear text, DATA. --modern shows what is spoken
/// today: EHLO, STARTTLS, AUTH, PIPELINING and CHUNKING; for POP3 CAPA, STLS and AUTH; for IMAP
/// STARTTLS, AUTHENTICATE, IDLE, a part alone, and MOVE.
///
/// --explain=es tells under each line what it means, in Spanish.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool demo
  mailtool demo --modern --explain
  mailtool demo mx --explain=es
  mailtool demo pop --explain=es
  mailtool demo imap --modern")]
pub struct Demo {
    /// What to show
    #[arg(default_value = "send")]
    what: What,
    /// As it is spoken today
    #[arg(long)]
    modern: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// A letter from one server to another, beginning with the question where that is
    Send,
    /// The question for the mail exchangers of a domain, and what the answer says
    Mx,
    /// The letter's last step: from the maildrop to its reader, over POP3
    Pop,
    /// The same with a mailbox that stays on the server: read it there, and put it away, over IMAP
    Imap,
}

/// Plays the scene.
pub fn run(args: &Demo, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match args.what {
        What::Send => block_on(send::play(args.modern, global, terminal)),
        What::Mx => block_on(mx::play(args.modern, global, terminal)),
        What::Pop => block_on(pop::play(args.modern, global, terminal)),
        What::Imap => block_on(imap::play(args.modern, global, terminal)),
    }
}

/// The port is the system's choice.
const LOOPBACK: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
/// How long a peer in this program may take for one step.
const STEP: Duration = Duration::from_secs(10);

/// How long one step may take.
fn step(global: &Global) -> Duration {
    global.timeout.map_or(STEP, duration)
}

/// How connections are made. The slides know IPv4 alone.
fn dial(modern: bool, global: &Global, terminal: &Terminal) -> Result<Dial, Failure> {
    Ok(Dial {
        family: if modern { Family::Any } else { Family::V4 },
        timeout: step(global),
        deadline: global.deadline,
        stop: None,
        sink: terminal.sink()?,
        resolver: None,
        known: Vec::new(),
        bind: None,
        proxies: Vec::new(),
        proxied: None,
        tunnel: None,
        secret: None,
    })
}

/// Starts the name server of the lecture's zones; where it listens.
async fn name_server() -> Result<SocketAddr, Failure> {
    let server = NameServer::bind(LOOPBACK, zone::zones()?).await.map_err(|error| cannot_listen(&error))?;
    let address = server.address();
    tokio::spawn(server.run());
    Ok(address)
}

/// Who asks that server, and nobody else.
fn resolver(server: SocketAddr, dial: &Dial) -> Resolver {
    Resolver::new(Settings {
        servers: Ok(vec![Server { address: server, name: None }]),
        over: Over::Udp,
        timeout: dial.timeout,
        tls: Tls::new(Trust::mozilla(), None, false),
        deadline: dial.deadline,
        stop: dial.stop.clone(),
        sink: dial.sink.clone(),
        strict: true,
    })
}

fn cannot_listen(error: &std::io::Error) -> Failure {
    Failure::new(Exit::Io, format!("cannot listen on loopback: {error}"))
}
