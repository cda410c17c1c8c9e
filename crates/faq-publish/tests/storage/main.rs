//! Claims about publishing, with a real server of the S3 protocol, real folders, and everything that can go wrong on the way.
//! `PLAINSPOKEN_LONG=1` does the long ones as often as `RELIABILITY.md` says.

#![expect(clippy::disallowed_methods, reason = "tests write and read whole trees on the disk")]
#![expect(clippy::print_stdout, reason = "figures for RELIABILITY.md, shown with `--nocapture`")]

mod disks;
mod elsewhere;
mod faults;
mod keeping;
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
