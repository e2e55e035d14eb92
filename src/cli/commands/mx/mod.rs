//! `mailtool mx`: who takes the mail of a domain.

mod probe;

use std::io::BufRead;
use std::net::IpAddr;
use std::sync::Arc;

use clap::Args;
use futures_util::{StreamExt, stream};
use tokio::sync::watch;

use self::probe::{Probing, run_probe};
use super::{block_on, stop_at_signal};
use crate::base::escape::escape_str;
use crate::base::{Address, Domain, Exit};
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
use crate::transcript::Weight;

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
    /// No exchanger, and the answer that says so.
    Nobody(Failure, Question, Option<std::sync::Arc<Answer>>),
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
    let (stop, stopped) = watch::channel(false);
    let dial = way::dial(&args.transport, &args.dns, Some(stopped), global, terminal)?;
    let resolver = match &dial.resolver {
        Some(resolver) => resolver.clone(),
        None => Arc::new(way::resolver(&args.dns, &args.transport, global, &dial)?),
    };
    let prober = args.probing.prober(&args.transport, global, dial, resolver.clone())?;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        // A question does not wait for its answer while another domain's hosts are spoken with.
        let at_once = if terminal.is_quiet() && prober.is_none() { AT_ONCE } else { 1 };
        let all = stream::iter(&names).map(async |asked| match &asked.1 {
            Ok(name) => (asked, find(&resolver, name, args.kind).await),
            Err(failure) => (asked, Found::Failed(failure.clone())),
        });
        let mut all = std::pin::pin!(all.buffered(at_once));
        let mut exits = Vec::new();
        let mut before = false;
        while let Some(((text, name), found)) = all.next().await {
            if let Some(failure) = failure(&found) {
                terminal.failure(&if names.len() > 1 { named(failure, text) } else { failure.clone() });
            }
            before |= tell(args, name.as_ref().map_or_else(|_| text.clone(), Name::host), &found, before, terminal);
            exits.push(match (exit(&found), &found, &prober) {
                (Exit::Ok, Found::Inspection(inspection), Some(prober)) => {
                    run_probe(&inspection.exchangers, prober, terminal).await
                }
                (exit, ..) => exit,
            });
        }
        Ok(Exit::of_all(exits))
    })
}

/// What was typed, and the name that it is. A line of standard input that is none does not keep the others from being
/// looked up.
type Asked = (String, Result<Name, Failure>);

/// The names of the command line with those of standard input.
fn names(args: &Mx) -> Result<Vec<Asked>, Failure> {
    let mut all = Vec::new();
    for text in &args.names {
        if text != "-" {
            let name = name(text, args.kind).map_err(|why| Failure::usage("DOMAIN", why))?;
            all.push((text.clone(), Ok(name)));
            continue;
        }
        for (n, line) in std::io::stdin().lock().lines().enumerate() {
            let line = line.map_err(|error| match error.kind() {
                std::io::ErrorKind::InvalidData => {
                    Failure::new(Exit::Data, format!("standard input, line {}: it is no UTF-8", n + 1))
                }
                _ => Failure::new(Exit::Io, format!("standard input: {error}")),
            })?;
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |why| Failure::new(Exit::Data, format!("standard input, line {}: {why}", n + 1));
            all.push((line.to_owned(), name(line, args.kind).map_err(wrong)));
        }
    }
    Ok(all)
}

/// A domain, that of a mail address, or the name under which an address is looked up backwards.
fn name(text: &str, kind: Type) -> Result<Name, String> {
    let domain = match text.contains('@') {
        true => Address::parse(text).map_err(|error| format!("{text:?}: {error}"))?.domain().to_string(),
        false => text.to_owned(),
    };
    if let Some(address) = address(&domain) {
        return match kind {
            Type::PTR => Ok(Name::reverse(address)),
            _ => Err(format!("{domain} is an address: it has no {kind} record, only a name (--type PTR)")),
        };
    }
    if domain.is_empty() {
        return Err("a domain is expected, not an empty text; the root is .".to_owned());
    }
    Name::parse(&domain).map_err(|error| format!("{text:?} is no domain name: {error}"))
}

/// `192.0.2.1`, `2001:db8::1`, and both as address literals (RFC 5321 §4.1.3).
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    match Domain::parse(text) {
        Ok(Domain::Literal(address)) => Some(address),
        _ => bare.parse().ok(),
    }
}

async fn find(resolver: &Resolver, name: &Name, kind: Type) -> Found {
    if kind == Type::MX {
        return match inspect(resolver, name).await {
            Ok(inspection) => Found::Inspection(Box::new(inspection)),
            Err(NoExchanger::Resolve(error)) => Found::Failed(error.into()),
            Err(error) => {
                let question = Question { name: name.clone(), kind };
                // It was asked for before: this answer is that one.
                let answer = resolver.ask(name, kind).await.ok();
                Found::Nobody(Failure::new(Exit::NoHost, error), question, answer)
            }
        };
    }
    match resolver.ask(name, kind).await {
        Ok(answer) => Found::Answer(Question { name: name.clone(), kind }, answer),
        Err(error) => Found::Failed(error.into()),
    }
}

/// Writes one result; whether anything stands on standard output then. `again`: something stands there already.
fn tell(args: &Mx, name: String, found: &Found, again: bool, terminal: &Terminal) -> bool {
    let form = |format| match found {
        Found::Inspection(inspection) => mx::inspection(inspection, format),
        Found::Answer(question, answer) => mx::answer(question, answer, format),
        Found::Nobody(_, question, Some(answer)) if matches!(format, Format::Nslookup | Format::Dig) => {
            mx::answer(question, answer, format)
        }
        Found::Failed(_) | Found::Nobody(..) => Vec::new(),
    };
    if terminal.json {
        return tell_json(name, found, terminal);
    }
    let lines = form(args.format);
    if again && !lines.is_empty() && args.format == Format::Table {
        terminal.result("");
    }
    lines.iter().for_each(|line| terminal.result(line));
    // A person who reads nothing wants to know why, and the forms of other tools have no place for what is wrong.
    if let (true, Some(why)) = (lines.is_empty(), form(Format::Table).first()) {
        match exit(found) {
            Exit::Ok => terminal.note(Weight::Info, why),
            exit => terminal.failure(&Failure::new(exit, why)),
        }
    }
    if let (false, Found::Inspection(inspection)) = (args.format == Format::Table, found) {
        mx::findings(inspection).for_each(|finding| terminal.note(Weight::Warning, finding));
    }
    again || !lines.is_empty()
}

fn tell_json(name: String, found: &Found, terminal: &Terminal) -> bool {
    match found {
        Found::Failed(failure) | Found::Nobody(failure, ..) => terminal.json(&Failed::new(name, failure)),
        Found::Inspection(inspection) => terminal.json(&Report::new(inspection)),
        Found::Answer(question, answer) => terminal.json(&Records::new(question, answer)),
    }
    true
}

fn failure(found: &Found) -> Option<&Failure> {
    match found {
        Found::Failed(failure) | Found::Nobody(failure, ..) => Some(failure),
        Found::Inspection(_) | Found::Answer(..) => None,
    }
}

/// Says whom it is about, unless it says so.
fn named(failure: &Failure, text: &str) -> Failure {
    let text = escape_str(text);
    if failure.message.contains(&*text) { failure.clone() } else { failure.clone().at(&text) }
}

fn exit(found: &Found) -> Exit {
    match found {
        Found::Failed(failure) | Found::Nobody(failure, ..) => failure.exit,
        Found::Inspection(inspection) => mx::exit(inspection),
        Found::Answer(_, answer) => mx::exit_of_answer(answer),
    }
}
