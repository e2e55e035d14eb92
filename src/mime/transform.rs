//! Streaming transforms: octets in, octets out, the result independent of how the input is cut.

use super::flaw::Flaw;

/// A change of octets that needs no more memory however long they are.
pub trait Transform {
    /// Appends to `output` what `input` becomes.
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>);

    /// Appends what is still due at the end.
    fn finish(&mut self, output: &mut Vec<u8>);
}

/// A transform back to what was encoded. It takes any input, salvages what it can and says what was wrong.
pub trait Decode: Transform {
    /// What was wrong since the last time, in the order of the places; offsets count octets of the input. After
    /// [`Transform::finish`] nothing is missing.
    fn findings(&mut self) -> Vec<Flaw>;

    /// The file that the encoded text says it carries, as far as it was read; only uuencode and yEnc name one.
    fn carried(&self) -> Option<&Carried> {
        None
    }
}

/// What an encoded text says about the file in it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Carried {
    /// Its name, octets as they stand there: untrusted, of any charset, perhaps with a path.
    pub name: Vec<u8>,
    /// Its permissions, nine bits, of uuencode's `begin` line.
    pub mode: Option<u32>,
    /// The octets of the whole file, of yEnc's `=ybegin` line.
    pub size: Option<u64>,
}

/// The line end that an encoder writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LineEnd {
    /// As mail has it on the way (RFC 5322 §2.1).
    #[default]
    CrLf,
    /// As files have it.
    Lf,
}

impl LineEnd {
    /// Its octets.
    pub const fn octets(self) -> &'static [u8] {
        match self {
            Self::CrLf => b"\r\n",
            Self::Lf => b"\n",
        }
    }
}
