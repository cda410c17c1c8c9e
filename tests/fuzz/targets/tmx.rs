//! Takes in a translation that came as TMX.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::tmx(bytes));
