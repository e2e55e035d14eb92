//! Results in their formats.

pub mod outcome;
pub mod received;
