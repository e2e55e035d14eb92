//! The proxies on the way, and their passwords.

use super::args::Route;
use super::error::Failure;
use crate::base::{Exit, Secret};
use crate::net::proxy::Proxy;

/// The proxies in the order in which they are passed. Their passwords are read.
pub fn proxies(route: &Route) -> Result<Vec<Proxy>, Failure> {
    let parsed = route.proxy.iter().map(|text| Proxy::parse(text).map_err(|error| Failure::usage("--proxy", error)));
    let mut proxies = parsed.collect::<Result<Vec<_>, _>>()?;
    let mut passwords = passwords(route)?.into_iter();
    if proxies.iter().all(|proxy| proxy.user.is_none()) && passwords.len() > 0 {
        return Err(Failure::usage("--proxy", "there is a password, but no proxy with a user").hint("user@ names one"));
    }
    for (at, proxy) in proxies.iter_mut().enumerate() {
        let Some(user) = &proxy.user else { continue };
        super::way::check_plain("--proxy", user)?;
        let password = passwords.next().ok_or_else(|| no_password(proxy))?;
        if ![user.len(), password.expose().len()].iter().all(|length| (1..=255).contains(length)) {
            return Err(Failure::usage("--proxy", "user and password are of 1 to 255 octets each (RFC 1929)"));
        }
        // Whoever stands on the way there reads it; behind the first proxy that is whoever stands on its way.
        if (at > 0 || !proxy.host.is_local()) && !route.proxy_insecure_auth {
            let text = format!("the password of the proxy {proxy} would go over clear text");
            return Err(Failure::new(Exit::NoPermission, text).hint("--proxy-insecure-auth sends it all the same"));
        }
        proxy.password = Some(password);
    }
    Ok(proxies)
}

fn no_password(proxy: &Proxy) -> Failure {
    let failure = Failure::new(Exit::Config, format!("there is no password for the proxy {proxy}"));
    failure.hint("give --proxy-password-file FILE or --proxy-password-env VAR, a line for each proxy with a user")
}

/// A line each.
fn passwords(route: &Route) -> Result<Vec<Secret>, Failure> {
    let octets = if let Some(path) = &route.proxy_password_file {
        std::fs::read(path).map_err(|error| {
            Failure::new(Exit::NoInput, format!("--proxy-password-file {}: {error}", path.display()))
        })?
    } else if let Some(name) = &route.proxy_password_env {
        let value = std::env::var(name);
        let unset = |_| Failure::new(Exit::Config, format!("--proxy-password-env: {name} is not set"));
        value.map_err(unset)?.into_bytes()
    } else {
        Vec::new()
    };
    let octets = zeroize::Zeroizing::new(octets);
    let text = octets.strip_suffix(b"\n").unwrap_or(&octets);
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let lines = text.split(|&octet| octet == b'\n');
    Ok(lines.map(|line| Secret::new(line.strip_suffix(b"\r").unwrap_or(line))).collect())
}
