use landscape_stub::{ACCESS_KEY, EMAIL};

use crate::{views::View, world::World};

/// Opens the page, and waits for what comes by itself.
async fn open(world: &World) {
    world.open("/sign-in").await;
    world.sees("Landscape server").await;
}

pub(super) const VIEWS: [View; 9] = [
    View::new("sign-in", |world| {
        Box::pin(async {
            open(world).await;
            world.field("Email or identity").await;
        })
    }),
    View::new("sign-in-errors", |world| {
        Box::pin(async {
            open(world).await;
            world.press("Sign in").await;
            world.sees_focus_on_text("There is a problem").await;
        })
    }),
    View::new("sign-in-refused", |world| {
        Box::pin(async {
            open(world).await;
            world.fill("Email or identity", EMAIL).await;
            world.fill("Password", "not the password").await;
            world.press("Sign in").await;
            world.sees_focus_on_text("do not match").await;
        })
    }),
    View::new("sign-in-access-key", |world| {
        Box::pin(async {
            open(world).await;
            world.tick("Access key").await;
            world.field("Secret key").await;
        })
    }),
    View::new("sign-in-access-key-errors", |world| {
        Box::pin(async {
            open(world).await;
            world.tick("Access key").await;
            world.fill("Access key", ACCESS_KEY).await;
            world.press("Show").await;
            world.press("Sign in").await;
            world.sees_focus_on_text("There is a problem").await;
        })
    }),
    View::new("sign-in-token", |world| {
        Box::pin(async {
            open(world).await;
            world.tick("Token").await;
            world.field("JSON Web Token").await;
        })
    }),
    View::new("sign-in-token-errors", |world| {
        Box::pin(async {
            open(world).await;
            world.sign_in_with_token("no token").await;
            world.sees_focus_on_text("There is a problem").await;
        })
    }),
    View::new("signed-out", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.press("Sign out").await;
            world.sees("You have signed out").await;
            world.sees("Landscape server").await;
        })
    }),
    View::new("session-ended", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.revoke_tokens();
            world.follow("Contracts").await;
            world.sees("Your session has ended").await;
            world.sees("Landscape server").await;
        })
    }),
];
