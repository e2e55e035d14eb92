//! What of a message a person reads, and what is attached: the best of alternatives, the root of what is related
//! (RFC 2046 §5.1.4, RFC 2387 §3.2, RFC 2183 §2).

use super::content_type::ContentType;
use super::disposition::Kind;
use super::parse::{Nature, Role};
use super::tree::{Entity, Tree};

/// What to do with one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The header of a message is shown: who wrote to whom.
    Header,
    /// It is shown as text.
    Plain,
    /// It is HTML and shown as text.
    Html,
    /// It is a calendar: what is in it is told (RFC 5545).
    Calendar,
    /// It is fields about deliveries or readers (RFC 3464 §2, RFC 8098 §3, RFC 5965 §3.1).
    Report,
    /// It is told, with its number, type, name and size.
    Attached,
}

/// Which entity of a [`Tree`], and how deep within messages it stands: 0 for the message itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Which of [`Tree::entities`].
    pub entity: usize,
    /// What to do with it.
    pub item: Item,
    /// How many messages are around it, but for the outermost.
    pub depth: usize,
}

/// What of a message is shown, in the order of its octets; a text with a file name that is shown is told as attached
/// too. With `html` that alternative is taken, if there is one.
pub fn steps(tree: &Tree, html: bool) -> Vec<Step> {
    let mut reading = Reading { tree, children: children(tree), html, steps: Vec::new() };
    if !tree.entities.is_empty() {
        reading.entity(0, 0);
    }
    let mut steps = reading.steps;
    steps.sort_by_key(|step| step.entity);
    steps
}

struct Reading<'a> {
    tree: &'a Tree,
    children: Vec<Vec<usize>>,
    html: bool,
    steps: Vec<Step>,
}

/// What stands directly within each entity.
fn children(tree: &Tree) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); tree.entities.len()];
    let mut around: Vec<usize> = Vec::new();
    for (n, entity) in tree.entities.iter().enumerate() {
        around.truncate(entity.depth);
        if let Some(children) = around.last().and_then(|parent| children.get_mut(*parent)) {
            children.push(n);
        }
        around.push(n);
    }
    children
}

impl Reading<'_> {
    fn step(&mut self, entity: usize, item: Item, depth: usize) {
        self.steps.push(Step { entity, item, depth });
    }

    fn children_of(&self, n: usize) -> Vec<usize> {
        self.children.get(n).cloned().unwrap_or_default()
    }

    /// Takes an entity and all that is to be read in it; `depth` messages are around it.
    fn entity(&mut self, n: usize, depth: usize) {
        let Some(entity) = self.tree.entities.get(n) else { return };
        let children = self.children_of(n);
        if entity.role != Role::Part {
            self.step(n, Item::Header, depth);
        }
        match entity.content.nature {
            Nature::Multipart => self.multipart(&entity.content.content_type, &children, depth),
            Nature::Message | Nature::EncodedMessage => {
                self.step(n, Item::Attached, depth);
                children.into_iter().for_each(|child| self.entity(child, depth + 1));
            }
            Nature::Leaf => self.leaf(n, entity, depth),
        }
    }

    fn multipart(&mut self, content_type: &ContentType, children: &[usize], depth: usize) {
        let shown = match content_type.subtype() {
            "alternative" => self.best(children),
            "related" => self.root(content_type, children),
            "signed" => children.first().copied(),
            _ => return children.iter().for_each(|child| self.entity(*child, depth)),
        };
        for child in children {
            if Some(*child) == shown {
                self.entity(*child, depth);
            } else {
                self.left_out(*child, depth, content_type.subtype() == "alternative");
            }
        }
    }

    /// What is not shown is attached, but for the texts of other alternatives.
    fn left_out(&mut self, n: usize, depth: usize, alternative: bool) {
        let Some(entity) = self.tree.entities.get(n) else { return };
        let children = self.children_of(n);
        if entity.content.nature == Nature::Multipart {
            return children.into_iter().for_each(|child| self.left_out(child, depth, alternative));
        }
        if alternative && is_calendar(entity) {
            // An invitation is more than another form of the text.
            self.leaf(n, entity, depth);
        } else if !alternative || !is_text(entity) || is_attachment(entity) {
            self.step(n, Item::Attached, depth);
        }
    }

    /// The last alternative of the best kind: plain text before HTML unless that is wanted, both before anything else.
    fn best(&self, children: &[usize]) -> Option<usize> {
        children.iter().copied().max_by_key(|child| {
            let (plain, html) = self.kinds(*child);
            match (plain, html) {
                (_, true) if self.html => 3,
                (true, _) => 2,
                (_, true) => 1,
                _ => 0,
            }
        })
    }

    /// The part that the parameter `start` names, or the first.
    fn root(&self, content_type: &ContentType, children: &[usize]) -> Option<usize> {
        let start = content_type.parameters.value("start").map(|start| start.trim().as_bytes());
        let named = |n: &&usize| {
            let id = self.tree.entities.get(**n).and_then(|entity| entity.field("content-id"));
            start.is_some() && id.map(<[u8]>::trim_ascii) == start
        };
        children.iter().find(named).or(children.first()).copied()
    }

    /// Whether there is plain text in it, and HTML.
    fn kinds(&self, n: usize) -> (bool, bool) {
        let Some(entity) = self.tree.entities.get(n) else { return (false, false) };
        let content_type = &entity.content.content_type;
        match entity.content.nature {
            Nature::Multipart => {
                let children = self.children_of(n);
                let shown = match content_type.subtype() {
                    "related" => Vec::from_iter(self.root(content_type, &children)),
                    "signed" => children.into_iter().take(1).collect(),
                    _ => children,
                };
                let kinds = shown.into_iter().map(|child| self.kinds(child));
                kinds.fold((false, false), |(plain, html), (p, h)| (plain || p, html || h))
            }
            Nature::Leaf if is_text(entity) && !is_attachment(entity) => {
                (content_type.is("text", "plain"), content_type.is("text", "html"))
            }
            _ => (false, false),
        }
    }

    fn leaf(&mut self, n: usize, entity: &Entity, depth: usize) {
        let content_type = &entity.content.content_type;
        let item = match (content_type.kind(), content_type.subtype()) {
            ("message", "delivery-status" | "global-delivery-status")
            | ("message", "disposition-notification" | "global-disposition-notification" | "feedback-report") => {
                Item::Report
            }
            _ if is_attachment(entity) => Item::Attached,
            ("text", "html") => Item::Html,
            ("text", "calendar") => Item::Calendar,
            ("text", _) | ("message", "global-headers") => Item::Plain,
            // One that cannot be taken apart can be read as it is.
            ("multipart", _) if entity.content.encoding.is_none() => Item::Plain,
            _ => Item::Attached,
        };
        self.step(n, item, depth);
        if item != Item::Attached && entity.file_name.is_some() {
            self.step(n, Item::Attached, depth);
        }
    }
}

fn is_text(entity: &Entity) -> bool {
    entity.content.nature == Nature::Leaf && entity.content.content_type.kind() == "text"
}

fn is_calendar(entity: &Entity) -> bool {
    is_text(entity) && entity.content.content_type.subtype() == "calendar" && !is_attachment(entity)
}

fn is_attachment(entity: &Entity) -> bool {
    entity.disposition.as_ref().is_some_and(|disposition| disposition.kind != Kind::Inline)
}

#[cfg(test)]
mod tests {
    use super::super::layers::Reader;
    use super::super::parse::Limits;
    use super::super::tree::Builder;
    use super::*;

    /// What is done with which section.
    fn told(message: &str, html: bool) -> String {
        let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
        reader.push(message.as_bytes(), &mut |layer, event| builder.event(layer, &event));
        reader.finish(&mut |layer, event| builder.event(layer, &event));
        let tree = builder.finish();
        let steps = steps(&tree, html).into_iter();
        let line = |step: Step| {
            let section = &tree.entities[step.entity].section;
            format!("{}{section} {:?}", ">".repeat(step.depth), step.item)
        };
        steps.map(line).collect::<Vec<_>>().join(", ")
    }

    /// A multipart of these parts, each a header and a body.
    fn multipart(kind: &str, boundary: &str, parts: &[&str]) -> String {
        let parts: String = parts.iter().map(|part| format!("--{boundary}\n{part}\n")).collect();
        format!("Content-Type: multipart/{kind}; boundary={boundary}\n\n{parts}--{boundary}--\n")
    }

    const PLAIN: &str = "Content-Type: text/plain\n\nplain";
    const HTML: &str = "Content-Type: text/html\n\n<p>html";
    const IMAGE: &str = "Content-Type: image/png\nContent-ID: <i>\n\nx";

    #[test]
    fn the_best_alternative() {
        let message = multipart("alternative", "a", &[PLAIN, HTML]);
        assert_eq!(told(&message, false), "TEXT Header, 1 Plain");
        assert_eq!(told(&message, true), "TEXT Header, 2 Html");
        let related = multipart("related", "b", &[HTML, IMAGE]);
        let message = multipart("alternative", "a", &[PLAIN, &related]);
        assert_eq!(told(&message, false), "TEXT Header, 1 Plain, 2.2 Attached");
        assert_eq!(told(&message, true), "TEXT Header, 2.1 Html, 2.2 Attached");
        let message = multipart("alternative", "a", &[IMAGE, HTML]);
        assert_eq!(told(&message, false), "TEXT Header, 1 Attached, 2 Html");
        let message = multipart("alternative", "a", &[PLAIN, PLAIN, "Content-Type: text/calendar\n\nx"]);
        assert_eq!(told(&message, false), "TEXT Header, 2 Plain, 3 Calendar");
    }

    #[test]
    fn the_root_of_what_is_related() {
        let root = "Content-Type: text/html\nContent-ID: <r>\n\n<p>html";
        assert_eq!(told(&multipart("related", "b", &[IMAGE, root]), false), "TEXT Header, 1 Attached, 2 Attached");
        let message = multipart("related; start=\"<r>\"", "b", &[IMAGE, root]);
        assert_eq!(told(&message, false), "TEXT Header, 1 Attached, 2 Html");
    }

    #[test]
    fn attachments_and_messages() {
        let attached = "Content-Disposition: attachment; filename=a.txt\n\nx";
        let inline = "Content-Disposition: inline; filename=b.txt\n\nx";
        let forwarded = "Content-Type: message/rfc822\n\nSubject: in\n\nbody";
        let message = multipart("mixed", "a", &[PLAIN, attached, inline, IMAGE, forwarded]);
        assert_eq!(
            told(&message, false),
            "TEXT Header, 1 Plain, 2 Attached, 3 Plain, 3 Attached, 4 Attached, 5 Attached, >5.1 Header, >5.1 Plain"
        );
        assert_eq!(told("Content-Type: image/png\n\nx", false), "1 Header, 1 Attached");
        assert_eq!(told("\nx", false), "1 Header, 1 Plain");
        let status = "Content-Type: message/delivery-status\n\nx";
        assert_eq!(told(&multipart("report", "a", &[PLAIN, status]), false), "TEXT Header, 1 Plain, 2 Report");
        assert_eq!(told(&multipart("signed", "a", &[PLAIN, HTML]), false), "TEXT Header, 1 Plain, 2 Attached");
    }
}
