//! Proxies: real ones, chains of them, and those that lie, stall or refuse.

use std::time::Duration;

use super::{Servers, words};
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::cli::{Mailtool, Outcome, Room};
use crate::mock::{Server, Smtp, Step};
use crate::peers::proxy::{self, Proxy};
use crate::peers::{free_port, or_skip};

const PASSWORD: &str = "pr0xy-CANARY";

fn through(proxies: &[&str]) -> Vec<String> {
    proxies.iter().flat_map(|proxy| ["--proxy".to_owned(), (*proxy).to_owned()]).collect()
}

fn url(scheme: &str, proxy: &Proxy) -> String {
    format!("{scheme}://127.0.0.1:{}", proxy.port)
}

#[test]
fn real_ones_and_chains() {
    or_skip!(proxy::need());
    let (micro, dante) = (Proxy::microsocks(&[]), Proxy::dante(1));
    let tiny = Proxy::tinyproxy("");
    let (socks, socksh, http) = (url("socks5", &micro), url("socks5h", &dante), url("http", &tiny));
    let (socks, socksh, http) = (socks.as_str(), socksh.as_str(), http.as_str());
    let servers = Servers::start();
    for chain in [&[socks][..], &[socksh], &[http], &[http, socksh, socks]] {
        for outcome in servers.each("localhost", |_| through(chain)) {
            let outcome = outcome.expect(0);
            for proxy in chain {
                assert!(outcome.err().contains(&format!("* the proxy {proxy} says: ")), "{proxy}: {outcome}");
            }
        }
    }
    let looked_up = |proxy: &str| {
        let [outcome, ..] = servers.each("localhost", |_| through(&[proxy]));
        outcome.err().contains("hears: CONNECT localhost:")
    };
    assert_eq!(
        (looked_up(&url("socks5", &micro)), looked_up(&url("socks5h", &micro)), looked_up(http)),
        (false, true, true)
    );
    // Where the user says that it is, it is by proxy too.
    let known =
        |port: u16| [through(&[socksh]), words(format!("--resolve {0}:{port}:127.0.0.1", super::HOST))].concat();
    for outcome in servers.each(super::HOST, known) {
        outcome.expect(0).says(&["hears: CONNECT 127.0.0.1:"]);
    }
}

#[test]
fn our_name_is_the_same_by_every_way() {
    or_skip!(proxy::need().and(crate::peers::need(&["bash"])));
    let (server, micro) = (Server::smtp(Smtp::offering(&[])), Proxy::microsocks(&[]));
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test"];
    let (address, proxy, tunnel) = (server.address(), url("socks5h", &micro), crate::cli::bridge(server.port));
    for way in [&["-s", &address][..], &["-s", &address, "--proxy", &proxy], &["--tunnel", &tunnel]] {
        Mailtool::new(["send"]).args(people).args(way).run().expect(0);
    }
    let hellos: Vec<String> = server.finish().iter().map(|heard| heard.lines()[0].clone()).collect();
    assert!(hellos[0].starts_with("EHLO ") && hellos[0] != "EHLO localhost", "{hellos:?}");
    assert_eq!(hellos, vec![hellos[0].clone(); 3]);
}

#[test]
fn passwords_of_real_ones() {
    or_skip!(proxy::need());
    let micro = Proxy::microsocks(&["-u", "pepe", "-P", PASSWORD]);
    let tiny = Proxy::tinyproxy(&format!("BasicAuth pepe {PASSWORD}"));
    let server = Server::smtp(Smtp::offering(&[]));
    let room = Room::new();
    let (file, record) = (room.file("password", format!("{PASSWORD}\n{PASSWORD}\n")), room.at("record"));
    for (scheme, proxy) in [("socks5h", &micro), ("http", &tiny)] {
        let named = format!("{scheme}://pepe@127.0.0.1:{}", proxy.port);
        let letter = |args: &[&str]| {
            let url = format!("smtp://{}", server.address());
            Mailtool::letter(&url).args(["-vv", "--proxy", &named, "--record", &record]).args(args)
        };
        let kept =
            |outcome: &Outcome| Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), scheme);
        let outcome = letter(&["--proxy-password-file", &file]).run().expect(0).says(&["••••"]);
        kept(&outcome);
        kept(&letter(&["--proxy-password-env", "P"]).env("P", PASSWORD).run().expect(0));
        let wrong = letter(&["--proxy-password-env", "P"]).env("P", "other").run();
        let wrong = wrong.expect(77).says(&["does not let us in"]);
        assert_eq!(wrong.out().split_whitespace().nth(1), Some("refused"), "{wrong}");
        letter(&[]).run().expect(78).says(&["--proxy-password-file"]);
        let nobody = url(scheme, proxy);
        let outcome = Mailtool::letter(&server.address()).args(["--proxy", &nobody]).run().expect(77);
        outcome.says(&["does not let us in"]).says(&["user@"]);
        // two of them, a line each
        let other = format!("socks5://pepe@127.0.0.1:{}", micro.port);
        let chain = ["--proxy", &other, "--proxy-password-file", &file];
        letter(&chain).run().expect(77).says(&["would go over clear text"]);
        kept(&letter(&chain).args(["--proxy-insecure-auth"]).run().expect(0));
    }
}

/// Whatever a proxy says of it, the password is not shown.
#[test]
fn passwords_that_a_proxy_says_again() {
    let both = base64(format!("pepe:{PASSWORD}").as_bytes());
    let said = format!("HTTP/1.1 407 no {both} {PASSWORD}\r\nX-Echo: Basic {both}\r\nX: pepe:{PASSWORD}\r\n\r\n");
    let foreign = format!("HTTP/1.1 what {PASSWORD} {both}\r\n\r\n");
    for (said, exit) in [(said, 77), (foreign, 75)] {
        let proxy = Server::script([Step::say(&said), Step::Stall(Duration::from_secs(2))]);
        let room = Room::new();
        let record = room.at("record");
        let named = format!("http://pepe@127.0.0.1:{}", proxy.port);
        let letter = Mailtool::letter("127.0.0.1:25").args(["-vv", "--json", "--proxy", &named, "--record", &record]);
        let outcome = letter.args(["--proxy-password-env", "P", "--timeout", "5"]).env("P", PASSWORD).run();
        let outcome = outcome.expect(exit).says(&["••••"]);
        Secrets::of(PASSWORD).and(&both).not_in(&outcome.everything(Some(&room.read("record"))), "echoed");
    }
}

#[test]
fn real_ones_that_refuse() {
    or_skip!(proxy::need());
    let (closed, blocked) = (free_port(), free_port());
    let (micro, dante) = (Proxy::microsocks(&[]), Proxy::dante(blocked));
    let tiny = Proxy::tinyproxy(&format!("ConnectPort {closed}"));
    let at = |port: u16, proxy: &str| {
        let server = format!("127.0.0.1:{port}");
        Mailtool::letter(&server).args(["--proxy", proxy, "--timeout", "5"]).run().expect(75)
    };
    at(closed, &url("socks5", &micro)).says(&["connection refused"]);
    at(blocked, &url("socks5h", &dante)).says(&["not allowed by ruleset"]);
    at(closed, &url("http", &tiny)).says(&[" 500 "]);
    at(blocked, &url("http", &tiny)).says(&[" 403 "]);
    // one that speaks the other's language, and none at all
    at(closed, &url("socks5", &tiny)).says(&["the proxy socks5://"]);
    at(closed, &url("http", &micro)).says(&["the proxy http://"]);
    at(closed, &format!("http://127.0.0.1:{closed}")).says(&["cannot be reached: 127.0.0.1"]);
}

#[test]
fn whoever_lies_stalls_or_says_too_much() {
    let long = [b"HTTP/1.1 200 ".to_vec(), vec![b'x'; 100_000]].concat();
    let cases: Vec<(&str, Vec<Step>, &str)> = vec![
        ("socks5h", vec![Step::Read(3), Step::say("HTTP/1.1 400 no\r\n")], "it may speak HTTP"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![4, 0])], "no answer of SOCKS5"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 2])], "no answer of SOCKS5"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 255])], "does not let us in"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 0, 5, 9])], "code 9"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 0, 5, 4])], "host unreachable"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 0, 5, 0, 0, 7])], "no answer of SOCKS5"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5, 0, 5, 0, 0, 3, 9, 9]), Step::Close], "ended the connection"),
        ("socks5h", vec![Step::Read(3), Step::Say(vec![5]), Step::Stall(Duration::from_secs(9))], "does not answer"),
        ("socks5h", vec![Step::Close], "ended the connection"),
        ("http", vec![Step::say("\x1b[2J\u{202e}220 mail\r\n")], "\\x1b"),
        ("http", vec![Step::Say(vec![5, 0])], "no answer of HTTP"),
        ("http", vec![Step::say("HTTP/2 200\r\n\r\n")], "no answer of HTTP"),
        ("http", vec![Step::say("HTTP/1.1 2000 x\r\n\r\n")], "no answer of HTTP"),
        ("http", vec![Step::say("HTTP/1.1 503 \x1b[2Jbusy\r\n\r\n")], "503 \\x1b[2Jbusy"),
        ("http", vec![Step::say("HTTP/1.1 100 Continue\r\n\r\n")], "100 Continue"),
        ("http", vec![Step::Say(long)], "more than 16384 octets"),
        ("http", vec![Step::say("HTTP/1.1 200 ok\r\n"), Step::Stall(Duration::from_secs(9))], "does not answer"),
        (
            "http",
            vec![Step::Expect("CONNECT"), Step::Expect("Host"), Step::say("HTTP/1.1 200 ok\r\n"), Step::Close],
            "no answer of HTTP",
        ),
        ("http", vec![Step::Flood(b"HTTP/1.1 200 ok\nX: y\n".to_vec(), 1 << 26)], "octets that begin"),
    ];
    for (scheme, steps, said) in cases {
        let open = !matches!(steps.last(), Some(Step::Close));
        let stays = open.then_some(Step::Stall(Duration::from_secs(3)));
        let proxy = Server::script(steps.iter().cloned().chain(stays).collect::<Vec<_>>());
        let url = format!("{scheme}://{}", proxy.address());
        let outcome =
            Mailtool::letter("smtp://mail.example.test").args(["--proxy", &url, "--timeout", "1", "-vv"]).run();
        let expected = if said == "does not let us in" { 77 } else { 75 };
        let outcome = outcome.expect(expected).says(&[said]).says(&[&format!("the proxy {url} ")]);
        let shown = outcome.out() + &outcome.err();
        assert!(!shown.contains(['\x1b', '\u{202e}']), "{outcome}");
        assert!(outcome.elapsed < Duration::from_secs(4) && outcome.peak < 100_000, "{steps:?}\n{outcome}");
    }
}

#[test]
fn what_comes_at_once_behind_the_answer_is_the_servers() {
    let answer = b"HTTP/1.1 200 ok\r\nX: y\r\n\r\n220 mail.example.test\r\n".to_vec();
    let http = vec![Step::Expect("CONNECT mail.example.test:25 HTTP/1.1"), Step::Say(answer)];
    let answer = [&[5, 0, 5, 0, 0, 3, 1, b'x', 0, 25][..], b"220 mail.example.test\r\n"].concat();
    for (scheme, steps) in [("http", http), ("socks5h", vec![Step::Read(3), Step::Say(answer)])] {
        let proxy = Server::script(steps);
        let url = format!("{scheme}://{}", proxy.address());
        let mailtool = Mailtool::letter("smtp://mail.example.test").args(["--proxy", &url, "--timeout", "2"]);
        mailtool.run().says(&["S: 220 mail.example.test\n"]).says(&["C: EHLO "]);
    }
}

#[test]
fn nothing_is_local_behind_a_proxy() {
    // 127.0.0.1 is the proxy's: no password in clear text
    let answer = b"HTTP/1.1 200 ok\r\n\r\n* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN LOGIN] hi\r\n".to_vec();
    let proxy = Server::script(vec![Step::Say(answer), Step::Stall(Duration::from_secs(3))]);
    let url = format!("http://{}", proxy.address());
    let login = ["imap", "list", "-s", "imap://pepe@127.0.0.1", "--password-env", "P", "--timeout", "1"];
    let outcome = Mailtool::new(login).args(["--proxy", &url]).env("P", PASSWORD).run();
    assert!(matches!(outcome.code, Some(75 | 77)), "{outcome}");
    let heard = proxy.finish().iter().map(crate::mock::Heard::text).collect::<String>();
    assert!(
        heard.starts_with("CONNECT 127.0.0.1:143 ") && !heard.contains("LOGIN") && !heard.contains("AUTH"),
        "{heard}"
    );
}

#[test]
fn mistakes() {
    let letter = |args: &[&str]| Mailtool::letter("mail.example.test").args(args).run();
    for proxy in ["127.0.0.1:1080", "https://x:1", "socks5h://x", "http://:1", "http://x:0"] {
        letter(&["--proxy", proxy]).expect(64).says(&["--proxy"]);
    }
    letter(&["--proxy", "http://a:b@x:1"]).expect(64).says(&["no place in a URL"]);
    letter(&["--proxy-password-env", "P"]).expect(64).says(&["--proxy"]);
    let far = ["--proxy", "http://a@proxy.test:1", "--proxy-password-env", "HOME"];
    letter(&far).expect(77).says(&["would go over clear text"]).says(&["--proxy-insecure-auth"]);
    letter(&["--proxy", "http://proxy.test:1", "--proxy-password-env", "HOME"])
        .expect(64)
        .says(&["no proxy with a user"]);
    letter(&["--proxy", "http://a@127.0.0.1:1", "--proxy-password-env", "NONE"]).expect(78).says(&["NONE"]);
    letter(&["--proxy", "http://a@127.0.0.1:1", "--proxy-password-file", "/nonexistent"]).expect(66);
    Mailtool::new(["imap", "caps", "-s", "unix:/x", "--proxy", "http://x:1"]).run().expect(64).says(&["unix socket"]);
    Mailtool::new(["imap", "caps", "--tunnel", "true", "--proxy", "http://x:1"]).run().expect(64).says(&["--proxy"]);
}
