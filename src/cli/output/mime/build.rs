//! What was decided about the parts of a message.

use crate::base::escape::escape_str;
use crate::mime::build::{Alternative, Choice};
use crate::transcript::text::thousands;

/// `1 text/plain utf-8: quoted-printable, 132 octets, not larger than base64 (base64 156, 8bit 96 if the server has
/// 8BITMIME)`.
pub fn line(choice: &Choice) -> String {
    let charset = choice.charset.map(|charset| format!(" {}", charset.to_ascii_lowercase())).unwrap_or_default();
    let content_type = escape_str(&choice.content_type);
    let unit = if choice.size == 1 { "octet" } else { "octets" };
    let (size, name, why) = (thousands(choice.size), choice.encoding.name(), choice.why);
    let others: Vec<_> = choice.others.iter().map(other).collect();
    let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
    format!("{} {content_type}{charset}: {name}, {size} {unit}, {why}{others}", choice.section)
}

fn other(alternative: &Alternative) -> String {
    let needs = alternative.needs.map(|extension| format!(" if the server has {extension}")).unwrap_or_default();
    format!("{} {}{needs}", alternative.encoding.name(), thousands(alternative.size))
}
