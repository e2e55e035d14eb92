//! A throw-away certification authority, by the `openssl` program, for right certificates and for wrong ones.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

pub use super::flaw::Flaw;

/// `Ok` if the authority can work here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["openssl"])
}

/// The files of one certificate, all PEM.
#[derive(Clone, Debug)]
pub struct Files {
    /// The certificate alone.
    pub certificate: PathBuf,
    /// Its private key, not encrypted.
    pub key: PathBuf,
    /// What a server presents: the certificate, then the intermediate ones.
    pub chain: PathBuf,
    /// What a client trusts.
    pub ca: PathBuf,
    /// The host name or address that a client must ask for.
    pub name: String,
}

/// The key of a certificate.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// ECDSA on P-256.
    P256,
    /// RSA with so many bits.
    Rsa(u32),
}

/// What a certificate says.
#[derive(Clone, Debug)]
pub struct Request {
    /// The subject's common name, which nobody should look at.
    pub common_name: String,
    /// `subjectAltName` as in x509v3_config(5), for example `DNS:a.test,IP:127.0.0.1`, or `DER:` and hexadecimal
    /// octets; empty for none.
    pub names: String,
    /// The key to make.
    pub key: Key,
    /// With what the issuer signs: `sha256`, `sha1`.
    pub digest: &'static str,
    /// `extendedKeyUsage`; empty for none.
    pub usage: &'static str,
    /// Valid from and until, as `YYYYMMDDHHMMSSZ`.
    pub valid: (&'static str, &'static str),
    /// Further extensions, as lines of x509v3_config(5).
    pub extensions: Vec<String>,
}

impl Request {
    /// A right certificate for a server with these DNS names and addresses, the first of them being the common name.
    pub fn server(names: &[&str]) -> Self {
        let kind =
            |name: &&str| if name.parse::<IpAddr>().is_ok() { format!("IP:{name}") } else { format!("DNS:{name}") };
        Self {
            common_name: names.first().copied().unwrap_or("nobody").to_owned(),
            names: names.iter().map(kind).collect::<Vec<_>>().join(","),
            key: Key::P256,
            digest: "sha256",
            usage: "serverAuth",
            valid: ("20200101000000Z", "20491231235959Z"),
            extensions: vec![
                "basicConstraints = critical,CA:FALSE".into(),
                "keyUsage = critical,digitalSignature".into(),
            ],
        }
    }

    /// An authority of this name.
    pub fn authority(name: &str) -> Self {
        let extensions =
            vec!["basicConstraints = critical,CA:TRUE".into(), "keyUsage = critical,keyCertSign,cRLSign".into()];
        Self { common_name: name.to_owned(), names: String::new(), usage: "", extensions, ..Self::server(&[]) }
    }
}

/// Who signs.
#[derive(Clone, Copy)]
enum Issuer<'a> {
    Itself,
    Authority(&'a Path, &'a Path),
}

/// An authority, root or intermediate. Its files stay where they are when it is dropped, unless it is
/// [throw-away](Authority::throw_away).
#[derive(Debug)]
pub struct Authority {
    directory: PathBuf,
    issued: AtomicU32,
    certificate: PathBuf,
    key: PathBuf,
    /// Intermediate certificates, ours first; empty for a root.
    path: Vec<PathBuf>,
    root: PathBuf,
    room: Option<tempfile::TempDir>,
}

impl Authority {
    /// Makes a root in an existing directory; its certificate is `ca.pem` there.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        let directory = directory.into();
        let (certificate, key) = (directory.join("ca.pem"), directory.join("ca-key.pem"));
        certify(&Request::authority("Test Authority"), Issuer::Itself, &directory, &certificate, &key);
        let root = certificate.clone();
        Self { directory, issued: AtomicU32::new(0), certificate, key, path: Vec::new(), root, room: None }
    }

    /// Makes a root in a temporary directory that goes with it.
    pub fn throw_away() -> Self {
        let room = super::room("ca-");
        let mut authority = Self::new(room.path());
        authority.room = Some(room);
        authority
    }

    /// The root's certificate, for clients to trust.
    pub fn ca(&self) -> &Path {
        &self.root
    }

    /// A right certificate for a server with these DNS names and addresses.
    pub fn server(&self, names: &[&str]) -> Files {
        self.issue(&Request::server(names))
    }

    /// Issues a certificate with a new key. The name to ask for is the common name until you change it.
    pub fn issue(&self, request: &Request) -> Files {
        self.files(request, Issuer::Authority(&self.certificate, &self.key), &self.path)
    }

    /// As [`issue`](Authority::issue), but signed by its own key.
    pub fn self_signed(&self, request: &Request) -> Files {
        self.files(request, Issuer::Itself, &[])
    }

    /// Makes an intermediate authority under this one.
    pub fn intermediate(&self, request: &Request) -> Self {
        let files = self.issue(request);
        let directory = files.key.parent().expect("a directory").to_owned();
        let path = [vec![files.certificate.clone()], self.path.clone()].concat();
        let (certificate, key, root) = (files.certificate, files.key, self.root.clone());
        Self { directory, issued: AtomicU32::new(0), certificate, key, path, root, room: None }
    }

    /// A certificate that a client that wants `host` must refuse, and [what it must ask for](Files::name) to find that
    /// out.
    pub fn flawed(&self, flaw: Flaw, host: &str) -> Files {
        flaw.issue(self, host)
    }

    fn files(&self, request: &Request, issuer: Issuer<'_>, path: &[PathBuf]) -> Files {
        let directory = self.directory.join(self.issued.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
        let [certificate, key, chain] = ["cert.pem", "key.pem", "chain.pem"].map(|name| directory.join(name));
        certify(request, issuer, &directory, &certificate, &key);
        let read = |file: &PathBuf| fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let links: Vec<Vec<u8>> = [&certificate].into_iter().chain(path).map(read).collect();
        super::write(&chain, links.concat());
        Files { certificate, key, chain, ca: self.root.clone(), name: request.common_name.clone() }
    }
}

/// Makes key and certificate. `openssl ca` signs, because `openssl x509` cannot set both dates before version 3.4.
fn certify(request: &Request, issuer: Issuer<'_>, directory: &Path, certificate: &Path, key: &Path) {
    let [config, wish, index] = ["openssl.cnf", "request.pem", "index.txt"].map(|name| directory.join(name));
    super::write(&index, "");
    super::write(&config, configuration(request, directory));
    let subject = format!("/CN={}", request.common_name);
    let (algorithm, parameter) = match request.key {
        Key::P256 => ("EC", "ec_paramgen_curve:P-256".to_owned()),
        Key::Rsa(bits) => ("RSA", format!("rsa_keygen_bits:{bits}")),
    };
    let [config, wish, certificate, key] = [&config, &wish, certificate, key].map(text);
    openssl(&["genpkey", "-algorithm", algorithm, "-pkeyopt", &parameter, "-out", key]);
    openssl(&["req", "-new", "-key", key, "-config", config, "-subj", &subject, "-out", wish]);
    let (from, until) = request.valid;
    let mut sign =
        vec!["ca", "-batch", "-notext", "-config", config, "-in", wish, "-out", certificate, "-extensions", "v3"];
    sign.extend(["-md", request.digest, "-startdate", from, "-enddate", until]);
    match issuer {
        Issuer::Itself => sign.extend(["-selfsign", "-keyfile", key]),
        Issuer::Authority(certificate, key) => sign.extend(["-cert", text(certificate), "-keyfile", text(key)]),
    }
    openssl(&sign);
}

fn configuration(request: &Request, directory: &Path) -> String {
    let directory = directory.display();
    let mut extensions = vec!["subjectKeyIdentifier = hash".to_owned()];
    extensions.extend(request.extensions.iter().cloned());
    if !request.names.is_empty() {
        extensions.push(format!("subjectAltName = {}", request.names));
    }
    if !request.usage.is_empty() {
        extensions.push(format!("extendedKeyUsage = {}", request.usage));
    }
    let extensions = extensions.join("\n");
    format!(
        "[req]\ndistinguished_name = empty\nprompt = no\n[empty]\n\
         [ca]\ndefault_ca = this\n[this]\ndatabase = {directory}/index.txt\nnew_certs_dir = {directory}\n\
         rand_serial = yes\nunique_subject = no\npolicy = any\n[any]\ncommonName = supplied\n[v3]\n{extensions}\n"
    )
}

fn openssl(args: &[&str]) {
    let output = super::run("openssl", args, b"");
    assert!(output.status.success(), "openssl {}:\n{}", args.join(" "), String::from_utf8_lossy(&output.stderr));
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}
