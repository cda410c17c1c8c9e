//! The table of what was measured: ratios first, then the figures that they are made of.

use std::{collections::BTreeMap, fmt};

use super::super::measuring::{median, ratio};
use crate::Error;

/// What Fluent's own way is called.
const FLUENT: &str = "fluent";
/// The two sites, in the order of the columns.
const SITES: [&str; 2] = ["faq", "thousand"];

/// A ratio that is shown: what it is of, in words and in names, and what is to be reached.
struct Row {
    label: &'static str,
    what: &'static str,
    way: &'static str,
    target: &'static str,
}

const fn row(
    label: &'static str,
    what: &'static str,
    way: &'static str,
    target: &'static str,
) -> Row {
    Row { label, what, way, target }
}

/// How many times less it costs than with Fluent.
const ROWS: [Row; 24] = [
    row("bytes with Brotli, fragment", "bytes br", "fragment", "1"),
    row("bytes with Brotli, JSON and reader", "bytes br", "json", "1"),
    row("the same beside Fluent texts and their provenance", "bytes br, provenance", "json", ""),
    row("bytes with Brotli, npm package, one locale", "bytes br", "npm", "1"),
    row("bytes with gzip, fragment", "bytes gzip", "fragment", "1"),
    row("bytes with gzip, JSON and reader", "bytes gzip", "json", "1"),
    row("bytes with gzip, npm package, one locale", "bytes gzip", "npm", "1"),
    row("Rust, first answer of a new process, generated crate", "rust first", "crate", "100"),
    row("Rust, first answer of a new process, verified JSON", "rust first", "json", "1"),
    row("Rust, open and answer, generated crate", "rust open", "crate", "100"),
    row("Rust, open and answer, verified JSON", "rust open", "json", "1"),
    row("Rust, the same with every entry read at once", "rust open", "json, all of it", ""),
    row("Rust, open a release with all its languages, verified", "rust site", "json", "1"),
    row("Rust, an entry with a fact, generated crate", "rust fact", "crate", "5"),
    row("Rust, the same by an id in a string", "rust fact", "crate, by id", "5"),
    row("Rust, the same, JSON", "rust fact", "json", ""),
    row("Rust, an entry without a fact, generated crate", "rust plain", "crate", ""),
    row("Rust, the same by an id in a string", "rust plain", "crate, by id", ""),
    row("Rust, the same, JSON", "rust plain", "json", ""),
    row("Node, first answer of a new process, npm package", "node first", "npm", "1.5"),
    row("Node, first answer of a new process, verified JSON", "node first", "json", "1.5"),
    row("Node, open and answer, modules loaded before, verified JSON", "node open", "json", "1.5"),
    row("Node, an entry with a fact, npm package", "node fact", "npm", "3"),
    row("Node, an entry without a fact, npm package", "node plain", "npm", "3"),
];

/// Everything that was measured, round by round.
#[derive(Debug, Default)]
pub(super) struct Table {
    rounds: BTreeMap<[String; 3], Vec<f64>>,
}

impl Table {
    /// Adds what a measuring program printed: lines of site, thing, way and rounds.
    pub(super) fn read(&mut self, lines: &str) -> Result<(), Error> {
        for line in lines.lines() {
            let mut parts = line.split('\t');
            let mut next = || parts.next().ok_or_else(|| unreadable(line));
            let (name, what, way, rounds) = (next()?, next()?, next()?, next()?);
            self.add(what, name, way, rounds)?;
        }
        Ok(())
    }

    /// Adds rounds of one thing, parted by white space.
    pub(super) fn add(
        &mut self,
        what: &str,
        name: &str,
        way: &str,
        rounds: &str,
    ) -> Result<(), Error> {
        let key = [what, name, way].map(str::to_owned);
        let all = self.rounds.entry(key).or_default();
        for round in rounds.split_whitespace() {
            all.push(round.parse().map_err(|_| unreadable(round))?);
        }
        Ok(())
    }

    fn rounds(&self, what: &str, name: &str, way: &str) -> &[f64] {
        let key = [what, name, way].map(str::to_owned);
        self.rounds.get(&key).map_or(&[], Vec::as_slice)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| how many times less than with Fluent | this FAQ | 1,000 entries | to reach |"
        )?;
        writeln!(f, "| --- | --: | --: | --: |")?;
        for Row { label, what, way, target } in ROWS {
            let [faq, thousand] = SITES
                .map(|name| ratio(self.rounds(what, name, FLUENT), self.rounds(what, name, way)));
            writeln!(f, "| {label} | {} | {} | {target} |", short(faq), short(thousand))?;
        }
        writeln!(
            f,
            "\n| median: bytes, or nanoseconds of the processor | this FAQ | 1,000 entries |"
        )?;
        writeln!(f, "| --- | --: | --: |")?;
        let [first, ..] = SITES;
        for [what, _, way] in self.rounds.keys().filter(|[_, name, _]| name == first) {
            let [faq, thousand] = SITES.map(|name| median(self.rounds(what, name, way)));
            writeln!(f, "| {what}, {way} | {} | {} |", short(faq), short(thousand))?;
        }
        Ok(())
    }
}

/// Three digits, or all that stand before the point.
fn short(value: f64) -> String {
    let decimals = match value {
        it if it < 10.0 => 2,
        it if it < 100.0 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

fn unreadable(said: &str) -> Error {
    Error::Usage(format!("a measuring program printed {said:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_the_median_of_the_pairs_and_larger_where_fluent_takes_longer() {
        let mut table = Table::default();
        table
            .read("faq\trust fact\tfluent\t30 200 10\nfaq\trust fact\tcrate\t3 1 1")
            .expect("lines");
        table.add("rust fact", "faq", "crate, by id", "60 400 20").expect("rounds");
        let table = table.to_string();
        let of = |label: &str| table.lines().find(|line| line.contains(label)).map(str::to_owned);
        let row = of("an entry with a fact, generated crate");
        assert_eq!(
            row.as_deref(),
            Some("| Rust, an entry with a fact, generated crate | 10.0 | 0.00 | 5 |")
        );
        assert!(table.contains("| Rust, the same by an id in a string | 0.50 | 0.00 | 5 |"));
        assert!(table.contains("| rust fact, fluent | 30.0 | 0.00 |"));
        assert!(Table::default().read("faq\trust fact\tfluent").is_err());
        assert!(Table::default().read("faq\trust fact\tfluent\tfast").is_err());
    }
}
