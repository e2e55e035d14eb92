//! Those who have no configuration of their own, and scripts that run the queue.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::Path;
use std::process::Command;

use super::{Home, LETTER, PASSWORD, PROGRAM, envelope, serve};
use crate::cli::{Mailtool, Room};

/// An account of the machine that is its default.
fn machine(name: &str, from: &str) -> Room {
    let room = Room::new();
    room.directory("mailtool");
    room.file("mailtool/config.toml", format!("default = \"{name}\"\n[account.{name}]\nfrom = \"{from}\"\n"));
    room
}

/// The path that `config path` tells.
fn path(home: &Room, dirs: &str, args: &[&str]) -> String {
    let path = Mailtool::new(["config", "path"]).args(args).env("HOME", home.path()).env("XDG_CONFIG_DIRS", dirs);
    path.run().expect(0).out().trim_end().to_owned()
}

#[test]
fn who_has_no_configuration_has_that_of_the_machine() {
    let [none, one, two] = [Room::new(), machine("one", "one@x.test"), machine("two", "two@x.test")];
    let dirs = format!("relative:{}:{}:{}", none.at("not-there"), one.path().display(), two.path().display());
    assert_eq!(path(&none, &dirs, &[]), one.at("mailtool/config.toml"));
    let shown = Mailtool::new(["config", "show", "--json"]).env("HOME", none.path()).env("XDG_CONFIG_DIRS", &dirs);
    let rows = shown.run().expect(0).json();
    assert_eq!(rows[0]["value"], one.at("mailtool/config.toml").as_str(), "{rows:?}");
    assert_eq!((rows[2]["value"].as_str(), rows[2]["file"].as_str()), (Some("one@x.test"), rows[0]["value"].as_str()));
    // One of the user's own is all that is read; so is one that is named, whether it is there or not.
    let own = machine("own", "own@x.test");
    own.directory(".config");
    fs::rename(own.at("mailtool"), own.at(".config/mailtool")).expect("a directory");
    assert_eq!(path(&own, &dirs, &[]), own.at(".config/mailtool/config.toml"));
    assert_eq!(path(&none, &dirs, &["--config", "/dev/null"]), "/dev/null");
    let named = ["config", "show", "--config", "/not/there"];
    Mailtool::new(named).env("XDG_CONFIG_DIRS", &dirs).run().expect(78);
    // A home that is none.
    let daemon = Mailtool::new(["config", "path"]).env("HOME", "/dev/null").env("XDG_CONFIG_DIRS", &dirs);
    assert_eq!(daemon.run().expect(0).out().trim_end(), one.at("mailtool/config.toml"));
    let nothing = Mailtool::new(["config", "show"]).env("HOME", "/dev/null").env("XDG_CONFIG_DIRS", none.path());
    nothing.run().expect(0).says(&["(not there)"]);
}

#[test]
fn a_daemon_sends() {
    let serve = serve();
    let home = Home::new(serve.port());
    let (daemon, dirs) = (Room::new(), home.0.at(".config"));
    let sendmail = Mailtool::new(["sendmail", "-i", "root"]).env("HOME", daemon.path()).env("XDG_CONFIG_DIRS", dirs);
    let outcome = sendmail.stdin(LETTER).run().expect(0);
    assert_eq!(outcome.err(), "");
    assert_eq!(envelope(&serve), ("alicia@work.test".to_owned(), vec!["admin@work.test".to_owned()]));
}

#[test]
fn whom_a_file_of_the_machine_is_for() {
    let root = rustix::process::geteuid().is_root();
    let room = machine("one", "one@x.test");
    let file = room.file(
        "mailtool/config.toml",
        format!("default = \"a\"\n[account.a]\nuser = \"a\"\npassword = \"{PASSWORD}\"\n"),
    );
    let show = |mode: u32| {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("a file of ours");
        let show = Mailtool::new(["config", "show"]).env("HOME", "/dev/null").env("XDG_CONFIG_DIRS", room.path());
        show.run().expect(0).err()
    };
    assert_eq!(show(0o600), "");
    assert_eq!(show(0o640).contains("others can read it: chmod 640"), !root);
    assert!(show(0o644).contains("others can read it: chmod 640"));
    if root {
        chown(&file, Some(65534), None).expect("a file of ours");
        assert!(show(0o640).contains("others can read it"), "root alone may have a group read it");
    }
}

#[test]
fn a_file_of_the_machine_that_others_may_not_read_is_passed_over() {
    let [secret, open] = [machine("secret", "root@x.test"), machine("open", "open@x.test")];
    for room in [&secret, &open] {
        fs::set_permissions(room.path(), fs::Permissions::from_mode(0o755)).expect("a directory of ours");
    }
    let file = secret.at("mailtool/config.toml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("a file of ours");
    let dirs = format!("{}:{}", secret.path().display(), open.path().display());
    let closed = Room::new();
    fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o600)).expect("a directory of ours");
    for home in [Path::new("/nonexistent"), closed.path()] {
        let output = as_nobody(&["config", "path"]).env("HOME", home).env("XDG_CONFIG_DIRS", &dirs).output();
        let output = output.expect("setpriv");
        let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert!(text.contains(&format!("{}\n", open.at("mailtool/config.toml"))), "{text}");
        assert!(text.contains(&format!("! {file}: ")) && text.contains("passed over"), "{text}");
    }
    // Where the machine has none it is told what is wrong at home.
    let output = as_nobody(&["config", "show"]).env("HOME", closed.path()).output().expect("setpriv");
    assert_eq!(output.status.code(), Some(78), "{output:?}");
    fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o700)).expect("a directory of ours");
}

/// Of somebody who is not root, who may read whatever there is.
fn as_nobody(args: &[&str]) -> Command {
    let mut command = Command::new(if rustix::process::geteuid().is_root() { "setpriv" } else { "env" });
    if rustix::process::geteuid().is_root() {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    }
    command.arg(PROGRAM).args(args).current_dir("/").env_clear();
    command.env("PATH", "/usr/bin:/bin").env("XDG_CONFIG_DIRS", "/nonexistent");
    command
}

#[test]
fn the_queue_is_run() {
    let server = serve();
    let home = Home::new(server.port());
    // Whatever is wrong with the accounts: nobody needs them.
    home.0.file("broken.toml", "x");
    let config = home.0.at("broken.toml");
    let words =
        [&["-q"][..], &["-q30m"], &["-qGname"], &["-q", "-v"], &["-v", "-q1h30m"], &["-qIabc", "-qf"], &["-bm", "-q"]];
    for words in words {
        let outcome = Mailtool::new(["--config", &config, "sendmail"]).args(words).stdin(LETTER).run().expect(0);
        assert_eq!((outcome.out(), outcome.err()), (String::new(), String::new()), "{words:?}");
        let output = home.run(&home.0.at("sendmail"), words, LETTER);
        assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    }
    assert!(server.messages().is_empty());
    // Who is told of the queue is told, and a server is none.
    assert!(home.sendmail(&["-bp", "-q"], "").expect(0).out().starts_with("The mail queue is empty"));
    home.sendmail(&["-bd", "-q30m"], "").expect(64).says(&["mailtool serve"]);
    // A letter is never lost.
    for (n, args) in
        [&["-q", "pepe@example.test"][..], &["-t", "-q"], &["-q30m", "-i", "pepe@example.test"]].iter().enumerate()
    {
        home.sendmail(args, LETTER).expect(0);
        assert_eq!(server.messages().len(), n + 1, "{args:?}");
    }
}

#[test]
fn quiet_is_said_before_the_command_or_twice() {
    let home = Home::new(9);
    for words in [
        &["-q", "sendmail"][..],
        &["sendmail", "--quiet"],
        &["sendmail", "-qq"],
        &["--account", "work", "-q", "sendmail"],
    ] {
        // It is a letter, and there is nobody to take it.
        let outcome = Mailtool::new(words).args(["pepe@example.test"]).env("HOME", home.0.path()).stdin(LETTER).run();
        outcome.expect(75);
        // Nobody gets it.
        Mailtool::new(words).env("HOME", home.0.path()).stdin(LETTER).run().expect(64).says(&["there is no recipient"]);
    }
    // Others than sendmail have no queue, whatever they are told of.
    Mailtool::new(["--account", "sendmail", "config", "path", "-q"]).run().expect(0);
    Mailtool::new(["config", "path", "-q30m"]).run().expect(64);
    Mailtool::new(["sendmail", "--", "-q"]).env("HOME", home.0.path()).stdin(LETTER).run().expect(64);
}
