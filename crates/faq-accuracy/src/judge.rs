//! Judges a case: was the defect found, and was anything found where there is none?

use faq_check::{CheckInput, Example, ExampleError, Finding, Profile, check};

use crate::{
    case::{Case, Target},
    tree::Tree,
};

/// What was found in a case.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Whether the rule found the defect (any rule, where the case names none), in the right message or file. None where there is no defect.
    pub caught: Option<bool>,
    /// What was found in the tree with the defect.
    pub found: Vec<Finding>,
    /// What was found in the tree without one.
    pub false_alarms: Vec<Finding>,
}

/// Judges a case.
pub fn judge(case: &Case) -> Result<Verdict, ExampleError> {
    let false_alarms = findings(&case.right, case.profile)?;
    if !case.has_defect() {
        return Ok(Verdict { caught: None, found: Vec::new(), false_alarms });
    }
    let found = findings(&case.wrong, case.profile)?;
    let caught =
        found.iter().any(|it| (case.rule.is_empty() || it.rule == case.rule) && is_about(it, case));
    Ok(Verdict { caught: Some(caught), found, false_alarms })
}

fn findings(tree: &Tree, profile: Profile) -> Result<Vec<Finding>, ExampleError> {
    let example = tree.example()?;
    let mut policy = example.policy.clone().on(Example::DAY);
    policy.profile = profile;
    let checked = check(CheckInput {
        tree: &example.tree,
        registry: &example.registry,
        catalog: example.catalog.as_ref(),
        policy: &policy,
    });
    Ok(checked.findings)
}

fn is_about(finding: &Finding, case: &Case) -> bool {
    let is_target = match &case.target {
        Target::Message(id) => finding.message.as_deref() == Some(id),
        Target::File(path) => *finding.path == **path,
    };
    is_target && finding.locale.as_deref().is_none_or(|it| it == case.locale)
}

impl Verdict {
    /// Other rules than the case's that found something in the tree with the defect.
    pub fn others(&self, case: &Case) -> Vec<&'static str> {
        let mut others: Vec<&'static str> =
            self.found.iter().map(|it| it.rule).filter(|it| *it != case.rule).collect();
        others.sort_unstable();
        others.dedup();
        others
    }
}
