use crate::{Role, views::View, world::World};

async fn ask(world: &World, ids: &str) {
    world.open_signed_in("/detach").await;
    world.fill("Computer IDs", ids).await;
    world.press("Detach token").await;
}

pub(super) const VIEWS: [View; 4] = [
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
            ask(world, "4, 5, 7").await;
            world.press("Detach").await;
            world.find(Role::Heading, "Invalid computer IDs").await;
        })
    }),
];
