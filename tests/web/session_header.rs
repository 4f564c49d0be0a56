//! Who is signed in, to which account, and for how long.

use landscape_licensing::api::auth::{Account, Profile};
use landscape_licensing::components::session_header::SessionHeader;
use landscape_licensing::navigation::Navigation;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::events::choose;
use crate::page::{Page, said, text, within};
use crate::wait::{settle, until};

const WARNING: &str = ".p-notification--caution";

struct Header {
    page: Page,
    seconds_left: RwSignal<Option<i64>>,
    is_switching: RwSignal<bool>,
    switched: RwSignal<Vec<String>>,
    signed_out: RwSignal<u32>,
    is_ending: RwSignal<bool>,
    signed_out_everywhere: RwSignal<u32>,
}

fn show_header(profile: Profile, seconds_left: Option<i64>) -> Header {
    let page = Page::new();
    let (seconds_left, is_switching) = (RwSignal::new(seconds_left), RwSignal::new(false));
    let (switched, signed_out) = (RwSignal::default(), RwSignal::default());
    let (is_ending, signed_out_everywhere) = (RwSignal::new(false), RwSignal::default());
    provide_context(Navigation::start());
    page.show(move || {
        let profile = Memo::new(move |_| profile.clone());
        let on_switch = Callback::new(move |name| switched.update(|names: &mut Vec<String>| names.push(name)));
        let on_sign_out = Callback::new(move |()| signed_out.update(|times| *times += 1));
        let on_sign_out_everywhere = Callback::new(move |()| signed_out_everywhere.update(|times| *times += 1));
        let (seconds_left, is_switching, is_ending) = (seconds_left.into(), is_switching.into(), is_ending.into());
        view! {
            <SessionHeader
                profile seconds_left is_switching on_switch on_sign_out is_ending on_sign_out_everywhere
            />
        }
    });
    Header { page, seconds_left, is_switching, switched, signed_out, is_ending, signed_out_everywhere }
}

fn john(accounts: &[(&str, Option<&str>)]) -> Profile {
    let account =
        |(name, title): &(&str, Option<&str>)| Account { name: (*name).to_owned(), title: title.map(str::to_owned) };
    Profile {
        email: Some("john.smith@example.com".to_owned()),
        name: Some("John Smith".to_owned()),
        accounts: accounts.iter().map(account).collect(),
        current_account: Some("onward".to_owned()),
    }
}

const SEVERAL: [(&str, Option<&str>); 2] = [("lab", None), ("onward", Some("Onward, Inc."))];

#[wasm_bindgen_test]
async fn the_time_left_is_told_in_the_last_half_hour_and_warned_of_in_the_last_five_minutes() {
    let Header { page, seconds_left, .. } = show_header(john(&[]), None);
    let time = || page.all(".session-header__time").iter().map(|time| text(time)).collect::<Vec<_>>();
    let none: [&str; 0] = [];
    for (seconds, shown, is_warned) in [
        (None, &none[..], false),
        (Some(30 * 60), &none, false),
        (Some(30 * 60 - 1), &["29 minutes left"], false),
        (Some(6 * 60 - 1), &["5 minutes left"], false),
        (Some(5 * 60 + 1), &["5 minutes left"], false),
        (Some(5 * 60), &["5 minutes left"], true),
        (Some(5 * 60 - 1), &["4 minutes left"], true),
        (Some(2 * 60 - 1), &["1 minute left"], true),
        (Some(60), &["1 minute left"], true),
        (Some(59), &["Less than a minute left"], true),
        (Some(1), &["Less than a minute left"], true),
        (Some(0), &["Time is over"], true),
        (Some(-60), &["Time is over"], true),
    ] {
        seconds_left.set(seconds);
        until(|| time() == shown && page.has(WARNING) == is_warned).await;
    }
    let warning = page.names(WARNING).concat();
    assert!(warning.contains("Your session is about to end"));
    until(|| said().contains("Your session is about to end")).await;
    assert!(!warning.contains(|letter: char| letter.is_ascii_digit()), "it would be told anew each minute: {warning}");
    seconds_left.set(Some(3600));
    until(|| !page.has(WARNING)).await;
}

#[wasm_bindgen_test]
fn who_and_which_account_are_named() {
    let Header { page, .. } = show_header(john(&[("onward", Some("Onward, Inc."))]), None);
    assert!(page.text().contains("John Smith") && page.text().contains("Onward, Inc."), "{}", page.text());
    assert_eq!(page.names("combobox"), ["Theme"]);
}

#[wasm_bindgen_test]
fn a_person_of_whom_little_is_known_is_named_as_far_as_known() {
    #[track_caller]
    fn check(profile: Profile, expected: &str) {
        let page = show_header(profile, None).page;
        assert_eq!(page.names(".session-header__who"), [expected]);
    }
    check(Profile { name: None, current_account: None, ..john(&[]) }, "john.smith@example.com");
    check(Profile { name: None, email: None, ..john(&[]) }, "Signed inonward");
    check(Profile::default(), "Signed in");
}

#[wasm_bindgen_test]
async fn several_accounts_are_a_choice() {
    let Header { page, switched, .. } = show_header(john(&SEVERAL), None);
    let select: HtmlSelectElement = page.find("combobox", "Account").unchecked_into();
    let options: Vec<_> = within(&select, "option").iter().map(|option| text(option)).collect();
    assert_eq!(options, ["lab", "Onward, Inc."]);
    until(|| select.value() == "onward").await;
    choose(&select, "lab");
    assert_eq!(switched.get_untracked(), ["lab"]);
}

#[wasm_bindgen_test]
async fn a_change_that_failed_leaves_the_account_in_use_chosen() {
    let Header { page, is_switching, .. } = show_header(john(&SEVERAL), None);
    let select: HtmlSelectElement = page.find("combobox", "Account").unchecked_into();
    until(|| select.value() == "onward").await;
    choose(&select, "lab");
    is_switching.set(true);
    settle().await;
    is_switching.set(false);
    until(|| select.value() == "onward").await;
}

#[wasm_bindgen_test]
fn a_press_signs_out() {
    let Header { page, signed_out, .. } = show_header(john(&[]), None);
    page.press("Sign out");
    assert_eq!(signed_out.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn signing_out_everywhere_is_asked_about_first() {
    let Header { page, signed_out, is_ending, signed_out_everywhere, .. } = show_header(john(&[]), None);
    page.press("Sign out everywhere");
    until(|| page.has("dialog")).await;
    let dialog = page.the("dialog");
    for meant in ["every other device", "Scripts and programs"] {
        assert!(text(&dialog).contains(meant), "{}", text(&dialog));
    }
    assert_eq!(signed_out_everywhere.get_untracked(), 0);
    page.press("End every token");
    until(|| signed_out_everywhere.get_untracked() == 1 && !page.has("dialog")).await;
    is_ending.set(true);
    until(|| page.text().contains("Ending your tokens…")).await;
    page.press("Sign out everywhere");
    settle().await;
    assert!(!page.has("dialog"), "it is under way");
    assert_eq!(signed_out.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn a_warning_stays_in_place_while_time_goes_on() {
    let Header { page, seconds_left, .. } = show_header(john(&[]), Some(5 * 60));
    until(|| page.has(WARNING)).await;
    let warning = page.the(WARNING);
    for seconds in [4 * 60, 59, 0] {
        seconds_left.set(Some(seconds));
        settle().await;
        assert_eq!(page.the(WARNING), warning, "{seconds}");
    }
}
