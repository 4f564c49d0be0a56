use landscape_stub::Failure;

use crate::{
    Role,
    views::View,
    world::{PRO_TOKEN, World},
};

async fn attach(world: &World, ids: &str, token: &str) {
    world.open_signed_in("/attach").await;
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", token).await;
    world.press("Attach token").await;
}

pub(super) const VIEWS: [View; 11] = [
    View::new("attach", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.field("Ubuntu Pro token").await;
        })
    }),
    View::new("attach-filled-in", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fill("Computer IDs", "1, 2, 2\n35").await;
            world.fill("Ubuntu Pro token", PRO_TOKEN).await;
            world.press("Show").await;
            world.sees("1 duplicate was folded").await;
        })
    }),
    View::new("attach-how-to-set-up", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.sees("How to set a computer up for this").await;
            world.script("document.querySelector('summary').click()").await;
            world.sees("include_manager_plugins").await;
        })
    }),
    View::new("attach-leaving", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fill("Ubuntu Pro token", PRO_TOKEN).await;
            world.follow("Contracts").await;
            world.dialog().await;
        })
    }),
    View::new("attach-errors", |world| {
        Box::pin(async {
            attach(world, "1, two, -3", "").await;
            world.sees_focus_on_text("Enter the Ubuntu Pro token.").await;
        })
    }),
    View::new("attach-refused", |world| {
        Box::pin(async {
            attach(world, "1, 2", "stub-400").await;
            world.sees_focus_on_text("There is a problem").await;
        })
    }),
    View::new("attach-sending", |world| {
        Box::pin(async {
            attach(world, "1, 2", "stub-timeout").await;
            world.sees("Sending…").await;
        })
    }),
    View::new("attach-sent", |world| {
        Box::pin(async {
            attach(world, "1, 2, 7, 9, 1000, 1001, 4711", PRO_TOKEN).await;
            world.find(Role::Heading, "Nonexistent computer IDs").await;
        })
    }),
    View::new("attach-nothing-queued", |world| {
        Box::pin(async {
            attach(world, "7, 1000", PRO_TOKEN).await;
            world.find(Role::Heading, "Nonexistent computer IDs").await;
        })
    }),
    View::new("attach-forbidden", |world| {
        Box::pin(async {
            attach(world, "1, 2", "stub-403").await;
            world.sees("Nothing was queued").await;
        })
    }),
    View::new("attach-outcome-unknown", |world| {
        Box::pin(async {
            world.stub.fail_next("POST", "/attach-token", Failure::html(502));
            attach(world, "1, 2", PRO_TOKEN).await;
            world.find(Role::Link, "Look at recent activities").await;
        })
    }),
];
