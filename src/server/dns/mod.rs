//! A name server with authority over a few zones, for what runs on this machine alone (RFC 1034 §4.3.2).
//!
//! It answers datagrams, and streams for who was told that a datagram cannot hold the answer (RFC 7766).

mod zones;

pub use zones::Zones;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::net::listener::Listener;
use crate::net::resolver::Over;

/// The most streams at once.
const STREAMS: usize = 16;
/// The longest silence of a client within a stream.
const IDLE: Duration = Duration::from_secs(10);
/// The largest question in a datagram, in octets.
const QUESTION: usize = 4096;
/// How often another port is tried, where one is free for datagrams and not for streams.
const ATTEMPTS: usize = 16;

/// A name server that listens.
pub struct NameServer {
    zones: Arc<Zones>,
    datagrams: UdpSocket,
    streams: Listener,
}

impl NameServer {
    /// Listens for datagrams and for streams at one address; port 0 lets the system choose one.
    ///
    /// # Errors
    /// The address is taken, or not ours.
    pub async fn bind(address: SocketAddr, zones: Zones) -> io::Result<NameServer> {
        let mut attempts = if address.port() == 0 { ATTEMPTS } else { 1 };
        loop {
            let datagrams = UdpSocket::bind(address).await?;
            attempts -= 1;
            match Listener::bind(datagrams.local_addr()?).await {
                Ok(streams) => return Ok(NameServer { zones: Arc::new(zones), datagrams, streams }),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse && attempts > 0 => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Where it listens, with the real port.
    pub fn address(&self) -> SocketAddr {
        self.streams.address()
    }

    /// Answers for ever.
    pub async fn run(self) {
        let room = Arc::new(Semaphore::new(STREAMS));
        let streams = async {
            loop {
                let (stream, _) = self.streams.accept().await;
                // Who comes when there is no room is sent away: a datagram may still do.
                let Ok(place) = room.clone().try_acquire_owned() else { continue };
                let zones = self.zones.clone();
                tokio::spawn(async move {
                    let _ = answer_stream(&zones, stream).await;
                    drop(place);
                });
            }
        };
        tokio::join!(answer_datagrams(&self.zones, &self.datagrams), streams);
    }
}

async fn answer_datagrams(zones: &Zones, socket: &UdpSocket) {
    let mut octets = vec![0; QUESTION];
    loop {
        let Ok((length, peer)) = socket.recv_from(&mut octets).await else {
            // An error is that of one datagram; whatever it is, we do not spin.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        if let Some(answer) = zones.answer(octets.get(..length).unwrap_or_default(), Over::Udp) {
            let _ = socket.send_to(&answer, peer).await;
        }
    }
}

/// One question after the other, each behind its length, until the client is silent or says what is no question.
async fn answer_stream(zones: &Zones, mut stream: TcpStream) -> io::Result<()> {
    let mut octets = Vec::new();
    loop {
        let length = timeout(IDLE, stream.read_u16()).await??;
        octets.resize(usize::from(length), 0);
        timeout(IDLE, stream.read_exact(&mut octets)).await??;
        let Some(answer) = zones.answer(&octets, Over::Tcp) else { return Ok(()) };
        let mut framed = (answer.len() as u16).to_be_bytes().to_vec();
        framed.extend(answer);
        timeout(IDLE, stream.write_all(&framed)).await??;
    }
}
