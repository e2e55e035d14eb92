//! DIGEST-MD5 where users belong to realms.

use super::{Mailtool, Outcome};
use crate::peers::dovecot::{self, ALICIA, Dovecot};
use crate::peers::or_skip;

/// With what is said, explained.
fn by_digest(run: Mailtool, user: &str, password: &str) -> Outcome {
    let login = ["-u", user, "--password-env", "SECRET", "--auth", "digest-md5", "--show-secrets", "--explain"];
    run.args(login).env("SECRET", password).run()
}

#[test]
fn of_dovecot() {
    or_skip!(dovecot::need());
    let realms = "auth_realms = other.test example.test\n";
    let dovecot = Dovecot::start(&dovecot::Options { extra: realms, ..dovecot::Options::default() });
    let url = format!("imap://127.0.0.1:{}", dovecot.imap);
    let status = |user, password| by_digest(Mailtool::new(["imap", "-s", &url, "status"]), user, password);
    let outcome = status("alicia@example.test", ALICIA.1).expect(0);
    outcome.says(&["username=alicia: ", "realm=example.test: ", "digest-uri=imap/127.0.0.1: "]);
    status("alicia", ALICIA.1).expect(0).says(&["username=alicia: ", "realm=other.test: "]);
    status("alicia", "wrong").expect(77);
}
