//! One file a command: its help, its arguments, and what it does.

mod advice;
mod bench;
mod certs;
mod config;
mod demo;
mod generate;
mod imap;
mod mime;
mod mx;
mod place;
mod pop;
mod send;
pub mod sendmail;
mod serve;
mod talk;

use std::sync::Arc;

use clap::Subcommand;
use tokio::sync::watch;

use super::args::{Global, Later};
use super::error::Failure;
use super::terminal::Terminal;
use crate::base::Exit;
use crate::cli::Cli;
use crate::net::Deadline;

/// The commands. What is said of each in their list it says of itself, too.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = "Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them")]
    Mx(Later<mx::Mx>),
    #[command(about = "Build messages, take them apart, and encode and decode what they are made of")]
    Mime(Later<mime::Mime>),
    #[command(
        about = "Build a message, or read one, and hand it over: to a server, or to the mail exchangers of each recipient"
    )]
    Send(Later<send::Send>),
    #[command(about = "Hand over a letter from standard input as sendmail(8) does, for programs that call it")]
    Sendmail(Later<sendmail::Sendmail>),
    #[command(about = "Look into a maildrop over POP3, fetch messages and delete them")]
    Pop(Later<pop::Pop>),
    #[command(about = "Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete")]
    Imap(Later<imap::Imap>),
    #[command(about = "Type the protocol yourself, line by line, and read what the server says")]
    Talk(Later<talk::Talk>),
    #[command(about = "Show the certificates of a server, what is wrong with them, and what TLS with it is like")]
    Certs(Later<certs::Certs>),
    #[command(about = "Catch mail: an SMTP server that takes any address and lets nothing leave this machine")]
    Serve(Later<serve::Serve>),
    #[command(about = "Load a server and measure it: rate, and percentiles of how long each step takes")]
    Bench(Later<bench::Bench>),
    #[command(about = "Show what holds where no flag says otherwise, and where that stands")]
    Config(Later<config::Config>),
    #[command(
        about = "See it work: Alicia's letter to Pepe, from a real client to a real server, both inside this program"
    )]
    Demo(Later<demo::Demo>),
    #[command(hide = true)]
    Generate(generate::Generate),
}

impl Command {
    /// Changes what holds everywhere where that is another thing for this command.
    pub fn adjust(&self, global: &mut Global) {
        if let Command::Sendmail(_) = self {
            sendmail::hush(global);
        }
    }
}

/// The command that a program of this name is, if it is one, with its arguments.
pub fn of_name(name: &str) -> &'static [&'static str] {
    match name {
        "sendmail" => &["sendmail"],
        "mailq" => &["sendmail", "-bp"],
        "newaliases" => &["sendmail", "-bi"],
        _ => &[],
    }
}

/// Does what the command line says.
pub fn run(cli: Cli, terminal: &Terminal) -> Result<Exit, Failure> {
    let global = &cli.global;
    match cli.command {
        Command::Mx(mx) => mx::run(&mx.0, global, terminal),
        Command::Mime(mime) => mime::run(&mime.0, global, terminal),
        Command::Send(send) => send::run(&send.0, global, terminal),
        Command::Sendmail(sendmail) => sendmail::run(&sendmail.0, global, terminal),
        Command::Pop(pop) => pop::run(&pop.0, global, terminal),
        Command::Imap(imap) => imap::run(&imap.0, global, terminal),
        Command::Talk(talk) => talk::run(&talk.0, global, terminal),
        Command::Certs(certs) => certs::run(&certs.0, global, terminal),
        Command::Serve(serve) => serve::run(&serve.0, global, terminal),
        Command::Bench(bench) => bench::run(&bench.0, global, terminal),
        Command::Config(config) => config::run(&config.0, global, terminal),
        Command::Demo(demo) => demo::run(&demo.0, global, terminal),
        Command::Generate(generate) => generate::run(&generate),
    }
}

/// Runs a flow to its end on this thread.
fn block_on<T>(flow: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(Exit::Io, format!("the runtime: {error}")))?;
    let result = runtime.block_on(flow);
    // A name that is still being looked up is waited for by nobody.
    runtime.shutdown_background();
    crate::net::await_tunnels();
    result
}

/// Waits for SIGINT or SIGTERM. They are heard from the call on, before anybody waits. Within a runtime.
fn terminated() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        let (Ok(mut interrupt), Ok(mut terminate)) = signals else { return std::future::pending().await };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

/// Waits for the deadline, if there is one.
async fn passed(deadline: Option<Deadline>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline.at()).await,
        None => std::future::pending().await,
    }
}

/// SIGINT and SIGTERM end every wait of a flow: what is known by then is still written out. Within a runtime.
fn stop_at_signal(stop: Arc<watch::Sender<bool>>) {
    let terminated = terminated();
    tokio::spawn(async move {
        terminated.await;
        stop.send_replace(true);
    });
}

/// A time in seconds, as `--timeout` and its kin give it.
pub fn duration(seconds: f64) -> std::time::Duration {
    std::time::Duration::from_secs_f64(seconds)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use crate::cli::Cli;

    #[test]
    fn the_list_says_of_each_command_what_its_help_begins_with() {
        let mut cli = Cli::command();
        cli.build();
        for command in cli.get_subcommands().filter(|command| command.get_long_about().is_some()) {
            let (short, long) = (
                command.get_about().expect("a line").to_string(),
                command.get_long_about().expect("a text").to_string(),
            );
            assert_eq!(long.lines().next(), Some(short.as_str()), "{}", command.get_name());
        }
    }
}
