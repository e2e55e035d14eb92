//! `mailtool mx`: the domain of the lecture in every form, every trap's zone, names from everywhere.

mod forms;
mod names;

use super::escapes::harmless;
use super::{Mailtool, Outcome};
use crate::peers::bind::{self, Bind};
use crate::peers::{or_skip, zones};

/// BIND with all zones.
fn everything() -> Bind {
    Bind::start(&[zones::traps(), vec![zones::google()]].concat())
}

/// `mailtool mx -q --dns BIND ARGS`.
fn ask(bind: &Bind, args: &[&str]) -> Outcome {
    Mailtool::new(["mx", "-q", "--timeout", "5", "--dns", &bind.dns()]).args(args).run()
}

/// Time, size and port out: what remains is the same every time.
fn timeless(bind: &Bind, text: &str) -> String {
    let line = |line: &str| match line.rsplit_once(", ") {
        Some((before, ms)) if ms.ends_with(" ms)") => format!("{before}, 0 ms)"),
        _ => line.to_owned(),
    };
    let text = text.lines().map(line).collect::<Vec<_>>().join("\n");
    text.replace(&bind.port.to_string(), "53")
}

/// Exchangers, addresses and codes of findings of one domain.
fn hosts(outcome: &Outcome) -> Vec<(u64, String, Vec<String>, Vec<String>)> {
    let json = outcome.json();
    let texts = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|text| Some(text.as_str()?.to_owned())).collect()
    };
    let codes = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|f| Some(f["code"].as_str()?.to_owned())).collect()
    };
    let host = |mx: &serde_json::Value| {
        let name = mx["exchange"].as_str().expect("a name").to_owned();
        (mx["preference"].as_u64().expect("a number"), name, texts(&mx["addresses"]), codes(&mx["findings"]))
    };
    json[0]["mx"].as_array().into_iter().flatten().map(host).collect()
}

#[test]
fn the_domain_of_the_lecture() {
    or_skip!(bind::need());
    let bind = Bind::start(&[zones::google()]);
    let outcome = ask(&bind, &["google.test"]).expect(0);
    let expected = "\
google.test has 5 mail exchangers; authoritative answer of 127.0.0.1:53 (udp, 627 octets, 0 ms)

PREF  HOST                      ADDRESS                 TTL  FOUND
  10  aspmx.l.google.test       142.250.153.26          300  additional
                                2a00:1450:4013:c16::1b  300  additional
  20  alt1.aspmx.l.google.test  142.250.153.27          300  additional
                                2a00:1450:4013:c16::1c  300  additional
  30  alt2.aspmx.l.google.test  142.250.153.28          300  additional
                                2a00:1450:4013:c16::1d  300  additional
  40  alt3.aspmx.l.google.test  142.250.153.29          300  additional
                                2a00:1450:4013:c16::1e  300  additional
  50  alt4.aspmx.l.google.test  142.250.153.30          300  additional
                                2a00:1450:4013:c16::1f  300  additional
  NS  ns1.google.test           216.239.32.10           300  additional
                                2001:4860:4802:32::a    300  additional
  NS  ns2.google.test           216.239.34.10           300  additional
                                2001:4860:4802:34::a    300  additional
  NS  ns3.google.test           216.239.36.10           300  additional
                                2001:4860:4802:36::a    300  additional
  NS  ns4.google.test           216.239.38.10           300  additional
                                2001:4860:4802:38::a    300  additional";
    assert_eq!(timeless(&bind, &outcome.out()), expected, "{outcome}");
    assert_eq!(outcome.err(), "");
    // all of it came in one answer
    assert_eq!(bind.queries(), ["google.test IN MX +E(0)"]);
}

#[test]
fn the_transcript_has_flags_times_to_live_and_timings() {
    or_skip!(bind::need());
    let bind = Bind::start(&[zones::google()]);
    let outcome = Mailtool::new(["mx", "-v", "--dns", &bind.dns(), "google.test"]).run().expect(0);
    let err = outcome.err();
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines[0], format!("* asking the name server {} over udp", bind.dns()));
    assert!(
        lines[1].starts_with("C: QUERY id ")
            && lines[1].ends_with(" flags rd; google.test. IN MX; EDNS 1232; 40 octets")
    );
    let head =
        " flags qr aa rd; google.test. IN MX; answer 5, authority 4, additional 18; EDNS 1232; 627 octets after ";
    assert!(
        lines[2].starts_with("S: NOERROR id ") && lines[2].contains(head) && lines[2].ends_with(" ms"),
        "{outcome}"
    );
    assert_eq!(lines.len(), 3 + 5 + 4 + 18, "{outcome}");
    assert!(lines.contains(&"S:   answer      google.test. 300 IN MX 10 aspmx.l.google.test."), "{outcome}");
}

#[test]
fn the_fields_of_json() {
    or_skip!(bind::need());
    let bind = Bind::start(&[zones::google()]);
    let outcome = ask(&bind, &["google.test", "--json"]).expect(0);
    let json = &outcome.json()[0];
    assert_eq!((json["domain"].as_str(), json["kind"].as_str()), (Some("google.test"), Some("mx")));
    assert_eq!((json["server"].as_str(), json["authoritative"].as_bool()), (Some(&*bind.dns()), Some(true)));
    let ns: Vec<&str> = json["ns"].as_array().into_iter().flatten().filter_map(|name| name.as_str()).collect();
    assert_eq!(ns, ["ns1.google.test", "ns2.google.test", "ns3.google.test", "ns4.google.test"]);
    let hosts = hosts(&outcome);
    assert_eq!(hosts.iter().map(|host| host.0).collect::<Vec<_>>(), [10, 20, 30, 40, 50]);
    let (_, name, addresses, findings) = &hosts[0];
    assert_eq!((name.as_str(), findings.len()), ("aspmx.l.google.test", 0));
    assert_eq!(addresses, &["142.250.153.26", "2a00:1450:4013:c16::1b"]);
    let resolver = Bind::resolver(&bind);
    assert_eq!(ask(&resolver, &["google.test", "--json"]).expect(0).field("authoritative"), ["false"]);
}

#[test]
fn a_pipe_that_closes_early_is_no_failure() {
    or_skip!(bind::need());
    let bind = everything();
    for format in ["table", "nslookup", "dig", "short"] {
        let script = "\"$0\" \"$@\" | head -1; echo ${PIPESTATUS[0]}";
        let args = ["-c", script, super::run::PROGRAM, "mx", "-q", "--dns", &bind.dns(), "--format", format];
        let output =
            crate::peers::run("bash", &[&args[..], &["google.test", "many.test", "google.test"]].concat(), b"");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.lines().count() == 2 && text.ends_with("\n0\n"), "{format}: {text}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

/// What stands in a table without its first line and without the name servers.
fn rows(outcome: &Outcome) -> Vec<String> {
    let text = outcome.out();
    let rows = text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with("PREF"));
    rows.filter(|line| !line.trim_start().starts_with("NS ")).map(str::to_owned).collect()
}

#[test]
fn every_trap_is_pointed_out() {
    or_skip!(bind::need());
    let bind = everything();
    let cases: [(&str, i32, &str, &[&str]); 15] = [
        ("null.test", 68, "null.test takes no mail: null MX (RFC 7505); authoritative", &[]),
        (
            "nullmixed.test",
            0,
            "nullmixed.test has one mail exchanger; ",
            &["! null-mx-not-alone: a null MX stands beside others"],
        ),
        (
            "implicit.test",
            0,
            "implicit.test has no MX: its own host takes its mail (RFC 5321 §5.1); ",
            &[
                "      implicit.test      142.250.0.1        300  looked up",
                "                         2a00:1450:4013::1  300  looked up",
            ],
        ),
        (
            "implicit6.test",
            0,
            "implicit6.test has no MX: its own host takes its mail",
            &["2a00:1450:4013::1  300  looked up"],
        ),
        ("alias.test", 0, "alias.test has one mail exchanger", &["alias.test is an alias (CNAME) of real.test"]),
        ("far.test", 0, "far.test has 5 mail exchangers", &["far.test is an alias (CNAME) of google.test"]),
        (
            "cnametarget.test",
            0,
            "",
            &[
                "! cname-target: mx.cnametarget.test is an alias (CNAME) of host.cnametarget.test: an MX must name a host itself (RFC 2181 §10.3)",
            ],
        ),
        (
            "dangling.test",
            0,
            "",
            &[
                "  10  gone.dangling.test  -            300  -",
                "! dangling-target: gone.dangling.test does not exist (NXDOMAIN): the record leads nowhere",
            ],
        ),
        ("addressless.test", 0, "", &["! no-address: mx.addressless.test exists and has no address"]),
        ("address.test", 0, "", &["! address-as-name: 192.0.2.1 is an address where the name of a host must stand"]),
        (
            "slip.test",
            0,
            "",
            &[
                "! dangling-target: ",
                "! repeated-domain: mx.slip.test.slip.test ends in slip.test twice: a final dot may be missing",
            ],
        ),
        ("elsewhere.test", 0, "", &["142.250.153.26          300  looked up", "! lookup-failed: the name server"]),
        (
            "duplicate.test",
            0,
            "duplicate.test has 2 mail exchangers",
            &["! duplicate-exchanger: mx.duplicate.test stands in several MX records"],
        ),
        ("zero.test", 0, "", &["  10  mx.zero.test   142.250.0.1    0  additional"]),
        (
            "any.thing.wild.test",
            0,
            "any.thing.wild.test has one mail exchanger",
            &["  10  mx.wild.test   142.250.0.1  300  additional"],
        ),
    ];
    for (name, code, first, wanted) in cases {
        let outcome = ask(&bind, &[name]).expect(code);
        assert!(outcome.out().starts_with(first), "{name}: {outcome}");
        let rows = rows(&outcome);
        for text in wanted {
            assert!(rows.iter().any(|row| row.contains(text)), "{name}: {text}\n{outcome}");
        }
        let findings = wanted.iter().filter(|text| text.starts_with('!')).count();
        assert_eq!(rows.iter().filter(|row| row.starts_with('!')).count(), findings, "{name}: {outcome}");
    }
}

#[test]
fn what_names_have_no_exchanger() {
    or_skip!(bind::need());
    let bind = everything();
    let cases = [
        ("nowhere.test", 68, "mailtool: the domain nowhere.test does not exist (NXDOMAIN)\n"),
        ("lost.test", 68, "mailtool: the domain lost.test does not exist (NXDOMAIN)\n"),
        (
            "empty.test",
            68,
            "mailtool: the domain empty.test takes no mail: it has neither an MX record nor an address\n",
        ),
        ("refused.test", 75, "answers REFUSED to refused.test. IN MX"),
        ("refused.example", 75, "answers REFUSED to refused.example. IN MX"),
        ("broken.test", 75, "answers SERVFAIL to broken.test. IN MX"),
        ("loop.test", 75, "answers SERVFAIL to loop.test. IN MX"),
    ];
    for (name, code, text) in cases {
        let outcome = ask(&bind, &[name]).expect(code);
        assert!(outcome.err().contains(text) && outcome.out().is_empty(), "{name}: {outcome}");
        assert_eq!(outcome.err().lines().count(), 1, "{outcome}");
    }
}

#[test]
fn kinds_in_json() {
    or_skip!(bind::need());
    let bind = everything();
    let kind = |name| ask(&bind, &["--json", name]).field("kind");
    assert_eq!([kind("google.test"), kind("null.test"), kind("implicit.test")].concat(), ["mx", "null", "implicit"]);
    assert_eq!(hosts(&ask(&bind, &["--json", "null.test"])), []);
    let implicit = hosts(&ask(&bind, &["--json", "implicit.test"]));
    let addresses = ["142.250.0.1", "2a00:1450:4013::1"].map(str::to_owned).to_vec();
    assert_eq!(implicit, [(0, "implicit.test".to_owned(), addresses, Vec::new())]);
    let lost = ask(&bind, &["--json", "alicia@nowhere.test"]).expect(68);
    assert_eq!((lost.field("domain"), lost.field("exit")), (vec!["nowhere.test".into()], vec!["68".into()]));
    let equal: Vec<u64> = hosts(&ask(&bind, &["--json", "equal.test"])).into_iter().map(|host| host.0).collect();
    assert_eq!(equal, [10, 10, 10, 20]);
}

#[test]
fn equal_preferences_are_one_group() {
    or_skip!(bind::need());
    let bind = everything();
    let rows = rows(&ask(&bind, &["equal.test"]).expect(0));
    let preferences: Vec<&str> = rows.iter().map(|row| row[..6].trim()).collect();
    assert_eq!(preferences, ["10", "", "", "20"], "{rows:?}");
}

#[test]
fn private_addresses_are_named_for_what_they_are() {
    or_skip!(bind::need());
    let bind = everything();
    let hosts = hosts(&ask(&bind, &["--json", "private.test"]).expect(0));
    assert_eq!(hosts.iter().map(|host| host.2[0].as_str()).collect::<Vec<_>>(), zones::PRIVATE);
    for (_, name, addresses, findings) in hosts {
        let public = addresses == ["142.250.0.1"];
        assert_eq!(findings, if public { vec![] } else { vec!["reserved-address"] }, "{name}");
    }
}

#[test]
fn both_forms_of_a_name_in_another_script() {
    or_skip!(bind::need());
    let bind = everything();
    for name in ["españa.test", "ESPAÑA.test", "xn--espaa-rta.test", "alicia@españa.test"] {
        let outcome = ask(&bind, &[name]).expect(0);
        assert!(outcome.out().starts_with("xn--espaa-rta.test (españa.test) has one mail exchanger; "), "{outcome}");
        let host = "  10  xn--buzn-6na.xn--espaa-rta.test (buázn.españa.test)  142.250.0.1  300  additional";
        assert!(outcome.out().lines().any(|line| line == host), "{outcome}");
        assert!(
            outcome.out().contains("\n  NS  ns1.xn--espaa-rta.test (ns1.españa.test)             127.0.0.1"),
            "{outcome}"
        );
        let outcome = ask(&bind, &["--json", name]).expect(0);
        assert_eq!(
            outcome.field("domain").concat() + &outcome.field("unicode").concat(),
            "xn--espaa-rta.testespaña.test"
        );
        assert_eq!(outcome.json()[0]["mx"][0]["unicode"].as_str(), Some("buázn.españa.test"));
    }
}

#[test]
fn no_octet_of_a_zone_reaches_a_terminal_raw() {
    or_skip!(bind::need());
    let bind = everything();
    let domains: [&[&str]; 3] =
        [&["escape.test"], &["--type", "TXT", "escape.test"], &["--type", "MX", "escape.test", "-v"]];
    for args in domains {
        for form in [
            &["--format", "table"][..],
            &["--format", "nslookup"],
            &["--format", "dig"],
            &["--format", "short"],
            &["--json"],
        ] {
            for noise in ["-v", "-vv", "--explain"] {
                let room = super::Room::new();
                let record = room.at("record");
                let outcome =
                    Mailtool::new(["mx", "--dns", &bind.dns(), noise, "--record", &record]).args(args).args(form).run();
                let what = format!("{args:?} {form:?} {noise}");
                let text = outcome.out();
                // these forms have columns
                let tabs = form.contains(&"nslookup") || form.contains(&"dig");
                harmless(if tabs { text.replace('\t', " ") } else { text.clone() }.as_bytes(), false, &what);
                harmless(&outcome.stderr, false, &what);
                harmless(&room.read("record"), false, &what);
                assert!(text.contains("027[31mred") || text.contains("027]0;title"), "{what}: {outcome}");
            }
        }
    }
}

#[test]
fn five_hundred_exchangers_take_no_time() {
    or_skip!(bind::need());
    let bind = everything();
    let outcome = ask(&bind, &["many.test", "--json", "-q"]).expect(0);
    let hosts = hosts(&outcome);
    assert_eq!(hosts.len(), 500);
    assert!(hosts.is_sorted_by_key(|host| host.0), "by preference");
    assert!(hosts.iter().all(|host| host.2.len() == 1 && host.3.is_empty()), "{outcome}");
    assert!(outcome.elapsed.as_secs() < 10, "{:?}", outcome.elapsed);
    assert!(outcome.peak < 100 * 1024, "{} KiB", outcome.peak);
}
