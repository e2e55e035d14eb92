//! The processes that descend from a command of ours, as proc(5) shows them.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// How long a command may take to end by itself, and then how long once it was told to.
const GRACE: Duration = Duration::from_millis(500);
/// Between two looks whether it has.
const LOOK: Duration = Duration::from_millis(10);

/// A command and those of its descendants that stayed in its process group. Who has left that is meant to outlive it.
pub struct Family {
    group: i32,
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

impl Family {
    /// The family of a process. Nobody, where the system does not show processes.
    pub fn of(id: u32) -> Family {
        let first = i32::try_from(id).ok().and_then(Process::read);
        Family { group: first.map_or(0, |first| first.group), members: first.into_iter().collect() }
    }

    /// Ends those that run: they are told to, and those that do not heed that end by force.
    pub fn end(&mut self) {
        for signal in [Signal::TERM, Signal::KILL] {
            if !self.lives() {
                break;
            }
            self.tell(signal);
            self.is_gone();
        }
    }

    /// Whether all of it ends in time.
    pub(super) fn is_gone(&mut self) -> bool {
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

    fn lives(&self) -> bool {
        Process::read(self.id).is_some_and(|now| now.began == self.began)
    }
}

fn processes() -> impl Iterator<Item = Process> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| Process::read(entry.file_name().to_str()?.parse().ok()?))
}
