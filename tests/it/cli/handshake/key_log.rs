//! The secrets of a connection: what our side writes down is what `openssl` writes down at the other end.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::{Mailtool, Room, serve, shaken, urls};
use crate::peers::ca::Authority;
use crate::peers::{self, openssl, or_skip};

fn lines(file: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.to_lowercase()).collect()
}

#[test]
fn both_ends_write_the_same() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let room = Room::new();
    for (version, count) in [("-tls1_3", 5), ("-tls1_2", 1)] {
        let [ours, theirs] = ["ours", "theirs"].map(|name| room.at(&format!("{name}{version}")));
        let server = openssl::Server::start_with(&files, peers::free_port(), &[version, "-keylogfile", &theirs]);
        shaken(server, &files.ca, &["--keylog", &ours]).says(&["the secrets of this connection are in"]);
        let (ours, theirs) = (lines(&ours), lines(&theirs));
        assert_eq!(ours, theirs, "{version}");
        assert_eq!(ours.len(), count, "{ours:?}");
    }
}

#[test]
fn the_file_is_for_its_owner_and_grows() {
    let room = Room::new();
    let (ca, log) = (room.at("ca.pem"), room.at("log"));
    let serve = serve(&ca);
    let [clear, secure] = urls(&serve);
    let clear = ["--tls", "starttls", "--keylog", &log].iter().fold(Mailtool::letter(&clear), |it, arg| it.args([arg]));
    clear.args(["--ca", &ca]).run().expect(0);
    assert_eq!(fs::metadata(&log).expect("a file").permissions().mode() & 0o777, 0o600);
    let first = lines(&log);
    Mailtool::letter(&secure).args(["--ca", &ca]).env("SSLKEYLOGFILE", &log).run().expect(0);
    let both = lines(&log);
    assert!(first.len() == 5 && both.len() == 10 && both.is_superset(&first), "{both:?}");
    for line in &both {
        let words: Vec<&str> = line.split(' ').collect();
        let hexadecimal = |word: &&str| word.len() >= 64 && word.bytes().all(|digit| digit.is_ascii_hexdigit());
        assert!(words.len() == 3 && words[1].len() == 64 && words[1..].iter().all(hexadecimal), "{line}");
    }
    fs::set_permissions(&log, fs::Permissions::from_mode(0o644)).expect("a mode");
    let open = Mailtool::letter(&secure).args(["--ca", &ca, "--keylog", &log]).run().expect(0);
    open.says(&["/log, which is not ours alone: chmod 600"]);
    let mbox = "From a@x Mon Nov 23 12:00:00 2026\nFrom: a@x.test\nTo: b@x.test\n\nhola\n\n".repeat(3);
    let many = ["--mbox", "-", "--per-connection", "1", "--ca", &ca, "--keylog", &log, "-q"];
    let many = Mailtool::send(&secure, many).stdin(mbox).run().expect(0).err();
    assert!(many.matches("not ours alone").count() == 1 && many.lines().count() == 1, "{many}");
    let none = Mailtool::letter(&secure).args(["--ca", &ca, "--keylog", "/nowhere/log"]).run();
    none.expect(73).says(&["--keylog: /nowhere/log"]);
    let none = Mailtool::letter(&secure).args(["--ca", &ca]).env("SSLKEYLOGFILE", "/nowhere/log").run();
    none.expect(73).says(&["$SSLKEYLOGFILE: /nowhere/log"]);
    let full = Mailtool::letter(&secure).args(["--ca", &ca, "--keylog", "/dev/full"]).run();
    full.expect(0).says(&["are not all in /dev/full"]);
}
