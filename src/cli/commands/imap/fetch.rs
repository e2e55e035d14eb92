//! `mailtool imap fetch`: what is known of messages, or their octets.

use clap::Args;

use super::Imap;
use super::changes::Since;
use super::continued::{self, Source};
use super::conversation::{At, Trouble};
use super::decode::Decoding;
use super::each::{Chosen, each, present};
use super::keeper::{Keeper, outcome};
use super::place::Place;
use super::shown::{Shown, items};
use super::structure::structure_of;
use super::targets::Messages;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::imap::field::Field;
use crate::cli::output::imap::message::{Table, object};
use crate::cli::output::imap::structure::{charset, essence, is_attached};
use crate::cli::terminal::Terminal;
use crate::client::imap;
use crate::mime::section::Section;
use crate::proto::imap::{BodyStructure, Url, places::places};
use crate::transcript::Weight;

/// How many messages reach the disk together.
const GROUP: usize = 500;

/// What is known of messages, or their octets (FETCH)
///
/// Without flags a table: UID, flags, size, date, author and subject. --flags, --size and --envelope
/// show less, --modseq and those after it something else, if the server offers it (else exit 69); with
/// --json one object a line: {"uid","flags","size","date","envelope","modseq","emailid","threadid",
/// "savedate","labels","preview",…}. --format makes lines of your own: dates are in UTC, and nothing
/// stands for what a message does not have.
///
/// --full, --headers, --fields, --body, --part, --text and --html fetch octets: those of one message go
/// to standard output or to the file of -o, as they were sent; several need --eml-dir, or --maildir or
/// --mbox for whole messages. Then standard output gets a line for each, with --json
/// {"uid","octets","file"}. Nothing becomes seen unless --mark-seen says so.
///
/// With -C what has come of a large message is kept in FILE.part when the connection breaks off, and
/// FILE.part.origin says of which message it is; the same command goes on there. The last octets that
/// are there are compared with those of the server, and what is the beginning of something else is left
/// alone: exit 73, or 65 if the message has changed.
///
/// With --changed-since only what has changed is fetched, and exit 1 says that nothing has.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap fetch last:20 -s pepe@imap.example.org
  mailtool imap fetch 42 --full -q -s pepe@imap.example.org | mailtool mime show -
  mailtool imap fetch 42 --text -q -s pepe@imap.example.org
  mailtool imap fetch 42 --fields From,Subject -s pepe@imap.example.org
  mailtool imap fetch unseen --format '{date} {from.addr}\\t{subject}' -s pepe@imap.example.org
  mailtool imap fetch last:5 --envelope --preview -s pepe@imap.example.org
  mailtool imap fetch 42 --full -o big.eml -C -s pepe@imap.example.org
  mailtool imap fetch all --maildir ~/Maildir -s pepe@imap.example.org
  mailtool imap fetch 1:* --changed-since 42 --vanished --flags --modseq --json -q -s pepe@imap.example.org
  mailtool imap fetch 1:* --items '(UID MODSEQ)' --json -q -s pepe@imap.example.org")]
pub struct Fetch {
    #[command(flatten)]
    messages: Messages,
    #[command(flatten)]
    pub since: Since,
    #[command(flatten)]
    known: Known,
    #[command(flatten)]
    shown: Shown,
    #[command(flatten)]
    octets: Octets,
    /// Only so many octets, from this one on
    #[arg(long, value_name = "OFF+LEN", value_parser = range, requires = "octets")]
    range: Option<(u64, u32)>,
    /// What is fetched becomes seen
    #[arg(long, requires = "octets")]
    mark_seen: bool,
    #[command(flatten)]
    place: Place,
    /// Keep in FILE.part what has come of one message, and go on there the next time
    #[arg(short = 'C', long = "continue", requires = "output", conflicts_with_all = [
        "fields", "text", "html", "range", "mbox", "maildir", "eml_dir",
    ])]
    go_on: bool,
}

/// What is shown in a table.
#[derive(Debug, Args)]
#[group(id = "known", multiple = true, conflicts_with_all = ["octets", "urls", "format"])]
struct Known {
    /// Flags
    #[arg(long, group = "known")]
    flags: bool,
    /// Size in octets
    #[arg(long, group = "known")]
    size: bool,
    /// Date, author and subject; with --json the whole envelope
    #[arg(long, group = "known")]
    envelope: bool,
    /// What it is made of, with --json (`imap structure` shows it)
    #[arg(long, group = "known")]
    structure: bool,
    /// Change number (CONDSTORE)
    #[arg(long, group = "known")]
    modseq: bool,
    /// Identifiers of the message and of its conversation, which last (OBJECTID, else Gmail's)
    #[arg(long, group = "known")]
    ids: bool,
    /// When it came into this mailbox (SAVEDATE)
    #[arg(long, group = "known")]
    saved_date: bool,
    /// Gmail's labels (X-GM-EXT-1)
    #[arg(long, group = "known")]
    labels: bool,
    /// How its text begins (PREVIEW)
    #[arg(long, group = "known")]
    preview: bool,
    /// These items, in the language of IMAP
    #[arg(long, value_name = "(ITEMS)", conflicts_with_all = [
        "flags", "size", "envelope", "structure", "modseq", "ids", "saved_date", "labels", "preview",
    ])]
    items: Option<String>,
}

/// Which octets.
#[derive(Debug, Args)]
#[group(id = "octets", multiple = false, conflicts_with_all = ["urls", "format"])]
struct Octets {
    /// The whole message
    #[arg(long, group = "octets")]
    full: bool,
    /// Its header
    #[arg(long, group = "octets")]
    headers: bool,
    /// These fields of its header
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', group = "octets")]
    fields: Vec<String>,
    /// What stands behind the header
    #[arg(long, group = "octets")]
    body: bool,
    /// A part, as it was sent: 1, 1.2, 1.2.MIME, 2.HEADER, TEXT
    #[arg(long, value_name = "PATH", value_parser = section, group = "octets")]
    part: Option<Section>,
    /// Its plain text, decoded, in UTF-8
    #[arg(long, group = "octets")]
    text: bool,
    /// Its HTML, decoded, in UTF-8
    #[arg(long, group = "octets")]
    html: bool,
}

fn section(text: &str) -> Result<Section, String> {
    Section::parse(text).map_err(|error| error.to_string())
}

fn range(text: &str) -> Result<(u64, u32), String> {
    let parts = text.split_once('+').and_then(|(from, octets)| Some((from.parse().ok()?, octets.parse().ok()?)));
    parts.filter(|(_, octets)| *octets > 0).ok_or_else(|| "OFF+LEN is expected: 0+1000".to_owned())
}

/// FETCH.
pub fn run(args: &Fetch, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let item = args.item()?;
    if args.known.structure && !at.1.json {
        return Err(Failure::usage("--structure", "it is shown with --json only, or by `mailtool imap structure`"));
    }
    if args.since.vanished && item.is_some() && !args.place.is_for_many() {
        let failure = Failure::usage("--vanished", "what is gone would be told among the octets");
        return Err(failure.hint("--maildir DIR, --mbox FILE or --eml-dir DIR takes the octets"));
    }
    each(imap, at, args.messages.sel(), args.mark_seen, async |client, chosen| {
        let chosen = match args.since.changed(client, chosen, at.1).await? {
            Ok(chosen) => chosen,
            Err(exit) => return Ok(exit),
        };
        match &item {
            None => args.table(client, &chosen, at.1).await,
            Some(item) => args.octets(client, &chosen, item, at.1).await,
        }
    })
}

impl Fetch {
    /// The item whose octets are wanted, without PEEK and range; empty: it depends on the structure. `None`: a table.
    fn item(&self) -> Result<Option<String>, Failure> {
        let Octets { full, headers, fields, body, part, text, html } = &self.octets;
        let (whole, many) = (self.place.is_for_whole(), self.place.is_for_many());
        let any = *headers || *body || *text || *html || !fields.is_empty() || part.is_some();
        if whole && (any || self.range.is_some()) {
            return Err(Failure::usage("--maildir, --mbox", "only whole messages are kept there: --full"));
        }
        if !any && !full && self.place.output.is_none() && !many {
            return Ok(None);
        }
        Ok(Some(match (part, fields.as_slice()) {
            _ if *text || *html => String::new(),
            (Some(part), _) => format!("BODY[{part}]"),
            (_, [_, ..]) => format!(
                "BODY[HEADER.FIELDS ({})]",
                fields.iter().map(|name| field(name)).collect::<Result<Vec<_>, _>>()?.join(" ")
            ),
            _ if *headers => "BODY[HEADER]".to_owned(),
            _ if *body => "BODY[TEXT]".to_owned(),
            _ => "BODY[]".to_owned(),
        }))
    }

    /// As it is asked for.
    fn asked(&self, item: &str) -> String {
        let item = if self.mark_seen { item.to_owned() } else { item.replacen("BODY[", "BODY.PEEK[", 1) };
        match self.range {
            Some((from, octets)) => format!("{item}<{from}.{octets}>"),
            None => item,
        }
    }

    async fn table(&self, imap: &mut imap::Imap, chosen: &Chosen<'_>, terminal: &Terminal) -> Result<Exit, Trouble> {
        if !self.shown.is_usual() {
            let (uids, mailbox) = (present(imap, chosen).await?.0, chosen.home.url(imap));
            let missing = chosen.missing(&uids, terminal);
            let shown = self.shown.show(imap, &uids, &mailbox, terminal).await?;
            return Ok(Exit::of_all(missing.into_iter().chain((!uids.is_empty()).then_some(shown))));
        }
        let fields = self.known.fields();
        let request = match &self.known.items {
            Some(items) => items.clone(),
            None => {
                let structure = self.known.structure.then_some("BODYSTRUCTURE");
                let wanted: Vec<_> = items(fields.iter().copied(), imap)?.into_iter().chain(structure).collect();
                format!("({})", wanted.join(" "))
            }
        };
        let mut table = Table::new(&fields, imap.selected().and_then(|mailbox| mailbox.uid_next), terminal);
        if !chosen.alone {
            table = table.within(chosen.home.url(imap));
        }
        let mut found = Vec::new();
        let fetched = imap
            .fetch(&chosen.set, &request, &mut |fetch| {
                found.extend(fetch.uid());
                match self.known.items {
                    Some(_) if !terminal.json => terminal.result(&escape_str(&object(fetch).to_string())),
                    _ => table.row(fetch),
                }
                Ok(())
            })
            .await;
        match (fetched, &self.known.items) {
            (Err(error), Some(_)) => return Err(Trouble::verbatim("--items", error)),
            (fetched, _) => fetched?,
        }
        found.sort_unstable();
        found.dedup();
        Ok(chosen.done(&found, terminal))
    }

    async fn octets(
        &self,
        imap: &mut imap::Imap,
        chosen: &Chosen<'_>,
        item: &str,
        terminal: &Terminal,
    ) -> Result<Exit, Trouble> {
        let many = self.place.is_for_many();
        let (sizes, before) = match chosen.one().filter(|_| !many && !self.go_on) {
            // One that is named by its UID is fetched without a question.
            Some(uid) => (vec![(uid, 0)], Vec::new()),
            None => {
                let sizes = imap.sizes(&chosen.set).await?;
                let found: Vec<u32> = sizes.iter().map(|(uid, _)| *uid).collect();
                (sizes, chosen.missing(&found, terminal))
            }
        };
        if (sizes.len() > 1 || !chosen.alone) && !many {
            let several =
                if chosen.alone { format!("{} messages", sizes.len()) } else { "several mailboxes".to_owned() };
            let failure = Failure::usage("SEL", format!("that is {several}"));
            return Err(failure.hint("several go to --maildir DIR, --mbox FILE or --eml-dir DIR").into());
        }
        if let (true, Some(path)) = (self.go_on, &self.place.output) {
            let Some(&(uid, octets)) = sizes.first() else { return Ok(Exit::of_all(before)) };
            let section = item.strip_prefix("BODY[").and_then(|item| item.strip_suffix(']')).map(str::to_owned);
            let url =
                Url { section: section.filter(|section| !section.is_empty()), ..chosen.home.url(imap).message(uid) };
            let octets = url.section.is_none().then_some(octets);
            let source = Source { url, item: &self.asked(item), octets, encoding: None };
            return continued::fetch(imap, &source, path, terminal).await;
        }
        let marks = self.place.marks(imap, &chosen.set, terminal).await?;
        let total = if item == "BODY[]" { sizes.iter().map(|(_, size)| *size).fold(0, u64::saturating_add) } else { 0 };
        let mut keeper = Keeper::new(self.place.deposit()?, self.place.output.is_none(), total, terminal);
        keeper.marked(marks);
        let uids: Vec<u32> = sizes.into_iter().map(|(uid, _)| uid).collect();
        for group in uids.chunks(GROUP) {
            let fetched = match item.is_empty() {
                true => self.texts(imap, group, &mut keeper, terminal).await,
                false => imap.contents(group, &self.asked(item), &mut keeper).await,
            };
            let kept = keeper.commit();
            fetched?;
            kept?;
        }
        Ok(outcome(keeper, before)?)
    }

    /// The text of each message, decoded: first what it is made of, then only that part.
    async fn texts(
        &self,
        imap: &mut imap::Imap,
        uids: &[u32],
        keeper: &mut Keeper<'_>,
        terminal: &Terminal,
    ) -> Result<(), imap::Error> {
        let wanted = if self.octets.html { "text/html" } else { "text/plain" };
        for &uid in uids {
            let structure = structure_of(imap, uid).await?;
            let part = structure.as_ref().and_then(|structure| {
                places(structure).into_iter().find_map(|place| match place.body {
                    BodyStructure::Part(part) if essence(part) == wanted && !is_attached(part) => {
                        let encoding = String::from_utf8_lossy(&part.encoding).into_owned();
                        Some((place.number(), encoding, charset(part)))
                    }
                    _ => None,
                })
            });
            let Some((number, encoding, charset)) = part else {
                let why =
                    if structure.is_some() { format!("it has no {wanted}") } else { "there is no such message".into() };
                terminal.note(Weight::Warning, format!("UID {uid}: {why}"));
                keeper.exits.push(Exit::NotFound);
                continue;
            };
            keeper.decoded(Decoding::text(&encoding, charset.as_deref()));
            imap.contents(&[uid], &self.asked(&format!("BODY[{number}]")), keeper).await?;
        }
        Ok(())
    }
}

impl Known {
    /// The columns beside the UID.
    fn fields(&self) -> Vec<Field> {
        let Known { flags, size, envelope, structure, modseq, ids, saved_date, labels, preview, items: _ } = *self;
        let all = ![flags, size, envelope, structure, modseq, ids, saved_date, labels, preview].contains(&true);
        let wanted = [
            (all || flags, Field::Flags),
            (modseq, Field::ModSeq),
            (all || size, Field::Size),
            (all || envelope, Field::Date),
            (saved_date, Field::SaveDate),
            (all || envelope, Field::From),
            (ids, Field::EmailId),
            (ids, Field::ThreadId),
            (labels, Field::Labels),
            (all || envelope, Field::Subject),
            (preview, Field::Preview),
        ];
        wanted.into_iter().filter(|(wanted, _)| *wanted).map(|(_, field)| field).collect()
    }
}

/// The name of a field, which needs no quotes in a command.
fn field(name: &str) -> Result<&str, Failure> {
    let legal = |octet: u8| octet.is_ascii_alphanumeric() || b"-_.".contains(&octet);
    match !name.is_empty() && name.bytes().all(legal) {
        true => Ok(name),
        false => Err(Failure::usage("--fields", format!("{name:?} is no name of a field"))),
    }
}
