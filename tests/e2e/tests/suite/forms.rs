//! When a form says what is wrong, and that saying so costs nothing.

use e2e::{Role, scenario, world::PRO_TOKEN};

const NO_ID: &str = "“-x” is neither a computer ID nor a hostname. IDs are whole numbers, such as 17.";

#[test]
fn a_problem_is_told_when_the_field_is_left_and_not_while_one_types() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 -x").await;
        assert!(!world.text().await.contains("is neither a computer ID"));
        world.tab().await;
        world.sees(NO_ID).await;
        world.sees_attribute(Role::Textbox, "Computer IDs", "aria-invalid", Some("true")).await;
        assert!(!world.text().await.contains("There is a problem"), "the summary is for what was sent");
        world.fill("Computer IDs", "1").await;
        world.tab().await;
        world.sees_no_more(NO_ID).await;
        world.sees_attribute(Role::Textbox, "Computer IDs", "aria-invalid", None).await;
        assert_eq!(world.writes(), 0);
    });
}

/// The message makes the form longer while the button is pressed: the press counts all the same.
#[test]
fn leaving_a_bad_field_by_a_press_loses_no_press() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.fill("Computer IDs", "1 -x").await;
        world.press("Attach token").await;
        world.sees("There is a problem").await;
        world.sees_focus_on_text("There is a problem").await;
        world.fill("Computer IDs", "1 -x -y").await;
        world.press("Show").await;
        world.sees("2 entries are neither computer IDs nor hostnames").await;
        world.button("Hide").await;
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn the_title_says_that_there_is_an_error() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees_title("Attach token · Landscape licensing").await;
        world.press("Attach token").await;
        world.sees_title("Error: Attach token · Landscape licensing").await;
        world.follow("Contracts").await;
        world.sees_title("Contracts · Landscape licensing").await;
    });
}

/// A tenth of a second is what people take for at once.
#[test]
fn ten_thousand_ids_are_pasted_without_a_stutter() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees("Computer IDs").await;
        let script = "
            const field = document.querySelector('textarea');
            const ids = Array.from({ length: 10_000 }, (_, index) => index + 1).join(', ');
            const times = [];
            for (let round = 0; round < 5; round += 1) {
                field.value = ids;
                const start = performance.now();
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                document.body.offsetHeight;
                times.push(performance.now() - start);
                field.value = '';
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            field.value = ids;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            return times.sort((left, right) => left - right)[2];
        ";
        let milliseconds = world.script(script).await.as_f64().expect("it is a time");
        world.sees("10,000 computers.").await;
        assert!(milliseconds < 100.0, "{milliseconds} ms");
    });
}

/// Back by a key takes the page away under the field: that once stopped the app.
#[test]
fn a_page_that_is_left_with_the_focus_in_a_field_loses_nothing() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sign_in().await;
        for (link, heading) in [("Attach token", "Attach token"), ("Detach token", "Detach token")] {
            world.open("/contracts").await;
            world.sees("11 contracts").await;
            world.follow(link).await;
            world.fill("Computer IDs", "1 2").await;
            world.back().await;
            world.sees_heading("Contracts").await;
            world.sees("11 contracts").await;
            world.forward().await;
            world.sees_heading(heading).await;
            world.sees_value("Computer IDs", "1 2").await;
        }
    });
}
