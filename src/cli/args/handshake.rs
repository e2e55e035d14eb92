//! What TLS is to be like.

use clap::Args;

use crate::net::pin::Pin;

/// What TLS is to be like.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "TLS")]
pub struct Handshake {
    /// Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated
    #[arg(long = "pin", global = true, value_name = "sha256:HEX", value_parser = pin, conflicts_with = "insecure")]
    pub pins: Vec<Pin>,
}

impl Handshake {
    /// The first of the flags that is given: where no TLS is spoken it changes nothing.
    pub fn named(&self) -> Option<&'static str> {
        let given = [("--pin", !self.pins.is_empty())];
        given.into_iter().find_map(|(flag, given)| given.then_some(flag))
    }
}

fn pin(text: &str) -> Result<Pin, &'static str> {
    Pin::parse(text).ok_or("it is neither sha256: with 64 hexadecimal digits nor sha256// with the same in base64")
}
