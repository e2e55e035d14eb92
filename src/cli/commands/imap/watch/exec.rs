//! A command for each event: run by the shell, one after the other, beside the conversation. What comes from the network
//! reaches it by its environment, never as part of the command line.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::Value;
use tokio::sync::watch;

use crate::base::escape::escape_str;
use crate::cli::config::environment::EVENT;
use crate::cli::terminal::Terminal;
use crate::net::reason;
use crate::transcript::Weight;

/// When so many events wait for theirs no more are waited for.
const WAITING: usize = 1000;
/// The longest text in the environment, in characters.
const LONGEST: usize = 4000;
/// Between two looks whether it is done.
const LOOK: Duration = Duration::from_millis(10);
/// How often is looked between SIGTERM and SIGKILL.
const PATIENCE: u32 = 300;
/// Runs it.
pub struct Runner {
    jobs: Sender<Value>,
    waiting: Arc<AtomicUsize>,
    thread: JoinHandle<()>,
}

impl Runner {
    /// Begins. When `stop` becomes true what runs is ended, and what waits is left out.
    pub fn start(command: &str, terminal: &Terminal, stop: watch::Receiver<bool>) -> Runner {
        let (jobs, events) = channel::<Value>();
        let (line, terminal, waiting) = (command.to_owned(), terminal.clone(), Arc::new(AtomicUsize::new(0)));
        let left = waiting.clone();
        let thread = thread::spawn(move || {
            for event in events {
                if !*stop.borrow() {
                    report(&event, run(&line, &event, &stop), &terminal);
                }
                left.fetch_sub(1, Ordering::Relaxed);
            }
        });
        Runner { jobs, waiting, thread }
    }

    /// Runs it for this event as soon as those before are done.
    pub fn run(&self, event: Value) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        // It ends only when we do.
        let _ = self.jobs.send(event);
    }

    /// Waits until not too many wait.
    pub async fn keep_up(&self) {
        while self.waiting.load(Ordering::Relaxed) >= WAITING {
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until all are done.
    pub async fn finish(self) {
        drop(self.jobs);
        while !self.thread.is_finished() {
            tokio::time::sleep(LOOK).await;
        }
    }
}

/// The command is a group of processes: all of it ends at `stop`.
fn run(line: &str, event: &Value, stop: &watch::Receiver<bool>) -> io::Result<ExitStatus> {
    let mut command = Command::new("sh");
    command.args(["-c", line]).envs(EVENT.map(|(name, at)| (name, text(event, at))));
    let mut child = command.stdin(Stdio::null()).stdout(io::stderr()).process_group(0).spawn()?;
    let mut stopped = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        stopped += u32::from(*stop.borrow());
        let signal = match stopped {
            1 => Some(Signal::TERM),
            PATIENCE => Some(Signal::KILL),
            _ => None,
        };
        signal.map(|signal| kill_process_group(Pid::from_child(&child), signal));
        thread::sleep(LOOK);
    }
}

fn report(event: &Value, ended: io::Result<ExitStatus>, terminal: &Terminal) {
    let why = match ended {
        Ok(status) if status.success() => return,
        Ok(status) => status.to_string(),
        Err(error) => reason(&error),
    };
    let (name, uid) = (text(event, "/event"), text(event, "/uid"));
    terminal.note(Weight::Warning, escape_str(&format!("--exec ({name} {uid}): {why}")).into_owned());
}

/// What stands there, on one line and safe to show; its beginning if it is long.
fn text(event: &Value, at: &str) -> String {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let text = match event.pointer(at) {
        None | Some(Value::Null) => String::new(),
        Some(Value::Array(words)) => words.iter().map(word).collect::<Vec<_>>().join(" "),
        Some(Value::Object(person)) => {
            let part = |name: &str| person.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("{}@{}", part("mailbox"), part("host"))
        }
        Some(value) => word(value),
    };
    escape_str(&text).chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_environment_holds_is_one_line_and_bounded() {
        let from = json!([{ "name": "x", "mailbox": "b\0", "host": "x.test" }]);
        let event =
            json!({ "uid": 7, "flags": ["\\Seen", "$x"], "envelope": { "subject": "$(touch x)\n", "from": from } });
        for (at, expected) in [
            ("/uid", "7"),
            ("/flags", "\\Seen $x"),
            ("/size", ""),
            ("/envelope/subject", "$(touch x)\\n"),
            ("/envelope/from/0", "b\\x00@x.test"),
        ] {
            assert_eq!(text(&event, at), expected, "{at}");
        }
        assert_eq!(text(&json!({ "event": "é".repeat(5000) }), "/event").chars().count(), LONGEST);
    }
}
