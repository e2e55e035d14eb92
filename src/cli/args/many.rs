//! Many letters: how they go side by side, and how fast.

use std::num::NonZeroUsize;

use clap::Args;

use crate::client::deliver::Rate;

/// How many letters go.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Many letters")]
pub struct Many {
    /// So many connections to the server at once, among which the letters are dealt out; without --server each domain has one of its own, 16 at a time
    #[arg(long, value_name = "N", default_value = "1", requires = "server")]
    pub connections: NonZeroUsize,
    /// No more letters than so many in a second, minute, hour or day, evenly: 5/s, 100/min, 2000/h, 10000/day
    #[arg(long, value_name = "N/TIME")]
    pub rate: Option<Rate>,
}
