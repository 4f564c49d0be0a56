//! What is measured on a page. Each measure returns a line for each thing that is not as it should be.

use std::collections::BTreeSet;

use fantoccini::key::Key;

use crate::{browser::Browser, screen::Theme};

const MEASURES: &str = include_str!("measures/measures.js");

/// What is 1280 pixels at 400 %.
const ZOOMED: u32 = 320;
const NARROW: u32 = 360;
const WIDE: u32 = 1280;
/// What is left of A4 between its margins.
const PAPER: u32 = 680;

/// Text as people set it, at widths: as it comes, larger, or as WCAG 1.4.12 has it.
const TEXTS: [(&str, &[u32], &str); 3] = [
    ("usual text", &[ZOOMED, 640, WIDE, 2560], ""),
    ("text twice as large", &[ZOOMED, WIDE], "html { font-size: 200% !important }"),
    (
        "spaced text",
        &[ZOOMED, WIDE],
        "* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }",
    ),
];

impl Browser {
    /// Every measure there is, in Chromium. The page cannot be used any more afterwards.
    pub async fn measures(&self) -> Vec<String> {
        let mut problems = Vec::new();
        problems.extend(self.motion().await);
        self.still().await;
        problems.extend(self.overflow().await);
        problems.extend(self.targets_and_focus().await);
        problems.extend(self.own_colours().await);
        problems.extend(self.paper().await);
        problems.extend(self.translation().await);
        problems
    }

    /// Whether anything moves for those who asked their system that nothing should.
    async fn motion(&self) -> Vec<String> {
        self.script("document.adoptedStyleSheets = []").await;
        self.prefer("screen", &[("prefers-reduced-motion", "reduce")]).await;
        let problems = self.measure("reduced motion", "motion()").await;
        self.prefer("", &[]).await;
        problems
    }

    async fn overflow(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for (text, widths, style) in TEXTS {
            self.script(&format!(
                "const sheet = new CSSStyleSheet(); sheet.replaceSync(`{style}`);
                document.adoptedStyleSheets = [document.adoptedStyleSheets[0], sheet]"
            ))
            .await;
            for &width in widths {
                self.widen(width).await;
                problems.extend(self.measure(&format!("{text}, {width} px"), "overflow()").await);
            }
        }
        self.still().await;
        problems
    }

    async fn targets_and_focus(&self) -> Vec<String> {
        let mut problems = Vec::new();
        // After a key the browser shows the focus, wherever it goes; this one moves nothing.
        self.script("document.activeElement.blur()").await;
        self.key(Key::Home).await;
        for width in [NARROW, WIDE] {
            self.widen(width).await;
            for measure in ["targets()", "focus()"] {
                problems.extend(self.measure(&format!("{width} px"), measure).await);
            }
        }
        problems
    }

    /// Whether statuses and the focus are seen where the system draws the colours.
    async fn own_colours(&self) -> Vec<String> {
        self.prefer("screen", &[("forced-colors", "active")]).await;
        let mut problems = self.measure("forced colours", "frames()").await;
        problems.extend(self.measure("forced colours", "focus('outline')").await);
        self.prefer("", &[]).await;
        problems
    }

    async fn paper(&self) -> Vec<String> {
        self.prefer("print", &[]).await;
        self.widen(PAPER).await;
        let mut problems = Vec::new();
        for theme in Theme::ALL {
            self.wear(theme).await;
            problems.extend(self.measure(&format!("{} on paper", theme.name()), "paper()").await);
        }
        self.prefer("", &[]).await;
        problems
    }

    async fn translation(&self) -> Vec<String> {
        self.script(&format!("{MEASURES} translate()")).await;
        let mut problems = Vec::new();
        for width in [NARROW, WIDE] {
            self.widen(width).await;
            problems.extend(self.measure(&format!("translated, {width} px"), "overflow()").await);
        }
        problems
    }

    /// The lines of one measure, each once, with how the page was looked at.
    async fn measure(&self, how: &str, measure: &str) -> Vec<String> {
        let lines = self.script(&format!("{MEASURES} return {measure}")).await;
        let lines: BTreeSet<String> = serde_json::from_value(lines).expect("a measure returns lines");
        lines.into_iter().map(|line| format!("{how}: {line}")).collect()
    }
}
