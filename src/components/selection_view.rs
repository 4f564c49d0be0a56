//! The computers that are chosen, to be seen and trimmed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::id::ComputerId;
use crate::components::computer_rows::numbered;
use crate::components::dialog::{CloseButton, Dialog};
use crate::components::form::focus;
use crate::components::pagination::Pagination;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::selection::{Name, Selection};
use crate::visible;
use crate::words::computers_page::selection as own_words;
use crate::words::{self, fields};

const DIALOG: &str = "selection-view";
/// How many rows stand in the dialog at once.
const ROWS: usize = 20;

/// A button that opens the selection.
#[component]
pub fn SelectionView(
    /// What is chosen.
    selection: Selection,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let clear = move |_| {
        selection.clear();
        open.set(false);
    };
    let actions = move || {
        view! {
            <button type="button" class="p-button u-no-margin--bottom" on:click=clear>
                {own_words::CLEAR}
            </button>
            <CloseButton open label=words::CLOSE />
        }
    };
    view! {
        <button
            type="button"
            class="p-button is-dense u-no-margin--bottom"
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            {own_words::SHOW}
        </button>
        <Dialog open id=DIALOG title=Signal::stored(own_words::HEADING.to_owned()) actions>
            <Chosen selection />
        </Dialog>
    }
}

#[component]
fn Chosen(selection: Selection) -> impl IntoView {
    let asked = RwSignal::new(1);
    let total = Memo::new(move |_| selection.count());
    let page = Memo::new(move |_| asked.get().min(total.get().div_ceil(ROWS)).max(1));
    let rows = Memo::new(move |_| {
        let first = (page.get() - 1) * ROWS;
        selection.entries().into_iter().skip(first).take(ROWS).collect::<Vec<_>>()
    });
    let remove = Callback::new(move |id: ComputerId| {
        let next = successor(&rows.read_untracked(), id);
        selection.remove([id]);
        request_animation_frame(move || focus_row(next));
    });
    view! {
        <p>{move || if total.get() == 0 { own_words::NONE_LEFT.to_owned() } else { own_words::selected(total.get()) }}</p>
        <Show when=move || { total.get() > 0 }>
            <div class="data-table selection-view" role="region" aria-label=words::table_of(own_words::HEADING) tabindex="0">
                <table>
                    <caption class="u-off-screen">{own_words::HEADING}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{fields::COMPUTER}</th>
                            <th scope="col">{fields::ID}</th>
                            <th scope="col" class="selection-view__button">
                                {own_words::REMOVE}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|(id, _)| *id let((id, name))>
                            <ChosenRow id name remove />
                        </For>
                    </tbody>
                </table>
            </div>
        </Show>
        <Pagination
            label=own_words::HEADING
            page
            length=ROWS
            total
            on_page=Callback::new(move |page| asked.set(page))
        />
    }
}

#[component]
fn ChosenRow(id: ComputerId, name: Name, remove: Callback<ComputerId>) -> impl IntoView {
    let href = use_navigation().href(&Route::Computer(id));
    let name = if name.is_empty() { numbered(id) } else { visible::line(&name) };
    view! {
        <tr>
            <th scope="row" class="selection-view__cell">
                <a href=href dir="auto">
                    {name.clone()}
                </a>
            </th>
            <td class="selection-view__cell">{id.to_string()}</td>
            <td class="selection-view__cell selection-view__button">
                <button
                    type="button"
                    id=button_id(id)
                    class="p-button is-dense u-no-margin--bottom"
                    aria-label=own_words::remove(&name)
                    on:click=move |_| remove.run(id)
                >
                    {own_words::REMOVE}
                </button>
            </td>
        </tr>
    }
}

/// The row that takes the place of one that goes: the next, or the one before where it is the last.
fn successor(rows: &[(ComputerId, Name)], gone: ComputerId) -> Option<ComputerId> {
    let place = rows.iter().position(|(id, _)| *id == gone)?;
    rows.get(place + 1).or_else(|| rows.get(place.checked_sub(1)?)).map(|(id, _)| *id)
}

fn button_id(id: ComputerId) -> String {
    format!("selection-remove-{id}")
}

/// Moves the focus from a row that is gone to the one in its place, or to the button that closes where there is none.
fn focus_row(row: Option<ComputerId>) {
    if let Some(row) = row {
        return focus(&button_id(row));
    }
    let last = format!("#{DIALOG} .dialog__actions button:last-child");
    let close = document().query_selector(&last).ok().flatten().and_then(|close| close.dyn_into::<HtmlElement>().ok());
    if let Some(close) = close {
        let _ = close.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_goes_to_the_row_in_the_place_of_the_one_that_goes() {
        let rows = [3, 5, 8].map(|id| (ComputerId(id), Name::from("")));
        let next = |id| successor(&rows, ComputerId(id)).map(|id| id.0);
        assert_eq!([next(3), next(5), next(8), next(9)], [Some(5), Some(8), Some(5), None]);
        assert_eq!(successor(&rows[..1], ComputerId(3)), None);
    }
}
