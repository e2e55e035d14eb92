//! Flags that mean the same everywhere.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, ValueEnum};

use crate::net::Deadline;
use crate::proto::explain::Language;

/// Flags that mean the same everywhere.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// No transcript, but warnings; twice: nothing but errors
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub quiet: u8,
    /// Whole message bodies, TLS details, how long each answer took, and at the end of a connection its phases as bars; twice: hex too
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    /// Under each line of the transcript what it means, with its RFC and section, in English or in Spanish (not with
    /// -q, which leaves nothing to explain)
    #[arg(long, global = true, value_name = "LANGUAGE", num_args = 0..=1, require_equals = true,
          default_missing_value = "en")]
    pub explain: Option<Tongue>,
    /// Keep the dialogue as NDJSON, every octet of it, secrets out
    #[arg(long, global = true, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Results as one JSON object a line
    #[arg(long, global = true)]
    pub json: bool,
    /// When to use colour; auto honours NO_COLOR and CLICOLOR_FORCE
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Show and record passwords and SASL answers
    #[arg(long, global = true)]
    pub show_secrets: bool,
    /// A deviation of the peer from the RFCs is a failure (exit 76)
    #[arg(long, global = true)]
    pub strict: bool,
    /// The longest wait for one step [default: 30 to connect, then as RFC 5321 §4.5.3.2 says]
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub timeout: Option<f64>,
    /// The accounts [default: $MAILTOOL_CONFIG, else $XDG_CONFIG_HOME/mailtool/config.toml, else ~/.config/mailtool/config.toml, else mailtool/config.toml in $XDG_CONFIG_DIRS (/etc/xdg), if it is there; /dev/null: none]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use this account of the configuration [default: $MAILTOOL_ACCOUNT, else the one of the author, else its default]
    #[arg(long, global = true, value_name = "NAME")]
    pub account: Option<String>,
    /// The longest time for all of it
    #[arg(long, global = true, value_name = "SECONDS", value_parser = deadline)]
    pub deadline: Option<Deadline>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The languages of explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// English
    En,
    /// Spanish
    Es,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Language {
        match tongue {
            Tongue::En => Language::En,
            Tongue::Es => Language::Es,
        }
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds > 0.0 && seconds < 1e9 => Ok(seconds),
        _ => Err("a number of seconds above 0 is expected".to_owned()),
    }
}

/// It begins to run as the command line is read: with all that is done.
fn deadline(text: &str) -> Result<Deadline, String> {
    seconds(text).map(|seconds| Deadline::after(Duration::from_secs_f64(seconds)))
}
