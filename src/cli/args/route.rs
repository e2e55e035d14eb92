//! How connections get to a server.

use std::net::IpAddr;

use clap::Args;

use crate::net::known::Known;

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
}

fn known(text: &str) -> Result<Known, &'static str> {
    Known::parse(text).ok_or("it is not HOST:PORT:ADDR: a name, a port, and IP addresses with commas between them")
}
