//! Servers that do not know the password and say that they do, or that play with a login: over each protocol.

use super::encoding::base64;
use super::leaks::Secrets;
use super::{Mailtool, Outcome};
use crate::mock::{Heard, Imap, Pop3, Server, Smtp, imap, pop3, smtp};

const PASSWORD: &str = "s3cr3t-CANARY";
/// A challenge of DIGEST-MD5 that is in order.
const CHALLENGE: &str = "realm=\"x.test\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8";

/// A login over each protocol, with a server that says these one after the other, and then that all is well.
fn everywhere(mechanism: &str, says: &[String]) -> [(Outcome, Heard); 3] {
    let login = ["-u", "alicia", "--password-env", "SECRET", "--auth", mechanism];
    let (first, second) = (&says[0], says.get(1));

    let rules = Smtp::offering(&[&format!("AUTH {mechanism}")]).on("AUTH", &format!("334 {first}"));
    let again = second.into_iter().fold(rules, |rules, said| rules.once(smtp::CREDENTIALS, &format!("334 {said}")));
    let server = Server::smtp(again);
    let outcome = Mailtool::letter(&server.address()).args(login).env("SECRET", PASSWORD).run();
    let by_smtp = (outcome, server.finish_one());

    let rules = Imap::offering(&format!("SASL-IR AUTH={mechanism}")).on("AUTHENTICATE", &format!("+ {first}"));
    let again = second.into_iter().fold(rules, |rules, said| rules.once(imap::CREDENTIALS, &format!("+ {said}")));
    let server = Server::imap(again);
    let status = Mailtool::new(["imap", "-s", &format!("imap://{}", server.address()), "status"]);
    let by_imap = (status.args(login).env("SECRET", PASSWORD).run(), server.finish_one());

    let rules = Pop3::offering(&[&format!("SASL {mechanism}")]).on("AUTH", &format!("+ {first}"));
    let again = second.into_iter().fold(rules, |rules, said| rules.once(pop3::CREDENTIALS, &format!("+ {said}")));
    let server = Server::pop3(again);
    let stat = Mailtool::new(["pop", "-s", &format!("pop3://{}", server.address()), "stat"]);
    let by_pop = (stat.args(login).env("SECRET", PASSWORD).run(), server.finish_one());
    [by_smtp, by_imap, by_pop]
}

/// That the login ended so, and that nothing was done behind it.
fn ended(mechanism: &str, says: &[&str], code: i32, words: &str) {
    let encoded: Vec<String> = says.iter().map(|said| base64(said.as_bytes())).collect();
    for (outcome, heard) in everywhere(mechanism, &encoded) {
        let outcome = outcome.expect(code).says(&[words]);
        Secrets::of(PASSWORD).and_answers(&heard.octets).not_in(&outcome.everything(None), words);
        Secrets::of(PASSWORD).not_in(&heard.octets, words);
        assert!(!outcome.err().contains("line-too-long"), "12288 octets are allowed (RFC 4954 §4): {outcome}");
        assert!(!heard.has("MAIL") && !heard.text().contains(" STATUS ") && !heard.has("STAT"), "{says:?}: {heard:?}");
    }
}

#[test]
fn who_cannot_prove_itself_with_digest_md5_is_not_believed() {
    let stale = format!("{CHALLENGE},stale=true");
    ended("DIGEST-MD5", &[CHALLENGE], 77, "success without proving that it knows the password");
    let forged = "rspauth=ea40f60335c427b5527b84dbabcdfffd";
    ended("DIGEST-MD5", &[CHALLENGE, forged], 77, "it does not know the password");
    ended("DIGEST-MD5", &[CHALLENGE, &stale], 76, "calls its fresh nonce stale");
    ended("DIGEST-MD5", &[CHALLENGE, CHALLENGE], 76, "no rspauth=");
    // What is right says so once.
    for (outcome, heard) in everywhere("DIGEST-MD5", &[base64(CHALLENGE.as_bytes()), base64(forged.as_bytes())]) {
        let stars = heard.lines().iter().filter(|line| *line == "*").count();
        assert_eq!(stars, 1, "the exchange is called off: {outcome}\n{heard:?}");
    }
}

#[test]
fn challenges_of_digest_md5_that_are_none() {
    for (challenge, code, words) in [
        ("what?", 76, "a list of name=value"),
        ("nonce=x,nonce=y,algorithm=md5-sess", 76, "a directive stands twice"),
        ("nonce=x,algorithm=md5", 76, "algorithm= is not md5-sess"),
        ("algorithm=md5-sess", 76, "no nonce="),
        ("nonce=x,algorithm=md5-sess,qop=\"auth-int,auth-conf\"", 77, "a layer of DIGEST-MD5's own"),
        (&format!("nonce=x,algorithm=md5-sess,x={}", "y".repeat(2048)), 76, "octets is too long"),
    ] {
        ended("DIGEST-MD5", &[challenge], code, words);
    }
}

#[test]
fn challenges_without_measure_or_meaning() {
    let huge = "A".repeat(1 << 20);
    for mechanism in ["SCRAM-SHA-256", "DIGEST-MD5", "CRAM-MD5"] {
        for says in ["not base64!", "QQ=", &huge] {
            for (outcome, heard) in everywhere(mechanism, &[says.to_owned()]) {
                outcome.expect(76);
                Secrets::of(PASSWORD).not_in(&heard.octets, mechanism);
                assert!(!heard.has("MAIL") && !heard.has("STAT") && !heard.text().contains(" STATUS "), "{heard:?}");
            }
        }
    }
}
