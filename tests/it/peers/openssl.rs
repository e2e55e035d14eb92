//! `openssl s_server`: a TLS server for any certificate, however wrong. Implicit TLS; it takes one connection after the
//! other and says only what it is told to.

use super::ca::Files;
use super::child::Child;

/// `Ok` if the server can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["openssl"])
}

/// A running `openssl s_server`.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Its port on 127.0.0.1.
    pub port: u16,
    _room: tempfile::TempDir,
}

impl Server {
    /// Presents the chain of `files` on a free port.
    pub fn start(files: &Files) -> Self {
        Self::start_with(files, super::free_port(), &[])
    }

    /// Presents the chain of `files` on `port`, with further options of s_server(1), for example `-tls1_2`.
    pub fn start_with(files: &Files, port: u16, options: &[&str]) -> Self {
        let room = super::room("openssl-");
        let mut command = super::command("openssl");
        command.args(["s_server", "-quiet", "-accept", &format!("127.0.0.1:{port}")]);
        command.arg("-cert").arg(&files.certificate).arg("-key").arg(&files.key).arg("-cert_chain").arg(&files.chain);
        // weak signatures and keys are meant here: it is the client that must refuse them
        command.args(["-cipher", "DEFAULT@SECLEVEL=0"]).args(options);
        let mut child = Child::start(command, &room.path().join("log"), Some(room.path()));
        child.wait_for(&[port]);
        Self { child, port, _room: room }
    }

    /// Sends octets to the client that is connected, or else to the next one after its handshake: a greeting, say.
    pub fn say(&mut self, octets: &[u8]) {
        self.child.write(octets);
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }
}
