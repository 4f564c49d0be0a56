//! What is said to people who do not see the page.

use e2e::{World, scenario, world::PRO_TOKEN};

/// Keeps what is said from now on, until the next load.
async fn listen(world: &World) {
    world
        .script(
            "
            const region = document.querySelector('[role=status]');
            window.said = [];
            const keep = () => region.textContent && window.said.push(region.textContent);
            new MutationObserver(keep).observe(region, { childList: true, characterData: true, subtree: true });
        ",
        )
        .await;
}

/// Waits until a text was said, and returns all that was said so far.
async fn hears(world: &World, text: &str) -> Vec<String> {
    world.sees_true(&format!("return window.said.some((said) => said.includes('{text}'))")).await;
    serde_json::from_value(world.script("return window.said").await).expect("texts were said")
}

#[test]
fn every_page_has_one_voice() {
    scenario(async |world| {
        let regions = "return document.querySelectorAll('[role=status], [role=log], [aria-live]').length";
        world.open("/sign-in").await;
        world.sees_heading("Sign in").await;
        assert_eq!(world.script(regions).await, 1);
        world.sign_in().await;
        for path in ["/", "/contracts", "/legacy-licenses", "/attach", "/detach", "/activities", "/activities/103"] {
            world.open(path).await;
            world.button("Sign out").await;
            assert_eq!(world.script(regions).await, 1, "{path}");
        }
    });
}

#[test]
fn a_filter_that_is_typed_says_how_many_are_left_once() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        listen(world).await;
        world.search("Filter contracts", "team++").await;
        let said = hears(world, "1 of 11 contracts").await;
        // On a busy machine the letters come slowly enough for one in between.
        assert!(said.len() <= 3, "six letters are not six messages: {said:?}");
    });
}

#[test]
fn a_result_is_said_with_what_was_left_out() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees_heading("Attach token").await;
        listen(world).await;
        world.fill("Computer IDs", "1 99999").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        hears(world, "2 computers.").await;
        world.press("Attach token").await;
        let said = hears(world, "Queued for 1 of 2 computers. 1 computer was left out").await;
        assert!(said.iter().all(|text| !text.contains(PRO_TOKEN)));
    });
}
