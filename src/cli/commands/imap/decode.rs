//! Octets as they were before they were encoded, on their way.

use crate::base::escape::escape_str;
use crate::cli::terminal::Terminal;
use crate::mime::charset::Decoder;
use crate::mime::flaw::Severity;
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::Decode;
use crate::transcript::Weight;

/// How octets become what is wanted: by one step after the other.
#[derive(Default)]
pub struct Decoding {
    steps: Vec<Box<dyn Decode + Send>>,
}

impl Decoding {
    /// As they are.
    pub fn none() -> Decoding {
        Decoding::default()
    }

    /// Nothing is done to them.
    pub fn is_none(&self) -> bool {
        self.steps.is_empty()
    }

    /// What they were before they were encoded.
    pub fn of(mechanism: &str) -> Decoding {
        Decoding { steps: vec![Mechanism::parse(mechanism).decoder()] }
    }

    /// The same, as text in UTF-8.
    pub fn text(mechanism: &str, charset: Option<&str>) -> Decoding {
        Decoding { steps: vec![Mechanism::parse(mechanism).decoder(), Box::new(Decoder::new(charset))] }
    }

    /// What comes out of the next octets; `last`: there are no more.
    pub fn push(&mut self, octets: &[u8], last: bool) -> Vec<u8> {
        let mut octets = octets.to_vec();
        for step in &mut self.steps {
            let mut output = Vec::new();
            step.push(&octets, &mut output);
            if last {
                step.finish(&mut output);
            }
            octets = output;
        }
        octets
    }

    /// What was wrong.
    pub fn tell(&mut self, terminal: &Terminal) {
        for flaw in self.steps.iter_mut().flat_map(|step| step.findings()) {
            let weight = if flaw.severity == Severity::Info { Weight::Info } else { Weight::Warning };
            let text = escape_str(&flaw.message);
            terminal.note(weight, format!("octet {} of the part: {text} ({}) [{}]", flaw.offset, flaw.rfc, flaw.code));
        }
    }
}
