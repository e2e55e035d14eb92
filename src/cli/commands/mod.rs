//! One file a command: its help, its arguments, and what it does.

mod demo;
mod generate;
mod imap;
mod mime;
mod mx;
mod pop;
mod send;
mod serve;
mod talk;

use std::sync::Arc;

use clap::Subcommand;
use tokio::sync::watch;

use super::args::Global;
use super::error::Failure;
use super::terminal::Terminal;
use crate::base::Exit;
use crate::cli::Cli;

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Mx(mx::Mx),
    Mime(mime::Mime),
    Send(Box<send::Send>),
    Pop(Box<pop::Pop>),
    Imap(Box<imap::Imap>),
    Talk(Box<talk::Talk>),
    Serve(Box<serve::Serve>),
    Demo(demo::Demo),
    #[command(hide = true)]
    Generate(generate::Generate),
}

/// Does what the command line says.
pub fn run(cli: Cli, terminal: &Terminal) -> Result<Exit, Failure> {
    let global = &cli.global;
    match cli.command {
        Command::Mx(mx) => mx::run(&mx, global, terminal),
        Command::Mime(mime) => mime::run(&mime, global, terminal),
        Command::Send(send) => send::run(&send, global, terminal),
        Command::Pop(pop) => pop::run(&pop, global, terminal),
        Command::Imap(imap) => imap::run(&imap, global, terminal),
        Command::Talk(talk) => talk::run(&talk, global, terminal),
        Command::Serve(serve) => serve::run(&serve, global, terminal),
        Command::Demo(demo) => demo::run(&demo, global, terminal),
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
    result
}

/// Waits for SIGINT or SIGTERM.
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut interrupt), Ok(mut terminate)) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

/// SIGINT and SIGTERM end every wait of a flow: what is known by then is still written out. Within a runtime.
fn stop_at_signal(stop: Arc<watch::Sender<bool>>) {
    tokio::spawn(async move {
        terminated().await;
        stop.send_replace(true);
    });
}

/// A time in seconds, as `--timeout` and its kin give it.
pub fn duration(seconds: f64) -> std::time::Duration {
    std::time::Duration::from_secs_f64(seconds)
}

/// When `--deadline` is.
pub fn deadline(global: &Global) -> Option<tokio::time::Instant> {
    global.deadline.map(|seconds| tokio::time::Instant::now() + duration(seconds))
}
