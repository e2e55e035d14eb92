//! `client::probe` against scripted hosts on 127.0.0.0/8 and a scripted name server: what is said to them, and what is
//! said of them.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use mailtool::base::Exit;
use mailtool::client::Limits;
use mailtool::client::exchangers::exchangers;
use mailtool::client::probe::plan::Action;
use mailtool::client::probe::{Probe, Prober, StartTls, Survey, Verdict, plan};
use mailtool::net::certificates::{self, Trust};
use mailtool::net::dial::Family;
use mailtool::net::endpoint::Host;
use mailtool::net::resolver::{Over, Server as NameServer, Settings};
use mailtool::net::{Dial, Resolver, Tls};
use mailtool::proto::dns::Name;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::peer::{Inbox, Recorder, serve, service};
use crate::mock::dns::packet::{A, MX, PTR, Packet, Record, SERVFAIL, address, mx, to_name};
use crate::mock::dns::{Act, Dns, Script};
use crate::mock::smtp::GREETING;
use crate::mock::{LIMIT, Server, Smtp, Step};
use crate::peers::ca::{self, Authority, Flaw};
use crate::peers::{free_port_on, or_skip};

const LOCAL: &str = "127.0.0.1";
const BACKWARDS: &str = "1.0.0.127.in-addr.arpa";

fn prober(port: u16, dns: &Dns, trust: Trust) -> Prober {
    let tls = Tls::new(trust, None, false);
    let servers = Ok(vec![NameServer { address: ([127, 0, 0, 1], dns.port).into(), name: None }]);
    let settings = Settings {
        servers,
        over: Over::Udp,
        timeout: Duration::from_secs(2),
        tls: tls.clone(),
        deadline: None,
        stop: None,
        sink: None,
        strict: false,
    };
    Prober {
        dial: Dial {
            family: Family::Any,
            timeout: Duration::from_secs(5),
            deadline: None,
            stop: None,
            sink: None,
            resolver: None,
            known: Vec::new(),
            bind: None,
            proxies: Vec::new(),
            proxied: None,
            tunnel: None,
            secret: None,
        },
        tls,
        port,
        hello: Some("client.test".to_owned()),
        limits: Limits::each(Duration::from_secs(5)),
        resolver: Arc::new(Resolver::new(settings)),
        strict: false,
        sessions: Arc::default(),
    }
}

fn ptr(owner: &str, name: &str) -> Record {
    to_name(owner, PTR, name)
}

/// A name server that leads the address 127.0.0.1 to mx.test and back.
fn names() -> Dns {
    Dns::start(Script::new().on(BACKWARDS, PTR, [ptr(BACKWARDS, "mx.test")]).on(
        "mx.test",
        A,
        [address("mx.test", LOCAL)],
    ))
}

fn mx_test() -> Host {
    Host::Name("mx.test".to_owned())
}

fn local() -> IpAddr {
    LOCAL.parse().expect("an address")
}

fn codes(probe: &Probe) -> Vec<&'static str> {
    probe.remarks.iter().map(|remark| remark.finding.code).collect()
}

/// What is seen of a host, and what it heard.
async fn seen(steps: impl Into<Vec<Step>>, limit: Duration) -> (Probe, Vec<String>) {
    let (server, dns) = (Server::script(steps), names());
    let prober = Prober { limits: Limits::each(limit), ..prober(server.port, &dns, Trust::mozilla()) };
    let probe = prober.probe(&mx_test(), local()).await;
    (probe, server.finish_one().lines())
}

fn greeting(smtp: Smtp) -> Smtp {
    smtp.on(GREETING, "220 mx.test ESMTP").on("EHLO", "250-mx.test\r\n250 STARTTLS")
}

#[tokio::test]
async fn a_host_without_starttls_hears_ehlo_and_quit() {
    let smtp = Smtp::offering(&["SIZE 1000", "8BITMIME"]).on(GREETING, "220 mx.test ESMTP");
    let (probe, heard) = seen([Step::Converse(smtp)], LIMIT).await;
    assert_eq!(heard, ["EHLO client.test", "QUIT"]);
    assert_eq!((probe.verdict(), &probe.starttls), (Verdict::Failed, &StartTls::NotOffered));
    assert_eq!(codes(&probe), ["no-starttls", "ehlo-other-name"]);
    assert_eq!(
        probe.hello.as_ref().map(|hello| hello.lines()),
        Some(vec!["SIZE 1000".to_owned(), "8BITMIME".to_owned()])
    );
    assert_eq!(probe.reverse.confirmed.as_ref().map(Name::host).as_deref(), Some("mx.test"));
    let times = probe.timings;
    assert!(times.connect.is_some() && times.greeting.is_some() && times.ehlo.is_some() && times.tls.is_none());
}

/// Whoever puts us off, turns us away or says nothing leaves it open whether there is STARTTLS.
#[tokio::test]
async fn what_was_not_seen_is_not_said_to_be_missing() {
    let bye = |reply: &str| vec![Step::say(&format!("{reply}\r\n")), Step::Close];
    let host = || greeting(Smtp::offering(&[]));
    let cases: Vec<(Vec<Step>, &str, &str)> = vec![
        (bye("421 4.7.0 too many connections"), "put-off", "421 4.7.0 too many connections"),
        (vec![Step::Converse(host().on(GREETING, "450 4.7.1 come again"))], "put-off", "450 4.7.1 come again"),
        (
            vec![Step::Converse(host().on(GREETING, "554 5.7.1 you are listed"))],
            "turned-away",
            "554 5.7.1 you are listed",
        ),
        (vec![Step::Close], "broken-off", "closed"),
        (vec![Step::Stall(LIMIT)], "no-answer", "without a greeting"),
        (vec![Step::Converse(host().does("EHLO", bye("421 4.3.2 busy")))], "put-off", "421 4.3.2 busy"),
        (vec![Step::Converse(host().on("EHLO", "451 4.3.2 not yet"))], "put-off", "451 4.3.2 not yet"),
        (vec![Step::Converse(host().on("EHLO", "550 no").on("HELO", "550 5.7.1 not you"))], "turned-away", "not you"),
        (vec![Step::Converse(host().does("EHLO", [Step::Close]))], "broken-off", "EHLO"),
        (
            vec![Step::Converse(host().on("STARTTLS", "454 4.7.0 no TLS now"))],
            "starttls-put-off",
            "454 4.7.0 no TLS now",
        ),
        (vec![Step::Converse(host().does("STARTTLS", bye("421 4.7.0 go")))], "starttls-put-off", "421 4.7.0 go"),
        (
            vec![Step::Converse(host().does("STARTTLS", [Step::say("220 go\r\n"), Step::Stall(LIMIT)]))],
            "tls-too-slow",
            "TLS handshake",
        ),
    ];
    for (steps, code, words) in cases {
        let (probe, heard) = seen(steps.clone(), Duration::from_millis(700)).await;
        assert_eq!(probe.verdict(), Verdict::Inconclusive, "{steps:?}: {:?}", probe.remarks);
        let first = &probe.remarks[0].finding;
        assert_eq!(first.code, code, "{steps:?}");
        assert!(first.message.contains(words), "{steps:?}: {}", first.message);
        assert!(!codes(&probe).contains(&"no-starttls"), "{steps:?}");
        assert!(heard.iter().all(|line| !line.starts_with("MAIL")), "{heard:?}");
    }
}

#[tokio::test]
async fn nobody_listens() {
    let (port, dns) = (free_port_on(&[LOCAL]), names());
    let probe = prober(port, &dns, Trust::mozilla()).probe(&mx_test(), local()).await;
    assert_eq!((probe.verdict(), codes(&probe)), (Verdict::Inconclusive, vec!["no-connection"]));
    assert_eq!(probe.remarks[0].finding.message, "connection refused");
}

#[tokio::test]
async fn what_fails_for_certain() {
    let host = || greeting(Smtp::offering(&[]));
    let cases: Vec<(Vec<Step>, &[&str])> = vec![
        (vec![Step::say("521 5.3.2 mx.test takes no mail\r\n"), Step::Close], &["takes-no-mail"]),
        (vec![Step::say("SSH-2.0-OpenSSH_9.2p1\r\n"), Step::Stall(Duration::from_secs(1))], &["breaks-protocol"]),
        (vec![Step::Converse(host().on("STARTTLS", "502 5.5.1 not implemented"))], &["starttls-refused"]),
        (vec![Step::Converse(host().does("STARTTLS", [Step::say("220 go\r\n"), Step::Close]))], &["tls-failed"]),
        (vec![Step::Converse(host().on("STARTTLS", "220 go\r\n250 injected"))], &["tls-failed"]),
        (
            vec![Step::Converse(host().on("EHLO", "502 5.5.1 no").on("HELO", "250 mx.test"))],
            &["no-starttls", "no-ehlo"],
        ),
    ];
    for (steps, expected) in cases {
        let (probe, _) = seen(steps.clone(), Duration::from_secs(2)).await;
        assert_eq!(probe.verdict(), Verdict::Failed, "{steps:?}: {:?}", probe.remarks);
        let found = codes(&probe);
        assert!(found.starts_with(expected), "{steps:?}: {found:?}");
    }
}

#[tokio::test]
async fn a_deviation_is_remarked_on_and_ends_a_strict_probe() {
    let hello = "250-mx.test\n250 8BITMIME\n";
    let script =
        [Step::say("220 mx.test ESMTP\r\n"), Step::Expect("EHLO"), Step::say(hello), Step::Expect("QUIT"), Step::Close];
    for strict in [false, true] {
        let (server, dns) = (Server::script(script.clone()), names());
        let prober = Prober { strict, ..prober(server.port, &dns, Trust::mozilla()) };
        let probe = prober.probe(&mx_test(), local()).await;
        assert_eq!(probe.verdict(), Verdict::Failed);
        assert_eq!(codes(&probe), if strict { vec!["bare-lf"] } else { vec!["no-starttls", "bare-lf"] });
    }
}

#[tokio::test]
async fn names_lead_back_or_do_not() {
    let smtp = || Server::smtp(greeting(Smtp::offering(&[])).on("STARTTLS", "454 later"));
    let there = || Script::new().on(BACKWARDS, PTR, [ptr(BACKWARDS, "other.test"), ptr(BACKWARDS, "mx.test")]);
    let scripts = [
        (there().on("mx.test", A, [address("mx.test", LOCAL)]), None),
        (there().on("mx.test", A, [address("mx.test", "127.0.0.9")]), Some("ptr-not-confirmed")),
        (there(), Some("ptr-not-confirmed")),
        (Script::new(), Some("no-ptr")),
        (Script::new().on(BACKWARDS, PTR, Packet::negative(SERVFAIL)), Some("ptr-unknown")),
        (there().on("mx.test", A, Act::Say(Packet::negative(SERVFAIL))), Some("ptr-unknown")),
    ];
    for (script, expected) in scripts {
        let (server, dns) = (smtp(), Dns::start(script));
        let probe = prober(server.port, &dns, Trust::mozilla()).probe(&mx_test(), local()).await;
        let found = codes(&probe).into_iter().find(|code| code.contains("ptr"));
        assert_eq!(found, expected);
        assert_eq!(probe.reverse.confirmed.is_some(), expected.is_none());
    }
}

/// What is seen of our own server with such a certificate, by a client that trusts `trust`.
async fn secured(tls: mailtool::net::tls::ServerTls, trust: Trust) -> Probe {
    let (inbox, recorder) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()));
    let mut service = service(None, &inbox, &recorder);
    (service.tls, service.hostname) = (Some(tls), "mx.test".to_owned());
    let (port, dns) = (serve(service, false).await, names());
    prober(port, &dns, trust).probe(&mx_test(), local()).await
}

#[tokio::test]
async fn tls_with_a_good_certificate() {
    let (tls, pem) = certificates::generate(&["mx.test".to_owned()]).expect("a key");
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("ca.pem");
    std::fs::write(&file, pem).expect("a file");
    let probe = secured(tls, Trust::file(&file).expect("a certificate")).await;
    assert_eq!((probe.verdict(), codes(&probe)), (Verdict::Good, vec![]));
    let facts = probe.tls().expect("TLS");
    assert_eq!(facts.version, "TLSv1.3");
    let peer = facts.peer().expect("a certificate");
    assert_eq!(peer.names, ["mx.test"]);
    assert!(probe.hello_behind_tls().is_some() && probe.timings.tls.is_some());
}

#[tokio::test]
async fn flawed_certificates_are_named() {
    or_skip!(ca::need());
    let authority = Authority::throw_away();
    let trust = || Trust::file(authority.ca()).expect("a certificate");
    for (flaw, expected) in [
        (Flaw::WrongHost, vec!["certificate-name"]),
        (Flaw::Expired, vec!["certificate-expired"]),
        (Flaw::NotYetValid, vec!["certificate-not-yet-valid"]),
        (Flaw::SelfSigned, vec!["certificate-self-signed"]),
        (Flaw::MissingIntermediate, vec!["certificate-unknown-issuer"]),
        (Flaw::WrongUsage, vec!["certificate-refused"]),
    ] {
        let files = authority.flawed(flaw, "mx.test");
        let tls = certificates::load(&files.chain, &files.key).expect("a certificate");
        let probe = secured(tls, trust()).await;
        assert_eq!((probe.verdict(), codes(&probe)), (Verdict::Failed, expected), "{flaw:?}");
    }
    // one fault does not hide the others
    let request = ca::Request { valid: ("20200101000000Z", "20201231235959Z"), ..ca::Request::server(&["other.test"]) };
    let files = authority.self_signed(&request);
    let tls = certificates::load(&files.chain, &files.key).expect("a certificate");
    let expected = ["certificate-expired", "certificate-self-signed", "certificate-name"];
    assert_eq!(codes(&secured(tls, trust()).await), expected);
}

/// The exchangers of example.test by these records.
async fn survey(prober: &Prober) -> Survey {
    let domain = Name::parse("example.test").expect("a name");
    prober.survey(&exchangers(&prober.resolver, &domain).await.expect("exchangers")).await
}

#[tokio::test]
async fn a_plan_leaves_out_ourselves_and_passes_over_who_is_not_there() {
    let (port, bare) = (free_port_on(&["127.0.0.2", "127.0.0.3"]), Smtp::offering(&[]));
    let server = Server::smtp_at(("127.0.0.2", port), bare);
    let script = Script::new()
        .on(
            "example.test",
            MX,
            [
                mx("example.test", 30, "client.test"),
                mx("example.test", 10, "a.test"),
                mx("example.test", 20, "b.test"),
                mx("example.test", 20, "gone.test"),
                mx("example.test", 40, "worse.test"),
            ],
        )
        .on("a.test", A, [address("a.test", "127.0.0.2")])
        .on("b.test", A, [address("b.test", "127.0.0.3")]);
    let dns = Dns::start(script);
    let survey = survey(&prober(port, &dns, Trust::mozilla())).await;
    let steps: Vec<_> = plan(&survey).into_iter().map(|step| (step.group, step.exchange, step.action)).collect();
    let step = |group, name: &str, action| (group, name.to_owned(), action);
    assert_eq!(
        steps,
        [
            step(1, "a.test", Action::ClearText),
            step(2, "b.test", Action::PassOver),
            step(2, "gone.test", Action::LeaveOut),
            step(3, "client.test", Action::LeaveOut),
            step(4, "worse.test", Action::LeaveOut),
        ]
    );
    assert_eq!(survey.verdicts(), [Verdict::Failed, Verdict::Inconclusive, Verdict::Failed]);
    assert_eq!(survey.exit(), Exit::NotFound);
    assert_eq!(server.connections(), 1, "one connection an address");
}

#[tokio::test]
async fn exits() {
    let port = free_port_on(&["127.0.0.2"]);
    let dns = Dns::start(Script::new().on("example.test", MX, [mx("example.test", 10, "a.test")]).on(
        "a.test",
        A,
        [address("a.test", "127.0.0.2")],
    ));
    let found = survey(&prober(port, &dns, Trust::mozilla())).await;
    assert_eq!(found.exit(), Exit::TempFail, "nothing could be found out");
    let null = Dns::start(Script::new().on("example.test", MX, [mx("example.test", 0, ".")]));
    let found = survey(&prober(port, &null, Trust::mozilla())).await;
    assert_eq!((found.exit(), found.hosts.len()), (Exit::NoHost, 0));
}

/// Hosts with so many addresses each, all at one port: how many connections stood at once at most, over all.
#[tokio::test]
async fn no_more_than_two_at_once_to_one_host() {
    let listener = TcpListener::bind(("0.0.0.0", 0)).await.expect("a socket");
    let port = listener.local_addr().expect("its address").port();
    let (open, most, total) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let addresses = (2..8).map(|n| address("a.test", &format!("127.0.0.{n}"))).collect::<Vec<_>>();
    let script = Script::new().on("example.test", MX, [mx("example.test", 10, "a.test")]).on("a.test", A, addresses);
    let dns = Dns::start(script);
    let server = async {
        let mut all = futures_util::stream::FuturesUnordered::new();
        loop {
            tokio::select! {
                accepted = listener.accept() => {
                    let (mut stream, _) = accepted.expect("a client");
                    total.fetch_add(1, Ordering::SeqCst);
                    most.fetch_max(open.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let open = &open;
                    all.push(async move {
                        tokio::time::sleep(Duration::from_millis(100)).await;
                        let _ = stream.write_all(b"450 later\r\n").await;
                        // it has gone: from now on another may come
                        open.fetch_sub(1, Ordering::SeqCst);
                        let _ = stream.read(&mut [0; 64]).await;
                    });
                }
                Some(()) = futures_util::StreamExt::next(&mut all), if !all.is_empty() => {}
            }
        }
    };
    let prober = prober(port, &dns, Trust::mozilla());
    let survey = tokio::select! {
        survey = survey(&prober) => survey,
        () = server => unreachable!("it goes on for ever"),
    };
    assert_eq!(survey.hosts[0].probes().len(), 6);
    assert_eq!((most.load(Ordering::SeqCst), total.load(Ordering::SeqCst)), (2, 6));
}
