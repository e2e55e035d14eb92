//! What TLS is to be like.

use std::path::PathBuf;

use clap::Args;

use crate::net::offer::Version;
use crate::net::pin::Pin;

/// What TLS is to be like.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "TLS")]
pub struct Handshake {
    /// Speak TLS, and only with who has the certificate or public key with this fingerprint (SHA-256 of SubjectPublicKeyInfo), whoever issued it, whatever its names and dates; sha256//BASE64 too; may be repeated
    #[arg(long = "pin", global = true, value_name = "sha256:HEX", value_parser = pin, conflicts_with = "insecure")]
    pub pins: Vec<Pin>,
    /// Show this certificate where the server asks for one: PEM, with its chain behind it
    #[arg(long, global = true, value_name = "FILE")]
    pub client_cert: Option<PathBuf>,
    /// Its private key: PEM, PKCS#8, PKCS#1 or SEC1, not encrypted [default: in the file of --client-cert]
    #[arg(long, global = true, value_name = "FILE", requires = "client_cert")]
    pub client_key: Option<PathBuf>,
    /// Tell every certificate that the server shows: names, issuer, dates, key, fingerprints, and the TLSA record to publish
    #[arg(long, global = true)]
    pub certs: bool,
    /// Add the secrets of each connection to this file, as NSS writes them (RFC 9850), so that what was captured can be read. A secret file: whoever has it can read all that was said, passwords too [default: $SSLKEYLOGFILE, if it is set]
    #[arg(long, global = true, value_name = "FILE")]
    pub keylog: Option<PathBuf>,
    /// No version of TLS older than this: 1.2 or 1.3
    #[arg(long, global = true, value_name = "VERSION", value_parser = version)]
    pub tls_min: Option<Version>,
    /// No version of TLS newer than this: 1.2 or 1.3
    #[arg(long, global = true, value_name = "VERSION", value_parser = version)]
    pub tls_max: Option<Version>,
    /// Offer these cipher suites and no others, in this order, by the names of IANA: TLS_AES_128_GCM_SHA256
    #[arg(long, global = true, value_name = "NAME,…", value_delimiter = ',')]
    pub tls_ciphers: Vec<String>,
    /// Offer these groups and no others for the key exchange, in this order: X25519MLKEM768, X25519, secp256r1
    #[arg(long, global = true, value_name = "NAME,…", value_delimiter = ',')]
    pub tls_groups: Vec<String>,
}

impl Handshake {
    /// The first of the flags that is given: where no TLS is spoken it changes nothing.
    pub fn named(&self) -> Option<&'static str> {
        let given = [
            ("--pin", !self.pins.is_empty()),
            ("--client-cert", self.client_cert.is_some()),
            ("--certs", self.certs),
            ("--keylog", self.keylog.is_some()),
            ("--tls-min", self.tls_min.is_some()),
            ("--tls-max", self.tls_max.is_some()),
            ("--tls-ciphers", !self.tls_ciphers.is_empty()),
            ("--tls-groups", !self.tls_groups.is_empty()),
        ];
        given.into_iter().find_map(|(flag, given)| given.then_some(flag))
    }
}

fn pin(text: &str) -> Result<Pin, &'static str> {
    Pin::parse(text).ok_or("it is neither sha256: with 64 hexadecimal digits nor sha256// with the same in base64")
}

/// A version of TLS.
pub fn version(text: &str) -> Result<Version, &'static str> {
    match text {
        "1.2" => Ok(Version::Tls12),
        "1.3" => Ok(Version::Tls13),
        _ => Err("1.2 and 1.3 are spoken; older ones are not (RFC 8996)"),
    }
}
