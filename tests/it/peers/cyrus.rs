//! Cyrus 3.6: IMAP, beside Dovecot the second judge. As root it runs as its user `cyrus`; otherwise as the caller.
//!
//! Debian has but one IMAP server installed at a time. What Cyrus needs comes with `cyrus-common` and `sasl2-bin`; the
//! server itself, `cyrus-imapd`, lies unpacked below the target directory, in `tools/cyrus`, where `.ci/run` puts it,
//! or it is the one that is installed. Neither is anything of `/etc` read or changed, nor any service of theirs started.

use std::path::{Path, PathBuf};

use super::ca::Files;
use super::child::Child;
use super::dovecot::{ALICIA, PEPE};

/// What its users belong to.
const REALM: &str = "cyrus.example.test";

/// `Ok` if Cyrus can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["saslpasswd2"])?;
    for (program, found) in [("cyrus-common", program("master")), ("cyrus-imapd", program("imapd"))] {
        found.ok_or_else(|| super::Skip(format!("{program} is not there (see .ci/run)")))?;
    }
    Ok(())
}

/// Where a program of Cyrus is.
fn program(name: &str) -> Option<PathBuf> {
    super::unpacked("cyrus", &format!("usr/lib/cyrus/bin/{name}"))
}

/// A running Cyrus with the users alicia and pepe.
#[derive(Debug)]
pub struct Cyrus {
    child: Child,
    /// IMAP, with STARTTLS if there is a certificate.
    pub imap: u16,
    _room: tempfile::TempDir,
}

impl Cyrus {
    /// Starts it and waits until it listens; `extra` is further configuration.
    pub fn start(certificate: Option<&Files>, extra: &str) -> Self {
        let room = super::room("cyrus-");
        let imap = super::free_port();
        let owner = if super::uid() == 0 { super::user("cyrus") } else { None };
        for directory in ["config", "config/socket", "mail", "temp", "keys"] {
            super::directory(&room.path().join(directory), owner, 0o700);
        }
        let config = room.path().join("imapd.conf");
        super::write(&config, settings(room.path(), owner) + &tls(room.path(), certificate, owner) + extra + "\n");
        super::write(&room.path().join("cyrus.conf"), services(room.path(), &config, imap));
        for (user, password) in [ALICIA, PEPE] {
            register(&room.path().join("sasldb"), user, password, owner);
        }
        let mut command = std::process::Command::new(program("master").expect("cyrus-common"));
        command.arg("-C").arg(&config).arg("-M").arg(room.path().join("cyrus.conf"));
        command.arg("-p").arg(room.path().join("config/pid")).env("LC_ALL", "C");
        let mut child = Child::start(command, &room.path().join("output"), Some(room.path()));
        child.wait_for(&[imap]);
        Self { child, imap, _room: room }
    }

    /// The process.
    pub fn child(&self) -> &Child {
        &self.child
    }
}

/// Every user has an INBOX and 1 MiB; nothing is kept for later; IDLE looks every second; no message is longer than 64 KiB.
fn settings(room: &Path, owner: Option<(u32, u32)>) -> String {
    let (uid, gid) = owner.unwrap_or_else(|| (super::uid(), super::gid()));
    let user = super::name_of("/etc/passwd", uid).unwrap_or_default();
    let group = super::name_of("/etc/group", gid).unwrap_or_default();
    let room = room.display();
    format!(
        "\
configdirectory: {room}/config
defaultpartition: default
partition-default: {room}/mail
temp_path: {room}/temp
servername: {REALM}
cyrus_user: {user}
cyrus_group: {group}
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {room}/sasldb
sasl_mech_list: PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256
allowplaintext: yes
autocreate_quota: 1024
expunge_mode: immediate
delete_mode: immediate
imapidlepoll: 1
maxmessagesize: 65536
"
    )
}

/// The server reads its key as the user that it runs as.
fn tls(room: &Path, certificate: Option<&Files>, owner: Option<(u32, u32)>) -> String {
    let Some(files) = certificate else { return String::new() };
    let copy = |from: &Path, name: &str| {
        let to = room.join("keys").join(name);
        super::write(&to, std::fs::read(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())));
        super::own(&to, owner);
        to.display().to_string()
    };
    let (chain, key) = (copy(&files.chain, "chain"), copy(&files.key, "key"));
    format!("tls_server_cert: {chain}\ntls_server_key: {key}\n")
}

/// The server runs as a user that may not get to where it is unpacked.
fn services(room: &Path, config: &Path, imap: u16) -> String {
    let [recover, unpacked] = ["ctl_cyrusdb", "imapd"].map(|name| program(name).expect("a program of Cyrus"));
    let imapd = room.join("imapd");
    std::fs::copy(&unpacked, &imapd).unwrap_or_else(|error| panic!("{}: {error}", unpacked.display()));
    let (recover, imapd, config) = (recover.display(), imapd.display(), config.display());
    format!(
        "\
START {{
 recover cmd=\"{recover} -C {config} -r\"
}}
SERVICES {{
 imap cmd=\"{imapd} -C {config}\" listen=\"127.0.0.1:{imap}\" prefork=1
}}
EVENTS {{
}}
"
    )
}

fn register(file: &Path, user: &str, password: &str, owner: Option<(u32, u32)>) {
    let path = file.to_string_lossy();
    let output = super::run("saslpasswd2", &["-f", &path, "-p", "-c", "-u", REALM, user], password.as_bytes());
    assert!(output.status.success(), "saslpasswd2: {}", String::from_utf8_lossy(&output.stderr));
    super::own(file, owner);
}
