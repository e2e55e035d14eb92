//! What TLS is to be like, the same for every command: whom it is spoken with, by what, and what is shown of it.

mod pin;

use super::{Mailtool, Room, Serve};
use crate::peers;

/// Our server, in clear text and behind TLS, with a certificate of its own, which stands in `ca`.
fn serve(ca: &str) -> Serve {
    Serve::listening(&["--smtp=127.0.0.1:0", "--smtps=127.0.0.1:0"], &["--ca-out", ca])
}

/// Where it is, in clear text and behind TLS.
fn urls(serve: &Serve) -> [String; 2] {
    [format!("smtp://{}", serve.address("smtp")), format!("smtps://{}", serve.address("smtps"))]
}

/// What a program prints for a certificate in a file, `$0` of the script.
fn shell(script: &str, file: &str) -> String {
    let output = peers::run("sh", &["-c", script, file], b"");
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}
