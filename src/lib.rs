//! mailtool
pub mod base;
pub mod proto;
