//! What TLS is to be like, the same for every command: whom it is spoken with, by what, and what is shown of it.

mod certs;
mod identity;
mod key_log;
mod offer;
mod pin;

use std::path::Path;

use super::{Mailtool, Outcome, Room, Serve};
use crate::peers::{self, openssl};

/// Our server, in clear text and behind TLS, with a certificate of its own, which stands in `ca`.
fn serve(ca: &str) -> Serve {
    Serve::listening(&["--smtp=127.0.0.1:0", "--smtps=127.0.0.1:0"], &["--ca-out", ca])
}

/// Where it is, in clear text and behind TLS.
fn urls(serve: &Serve) -> [String; 2] {
    [format!("smtp://{}", serve.address("smtp")), format!("smtps://{}", serve.address("smtps"))]
}

/// A handshake with a server that takes leave at once, as one of IMAP.
fn shaken(mut server: openssl::Server, ca: &Path, flags: &[&str]) -> Outcome {
    server.say(b"* BYE hi\r\n");
    let url = format!("imaps://127.0.0.1:{}", server.port);
    Mailtool::new(["talk", &url, "-", "--timeout", "10", "--ca", text(ca)]).args(flags).run()
}

/// Panics unless the handshake failed and these are the words for it.
#[track_caller]
fn refused_by(outcome: &Outcome, said: &str) {
    assert_eq!(outcome.code, Some(77), "{said}\n{outcome}");
    assert!(outcome.err().contains(said), "{said}\n{outcome}");
}

/// What a program prints for a certificate in a file, `$0` of the script.
fn shell(script: &str, file: &str) -> String {
    let output = peers::run("sh", &["-c", script, file], b"");
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn words(text: &str) -> Vec<&str> {
    text.split_ascii_whitespace().collect()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
