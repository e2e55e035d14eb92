//! Pepe reads Alicia's letter in his mailbox, where it stays.

use super::letter::{letter, octets};
use super::mailbox::{Left, Mailbox};
use super::pepe::{self, Stage};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::imap::message::{Table, USUAL};
use crate::cli::terminal::Terminal;
use crate::client::imap::watch::Patience;
use crate::client::imap::{Changes, Compress, Contents, Error, Got, Imap, Way, ignore, open};
use crate::proto::imap::{Data, Request, SequenceSet, Verb};
use crate::transcript::Weight;

/// Where Pepe's mail is kept.
const SERVER: &str = "imap.gmail.com";
/// The letter's UID.
const LETTER: u32 = 1;

/// Plays the scene.
pub async fn play(modern: bool, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let say = |text: &str| terminal.note(Weight::Info, text);
    let expected = octets(&letter()?)?;
    let Stage { listener, server: tls, client } = pepe::stage(SERVER, modern).await?;
    let mailbox = Mailbox { letter: expected.clone(), tls };
    let port = listener.address().port();
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await;
        mailbox.serve(stream).await
    });
    say(if modern { WAITING } else { THERE });
    let server = pepe::way(SERVER, port, modern, client, global, terminal)?;
    let way = Way { server, utf8: false, changes: Changes::Uncounted, compress: Compress::Never };
    let read = if modern { read_part(&way, terminal).await } else { read_all(&way, terminal).await };
    let read = read.map_err(|error| Failure::new(error.exit(), error))?;
    let left = served.await.ok().and_then(Result::ok);
    let known = if modern { within(&expected, &read) } else { read == expected };
    if !known || left != Some(Left { flags: vec!["\\Seen", "\\Flagged"], archived: modern }) {
        return Err(Failure::new(Exit::Software, "what was read is not what was there"));
    }
    let (octets, whole) = (read.len(), expected.len());
    say(&match modern {
        true => format!(
            "Pepe has read it: {octets} octets of {whole}, for the picture was not asked for. It is in his archive now."
        ),
        false => format!(
            "Pepe has read it: {octets} octets, exactly those that Alicia sent. It is still there, and marked as read."
        ),
    });
    say(if modern { MODERN } else { CLASSIC });
    Ok(Exit::Ok)
}

const THERE: &str = "Alicia's letter is in Pepe's mailbox. Now he reads it there, on a server in this program.";
const WAITING: &str = "Alicia's letter is on its way. Pepe waits for it at his mailbox, on a server in this program.";
const CLASSIC: &str = "His password went in clear text, for all on the way to read. Today: mailtool demo imap --modern";
const MODERN: &str = "Now with a mailbox of your own: mailtool imap fetch last:5 -s USER@SERVER";

/// Which mailboxes there are, what is in the first, and all of the letter.
async fn read_all(way: &Way, terminal: &Terminal) -> Result<Vec<u8>, Error> {
    let mut imap = open(way).await?;
    imap.run(&Request::new(Verb::List).word("\"\"").word("*"), &mut ignore).await?;
    imap.select("INBOX", true).await?;
    table(&mut imap, "(UID FLAGS RFC822.SIZE ENVELOPE)", terminal).await?;
    let letter = retrieve(&mut imap, "BODY[]").await?;
    mark(&mut imap, &["\\Flagged"]).await?;
    imap.leave().await;
    Ok(letter)
}

/// The same as it is done today: the server says when it comes, its text alone is fetched, and it is put away.
async fn read_part(way: &Way, terminal: &Terminal) -> Result<Vec<u8>, Error> {
    let mut imap = open(way).await?;
    imap.select("INBOX", true).await?;
    imap.wait(Patience::default(), None, &mut |data| Ok(matches!(data, Data::Exists(_)))).await?;
    table(&mut imap, "(UID FLAGS RFC822.SIZE ENVELOPE BODYSTRUCTURE)", terminal).await?;
    let text = retrieve(&mut imap, "BODY.PEEK[1]").await?;
    mark(&mut imap, &["\\Seen", "\\Flagged"]).await?;
    imap.move_to(&SequenceSet::one(LETTER), "Archive").await?;
    imap.leave().await;
    Ok(text)
}

async fn table(imap: &mut Imap, items: &str, terminal: &Terminal) -> Result<(), Error> {
    let mut table = Table::new(&USUAL, Some(LETTER + 1), terminal);
    let mut row = |fetch: &_| {
        table.row(fetch);
        Ok(())
    };
    imap.fetch(&SequenceSet::all(), items, &mut row).await
}

async fn mark(imap: &mut Imap, flags: &[&str]) -> Result<(), Error> {
    let flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
    imap.store(&SequenceSet::one(LETTER), true, &flags, &mut |_| Ok(())).await
}

async fn retrieve(imap: &mut Imap, item: &str) -> Result<Vec<u8>, Error> {
    let mut letter = Octets::default();
    imap.contents(&[LETTER], item, &mut letter).await?;
    Ok(letter.0)
}

/// Octets as they come.
#[derive(Default)]
struct Octets(Vec<u8>);

impl Contents for Octets {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.0.extend_from_slice(octets);
        Ok(())
    }

    fn end(&mut self, _: u32, _: Got) -> Result<(), Error> {
        Ok(())
    }
}

/// Whether the one has the other in it.
fn within(whole: &[u8], part: &[u8]) -> bool {
    !part.is_empty() && memchr::memmem::find(whole, part).is_some()
}
