//! Client against server for every mechanism, and what all of them have in common.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::base::Secret;

/// One user, or anybody.
pub(super) struct People {
    user: &'static str,
    password: &'static str,
    any: bool,
}

impl People {
    pub(super) const ANY: People = People { user: "", password: "", any: true };

    pub(super) fn of(user: &'static str, password: &'static str) -> People {
        People { user, password, any: false }
    }
}

impl Users for People {
    fn password(&self, user: &str) -> Option<Secret> {
        (!self.any && user == self.user).then(|| Secret::new(self.password))
    }

    fn any_password(&self) -> bool {
        self.any
    }
}

pub(super) fn credentials(user: &str, password: &str) -> Credentials {
    Credentials::with_password(user, Secret::new(password))
}

pub(super) fn bearer(user: &str, token: &str) -> Credentials {
    Credentials { held: Held::Token(Secret::new(token)), ..credentials(user, "") }
}

pub(super) fn base64(octets: &[u8]) -> String {
    STANDARD.encode(octets)
}

/// What the mechanism takes.
fn suited(mechanism: Mechanism, user: &str, secret: &str) -> Credentials {
    if mechanism.takes() == Means::Token { bearer(user, secret) } else { credentials(user, secret) }
}

pub(super) fn binding() -> Binding {
    Binding { kind: "tls-exporter", data: b"exported from this channel alone".to_vec() }
}

fn gs2(mechanism: Mechanism) -> Gs2 {
    if mechanism.is_bound() { Gs2::Bound(binding()) } else { Gs2::Unbound }
}

fn begin(gs2: &Gs2) -> Begin<'_> {
    Begin { nonce: "nonce-of-the-client", gs2, service: "smtp/mail.example" }
}

/// Those with two halves.
fn served() -> impl Iterator<Item = Mechanism> {
    Mechanism::ALL.iter().copied().filter(|mechanism| mechanism.is_served())
}

const CANARY: &str = "s3cr3t-CANARY";

fn pair(mechanism: Mechanism, user: &str, password: &str) -> (Client, Server) {
    let gs2 = gs2(mechanism);
    let client = Client::begin(mechanism, &suited(mechanism, user, password), &begin(&gs2)).unwrap();
    let (nonce, id, salt) = ("nonce-of-the-server", "<1.2@mail.example>", b"salt of octets");
    let server = Server::bound(mechanism, nonce, id, salt, Some(&binding())).unwrap();
    (client, server)
}

/// Plays an exchange to its end, with or without an initial response.
fn play(client: &mut Client, server: &mut Server, people: &People, with_initial: bool) -> (Step, Result<(), Error>) {
    let initial = if with_initial { client.initial().unwrap() } else { None };
    let mut response = match initial {
        Some(initial) => initial,
        None => client.step(&server.first().unwrap()).unwrap(),
    };
    loop {
        match server.step(&response, people) {
            Step::Challenge(challenge) => response = client.step(&challenge).unwrap(),
            Step::Accepted { data: Some(data), authcid, authzid } => {
                let outcome = client.finish_with(&data);
                return (Step::Accepted { data: None, authcid, authzid }, outcome);
            }
            step => {
                let outcome = client.finish();
                return (step, outcome);
            }
        }
    }
}

#[test]
fn the_right_password_is_accepted_by_every_mechanism() {
    let people = People::of("tim", CANARY);
    for mechanism in served() {
        for with_initial in [true, false] {
            let (mut client, mut server) = pair(mechanism, "tim", CANARY);
            let (step, outcome) = play(&mut client, &mut server, &people, with_initial);
            assert_eq!(step, Step::Accepted { authcid: "tim".into(), authzid: None, data: None }, "{mechanism}");
            assert_eq!(outcome, Ok(()), "{mechanism}");
            assert_eq!(client.step(b"more"), Err(Error::Over));
        }
    }
}

#[test]
fn wrong_passwords_and_unknown_users_are_refused_alike() {
    let people = People::of("tim", CANARY);
    for mechanism in served() {
        for (user, password) in [("tim", "other"), ("tam", CANARY), ("tam", "nobody-has-this")] {
            let (mut client, mut server) = pair(mechanism, user, password);
            let (step, _) = play(&mut client, &mut server, &people, true);
            assert_eq!(step, Step::Refused(Refusal::Credentials), "{mechanism} {user}");
        }
    }
}

#[test]
fn a_catcher_takes_anybody_where_the_password_is_spoken() {
    for mechanism in served() {
        let (mut client, mut server) = pair(mechanism, "anybody", "anything");
        let (step, _) = play(&mut client, &mut server, &People::ANY, true);
        assert_eq!(matches!(step, Step::Accepted { .. }), mechanism.sends_secret(), "{mechanism}");
    }
}

#[test]
fn the_order_of_calls_is_kept() {
    for mechanism in served().filter(|mechanism| mechanism.client_first()) {
        let (mut client, mut server) = pair(mechanism, "tim", CANARY);
        client.initial().unwrap();
        assert_eq!(client.initial(), Err(Error::Unexpected(mechanism)));
        let (mut client, _) = pair(mechanism, "tim", CANARY);
        assert_eq!(client.step(b"what?"), Err(Error::Unexpected(mechanism)), "the server does not speak first");
        assert_eq!(server.first().as_deref(), Some(&b""[..]));
        assert_eq!(server.first(), None);
    }
    for mechanism in served() {
        let (mut client, _) = pair(mechanism, "tim", CANARY);
        assert!(client.finish().unwrap_err().is_peers_fault(), "{mechanism}: success before anything was said");
    }
}

#[test]
fn huge_messages_are_not_looked_at() {
    let huge = vec![b'A'; 1 << 20];
    for mechanism in served() {
        let (mut client, mut server) = pair(mechanism, "tim", CANARY);
        assert_eq!(client.step(&huge), Err(Error::TooLong(1 << 20)));
        server.first();
        assert!(matches!(server.step(&huge, &People::ANY), Step::Refused(Refusal::Malformed(_))));
    }
}

#[test]
fn empty_and_divided_fields_are_refused_before_anything_is_said() {
    for mechanism in served() {
        let gs2 = gs2(mechanism);
        let error = |given: Credentials| Client::begin(mechanism, &given, &begin(&gs2)).unwrap_err();
        let (given, name) = (|user, secret| suited(mechanism, user, secret), mechanism.takes().name());
        assert_eq!(error(given("", "pw")), Error::Empty("user name"));
        assert_eq!(error(given("tim", "")), Error::Empty(name));
        assert_eq!(error(given("t\0m", "pw")), Error::Nul("user name"));
        assert_eq!(error(given("tim", "p\0w")), Error::Nul(name));
        let authzid = Some("a\0b".into());
        assert_eq!(error(Credentials { authzid, ..given("tim", "pw") }), Error::Nul("authorization identity"));
        let other = if mechanism.takes() == Means::Token { credentials("tim", "pw") } else { bearer("tim", "pw") };
        assert_eq!(error(other), Error::Lacks(mechanism, name));
    }
}

#[test]
fn debug_shows_no_password() {
    let people = People::of("tim", CANARY);
    for mechanism in served() {
        let (mut client, mut server) = pair(mechanism, "tim", CANARY);
        let before = format!("{client:?} {server:?} {:?}", credentials("tim", CANARY));
        let (step, outcome) = play(&mut client, &mut server, &people, true);
        let shown = format!("{before} {client:?} {server:?} {step:?} {outcome:?}");
        for secret in [CANARY, "czNjcjN0LUNBTkFSWQ", "115, 51, 99"] {
            assert!(!shown.contains(secret), "{mechanism}: {shown}");
        }
    }
    assert_eq!(format!("{:?}", Step::Challenge(b"v=secret".to_vec())), "Challenge(8 octets)");
}
