//! mailtool
pub mod base;
