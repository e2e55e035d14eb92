//! The checks of the fuzz targets, run on their seeds and on what little changes make of those: the same each time, and
//! without a fuzzer.

#[path = "../../fuzz/src/lib.rs"]
mod checks;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

type Check = fn(&[u8]);

/// Changed seeds a target.
const CHANGED: usize = 1000;
/// The longest of them, in octets; longer ones are for the fuzzer.
const LONGEST: usize = 1500;
/// The most seeds of a target, and octets of all seeds.
const SEEDS: usize = 40;
const OCTETS: usize = 200_000;
/// Octets that mean something somewhere.
const TELLING: &[u8] = b"\0\x01\t\n\r \"%'()*+,-./0:;<=>?@[\\]_`~\x7f\x80\xc3\xff";

const CHECKS: [(&str, Check); 10] = [
    ("codecs", checks::codecs::check),
    ("dns", checks::dns::check),
    ("header", checks::header::check),
    ("imap", checks::imap::check),
    ("lint", checks::lint::check),
    ("parse", checks::parse::check),
    ("pop3", checks::pop3::check),
    ("query", checks::query::check),
    ("smtp", checks::smtp::check),
    ("text", checks::text::check),
];

fn room() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The seeds of a target with their names.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let directory = fs::read_dir(room().join("corpus").join(target)).expect("seeds");
    let mut files: Vec<PathBuf> = directory.map(|entry| entry.expect("a seed").path()).collect();
    files.sort();
    let read = |file: PathBuf| (file.display().to_string(), fs::read(&file).expect("a seed"));
    files.into_iter().map(read).collect()
}

/// Seeds and what is made of them.
fn holds(target: &str) {
    let (_, check) = CHECKS.iter().find(|(name, _)| *name == target).expect("a target");
    let seeds = seeds(target);
    for (name, octets) in &seeds {
        run(*check, octets, name);
    }
    let short: Vec<&[u8]> = seeds.iter().map(|(_, octets)| octets.get(..LONGEST).unwrap_or(octets)).collect();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for n in 0..CHANGED {
        let changed = chance.change(&short);
        run(*check, &changed, &format!("changed seed {n}"));
    }
}

fn run(check: Check, octets: &[u8], name: &str) {
    if catch_unwind(AssertUnwindSafe(|| check(octets))).is_err() {
        panic!("{name}: b\"{}\"", octets.escape_ascii());
    }
}

/// A xorshift.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..start + self.below((length - start).min(40) + 1)
    }

    /// One seed with up to six changes.
    fn change(&mut self, seeds: &[&[u8]]) -> Vec<u8> {
        let mut octets = seeds[self.below(seeds.len())].to_vec();
        for _ in 0..=self.below(6) {
            let range = self.range(octets.len());
            match self.below(5) {
                0 => drop(octets.drain(range)),
                1 => octets.insert(range.start, TELLING[self.below(TELLING.len())]),
                2 => octets.insert(range.start, self.below(256) as u8),
                3 => {
                    let twice = octets[range.clone()].to_vec();
                    octets.splice(range.start..range.start, twice);
                }
                _ => {
                    let other = seeds[self.below(seeds.len())];
                    let piece = self.range(other.len());
                    octets.splice(range, other[piece].iter().copied());
                }
            }
        }
        octets
    }
}

#[test]
fn codecs() {
    holds("codecs");
}

#[test]
fn dns() {
    holds("dns");
}

#[test]
fn header() {
    holds("header");
}

#[test]
fn imap() {
    holds("imap");
}

#[test]
fn lint() {
    holds("lint");
}

#[test]
fn parse() {
    holds("parse");
}

#[test]
fn pop3() {
    holds("pop3");
}

#[test]
fn query() {
    holds("query");
}

#[test]
fn smtp() {
    holds("smtp");
}

#[test]
fn text() {
    holds("text");
}

/// Every target has its check, its seeds and its place in the manifest, and no more seeds than a checkout should carry.
#[test]
fn every_target_is_whole() {
    let stems = |directory: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(room().join(directory)).expect("a directory").map(|entry| entry.expect("an entry"));
        entries.filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned())).collect()
    };
    let names: BTreeSet<String> = CHECKS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(stems("fuzz_targets"), names);
    assert_eq!(stems("corpus"), names);
    let manifest = fs::read_to_string(room().join("Cargo.toml")).expect("the manifest");
    let mut octets = 0;
    for name in &names {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
        let seeds = seeds(name);
        assert!((1..=SEEDS).contains(&seeds.len()), "{} seeds of {name}", seeds.len());
        octets += seeds.iter().map(|(_, octets)| octets.len()).sum::<usize>();
    }
    assert!(octets <= OCTETS, "{octets} octets of seeds");
}
