//! Certificates that the user knows by their fingerprints: `--pin`.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::CertificateDer;

use super::certificate;

/// The SHA-256 of a certificate, or of its public key (SubjectPublicKeyInfo), in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// `sha256:` and 64 hexadecimal digits, with colons between them or without, or `sha256//` and the same in base64.
    pub fn parse(text: &str) -> Option<Pin> {
        let (algorithm, rest) = text.split_at_checked(6)?;
        let digits = match (algorithm.eq_ignore_ascii_case("sha256"), rest.strip_prefix("//")) {
            (false, _) => return None,
            (true, Some(base64)) => certificate::hexadecimal(&STANDARD.decode(base64).ok()?),
            (true, None) => rest.strip_prefix(':')?.replace(':', "").to_ascii_lowercase(),
        };
        let is_one = digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_one.then_some(Pin(digits))
    }

    /// `Err`: none of the pins is that of the certificate, whose own are in the words, ready to be pinned.
    pub(super) fn check(pins: &[Pin], leaf: &CertificateDer<'_>) -> Result<(), String> {
        let (whole, key) = certificate::fingerprints(leaf);
        if pins.iter().any(|pin| pin.0 == whole || key.as_ref() == Some(&pin.0)) {
            return Ok(());
        }
        let key = key.map_or_else(String::new, |key| format!(", its public key's sha256:{key}"));
        Err(format!("it is none of those that --pin names: its fingerprint is sha256:{whole}{key}"))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sha256:{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGITS: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn every_spelling() {
        let pin = Pin::parse(&format!("sha256:{DIGITS}"));
        assert_eq!(pin, Some(Pin(DIGITS.to_owned())));
        let pairs: Vec<String> = DIGITS.as_bytes().chunks(2).map(|two| String::from_utf8_lossy(two).into()).collect();
        assert_eq!(Pin::parse(&format!("SHA256:{}", pairs.join(":").to_uppercase())), pin);
        assert_eq!(Pin::parse("sha256//ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), pin);
        let wrong = ["", "sha256", "sha256:", "sha256:é", "sha25é:", "sha256//", "sha256//ungW", "sha256//!"];
        for wrong in wrong.into_iter().chain([DIGITS, &format!("sha1:{DIGITS}"), &format!("sha256:{DIGITS}0")]) {
            assert_eq!(Pin::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn another_certificate_tells_its_own() {
        let leaf = CertificateDer::from(b"abc".to_vec());
        assert_eq!(Pin::check(&[Pin("0".repeat(64)), Pin(DIGITS.to_owned())], &leaf), Ok(()));
        let other = Pin::check(&[Pin("0".repeat(64))], &leaf);
        assert!(other.is_err_and(|words| words.contains(&format!("sha256:{DIGITS}"))));
    }
}
