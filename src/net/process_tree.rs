//! The processes that descend from a command of ours, as proc(5) shows them.

use std::io;
use std::process::{Child, Command};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, getpgrp, kill_process};

/// How long a command may take to end by itself, and then how long once it was told to.
const GRACE: Duration = Duration::from_millis(500);
/// Between two looks whether it has.
const LOOK: Duration = Duration::from_millis(10);
/// The variable by which the processes of a command are known.
const MARK: &str = "_MAILTOOL_COMMAND";

/// A command and those of its descendants that stayed in our process group. Who has left that is meant to outlive it.
pub struct ProcessTree {
    group: i32,
    /// What stands in the environment of all of them, whoever their parent is by now.
    mark: Vec<u8>,
    members: Vec<Process>,
}

/// A process.
#[derive(Clone, Copy)]
struct Process {
    id: i32,
    parent: i32,
    group: i32,
    /// In clock ticks: whoever has the number later began later.
    began: u64,
}

impl ProcessTree {
    /// Starts a command. Where the system does not show processes, nobody is seen to descend from it.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(command: &mut Command) -> io::Result<(Child, ProcessTree)> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let value = format!("{}.{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let child = command.env(MARK, &value).spawn()?;
        let mark = format!("{MARK}={value}").into_bytes();
        // Nobody has waited for it yet: its number is nobody else's.
        let first = i32::try_from(child.id()).ok().and_then(Process::read);
        let group = getpgrp().as_raw_nonzero().get();
        Ok((child, ProcessTree { group, mark, members: first.into_iter().collect() }))
    }

    /// Ends those that run: they are told to, and those that do not heed that end by force.
    pub fn end(&mut self) {
        for signal in [Signal::TERM, Signal::KILL] {
            if !self.lives() {
                break;
            }
            self.tell(signal);
            self.ends_in_time();
        }
    }

    /// Whether all of it ends in time.
    pub(super) fn ends_in_time(&mut self) -> bool {
        let until = Instant::now() + GRACE;
        while self.lives() {
            if Instant::now() > until {
                return false;
            }
            std::thread::sleep(LOOK);
        }
        true
    }

    /// Whether any of them runs still, those included that were born meanwhile.
    fn lives(&mut self) -> bool {
        let known = |id: i32, members: &[Process]| members.iter().any(|member| member.id == id);
        let mut others: Vec<Process> = processes().filter(|other| other.group == self.group).collect();
        others.retain(|other| !known(other.id, &self.members));
        self.members.extend(others.extract_if(.., |other| other.bears(&self.mark)));
        let mut at = 0;
        while let Some(parent) = self.members.get(at).map(|member| member.id) {
            self.members.extend(others.extract_if(.., |other| other.parent == parent));
            at += 1;
        }
        self.members.iter().any(Process::lives)
    }

    /// Sends a signal to all that run.
    fn tell(&self, signal: Signal) {
        let running = self.members.iter().filter(|member| member.lives());
        for id in running.filter_map(|member| Pid::from_raw(member.id)) {
            let _ = kill_process(id, signal);
        }
    }
}

impl Process {
    /// `None`: there is none, or it has ended and nobody has asked how.
    fn read(id: i32) -> Option<Process> {
        let line = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name stands in parentheses and may hold anything.
        let mut fields = line.rsplit_once(')')?.1.split_ascii_whitespace();
        let runs = !matches!(fields.next()?, "Z" | "X");
        let (parent, group) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let began = fields.nth(16)?.parse().ok()?;
        runs.then_some(Process { id, parent, group, began })
    }

    /// Whether this is one of the variables that it began with.
    fn bears(&self, mark: &[u8]) -> bool {
        let variables = std::fs::read(format!("/proc/{}/environ", self.id)).unwrap_or_default();
        variables.split(|&octet| octet == 0).any(|variable| variable == mark)
    }

    fn lives(&self) -> bool {
        Process::read(self.id).is_some_and(|now| now.began == self.began)
    }
}

fn processes() -> impl Iterator<Item = Process> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| Process::read(entry.file_name().to_str()?.parse().ok()?))
}
