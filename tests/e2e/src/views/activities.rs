use landscape_stub::Seed;

use crate::{Role, views::View};

pub(super) const VIEWS: [View; 6] = [
    View::new("activities", |world| {
        Box::pin(async {
            world.open_signed_in("/activities").await;
            world.sees("3 activities").await;
        })
    }),
    View::of(Seed::Empty, "activities-none", |world| {
        Box::pin(async {
            world.open_signed_in("/activities").await;
            world.sees("No activities").await;
        })
    }),
    View::new("activity-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/activities/103").await;
            world.sees_fact("Status", "Failed").await;
        })
    }),
    View::new("activity-of-many", |world| {
        Box::pin(async {
            world.open_signed_in("/activities/101").await;
            world.sees_fact("Type", "ActivityGroup").await;
            world.find(Role::Table, "Computers in this activity").await;
        })
    }),
    View::new("activity-ended", |world| {
        Box::pin(async {
            world.open_signed_in("/activities/110").await;
            world.sees("This activity has ended.").await;
            world.button("Copy failed IDs").await;
        })
    }),
    View::new("activity-missing", |world| {
        Box::pin(async {
            world.open_signed_in("/activities/4711").await;
            world.sees("Activity not found").await;
        })
    }),
];
