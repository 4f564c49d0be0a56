//! An activity that is followed, as it becomes known.

use std::collections::HashMap;

use landscape_licensing::api::activity::Activity;
use landscape_licensing::api::id::{ActivityId, ComputerId};
use landscape_licensing::api::page::Page as Part;
use landscape_licensing::components::followed_activity::FollowedActivity;
use landscape_licensing::follow::children::Children;
use landscape_licensing::follow::followed::{Details, Followed};
use landscape_licensing::navigation::Navigation;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, text};
use crate::wait::{settle, until};

fn activity(json: serde_json::Value) -> Activity {
    serde_json::from_value(json).expect("it is an activity")
}

fn child(id: i64, status: &str, result: Option<&str>) -> Activity {
    activity(serde_json::json!({
        "id": id, "parent_id": 113, "type": "AttachProRequest", "computer_id": id - 113,
        "activity_status": status, "result_text": result,
    }))
}

/// An activity that nobody asks for: the test says what is known of it.
fn followed() -> Followed {
    let group = serde_json::json!({"id": 113, "type": "ActivityGroup", "activity_status": "delivered"});
    Followed {
        id: ActivityId(113),
        activity: RwSignal::new(Some(std::sync::Arc::new(activity(group)))),
        children: RwSignal::new(Children::default()),
        details: RwSignal::new(Details::None),
        error: RwSignal::new(None),
        rest: RwSignal::new(None),
        is_looking: RwSignal::new(false),
        updated_at: RwSignal::new(None),
        names: RwSignal::new(HashMap::new()),
        names_to_come: RwSignal::new(0),
        notifies: RwSignal::new(false),
        look: Callback::new(|()| ()),
        want_names: Callback::new(|_: Vec<ComputerId>| ()),
    }
}

fn tell(followed: Followed, children: Vec<Activity>) {
    let count = u64::try_from(children.len()).ok();
    followed.children.update(|known| {
        known.read_anew();
        known.merge(0, Part::new(count, children));
    });
    followed.details.set(Details::Listed);
}

#[wasm_bindgen_test]
async fn rows_follow_what_becomes_known() {
    let page = Page::at("/licensing/", "/licensing/activities/113");
    provide_context(Navigation::start());
    let followed = followed();
    page.show(move || view! { <FollowedActivity followed /> });
    tell(followed, vec![child(114, "queued", None), child(115, "queued", None)]);
    until(|| page.all("row").len() == 2).await;
    assert_eq!(text(&page.all("row")[0]), "ID 1Queued— —");
    tell(followed, vec![child(114, "delivered", None), child(115, "failed", Some("Invalid pro token provided."))]);
    settle().await;
    let rows: Vec<_> = page.all("row").iter().map(|row| text(row)).collect();
    assert_eq!(rows, ["ID 1In progress— —", "ID 2FailedThe Pro token is not valid. Details—"]);
}
