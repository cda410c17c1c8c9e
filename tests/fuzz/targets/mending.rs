//! Mends a tree by its fixes, and brings its files into their usual form.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::mending(bytes));
