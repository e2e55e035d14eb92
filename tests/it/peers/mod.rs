//! Real peers for the integration tests: Postfix, Exim, Dovecot, Cyrus, `smtp-sink`, BIND, `openssl s_server`, the proxies
//! microsocks, Dante and tinyproxy, and the authority that certifies them.
//!
//! Everything lives in a throw-away directory, listens on free ports of 127.0.0.1 (Dovecot of 127.0.0.2 too, sink and
//! Postfix where they are told to), and is gone when its value is dropped. A peer may also be kept in a
//! `static OnceLock`: a watcher stops it when the test process ends, however it ends.
//!
//! A test that needs a peer begins with `or_skip!(peers::postfix::need());`. Where the peer is not installed the test
//! says so and passes; with `CI=true` it fails, because there every check must run. On a bare Debian 12 that takes root
//! and `apt-get install postfix dovecot-imapd dovecot-pop3d dovecot-lmtpd cyrus-common sasl2-bin swaks curl openssl bind9
//! bind9-dnsutils microsocks dante-server tinyproxy tmux mutt s-nail nmh git-email python3 sharutils mpack tnef ytnef-tools gsasl`; tmux is the terminal at which `talk` is typed to, what
//! stands behind it are judges. The package `cyrus-imapd` cannot be installed beside that of Dovecot, nor
//! `exim4-daemon-heavy` beside Postfix: they are unpacked into `tools/cyrus` and `tools/exim` of the target directory.
//! Exim wants libraries (those that `.ci/run` names) and a user `Debian-exim`.
#![allow(dead_code, reason = "no single test binary uses every peer")]

pub mod bind;
pub mod ca;
pub mod child;
pub mod cyrus;
pub mod dovecot;
pub mod exim;
pub mod fetch;
pub mod flaw;
pub mod openssl;
pub mod postfix;
pub mod proxy;
pub mod sink;
#[cfg(test)]
mod tests;
pub mod token;
pub mod zones;

use std::collections::VecDeque;
use std::fmt::Display;
use std::io::Write as _;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, io, process};

/// Why a test cannot run here.
#[derive(Debug)]
pub struct Skip(pub String);

impl Skip {
    /// Skips the test: says why and comes back, so that the test can return; panics with `CI=true`.
    pub fn report(self) {
        skip(self.0);
    }
}

/// Says `skipped: WHY` on stderr, past the test harness's capture; panics with `CI=true`.
pub fn skip(why: impl Display) {
    assert!(env::var_os("CI").is_none_or(|value| value != "true"), "in CI every test must run, but: {why}");
    let _ = writeln!(io::stderr(), "skipped: {why}");
}

/// Where other people's messages lie: beside the project, never in it. Nothing can install them, so that CI too goes on
/// without them, and says so.
pub fn corpus() -> Option<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.is_dir() {
        let _ = writeln!(io::stderr(), "skipped: no corpus at {}", corpus.display());
    }
    corpus.is_dir().then_some(corpus)
}

/// Returns from the test, skipped, unless every `Result<(), Skip>` given is `Ok`.
macro_rules! or_skip {
    ($($need:expr),+ $(,)?) => {
        $(if let Err(skip) = $need {
            return skip.report();
        })+
    };
}
#[allow(unused_imports, reason = "for the tests")]
pub(crate) use or_skip;

/// Where `program` is: in `PATH`, `/usr/sbin` or `/sbin`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&path).chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")]);
    places.map(|place| place.join(program)).find(|file| {
        file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
    })
}

/// Where a file of a package is that is installed, or that `.ci/run` has unpacked as `name`.
fn unpacked(name: &str, file: &str) -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?;
    let places = [PathBuf::from("/"), target.join("tools").join(name)];
    places.map(|place| place.join(file)).into_iter().find(|file| file.is_file())
}

/// Why `program` cannot be run, if it cannot.
pub fn missing(program: &str) -> Option<String> {
    find(program).is_none().then(|| format!("{program} is not installed"))
}

/// `Ok` if all the programs are installed.
pub fn need(programs: &[&str]) -> Result<(), Skip> {
    let reasons: Vec<String> = programs.iter().filter_map(|program| missing(program)).collect();
    if reasons.is_empty() { Ok(()) } else { Err(Skip(reasons.join(", "))) }
}

/// `Ok` if the tests run as root.
pub fn need_root() -> Result<(), Skip> {
    if uid() == 0 { Ok(()) } else { Err(Skip("not run as root".to_owned())) }
}

/// A port of 127.0.0.1 on which nobody listens.
///
/// It lies below the range from which the kernel takes ports for outgoing connections and for port 0, and is given out
/// once in this process. Another process that does the same passes over it: a socket of UDP at an address that nobody
/// else uses marks it, until its server has had ample time to listen.
pub fn free_port() -> u16 {
    free_port_on(&["127.0.0.1"])
}

/// A port as [`free_port`] gives it, on which nobody listens at any of these addresses: for the hosts of one domain, to
/// all of which mail goes by the same port. Every address of 127.0.0.0/8 is ours without being set up.
pub fn free_port_on(addresses: &[&str]) -> u16 {
    const FIRST: u32 = 20_000;
    const COUNT: u32 = 12_000;
    const MARKED: usize = 100;
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    static MARKS: Mutex<VecDeque<UdpSocket>> = Mutex::new(VecDeque::new());
    for _ in 0..COUNT {
        let turn = TAKEN.fetch_add(1, Ordering::Relaxed);
        // 61 apart, which is prime to 12,000: neighbouring process numbers begin far from each other
        let port = FIRST + process::id().wrapping_mul(61).wrapping_add(turn) % COUNT;
        let port = u16::try_from(port).expect("a port");
        let Ok(mark) = UdpSocket::bind(("127.255.255.254", port)) else { continue };
        if addresses.iter().all(|&address| TcpListener::bind((address, port)).is_ok()) {
            let mut marks = MARKS.lock().unwrap_or_else(PoisonError::into_inner);
            marks.push_back(mark);
            let old = marks.len().saturating_sub(MARKED);
            marks.drain(..old);
            return port;
        }
    }
    panic!("no free port on {addresses:?} between {FIRST} and {}", FIRST + COUNT);
}

/// Runs a program to its end with `input` on stdin; panics if it cannot be started. Judging the status is the caller's.
pub fn run(program: &str, args: &[&str], input: &[u8]) -> Output {
    let mut child = command(program)
        .args(args)
        .stdin(process::Stdio::piped())
        .stdout(process::Stdio::piped())
        .stderr(process::Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let stdin = child.stdin.take();
    std::thread::scope(|scope| {
        // a program that does not read its input is no error here
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output().unwrap_or_else(|error| panic!("{program}: {error}"))
    })
}

/// A command for a program found as [`find`] does, in the C locale.
fn command(program: &str) -> Command {
    let mut command = Command::new(find(program).unwrap_or_else(|| panic!("{program} is not installed")));
    command.env("LC_ALL", "C");
    command
}

/// A throw-away directory that the servers' unprivileged users may enter.
fn room(prefix: &str) -> tempfile::TempDir {
    let room = tempfile::Builder::new().prefix(prefix).tempdir().expect("a temporary directory");
    mode(room.path(), 0o755);
    room
}

fn write(file: &Path, content: impl AsRef<[u8]>) {
    fs::write(file, content).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

fn mode(path: &Path, mode: u32) {
    let permissions = fs::Permissions::from_mode(mode);
    fs::set_permissions(path, permissions).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Makes a directory with an owner, a group and a mode. Not root: ours, whatever was asked.
fn directory(path: &Path, owner: Option<(u32, u32)>, bits: u32) {
    fs::create_dir_all(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    own(path, owner);
    mode(path, bits);
}

/// Gives a file its owner and group, if that can be.
fn own(path: &Path, owner: Option<(u32, u32)>) {
    if let Some((user, group)) = owner.filter(|_| uid() == 0) {
        let changed = std::os::unix::fs::chown(path, Some(user), Some(group));
        changed.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// The effective user of this process.
fn uid() -> u32 {
    fs::metadata("/proc/self").map_or(u32::MAX, |metadata| metadata.uid())
}

/// The effective group of this process.
fn gid() -> u32 {
    fs::metadata("/proc/self").map_or(u32::MAX, |metadata| metadata.gid())
}

/// User and group number of a system user.
fn user(name: &str) -> Option<(u32, u32)> {
    entry("/etc/passwd", |fields| fields.first() == Some(&name))
        .and_then(|fields| Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?)))
}

/// Number of a system group.
fn group(name: &str) -> Option<u32> {
    entry("/etc/group", |fields| fields.first() == Some(&name)).and_then(|fields| fields.get(2)?.parse().ok())
}

/// Name of a user or group (`file` is passwd or group) by its number.
fn name_of(file: &str, number: u32) -> Option<String> {
    let number = number.to_string();
    entry(file, |fields| fields.get(2) == Some(&number.as_str())).and_then(|fields| fields.into_iter().next())
}

fn entry(file: &str, is_it: impl Fn(&[&str]) -> bool) -> Option<Vec<String>> {
    let text = fs::read_to_string(file).ok()?;
    let found = text.lines().map(|line| line.split(':').collect::<Vec<_>>()).find(|fields| is_it(fields))?;
    Some(found.into_iter().map(str::to_owned).collect())
}
