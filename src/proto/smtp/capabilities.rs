//! What a server offers in its reply to EHLO (RFC 5321 §4.1.1.1).

use super::extensions::Extension;
use super::reply::Reply;

/// The keywords of an EHLO reply with their parameters. Empty before EHLO and behind HELO.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    offered: Vec<(String, Vec<String>)>,
}

impl Capabilities {
    /// `ehlo-line = ehlo-keyword *( SP ehlo-param )` behind the greeting line. What is not of that form is left out.
    pub fn from_reply(reply: &Reply) -> Capabilities {
        let lines = reply.lines.iter().skip(1).filter_map(|line| std::str::from_utf8(line).ok());
        Capabilities { offered: lines.filter_map(parse_line).collect() }
    }

    /// Adds an extension as if it were offered with these parameters, in place of what is offered of it.
    pub fn add(&mut self, extension: &Extension, parameters: &[String]) {
        if !parameters.is_empty() || !self.has(extension) {
            self.offered.retain(|(keyword, _)| keyword != extension.keyword);
            self.offered.push((extension.keyword.to_owned(), parameters.to_vec()));
        }
    }

    /// The keywords in capitals, in the order of the reply.
    pub fn keywords(&self) -> impl Iterator<Item = &str> {
        self.offered.iter().map(|(keyword, _)| keyword.as_str())
    }

    /// True if the extension is offered.
    pub fn has(&self, extension: &Extension) -> bool {
        self.parameters(extension).is_some()
    }

    /// The parameters of an extension, if it is offered.
    pub fn parameters(&self, extension: &Extension) -> Option<&[String]> {
        let found = self.offered.iter().find(|(keyword, _)| keyword == extension.keyword);
        found.map(|(_, parameters)| parameters.as_slice())
    }
}

/// The keyword of one line, in capitals, and its parameters.
pub(super) fn parse_line(line: &str) -> Option<(String, Vec<String>)> {
    // `AUTH=PLAIN LOGIN` is how servers before RFC 2554 wrote it; some still say both.
    let line = line.replacen("AUTH=", "AUTH ", usize::from(line.starts_with("AUTH=")));
    let mut words = line.split_ascii_whitespace();
    let keyword = words.next()?.to_ascii_uppercase();
    let form = keyword.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    form.then(|| (keyword, words.map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::extensions::{AUTH, PIPELINING, SIZE, STARTTLS};
    use super::*;

    #[test]
    fn keywords_and_parameters() {
        let reply = Reply::new(250, None, "gmail.com hello\npipelining\nSIZE 35882577\nAUTH=PLAIN LOGIN\n\x1b[31m x");
        let offered = Capabilities::from_reply(&reply);
        assert!(offered.has(&PIPELINING) && !offered.has(&STARTTLS));
        assert_eq!(offered.parameters(&SIZE), Some(&["35882577".to_owned()][..]));
        assert_eq!(offered.parameters(&AUTH).map(<[String]>::len), Some(2));
        assert_eq!(offered.keywords().collect::<Vec<_>>(), ["PIPELINING", "SIZE", "AUTH"]);
        let mut more = offered.clone();
        more.add(&STARTTLS, &[]);
        more.add(&SIZE, &[]);
        more.add(&AUTH, &["X".to_owned()]);
        assert!(more.has(&STARTTLS) && more.parameters(&SIZE) == offered.parameters(&SIZE));
        assert_eq!(more.parameters(&AUTH), Some(&["X".to_owned()][..]));
    }
}
