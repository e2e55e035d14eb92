//! Labels to colours.

use colored::{Color, ColoredString, Colorize};

use crate::mime::annotate;
use crate::mime::flaw::Severity;
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
        Label::Bar => text.color(Color::Blue),
        Label::Secret | Label::Note | Label::Aside | Label::Time => text.dimmed(),
    }
}

/// How bad a flaw is.
pub fn severity(severity: Severity) -> ColoredString {
    match severity {
        Severity::Error => severity.name().color(Color::Red).bold(),
        Severity::Warning => severity.name().color(Color::Yellow),
        Severity::Info => severity.name().color(Color::Blue),
    }
}

/// Octets of a message as what they are is shown.
pub fn range(kind: annotate::Kind, text: &str) -> ColoredString {
    use annotate::Kind::*;
    match kind {
        FieldName => text.color(Color::Cyan).bold(),
        EncodedWord | Escape => text.color(Color::Magenta),
        Parameter => text.color(Color::Green),
        Boundary | BoundaryClose => text.color(Color::Yellow).bold(),
        NotAField | Encoded => text.color(Color::Red),
        SoftBreak | Padding | MboxLine => text.color(Color::Blue),
        Preamble | Epilogue => text.dimmed(),
        FieldBody | Fold | LineEnd | BoundaryLineEnd | EmptyLine | Text | Literally | Base64 => text.normal(),
    }
}
