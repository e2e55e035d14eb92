//! The rules of the house, as its design gives them: which room may name which, what a pure room must not touch,
//! which libraries live in one room only, and that only `cli` prints.
//!
//! Every file of `src` is parsed. Paths are looked at wherever they stand: in `use` trees with their groups, in types
//! and expressions, in attributes, and in the tokens of macros. `self`, `super` and names brought in by `use` are
//! resolved. Test code may be impure and may print, but names no room that its own room may not name.

mod inspector;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use self::inspector::{Report, inspect};

/// Each room and those below that it may name.
const ROOMS: [(&str, &[&str]); 12] = [
    ("cli", &["server", "client", "queue", "store", "net", "query", "security", "transcript", "mime", "proto", "base"]),
    ("server", &["client", "queue", "store", "net", "query", "security", "transcript", "mime", "proto", "base"]),
    ("client", &["store", "net", "query", "security", "transcript", "mime", "proto", "base"]),
    ("queue", &["mime", "proto", "base"]),
    ("store", &["query", "mime", "proto", "base"]),
    ("net", &["transcript", "proto", "base"]),
    ("query", &["mime", "proto", "base"]),
    ("security", &["mime", "proto", "base"]),
    ("transcript", &["proto", "base"]),
    ("mime", &["proto", "base"]),
    ("proto", &["base"]),
    ("base", &[]),
];

/// Rooms without I/O, process, environment, thread, clock and chance.
const PURE: [&str; 6] = ["base", "proto", "mime", "query", "transcript", "security"];

/// What a pure room must not name. Addresses are there as `core::net`, errors and readers of octets are not.
const IMPURE: &[&str] = &[
    "std::net",
    "std::fs",
    "std::io",
    "std::os",
    "std::process",
    "std::env",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "std::time::UNIX_EPOCH",
    "jiff::tz::TimeZone::system",
    "tokio",
    "rand",
    "getrandom",
    "fastrand",
    "gethostname",
    "rustix",
    "socket2",
    "tempfile",
    "proptest",
];

/// Libraries and streams that are named in one room only.
const AT_HOME: &[(&str, &[&str])] = &[
    (
        "net",
        &[
            "rustls",
            "tokio_rustls",
            "rustls_pki_types",
            "rustls_native_certs",
            "webpki_roots",
            "rcgen",
            "hickory_proto",
            "hickory_resolver",
            "hickory_client",
            "hickory_server",
        ],
    ),
    (
        "cli",
        &[
            "clap",
            "clap_complete",
            "clap_mangen",
            "colored",
            "indicatif",
            "anstream",
            "rpassword",
            "rustyline",
            "std::io::stdout",
            "std::io::stderr",
            "std::io::Stdout",
            "std::io::Stderr",
            "tokio::io::stdout",
            "tokio::io::stderr",
        ],
    ),
];

/// Macros that only `cli` uses.
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// Where files and functions ask to be split, in lines.
const LONG_FILE: usize = 500;
const LONG_FUNCTION: usize = 60;

/// The rooms that a room may name.
fn below(room: &str) -> Option<&'static [&'static str]> {
    ROOMS.iter().find(|(name, _)| *name == room).map(|(_, below)| *below)
}

#[test]
fn every_room_keeps_to_its_place() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(!files.is_empty(), "no source in {}", source.display());
    let mut report = Report::default();
    for file in files {
        let name = file.strip_prefix(&source).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        inspect(&name, &text, &mut report);
    }
    tell_sizes(&report);
    let wrong = report.wrong();
    assert!(wrong.is_empty(), "{} departures from the design:\n  {}", wrong.len(), wrong.join("\n  "));
}

/// The `.rs` files below a directory, modules before what they declare.
fn rust_files(directory: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort_by_key(|path| (path.is_dir(), path.file_name() != Some("mod.rs".as_ref()), path.clone()));
    for path in paths {
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Says which files and functions ask to be split. That is advice, so nothing fails.
fn tell_sizes(report: &Report) {
    let long_files = report.files.iter().filter(|(lines, _)| *lines > LONG_FILE);
    let long_functions = report.functions.iter().filter(|(lines, ..)| *lines > LONG_FUNCTION);
    let mut told: Vec<String> = long_files.map(|(lines, file)| format!("src/{file} has {lines} lines")).collect();
    told.extend(long_functions.map(|(lines, place, name)| format!("src/{place}: fn {name} has {lines} lines")));
    for line in told {
        let _ = writeln!(io::stderr(), "asks to be split: {line}");
    }
}

/// The violations in one file, as `LINE: WHAT`.
fn violations(name: &str, text: &str) -> Vec<String> {
    let mut report = Report::default();
    inspect(name, text, &mut report);
    report.violations.into_iter().map(|(_, line, what)| format!("{line}: {what}")).collect()
}

#[test]
fn the_inspector_sees_rooms_that_must_not_be_named() {
    let text = "use crate::{base::{Finding, escape}, net};\n\
        use super::super::client as c;\n\
        fn f() -> crate::server::Service { g(|x: Vec<crate::store::Mailboxes>| crate::queue::go(x)) }\n\
        fn g() { assert_eq!(h(), vec![crate::transcript::MASK]); }\n\
        macro_rules! m { () => { $crate::mime::x() } }\n\
        use crate::*;\n\
        mod inner { use super::super::super::cli::{self}; use super::sibling; }\n\
        #[cfg(test)] mod tests { use crate::net::Session; fn t() { println!(\"{:?}\", std::env::args()); } }\n\
        use mailtool::query;\n";
    let found = violations("proto/smtp/mod.rs", text);
    let expected = [
        "1: proto must not name net (crate::net)",
        "2: proto must not name client (crate::client)",
        "3: proto must not name queue (crate::queue::go)",
        "3: proto must not name server (crate::server::Service)",
        "3: proto must not name store (crate::store::Mailboxes)",
        "4: proto must not name transcript (crate::transcript::MASK)",
        "5: proto must not name mime (crate::mime::x)",
        "6: names the root of the crate, and with it every room",
        "7: proto must not name cli (crate::cli)",
        "8: proto must not name net (crate::net::Session)",
        "9: proto must not name query (crate::query)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_inspector_sees_what_is_impure_and_what_is_away_from_home() {
    let text = "use std::{collections::BTreeMap, io::{Read, Write}, time::Duration};\n\
        use std::time::{self};\n\
        fn f() { let a = time::Instant::elapsed; let b = jiff::Timestamp::now(); }\n\
        fn g() { println!(\"{}\", std::env::var(\"HOME\")); }\n\
        use std::time::*;\n\
        fn h(x: core::net::IpAddr, y: core::time::Duration) -> std::net::IpAddr { todo!(tokio::spawn(x)) }\n\
        #[derive(clap::Parser)] struct S;\n\
        use {rustls::ClientConfig, serde as s};\n\
        use jiff::Zoned as Z;\n\
        fn i() { Z::now(); macro_with! { eprintln!(\"x\") } }\n";
    let found = violations("transcript/text.rs", text);
    let expected = [
        "1: transcript is pure and must not name std::io (std::io::Read)",
        "1: transcript is pure and must not name std::io (std::io::Write)",
        "3: transcript is pure and must not name std::time::Instant (std::time::Instant::elapsed)",
        "3: transcript is pure and must not read a clock (jiff::Timestamp::now)",
        "4: only cli prints (println!)",
        "4: transcript is pure and must not name std::env (std::env::var)",
        "5: transcript is pure and must not name std::time::Instant (std::time)",
        "6: transcript is pure and must not name std::net (std::net::IpAddr)",
        "6: transcript is pure and must not name tokio (tokio::spawn)",
        "7: clap is named only in cli (clap::Parser)",
        "8: rustls is named only in net (rustls::ClientConfig)",
        "10: only cli prints (eprintln!)",
        "10: transcript is pure and must not read a clock (Z::now)",
    ];
    assert_eq!(found, expected);
    assert_eq!(violations("cli/x.rs", "fn f() { println!(); anstream::println!(); } use crate::server;"), [""; 0]);
    assert_eq!(violations("net/x.rs", "use std::io; use rustls::Error; fn f() { io::stdout(); }").len(), 1);
    assert_eq!(violations("garden/x.rs", ""), ["1: garden is no room of the house"]);
    assert_eq!(violations("main.rs", "use clap as c; fn main() { mailtool::cli::main() }"), [""; 0]);
}

#[test]
fn test_code_and_sizes_are_told_apart() {
    let body = "\n".repeat(LONG_FUNCTION);
    let text = format!("fn long() {{{body}}}\n#[cfg(test)]\nmod tests {{ fn test_only() {{{body}}}\n}}\n");
    let mut report = Report::default();
    inspect("base/a.rs", "#[cfg(test)] mod tests;", &mut report);
    inspect("base/a/tests.rs", "fn f() { println!(); std::fs::read(\"x\"); }", &mut report);
    inspect("base/b.rs", &text, &mut report);
    assert_eq!(report.wrong(), [""; 0]);
    assert_eq!(report.functions, [(LONG_FUNCTION + 1, "base/b.rs:1".to_owned(), "long".to_owned())]);
    assert_eq!(report.files, [(1, "base/a.rs".to_owned()), (LONG_FUNCTION + 2, "base/b.rs".to_owned())]);
}
