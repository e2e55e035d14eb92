//! Accounts, the environment and netrc: what stands above what, that no secret goes to a server or for a user that it
//! is not for, and what `config show` tells.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::encoding::unbase64;
use super::leaks::Secrets;
use super::{Mailtool, Outcome, Room, bridge, exchange};
use crate::mock::dns::{Dns, Script};
use crate::mock::{Heard, Imap, Pop3, Server, Smtp};
use crate::peers::free_port_on;

const PASSWORD: &str = "s3cr3t-CANARY";

/// A server of PLAIN.
fn smtp() -> Server {
    Server::smtp(Smtp::offering(&["AUTH PLAIN", "PIPELINING"]))
}

/// The accounts `work`, which is the default one, and `home`, for what comes behind `[account.work]`.
fn accounts(port: u16, more: &str) -> String {
    format!(
        "default = \"work\"\n[account.work]\nfrom = \"Alicia <alicia@work.test>\"\nmatch = [\"*@*.work.test\"]\n\
         user = \"alicia\"\npassword-cmd = \"echo {PASSWORD}\"\n{more}\n\
         [account.work.send]\nserver = \"smtp://127.0.0.1:{port}\"\n\
         [account.home]\nfrom = \"a@home.test\"\nuser = \"pepe\"\npassword = \"{PASSWORD}\"\n\
         [account.home.send]\nserver = \"smtp://127.0.0.1:{port}\"\n"
    )
}

/// A room with a configuration that nobody else can read.
fn room(config: &str) -> Room {
    let room = Room::new();
    private(&room.file("config.toml", config));
    room
}

fn private(path: &str) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("a file of ours");
}

/// `mailtool --config … ARGS`.
fn mailtool(room: &Room, args: &[&str]) -> Mailtool {
    Mailtool::new(["--config", &room.at("config.toml"), "--timeout", "5"]).args(args)
}

/// A letter to Pepe.
fn send(room: &Room, args: &[&str]) -> Mailtool {
    mailtool(room, &["send", "--to", "pepe@example.test", "--body", "hola"]).args(args)
}

/// Who logged in by PLAIN, if anybody did.
fn user(heard: &Heard) -> Option<String> {
    let lines = heard.lines();
    let response = lines.iter().find_map(|line| line.strip_prefix("AUTH PLAIN "))?;
    let text = String::from_utf8(unbase64(response.as_bytes())?).expect("text");
    let fields: Vec<&str> = text.split('\0').collect();
    assert_eq!(fields.get(2), Some(&PASSWORD));
    fields.get(1).map(|&user| user.to_owned())
}

#[test]
fn an_account_says_what_flags_leave_out() {
    let server = smtp();
    let room = room(&accounts(server.port, ""));
    let letter = room.file("letter.eml", "From: X <x@lists.work.test>\nTo: pepe@example.test\n\nhola\n");
    let of_home = room.file("home.eml", "From: A@HOME.test (me)\nTo: pepe@example.test\n\nhola\n");
    let eml = |path: &str| mailtool(&room, &["send", "--eml", path]);
    for (mailtool, user_of, sender) in [
        (send(&room, &[]), "alicia", "alicia@work.test"),
        (send(&room, &["--account", "home"]), "pepe", "a@home.test"),
        (send(&room, &[]).env("MAILTOOL_ACCOUNT", "home"), "pepe", "a@home.test"),
        (send(&room, &["--account", "work"]).env("MAILTOOL_ACCOUNT", "home"), "alicia", "alicia@work.test"),
        (send(&room, &["--from", "a@home.test"]), "pepe", "a@home.test"),
        (send(&room, &["-H", "From: <a@home.test>"]), "pepe", "a@home.test"),
        (send(&room, &["--from", "b@x.work.test"]), "alicia", "b@x.work.test"),
        (send(&room, &["--from", "b@elsewhere.test"]), "alicia", "b@elsewhere.test"),
        (eml(&letter), "alicia", "x@lists.work.test"),
        (eml(&of_home), "pepe", "A@HOME.test"),
    ] {
        let before = server.connections();
        let outcome = mailtool.run().expect(0);
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), "an account");
        let heard = server.heard();
        assert_eq!(heard.len(), before + 1);
        let heard = heard.last().expect("a connection");
        assert_eq!(user(heard).as_deref(), Some(user_of), "{outcome}");
        assert!(heard.has(&format!("MAIL FROM:<{sender}>")), "{outcome}");
    }
    // The author of a message that is only built.
    let built = mailtool(&room, &["mime", "build", "--body", "hola"]).run().expect(0);
    assert!(built.out().contains("From: Alicia <alicia@work.test>\r\n"), "{built}");
}

#[test]
fn without_a_word_about_it_nothing_changes() {
    let server = smtp();
    for config in ["", "# nothing\n", "[account.work]\nfrom = \"a@work.test\"\nuser = \"alicia\"\npassword = \"x\"\n"] {
        let room = room(config);
        send(&room, &["-s", &server.address(), "--from", "a@b.test"]).run().expect(0);
    }
    // An account that says nothing of a service is silent about it: mail exchangers let nobody log in.
    let room =
        room("default=\"w\"\n[account.w]\nuser = \"alicia\"\npassword = \"x\"\n[account.w.imap]\nserver = \"x\"\n");
    let args = ["--from", "a@b.test", "--dns", "127.0.0.1:9", "--timeout", "1"];
    let outcome = send(&room, &args).run().expect(75);
    assert!(!outcome.err().contains("--user"), "{outcome}");
    // Mail exchangers may be meant although there is a server.
    let room = self::room(&accounts(server.port, ""));
    send(&room, &[&args[..], &["--mx", "first"]].concat()).run().expect(75);
    assert!(server.finish().iter().all(|heard| !heard.has("AUTH")));
}

#[test]
fn no_other_host_and_no_other_user_gets_the_secret() {
    let server = smtp();
    let port = server.port;
    let room = room(&accounts(port, "insecure-auth = true\ninsecure = true\n"));
    let (other, resolve) = (format!("smtp://mail.test:{port}"), format!("mail.test:{port}:127.0.0.1"));
    let elsewhere = ["-s", &other, "--resolve", &resolve, "--tls", "never"];
    let heard = |mailtool: Mailtool, code: i32| {
        let outcome = mailtool.run().expect(code);
        (server.heard().last().map(user).unwrap_or_default(), outcome)
    };
    // The same host, by another form of URL, is the same server.
    assert_eq!(heard(send(&room, &["-s", &format!("127.0.0.1:{port}")]), 0).0.as_deref(), Some("alicia"));
    // Another one is not, whatever it resolves to, and nothing of the account is for it.
    assert_eq!(heard(send(&room, &elsewhere), 0).0, None);
    assert_eq!(
        heard(send(&room, &["--resolve", &resolve, "--tls", "never"]).env("MAILTOOL_SERVER", &other), 0).0,
        None
    );
    assert_eq!(heard(send(&room, &elsewhere).env("MAILTOOL_ACCOUNT", "work"), 0).0, None);
    let asked = heard(send(&room, &[&elsewhere[..], &["-u", "alicia"]].concat()), 78).1;
    assert!(asked.err().contains("there is no password for alicia"), "{asked}");
    let here = format!("smtp://127.0.0.1:{port}");
    // Who names nobody is the one whom the account's URL names.
    let url = format!(
        "default = \"w\"\n[account.w]\npassword = \"{PASSWORD}\"\n[account.w.send]\nserver = \"carol@127.0.0.1:{port}\"\n"
    );
    let of_carol = self::room(&url);
    let by_url = send(&of_carol, &["-s", &here, "--from", "a@b.test"]);
    assert_eq!(heard(by_url, 0).0.as_deref(), Some("carol"));
    // It is the user's who names both.
    let (named, outcome) = heard(send(&room, &[&elsewhere[..], &["--account", "work"]].concat()), 0);
    assert_eq!(named.as_deref(), Some("alicia"));
    assert!(outcome.err().contains("! the secret of account \"work\" is for mail.test"), "{outcome}");
    // Another user has another password.
    let asked = heard(send(&room, &["-u", "eve"]), 78).1;
    assert!(asked.err().contains("there is no password for eve"), "{asked}");
    let asked = heard(send(&room, &["-s", &format!("eve@127.0.0.1:{port}")]), 78).1;
    assert!(asked.err().contains("there is no password for eve"), "{asked}");
    // What the environment says of a server is for that one, too.
    let login = |mailtool: Mailtool| mailtool.env("MAILTOOL_USER", "bob").env("MAILTOOL_PASSWORD", PASSWORD);
    let by_variables = login(send(&room, &[])).env("MAILTOOL_SERVER", &here);
    assert_eq!(heard(by_variables, 0).0.as_deref(), Some("bob"));
    let tell = login(send(&room, &elsewhere)).env("MAILTOOL_SERVER", &here);
    assert_eq!(heard(tell, 0).0, None);
    // Without a server it is for whatever server there is.
    assert_eq!(heard(login(send(&room, &["-s", &here])), 0).0.as_deref(), Some("bob"));
}

#[test]
fn urls_of_messages_get_the_secret_of_no_other_server() {
    let server = Server::imap(Imap::offering("SASL-IR AUTH=PLAIN"));
    let address = server.address();
    let config = format!(
        "default=\"w\"\n[account.w]\nuser=\"alicia\"\npassword=\"{PASSWORD}\"\n[account.w.imap]\nserver=\"imap://"
    );
    let fetch = |config: String, url: String, args: &[&str]| {
        let room = room(&config);
        mailtool(&room, &["imap", "fetch", &url, "--flags"]).args(args).run()
    };
    let own = format!("{config}{address}\"\n");
    let url = |user: &str| format!("imap://{user}{address}/INBOX/;UID=1");
    // The same host: its user, and no other.
    fetch(own.clone(), url(""), &[]);
    assert!(server.heard().last().is_some_and(|heard| heard.text().contains("AUTHENTICATE PLAIN")));
    fetch(own.clone(), url("eve@"), &[]).expect(78).says(&["no password for eve"]);
    // Another host, or another port of this machine.
    let behind = format!("{config}127.0.0.1:1\"\n");
    fetch(behind, url("alicia@"), &[]).expect(78).says(&["no password for alicia"]);
    let other = format!("{config}mail.test\"\n");
    fetch(other.clone(), url("alicia@"), &[]).expect(78).says(&["no password for alicia"]);
    // The account that is named says where the mail is, and then no URL says another place.
    fetch(other, url("alicia@"), &["--account", "w"]).expect(64).says(&["another server than"]);
    let tunnel = mailtool(&room(&own), &["imap", "status", "--tunnel", "cat", "-u", "alicia"]).run().expect(78);
    tunnel.says(&["no password for alicia"]);
    assert_eq!(server.finish().len(), 1);
}

#[test]
fn every_protocol_and_a_conversation_have_the_account() {
    let (imap, pop3) =
        (Server::imap(Imap::offering("SASL-IR AUTH=PLAIN")), Server::pop3(Pop3::offering(&["SASL PLAIN"])));
    let (smtp, name) = (smtp(), "user = \"alicia\"\npassword-file = \"~/secret\"");
    let config = format!(
        "default = \"w\"\n[account.w]\n{name}\n[account.w.imap]\nserver = \"imap://{}\"\n\
         [account.w.pop]\nserver = \"pop3://{}\"\nauth = [\"user\"]\n[account.w.send]\nserver = \"smtp://{}\"\n",
        imap.address(),
        pop3.address(),
        smtp.address(),
    );
    let room = room(&config);
    room.file("secret", PASSWORD);
    let run = |args: &[&str], stdin: &str| mailtool(&room, args).env("HOME", room.path()).stdin(stdin).run();
    run(&["imap", "status"], "").expect(0);
    run(&["pop", "stat"], "").expect(0);
    run(&["talk", &format!("smtp://{}", smtp.address()), "-"], "EHLO x\nAUTH\nQUIT\n").expect(0);
    assert!(imap.finish_one().text().contains("AUTHENTICATE PLAIN"));
    assert!(pop3.finish_one().lines().contains(&format!("PASS {PASSWORD}")));
    assert_eq!(user(&smtp.finish_one()).as_deref(), Some("alicia"));
}

#[test]
fn netrc_has_the_password_of_that_machine_and_user() {
    let server = smtp();
    let room = Room::new();
    let netrc = room.file(
        ".netrc",
        format!("machine x.test login bob password no\nmachine 127.0.0.1\n login bob password \"{PASSWORD}\"\n"),
    );
    private(&netrc);
    let send = |user: &str| {
        let mailtool = Mailtool::letter(&server.address()).args(["-u", user, "--timeout", "5"]);
        mailtool.env("HOME", room.path())
    };
    send("bob").run().expect(0);
    assert_eq!(server.heard().last().and_then(user).as_deref(), Some("bob"));
    send("alicia").run().expect(78).says(&["no password for alicia"]);
    // A password that is said is another one's.
    let said = send("bob").args(["--password-env", "OTHER"]).env("OTHER", "x").run().expect(0);
    assert!(!said.err().contains("netrc"), "{said}");
    Mailtool::letter(&server.address()).env("HOME", room.path()).run().expect(0);
    assert!(!server.heard().last().is_some_and(|heard| heard.has("AUTH")));
    fs::set_permissions(&netrc, fs::Permissions::from_mode(0o644)).expect("a file of ours");
    let outcome = send("bob").run().expect(0).says(&["! ", "others can read it"]);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "netrc");
    let elsewhere = Room::new();
    fs::rename(&netrc, elsewhere.at("netrc")).expect("a file of ours");
    send("bob").env("NETRC", elsewhere.at("netrc")).run().expect(0);
    elsewhere.file("netrc", "machine 127.0.0.1 login bob password \"x");
    send("bob").env("NETRC", elsewhere.at("netrc")).run().expect(78).says(&["netrc:1:1: a quote is not closed"]);
}

#[test]
fn mail_exchangers_are_gone_to_as_the_environment_says() {
    let port = free_port_on(&["127.0.0.2"]);
    let server = Server::smtp_at(("127.0.0.2", port), Smtp::offering(&["AUTH PLAIN"]));
    let dns = Dns::start(exchange::zone(Script::new(), "example.test", &["127.0.0.2"]));
    let send = || exchange::send(&dns, port, &["pepe@example.test"]);
    let mails = || server.heard().iter().filter(|heard| heard.has("MAIL")).count();
    // The way is as it is said, by a flag or a variable.
    let by_flag = send().args(["--tls", "starttls"]).run();
    let by_variable = send().env("MAILTOOL_TLS", "starttls").run();
    assert!(by_flag.code.is_some_and(|code| code != 0), "{by_flag}");
    assert_eq!(by_variable.code, by_flag.code, "{by_variable}");
    let plain = ["send", "--to", "pepe@example.test", "--from", "a@b.test", "--body", "hola", "--timeout", "2"];
    for mailtool in [send(), Mailtool::new(plain).args(["--dns", &dns.address()])] {
        let outcome = mailtool.env("MAILTOOL_PROXY", "socks5://127.0.0.1:9").run().expect(75);
        outcome.says(&["the proxy socks5://127.0.0.1:9 cannot be reached"]);
    }
    assert_eq!(mails(), 0);
    // A flag stands above it, and what is said of a server is for that one.
    send().args(["--tls", "never"]).env("MAILTOOL_TLS", "starttls").run().expect(0);
    send().env("MAILTOOL_TLS", "starttls").env("MAILTOOL_SERVER", "mail.test").run().expect(0);
    // Nobody logs in there.
    let login = |mailtool: Mailtool| mailtool.env("MAILTOOL_USER", "bob").env("MAILTOOL_PASSWORD", PASSWORD);
    let outcome = login(send()).env("MAILTOOL_AUTH", "plain").env("MAILTOOL_INSECURE_AUTH", "1").run().expect(0);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "mail exchangers");
    assert_eq!(mails(), 3);
    assert!(server.finish().iter().all(|heard| !heard.has("AUTH")));
}

#[test]
fn the_environment_has_the_password_of_the_accounts_user() {
    let server = smtp();
    let config = format!(
        "default = \"w\"\n[account.w]\nuser = \"alicia\"\npassword-cmd = \"exit 3\"\nauth = \"login\"\n\
         [account.w.send]\nserver = \"smtp://{}\"\n",
        server.address()
    );
    let room = room(&config);
    let secret = |mailtool: Mailtool| mailtool.env("MAILTOOL_PASSWORD", PASSWORD).env("MAILTOOL_AUTH", "plain");
    secret(send(&room, &["--from", "a@b.test"])).run().expect(0);
    assert_eq!(server.finish_one().lines().iter().filter(|line| line.starts_with("AUTH")).count(), 1);
    let show = |args: &[&str]| secret(mailtool(&room, &["config", "show", "--json"]).args(args));
    let outcome = show(&[]).env("MAILTOOL_INSECURE_AUTH", "true").run().expect(0);
    for (key, expected) in [
        ("user", ("alicia", "file3")),
        ("password", ("••••", "environmentMAILTOOL_PASSWORD")),
        ("auth", ("plain", "environmentMAILTOOL_AUTH")),
        ("insecure-auth", ("true", "environmentMAILTOOL_INSECURE_AUTH")),
    ] {
        let (value, place) = value(&outcome, "send", key);
        assert_eq!((value.as_str(), place.as_str()), expected, "{key}");
    }
    assert!(!is_told(&outcome, "send", "password-cmd"), "{outcome}");
    // The user whom the environment names is the one whose password it has.
    let of_bob = show(&["-u", "eve"]).env("MAILTOOL_USER", "bob").run().expect(0);
    assert_eq!(value(&of_bob, "send", "password").0, "asked for at the terminal");
}

#[test]
fn what_is_false_is_said() {
    let pin = format!("sha256:{}", "ab".repeat(32));
    let show = |more: &str, variable: &str| {
        let config = format!("default = \"w\"\n[account.w]\n{more}\n[account.w.send]\nserver = \"mail.test\"\n");
        mailtool(&room(&config), &["config", "show", "--json"]).env(variable, "false").run().expect(0)
    };
    let outcome = show("insecure = true\nipv4 = true\ninsecure-auth = true\nuser = \"alicia\"", "MAILTOOL_INSECURE");
    assert!(!is_told(&outcome, "send", "insecure") && is_told(&outcome, "send", "ipv4"), "{outcome}");
    let outcome = show("user = \"alicia\"\ninsecure-auth = true", "MAILTOOL_INSECURE_AUTH");
    assert!(!is_told(&outcome, "send", "insecure-auth"), "{outcome}");
    // It is no reason to leave out what stands beside it.
    let outcome = show(&format!("pin = \"{pin}\""), "MAILTOOL_INSECURE");
    assert_eq!(value(&outcome, "send", "pin").0, pin);
    let outcome = show("proxy = \"socks5://127.0.0.1:9\"", "MAILTOOL_PROXY_INSECURE_AUTH");
    assert_eq!(value(&outcome, "send", "proxy").0, "socks5://127.0.0.1:9");
}

/// `config example` with all that stands in it behind a `#` said in the account `home`: it is shown again as it stands.
#[test]
fn every_key_of_the_example_is_shown_with_its_place() {
    let example = Mailtool::new(["config", "example"]).run().expect(0).out();
    let further = |line: &&str| line.starts_with("# ") && line.contains(" = ");
    for line in example.lines().filter(further) {
        // What stands behind a value is a remark on it.
        let (key, value) = line["# ".len()..].split_once(" = ").expect("a key");
        let written = value.split("   ").next().expect("a value");
        let written = written.replace('…', &"ab".repeat(32));
        let user = if key == "client-cert" { "" } else { "user = \"alicia\"\n" };
        let config = format!(
            "default = \"h\"\n[account.h]\n{user}{key} = {written}\n[account.h.send]\nserver = \"mail.test\"\n"
        );
        let shown = show(&config, &["--json"]).expect(0);
        let (value, place) = self::value(&shown, "send", key);
        let plain = written.replace(['"', '[', ']'], "");
        let home = |text: &str| text.rsplit('~').next().unwrap_or_default().to_owned();
        assert!(value.ends_with(&home(&plain)), "{key}: {value}, {plain}");
        assert_eq!(place, if user.is_empty() { "file3" } else { "file4" }, "{key}");
        let variable = format!("MAILTOOL_{}", key.to_uppercase().replace('-', "_"));
        let listed = plain.replace(", ", ",");
        let shown = Mailtool::new(["config", "show", "--json", "-u", "a"]).env(&variable, listed);
        let shown = if key == "tunnel" { shown } else { shown.args(["-s", "mail.test"]) };
        let (_, place) = self::value(&shown.run().expect(0), "send", key);
        assert_eq!(place, format!("environment{variable}"));
    }
}

#[test]
fn the_way_by_an_account_is_gone() {
    let server = smtp();
    let room = |more: &str, own: &str| {
        room(&format!("default = \"w\"\n[account.w]\nfrom = \"a@b.test\"\n{more}\n[account.w.send]\n{own}\n"))
    };
    // The name is nobody's but the account's.
    let resolve = format!("resolve = \"mail.test:{0}:127.0.0.1\"\nhelo = \"laptop.work.test\"", server.port);
    let named = format!("server = \"smtp://mail.test:{}\"", server.port);
    let sent = send(&room(&resolve, &named), &[]).run().expect(0);
    sent.says(&["is taken to be at 127.0.0.1", "C: EHLO laptop.work.test"]);
    send(&room(&resolve, &named), &["--helo", "other.test"]).run().expect(0).says(&["C: EHLO other.test"]);
    // A command leads to a server that nobody need name.
    let tunnel = format!("tunnel = \"{}\"", bridge(server.port).replace('"', "\\\""));
    let through = send(&room("", &tunnel), &[]).run().expect(0).says(&["connecting through the command"]);
    assert_eq!(through.out().lines().count(), 1, "{through}");
    // It leads to no other one, and nothing is dialled.
    let elsewhere = send(&room("", &tunnel), &["-s", "smtp://127.0.0.1:1"]).run().expect(75);
    assert!(!elsewhere.err().contains("the command"), "{elsewhere}");
    let with_account = send(&room("", &tunnel), &["-s", "smtp://127.0.0.1:1", "--account", "w"]).run().expect(75);
    assert!(!with_account.err().contains("the command"), "{with_account}");
    send(&room("bind = \"127.0.0.1\"", &tunnel), &["--bind", "127.0.0.1"]).run().expect(64).says(&["--bind: "]);
    // What is said of the network for all servers is for those that are dialled.
    let others = "resolve = \"x.test:25:127.0.0.1\"\nbind = \"127.0.0.1\"";
    send(&room(others, &tunnel), &[]).run().expect(0).says(&["connecting through the command"]);
    let both = format!("{tunnel}\nbind = \"127.0.0.1\"");
    send(&room("", &both), &[]).run().expect(78).says(&["bind: it changes nothing"]);
    // Nor does the secret of the account go to another command.
    let secret = format!("user = \"alicia\"\npassword = \"{PASSWORD}\"");
    let own = send(&room(&secret, &tunnel), &[]).run().expect(0);
    assert!(own.err().contains("C: AUTH PLAIN"), "{own}");
    let other = send(&room(&secret, &tunnel), &["--tunnel", &format!("{} ", bridge(server.port))]).run().expect(0);
    assert!(!other.err().contains("AUTH PLAIN ••"), "{other}");
}

#[test]
fn whom_a_certificate_names_no_key_need_name() {
    let account = |auth: &str| {
        format!(
            "default = \"w\"\n[account.w]\nauth = {auth}\nclient-cert = \"c.pem\"\n[account.w.send]\nserver = \"x.test\"\n"
        )
    };
    let shown = show(&account("[\"external\"]"), &["--json"]).expect(0);
    assert_eq!(value(&shown, "send", "auth").0, "external");
    // A password is a user's.
    for auth in ["[\"external\", \"plain\"]", "\"plain\""] {
        assert_eq!(value(&show(&account(auth), &["--json"]).expect(0), "send", "auth").1, "default", "{auth}");
    }
    let elsewhere = account("\"external\"").replace("client-cert = \"c.pem\"\n", "");
    assert_eq!(value(&show(&elsewhere, &["--json"]).expect(0), "send", "auth").1, "default");
}

/// What a section says to be false, or to be none, leaves in place what stands beside it for all servers.
#[test]
fn what_is_false_in_a_section_takes_nothing_elses_place() {
    let pin = format!("sha256:{}", "ab".repeat(32));
    let show = |general: &str, own: &str| {
        let config =
            format!("default = \"w\"\n[account.w]\n{general}\n[account.w.send]\nserver = \"mail.test\"\n{own}\n");
        mailtool(&room(&config), &["config", "show", "--json"]).run().expect(0)
    };
    let pinned = format!("pin = \"{pin}\"");
    assert_eq!(value(&show(&pinned, "insecure = false"), "send", "pin").0, pin);
    let insecure = show(&pinned, "insecure = true");
    assert!(!is_told(&insecure, "send", "pin") && is_told(&insecure, "send", "insecure"), "{insecure}");
    let verified = show("insecure = true", "insecure = false");
    assert!(!is_told(&verified, "send", "insecure"), "{verified}");
    assert!(is_told(&show("ipv4 = true", "ipv6 = false"), "send", "ipv4"));
    assert!(!is_told(&show("ipv4 = true", "ipv6 = true"), "send", "ipv4"));
    let proxy = "proxy = [\"socks5://127.0.0.1:9\"]";
    assert!(is_told(&show(proxy, "proxy-insecure-auth = false"), "send", "proxy"));
    assert!(!is_told(&show(proxy, "proxy = []"), "send", "proxy"));
}

#[test]
fn a_variable_that_says_nothing_is_told_of_once() {
    let show = |name: &str| Mailtool::new(["config", "show"]).env(name, PASSWORD).run().expect(0);
    for (name, meant) in [
        ("MAILTOOL_PASSWROD", "; did you mean MAILTOOL_PASSWORD?"),
        ("MAILTOOL_PASSWORD_COMMAND", "; did you mean MAILTOOL_PASSWORD_CMD?"),
        ("MAILTOOL_ACOUNT", "; did you mean MAILTOOL_ACCOUNT?"),
        ("MAILTOOL_SUBJECTS_OF_ALL_KINDS", " says nothing to mailtool\n"),
    ] {
        let outcome = show(name).says(&[&format!("! the variable {name} says nothing to mailtool"), meant]);
        assert_eq!(outcome.err().matches(name).count(), 1, "{outcome}");
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), name);
    }
    // What a command of `imap watch --exec` is told, what says nothing at all, and what is somebody else's.
    for (name, value) in [("MAILTOOL_SUBJECT", "x"), ("MAILTOOL_TSL", ""), ("MAILTOOLS", "x"), ("MAILTOOL_USER", "a")] {
        let outcome = Mailtool::new(["config", "show"]).env(name, value).run().expect(0);
        assert_eq!(outcome.err(), "", "{name}");
    }
    let server = smtp();
    let letter = Mailtool::letter(&server.address()).env("MAILTOOL_TSL", "never").run().expect(0);
    assert_eq!(letter.err().matches("MAILTOOL_TSL").count(), 1, "{letter}");
}

#[test]
fn a_misspelt_word_of_netrc_is_told_of_and_what_stands_behind_it_is_not() {
    let room = Room::new();
    private(&room.file(".netrc", format!("machine mail.test\nlogin bob\npasswrod {PASSWORD}\n")));
    let show = Mailtool::new(["config", "show", "-s", "smtp://mail.test", "-u", "bob"]).env("HOME", room.path());
    let outcome = show.run().expect(0).says(&[".netrc:3: a word means nothing here; did you mean password?"]);
    assert_eq!(outcome.err().lines().count(), 1, "for three services, once: {outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "netrc");
    assert!(outcome.out().contains("asked for at the terminal"), "{outcome}");
}

#[test]
fn a_netrc_that_cannot_be_read_stops_nobody_who_did_not_name_it() {
    let show = |room: &Room| {
        let args = ["config", "show", "--json", "-s", "smtp://mail.test", "-u", "bob"];
        Mailtool::new(args).env("HOME", room.path())
    };
    let (latin, directory) = (Room::new(), Room::new());
    latin.file(".netrc", b"machine x.test login jos\xe9 password p\n");
    directory.directory(".netrc");
    for (room, why) in [(&latin, ".netrc: it is no UTF-8"), (&directory, ".netrc: is a directory")] {
        let outcome = show(room).run().expect(0).says(&["! ", why]);
        assert_eq!(value(&outcome, "send", "password").0, "asked for at the terminal");
        let named = show(room).env("NETRC", room.at(".netrc")).run().expect(78);
        assert!(named.err().contains(why) && named.out().is_empty(), "{named}");
    }
}

#[test]
fn another_port_of_this_machine_is_another_server() {
    let (ours, other) = (smtp(), smtp());
    let room = room(&accounts(ours.port, "insecure = true"));
    send(&room, &["-s", &ours.address()]).run().expect(0);
    assert_eq!(user(&ours.finish_one()).as_deref(), Some("alicia"));
    send(&room, &["-s", &other.address()]).run().expect(0);
    send(&room, &[]).env("MAILTOOL_SERVER", other.address()).run().expect(0);
    assert!(other.heard().iter().all(|heard| !heard.has("AUTH")));
    // --account takes it there.
    send(&room, &["-s", &other.address(), "--account", "work"]).run().expect(0);
    assert_eq!(other.finish().last().and_then(user).as_deref(), Some("alicia"));
    for (service, own, named, same) in [
        ("send", "smtp://127.0.0.1:2525", "127.0.0.1:2525", true),
        ("send", "smtp://127.0.0.1:2525", "127.0.0.1:1025", false),
        ("send", "[::1]:2525", "[::1]:1025", false),
        ("send", "smtp://127.0.0.1", "127.0.0.1:25", true),
        ("send", "127.0.0.1", "127.0.0.1:587", true),
        ("send", "127.0.0.1", "127.0.0.1:25", false),
        ("imap", "imap://127.0.0.1", "127.0.0.1:143", true),
        ("imap", "imaps://127.0.0.1", "127.0.0.1", true),
        ("imap", "imaps://127.0.0.1", "imap://127.0.0.1", false),
        ("pop", "pop3s://127.0.0.1", "127.0.0.1:995", true),
        // The port of a name says nothing of whose it is.
        ("send", "mail.test:2525", "mail.test:1025", true),
        ("send", "192.0.2.1:2525", "192.0.2.1:1025", true),
    ] {
        let account = "default = \"w\"\n[account.w]\nuser = \"alicia\"\ninsecure = true\npassword = \"x\"\n";
        let shown = show(&format!("{account}[account.w.{service}]\nserver = \"{own}\"\n"), &["--json", "-s", named]);
        let shown = shown.expect(0);
        for key in ["user", "password", "insecure"] {
            assert_eq!(is_told(&shown, service, key), same, "{own} {named} {key}\n{shown}");
        }
    }
}

/// `config show` with this configuration.
fn show(config: &str, args: &[&str]) -> Outcome {
    mailtool(&room(config), &["config", "show"]).args(args).run()
}

#[test]
fn what_is_wrong_with_a_configuration_is_told_with_its_place() {
    let account = "default = \"w\"\n[account.w]\nuser = \"alicia\"\n";
    for (config, words) in [
        ("default = 1\n", "config.toml:1:11: default: a string is expected, not an integer"),
        ("defualt = \"w\"\n", "config.toml:1:1: there is no key \"defualt\"; did you mean default?"),
        ("default = \"w\"\n", "config.toml:1:11: there is no account \"w\""),
        ("[account.w]\n\n  tsl = \"auto\"\n", "config.toml:3:3: there is no key \"tsl\"; did you mean tls?"),
        ("[account.w.sent]\n", "config.toml:1:12: there is no key \"sent\"; did you mean send?"),
        ("[account.w.send]\nfrom = \"a@b.test\"\n", "config.toml:2:1: there is no key \"from\""),
        (
            "[account]\nw = \"x\"\n",
            "config.toml:2:5: account.w: a table ([account.NAME], [account.NAME.send]) is expected, not a string",
        ),
        ("account = 3\n", "config.toml:1:11: account: a table ("),
        (
            "[account.w]\nsend = 1.5\n",
            "config.toml:2:8: send: a table ([account.NAME], [account.NAME.send]) is expected, not a floating-point number",
        ),
        ("[account.w]\nfrom = [\"a@b.test\"]\n", "config.toml:2:8: from: a string is expected, not an array"),
        ("[account.w]\nlocal = 2026-01-01\n", "config.toml:2:9: local: a string is expected, not a date or time"),
        (
            "[account.w]\nfrom = \"a@b.test, c@d.test\"\n",
            "config.toml:2:8: from: a single author is expected, \"Name <address>\": there are several",
        ),
        ("[account.w]\nlocal = \"root\"\n", "config.toml:2:9: local: an address is expected: "),
        ("[account.w]\nmatch = true\n", "config.toml:2:9: match: an array of strings is expected, not true"),
        (
            "[account.w]\nuser = 7\n",
            "config.toml:2:8: user: a string, true, false or an array of strings is expected, not an integer",
        ),
        ("[account.w]\nauth = [7]\n", "config.toml:2:9: auth: a string is expected, not an integer"),
        (
            "[account.w]\npassword = \"s3cr3t-CANARY\"\n\npassword-cmd = \"x\"\n",
            "config.toml:4:1: password and password-cmd exclude",
        ),
        ("[account.w\n", "config.toml:1:"),
        ("[account.w]\nuser = \"s3cr3t-CANARY\n", "config.toml:2:"),
        ("[account.w]\nuser = \"a\"\nuser = \"b\"\n", "config.toml:3:1: "),
    ] {
        let outcome = show(config, &[]).expect(78).says(&[words]);
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), config);
        assert_eq!(outcome.out(), "");
    }
    for (more, words) in [
        ("user = true", "config.toml:4:1: user: a string is expected, not true"),
        ("tls = \"always\"", "config.toml:5:1: tls: \"always\" is not one of auto, never, may, starttls, implicit"),
        ("tls = [\"may\"]", "config.toml:5:1: tls: a string is expected, not an array"),
        ("insecure = \"true\"", "config.toml:5:1: insecure: true or false is expected, not a string"),
        ("bind = \"x\"", "config.toml:5:1: bind: \"x\" is no IP address"),
        ("auth = \"plian\"", "config.toml:5:1: auth: \"plian\" is not one of"),
        ("proxy = \"ftp://x:1\"", "config.toml:5:1: proxy: the scheme ftp://"),
    ] {
        let user = if more.starts_with("user") { "" } else { "user = \"alicia\"\n" };
        let config = format!("[account.w.send]\nserver = \"x\"\n[account.w]\n{user}{more}\n");
        show(&config, &[]).expect(78).says(&[words]);
    }
    for server in ["smtp://alicia:s3cr3t-CANARY@x", "gopher://x", "x:99999"] {
        let outcome = show(&format!("{account}[account.w.imap]\nserver = \"{server}\"\n"), &[]).expect(78);
        let outcome = outcome.says(&["config.toml:5:1: server: "]);
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), server);
    }
    show(account, &["--account", "x"]).expect(78).says(&["--account: there is no account \"x\"", "there is w"]);
    show("", &["--account", "x"]).expect(78).says(&["none is configured"]);
    let absent = Mailtool::new(["--config", "/nonexistent", "config", "show"]).run().expect(78);
    absent.says(&["/nonexistent: there is no such file"]);
    let hostile = show("[account.w]\n\"\\u001b[2J\" = 1\n", &[]).expect(78);
    assert!(!hostile.err().contains('\u{1b}'), "{hostile}");
}

#[test]
fn a_failure_names_the_place_of_the_value() {
    let server = smtp();
    for (secret, words) in [
        ("password-cmd = \"exit 3\"", "config.toml:4:1: password-cmd ended with"),
        ("password-file = \"/nonexistent\"", "config.toml:4:1: password-file /nonexistent: "),
        ("password-env = \"NOT_SET\"", "config.toml:4:1: password-env: NOT_SET is not set"),
        ("token-cmd = \"true\"", "config.toml:4:1: token-cmd: the token is empty"),
        ("password = \"\"", "config.toml:4:1: password: the password is empty"),
    ] {
        let config = format!(
            "default=\"w\"\n[account.w]\nuser = \"alicia\"\n{secret}\n[account.w.send]\nserver = \"smtp://{}\"\n",
            server.address()
        );
        let outcome = send(&room(&config), &["--from", "a@b.test"]).run();
        assert!([66, 78].map(Some).contains(&outcome.code), "{outcome}");
        outcome.says(&[words]);
    }
    let wrong = Mailtool::letter("127.0.0.1:9").env("MAILTOOL_TLS", "always").run().expect(78);
    wrong.says(&["MAILTOOL_TLS: \"always\" is not one of"]);
    let wrong = Mailtool::new(["imap", "status"]).env("MAILTOOL_SERVER", "smtp://x").run().expect(78);
    wrong.says(&["MAILTOOL_SERVER: the scheme smtp:// is not one of imap, imaps"]);
    assert_eq!(server.finish().len(), 0);
}

/// Whether a key has a value.
fn is_told(outcome: &Outcome, service: &str, key: &str) -> bool {
    outcome.json().iter().any(|row| row["service"] == service && row["key"] == key)
}

/// The value and the place of a key.
#[track_caller]
fn value(outcome: &Outcome, service: &str, key: &str) -> (String, String) {
    let row = outcome.json().into_iter().find(|row| row["service"] == service && row["key"] == key);
    let row = row.unwrap_or_else(|| panic!("no {service} {key}\n{outcome}"));
    let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let place = [text("source"), text("variable"), row["line"].as_u64().map(|n| n.to_string()).unwrap_or_default()];
    (text("value"), place.concat())
}

#[test]
fn config_show_tells_where_each_value_stands() {
    let done = Room::new();
    let touched = done.at("touched");
    let config = format!(
        "default = \"w\"\n[account.w]\nuser = \"alicia\"\npassword-cmd = \"touch {touched}\"\nauth = [\"plain\", \"login\"]\n\
         tls = \"starttls\"\n[account.w.send]\nserver = \"submission://mail.test\"\n[account.w.imap]\n\
         server = \"imaps://mail.test\"\npassword = \"{PASSWORD}\"\n"
    );
    let room = room(&config);
    let show = mailtool(&room, &["config", "show", "--json", "--ca", "system"]).env("MAILTOOL_SNI", "sni.test");
    let outcome = show.env("MAILTOOL_INSECURE", "1").run().expect(0);
    for (service, key, expected) in [
        ("send", "server", ("submission://mail.test", "file8")),
        ("send", "user", ("alicia", "file3")),
        ("send", "password-cmd", (&*format!("touch {touched}"), "file4")),
        ("send", "auth", ("plain, login", "file5")),
        ("send", "tls", ("starttls", "file6")),
        ("send", "ca", ("system", "flag")),
        ("send", "sni", ("sni.test", "environmentMAILTOOL_SNI")),
        ("send", "insecure", ("true", "environmentMAILTOOL_INSECURE")),
        ("imap", "password", ("••••", "file11")),
        ("imap", "tls", ("auto", "default")),
        ("pop", "server", ("none", "default")),
    ] {
        let (value, place) = value(&outcome, service, key);
        assert_eq!((value.as_str(), place.as_str()), expected, "{service} {key}");
    }
    // What is said in the section of a server is said instead of what is said for all.
    assert!(!outcome.json().iter().any(|row| row["service"] == "imap" && row["key"] == "password-cmd"), "{outcome}");
    assert!(!Path::new(&touched).exists(), "a command was run");
    let table = mailtool(&room, &["config", "show", "--password", PASSWORD, "-u", "bob"]).run().expect(0);
    Secrets::of(PASSWORD).not_in(&[table.everything(None), outcome.everything(None)].concat(), "config show");
    assert!(!table.out().contains("password-cmd") && table.out().contains("••••"), "{table}");
}

#[test]
fn the_example_is_one() {
    let example = Mailtool::new(["config", "example"]).run().expect(0).out();
    let shown = show(&example, &["--json"]).expect(0);
    assert_eq!(value(&shown, "imap", "server").0, "imaps://mail.example.org");
    let chosen = show(&example, &["--json", "--from", "x@lists.example.org"]).expect(0);
    assert_eq!(chosen.json()[1]["value"], "work");
    let home = Room::new();
    let path = Mailtool::new(["config", "path"]).env("XDG_CONFIG_HOME", home.path()).run().expect(0).out();
    assert_eq!(path.trim_end(), home.at("mailtool/config.toml"));
    home.directory("mailtool");
    home.file("mailtool/config.toml", &example);
    let found = Mailtool::new(["config", "show"]).env("XDG_CONFIG_HOME", home.path()).run().expect(0);
    assert!(found.out().contains("submission://mail.example.org"), "{found}");
    // A relative path there says nothing (XDG Base Directory Specification).
    let relative = Mailtool::new(["config", "path"]).env("XDG_CONFIG_HOME", "here").run().expect(0).out();
    assert!(relative.trim_end().ends_with("/.config/mailtool/config.toml"), "{relative}");
}

#[test]
fn a_password_that_others_can_read_is_warned_of() {
    let room = room(&accounts(1, ""));
    let quiet = mailtool(&room, &["config", "show"]).run().expect(0);
    assert!(!quiet.err().contains("others can read it"), "{quiet}");
    fs::set_permissions(room.at("config.toml"), fs::Permissions::from_mode(0o640)).expect("a file of ours");
    mailtool(&room, &["config", "show"]).run().expect(0).says(&["others can read it"]);
}
