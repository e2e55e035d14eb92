//! APOP (RFC 1939 §7): an MD5 over the greeting's timestamp and the password. Weak: whoever chooses timestamps learns of
//! the password (CVE-2007-1558).

use std::fmt::Write;

use md5::{Digest, Md5};

/// The digest in lower-case hexadecimal.
pub fn digest(timestamp: &str, password: &[u8]) -> String {
    let digest = Md5::new_with_prefix(timestamp).chain_update(password).finalize();
    digest.iter().fold(String::with_capacity(32), |mut hex, octet| {
        let _ = write!(hex, "{octet:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn example_of_rfc_1939_section_7() {
        let digest = digest("<1896.697170952@dbc.mtview.ca.us>", b"tanstaaf");
        assert_eq!(digest, "c4c9334bac560ecc979e58001b3e22fb");
    }
}
