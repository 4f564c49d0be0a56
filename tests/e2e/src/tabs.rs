//! Several tabs of one browser.

use fantoccini::Locator;
use serde_json::json;

use crate::{
    browser::Browser,
    driver::{Command, answered},
};

/// A link to the page itself, above everything else, whose tab is a copy of this one.
const OPENER: &str = "
    const opener = document.createElement('a');
    Object.assign(opener, { id: 'opener', href: location.href, target: '_blank', rel: 'opener', textContent: 'copy' });
    Object.assign(opener.style, { position: 'fixed', top: '0', left: '0', zIndex: '9999' });
    document.body.append(opener);
";

impl Browser {
    /// Opens a copy of the tab that is looked at, as "Duplicate" does: it takes `sessionStorage` along. Looks at it from now on.
    pub async fn duplicate_tab(&self) {
        let before = self.tabs().await;
        // By a press: WebKit opens nothing for a script.
        self.script(OPENER).await;
        let opener = answered(self.client.find(Locator::Id("opener")).await);
        answered(opener.click().await);
        self.script("document.getElementById('opener').remove()").await;
        let copy = self
            .until("a copy of the tab", async || {
                let handles = self.client.issue_cmd(Command::get("window/handles")).await?;
                let handles: Vec<String> = serde_json::from_value(handles).unwrap_or_default();
                Ok(handles.into_iter().find(|handle| !before.contains(handle)))
            })
            .await;
        self.look_at_tab(&copy).await;
        self.take_size().await;
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
