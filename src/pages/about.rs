//! What this app is: its version, where it comes from, and what it is made of.

use leptos::prelude::*;

use crate::components::page_header::PageHeader;
use crate::components::properties::{Properties, Property};
use crate::route::{LICENSES, Route};
use crate::setting;
use crate::words::about;

/// The commit that `cargo xtask build` was run at, in a `<meta>` of the page.
const COMMIT: &str = "licensing-commit";
/// Name, version and license of each part that is shipped, with tabs between them, as `cargo xtask build` has gathered them.
const PARTS: Option<&str> = option_env!("LICENSING_PARTS");

/// The page "About".
#[component]
pub fn AboutPage() -> impl IntoView {
    let commit =
        setting::of_page(COMMIT).filter(|commit| !commit.is_empty()).unwrap_or_else(|| about::NOT_KNOWN.to_owned());
    let properties: Vec<Property> = vec![
        (about::VERSION, env!("CARGO_PKG_VERSION").into_any()),
        (about::COMMIT, view! { <code>{commit}</code> }.into_any()),
        (about::LICENSE, env!("CARGO_PKG_LICENSE").into_any()),
    ];
    view! {
        <PageHeader heading=Route::About.heading() />
        <Properties properties />
        <p>
            <a href=LICENSES target="_blank">
                {about::FULL_TEXTS}
            </a>
        </p>
        <details>
            <summary>{about::PARTS}</summary>
            <Parts />
        </details>
    }
}

/// What the app is made of, as a table.
#[component]
fn Parts() -> impl IntoView {
    let row = |part: &'static str| {
        let mut cells = part.split('\t');
        view! {
            <tr>
                <th scope="row">{cells.next()}</th>
                <td>{cells.next()}</td>
                <td>{cells.next()}</td>
            </tr>
        }
    };
    let rows = PARTS.unwrap_or_default().lines().map(row).collect_view();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{about::PART}</th>
                    <th scope="col">{about::VERSION}</th>
                    <th scope="col">{about::LICENSE}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
