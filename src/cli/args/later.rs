//! Arguments whose description waits until their command is called.

use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

/// The arguments of one command among many: what they are, and their help, is put together only if it is this command
/// that is called or described. The others cost neither time nor memory.
#[derive(Debug)]
pub struct Later<T>(pub Box<T>);

impl<T: Args> Args for Later<T> {
    fn augment_args(command: Command) -> Command {
        if is_named(command.get_name()) { T::augment_args(command) } else { command.defer(T::augment_args) }
    }

    fn augment_args_for_update(command: Command) -> Command {
        T::augment_args_for_update(command)
    }
}

impl<T: Args> FromArgMatches for Later<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(|arguments| Self(Box::new(arguments)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

/// Whether the command line names this command, or describes them all. What is described later has its own flags
/// behind those that hold everywhere: in its help they belong before them.
fn is_named(command: &str) -> bool {
    std::env::args_os().skip(1).any(|word| word == command || word == "generate")
}
