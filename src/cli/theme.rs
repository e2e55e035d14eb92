//! Labels to colours.

use colored::{Color, ColoredString, Colorize};

use crate::proto::{Kind, Side};
use crate::transcript::text::Label;

/// The text as its label is shown. The terminal strips the colour where none is wanted.
pub fn paint(label: Label, text: &str) -> ColoredString {
    match label {
        Label::Mark(Side::Client) => text.color(Color::Cyan).bold(),
        Label::Mark(Side::Server) => text.color(Color::Blue).bold(),
        Label::Said(Kind::Command | Kind::Credentials) => text.color(Color::Cyan),
        Label::Said(Kind::Payload) => text.normal(),
        Label::Said(Kind::Positive) => text.color(Color::Green),
        Label::Said(Kind::Intermediate) => text.color(Color::Magenta),
        Label::Said(Kind::Transient) => text.color(Color::Yellow),
        Label::Said(Kind::Permanent | Kind::Malformed) | Label::Warning => text.color(Color::Red),
        Label::Explanation => text.dimmed().italic(),
        Label::Secret | Label::Note | Label::Aside => text.dimmed(),
    }
}
