//! `mime lint` and `mime explain` from outside.

use std::fs;

use serde_json::Value;

use super::{Mailtool, Outcome, Room};

const GOOD: &str = "From: a@example.org\r\nDate: Mon, 23 Nov 2026 00:13:19 +0000\r\nMessage-ID: <1@example.org>\r\n\
                    MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhola\r\n";

fn lint(args: &[&str], message: impl AsRef<[u8]>) -> Outcome {
    Mailtool::new(["mime", "lint"]).args(args).args(["-"]).stdin(message).run()
}

fn explain(args: &[&str], message: impl AsRef<[u8]>) -> Outcome {
    Mailtool::new(["mime", "explain"]).args(args).args(["-"]).stdin(message).run()
}

#[test]
fn nothing_is_wrong() {
    let outcome = lint(&["--fail-on", "info"], GOOD).expect(0);
    assert_eq!(outcome.out(), "0 errors, 0 warnings, 0 infos in 7 lines, 157 octets\n");
    assert_eq!(outcome.err(), "");
    assert_eq!(lint(&["-q"], GOOD).expect(0).out(), "");
    assert_eq!(lint(&["--json"], GOOD).expect(0).out(), "");
}

#[test]
fn a_line_each_with_its_place_and_section() {
    let message = GOOD.replace("From: a@example.org\r\n", "").replace("hola", "a\rb\x1b[31m");
    let outcome = lint(&[], &message).expect(1);
    let expected = "-:1: error missing-from: there is no From: nobody is said to have written this (RFC 5322 §3.6.2)\n\
                    -:6: warning bare-cr: a CR that is no part of a line end (RFC 5322 §2.3)\n\
                    1 error, 1 warning, 0 infos in 6 lines, ";
    assert!(outcome.out().starts_with(expected), "{outcome}");
    let advice = lint(&["-v"], &message).expect(1);
    assert!(advice.out().contains("   | There is a From. Say who wrote it.\n"), "{advice}");
    assert!(lint(&["--color", "always"], &message).out().contains("\u{1b}["));
}

#[test]
fn what_fails_is_chosen() {
    let warning = GOOD.replace("hola", "a\rb");
    lint(&[], &warning).expect(0);
    lint(&["--fail-on", "warning"], &warning).expect(1);
    let info = GOOD.replace("hola", ".");
    lint(&["--fail-on", "warning"], &info).expect(0);
    lint(&["--fail-on", "info"], &info).expect(1);
}

#[test]
fn the_fields_of_json() {
    let message = GOOD.replace("From: ", "From: b@example.org\r\nFrom: ").replace("hola", "ñ");
    let outcome = lint(&["--json"], message).expect(1);
    let all = outcome.json();
    assert_eq!(outcome.field("code"), ["ambiguous-from", "missing-transfer-encoding"]);
    assert_eq!(all[0]["severity"], "error");
    assert_eq!((&all[0]["offset"], &all[0]["line"]), (&21.into(), &2.into()));
    assert_eq!((&all[0]["rfc"], &all[0]["part"]), (&"RFC 5322 §3.6".into(), &"HEADER".into()));
    assert_eq!((&all[1]["part"], &all[1]["message_number"]), (&"1".into(), &1.into()));
    let text = all[0]["message"].as_str().expect("a text");
    assert!(text.contains("b@example.org") && text.contains("a@example.org"), "both readings: {text}");
    assert!(all[0]["cure"].is_string() && all[0]["expected"].is_string());
}

#[test]
fn text_of_the_message_is_escaped() {
    let outcome = lint(&[], GOOD.replace("Date: ", "X\x1b[31m\u{202e}\r\nDate: ")).expect(1);
    assert!(outcome.out().contains("ambiguous-header-end"), "{outcome}");
    assert!(!outcome.out().contains(['\u{1b}', '\u{202e}']), "{outcome}");
    let outcome = explain(&[], GOOD.replace("hola", "\x1b[31m\u{202e}")).expect(0);
    assert!(!outcome.out().contains(['\u{1b}', '\u{202e}']), "{outcome}");
}

#[test]
fn the_table() {
    let list = Mailtool::new(["mime", "lint", "--list"]).run().expect(0);
    assert!(list.out().contains("ambiguous-from: error (RFC 5322 §3.6)\n"), "{list}");
    let json = Mailtool::new(["mime", "lint", "--list", "--json"]).run().expect(0);
    assert!(json.json().len() > 100);
    let help = Mailtool::new(["mime", "lint", "--help"]).run().expect(0);
    for code in json.field("code") {
        assert!(list.out().contains(&code) && help.out().contains(&code), "{code}");
    }
}

#[test]
fn what_cannot_be_read() {
    Mailtool::new(["mime", "lint"]).run().expect(64);
    Mailtool::new(["mime", "lint", "nothere"]).run().expect(66);
    Mailtool::new(["mime", "explain", "nothere"]).run().expect(66);
    lint(&[], "").expect(65);
    explain(&[], "").expect(65);
}

#[test]
fn many_messages() {
    let room = Room::new();
    let bad = GOOD.replace("From: ", "X: ").replace("\r\n", "\n");
    let mbox = format!("From a Mon\n{}\nFrom b Mon\n{bad}", GOOD.replace("\r\n", "\n"));
    let path = room.path().join("mbox");
    fs::write(&path, mbox).expect("a file");
    let path = path.to_str().expect("a path");
    let outcome = Mailtool::new(["mime", "lint", path]).run().expect(1);
    assert!(outcome.out().contains(&format!("{path}#2:1: error missing-from")), "{outcome}");
    assert!(!outcome.out().contains("#1:1: error"), "{outcome}");
    assert!(outcome.out().contains("in 2 messages, "), "{outcome}");
    Mailtool::new(["mime", "lint", "--message", "1", path]).run().expect(0);
    Mailtool::new(["mime", "lint", "--message", "3", path]).run().expect(1);
    let numbers = Mailtool::new(["mime", "lint", "--json", path]).run().field("message_number");
    assert!(numbers.contains(&"1".to_owned()) && numbers.contains(&"2".to_owned()));

    let cur = room.path().join("Maildir/cur");
    fs::create_dir_all(&cur).expect("a directory");
    fs::write(cur.join("1.x:2,S"), &bad).expect("a file");
    let outcome = Mailtool::new(["mime", "lint"]).args([room.path().join("Maildir")]).run().expect(1);
    assert!(outcome.out().contains("/1.x:2,S:1: error missing-from"), "{outcome}");
}

/// What SARIF 2.1.0 demands of a log with one run: the properties that its schema requires, and references that hold.
fn sarif(outcome: &Outcome) -> Value {
    let log: Value = serde_json::from_str(&outcome.out()).unwrap_or_else(|error| panic!("{error}: {outcome}"));
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&"2.1.0".into(), Some(1)));
    assert!(log["$schema"].as_str().is_some_and(|uri| uri.ends_with("sarif-schema-2.1.0.json")), "{log}");
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&"mailtool".into(), &env!("CARGO_PKG_VERSION").into()));
    assert!(log["runs"][0]["results"].is_array() && driver["rules"].is_array(), "{log}");
    for rule in driver["rules"].as_array().into_iter().flatten() {
        let text = |name: &str| rule[name]["text"].as_str().is_some_and(|text| !text.is_empty());
        assert!(text("shortDescription") && text("help") && rule["id"].is_string(), "{rule}");
        assert!(rule["helpUri"].as_str().is_some_and(|uri| uri.starts_with("https://")), "{rule}");
        assert!(["error", "warning", "note"].map(Value::from).contains(&rule["defaultConfiguration"]["level"]));
    }
    for result in log["runs"][0]["results"].as_array().into_iter().flatten() {
        let rule = result["ruleIndex"].as_u64().and_then(|index| driver["rules"].get(index as usize));
        assert_eq!(rule.map(|rule| &rule["id"]), Some(&result["ruleId"]));
        assert_eq!(rule.map(|rule| &rule["defaultConfiguration"]["level"]), Some(&result["level"]));
        assert!(result["message"]["text"].is_string(), "{result}");
        assert_eq!(result["locations"].as_array().map(Vec::len), Some(1));
        let physical = &result["locations"][0]["physicalLocation"];
        assert!(physical["artifactLocation"]["uri"].is_string() && physical["region"]["startLine"].is_u64());
    }
    log
}

/// Of each finding its code, the end of its file's name, line, offset and where it is in the message.
fn placed(log: &Value) -> Vec<(String, String, u64, Option<u64>, String)> {
    let results = log["runs"][0]["results"].as_array().expect("results");
    let one = |result: &Value| {
        let place = &result["locations"][0];
        let (physical, logical) = (&place["physicalLocation"], &place["logicalLocations"][0]);
        let uri = physical["artifactLocation"]["uri"].as_str().expect("a URI");
        let region = &physical["region"];
        (
            result["ruleId"].as_str().expect("a code").to_owned(),
            uri.rsplit('/').next().unwrap_or(uri).to_owned(),
            region["startLine"].as_u64().expect("a line"),
            region["byteOffset"].as_u64(),
            logical["fullyQualifiedName"].as_str().expect("a name").to_owned(),
        )
    };
    results.iter().map(one).collect()
}

#[test]
fn sarif_has_all_that_its_schema_asks_for() {
    let log = sarif(&lint(&["--sarif"], GOOD).expect(0));
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    let message = GOOD.replace("From: ", "From: b@example.org\r\nFrom: ").replace("hola", "ñ\rb\x1b[31m\r\n.");
    let outcome = lint(&["--sarif", "-v"], message).expect(1);
    assert!(!outcome.out().contains('\u{1b}'), "{outcome}");
    let log = sarif(&outcome);
    let severities: Vec<_> =
        log["runs"][0]["results"].as_array().expect("results").iter().map(|r| &r["level"]).collect();
    assert!(["error", "warning", "note"].iter().all(|level| severities.contains(&&Value::from(*level))), "{log}");
    assert_eq!(placed(&log)[0], ("ambiguous-from".into(), "-".into(), 2, Some(21), "HEADER".into()));
    Mailtool::new(["mime", "lint", "--sarif", "--json", "-"]).run().expect(64);
    Mailtool::new(["mime", "lint", "--sarif", "--list"]).run().expect(64);
}

#[test]
fn sarif_tells_places_in_the_file() {
    let room = Room::new();
    let bad = GOOD.replace("hola", "a\rb");
    let mbox = format!("From a Mon\r\n{GOOD}\r\nFrom b Mon\r\n{bad}\r\nFrom c Mon\r\n{bad}>From d\r\n");
    let path = room.file("an mbox", &mbox);
    let at = mbox.find("a\rb").map(|at| at as u64 + 1);
    let log = sarif(&Mailtool::new(["mime", "lint", "--sarif", &path]).run().expect(0));
    let bare: Vec<_> = placed(&log).into_iter().filter(|found| found.0 == "bare-cr").collect();
    assert_eq!(bare[0], ("bare-cr".into(), "an%20mbox".into(), 17, at, "2/1".into()));
    assert_eq!(bare[1], ("bare-cr".into(), "an%20mbox".into(), 26, None, "3/1".into()));
    let cur = room.directory("Maildir/cur");
    fs::write(format!("{cur}/1.x:2,S"), &bad).expect("a file");
    let log = sarif(&Mailtool::new(["mime", "lint", "--sarif", &room.at("Maildir")]).run().expect(0));
    let uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert!(uri.as_str().is_some_and(|uri| uri.starts_with("file:///") && uri.ends_with("/Maildir/cur/1.x%3A2%2CS")));
}

/// The most memory of a verb, in KiB.
fn peak(verb: &str, message: &[u8]) -> (u64, Outcome) {
    let outcome = Mailtool::new(["mime", verb, "-"]).stdin(message).limit(std::time::Duration::from_secs(120)).run();
    (outcome.peak, outcome)
}

#[test]
fn fifty_megabytes_need_little_memory() {
    const MOST: u64 = 60_000;
    let line = |octets: usize| [GOOD.as_bytes(), &vec![b'x'; octets]].concat();
    let folds = |octets: usize| b"word word word\r\n ".repeat(octets / 17);
    let header = |octets: usize| [b"X: ", folds(octets).as_slice(), b"x\r\n", GOOD.as_bytes()].concat();
    let fields = |octets: usize| [b"X: y\r\n".repeat(octets / 6), GOOD.as_bytes().to_vec()].concat();
    for (message, code) in [(line(50_000_000), "line-too-long"), (header(50_000_000), "field-too-long")] {
        let (peak, outcome) = peak("lint", &message);
        assert!(peak < MOST, "{code}: {peak} KiB");
        assert!(outcome.out().contains(code), "{outcome}");
    }
    for (verb, message) in [
        ("explain", line(50_000_000)),
        ("explain", header(5_000_000)),
        ("lint", fields(1_000_000)),
        ("explain", fields(1_000_000)),
    ] {
        let (peak, _) = peak(verb, &message);
        assert!(peak < MOST, "{verb}: {peak} KiB");
    }
}

#[test]
fn a_message_explained() {
    let message = GOOD.replace("hola", "hola =?").replace("Date", "Subject: =?utf-8?Q?=C2=BFhola=3F?=\r\nDate");
    let outcome = explain(&[], &message).expect(0);
    let expected = "    1 From: a@example.org\n      | From: who wrote the message.";
    assert!(outcome.out().starts_with(expected), "{outcome}");
    assert!(outcome.out().contains("    2 Subject: =?utf-8?Q?=C2=BFhola=3F?=\n"), "{outcome}");
    assert!(outcome.out().contains("      | It reads \"¿hola?\". (RFC 2047 §2)\n"), "{outcome}");
    assert!(outcome.out().contains("    7\n      | The empty line ends the header"), "{outcome}");
    let spanish = explain(&["--explain=es"], &message).expect(0);
    assert!(spanish.out().contains("La línea vacía termina la cabecera"), "{spanish}");
    assert!(spanish.out().contains("Se lee \"¿hola?\"."), "{spanish}");
}

#[test]
fn long_bodies_are_shortened() {
    let message = GOOD.to_owned() + &"again\r\n".repeat(100) + &"x".repeat(1000);
    let short = explain(&[], &message).expect(0);
    assert!(short.out().contains("[… 78 more lines, 1,539 octets]\n"), "{short}");
    let whole = explain(&["-v"], &message).expect(0);
    assert!(whole.out().contains("  107 again\n") && whole.out().contains(&"x".repeat(1000)), "{whole}");
}

#[test]
fn ranges_of_json_give_the_message_back() {
    let message = [GOOD.as_bytes(), b"caf\xe9 =\r\n", &[b'x'; 10_000]].concat();
    let outcome = explain(&["--json"], &message).expect(0);
    let (mut octets, mut at) = (Vec::new(), 0);
    for range in outcome.json() {
        assert_eq!(range["offset"], at);
        match range["text"].as_str() {
            Some(text) => octets.extend_from_slice(text.as_bytes()),
            None => {
                use base64::Engine;
                let text = range["base64"].as_str().expect("text or base64");
                octets.extend(base64::engine::general_purpose::STANDARD.decode(text).expect("base64"));
            }
        }
        assert_eq!(range["end"], octets.len());
        at = octets.len();
        assert!(["kind", "part", "rfc"].iter().all(|name| range[name].is_string()), "{range}");
    }
    assert_eq!(octets, message);
}
