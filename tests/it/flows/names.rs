//! Our own name server, asked by our own resolver and by dig.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use mailtool::base::Exit;
use mailtool::client::exchangers::exchangers;
use mailtool::net::certificates::Trust;
use mailtool::net::resolver::{Over, Server, Settings};
use mailtool::net::{Resolver, Tls};
use mailtool::proto::dns::{Data, INTERNET, Name, Record, Type};
use mailtool::server::dns::{NameServer, Zones};

use crate::peers::bind::{dig, need_dig};
use crate::peers::or_skip;

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn record(owner: &str, kind: Type, data: Data) -> Record {
    Record { name: name(owner), kind, class: INTERNET, ttl: 300, data }
}

/// A zone with two exchangers, one name server, and a name with more text than a datagram holds.
fn zones() -> Zones {
    let numbers = [1, 900, 900, 1800, 60];
    let soa = Data::Soa { primary: name("ns.house.test"), responsible: name("dns.house.test"), numbers };
    let mut records = vec![
        record("house.test", Type::SOA, soa),
        record("house.test", Type::MX, Data::Mx { preference: 20, exchange: name("b.house.test") }),
        record("house.test", Type::MX, Data::Mx { preference: 10, exchange: name("a.house.test") }),
        record("house.test", Type::NS, Data::Name(name("ns.house.test"))),
    ];
    records.extend(
        ["a", "b", "ns"].map(|host| record(&format!("{host}.house.test"), Type::A, Data::A([127, 0, 0, 1].into()))),
    );
    records.extend(
        (0..30).map(|n| record("long.house.test", Type::TXT, Data::Txt(vec![vec![b'a' + n % 26; 200].into()]))),
    );
    Zones::new(records)
}

/// Starts it; where it listens.
async fn started() -> SocketAddr {
    let server = NameServer::bind("127.0.0.1:0".parse().expect("an address"), zones()).await.expect("a port");
    let address = server.address();
    tokio::spawn(server.run());
    address
}

fn resolver(address: SocketAddr, over: Over) -> Resolver {
    Resolver::new(Settings {
        servers: Ok(vec![Server { address, name: None }]),
        over,
        timeout: Duration::from_secs(5),
        tls: Tls::new(Trust::mozilla(), None, false),
        deadline: None,
        stop: None,
        sink: None,
        strict: true,
    })
}

#[tokio::test]
async fn our_resolver_finds_what_is_there() {
    let address = started().await;
    for over in [Over::Udp, Over::Tcp] {
        let resolver = resolver(address, over);
        let found = exchangers(&resolver, &name("house.test")).await.expect("exchangers");
        let list: Vec<_> = found.list.iter().map(|exchanger| (exchanger.preference, exchanger.name.host())).collect();
        assert_eq!(list, [(10, "a.house.test".to_owned()), (20, "b.house.test".to_owned())]);
        assert!(found.answer.message.flags.authoritative && found.answer.over == over);
        let none = exchangers(&resolver, &name("nowhere.house.test")).await.expect_err("nobody");
        assert!(none.to_string().contains("NXDOMAIN"), "{none}");
        let long = resolver.lookup(&name("long.house.test"), Type::TXT).await.expect("texts");
        assert_eq!((long.records.len(), long.answer.over), (30, Over::Tcp), "what does not fit comes by TCP");
        let refused = resolver.ask(&name("elsewhere.test"), Type::MX).await.expect_err("not its zone");
        assert_eq!(mailtool::client::deliver::exit_of_resolve(&refused), Exit::TempFail);
        assert!(refused.to_string().contains("REFUSED"), "{refused}");
    }
}

#[tokio::test]
async fn dig_reads_its_answers() {
    or_skip!(need_dig());
    let port = started().await.port();
    for (question, wanted) in [
        ("house.test MX", "status: NOERROR"),
        ("house.test MX", "flags: qr aa; QUERY: 1, ANSWER: 2, AUTHORITY: 1, ADDITIONAL: 4"),
        ("HOUSE.test MX +noedns", "house.test. 300 IN MX 10 a.house.test."),
        ("house.test MX", "ns.house.test. 300 IN A 127.0.0.1"),
        ("house.test SOA", "ns.house.test. dns.house.test. 1 900 900 1800 60"),
        ("house.test MX +tcp", "(TCP)"),
        ("a.house.test AAAA", "house.test. 60 IN SOA"),
        ("nowhere.house.test MX", "status: NXDOMAIN"),
        ("elsewhere.test MX", "status: REFUSED"),
        ("version.bind TXT CH", "status: REFUSED"),
        ("house.test MX CH", "status: REFUSED"),
        ("house.test MX +edns=1 +noednsneg", "status: BADVERS"),
        ("house.test MX +opcode=notify", "status: NOTIMP"),
        ("long.house.test TXT +ignore", "flags: qr aa tc; QUERY: 1, ANSWER: 0"),
        ("long.house.test TXT", "ANSWER: 30"),
    ] {
        let said = tokio::task::spawn_blocking(move || {
            let arguments: Vec<&str> = question.split(' ').chain(["+norecurse"]).collect();
            dig(port, &arguments)
        });
        let said = said.await.expect("dig").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(wanted), "{wanted} of {question}: {said}");
        assert!(!said.contains("WARNING") && !said.contains(";; Warning"), "{question}: {said}");
    }
}

#[tokio::test]
async fn a_stream_of_nonsense_is_closed_and_others_are_answered() {
    let address = started().await;
    let heard = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).expect("a connection");
        stream.write_all(&[0, 3, 1, 2, 3]).expect("octets");
        let mut heard = Vec::new();
        stream.read_to_end(&mut heard).expect("the end");
        heard
    });
    assert_eq!(heard.await.expect("a client"), b"");
    let found = exchangers(&resolver(address, Over::Tcp), &name("house.test")).await.expect("exchangers");
    assert_eq!(found.list.len(), 2);
}
