//! Listening sockets.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpStream};

/// A TCP socket that takes connections.
pub struct Listener {
    socket: TcpListener,
    address: SocketAddr,
}

impl Listener {
    /// Listens at `address`; port 0 lets the system choose one.
    pub async fn bind(address: SocketAddr) -> io::Result<Listener> {
        let socket = TcpListener::bind(address).await?;
        let address = socket.local_addr()?;
        Ok(Listener { socket, address })
    }

    /// Where it listens, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next connection. Out of file descriptors it waits a little instead of spinning.
    pub async fn accept(&self) -> (TcpStream, SocketAddr) {
        loop {
            if let Ok((stream, peer)) = self.socket.accept().await {
                let _ = stream.set_nodelay(true);
                return (stream, peer);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
}
