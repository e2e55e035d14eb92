//! Who wrote what and when, from a header alone: a row in a list of messages.

use jiff::Timestamp;

use super::addresses::{self, Address};
use super::date_time;
use super::encoded_word;
use super::layers::Reader;
use super::parse::Limits;
use super::tree::Builder;

/// What a list shows of a message; encoded words are decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The authors: their names, or addresses where they have none.
    pub from: Option<String>,
    /// The subject.
    pub subject: Option<String>,
    /// The date as it is written.
    pub date: Option<String>,
    /// The same as a moment, if it is one.
    pub moment: Option<Timestamp>,
}

impl Summary {
    /// Of a header; what stands behind it is passed over.
    pub fn of(octets: &[u8]) -> Summary {
        let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
        reader.push(octets, &mut |layer, event| builder.event(layer, &event));
        reader.finish(&mut |layer, event| builder.event(layer, &event));
        let tree = builder.finish();
        let Some(entity) = tree.entities.first() else { return Summary::default() };
        let text = |name: &str| entity.field(name).map(|value| encoded_word::decode(value).trim().to_owned());
        let authors = entity.field("from").map(|value| {
            let entries = addresses::read(value).0;
            addresses::addresses(&entries).map(called).collect::<Vec<_>>().join(", ")
        });
        let moment = entity.field("date").and_then(|value| date_time::parse(value).0);
        Summary {
            // What is no address at all is shown as it is.
            from: authors.filter(|authors| !authors.is_empty()).or_else(|| text("from")),
            subject: text("subject"),
            date: text("date"),
            moment: moment.and_then(|moment| moment.timestamp()),
        }
    }
}

fn called(address: &Address) -> String {
    address.name.clone().filter(|name| !name.is_empty()).unwrap_or_else(|| address.addr_spec.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded() {
        let header = b"From: =?utf-8?q?Bego=C3=B1a?= <b@x.test>, c@x.test\r\nSubject: =?iso-8859-1?q?adi=F3s?=\r\n\
            Date: Mon, 23 Nov 2026 07:00:00 +0100\r\n\r\n";
        let summary = Summary::of(header);
        assert_eq!(summary.from.as_deref(), Some("Bego\u{f1}a, c@x.test"));
        assert_eq!(summary.subject.as_deref(), Some("adi\u{f3}s"));
        assert_eq!(summary.moment.map(|moment| moment.to_string()).as_deref(), Some("2026-11-23T06:00:00Z"));
    }

    #[test]
    fn what_is_not_there_or_wrong() {
        assert_eq!(Summary::of(b""), Summary::default());
        let summary = Summary::of(b"From: nobody at all\r\nDate: tomorrow\r\n");
        assert_eq!((summary.date.as_deref(), summary.moment), (Some("tomorrow"), None));
        assert!(summary.from.is_some());
    }
}
