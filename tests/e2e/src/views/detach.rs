use landscape_stub::Failure;

use crate::{Role, views::View, world::World};

async fn ask(world: &World, ids: &str) {
    world.open_signed_in("/detach").await;
    world.fill("Computer IDs", ids).await;
    world.press("Detach token").await;
}

pub(super) const VIEWS: [View; 7] = [
    View::new("detach", |world| {
        Box::pin(async {
            world.open_signed_in("/detach").await;
            world.field("Computer IDs").await;
        })
    }),
    View::new("detach-errors", |world| {
        Box::pin(async {
            ask(world, "").await;
            world.sees_focus_on_text("There is a problem").await;
        })
    }),
    View::new("detach-asking", |world| {
        Box::pin(async {
            ask(world, "4, 5").await;
            world.dialog().await;
        })
    }),
    View::new("detach-sent", |world| {
        Box::pin(async {
            world.open_signed_in("/detach").await;
            world.fill("Computer IDs", "4, 5, 7").await;
            world.tab().await;
            world.tick("Send to the one without Pro management all the same").await;
            world.press("Detach token").await;
            world.press("Detach").await;
            world.find(Role::Heading, "Invalid computer IDs").await;
            world.find(Role::Progressbar, "Progress").await;
        })
    }),
    View::new("detach-summary", |world| {
        Box::pin(async {
            world.open_signed_in("/detach").await;
            world.fill("Computer IDs", "4, 13, 14, 43, 44, 1, 11, 4711").await;
            world.tab().await;
            world.sees("Ubuntu Pro will be detached from 6 of 8 computers.").await;
        })
    }),
    View::new("detach-asking-many", |world| {
        Box::pin(async {
            ask(world, "4 5 6 13 14 17 18 23 26 27 28 29 30 31 32 36 37 42 43 44 45 1 11").await;
            world.dialog().await;
            world.press("Detach").await;
            world.sees("This is not the number of computers, which is 21.").await;
        })
    }),
    View::new("detach-asking-unchecked", |world| {
        Box::pin(async {
            world.stub.fail_always("GET", "/computers", Failure::html(503));
            ask(world, "4, 5").await;
            world.dialog().await;
        })
    }),
];
