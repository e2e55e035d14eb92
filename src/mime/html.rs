//! HTML as text for people who read mail in a terminal. Nothing is fetched: images and links are told, not followed.

use std::collections::HashMap;

/// The most octets of a document that are looked at; more would be held in memory many times over.
pub const MAX_HTML: usize = 4 << 20;

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Lines of the wanted width, links numbered and listed at the end. It may hold characters that a terminal obeys.
    pub text: String,
    /// The document was longer than [`MAX_HTML`] and its end is missing.
    pub cut: bool,
    /// The document could not be laid out in that width: its text stands there without tags.
    pub plain: bool,
}

/// The deepest nesting that is laid out.
const MAX_DEPTH: usize = 500;
/// The narrowest text, in columns.
const MIN_WIDTH: usize = 20;

/// The text of a document, in lines of `width` columns (20 at least). Any input gives a text.
pub fn to_text(html: &str, width: usize) -> Text {
    let mut end = html.len().min(MAX_HTML);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (head, tail) = html.split_at_checked(end).unwrap_or((html, ""));
    let laid_out = if depth(head) > MAX_DEPTH { None } else { lay_out(head, width.max(MIN_WIDTH)) };
    let plain = laid_out.is_none();
    Text { text: laid_out.unwrap_or_else(|| without_tags(head)), cut: !tail.is_empty(), plain }
}

fn lay_out(html: &str, width: usize) -> Option<String> {
    html2text::config::plain().string_from_read(html.as_bytes(), width).ok()
}

/// How deep elements are nested, about: an end tag closes only what is open.
fn depth(html: &str) -> usize {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let (ends, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || VOID.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
        if !ends {
            (*count, depth) = (*count + 1, depth + 1);
        } else if *count > 0 {
            (*count, depth) = (*count - 1, depth - 1);
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Elements that have no end tag, and those whose end tag is mostly left out.
const VOID: [&str; 20] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "source", "td", "th", "tr", "wbr",
];

/// The text between tags, for what cannot be laid out.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    for (at, piece) in html.split('<').enumerate() {
        let behind = if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, behind)| behind) };
        text.push_str(behind);
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn documents() {
        let html = "<html><head><title>x</title><style>p {}</style></head><body><h1>Hola</h1>\
            <p>El <b>ni&ntilde;o</b> &amp; <a href=\"http://x.test/\">la casa</a></p><ul><li>uno<li>dos</ul></body>";
        let Text { text, cut, plain } = to_text(html, 40);
        assert!(text.contains("# Hola") && text.contains("niño") && text.contains("http://x.test/"), "{text}");
        assert!(text.contains("* uno") && !text.contains("p {}") && !cut && !plain, "{text}");
        let wrapped = to_text(&format!("<p>{}", "palabra ".repeat(40)), 30).text;
        assert!(wrapped.lines().all(|line| line.len() <= 30), "{wrapped}");
        assert_eq!(to_text("", 80).text, "");
    }

    #[test]
    fn documents_that_would_take_long() {
        for piece in ["<div>", "<ul><li>", "<blockquote>", "<div></x>"] {
            let read = to_text(&format!("a{}b", piece.repeat(100_000)), 80);
            assert!(read.plain && read.text == "ab", "{piece}");
        }
        let long = to_text(&"é <b>".repeat(MAX_HTML / 5), 80);
        assert!(long.cut && long.plain);
    }

    proptest! {
        #[test]
        fn any_input_gives_a_text(any in any::<String>(), html in "(<[/!]?[a-z]{1,5}( [a-z]=)?>|[a-z &;\"<>]|é){0,60}", width in 0_usize..90) {
            to_text(&any, width);
            to_text(&html, width);
        }
    }
}
