//! The method CONNECT of HTTP/1.1 (RFC 9110 §9.3.6, RFC 9112), with the scheme Basic (RFC 7617).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::{Place, ProxyError, Talk};

/// The longest header that is taken, in octets.
const MAX_HEADER: usize = 16 * 1024;

pub(super) async fn lead(talk: &mut Talk<'_>, to: &Place) -> Result<(), ProxyError> {
    let place = to.ascii().map_or_else(|| to.to_string(), |name| format!("{name}:{}", to.port));
    let request = format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n");
    let mut octets = Zeroizing::new(request.into_bytes());
    let mut words = format!("CONNECT {place} HTTP/1.1");
    if let (Some(user), Some(password)) = (&talk.proxy.user, &talk.proxy.password) {
        let both = Zeroizing::new([user.as_bytes(), b":", password.expose()].concat());
        let encoded = Zeroizing::new(STANDARD.encode(both.as_slice()));
        octets.extend_from_slice(b"Proxy-Authorization: Basic ");
        octets.extend_from_slice(encoded.as_bytes());
        octets.extend_from_slice(b"\r\n");
        words.push_str(", Proxy-Authorization: Basic ••••");
    }
    octets.extend_from_slice(b"\r\n");
    talk.say(&octets, &words).await?;
    let header = header(talk).await?;
    let mut lines = header.split(|&octet| octet == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let status = lines.next().unwrap_or_default();
    let said = talk.shown(status);
    talk.heard(false, &said);
    lines.filter(|line| !line.is_empty()).for_each(|line| talk.heard(true, &talk.shown(line)));
    match code(status) {
        Some(200..=299) => Ok(()),
        // tinyproxy 1.11 has it that 401 is the answer to a wrong password.
        Some(401 | 407) if talk.proxy.user.is_none() => {
            Err(ProxyError::Login(format!("it says {said}; user@ in --proxy names a user")))
        }
        Some(401 | 407) => Err(ProxyError::Login(format!("it says {said}"))),
        Some(_) => Err(ProxyError::Refused { to: to.to_string(), said }),
        None => Err(foreign(talk, status)),
    }
}

/// All up to the blank line, and nothing of what is behind it: that is the server's.
async fn header(talk: &mut Talk<'_>) -> Result<Vec<u8>, ProxyError> {
    let mut header = Vec::new();
    loop {
        let [octet] = talk.read().await.map_err(|error| match header.is_empty() {
            true => error,
            false => foreign(talk, &header),
        })?;
        header.push(octet);
        if !b"HTTP/".starts_with(header.get(..header.len().min(5)).unwrap_or_default()) || header.len() > MAX_HEADER {
            return Err(foreign(talk, &header));
        }
        if header.ends_with(b"\n\r\n") || header.ends_with(b"\n\n") {
            return Ok(header);
        }
    }
}

/// RFC 9112 §4: `HTTP/1.1 200 Connection established`.
fn code(status: &[u8]) -> Option<u16> {
    let mut words = status.split(|&octet| octet == b' ');
    words.next().filter(|version| version.starts_with(b"HTTP/1."))?;
    let code = words.next().filter(|code| code.len() == 3)?;
    std::str::from_utf8(code).ok()?.parse().ok()
}

fn foreign(talk: &Talk<'_>, octets: &[u8]) -> ProxyError {
    let said = match octets.len() > MAX_HEADER {
        true => format!("more than {MAX_HEADER} octets that begin with \"{}\"", talk.shown(octets)),
        false => format!("\"{}\"", talk.shown(octets)),
    };
    ProxyError::Foreign { protocol: "HTTP", said }
}
