//! Back and Forward lead to where the person was on a page.

use e2e::{Setup, scenario, scenario_with};
use landscape_stub::{Seed, Sizes};

const SCROLLED: &str = "return Math.round(document.querySelector('.l-main').scrollTop)";

#[test]
fn back_leads_to_the_same_row_and_the_same_link() {
    let many = Setup { seed: Seed::Many(Sizes { contracts: 300, ..Sizes::default() }), ..Setup::default() };
    scenario_with(many, async |world| {
        world.open_signed_in("/contracts?sort=id").await;
        world.sees("300 contracts").await;
        world.sees_rows("Contracts", 50).await;
        let link = world.rows("Contracts").await[40][0].clone();
        world.follow(&link).await;
        world.sees_heading(&link).await;
        assert_eq!(world.script(SCROLLED).await, 0, "a new page begins at its top");
        world.back().await;
        world.sees("300 contracts").await;
        world.sees_focus("link", &link).await;
        let scrolled = world.script(SCROLLED).await.as_i64().expect("it is a number of pixels");
        assert!(scrolled > 500, "{scrolled}");
        world.reload().await;
        world.sees("300 contracts").await;
        world.sees_true(&format!("{SCROLLED} === {scrolled}")).await;
    });
}

/// Whoever has begun something else is not pulled away from it.
#[test]
fn a_place_is_given_up_when_the_person_moves_on() {
    let many = Setup { seed: Seed::Many(Sizes { contracts: 300, ..Sizes::default() }), ..Setup::default() };
    scenario_with(many, async |world| {
        world.open_signed_in("/contracts?sort=id").await;
        world.sees("300 contracts").await;
        world.sees_rows("Contracts", 50).await;
        let link = world.rows("Contracts").await[40][0].clone();
        world.follow(&link).await;
        world.sees_heading(&link).await;
        world.hold("/contracts").await;
        world.back().await;
        world.sees_held().await;
        world.tab().await;
        world.release().await;
        world.sees("300 contracts").await;
        assert_eq!(world.script(SCROLLED).await, 0);
    });
}

/// Also on a page that comes after its heading, which has the focus until then.
#[test]
fn back_leads_to_a_link_of_a_page_that_comes_after_its_heading() {
    scenario(async |world| {
        world.open_signed_in("/").await;
        world.has_all_code().await;
        for _ in 0..3 {
            world.follow("2 contracts expired").await;
            world.sees_heading("Contracts").await;
            world.back().await;
            world.sees_focus("link", "2 contracts expired").await;
            let frames = "return new Promise((done) => { let left = 10; const next = () => left-- ? requestAnimationFrame(next) : done(null); next() })";
            world.script(frames).await;
            world.sees_focus("link", "2 contracts expired").await;
        }
    });
}
