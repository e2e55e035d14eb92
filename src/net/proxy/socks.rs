//! SOCKS version 5 (RFC 1928), with user name and password (RFC 1929).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use zeroize::Zeroizing;

use super::{Place, ProxyError, Talk};
use crate::base::escape::escape_str;

const VERSION: u8 = 5;
/// RFC 1928 §3: the methods, and what says that none of them will do.
const OPEN: u8 = 0;
const PASSWORD: u8 = 2;
const NONE: u8 = 0xff;
/// RFC 1928 §4: the command, and the kinds of address.
const CONNECT: u8 = 1;
const IPV4: u8 = 1;
const NAME: u8 = 3;
const IPV6: u8 = 4;

/// RFC 1928 §6, from 0 on.
const REPLIES: [&str; 9] = [
    "succeeded",
    "general SOCKS server failure",
    "connection not allowed by ruleset",
    "network unreachable",
    "host unreachable",
    "connection refused",
    "TTL expired",
    "command not supported",
    "address type not supported",
];

pub(super) async fn lead(talk: &mut Talk<'_>, to: &Place) -> Result<(), ProxyError> {
    match talk.proxy.user.clone() {
        None => talk.say(&[VERSION, 1, OPEN], "no authentication").await?,
        Some(_) => talk.say(&[VERSION, 2, OPEN, PASSWORD], "no authentication, or user name and password").await?,
    }
    match (talk.read().await?, &talk.proxy.user) {
        ([VERSION, OPEN], _) => talk.heard(false, "no authentication"),
        ([VERSION, PASSWORD], Some(user)) => {
            talk.heard(false, "user name and password");
            log_in(talk, user).await?;
        }
        ([VERSION, NONE], None) => {
            return Err(ProxyError::Login("it wants another method than none; user@ in --proxy names a user".into()));
        }
        ([VERSION, NONE], Some(_)) => {
            return Err(ProxyError::Login("neither without authentication nor by user name and password".into()));
        }
        (octets, _) => return Err(foreign(talk, &octets)),
    }
    talk.say(&request(to)?, &format!("CONNECT {to}")).await?;
    answer(talk, to).await
}

/// RFC 1929 §2.
async fn log_in(talk: &mut Talk<'_>, user: &str) -> Result<(), ProxyError> {
    let password = talk.proxy.password.as_ref().map(|password| password.expose()).unwrap_or_default();
    let mut octets = Zeroizing::new(Vec::with_capacity(3 + user.len() + password.len()));
    octets.push(1);
    for field in [user.as_bytes(), password] {
        octets.push(length(field)?);
        octets.extend_from_slice(field);
    }
    talk.say(&octets, &format!("user {}, password ••••", escape_str(user))).await?;
    match talk.read().await? {
        [_, 0] => {
            talk.heard(false, "welcome");
            Ok(())
        }
        [_, status] => Err(ProxyError::Login(format!("user or password is wrong (status {status})"))),
    }
}

/// RFC 1928 §4.
fn request(to: &Place) -> Result<Vec<u8>, ProxyError> {
    let mut octets = vec![VERSION, CONNECT, 0];
    match (to.address().map(|address| address.ip()), to.ascii()) {
        (Some(IpAddr::V4(address)), _) => {
            octets.push(IPV4);
            octets.extend(address.octets());
        }
        (Some(IpAddr::V6(address)), _) => {
            octets.push(IPV6);
            octets.extend(address.octets());
        }
        (None, name) => {
            let name = name.unwrap_or_default();
            octets.extend([NAME, length(name.as_bytes())?]);
            octets.extend(name.as_bytes());
        }
    }
    octets.extend(to.port.to_be_bytes());
    Ok(octets)
}

/// RFC 1928 §6. Whoever refuses may leave the rest out.
async fn answer(talk: &mut Talk<'_>, to: &Place) -> Result<(), ProxyError> {
    let reply = match talk.read().await? {
        [VERSION, reply] => reply,
        octets => return Err(foreign(talk, &octets)),
    };
    let words = REPLIES.get(usize::from(reply)).map_or_else(|| format!("code {reply}"), |&words| words.to_owned());
    if reply != 0 {
        return Err(ProxyError::Refused { to: to.to_string(), said: words });
    }
    let from = match talk.read().await? {
        [_, IPV4] => Some(Ipv4Addr::from(talk.read::<4>().await?).into()),
        [_, IPV6] => Some(Ipv6Addr::from(talk.read::<16>().await?).into()),
        [_, NAME] => {
            let [length] = talk.read().await?;
            for _ in 0..length {
                talk.read::<1>().await?;
            }
            None
        }
        octets => return Err(foreign(talk, &octets)),
    };
    let port = u16::from_be_bytes(talk.read().await?);
    match from.filter(|from: &IpAddr| !from.is_unspecified()) {
        Some(from) => talk.heard(false, &format!("{words}, from {}", SocketAddr::new(from, port))),
        None => talk.heard(false, &words),
    }
    Ok(())
}

fn length(field: &[u8]) -> Result<u8, ProxyError> {
    let length = u8::try_from(field.len()).ok().filter(|length| *length > 0);
    length.ok_or_else(|| ProxyError::Login("a host, user or password is not of 1 to 255 octets".into()))
}

fn foreign(talk: &Talk<'_>, octets: &[u8]) -> ProxyError {
    let hint = if octets == b"HT" { "; it may speak HTTP: try http://" } else { "" };
    ProxyError::Foreign { protocol: "SOCKS5", said: format!("\"{}\"{hint}", talk.shown(octets)) }
}
