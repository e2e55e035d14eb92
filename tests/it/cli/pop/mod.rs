//! `mailtool pop`: against Dovecot, and against servers that do what they should not.

mod criteria;
mod dovecot;
mod faults;
mod files;
mod hostile;
mod logins;
mod mistakes;
mod secrets;
mod verbs;

use super::Mailtool;
use crate::mock::Server;

/// The password of whoever logs in.
const PASSWORD: &str = "s3cr3t-CANARY";

/// `mailtool pop ARGS` as pepe, at a server of the tests.
fn pop(server: &Server, args: &[&str]) -> Mailtool {
    at(&format!("pop3://{}", server.address()), args)
}

/// The same at any server.
fn at(url: &str, args: &[&str]) -> Mailtool {
    let login = ["-u", "pepe", "--password-env", "SECRET", "--timeout", "5"];
    Mailtool::new(["pop", "-s", url]).args(login).args(args).env("SECRET", PASSWORD)
}

/// A message with this subject and text.
fn message(subject: &str, text: &str) -> String {
    format!("From: Begoña <b@x.test>\r\nSubject: {subject}\r\nDate: Mon, 23 Nov 2026 07:00:00 +0000\r\n\r\n{text}\r\n")
}
