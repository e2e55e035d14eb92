//! For a person: a table with one line an address, the details of each, and the delivery plan.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::base::escape::escape_str;
use crate::cli::theme::paint;
use crate::client::exchangers::Kind;
use crate::client::probe::plan::{Action, Step};
use crate::client::probe::{
    Hello, Probe, Remark, Reverse, Severity, StartTls, Survey, Surveyed, Verdict, Whereabouts, plan,
};
use crate::net::certificate::Certificate;
use crate::net::shown::Place;
use crate::net::tls::TlsFacts;
use crate::proto::smtp::extensions::STARTTLS;
use crate::transcript::text::Label;

/// One line an address: preference, exchanger, address, verdict, time to connect, name in the greeting, TLS,
/// certificate, days that it is valid, name of the address.
const COLUMNS: usize = 10;
const HEADINGS: [&str; COLUMNS] =
    ["PREF", "EXCHANGER", "ADDRESS", "VERDICT", "CONNECT", "GREETS AS", "TLS", "CERTIFICATE", "DAYS", "PTR"];
type Row = [String; COLUMNS];

/// All lines, safe to show. `now`: for the days that certificates are still valid. `certs`: the whole chain of each.
pub fn lines(survey: &Survey, now: Timestamp, certs: bool) -> Vec<String> {
    let domain = survey.domain.host();
    if survey.kind == Kind::Null {
        return vec![format!("{domain} takes no mail (null MX, RFC 7505): there is nobody to speak with")];
    }
    let mut rows = vec![HEADINGS.map(str::to_owned)];
    let mut before = None;
    for host in &survey.hosts {
        let preference = host.preference.filter(|_| before != host.preference);
        before = host.preference;
        rows.extend(host_rows(host, preference.map(|n| n.to_string()).unwrap_or_default(), now));
    }
    let mut lines = aligned(&rows);
    lines.extend(survey.remarks.iter().map(|each| remark("", each)));
    for host in &survey.hosts {
        host_details(host, now, certs, &mut lines);
    }
    lines.push(String::new());
    plan_lines(survey, &mut lines);
    lines
}

fn host_rows(host: &Surveyed, preference: String, now: Timestamp) -> Vec<Row> {
    let mut first = Some((preference, host.name.host()));
    let mut start = move || first.take().unwrap_or_default();
    match &host.whereabouts {
        Whereabouts::Addresses(probes) => probes.iter().map(|probe| row(start(), probe, now)).collect(),
        _ => {
            let (preference, name) = start();
            let verdict = if host.left_out.is_some() { "left out" } else { Verdict::of(&host.remarks).name() };
            let dash = || "-".to_owned();
            let seen: [String; COLUMNS - 4] = std::array::from_fn(|_| dash());
            let [connect, greeting, tls, certificate, days, ptr] = seen;
            let row = [preference, name, dash(), verdict.to_owned(), connect, greeting, tls, certificate, days, ptr];
            vec![row]
        }
    }
}

fn row((preference, name): (String, String), probe: &Probe, now: Timestamp) -> Row {
    let peer = probe.tls().and_then(|tls| tls.peer());
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    [
        preference,
        name,
        probe.address.to_string(),
        probe.verdict().name().to_owned(),
        or_none(probe.timings.connect.map(|time| format!("{} ms", time.as_millis()))),
        or_none(probe.banner_name().map(|name| escape_str(&name).into_owned())),
        match &probe.starttls {
            StartTls::Unknown => "-".to_owned(),
            StartTls::Spoken { tls, .. } => tls.version.clone(),
            other => other.name().to_owned(),
        },
        or_none(probe.tls().map(certificate_verdict)),
        or_none(peer.map(|peer| peer.days_left(now).to_string())),
        reverse(&probe.reverse),
    ]
}

fn certificate_verdict(tls: &TlsFacts) -> String {
    let faults: Vec<_> = tls.faults.iter().map(|distrust| distrust.fault.name()).collect();
    if faults.is_empty() { "good".to_owned() } else { faults.join(", ") }
}

fn reverse(reverse: &Reverse) -> String {
    match (reverse, reverse.names.first()) {
        (Reverse { confirmed: Some(name), .. }, _) => name.host(),
        (Reverse { unknown: Some(_), .. }, _) => "unknown".to_owned(),
        (_, Some(name)) => format!("{}, not back", name.host()),
        _ => "none".to_owned(),
    }
}

/// Columns as wide as they must be; numbers to the right.
fn aligned(rows: &[Row]) -> Vec<String> {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let line = |row: &Row| {
        let cells = row.iter().enumerate().map(|(n, cell)| {
            let width = width(n).unwrap_or_default();
            if matches!(n, 0 | 4 | 8) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn host_details(host: &Surveyed, now: Timestamp, certs: bool, lines: &mut Vec<String>) {
    for probe in host.probes() {
        lines.push(String::new());
        lines.push(format!("{} [{}]:{}: {}", host.name.host(), probe.address, probe.port, probe.verdict().name()));
        details(probe, now, certs, lines);
        lines.extend(probe.remarks.iter().map(|each| remark("  ", each)));
    }
    if !host.remarks.is_empty() {
        lines.push(String::new());
        lines.push(host.name.host());
        lines.extend(host.remarks.iter().map(|each| remark("  ", each)));
    }
}

fn details(probe: &Probe, now: Timestamp, certs: bool, lines: &mut Vec<String>) {
    lines.extend(probe.greeting.as_ref().map(|greeting| format!("  greeting   {greeting}")));
    if let Some(hello) = &probe.hello {
        lines.push(format!("  {:<9}  {}", hello.verb.name(), offered(hello)));
    }
    if let (Some(before), Some(behind)) = (&probe.hello, probe.hello_behind_tls()) {
        lines.push(format!("  with TLS   {}", compared(before, behind)));
    }
    if let Some(tls) = probe.tls() {
        let group = tls.group.as_ref().map(|group| format!(", {group}")).unwrap_or_default();
        lines.push(format!("  TLS        {} {}{group}", tls.version, tls.cipher));
        if certs {
            lines.extend(tls.shown.lines(tls.place(), now).iter().map(|line| format!("  {line}")));
        } else {
            lines.extend(tls.peer().into_iter().flat_map(|peer| certificate(peer, tls.place(), now)));
        }
    }
    let times = [
        ("connect", probe.timings.connect),
        ("greeting", probe.timings.greeting),
        ("EHLO", probe.timings.ehlo),
        ("TLS", probe.timings.tls),
    ];
    let times = times.iter().filter_map(|(what, time)| Some(format!("{what} {} ms", time.as_ref()?.as_millis())));
    let times = times.collect::<Vec<_>>().join(", ");
    if !times.is_empty() {
        lines.push(format!("  times      {times}"));
    }
}

fn offered(hello: &Hello) -> String {
    let lines = hello.lines();
    match lines.is_empty() {
        true => "no extensions".to_owned(),
        false => escape_str(&lines.join(", ")).into_owned(),
    }
}

/// What is offered behind TLS, as against what was before.
fn compared(before: &Hello, behind: &Hello) -> String {
    let (old, new) = (before.lines(), behind.lines());
    let is_starttls = |line: &String| line.eq_ignore_ascii_case(STARTTLS.keyword);
    let gone =
        old.iter().filter(|line| !new.contains(line) && !is_starttls(line)).map(|line| format!("without {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("with {line}"));
    let changes: Vec<_> = come.chain(gone).collect();
    match changes.is_empty() {
        true => "the same, but for STARTTLS".to_owned(),
        false => escape_str(&changes.join(", ")).into_owned(),
    }
}

fn certificate(peer: &Certificate, place: Place<'_>, now: Timestamp) -> [String; 4] {
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d").to_string();
    let names = if peer.names.is_empty() { "no name".to_owned() } else { peer.names.join(", ") };
    let (from, until) = (day(peer.not_before), day(peer.not_after));
    [
        format!("  names      {names}"),
        format!(
            "  issuer     {}; {from} to {until}, {} days left; {}",
            peer.issuer,
            peer.days_left(now),
            peer.algorithm
        ),
        format!("  SHA-256    {}", peer.sha256),
        format!("  publish    {}", peer.tlsa(place)),
    ]
}

fn remark(indent: &str, remark: &Remark) -> String {
    let (mark, label) = match remark.severity {
        Severity::Failure | Severity::Warning => ('!', Label::Warning),
        Severity::Inconclusive => ('?', Label::Warning),
        Severity::Info => ('*', Label::Note),
    };
    let finding = &remark.finding;
    let text = format!("{mark} {}: {} ({})", finding.code, escape_str(&finding.message), finding.rfc);
    format!("{indent}{}", paint(label, &text))
}

fn plan_lines(survey: &Survey, lines: &mut Vec<String>) {
    let steps = plan(survey);
    lines.push(format!(
        "delivery plan for {}: the first that takes the message is the last (RFC 5321 §5.1)",
        survey.domain.host()
    ));
    let width = steps.iter().map(|step| place(step).chars().count()).max().unwrap_or_default();
    let mut group = 0;
    for step in &steps {
        if step.group != group {
            group = step.group;
            let hosts = steps.iter().filter(|other| other.group == group).map(|other| &other.exchange);
            let hosts = hosts.collect::<std::collections::BTreeSet<_>>().len();
            let order = if hosts > 1 { format!(", {hosts} hosts in random order") } else { String::new() };
            lines.push(match step.preference {
                Some(preference) => format!("  {group}. preference {preference}{order}"),
                None => format!("  {group}. no MX: the domain's own host"),
            });
        }
        let action = match step.action {
            Action::Tls { .. } => "TLS",
            Action::ClearText => "clear text",
            Action::PassOver => "passed over",
            Action::LeaveOut => "left out",
        };
        lines.push(format!("     {:<width$}  {action}: {}", place(step), escape_str(&step.why)));
    }
    if steps.iter().all(|step| step.action == Action::LeaveOut) {
        lines.push("     nobody takes it: it goes back to its sender (RFC 5321 §5.1)".to_owned());
    } else if steps.iter().all(|step| matches!(step.action, Action::PassOver | Action::LeaveOut)) {
        lines.push("     nobody takes it now: it waits, and all are tried again later (RFC 5321 §4.5.4.1)".to_owned());
    }
}

fn place(step: &Step) -> String {
    match step.address {
        Some(address) => format!("{} [{address}]", step.exchange),
        None => step.exchange.clone(),
    }
}
