//! Why computers failed, each cause once.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::components::notification::Notification;
use crate::follow::children::Children;
use crate::follow::followed::Followed;
use crate::follow::result::{Cause, ResultText};
use crate::status::Tone;
use crate::words::{computers, follow};

/// How many computers failed for which cause; those without a known one are `other`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Causes {
    known: BTreeMap<Cause, usize>,
    other: usize,
}

impl Causes {
    fn of(children: &Children) -> Self {
        let mut causes = Self::default();
        for child in children.failed() {
            match ResultText::read(child.result_text.as_deref().unwrap_or_default()) {
                ResultText::Known(cause) => *causes.known.entry(cause).or_default() += 1,
                ResultText::Pro(_) | ResultText::Other => causes.other += 1,
            }
        }
        causes
    }

    fn total(&self) -> usize {
        self.known.values().sum::<usize>() + self.other
    }
}

/// What went wrong, on how many computers, and what to do about it. Nothing where nothing did.
#[component]
pub fn Failures(
    /// The activity.
    followed: Followed,
) -> impl IntoView {
    let causes = Memo::new(move |_| followed.children.with(Causes::of));
    move || {
        let causes = causes.get();
        let total = causes.total();
        (total > 0).then(|| {
            let items = causes.known.into_iter().map(|(cause, many)| {
                view! {
                    <li>
                        <b>{computers(many)}</b>
                        ": "
                        {[cause.sentence(), cause.next_step(), cause.retry().sentence()].join(" ")}
                    </li>
                }
            });
            let other = (causes.other > 0)
                .then(|| view! { <li><b>{computers(causes.other)}</b>": "{follow::OTHER_CAUSE}</li> });
            view! {
                <Notification tone=Tone::Negative title=follow::failed_on(total)>
                    <ul class="p-notification__message failures">{items.collect_view()} {other}</ul>
                </Notification>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::page::Page;

    #[test]
    fn each_cause_is_counted_once_and_a_success_never() {
        let child = |id: i64, status: &str, text: Option<&str>| {
            let json = serde_json::json!({"id": id, "activity_status": status, "result_text": text});
            serde_json::from_value(json).expect("it is an activity")
        };
        let results = vec![
            child(1, "failed", Some("Invalid pro token provided.")),
            child(2, "failed", Some("Invalid pro token provided.")),
            child(3, "failed", Some("Another client process is holding the lock on the machine.")),
            child(4, "failed", None),
            child(5, "succeeded", Some("Invalid pro token provided.")),
        ];
        let mut children = Children::default();
        children.merge(0, Page::new(Some(5), results));
        let causes = Causes::of(&children);
        assert_eq!((causes.known[&Cause::InvalidToken], causes.known[&Cause::LockHeld], causes.other), (2, 1, 1));
        assert_eq!(causes.total(), 4);
    }
}
