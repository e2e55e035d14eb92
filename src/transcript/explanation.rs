//! What a line means, set under that line: `   | EHLO: … (RFC 5321 §4.1.1.1)`.
//!
//! The bar is what no peer can say: whatever comes from the wire stands behind `C:`, `S:` or their kin.

use super::text::{Label, Line};
use crate::proto::explain::Explanation;

/// What stands before the text of an explanation, and before its further lines.
const BAR: &str = "   | ";
/// No line is cut shorter than this, in characters, however narrow the terminal is.
const NARROWEST: usize = 24;

/// The lines of an explanation behind the number of its connection; none longer than `width` characters where that
/// can be, unless there is no width.
pub fn lines(explanation: &Explanation, number: &str, width: Option<usize>) -> Vec<Line> {
    let text = match explanation.rfc {
        "" => explanation.text.to_string(),
        // A reference is not torn apart.
        rfc => format!("{} ({})", explanation.text, rfc.replace(' ', "\u{a0}")),
    };
    let before = number.chars().count() + BAR.chars().count();
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(before).max(NARROWEST));
    let line = |text: String| vec![(Label::Explanation, format!("{number}{BAR}{}", text.replace('\u{a0}', " ")))];
    wrap(&text, room).into_iter().map(line).collect()
}

/// The words of a text in lines of at most `room` characters; a longer word has a line of its own.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0);
    for word in text.split(' ') {
        let added = word.chars().count();
        if length > 0 && length + 1 + added > room {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += added;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &'static str, number: &str, width: Option<usize>) -> Vec<String> {
        let explanation = Explanation { line: 0, text: text.into(), rfc: "RFC 5321 §3.3" };
        lines(&explanation, number, width).into_iter().map(|line| line[0].1.clone()).collect()
    }

    #[test]
    fn one_line_without_a_width() {
        let text = "MAIL: opens a transaction, and names who is told if it cannot be delivered.";
        assert_eq!(shown(text, "", None), [format!("   | {text} (RFC 5321 §3.3)")]);
    }

    #[test]
    fn wrapped_to_the_width_with_the_number_on_every_line() {
        let lines = shown("MAIL: opens a transaction, y después los destinatarios", "[2] ", Some(40));
        assert_eq!(
            lines,
            ["[2]    | MAIL: opens a transaction, y", "[2]    | después los destinatarios", "[2]    | (RFC 5321 §3.3)"]
        );
        assert!(lines.iter().all(|line| line.chars().count() <= 40));
    }

    #[test]
    fn a_narrow_terminal_and_a_long_word() {
        let lines = shown("Donaudampfschifffahrtsgesellschaft ahoy", "", Some(3));
        assert_eq!(lines, ["   | Donaudampfschifffahrtsgesellschaft", "   | ahoy (RFC 5321 §3.3)"]);
    }
}
