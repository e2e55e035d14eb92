//! Random tokens and numbers.

/// 32 hexadecimal digits from the system's generator: for nonces, boundaries and identifiers.
pub fn token() -> String {
    fill::<16>().iter().map(|octet| format!("{octet:02x}")).collect()
}

/// Any number.
pub fn number() -> u64 {
    u64::from_le_bytes(fill())
}

fn fill<const N: usize>() -> [u8; N] {
    let mut octets = [0; N];
    // The system's generator does not fail once the machine is up; a token must never be predictable.
    if getrandom::fill(&mut octets).is_err() {
        std::process::abort();
    }
    octets
}
