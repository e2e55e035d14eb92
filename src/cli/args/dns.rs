//! Whom to ask about names.

use std::net::{IpAddr, SocketAddr};

use clap::{Args, ValueEnum};

use crate::net::resolver::{Over, Server};

/// Whom to ask about names.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Name servers")]
pub struct Dns {
    /// The name servers to ask, in this order; NAME is what the certificate must say, where TLS is spoken [default: those of this machine]
    #[arg(long, global = true, value_name = "[NAME@]IP[:PORT]", value_delimiter = ',')]
    pub dns: Vec<String>,
    /// The transport of questions [default: udp; default ports: 53, tls 853, https 443]
    #[arg(long, global = true, value_name = "HOW")]
    pub dns_over: Option<DnsOver>,
}

/// The transports of DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DnsOver {
    /// Datagrams, and TCP where an answer does not fit
    Udp,
    /// TCP
    Tcp,
    /// TLS (RFC 7858)
    Tls,
    /// HTTPS (RFC 8484), path /dns-query
    Https,
}

impl From<DnsOver> for Over {
    fn from(over: DnsOver) -> Over {
        match over {
            DnsOver::Udp => Over::Udp,
            DnsOver::Tcp => Over::Tcp,
            DnsOver::Tls => Over::Tls,
            DnsOver::Https => Over::Https,
        }
    }
}

impl Dns {
    /// The transport of questions.
    pub fn over(&self) -> Over {
        self.dns_over.unwrap_or(DnsOver::Udp).into()
    }

    /// The servers that `--dns` names. `Err`: the one that is none.
    pub fn servers(&self) -> Result<Vec<Server>, String> {
        self.dns.iter().map(|text| server(text, self.over().port()).ok_or_else(|| text.clone())).collect()
    }
}

fn server(text: &str, port: u16) -> Option<Server> {
    let (name, place) = match text.split_once('@') {
        Some((name, place)) => (Some(name.to_owned()).filter(|name| !name.is_empty()), place),
        None => (None, text),
    };
    let bare = place.strip_prefix('[').and_then(|place| place.strip_suffix(']')).unwrap_or(place);
    let address = match bare.parse::<IpAddr>() {
        Ok(address) => SocketAddr::new(address, port),
        Err(_) => place.parse().ok().filter(|address: &SocketAddr| address.port() > 0)?,
    };
    Some(Server { address, name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers() {
        let parse = |text| server(text, 53).map(|server| (server.address.to_string(), server.name));
        assert_eq!(parse("127.0.0.1"), Some(("127.0.0.1:53".to_owned(), None)));
        assert_eq!(parse("127.0.0.1:5300"), Some(("127.0.0.1:5300".to_owned(), None)));
        assert_eq!(parse("::1"), Some(("[::1]:53".to_owned(), None)));
        assert_eq!(parse("[::1]"), Some(("[::1]:53".to_owned(), None)));
        assert_eq!(parse("dns.test@[::1]:853"), Some(("[::1]:853".to_owned(), Some("dns.test".to_owned()))));
        assert_eq!([parse("dns.test"), parse("127.0.0.1:0"), parse("")], [None, None, None]);
    }
}
