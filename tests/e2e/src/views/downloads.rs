use landscape_stub::Failure;

use crate::views::View;

pub(super) const VIEWS: [View; 3] = [
    View::new("csv-saved", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.press("Download CSV").await;
            world.sees("with 11 rows.").await;
        })
    }),
    View::new("csv-preparing", |world| {
        Box::pin(async {
            world.open_signed_in("/activities").await;
            world.sees("Activity 101").await;
            world.hold("limit=200").await;
            world.press("Download CSV").await;
            world.button("Stop").await;
        })
    }),
    View::new("csv-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/activities").await;
            world.sees("Activity 101").await;
            world.fail_reading("/activities/parents", &Failure::html(503));
            world.press("Download CSV").await;
            world.sees("No file was saved").await;
        })
    }),
];
