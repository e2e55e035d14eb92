//! What a server says it can do in answer to CAPA (RFC 2449 §5, §6).

use super::listing;

/// The keywords of a CAPA answer with their parameters. Empty before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    offered: Vec<(String, Vec<String>)>,
}

impl Capabilities {
    /// Takes lines of the answer, with their ends; what is no text is left out.
    pub fn push(&mut self, lines: &[u8]) {
        let lines = listing::lines(lines).filter_map(|line| std::str::from_utf8(line).ok());
        self.offered.extend(lines.filter_map(parse_line));
    }

    /// The keywords in capitals with their parameters, in the order of the answer.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.offered.iter().map(|(keyword, parameters)| (keyword.as_str(), parameters.as_slice()))
    }

    /// True if the keyword, given in capitals, is offered.
    pub fn has(&self, keyword: &str) -> bool {
        self.parameters(keyword).is_some()
    }

    /// The parameters of a keyword, given in capitals, if it is offered.
    pub fn parameters(&self, keyword: &str) -> Option<&[String]> {
        self.iter().find(|(known, _)| *known == keyword).map(|(_, parameters)| parameters)
    }

    /// The SASL mechanisms that are offered, as they were written (RFC 5034 §3).
    pub fn mechanisms(&self) -> &[String] {
        self.parameters("SASL").unwrap_or_default()
    }
}

fn parse_line(line: &str) -> Option<(String, Vec<String>)> {
    let mut words = line.split_ascii_whitespace();
    let keyword = words.next()?.to_ascii_uppercase();
    Some((keyword, words.map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_and_parameters() {
        let mut offered = Capabilities::default();
        offered.push(b"top\r\nSASL PLAIN LOGIN\r\nEXPIRE 60 USER\n\r\nIMPLEMENTATION Shlemazle-Plotz-v302\r\n");
        assert!(offered.has("TOP") && !offered.has("STLS"));
        assert_eq!(offered.mechanisms(), ["PLAIN", "LOGIN"]);
        assert_eq!(offered.parameters("EXPIRE").map(<[String]>::len), Some(2));
        assert_eq!(offered.iter().count(), 4);
    }
}
