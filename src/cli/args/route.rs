//! How connections get to a server.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Args;

use crate::net::known::Known;
use crate::net::proxied::Proxied;

/// How connections get to a server.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Connection")]
pub struct Route {
    /// HOST at PORT is at this address, whatever name servers say; may be repeated
    #[arg(long, global = true, value_name = "HOST:PORT:ADDR[,ADDR]", value_parser = known)]
    pub resolve: Vec<Known>,
    /// Connections come from this address of ours, and go to addresses of its family
    #[arg(long, global = true, value_name = "IP")]
    pub bind: Option<IpAddr>,
    /// Go by this proxy: socks5h://, socks5:// (names are looked up here) or http:// (CONNECT), with user@ if wanted; repeated, one leads to the next. Name servers are asked directly
    #[arg(long, global = true, value_name = "URL")]
    pub proxy: Vec<String>,
    /// Begin each connection as a proxy does that makes it for somebody else, for servers behind haproxy and its kin: from SRC to DST, addresses of one family, those of IPv6 in brackets [default: the connection's own; UNKNOWN (v1) or LOCAL (v2) where it has none]
    #[arg(long, global = true, value_name = "v1|v2[:SRC[:PORT],DST[:PORT]]", value_parser = proxied)]
    pub proxy_protocol: Option<Proxied>,
    /// The passwords of the proxies with a user are the lines of this file
    #[arg(long, global = true, value_name = "FILE", requires = "proxy", conflicts_with = "proxy_password_env")]
    pub proxy_password_file: Option<PathBuf>,
    /// The passwords of the proxies with a user are the lines of this environment variable
    #[arg(long, global = true, value_name = "VAR", requires = "proxy")]
    pub proxy_password_env: Option<String>,
    /// The password of a proxy may go over clear text further than to this machine
    #[arg(long, global = true, requires = "proxy")]
    pub proxy_insecure_auth: bool,
}

/// For whom connections are said to be.
pub fn proxied(text: &str) -> Result<Proxied, &'static str> {
    Proxied::parse(text)
        .ok_or("it is not v1 or v2, with SRC[:PORT],DST[:PORT] behind a colon: two addresses of one family")
}

/// Where a host is.
pub fn known(text: &str) -> Result<Known, &'static str> {
    Known::parse(text).ok_or("it is not HOST:PORT:ADDR: a name, a port, and IP addresses with commas between them")
}
