//! `--csv`.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::below;
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
    let (outcome, _) = merged(b"to\n\"a@x.test, B <b@x.test>\"\n", &["--to", "{csv.to}"]);
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

/// A room with what merges attach: invoices, letters in two languages, pictures.
fn office() -> Room {
    let room = Room::new();
    for directory in ["invoices", "letters"] {
        room.directory(directory);
    }
    for n in 1..=3 {
        room.file(&format!("invoices/i-{n}.pdf"), format!("%PDF-1.4 invoice {n}"));
    }
    room.file("letters/en.txt", "Dear {csv.name}, number {n}\n");
    room.file("letters/es.txt", "Hola {csv.name}\n");
    room.file("letters/es.html", "<p>Hola {csv.name}</p><img src=\"cid:b.png\">");
    room.file("terms.txt", "terms of all\n");
    room.file("b.png", "\u{89}PNG of b");
    room
}

#[test]
fn files_of_each_row() {
    let room = office();
    let at = |path: &str| room.at(path);
    let args = [
        "--attach",
        &at("invoices/i-{csv.id}.pdf"),
        &at("terms.txt"),
        &at("letters/{csv.language}.txt"),
        "--body",
        &format!("@{}", at("letters/{csv.language}.txt")),
        "--html",
        &format!("@{}", at("letters/es.html")),
        "--inline",
        &at("{csv.picture}.png"),
    ];
    let csv = "to,id,language,name,picture\na@x.test,1,en,A,b\nb@x.test,2,es,<B>,b\n";
    let (outcome, heard) = merged(csv.as_bytes(), &args);
    assert_eq!(outcome.field("status"), ["delivered"; 2]);
    let messages = messages(&heard);
    for (message, id, language, text) in
        [(&messages[0], 1, "en", "Dear A, number 1\r\n"), (&messages[1], 2, "es", "Hola <B>\r\n")]
    {
        assert!(message.contains(text) && message.contains("<p>Hola "), "{message}");
        let names =
            [format!("filename=i-{id}.pdf"), "filename=terms.txt".to_owned(), format!("filename={language}.txt")];
        let places: Vec<_> = names.iter().map(|name| message.find(name)).collect();
        assert!(places.is_sorted() && places[0].is_some(), "in the order of the command line: {places:?} {message}");
        assert_eq!(message.matches("Content-Disposition: attachment").count(), 3, "{message}");
        assert!(message.contains("<b.png>"), "{message}");
    }
    assert!(messages[1].contains("<p>Hola &lt;B&gt;</p>"), "what is filled in is text in HTML");
}

#[test]
fn every_file_is_looked_at_before_anything_is_sent() {
    let room = office();
    let attach = room.at("invoices/i-{csv.id}.pdf");
    let table = |cell: &str| format!("to,id\na@x.test,1\nb@x.test,\"{cell}\"\nc@x.test,3\n");
    refused(table("7").as_bytes(), &["--attach", &attach], 66).says(&[
        "row 2 (line 3): ",
        "i-7.pdf",
        "nothing was sent",
    ]);
    let body = format!("@{}", room.at("letters/{csv.id}.txt"));
    refused(b"to,id\na@x.test,en\n", &["--body", &body], 65)
        .says(&["row 1 (line 2): --body @", "{csv.name} is none of"]);
    refused(b"to,id\na@x.test,fr\n", &["--body", &body], 66).says(&["row 1 (line 2): --body: ", "fr.txt"]);
    refused(b"to,id\na@x.test,1\n", &["--attach", "{csv.di}"], 64)
        .says(&["--attach: {csv.di} is none of {n} {date} {to}"]);
    refused(b"to,id\na@x.test,1\n", &["--attach", "{msgid}"], 64).says(&["{msgid} is none of"]);
}

#[test]
fn no_token_leads_out_of_a_path() {
    let room = office();
    let [whole, part] = [room.at("invoices/{csv.id}"), room.at("invoices/i-{csv.id}.pdf")];
    for cell in ["../terms.txt", "/etc/passwd", "a/b", "..", "x..y", "a\0b"] {
        for path in [&whole, &part] {
            let table = format!("to,id\na@x.test,{cell}\n");
            let outcome = refused(table.as_bytes(), &["--attach", path], 65);
            outcome.says(&["row 1 (line 2): --attach: ", "it would lead elsewhere"]);
            refused(table.as_bytes(), &["--body", &format!("@{path}")], 65).says(&["row 1 (line 2): --body: "]);
        }
    }
    // What several cells make together, and what is nothing.
    let both = room.at("invoices/{csv.id}{csv.more}/terms.txt");
    refused(b"to,id,more\na@x.test,.,.\n", &["--attach", &both], 65).says(&["row 1 (line 2): --attach: \"..\""]);
    refused(b"to,id\na@x.test,\n", &["--attach", "{csv.id}/etc/passwd"], 65).says(&["it is no name of a file"]);
    refused(b"to,id\na@x.test,.\n", &["--attach", &whole], 65).says(&["it is no name of a file"]);
    refused(b"to,id\na@x.test,-\n", &["--attach", "{csv.id}"], 65).says(&["standard input"]);
    // What the command line itself says is the user's own.
    let up = room.at("letters/../invoices/i-{csv.id}.pdf");
    merged(b"to,id\na@x.test,1\n", &["--attach", &up]);
    room.file("a{1}.txt", "braces");
    merged(b"to\na@x.test\n", &["--attach", &room.at("a{{1}.txt")]);
}

/// Of the files of very many rows no more are open than are sent.
#[test]
fn files_of_many_rows_are_opened_when_they_are_sent() {
    let room = Room::new();
    let mut csv = "to,id\n".to_owned();
    for n in 0..300 {
        room.file(&format!("{n}.bin"), [0xff, 0, n as u8]);
        let _ = writeln!(csv, "r{n}@[127.0.0.1],{n}");
    }
    let csv = room.file("csv", csv);
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let (port, attach) = (server.port.to_string(), room.at("{csv.id}.bin"));
    let args = ["send", "--csv", &csv, "--port", &port, "--from", "f@x.test", "--dns", "127.0.0.1:1", "--json", "-q"];
    let send = Mailtool::new(args).args(["--attach", &attach]);
    let ended = below(&send, &room, "ulimit -n 64");
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
    assert_eq!(server.finish_one().messages.len(), 300);
}

#[test]
fn another_file_of_a_row_is_another_job() {
    let room = office();
    let csv = room.file("table.csv", "to,id\na@x.test,1\nb@x.test,2\n");
    let server = Server::smtp(Smtp::offering(&[]).once("RCPT", "450 4.2.1 later"));
    let (journal, attach) = (room.at("journal"), room.at("invoices/i-{csv.id}.pdf"));
    let args = ["--csv", &csv, "--from", "a@x.test", "--attach", &attach, "--journal", &journal, "--json", "-q"];
    Mailtool::send(&server.address(), args).run().expect(3);
    let server = Server::smtp(Smtp::offering(&[]));
    let send = || Mailtool::send(&server.address(), args).run();
    room.file("invoices/i-2.pdf", "%PDF-1.4 changed");
    send().expect(65).says(&["another job"]);
    room.file("invoices/i-2.pdf", "%PDF-1.4 invoice 2");
    assert_eq!(send().expect(0).field("status"), ["delivered"]);
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
        ("\"b@x.test, c@x.test\",B", "row 2 (line 3): \"b@x.test, c@x.test\" is not one address"),
        ("g: b@x.test;,B", "row 2 (line 3): \"g: b@x.test;\" is not one address"),
        ("b@x.test,\"B", "row 2 (line 3): the quote that is opened in line 3, column 10 is not closed"),
    ];
    for (row, words) in cases {
        let outcome = refused(table(row).as_bytes(), &["--subject", "x {csv.name}"], 65).says(&[words]);
        assert!(outcome.err().contains("table.csv"), "{outcome}");
    }
    refused(table("b@x.test,\"a\rb\"").as_bytes(), &["-H", "X: {csv.name}"], 65).says(&["row 2 (line 3): --header"]);
    refused(b"to\na@x.test\n\xe1@x.test\n", &[], 65)
        .says(&["row 2 (line 3): column 1 (to), octet 1: it is not UTF-8", "iconv"]);
    refused(b"\xff\xfet\0o\0\n\0", &[], 65).says(&["it is UTF-16, not UTF-8", "iconv -f utf-16"]);
    refused(b"to,x,x\na@x.test,1,2\n", &["--subject", "{csv.x}"], 65)
        .says(&["the header (line 1) has columns 2 and 3"]);
    merged(b"to,x,x\na@x.test,1,2\n", &["--subject", "whose name nobody asks for"]);
    merged(b"to,x\ra@x.test,1\rb@x.test,2\r", &["--subject", "{csv.x}"]);
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
