//! The `mailtool` binary: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    mailtool::cli::main()
}
