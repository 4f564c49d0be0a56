//! Several tabs of one browser.

use serde_json::json;

use crate::{
    browser::Browser,
    driver::{Command, answered},
};

impl Browser {
    /// Opens a copy of the tab that is looked at, as "Duplicate" does: it takes `sessionStorage` along. Looks at it from now on.
    pub async fn duplicate_tab(&self) {
        let before = self.tabs().await;
        self.script("window.open(location.href)").await;
        let copy = self
            .until("a copy of the tab", async || {
                let handles = self.client.issue_cmd(Command::get("window/handles")).await?;
                let handles: Vec<String> = serde_json::from_value(handles).unwrap_or_default();
                Ok(handles.into_iter().find(|handle| !before.contains(handle)))
            })
            .await;
        self.look_at_tab(&copy).await;
    }

    /// Every tab, by what the driver calls it.
    pub async fn tabs(&self) -> Vec<String> {
        let handles = answered(self.client.issue_cmd(Command::get("window/handles")).await);
        serde_json::from_value(handles).unwrap_or_default()
    }

    /// The tab that is looked at.
    pub async fn this_tab(&self) -> String {
        let handle = answered(self.client.issue_cmd(Command::get("window")).await);
        handle.as_str().unwrap_or_default().to_owned()
    }

    /// Closes the tab that is looked at. Another is to be looked at before anything else.
    pub async fn close_tab(&self) {
        answered(self.client.close_window().await);
    }

    /// Looks at another tab from now on.
    pub async fn look_at_tab(&self, tab: &str) {
        answered(self.client.issue_cmd(Command::post("window", json!({ "handle": tab }))).await);
        self.listen_to_console().await;
    }
}

impl Browser {
    /// Tells the page that the browser shows it again as it was left, as Back does where the browser kept it.
    pub async fn pretend_to_come_back(&self) {
        self.script("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await;
    }
}
