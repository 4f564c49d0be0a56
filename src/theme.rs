//! The theme: the system's, or the one that was chosen. The choice is the one thing kept in `localStorage`.
//!
//! `public/boot.js` reads it before the first paint; `style/_theme.scss` follows the attribute.

use leptos::prelude::*;

use crate::words;

/// The one key in `localStorage`.
const STORAGE_KEY: &str = "landscape-licensing.theme";
const ATTRIBUTE: &str = "data-theme";

/// How the app looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system does.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What it is called, in storage too.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::System => words::theme::SYSTEM,
            Self::Light => words::theme::LIGHT,
            Self::Dark => words::theme::DARK,
        }
    }

    /// Reads a name; any other is the system's.
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or(Self::System)
    }

    /// The theme in use.
    pub fn current() -> Self {
        let page = document().document_element();
        Self::parse(&page.and_then(|page| page.get_attribute(ATTRIBUTE)).unwrap_or_default())
    }

    /// Puts it to use, and keeps the choice where the browser allows it.
    pub fn choose(self) {
        let page = document().document_element();
        let storage = window().local_storage().ok().flatten();
        if self == Self::System {
            let _ = page.map(|page| page.remove_attribute(ATTRIBUTE));
            let _ = storage.map(|storage| storage.remove_item(STORAGE_KEY));
        } else {
            let _ = page.map(|page| page.set_attribute(ATTRIBUTE, self.name()));
            let _ = storage.map(|storage| storage.set_item(STORAGE_KEY, self.name()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_comes_back_from_its_name_and_nonsense_is_the_systems() {
        for theme in Theme::ALL {
            assert_eq!(Theme::parse(theme.name()), theme);
        }
        assert_eq!(Theme::parse("sepia"), Theme::System);
    }
}
