//! Conversations in files (`tests/fixtures/transcripts`, whose README gives the form): each is read by the dialogue
//! whole, in steps and cut at every octet, and shown by every view.

use std::ops::Range;
use std::path::Path;
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use mailtool::base::escape::escape;
use mailtool::proto::explain::Language;
use mailtool::proto::{Dialogue, Fed, Meaningful, Side, Turn, imap, pop3, smtp};
use mailtool::transcript::text::{Line, Options, Text};
use mailtool::transcript::{MASK, SessionId, View, ndjson};

/// Files up to this many octets are cut at every octet; longer ones where lines and pieces end.
const SMALL: usize = 4096;

/// A conversation, and what must hold for it.
#[derive(Default)]
struct Script {
    name: String,
    protocol: Protocol,
    steps: Vec<Step>,
    marks: Vec<Mark>,
    canaries: Vec<String>,
}

/// Whose dialogue reads it.
#[derive(Clone, Copy, Default)]
enum Protocol {
    #[default]
    Smtp,
    Pop3,
    Imap,
}

/// A message of any of them.
#[derive(Debug, PartialEq)]
enum Message {
    Smtp(smtp::Message),
    Pop3(pop3::Message),
    Imap(imap::Message),
}

/// A dialogue of any of them.
trait Listener {
    fn feed(&mut self, side: Side, octets: &[u8]) -> Fed;
    fn next(&mut self) -> Option<Turn<Message>>;
    fn secured(&mut self);
    fn unfinished(&mut self, side: Side) -> Option<Turn<Message>>;
}

/// A dialogue, and what its messages are among all.
struct Listening<D: Dialogue>(D, fn(D::Message) -> Message);

impl<D: Dialogue> Listening<D> {
    fn told(&self, turn: Turn<D::Message>) -> Turn<Message> {
        let Turn { side, octets, message, secret, findings } = turn;
        Turn { side, octets, message: self.1(message), secret, findings }
    }
}

impl<D: Dialogue> Listener for Listening<D> {
    fn feed(&mut self, side: Side, octets: &[u8]) -> Fed {
        self.0.feed(side, octets)
    }

    fn next(&mut self) -> Option<Turn<Message>> {
        self.0.next().map(|turn| self.told(turn))
    }

    fn secured(&mut self) {
        self.0.secured();
    }

    fn unfinished(&mut self, side: Side) -> Option<Turn<Message>> {
        self.0.unfinished(side).map(|turn| self.told(turn))
    }
}

impl Protocol {
    fn parse(name: &str) -> Option<Protocol> {
        [Protocol::Smtp, Protocol::Pop3, Protocol::Imap].into_iter().find(|protocol| protocol.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Protocol::Smtp => smtp::Dialogue::PROTOCOL,
            Protocol::Pop3 => pop3::Dialogue::PROTOCOL,
            Protocol::Imap => imap::Dialogue::PROTOCOL,
        }
    }

    fn dialogue(self) -> Box<dyn Listener> {
        match self {
            Protocol::Smtp => Box::new(Listening(smtp::Dialogue::new(), Message::Smtp)),
            Protocol::Pop3 => Box::new(Listening(pop3::Dialogue::new(), Message::Pop3)),
            Protocol::Imap => Box::new(Listening(imap::Dialogue::new(), Message::Imap)),
        }
    }
}

impl Message {
    fn known(&self) -> &dyn Meaningful {
        match self {
            Message::Smtp(message) => message,
            Message::Pop3(message) => message,
            Message::Imap(message) => message,
        }
    }
}

enum Step {
    /// One side says this, all of it before the other says anything.
    Said(Side, Vec<u8>),
    /// TLS begins; what each side had said behind the go-ahead.
    Tls([Vec<u8>; 2]),
    /// That side's stream ends.
    End(Side),
}

/// What must hold for the turn of `side` in which the octet at `at` of its stream lies.
struct Mark {
    line: usize,
    side: Side,
    at: usize,
    wanted: Wanted,
}

enum Wanted {
    Meaning(String),
    Finding(String),
    Secret(Vec<u8>),
}

/// How a conversation went.
#[derive(Debug, Default, PartialEq)]
struct Played {
    protocol: &'static str,
    turns: Vec<Turn<Message>>,
    /// How many turns were told before each TLS.
    secured: Vec<usize>,
    /// What each side said, as turns tell it: which turn, and how many octets. `None`: handed back.
    told: [Vec<(Option<usize>, Vec<u8>)>; 2],
}

fn index(side: Side) -> usize {
    usize::from(side == Side::Server)
}

impl Script {
    /// Reads a file; panics where it is not of the form.
    fn parse(name: &str, text: &str) -> Script {
        let mut script = Script { name: name.to_owned(), ..Script::default() };
        let mut said = [0; 2];
        let mut side = None;
        for (number, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line)) {
            let wrong = || -> ! { panic!("{name}:{number}: what is {line:?}?") };
            if let Some(wanted) = line.strip_prefix("  ") {
                let (kind, rest) = wanted.split_once(' ').unwrap_or((wanted, ""));
                let wanted = match kind {
                    "=" => Wanted::Meaning(rest.to_owned()),
                    "!" => Wanted::Finding(rest.to_owned()),
                    "#" => Wanted::Secret(unescape(rest)),
                    "<" => {
                        script.handed_back(rest).unwrap_or_else(|| wrong());
                        continue;
                    }
                    _ => wrong(),
                };
                let Some(side) = side else { wrong() };
                let at = said[index(side)] - 1;
                script.marks.push(Mark { line: number, side, at, wanted });
            } else if let Some(protocol) = line.strip_prefix("% protocol: ") {
                script.protocol = Protocol::parse(protocol).unwrap_or_else(|| wrong());
            } else if let Some(canary) = line.strip_prefix("% canary: ") {
                script.canaries.push(canary.to_owned());
            } else if let Some(of) = line.strip_prefix("* END ") {
                script.steps.push(Step::End(parse_side(of).unwrap_or_else(|| wrong())));
            } else if line == "* TLS" {
                script.steps.push(Step::Tls([Vec::new(), Vec::new()]));
            } else if let Some((speaker, words)) = line.split_once(':').filter(|_| !line.starts_with('%')) {
                let speaker = parse_side(speaker).unwrap_or_else(|| wrong());
                let octets = said_line(words.strip_prefix(' ').unwrap_or(words));
                said[index(speaker)] += octets.len();
                script.say(speaker, octets);
                side = Some(speaker);
            } else if !line.is_empty() && !line.starts_with('%') {
                wrong();
            }
        }
        script
    }

    fn say(&mut self, speaker: Side, octets: Vec<u8>) {
        match self.steps.last_mut() {
            Some(Step::Said(side, said)) if *side == speaker => said.extend(octets),
            _ => self.steps.push(Step::Said(speaker, octets)),
        }
    }

    fn handed_back(&mut self, text: &str) -> Option<()> {
        let (side, octets) = text.split_once(' ')?;
        let Some(Step::Tls(behind)) = self.steps.last_mut() else { return None };
        behind[index(parse_side(side)?)] = unescape(octets);
        Some(())
    }

    fn octets(&self) -> usize {
        self.steps.iter().map(|step| if let Step::Said(_, octets) = step { octets.len() } else { 0 }).sum()
    }

    /// Feeds a dialogue, every `Said` in the pieces that `cut` makes of it. It is given the place of the first octet.
    fn play(&self, cut: impl Fn(usize, &[u8]) -> Vec<usize>) -> Played {
        let mut dialogue = self.protocol.dialogue();
        let mut played = Played { protocol: self.protocol.name(), ..Played::default() };
        let mut behind: Option<[Vec<u8>; 2]> = None;
        let mut place = 0;
        for step in &self.steps {
            match step {
                Step::Said(side, octets) => {
                    let mut rest = octets.as_slice();
                    for length in cut(place, octets) {
                        let (now, later) = rest.split_at(length);
                        self.feed(&mut *dialogue, *side, now, &mut behind);
                        played.take(std::iter::from_fn(|| dialogue.next()));
                        rest = later;
                    }
                    assert!(rest.is_empty());
                    place += octets.len();
                }
                Step::Tls(wanted) => {
                    assert_eq!(behind.take().as_ref(), Some(wanted), "{}: behind the go-ahead", self.name);
                    dialogue.secured();
                    played.secured.push(played.turns.len());
                    for side in [Side::Client, Side::Server] {
                        played.told[index(side)].push((None, wanted[index(side)].clone()));
                    }
                }
                Step::End(side) => played.take(dialogue.unfinished(*side).into_iter()),
            }
        }
        assert_eq!(behind, None, "{}: there is no `* TLS` behind the go-ahead", self.name);
        played
    }

    fn feed(&self, dialogue: &mut dyn Listener, side: Side, octets: &[u8], behind: &mut Option<[Vec<u8>; 2]>) {
        match dialogue.feed(side, octets) {
            Fed::All => assert_eq!(*behind, None, "{}: it went on where TLS begins", self.name),
            Fed::Held { .. } => panic!("{}: more is held than can be", self.name),
            Fed::Upgrade { client, server } => {
                let all = behind.get_or_insert_default();
                all[0].extend_from_slice(&client);
                all[1].extend_from_slice(&server);
            }
        }
    }

    /// The secrets that are marked, line by line.
    fn secrets(&self) -> impl Iterator<Item = Vec<u8>> {
        let marked = self.marks.iter().filter_map(|mark| match &mark.wanted {
            Wanted::Secret(secret) => Some(secret),
            _ => None,
        });
        marked.flat_map(|secret| secret.split(|octet| *octet == b'\n').map(|line| line.trim_ascii_end().to_vec()))
    }

    /// What one side said, whole.
    fn stream(&self, wanted: Side) -> Vec<u8> {
        let said = self.steps.iter().filter_map(|step| match step {
            Step::Said(side, octets) if *side == wanted => Some(octets.as_slice()),
            _ => None,
        });
        said.collect::<Vec<_>>().concat()
    }
}

impl Played {
    fn take(&mut self, turns: impl Iterator<Item = Turn<Message>>) {
        for turn in turns {
            self.told[index(turn.side)].push((Some(self.turns.len()), turn.octets.to_vec()));
            self.turns.push(turn);
        }
    }

    /// The turn in which an octet of a side's stream lies.
    fn turn_at(&self, side: Side, at: usize) -> Option<usize> {
        let mut end = 0;
        let told = self.told[index(side)].iter();
        let found = told.map(|(turn, octets)| {
            end += octets.len();
            (turn, end)
        });
        found.into_iter().find(|(_, end)| *end > at).and_then(|(turn, _)| *turn)
    }

    fn stream(&self, side: Side) -> Vec<u8> {
        self.told[index(side)].iter().flat_map(|(_, octets)| octets.iter().copied()).collect()
    }

    fn views(&self) -> impl Iterator<Item = View<'_>> {
        self.turns.iter().enumerate().map(|(n, turn)| View {
            at: Timestamp::UNIX_EPOCH,
            protocol: self.protocol,
            side: turn.side,
            tls: self.secured.iter().any(|first| *first <= n),
            unverified: false,
            octets: &turn.octets,
            meaning: turn.message.known().meaning(),
            message: turn.message.known(),
            secret: &turn.secret,
            findings: &turn.findings,
        })
    }

    fn text(&self, options: Options) -> Vec<String> {
        let mut text = Text::new(options);
        let lines: Vec<Line> = self.views().flat_map(|view| text.turn(SessionId(1), &view)).collect();
        lines.iter().map(|line| line.iter().map(|(_, words)| words.as_str()).collect()).collect()
    }

    fn ndjson(&self, secrets: bool) -> Vec<String> {
        self.views().map(|view| ndjson::turn(SessionId(1), &view, secrets)).collect()
    }
}

fn parse_side(text: &str) -> Option<Side> {
    match text {
        "C" => Some(Side::Client),
        "S" => Some(Side::Server),
        _ => None,
    }
}

/// A line with its end, unless `\` stands there.
fn said_line(text: &str) -> Vec<u8> {
    let open = text.ends_with('\\') && !text.ends_with("\\\\");
    let mut octets = unescape(if open { &text[..text.len() - 1] } else { text });
    if !open {
        octets.extend_from_slice(b"\r\n");
    }
    octets
}

fn unescape(text: &str) -> Vec<u8> {
    let mut octets = Vec::new();
    let mut rest = text;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        octets.extend_from_slice(plain.as_bytes());
        let mut chars = escaped.chars();
        match chars.next() {
            Some('r') => octets.push(b'\r'),
            Some('n') => octets.push(b'\n'),
            Some('t') => octets.push(b'\t'),
            Some('0') => octets.push(0),
            Some('\\') => octets.push(b'\\'),
            Some('x') => {
                octets.push(u8::from_str_radix(&escaped[1..3], 16).unwrap_or_else(|_| panic!("{text:?}")));
                chars = escaped[3..].chars();
            }
            Some('{') => {
                let (inside, behind) = escaped[1..].split_once('}').unwrap_or_else(|| panic!("{text:?}"));
                let (what, times) = inside.rsplit_once('*').unwrap_or_else(|| panic!("{text:?}"));
                octets.extend(unescape(what).repeat(times.parse().unwrap_or_else(|_| panic!("{text:?}"))));
                chars = behind.chars();
            }
            _ => panic!("what is \\ in {text:?}?"),
        }
        rest = chars.as_str();
    }
    octets.extend_from_slice(rest.as_bytes());
    octets
}

/// Every file of a directory, by name.
fn scripts() -> Vec<Script> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/transcripts");
    let entries = fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 45, "few transcripts in {}", directory.display());
    let read = |file: &Path| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
        Script::parse(&name, &text)
    };
    files.iter().map(|file| read(file)).collect()
}

fn whole(_: usize, octets: &[u8]) -> Vec<usize> {
    vec![octets.len()]
}

/// Pieces of `step` octets.
fn steps(step: usize) -> impl Fn(usize, &[u8]) -> Vec<usize> {
    move |_, octets| octets.chunks(step).map(<[u8]>::len).collect()
}

/// One cut, at the octet `at` of the conversation.
fn one_cut(at: usize) -> impl Fn(usize, &[u8]) -> Vec<usize> {
    move |place, octets| match at.checked_sub(place).filter(|before| *before < octets.len()) {
        Some(before) => vec![before, octets.len() - before],
        None => vec![octets.len()],
    }
}

fn shown(octets: &[u8]) -> String {
    let text = escape(octets).into_owned();
    if text.len() > 200 { format!("{}…", text.chars().take(200).collect::<String>()) } else { text }
}

#[test]
fn every_turn_means_what_the_file_says() {
    for script in scripts() {
        let (name, played) = (&script.name, script.play(whole));
        let mut wanted = vec![(Vec::new(), Vec::new()); played.turns.len()];
        for Mark { line, side, at, wanted: mark } in &script.marks {
            let turn = played.turn_at(*side, *at);
            let turn = turn.unwrap_or_else(|| panic!("{name}:{line}: what stands above was never told as a turn"));
            match mark {
                Wanted::Meaning(meaning) => {
                    assert_eq!(played.turns[turn].message.known().meaning().text, *meaning, "{name}:{line}");
                }
                Wanted::Finding(code) => wanted[turn].0.push(code.as_str()),
                Wanted::Secret(secret) => wanted[turn].1.push(secret.as_slice()),
            }
        }
        for (turn, (findings, secrets)) in played.turns.iter().zip(wanted) {
            let found: Vec<&str> = turn.findings.iter().map(|finding| finding.code).collect();
            assert_eq!(found, findings, "{name}: findings of {}", shown(&turn.octets));
            let spans = |range: &Range<usize>| &turn.octets[range.clone()];
            let found: Vec<&[u8]> = turn.secret.iter().map(spans).collect();
            assert_eq!(found, secrets, "{name}: secrets of {}", shown(&turn.octets));
        }
    }
}

#[test]
fn no_octet_is_lost_or_moved() {
    for script in scripts() {
        let played = script.play(whole);
        for side in [Side::Client, Side::Server] {
            let (said, mut told) = (script.stream(side), played.stream(side));
            let open = said.get(told.len()..).unwrap_or_default();
            assert!(!open.ends_with(b"\n"), "{}: {side:?} is not told: {}", script.name, shown(open));
            told.extend_from_slice(open);
            assert!(said == told, "{}: {side:?} said\n{}\nbut told is\n{}", script.name, shown(&said), shown(&told));
        }
    }
}

#[test]
fn a_long_line_within_a_reply_stays_in_its_place() {
    let script = Script::parse("long line", "S: 220 x\nC: EHLO y\nS: 250-a\nS: 250-\\{b*20000}\nS: 250 c\n");
    assert!(script.stream(Side::Server) == script.play(whole).stream(Side::Server));
}

#[test]
fn turns_do_not_depend_on_cuts() {
    for script in scripts() {
        let uncut = script.play(whole);
        let octets = script.octets();
        for step in [1, 2, 3, 7, 100, 4095, 16_384] {
            assert!(script.play(steps(step)) == uncut, "{} in steps of {step}", script.name);
        }
        let cuts: Vec<usize> = match octets {
            0..=SMALL => (0..octets).collect(),
            _ => (0..octets).filter(|at| at % 997 < 3 || at % 16_384 < 2).collect(),
        };
        for at in cuts {
            assert!(script.play(one_cut(at)) == uncut, "{} cut at {at}", script.name);
        }
    }
}

const EVERYTHING: Options =
    Options { payload_lines: None, hex: true, details: true, times: false, secrets: false, explain: None, width: None };

#[test]
fn no_view_shows_a_secret() {
    for script in scripts() {
        let played = script.play(whole);
        let shown = [
            played.text(EVERYTHING).join("\n"),
            played.text(Options { payload_lines: Some(3), hex: false, ..EVERYTHING }).join("\n"),
            played.text(Options { explain: Some(Language::En), ..EVERYTHING }).join("\n"),
            played.text(Options { explain: Some(Language::Es), width: Some(60), ..EVERYTHING }).join("\n"),
            played.ndjson(false).concat(),
            format!("{:?}", played.views().map(|view| view.meaning).collect::<Vec<_>>()),
        ];
        let open = played.text(Options { hex: false, secrets: true, ..EVERYTHING }).join("\n");
        let recorded = played.ndjson(true).concat();
        for (what, secret) in words(&script) {
            for view in &shown {
                assert!(!view.contains(&secret), "{}: {what} is shown", script.name);
            }
        }
        for secret in script.secrets() {
            let secret = String::from_utf8_lossy(&secret).into_owned();
            let quoted = serde_json::to_string(&secret).expect("JSON");
            let shown = open.contains(&secret) && recorded.contains(quoted.trim_matches('"'));
            assert!(shown, "{}: {secret} was to be shown", script.name);
        }
    }
}

/// The canaries and secrets of a file in every form in which they could be shown.
fn words(script: &Script) -> Vec<(String, String)> {
    let all = script.canaries.iter().map(|canary| canary.clone().into_bytes()).chain(script.secrets());
    let forms = all.flat_map(|secret| {
        let plain = String::from_utf8_lossy(&secret).into_owned();
        let hex: Vec<String> = secret.iter().map(|octet| format!("{octet:02x}")).collect();
        let base64 = STANDARD.encode(&secret);
        [plain.clone(), hex.join(" "), hex.concat(), base64.trim_end_matches('=').to_owned()]
            .map(|form| (plain.clone(), form))
    });
    forms.collect()
}

/// Whatever a conversation was, its notes only stand between its lines.
#[test]
fn explanations_change_no_line_of_the_transcript() {
    for script in scripts() {
        let played = script.play(whole);
        let bare = played.text(EVERYTHING);
        for language in [Language::En, Language::Es] {
            for width in [None, Some(60)] {
                let lines = played.text(Options { explain: Some(language), width, ..EVERYTHING });
                let (notes, rest): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.starts_with("   | "));
                assert_eq!(rest, bare, "{}", script.name);
                assert!(!notes.is_empty(), "{}", script.name);
                let longest = notes.iter().map(|line| line.chars().count()).max().unwrap_or_default();
                assert!(width.is_none_or(|width| longest <= width), "{}: {notes:#?}", script.name);
            }
        }
    }
}

#[test]
fn the_transcript_of_a_transcript_is_itself() {
    for script in scripts() {
        let played = script.play(whole);
        if played.turns.iter().any(|turn| !turn.octets.ends_with(b"\n")) {
            continue; // a line in pieces, or BDAT
        }
        let view = played.text(Options { hex: false, ..EVERYTHING });
        for (side, letter) in [(Side::Client, 'C'), (Side::Server, 'S')] {
            let said = |line: &String| {
                let words = line.strip_prefix(letter)?;
                Some(words.strip_prefix(": ").or_else(|| words.strip_prefix("~ "))?.to_owned())
            };
            let shown: Vec<String> = view.iter().filter_map(said).collect();
            assert_eq!(shown, masked_lines(&played, side), "{}", script.name);
        }
    }
}

/// One side's lines as a transcript has to show them.
fn masked_lines(played: &Played, side: Side) -> Vec<String> {
    let mut lines = Vec::new();
    for turn in played.turns.iter().filter(|turn| turn.side == side) {
        let mut octets = turn.octets.to_vec();
        for range in turn.secret.iter().rev() {
            let lines = String::from_utf8_lossy(&octets[range.clone()]).matches("\r\n").count();
            octets.splice(range.clone(), vec![MASK; lines + 1].join("\r\n").into_bytes());
        }
        for line in octets.split_inclusive(|octet| *octet == b'\n') {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            lines.push(escape(line.strip_suffix(b"\r").unwrap_or(line)).into_owned());
        }
    }
    lines
}

#[test]
fn a_recording_holds_every_octet() {
    for script in scripts() {
        let played = script.play(whole);
        let mut told = [Vec::new(), Vec::new()];
        for (line, turn) in played.ndjson(true).iter().zip(&played.turns) {
            let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let octets = match (record["text"].as_str(), record["base64"].as_str()) {
                (Some(text), None) => text.as_bytes().to_vec(),
                (None, Some(encoded)) => STANDARD.decode(encoded).expect("base64"),
                other => panic!("{}: {other:?}", script.name),
            };
            let side = record["side"].as_str().and_then(parse_side).expect("a side");
            assert_eq!((side, record["session"].as_u64()), (turn.side, Some(1)));
            assert_eq!(record["meaning"].as_str(), Some(&*turn.message.known().meaning().text));
            told[index(side)].extend(octets);
        }
        for side in [Side::Client, Side::Server] {
            let turns = played.turns.iter().filter(|turn| turn.side == side);
            assert!(told[index(side)] == turns.flat_map(|turn| turn.octets.to_vec()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_file_that_is_wrong_is_noticed() {
    let played = |text: &str| Script::parse("test", text).play(whole);
    let script = Script::parse("test", "S: 220 \\x41\\{ab\\n*2}\\\n  = x\n");
    assert_eq!(script.stream(Side::Server), b"220 Aab\nab\n");
    assert_eq!(script.marks[0].at, 10);
    let wrong = |text: &'static str| std::panic::catch_unwind(move || played(text)).is_err();
    assert!(wrong("X: 220"));
    assert!(wrong("S: 220 x\nC: STARTTLS\nS: 220 go\n"));
    assert!(wrong("S: 220 x\nC: STARTTLS\nS: 220 go\nS: 250 more\n* TLS\n"));
    assert!(!wrong("S: 220 x\nC: STARTTLS\nS: 220 go\nS: 250 more\n* TLS\n  < S 250 more\\r\\n\n"));
    assert!(wrong("% protocol: nntp\n"));
    let meaning = |text: &str| played(text).turns[0].message.known().meaning().text.into_owned();
    assert_eq!(meaning("% protocol: pop3\nS: +OK x\n"), "+OK to the connection");
    assert_eq!(meaning("% protocol: imap\nS: * OK x\n"), "OK");
}
