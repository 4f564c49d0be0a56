//! Help where it is needed.

use e2e::{Role, scenario};
use fantoccini::key::Key;

const MEANINGS: &str = "What the statuses mean";

#[test]
fn what_a_status_means_is_one_press_away() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for (path, status) in [("/contracts", "Expires in … days"), ("/legacy-licenses", "Never expires")] {
            world.open(path).await;
            world.press(MEANINGS).await;
            world.find(Role::Dialog, MEANINGS).await;
            world.sees(status).await;
            world.key(Key::Escape).await;
            world.misses(Role::Dialog, MEANINGS).await;
            world.sees_focus("button", MEANINGS).await;
        }
    });
}

#[test]
fn how_a_client_is_set_up_can_be_copied() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for path in ["/attach", "/detach"] {
            world.open(path).await;
            world.sees("How to set a computer up for this").await;
            world.script("document.querySelector('summary').click()").await;
            world.sees("include_manager_plugins = ProManagement").await;
            world.sees("sudo systemctl restart landscape-client").await;
            assert_eq!(world.script("return document.querySelectorAll('details button').length").await, 2);
        }
    });
}
