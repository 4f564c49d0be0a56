use landscape_stub::{Failure, Site};

use crate::{views::View, world::World};

async fn ask_about_everywhere(world: &World) {
    world.open_signed_in("/contracts").await;
    world.sees("11 contracts").await;
    world.press("Sign out everywhere").await;
    world.dialog().await;
}

pub(super) const VIEWS: [View; 9] = [
    View::new("sign-in-continue", |world| {
        Box::pin(async {
            world.sign_in_to_landscape().await;
            world.open("/contracts").await;
            world.button("Continue as John Smith").await;
            world.sees("Landscape server").await;
        })
    }),
    View::new("sign-in-continue-late", |world| {
        Box::pin(async {
            world.open("/contracts").await;
            world.fill("Email or identity", "jsmith").await;
            world.sees("Landscape server").await;
            world.script("return fetch('/new_dashboard/sign-in', { method: 'POST' }).then(() => 1)").await;
            world.pretend("", "visibilitychange").await;
            world.button("Continue as John Smith").await;
        })
    }),
    View::new("sign-in-continue-gone", |world| {
        Box::pin(async {
            world.sign_in_to_landscape().await;
            world.open("/contracts").await;
            world.button("Continue as John Smith").await;
            world.sees("Landscape server").await;
            world.stub.revoke_tokens();
            world.press("Continue as John Smith").await;
            world.sees_focus_on_text("You are no longer signed in to Landscape").await;
        })
    }),
    View::new("sign-in-continue-failed", |world| {
        Box::pin(async {
            world.sign_in_to_landscape().await;
            world.open("/contracts").await;
            world.button("Continue as John Smith").await;
            world.sees("Landscape server").await;
            world.stub.fail_next("GET", "/me", Failure::html(503));
            world.press("Continue as John Smith").await;
            world.sees("You could not be signed in").await;
        })
    }),
    View::new("sign-in-single-sign-on", |world| {
        Box::pin(async {
            world.stub.answer_as(Some(Site::SINGLE_SIGN_ON));
            world.open("/sign-in").await;
            world.sees("single sign-on (Okta)").await;
            world.sees("Landscape server").await;
        })
    }),
    View::new("detach-licensing-off", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.stub.answer_as(Some(Site::SAAS));
            world.follow("Detach token").await;
            world.sees("switched off for this account").await;
        })
    }),
    View::new("everywhere-asking", |world| {
        Box::pin(async {
            ask_about_everywhere(world).await;
        })
    }),
    View::new("everywhere-failed", |world| {
        Box::pin(async {
            ask_about_everywhere(world).await;
            world.stub.fail_next("POST", "/tokens/invalidate-me", Failure::html(503));
            world.press("End every token").await;
            world.sees("You may not be signed out everywhere").await;
        })
    }),
    View::new("everywhere-done", |world| {
        Box::pin(async {
            ask_about_everywhere(world).await;
            world.press("End every token").await;
            world.sees("You have signed out everywhere").await;
            world.sees("Landscape server").await;
        })
    }),
];
