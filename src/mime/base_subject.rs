//! What a subject is about, without what answering and forwarding put around it (RFC 5256 §2.1, §5).

use super::encoded_word;

/// A subject, bare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaseSubject {
    /// What is left of it: decoded, on one line, its letters as they are.
    pub text: String,
    /// What was taken off says that the message answers or forwards another one.
    pub answers: bool,
}

impl BaseSubject {
    /// That of the value of a Subject field. Takes linear time.
    pub fn of(value: &[u8]) -> BaseSubject {
        let text = one_line(&encoded_word::decode(value));
        let (mut left, mut answers) = (text.as_str(), false);
        loop {
            left = trailers(left, &mut answers);
            left = leaders(left, &mut answers);
            match forwarded(left) {
                Some(inner) => (left, answers) = (inner, true),
                None => return BaseSubject { text: left.to_owned(), answers },
            }
        }
    }
}

/// Blanks in a row are one.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if matches!(c, '\t' | '\r' | '\n') { ' ' } else { c };
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    line
}

/// Without `subj-trailer = "(fwd)" / WSP` at its end.
fn trailers<'a>(mut text: &'a str, answers: &mut bool) -> &'a str {
    loop {
        text = text.trim_end_matches(' ');
        match strip_suffix(text, "(fwd)") {
            Some(rest) => (text, *answers) = (rest, true),
            None => return text,
        }
    }
}

/// Without `subj-leader = (*subj-blob subj-refwd) / WSP` and `subj-blob` at its beginning, as long as something is left.
fn leaders<'a>(mut text: &'a str, answers: &mut bool) -> &'a str {
    loop {
        text = text.trim_start_matches(' ');
        let (last, behind) = blobs(text);
        match refwd(behind) {
            Some(rest) => (text, *answers) = (rest, true),
            None if behind.is_empty() => return last,
            None => return behind,
        }
    }
}

/// The last of `*subj-blob` (`subj-blob = "[" *BLOBCHAR "]" *WSP`) with what is behind it, and that alone.
fn blobs(text: &str) -> (&str, &str) {
    let (mut last, mut behind) = (text, text);
    while let Some(rest) = blob(behind) {
        (last, behind) = (behind, rest);
    }
    (last, behind)
}

fn blob(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(['[', ']'])?;
    Some(inner.get(end..)?.strip_prefix(']')?.trim_start_matches(' '))
}

/// Behind `subj-refwd = ("re" / ("fw" ["d"])) *WSP [subj-blob] ":"`.
fn refwd(text: &str) -> Option<&str> {
    let rest = ["re", "fwd", "fw"].into_iter().find_map(|word| strip_prefix(text, word))?.trim_start_matches(' ');
    blob(rest).unwrap_or(rest).strip_prefix(':')
}

/// Within `subj-fwd-hdr = "[fwd:"` and `subj-fwd-trl = "]"`.
fn forwarded(text: &str) -> Option<&str> {
    strip_prefix(text, "[fwd:")?.strip_suffix(']')
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn strip_suffix<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    tail.eq_ignore_ascii_case(suffix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_off() {
        for (subject, text, answers) in [
            ("hola", "hola", false),
            ("  hola \t mundo ", "hola mundo", false),
            ("Re: hola", "hola", true),
            ("RE : re: Fwd:FW: hola (fwd) (FWD) ", "hola", true),
            ("[rust] Re: [rust] hola", "hola", true),
            ("[rust] [tea] hola", "hola", false),
            ("Re [2]: hola", "hola", true),
            ("re[2] : hola", "hola", true),
            ("re [2][3]: hola", "re [2][3]: hola", false),
            ("[rust]", "[rust]", false),
            ("[a] [b]  [rust]", "[rust]", false),
            ("Re: [rust]", "[rust]", true),
            ("[Fwd: hola]", "hola", true),
            ("[fwd: [fwd: re: hola (fwd)] ]", "hola", true),
            ("[fwd: hola] adios", "adios", false),
            ("Reply: hola", "Reply: hola", false),
            ("Re:", "", true),
            ("(fwd)", "", true),
            ("", "", false),
            ("[", "[", false),
            ("[a [b] c", "[a [b] c", false),
            ("=?utf-8?q?Re=3A_adi=C3=B3s?=", "adiós", true),
            ("ñre: x", "ñre: x", false),
        ] {
            assert_eq!(
                BaseSubject::of(subject.as_bytes()),
                BaseSubject { text: text.to_owned(), answers },
                "{subject}"
            );
        }
    }

    #[test]
    fn a_hundred_thousand() {
        for piece in ["re:", "[a]", "[", "(fwd)", "[fwd:", "re [a]", "]", " ", "[a]re:"] {
            BaseSubject::of(piece.repeat(100_000).as_bytes());
            BaseSubject::of((piece.repeat(100_000) + "x").as_bytes());
            BaseSubject::of((piece.repeat(100_000) + &"]".repeat(100_000)).as_bytes());
        }
    }
}
