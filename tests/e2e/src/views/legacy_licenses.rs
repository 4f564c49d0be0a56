use landscape_stub::Seed;

use crate::views::View;

pub(super) const VIEWS: [View; 4] = [
    View::new("legacy-licenses", |world| {
        Box::pin(async {
            world.open_signed_in("/legacy-licenses").await;
            world.sees("9 licenses").await;
            world.sees_counts().await;
        })
    }),
    View::of(Seed::Empty, "legacy-licenses-none", |world| {
        Box::pin(async {
            world.open_signed_in("/legacy-licenses").await;
            world.sees("This account has no legacy licenses").await;
        })
    }),
    View::new("legacy-license", |world| {
        Box::pin(async {
            world.open_signed_in("/legacy-licenses/12").await;
            world.sees_fact("Days left", "7 days").await;
            world.sees("All 1 computer").await;
        })
    }),
    View::new("legacy-license-missing", |world| {
        Box::pin(async {
            world.open_signed_in("/legacy-licenses/4711").await;
            world.sees("Legacy license not found").await;
        })
    }),
];
