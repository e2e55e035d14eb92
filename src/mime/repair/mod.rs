//! What is wrong with a message, mended where the cure is mechanical; all else stays octet for octet.
//!
//! A [`Surgeon`] looks through the message once, beside [`lint`](mod@super::lint), which tells what is wrong: there is
//! no second judge. What comes of it are [`Edit`]s for a [`Patch`], a [`Change`] for every code that they cure, and
//! what is [left](Repairs::left) although [`Code::mended`](field@Code::mended) says that there is a cure, with the reason. What one round
//! decodes or makes legible, the next one mends: [`repair`] goes on until nothing changes.

mod around;
mod body;
mod field;
mod header;
mod parameters;
mod structure;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use memchr::memmem;

use self::structure::Open;
use super::lint::{Code, Reader, Report, Spot, codes};
use super::parse::{Event, Limits, Parser};
use super::patch::{Edit, Patch, With};
use super::transform::{LineEnd, Transform};

/// So often a message is mended again, at most.
pub const ROUNDS: usize = 4;
/// So many edits are held, and so many octets in them; what is beyond waits for the next round.
const MOST_EDITS: usize = 100_000;
const MOST_OCTETS: usize = 64 << 20;

/// Codes with the place where they were told first.
type Codes = Vec<(&'static Code, Spot)>;

/// What is wanted of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How the lines of the result end.
    pub line_end: LineEnd,
    /// What is signed is mended too, and its signature broken.
    pub break_signatures: bool,
    /// Of this boundaries are made: 32 characters at most, letters and digits, which nobody can foretell; another one
    /// for every round.
    pub token: String,
}

/// One thing that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was wrong.
    pub code: &'static Code,
    /// Where it stood.
    pub spot: Spot,
    /// The section in which it stood.
    pub part: Arc<str>,
    /// What was done; it may hold text of the message and is escaped by who shows it.
    pub what: String,
}

/// One thing that has a cure, but not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What is wrong.
    pub code: &'static Code,
    /// Where it stands.
    pub spot: Spot,
    /// The section in which it stands.
    pub part: Arc<str>,
    /// Why it stays.
    pub why: &'static str,
}

/// What one look at a message comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// What makes the message better.
    pub edits: Vec<Edit>,
    /// What is mended by that, and by giving all lines the same end.
    pub changes: Vec<Change>,
    /// What stays as it is.
    pub left: Vec<Left>,
    /// The token occurs in the message: it has to be looked at again, with another one.
    pub token_taken: bool,
    /// There is a DKIM-Signature (RFC 6376), which will not verify any more if something was changed.
    pub dkim: bool,
    /// All that is wrong with the message as it was looked at.
    pub report: Report,
}

/// Looks at a message.
pub struct Surgeon {
    parser: Parser,
    linter: Reader,
    operation: Operation,
    token: Watch,
}

/// What is known so far.
struct Operation {
    options: Options,
    repairs: Repairs,
    /// Octets in the edits.
    held: usize,
    /// The open entities, the outermost first.
    open: Vec<Open>,
    /// The field that was told last, and may have more wrong with it.
    field: Option<field::Written>,
    /// What is wrong with line ends, as far as it was told.
    ends: Vec<&'static str>,
    /// The next field is too long to be mended.
    long_field: bool,
    /// The next delimiter has text behind it.
    junk: Codes,
    /// A line that begins as a delimiter.
    prefix: Option<around::Prefix>,
    /// The multipart that ends next was not closed.
    unclosed: Codes,
    /// Closing delimiters were put in there.
    closed_at: Option<u64>,
    /// Boundaries made.
    boundaries: usize,
    /// The section that is being read.
    part: Arc<str>,
    /// Where the last event begins.
    spot: Spot,
}

impl Surgeon {
    /// At the beginning of a message.
    pub fn new(options: Options) -> Surgeon {
        Surgeon {
            parser: Parser::new(Limits::default()),
            linter: Reader::default(),
            token: Watch::new(options.token.as_bytes()),
            operation: Operation {
                options,
                repairs: Repairs::default(),
                held: 0,
                open: Vec::new(),
                field: None,
                ends: Vec::new(),
                long_field: false,
                junk: Vec::new(),
                prefix: None,
                unclosed: Vec::new(),
                closed_at: None,
                boundaries: 0,
                part: Arc::default(),
                spot: Spot::default(),
            },
        }
    }

    /// Looks at the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        let Surgeon { parser, linter, operation, token } = self;
        token.push(octets);
        parser.push(octets, &mut |event| operation.follow(&event, linter));
    }

    /// The message is over.
    pub fn finish(self) -> Repairs {
        let Surgeon { parser, mut linter, mut operation, token } = self;
        parser.finish(&mut |event| operation.follow(&event, &mut linter));
        linter.close();
        operation.line_ends(&mut linter.fresh());
        let mut repairs = operation.repairs;
        repairs.edits.retain(|edit| !edit.is_nothing());
        repairs.token_taken = token.found;
        repairs.report = linter.finish();
        repairs.leave_behind_cr();
        repairs.changes.sort_by_key(|change| change.spot.offset);
        repairs.left.sort_by_key(|left| left.spot.offset);
        repairs
    }
}

/// A message that is in memory, mended in at most [`ROUNDS`] rounds, and what each of them came to; the last one is
/// that of the result, without a change unless there was no end to it. `token` gives another token each time.
pub fn repair(
    message: &[u8],
    line_end: LineEnd,
    break_signatures: bool,
    token: &mut dyn FnMut() -> String,
) -> (Vec<u8>, Vec<Repairs>) {
    let (mut message, mut rounds) = (message.to_vec(), Vec::new());
    loop {
        let mut surgeon = Surgeon::new(Options { line_end, break_signatures, token: token() });
        surgeon.push(&message);
        let repairs = surgeon.finish();
        if repairs.token_taken {
            continue;
        }
        let done = rounds.len() >= ROUNDS || (!rounds.is_empty() && repairs.is_nothing());
        if !done {
            let (mut patch, mut mended) = (repairs.patch(line_end), Vec::new());
            patch.push(&message, &mut mended);
            patch.finish(&mut mended);
            message = mended;
        }
        rounds.push(repairs);
        if done {
            return (message, rounds);
        }
    }
}

impl Repairs {
    /// Nothing is changed, but for line ends.
    pub fn is_nothing(&self) -> bool {
        self.edits.iter().all(|edit| edit.with == With::Kept)
    }

    /// What mends the message.
    pub fn patch(&self, line_end: LineEnd) -> Patch {
        Patch::new(self.edits.clone()).line_ends(line_end)
    }

    /// Where a CR stays, a dot behind it may still end the message for some servers, and a line end behind it stays.
    fn leave_behind_cr(&mut self) {
        let cr =
            self.left.iter().find(|left| matches!(left.code.code, "bare-cr" | "ambiguous-bare-cr" | "encoding-binary"));
        let Some(why) = cr.map(|left| left.why) else { return };
        let behind = |code: &str| matches!(code, "ambiguous-end-of-data" | "mixed-line-ends");
        let left = self.report.findings.iter().filter(|finding| behind(finding.code.code));
        let left = left.map(|one| Left { code: one.code, spot: one.spot, part: one.part.clone(), why });
        self.left.extend(left);
    }
}

impl Operation {
    fn follow(&mut self, event: &Event<'_>, linter: &mut Reader) {
        linter.event(event);
        let mut fresh = linter.fresh();
        self.line_ends(&mut fresh);
        if let Event::Flaw(flaw) = event {
            return self.flaw(flaw, fresh);
        }
        self.flush();
        self.part = linter.part();
        self.event(event, fresh, linter);
    }

    /// How lines end is mended everywhere at once.
    fn line_ends(&mut self, fresh: &mut Codes) {
        let crlf = self.options.line_end == LineEnd::CrLf;
        fresh.retain(|&(code, spot)| {
            let wanted = match code.code {
                "mixed-line-ends" | "ambiguous-end-of-data" => true,
                "bare-lf" => crlf,
                _ => return true,
            };
            if wanted && !self.ends.contains(&code.code) {
                self.ends.push(code.code);
                let what = format!("every line ends in {} now", if crlf { "CRLF" } else { "LF" });
                let part = self.part.clone();
                self.repairs.changes.push(Change { code, spot, part, what });
            }
            false
        });
    }

    /// Something else stands there from now on.
    fn edit(&mut self, edit: Edit) {
        if let With::Octets(octets) = &edit.with {
            self.held += octets.len();
        }
        self.repairs.edits.push(edit);
    }

    /// There is room for so many edits more.
    fn has_room(&self, edits: usize) -> bool {
        self.repairs.edits.len() + edits <= MOST_EDITS && self.held <= MOST_OCTETS
    }

    /// Those of the codes that have a cure were cured so.
    fn changed(&mut self, part: &Arc<str>, codes: &Codes, what: &str) {
        for &(code, spot) in codes.iter().filter(|(code, _)| code.mended) {
            self.repairs.changes.push(Change { code, spot, part: part.clone(), what: what.to_owned() });
        }
    }

    /// Those of the codes that have a cure stay.
    fn left(&mut self, part: &Arc<str>, codes: &Codes, why: &'static str) {
        for &(code, spot) in codes.iter().filter(|(code, _)| code.mended) {
            if self.repairs.left.len() < MOST_EDITS {
                self.repairs.left.push(Left { code, spot, part: part.clone(), why });
            }
        }
    }
}

/// Adds a code that is not among them.
fn add(codes: &mut Codes, code: &str, spot: Spot) {
    if let Some(code) = codes::find(code)
        && !has(codes, code.code)
    {
        codes.push((code, spot));
    }
}

fn has(codes: &Codes, code: &str) -> bool {
    codes.iter().any(|(one, _)| one.code == code)
}

/// Why a signed part stays.
const SIGNED: &str = "it is signed, and any change would break the signature (--break-signatures)";
/// Why something waits.
const TOO_MUCH: &str = "there is too much to mend at once";

/// Watches for octets as others stream by.
struct Watch {
    finder: memmem::Finder<'static>,
    /// The last octets, with which what is looked for may begin.
    carry: Vec<u8>,
    found: bool,
}

impl Watch {
    fn new(wanted: &[u8]) -> Watch {
        Watch { finder: memmem::Finder::new(wanted).into_owned(), carry: Vec::new(), found: false }
    }

    fn push(&mut self, octets: &[u8]) {
        if self.found {
            return;
        }
        let overlap = self.finder.needle().len().saturating_sub(1);
        let head = octets.get(..overlap).unwrap_or(octets);
        self.carry.extend_from_slice(head);
        self.found = self.finder.find(&self.carry).is_some() || self.finder.find(octets).is_some();
        // The last octets of all that came.
        if octets.len() >= overlap {
            self.carry.clear();
            self.carry.extend_from_slice(octets.get(octets.len() - overlap..).unwrap_or_default());
        } else {
            let beyond = self.carry.len().saturating_sub(overlap);
            self.carry.drain(..beyond);
        }
    }
}
