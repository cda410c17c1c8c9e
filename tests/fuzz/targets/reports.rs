//! Writes what was found in a tree in every format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::reports(bytes));
