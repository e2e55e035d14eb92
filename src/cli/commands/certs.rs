//! `mailtool certs`: what a server shows of itself in TLS.

use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use tokio::sync::watch;

use super::{block_on, stop_at_signal};
use crate::base::Exit;
use crate::cli::args::{Dns, Global, Route, Transport};
use crate::cli::error::Failure;
use crate::cli::output::certs::{CertsRecord, lines};
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::certs::look;
use crate::client::{self, Hello};
use crate::net::endpoint::{Endpoint, Scheme};
use crate::net::session::Stop;
use crate::net::tls::TlsFacts;
use crate::net::tls_policy::{self, Facts, Wanted};

/// Show the certificates of a server, what is wrong with them, and what TLS with it is like
///
/// Speaks SMTP, POP3 or IMAP, as the URL or the port says, until there is TLS: by STARTTLS (STLS), or
/// from the first octet where the port or the scheme has it so. Nobody logs in and nothing is sent, so
/// that a certificate that is not good is shown as well, with what is wrong with it.
///
/// Standard output gets version, cipher suite and group, and of each certificate of the chain its
/// names, issuer, dates, key, signature and fingerprints, with the TLSA record to publish; with --pem
/// the certificates themselves, the server's own first.
///
/// Exit codes: 0 the certificate is good, 77 it is not (or not the one of --pin), or there is no TLS,
/// 75 try again later, 68 no such host, 76 the server broke the protocol.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Certs {
    /// host, host:port (110, 995: POP3; 143, 993: IMAP), smtp://, smtps://, submission://, lmtp://, pop3://, pop3s://, imap://, imaps:// or unix:/path [default port: 25]
    #[arg(value_name = "URL")]
    server: String,
    /// The certificates as files hold them (RFC 7468)
    #[arg(long, conflicts_with = "json")]
    pem: bool,
    /// Our name in EHLO [default: this host's, if it has a domain, else localhost]
    #[arg(long, value_name = "NAME")]
    helo: Option<String>,
    #[command(flatten)]
    transport: Transport,
    #[command(flatten)]
    route: Route,
    #[command(flatten)]
    dns: Dns,
}

const EXAMPLES: &str = "Examples:
  mailtool certs mx.example.org
  mailtool certs imaps://imap.example.org
  mailtool certs submission://mail.example.org --tls-max 1.2 --explain
  mailtool certs -q --pem imap.example.org:993 > chain.pem
  mailtool certs -q --json smtps://mail.example.org | jq -r '.certificates[0].tlsa'
  mailtool certs -q --json pop.example.org:995 | jq '.certificates[].days_left'";

/// Looks at the server, and writes what was seen.
pub fn run(args: &Certs, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    way::check_hello(args.helo.as_deref())?;
    let endpoint = Endpoint::parse(&args.server).map_err(|error| Failure::usage("URL", error))?;
    let protocol = way::protocol(&endpoint);
    let hello = if endpoint.scheme == Some(Scheme::Lmtp) { Hello::Lhlo } else { Hello::Ehlo };
    let name = args.helo.clone().or_else(way::host_name);
    let (stop, stopped) = watch::channel(false);
    let port = endpoint.port_of(protocol, false).map_err(|error| Failure::usage("URL", error))?;
    let way = plan(args, (endpoint, port), (Some(stopped), global, terminal))?;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        match look(&way, protocol, (name.as_deref(), hello)).await {
            Ok(facts) => write(args, &facts, terminal),
            Err((exit, text)) => {
                if terminal.is_quiet() {
                    terminal.failure(&Failure::new(exit, text));
                }
                Ok(exit)
            }
        }
    })
}

/// What the flags mean.
fn plan(
    args: &Certs,
    (endpoint, port): (Endpoint, u16),
    (stop, global, terminal): (Stop, &Global, &Terminal),
) -> Result<client::Way, Failure> {
    way::check_route(&args.route, &endpoint.host)?;
    let tls = way::tls(&args.transport)?.at(port).lenient().by_url();
    let implicit_port = endpoint.is_implicit(port);
    let wanted = if implicit_port { Wanted::Implicit } else { Wanted::StartTls };
    let mode = tls_policy::mode(Facts { wanted, implicit_port, local: false, secret: false, pinned: tls.is_pinned() });
    Ok(client::Way {
        host: endpoint.host,
        addresses: Vec::new(),
        port,
        tls,
        dial: way::by_route(&args.route, way::dial(&args.transport, &args.dns, stop, global, terminal)?)?,
        mode,
        account: None,
        limits: way::limits(global),
        strict: global.strict,
        sessions: Arc::default(),
    })
}

fn write(args: &Certs, facts: &TlsFacts, terminal: &Terminal) -> Result<Exit, Failure> {
    let now = Timestamp::now();
    if args.pem {
        facts.shown.chain.iter().for_each(|link| terminal.result(link.pem().trim_end()));
    } else if terminal.json {
        terminal.json(&CertsRecord::new(facts, now));
    } else {
        lines(facts, now).iter().for_each(|line| terminal.result(line));
    }
    Ok(if facts.verified.is_ok() { Exit::Ok } else { Exit::NoPermission })
}
