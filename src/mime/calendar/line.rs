//! Content lines (RFC 5545 §3.1): `contentline = name *(";" param ) ":" value CRLF`.

/// A content line, unfolded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// In upper case.
    pub(super) name: String,
    /// Their names in upper case, their values without quotes.
    parameters: Vec<(String, String)>,
    pub(super) value: String,
}

/// The content lines of a text; lines that are none are passed over.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let mut rest = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).peekable();
    std::iter::from_fn(move || {
        loop {
            let mut line = rest.next()?.to_owned();
            while let Some(folded) = rest.next_if(|next| next.starts_with([' ', '\t'])) {
                line.push_str(folded.get(1..).unwrap_or_default());
            }
            if let Some(line) = Line::parse(&line) {
                return Some(line);
            }
        }
    })
}

impl Line {
    fn parse(line: &str) -> Option<Line> {
        let mut quoted = false;
        let colon = line.find(|c| {
            quoted ^= c == '"';
            c == ':' && !quoted
        })?;
        let (head, value) = line.split_at_checked(colon)?;
        let mut quoted = false;
        let mut words = head.split(|c| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        let name = words.next()?.trim().to_ascii_uppercase();
        let parameter = |word: &str| {
            let (name, value) = word.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.replace('"', "")))
        };
        let parameters = words.filter_map(parameter).collect();
        Some(Line { name, parameters, value: value.get(1..).unwrap_or_default().to_owned() })
    }

    /// The value of a parameter, whose name is given in upper case.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as text (RFC 5545 §3.3.11), its lines put together.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => text.extend(chars.next().map(|c| if matches!(c, 'n' | 'N') { ' ' } else { c })),
                c => text.push(c),
            }
        }
        text.trim().to_owned()
    }
}
