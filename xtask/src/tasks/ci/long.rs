//! The steps of `cargo xtask ci --long`, which take hours. Whoever ran them writes what came of it into `RELIABILITY.md`.

use super::{Args, Needs, Step, cargo_has};

/// The targets in `tests/fuzz/targets`.
const TARGETS: [&str; 14] = [
    "bundles",
    "checking",
    "csv",
    "editing",
    "extracting",
    "mending",
    "po",
    "reading",
    "reports",
    "settings",
    "tbx",
    "tmx",
    "xliff",
    "xliff2",
];

/// Longest input that a fuzzer tries, in bytes.
const LONGEST: &str = "-max_len=4096";

/// How a fuzzer is built: quickly, since it is built anew each time and runs for minutes.
const BUILD: &[(&str, &str)] = &[("CARGO_PROFILE_RELEASE_LTO", "off")];

/// Publishers race and are killed a thousand times, and each request goes wrong in every way.
const LONG: &[(&str, &str)] = &[("PLAINSPOKEN_LONG", "1")];

/// What takes hours, the shortest first.
pub(super) fn steps(args: &Args) -> Vec<Step> {
    let accuracy = ["run", "--release", "--quiet", "-p", "xtask", "--", "accuracy", "--all"];
    let mut steps = vec![
        Step::new("every case of accuracy", "cargo", &accuracy),
        Step::new("what a check costs", "cargo", &["xtask", "bench", "check"]),
        Step::new("how a site's costs grow", "cargo", &["xtask", "bench", "growth"]),
        Step::new("what the FAQ costs a site", "cargo", &["xtask", "bench", "consumers"])
            .needs(Needs::Program("npm")),
    ];
    let rebuilding = ["test", "-p", "plainspoken-tests", "--test", "pipeline", "rebuilding"];
    steps.push(Step::new("bundling again after any edits", "cargo", &rebuilding).with(LONG));
    let publishing = ["test", "-p", "faq-publish", "--test", "storage", "--", "--nocapture"];
    steps.push(Step::new("publishing, and all that can go wrong", "cargo", &publishing).with(LONG));
    steps.extend(TARGETS.map(|target| fuzzer(target, args.minutes)));
    // Which files are changed, and which changes are known to be harmless, stands in `.cargo/mutants.toml`.
    let tool = if cargo_has("nextest") { "nextest" } else { "cargo" };
    let all = ["mutants", "--no-times", "--output", "target", "--test-tool", tool];
    let shard = args.shard.iter().flat_map(|shard| ["--shard", shard]);
    let arguments: Vec<&str> = all.into_iter().chain(shard).collect();
    let mutants = Step::new("mutants", "cargo", &arguments);
    steps.push(mutants.needs(Needs::LongCommand("mutants")));
    steps
}

/// Starts from the corpus in the repository, and keeps what it finds below `target/`.
fn fuzzer(target: &str, minutes: u32) -> Step {
    let found = format!("target/fuzz/{target}/");
    let seconds = format!("-max_total_time={}", u64::from(minutes) * 60);
    let corpus = format!("tests/fuzz/corpus/{target}");
    let artifacts = format!("-artifact_prefix={found}");
    let arguments = [
        "fuzz",
        "run",
        "--fuzz-dir=tests/fuzz",
        // The sanitizers want a nightly compiler and look for what `unsafe_code = "forbid"` leaves none of.
        "--sanitizer=none",
        "--features=libfuzzer",
        "--target-dir=target/fuzz/build",
        target,
        &found,
        &corpus,
        "--",
        LONGEST,
        "-dict=tests/fuzz/words.dict",
        "-print_final_stats=1",
        &artifacts,
        &seconds,
    ];
    Step::new(&format!("fuzzer `{target}`"), "cargo", &arguments)
        .needs(Needs::LongCommand("fuzz"))
        .with(BUILD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fuzzer_is_run() {
        let manifest = include_str!("../../../../tests/fuzz/Cargo.toml");
        let programs = manifest.split("[[bin]]\nname = \"").skip(1);
        let mut names: Vec<&str> = programs.filter_map(|it| it.split('"').next()).collect();
        names.sort_unstable();
        assert_eq!(names, TARGETS);
    }
}
