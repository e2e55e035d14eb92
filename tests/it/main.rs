//! The one test binary: everything that looks at mailtool from outside.
//!
//! - `house`: which room may name which
//! - `generated`: man pages and completions are current
//! - `transcripts`: conversations in files, read by the dialogue at every cut
//! - `docs`: the tests that documents name
//! - `flows`: the client against scripted servers and against our own
//! - `cli`: the binary, against `mock` peers that no real server is, and real ones
//! - `words`: header fields of other people's messages, judged by Python
//! - `messages`: other people's messages, beside mime4j, Python and Dovecot
//! - `tnef`: streams made here, beside tnef and ytnef
//! - `fuzz`: what holds for any octets, on the seeds of the fuzz targets and changes of them
//! - `repair`: what is mended, over every code and other people's messages
//! - `peers`: Postfix, Dovecot, smtp-sink, BIND, openssl

// A whole delivery, awaited in a test, is a future within futures more than 128 deep.
#![recursion_limit = "256"]

mod cli;
mod docs;
mod flows;
mod fuzz;
mod generated;
mod house;
mod lint;
mod messages;
mod mock;
mod peers;
mod repair;
mod tnef;
mod transcripts;
mod words;
