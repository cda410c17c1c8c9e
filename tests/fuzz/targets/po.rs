//! Takes in a translation that came as PO.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::po(bytes));
