//! What a page is looked at with: a width, a theme, and nothing that moves.

use serde_json::json;

use crate::{browser::Browser, devtools, driver::answered};

const HEIGHT: u32 = 800;

/// Stops all that moves, so that two looks at a page see the same.
const STILL: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, *::before, *::after {
        animation: none !important; caret-color: transparent !important; transition: none !important;
    }`);
    document.adoptedStyleSheets = [sheet];
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
        if devtools::are_there() {
            let metrics = json!({ "width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": false });
            self.tools("Emulation.setDeviceMetricsOverride", metrics).await;
        } else {
            answered(self.client.set_window_size(width, HEIGHT).await);
        }
    }

    /// Puts a theme on, as a choice of it does, but without remembering it.
    pub async fn wear(&self, theme: Theme) {
        self.script(&format!("document.documentElement.dataset.theme = '{}'", theme.name())).await;
    }

    /// Stops transitions and animations until the next load.
    pub async fn still(&self) {
        self.script(STILL).await;
    }
}
