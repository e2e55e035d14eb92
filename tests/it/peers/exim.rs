//! Exim 4.96: beside Postfix the second judge of SMTP, and the only one of an answer for each recipient (PRDR).
//!
//! Debian has but one mail server installed at a time: what is run here lies unpacked below the target directory, in
//! `tools/exim`, where `.ci/run` puts it, or it is the one that is installed. It is started by root and works as its
//! user `Debian-exim`; nothing of `/etc` or `/var` is read or changed.

use std::path::{Path, PathBuf};

use super::ca::Files;
use super::child::Child;
use super::dovecot::{ALICIA, PEPE};

const USER: &str = "Debian-exim";

/// `Ok` if Exim can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need_root()?;
    let missing = |what: &str| super::Skip(format!("{what} is not there (see .ci/run)"));
    program().ok_or_else(|| missing("exim4-daemon-heavy"))?;
    super::user(USER).map(|_| ()).ok_or_else(|| missing(USER))
}

fn program() -> Option<PathBuf> {
    super::unpacked("exim", "usr/sbin/exim4")
}

/// How an Exim is to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// What it presents. Without: no STARTTLS.
    pub certificate: Option<&'a Files>,
    /// The rules, line by line, by which it judges the message for each recipient (`acl_smtp_data_prdr`), and behind
    /// them `accept`.
    pub each: &'a str,
    /// Likewise for the whole message (`acl_smtp_data`).
    pub whole: &'a str,
    /// Further lines of the main section.
    pub main: &'a str,
}

/// A running Exim that takes the mail of alicia, pepe and spam at `example.test`, and knows the passwords of the first
/// two.
#[derive(Debug)]
pub struct Exim {
    child: Child,
    /// SMTP, with STARTTLS if there is a certificate.
    pub smtp: u16,
    room: tempfile::TempDir,
}

impl Exim {
    /// Starts it and waits until it listens.
    pub fn start(options: Options<'_>) -> Self {
        let room = super::room("exim-");
        let smtp = super::free_port();
        for directory in ["spool", "log", "mail", "keys"] {
            super::directory(&room.path().join(directory), super::user(USER), 0o700);
        }
        super::write(&config(room.path()), settings(room.path(), smtp, options));
        let mut command = std::process::Command::new(program().expect("Exim"));
        command.arg("-C").arg(config(room.path())).arg("-bdf").env("LC_ALL", "C");
        let child = Child::start(command, &room.path().join("output"), Some(room.path()));
        let mut child = child.also_logs(&room.path().join("log/main")).also_logs(&room.path().join("log/panic"));
        child.wait_for(&[smtp]);
        Self { child, smtp, room }
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }

    /// A command that speaks SMTP on its standard input and output.
    pub fn command(&self) -> String {
        format!("{} -C {} -bs", program().expect("Exim").display(), config(self.room.path()).display())
    }

    /// The messages that have arrived for a user; lines end in LF.
    pub fn mail(&self, user: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.room.path().join("mail").join(user).join("new")).into_iter().flatten();
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
            .iter()
            .map(|file| String::from_utf8_lossy(&std::fs::read(file).expect("a message")).into_owned())
            .collect()
    }

    /// The same once there are so many; panics with the log if that takes longer than 10 seconds.
    pub fn arrived(&self, user: &str, count: usize) -> Vec<String> {
        for _ in 0..1000 {
            let mail = self.mail(user);
            if mail.len() >= count {
                return mail;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("{count} messages were expected for {user}:\n{}", self.child.log());
    }
}

fn config(room: &Path) -> PathBuf {
    room.join("exim.conf")
}

/// Nobody is looked up, nothing is sent on, and no message is longer than 1 MiB.
fn settings(room: &Path, smtp: u16, options: Options<'_>) -> String {
    let Options { certificate, each, whole, main } = options;
    let tls = certificate.map_or("tls_advertise_hosts =\n".to_owned(), |files| keys(room, files));
    let (program, room) = (program().expect("Exim"), room.display());
    format!(
        "\
exim_path = {}
primary_hostname = exim.example.test
spool_directory = {room}/spool
log_file_path = {room}/log/%s
pid_file_path = {room}/spool/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {smtp}
keep_environment =
host_lookup =
rfc1413_hosts =
dns_dnssec_ok = 0
message_size_limit = 1M
smtp_accept_max = 0
deliver_drop_privilege = true
write_rejectlog = false
log_selector = +received_recipients +incoming_port +proxy
prdr_enable = true
chunking_advertise_hosts = *
smtputf8_advertise_hosts = *
dsn_advertise_hosts = *
pipelining_connect_advertise_hosts = *
acl_smtp_rcpt = recipient
acl_smtp_data_prdr = each
acl_smtp_data = whole
{tls}{main}
begin acl
recipient:
  accept domains = example.test
         local_parts = alicia : pepe : spam
  deny message = 5.1.1 no such user
each:
{each}
  accept
whole:
{whole}
  accept
begin routers
all:
  driver = accept
  local_parts = alicia : pepe : spam
  transport = maildir
begin transports
maildir:
  driver = appendfile
  directory = {room}/mail/$local_part_data
  maildir_format
  user = {USER}
begin authenticators
{}",
        program.display(),
        authenticators()
    )
}

/// As Dovecot's users log in: PLAIN and CRAM-MD5.
fn authenticators() -> String {
    let choice = |(user, password): (&str, &str)| format!("eq{{$auth1}}{{{user}}}{{{password}}}");
    let secret = format!("${{if {}{{${{if {}fail}}}}}}", choice(ALICIA), choice(PEPE));
    let plain = secret.replace("$auth1", "$auth2");
    format!(
        "\
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if eq{{$auth3}}{{{plain}}}}}
  server_set_id = $auth2
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = {secret}
  server_set_id = $auth1
"
    )
}

/// The server reads its key as the user that it runs as.
fn keys(room: &Path, files: &Files) -> String {
    let copy = |from: &Path, name: &str| {
        let to = room.join("keys").join(name);
        super::write(&to, std::fs::read(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())));
        super::own(&to, super::user(USER));
        to.display().to_string()
    };
    let (chain, key) = (copy(&files.chain, "chain"), copy(&files.key, "key"));
    format!("tls_advertise_hosts = *\ntls_certificate = {chain}\ntls_privatekey = {key}\n")
}
