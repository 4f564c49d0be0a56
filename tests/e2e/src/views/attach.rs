use landscape_stub::Failure;

use crate::{
    Role,
    views::View,
    world::{PRO_TOKEN, World},
};

async fn fill(world: &World, ids: &str, token: &str) {
    world.open_signed_in("/attach").await;
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", token).await;
}

async fn attach(world: &World, ids: &str, token: &str) {
    fill(world, ids, token).await;
    world.press("Attach token").await;
}

pub(super) const VIEWS: [View; 18] = [
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
            world.sees("The token will be sent for 3 of 3 computers.").await;
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
            attach(world, "1, two!, -3", "").await;
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
            fill(world, "1, 2, 7, 9, 1000, 1001, 4711", PRO_TOKEN).await;
            world.tick("Send to the 2 without Pro management all the same").await;
            world.press("Attach token").await;
            world.find(Role::Heading, "Nonexistent computer IDs").await;
            world.find(Role::Progressbar, "Progress").await;
        })
    }),
    View::new("attach-nothing-queued", |world| {
        Box::pin(async {
            fill(world, "7, 1000", PRO_TOKEN).await;
            world.tick("Send to the one without Pro management all the same").await;
            world.press("Attach token").await;
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
    View::new("attach-summary", |world| {
        Box::pin(async {
            fill(world, "1, 2, 3, 4, 5, 6, 7, 8, 35, 34, 36, 4711", PRO_TOKEN).await;
            world.sees("The token will be sent for 10 of 12 computers.").await;
            world.press("Show all 5 computers: 5 computers have no token").await;
        })
    }),
    View::new("attach-dry-run", |world| {
        Box::pin(async {
            fill(world, "1, 2, 3", "").await;
            world.fill("Only the first", "2").await;
            world.press("Dry run").await;
            world.sees("Dry run: nothing was sent.").await;
        })
    }),
    View::new("attach-asking", |world| {
        Box::pin(async {
            attach(world, "1, 2, 4, 5, 7, 4711", PRO_TOKEN).await;
            world.dialog().await;
        })
    }),
    View::new("attach-unchecked", |world| {
        Box::pin(async {
            world.stub.fail_always("GET", "/computers", Failure::html(502));
            fill(world, "1, 2", PRO_TOKEN).await;
            world.sees("The computers could not be checked").await;
        })
    }),
    View::new("attach-checking", |world| {
        Box::pin(async {
            world.stub.fail_always("GET", "/computers", Failure::Stall);
            fill(world, "1, 2", PRO_TOKEN).await;
            world.button("Stop").await;
        })
    }),
    View::new("attach-hostnames", |world| {
        Box::pin(async {
            attach(world, "1, gone-1, twin, gone-2", PRO_TOKEN).await;
            world.sees_focus_on_text("“gone-1”").await;
        })
    }),
    View::new("attach-left-out", |world| {
        Box::pin(async {
            attach(world, "1, 7, 11", PRO_TOKEN).await;
            world.press("Attach").await;
            world.find(Role::Heading, "Left out before sending").await;
        })
    }),
];
