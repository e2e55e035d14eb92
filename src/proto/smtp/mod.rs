//! SMTP: commands, replies, extensions and the dialogue (RFC 5321).

pub mod capabilities;
pub mod command;
pub mod dialogue;
pub mod explain;
pub mod extensions;
pub mod parameter;
pub mod path;
pub mod reply;
pub mod xtext;

pub use capabilities::Capabilities;
pub use command::{Command, SyntaxError, Verb};
pub use dialogue::{Awaited, Dialogue, Message};
pub use parameter::Parameter;
pub use path::{ForwardPath, ReversePath};
pub use reply::{Class, EnhancedCode, Reply};
