//! Puts what was found everywhere in the order of reports. A large tree has tens of thousands of findings: each is moved once.

use crate::finding::Finding;

/// Findings of one path, by position; never none.
#[derive(Debug)]
pub(crate) struct FindingsOfPath(Vec<Finding>);

impl FindingsOfPath {
    /// Takes apart findings by path; those of each path are in order.
    pub(crate) fn all_of(mut findings: Vec<Finding>) -> Vec<Self> {
        Finding::sort(&mut findings);
        let mut all = Vec::new();
        while let Some(last) = findings.last() {
            let start = findings.iter().rposition(|it| it.path != last.path).map_or(0, |at| at + 1);
            let of_path = findings.split_off(start);
            all.push(Self(of_path));
        }
        all
    }

    fn path(&self) -> &str {
        self.0.first().map_or("", |finding| &finding.path)
    }
}

/// All of them in the order of reports, those of the same path together.
pub(crate) fn in_order(mut all: Vec<FindingsOfPath>) -> Vec<Finding> {
    all.sort_by(|one, other| one.path().cmp(other.path()));
    let mut findings: Vec<Finding> = Vec::with_capacity(all.iter().map(|it| it.0.len()).sum());
    let mut start = 0;
    for FindingsOfPath(mut more) in all {
        let is_same_path = match (findings.last(), more.first()) {
            (Some(last), Some(next)) => last.path == next.path,
            (None, _) | (_, None) => false,
        };
        if !is_same_path {
            start = findings.len();
        }
        findings.append(&mut more);
        if is_same_path {
            Finding::sort(findings.get_mut(start..).unwrap_or_default());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use faq_content::Position;

    fn at(place: &str) -> Finding {
        let (path, line) = place.split_once(':').expect("a path and a line");
        let line = line.parse().expect("a number");
        Finding {
            rule: "spacing",
            severity: Severity::Warning,
            locale: None,
            path: path.into(),
            start: Position { line, column: 1 },
            end: Position { line, column: 1 },
            span: 0..0,
            message: None,
            text: String::new(),
            help: None,
            fix: None,
            fingerprint: String::new(),
        }
    }

    #[test]
    fn what_files_and_locales_found_stands_by_path_and_line() {
        let found = [
            &["de/b:7", "fr/a:2", "de/b:1"][..],
            &["fr/a:1", "fr/a:3"],
            &[],
            &["de/a:9"],
            &["de/b:3"],
        ];
        let all = found.into_iter().flat_map(|places| {
            FindingsOfPath::all_of(places.iter().map(|place| at(place)).collect())
        });
        let places: Vec<String> = in_order(all.collect())
            .iter()
            .map(|it| format!("{}:{}", it.path, it.start.line))
            .collect();
        assert_eq!(places, ["de/a:9", "de/b:1", "de/b:3", "de/b:7", "fr/a:1", "fr/a:2", "fr/a:3"]);
    }
}
