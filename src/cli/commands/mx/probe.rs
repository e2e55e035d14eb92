//! `mailtool mx --probe`: the mail exchangers of a domain, spoken with.

use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;

use crate::base::Exit;
use crate::cli::args::{Global, Transport};
use crate::cli::error::Failure;
use crate::cli::output::probe::{PlanRecord, ProbeRecord, lines};
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::Limits;
use crate::client::exchangers::Exchangers;
use crate::client::probe::{Cause, PATIENCE, Prober, Survey, Surveyed};
use crate::net::{Dial, Resolver};

/// Speaking with the exchangers.
#[derive(Debug, Args)]
#[command(next_help_heading = "Probe")]
pub struct Probing {
    /// Speak with every address of every exchanger, without a message: greeting, EHLO, STARTTLS, certificate, names of
    /// the address, differences; and say whom a sender would try
    #[arg(long)]
    pub probe: bool,
    /// The port of the exchangers
    #[arg(long, value_name = "PORT", default_value_t = 25, value_parser = clap::value_parser!(u16).range(1..), requires = "probe")]
    port: u16,
    /// Our name in EHLO [default: this host's, if it has a domain, else our address]
    #[arg(long, value_name = "NAME", requires = "probe")]
    helo: Option<String>,
}

impl Probing {
    /// How the exchangers are spoken with, if they are.
    pub fn prober(
        &self,
        transport: &Transport,
        global: &Global,
        dial: Dial,
        resolver: Arc<Resolver>,
    ) -> Result<Option<Prober>, Failure> {
        match transport.handshake.named() {
            Some(flag) if !self.probe => {
                return Err(Failure::usage(flag, "no exchanger is spoken with").hint("--probe"));
            }
            _ if !self.probe => return Ok(None),
            _ => {}
        }
        way::check_hello(self.helo.as_deref())?;
        Ok(Some(Prober {
            dial,
            tls: way::tls(transport)?.at(self.port),
            port: self.port,
            hello: self.helo.clone().or_else(way::host_name),
            limits: global.timeout.map_or(Limits::each(PATIENCE), |_| way::limits(global)),
            resolver,
            strict: global.strict,
            sessions: Arc::default(),
        }))
    }
}

/// Speaks with every exchanger and writes the result; what it means for a script: 0 all is good, or good enough, 1 a
/// check failed, 75 nothing could be found out, 3 not of all, 68 the domain takes no mail, 76 a server departs from an
/// RFC, where that is a failure.
pub async fn run_probe(exchangers: &Exchangers, prober: &Prober, terminal: &Terminal) -> Exit {
    let survey = prober.survey(exchangers).await;
    let now = Timestamp::now();
    if terminal.json {
        ProbeRecord::all(&survey, now).iter().for_each(|record| terminal.json(record));
        terminal.json(&PlanRecord::new(&survey));
    } else {
        terminal.result("");
        lines(&survey, now, prober.tls.tells()).iter().for_each(|line| terminal.result(line));
    }
    if prober.strict && deviates(&survey) { Exit::Protocol } else { survey.exit() }
}

/// Whether a conversation ended because the server departs from an RFC.
fn deviates(survey: &Survey) -> bool {
    let mut ends = survey.hosts.iter().flat_map(Surveyed::probes).filter_map(|probe| probe.ended.as_ref());
    ends.any(|ended| matches!(ended.cause, Cause::Deviation { .. }))
}
