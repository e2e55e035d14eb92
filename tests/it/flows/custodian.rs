//! Our server and whoever is responsible for its mail: nothing is taken, and nothing answered, before that one says so.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use mailtool::base::Address;
use mailtool::proto::smtp::extensions::{Extension, PRDR};
use mailtool::proto::smtp::{ForwardPath, Reply};
use mailtool::server::smtp::{Answer, Custodian, Incoming, Keep, Received, Service, Taking, Transaction, Voice};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::Instant;

use super::peer::{Inbox, Recorder, service};

/// How long it takes to decide.
const THOUGHT: Duration = Duration::from_secs(600);

/// A house where pepe and spam live, of whom the second takes nothing.
struct House {
    broken: bool,
}

fn refusal(code: u16, detail: (u16, u16)) -> Reply {
    Voice::Modern.reply(code, detail, "no")
}

impl Custodian for House {
    fn promises(&self) -> &'static [&'static Extension] {
        &[&PRDR]
    }

    fn recipient(&self, _: &Transaction, path: ForwardPath) -> Result<ForwardPath, Reply> {
        let name = match &path {
            ForwardPath::Address(address) => address.local(),
            ForwardPath::Postmaster => "pepe",
            ForwardPath::Name(name) => name,
        };
        match name {
            "pepe" | "spam" => {
                Ok(Address::parse(&format!("{name}@house.test")).map(ForwardPath::Address).expect("one"))
            }
            _ => Err(refusal(550, (1, 1))),
        }
    }

    fn take<'a>(&'a self, transaction: &'a Transaction, content: Incoming, received: &'a mut Received) -> Taking<'a> {
        Box::pin(async move {
            tokio::time::sleep(THOUGHT).await;
            if self.broken {
                return Err(io::ErrorKind::StorageFull.into());
            }
            let file = content.into_file()?.expect("a file");
            assert_eq!(file.metadata()?.len(), received.size);
            let spam = |path: &ForwardPath| path.to_string().starts_with("spam");
            let each = transaction.recipients.iter().map(|path| match spam(path) {
                true => refusal(550, (7, 1)),
                false => Voice::Modern.accepted(&received.id),
            });
            Ok(match transaction.prdr {
                true => Answer::Each(each.collect(), Voice::Modern.reply(250, (0, 0), "done")),
                false if transaction.recipients.iter().any(spam) => Answer::Whole(refusal(554, (7, 1))),
                false => Answer::Kept,
            })
        })
    }
}

/// The codes of all replies to what is said, and how long that took.
async fn codes(service: Service, said: &str) -> (Vec<String>, Duration) {
    let (near, far) = tokio::io::duplex(1 << 16);
    let (mut reader, mut writer) = tokio::io::split(near);
    let started = Instant::now();
    writer.write_all(said.as_bytes()).await.expect("room");
    let mut heard = String::new();
    let listen = reader.read_to_string(&mut heard);
    let (served, heard_all) = tokio::join!(service.pipe(Box::new(far)), listen);
    served.and(heard_all.map_err(Into::into)).expect("an end by QUIT");
    let last = heard.lines().filter(|line| line.as_bytes()[3] == b' ');
    (last.map(|line| line[..3].to_owned()).collect(), started.elapsed())
}

fn house(broken: bool) -> Service {
    let (inbox, sink) = (Arc::<Inbox>::default(), Arc::<Recorder>::default());
    Service { custodian: Arc::new(House { broken }), keep: Keep::Nameless, ..service(None, &inbox, &sink) }
}

/// A letter to these, by names.
fn letter(parameters: &str, to: &[&str]) -> String {
    let rcpt: String = to.iter().map(|to| format!("RCPT TO:<{to}>\r\n")).collect();
    format!("MAIL FROM:<a@b.test>{parameters}\r\n{rcpt}DATA\r\nSubject: x\r\n\r\n..\r\n.\r\n")
}

#[tokio::test(start_paused = true)]
async fn it_knows_whom_and_has_the_time_that_it_takes() {
    let said = [letter("", &["pepe", "Postmaster", "nadie"]), letter("", &["pepe@house.test", "spam"])].concat();
    let (codes, took) = codes(house(false), &format!("EHLO x\r\n{said}QUIT\r\n")).await;
    let first = ["220", "250", "250", "250", "250", "550", "354", "250"];
    assert_eq!(codes, [&first[..], &["250", "250", "250", "354", "554", "221"]].concat());
    assert!(took >= 2 * THOUGHT, "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn it_answers_for_each_where_that_is_asked() {
    let said = letter(" PRDR", &["pepe", "spam"]);
    let (codes, _) = codes(house(false), &format!("EHLO x\r\n{said}QUIT\r\n")).await;
    assert_eq!(codes, ["220", "250", "250", "250", "250", "354", "353", "250", "550", "250", "221"]);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_kept_is_to_come_again() {
    let said = [letter("", &["pepe"]), letter("", &["pepe"])].concat();
    let service = Service { room: 1.into(), ..house(true) };
    let (codes, _) = codes(service, &format!("EHLO x\r\n{said}QUIT\r\n")).await;
    // What was not taken leaves the room that there was.
    assert_eq!(codes, ["220", "250", "250", "250", "354", "452", "250", "250", "354", "452", "221"]);
}

#[tokio::test]
async fn whoever_only_listens_promises_nothing() {
    let (inbox, sink) = (Arc::<Inbox>::default(), Arc::<Recorder>::default());
    let said = "EHLO x\r\nMAIL FROM:<a@b.test> PRDR\r\nMAIL FROM:<a@b.test> RET=FULL\r\nMAIL FROM:<a@b.test>\r\n\
        RCPT TO:<root>\r\nRCPT TO:<c@d.test> NOTIFY=NEVER\r\nRCPT TO:<Postmaster>\r\nDATA\r\nx\r\n.\r\nQUIT\r\n";
    let (codes, _) = codes(service(None, &inbox, &sink), said).await;
    assert_eq!(codes, ["220", "250", "555", "555", "250", "501", "555", "250", "354", "250", "221"]);
    let all = inbox.all();
    assert_eq!((all.len(), &all[0].recipients[..], all[0].peer), (1, &["Postmaster".to_owned()][..], None));
}
