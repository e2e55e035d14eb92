//! What is to be said of one address. Pure: the moment comes in as an argument.

use jiff::Timestamp;

use super::{Cause, Ended, Hello, Probe, Remark, Reverse, Severity, Stage, StartTls};
use crate::base::{Domain, Finding};
use crate::net::certificate::{Certificate, Distrust, Fault};
use crate::net::endpoint::Host;
use crate::net::tls::TlsFacts;
use crate::proto::smtp::extensions::STARTTLS;
use crate::proto::smtp::{Class, Reply, Verb};

/// How many days a certificate should still be valid.
const SOON: i64 = 14;
/// Keywords that many servers offer behind TLS alone, and should.
const BEHIND_TLS: [&str; 2] = ["AUTH", "REQUIRETLS"];

/// All remarks, what matters most first. `heard`: what the dialogue found.
pub(super) fn judge(probe: &Probe, heard: Vec<Finding>, now: Timestamp) -> Vec<Remark> {
    let mut remarks = Vec::new();
    remarks.extend(probe.ended.as_ref().map(ended));
    start_tls(&probe.starttls, &mut remarks);
    if let Some(tls) = probe.tls() {
        certificate(tls, now, &mut remarks);
    }
    if let (Some(before), Some(behind)) = (&probe.hello, probe.hello_behind_tls()) {
        keywords(before, behind, &mut remarks);
    }
    banner(probe, &mut remarks);
    if let Some(hello) = &probe.hello {
        self::hello(hello, probe.banner_name().as_deref(), &mut remarks);
    }
    reverse(&probe.reverse, &probe.address.to_string(), &mut remarks);
    for finding in heard {
        if remarks.iter().all(|known| known.finding.code != finding.code) {
            let Finding { code, message, rfc } = finding;
            remarks.push(Remark::warning(code, message, rfc));
        }
    }
    // Stable: within a severity the order of the conversation stays.
    remarks.sort_by_key(|remark| std::cmp::Reverse(remark.severity));
    remarks
}

/// Why the conversation ended early. Only who breaks the protocol or says that there is no mail here for anybody has
/// failed; all else says more about now, or about us, than about the server.
fn ended(ended: &Ended) -> Remark {
    let Ended { stage, cause, reason } = ended;
    match cause {
        Cause::Deviation { code, rfc } => Remark::failure(code, reason.clone(), rfc),
        Cause::Reply(reply) if reply.code == 521 => {
            Remark::failure("takes-no-mail", format!("the host takes no mail at all: {reply}"), "RFC 7504 §3")
        }
        Cause::Reply(reply) if reply.class() == Class::Transient => {
            Remark::inconclusive("put-off", format!("it puts us off at {}: {reply}", step(*stage)), "RFC 5321 §4.2.1")
        }
        Cause::Reply(reply) => {
            let text = format!("it turns us away at {}, perhaps for who we are: {reply}", step(*stage));
            Remark::inconclusive("turned-away", text, "RFC 5321 §3.1")
        }
        Cause::Timeout | Cause::Connection | Cause::Unreachable if *stage == Stage::Connect => {
            Remark::inconclusive("no-connection", reason.clone(), "RFC 5321 §4.5.4.1")
        }
        Cause::Timeout => Remark::inconclusive("no-answer", reason.clone(), "RFC 5321 §4.5.3.2"),
        Cause::Connection | Cause::Unreachable => Remark::inconclusive("broken-off", reason.clone(), "RFC 5321 §3.8"),
        Cause::Interrupted => Remark::inconclusive("interrupted", reason.clone(), "RFC 5321 §3.8"),
    }
}

fn step(stage: Stage) -> &'static str {
    match stage {
        Stage::Connect => "the connection",
        Stage::Greeting => "the greeting",
        Stage::Hello => "EHLO",
        Stage::StartTls => "STARTTLS",
        Stage::HelloBehindTls => "EHLO behind TLS",
    }
}

fn start_tls(starttls: &StartTls, remarks: &mut Vec<Remark>) {
    remarks.push(match starttls {
        StartTls::Unknown | StartTls::Spoken { .. } => return,
        StartTls::NotOffered => {
            let text = "STARTTLS is not offered: mail goes there in clear text, for all on the way to read";
            Remark::failure("no-starttls", text, "RFC 3207 §4")
        }
        StartTls::Refused(reply) if reply.class() == Class::Transient => {
            Remark::inconclusive("starttls-put-off", format!("STARTTLS is put off: {reply}"), "RFC 3207 §4")
        }
        StartTls::Refused(reply) => {
            let text = format!("STARTTLS is offered and then refused: {reply}");
            Remark::failure("starttls-refused", text, "RFC 3207 §4")
        }
        StartTls::Failed { reason, transient: true, .. } => {
            Remark::inconclusive("tls-too-slow", reason.clone(), "RFC 3207 §4.1")
        }
        StartTls::Failed { reason, too_old: true, .. } => Remark::failure("tls-too-old", reason.clone(), "RFC 8996 §4"),
        StartTls::Failed { reason, .. } => {
            Remark::failure("tls-failed", format!("STARTTLS is offered and does not work: {reason}"), "RFC 3207 §4.1")
        }
    });
}

fn certificate(tls: &TlsFacts, now: Timestamp, remarks: &mut Vec<Remark>) {
    for Distrust { fault, reason } in &tls.faults {
        let (code, rfc) = match fault {
            Fault::Name => ("certificate-name", "RFC 9525 §6.3"),
            Fault::Expired => ("certificate-expired", "RFC 5280 §4.1.2.5"),
            Fault::NotYetValid => ("certificate-not-yet-valid", "RFC 5280 §4.1.2.5"),
            Fault::SelfSigned => ("certificate-self-signed", "RFC 5280 §6.1"),
            Fault::UnknownIssuer => ("certificate-unknown-issuer", "RFC 5280 §6.1"),
            Fault::Pin => ("certificate-not-pinned", "RFC 7469 §2.6"),
            Fault::Other => ("certificate-refused", "RFC 5280 §6.1"),
        };
        let text = format!("the certificate is not good for {}: {reason}", tls.name);
        // Who asks not to verify wants to know, and not to fail.
        let severity = if tls.insecure { Severity::Warning } else { Severity::Failure };
        remarks.push(Remark { severity, finding: Finding::new(code, text, rfc) });
    }
    let left = tls.peer().map(|peer| Certificate::days_left(peer, now));
    if let Some(days @ 0..SOON) = left {
        let text = format!("the certificate is valid for {days} more days only");
        remarks.push(Remark::warning("certificate-expires-soon", text, "RFC 5280 §4.1.2.5"));
    }
}

/// What is offered on one side of TLS alone. That STARTTLS goes is what should be, and AUTH may come.
fn keywords(before: &Hello, behind: &Hello, remarks: &mut Vec<Remark>) {
    if behind.capabilities.has(&STARTTLS) {
        let text = "STARTTLS is still offered behind TLS";
        remarks.push(Remark::warning("starttls-behind-tls", text, "RFC 3207 §4.2"));
    }
    let gone = only(before, behind).filter(|keyword| *keyword != STARTTLS.keyword).collect::<Vec<_>>();
    if !gone.is_empty() {
        let text = format!("no longer offered behind TLS: {}", gone.join(", "));
        remarks.push(Remark::warning("keywords-vanish", text, "RFC 3207 §4.2"));
    }
    let come = only(behind, before).filter(|keyword| !BEHIND_TLS.contains(keyword) && *keyword != STARTTLS.keyword);
    let come = come.collect::<Vec<_>>();
    if !come.is_empty() {
        let text = format!("offered behind TLS alone: {}", come.join(", "));
        remarks.push(Remark::info("keywords-appear", text, "RFC 3207 §4.2"));
    }
}

fn only<'a>(one: &'a Hello, other: &'a Hello) -> impl Iterator<Item = &'a str> {
    one.capabilities.keywords().filter(|keyword| other.capabilities.keywords().all(|known| known != *keyword))
}

fn banner(probe: &Probe, remarks: &mut Vec<Remark>) {
    // Whoever does not welcome us need not say who it is.
    let Some(greeting) = probe.greeting.as_ref().filter(|greeting| greeting.is_positive()) else { return };
    match probe.banner_name().filter(|name| is_host(name)) {
        None => {
            let text = format!("the greeting does not begin with the host's full name: {}", Reply::text(greeting));
            remarks.push(Remark::warning("banner-without-name", text, "RFC 5321 §4.2"));
        }
        Some(name) if !is_same(&name, &probe.host) => {
            let text = format!("the greeting's name is {name}, that of the MX record {}", probe.host);
            remarks.push(Remark::info("banner-other-name", text, "RFC 5321 §4.2"));
        }
        Some(_) => {}
    }
}

fn hello(hello: &Hello, banner: Option<&str>, remarks: &mut Vec<Remark>) {
    if hello.verb == Verb::Helo {
        let text = "EHLO is refused, HELO is not: there are no extensions, and no STARTTLS";
        remarks.push(Remark::warning("no-ehlo", text, "RFC 5321 §4.1.1.1"));
    }
    match hello.name().filter(|name| is_host(name)) {
        None => {
            let text = format!("the answer to {} does not begin with the host's full name", hello.verb.name());
            remarks.push(Remark::warning("ehlo-without-name", text, "RFC 5321 §4.1.1.1"));
        }
        Some(name) if banner.is_some_and(|banner| is_host(banner) && !name.eq_ignore_ascii_case(banner)) => {
            let text = format!("its name in the answer to {} is {name}", hello.verb.name());
            remarks.push(Remark::info("ehlo-other-name", text, "RFC 5321 §4.1.1.1"));
        }
        Some(_) => {}
    }
}

/// A name with a dot, or an address literal.
fn is_host(name: &str) -> bool {
    match Domain::parse(name.strip_suffix('.').unwrap_or(name)) {
        Ok(Domain::Name(name)) => name.contains('.'),
        Ok(Domain::Literal(_)) => true,
        Err(_) => false,
    }
}

fn is_same(name: &str, host: &Host) -> bool {
    name.strip_suffix('.').unwrap_or(name).eq_ignore_ascii_case(&host.to_string())
}

fn reverse(reverse: &Reverse, address: &str, remarks: &mut Vec<Remark>) {
    let names = || reverse.names.iter().map(|name| name.host()).collect::<Vec<_>>().join(", ");
    remarks.push(match reverse {
        Reverse { confirmed: Some(_), .. } => return,
        Reverse { unknown: Some(reason), .. } => {
            Remark::info("ptr-unknown", format!("its names could not be looked up: {reason}"), "RFC 8601 §2.7.3")
        }
        Reverse { names, .. } if names.is_empty() => {
            Remark::warning("no-ptr", format!("the address {address} has no name (PTR)"), "RFC 1912 §2.1")
        }
        _ => {
            let text = format!("the names of {address} (PTR) do not lead back to it: {}", names());
            Remark::warning("ptr-not-confirmed", text, "RFC 8601 §2.7.3")
        }
    });
}
