//! Takes in a translation that came as XLIFF 1.2.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::xliff(bytes));
