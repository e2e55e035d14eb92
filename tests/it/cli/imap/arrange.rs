//! SORT and THREAD where the server has neither: Dovecot is asked for both, and must say the same.

use super::{Outcome, World, need};
use crate::peers::dovecot::STRANGER;
use crate::peers::or_skip;

/// How many messages.
const COUNT: usize = 300;

/// At its second address it has no extensions that sort.
fn poor() -> String {
    format!("local {STRANGER} {{\n protocol imap {{\n imap_capability = IMAP4rev1 SASL-IR UIDPLUS\n }}\n}}\n")
}

/// What the rich and the poor one say.
fn both(world: &World, args: &[&str]) -> [Outcome; 2] {
    let args = [&["--json"], args].concat();
    let at = |host: &str| {
        world.at(
            &format!("imap://{host}:{}", world.dovecot.imap),
            &[&args[..], &["--insecure-auth", "--tls", "never"]].concat(),
        )
    };
    [at("127.0.0.1").expect(0), at(STRANGER).expect(0).says(&["it is done here"])]
}

/// Numbers that look like chance, the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % limit
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const SUBJECTS: [&str; 12] = [
    "hola",
    "Hola",
    "adios",
    "=?utf-8?q?=C3=A1rbol?=",
    "[rust] tea",
    "tea",
    "zeta (fwd)",
    "",
    "[x]",
    "plan  B",
    "Árbol",
    "q: w",
];
const PREFIXES: [&str; 9] = ["", "", "", "Re: ", "RE: re: ", "Fwd: ", "[list] Re: ", "Re[2]: ", "[Fwd: "];
const PEOPLE: [&str; 9] = [
    "Begoña <b@x.test>",
    "a@x.test",
    "=?utf-8?q?=C3=81lvaro?= <z@y.test>",
    "\"Q, R\" <Q@y.test>",
    "friends: c@x.test, d@x.test;",
    "none:;",
    "M@x.test, a@x.test",
    "zoe <m@a.test>",
    "",
];

/// A message that may answer some before it, or some that never were.
fn message(n: usize, chance: &mut Chance) -> String {
    let prefix = chance.one_of(&PREFIXES);
    let end = if prefix == "[Fwd: " { "]" } else { "" };
    let mut message = format!("Subject: {prefix}{}{end}\r\n", chance.one_of(&SUBJECTS));
    for (field, odds) in [("From", 9), ("To", 8), ("Cc", 4)] {
        if chance.below(10) < odds {
            message += &format!("{field}: {}\r\n", chance.one_of(&PEOPLE));
        }
    }
    if chance.below(10) > 0 {
        let zone = chance.one_of(&["+0000", "+0200", "-0730", "EST"]);
        message += &format!(
            "Date: {} Nov 2026 {:02}:00:0{} {zone}\r\n",
            chance.below(5) + 1,
            chance.below(24),
            chance.below(3)
        );
    }
    if chance.below(10) > 0 {
        message += &format!("Message-ID: <{}@x>\r\n", if chance.below(30) == 0 { chance.below(n + 1) } else { n });
    }
    for (field, odds, most) in [("References", 5, 4), ("In-Reply-To", 4, 1)] {
        if chance.below(10) < odds {
            let ids = (0..=chance.below(most)).map(|_| identifier(n, chance)).collect::<Vec<_>>().join(" ");
            message += &format!("{field}: {ids}\r\n");
        }
    }
    message + &format!("\r\n{}\r\n", "x".repeat(n % 7))
}

/// Mostly that of an earlier message.
fn identifier(n: usize, chance: &mut Chance) -> String {
    match chance.below(8) {
        0 => format!("<lost{}@x>", chance.below(20)),
        1 => format!("<{}@x>", chance.below(COUNT)),
        _ => format!("<{}@x>", chance.below(n + 1)),
    }
}

#[test]
fn dovecot_says_the_same() {
    or_skip!(need());
    for seed in [1, 2, 3] {
        let mut chance = Chance(seed);
        let world = World::with(&poor(), (0..COUNT).map(|n| message(n, &mut chance)).collect());
        for order in [
            "subject",
            "-subject,from",
            "from,to",
            "-to,cc",
            "cc,-date",
            "date",
            "-date,subject",
            "size,-arrival",
            "arrival",
            "displayfrom",
            "-displayto,size",
        ] {
            let [theirs, ours] = both(&world, &["sort", order]).map(|outcome| outcome.field("uid"));
            assert_eq!((theirs.len(), &ours), (COUNT, &theirs), "{order}");
        }
        for algorithm in ["orderedsubject", "references"] {
            let [theirs, ours] = both(&world, &["thread", "--algorithm", algorithm]).map(|outcome| {
                let row = |row: serde_json::Value| format!("{} {} {}", row["uid"], row["parent"], row["depth"]);
                outcome.json().into_iter().map(row).collect::<Vec<_>>()
            });
            assert_eq!((theirs.len(), &ours), (COUNT, &theirs), "{algorithm}");
        }
        let [theirs, ours] = both(&world, &["sort", "date", "subject:hola"]).map(|outcome| outcome.field("uid"));
        assert!(theirs.len() > 10 && ours == theirs, "{theirs:?} {ours:?}");
    }
}
