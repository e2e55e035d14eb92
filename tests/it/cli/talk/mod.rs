//! `mailtool talk`: scripts in each protocol, and a person at a terminal.

mod imap;
mod pop3;
mod smtp;
mod terminal;

use super::leaks::Secrets;
use super::{Mailtool, Outcome, Room};

/// The password of whoever logs in.
const PASSWORD: &str = "s3cr3t-CANARY";

/// A script for a server.
fn talk(server: &str, script: &str) -> Mailtool {
    Mailtool::new(["talk", server, "-"]).stdin(script)
}

fn lines(outcome: &Outcome) -> Vec<String> {
    outcome.out().lines().map(str::to_owned).collect()
}

/// That a script that tells the password shows it nowhere, however it is run.
fn keeps_its_secret(server: &str, script: &str, what: &str) {
    for view in [&[][..], &["-vv", "--explain"], &["--explain=es", "--json"], &["-q", "--strict"]] {
        let room = Room::new();
        let record = room.at("record");
        let outcome = talk(server, script).args(["--record", &record, "--timeout", "2"]).args(view).run();
        Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), &format!("{what} {view:?}"));
    }
}
