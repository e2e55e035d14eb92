//! `mailtool config`: accounts, and where each value comes from.

mod show;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::args::Global;
use crate::cli::config::location::Location;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Show what holds where no flag says otherwise, and where that stands
///
/// What is not said by a flag is looked for in the environment (MAILTOOL_SERVER, MAILTOOL_USER and so on: the
/// name of any key below), then in the account, then, a password alone, in ~/.netrc (or the file that NETRC
/// names).
///
/// Accounts stand in $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, in TOML. Who has
/// no such file, as www-data or cron, has that of the machine: the first mailtool/config.toml in $XDG_CONFIG_DIRS
/// [/etc/xdg] that may be read. --config or MAILTOOL_CONFIG names another file, which alone counts then. Keys are named as the flags: server, tunnel, user, password-cmd,
/// password-file, password-env, token-cmd, password, auth, insecure-auth, tls, insecure, pin, ca, sni, client-cert,
/// client-key, tls-min, tls-max, tls-ciphers, tls-groups, ipv4, ipv6, bind, resolve, dns, dns-over, proxy,
/// proxy-password-file, proxy-password-env, proxy-insecure-auth, proxy-protocol, helo. Those of
/// [account.NAME] hold for all of its servers, those of [account.NAME.send], .pop or .imap for that one. Where a
/// flag may be repeated the variable has commas between its values (MAILTOOL_RESOLVE: blanks).
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
            if let Some(path) = Location::find(global.config.as_ref(), terminal).path {
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

# What else can stand in an account, each as the flag of that name
# tunnel = "ssh mail.example.org /usr/sbin/sendmail -bs"     instead of server, or beside it: the server's name and TLS
# password-env = "WORK_PASSWORD"
# token-cmd = "oauth2 token work"
# client-cert = "~/.config/mailtool/alicia.pem"              with auth = ["external"] no user need be named
# client-key = "~/.config/mailtool/alicia.key"
# pin = ["sha256:…"]
# ca = "~/.config/mailtool/ca.pem"
# sni = "mail.example.org"
# insecure = true
# insecure-auth = true
# tls-min = "1.3"
# tls-max = "1.3"
# tls-ciphers = ["TLS_AES_256_GCM_SHA384"]
# tls-groups = ["X25519MLKEM768", "X25519"]
# ipv4 = true
# ipv6 = true
# bind = "192.0.2.7"
# resolve = ["mail.example.org:587:192.0.2.1,192.0.2.2"]
# dns = ["dns.example@192.0.2.53"]
# dns-over = "tls"
# proxy = ["socks5h://alicia@proxy.example:1080"]
# proxy-password-file = "~/.config/mailtool/proxy.password"
# proxy-password-env = "PROXY_PASSWORD"
# proxy-insecure-auth = true
# proxy-protocol = "v2"
# helo = "laptop.example.org"
"#;

#[cfg(test)]
mod tests {
    use clap::{Args as _, Command};

    use super::*;
    use crate::cli::commands::send::Send;
    use crate::cli::config::keys::{KEYS, Key};

    /// What stands on the command line alone, and why.
    const FLAGS_ALONE: [(&str, &str); 2] = [
        ("certs", "it asks what is printed, of a server that is looked at now"),
        ("keylog", "it writes secrets, for as long as somebody looks; SSLKEYLOGFILE is its variable"),
    ];

    #[test]
    fn every_flag_of_a_connection_has_a_key_or_a_reason() {
        let send = Send::augment_args(Command::new("send"));
        let ways = ["Connection", "TLS", "Authentication", "Name servers"];
        let of_a_connection = |flag: &&clap::Arg| {
            flag.get_help_heading().is_some_and(|heading| ways.contains(&heading)) || flag.get_id() == "helo"
        };
        let flags: Vec<&str> = send.get_arguments().filter(of_a_connection).filter_map(clap::Arg::get_long).collect();
        assert!(flags.len() >= KEYS.len(), "{flags:?}");
        for flag in &flags {
            let alone = FLAGS_ALONE.iter().any(|(name, _)| name == flag);
            assert!(Key::named(flag).is_some() != alone, "--{flag} has neither a key nor a reason, or both");
        }
        let known = KEYS.iter().map(|key| key.name).chain(FLAGS_ALONE.iter().map(|(name, _)| *name));
        known.for_each(|name| assert!(flags.contains(&name), "{name} is no flag of a connection"));
    }

    #[test]
    fn help_and_example_name_every_key() {
        let mut config = Config::augment_args(Command::new("config"));
        let help = config.render_long_help().to_string();
        let words: Vec<&str> = help.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
        for key in &KEYS {
            assert!(words.contains(&key.name), "{}", key.name);
            let line = |line: &str| line.trim_start_matches("# ").split(" = ").next() == Some(key.name);
            let told = EXAMPLE.lines().any(line) || key.name == "password";
            assert!(told, "{}", key.name);
        }
    }
}
