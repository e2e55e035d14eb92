//! Servers behind a command, and servers behind a unix socket; who is logged in there already.

use std::os::unix::net::UnixListener;
use std::time::Duration;

use super::{PASSWORD, World, need};
use crate::cli::{Mailtool, Outcome, Room, bridge};
use crate::mock::imap::GREETING;
use crate::mock::{Imap, Server};
use crate::peers::dovecot::ALICIA;
use crate::peers::{self, or_skip};

/// `mailtool imap --tunnel COMMAND ARGS`, as nobody.
fn through(command: &str, args: &[&str]) -> Mailtool {
    Mailtool::new(["imap", "--tunnel", command, "--timeout", "5"]).args(args)
}

/// A shell's words for a server that says this, and then what is in `rest`.
fn saying(greeting: &str, rest: &str) -> String {
    format!("printf '{greeting}\\r\\n'; {rest}")
}

fn as_alicia(command: &str, args: &[&str]) -> Outcome {
    through(command, &["-u", ALICIA.0, "--password-env", "SECRET"]).args(args).env("SECRET", ALICIA.1).run()
}

#[test]
fn dovecot_behind_a_command_that_has_logged_in() {
    or_skip!(need().and(peers::need(&["doveadm"])));
    let world = World::new();
    let command = world.dovecot.command(ALICIA.0);
    let outcome = through(&command, &["fetch", "1", "--full"]).run().expect(0);
    assert_eq!(outcome.out(), world.messages[0]);
    assert!(outcome.err().contains("S: * PREAUTH") && outcome.err().contains("C: a1 EXAMINE"), "{outcome}");
    // What it logs comes as warnings.
    assert!(outcome.err().contains("! the command says: "), "{outcome}");
    let outcome = through(&command, &["search", "subject:uno", "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.field("uid"), ["1"]);
    // Nobody knows the server's name: URLs leave it out, and lead there through the command again.
    let urls = through(&command, &["search", "subject:uno", "--urls", "-q"]).run().expect(0).out();
    assert!(urls.starts_with("/INBOX;UIDVALIDITY="), "{urls}");
    let outcome = through(&command, &["fetch", "-", "--json", "-q"]).stdin(&urls).run().expect(0);
    assert_eq!(outcome.field("uid"), ["1"]);
    through(&command, &["flag", "1", "--add", "seen"]).run().expect(0);
    // Who is logged in is not logged in again, and no STARTTLS can be had.
    as_alicia(&command, &["status"]).expect(0).says(&["logged in already"]);
    let required = ["-s", "imap://imap.example.test", "--tls", "starttls", "status"];
    as_alicia(&command, &required).expect(77).says(&["PREAUTH"]);
}

#[test]
fn dovecot_behind_a_socket() {
    or_skip!(need());
    let world = World::new();
    let socket = format!("unix:{}", world.dovecot.socket("imap-login").display());
    let outcome = world.at(&socket, &["fetch", "2", "--full", "-q"]).expect(0);
    assert_eq!(outcome.out(), world.messages[1]);
    world.at("unix:/nonexistent/socket", &["status"]).expect(75).says(&["/nonexistent/socket"]);
    world.at(&socket, &["status", "--tunnel", "true"]).expect(64).says(&["both"]);
}

#[test]
fn tls_behind_a_command() {
    or_skip!(need().and(peers::need(&["bash"])));
    let world = World::new();
    let (clear, tls) = (bridge(world.dovecot.imap), bridge(world.dovecot.imaps));
    let named = |server: &str, command: &str| as_alicia(command, &["-s", server, "--ca", &world.ca, "status"]);
    as_alicia(&clear, &["status"]).expect(0).says(&["S: * OK"]);
    named("imap.example.test", &tls).expect(0).says(&["certificate for imap.example.test verified"]);
    named("imap://imap.example.test", &clear).expect(0).says(&["certificate for imap.example.test verified"]);
    named("imaps://other.test:7", &tls).expect(77).says(&["certificate"]);
    // What has a name may be far away, whatever leads there: no password in clear text.
    let never = ["-s", "imap://imap.example.test", "--tls", "never", "status", "--auth", "plain"];
    let outcome = as_alicia(&clear, &never).expect(77);
    assert!(!outcome.err().contains("C: a1 AUTHENTICATE"), "{outcome}");
    as_alicia(&clear, &["--tls", "starttls", "status"]).expect(64).says(&["-s NAME"]);
}

#[test]
fn commands_that_end_early() {
    for (command, exit, words) in [
        ("mailtool-no-such-command", 78, "exit status: 127"),
        ("exit 0", 75, "exit status: 0"),
        ("echo >&2 Permission denied; exit 255", 75, "exit status: 255"),
        ("kill -9 $$", 75, "signal: 9"),
        ("printf '* OK hi\\r\\n'; read x; exit 4", 75, "exit status: 4"),
        ("exec >&-; sleep 97", 75, "the connection was closed"),
    ] {
        let outcome = through(command, &["caps"]).run().expect(exit).says(&[words]);
        assert!(outcome.elapsed < Duration::from_secs(40), "{command}: {outcome}");
    }
    let denied = |quiet| through("echo >&2 Permission denied; exit 255", &["caps", quiet]).run().expect(75).err();
    for quiet in ["-v", "-q"] {
        assert!(denied(quiet).contains("! the command says: Permission denied\n"), "{quiet}: {}", denied(quiet));
    }
    let told = "mailtool: the command of --tunnel ended with exit status: 255; it says: Permission denied\n";
    assert_eq!(denied("-qq"), told);
    through("exit 3", &["caps", "-qq"]).run().expect(75).says(&["mailtool: the command of --tunnel ended"]);
    for usage in [["-4"].as_slice(), &["--dns", "127.0.0.1"]] {
        through("true", usage).args(["caps"]).run().expect(64);
    }
    Mailtool::new(["imap", "caps"]).run().expect(64).says(&["--tunnel"]);
}

#[test]
fn what_a_command_says_is_escaped_and_bounded() {
    let outcome = through("printf 'one\\r\\n\\033]0;x\\007\\nS: * OK forged\\nlast' >&2; exit 1", &["caps"]).run();
    let err = outcome.expect(75).err();
    let told: Vec<&str> = err.lines().filter(|line| line.starts_with("! the command says")).collect();
    let expected = ["one", "\\x1b]0;x\\x07", "S: * OK forged", "last"];
    assert_eq!(told, expected.map(|line| format!("! the command says: {line}")));
    let flood = through("head -c 100000000 /dev/zero >&2; exit 1", &["caps", "-qq"]).run().expect(75);
    assert!(flood.peak < 64 * 1024, "{} KiB", flood.peak);
    let endless = through("yes >&2", &["caps", "-qq", "--deadline", "1"]).run().expect(75);
    assert!(endless.elapsed < Duration::from_secs(40), "{:?}", endless.elapsed);
    let flood = through("head -c 100000000 /dev/zero", &["caps", "-q"]).run();
    assert!(flood.code == Some(76) && flood.peak < 64 * 1024, "{} KiB, {flood}", flood.peak);
}

/// The processes whose number stands in a file of the room, and that still run.
fn left(room: &Room) -> Vec<String> {
    let text = String::from_utf8(room.read("pids")).expect("numbers");
    let runs = |pid: &&str| {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'))
    };
    assert_eq!(text.lines().count(), 2, "{text}");
    text.lines().filter(runs).map(str::to_owned).collect()
}

/// Runs a command that does not end by itself to whatever ends the connection.
fn ends_with_the_connection(greeting: &str, stubborn: &str, how: &str) {
    let room = Room::new();
    let pids = room.at("pids");
    let both = format!("echo $$ >>{pids}; (echo $(exec sh -c 'echo $PPID') >>{pids}; sleep 98); true");
    let run = through(&format!("{stubborn} {greeting}; {both}"), &["caps"]);
    let run = match how {
        "interrupt" => run.interrupted(Duration::from_secs(1)),
        limit => run.args([limit, "1"]),
    };
    let outcome = run.run().expect(75);
    assert!(outcome.elapsed < Duration::from_secs(40), "{outcome}");
    assert_eq!(left(&room), [""; 0], "{stubborn} {how}: {outcome}");
}

#[test]
fn a_command_is_never_left_behind() {
    std::thread::scope(|scope| {
        for stubborn in ["", "trap '' TERM INT HUP;"] {
            for greeting in ["true", "printf '* OK hi\\r\\n'"] {
                for how in ["--deadline", "--timeout", "interrupt"] {
                    scope.spawn(move || ends_with_the_connection(greeting, stubborn, how));
                }
            }
        }
    });
}

#[test]
fn who_says_that_we_are_logged_in_is_believed_only_where_nobody_else_can_be() {
    let preauth = "* PREAUTH [CAPABILITY IMAP4rev1] you are in";
    let tell = "while read -r tag word rest; do printf '%s OK x\\r\\n' \"$tag\"; [ \"$word\" = LOGOUT ] && exit; done";
    through(&saying(preauth, tell), &["raw", "NOOP"]).run().expect(0).says(&["logged in already"]);
    // The password is not for whoever says so without being asked.
    let outcome = through(&saying(preauth, tell), &["raw", "NOOP", "-u", "pepe", "--password-env", "SECRET"]);
    let outcome = outcome.env("SECRET", PASSWORD).run().expect(0);
    assert!(!outcome.err().contains("LOGIN "), "{outcome}");
    through(&saying("* OK [CAPABILITY IMAP4rev1] hi", tell), &["status"]).run().expect(64).says(&["--user"]);

    for host in ["127.0.0.1", "localhost"] {
        for tls in ["auto", "never", "may", "starttls"] {
            let server = Server::imap(Imap::offering("").on(GREETING, preauth));
            let url = format!("imap://{host}:{}", server.port);
            let args = ["imap", "-4", "-s", &url, "--tls", tls, "-u", "pepe", "--password-env", "SECRET", "status"];
            let outcome = Mailtool::new(args).env("SECRET", PASSWORD).run().expect(77);
            let outcome = outcome.says(&["believed only behind --tunnel"]);
            assert!(server.finish_one().octets.is_empty(), "nothing is said: {outcome}");
        }
    }
}

#[test]
fn a_socket_whose_server_knows_who_we_are() {
    let room = Room::new();
    let path = room.at("socket");
    let listener = UnixListener::bind(&path).expect("a socket");
    let server = std::thread::spawn(move || {
        use std::io::{BufRead as _, BufReader, Write as _};
        let (mut stream, _) = listener.accept().expect("a client");
        stream.write_all(b"* PREAUTH hi\r\n").expect("a client that listens");
        let heard: Vec<String> =
            BufReader::new(stream.try_clone().expect("a socket")).lines().map_while(Result::ok).take(1).collect();
        stream.write_all(b"a1 BAD enough\r\n").expect("a client that listens");
        heard
    });
    Mailtool::new(["imap", "-s", &format!("unix:{path}"), "raw", "NOOP"]).run().expect(76).says(&["PREAUTH"]);
    assert_eq!(server.join().expect("a server"), ["a1 CAPABILITY"]);
}
