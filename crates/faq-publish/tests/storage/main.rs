//! Claims about publishing, with a real server of the S3 protocol, real folders, and everything that can go wrong on the way.
//! `PLAINSPOKEN_LONG=1` does the long ones as often as `RELIABILITY.md` says.

mod disks;
mod faults;
mod killed;
mod racing;
mod reader;
mod release;
mod server;
mod sweeping;
mod web;

/// How often something is tried: in the ordinary tests, in the long ones.
fn times(ordinary: u32, long: u32) -> u32 {
    if std::env::var_os("PLAINSPOKEN_LONG").is_some() { long } else { ordinary }
}
