//! `mailtool send` to many.

mod rcpt_file;
