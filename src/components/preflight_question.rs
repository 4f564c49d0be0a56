//! What is asked before anything is sent, with what it would do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::components::confirm::Confirm;
use crate::components::field::{Field, FieldKind, LineKind};
use crate::components::form::{Problem, Problems, focus};
use crate::components::preflight_risks::Risks;
use crate::components::preflight_words::{problem_of, reason, title};
use crate::effects::effect;
use crate::lasting::Lasting;
use crate::preflight::check::{Preflight, Question, Step, Unchecked};
use crate::preflight::plan::{Parcel, Plan, Standing};
use crate::words::{self, preflight};

/// The id of the field for the number of computers.
const TYPED_COUNT: &str = "typed-count";
const LINE: LineKind = LineKind { autocomplete: "off", inputmode: "numeric", enterkeyhint: "go" };
/// Detaching more computers than that wants their number typed.
const MANY: usize = 20;

/// A question that waits for its answer.
#[derive(Clone, Copy)]
pub struct Asking {
    question: RwSignal<Option<Question>>,
    open: RwSignal<bool>,
}

impl Asking {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self { question: RwSignal::new(None), open: RwSignal::new(false) }
    }

    fn ask(self, question: Question) {
        self.question.set(Some(question));
        self.open.set(true);
    }

    /// Takes what a check has come to: what is to be mended is told at the form, what can be sent goes to `deliver`, and
    /// everything else is asked about first.
    pub fn lead(self, problems: Problems, deliver: Callback<Parcel>) -> Callback<Step> {
        Callback::new(move |step| match step {
            Step::Mend(hindrance) => problems.tell(vec![problem_of(&hindrance)]),
            Step::Send(parcel) => deliver.run(parcel),
            Step::Ask(question) => self.ask(question),
        })
    }

    fn count(self) -> usize {
        self.question.read().as_ref().map_or(0, |question| question.parcel.order.computer_ids.len())
    }
}

impl Default for Asking {
    fn default() -> Self {
        Self::new()
    }
}

/// The dialog of a question. Many computers are detached only once their number is typed.
#[component]
pub fn PreflightQuestion(
    /// The check.
    preflight: Preflight,
    /// What is asked.
    asking: Asking,
    /// Called with what is to be sent.
    on_confirm: Callback<Parcel>,
) -> impl IntoView {
    let (typed, problems) = (Lasting::new(String::new()), Problems::new());
    let is_detaching = preflight.request == ProRequest::Detach;
    let wants_count = Memo::new(move |_| is_detaching && asking.count() > MANY);
    effect(move || {
        asking.question.track();
        typed.set(String::new());
        problems.clear();
    });
    let may_confirm = Callback::new(move |()| {
        let problem =
            (wants_count.get_untracked()).then(|| wrong_count(&typed.read_untracked(), untrack(|| asking.count())));
        let is_good = problem.as_ref().is_none_or(Option::is_none);
        problems.tell(problem.flatten().into_iter().collect());
        if !is_good {
            focus(TYPED_COUNT);
        }
        is_good
    });
    let confirm = Callback::new(move |()| {
        if let Some(question) = asking.question.get_untracked() {
            on_confirm.run(question.parcel);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if may_confirm.run(()) {
            asking.open.set(false);
            confirm.run(());
        }
    };
    let (title, action) = if is_detaching {
        (words::detach::question as fn(usize) -> String, words::detach::CONFIRM)
    } else {
        (preflight::question::attach as fn(usize) -> String, preflight::CONFIRM_ATTACH)
    };
    view! {
        <Confirm
            id="preflight-question"
            open=asking.open
            title=Signal::derive(move || title(asking.count()))
            action
            is_negative=is_detaching
            may_confirm
            on_confirm=confirm
        >
            {move || asking.question.get().map(|question| view! { <Meaning preflight question /> })}
            <Show when=move || wants_count.get()>
                <form novalidate on:submit=submit>
                    <Field
                        id=TYPED_COUNT
                        label=preflight::TYPE_COUNT
                        kind=FieldKind::Line(LINE)
                        value=typed
                        problems
                    />
                </form>
            </Show>
        </Confirm>
    }
}

/// Digits alone decide: numbers are grouped in many ways.
fn wrong_count(typed: &str, count: usize) -> Option<Problem> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let is_grouped = |character: char| character.is_whitespace() || ",.'’".contains(character);
    let is_number = typed.chars().all(|character| character.is_ascii_digit() || is_grouped(character));
    let is_right = is_number && digits.parse() == Ok(count);
    (!is_right).then(|| Problem::new(TYPED_COUNT, preflight::question::wrong_count(count)))
}

/// What saying yes would do.
#[component]
fn Meaning(preflight: Preflight, question: Question) -> impl IntoView {
    let Question { parcel, checked } = question;
    let staged = (!parcel.rest.is_empty()).then(|| {
        view! { <p>{preflight::staged(parcel.order.computer_ids.len(), parcel.rest.len())}</p> }
    });
    let elsewhere =
        move || preflight.is_sending_elsewhere.get().then(|| view! { <p><b>{preflight::question::ELSEWHERE}</b></p> });
    let request = preflight.request;
    let general = (request == ProRequest::Detach).then(|| {
        view! {
            <p>{words::detach::MEANS}</p>
            <p>{words::detach::FOR_GOOD}</p>
        }
    });
    let checked = match checked {
        Ok(plan) => view! { <Counts preflight plan /> }.into_any(),
        Err(why) => view! { <NotChecked request why /> }.into_any(),
    };
    view! {
        {elsewhere}
        {general}
        {checked}
        {staged}
    }
}

/// How many computers of which kind, as the summary counts them.
#[component]
fn Counts(preflight: Preflight, plan: Arc<Plan>) -> impl IntoView {
    let replaced = plan.replaced_count();
    let replaced = (replaced > 0).then(|| view! { <li><b>{preflight::question::replaced(replaced)}</b></li> });
    let now = |standing| plan.groups.iter().find(|group| group.standing == standing).map_or(0, |group| group.now);
    let new = (now(Standing::Attaches) > 0 && replaced.is_some())
        .then(|| view! { <li>{preflight::question::new(now(Standing::Attaches))}</li> });
    let unlisted = (now(Standing::Unlisted) > 0)
        .then(|| view! { <li>{preflight::question::unlisted(now(Standing::Unlisted))}</li> });
    let unread = (now(Standing::Unread) > 0)
        .then(|| view! { <li><b>{preflight::question::unread(now(Standing::Unread))}</b></li> });
    let left_out = plan.parcel.left_out.iter().map(|(standing, computers)| {
        view! { <li>{preflight::question::left_out(&title(*standing, computers.len()))}</li> }
    });
    let left_out = left_out.collect_view();
    view! {
        <Risks preflight plan=Arc::clone(&plan) />
        <ul class="preflight-question__counts">{replaced} {new} {unlisted} {unread} {left_out}</ul>
    }
}

#[component]
fn NotChecked(request: ProRequest, why: Unchecked) -> impl IntoView {
    let risks = if request == ProRequest::Detach { preflight::RISKS_UNKNOWN } else { preflight::TOKENS_UNKNOWN };
    view! {
        <p>
            <b>{preflight::NOT_CHECKED}</b>
            ". "
            {format!("{} {risks}", reason(&why))}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_right_however_its_digits_are_grouped() {
        for typed in ["1980", "1,980", " 1 980 ", "1.980", "1’980"] {
            assert_eq!(wrong_count(typed, 1_980), None, "{typed}");
        }
        for typed in ["", "198", "1981", "-1980", "1980 yes", "all"] {
            assert!(wrong_count(typed, 1_980).is_some(), "{typed}");
        }
    }
}
