//! Logins without a password: access tokens, certificates, and nobody in particular.

use super::encoding::base64;
use super::leaks::Secrets;
use super::{Mailtool, Outcome};
use crate::mock::{Imap, Pop3, Server, Smtp, imap, pop3, smtp};
use crate::peers::ca::{Authority, Files, Request};
use crate::peers::dovecot::{self, ALICIA, Dovecot};
use crate::peers::postfix::{self, Postfix};
use crate::peers::token::token;
use crate::peers::{self, or_skip};

/// The mechanisms that take a token.
const BEARERS: [&str; 2] = ["XOAUTH2", "OAUTHBEARER"];
/// What a server says of a token, and what none should say.
const REASON: &str = "{\"scope\":\"\\u001b[2Jmail\",\"status\":\"invalid_token\"}";

fn need() -> Result<(), peers::Skip> {
    postfix::need().and(dovecot::need()).and(peers::ca::need())
}

/// Who speaks three protocols and takes tokens.
struct World {
    files: Files,
    authority: Authority,
    dovecot: Dovecot,
    postfix: Postfix,
}

impl World {
    fn new(mechanisms: &str, extra: impl FnOnce(&Authority) -> String) -> World {
        let authority = Authority::throw_away();
        let files = authority.server(&["127.0.0.1"]);
        let extra = extra(&authority);
        let options = dovecot::Options {
            certificate: Some(&files),
            mechanisms,
            tokens: true,
            extra: &extra,
            ..dovecot::Options::default()
        };
        let dovecot = Dovecot::start(&options);
        let postfix = postfix::Options { certificate: Some(&files), dovecot: Some(&dovecot), ..Default::default() };
        let postfix = Postfix::start(&postfix);
        World { files, authority, dovecot, postfix }
    }

    /// A login over each protocol, with `args`.
    fn everywhere(&self, args: &[&str], secret: &str) -> [Outcome; 3] {
        let (imap, pop) =
            (format!("imaps://127.0.0.1:{}", self.dovecot.imaps), format!("127.0.0.1:{}", self.dovecot.pop3));
        let smtp = format!("127.0.0.1:{}", self.postfix.smtp);
        let ca = self.files.ca.to_str().expect("a path in UTF-8");
        let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--body", "x"];
        let all = [
            Mailtool::new(["imap", "-s", &imap, "status"]),
            Mailtool::new(["pop", "-s", &pop, "--tls", "starttls", "stat"]),
            Mailtool::send(&smtp, ["--tls", "starttls"]).args(people),
        ];
        all.map(|run| run.args(["--ca", ca, "-v"]).args(args).env("TOKEN", secret).run())
    }
}

/// A login with a token, by a mechanism.
fn bearer(mechanism: &str) -> Vec<&str> {
    vec!["-u", ALICIA.0, "--token-cmd", "echo $TOKEN; echo more", "--auth", mechanism]
}

#[test]
fn dovecot_takes_tokens_over_every_protocol() {
    or_skip!(need());
    let world = World::new("plain xoauth2 oauthbearer", |_| String::new());
    let (good, stale, other) = (token(ALICIA.0, 3600), token(ALICIA.0, -60), token("pepe", 3600));
    for mechanism in BEARERS {
        for outcome in world.everywhere(&bearer(mechanism), &good) {
            let outcome = outcome.expect(0).says(&[&format!("{mechanism} ••••")]);
            Secrets::of(&good).not_in(&outcome.everything(None), mechanism);
        }
        for wrong in [&stale, &other] {
            for outcome in world.everywhere(&bearer(mechanism), wrong) {
                let outcome =
                    outcome.expect(77).says(&[mechanism, "is refused; the server reports: status invalid_token"]);
                Secrets::of(wrong).not_in(&outcome.everything(None), mechanism);
            }
        }
    }
    // Of what is offered a token takes its own, and never goes where a password would.
    for outcome in world.everywhere(&["-u", ALICIA.0, "--token-cmd", "echo $TOKEN"], &good) {
        outcome.expect(0).says(&["OAUTHBEARER ••••"]);
    }
    for outcome in world.everywhere(&bearer("PLAIN"), &good) {
        outcome.expect(77).says(&["takes a password: PLAIN"]);
    }
}

#[test]
fn what_the_server_reports_is_told_harmlessly_and_answered() {
    let challenge = base64(REASON.as_bytes());
    for (mechanism, dummy) in [("XOAUTH2", ""), ("OAUTHBEARER", "AQ==")] {
        let rules = Smtp::offering(&[&format!("AUTH {mechanism}")]).on("AUTH", &format!("334 {challenge}"));
        let server = Server::smtp(rules.on(smtp::CREDENTIALS, "535 5.7.8 no"));
        let send = Mailtool::letter(&server.address()).args(bearer(mechanism)).env("TOKEN", "s3cr3t-CANARY");
        told(send.run(), server, mechanism, dummy);

        let rules = Imap::offering(&format!("SASL-IR AUTH={mechanism}")).on("AUTHENTICATE", &format!("+ {challenge}"));
        let server = Server::imap(rules.on(imap::CREDENTIALS, "@@ NO [AUTHENTICATIONFAILED] no"));
        let status = Mailtool::new(["imap", "-s", &format!("imap://{}", server.address()), "status"]);
        told(status.args(bearer(mechanism)).env("TOKEN", "s3cr3t-CANARY").run(), server, mechanism, dummy);

        let rules = Pop3::offering(&[&format!("SASL {mechanism}")]).on("AUTH", &format!("+ {challenge}"));
        let server = Server::pop3(rules.on(pop3::CREDENTIALS, "-ERR [AUTH] no"));
        let stat = Mailtool::new(["pop", "-s", &format!("pop3://{}", server.address()), "stat"]);
        told(stat.args(bearer(mechanism)).env("TOKEN", "s3cr3t-CANARY").run(), server, mechanism, dummy);
    }
}

fn told(outcome: Outcome, server: Server, mechanism: &str, dummy: &str) {
    let outcome = outcome.expect(77).says(&["reports: status invalid_token, scope \\x1b[2Jmail"]);
    Secrets::of("s3cr3t-CANARY").not_in(&outcome.everything(None), mechanism);
    let heard = server.finish_one();
    assert!(heard.lines().iter().any(|line| line == dummy), "{mechanism}: {heard:?}");
}

#[test]
fn success_behind_a_report_is_not_believed() {
    for mechanism in BEARERS {
        let rules = Smtp::offering(&[&format!("AUTH {mechanism}")]).on("AUTH", &format!("334 {}", base64(b"{}")));
        let server = Server::smtp(rules);
        Mailtool::letter(&server.address()).args(bearer(mechanism)).env("TOKEN", "t").run().expect(76);
        assert!(!server.finish_one().has("MAIL"));
    }
}

#[test]
fn tokens_that_are_none_and_commands_that_fail() {
    let server = Server::smtp(Smtp::offering(&["AUTH XOAUTH2 PLAIN"]));
    for (command, code, words) in
        [("echo a b", 77, "RFC 6750"), ("true", 78, "the token is empty"), ("exit 3", 78, "--token-cmd ended with")]
    {
        let args = ["-u", "alicia", "--token-cmd", command];
        Mailtool::letter(&server.address()).args(args).run().expect(code).says(&[words]);
    }
    let args = ["-u", "alicia", "--auth", "XOAUTH2"];
    Mailtool::letter(&server.address()).args(args).run().expect(64).says(&["--token-cmd"]);
    let both = ["-u", "alicia", "--token-cmd", "echo x", "--password-env", "SECRET"];
    Mailtool::letter(&server.address()).args(both).run().expect(64);
    // A token goes over clear text no more than a password does.
    let name = format!("localhost:{}", server.port);
    let clear = Mailtool::letter(&name).args(["--tls", "never", "-u", "alicia", "--token-cmd", "echo s3cr3t"]);
    clear.run().expect(77).says(&["clear text"]);
    assert!(server.finish().iter().all(|heard| !heard.has("AUTH")));
}

#[test]
fn nobody_in_particular() {
    or_skip!(need());
    let world = World::new("plain anonymous", |_| "auth_anonymous_username = alicia\n".to_owned());
    for user in ["guest@example.test", ""] {
        let outcomes = world.everywhere(&["-u", user, "--auth", "ANONYMOUS"], "");
        for outcome in outcomes.into_iter().take(2) {
            outcome.expect(0).says(&["ANONYMOUS ••••"]);
        }
    }
    // Never unless it is asked for.
    let server = Server::smtp(Smtp::offering(&["AUTH ANONYMOUS EXTERNAL"]));
    let send =
        Mailtool::letter(&server.address()).args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", "x");
    send.run().expect(77).says(&["only when asked for by name: ANONYMOUS EXTERNAL"]);
    assert!(!server.finish_one().has("AUTH"));
}

#[test]
fn who_is_known_by_a_certificate() {
    or_skip!(need());
    let world = World::new("plain external", |authority| {
        format!(
            "ssl_ca = <{}\nssl_verify_client_cert = yes\nssl_cert_username_field = commonName\n\
             ssl_require_crl = no\nauth_ssl_username_from_cert = yes\n\
             passdb {{\n driver = static\n mechanisms = external\n args = nopassword=y\n}}\n",
            authority.ca().display()
        )
    });
    let ours = world.authority.issue(&Request { usage: "clientAuth", ..Request::server(&[ALICIA.0]) });
    let tunnel = |identity: &str| {
        let tunnel =
            format!("openssl s_client -quiet {identity} -connect 127.0.0.1:{} 2>/dev/null", world.dovecot.imaps);
        let args = ["imap", "--tunnel", &tunnel, "--auth", "EXTERNAL", "-u", ALICIA.0, "status"];
        Mailtool::new(args).run()
    };
    let shown = tunnel(&format!("-cert {} -key {}", ours.certificate.display(), ours.key.display()));
    shown.expect(0).says(&["AUTHENTICATE EXTERNAL ••••"]);
    tunnel("").expect(77);
}
