//! What axe-core finds on a page.

use serde_json::{Value, json};

use crate::{browser::Browser, driver::answered};

/// Every rule for WCAG 2.2 at level AA, and good practice beyond it.
const TAGS: [&str; 7] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Runs the rules by name, since those that are off by default would not run by their tags alone.
const RUN: &str = "
    const [tags, done] = arguments;
    const rules = axe.getRules(tags).filter((rule) => !rule.tags.includes('deprecated'));
    const options = { resultTypes: ['violations'], runOnly: { type: 'rule', values: rules.map((rule) => rule.ruleId) } };
    const line = (violation, node) =>
        `${violation.id} at ${node.target.join(' ')}: ${violation.help}. ${node.failureSummary} ${node.html}`;
    axe.run(document, options).then(
        (results) => done(results.violations.flatMap((found) =>
            found.nodes.map((node) => line(found, node).replace(/\\s+/g, ' ')))),
        (error) => done([String(error)]),
    );
";

impl Browser {
    /// Looks at the page as it is with axe-core, and returns each violation: its rule, the element, what helps.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn axe(&self) -> Vec<String> {
        if self.script("return typeof window.axe").await == "undefined" {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../node_modules/axe-core/axe.min.js");
            self.script(&std::fs::read_to_string(path).expect("`cargo xtask setup` installs axe-core")).await;
        }
        let violations = answered(self.client.execute_async(RUN, vec![json!(TAGS)]).await);
        serde_json::from_value(violations).unwrap_or_else(|_| vec!["axe-core gave no answer".to_owned()])
    }

    /// The names of the rules that [`Browser::axe`] goes by, once it has looked.
    pub async fn axe_rules(&self) -> Value {
        self.script(&format!("return axe.getRules({}).map((rule) => rule.ruleId)", json!(TAGS))).await
    }
}
