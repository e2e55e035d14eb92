//! `mailtool generate`: man pages and shell completions from the definition of the command line.

use std::fs::File;
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
fn man(mut command: clap::Command, name: &str, directory: &Path) -> Result<(), Failure> {
    command.build();
    pages(&command.disable_help_subcommand(true), name, directory)
}

fn pages(command: &clap::Command, name: &str, directory: &Path) -> Result<(), Failure> {
    let path = directory.join(format!("{name}.1"));
    let failed = |error: &std::io::Error| Failure::cannot_create(&path, error);
    let mut file = File::create(&path).map_err(|error| failed(&error))?;
    // No date: the page must not change unless the command line does.
    let page = clap_mangen::Man::new(command.clone().name(name.to_owned())).date("");
    page.render(&mut file).map_err(|error| failed(&error))?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
        pages(sub, &format!("{name}-{}", sub.get_name()), directory)?;
    }
    Ok(())
}

fn completions(directory: &Path) -> Result<(), Failure> {
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Elvish, Shell::PowerShell] {
        let written = clap_complete::generate_to(shell, &mut Cli::command(), "mailtool", directory);
        written.map_err(|error| Failure::cannot_create(directory, &error))?;
    }
    Ok(())
}
