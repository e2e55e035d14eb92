//! `mailtool generate`: man pages and shell completions from the definition of the command line.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::Shell;

use crate::base::Exit;
use crate::cli::Cli;
use crate::cli::error::Failure;

/// Write man pages or shell completions into a directory
#[derive(Debug, Args)]
pub struct Generate {
    /// What to write
    what: What,
    /// Where
    directory: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    Man,
    Completions,
}

/// Writes the files.
pub fn run(args: &Generate) -> Result<Exit, Failure> {
    std::fs::create_dir_all(&args.directory).map_err(|error| Failure::cannot_create(&args.directory, &error))?;
    match args.what {
        What::Man => man(Cli::command(), "mailtool", &args.directory)?,
        What::Completions => completions(&args.directory)?,
    }
    Ok(Exit::Ok)
}

/// One page a command, subcommands included.
fn man(command: clap::Command, name: &str, directory: &Path) -> Result<(), Failure> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    pages(&command, name, directory)
}

fn pages(command: &clap::Command, name: &str, directory: &Path) -> Result<(), Failure> {
    let path = directory.join(format!("{name}.1"));
    let page = page(command, name).map_err(|error| Failure::cannot_create(&path, &error))?;
    std::fs::write(&path, page).map_err(|error| Failure::cannot_create(&path, &error))?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        pages(sub, &format!("{name}-{}", sub.get_name()), directory)?;
    }
    Ok(())
}

/// The page of one command. No date: it must not change unless the command line does.
fn page(command: &clap::Command, name: &str) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let man = clap_mangen::Man::new(command.clone().name(name.to_owned())).date("");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    let arguments: String = command.get_positionals().map(|argument| format!(" {argument}")).collect();
    writeln!(page, ".SH SYNOPSIS\n.B {}\n[OPTIONS]{}", name.replace('-', " "), arguments.replace('-', "\\-"))?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    if let Some(examples) = examples.strip_prefix("Examples:\n") {
        let verbatim = examples.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
        writeln!(page, ".SH EXAMPLES\n.nf\n{verbatim}\n.fi")?;
    }
    page.extend_from_slice(EXIT_STATUS.as_bytes());
    Ok(page)
}

const EXIT_STATUS: &str = r#".SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
nothing found, or a condition not met
.TP
.B 3
partly done
.TP
.B 64
usage
.TP
.B 65
the message is bad, or was refused for content or size
.TP
.B 66
an input file is missing
.TP
.B 67
recipient or mailbox unknown
.TP
.B 68
host or mail domain unknown
.TP
.B 69
refused for good otherwise
.TP
.B 70
a bug of mailtool
.TP
.B 73
an output cannot be created
.TP
.B 74
local input or output failed
.TP
.B 75
temporary: try again later
.TP
.B 76
the peer broke the protocol
.TP
.B 77
not allowed: login, certificate, TLS or policy
.TP
.B 78
the configuration is wrong or missing
.SH ENVIRONMENT
.TP
EMAIL
the author where neither \-\-from nor an account says who that is
.TP
MAILTOOL_CONFIG, MAILTOOL_ACCOUNT
the configuration and the account, where \-\-config and \-\-account name none
.TP
MAILTOOL_SERVER, MAILTOOL_USER, MAILTOOL_PASSWORD_CMD, MAILTOOL_TLS, …
what flags of a connection leave out: each key that mailtool config \-\-help lists
.TP
XDG_CONFIG_HOME
the directory with mailtool/config.toml, instead of ~/.config
.TP
XDG_CONFIG_DIRS
directories with mailtool/config.toml for those who have none of their own, with colons between, instead of /etc/xdg
.TP
NETRC
the file with passwords, instead of ~/.netrc
.TP
NO_COLOR, CLICOLOR_FORCE
what \-\-color auto honours
"#;

fn completions(directory: &Path) -> Result<(), Failure> {
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Elvish, Shell::PowerShell] {
        let written = clap_complete::generate_to(shell, &mut Cli::command(), "mailtool", directory);
        written.map_err(|error| Failure::cannot_create(directory, &error))?;
    }
    Ok(())
}
