//! `mailtool mx`: who takes the mail of a domain.

mod probe;

use std::io::BufRead;
use std::net::IpAddr;
use std::sync::Arc;

use clap::Args;
use futures_util::{StreamExt, stream};

use self::probe::{Probing, run_probe};
use super::block_on;
use crate::base::{Address, Exit};
use crate::cli::args::{Dns, Global, Transport};
use crate::cli::error::Failure;
use crate::cli::output::mx::{self, Failed, Format, Records, Report};
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::exchangers::NoExchanger;
use crate::client::inspection::{Inspection, inspect};
use crate::net::Resolver;
use crate::net::resolver::Answer;
use crate::proto::dns::{Name, Question, Type};

/// How many domains are looked up at the same time, where no transcript is there to be read.
const AT_ONCE: usize = 16;

/// Find the mail exchangers of a domain, as nslookup does, sorted, with what is wrong about them
///
/// Shows the server that was asked, whether its answer is authoritative, the MX records by
/// preference, the name servers, and every address; what the answer did not carry is looked up and
/// marked so. Null MX, domains without MX, aliases, targets that lead nowhere and private addresses
/// are pointed out.
///
/// Exit codes: 0 found, 68 no such domain or it takes no mail (null MX too), 1 no record of --type,
/// 75 no answer (SERVFAIL, REFUSED, timeout), 76 the name server broke the protocol, 3 some of several.
/// With --probe: 0 every address is good, or has warnings only, 1 a check failed (no STARTTLS, a bad
/// certificate), 75 nothing could be found out, 3 not of every address.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Mx {
    /// Mail domains, mail addresses, IP addresses for PTR; - reads them from standard input, one a line
    #[arg(required = true, value_name = "DOMAIN|ADDRESS|-")]
    names: Vec<String>,
    /// Records of another type: A, AAAA, NS, TXT, TLSA, SOA, PTR, SRV, CNAME, ANY, or a number as TYPE99
    #[arg(long = "type", value_name = "TYPE", default_value = "MX", value_parser = parse_type)]
    kind: Type,
    /// The form of the result
    #[arg(long, value_name = "FORM", default_value = "table", conflicts_with = "json")]
    format: Format,
    #[command(flatten)]
    probing: Probing,
    #[command(flatten)]
    dns: Dns,
    #[command(flatten)]
    transport: Transport,
}

const EXAMPLES: &str = "Examples:
  mailtool mx google.com
  mailtool mx --format nslookup google.com
  mailtool mx --dns 9.9.9.9 --dns-over tls alicia@example.org example.net
  mailtool mx -q --format short example.org | head -1
  mailtool mx --probe example.org
  mailtool mx -q --probe --json example.org | jq -r 'select(.kind == \"probe\") | .certificate.tlsa'
  mailtool mx --type TLSA _25._tcp.mx.example.org
  mailtool mx --type PTR 192.0.2.1
  cut -d@ -f2 addresses | sort -u | mailtool mx -q --json - | jq -r 'select(.kind != \"mx\").domain'";

fn parse_type(text: &str) -> Result<Type, String> {
    Type::parse(text).ok_or_else(|| {
        "it is none of MX, A, AAAA, NS, TXT, TLSA, SOA, PTR, SRV, CNAME, ANY, nor a number as TYPE99".to_owned()
    })
}

/// What was found out about one name.
enum Found {
    Inspection(Box<Inspection>),
    Answer(Question, Arc<Answer>),
    Failed(Failure),
}

/// Looks every name up.
pub fn run(args: &Mx, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    if args.probing.probe && args.kind != Type::MX {
        return Err(Failure::usage(
            "--probe",
            format!("only mail exchangers are spoken with, not {} records", args.kind),
        ));
    }
    let names = names(args)?;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let dial = way::dial(&args.transport, &args.dns, Some(stopped), global, terminal)?;
    let resolver = match &dial.resolver {
        Some(resolver) => resolver.clone(),
        None => Arc::new(way::resolver(&args.dns, &args.transport, global, &dial)?),
    };
    let prober = args.probing.prober(&args.transport, global, dial, resolver.clone())?;
    block_on(async {
        tokio::spawn(async move {
            super::terminated().await;
            stop.send_replace(true);
            std::future::pending::<()>().await
        });
        // A question does not wait for its answer while another domain's hosts are spoken with.
        let at_once = if terminal.is_quiet() && prober.is_none() { AT_ONCE } else { 1 };
        let all = stream::iter(&names).map(async |(text, name)| (text, find(&resolver, name, args.kind).await));
        let mut all = std::pin::pin!(all.buffered(at_once));
        let mut exits = Vec::new();
        while let Some((text, found)) = all.next().await {
            let exit = tell(args, text, &found, !exits.is_empty(), terminal);
            exits.push(match (&found, &prober) {
                (Found::Inspection(inspection), Some(prober)) if exit == Exit::Ok => {
                    run_probe(&inspection.exchangers, prober, terminal).await
                }
                _ => exit,
            });
        }
        Ok(Exit::of_all(exits))
    })
}

/// The names of the command line with those of standard input, each with what it was typed as.
fn names(args: &Mx) -> Result<Vec<(String, Name)>, Failure> {
    let mut all = Vec::new();
    for text in &args.names {
        if text != "-" {
            all.push((text.clone(), name(text, args.kind).map_err(|why| Failure::usage("DOMAIN", why))?));
            continue;
        }
        for (n, line) in std::io::stdin().lock().lines().enumerate() {
            let line = line.map_err(|error| Failure::new(Exit::Io, format!("standard input: {error}")))?;
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |why| Failure::new(Exit::Data, format!("standard input, line {}: {why}", n + 1));
            all.push((line.to_owned(), name(line, args.kind).map_err(wrong)?));
        }
    }
    Ok(all)
}

/// A domain, that of a mail address, or the name under which an address is looked up backwards.
fn name(text: &str, kind: Type) -> Result<Name, String> {
    let literal = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    if let Ok(address) = literal.parse::<IpAddr>() {
        return match kind {
            Type::PTR => Ok(Name::reverse(address)),
            _ => Err(format!("{text} is an address: it has no {kind} record, only a name (--type PTR)")),
        };
    }
    let domain = match text.contains('@') {
        true => Address::parse(text).map_err(|error| format!("{text:?}: {error}"))?.domain().to_string(),
        false => text.to_owned(),
    };
    Name::parse(&domain).map_err(|error| format!("{text:?} is no domain name: {error}"))
}

async fn find(resolver: &Resolver, name: &Name, kind: Type) -> Found {
    if kind == Type::MX {
        return match inspect(resolver, name).await {
            Ok(inspection) => Found::Inspection(Box::new(inspection)),
            Err(NoExchanger::Resolve(error)) => Found::Failed(error.into()),
            Err(error) => Found::Failed(Failure::new(Exit::NoHost, error)),
        };
    }
    match resolver.ask(name, kind).await {
        Ok(answer) => Found::Answer(Question { name: name.clone(), kind }, answer),
        Err(error) => Found::Failed(error.into()),
    }
}

/// Writes one result; what it means for a script.
fn tell(args: &Mx, text: &str, found: &Found, again: bool, terminal: &Terminal) -> Exit {
    let lines = match found {
        Found::Failed(failure) => {
            if terminal.json {
                terminal.json(&Failed::new(text, &failure.message, failure.exit));
            }
            terminal.failure(failure);
            return failure.exit;
        }
        Found::Inspection(inspection) if terminal.json => {
            terminal.json(&Report::new(inspection));
            return mx::exit(inspection);
        }
        Found::Answer(question, answer) if terminal.json => {
            terminal.json(&Records::new(question, answer));
            return mx::exit_of_answer(answer);
        }
        Found::Inspection(inspection) => mx::inspection(inspection, args.format),
        Found::Answer(question, answer) => mx::answer(question, answer, args.format),
    };
    if again && args.format != Format::Short {
        terminal.result("");
    }
    lines.iter().for_each(|line| terminal.result(line));
    match found {
        Found::Inspection(inspection) => mx::exit(inspection),
        Found::Answer(_, answer) => mx::exit_of_answer(answer),
        Found::Failed(failure) => failure.exit,
    }
}
