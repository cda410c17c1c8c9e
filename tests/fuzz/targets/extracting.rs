//! Outlines the messages of a file and adds up what they become.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::extracting(bytes));
