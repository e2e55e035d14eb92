//! What both sides compress behind COMPRESS (RFC 4978, RFC 1951), as a stream of the text inside.
//!
//! All passes through buffers of a fixed size: however much stands in how few octets, no more of it is there at once than
//! whoever reads has room for.

use std::io::{Error as IoError, ErrorKind, Result};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::{Error, Io};

/// How many compressed octets are read, or held to be written, at once.
const BLOCK: usize = 16 * 1024;

/// A stream that is compressed on its way.
pub(super) struct Deflate {
    stream: Box<dyn Io>,
    inflater: Decompress,
    deflater: Compress,
    /// What has come and was not decompressed.
    input: Vec<u8>,
    taken: usize,
    /// What is compressed and was not written.
    output: Vec<u8>,
    written: usize,
    /// Some of what was said could not be decompressed yet by who hears it.
    due: bool,
    /// The peer has ended what it compresses.
    over: bool,
}

impl Deflate {
    /// Over a stream of which these octets have come already.
    pub(super) fn new(stream: Box<dyn Io>, input: Vec<u8>) -> Deflate {
        Deflate {
            stream,
            inflater: Decompress::new(false),
            deflater: Compress::new(Compression::default(), false),
            input,
            taken: 0,
            output: Vec::with_capacity(BLOCK),
            written: 0,
            due: false,
            over: false,
        }
    }

    /// Decompresses what is there, as far as there is room for it. How many octets came of it.
    fn inflate(&mut self, buffer: &mut ReadBuf<'_>) -> Result<usize> {
        let mut told = 0;
        if !self.over {
            let (room, input) = (buffer.initialize_unfilled(), self.input.get(self.taken..).unwrap_or_default());
            let (read, before) = (self.inflater.total_in(), self.inflater.total_out());
            let status = self.inflater.decompress(input, room, FlushDecompress::None).map_err(|_| corrupt())?;
            self.over = status == Status::StreamEnd;
            self.taken += length(self.inflater.total_in() - read);
            told = length(self.inflater.total_out() - before);
            buffer.advance(told);
        }
        // Nothing can stand behind the end, or be made nothing of.
        match told == 0 && self.taken < self.input.len() {
            true => Err(corrupt()),
            false => Ok(told),
        }
    }

    /// Reads compressed octets. False if there are no more.
    fn poll_fill(&mut self, cx: &mut Context<'_>) -> Poll<Result<bool>> {
        self.input.resize(BLOCK, 0);
        self.taken = 0;
        let mut buffer = ReadBuf::new(&mut self.input);
        let read = Pin::new(&mut *self.stream).poll_read(cx, &mut buffer);
        let count = buffer.filled().len();
        self.input.truncate(count);
        read.map_ok(|()| count > 0)
    }

    /// Writes what is compressed.
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        while let Some(rest) = self.output.get(self.written..).filter(|rest| !rest.is_empty()) {
            match ready!(Pin::new(&mut *self.stream).poll_write(cx, rest))? {
                0 => return Poll::Ready(Err(ErrorKind::WriteZero.into())),
                count => self.written += count,
            }
        }
        self.output.clear();
        self.written = 0;
        Poll::Ready(Ok(()))
    }

    fn compress(&mut self, octets: &[u8], flush: FlushCompress) -> Result<usize> {
        let before = self.deflater.total_in();
        self.deflater.compress_vec(octets, &mut self.output, flush).map_err(IoError::other)?;
        Ok(length(self.deflater.total_in() - before))
    }
}

impl AsyncRead for Deflate {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let stream = self.get_mut();
        while buffer.remaining() > 0 && stream.inflate(buffer)? == 0 {
            if stream.over || !ready!(stream.poll_fill(cx))? {
                break;
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Deflate {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, octets: &[u8]) -> Poll<Result<usize>> {
        let stream = self.get_mut();
        loop {
            ready!(stream.poll_drain(cx))?;
            stream.due = true;
            let taken = stream.compress(octets, FlushCompress::None)?;
            // What was taken before may need all the room; nothing taken would be the end.
            if taken > 0 || stream.output.is_empty() {
                return Poll::Ready(Ok(taken));
            }
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let stream = self.get_mut();
        loop {
            ready!(stream.poll_drain(cx))?;
            if !stream.due {
                return Pin::new(&mut *stream.stream).poll_flush(cx);
            }
            // Nothing is flushed before all that is compressed already is out.
            stream.compress(&[], FlushCompress::None)?;
            if stream.output.is_empty() {
                stream.compress(&[], FlushCompress::Sync)?;
                // There may be more than there was room for.
                stream.due = stream.output.len() == stream.output.capacity();
            }
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.as_mut().poll_flush(cx))?;
        Pin::new(&mut *self.get_mut().stream).poll_shutdown(cx)
    }
}

fn corrupt() -> IoError {
    let message = "what the peer compresses cannot be decompressed".to_owned();
    IoError::other(Error::Protocol { message, rfc: "RFC 4978 §3" })
}

/// A number of octets that are in memory.
fn length(octets: u64) -> usize {
    usize::try_from(octets).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::write::DeflateEncoder;
    use std::io::Write;
    use std::time::Duration;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    fn deflated(text: &[u8]) -> Vec<u8> {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).and_then(|()| encoder.flush()).expect("memory");
        encoder.get_ref().clone()
    }

    #[tokio::test]
    async fn both_ways_through_a_narrow_pipe() {
        let (one, other) = duplex(64);
        let (mut one, mut other) = (Deflate::new(Box::new(one), Vec::new()), Deflate::new(Box::new(other), Vec::new()));
        // More than there is room for at once, or in what the compressor keeps back.
        let noise = noise(300_000);
        let sent = noise.clone();
        let echo = async move {
            let mut heard = vec![0; noise.len()];
            other.read_exact(&mut heard).await.expect("all of it");
            assert!(heard == noise);
            other.write_all(b"a1 OK\r\n").await.expect("a pipe");
            other.flush().await.expect("a pipe");
            other
        };
        let asked = async {
            one.write_all(&sent).await.expect("a pipe");
            one.flush().await.expect("a pipe");
            let mut answer = [0; 7];
            one.read_exact(&mut answer).await.expect("an answer");
            answer
        };
        let (answer, mut other) = tokio::join!(asked, echo);
        assert_eq!(&answer, b"a1 OK\r\n");
        one.shutdown().await.expect("a pipe");
        assert_eq!(other.read(&mut [0; 9]).await.expect("the end"), 0);
    }

    /// Noise does not become smaller.
    fn noise(octets: usize) -> Vec<u8> {
        let next = |state: &mut u32| {
            *state ^= *state << 13;
            *state ^= *state >> 17;
            *state ^= *state << 5;
            Some((*state >> 16) as u8)
        };
        std::iter::repeat(()).scan(2_463_534_242, |state, ()| next(state)).take(octets).collect()
    }

    #[tokio::test]
    async fn what_is_flushed_arrives() {
        let (one, other) = duplex(1 << 20);
        let (mut one, mut other) = (Deflate::new(Box::new(one), Vec::new()), Deflate::new(Box::new(other), Vec::new()));
        // However much of it is kept back when it is flushed.
        let mut rest = &noise(2_000_000)[..];
        while !rest.is_empty() {
            let count = one.write(rest).await.expect("a pipe");
            let (said, later) = rest.split_at(count);
            one.flush().await.expect("a pipe");
            let mut heard = vec![0; count];
            let arrived = tokio::time::timeout(Duration::from_secs(5), other.read_exact(&mut heard)).await;
            arrived.unwrap_or_else(|_| panic!("all of {count}")).expect("all of it");
            assert!(heard == said);
            rest = later;
        }
    }

    #[tokio::test]
    async fn what_came_before_is_read_first_and_nothing_is_held_that_nobody_reads() {
        let bomb = deflated(&vec![b'x'; 50 << 20]);
        let (first, rest) = bomb.split_at(10);
        let (mut one, other) = duplex(bomb.len());
        let mut other = Deflate::new(Box::new(other), first.to_vec());
        one.write_all(rest).await.expect("a pipe");
        let (mut block, mut count) = (vec![0; 1000], 0);
        while count < 50 << 20 {
            count += other.read(&mut block).await.expect("octets");
            assert!(other.input.capacity() <= BLOCK);
        }
        drop(one);
        assert_eq!((other.read(&mut block).await.expect("the end"), count), (0, 50 << 20));
    }

    #[tokio::test]
    async fn what_cannot_be_decompressed() {
        let whole = {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(b"* BYE\r\n").expect("memory");
            encoder.finish().expect("memory")
        };
        for (octets, heard) in [(b"\xff\xff\xff".to_vec(), ""), ([&whole[..], b"* OK\r\n"].concat(), "* BYE\r\n")] {
            let mut stream = Deflate::new(Box::new(tokio::io::empty()), octets);
            let (mut text, mut octet) = (String::new(), [0]);
            let error = loop {
                match stream.read(&mut octet).await {
                    Ok(count) => assert_eq!(count, 1),
                    Err(error) => break error,
                }
                text.push(char::from(octet[0]));
            };
            assert_eq!(
                (text.as_str(), Error::from(error).to_string().contains("cannot be decompressed")),
                (heard, true)
            );
        }
        let mut ended = Deflate::new(Box::new(tokio::io::empty()), whole);
        let mut text = String::new();
        ended.read_to_string(&mut text).await.expect("its end");
        assert_eq!(text, "* BYE\r\n");
    }
}
