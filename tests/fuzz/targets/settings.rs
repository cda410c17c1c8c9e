//! Reads registries, catalogs, policies, baselines and what stands beside the texts of a locale.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plainspoken_fuzz::settings(bytes));
