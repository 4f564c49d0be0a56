//! Using the keyboard alone.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use crate::{browser::Browser, driver::answered, find::Role};

/// More steps than any page has.
const MOST_STEPS: usize = 80;

impl Browser {
    /// Presses a key where the focus is.
    pub async fn key(&self, key: Key) {
        self.keys(&[key.into()]).await;
    }

    /// Presses keys one after another where the focus is.
    pub async fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        answered(self.client.perform_actions(actions).await);
    }

    /// Presses a key that does nothing, and waits for the code of all pages, which then comes.
    pub async fn has_all_code(&self) {
        self.key(Key::Shift).await;
        let arrived = "const arrived = performance.getEntriesByType('resource').map((entry) => entry.name);
            return ['look', 'change', 'sign_in'].every((part) => arrived.some((name) => name.includes(`/${part}-`)))";
        self.sees_true(arrived).await;
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) {
        self.keys(&text.chars().collect::<Vec<_>>()).await;
    }

    /// What has the focus: its role and its accessible name.
    pub async fn focused(&self) -> (String, String) {
        let element = answered(self.client.active_element().await);
        (answered(self.role_of(&element).await), answered(self.name_of(&element).await))
    }

    /// Waits until what has the focus shows a text, such as a summary of problems does.
    pub async fn sees_focus_on_text(&self, text: &str) {
        let what = format!("the focus on the text “{text}”");
        self.until(&what, async || {
            let script = "return document.activeElement === document.body ? '' : document.activeElement.innerText";
            let focused = self.client.execute(script, Vec::new()).await?;
            Ok(focused.as_str().is_some_and(|focused| focused.contains(text)).then_some(()))
        })
        .await;
    }

    /// Waits until something has the focus.
    pub async fn sees_focus(&self, role: &str, name: &str) {
        let what = format!("the focus on the {role} “{name}”");
        self.until(&what, async || {
            let element = self.client.active_element().await?;
            let is_it = self.role_of(&element).await? == role && self.name_of(&element).await? == name;
            Ok(is_it.then_some(()))
        })
        .await;
    }

    /// Presses Tab until a thing has the focus.
    ///
    /// # Panics
    /// When the focus does not come to it.
    pub async fn tab_to(&self, role: Role, name: &str) {
        self.find(role, name).await;
        let mut seen = Vec::new();
        for _ in 0..MOST_STEPS {
            self.tab().await;
            self.come_back().await;
            let focused = self.focused().await;
            if focused.0 == role.name() && focused.1 == name {
                return;
            }
            seen.push(format!("{} “{}”", focused.0, focused.1));
        }
        panic!("Tab does not lead to the {} “{name}”, only to {}", role.name(), seen.join(", "));
    }

    /// Behind the last stop of a page Tab leads into the browser's own controls, in Firefox for good: its driver sends keys
    /// to the page whatever has the focus, but a page without it does not act on them.
    async fn come_back(&self) {
        self.script("if (!document.hasFocus()) window.focus(); return 1").await;
    }

    /// Presses Tab once.
    pub async fn tab(&self) {
        self.key(Key::Tab).await;
    }

    /// Presses Tab from the first stop of the page to the last, and returns the role and the name of each.
    pub async fn tab_stops(&self) -> Vec<(String, String)> {
        // After the last comes the browser, or in one that has nothing around the page, the first again.
        let is_over = "
            const stop = document.activeElement;
            window.firstStop ??= stop;
            return stop === document.body || (arguments[0] > 0 && stop === window.firstStop);
        ";
        let mut stops = Vec::new();
        self.script("delete window.firstStop").await;
        for step in 0..MOST_STEPS {
            self.tab().await;
            if answered(self.client.execute(is_over, vec![step.into()]).await) == true {
                break;
            }
            stops.push(self.focused().await);
        }
        stops
    }
}
