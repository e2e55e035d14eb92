//! What the verbs of `mime` tell.

pub mod extract;
pub mod show;
pub mod tree;
