//! `mailtool config`: accounts, and where each value comes from.

mod show;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::args::Global;
use crate::cli::config;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Show what holds where no flag says otherwise, and where that stands
///
/// What is not said by a flag is looked for in the environment (MAILTOOL_SERVER, MAILTOOL_USER and so on: the
/// name of any key below), then in the account, then, a password alone, in ~/.netrc (or the file that NETRC
/// names).
///
/// Accounts stand in $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, in TOML; --config
/// or MAILTOOL_CONFIG names another file. Keys are named as the flags: server, user, password-cmd,
/// password-file, password-env, token-cmd, password, auth, insecure-auth, tls, insecure, pin, ca, sni, client-cert,
/// client-key, ipv4, ipv6, bind, proxy, proxy-password-file, proxy-password-env, proxy-insecure-auth. Those of
/// [account.NAME] hold for all of its servers, those of [account.NAME.send], .pop or .imap for that one.
///
/// The account is the one that --account names, else MAILTOOL_ACCOUNT, else the first whose from is the
/// author, or whose match (shell patterns) fits, else the default. Without a server in it, send goes to the
/// mail exchangers as ever.
///
/// What an account says is for its own server. Where --server, or the URL of a message, names another
/// host, or another port of a literal loopback address (127.0.0.1:1025, 127.0.0.1:2525), nothing of it is used,
/// neither the password nor whom to trust; nor is its password used for another user. Only --account takes it
/// anywhere, since there you say both. The environment with a MAILTOOL_SERVER is for that server likewise; without
/// one it is for any, also for mail exchangers, where nobody logs in.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Config {
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLES: &str = "Examples:
  mailtool config example > ~/.config/mailtool/config.toml
  mailtool config show
  mailtool config show --account work --json
  mailtool send --account work --to pepe@example.net --body Hola
  MAILTOOL_ACCOUNT=work mailtool imap search unseen";

/// What to do.
#[derive(Debug, Subcommand)]
enum Verb {
    Show(Box<show::Show>),
    /// Print where the accounts stand, or would stand
    Path,
    /// Print a configuration to begin with
    Example,
}

/// Does what the verb says.
pub fn run(args: &Config, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Show(show) => return show::run(show, global, terminal),
        Verb::Path => {
            if let (Some(path), _) = config::place(global.config.as_ref()) {
                terminal.result(&escape_str(&path.display().to_string()));
            }
        }
        Verb::Example => EXAMPLE.lines().for_each(|line| terminal.result(line)),
    }
    Ok(Exit::Ok)
}

/// A configuration to begin with.
const EXAMPLE: &str = r#"# The accounts of mailtool. `mailtool config show` tells what holds, and why.

# The account for commands that name none
default = "work"

[account.work]
from = "Alicia <alicia@example.org>"
# Also chosen for these authors
match = ["*@example.org", "*@*.example.org"]
user = "alicia"
# Where the password comes from, one of them: password-cmd, password-file, password-env, token-cmd (OAuth), password
password-cmd = "pass mail/work"
# The mechanisms of the login, and nothing weaker
auth = ["scram-sha-256"]
tls = "starttls"
# Who gets what cron and its like send to a name without a domain
local = "alicia@example.org"

[account.work.send]
server = "submission://mail.example.org"

# With smtps, imaps and pop3s TLS begins with the first octet, whatever tls says above
[account.work.imap]
server = "imaps://mail.example.org"

[account.work.pop]
server = "pop3s://mail.example.org"

[account.home]
from = "alicia@home.example"
user = "alicia@home.example"
password-file = "~/.config/mailtool/home.password"

[account.home.send]
server = "smtps://mail.home.example"
"#;
