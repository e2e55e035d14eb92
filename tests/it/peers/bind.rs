//! BIND 9.18: an authoritative name server over UDP, TCP, TLS and HTTPS, and a resolver that asks it. It runs as the
//! caller and reads nothing of the machine's own configuration.
//!
//! The records of a set come in another order every time.

#[cfg(test)]
mod tests;

use std::net::{TcpListener, UdpSocket};
use std::path::Path;
use std::time::Duration;

use super::ca::{Authority, Files};
use super::child::Child;
use super::zones::{Kind, Zone};

/// `Ok` if BIND can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["named", "openssl"])
}

/// `Ok` if [`dig`] can ask.
pub fn need_dig() -> Result<(), super::Skip> {
    super::need(&["dig"])
}

/// The name of the server in its certificate, beside the address 127.0.0.1.
pub const NAME: &str = "dns.example.test";

/// A running BIND.
#[derive(Debug)]
pub struct Bind {
    child: Child,
    /// UDP and TCP, on 127.0.0.1 as all ports.
    pub port: u16,
    /// DNS over TLS (RFC 7858).
    pub tls: u16,
    /// DNS over HTTPS (RFC 8484), HTTP/2 only.
    pub https: u16,
    authority: Authority,
    _room: tempfile::TempDir,
}

impl Bind {
    /// Answers from these zones, with everything that it knows in the other sections, and REFUSED to all else. Waits
    /// until it listens; panics if a zone does not load that should.
    pub fn start(zones: &[Zone]) -> Self {
        let bind = Self::run("recursion no;", zones);
        let log = bind.child.log();
        for zone in zones {
            let loaded = log.contains(&format!("zone {}/IN: loaded serial", zone.name));
            assert_eq!(loaded, zone.kind != Kind::Broken, "{} is {:?}:\n{log}", zone.name, zone.kind);
        }
        bind
    }

    /// Asks `other` for whatever it is asked itself, and keeps the answers: theirs is not the authority (AA clear, RA
    /// set).
    pub fn resolver(other: &Self) -> Self {
        let forward = format!("recursion yes; forward only; forwarders {{ 127.0.0.1 port {}; }};", other.port);
        Self::run(&forward, &[])
    }

    /// `127.0.0.1:PORT` of UDP and TCP.
    pub fn dns(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// `127.0.0.1:PORT` of DNS over TLS.
    pub fn dot(&self) -> String {
        format!("127.0.0.1:{}", self.tls)
    }

    /// The URL of DNS over HTTPS.
    pub fn doh(&self) -> String {
        format!("https://127.0.0.1:{}/dns-query", self.https)
    }

    /// The certificate to trust, which certifies [`NAME`] and 127.0.0.1.
    pub fn ca(&self) -> &Path {
        self.authority.ca()
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }

    /// The questions until now, each as `NAME CLASS TYPE FLAGS`. Of the flags (BIND's manual, category `queries`) `+`
    /// is RD, `T` TCP, `E(0)` EDNS, `D` DO, `K` a cookie and `V` one that the server has given.
    pub fn queries(&self) -> Vec<String> {
        let log = self.child.log();
        let query = |line: &str| Some(line.split_once("): query: ")?.1.rsplit_once(" (")?.0.to_owned());
        log.lines().filter_map(query).collect()
    }

    fn run(answers: &str, zones: &[Zone]) -> Self {
        let room = super::room("bind-");
        let port = port_for_both();
        let [tls, https] = std::array::from_fn(|_| super::free_port());
        let authority = Authority::throw_away();
        let files = authority.server(&[NAME, "127.0.0.1"]);
        let file = room.path().join("named.conf");
        let zones: String = zones.iter().map(|zone| place(room.path(), zone)).collect();
        super::write(&file, options(room.path(), answers) + &listeners(port, (tls, https), &files) + &zones);
        let mut command = super::command("named");
        // in the foreground, its log on stderr, one thread
        command.args(["-g", "-n", "1", "-4", "-c"]).arg(&file).current_dir(room.path());
        let mut child = Child::start(command, &room.path().join("log"), Some(room.path()));
        child.wait_for(&[port, tls, https]);
        // it listens before its zones are loaded
        child.wait_for_log(" all zones loaded\n", Duration::from_secs(10));
        Self { child, port, tls, https, authority, _room: room }
    }
}

/// A port on which nobody listens, neither by TCP nor by UDP.
fn port_for_both() -> u16 {
    loop {
        let port = super::free_port();
        let address = ("127.0.0.1", port);
        if TcpListener::bind(address).is_ok() && UdpSocket::bind(address).is_ok() {
            return port;
        }
    }
}

/// No file outside of the room, no control channel, no zone that the test did not give, and no opinion of what stands
/// in the zones.
fn options(room: &Path, answers: &str) -> String {
    let room = room.display();
    format!(
        "\
controls {{ }};
options {{
  {answers}
  directory \"{room}\";
  pid-file \"{room}/named.pid\";
  session-keyfile \"{room}/session.key\";
  managed-keys-directory \"{room}\";
  lock-file none;
  listen-on-v6 {{ none; }};
  allow-query {{ any; }};
  allow-transfer {{ none; }};
  notify no;
  querylog yes;
  dnssec-validation no;
  empty-zones-enable no;
  minimal-responses no;
  check-names primary ignore;
  check-integrity no;
  check-mx ignore;
  check-mx-cname ignore;
  max-records-per-type 0;
"
    )
}

/// The end of the options: where it listens.
fn listeners(port: u16, (tls, https): (u16, u16), files: &Files) -> String {
    let (key, chain) = (files.key.display(), files.chain.display());
    format!(
        "\
  listen-on port {port} {{ 127.0.0.1; }};
  listen-on port {tls} tls ours {{ 127.0.0.1; }};
  listen-on port {https} tls ours http ours {{ 127.0.0.1; }};
}};
tls ours {{ key-file \"{key}\"; cert-file \"{chain}\"; }};
http ours {{ endpoints {{ \"/dns-query\"; }}; }};
"
    )
}

/// Writes a zone's file; tells its lines of the configuration.
fn place(room: &Path, zone: &Zone) -> String {
    let file = room.join(format!("{}.zone", zone.name));
    super::write(&file, &zone.text);
    let queries = if zone.kind == Kind::Refused { "allow-query { none; }; " } else { "" };
    format!("zone \"{}\" {{ type primary; {queries}file \"{}\"; }};\n", zone.name, file.display())
}

/// What dig(1) says to these arguments, asked of a port of 127.0.0.1 once and within five seconds.
pub fn dig(port: u16, arguments: &[&str]) -> String {
    let port = port.to_string();
    let fixed = ["-r", "@127.0.0.1", "-p", &port, "+tries=1", "+timeout=5"];
    let output = super::run("dig", &[&fixed[..], arguments].concat(), b"");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
