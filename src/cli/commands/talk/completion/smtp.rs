//! The commands of SMTP, and their parameters (RFC 5321, and the extensions' own).

use super::is_mechanism;
use crate::proto::smtp::Capabilities;
use crate::proto::smtp::extensions::{self, AUTH, CHUNKING, EXTENSIONS, Extension, SIZE, STARTTLS};

/// The commands of RFC 5321, as far as they are always the same.
const COMMANDS: [&str; 11] =
    ["EHLO ", "HELO ", "MAIL FROM:<", "RCPT TO:<", "DATA", "RSET", "NOOP", "QUIT", "HELP", "VRFY ", "EXPN "];
/// Those that an extension adds.
const EXTENDED: [(&Extension, &str); 3] = [(&STARTTLS, "STARTTLS"), (&AUTH, "AUTH "), (&CHUNKING, "BDAT ")];

/// What can stand behind `before`.
pub fn candidates(before: &str, offered: Option<&Capabilities>) -> Vec<String> {
    let has = |extension: &Extension| offered.is_none_or(|offered| offered.has(extension));
    let verb = before.split(' ').next().unwrap_or_default().to_ascii_uppercase();
    let within = |rest: &str| before.to_ascii_uppercase().starts_with(rest) && before.contains('>');
    match verb.as_str() {
        "" if before.is_empty() => {
            let extended = EXTENDED.iter().filter(|(extension, _)| has(extension)).map(|(_, command)| *command);
            COMMANDS.into_iter().chain(extended).map(str::to_owned).collect()
        }
        "AUTH" if before.trim_end().len() == verb.len() => {
            let named = offered.map(extensions::mechanisms).unwrap_or_default();
            named.iter().filter(|name| is_mechanism(name)).cloned().collect()
        }
        "MAIL" if before.len() == 5 => vec!["FROM:<".to_owned()],
        "RCPT" if before.len() == 5 => vec!["TO:<".to_owned()],
        "MAIL" if within("MAIL FROM:") => parameters(has, |extension| extension.mail),
        "RCPT" if within("RCPT TO:") => parameters(has, |extension| extension.rcpt),
        _ => Vec::new(),
    }
}

/// The parameters that the extensions offered add to a command, with their values where those are few.
fn parameters(has: impl Fn(&Extension) -> bool, of: impl Fn(&Extension) -> &'static [&'static str]) -> Vec<String> {
    let keywords = EXTENSIONS.iter().filter(|extension| has(extension)).flat_map(|extension| {
        let keywords = of(extension);
        keywords.iter().map(|keyword| (**extension, *keyword))
    });
    let each = keywords.flat_map(|(extension, keyword)| match keyword {
        "BODY" => vec!["BODY=8BITMIME".to_owned(), "BODY=7BIT".to_owned()],
        _ if extension == SIZE || extension == AUTH => vec![format!("{keyword}=")],
        _ => vec![keyword.to_owned()],
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::super::{complete, completed as all_completed};
    use super::*;
    use crate::client::talk::Offer;
    use crate::net::endpoint::Protocol::Smtp;
    use crate::proto::smtp::Reply;

    fn offer() -> Offer {
        let text = "mail.test\nSTARTTLS\nSIZE 1000\n8BITMIME\nSMTPUTF8\nAUTH PLAIN LOGIN SCRAM-SHA-256 \x1b[2J";
        Offer::Smtp(Capabilities::from_reply(&Reply::new(250, None, text)))
    }

    fn completed(line: &str) -> Vec<String> {
        all_completed(Smtp, line, Some(&offer()))
    }

    #[test]
    fn commands() {
        assert_eq!(completed("EH"), ["EHLO "]);
        assert_eq!(completed("eh"), ["EHLO "]);
        assert_eq!(completed("m"), ["MAIL FROM:<"]);
        assert_eq!(completed("R"), ["RCPT TO:<", "RSET"]);
        assert_eq!(completed("MAIL f"), ["MAIL FROM:<"]);
        assert_eq!(completed("RCPT "), ["RCPT TO:<"]);
        assert_eq!(completed("X"), [""; 0]);
        assert_eq!(completed("QUIT "), [""; 0]);
        assert_eq!(completed("ñ"), [""; 0]);
    }

    #[test]
    fn what_the_server_offers() {
        assert_eq!(completed("ST"), ["STARTTLS"]);
        assert_eq!(completed("B"), [""; 0]);
        assert_eq!(completed("AUTH "), ["AUTH PLAIN", "AUTH LOGIN", "AUTH SCRAM-SHA-256"]);
        assert_eq!(completed("auth s"), ["auth SCRAM-SHA-256"]);
        assert_eq!(completed("AUTH PLAIN A"), [""; 0]);
        // nothing was asked yet, and nothing is offered
        assert_eq!(complete(Smtp, "B", None).1, ["BDAT "]);
        assert_eq!(complete(Smtp, "S", Some(&Offer::Smtp(Capabilities::default()))).1, [""; 0]);
    }

    #[test]
    fn parameters_of_mail() {
        let all = ["SIZE=", "AUTH=", "BODY=8BITMIME", "BODY=7BIT", "SMTPUTF8"];
        assert_eq!(completed("MAIL FROM:<a@b.test> "), all.map(|word| format!("MAIL FROM:<a@b.test> {word}")));
        assert_eq!(completed("MAIL FROM:<a@b.test> SIZE=3 b").len(), 2);
        assert_eq!(completed("mail from:<> smtp"), ["mail from:<> SMTPUTF8"]);
        assert_eq!(completed("MAIL FROM:<a@"), [""; 0]);
        assert_eq!(completed("RCPT TO:<a@b.test> "), [""; 0]);
        let offer = Offer::Smtp(Capabilities::from_reply(&Reply::new(250, None, "x\nSIZE")));
        assert_eq!(complete(Smtp, "MAIL FROM:<> ", Some(&offer)).1, ["SIZE="]);
    }
}
