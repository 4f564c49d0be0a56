//! A long list in parts.

use leptos::prelude::*;

use crate::words::pagination;

/// Which rows of how many are shown, and the ways to the parts before and behind. Nothing where one part holds all.
#[component]
pub fn Pagination(
    /// What is listed.
    label: &'static str,
    /// The part that is shown, counted from 1.
    #[prop(into)]
    page: Signal<usize>,
    /// How many rows a part has.
    length: usize,
    /// How many rows there are in all.
    #[prop(into)]
    total: Signal<usize>,
    /// Called with the part to show.
    on_page: Callback<usize>,
) -> impl IntoView {
    let last = move || total.get().div_ceil(length).max(1);
    let (is_first, is_last) = (move || page.get() <= 1, move || page.get() >= last());
    let first_row = move || (page.get() - 1) * length + 1;
    let last_row = move || (page.get() * length).min(total.get());
    view! {
        <Show when=move || { last() > 1 || page.get() > 1 }>
            <nav class="pagination" aria-label=pagination::of(label)>
                <button
                    type="button"
                    class="p-button u-no-margin--bottom"
                    disabled=is_first
                    on:click=move |_| on_page.run(page.get_untracked() - 1)
                >
                    {pagination::PREVIOUS}
                </button>
                <span class="pagination__place">{move || pagination::rows(first_row(), last_row(), total.get())}</span>
                <button
                    type="button"
                    class="p-button u-no-margin--bottom"
                    disabled=is_last
                    on:click=move |_| on_page.run(page.get_untracked() + 1)
                >
                    {pagination::NEXT}
                </button>
            </nav>
        </Show>
    }
}

/// Reads the part to show from the URL: a number from 1.
pub fn page_of(text: Option<&str>) -> usize {
    text.and_then(|text| text.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
}

/// How a part stands in the URL: the first leaves it clean.
pub fn page_text(page: usize) -> String {
    if page <= 1 { String::new() } else { page.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_from_the_url_and_written_back() {
        for (text, page) in [(None, 1), (Some(""), 1), (Some("0"), 1), (Some("-1"), 1), (Some("x"), 1), (Some("7"), 7)]
        {
            assert_eq!(page_of(text), page, "{text:?}");
        }
        assert_eq!((page_text(1), page_text(7)), (String::new(), "7".to_owned()));
    }
}
