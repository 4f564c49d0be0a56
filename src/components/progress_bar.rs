//! How much of something is done.

use leptos::prelude::*;

use crate::follow::progress::Progress;

/// A bar that fills, and the same in words. It is read out when somebody comes to it, not whenever it moves.
#[component]
pub fn ProgressBar(
    /// What it is of.
    label: &'static str,
    /// How far it is.
    #[prop(into)]
    progress: Signal<Progress>,
    /// How that is told; by what is done, where it is left out.
    #[prop(default = Progress::text)]
    words: fn(&Progress) -> String,
) -> impl IntoView {
    let share = move |part: fn(&Progress) -> usize| move || percent(part(&progress.read()), progress.read().total);
    view! {
        <div class="progress-bar">
            <div
                class="progress-bar__track"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=move || progress.read().total.to_string()
                aria-valuenow=move || progress.read().done().to_string()
                aria-valuetext=move || words(&progress.read())
            >
                <span class="progress-bar__part is-good" style:width=share(|progress| progress.succeeded)></span>
                <span class="progress-bar__part is-bad" style:width=share(|progress| progress.failed)></span>
                <span class="progress-bar__part is-canceled" style:width=share(|progress| progress.canceled)></span>
            </div>
            <p class="progress-bar__text">{move || words(&progress.read())}</p>
        </div>
    }
}

/// A share as CSS has it, rounded down: what is not done never looks done.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = part.saturating_mul(10_000) / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_up() {
        assert_eq!(percent(0, 0), "0.00%");
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(4_999, 5_000), "99.98%");
        assert_eq!(percent(5_000, 5_000), "100.00%");
    }
}
