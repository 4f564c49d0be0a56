use std::time::Duration;

use landscape_stub::{Failure, Seed, Sizes};

use crate::{
    Role,
    views::View,
    world::{PRO_TOKEN, World},
};

/// Three requests.
const FLEET: Seed = Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 1200, children: 1200 });
const ATTACH: &str = "/attach-token";

async fn send(world: &World) {
    let ids = (1..=1200).map(|id| id.to_string()).collect::<Vec<_>>().join(", ");
    world.paste("Computer IDs", &ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    send_again(world).await;
}

/// Some of the computers have a token, so that there is a question.
async fn send_again(world: &World) {
    world.press("Attach token").await;
    world.dialog().await;
    world.press("Attach").await;
}

pub(super) const VIEWS: [View; 8] = [
    View::of(FLEET, "rollout-after-reload", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_after(1, "POST", ATTACH, Failure::Stall);
            send(world).await;
            world.sees("Request 2 of 3").await;
            world.reload().await;
            world.sees("computers may have been queued").await;
            world.find(Role::Table, "Requests").await;
        })
    }),
    View::of(FLEET, "rollout-under-way", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.hold(ATTACH).await;
            send(world).await;
            world.sees_held().await;
            world.find(Role::Progressbar, "Computers sent").await;
        })
    }),
    View::of(FLEET, "rollout-stopped", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.hold(ATTACH).await;
            send(world).await;
            world.sees_held().await;
            world.press("Stop").await;
            world.release().await;
            world.sees("since you stopped").await;
            world.find(Role::Progressbar, "Progress").await;
            world.sees("Computer 50").await;
        })
    }),
    View::of(FLEET, "rollout-outcome-unknown", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_after(1, "POST", ATTACH, Failure::html(502));
            send(world).await;
            world.find(Role::Link, "Look at recent activities").await;
            world.find(Role::Progressbar, "Progress").await;
        })
    }),
    View::of(FLEET, "rollout-sent-before", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_after(1, "POST", ATTACH, Failure::html(502));
            send(world).await;
            world.sees("Request 2 of 3 may have been queued").await;
            send_again(world).await;
            world.sees("Sent before").await;
            world.find(Role::Progressbar, "Progress").await;
        })
    }),
    View::of(FLEET, "rollout-refused", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_next("POST", ATTACH, Failure::json(403, "Forbidden", "Not for you."));
            send(world).await;
            world.sees("Not for you.").await;
        })
    }),
    View::of(FLEET, "rollout-ended", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            send(world).await;
            world.find(Role::Heading, "Queued for 1,200 of 1,200 computers").await;
            world.stub.advance(Duration::from_secs(60));
            world.sees("All of these activities have ended.").await;
            world.sees("Computer 50").await;
        })
    }),
    View::new("replaced-unchanged", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fill("Computer IDs", "4 36 45").await;
            world.fill("Ubuntu Pro token", PRO_TOKEN).await;
            send_again(world).await;
            world.sees("How it goes on is shown below.").await;
            world.stub.advance(Duration::from_secs(60));
            world.find(Role::Heading, "Unchanged on 1 of 3 computers that had a token").await;
            world.sees("This activity has ended.").await;
        })
    }),
];
