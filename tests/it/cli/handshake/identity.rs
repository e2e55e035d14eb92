//! Client certificates: whether the server asked for one, and who was let in by it.

use std::fs;
use std::path::Path;

use super::{Mailtool, Outcome, Room, refused_by, shaken, shell, text};
use crate::mock::{Server, Smtp};
use crate::peers::ca::{Authority, Files, Request};
use crate::peers::dovecot::{self, Dovecot};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{self, openssl, or_skip};

/// A client's certificate.
fn client(authority: &Authority, name: &str) -> Files {
    authority.issue(&Request { usage: "clientAuth", ..Request::server(&[name]) })
}

fn flags(files: &Files) -> [&str; 4] {
    ["--client-cert", text(&files.chain), "--client-key", text(&files.key)]
}

/// The handshake with a server that asks as these options of s_server(1) have it.
fn with(authority: &Authority, options: &[&str], flags: &[&str]) -> Outcome {
    let files = authority.server(&["127.0.0.1"]);
    let trust = ["-CAfile", text(authority.ca())];
    let server = openssl::Server::start_with(&files, peers::free_port(), &[&trust, options].concat());
    shaken(server, authority.ca(), flags)
}

#[test]
fn it_is_shown_where_it_is_asked_for() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let alicia = client(&authority, "alicia");
    let another = Authority::throw_away();
    let mallory = client(&another, "mallory");
    for version in ["-tls1_2", "-tls1_3"] {
        let demands: &[&str] = &["-Verify", "2", "-verify_return_error", version];
        let shown = with(&authority, demands, &flags(&alicia));
        let said = "the server asked for a client certificate: CN=alicia was shown";
        assert!(shown.err().contains(said) && shown.err().contains("S~ * BYE hi"), "{shown}");
        refused_by(&with(&authority, demands, &[]), "demands a client certificate: --client-cert FILE");
        refused_by(
            &with(&authority, demands, &flags(&mallory)),
            "does not take our client certificate: who issued it is not trusted there",
        );
        let asks = with(&authority, &["-verify", "2", version], &["-v"]);
        assert!(asks.err().contains("asked for a client certificate, and goes on without"), "{asks}");
        let silent = with(&authority, &[version], &flags(&alicia));
        assert!(silent.err().contains("! the server did not ask for a client certificate: none was shown"), "{silent}");
    }
}

#[test]
fn where_no_handshake_began_nothing_is_said_of_it() {
    or_skip!(peers::ca::need());
    let authority = Authority::throw_away();
    let server = Server::smtp(Smtp::offering(&[]));
    let letter = Mailtool::letter(&format!("smtps://{}", server.address())).args(["--keylog", "/dev/null"]);
    let outcome = letter.args(flags(&client(&authority, "alicia"))).run().expect(76).says(&["clear text"]);
    assert!(!outcome.err().contains("client certificate") && !outcome.err().contains("secrets"), "{outcome}");
}

/// Who asks judges what it is shown: it may be of a version without extensions.
#[test]
fn one_of_the_first_version_is_shown() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let room = Room::new();
    let [key, plain, old] = ["key", "plain", "old"].map(|name| room.at(name));
    let openssl = |args: &[&str]| assert!(peers::run("openssl", args, b"").status.success(), "{args:?}");
    let parameters = ["-name", "prime256v1", "-genkey", "-out", &key];
    // With EC PARAMETERS before the key, as `openssl ecparam` writes it.
    openssl(&[&["ecparam"], &parameters[..]].concat());
    openssl(&["req", "-new", "-key", &key, "-subj", "/CN=vieja", "-out", &plain]);
    let ca = authority.ca();
    let ca_key = ca.with_file_name("ca-key.pem");
    openssl(&[
        "x509",
        "-req",
        "-in",
        &plain,
        "-CA",
        text(ca),
        "-CAkey",
        text(&ca_key),
        "-CAcreateserial",
        "-out",
        &old,
    ]);
    assert!(shell("openssl x509 -noout -text -in \"$0\"", &old).contains("Version: 1"));
    let shown = with(&authority, &["-Verify", "2"], &["--client-cert", &old, "--client-key", &key]);
    assert!(shown.err().contains("CN=vieja was shown") && shown.err().contains("S~ * BYE hi"), "{shown}");
}

/// PKCS#8, PKCS#1, SEC1, in a file of its own or in that of the certificate.
#[test]
fn every_form_of_the_key() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let room = Room::new();
    let rsa = Request { key: peers::ca::Key::Rsa(2048), usage: "clientAuth", ..Request::server(&["rsa"]) };
    for files in [client(&authority, "alicia"), authority.issue(&rsa)] {
        let old = room.at("old.pem");
        let output = peers::run("openssl", &["pkey", "-traditional", "-in", text(&files.key), "-out", &old], b"");
        assert!(output.status.success());
        let both = room.at("both.pem");
        fs::write(&both, [fs::read(&files.chain).expect("a chain"), fs::read(&old).expect("a key")].concat())
            .expect("a file");
        for flags in [
            &flags(&files)[..],
            &["--client-cert", text(&files.chain), "--client-key", &old],
            &["--client-cert", &both],
        ] {
            let outcome = with(&authority, &["-Verify", "2", "-verify_return_error"], flags);
            assert!(outcome.err().contains(" was shown") && outcome.err().contains("S~ * BYE hi"), "{outcome}");
        }
    }
}

#[test]
fn files_that_are_none() {
    or_skip!(peers::ca::need().and(openssl::need()));
    let authority = Authority::throw_away();
    let (alicia, pepe) = (client(&authority, "alicia"), client(&authority, "pepe"));
    let room = Room::new();
    let file = |name: &str, content: &[u8]| {
        fs::write(room.at(name), content).expect("a file");
        room.at(name)
    };
    let locked = room.at("locked");
    let encrypted = |form: &[&str]| {
        let args = [form, &["-aes128", "-passout", "pass:x", "-in", text(&alicia.key), "-out", &locked]].concat();
        assert!(peers::run("openssl", &args, b"").status.success());
        let locked = room.at(&form.concat());
        fs::rename(room.at("locked"), &locked).expect("a file");
        locked
    };
    let [chain, key] = [&alicia.chain, &alicia.key].map(|path| text(path).to_owned());
    let converted = |args: &[&str]| {
        let name = args.concat().replace('/', "-");
        assert!(peers::run("openssl", &[args, &["-out", &room.at(&name)]].concat(), b"").status.success(), "{args:?}");
        room.at(&name)
    };
    let bundle = ["pkcs12", "-export", "-passout", "pass:x", "-in", &chain, "-inkey", &key];
    let binary = ["crl2pkcs7", "-nocrl", "-outform", "DER", "-certfile", &chain];
    let both = [fs::read(authority.ca()).expect("a CA"), fs::read(&chain).expect("a chain")].concat();
    let upside_down = file("upside-down.pem", &both);
    let torn = file("torn.pem", b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n");
    let cases = [
        (room.at("missing"), key.clone(), 66, "no such file"),
        (chain.clone(), room.at("missing"), 66, "no such file"),
        (file("words", b"hola"), key.clone(), 78, "no certificate in PEM form"),
        (torn, key.clone(), 78, "its PEM is broken"),
        (chain.clone(), chain.clone(), 78, "no private key in PEM form"),
        (chain.clone(), text(&pepe.key).to_owned(), 78, "the key is not that of the certificate"),
        (chain.clone(), encrypted(&["pkey"]), 78, "the private key is encrypted; openssl pkey -in"),
        (chain.clone(), encrypted(&["ec"]), 78, "the private key is encrypted; openssl pkey -in"),
        (converted(&["x509", "-outform", "DER", "-in", &chain]), key.clone(), 78, "openssl x509 -inform DER -in "),
        (chain.clone(), converted(&["pkey", "-outform", "DER", "-in", &key]), 78, "openssl pkey -inform DER -in "),
        (converted(&bundle), key.clone(), 78, "it is PKCS#12 (.p12, .pfx); openssl pkcs12 -nodes -in "),
        (converted(&["crl2pkcs7", "-nocrl", "-certfile", &chain]), key.clone(), 78, "openssl pkcs7 -print_certs -in "),
        (
            file("it's one", &fs::read(converted(&bundle)).expect("a file")),
            key.clone(),
            78,
            "/it'\\''s one' -out PLAIN",
        ),
        (converted(&binary), key.clone(), 78, "openssl pkcs7 -inform DER -print_certs -in "),
        (upside_down, key.clone(), 78, "the key is that of the 2. certificate in the file, which must stand first"),
        (chain.clone(), converted(&["genpkey", "-algorithm", "ed448"]), 78, "of a kind that is not taken"),
        (chain.clone(), file("begun.pem", b"-----BEGIN PRIVATE KEY-----\nMA==\n"), 78, "a line BEGIN has no line END"),
    ];
    for (certificate, key, code, said) in cases {
        let args = ["--client-cert", &certificate, "--client-key", &key];
        Mailtool::letter("smtps://127.0.0.1:1").args(args).run().expect(code).says(&[said]);
        Mailtool::new(["pop", "capa", "-s", "127.0.0.1:1"]).args(args).run().expect(code).says(&["--client-cert: "]);
    }
    let der = converted(&["x509", "-outform", "DER", "-in", text(authority.ca())]);
    Mailtool::letter("smtps://127.0.0.1:1")
        .args(["--ca", &der])
        .run()
        .expect(78)
        .says(&["--ca: ", "in binary form (DER)"]);
    Mailtool::letter("smtps://127.0.0.1:1").args(["--client-key", &key]).run().expect(64).says(&["--client-cert"]);
}

/// What a server demands of its clients.
fn demanding(authority: &Authority, room: &Room) -> String {
    // Dovecot wants a list of what was revoked with every authority, unless it is told otherwise.
    let ca = room.at("ca.pem");
    fs::copy(authority.ca(), &ca).expect("a file");
    format!(
        "ssl_ca = <{ca}\nssl_verify_client_cert = yes\nssl_require_crl = no\nauth_ssl_require_client_cert = yes\n\
         auth_ssl_username_from_cert = yes\nssl_cert_username_field = commonName\n"
    )
}

fn password_file(room: &Room) -> String {
    fs::write(room.at("external"), "alicia:{PLAIN}::::::nopassword\n").expect("a file");
    format!("passdb {{\n driver = passwd-file\n args = {}\n mechanisms = external\n}}\n", room.at("external"))
}

#[test]
fn dovecot_knows_who_it_is_by_it() {
    or_skip!(dovecot::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let another = Authority::throw_away();
    let (alicia, mallory) = (client(&authority, "alicia"), client(&another, "alicia"));
    let room = Room::new();
    let extra = demanding(&authority, &room) + &password_file(&room);
    let options = dovecot::Options {
        certificate: Some(&files),
        mechanisms: "plain external",
        extra: &extra,
        ..dovecot::Options::default()
    };
    let dovecot = Dovecot::start(&options);
    let ca = text(authority.ca());
    let imap = format!("imaps://127.0.0.1:{}", dovecot.imaps);
    let pop = format!("pop3s://127.0.0.1:{}", dovecot.pop3s);
    let verbs: [&[&str]; 2] = [&["imap", "status", "-s", &imap], &["pop", "stat", "-s", &pop]];
    let [certificate, key] = [&alicia.chain, &alicia.key].map(|file| text(file));
    let account = format!(
        "[account.a]\nuser = 'alicia'\nca = '{ca}'\nauth = 'EXTERNAL'\nclient-cert = '{certificate}'\nclient-key = '{key}'\n\
         [account.a.imap]\nserver = '{imap}'\n"
    );
    fs::write(room.at("config.toml"), &account).expect("a file");
    let by_account = Mailtool::new(["imap", "status", "--config", &room.at("config.toml"), "--account", "a"]).run();
    by_account.expect(0).says(&["CN=alicia was shown"]);
    // An account need not say who it is either.
    let unnamed = account.replace("user = 'alicia'\n", "");
    fs::write(room.at("config.toml"), format!("default = 'a'\n{unnamed}")).expect("a file");
    let by_account = Mailtool::new(["imap", "status", "--config", &room.at("config.toml")]).run();
    by_account.expect(0).says(&["CN=alicia was shown", "AUTHENTICATE EXTERNAL"]);
    for verb in verbs {
        let login = Mailtool::new(verb).args(["--ca", ca, "-u", "alicia", "--auth", "EXTERNAL"]);
        let outcome = login.args(flags(&alicia)).run();
        assert_eq!(outcome.code, Some(0), "{outcome}\n{}", dovecot.child().log());
        outcome.says(&["CN=alicia was shown"]);
        // where nobody is named, the certificate says who it is
        let unnamed = Mailtool::new(verb).args(["--ca", ca, "--auth", "EXTERNAL"]).args(flags(&alicia)).run();
        unnamed.expect(0).says(&["AUTHENTICATE EXTERNAL", "AUTH EXTERNAL"]);
        let nobody = Mailtool::new(verb).args(["--ca", ca, "-u", "alicia", "--auth", "EXTERNAL"]);
        nobody.run().expect(77);
        let other = Mailtool::new(verb).args(["--ca", ca, "-u", "alicia", "--auth", "EXTERNAL"]);
        let other = other.args(flags(&mallory)).run();
        other.expect(77).says(&["CN=alicia was shown"]);
    }
}

#[test]
fn postfix_relays_for_it() {
    or_skip!(postfix::need().and(peers::ca::need()));
    let authority = Authority::throw_away();
    let files = authority.server(&["127.0.0.1"]);
    let alicia = client(&authority, "alicia");
    let room = peers_room();
    let ca = room.path().join("ca.pem");
    fs::copy(authority.ca(), &ca).expect("a file");
    let trust = format!("smtpd_tls_CAfile = {}", ca.display());
    let main = [
        "smtpd_tls_ask_ccert = yes",
        "smtpd_tls_received_header = yes",
        "smtpd_recipient_restrictions = permit_tls_all_clientcerts, reject",
        "smtpd_relay_restrictions = permit_tls_all_clientcerts, reject",
        &trust,
    ];
    let options = postfix::Options { certificate: Some(&files), main: &main, ..postfix::Options::default() };
    let postfix = Postfix::start(&options);
    let letter = || {
        let letter = Mailtool::letter(&format!("smtp://127.0.0.1:{}", postfix.smtp));
        letter.args(["--tls", "starttls", "--ca", text(authority.ca())])
    };
    letter().args(flags(&alicia)).run().expect(0).says(&["CN=alicia was shown"]);
    let nobody = letter().run();
    assert_ne!(nobody.code, Some(0), "{nobody}");
}

/// A directory that Postfix may enter.
fn peers_room() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt as _;
    let room = tempfile::tempdir().expect("a directory");
    let open = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a mode");
    open(room.path());
    room
}
