//! A peer behind a command: its standard input and output are the connection, as `ssh host imapd` makes one.
//!
//! What the command says on its standard error is told as warnings, before what comes behind it, and where it fails its
//! last line by the error; a command may trace all that it hears, so what we log in with is masked there. It stays in
//! our process group, so that ssh may ask for a passphrase, and ends with the connection.

use std::io::{self, Error as IoError, ErrorKind};
use std::pin::Pin;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::unix::pipe::{Receiver, Sender};
use tokio::time::{Sleep, sleep};

use super::Error;
use super::process_tree::ProcessTree;
use crate::base::Secret;
use crate::base::escape::escape;
use crate::proto::spoken::Spoken;
use crate::transcript::{Note, SessionId, Sink, Weight};

/// How long the status of a command may take whose stream broke.
const GRACE: Duration = Duration::from_millis(500);
/// Between two looks whether it has.
const LOOK: Duration = Duration::from_millis(10);
/// The longest line of the command's that is told in one note, in octets.
const MAX_LINE: usize = 1000;
/// The longest that is looked through as a whole for what must not be told, in octets.
const MAX_HELD: usize = 64 * 1024;
/// What is said at once and is longer is no login.
const MAX_LOGIN: usize = 16 * 1024;
/// How much it may say at its end, in octets: what a pipe holds.
const MAX_REST: usize = 64 * 1024;

/// How many tunnels may stand in each other.
const MAX_DEPTH: u32 = 8;
/// Says to the command in how many it stands, which it says to us if that is what it runs.
const DEPTH: &str = "_MAILTOOL_TUNNELS";

/// A running command as a stream. Two pipes, since servers refuse to begin with somebody logged in where they find a
/// socket.
pub(super) struct Tunnel {
    /// `None`: we have said that nothing more comes.
    input: Option<Sender>,
    output: Option<Receiver>,
    /// `None`: the connection has ended.
    running: Option<Running>,
    /// Runs from the moment when the stream broke: the next look, and the end of patience.
    waiting: Option<(Pin<Box<Sleep>>, Instant)>,
}

/// The command, without the two pipes.
struct Running {
    child: Child,
    tree: ProcessTree,
    voice: Voice,
}

/// The command's standard error.
struct Voice {
    /// `None`: it is closed.
    pipe: Option<Receiver>,
    /// A line without its end.
    line: Vec<u8>,
    /// The last line of it, safe to show.
    last: Option<String>,
    /// What was said through it and must not be told.
    spoken: Spoken,
    session: SessionId,
    sink: Option<Arc<dyn Sink>>,
}

impl Tunnel {
    /// Starts `sh -c command`. `secret`: what will be said, and nobody may be shown.
    pub(super) fn start(
        command: &str,
        secret: Option<&Secret>,
        session: SessionId,
        sink: Option<Arc<dyn Sink>>,
    ) -> io::Result<Tunnel> {
        let mut command = shell(command)?;
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let (mut child, tree) = ProcessTree::start(command)?;
        let input = child.stdin.take().map(|pipe| Sender::from_owned_fd(pipe.into())).transpose()?;
        let output = child.stdout.take().map(|pipe| Receiver::from_owned_fd(pipe.into())).transpose()?;
        let pipe = child.stderr.take().map(|pipe| Receiver::from_owned_fd(pipe.into())).transpose()?;
        let mut spoken = Spoken::default();
        spoken.expect(secret.map(Secret::expose).unwrap_or_default());
        let voice = Voice { pipe, line: Vec::new(), last: None, spoken, session, sink };
        Ok(Tunnel { input, output, running: Some(Running { child, tree, voice }), waiting: None })
    }

    /// The stream broke: most likely because the command ended, whose status says more. One that closed its output alone
    /// is not waited for.
    fn poll_status(&mut self, cx: &mut Context<'_>) -> Poll<Option<ExitStatus>> {
        let Some(running) = &mut self.running else { return Poll::Ready(None) };
        loop {
            running.voice.hear(cx);
            if let Ok(Some(status)) = running.child.try_wait() {
                running.voice.finish();
                return Poll::Ready(Some(status));
            }
            let (look, until) = self.waiting.get_or_insert_with(|| (Box::pin(sleep(LOOK)), Instant::now() + GRACE));
            if Instant::now() > *until {
                return Poll::Ready(None);
            }
            ready!(look.as_mut().poll(cx));
            look.set(sleep(LOOK));
        }
    }

    fn poll_broken<T>(&mut self, cx: &mut Context<'_>, otherwise: io::Result<T>) -> Poll<io::Result<T>> {
        match ready!(self.poll_status(cx)) {
            Some(status) => {
                let said = self.running.as_mut().and_then(|running| running.voice.last.take());
                Poll::Ready(Err(IoError::other(Error::Tunnel { status, said })))
            }
            None => Poll::Ready(otherwise),
        }
    }
}

/// The shell that runs it, told how deep it is; one that leads to ourselves again and again ends somewhere.
fn shell(command: &str) -> io::Result<Command> {
    let depth = std::env::var(DEPTH).ok().and_then(|depth| depth.parse().ok()).unwrap_or(0);
    if depth >= MAX_DEPTH {
        return Err(IoError::other("it leads back to itself"));
    }
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command).env(DEPTH, (depth + 1).to_string());
    Ok(shell)
}

impl AsyncRead for Tunnel {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let tunnel = self.get_mut();
        if let Some(running) = &mut tunnel.running {
            running.voice.hear(cx);
        }
        let before = buffer.filled().len();
        let Some(output) = &mut tunnel.output else { return Poll::Ready(Ok(())) };
        match ready!(Pin::new(output).poll_read(cx, buffer)) {
            Ok(()) if buffer.filled().len() > before => Poll::Ready(Ok(())),
            end => tunnel.poll_broken(cx, end),
        }
    }
}

impl AsyncWrite for Tunnel {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, octets: &[u8]) -> Poll<io::Result<usize>> {
        let tunnel = self.get_mut();
        let Some(input) = &mut tunnel.input else { return Poll::Ready(Err(ErrorKind::BrokenPipe.into())) };
        match ready!(Pin::new(input).poll_write(cx, octets)) {
            Ok(count) => {
                if let Some(running) = &mut tunnel.running {
                    running.voice.overhear(octets.get(..count).unwrap_or_default());
                }
                Poll::Ready(Ok(count))
            }
            end => tunnel.poll_broken(cx, end),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.get_mut().input = None;
        Poll::Ready(Ok(()))
    }
}

/// The threads that wait for commands whose connection has ended.
static ENDING: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

/// Waits until the command of every connection that has ended has too.
pub fn await_tunnels() {
    let ending = std::mem::take(&mut *ENDING.lock().unwrap_or_else(PoisonError::into_inner));
    for thread in ending {
        let _ = thread.join();
    }
}

/// However the connection ends, the command ends with it, while other connections go on.
impl Drop for Tunnel {
    fn drop(&mut self) {
        (self.input, self.output) = (None, None);
        let running = self.running.take();
        let Ok(thread) = thread::Builder::new().spawn(move || drop(running)) else { return };
        let mut ending = ENDING.lock().unwrap_or_else(PoisonError::into_inner);
        ending.retain(|thread| !thread.is_finished());
        ending.push(thread);
    }
}

/// The command ends by itself, else told to, else by force.
impl Drop for Running {
    fn drop(&mut self) {
        if !self.tree.ends_in_time() {
            self.tree.end();
        }
        // Nobody is left to hold it back where the system shows its processes; elsewhere that is done here.
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.voice.finish();
    }
}

impl Voice {
    /// We say this to the command.
    fn overhear(&mut self, octets: &[u8]) {
        if octets.len() <= MAX_LOGIN {
            octets.split_inclusive(|&octet| octet == b'\n').for_each(|line| self.spoken.overhear(line));
        }
    }

    /// Tells what was said until now, and wakes whoever waits when more is.
    fn hear(&mut self, cx: &mut Context<'_>) {
        let mut block = [0; 1024];
        while let Some(pipe) = self.pipe.as_ref().filter(|pipe| pipe.poll_read_ready(cx).is_ready()) {
            match pipe.try_read(&mut block) {
                Ok(count @ 1..) => self.take(block.get(..count).unwrap_or_default()),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Ok(_) | Err(_) => self.pipe = None,
            }
        }
    }

    /// Tells the rest, which may be there before anybody was woken. Whoever holds the pipe still is not waited for.
    fn finish(&mut self) {
        let mut rest = vec![0; MAX_REST];
        if let Some(Ok(count)) = self.pipe.take().map(|pipe| rustix::io::read(pipe, &mut rest)) {
            self.take(rest.get(..count).unwrap_or_default());
        }
        self.end_line();
    }

    fn take(&mut self, octets: &[u8]) {
        for octet in octets {
            match octet {
                b'\n' => self.end_line(),
                octet => self.line.push(*octet),
            }
            if self.line.len() >= MAX_HELD {
                self.end_line();
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.strip_suffix(b"\r").unwrap_or(&line);
        let masked = self.spoken.mask(text, false);
        masked.as_deref().unwrap_or(text).chunks(MAX_LINE).for_each(|piece| self.tell(piece));
    }

    fn tell(&mut self, piece: &[u8]) {
        let said = escape(piece).into_owned();
        if let Some(sink) = &self.sink {
            let text = format!("the command says: {said}");
            sink.note(self.session, &Note::new(jiff::Timestamp::now(), Weight::Warning, text));
        }
        self.last = Some(said);
    }
}
