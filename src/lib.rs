//! mailtool
pub mod base;
pub mod cli;
pub mod client;
pub mod mime;
pub mod net;
pub mod proto;
pub mod server;
pub mod transcript;
