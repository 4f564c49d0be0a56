//! What pages say in the console, where the driver does not tell: in Firefox and WebKit.

use serde_json::Value;

use crate::{browser::Browser, engine::Engine};

/// Makes a page write down what its scripts say and which of its errors nobody caught.
const LISTEN: &str = "
    if (window.said) return;
    const said = window.said = [];
    for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
        const say = console[level];
        console[level] = (...words) => {
            said.push(`${level}: ${words.join(' ')}`);
            say.apply(console, words);
        };
    }
    const note = (event) =>
        said.push(`${event.type}: ${event.message ?? event.reason ?? event.violatedDirective ?? event.target.outerHTML}`);
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) addEventListener(type, note, true);
";

const TAKE: &str = "return (window.said ?? []).splice(0)";

impl Browser {
    /// Takes what was written to the browser's console since the last look; in Chromium failed requests included.
    pub async fn console(&self) -> Vec<String> {
        if self.engine == Engine::Chromium {
            let entries = self.log("browser").await;
            return entries.into_iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect();
        }
        self.keep_console().await;
        std::mem::take(&mut *self.said.lock().await)
    }

    /// Keeps what the page has said, before it makes place for another.
    pub(crate) async fn keep_console(&self) {
        if self.engine == Engine::Chromium {
            return;
        }
        let said = self.client.execute(TAKE, Vec::new()).await.unwrap_or_default();
        let said = said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        self.said.lock().await.extend(said);
    }

    /// Listens to a page that has just come.
    pub(crate) async fn listen_to_console(&self) {
        if self.engine != Engine::Chromium {
            self.script(LISTEN).await;
        }
    }
}
