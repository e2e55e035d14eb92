//! Two runners in turn, and the row that comes of it.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The binary that is measured.
pub const MAILTOOL: &str = env!("CARGO_BIN_EXE_mailtool");
/// How often each side runs, where nothing else is said.
pub const RUNS: usize = 7;

/// Runs both in turn, once to warm up and then so often, and prints the medians. The rate is that of so many octets.
pub fn compare(
    work: &str,
    rival: &str,
    mut theirs: impl FnMut() -> Option<Duration>,
    mut ours: impl FnMut() -> Option<Duration>,
    octets: usize,
    runs: usize,
) {
    let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=runs {
        let (Some(their), Some(our)) = (theirs(), ours()) else {
            return skip(&format!("{work}: {rival} is missing or failed"));
        };
        // The first round warms up.
        if round > 0 {
            a.push(their.as_secs_f64());
            b.push(our.as_secs_f64());
            ratios.push(their.as_secs_f64() / our.as_secs_f64());
        }
    }
    let rate = |seconds: f64| format!("{:.0} MB/s", octets as f64 / 1e6 / seconds);
    let (a, b, ratio) = (rate(median(a)), rate(median(b)), median(ratios));
    println!("| {work} | {rival} {a} | {b} | {ratio:.2} times as fast |");
}

/// How long the work takes.
pub fn watch(work: impl FnOnce()) -> Option<Duration> {
    let start = Instant::now();
    work();
    Some(start.elapsed())
}

/// How long a command takes whose output goes nowhere; nothing if it is missing or fails.
pub fn time(command: &mut Command) -> Option<Duration> {
    let start = Instant::now();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed())
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// A row that could not be run.
pub fn skip(why: &str) {
    println!("| skipped: {why} | | | |");
}

/// So many octets that look like chance, the same each time.
pub fn random(octets: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..octets).map(|_| next()).collect()
}

/// The most memory that a command had, in KiB, as time(1) tells it: pages of its file count too.
pub fn peak(command: &Command) -> Option<u64> {
    let told = tempfile::NamedTempFile::new().ok()?;
    let mut timed = Command::new("/usr/bin/time");
    timed.args(["-f", "%M", "-o"]).arg(told.path()).arg(command.get_program()).args(command.get_args());
    if let Some(directory) = command.get_current_dir() {
        timed.current_dir(directory);
    }
    time(&mut timed)?;
    fs::read_to_string(told.path()).ok()?.trim().parse().ok()
}
