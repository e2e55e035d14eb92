//! What stands in the environment: `MAILTOOL_` and the name of a key.

use super::Origin;
use super::keys::{KEYS, Key, Value};
use super::layer::{Given, Layer};

/// The account that is meant, where `--account` names none.
pub const ACCOUNT: &str = "MAILTOOL_ACCOUNT";
/// The file, where `--config` names none.
pub const CONFIG: &str = "MAILTOOL_CONFIG";

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
