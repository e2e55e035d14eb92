//! Random tokens.

/// 32 hexadecimal digits from the system's generator: for nonces, boundaries and identifiers.
pub fn token() -> String {
    let mut octets = [0; 16];
    // The system's generator does not fail once the machine is up; a token must never be predictable.
    if getrandom::fill(&mut octets).is_err() {
        std::process::abort();
    }
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}
