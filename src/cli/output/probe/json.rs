//! For a program: one object an address, and one for the delivery plan.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use crate::cli::output::certificate::{CertificateRecord, LinkRecord};
use crate::client::probe::plan::{Action, Step};
use crate::client::probe::{Hello, Probe, Remark, StartTls, Survey, Surveyed, Verdict, plan};
use crate::net::certificate::Certificate;
use crate::net::tls::TlsFacts;
use crate::proto::dns::Name;

/// The fields of `mx --probe --json`, kind `probe`: of an address, or of an exchanger that has none.
#[derive(Serialize)]
pub struct ProbeRecord<'a> {
    domain: String,
    kind: &'static str,
    preference: Option<u16>,
    exchange: String,
    address: Option<String>,
    port: Option<u16>,
    verdict: &'static str,
    banner: Option<String>,
    ehlo: Option<Vec<String>>,
    ehlo_tls: Option<Vec<String>>,
    starttls: &'static str,
    tls: Option<&'a str>,
    cipher: Option<&'a str>,
    group: Option<&'a str>,
    certificate: Option<OwnRecord<'a>>,
    chain: Vec<LinkRecord<'a>>,
    ptr: Vec<String>,
    fcrdns: Option<bool>,
    ms: Milliseconds,
    ended: Option<EndedRecord<'a>>,
    findings: Vec<RemarkRecord<'a>>,
    differences: Vec<RemarkRecord<'a>>,
}

#[derive(Serialize)]
struct OwnRecord<'a> {
    #[serde(flatten)]
    certificate: CertificateRecord<'a>,
    verified: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<&'a str>,
}

/// How long each step took, in milliseconds.
#[derive(Default, Serialize)]
struct Milliseconds {
    connect: Option<f64>,
    greeting: Option<f64>,
    ehlo: Option<f64>,
    tls: Option<f64>,
}

/// Why the conversation ended early.
#[derive(Serialize)]
struct EndedRecord<'a> {
    stage: &'static str,
    reason: &'a str,
}

#[derive(Serialize)]
struct RemarkRecord<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    rfc: &'static str,
}

/// The fields of `mx --probe --json`, kind `plan`.
#[derive(Serialize)]
pub struct PlanRecord<'a> {
    domain: String,
    kind: &'static str,
    steps: Vec<StepRecord>,
    findings: Vec<RemarkRecord<'a>>,
}

#[derive(Serialize)]
struct StepRecord {
    group: usize,
    preference: Option<u16>,
    exchange: String,
    address: Option<String>,
    action: &'static str,
    verified: Option<bool>,
    why: String,
}

impl<'a> ProbeRecord<'a> {
    /// Those of a survey: one an address, and one for each exchanger without. What an exchanger's addresses differ in
    /// stands with each of them. `now`: for the days that certificates are still valid.
    pub fn all(survey: &'a Survey, now: Timestamp) -> Vec<ProbeRecord<'a>> {
        let each = survey.hosts.iter().flat_map(|host| match host.probes() {
            [] => vec![ProbeRecord::of_host(&survey.domain, host)],
            probes => probes.iter().map(|probe| ProbeRecord::new(&survey.domain, host, probe, now)).collect(),
        });
        each.collect()
    }

    fn new(domain: &Name, host: &'a Surveyed, probe: &'a Probe, now: Timestamp) -> ProbeRecord<'a> {
        let tls = probe.tls();
        let peer = tls.and_then(|tls| Some((tls, tls.peer()?)));
        ProbeRecord {
            address: Some(probe.address.to_string()),
            port: Some(probe.port),
            verdict: probe.verdict().name(),
            banner: probe.greeting.as_ref().map(|greeting| format!("{} {}", greeting.code, greeting.words())),
            ehlo: probe.hello.as_ref().map(Hello::lines),
            ehlo_tls: probe.hello_behind_tls().map(Hello::lines),
            starttls: probe.starttls.name(),
            tls: tls.map(|tls| tls.version.as_str()),
            cipher: tls.map(|tls| tls.cipher.as_str()),
            group: tls.and_then(|tls| tls.group.as_deref()),
            certificate: peer.map(|(tls, peer)| OwnRecord::new(tls, peer, now)),
            chain: tls.map(|tls| LinkRecord::all(&tls.shown, tls.place(), now)).unwrap_or_default(),
            ptr: probe.reverse.names.iter().map(Name::host).collect(),
            fcrdns: match &probe.reverse.unknown {
                Some(_) => None,
                None => Some(probe.reverse.confirmed.is_some()),
            },
            ms: Milliseconds::new(probe),
            ended: probe.ended.as_ref().map(|ended| EndedRecord { stage: ended.stage.name(), reason: &ended.reason }),
            findings: probe.remarks.iter().map(RemarkRecord::new).collect(),
            differences: host.remarks.iter().map(RemarkRecord::new).collect(),
            ..ProbeRecord::of_host(domain, host)
        }
    }

    fn of_host(domain: &Name, host: &'a Surveyed) -> ProbeRecord<'a> {
        ProbeRecord {
            domain: domain.host(),
            kind: "probe",
            preference: host.preference,
            exchange: host.name.host(),
            address: None,
            port: None,
            verdict: if host.left_out.is_some() { "left out" } else { Verdict::of(&host.remarks).name() },
            banner: None,
            ehlo: None,
            ehlo_tls: None,
            starttls: StartTls::Unknown.name(),
            tls: None,
            cipher: None,
            group: None,
            certificate: None,
            chain: Vec::new(),
            ptr: Vec::new(),
            fcrdns: None,
            ms: Milliseconds::default(),
            ended: None,
            findings: host.remarks.iter().map(RemarkRecord::new).collect(),
            differences: Vec::new(),
        }
    }
}

impl<'a> OwnRecord<'a> {
    fn new(tls: &'a TlsFacts, own: &'a Certificate, now: Timestamp) -> OwnRecord<'a> {
        OwnRecord {
            certificate: CertificateRecord::new(own, Some(tls.place()), now),
            verified: tls.verified.is_ok(),
            faults: tls.faults.iter().map(|distrust| distrust.reason.as_str()).collect(),
        }
    }
}

impl Milliseconds {
    fn new(probe: &Probe) -> Milliseconds {
        // To the hundredth: loopback takes less than one.
        let ms = |time: Option<Duration>| time.map(|time| (time.as_secs_f64() * 1e5).round() / 100.0);
        let times = probe.timings;
        Milliseconds {
            connect: ms(times.connect),
            greeting: ms(times.greeting),
            ehlo: ms(times.ehlo),
            tls: ms(times.tls),
        }
    }
}

impl<'a> RemarkRecord<'a> {
    fn new(remark: &'a Remark) -> RemarkRecord<'a> {
        let finding = &remark.finding;
        let severity = remark.severity.name();
        RemarkRecord { severity, code: finding.code, message: &finding.message, rfc: finding.rfc }
    }
}

impl<'a> PlanRecord<'a> {
    /// The delivery plan of a survey, with what is to be said of all exchangers together.
    pub fn new(survey: &'a Survey) -> PlanRecord<'a> {
        let step = |step: Step| StepRecord {
            group: step.group,
            preference: step.preference,
            exchange: step.exchange,
            address: step.address.map(|address| address.to_string()),
            action: step.action.name(),
            verified: match step.action {
                Action::Tls { verified } => Some(verified),
                _ => None,
            },
            why: step.why,
        };
        PlanRecord {
            domain: survey.domain.host(),
            kind: "plan",
            steps: plan(survey).into_iter().map(step).collect(),
            findings: survey.remarks.iter().map(RemarkRecord::new).collect(),
        }
    }
}
