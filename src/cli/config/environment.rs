//! What stands in the environment: `MAILTOOL_` and the name of a key.

use std::ffi::OsString;

use super::Origin;
use super::keys::{KEYS, Key, Value};
use super::layer::{Given, Layer};
use crate::base::escape::escape_str;
use crate::base::nearest::nearest;

/// The account that is meant, where `--account` names none.
pub const ACCOUNT: &str = "MAILTOOL_ACCOUNT";
/// The file, where `--config` names none.
pub const CONFIG: &str = "MAILTOOL_CONFIG";

/// What all of our variables begin with.
const OURS: &str = "MAILTOOL_";

/// What `imap watch --exec` says to a command, which may be one of ours, and where it stands in the event.
pub const EVENT: [(&str, &str); 12] = [
    ("MAILTOOL_EVENT", "/event"),
    ("MAILTOOL_MAILBOX", "/mailbox"),
    ("MAILTOOL_UIDVALIDITY", "/uidvalidity"),
    ("MAILTOOL_UID", "/uid"),
    ("MAILTOOL_NUMBER", "/n"),
    ("MAILTOOL_FLAGS", "/flags"),
    ("MAILTOOL_SIZE", "/size"),
    ("MAILTOOL_DATE", "/date"),
    ("MAILTOOL_SUBJECT", "/envelope/subject"),
    ("MAILTOOL_FROM", "/envelope/from/0"),
    ("MAILTOOL_TO", "/envelope/to/0"),
    ("MAILTOOL_MESSAGE_ID", "/envelope/message_id"),
];

/// A remark on each variable that is named as ours are and says nothing to us; what it holds may be a secret.
pub fn doubts() -> Vec<String> {
    let set = std::env::vars_os().filter(|(_, value)| !value.is_empty());
    let mut names: Vec<String> = set.filter_map(|(name, _)| unknown(name)).collect();
    names.sort();
    names.iter().map(|name| doubt(name)).collect()
}

fn unknown(name: OsString) -> Option<String> {
    let name = name.to_string_lossy().into_owned();
    let known = [ACCOUNT, CONFIG].contains(&name.as_str()) || EVENT.iter().any(|(event, _)| *event == name);
    let ours = name.starts_with(OURS) && !known && !KEYS.iter().any(|key| key.variable() == name);
    ours.then_some(name)
}

fn doubt(name: &str) -> String {
    let rest = name.strip_prefix(OURS).unwrap_or(name).replace('_', "-");
    let keys = KEYS.iter().map(|key| key.name).chain(["account", "config"]);
    let meant = nearest(keys, &rest).map(|key| format!("; did you mean {}?", Key::variable_of(key)));
    format!("the variable {} says nothing to mailtool{}", escape_str(name), meant.unwrap_or_default())
}

/// All variables that name a key. An empty one says nothing.
pub fn layer() -> Layer {
    Layer { given: KEYS.iter().filter_map(given).collect(), bound: false, account: None }
}

/// What a variable says, unless it is empty.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn given(key: &'static Key) -> Option<Given> {
    let name = key.variable();
    Some(Given { key, value: Value::Word(variable(&name)?), origin: Origin::Variable(name) })
}
