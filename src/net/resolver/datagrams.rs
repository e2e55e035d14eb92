//! Questions by datagrams (RFC 1035 §4.2.1, RFC 5452).

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::Interest;
use tokio::net::UdpSocket;
use tokio::time::{Instant, interval_at};

use super::tap::{Channel, Teller};
use crate::proto::Side;
use crate::proto::dns::{Message, Question, flaws};

/// How often a question is sent.
const SENDINGS: u32 = 3;

/// Asks, and asks again while no answer comes, without an end. What is no answer to this question is told and passed
/// over; what cannot be read is an answer.
///
/// # Errors
/// What the network says (ICMP).
pub(super) async fn ask(
    server: SocketAddr,
    question: &Question,
    query: Bytes,
    timeout: Duration,
    teller: &Teller,
) -> io::Result<Bytes> {
    let ours: IpAddr = if server.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    let socket = UdpSocket::bind((ours, 0)).await?;
    // Nobody else is heard, and that nobody is there is known at once.
    socket.connect(server).await?;
    let (id, mut left) = (Message::read(&query).id, SENDINGS);
    let between = (timeout / SENDINGS).max(Duration::from_millis(1));
    let mut due = interval_at(Instant::now(), between);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        // A socket that has an error alone is not ready to be read.
        let error = || Err(socket.take_error()?.unwrap_or_else(|| io::ErrorKind::WouldBlock.into()));
        let octets = tokio::select! {
            biased;
            received = socket.recv(&mut buffer) => Bytes::copy_from_slice(buffer.get(..received?).unwrap_or_default()),
            error = socket.async_io(Interest::ERROR, error) => return error,
            _ = due.tick(), if left > 0 => {
                teller.tell(Side::Client, query.clone(), Channel::Clear);
                socket.send(&query).await?;
                left -= 1;
                continue;
            }
        };
        teller.tell(Side::Server, octets.clone(), Channel::Clear);
        let message = Message::read(&octets);
        if message.id == id && (message.malformed.is_some() || flaws(question, &message).is_empty()) {
            return Ok(octets);
        }
    }
}
