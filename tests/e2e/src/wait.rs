//! Waiting until something is there.

use std::time::{Duration, Instant};

use fantoccini::error::CmdError;

use crate::browser::Browser;

/// Longer than anything takes, also where other programs keep the processors busy.
const PATIENCE: Duration = Duration::from_secs(20);
const INTERVAL: Duration = Duration::from_millis(40);
/// As much of a page as helps to see what is wrong.
const TOLD_CHARACTERS: usize = 3000;

/// What a look at the page found, if it is there already. An error means that the page changed meanwhile.
pub type Look<T> = Result<Option<T>, CmdError>;

impl Browser {
    /// Looks at the page again and again until something is there, and returns it.
    ///
    /// # Panics
    /// When it does not come in time. The scenario then tells what is on the page instead.
    pub async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Look<T>) -> T {
        let start = Instant::now();
        loop {
            let found = look().await;
            match found {
                Ok(Some(found)) => return found,
                _ if start.elapsed() < PATIENCE => tokio::time::sleep(INTERVAL).await,
                Ok(None) => panic!("{what} did not come"),
                Err(error) => panic!("{what} did not come: {error:?}"),
            }
        }
    }

    /// Where the browser is and what it shows.
    pub async fn describe(&self) -> String {
        let script = "return [location.href, document.title, document.body.innerText].join('\\n')";
        match self.client.execute(script, Vec::new()).await {
            Ok(page) => {
                let text: String = page.as_str().unwrap_or_default().chars().take(TOLD_CHARACTERS).collect();
                format!("The page was:\n----\n{text}\n----")
            }
            Err(error) => format!("The page could not be read: {error}"),
        }
    }
}
