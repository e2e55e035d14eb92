#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| mailtool_fuzz::imap::check(octets));
