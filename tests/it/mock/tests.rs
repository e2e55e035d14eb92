//! The scripted peers themselves.

use std::thread;
use std::time::Duration;

use super::smtp::{CREDENTIALS, DOT};
use super::{Host, Raw, Server, Smtp, Step, Tap, raw};
use crate::peers::free_port_on;

#[test]
fn a_conversation_is_heard() {
    let server =
        Server::smtp(Smtp::offering(&["PIPELINING", "SIZE 1000"]).once("RCPT", "550 5.1.1 no").on(DOT, "451 later"));
    let mut client = Raw::connect(server.port);
    assert_eq!(client.reply(), "220 mock.test ESMTP\r\n");
    assert_eq!(client.ask("ehlo me"), "250-mock.test\r\n250-PIPELINING\r\n250 SIZE 1000\r\n");
    client.say(b"MAIL FROM:<>\r\nRCPT TO:<a>\r\nRCPT TO:<b>\r\nDATA\r\n");
    assert_eq!([(); 4].map(|()| raw::code(&client.reply())), [250, 550, 250, 354]);
    client.say_split(b"a\r\n..\r\n.\r\nQUIT\r\n", 8);
    assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [451, 221]);
    assert_eq!(client.rest(), "");
    drop(client);
    let heard = server.finish_one();
    assert_eq!((heard.messages, heard.failure), (vec![b"a\r\n..\r\n".to_vec()], None));
}

#[test]
fn exchanges_and_chunks_are_followed() {
    let server =
        Server::smtp(Smtp::offering(&[]).on("AUTH", "334 ").once(CREDENTIALS, "334 ").once(CREDENTIALS, "535 no"));
    let mut client = Raw::greeted(server.port);
    assert_eq!(["AUTH LOGIN", "DATA", "DATA"].map(|line| raw::code(&client.ask(line))), [334, 334, 535]);
    client.say(b"BDAT 4 LAST\r\n\r\n.\nNOOP\r\n");
    assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [250, 250]);
    drop(client);
    assert_eq!(server.finish_one().messages, [b"\r\n.\n"]);
}

#[test]
fn a_script_is_followed_and_a_deviation_told() {
    let script =
        [Step::say("hello\r\n"), Step::Expect("one"), Step::SayEachOctet(b"2\r\n".to_vec()), Step::Expect("three")];
    let server = Server::start(vec![script.to_vec(), vec![Step::Flood(b"ab".to_vec(), 300_000)]]);
    let mut client = Raw::connect(server.port);
    assert_eq!(client.reply(), "hello\r\n");
    assert_eq!(client.ask("ONE and more"), "2\r\n");
    client.say(b"four\r\n");
    assert_eq!(client.rest(), "");
    drop(client);
    assert!(Raw::connect(server.port).rest().len() >= 300_000);
    let heard = server.finish();
    assert!(heard[0].failure.as_ref().is_some_and(|failure| failure.contains("three was expected")), "{heard:?}");
    assert_eq!(heard[1].failure, None);
}

#[test]
fn a_reset_is_no_end() {
    use std::io::Read as _;
    let server = Server::script([Step::Expect("x"), Step::Reset]);
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port)).expect("a connection");
    std::io::Write::write_all(&mut stream, b"x\r\n").expect("a line");
    let error = stream.read(&mut [0; 1]).expect_err("a reset");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}

#[test]
fn a_tap_hears_both() {
    let server = Server::smtp(Smtp::offering(&[]));
    let tap = Tap::start(server.port);
    let mut client = Raw::greeted(tap.port);
    assert_eq!(raw::code(&client.ask("QUIT")), 221);
    client.rest();
    thread::sleep(Duration::from_millis(50));
    assert_eq!(tap.client(), b"EHLO client.test\r\nQUIT\r\n");
    assert!(tap.server().starts_with(b"220 ") && tap.server().ends_with(b"221 2.0.0 bye\r\n"));
}

/// What a client is answered that says what it must, and how the server ends the connection if it does.
fn met(host: Host, place: (&str, u16)) -> String {
    let Some(server) = host.at(place) else { return "nobody".to_owned() };
    let mut client = Raw::connect_to(place);
    let silent = matches!(host, Host::Hanging | Host::Foreign);
    let patience = Duration::from_millis(if silent { 300 } else { 5000 });
    let mut codes = Vec::new();
    let lines = ["", "EHLO me", "STARTTLS", "MAIL FROM:<a>", "RCPT TO:<b>", "DATA", "a: b\r\n\r\n.", "QUIT"];
    for line in lines {
        if line == "STARTTLS" && host != Host::WithoutTls {
            continue;
        }
        if !line.is_empty() {
            client.say(format!("{line}\r\n").as_bytes());
        }
        match client.reply_within(patience) {
            Some(reply) => codes.push(raw::code(&reply).to_string()),
            None => {
                codes.push(if silent { "silence".to_owned() } else { client.rest() + "end" });
                break;
            }
        }
        let refused = codes.last().is_some_and(|code| code.starts_with(['4', '5']));
        if refused && line.starts_with("RCPT") {
            break;
        }
    }
    drop(client);
    assert_eq!(server.address(), format!("{}:{}", place.0, place.1));
    let heard = server.finish_one();
    assert_eq!(heard.said > 0, !matches!(host, Host::Hanging | Host::Closing));
    assert_eq!(heard.messages.len(), usize::from(heard.has("a: b") && host != Host::Vanishing), "{heard:?}");
    codes.join(" ")
}

#[test]
fn every_host_of_a_domain_is_met_on_one_port() {
    let addresses: Vec<String> = (2..).take(Host::ALL.len()).map(|last| format!("127.0.0.{last}")).collect();
    let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let port = free_port_on(&addresses);
    let expected = [
        (Host::Content, "220 250 250 250 354 250 221"),
        (Host::Dead, "nobody"),
        (Host::Hanging, "silence"),
        (Host::Closing, "end"),
        (Host::Refusing, "554 250 250 250 354 250 221"),
        (Host::Busy, "421 end"),
        // to SMTP, `SSH-` is the beginning of a reply of several lines
        (Host::Foreign, "silence"),
        (Host::WithoutTls, "220 250 220 end"),
        (Host::Leaving, "220 250 421 end"),
        (Host::Greylisting, "220 250 250 450"),
        (Host::Unknowing, "220 250 250 550"),
        (Host::Deferring, "220 250 250 250 354 451 221"),
        (Host::Rejecting, "220 250 250 250 354 554 221"),
        (Host::Vanishing, "220 250 250 250 354 end"),
        (Host::Forgetting, "220 250 250 250 354 end"),
    ];
    assert_eq!(expected.map(|(host, _)| host), Host::ALL);
    // one beside the other: most of the time is spent waiting
    thread::scope(|scope| {
        for ((host, codes), address) in expected.into_iter().zip(addresses) {
            scope.spawn(move || assert_eq!(met(host, (address, port)), codes, "{host:?}"));
        }
    });
    assert!(std::net::TcpStream::connect(("127.0.0.3", port)).is_err(), "somebody listens for the dead");
}
