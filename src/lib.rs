//! mailtool
pub mod base;
pub mod mime;
pub mod net;
pub mod proto;
pub mod transcript;
