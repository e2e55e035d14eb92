//! Those who take the mail.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::{MAILTOOL, peers};

/// A server that ends with its value.
pub struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub address: String,
}

impl Server {
    /// smtp-sink, which keeps nothing.
    pub fn sink() -> Option<Server> {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).ok()?.to_string();
        let mut command = Command::new(peers::find("smtp-sink")?);
        if peers::need_root().is_ok() {
            command.args(["-u", "nobody"]);
        }
        let child = command.args([&address, "100"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let server = Server { child, address };
        (0..100).any(|_| pause_unless(TcpStream::connect(&server.address).is_ok())).then_some(server)
    }

    /// `mailtool serve`, which keeps nothing.
    pub fn ours(room: &Path) -> Option<Server> {
        let ports = room.join("ports.json");
        let _ = std::fs::remove_file(&ports);
        let mut command = Command::new(MAILTOOL);
        command.args(["serve", "-qq", "--smtp=127.0.0.1:0", "--ports-file"]).arg(&ports);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let mut server = Server { child, address: String::new() };
        if !(0..100).any(|_| pause_unless(ports.exists())) {
            return None;
        }
        let ports: serde_json::Value = serde_json::from_slice(&std::fs::read(ports).ok()?).ok()?;
        ports.get("smtp")?.as_str()?.clone_into(&mut server.address);
        Some(server)
    }
}

fn pause_unless(done: bool) -> bool {
    if !done {
        std::thread::sleep(Duration::from_millis(20));
    }
    done
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
