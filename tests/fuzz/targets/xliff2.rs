//! Takes in a translation that came as XLIFF 2.1.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::xliff2(bytes));
