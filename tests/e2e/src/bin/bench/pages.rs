//! The pages that are compared, in the order of the table.

use e2e::speed::Page;
use landscape_stub::Sizes;

use crate::Bench;

/// The app, the page by hand, and the one of React.
pub async fn all(bench: &Bench, sizes: Sizes) -> Vec<Page> {
    vec![
        Page::app(sizes).await,
        Page::of_folder("by hand", bench.folder.join("vanilla"), sizes).await,
        Page::of_folder("React", bench.folder.join("react"), sizes).await,
    ]
}

/// The language, zone and window of the browser that measures.
pub async fn browser(page: &Page) -> e2e::browser::Browser {
    let origin = page.address("");
    let host = origin.trim_start_matches("http://").split('/').next().unwrap_or_default();
    e2e::browser::Browser::start(&e2e::Setup::default(), host).await
}
