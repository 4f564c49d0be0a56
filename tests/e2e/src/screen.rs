//! What a page is looked at with: a width, a theme, and nothing that moves.

use serde_json::json;

use crate::{browser::Browser, devtools, driver::answered};

const HEIGHT: u32 = 800;
/// As much as is worth a picture.
const HIGHEST: u32 = 2400;
/// How much of a page is to be scrolled to.
const HIDDEN_HEIGHT: &str = "Math.max(...['html', '.l-main', 'dialog[open]'].map((box) => document.querySelector(box))
    .map((box) => (box ? box.scrollHeight - box.clientHeight : 0)))";

/// Stops all that moves and waits for the rows that a long table still makes, frame by frame: two looks at a page see the
/// same.
const STILL: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, *::before, *::after {
        animation: none !important; caret-color: transparent !important; transition: none !important;
    }`);
    document.adoptedStyleSheets = [sheet];
    const elements = () => document.getElementsByTagName('*').length;
    return new Promise((done) => {
        const look = (before, unchanged) => requestAnimationFrame(() => {
            if (unchanged === 5) return done();
            look(elements(), elements() === before ? unchanged + 1 : 0);
        });
        look(elements(), 0);
    });
";

/// The themes that a person can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The app's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Browser {
    /// Makes the page so many pixels wide; where only the window can be resized, as near as its least width allows.
    pub async fn widen(&self, width: u32) {
        self.resize(width, HEIGHT).await;
    }

    /// Takes a picture, as a PNG, of the page at a width, with all that can be scrolled to below.
    pub async fn picture(&self, width: u32) -> Vec<u8> {
        self.widen(width).await;
        let height = self.script(&format!("return Math.min({HIGHEST}, {HEIGHT} + {HIDDEN_HEIGHT})")).await;
        let height = height.as_u64().and_then(|height| height.try_into().ok());
        self.resize(width, height.unwrap_or(HEIGHT)).await;
        answered(self.client.screenshot().await)
    }

    async fn resize(&self, width: u32, height: u32) {
        if devtools::are_there() {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.tools("Emulation.setDeviceMetricsOverride", metrics).await;
        } else {
            answered(self.client.set_window_size(width, height).await);
        }
    }

    /// Puts a theme on, as a choice of it does, but without remembering it.
    pub async fn wear(&self, theme: Theme) {
        self.script(&format!("document.documentElement.dataset.theme = '{}'", theme.name())).await;
    }

    /// Stops transitions and animations until the next load, and waits for what is still being made.
    pub async fn still(&self) {
        self.script(STILL).await;
    }
}
