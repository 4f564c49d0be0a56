//! Computers are counted a few requests at a time, once each, and for one session.

use landscape_licensing::api::computer::query::{ComputerQuery, Selector};
use landscape_licensing::api::id::LicenseId;
use landscape_licensing::components::count_link::CountLink;
use landscape_licensing::counts::use_counts;
use landscape_licensing::session::Session;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;
use crate::people::{signed_in, token, viewer};
use crate::server::Server;
use crate::wait::{frame, settle, until};

const SEVEN: &str = r#"{"count": 7, "results": []}"#;

/// Shows the number of computers on each of so many licenses, each twice.
fn show_counts(licenses: i64) -> (Page, Session) {
    let page = Page::new();
    let session = signed_in();
    page.show(move || {
        let count = |id: i64| {
            let query = ComputerQuery::of(&Selector::LegacyLicense(LicenseId(id)));
            let counted = use_counts().follow(move || query.clone());
            let label = move |many| format!("{many} on {id}");
            view! {
                <p>
                    <CountLink counted href=format!("#{id}") label />
                </p>
            }
        };
        (1..=licenses).chain(1..=licenses).map(count).collect_view()
    });
    (page, session)
}

#[wasm_bindgen_test]
async fn four_are_asked_for_at_once_and_each_once() {
    let (page, _) = show_counts(6);
    let server = Server::answering(200, SEVEN);
    let answer = server.hold();
    until(|| server.lines().len() == 4).await;
    settle().await;
    assert_eq!((server.lines().len(), page.names("p")), (4, vec!["…".to_owned(); 12]));
    answer();
    until(|| page.all("link").len() == 12).await;
    assert_eq!(server.lines().len(), 6);
    assert_eq!(server.lines()[0], "GET /api/v2/computers?query=license-id%3A1&limit=1&offset=0&root_only=false");
    assert_eq!(page.names("link")[5], "7 on 6");
}

#[wasm_bindgen_test]
async fn what_was_counted_is_not_given_to_the_next_person() {
    let (page, session) = show_counts(1);
    let server = Server::answering(200, SEVEN);
    until(|| page.all("link").len() == 2).await;
    let answer = server.hold();
    session.sign_in(viewer(&token(2)));
    until(|| page.names("p") == ["…", "…"]).await;
    answer();
    until(|| page.all("link").len() == 2).await;
    // Sessions of the tests before may say goodbye to the server meanwhile.
    let counting = server.sent().into_iter().filter(|sent| sent.line.starts_with("GET /api/v2/computers?"));
    let with: Vec<_> = counting.filter_map(|sent| sent.authorization).collect();
    assert_eq!(with, [1, 2].map(|serial| format!("Bearer {}", token(serial))));
}

#[wasm_bindgen_test]
async fn a_count_that_fails_is_a_dash_with_its_reason() {
    let (page, _) = show_counts(1);
    Server::answering(403, r#"{"error": "Forbidden", "message": "Not for you."}"#);
    until(|| page.all("span[title]").len() == 2).await;
    let dash = page.all("span[title]").remove(0);
    assert!(dash.title().contains("Not for you."), "{}", dash.title());
    assert!(page.text().contains("Could not be counted"));
}

/// As where another row comes to a place of a table.
#[wasm_bindgen_test]
async fn another_query_is_counted_anew_and_what_is_known_of_it_stands_at_once() {
    let page = Page::new();
    signed_in();
    let id = RwSignal::new(1);
    page.show(move || {
        let query = move || ComputerQuery::of(&Selector::LegacyLicense(LicenseId(id.get())));
        let counted = use_counts().follow(query);
        view! {
            <p>
                <CountLink counted href=Signal::derive(move || format!("#{}", id.get())) label=move |many| format!("{many} on {}", id.get()) />
            </p>
        }
    });
    let server = Server::answering(200, SEVEN);
    until(|| page.names("link") == ["7 on 1"]).await;
    let answer = server.hold();
    id.set(2);
    settle().await;
    assert_eq!(page.names("p"), ["…"], "a number of another is none");
    until(|| server.lines().len() == 2).await;
    answer();
    until(|| page.names("link") == ["7 on 2"]).await;
    assert_eq!(server.lines().len(), 2);
    id.set(1);
    settle().await;
    assert_eq!(page.names("link"), ["7 on 1"]);
    assert_eq!(page.the("a").get_attribute("href").as_deref(), Some("#1"));
    for _ in 0..4 {
        frame().await;
    }
    assert_eq!(server.lines().len(), 2, "it was known");
}
