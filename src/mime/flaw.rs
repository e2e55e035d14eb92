//! What is wrong in a message or in an encoded body, and where: the parser, the decoders and lint speak of it alike.

use std::borrow::Cow;

/// How bad a flaw is; the worst is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Allowed, or harmless, but worth knowing.
    Info,
    /// An RFC forbids it, and yet one reading is as good as certain.
    Warning,
    /// Content is lost, or readers disagree about it.
    Error,
}

impl Severity {
    /// The word for it: `info`, `warning` or `error`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A deviation from what the RFCs ask for, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// A short stable name, in kebab case: `base64-junk`, `line-too-long`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Octets before it. A decoder counts from the beginning of the encoded body, a parser from that of the message.
    pub offset: u64,
    /// One sentence for a person; it may hold text of the message and is escaped by who shows it.
    pub message: Cow<'static, str>,
    /// The section that speaks of it, as `RFC 2045 §6.8`.
    pub rfc: &'static str,
}

/// So many flaws of one code are kept with their places; more are only counted.
pub const KEPT: u64 = 100;

/// Gathers flaws in bounded memory, however many there are.
#[derive(Clone, Debug, Default)]
pub struct Flaws {
    found: Vec<Flaw>,
    /// How many there were of each code, and the first that was not kept.
    seen: Vec<(&'static str, u64, Option<Flaw>)>,
}

impl Flaws {
    /// Without any flaw.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a flaw in; of one code the first [`KEPT`] stay, the others are counted.
    pub fn note(&mut self, flaw: Flaw) {
        let Some((_, count, beyond)) = self.seen.iter_mut().find(|(code, ..)| *code == flaw.code) else {
            self.seen.push((flaw.code, 1, None));
            return self.found.push(flaw);
        };
        *count += 1;
        if *count <= KEPT {
            self.found.push(flaw);
        } else if beyond.is_none() {
            *beyond = Some(flaw);
        }
    }

    /// At the end: for every code with more flaws than were kept one more says how many, at the place of the first
    /// of them and with its severity.
    pub fn close(&mut self) {
        for (_, count, beyond) in &mut self.seen {
            if let Some(flaw) = beyond.take() {
                let message = format!("{} more of the same from here on", *count - KEPT);
                self.found.push(Flaw { message: message.into(), ..flaw });
            }
        }
        self.seen.clear();
    }

    /// Hands out what came together since the last time, in the order of the places.
    pub fn take(&mut self) -> Vec<Flaw> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|flaw| (flaw.offset, flaw.code));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(code: &'static str, offset: u64) -> Flaw {
        Flaw { code, severity: Severity::Warning, offset, message: "x".into(), rfc: "RFC 2045 §6.8" }
    }

    #[test]
    fn many_flaws_need_little_room() {
        let mut flaws = Flaws::new();
        flaws.note(flaw("b", 7));
        (0..1_000_000).for_each(|offset| flaws.note(flaw("a", offset)));
        assert_eq!(flaws.take().len() as u64, KEPT + 1);
        flaws.note(flaw("b", 2_000_000));
        flaws.close();
        let rest = flaws.take();
        assert_eq!(
            rest.iter().map(|flaw| (flaw.code, flaw.offset)).collect::<Vec<_>>(),
            [("a", 100), ("b", 2_000_000)]
        );
        assert_eq!(rest[0].message, "999900 more of the same from here on");
        assert!(flaws.take().is_empty());
    }

    #[test]
    fn the_worst_is_the_greatest() {
        assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Info);
        assert_eq!(Severity::Error.name(), "error");
    }
}
