//! Names from the command line and from standard input: many, wrong, interrupted.

use std::time::Duration;

use super::{ask, everything};
use crate::cli::{Mailtool, Outcome};
use crate::mock::dns::packet::{A, AAAA, MX, NS, address, mx};
use crate::mock::dns::{Act, Dns, Script};
use crate::peers::bind;
use crate::peers::or_skip;

#[test]
fn several_names_in_their_order() {
    or_skip!(bind::need());
    let bind = everything();
    let outcome =
        ask(&bind, &["zero.test", "nowhere.test", "alicia@wild.test", "x.wild.test", "--format", "table"]).expect(3);
    let heads: Vec<String> =
        outcome.out().split("\n\n").map(|part| part.lines().next().unwrap_or_default().to_owned()).collect();
    assert!(heads[0].starts_with("zero.test has one"), "{outcome}");
    assert!(outcome.out().contains("\n\nx.wild.test has one mail exchanger"), "{outcome}");
    assert!(!outcome.out().starts_with('\n') && !outcome.out().contains("\n\n\n"), "{outcome}");
    let errors: Vec<String> = outcome.err().lines().map(str::to_owned).collect();
    assert_eq!(errors[0], "mailtool: the domain nowhere.test does not exist (NXDOMAIN)", "{outcome}");
    // a failure that speaks of a server says whom it is about
    let silent = Dns::start(Script::new().otherwise(Act::Silent));
    let outcome = Mailtool::new(["mx", "-q", "--dns", &silent.address(), "--timeout", "1", "one.test", "two.test"])
        .run()
        .expect(75);
    for name in ["one.test", "two.test"] {
        assert!(outcome.err().contains(&format!("mailtool: {name}: 1 second passed")), "{outcome}");
    }
}

#[test]
fn exits_of_several() {
    or_skip!(bind::need());
    let bind = everything();
    let cases: [(&[&str], i32); 7] = [
        (&["google.test", "implicit.test"], 0),
        (&["google.test", "nowhere.test"], 3),
        (&["google.test", "broken.test"], 3),
        (&["nowhere.test", "broken.test"], 75),
        (&["nowhere.test", "empty.test", "null.test"], 68),
        (&["--type", "A", "nowhere.test", "empty.test"], 69),
        (&["--type", "A", "empty.test", "dangling.test"], 1),
    ];
    for (args, code) in cases {
        ask(&bind, args).expect(code);
        ask(&bind, &[args, &["--json"]].concat()).expect(code);
    }
}

#[test]
fn names_from_standard_input() {
    or_skip!(bind::need());
    let bind = everything();
    let ask = |input: &str, args: &[&str]| -> Outcome {
        Mailtool::new(["mx", "-q", "--dns", &bind.dns(), "--json"]).args(args).stdin(input).run()
    };
    let outcome =
        ask("# ours\n\n google.test \r\nalicia@null.test\nnowhere.test", &["zero.test", "-", "wild.test"]).expect(3);
    assert_eq!(outcome.field("domain"), ["zero.test", "google.test", "null.test", "nowhere.test", "wild.test"]);
    // a line that is none does not keep the others from being looked up
    let outcome = ask("google.test\na b\nzero.test\n", &["-"]).expect(3);
    assert!(outcome.err().contains("standard input, line 2"), "{outcome}");
    assert_eq!(outcome.field("domain"), ["google.test", "a b", "zero.test"]);
    ask("\u{1b}[2J.test\n", &["-"]).expect(65);
    let latin = Mailtool::new(["mx", "-q", "--dns", &bind.dns(), "-"]).stdin(b"google.test\nespa\xf1a.test\n").run();
    assert!(latin.expect(65).err().contains("standard input, line 2: it is no UTF-8"));
    // nothing is asked, and nothing is wrong
    assert_eq!(ask("", &["-"]).expect(0).out(), "");
    // without - it is left alone
    assert_eq!(ask("google.test\n", &["zero.test"]).expect(0).field("domain"), ["zero.test"]);
}

#[test]
fn two_thousand_names_in_their_order() {
    or_skip!(bind::need());
    let bind = everything();
    let names: Vec<String> = (0..2000).map(|n| format!("n{n}.wild.test")).collect();
    let outcome =
        Mailtool::new(["mx", "-q", "--json", "-", "--dns", &bind.dns()]).stdin(names.join("\n")).run().expect(0);
    assert_eq!(outcome.field("domain"), names);
    assert!(outcome.elapsed < Duration::from_secs(20), "{:?}", outcome.elapsed);
    assert!(outcome.peak < 100 * 1024, "{} KiB", outcome.peak);
}

#[test]
fn what_is_no_name() {
    let long = "a".repeat(64) + ".test";
    let longer = "abcdefg.".repeat(40) + "test";
    let odd = [
        "",
        "a..b",
        ".a",
        "a b",
        "a\tb",
        "\u{1b}[31m.test",
        "alicia@",
        "@google.test",
        "a@b@c",
        "192.0.2.1",
        "[::1]",
        "[x]",
        "http://google.test/",
        "a\\.b",
        "-x\u{202e}.test",
        &long,
        &longer,
    ];
    for name in odd {
        let outcome = Mailtool::new(["mx", "--dns", "127.0.0.1:9", "--", name]).run().expect(64);
        super::harmless(&outcome.stderr, false, name);
    }
    Mailtool::new(["mx"]).run().expect(64);
    Mailtool::new(["mx", "a.test", "--json", "--format", "dig"]).run().expect(64);
    Mailtool::new(["mx", "a.test", "--format", "yaml"]).run().expect(64);
}

#[test]
fn an_interrupt_ends_the_wait() {
    let silent = Dns::start(Script::new().otherwise(Act::Silent));
    let wait = |args: &[&str]| {
        let command =
            Mailtool::new(["mx", "--dns", &silent.address(), "--timeout", "20", "a.test", "b.test"]).args(args);
        let outcome = command.interrupted(Duration::from_millis(500)).run().expect(75).says(&["interrupted"]);
        assert!(outcome.elapsed < Duration::from_secs(5), "{outcome}");
    };
    for over in ["udp", "tcp", "tls", "https"] {
        wait(&["--dns-over", over]);
    }
    wait(&["-q", "--json"]);
}

#[test]
fn a_deadline_bounds_all_of_it() {
    let silent = Dns::start(Script::new().otherwise(Act::Silent));
    for over in ["udp", "tcp", "tls", "https"] {
        let args = ["mx", "-q", "--dns", &silent.address(), "--deadline", "1", "--dns-over", over];
        let outcome = Mailtool::new(args).args((0..50).map(|n| format!("n{n}.test"))).run().expect(75);
        assert!(outcome.elapsed < Duration::from_secs(4), "{over}: {outcome}");
    }
}

#[test]
fn a_server_that_dies_halfway() {
    // it gives the MX and then falls silent
    let records = |n: u16| mx("large.test", n, &format!("mx{n}.large.test"));
    let script = Script::new().on("large.test", MX, (0..60).map(records).collect::<Vec<_>>()).otherwise(Act::Silent);
    let dns = Dns::start(script);
    let outcome =
        Mailtool::new(["mx", "-q", "--json", "--dns", &dns.address(), "--timeout", "1", "large.test"]).run().expect(0);
    let hosts = super::hosts(&outcome);
    assert!(hosts.len() == 60 && hosts.iter().all(|host| host.3 == ["lookup-failed"]), "{outcome}");
    assert!(outcome.elapsed < Duration::from_secs(12), "{outcome}");
    // it has the addresses of one family alone
    let script = Script::new()
        .on("half.test", MX, [mx("half.test", 1, "mx.half.test")])
        .on("half.test", NS, Act::Silent)
        .on("mx.half.test", A, [address("mx.half.test", "142.250.0.1")])
        .on("mx.half.test", AAAA, Act::Silent);
    let dns = Dns::start(script);
    let outcome =
        Mailtool::new(["mx", "-q", "--json", "--dns", &dns.address(), "--timeout", "1", "half.test"]).run().expect(0);
    assert_eq!(super::hosts(&outcome)[0].2, ["142.250.0.1"]);
}
