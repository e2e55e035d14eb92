//! mailtool
pub mod base;
pub mod mime;
pub mod proto;
pub mod transcript;
