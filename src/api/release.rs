//! Which release of the app a server gives: its page vouches for every part that it starts by a hash, so that two releases
//! are never told by the same ones.

use std::collections::BTreeSet;

use crate::api::client::Client;
use crate::api::error::ApiError;

/// What the page of every release has. A page without it is another's, such as a proxy's to sign in.
const OURS: &str = "id=\"boot-failed\"";
const VOUCHED: &str = " integrity=\"";

/// The hashes of everything that a page of the app starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release(BTreeSet<String>);

impl Release {
    /// The one of these hashes; `None` where there are none: a build for developing vouches for nothing.
    pub fn of(hashes: impl IntoIterator<Item = String>) -> Option<Self> {
        let hashes: BTreeSet<_> = hashes.into_iter().collect();
        (!hashes.is_empty()).then_some(Self(hashes))
    }

    /// The one of a page, as a server gives it; `None` where it is no page of the app.
    pub fn of_page(page: &str) -> Option<Self> {
        let parts = page.contains(OURS).then(|| page.split(VOUCHED).skip(1))?;
        Self::of(parts.filter_map(|part| part.split('"').next()).map(str::to_owned))
    }
}

impl Client {
    /// Which release the server has now, by the page at an address of the app; `None` where it has none to show.
    ///
    /// # Errors
    /// Where no answer came.
    pub async fn release(&self, address: &str) -> Result<Option<Release>, ApiError> {
        let page = self.page(address).await?;
        Ok(page.as_deref().and_then(Release::of_page))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<script src="./boot-1.js" integrity="sha384-1"></script><script type="module" src="./a.js"
        integrity="sha384-2"></script><link rel="stylesheet" integrity="sha384-3"/><main id="boot-failed">"#;

    fn release(hashes: [&str; 3]) -> Option<Release> {
        Release::of(hashes.map(str::to_owned))
    }

    #[test]
    fn a_release_is_what_its_page_vouches_for_in_any_order() {
        assert_eq!(Release::of_page(PAGE), release(["sha384-3", "sha384-2", "sha384-1"]));
        assert_ne!(Release::of_page(PAGE), release(["sha384-1", "sha384-2", "sha384-4"]));
        assert_ne!(Release::of_page(&PAGE.replace("sha384-2", "sha384-1")), Release::of_page(PAGE));
    }

    #[test]
    fn a_page_of_somebody_else_is_no_release() {
        for page in ["", "<h1>Sign in</h1>", "<script integrity=\"sha384-1\">", "<main id=\"boot-failed\">"] {
            assert_eq!(Release::of_page(page), None, "{page}");
        }
    }
}
