//! `--journal`: jobs that are cut off, and go on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::{below, mbox};
use crate::cli::{Mailtool, Outcome, Room, Serve};
use crate::mock::smtp::DOT;
use crate::mock::{Heard, Server, Smtp, Step};

/// A table of so many rows, with the arguments that send it.
fn job(room: &Room, server: &str, rows: usize) -> Mailtool {
    let csv = room.at("table.csv");
    if fs::metadata(&csv).is_err() {
        let rows: String = (1..=rows).map(|n| format!("r{n}@x.test,{n}\n")).collect();
        room.file("table.csv", format!("to,number\n{rows}"));
    }
    let args = ["--csv", &csv, "--from", "a@x.test", "--subject", "n {csv.number}", "--body", "adios {n}"];
    Mailtool::send(server, args)
        .args(["--journal", &room.at("journal"), "--json", "-q"])
        .limit(Duration::from_secs(120))
}

/// Runs it until the journal has so many more lines, and ends it by force; whether it was still running.
fn killed(job: Mailtool, room: &Room, lines: usize) -> bool {
    let count =
        || fs::read(room.at("journal")).map_or(0, |octets| octets.iter().filter(|octet| **octet == b'\n').count());
    let (before, deadline) = (count(), Instant::now() + Duration::from_secs(60));
    let mut command = job.command(room);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("a process");
    while count() < before + lines && child.try_wait().expect("a process").is_none() {
        assert!(Instant::now() < deadline, "the journal does not grow");
        std::thread::sleep(Duration::from_millis(1));
    }
    let running = child.try_wait().expect("a process").is_none();
    child.kill().expect("a process");
    child.wait().expect("an end");
    running
}

/// How often the server took a letter for each recipient.
fn taken(serve: &Serve) -> BTreeMap<String, usize> {
    let mut taken = BTreeMap::new();
    for event in serve.events() {
        for recipient in event["rcpt"].as_array().expect("recipients") {
            *taken.entry(recipient.as_str().expect("a recipient").to_owned()).or_default() += 1;
        }
    }
    taken
}

/// Those of whom the outcome says this.
fn with(outcome: &Outcome, status: &str) -> BTreeSet<String> {
    let fates = outcome.field("recipient").into_iter().zip(outcome.field("status"));
    fates.filter(|(_, known)| known == status).map(|(recipient, _)| recipient).collect()
}

#[test]
fn killed_many_times_none_is_lost_and_none_is_doubled() {
    const ROWS: usize = 2000;
    for connections in ["1", "5"] {
        let serve = Serve::start(&["--json"]);
        let room = Room::new();
        let job = || job(&room, &serve.address("smtp"), ROWS).args(["--connections", connections]);
        let kills = [150, 1, 400, 2, 700, 333, 500].map(|lines| killed(job(), &room, lines));
        assert_eq!(kills, [true; 7], "each was in the middle of it");
        let outcome = job().run();
        assert!(matches!(outcome.code, Some(0 | 3)), "{outcome}");
        let uncertain = with(&outcome, "uncertain");
        assert_eq!(outcome.code == Some(3), !uncertain.is_empty(), "{outcome}");
        let once = taken(&serve);
        let all: BTreeSet<String> = (1..=ROWS).map(|n| format!("r{n}@x.test")).collect();
        assert!(once.values().all(|times| *times == 1), "nobody has it twice");
        let known: BTreeSet<String> = once.keys().cloned().collect();
        assert!(all.difference(&known).all(|lost| uncertain.contains(lost)), "nobody is lost");
        // What is uncertain may have come, at most one letter a connection and kill.
        assert!(uncertain.len() <= 7 * connections.parse::<usize>().expect("a number"), "{uncertain:?}");
        job().args(["--uncertain", "skip"]).run().expect(0);
        assert_eq!(taken(&serve), once, "a job that is done sends nothing");
        let outcome = job().args(["--uncertain", "send"]).run().expect(0);
        assert_eq!(with(&outcome, "delivered"), uncertain);
        let twice = taken(&serve);
        assert_eq!(twice.keys().cloned().collect::<BTreeSet<_>>(), all);
        assert!(twice.iter().all(|(recipient, times)| *times == 1 || uncertain.contains(recipient) && *times == 2));
        job().run().expect(0);
        assert_eq!(taken(&serve), twice);
    }
}

/// The Message-ID of a message.
fn message_id(message: &[u8]) -> String {
    let text = String::from_utf8_lossy(message).into_owned();
    text.lines()
        .find(|line| line.starts_with("Message-ID:"))
        .unwrap_or_else(|| panic!("no Message-ID: {text}"))
        .to_owned()
}

#[test]
fn who_is_uncertain_is_left_to_whoever_asks() {
    let room = Room::new();
    let stalls = Smtp::offering(&["PIPELINING"]).once(DOT, "250 ok").does(DOT, [Step::Stall(Duration::from_secs(15))]);
    let server = Server::smtp(stalls);
    let outcome = job(&room, &server.address(), 3).interrupted(Duration::from_millis(3000)).run().expect(3);
    assert_eq!(with(&outcome, "uncertain"), BTreeSet::from(["r2@x.test".to_owned()]), "{outcome}");
    let first: Vec<Heard> = server.finish();
    assert_eq!(first[0].messages.len(), 2);

    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let outcome = job(&room, &server.address(), 3).run().expect(3).says(&["--uncertain send"]);
    assert_eq!(outcome.field("recipient"), ["r2@x.test", "r3@x.test"], "{outcome}");
    assert_eq!(outcome.field("status"), ["uncertain", "delivered"]);
    // This run delivered nothing itself, and somebody may be without it.
    job(&room, &server.address(), 3).run().expect(75);
    let outcome = job(&room, &server.address(), 3).args(["--uncertain", "skip"]).run().expect(0);
    assert_eq!((outcome.out(), server.connections()), (String::new(), 1), "nothing is to be sent");
    let outcome = job(&room, &server.address(), 3).args(["--uncertain", "send"]).run().expect(0);
    assert_eq!(outcome.field("recipient"), ["r2@x.test"]);
    let heard = server.finish();
    assert_eq!(message_id(&heard[1].messages[0]), message_id(&first[0].messages[1]), "whoever has both can tell");
    let outcome = job(&room, "127.0.0.1:1", 3).run().expect(0);
    assert_eq!(outcome.out(), "");
}

#[test]
fn what_failed_is_tried_again() {
    let room = Room::new();
    let refuses = Smtp::offering(&[]).once("RCPT", "250 ok").once("RCPT", "550 5.1.1 who?").once("RCPT", "451 later");
    let server = Server::smtp(refuses.once(DOT, "250 ok").once(DOT, "452 4.2.2 full"));
    let outcome = job(&room, &server.address(), 4).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "refused", "deferred", "deferred"]);
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = job(&room, &server.address(), 4).run().expect(0);
    assert_eq!(outcome.field("recipient"), ["r2@x.test", "r3@x.test", "r4@x.test"]);
}

#[test]
fn one_letter_to_many_and_an_mbox() {
    let room = Room::new();
    let list = room.file("list", "a@x.test\nb@x.test\nc@x.test\n");
    let mbox = room.file("mbox", mbox(3));
    let cases: [&[&str]; 2] = [
        &["--from", "f@x.test", "--rcpt-file", &list, "--body", "x", "--journal", &room.at("one")],
        &["--mbox", &mbox, "--journal", &room.at("many")],
    ];
    for args in cases {
        let server = Server::smtp(Smtp::offering(&[]).once("RCPT", "250 ok").once("RCPT", "451 later"));
        let outcome = Mailtool::send(&server.address(), args).args(["--json", "-q"]).run().expect(3);
        assert_eq!(outcome.field("status"), ["delivered", "deferred", "delivered"]);
        let put_off = with(&outcome, "deferred");
        let again = Server::smtp(Smtp::offering(&[]));
        let outcome = Mailtool::send(&again.address(), args).args(["--json", "-q"]).run().expect(0);
        assert_eq!(with(&outcome, "delivered"), put_off, "{outcome}");
        let [first, second] = [server.finish_one(), again.finish_one()];
        let again = String::from_utf8_lossy(&second.messages[0]).into_owned();
        match args[0] {
            "--mbox" => assert!(again.contains("Subject: n2"), "{again}"),
            _ => assert_eq!(message_id(&first.messages[0]), message_id(&second.messages[0])),
        }
        Mailtool::send("127.0.0.1:1", args).run().expect(0);
    }
    let args = |list| ["--mbox", &mbox, "--rcpt-file", list, "--journal"].map(str::to_owned);
    let (server, journal) = (Server::smtp(Smtp::offering(&[])), room.at("listed"));
    Mailtool::send(&server.address(), args(&list).each_ref().map(String::as_str)).args([&journal]).run().expect(0);
    let longer = room.file("longer", "a@x.test\nb@x.test\nc@x.test\nd@x.test\n");
    let outcome = Mailtool::send(&server.address(), args(&longer).each_ref().map(String::as_str)).args([&journal]);
    outcome.run().expect(65).says(&["another job"]);
}

#[test]
fn journals_that_are_none_and_lines_that_are_torn() {
    let room = Room::new();
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    job(&room, &server.address(), 5).run().expect(0);
    let whole = String::from_utf8(room.read("journal")).expect("text");
    assert_eq!(whole.lines().count(), 11, "{whole}");
    // Cut off within the last line: of the fifth it is uncertain; within the one before: it was not begun.
    let ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at + 1).collect();
    for (cut, status) in [(whole.len() - 7, "uncertain"), (ends[8] + 9, "delivered"), (ends[8], "delivered")] {
        room.file("journal", &whole[..cut]);
        let outcome = job(&room, &server.address(), 5).run();
        assert_eq!(
            (outcome.field("recipient"), outcome.field("status")),
            (vec!["r5@x.test".to_owned()], vec![status.to_owned()])
        );
    }
    room.file("journal", "");
    assert_eq!(job(&room, &server.address(), 5).run().expect(0).field("status").len(), 5, "an empty one is a new one");

    room.file("journal", whole.replacen("sending", "sanding", 1));
    job(&room, &server.address(), 5).run().expect(65).says(&["line 2: it is no line of a journal"]);
    room.file("journal", "x\n");
    job(&room, &server.address(), 5).run().expect(65).says(&["line 1"]);
    room.file("journal", "precious notes");
    job(&room, &server.address(), 5).run().expect(65).says(&["line 1"]);
    assert_eq!(room.read("journal"), b"precious notes");
    room.file("journal", &whole);
    job(&room, &server.address(), 5).args(["--cc", "c@x.test"]).run().expect(65).says(&["another job"]);
    room.file("table.csv", "to,number\nr1@x.test,2\n");
    job(&room, &server.address(), 5).run().expect(65).says(&["another job"]);
    let send = |args: &[&str]| Mailtool::letter(&server.address()).args(args).run();
    send(&["--journal", &room.at("no/where")]).expect(73).says(&["--journal"]);
    send(&["--uncertain", "skip"]).expect(64).says(&["--journal"]);
    send(&["--journal", &room.at("new"), "--quit-after", "rcpt"]).expect(64);
}

#[test]
fn one_at_a_time() {
    let room = Room::new();
    let server = Server::smtp(Smtp::offering(&[]).does("MAIL", [Step::Stall(Duration::from_secs(15))]));
    let mut command = job(&room, &server.address(), 2).command(&room);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process");
    let deadline = Instant::now() + Duration::from_secs(20);
    while server.connections() == 0 {
        assert!(Instant::now() < deadline, "it does not connect");
        std::thread::sleep(Duration::from_millis(5));
    }
    job(&room, &server.address(), 2).run().expect(75).says(&["another process"]);
    child.kill().expect("a process");
    child.wait().expect("an end");
}

/// What asks for something on the way makes no other letter of it.
#[test]
fn another_way_is_the_same_job() {
    let room = Room::new();
    let full = Server::smtp(Smtp::offering(&["DSN"]).on("RCPT", "452 4.2.2 full"));
    job(&room, &full.address(), 3).args(["--dsn", "notify=failure", "--mail-param", "X=1"]).run().expect(75);
    let other = Server::smtp(Smtp::offering(&["DSN"]));
    let sent = job(&room, &other.address(), 3).args(["--dsn", "notify=never", "--rcpt-param", "Y=2"]).run().expect(0);
    assert_eq!(sent.field("status"), ["delivered"; 3]);
    job(&room, &other.address(), 3).args(["--mail-from", "other@x.test"]).run().expect(65).says(&["another job"]);
    let nothing_left = job(&room, &full.address(), 3).run().expect(0);
    assert_eq!(nothing_left.out(), "");
}

#[test]
fn where_no_journal_can_be_written_nothing_goes_unwritten() {
    let room = Room::new();
    let server = Server::smtp(Smtp::offering(&[]));
    let send = |journal: &str| Mailtool::letter(&server.address()).args(["--journal", journal]).run().expect(73);
    send("/dev/null").says(&["--journal: /dev/null: it is no regular file"]);
    send("/dev/full").says(&["it is no regular file"]);
    send(room.path().to_str().expect("a name")).says(&["--journal: ", "directory"]);
    assert_eq!(server.connections(), 0);
}

/// A disk that is full within the job: the shell lets no file become longer, which says EFBIG for ENOSPC.
#[test]
fn a_full_disk_ends_the_job_and_no_letter_is_lost_or_doubled() {
    let room = Room::new();
    let serve = Serve::start(&["--json"]);
    let job = job(&room, &serve.address("smtp"), 20);
    let ended = below(&job, &room, "trap '' XFSZ; ulimit -f 2");
    let err = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(ended.status.code().is_some_and(|code| code != 0), "{err}");
    assert!(err.contains("--journal") && err.contains("file too large"), "{err}");
    assert!(err.contains("it cannot be written down before it goes: file too large; nothing was handed over"), "{err}");
    assert!(err.contains("no letter goes that is not written down first"), "{err}");
    let went = taken(&serve).len();
    assert!((1..20).contains(&went), "{went} went");
    let rest = job.run();
    // Of a letter whose end did not fit into the journal it is uncertain.
    assert!([Some(0), Some(3)].contains(&rest.code), "{rest}");
    let all = taken(&serve);
    assert!(all.len() == 20 && all.values().all(|count| *count == 1), "{all:?}");
}
