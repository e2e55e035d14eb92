//! Somebody between a client that trusts any certificate and our server: who binds the login to the TLS connection is not
//! fooled (RFC 5802 §6).

use std::net::Ipv4Addr;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mailtool::base::{Exit, Secret};
use mailtool::client::Account;
use mailtool::net::Tls;
use mailtool::net::certificates::{self, Trust};
use mailtool::net::tls_policy::Mode;
use mailtool::proto::sasl::{Credentials, Mechanism};
use mailtool::server::smtp::Auth;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::peer::{Inbox, Recorder, hand_over, letter, listen, serve, service, token, user, way};

const CANARY: &str = "kan4rie-de-Pamplona";

/// What is done to a line.
type Edit = fn(String) -> String;

/// Between: what becomes of the server's lines, and of the client's.
#[derive(Clone, Copy)]
struct Between(Edit, Edit);

impl Between {
    /// Passes lines on between the next client and the server, which shows the certificate.
    async fn stand(self, socket: TcpListener, server: u16, certificate: String) {
        let key = rcgen::KeyPair::generate().expect("a key");
        let ours = rcgen::CertificateParams::new(["127.0.0.1".to_owned()]).expect("a name").self_signed(&key);
        let chain = vec![ours.expect("a certificate").der().clone()];
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        let ours = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, key).expect("a certificate");
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(certificate.as_bytes()).expect("PEM")).expect("a root");
        let trust = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();

        let (client, _) = socket.accept().await.expect("a client");
        let client = TlsAcceptor::from(Arc::new(ours)).accept(client).await.expect("a handshake");
        let server = TcpStream::connect((Ipv4Addr::LOCALHOST, server)).await.expect("the server");
        let name = ServerName::try_from("127.0.0.1").expect("a name");
        let server = TlsConnector::from(Arc::new(trust)).connect(name, server).await.expect("a handshake");
        let ((from_client, to_client), (from_server, to_server)) = (tokio::io::split(client), tokio::io::split(server));
        tokio::join!(pass(from_server, to_client, self.0), pass(from_client, to_server, self.1));
    }
}

async fn pass(from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin, edit: Edit) {
    let (mut from, mut line) = (BufReader::new(from), String::new());
    while from.read_line(&mut line).await.is_ok_and(|octets| octets > 0) {
        let edited = edit(std::mem::take(&mut line));
        if to.write_all(edited.as_bytes()).await.and(to.flush().await).is_err() {
            break;
        }
    }
    let _ = to.shutdown().await;
}

fn untouched(line: String) -> String {
    line
}

/// Takes out what would notice.
fn stripped(line: String) -> String {
    if !line.starts_with("250") {
        return line;
    }
    let words = line.trim_end().split(' ').filter(|word| !word.ends_with("-PLUS")).collect::<Vec<_>>();
    words.join(" ") + "\r\n"
}

/// Makes the client say that it never could.
fn silenced(line: String) -> String {
    let words: Vec<&str> = line.trim_end().split(' ').collect();
    let [auth @ "AUTH", mechanism, said] = words[..] else { return line };
    let said = STANDARD.decode(said).expect("base64");
    let said = [b"n", said.strip_prefix(b"y").expect("what could bind says so")].concat();
    format!("{auth} {mechanism} {}\r\n", STANDARD.encode(said))
}

/// What becomes of a letter of alicia's, and the transcript.
async fn sent(between: Option<Between>, mechanisms: Option<Vec<Mechanism>>) -> (String, Exit, String) {
    let (inbox, far, near) = (Arc::new(Inbox::default()), Arc::new(Recorder::default()), Arc::default());
    let mut service = service(None, &inbox, &far);
    let (tls, pem) = certificates::generate(&["127.0.0.1".to_owned()]).expect("a certificate");
    (service.tls, service.auth, service.users) = (Some(tls), Auth::Required, vec![user("alicia", CANARY)]);
    let mut way = way(serve(service, true).await, &near);
    if let Some(between) = between {
        let (socket, port) = listen().await;
        tokio::spawn(between.stand(socket, way.server.port, pem));
        way.server.port = port;
    }
    let credentials = Credentials::with_password("alicia", Secret::new(CANARY));
    way.server.account = Some(Account { credentials, mechanisms, insecure_auth: false, nonce: token });
    (way.server.mode, way.server.tls) = (Mode::Implicit, Tls::new(Trust::mozilla(), None, true));
    let told = hand_over(&way, vec![letter(1, &["pepe@gmail.com"], b"x")]).await;
    let transcript = near.get().text.clone();
    (told.lines().concat(), told.outcomes[0].verdict.exit, transcript)
}

#[tokio::test]
async fn who_binds_the_login_is_not_fooled_by_somebody_between() {
    let alone = sent(None, None).await;
    assert_eq!(alone.0, "pepe@gmail.com delivered 250", "{}", alone.2);
    // Passed on as it is, the login belongs to another connection.
    let (passed, stripped, both) =
        (Between(untouched, untouched), Between(stripped, untouched), Between(stripped, silenced));
    for (between, mechanism, words) in [
        (passed, "SCRAM-SHA-512-PLUS", "this login belongs to another TLS connection"),
        (stripped, "SCRAM-SHA-512", "-PLUS was offered and you did not see it"),
        (both, "SCRAM-SHA-512", "this login belongs to another TLS connection"),
    ] {
        let (outcome, exit, transcript) = sent(Some(between), None).await;
        assert_eq!((outcome.as_str(), exit), ("pepe@gmail.com refused 535", Exit::NoPermission), "{transcript}");
        assert!(transcript.contains(&format!("C~ AUTH {mechanism} ••••")), "{transcript}");
        assert!(transcript.contains(&format!("S~ 535 5.7.8 {words}")), "{transcript}");
        assert!(!transcript.contains(CANARY), "{transcript}");
    }
}

/// What does not bind is what somebody between can pass on: the test above is about something.
#[tokio::test]
async fn what_does_not_bind_is_passed_on() {
    let plain = sent(Some(Between(untouched, untouched)), Some(vec![Mechanism::CramMd5])).await;
    assert_eq!(plain.0, "pepe@gmail.com delivered 250", "{}", plain.2);
    let named = sent(Some(Between(untouched, untouched)), Some(vec![Mechanism::ScramSha256])).await;
    assert_eq!(named.0, "pepe@gmail.com delivered 250", "asked for by name, beside what binds: {}", named.2);
}
