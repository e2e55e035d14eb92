//! `mailtool send` and `talk` to servers behind a command, and behind sockets that have no path.

use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::net::{SocketAddr, UnixListener};
use std::time::Duration;

use super::encoding::base64;
use super::leaks::Secrets;
use super::{Mailtool, Room, bridge};
use crate::mock::{Server, Smtp};
use crate::peers::dovecot::ALICIA;
use crate::peers::exim::{self, Exim};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{self, or_skip};

const PEOPLE: [&str; 6] = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];

#[test]
fn exim_on_its_standard_input() {
    or_skip!(exim::need());
    let exim = Exim::start(exim::Options::default());
    let outcome = Mailtool::new(["send", "--tunnel", &exim.command(), "--json"]).args(PEOPLE).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "refused"]);
    assert!(outcome.err().contains("* connecting through the command ") && !outcome.err().contains("STARTTLS"));
    exim.arrived("pepe", 1);
    let lines = "EHLO me.test\nMAIL FROM:<>\nRCPT TO:<pepe@example.test>\nQUIT\n";
    let talk = ["talk", "--tunnel", &exim.command(), "-", "--json"];
    let outcome = Mailtool::new(talk).stdin(lines).run().expect(0);
    assert_eq!(outcome.field("code"), ["220", "250", "250", "250", "221"]);
    let verb = ["send", "--tunnel", &exim.command(), "--verb", "NOOP", "-q"];
    Mailtool::new(verb).run().expect(0);
}

#[test]
fn postfix_on_its_standard_input() {
    or_skip!(postfix::need());
    let postfix = Postfix::start(&postfix::Options::default());
    let command = format!("MAIL_CONFIG={} sendmail -bs", postfix.config().display());
    let outcome = Mailtool::new(["send", "--tunnel", &command, "--json"]).args(PEOPLE).run().expect(0);
    // Whom it does not know it does not refuse there.
    assert_eq!(outcome.field("status"), ["delivered", "delivered"], "{}", postfix.child().log());
    // Another process writes the log, once it comes to it.
    postfix.child().wait_for_log("client=localhost", Duration::from_secs(10));
}

#[test]
fn a_server_with_a_name_behind_a_command() {
    or_skip!(exim::need().and(peers::ca::need()).and(peers::need(&["bash"])));
    let authority = peers::ca::Authority::throw_away();
    let files = authority.server(&["exim.example.test"]);
    let exim = Exim::start(exim::Options { certificate: Some(&files), ..Default::default() });
    let room = Room::new();
    let password = room.file("password", format!("{}\n", ALICIA.1));
    let send = |args: &[&str]| {
        let login = ["-u", ALICIA.0, "--password-file", &password, "--tunnel", &bridge(exim.smtp)];
        Mailtool::new(["send"]).args(&PEOPLE[..4]).args(login).args(args).run()
    };
    let ca = authority.ca().to_str().expect("a path in UTF-8");
    let outcome = send(&["-s", "exim.example.test", "--ca", ca]).expect(0);
    assert!(outcome.err().contains("certificate for exim.example.test verified"), "{outcome}");
    send(&["-s", "other.example.test", "--ca", ca]).expect(77);
    // What has a name may be far away; what has none is ours.
    send(&["-s", "exim.example.test", "--tls", "never", "--auth", "plain"]).expect(77);
    send(&["--tls", "starttls"]).expect(64).says(&["-s NAME"]);
    assert!(send(&[]).err().contains("C: EHLO"));
}

#[test]
fn a_command_that_fails_and_what_makes_no_sense() {
    let send = |args: &[&str]| Mailtool::new(["send"]).args(&PEOPLE[..4]).args(args).run();
    send(&["--tunnel", "exit 3"]).expect(75).says(&["exit status: 3"]);
    send(&["--tunnel", "mailtool-no-such-command"]).expect(78).says(&["exit status: 127"]);
    let half = "printf '220 x\\r\\n'; read x; printf '250 x\\r\\n'; read x; exit 4";
    send(&["--tunnel", half]).expect(75).says(&["exit status: 4"]);
    for wrong in [
        &["--proxy", "http://127.0.0.1:1"][..],
        &["-4"],
        &["--mx", "first"],
        &["--port", "26"],
        &["--bind", "127.0.0.1"],
        &["-s", "unix:/x"],
    ] {
        send(&[&["--tunnel", "true"], wrong].concat()).expect(64);
    }
    Mailtool::new(["talk", "-"]).stdin("").run().expect(64);
    Mailtool::new(["talk", "--tunnel", "true", "--resolve", "a:1:127.0.0.1", "-"]).stdin("").run().expect(64);
}

/// A command that traces all that it hears, and the answers that it has.
fn tracing(answers: &str) -> String {
    format!(
        "printf '220 x\\r\\n'; while read -r line; do echo \"> $line\" >&2; case $line in {answers} \
         EHLO*) printf '250-x\\r\\n250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2\\r\\n';; \
         DATA*) printf '354 x\\r\\n'; while read -r line; do case $line in .?) break;; esac; done; printf '250 x\\r\\n';; \
         QUIT*) printf '221 x\\r\\n'; exit;; *) printf '250 x\\r\\n';; esac; done"
    )
}

#[test]
fn what_a_command_hears_of_a_login_is_not_shown() {
    const CANARY: &str = "tunn3l-CANARY";
    let challenge = format!("334 {}", base64(b"<1@x.test>"));
    for (mechanism, answers) in [
        ("PLAIN", "AUTH*) printf '235 x\\r\\n';;".to_owned()),
        (
            "LOGIN",
            "AUTH*) for n in 1 2; do printf '334 eA==\\r\\n'; read -r x; echo $x >&2; done; printf '235 x\\r\\n';;"
                .to_owned(),
        ),
        (
            "CRAM-MD5",
            format!(
                "AUTH*) printf '{challenge}\\r\\n'; read -r x; echo $x $(echo $x | base64 -di) >&2; printf '235 x\\r\\n';;"
            ),
        ),
    ] {
        let room = Room::new();
        let record = room.at("record");
        let send = Mailtool::new(["send", "--tunnel", &tracing(&answers), "--record", &record, "-u", "alicia", "-vv"]);
        let send = send.args(&PEOPLE[..4]).args(["--auth", mechanism, "--password-env", "P", "--body", "x"]);
        let outcome = send.env("P", CANARY).run().expect(0).says(&["! the command says: > AUTH", "••••"]);
        let written = outcome.everything(Some(&room.read("record")));
        Secrets::of(CANARY).not_in(&written, mechanism);
        if mechanism == "CRAM-MD5" {
            outcome.says(&["! the command says: ••••\\r alicia ••••\n"]);
        }
    }
}

/// Whatever a command leaves behind in our process group ends with it, and no other connection waits for that.
#[test]
fn what_a_command_leaves_behind_ends_too() {
    let room = Room::new();
    let (pids, letters) = (room.at("pids"), room.file("letters", mbox(4)));
    let orphan = format!(
        "sh -c 'sh -c \"echo \\$\\$ >>{pids}; trap : TERM; while :; do sleep 1; done\" >/dev/null 2>&1 </dev/null &'; sleep 0.2;"
    );
    let outcome =
        Mailtool::new(["send", "--tunnel", &format!("{orphan} {}", tracing("")), "--mbox", &letters, "--json"])
            .args([
                "--per-connection",
                "1",
                "--connections",
                "2",
                "--rcpt",
                "pepe@example.test",
                "--mail-from",
                "a@example.test",
            ])
            .run()
            .expect(0);
    let left = String::from_utf8(room.read("pids")).expect("numbers");
    assert_eq!(left.lines().count(), 4, "{left}");
    let stat = |pid: &str| std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let runs = |pid: &str| stat(pid).rsplit_once(") ").is_some_and(|(_, state)| !state.starts_with('Z'));
    assert!(!left.lines().any(runs), "{left}");
    // One after the other they would take four times as long: each is told, and then made, to end.
    assert!(outcome.elapsed < Duration::from_millis(3900), "{:?}", outcome.elapsed);
}

fn mbox(letters: usize) -> String {
    (1..=letters).map(|n| format!("From a Thu Jan  1 00:00:00 1970\nSubject: {n}\n\nx\n\n")).collect()
}

#[test]
fn a_socket_without_a_path() {
    let name = format!("mailtool-test-{}", std::process::id());
    let address = SocketAddr::from_abstract_name(&name).expect("a name");
    let listener = UnixListener::bind_addr(&address).expect("a socket");
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let port = server.port;
    let carrier = std::thread::spawn(move || {
        let (near, _) = listener.accept().expect("a client");
        let far = std::net::TcpStream::connect(("127.0.0.1", port)).expect("the server");
        let (mut from, mut to) = (near.try_clone().expect("a socket"), far.try_clone().expect("a socket"));
        let up = std::thread::spawn(move || {
            let _ = std::io::copy(&mut from, &mut to);
            let _ = to.shutdown(std::net::Shutdown::Write);
        });
        let (mut far, mut near) = (far, near);
        let _ = std::io::copy(&mut far, &mut near);
        let _ = near.shutdown(std::net::Shutdown::Both);
        up.join().expect("the way up");
    });
    let outcome = Mailtool::letter(&format!("unix:@{name}")).run().expect(0);
    assert!(outcome.err().contains(&format!("* connecting to unix:@{name}\n")), "{outcome}");
    carrier.join().expect("the way down");
    assert_eq!(server.finish_one().messages.len(), 1);
    Mailtool::letter("unix:@mailtool-nobody").run().expect(75).says(&["unix:@mailtool-nobody"]);
}
