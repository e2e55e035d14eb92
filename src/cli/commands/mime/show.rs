//! `mailtool mime show`: a message as a person reads it.

use clap::Args;

use super::input::{Input, Message};
use super::tree::read;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::mime::show::{Record, Writer, heading};
use crate::cli::output::mime::tree::{flaws, title};
use crate::cli::terminal::Terminal;
use crate::mime::calendar::MAX_CALENDAR;
use crate::mime::layers::Reader;
use crate::mime::parse::{Event, Limits};
use crate::mime::reading::{Item, Step, steps};
use crate::mime::report::{self, MAX_REPORT};
use crate::mime::text::Text;
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::Decode;
use crate::mime::tree::{Entity, Tree};
use crate::transcript::Weight;

/// Show a message as text: who wrote to whom, the text, what is attached
///
/// Of alternatives plain text is taken before HTML (--html: the other way round), of what is related its
/// root; HTML becomes text, nothing is fetched. Transfer encoding and charset are taken off, flowed
/// paragraphs put together, reports about deliveries and readers shown as their fields, messages within
/// indented. Of a calendar is told who invites whom to what, when and where, how it recurs and who has
/// answered. Attachments are listed with the number under which `mime part` gives them. Escape sequences
/// and other controls are shown, not obeyed.
///
/// With --json one object a message: from, to, cc (name, address), date, timestamp, subject, text,
/// attachments (path, type, name, octets), messages within, calendars (method, entries), and reports
/// with their fields, those of a delivery status by recipient.
///
/// Exit codes: 0 done, 1 no such message, 65 it is empty or no Maildir, 66 it is not there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    #[command(flatten)]
    input: Input,
    /// HTML before plain text, where there is a choice
    #[arg(long)]
    html: bool,
    /// Columns of a line that HTML is laid out in
    #[arg(long, value_name = "COLUMNS", default_value_t = 76, value_parser = clap::value_parser!(u16).range(20..))]
    width: u16,
}

const EXAMPLES: &str = "Examples:
  mailtool mime show letter.eml
  mailtool mime show --html --width 100 newsletter.eml | less
  mailtool mime show --message 3 archive.mbox
  mailtool mime show --json bounce.eml | jq -r '.reports[].recipients[] | [.address, .status] | @tsv'";

/// Shows every message that was named.
pub fn run(args: &Show, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut messages = args.input.open(true)?;
    let mut any = false;
    while let Some(mut message) = messages.next()? {
        let tree = read(&mut message)?;
        if !terminal.json && message.one_of_several {
            terminal.result(&title(message.number, message.offset, message.file.as_deref(), any));
            terminal.result("");
        }
        show(args, &mut message, &tree, terminal)?;
        any = true;
    }
    if any { Ok(Exit::Ok) } else { Err(messages.nothing()) }
}

fn show(args: &Show, message: &mut Message<'_>, tree: &Tree, terminal: &Terminal) -> Result<(), Failure> {
    let which = message.one_of_several.then_some(message.number);
    if !terminal.is_quiet() {
        let _ = terminal.flush();
        flaws(tree, which).for_each(|line| terminal.note(Weight::Warning, line));
    }
    let mut writer = match terminal.json {
        true => Writer::json(Record::new(message.number, message.file.as_deref())),
        false => Writer::text(terminal.clone()),
    };
    let steps = steps(tree, args.html);
    let mut second = Second { tree, steps: &steps, width: args.width.into(), next: 0, open: Vec::new(), body: None };
    message.rewind()?;
    let mut reader = Reader::new(Limits::default());
    while let Some(block) = message.block()? {
        reader.push(block, &mut |layer, event| second.event(layer, &event, &mut writer));
    }
    reader.finish(&mut |layer, event| second.event(layer, &event, &mut writer));
    writer.finish(terminal);
    Ok(())
}

/// The second time that a message is read: what is in it is known.
struct Second<'a> {
    tree: &'a Tree,
    steps: &'a [Step],
    width: usize,
    /// Which entity begins next.
    next: usize,
    /// Those that are open.
    open: Vec<usize>,
    body: Option<Body>,
}

/// A body that is being read.
struct Body {
    entity: usize,
    layer: u8,
    depth: usize,
    /// Its text, if it is shown.
    text: Option<Text>,
    /// That text, if it is a calendar.
    calendar: Option<Vec<u8>>,
    /// Its report.
    report: Option<Vec<u8>>,
    /// What tells its size, and reads a report.
    decoder: Option<Box<dyn Decode + Send>>,
    attached: bool,
    size: u64,
    octets: Vec<u8>,
}

impl Second<'_> {
    fn event(&mut self, layer: u8, event: &Event<'_>, writer: &mut Writer) {
        match event {
            Event::Start { .. } => {
                self.open.push(self.next);
                self.next += 1;
            }
            Event::HeaderEnd { .. } => self.begin(layer, writer),
            Event::Body { octets, .. } => {
                if let Some(body) = self.body.as_mut().filter(|body| body.layer == layer) {
                    body.push(octets, writer);
                }
            }
            Event::End { .. } => {
                let ended = self.open.pop();
                if let Some(body) = self.body.take_if(|body| Some(body.entity) == ended)
                    && let Some(entity) = self.tree.entities.get(body.entity)
                {
                    body.finish(entity, writer);
                }
            }
            _ => {}
        }
    }

    /// The header of an entity is over.
    fn begin(&mut self, layer: u8, writer: &mut Writer) {
        let Some((n, entity)) = self.open.last().and_then(|n| Some((*n, self.tree.entities.get(*n)?))) else { return };
        let first = self.steps.partition_point(|step| step.entity < n);
        let steps = self.steps.get(first..).unwrap_or_default().iter().take_while(|step| step.entity == n);
        let steps: Vec<Step> = steps.copied().collect();
        let has = |item| steps.iter().find(|step| step.item == item);
        if let Some(step) = has(Item::Header) {
            writer.header(&heading(entity), step.depth);
        }
        let (shown, calendar) = (has(Item::Plain).or(has(Item::Html)), has(Item::Calendar));
        let text = shown.or(calendar);
        let attached = has(Item::Attached);
        if !entity.is_leaf() {
            if attached.is_some() {
                writer.attached(entity, self.inner_size(n, entity));
            }
            return;
        }
        let Some(step) = text.or(has(Item::Report)).or(attached) else { return };
        let encoding = entity.encoding();
        let decoder = (text.is_none() || attached.is_some()).then(|| Mechanism::parse(encoding).decoder());
        self.body = Some(Body {
            entity: n,
            layer,
            depth: step.depth,
            calendar: calendar.map(|_| Vec::new()),
            text: text.map(|_| Text::new(&entity.content.content_type, encoding, self.width)),
            report: has(Item::Report).map(|_| Vec::new()),
            decoder,
            attached: attached.is_some(),
            size: 0,
            octets: Vec::new(),
        });
        if shown.is_some() {
            writer.begin_text(step.depth);
        }
    }

    /// Octets of a message within: if it was encoded, those that were decoded.
    fn inner_size(&self, n: usize, entity: &Entity) -> u64 {
        let inner = self.tree.entities.get(n + 1).filter(|inner| inner.layer > entity.layer);
        inner.map_or(entity.octets(), |inner| inner.end - inner.begin)
    }
}

impl Body {
    fn push(&mut self, octets: &[u8], writer: &mut Writer) {
        if let Some(text) = &mut self.text {
            self.octets.clear();
            text.push(octets, &mut self.octets);
            self.text_octets(writer);
        }
        if let Some(decoder) = &mut self.decoder {
            self.octets.clear();
            decoder.push(octets, &mut self.octets);
            self.count();
        }
    }

    /// Octets of the text: they are shown, or kept until all of a calendar is there.
    fn text_octets(&mut self, writer: &mut Writer) {
        match &mut self.calendar {
            None => writer.text_octets(&self.octets, self.depth),
            Some(calendar) if calendar.len() < MAX_CALENDAR => calendar.extend_from_slice(&self.octets),
            Some(_) => {}
        }
    }

    fn count(&mut self) {
        self.size += self.octets.len() as u64;
        if let Some(report) = self.report.as_mut().filter(|report| report.len() < MAX_REPORT) {
            report.extend_from_slice(&self.octets);
        }
    }

    fn finish(mut self, entity: &Entity, writer: &mut Writer) {
        if let Some(mut text) = self.text.take() {
            self.octets.clear();
            text.finish(&mut self.octets);
            self.text_octets(writer);
            match &self.calendar {
                Some(calendar) => writer.calendar(entity, calendar, self.depth),
                None => writer.end_text(self.depth),
            }
            writer.flaws(entity, text.flaws());
        }
        if let Some(mut decoder) = self.decoder.take() {
            self.octets.clear();
            decoder.finish(&mut self.octets);
            self.count();
        }
        if let Some(report) = &self.report {
            writer.report(entity, &report::groups(report), self.depth);
        }
        if self.attached {
            writer.attached(entity, self.size);
        }
    }
}
