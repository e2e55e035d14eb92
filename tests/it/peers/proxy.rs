//! Proxies as Debian has them: microsocks, Dante and tinyproxy.

use super::child::Child;

/// `Ok` if all three can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["microsocks", "danted", "tinyproxy"])
}

/// A running proxy on 127.0.0.1.
#[derive(Debug)]
pub struct Proxy {
    child: Child,
    /// Its port.
    pub port: u16,
    _room: tempfile::TempDir,
}

impl Proxy {
    /// `microsocks`, SOCKS5, with its options, for example `-u NAME -P PASSWORD`.
    pub fn microsocks(options: &[&str]) -> Self {
        let port = super::free_port();
        let mut command = super::command("microsocks");
        command.args(["-i", "127.0.0.1", "-p", &port.to_string()]).args(options);
        Self::start(command, port, super::room("microsocks-"))
    }

    /// Dante's `danted`, SOCKS5, which leads to 127.0.0.1, and to no port of `blocked`.
    pub fn dante(blocked: u16) -> Self {
        let (port, room) = (super::free_port(), super::room("dante-"));
        let log = room.path().join("dante.log");
        let text = format!(
            "logoutput: {}\ninternal: 127.0.0.1 port = {port}\nexternal: lo\nsocksmethod: none\nclientmethod: none\n\
            client pass {{\n from: 127.0.0.0/8 to: 0.0.0.0/0\n}}\n\
            socks block {{\n from: 0.0.0.0/0 to: 0.0.0.0/0 port = {blocked}\n}}\n\
            socks pass {{\n from: 0.0.0.0/0 to: 0.0.0.0/0\n command: connect\n}}\n",
            log.display()
        );
        let file = room.path().join("danted.conf");
        super::write(&file, text);
        let mut command = super::command("danted");
        command.arg("-f").arg(&file).arg("-p").arg(room.path().join("pid"));
        Self::start(command, port, room)
    }

    /// `tinyproxy`, HTTP, with further lines of its configuration, for example `ConnectPort 25`.
    pub fn tinyproxy(lines: &str) -> Self {
        let (port, room) = (super::free_port(), super::room("tinyproxy-"));
        let file = room.path().join("tinyproxy.conf");
        super::write(&file, format!("Port {port}\nListen 127.0.0.1\nTimeout 60\nAllow 127.0.0.1\n{lines}\n"));
        let mut command = super::command("tinyproxy");
        command.arg("-d").arg("-c").arg(&file);
        Self::start(command, port, room)
    }

    fn start(command: std::process::Command, port: u16, room: tempfile::TempDir) -> Self {
        let mut child = Child::start(command, &room.path().join("log"), Some(room.path()));
        child.wait_for(&[port]);
        Self { child, port, _room: room }
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }
}
