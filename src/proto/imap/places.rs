//! The parts of a structure with their numbers (RFC 9051 §6.4.5.1).

use super::body_structure::{BodyStructure, Content};

/// A part, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Its number; none for a message that is a multipart. A multipart that is the message within a part has the number of
    /// that part.
    pub path: Vec<u32>,
    /// How many are around it.
    pub depth: usize,
    /// It.
    pub body: &'a BodyStructure,
}

impl Place<'_> {
    /// Its number as it is written: `1.2`.
    pub fn number(&self) -> String {
        self.path.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    }
}

/// Every part, each before those within it. Nothing recurses.
pub fn places(body: &BodyStructure) -> Vec<Place<'_>> {
    let (mut places, mut open) = (Vec::new(), vec![message(Vec::new(), 0, body)]);
    while let Some(place) = open.pop() {
        match place.body {
            BodyStructure::Multipart(multipart) => {
                let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
                let inner = multipart.parts.iter().enumerate().rev().map(|(n, body)| {
                    let path = [place.path.as_slice(), &[number(n)]].concat();
                    Place { path, depth: place.depth + 1, body }
                });
                open.extend(inner);
            }
            BodyStructure::Part(part) => {
                if let Content::Message(inner) = &part.content {
                    open.push(message(place.path.clone(), place.depth + 1, &inner.body));
                }
            }
        }
        places.push(place);
    }
    places
}

/// The body of a message: the only part of one without parts is number 1.
fn message(mut path: Vec<u32>, depth: usize, body: &BodyStructure) -> Place<'_> {
    if matches!(body, BodyStructure::Part(_)) {
        path.push(1);
    }
    Place { path, depth, body }
}

#[cfg(test)]
mod tests {
    use super::super::frame::Line;
    use super::super::token::Reader;
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        let line = Line { octets: text.as_bytes().to_vec().into(), streamed: Vec::new() };
        let body = BodyStructure::parse(&mut Reader::new(&line)).expect("a structure");
        places(&body).iter().map(|place| format!("{}:{}", place.depth, place.number())).collect()
    }

    #[test]
    fn parts_are_numbered() {
        let text = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1)";
        assert_eq!(numbers(text), ["0:1"]);
        let envelope = "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
        let alone = format!("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 1 {envelope} {text} 1)");
        assert_eq!(numbers(&alone), ["0:1", "1:1.1"]);
        let mixed = format!("({text}{text} \"MIXED\")");
        let within = format!("(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 1 {envelope} {mixed} 1)");
        assert_eq!(
            numbers(&format!("({text}{within}{mixed} \"MIXED\")")),
            ["0:", "1:1", "1:2", "2:2", "3:2.1", "3:2.2", "1:3", "2:3.1", "2:3.2"]
        );
    }
}
