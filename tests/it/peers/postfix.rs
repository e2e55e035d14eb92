//! Postfix: a mail server with STARTTLS, implicit TLS and AUTH (by Dovecot) that delivers `example.test` to Dovecot and
//! nothing anywhere else.
//!
//! It knows nothing of a Postfix that the machine may run, and several of them run beside each other. Postfix itself
//! insists on root.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::ca::Files;
use super::child::Child;
use super::dovecot::Dovecot;

/// `Ok` if Postfix can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["postfix", "postconf"])?;
    super::need_root()
}

/// How a Postfix is to be.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// What it presents. Without: no STARTTLS, and no port for implicit TLS.
    pub certificate: Option<&'a Files>,
    /// Who authenticates its clients and takes the mail of `example.test`. Without: no AUTH, and the mail of alicia and
    /// pepe is thrown away.
    pub dovecot: Option<&'a Dovecot>,
    /// `message_size_limit` in octets; without, the 10,240,000 of Postfix.
    pub message_size_limit: Option<u64>,
    /// Offers AUTH only under TLS.
    pub tls_auth_only: bool,
    /// The port of 127.0.0.1 to which mail for other domains is relayed, for those who have authenticated. Without, it
    /// is thrown away.
    pub relay: Option<u16>,
    /// Where it listens, an address of IPv4 and the port for SMTP, as one of several hosts of a domain: the port comes
    /// from [`free_port_on`](super::free_port_on). Without, a free port of 127.0.0.1.
    pub at: Option<(&'a str, u16)>,
    /// Recipients and what becomes of them, as in access(5): `("grey@example.test", "450 4.7.1 greylisted")`.
    pub access: &'a [(&'a str, &'a str)],
    /// Further lines of `main.cf`, which win.
    pub main: &'a [&'a str],
    /// Further options `name=value` of both smtpd services.
    pub smtpd: &'a [&'a str],
}

/// A running Postfix.
#[derive(Debug)]
pub struct Postfix {
    child: Child,
    /// SMTP with STARTTLS, on 127.0.0.1 unless it was started elsewhere.
    pub smtp: u16,
    /// SMTP over TLS; closed without a certificate.
    pub smtps: u16,
    room: tempfile::TempDir,
}

impl Postfix {
    /// Starts it and waits until it listens.
    pub fn start(options: &Options<'_>) -> Self {
        let room = super::room("postfix-");
        let (address, smtp) = options.at.unwrap_or_else(|| ("127.0.0.1", super::free_port()));
        let smtps = super::free_port_on(&[address]);
        queue(room.path());
        let config = room.path().join("etc");
        super::directory(&config, None, 0o755);
        super::write(&config.join("main.cf"), main(room.path(), options));
        age(&config.join("main.cf"));
        let secure = options.certificate.map(|_| smtps);
        super::write(&config.join("master.cf"), master(address, smtp, secure, options.smtpd));
        // the master itself: `postfix start-fg` would look through the whole installation first
        let mut command = std::process::Command::new(daemon_directory(&config).join("master"));
        command.arg("-c").arg(&config).arg("-d").env_remove("MAIL_CONFIG");
        let child = Child::start(command, &room.path().join("output"), Some(room.path()));
        let mut child = child.also_logs(&room.path().join("mail.log"));
        child.wait_for_at(address, &[Some(smtp), secure].into_iter().flatten().collect::<Vec<_>>());
        Self { child, smtp, smtps, room }
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }

    /// `main.cf` and `master.cf` are here: for `postconf -c`, `postqueue -c` and their like.
    pub fn config(&self) -> PathBuf {
        self.room.path().join("etc")
    }
}

/// Makes a file look old. Postfix reads one from the last two seconds again and again, to be sure that nobody is
/// writing it.
fn age(file: &Path) {
    let past = SystemTime::now() - Duration::from_secs(3600);
    let aged = File::options().write(true).open(file).and_then(|file| file.set_modified(past));
    aged.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// The directories that `postfix check` would make, with its owners and modes (postfix-files(5)).
fn queue(room: &Path) {
    let owner = super::user("postfix").expect("the user postfix");
    let drop = super::group("postdrop").expect("the group postdrop");
    super::directory(&room.join("data"), Some(owner), 0o700);
    let queue = room.join("queue");
    super::directory(&queue, Some((0, 0)), 0o755);
    super::directory(&queue.join("pid"), Some((0, 0)), 0o755);
    for name in "active bounce corrupt defer deferred flush hold incoming private saved trace".split(' ') {
        super::directory(&queue.join(name), Some(owner), 0o700);
    }
    super::directory(&queue.join("maildrop"), Some((owner.0, drop)), 0o1730);
    super::directory(&queue.join("public"), Some((owner.0, drop)), 0o2710);
}

fn main(room: &Path, options: &Options<'_>) -> String {
    let room = room.display();
    let somebody = || vec!["alicia".to_owned(), "pepe".to_owned()];
    let known = options.dovecot.map_or_else(somebody, |dovecot| dovecot.users().to_vec());
    let known: String = known.iter().map(|user| format!(" {{ {user}@example.test = x }}")).collect();
    let lmtp = |dovecot: &Dovecot| format!("lmtp:inet:127.0.0.1:{}", dovecot.lmtp);
    let inside = options.dovecot.map_or("discard:".to_owned(), lmtp);
    let outside = options.relay.map_or("discard:".to_owned(), |port| format!("smtp:[127.0.0.1]:{port}"));
    let mut text = format!(
        "\
compatibility_level = 3.6
queue_directory = {room}/queue
data_directory = {room}/data
maillog_file = {room}/mail.log
maillog_file_prefixes = {room}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.test
mydomain = example.test
myorigin = example.test
mynetworks =
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
local_transport = error:no local users
virtual_mailbox_domains = example.test
virtual_mailbox_maps = inline:{{{known} }}
virtual_transport = {inside}
default_transport = {outside}
relay_transport = {outside}
relay_domains =
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtp_dns_support_level = disabled
smtp_host_lookup = native
lmtp_dns_support_level = disabled
lmtp_host_lookup = native
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
biff = no
"
    );
    if let Some(limit) = options.message_size_limit {
        text += &format!("message_size_limit = {limit}\nmailbox_size_limit = 0\nvirtual_mailbox_limit = 0\n");
    }
    if let Some(files) = options.certificate {
        let (key, chain) = (files.key.display(), files.chain.display());
        text += &format!("smtpd_tls_security_level = may\nsmtpd_tls_chain_files = {key}, {chain}\n");
    }
    if let Some(dovecot) = options.dovecot {
        let path = dovecot.auth.display();
        text += &format!("smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = {path}\n");
    }
    if !options.access.is_empty() {
        let rule = |(recipient, action): &(&str, &str)| format!(" {{ {recipient} = {action} }}");
        let rules: String = options.access.iter().map(rule).collect();
        text += &format!("smtpd_recipient_restrictions = check_recipient_access inline:{{{rules} }}\n");
    }
    if options.tls_auth_only {
        text += "smtpd_tls_auth_only = yes\n";
    }
    // a name given twice makes every daemon warn
    let name = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let kept = text.lines().filter(|line| !options.main.iter().any(|further| name(further) == name(line)));
    kept.chain(options.main.iter().copied()).map(|line| line.to_owned() + "\n").collect()
}

/// The services. `inet_interfaces` takes no address that is not an interface's own, as 127.0.0.2 is not: a service with
/// an address of its own does not ask for it.
fn master(address: &str, smtp: u16, smtps: Option<u16>, smtpd: &[&str]) -> String {
    // service type private unprivileged chroot wakeup processes command
    const SERVICES: &str = "\
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
";
    let options: String = smtpd.iter().map(|option| format!("  -o {{ {option} }}\n")).collect();
    let service = |port: u16| format!("{address}:{port} inet n - n - - smtpd\n{options}");
    let secure = |port: u16| service(port) + "  -o smtpd_tls_wrappermode=yes\n  -o smtpd_tls_security_level=encrypt\n";
    service(smtp) + &smtps.map(secure).unwrap_or_default() + SERVICES
}

fn daemon_directory(config: &Path) -> PathBuf {
    let output =
        super::run("postconf", &["-c", config.to_str().expect("a path in UTF-8"), "-h", "daemon_directory"], b"");
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}
