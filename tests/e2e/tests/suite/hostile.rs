//! Text from outside is text, whatever it holds, and can be read.

use e2e::{World, scenario};
use landscape_stub::Failure;
use serde_json::json;

/// What somebody may write into a name, a tag, a summary or a result. Whatever would come alive is called evil.
fn payloads() -> Vec<String> {
    let html = [
        "<img class=evil src=x onerror=alert(1)>",
        "<script class=evil>alert(1)</script>",
        "<svg class=evil onload=alert(1)>",
        "<iframe class=evil srcdoc='<script>parent.alert(1)</script>'></iframe>",
        "\"><b class=evil>",
        "'><b class=evil>",
        "</td></tr></table><h1 class=evil>Gone</h1>",
        "</title><script class=evil>alert(1)</script>",
        "</textarea><script class=evil>alert(1)</script>",
        "<style class=evil>*{display:none}</style>",
        "<link class=evil rel=stylesheet href=//evil.example>",
        "<base class=evil href=//evil.example>",
        "<meta class=evil http-equiv=refresh content=0;url=//evil.example>",
        "<form class=evil action=//evil.example><input name=token>",
        "<a class=evil href=javascript:alert(1)>Sign in</a>",
        "<math><mtext><b class=evil>",
        "<details class=evil open ontoggle=alert(1)>",
        "<template class=evil><b>",
        "<object class=evil data=x>",
        "<marquee class=evil onstart=alert(1)>",
        "<!--<b class=evil>",
        "<![CDATA[<b class=evil>]]>",
        "&lt;b class=evil&gt; &#60;b&#62;",
        "javascript:alert(1)//",
        "data:text/html,<b class=evil>",
        "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "%3Cb%20class=evil%3E",
    ];
    let unseen = [
        "db\u{202e}gpj.exe",
        "\u{2066}\u{2067}\u{2068}isolates",
        "zero\u{200b}width\u{200d}joined\u{feff}",
        "soft\u{ad}hyphen",
        "nul\u{0}byte",
        "esc\u{1b}[31mred\u{7}",
        "new\nline\r\nand\ttab",
        "\u{85}\u{2028}\u{2029}",
        "tag\u{e0041}\u{e0042}",
        "\u{200f}\u{202b}שלום\u{202c}",
        "\u{115f}\u{1160}\u{3164}",
        "مرحبا بالعالم",
        "👩\u{200d}💻 🏴 ❤\u{fe0f}",
        "Z̸̡̛͔̤̦͉̦̥̭̠̓̎̈́̊̋̾͘a̴l̷g̶o̵",
        "../../../etc/passwd ..\\..\\",
    ];
    let word = "W".repeat(100_000);
    html.iter().chain(&unseen).map(|text| (*text).to_owned()).chain([word, "w ".repeat(2_000)]).collect()
}

/// Everything that must not be: elements of a payload, what it did, what is not seen, and a page that scrolls sideways.
const HARM: &str = "
    const unseen = /[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff]/;
    const harm = [];
    if (document.querySelector('.evil, iframe, object, script:not([src]):not([type])')) harm.push('an element');
    if (window.alerted) harm.push('a dialog');
    const text = document.body.innerText + document.title;
    const found = text.match(unseen);
    if (found) harm.push('unseen: ' + JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 30)));
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) harm.push(`${scrollWidth} of ${clientWidth} pixels`);
    return harm;
";

async fn check(world: &World, path: &str) {
    assert_eq!(world.script(HARM).await, json!([]), "{path}");
}

const PAGES: [&str; 9] = [
    "/",
    "/contracts",
    "/legacy-licenses",
    "/legacy-licenses/8",
    "/computers",
    "/computers/1",
    "/activities",
    "/activities/101",
    "/activities/102",
];

#[test]
fn what_is_written_in_any_field_is_shown_as_text() {
    scenario(async |world| {
        let payloads = payloads();
        assert!(payloads.len() >= 40);
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        // Another begins, so that every field holds others.
        for first in [0, 13, 29] {
            let texts: Vec<_> = payloads.iter().cycle().skip(first).take(payloads.len()).cloned().collect();
            world.stub.say_instead(texts);
            for path in PAGES {
                world.open(path).await;
                world.script("window.alert = window.confirm = () => { window.alerted = true }").await;
                world.button("Sign out").await;
                world.sees_true("return !/Loading…/.test(document.body.innerText)").await;
                check(world, path).await;
            }
        }
    });
}

#[test]
fn names_are_legible_where_they_decide_something() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.stub.say_instead(vec!["db\u{202e}gpj.exe".to_owned(), "<b class=evil>x\u{200b}</b>".to_owned()]);
        world.fill("Computer IDs", "1, 2, 3").await;
        world.press("Detach token").await;
        world.sees("[U+202E]").await;
        check(world, "/detach").await;
    });
}

#[test]
fn the_words_of_a_refusal_are_text() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for payload in payloads() {
            world.stub.fail_next("GET", "/legacy-licenses/8", Failure::json(403, "Forbidden", &payload));
            world.follow("Legacy licenses").await;
            world.sees("9 licenses").await;
            world.follow("License 8").await;
            world.sees("You do not have permission").await;
            check(world, &payload[..payload.floor_char_boundary(40)]).await;
        }
    });
}
