//! `mailtool config show`: each value in effect, and where it stands.

use clap::Args;
use serde::Serialize;

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::args::{Connection, Global, Password};
use crate::cli::compose::{default_sender, one};
use crate::cli::config::account::{Choice, Why};
use crate::cli::config::keys::{KEYS, SECRET};
use crate::cli::config::origin::Place;
use crate::cli::config::{Config, Origin, Service, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::{handshake, way};
use crate::net::Endpoint;
use crate::net::proxy::Proxy;

/// Show each value in effect for send, pop and imap, and where it stands; no password is shown, and no command run
#[derive(Debug, Args)]
pub struct Show {
    /// As if the author were this one
    #[arg(long, value_name = "ADDR")]
    from: Option<String>,
    /// As if this server were named
    #[arg(short, long, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    #[command(flatten)]
    connection: Connection,
}

/// What holds where nothing is said.
const DEFAULTS: [(&str, &str); 3] =
    [("auth", "the strongest that is offered"), ("tls", "auto"), ("ca", "Mozilla's list")];

/// One value.
#[derive(Serialize)]
struct Row {
    /// send, pop, imap; nothing where it holds for all.
    service: Option<&'static str>,
    key: &'static str,
    value: String,
    #[serde(flatten)]
    source: Source,
}

/// Where it stands.
#[derive(Serialize, Default)]
struct Source {
    source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    variable: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

/// Prints the rows.
pub fn run(args: &Show, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let config = Config::load(global, terminal)?;
    check(&config, args, terminal)?;
    let author = args.from.as_deref().map(|text| one("--from", text)).transpose()?;
    let choice = config.choose(author.as_ref())?;
    let mut rows = general(&config, &choice);
    for service in Service::ALL {
        let told = config.fill(Told::new(args.server.as_deref(), &args.connection), service, &choice, terminal)?;
        rows.extend(of_service(service, told)?);
    }
    if terminal.json {
        rows.iter().for_each(|row| terminal.json(row));
    } else {
        table(&rows).iter().for_each(|line| terminal.result(line));
    }
    Ok(Exit::Ok)
}

/// Whether every account makes sense, also those that are not in effect.
fn check(config: &Config, args: &Show, terminal: &Terminal) -> Result<(), Failure> {
    for account in config.accounts() {
        let choice = Choice { account: Some(account), why: Why::Default };
        for service in Service::ALL {
            let told = config.layered(Told::new(None, &args.connection), service, &choice, terminal)?;
            of_service(service, told)?;
        }
    }
    Ok(())
}

/// File, account and author.
fn general(config: &Config, choice: &Choice<'_>) -> Vec<Row> {
    let row = |key, value: String, source| Row { service: None, key, value, source };
    let mut rows = Vec::new();
    if let Some(path) = &config.location.path {
        let there = if config.is_there() { "" } else { " (not there)" };
        rows.push(row("config", format!("{}{there}", path.display()), config.location.named.as_ref().into()));
    }
    let why = match &choice.why {
        Why::Flag => Source::from(Some(&Origin::Flag)),
        Why::Variable => Some(&Origin::Variable("MAILTOOL_ACCOUNT".to_owned())).into(),
        Why::Author(_) => Source { source: "author", ..Source::default() },
        Why::Default | Why::None => None.into(),
    };
    rows.push(row("account", choice.account.map_or("none".to_owned(), |account| account.name.clone()), why));
    let own = choice.account.and_then(|account| account.from.clone().zip(account.from_place.clone()));
    match own {
        Some((from, place)) => rows.push(row("from", from.to_string(), Some(&Origin::File(place)).into())),
        None => rows.extend(default_sender().ok().map(|from| {
            let origin = std::env::var_os("EMAIL").map(|_| Origin::Variable("EMAIL".to_owned()));
            row("from", from.to_string(), origin.as_ref().into())
        })),
    }
    rows
}

/// The values for one service.
fn of_service(service: Service, mut told: Told) -> Result<Vec<Row>, Failure> {
    let endpoint = told.server.as_deref().map(Endpoint::parse).transpose();
    let endpoint = endpoint.map_err(|error| told.place(Failure::usage("--server", error)))?;
    meant(service, &told).map_err(|failure| told.place(failure))?;
    let tunnelled = told.tunnel.tunnel.is_some();
    let mut rows = Vec::new();
    let mut row = |key, value: String, origin: Option<&Origin>| {
        rows.push(Row { service: Some(service.name()), key, value, source: origin.into() });
    };
    // Whom EHLO is said to, as send has it.
    for key in KEYS.iter().filter(|key| key.name != "helo" || service == Service::Send) {
        let field = (key.field)(&mut told);
        let (given, shown) = (field.is_given(), field.shown());
        let default = DEFAULTS.iter().find(|(name, _)| *name == key.name).map(|(_, value)| (*value).to_owned());
        let default = match (key.name, service) {
            ("server", _) if tunnelled => Some("what the command of the tunnel leads to".to_owned()),
            ("server", Service::Send) => Some("the mail exchangers of each recipient".to_owned()),
            ("server", _) => Some("none".to_owned()),
            _ => default.filter(|_| endpoint.is_some()),
        };
        // --password itself is on the command line, but need not be on the screen too.
        let hidden = key.name == "password" && told.connection.password.password.is_some();
        match default {
            _ if given => row(key.name, shown, told.origins.get(key.name)),
            _ if hidden => row(key.name, "••••".to_owned(), Some(&Origin::Flag)),
            Some(default) => row(key.name, default, None),
            None => {}
        }
    }
    let Some(endpoint) = endpoint else { return Ok(rows) };
    let user = told.connection.password.user.clone().or(endpoint.user);
    let secret = KEYS.iter().any(|key| key.group == Some(SECRET) && (key.field)(&mut told).is_given());
    if user.is_some() && !secret && told.connection.password.password.is_none() {
        row("password", "asked for at the terminal".to_owned(), None);
    }
    Ok(rows)
}

/// Whether what is left to those who use it has a meaning.
fn meant(service: Service, told: &Told) -> Result<(), Failure> {
    let Connection { route, password, transport, .. } = &told.connection;
    way::check_hello(told.helo.as_deref())?;
    way::name_servers(&told.dns)?;
    handshake::offer(&transport.handshake)?;
    for proxy in &route.proxy {
        Proxy::parse(proxy).map_err(|error| Failure::usage("--proxy", error))?;
    }
    // Two ways of POP3 to log in are none of SASL.
    let own = |name: &String| service == Service::Pop && ["user", "apop"].contains(&name.to_ascii_lowercase().as_str());
    let auth = password.auth.iter().filter(|name| !own(name)).cloned().collect();
    way::mechanisms(&Password { auth, ..password.clone() }).map(drop)
}

impl From<Option<&Origin>> for Source {
    fn from(origin: Option<&Origin>) -> Source {
        let place = |source, place: &Place| Source {
            source,
            file: Some(place.path.display().to_string()),
            line: Some(place.line),
            ..Source::default()
        };
        match origin {
            None => Source { source: "default", ..Source::default() },
            Some(Origin::Flag) => Source { source: "flag", ..Source::default() },
            Some(Origin::Variable(name)) => {
                Source { source: "environment", variable: Some(name.clone()), ..Source::default() }
            }
            Some(Origin::File(at)) => place("file", at),
            Some(Origin::Netrc(at)) => place("netrc", at),
        }
    }
}

impl Source {
    fn shown(&self) -> String {
        match (self.file.as_ref().zip(self.line), &self.variable) {
            (Some((file, line)), _) => format!("{file}:{line}"),
            (None, Some(variable)) => variable.clone(),
            (None, None) => self.source.to_owned(),
        }
    }
}

/// The rows in columns.
fn table(rows: &[Row]) -> Vec<String> {
    let rows: Vec<[String; 4]> = rows.iter().map(columns).collect();
    let width = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|text| text.chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2).min(60), 0];
    let line = |row: &[String; 4]| {
        let cells = row.iter().zip(widths).map(|(text, width)| format!("{text:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn columns(row: &Row) -> [String; 4] {
    let service = row.service.unwrap_or_default().to_owned();
    [service, row.key.to_owned(), escape_str(&row.value).into_owned(), escape_str(&row.source.shown()).into_owned()]
}
