//! Letters to Exim, which does some things otherwise than Postfix.

use super::{Mailtool, Room};
use crate::peers::ca::Authority;
use crate::peers::dovecot::ALICIA;
use crate::peers::exim::{self, Exim};
use crate::peers::{self, or_skip};

#[test]
fn a_letter_over_tls_with_a_login() {
    or_skip!(exim::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["exim.example.test", "127.0.0.1"]);
    let exim = Exim::start(exim::Options { certificate: Some(&files), ..Default::default() });
    let room = Room::new();
    let password = room.file("password", format!("{}\n", ALICIA.1));
    let ca = authority.ca().to_str().expect("a path in UTF-8");
    let login = ["--tls", "starttls", "--ca", ca, "-u", ALICIA.0, "--password-file", &password];
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];
    let letter = || Mailtool::send(&format!("127.0.0.1:{}", exim.smtp), login).args(people);
    for (mechanism, count) in [("plain", 1), ("cram-md5", 2)] {
        let outcome = letter().args(["--auth", mechanism, "--json", "--body", ".\nhola"]).run().expect(3);
        assert_eq!(outcome.field("status"), ["delivered", "refused"], "{outcome}");
        let id = outcome.field("queue_id")[0].clone();
        assert!(exim.child().log().contains(&format!("{id} <= alicia@example.test")), "{outcome}");
        let mail = exim.arrived("pepe", count).pop().expect("a message");
        assert!(mail.ends_with("\n\n.\nhola\n") && mail.contains("with esmtpsa"), "{mail}");
    }
}
