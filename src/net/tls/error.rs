//! Why there is no TLS, in words that say what to do next.

use std::time::Duration;

use rustls::AlertDescription;

use super::words::alert_name;
use crate::net::certificates::CertificateError;
use crate::net::error::seconds;

/// Why there is no TLS.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificate was refused.
    #[error("the certificate of {name} is refused: {reason}; --insecure goes on without verification")]
    Certificate {
        /// The name that was asked for.
        name: String,
        /// Why, in words.
        reason: String,
    },
    /// The certificate is not one of those that are pinned.
    #[error("the certificate of {name} is refused: {reason}")]
    Pin {
        /// The name that was asked for.
        name: String,
        /// The fingerprints that were seen, in words.
        reason: String,
    },
    /// The handshake took too long.
    #[error("{} passed without the end of the TLS handshake; perhaps the server speaks clear text on this port: try --tls starttls", seconds(.0))]
    TooSlow(Duration),
    /// So did that behind STARTTLS.
    #[error("{} passed without the end of the TLS handshake behind STARTTLS", seconds(.0))]
    Stalled(Duration),
    /// The peer does not speak TLS.
    #[error("the server speaks clear text on this port, not TLS: try --tls starttls, or --tls never")]
    ClearText,
    /// The peer speaks TLS where clear text was expected.
    #[error(
        "the server speaks TLS from the first octet on this port: a URL with smtps://, pop3s:// or imaps:// is the way in"
    )]
    TlsExpected,
    /// A client speaks TLS where the server expects clear text.
    #[error("the client speaks TLS from the first octet on a port for clear text")]
    TlsUnexpected,
    /// The handshake failed otherwise.
    #[error("the TLS handshake failed: {0}")]
    Handshake(String),
    /// The connection ended in the middle of the handshake: nobody said no.
    #[error("the connection broke in the middle of the TLS handshake: {0}")]
    Broken(String),
    /// The peer speaks no version that we speak.
    #[error("the server speaks neither TLS 1.2 nor 1.3, and older versions are not spoken here (RFC 8996): {0}")]
    Version(String),
    /// It takes nothing of what was chosen to be offered.
    #[error("the server takes nothing of what is offered ({offered}): {reason}")]
    Offer {
        /// What that is.
        offered: String,
        /// What it said.
        reason: String,
    },
    /// It takes nothing of what can be offered.
    #[error(
        "the server takes nothing of what is spoken here ({spoken}; no RSA or DHE key exchange, no CBC, no older suites): {reason}"
    )]
    Unspoken {
        /// What that is.
        spoken: String,
        /// What it said.
        reason: String,
    },
    /// The server demands a certificate of ours.
    #[error("the server demands a client certificate: --client-cert FILE shows one")]
    Demanded,
    /// The server does not take the certificate of ours.
    #[error("the server does not take our client certificate: {0}")]
    Identity(String),
    /// A name that TLS cannot ask for.
    #[error("{0:?} is not a name that a certificate can be for; --sni NAME gives one")]
    Name(String),
    /// TLS is required and not offered.
    #[error(
        "the server does not offer STARTTLS and TLS is required: perhaps another port has it (smtps://); in clear text only --tls never goes on, and with a password --insecure-auth"
    )]
    NotOffered,
    /// STARTTLS was refused.
    #[error("the server refused STARTTLS and TLS is required: {0}")]
    Refused(String),
    /// A certificate or key of our own that cannot be used.
    #[error(transparent)]
    Own(#[from] CertificateError),
}

impl TlsError {
    /// The same for whoever says by the URL alone how TLS is spoken.
    pub fn by_url(&self) -> String {
        match self {
            TlsError::NotOffered => {
                "the server does not offer STARTTLS: perhaps another port speaks TLS from the first octet (smtps://, \
                 pop3s://, imaps://)"
                    .to_owned()
            }
            TlsError::ClearText => {
                "the server speaks clear text on this port, not TLS: a URL with smtp://, pop3:// or imap:// asks for STARTTLS"
                    .to_owned()
            }
            TlsError::TooSlow(after) => format!(
                "{} passed without the end of the TLS handshake; perhaps the server speaks clear text on this port: a URL \
                 with smtp://, pop3:// or imap:// asks for STARTTLS",
                seconds(after)
            ),
            other => other.to_string(),
        }
    }

    /// What an alert of the server says of a certificate of ours (RFC 8446 §6.2).
    pub(in crate::net) fn of_alert(alert: AlertDescription) -> Option<TlsError> {
        let meaning = match alert {
            AlertDescription::CertificateRequired => return Some(TlsError::Demanded),
            AlertDescription::BadCertificate => "it is broken, or a signature of it is not good",
            AlertDescription::UnsupportedCertificate => "it is of a kind that is not taken there",
            AlertDescription::CertificateRevoked => "it was revoked",
            AlertDescription::CertificateExpired => "it has expired, or is not valid yet",
            AlertDescription::CertificateUnknown => "why is not said",
            AlertDescription::UnknownCA => {
                "who issued it is not trusted there, or an intermediate certificate is missing"
            }
            AlertDescription::AccessDenied => "it is good, but whose it is may not come in",
            _ => return None,
        };
        Some(TlsError::Identity(format!("{meaning} (alert {})", alert_name(alert))))
    }
}
