//! A table as a file.

use std::borrow::Borrow;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use leptos::html::Button;
use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::error::ApiError;
use crate::api::row::Unreadable;
use crate::components::notification::Notification;
use crate::csv::{self, Column};
use crate::download::File;
use crate::effects::effect;
use crate::format::now;
use crate::status::Tone;
use crate::tasks::spawn;
use crate::words;

/// Before this, how far the file is and the way to stop it are not worth a word.
const SHOWN_AFTER: Duration = Duration::from_millis(500);
/// How many lines are written at a stretch, so that a long file keeps no frame waiting.
const PIECE: usize = 250;

/// A file that is being written: whoever knows the rows writes them, in the order in which the table shows them.
pub struct Sheet<Row: 'static> {
    any: AnySheet,
    columns: &'static [Column<Row>],
}

/// The same, whatever its rows are.
#[derive(Clone)]
struct AnySheet {
    file: Rc<File>,
    written: RwSignal<usize>,
    missing: RwSignal<usize>,
    progress: RwSignal<Option<(usize, Option<usize>)>>,
}

type Writing = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;
type Produces = Box<dyn Fn(AnySheet) -> Writing>;

impl<Row> Clone for Sheet<Row> {
    fn clone(&self) -> Self {
        Self { any: self.any.clone(), columns: self.columns }
    }
}

impl<Row> Sheet<Row> {
    /// Says how far it is, of how many rows where that is known. Those that are written need no telling.
    pub fn tell(&self, done: usize, total: Option<usize>) {
        let _ = self.any.progress.try_set(Some((done, total)));
    }

    /// Names rows that could not be read, behind those that could.
    pub async fn write_unreadable(&self, rows: &[Unreadable]) {
        self.any.file.push(&csv::lines_of_unreadable(self.columns, rows)).await;
        let _ = self.any.missing.try_update(|missing| *missing += rows.len());
    }

    /// Writes rows: `&[Contract]`, `&[Arc<Contract>]`.
    pub async fn write(&self, rows: &[impl Borrow<Row>]) {
        for piece in rows.chunks(PIECE) {
            self.any.file.push(&csv::lines(self.columns, piece.iter().map(Borrow::borrow))).await;
            let _ = self.any.written.try_update(|written| *written += piece.len());
        }
    }
}

/// What became of a file.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// Nobody asked, or it is being written.
    None,
    /// It was saved, under that name, with so many rows, and without so many.
    Saved(String, usize, usize),
    /// There was nothing to save.
    NoRows,
    /// The person stopped it.
    Stopped,
    /// Its rows could not all be read: there is no file.
    Failed(ApiError),
}

/// "Download CSV": saves every row that `produce` writes, or nothing.
///
/// While the rows are read it says how far it is and can be stopped; what `produce` awaits is dropped then, as it is when
/// the page is left. Where `produce` fails, that is said and no file is saved: none is ever cut short.
#[component]
pub fn CsvButton<Row, Produce, Written>(
    /// What is in the file, and by which filters, as [`csv::stem`] makes it. The day and the ending are added.
    #[prop(into)]
    stem: Signal<String>,
    /// The columns.
    columns: &'static [Column<Row>],
    /// Writes the rows. Called at each press.
    produce: Produce,
) -> impl IntoView
where
    Row: 'static,
    Produce: Fn(Sheet<Row>) -> Written + 'static,
    Written: Future<Output = Result<(), ApiError>> + 'static,
{
    let produce: Produces = Box::new(move |any| -> Writing { Box::pin(produce(Sheet { any, columns })) });
    csv_button(stem, csv::beginning(columns), produce)
}

/// The same, whatever its rows are: compiled once. `beginning` is what the file begins with.
fn csv_button(stem: Signal<String>, beginning: String, produce: Produces) -> impl IntoView {
    let button = NodeRef::<Button>::new();
    let (running, outcome) = (RwSignal::new(false), RwSignal::new(Outcome::None));
    let progress = RwSignal::new(None);
    effect(move || {
        if !running.get() {
            return;
        }
        let name = csv::file_name(&stem.get_untracked(), now().date());
        let file = Rc::new(File::new(&beginning));
        let (written, missing) = (RwSignal::new(0), RwSignal::new(0));
        let sheet = AnySheet { file: Rc::clone(&file), written, missing, progress };
        let answer = untrack(|| produce(sheet));
        spawn(async move {
            let answer = answer.await;
            let (Some(rows), Some(missing)) = (written.try_get_untracked(), missing.try_get_untracked()) else {
                return;
            };
            let ended = match answer {
                Err(error) => Outcome::Failed(error),
                Ok(()) if rows + missing == 0 => Outcome::NoRows,
                Ok(()) => {
                    file.save(&name, "text/csv;charset=utf-8");
                    Outcome::Saved(name, rows, missing)
                }
            };
            let _ = outcome.try_set(ended);
            let _ = running.try_set(false);
        });
    });
    let press = move |_| {
        if !running.get_untracked() {
            outcome.set(Outcome::None);
            progress.set(None);
            running.set(true);
        }
    };
    view! {
        <div class="csv-button">
            <button
                type="button"
                class="p-button is-dense u-no-margin--bottom"
                node_ref=button
                aria-disabled=move || running.get().then_some("true")
                on:click=press
            >
                {words::csv::DOWNLOAD}
            </button>
            <Told button running progress outcome />
        </div>
    }
}

/// How far the file is, with the way to stop it, and what became of it.
#[component]
fn Told(
    button: NodeRef<Button>,
    running: RwSignal<bool>,
    progress: RwSignal<Option<(usize, Option<usize>)>>,
    outcome: RwSignal<Outcome>,
) -> impl IntoView {
    let is_long = RwSignal::new(false);
    let stop_button = NodeRef::<Button>::new();
    effect(move || {
        let is_running = running.get();
        if !is_running && has_focus(stop_button) {
            focus(button);
        }
        is_long.set(false);
        if is_running {
            let timer = set_timeout_with_handle(move || is_long.set(true), SHOWN_AFTER).ok();
            on_cleanup(move || {
                if let Some(timer) = timer {
                    timer.clear();
                }
            });
        }
    });
    let stop = move |_| {
        outcome.set(Outcome::Stopped);
        running.set(false);
    };
    let far = move || {
        progress
            .get()
            .map_or_else(|| words::csv::PREPARING.to_owned(), |(done, total)| words::csv::progress(done, total))
    };
    let told = move || match outcome.get() {
        Outcome::None | Outcome::Failed(_) => String::new(),
        Outcome::Saved(name, rows, 0) => words::csv::saved(&name, rows),
        Outcome::Saved(name, rows, missing) => {
            [words::csv::saved(&name, rows), words::unreadable::saved_without(missing)].join(" ")
        }
        Outcome::NoRows => words::csv::NO_ROWS.to_owned(),
        Outcome::Stopped => words::csv::STOPPED.to_owned(),
    };
    announce(move || if is_long.get() { words::csv::PREPARING.to_owned() } else { told() });
    let failed = move || match outcome.get() {
        Outcome::Failed(error) => Some(view! { <NotSaved error /> }),
        _ => None,
    };
    view! {
        <Show when=move || is_long.get()>
            <button type="button" class="p-button is-dense u-no-margin--bottom" node_ref=stop_button on:click=stop>
                {words::csv::STOP}
            </button>
            <span class="csv-button__told">{far}</span>
        </Show>
        <span class="csv-button__told">{told}</span>
        {failed}
    }
}

#[component]
fn NotSaved(error: ApiError) -> impl IntoView {
    view! {
        <div class="csv-button__failed">
            <Notification tone=Tone::Negative title=words::csv::FAILED>
                <p class="p-notification__message" role="alert">{error.to_string()}</p>
            </Notification>
        </div>
    }
}

fn has_focus(button: NodeRef<Button>) -> bool {
    let button = button.get_untracked();
    button.is_some_and(|button| document().active_element().as_ref() == Some(button.as_ref()))
}

/// What has the focus goes away: it comes back to where it was.
fn focus(button: NodeRef<Button>) {
    if let Some(button) = button.get_untracked() {
        let _ = button.focus();
    }
}
