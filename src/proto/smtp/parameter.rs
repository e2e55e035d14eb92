//! The parameters of MAIL and RCPT (RFC 5321 §4.1.2).

use std::fmt;

/// `esmtp-param = esmtp-keyword ["=" esmtp-value]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Parameter {
    /// The keyword, in capitals.
    pub keyword: String,
    /// What stands behind `=`.
    pub value: Option<String>,
}

impl Parameter {
    /// A parameter with a value.
    pub fn new(keyword: &str, value: impl fmt::Display) -> Parameter {
        Parameter { keyword: keyword.to_owned(), value: Some(value.to_string()) }
    }

    /// A parameter that is a keyword alone.
    pub fn flag(keyword: &str) -> Parameter {
        Parameter { keyword: keyword.to_owned(), value: None }
    }

    /// `None` if it is not of the form that RFC 5321 gives.
    pub fn parse(text: &str) -> Option<Parameter> {
        let (keyword, value) = match text.split_once('=') {
            Some((keyword, value)) => (keyword, Some(value)),
            None => (text, None),
        };
        let keyword_ok = keyword.starts_with(|c: char| c.is_ascii_alphanumeric())
            && keyword.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let value_ok = value.is_none_or(|v| !v.is_empty() && v.chars().all(|c| c > ' ' && c != '=' && c != '\x7f'));
        (keyword_ok && value_ok)
            .then(|| Parameter { keyword: keyword.to_ascii_uppercase(), value: value.map(str::to_owned) })
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => write!(f, "{}={value}", self.keyword),
            None => f.write_str(&self.keyword),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters() {
        assert_eq!(Parameter::parse("size=10"), Some(Parameter::new("SIZE", 10)));
        assert_eq!(Parameter::parse("SMTPUTF8"), Some(Parameter::flag("SMTPUTF8")));
        for bad in ["", "=1", "SIZE=", "A=b=c", "A B", "A=\x01"] {
            assert_eq!(Parameter::parse(bad), None, "{bad:?}");
        }
    }
}
