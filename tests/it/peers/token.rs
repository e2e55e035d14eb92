//! Access tokens as an authority of OAuth issues them, signed with a key that Dovecot knows (RFC 7519, HS256).

use std::path::Path;
use std::time::{Duration, SystemTime};

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// The key of all tokens.
const KEY: &[u8] = b"not that anybody should know it";

/// A token for `user`, which expires so many seconds from now.
pub fn token(user: &str, expires: i64) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs() as i64;
    let claims = format!("{{\"sub\":\"{user}\",\"iat\":{},\"exp\":{}}}", now - 3600, now + expires);
    let [header, claims] = [r#"{"alg":"HS256","typ":"JWT"}"#, &claims].map(|part| URL_SAFE_NO_PAD.encode(part));
    let signed = format!("{header}.{claims}");
    let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, KEY), signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// Puts the key and what Dovecot's `oauth2` driver has to know of it below `room`; further configuration.
pub(super) fn configured(room: &Path) -> String {
    let keys = room.join("keys");
    let mut there = keys.clone();
    super::directory(&there, None, 0o755);
    for name in ["default", "HS256"] {
        there.push(name);
        super::directory(&there, None, 0o755);
    }
    let (key, file) = (there.join("default"), room.join("oauth2"));
    super::write(&key, STANDARD.encode(KEY));
    let local = format!("fs:posix:prefix={}/", keys.display());
    super::write(
        &file,
        format!("introspection_mode = local\nlocal_validation_key_dict = {local}\nusername_attribute = sub\n"),
    );
    super::mode(&key, 0o644);
    super::mode(&file, 0o644);
    format!("passdb {{\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = {}\n}}\n", file.display())
}
