//! Mailboxes of several users: given by ACL, found in a namespace, read by the other; with notes (METADATA) and limits
//! (QUOTA). Dovecot with its plugins and Cyrus as it is do the same.

use super::super::{Mailtool, Outcome, Room};
use super::message;
use crate::peers::cyrus::{self, Cyrus};
use crate::peers::dovecot::{ALICIA, Dovecot, Options, PEPE, SHARING};
use crate::peers::{self, or_skip};

type User = (&'static str, &'static str);

/// Where alicia and pepe share mailboxes.
struct House {
    port: u16,
    /// What stands before the names of alicia's mailboxes for pepe.
    prefix: &'static str,
    /// How he is told that he may not write.
    refused: i32,
    room: Room,
}

impl House {
    fn new(port: u16, prefix: &'static str, refused: i32) -> House {
        House { port, prefix, refused, room: Room::new() }
    }

    fn by(&self, (user, password): User, args: &[&str]) -> Outcome {
        let login = ["-s", &format!("imap://127.0.0.1:{}", self.port), "-u", user, "--password-env", "SECRET"];
        let fixed = ["--auth", "plain", "--timeout", "10", "-q", "--json"];
        Mailtool::new(["imap"]).args(args).args(login).args(fixed).env("SECRET", password).run()
    }

    fn alicia(&self, args: &[&str]) -> Outcome {
        self.by(ALICIA, args).expect(0)
    }

    fn pepe(&self, args: &[&str]) -> Outcome {
        self.by(PEPE, args)
    }

    /// What pepe calls it.
    fn theirs(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// alicia gives pepe a mailbox to read; he finds it, reads it, and can do nothing else; then she takes it back.
fn share(house: &House) {
    let casa = house.theirs("Casa");
    let letter = house.room.file("letter.eml", message("para los dos", "hola"));
    house.alicia(&["create", "Casa"]);
    house.alicia(&["append", "Casa", &letter]);
    house.pepe(&["fetch", "1", "--envelope", "-m", &casa]).expect(67);

    house.alicia(&["acl", "set", "pepe", "lrs", "-m", "Casa"]);
    let rights = house.alicia(&["acl", "get", "-m", "Casa"]);
    assert!(rights.json().iter().any(|row| row["identifier"] == "pepe" && row["rights"] == "lrs"), "{rights}");
    let there = house.pepe(&["list"]).expect(0);
    assert!(there.field("mailbox").contains(&casa), "{there}");
    let mine = house.pepe(&["acl", "rights", "-m", &casa]).expect(0);
    assert_eq!(mine.field("rights"), ["lrs"], "{mine}");
    let spaces = house.pepe(&["namespace"]).expect(0);
    assert!(spaces.field("kind").contains(&"other".to_owned()), "{spaces}");

    let read = house.pepe(&["fetch", "1", "--flags", "--envelope", "-m", &casa]).expect(0);
    assert_eq!(read.json()[0]["envelope"]["subject"], "para los dos");
    // What is seen by him is not by her.
    house.pepe(&["flag", "1", "--add", "seen", "-m", &casa]).expect(0);
    assert_eq!(house.pepe(&["search", "seen", "-m", &casa]).expect(0).field("uid"), ["1"]);
    assert_eq!(house.alicia(&["search", "unseen", "-m", "Casa"]).field("uid"), ["1"]);
    house.pepe(&["append", &casa, &letter]).expect(house.refused);
    house.pepe(&["acl", "set", "pepe", "+w", "-m", &casa]).expect(house.refused);
    assert_eq!(house.alicia(&["status", "Casa"]).field("messages"), ["1"]);

    // She lets him write too, and takes everything back.
    house.alicia(&["acl", "set", "pepe", "+i", "-m", "Casa"]);
    house.pepe(&["append", &casa, &letter]).expect(0);
    house.alicia(&["acl", "delete", "pepe", "-m", "Casa"]);
    house.pepe(&["fetch", "1", "--envelope", "-m", &casa]).expect(67);
    assert!(!house.pepe(&["list"]).expect(0).field("mailbox").contains(&casa));
}

fn notes(house: &House) {
    house.alicia(&["metadata", "set", "/private/comment=nuestra \"ñ\"", "-m", "Casa"]);
    let entry = || house.by(ALICIA, &["metadata", "get", "/private/comment", "-m", "Casa"]);
    assert_eq!(entry().expect(0).field("value"), ["nuestra \"ñ\""]);
    house.alicia(&["metadata", "set", "/private/comment=", "-m", "Casa"]);
    entry().expect(1);
}

#[test]
fn dovecot_shares() {
    or_skip!(peers::dovecot::need());
    let dovecot = Dovecot::start(&Options { extra: SHARING, ..Options::default() });
    let house = House::new(dovecot.imap, "shared/alicia/", 77);
    share(&house);
    notes(&house);
    let quota = house.alicia(&["quota"]);
    assert_eq!((quota.field("resource"), quota.field("limit")), (vec!["STORAGE".into()], vec!["1024".into()]));
    let large = house.room.file("large.eml", message("large", &"x".repeat(3 << 20)));
    house.by(ALICIA, &["append", "INBOX", &large]).expect(69).says(&["OVERQUOTA"]);
    // With all of its plugins it still tells the truth.
    let outcome = house.alicia(&["doctor"]);
    let special = outcome.json().into_iter().find(|row| row["check"] == "special-use").expect("the check");
    assert_eq!((special["verdict"].as_str(), special["seen"].as_str()), (Some("ok"), Some("1 marked, 1 selected")));
    for check in ["acl", "quota", "metadata"] {
        let row = outcome.json().into_iter().find(|row| row["check"] == check).expect("the check");
        assert_eq!(row["verdict"], "ok", "{row}");
    }
}

#[test]
fn cyrus_shares() {
    or_skip!(cyrus::need());
    let cyrus = Cyrus::start(None, "");
    let house = House::new(cyrus.imap, "Other Users/alicia/", 69);
    share(&house);
    notes(&house);
    let quota = house.alicia(&["quota"]);
    assert!(quota.field("limit").contains(&"1024".to_owned()), "{quota}");
}
