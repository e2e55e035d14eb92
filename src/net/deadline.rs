//! The moment at which all of a command is to end.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

/// Nothing waits beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    at: Instant,
    whole: Duration,
}

impl Deadline {
    /// So much later than now.
    pub fn after(whole: Duration) -> Deadline {
        Deadline { at: Instant::now() + whole, whole }
    }

    /// When it is.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// How long it is until then.
    pub fn left(&self) -> Duration {
        self.at.saturating_duration_since(Instant::now())
    }

    /// Whether it has come.
    pub fn is_over(&self) -> bool {
        self.left().is_zero()
    }

    /// The longest wait that may take `limit`, and must be over by then, if there is such a moment.
    pub(super) fn within(deadline: Option<Deadline>, limit: Duration) -> Duration {
        deadline.map_or(limit, |deadline| limit.min(deadline.left()))
    }

    /// It, if there is one and it has come.
    pub(super) fn come(deadline: Option<Deadline>) -> Option<Deadline> {
        deadline.filter(Deadline::is_over)
    }
}

/// `--deadline 3 s ended`.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--deadline {} s ended", self.whole.as_secs_f64())
    }
}
