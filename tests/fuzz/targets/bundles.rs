//! Writes a tree for sites.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::bundles(bytes));
