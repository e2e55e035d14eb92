//! What was seen of a domain's mail exchangers, for a person and for a program.

mod json;
mod text;

pub use json::{PlanRecord, ProbeRecord};
pub use text::lines;
