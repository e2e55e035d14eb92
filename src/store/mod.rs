//! Where mail is kept: for now, where what was fetched is put.

pub mod deposit;
