//! Streaming transforms: octets in, octets out, the result independent of how the input is cut.

/// A change of octets that needs no more memory however long they are.
pub trait Transform {
    /// Appends to `output` what `input` becomes.
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>);

    /// Appends what is still due at the end.
    fn finish(&mut self, output: &mut Vec<u8>);
}
