use landscape_stub::{Failure, Seed};

use crate::{
    views::{MANY, View},
    world::World,
};

/// Waits until nothing on the page is still being counted.
async fn sees_all(world: &World) {
    world.sees("Show as table").await;
    world.sees_true("return !/…/.test(document.querySelector('main').innerText)").await;
}

pub(super) const VIEWS: [View; 7] = [
    View::new("overview", |world| {
        Box::pin(async {
            world.open_signed_in("/").await;
            sees_all(world).await;
        })
    }),
    View::new("overview-table", |world| {
        Box::pin(async {
            world.open_signed_in("/").await;
            sees_all(world).await;
            world.press("Show as table").await;
            world.sees("Hide the table").await;
        })
    }),
    View::new("overview-loading", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_always("GET", "/", Failure::Stall);
            world.follow("Overview").await;
            world.sees("Loading… The Landscape server has not answered yet.").await;
        })
    }),
    View::new("overview-one-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fail_reading("/legacy-licenses", &Failure::html(502));
            world.follow("Overview").await;
            world.button("Retry").await;
            world.sees_true("return !/…/.test(document.querySelector('main').innerText)").await;
        })
    }),
    View::new("overview-counts-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_always("GET", "/computers", Failure::json(500, "InternalServerError", "A gear is stuck."));
            world.follow("Overview").await;
            sees_all(world).await;
        })
    }),
    View::of(Seed::Empty, "overview-empty", |world| {
        Box::pin(async {
            world.open_signed_in("/").await;
            sees_all(world).await;
        })
    }),
    View::of(Seed::Many(MANY), "overview-many", |world| {
        Box::pin(async {
            world.open_signed_in("/").await;
            sees_all(world).await;
        })
    }),
];
