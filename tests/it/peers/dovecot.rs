//! Dovecot 2.3: IMAP, POP3 and LMTP, and the SASL side of Postfix. As root it uses its own users; otherwise everything
//! runs as the caller.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::ca::Files;
use super::child::Child;

/// `Ok` if Dovecot can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["dovecot"])?;
    let output = super::run("dovecot", &["--version"], b"");
    let version = String::from_utf8_lossy(&output.stdout);
    // 2.4 has another configuration language
    let known = version.starts_with("2.3.");
    if known { Ok(()) } else { Err(super::Skip(format!("Dovecot is {}, not 2.3", version.trim()))) }
}

/// How a Dovecot is to be.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Users and passwords; no colon in either.
    pub users: Vec<(&'a str, &'a str)>,
    /// What it presents. Without: no STARTTLS, and no ports for implicit TLS.
    pub certificate: Option<&'a Files>,
    /// Refuses to authenticate in clear: a [`STRANGER`], that is.
    pub tls_required: bool,
    /// SASL mechanisms.
    pub mechanisms: &'a str,
    /// It takes [tokens](super::token::token) too.
    pub tokens: bool,
    /// Further configuration, which wins.
    pub extra: &'a str,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            users: vec![ALICIA, PEPE],
            certificate: None,
            tls_required: false,
            mechanisms: "plain login cram-md5 digest-md5 scram-sha-1 scram-sha-256",
            tokens: false,
            extra: "",
        }
    }
}

/// A user, of the domain `example.test` if one is given, and her password.
pub const ALICIA: (&str, &str) = ("alicia", "wonder land");
/// Another user, whose password is not ASCII.
pub const PEPE: (&str, &str) = ("pepe", "contraseña");

/// Further configuration: all that its plugins add to IMAP. Mailboxes are shared by ACL and found below
/// `shared/USER/`, with flags \Seen of one's own; there are notes and a limit of 1 MiB, a mailbox for what is thrown
/// away, and news of every mailbox (NOTIFY).
pub const SHARING: &str = "\
mail_plugins = acl quota
mailbox_list_index = yes
imap_metadata = yes
mail_attribute_dict = file:%h/attributes
protocol imap {
  mail_plugins = acl quota imap_acl imap_quota imap_zlib
}
namespace shared {
  type = shared
  separator = /
  prefix = shared/%%u/
  location = maildir:%%h/Maildir:INDEXPVT=~/shared/%%u
  subscriptions = no
  list = children
}
namespace inbox {
  mailbox Papelera {
    special_use = \\Trash
    auto = create
  }
}
plugin {
  acl = vfile
  acl_shared_dict = file:%h/../shared
  quota = maildir:User quota
  quota_rule = *:storage=1M
}
";

/// The second address on which all ports listen. To Dovecot a client whose address is the server's own is secure, TLS or
/// not; one that connects to this address comes from 127.0.0.1 all the same, and is a stranger.
pub const STRANGER: &str = "127.0.0.2";

/// A running Dovecot.
#[derive(Debug)]
pub struct Dovecot {
    child: Child,
    /// IMAP with STARTTLS, on 127.0.0.1 and [`STRANGER`] as all ports.
    pub imap: u16,
    /// IMAP over TLS; closed without a certificate.
    pub imaps: u16,
    /// POP3 with STLS.
    pub pop3: u16,
    /// POP3 over TLS; closed without a certificate.
    pub pop3s: u16,
    /// LMTP in clear.
    pub lmtp: u16,
    /// Unix socket of the authentication service, for Postfix's `smtpd_sasl_path`.
    pub auth: PathBuf,
    /// All ports that it listens on.
    ports: Vec<u16>,
    /// How many messages were put.
    put: AtomicUsize,
    users: Vec<String>,
    owner: Option<(u32, u32)>,
    room: tempfile::TempDir,
}

impl Dovecot {
    /// Starts it and waits until it listens.
    pub fn start(options: &Options<'_>) -> Self {
        let room = super::room("dovecot-");
        let [imap, imaps, pop3, pop3s, lmtp] = std::array::from_fn(|_| super::free_port());
        let auth = room.path().join("auth");
        let owner = if super::uid() == 0 { super::user("mail") } else { None };
        super::directory(&room.path().join("mail"), owner, 0o700);
        let mut config = general(room.path(), options) + &identity(owner);
        let secure = |port| options.certificate.map_or(0, |_| port);
        config += &listeners("imap-login", [("imap", imap, false), ("imaps", secure(imaps), true)]);
        config += &listeners("pop3-login", [("pop3", pop3, false), ("pop3s", secure(pop3s), true)]);
        config += &listeners("lmtp", [("lmtp", lmtp, false)]);
        config += &format!("service auth {{\n unix_listener {} {{\n mode = 0666\n }}\n}}\n", auth.display());
        if options.tokens {
            config += &super::token::configured(room.path());
        }
        let file = room.path().join("dovecot.conf");
        super::write(&file, config + options.extra + "\n");
        super::write(&room.path().join("passwd"), passwd(options, owner, room.path()));
        super::mode(&room.path().join("passwd"), 0o644);
        let secure = options.certificate.map_or(vec![], |_| vec![imaps, pop3s]);
        let ports = [vec![imap, pop3, lmtp], secure].concat();
        let child = launch(room.path(), &ports);
        let users = options.users.iter().map(|(user, _)| (*user).to_owned()).collect();
        Self { child, imap, imaps, pop3, pop3s, lmtp, auth, ports, put: AtomicUsize::new(0), users, owner, room }
    }

    /// Stops it: whoever is connected loses the connection.
    pub fn stop(&mut self) {
        self.child.stop();
    }

    /// Starts it again, with what it had, and waits until it listens.
    pub fn start_again(&mut self) {
        self.child = launch(self.room.path(), &self.ports);
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }

    /// The names of its users, without a domain.
    pub fn users(&self) -> &[String] {
        &self.users
    }

    /// Puts messages into a user's Maildir, named so that they are listed in this order; lines are to end in LF.
    pub fn put(&self, user: &str, messages: impl IntoIterator<Item = impl AsRef<[u8]>>) {
        let maildir = self.maildir(user);
        for directory in ["", "..", "cur", "new", "tmp"] {
            super::directory(&maildir.join(directory), self.owner, 0o700);
        }
        for message in messages {
            let n = self.put.fetch_add(1, Ordering::Relaxed);
            let file = maildir.join("new").join(format!("1700000000.M{n:06}.test"));
            super::write(&file, message);
            super::own(&file, self.owner);
        }
    }

    /// The unix socket of `imap-login`, `pop3-login` or `lmtp`.
    pub fn socket(&self, service: &str) -> PathBuf {
        self.room.path().join("run").join(format!("{service}.socket"))
    }

    /// A command that speaks IMAP on its standard input and output as somebody who is logged in already.
    pub fn command(&self, user: &str) -> String {
        format!("doveadm -c {} exec imap -u {user}", self.room.path().join("dovecot.conf").display())
    }

    /// A user's Maildir, which comes into being with the first message or login; lines end in LF there.
    pub fn maildir(&self, user: &str) -> PathBuf {
        self.room.path().join("mail").join(user).join("Maildir")
    }
}

fn launch(room: &Path, ports: &[u16]) -> Child {
    let mut command = super::command("dovecot");
    command.arg("-F").arg("-c").arg(room.join("dovecot.conf"));
    let mut child = Child::start(command, &room.join("output"), Some(room)).also_logs(&room.join("log"));
    child.wait_for(ports);
    child
}

/// A service and what it listens on; port 0 is none. On a unix socket too.
fn listeners<const N: usize>(service: &str, ports: [(&str, u16, bool); N]) -> String {
    let listener = |(name, port, tls)| {
        let tls = if tls { "yes" } else { "no" };
        format!(" inet_listener {name} {{\n port = {port}\n ssl = {tls}\n }}\n")
    };
    let socket = format!(" unix_listener {service}.socket {{\n mode = 0666\n }}\n");
    format!("service {service} {{\n{}{socket}}}\n", ports.map(listener).concat())
}

fn general(room: &Path, options: &Options<'_>) -> String {
    let Options { mechanisms, .. } = options;
    let tls = match options.certificate {
        None => "ssl = no\n".to_owned(),
        Some(files) => {
            let level = if options.tls_required { "required" } else { "yes" };
            let (chain, key) = (files.chain.display(), files.key.display());
            format!("ssl = {level}\nssl_cert = <{chain}\nssl_key = <{key}\n")
        }
    };
    let room = room.display();
    format!(
        "\
protocols = imap pop3 lmtp
listen = 127.0.0.1, 127.0.0.2
base_dir = {room}/run
state_dir = {room}/state
instance_name = {room}
log_path = {room}/log
{tls}disable_plaintext_auth = no
auth_mechanisms = {mechanisms}
auth_username_format = %Ln
auth_failure_delay = 0
auth_verbose = yes
mail_max_userip_connections = 100
hostname = imap.example.test
postmaster_address = postmaster@example.test
mail_location = maildir:~/Maildir
namespace inbox {{
  inbox = yes
  separator = /
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {room}/passwd
}}
userdb {{
  driver = passwd-file
  args = {room}/passwd
}}
"
    )
}

/// Who the processes run as. Without root nobody can change users or roots.
fn identity(owner: Option<(u32, u32)>) -> String {
    if let Some((user, group)) = owner {
        return format!("first_valid_uid = {user}\nfirst_valid_gid = {group}\n");
    }
    let name = super::name_of("/etc/passwd", super::uid()).unwrap_or_default();
    let group = super::name_of("/etc/group", super::gid()).unwrap_or_default();
    let open = |service| format!("service {service} {{\n chroot =\n}}\n");
    let open = ["anvil", "stats", "imap-login", "pop3-login"].map(open).concat();
    format!(
        "default_internal_user = {name}\ndefault_login_user = {name}\ndefault_internal_group = {group}\n\
         first_valid_uid = 1\nfirst_valid_gid = 0\n{open}"
    )
}

fn passwd(options: &Options<'_>, owner: Option<(u32, u32)>, room: &Path) -> String {
    let (uid, gid) = owner.unwrap_or_else(|| (super::uid(), super::gid()));
    let line = |(user, password): &(&str, &str)| {
        assert!(!user.contains(':') && !password.contains(':'), "a colon in {user} or {password}");
        format!("{user}:{{PLAIN}}{password}:{uid}:{gid}::{}/mail/{user}::\n", room.display())
    };
    options.users.iter().map(line).collect()
}
