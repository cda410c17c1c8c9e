//! Changes a Fluent file entry by entry.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::editing(bytes));
