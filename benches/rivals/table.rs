//! The table at the end.

use std::fs;

/// A line of the table.
pub struct Row {
    /// What was done.
    pub work: String,
    /// The rival and its time.
    pub rival: String,
    /// Our time.
    pub ours: String,
    /// How many times as fast ours is, and is to be.
    pub ratio: Option<(f64, f64)>,
}

impl Row {
    /// Work that could not be done.
    pub fn skipped(work: &str, who: &str) -> Row {
        Row {
            work: work.to_owned(),
            rival: format!("skipped: {who} is missing or failed"),
            ours: String::new(),
            ratio: None,
        }
    }
}

/// Prints it with the machine and the day.
pub fn print(rows: &[Row]) {
    println!("{}, {}\n", machine(), jiff::Zoned::now().date());
    println!("| work | rival | mailtool | times as fast | wanted |\n|---|---|---|---|---|");
    for Row { work, rival, ours, ratio } in rows {
        let (ratio, goal) = match ratio {
            None => (String::new(), String::new()),
            Some((ratio, goal)) if ratio >= goal => (format!("{ratio:.2}"), format!("{goal}")),
            Some((ratio, goal)) => (format!("{ratio:.2}"), format!("{goal}, not reached")),
        };
        println!("| {work} | {rival} | {ours} | {ratio} | {goal} |");
    }
}

/// The processor, its cores, and how busy they are with other things.
fn machine() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, model)| model));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("?").to_owned();
    format!("{}, {cores} cores, load {load}", model.unwrap_or("an unknown processor"))
}
