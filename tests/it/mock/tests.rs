//! The scripted peers themselves.

use std::thread;
use std::time::Duration;

use super::smtp::{CREDENTIALS, DOT};
use super::{Raw, Server, Smtp, Step, Tap, raw};

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
