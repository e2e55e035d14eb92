//! `--csv`.

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::cli::{Mailtool, Outcome, Room, Serve};
use crate::mock::{Heard, Server, Smtp};

/// Sends a table as these arguments say, to a server that takes all.
fn merged(csv: &[u8], args: &[&str]) -> (Outcome, Heard) {
    let room = Room::new();
    let csv = room.file("table.csv", csv);
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "8BITMIME"]));
    let send = Mailtool::send(&server.address(), ["--csv", &csv, "--json", "-q"]);
    let args: Vec<&str> =
        if args.contains(&"--from") { args.to_vec() } else { [&["--from", "a@x.test"], args].concat() };
    (send.args(args).run().expect(0), server.finish_one())
}

/// What such a table says, where nothing is sent.
fn refused(csv: &[u8], args: &[&str], code: i32) -> Outcome {
    let room = Room::new();
    let csv = room.file("table.csv", csv);
    let server = Server::smtp(Smtp::offering(&[]));
    let send = Mailtool::send(&server.address(), ["--csv", &csv, "--from", "a@x.test"]);
    let outcome = send.args(args).run();
    assert_eq!(server.connections(), 0, "{outcome}");
    assert_eq!(outcome.out(), "", "{outcome}");
    outcome.expect(code)
}

fn messages(heard: &Heard) -> Vec<String> {
    heard.messages.iter().map(|message| String::from_utf8_lossy(message).into_owned()).collect()
}

#[test]
fn a_letter_for_each_row() {
    let csv = "email,name,text\r\npepe@x.test,\"Peña, Pepe\",\"two\r\nlines\"\r\nana@x.test,Ana,one\r\n";
    let args = [
        &["--from", "Alicia <{csv.name}@x.test>"][..],
        &["--to", "{csv.name} <{csv.email}>", "--subject", "{n} ¿{csv.name}?", "-H", "X-Row: {n} of {to}"],
        &["--body", "{csv.text} {{n} { color } {date}", "--mail-from", "bounce+{n}@x.test"],
    ];
    let args = args.concat();
    let csv = csv.replace("email", "\u{feff}email");
    let table = csv.replace("Peña, Pepe", "P").into_bytes();
    let (outcome, heard) = merged(&table, &args);
    assert_eq!(outcome.field("recipient"), ["pepe@x.test", "ana@x.test"]);
    assert!(heard.has("MAIL FROM:<bounce+1@x.test>") && heard.has("MAIL FROM:<bounce+2@x.test>"), "{}", heard.text());
    let messages = messages(&heard);
    for text in ["From: Alicia <P@x.test>\r\n", "To: P <pepe@x.test>\r\n", "X-Row: 1 of pepe@x.test\r\n"] {
        assert!(messages[0].contains(text), "{text}: {}", messages[0]);
    }
    let day = jiff::Zoned::now().strftime("%Y-%m-%d").to_string();
    assert!(messages[0].ends_with(&format!("\r\n\r\ntwo\r\nlines {{n}} {{ color }} {day}\r\n")), "{}", messages[0]);
    assert!(
        messages[1].contains("To: Ana <ana@x.test>\r\n") && messages[1].contains("\r\n\r\none "),
        "{}",
        messages[1]
    );
    assert!(messages[0].contains("Subject: 1 =?utf-8?B?wr9QPw==?=\r\n"), "{}", messages[0]);
}

#[test]
fn what_a_name_holds_makes_no_other_recipient() {
    let csv = "email;name\nb@x.test;\"Peña, Begoña <evil@x.test>, \"\"B\"\"\"\n";
    for to in ["{csv.name} <{csv.email}>", "\"{csv.name}\" <{csv.email}>"] {
        let (outcome, heard) = merged(csv.as_bytes(), &["--to", to]);
        assert_eq!(outcome.field("recipient"), ["b@x.test"]);
        let message = &messages(&heard)[0];
        let to: String = message.lines().skip_while(|line| !line.starts_with("To:")).take(3).collect();
        assert!(
            to.to_lowercase().contains("=?utf-8?") && to.contains("<b@x.test>") && !to.contains("evil@x.test>"),
            "{message}"
        );
    }
    let room = Room::new();
    let csv = room.file("parts.csv", "u\n\"evil@bad.test, b\"\n");
    let part = ["--from", "f@x.test", "--csv", &csv, "--to", "{csv.u}@x.test", "--body", "x"];
    Mailtool::send("127.0.0.1:1", part).run().expect(65).says(&["row 1"]);
    let (outcome, _) = merged(b"to\n\"a@x.test, B <b@x.test>\"\n", &[]);
    assert_eq!(outcome.field("recipient"), ["a@x.test", "b@x.test"], "a list is one, where a list stands");
}

#[test]
fn tokens_in_files_and_html() {
    let room = Room::new();
    let html = room.file("letter.html", "<style>a { b: c } p{color:red}</style><p>{csv.name}</p>");
    let text = room.file("letter.txt", "Hola {csv.name}\n");
    let attachment = room.file("a.bin", [1, 2, 0xff]);
    let (body, html) = (format!("@{text}"), format!("@{html}"));
    let args = ["--body", &body, "--html", &html, "--attach", &attachment];
    let (_, heard) = merged("to\tname\nb@x.test\t<i>&\n".as_bytes(), &args);
    let message = &messages(&heard)[0];
    for text in ["Hola <i>&\r\n", "<style>a { b: c } p{color:red}</style><p>&lt;i&gt;&amp;</p>", "a.bin", "AQL/"] {
        assert!(message.contains(text), "{text}: {message}");
    }
    let (_, heard) = merged(format!("to,body\nb@x.test,@{text}\n").as_bytes(), &["--body", "{csv.body}"]);
    assert!(messages(&heard)[0].ends_with(&format!("\r\n\r\n@{text}\r\n")), "a value opens no file");
}

#[test]
fn a_broken_row_is_named_before_anything_is_sent() {
    let table = |row: &str| format!("to,name\na@x.test,A\n{row}\nc@x.test,C\n");
    let cases = [
        ("b@x.test", "row 2 (line 3): it has 1 field, the header names 2"),
        ("b@x.test,B,3", "row 2 (line 3): it has 3 fields"),
        ("b@@x.test,B", "row 2 (line 3): --to: \"b@@x.test\""),
        (",B", "row 2 (line 3): there is no recipient"),
        ("b@x.test,\"B\nBcc: d@x.test\"", "row 2 (line 3): --subject: the control character"),
        ("\"b@x.test\r\nX: y\",B", "row 2 (line 3): --to: the control character"),
        ("b@x.test,\"B", "row 2 (line 3)"),
    ];
    for (row, words) in cases {
        let outcome = refused(table(row).as_bytes(), &["--subject", "x {csv.name}"], 65).says(&[words]);
        assert!(outcome.err().contains("table.csv"), "{outcome}");
    }
    refused(table("b@x.test,\"a\rb\"").as_bytes(), &["-H", "X: {csv.name}"], 65).says(&["row 2 (line 3): --header"]);
    refused(b"to\na@x.test\n\xe1@x.test\n", &[], 65).says(&["row 2: it is not UTF-8"]);
    refused(b"", &[], 65).says(&["no header row"]);
    refused(b"to\n", &[], 65).says(&["no row"]);
    refused(b"to\na@x.test\n", &["--body", "{name}"], 64).says(&["{n} {date} {to} {msgid} {csv.to}"]);
    refused(b"to\na@x.test\n", &["--to", "{to}"], 64).says(&["none of {n} {date} {csv.to}"]);
    refused(b"to\na@x.test\n", &["--to", "nobody"], 64).says(&["--to: \"nobody\""]);
    refused(b"to\na@x.test\n", &["--to", "a <a@x.test>, b <{csv.to}>"], 64).says(&["repeated"]);
    refused(b"who\na@x.test\n", &[], 64).says(&["--to '{csv.COLUMN}'"]);
    refused(b"to\na@x.test\n", &["--csv-delimiter", "ab"], 64).says(&["one ASCII character"]);
    refused(b"to\na@x.test\n", &["--mbox", "x"], 64).says(&["--mbox"]);
    refused(b"to\na@x.test\n", &["--body", "-", "--attach", "-"], 64).says(&["standard input"]);
}

#[test]
fn a_dry_run_is_an_mbox_that_can_be_sent() {
    let room = Room::new();
    let csv = "email|name\na@x.test|A\nb@x.test|B\n";
    let args = ["--csv", "-", "--csv-delimiter", "|", "--from", "f@x.test", "--body", "From {csv.name}", "--dry-run"];
    let outcome = Mailtool::new(["send"]).args(args).stdin(csv).run().expect(0);
    let text = outcome.out();
    assert!(text.starts_with("From f@x.test ") && text.contains("\n\n>From A\n\nFrom f@x.test "), "{text}");
    assert!(!text.contains('\r'), "{text:?}");
    let server = Server::smtp(Smtp::offering(&[]));
    let mbox = room.file("mbox", text);
    let sent = Mailtool::send(&server.address(), ["--mbox", &mbox, "--json", "-q"]).run().expect(0);
    assert_eq!(sent.field("recipient"), ["a@x.test", "b@x.test"]);
    assert!(messages(&server.finish_one())[1].ends_with("\r\n\r\nFrom B\r\n"));
}

#[test]
fn message_ids_differ_and_rows_are_not_held() {
    let room = Room::new();
    let mut csv = "to,text\n".to_owned();
    for n in 0..4000 {
        let _ = writeln!(csv, "r{n}@x.test,{}", "x".repeat(5000));
    }
    let csv = room.file("csv", csv);
    let serve = Serve::start(&["--json"]);
    let args = [
        "--csv",
        &csv,
        "--from",
        "a@x.test",
        "--body",
        "{csv.text}",
        "-H",
        "X-Id: {msgid}",
        "--connections",
        "4",
        "-q",
        "--json",
    ];
    let outcome =
        Mailtool::send(&serve.address("smtp"), args).limit(std::time::Duration::from_secs(120)).run().expect(0);
    assert_eq!(outcome.field("status"), vec!["delivered"; 4000]);
    assert!(outcome.peak < 64 << 10, "20 MB of rows: {} KiB", outcome.peak);
    let messages = serve.messages();
    let id = |message: &Vec<u8>| {
        let text = String::from_utf8_lossy(message).into_owned();
        let id = text.split_once("Message-ID: <").and_then(|(_, id)| id.split_once('>')).map(|(id, _)| id.to_owned());
        let id = id.unwrap_or_else(|| panic!("no Message-ID: {text}"));
        assert!(text.contains(&format!("\r\nX-Id: {id}\r\n")), "{text}");
        id
    };
    assert_eq!(messages.iter().map(id).collect::<HashSet<_>>().len(), 4000);
}

#[test]
fn an_interrupt_ends_a_merge_where_it_stands() {
    let room = Room::new();
    let csv: String = std::iter::once("to\n".to_owned()).chain((0..500).map(|n| format!("r{n}@x.test\n"))).collect();
    let csv = room.file("csv", csv);
    let server = Server::smtp(Smtp::offering(&[]));
    let args = ["--csv", &csv, "--from", "a@x.test", "--rate", "20/s", "--json", "-q"];
    let send = Mailtool::send(&server.address(), args).interrupted(std::time::Duration::from_millis(3000));
    let outcome = send.run().expect(3).says(&["and those behind it were not tried"]);
    let told = outcome.field("status");
    let delivered = told.iter().filter(|status| *status == "delivered").count();
    assert!(delivered > 0 && told.len() <= delivered + 2, "{outcome}");
}

#[test]
fn to_exchangers_too() {
    let csv = "to\na@[127.0.0.1]\nb@[127.0.0.2]\n";
    let server = Server::smtp(Smtp::offering(&[]));
    let port = server.port.to_string();
    let args = ["send", "--csv", "-", "--port", &port, "--from", "f@x.test", "--dns", "127.0.0.1:1", "--json", "-q"];
    let outcome = Mailtool::new(args).stdin(csv).run().expect(3);
    let mut fates: Vec<_> = outcome.field("recipient").into_iter().zip(outcome.field("status")).collect();
    fates.sort();
    let fate = |address: &str, status: &str| (address.to_owned(), status.to_owned());
    assert_eq!(fates, [fate("a@[127.0.0.1]", "delivered"), fate("b@[127.0.0.2]", "deferred")]);
}
