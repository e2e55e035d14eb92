//! What the server takes at most, and when it ends.

use std::time::{Duration, Instant};

use super::run::memory;
use super::{Mailtool, Serve};
use crate::mock::{Raw, raw};

/// Says MAIL and RCPT.
fn envelope(client: &mut Raw) {
    assert_eq!(raw::code(&client.ask("MAIL FROM:<a@x.test>")), 250);
    assert_eq!(raw::code(&client.ask("RCPT TO:<b@x.test>")), 250);
}

#[test]
fn a_line_without_end_is_refused_and_costs_no_memory() {
    let serve = Serve::start(&["-qq"]);
    for early in [true, false] {
        let mut client = if early { Raw::connect(serve.port()) } else { Raw::greeted(serve.port()) };
        if early {
            assert_eq!(raw::code(&client.reply()), 220);
        }
        let before = memory(serve.pid());
        for _ in 0..160 {
            client.say(&[b'a'; 64 << 10]);
        }
        client.say(b"\r\n");
        client.end();
        let replies = client.rest();
        assert!(replies.starts_with("500 5.5.2"), "{replies:?}");
        assert_eq!(replies.lines().filter(|line| line.starts_with("500")).count(), 1, "{replies:?}");
        let grown = memory(serve.pid()) - before;
        assert!(grown < 4 << 10, "{grown} KiB more for 10 MiB");
    }
}

#[test]
fn a_long_line_of_a_message_is_no_long_line_of_a_command() {
    let serve = Serve::start(&["-qq"]);
    let mut client = Raw::greeted(serve.port());
    envelope(&mut client);
    assert_eq!(raw::code(&client.ask("DATA")), 354);
    let before = memory(serve.pid());
    for _ in 0..160 {
        client.say(&[b'a'; 64 << 10]);
    }
    assert_eq!(raw::code(&client.ask("\r\n.")), 250);
    assert!(memory(serve.pid()) - before < 4 << 10);
    assert_eq!(serve.message().len(), 160 * (64 << 10) + 2);
}

#[test]
fn so_many_recipients_and_no_more() {
    let serve = Serve::start(&["-qq"]);
    let mut client = Raw::greeted(serve.port());
    assert_eq!(raw::code(&client.ask("MAIL FROM:<>")), 250);
    let group: String = (0..1001).map(|n| format!("RCPT TO:<u{n}@x.test>\r\n")).collect();
    client.say(group.as_bytes());
    let replies: Vec<String> = (0..1001).map(|_| client.reply()).collect();
    assert!(replies[..1000].iter().all(|reply| raw::code(reply) == 250));
    assert!(replies[1000].starts_with("452 4.5.3"), "{}", replies[1000]);

    let serve = Serve::start(&["-qq", "--max-rcpt", "2"]);
    let args = ["--from", "a@x.test", "--to", "one@x.test,two@x.test,three@x.test", "--body", "b", "--json"];
    let outcome = Mailtool::send(&serve.address("smtp"), args).run().expect(0);
    assert_eq!(outcome.field("status"), ["delivered"; 3], "the third goes in a second transaction: {outcome}");
}

#[test]
fn sizes_are_numbers_within_the_limit() {
    let serve = Serve::start(&["-qq", "--max-size", "1000"]);
    let mut client = Raw::greeted(serve.port());
    for size in ["99999999999999999999", "18446744073709551616", "18446744073709551615", "1001"] {
        let reply = client.ask(&format!("MAIL FROM:<a@x.test> SIZE={size}"));
        assert!([501, 552].contains(&raw::code(&reply)), "{size}: {reply}");
    }
    for size in ["-1", "+1", "0x10", "", "1 1"] {
        let reply = client.ask(&format!("MAIL FROM:<a@x.test> SIZE={size}"));
        assert!([501, 555].contains(&raw::code(&reply)), "{size}: {reply}");
    }
    assert_eq!(raw::code(&client.ask("MAIL FROM:<a@x.test> SIZE=1000")), 250);
}

#[test]
fn a_message_of_just_the_limit_is_taken_and_one_octet_more_is_not() {
    let serve = Serve::start(&["-qq", "--max-size", "1000"]);
    let mut client = Raw::greeted(serve.port());
    for (size, expected) in [(1000, "250 "), (1001, "552 5.3.4"), (2_000_000, "552 5.3.4"), (1000, "250 ")] {
        envelope(&mut client);
        assert_eq!(raw::code(&client.ask("DATA")), 354);
        // a doubled dot counts once
        client.say(&[b"..".to_vec(), vec![b'a'; size - 3], b"\r\n.\r\n".to_vec()].concat());
        let reply = client.reply();
        assert!(reply.starts_with(expected), "{size}: {reply}");
    }
    assert_eq!(serve.messages().iter().map(Vec::len).collect::<Vec<_>>(), [1000, 1000]);
}

#[test]
fn too_many_idle_commands_and_too_many_errors_end_it() {
    // a group of NOOPs would be no group (RFC 2920 §3.1)
    let serve = Serve::start(&["-qq", "--pipelining", "any"]);
    for (command, most) in [("NOOP", 101), ("RSET", 101), ("XYZZY", 25)] {
        let mut client = Raw::greeted(serve.port());
        client.say(format!("{command}\r\n").repeat(150).as_bytes());
        let replies = client.rest();
        let codes: Vec<u16> = replies.lines().map(raw::code).collect();
        assert_eq!(codes.last(), Some(&421), "{command}: {codes:?}");
        assert!(codes.len() <= most + 1, "{command}: {codes:?}");
    }
    // what leads somewhere does not count
    let mut client = Raw::greeted(serve.port());
    for _ in 0..60 {
        assert_eq!(["NOOP", "MAIL FROM:<>", "RSET"].map(|line| raw::code(&client.ask(line))), [250; 3]);
    }
}

#[test]
fn so_many_connections_and_no_more() {
    let serve = Serve::start(&["-qq", "--max-conns", "2"]);
    let kept = [Raw::greeted(serve.port()), Raw::greeted(serve.port())];
    let refused = Raw::connect(serve.port()).rest();
    assert!(refused.starts_with("421 4.3.2"), "{refused}");
    drop(kept);
    let deadline = Instant::now() + Duration::from_secs(10);
    while raw::code(&Raw::connect(serve.port()).reply()) != 220 {
        assert!(Instant::now() < deadline, "there is room again, but nobody is let in");
    }
}

#[test]
fn chunks_are_counted_not_read() {
    let serve = Serve::start(&["-qq", "--bare-newline", "keep"]);
    let mut client = Raw::greeted(serve.port());
    envelope(&mut client);
    // commands in a chunk are content
    client.say(b"BDAT 6\r\nRSET\r\nBDAT 9\r\n\r\n.\r\n.\r\n\nBDAT 0 LAST\r\n");
    assert_eq!([(); 3].map(|()| raw::code(&client.reply())), [250; 3]);
    assert_eq!(serve.message(), b"RSET\r\n\r\n.\r\n.\r\n\n");
    assert_eq!(raw::code(&client.ask("VRFY x")), 252);
}

#[test]
fn a_chunk_at_the_wrong_time_is_read_all_the_same() {
    let serve = Serve::start(&["-qq"]);
    let mut client = Raw::greeted(serve.port());
    client.say(b"BDAT 5\r\nRSET\rVRFY x\r\n");
    assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [503, 252]);
    assert_eq!(raw::code(&client.ask("MAIL FROM:<a@x.test>")), 250);
    client.say(b"BDAT 6 LAST\r\nQUIT\r\nVRFY x\r\n");
    assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [503, 252]);
    envelope_after_mail(&mut client);
    client.say(b"BDAT 3\r\nabc");
    assert_eq!(raw::code(&client.reply()), 250);
    for line in ["DATA", "MAIL FROM:<b@x.test>", "RCPT TO:<c@x.test>"] {
        assert_eq!(raw::code(&client.ask(line)), 503, "{line} between chunks");
    }
    assert_eq!(raw::code(&client.ask("RSET")), 250);
    assert_eq!(serve.messages(), Vec::<Vec<u8>>::new());
}

fn envelope_after_mail(client: &mut Raw) {
    assert_eq!(raw::code(&client.ask("RCPT TO:<b@x.test>")), 250);
}

#[test]
fn a_chunk_of_an_impossible_size_ends_it() {
    let serve = Serve::start(&["-qq", "--max-size", "1000"]);
    for size in ["18446744073709551615", "18446744073709551616", "99999999999999999999", "-1", "x", "+5"] {
        let mut client = Raw::greeted(serve.port());
        envelope(&mut client);
        client.say(format!("BDAT {size}\r\nRSET\r\nQUIT\r\n").as_bytes());
        client.end();
        let replies = client.rest();
        assert!(replies.starts_with("501 ") || replies.starts_with("552 "), "{size}: {replies:?}");
        assert_eq!(replies.lines().count(), 1, "{size}: {replies:?}");
    }
    let mut client = Raw::greeted(serve.port());
    envelope(&mut client);
    client.say(&[b"BDAT 2000 LAST\r\n".to_vec(), vec![b'\n'; 2000], b"VRFY x\r\n".to_vec()].concat());
    assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [552, 252]);
    assert_eq!(serve.messages(), Vec::<Vec<u8>>::new());
}

#[test]
fn control_characters_in_commands_are_refused() {
    let serve = Serve::start(&["-qq"]);
    let lines: [&[u8]; 5] = [
        b"MAIL FROM:<a\0b@x.test>\r\n",
        b"MAIL FROM:<a\rb@x.test>\r\n",
        b"MAIL FROM:<a\x1b[2Jb@x.test>\r\n",
        b"MAIL FROM:<a@x.test\x7f>\r\n",
        b"MAIL FROM:<\xff@x.test>\r\n",
    ];
    for line in lines {
        let mut client = Raw::greeted(serve.port());
        client.say(line);
        let reply = client.reply();
        assert!((500..600).contains(&raw::code(&reply)), "{:?}: {reply}", String::from_utf8_lossy(line));
        assert!(reply.bytes().all(|octet| matches!(octet, b' '..=b'~' | b'\r' | b'\n')), "{reply:?}");
    }
}

#[test]
fn the_order_of_commands_counts() {
    let serve = Serve::start(&["-qq"]);
    let mut client = Raw::connect(serve.port());
    assert_eq!(raw::code(&client.reply()), 220);
    let lines = ["MAIL FROM:<a@x.test>", "RCPT TO:<b@x.test>", "DATA", "EHLO x", "RCPT TO:<b@x.test>", "DATA"];
    assert_eq!(lines.map(|line| raw::code(&client.ask(line))), [503, 503, 503, 250, 503, 503]);
    let lines = ["MAIL FROM:<a@x.test>", "DATA", "MAIL FROM:<a@x.test>", "EHLO x", "RCPT TO:<b@x.test>"];
    assert_eq!(lines.map(|line| raw::code(&client.ask(line))), [250, 503, 503, 250, 503]);
}

#[test]
fn auth_may_be_required_and_may_fail_three_times() {
    let serve = Serve::start(&["-qq", "--auth", "required", "--user", "alicia:wonder land"]);
    let mut client = Raw::greeted(serve.port());
    assert_eq!(raw::code(&client.ask("MAIL FROM:<a@x.test>")), 530);
    let wrong = "AUTH PLAIN AGFsaWNpYQBsYW5k";
    assert_eq!([(); 3].map(|()| raw::code(&client.ask(wrong))), [535; 3]);
    assert_eq!(client.rest(), "");
    let mut client = Raw::greeted(serve.port());
    assert_eq!(raw::code(&client.ask("AUTH PLAIN AGFsaWNpYQB3b25kZXIgbGFuZA==")), 235);
    envelope(&mut client);
    assert_eq!(raw::code(&client.ask("RSET")), 250);
}

#[test]
fn each_message_is_an_event() {
    let serve = Serve::start(&["-qq", "--json", "--user", "alicia:wonder land", "--tls", "auto"]);
    let login = ["-u", "alicia", "--password-env", "SECRET", "--tls", "starttls", "--insecure", "--bcc", "eva@x.test"];
    let letter = Mailtool::letter(&serve.address("smtp"));
    let outcome = letter.args(login).env("SECRET", "wonder land").args(["--json"]).run().expect(0);
    let [event] = &serve.events()[..] else { panic!("one event: {}", serve.stdout()) };
    assert_eq!((&event["event"], &event["mail_from"]), (&"message".into(), &"alicia@example.test".into()));
    assert_eq!(event["rcpt"], serde_json::json!(["pepe@example.test", "eva@x.test"]));
    assert_eq!(event["size"], serve.message().len());
    assert_eq!((&event["tls"], &event["auth"]), (&"TLSv1.3".into(), &"alicia".into()));
    let file = event["file"].as_str().expect("a file");
    assert_eq!(std::fs::read(file).expect("the message"), serve.message());
    let id = event["id"].as_str().expect("an id");
    assert!(file.ends_with(&format!("/{id}.eml")), "{file} {id}");
    assert_eq!(outcome.field("queue_id"), [id, id], "the client was told the same");
}

#[test]
fn without_json_each_message_is_a_line() {
    let serve = Serve::start(&["-qq"]);
    for _ in 0..2 {
        Mailtool::letter(&serve.address("smtp")).run().expect(0);
    }
    let out = serve.stdout();
    assert_eq!(out.lines().count(), 2, "{out}");
    assert!(
        out.lines().all(|line| line.contains("alicia@example.test") && line.contains("pepe@example.test")),
        "{out}"
    );
}

#[test]
fn it_ends_when_it_should() {
    let mut serve = Serve::start(&["-qq", "--exit-after", "2"]);
    for _ in 0..2 {
        assert!(serve.wait(Duration::ZERO).is_none());
        Mailtool::letter(&serve.address("smtp")).run().expect(0);
    }
    let status = serve.wait(Duration::from_secs(10)).expect("an end");
    assert_eq!((status.code(), serve.messages().len(), serve.stdout().lines().count()), (Some(0), 2, 2));

    let started = Instant::now();
    let mut serve = Serve::start(&["-qq", "--exit-after", "1s"]);
    let status = serve.wait(Duration::from_secs(10)).expect("an end");
    assert_eq!(status.code(), Some(0));
    assert!(started.elapsed() >= Duration::from_secs(1));

    let mut serve = Serve::start(&["-qq", "--exit-after", "idle:1s"]);
    for _ in 0..4 {
        std::thread::sleep(Duration::from_millis(500));
        assert!(serve.wait(Duration::ZERO).is_none(), "it was not idle");
        Mailtool::letter(&serve.address("smtp")).run().expect(0);
    }
    assert_eq!(serve.wait(Duration::from_secs(10)).and_then(|status| status.code()), Some(0));
}

#[test]
fn it_ends_when_it_is_told() {
    let mut serve = Serve::start(&["-qq"]);
    let idle = Raw::greeted(serve.port());
    let started = Instant::now();
    let status = serve.stop().expect("an end");
    assert_eq!(status.code(), Some(0), "{status:?}\n{}", serve.stderr());
    assert!(started.elapsed() < Duration::from_secs(11));
    drop(idle);
}

#[test]
fn a_taken_port_is_told() {
    let serve = Serve::start(&["-qq"]);
    let outcome = Mailtool::new(["serve", &format!("--smtp={}", serve.address("smtp")), "--exit-after", "1s"]).run();
    assert_ne!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.err().contains(&serve.port().to_string()), "{outcome}");
}
