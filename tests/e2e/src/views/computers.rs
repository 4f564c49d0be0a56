use landscape_stub::{Failure, Seed, Sizes};

use crate::{
    Role,
    views::{MANY, View},
};

/// More than a page of them.
const FLEET: Sizes = Sizes { computers: 120, ..MANY };

pub(super) const VIEWS: [View; 19] = [
    View::new("computers", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.sees("48 computers").await;
        })
    }),
    View::of(Seed::Many(FLEET), "computers-selected", |world| {
        Box::pin(async {
            world.open_signed_in("/computers?page=2").await;
            world.click(Role::Checkbox, "Select Computer 52").await;
            world.press("Next").await;
            world.click(Role::Checkbox, "Select Computer 101").await;
            world.sees("1 of them is not on this page.").await;
        })
    }),
    View::of(Seed::Many(FLEET), "computers-all-selected", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.press("Select all 120 that match").await;
            world.sees("120 computers selected").await;
        })
    }),
    View::of(Seed::Many(FLEET), "computers-selection", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.click(Role::Checkbox, "Select all computers on this page").await;
            world.press("Show selection").await;
            world.sees("1–20 of 50").await;
        })
    }),
    View::new("computers-selection-empty", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.press("Show selection").await;
            world.sees("No computers are selected.").await;
        })
    }),
    View::of(Seed::Many(FLEET), "computers-reading-all", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.sees("120 computers").await;
            world.stub.fail_always("GET", "/computers", Failure::Stall);
            world.press("Select all 120 that match").await;
            world.sees("Reading 0 of 120…").await;
        })
    }),
    View::of(Seed::Many(FLEET), "computers-not-all-read", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.sees("120 computers").await;
            world.fail_reading("/computers", &Failure::html(502));
            world.press("Select all 120 that match").await;
            world.sees("Nothing was added to the selection.").await;
        })
    }),
    View::new("computers-filtered", |world| {
        Box::pin(async {
            world.open_signed_in("/computers?license=legacy&license_id=8&pro_management=true&expires_within=30").await;
            world.sees("No matching computers").await;
        })
    }),
    View::new("computers-refused", |world| {
        Box::pin(async {
            world.open_signed_in("/computers?query=levitating%3Ayes").await;
            world.sees("The server refused this").await;
        })
    }),
    View::new("computers-mixed-or", |world| {
        Box::pin(async {
            world.open_signed_in("/computers?query=tag%3Aweb%20OR%20tag%3Adatabase&license=pro").await;
            world.sees("cannot be asked for together with the filters").await;
        })
    }),
    View::new("computers-syntax", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.sees("48 computers").await;
            world.press("Search syntax").await;
            world.sees("NOT tag:web").await;
        })
    }),
    View::of(Seed::Empty, "computers-none", |world| {
        Box::pin(async {
            world.open_signed_in("/computers").await;
            world.sees("No computers").await;
        })
    }),
    View::new("computers-beyond", |world| {
        Box::pin(async {
            world.open_signed_in("/computers?page=99").await;
            world.sees("There is no such page").await;
        })
    }),
    View::new("computers-loading", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_always("GET", "/computers", Failure::Stall);
            world.follow("Computers").await;
            world.sees("Loading… The Landscape server has not answered yet.").await;
        })
    }),
    View::new("computers-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fail_reading("/computers", &Failure::html(502));
            world.fail_reading("/contracts", &Failure::html(502));
            world.follow("Computers").await;
            world.sees("This could not be loaded").await;
            world.sees("The contracts to choose from could not be loaded.").await;
        })
    }),
    View::new("computer", |world| {
        Box::pin(async {
            world.open_signed_in("/computers/13").await;
            world.sees_fact("Ubuntu Pro", "Attached").await;
        })
    }),
    View::new("computer-with-errors", |world| {
        Box::pin(async {
            world.open_signed_in("/computers/37").await;
            world.sees("The Pro client reported").await;
        })
    }),
    View::new("computer-not-reported", |world| {
        Box::pin(async {
            world.open_signed_in("/computers/38").await;
            world.sees("Not reported yet").await;
        })
    }),
    View::new("computer-missing", |world| {
        Box::pin(async {
            world.open_signed_in("/computers/4711").await;
            world.sees("Computer not found").await;
        })
    }),
];
