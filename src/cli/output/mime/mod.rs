//! What the verbs of `mime` tell.

pub mod build;
mod calendar;
pub mod explain;
pub mod extract;
pub mod imap;
pub mod lint;
pub mod repair;
pub mod sarif;
pub mod show;
pub mod size;
pub mod split;
pub mod tree;
