//! Forms that the server refuses: told at the top, at the field that it names, and nowhere else.

use e2e::{Role, World, scenario, world::PRO_TOKEN};
use fantoccini::key::Key;
use landscape_stub::Failure;

/// The summary of problems has the focus, says this, and stands above the form.
async fn sees_summary(world: &World, words: &str) {
    world.sees_focus_on_text("There is a problem").await;
    world.sees_focus_on_text(words).await;
    let order = "return document.activeElement.compareDocumentPosition(document.querySelector('form'))";
    let follows = world.script(order).await.as_u64().unwrap_or_default() & 4;
    assert_eq!(follows, 4, "the form follows its summary");
    for title in ["Nothing was queued", "may have been queued", "Queued for"] {
        world.shows_nowhere(title).await;
    }
}

async fn sees_invalid(world: &World, field: &str, is_invalid: bool) {
    world.sees_attribute(Role::Textbox, field, "aria-invalid", is_invalid.then_some("true")).await;
}

fn refusal(words: &str) -> Failure {
    Failure::json(400, "InvalidParameterError", words)
}

#[test]
fn a_refused_attachment_is_told_at_the_top_and_at_each_field_that_is_named() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (words, is_ids, is_token) in [
            ("computer_ids holds 2 ids more than allowed.", true, false),
            ("`token` is not one of ours.", false, true),
            ("'token' is refused for these \"computer_ids\".", true, true),
            ("The attach-token endpoint takes no my_computer_ids and no Tokens.", false, false),
        ] {
            world.stub.fail_next("POST", "/attach-token", refusal(words));
            world.fill("Computer IDs", "1 2").await;
            world.fill("Ubuntu Pro token", PRO_TOKEN).await;
            world.press("Attach token").await;
            sees_summary(world, words).await;
            sees_invalid(world, "Computer IDs", is_ids).await;
            sees_invalid(world, "Ubuntu Pro token", is_token).await;
            let told = world.text().await.matches(words).count();
            let at_fields = usize::from(is_ids) + usize::from(is_token);
            assert_eq!(told, if at_fields == 0 { 1 } else { 2 * at_fields }, "{words}");
            world.sees_value("Computer IDs", "1 2").await;
            world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        }
        assert_eq!(world.writes(), 4);
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.shows_nowhere("There is a problem").await;
        sees_invalid(world, "Computer IDs", false).await;
    });
}

/// The summary takes the focus from the very field that it is about: that once stopped the page for good.
#[test]
fn a_refusal_after_enter_in_the_field_that_it_is_about_is_told_and_stays() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_next("POST", "/attach-token", refusal("token is not one of ours."));
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.key(Key::Enter).await;
        sees_summary(world, "token is not one of ours.").await;
        sees_invalid(world, "Ubuntu Pro token", true).await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
    });
}

#[test]
fn the_summary_leads_to_the_field() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_next("POST", "/attach-token", refusal("token is not one of ours."));
        world.fill("Computer IDs", "1").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.follow("The server refused this: “token is not one of ours.”").await;
        world.sees_focus("textbox", "Ubuntu Pro token").await;
        world.sees_path("/attach").await;
    });
}

#[test]
fn a_refusal_without_words_is_told_at_the_top_by_its_status() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (token, words) in [("stub-400", "The request is not acceptable, as asked."), ("C-any", "(status 400)")] {
            if token != "stub-400" {
                world.stub.fail_next("POST", "/attach-token", Failure::html(400));
            }
            world.fill("Computer IDs", "1 2").await;
            world.fill("Ubuntu Pro token", token).await;
            world.press("Attach token").await;
            sees_summary(world, words).await;
            world.shows_nowhere("Apache").await;
            sees_invalid(world, "Computer IDs", false).await;
            sees_invalid(world, "Ubuntu Pro token", false).await;
            world.sees_value("Computer IDs", "1 2").await;
            world.sees_value("Ubuntu Pro token", token).await;
        }
    });
}

#[test]
fn a_refused_detachment_is_told_at_the_top_and_at_the_ids() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        for (words, is_ids) in [("computer_ids must not be empty.", true), ("The detach-token endpoint is off.", false)]
        {
            world.stub.fail_next("POST", "/detach-token", refusal(words));
            world.fill("Computer IDs", "4 5").await;
            world.press("Detach token").await;
            world.press("Detach").await;
            sees_summary(world, words).await;
            world.sees_no_dialog().await;
            sees_invalid(world, "Computer IDs", is_ids).await;
            world.sees_value("Computer IDs", "4 5").await;
        }
        assert_eq!(world.writes(), 2);
    });
}
