//! Where a password or a token comes from.

use std::fs::File;
use std::io::IsTerminal;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::channel;

use super::args::Password;
use super::error::Failure;
use super::terminal::Terminal;
use crate::base::{Exit, Secret};
use crate::net::Deadline;
use crate::net::process_tree::ProcessTree;
use crate::proto::sasl::{Held, Means, Mechanism};
use crate::transcript::Weight;

/// What `user` has to show, from the first source that was given, else from a prompt; nothing if none of the mechanisms
/// that are named asks for anything.
pub fn read(
    sources: &Password,
    user: &str,
    named: &[Mechanism],
    at: (Option<Deadline>, &Terminal),
) -> Result<Held, Failure> {
    match given(sources, at)? {
        Held::Nothing if is_bare(named) => Ok(Held::Nothing),
        Held::Nothing if named.iter().any(|mechanism| mechanism.takes() == Means::Password) || named.is_empty() => {
            checked("the prompt", prompt(user)?).map(Held::Password)
        }
        Held::Nothing => Err(Failure::usage("--auth", "these mechanisms take a token: --token-cmd CMD gives one")),
        held => Ok(held),
    }
}

/// Whether mechanisms are named, and none of them asks for anything.
pub fn is_bare(named: &[Mechanism]) -> bool {
    !named.is_empty() && named.iter().all(|mechanism| mechanism.takes() == Means::Nothing)
}

/// The password or token from the first source that was given. A command may ask somebody, who thinks: only the deadline
/// ends it.
pub fn given(sources: &Password, (deadline, terminal): (Option<Deadline>, &Terminal)) -> Result<Held, Failure> {
    if let Some(command) = &sources.token_cmd {
        let token = checked("--token-cmd", from_command("--token-cmd", command, deadline)?)?;
        return Ok(Held::Token(token));
    }
    let (argument, secret) = if let Some(path) = &sources.password_file {
        let octets = std::fs::read(path);
        let octets = octets
            .map_err(|error| Failure::new(Exit::NoInput, format!("--password-file {}: {error}", path.display())))?;
        ("--password-file", first_line(octets))
    } else if let Some(command) = &sources.password_cmd {
        ("--password-cmd", from_command("--password-cmd", command, deadline)?)
    } else if let Some(name) = &sources.password_env {
        let value = std::env::var(name);
        let value = value.map_err(|_| Failure::new(Exit::Config, format!("--password-env: {name} is not set")))?;
        ("--password-env", Secret::new(value))
    } else if let Some(secret) = &sources.kept {
        ("--password", secret.clone())
    } else if let Some(value) = &sources.password {
        let text = "--password shows the password to every user of this machine; --password-file does not";
        terminal.note(Weight::Warning, text);
        ("--password", Secret::new(value.clone()))
    } else {
        return Ok(Held::Nothing);
    };
    checked(argument, secret).map(Held::Password)
}

/// A password or token that can be said.
pub fn checked(source: &str, secret: Secret) -> Result<Secret, Failure> {
    let what = if source == "--token-cmd" { "token" } else { "password" };
    match secret.expose().iter().find(|octet| matches!(octet, b'\r' | b'\n' | 0)) {
        Some(_) => Err(Failure::usage(source, format!("the {what} holds CR, LF or NUL"))),
        None if secret.is_empty() => Err(Failure::new(Exit::Config, format!("{source}: the {what} is empty"))),
        None => Ok(secret),
    }
}

fn prompt(user: &str) -> Result<Secret, Failure> {
    // Standard input may be a pipe of messages: the question goes to the terminal and is answered there.
    let asked = std::io::stdin().is_terminal() || std::io::stderr().is_terminal() && File::open("/dev/tty").is_ok();
    if !asked {
        let failure = Failure::new(Exit::Config, format!("there is no password for {user}"));
        return Err(failure.hint("give --password-file FILE, --password-cmd CMD or --password-env VAR"));
    }
    let typed = rpassword::prompt_password(format!("Password for {user}: "));
    typed.map(Secret::new).map_err(|error| Failure::new(Exit::Io, format!("the prompt: {error}")))
}

fn from_command(argument: &str, command: &str, deadline: Option<Deadline>) -> Result<Secret, Failure> {
    let output = output(argument, command, deadline)?;
    if !output.status.success() {
        return Err(Failure::new(Exit::Config, format!("{argument} ended with {}", output.status)));
    }
    Ok(first_line(output.stdout))
}

/// It stays in our process group, so that it may read from the terminal and ^C ends it too.
fn output(argument: &str, command: &str, deadline: Option<Deadline>) -> Result<Output, Failure> {
    let failed = |error| Failure::new(Exit::Config, format!("{argument}: {error}"));
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command).stdin(Stdio::null()).stdout(Stdio::piped());
    let (child, mut tree) = ProcessTree::start(&mut shell).map_err(failed)?;
    let (ended, wait) = channel();
    std::thread::spawn(move || ended.send(child.wait_with_output()));
    let output = match deadline {
        None => wait.recv().ok(),
        Some(deadline) => wait.recv_timeout(deadline.left()).ok(),
    };
    match (output, deadline) {
        (Some(output), _) => output.map_err(failed),
        (None, deadline) => {
            tree.end();
            let ended = deadline.map_or_else(String::new, |deadline| format!("{deadline} "));
            Err(Failure::new(Exit::TempFail, format!("{argument}: {ended}while waiting for the command")))
        }
    }
}

fn first_line(octets: Vec<u8>) -> Secret {
    let octets = zeroize::Zeroizing::new(octets);
    let line = octets.split(|&octet| octet == b'\n').next().unwrap_or_default();
    Secret::new(line.strip_suffix(b"\r").unwrap_or(line))
}
