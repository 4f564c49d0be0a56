//! What Chromium alone can do, by the protocol of its developer tools.

use serde_json::{Value, json};

use crate::{
    browser::Browser,
    driver::{Command, answered},
};

/// Whether the browser that the tests are run in has these tools.
pub fn are_there() -> bool {
    std::env::var("E2E_BROWSER").map_or(true, |browser| browser == "chromium")
}

impl Browser {
    /// Does a command of the protocol, and returns its answer.
    pub async fn tools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        answered(self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await)
    }

    /// Runs a script before those of every page from now on.
    pub async fn before_every_page(&self, script: &str) {
        self.tools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Sets what whoever hosts the app can set, in a `<meta>` of every page from now on, as soon as it is there: the app may
    /// have started when the document is complete.
    pub async fn set_by_host(&self, name: &str, content: &str) {
        let (selector, content) = (json!(format!("meta[name={name}]")), json!(content));
        let script = format!(
            "new MutationObserver((_, watching) => {{
                const meta = document.querySelector({selector});
                if (!meta) return;
                meta.content = {content};
                watching.disconnect();
            }}).observe(document, {{ childList: true, subtree: true }})"
        );
        self.before_every_page(&script).await;
    }

    /// Shows the page as on a medium, `screen` or `print`, for somebody with some preferences of media queries.
    pub async fn prefer(&self, medium: &str, preferences: &[(&str, &str)]) {
        let features: Vec<_> =
            preferences.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.tools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features })).await;
    }
}
