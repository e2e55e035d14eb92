//! Runs the program: with a clean environment, a limit of time, and an eye on its memory.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Room;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_mailtool");

/// A command line to run.
#[derive(Debug)]
pub struct Mailtool {
    args: Vec<OsString>,
    env: Vec<(String, OsString)>,
    stdin: Vec<u8>,
    limit: Duration,
    interrupted: Option<Duration>,
}

/// How it ended.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The exit code; `None` if a signal ended it.
    pub code: Option<i32>,
    /// Its results.
    pub stdout: Vec<u8>,
    /// Its conversation.
    pub stderr: Vec<u8>,
    /// How long it took.
    pub elapsed: Duration,
    /// The most memory it had, in KiB, as far as was seen (`VmHWM`).
    pub peak: u64,
}

impl Mailtool {
    /// `mailtool ARGS`.
    pub fn new<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Self {
        let args = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        Self { args, env: Vec::new(), stdin: Vec::new(), limit: Duration::from_secs(30), interrupted: None }
    }

    /// `mailtool send --server SERVER ARGS`.
    pub fn send<A: AsRef<OsStr>>(server: &str, args: impl IntoIterator<Item = A>) -> Self {
        Self::new(["send", "--server", server]).args(args)
    }

    /// A letter from one to another, of a few words.
    pub fn letter(server: &str) -> Self {
        Self::send(server, ["--from", "alicia@example.test", "--to", "pepe@example.test", "--subject", "hola"])
            .args(["--body", "adios"])
    }

    /// Further arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// A variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// What it reads on stdin.
    pub fn stdin(mut self, octets: impl AsRef<[u8]>) -> Self {
        self.stdin = octets.as_ref().to_vec();
        self
    }

    /// How long it may take; 30 seconds by default.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// After so long it is interrupted, as ^C does.
    pub fn interrupted(mut self, after: Duration) -> Self {
        self.interrupted = Some(after);
        self
    }

    /// The command, ready to start, at home in `home`.
    pub fn command(&self, home: &Room) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(&self.args).env_clear().env("HOME", home.path()).env("LC_ALL", "C.UTF-8");
        // Whatever this machine has for all its users.
        command.env("XDG_CONFIG_DIRS", home.path());
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.envs(self.env.iter().map(|(name, value)| (name, value))).current_dir(home.path());
        command
    }

    /// Runs it to its end. Panics, after ending it, if it takes too long.
    pub fn run(self) -> Outcome {
        let home = Room::new();
        let mut command = self.command(&home);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let started = Instant::now();
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{PROGRAM}: {error}"));
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let input = self.stdin.clone();
        // a program that does not read its input is no error here
        let feeder = thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
        let [stdout, stderr] = [reader(stdout), reader(stderr)];
        let pid = child.id();
        self.interrupted.map(|after| {
            thread::spawn(move || {
                thread::sleep(after);
                signal("-INT", pid);
            })
        });
        let (status, peak) = watch(&mut child, started + self.limit);
        let elapsed = started.elapsed();
        let [stdout, stderr] = [stdout, stderr].map(|thread| thread.join().expect("a reader"));
        let _ = feeder.join();
        let code = status.and_then(|status| status.code());
        let outcome = Outcome { code, stdout, stderr, elapsed, peak };
        assert!(status.is_some(), "after {elapsed:?} it still ran: {:?}\n{outcome}", self.args);
        outcome
    }
}

/// Sends a signal to a process: `-TERM`, `-STOP`, `-CONT`.
pub fn signal(name: &str, pid: u32) {
    // a small Debian has no other kill than the shell's own
    let mut kill = Command::new("/bin/sh");
    kill.args(["-c", "kill \"$@\"", "kill", name, &pid.to_string()]);
    assert!(kill.status().is_ok_and(|status| status.success()), "kill {name} {pid}");
}

/// A command whose standard input and output are a connection to a port of 127.0.0.1, by bash.
pub fn bridge(port: u16) -> String {
    format!("bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}; cat <&3 & cat >&3'")
}

fn reader(pipe: Option<impl std::io::Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut octets = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut octets);
        }
        octets
    })
}

/// Waits for the end, or brings it about at the deadline; and the most memory seen.
fn watch(child: &mut Child, deadline: Instant) -> (Option<ExitStatus>, u64) {
    let mut peak = 0;
    loop {
        peak = peak.max(memory(child.id()));
        if let Ok(Some(status)) = child.try_wait() {
            return (Some(status), peak);
        }
        if Instant::now() > deadline {
            let _ = child.kill();
            let _ = child.wait();
            return (None, peak);
        }
        thread::sleep(Duration::from_millis(3));
    }
}

/// The most memory that a process has had, in KiB (proc_pid_status(5)); 0 if it is gone.
pub fn memory(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

impl Outcome {
    /// The results as text.
    pub fn out(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// The conversation as text.
    pub fn err(&self) -> String {
        String::from_utf8_lossy(&self.stderr).into_owned()
    }

    /// Results and conversation, and `--record`'s file if there is one.
    pub fn everything(&self, record: Option<&[u8]>) -> Vec<u8> {
        [&self.stdout, &self.stderr, record.unwrap_or_default()].concat()
    }

    /// Panics unless it ended as a peer may end it, and none of what it shows is raw.
    #[track_caller]
    pub fn judged(&self, what: &str) {
        let known = [0, 1, 3, 65, 67, 69, 75, 76, 77].map(Some);
        assert!(known.contains(&self.code), "{what}: {self}");
        let text = String::from_utf8(self.everything(None)).unwrap_or_else(|_| panic!("{what}: {self}"));
        let raw = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t') || *c == '\u{202e}');
        assert_eq!(raw, None, "{what}: {self}");
    }

    /// Panics unless it ended with this code.
    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "the exit code is {:?}, not {code}\n{self}", self.code);
        self
    }

    /// Panics unless results or conversation hold one of these words, whatever their case.
    #[track_caller]
    pub fn says(self, words: &[&str]) -> Self {
        let text = (self.out() + &self.err()).to_lowercase();
        let found = words.iter().any(|word| text.contains(&word.to_lowercase()));
        assert!(found, "none of {words:?} is said\n{self}");
        self
    }

    /// The results of `--json`, one object a line.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        let object = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}\n{self}"));
        self.out().lines().map(object).collect()
    }

    /// Of the results of `--json` this field of each.
    #[track_caller]
    pub fn field(&self, name: &str) -> Vec<String> {
        let text =
            |value: &serde_json::Value| value[name].as_str().map_or_else(|| value[name].to_string(), str::to_owned);
        self.json().iter().map(text).collect()
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let short = |text: String| text.chars().take(6000).collect::<String>();
        let (out, err) = (short(self.out()), short(self.err()));
        write!(f, "exit {:?} after {:?}\n--- stdout\n{out}\n--- stderr\n{err}", self.code, self.elapsed)
    }
}
