//! Comparing the contract of before with that of afterwards: by what the computers answered, and where that does not tell,
//! by what Landscape knows.

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::computer::IDS_AT_ONCE;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::effects::effect;
use crate::follow::followed::Followed;
use crate::format::now;
use crate::lasting::Lasting;
use crate::rollout::batches::Batches;
use crate::rollout::replacing::{Evidence, Verdicts};
use crate::rollout::verification::Verification;
use crate::session::use_session;
use crate::tasks::spawn;

/// Compares, as long as what calls this is shown. Landscape is asked once when all have answered, and when the person wants.
pub fn verify(batches: Lasting<Option<Batches>>, followed: Followed) -> Verification {
    let evidence = RwSignal::new(Evidence::default());
    let before = Memo::new(move |_| {
        batches.with(|batches| batches.as_ref().map(Batches::replaced_and_taken)).unwrap_or_default()
    });
    effect(move || {
        let (before, children) = (before.read(), followed.children.read());
        evidence.maybe_update(|evidence| evidence.read(&before, &children));
    });
    let verdicts = Memo::new(move |_| evidence.with(|evidence| before.with(|before| evidence.judge(before))));
    let (is_checking, error, round) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(0));
    let check = Callback::new(move |()| round.update(|round| *round += 1));
    let is_sending = Memo::new(move |_| batches.with(|batches| batches.as_ref().is_some_and(Batches::is_going_on)));
    let is_due = Memo::new(move |_| verdicts.with(needs_more) && !is_sending.get());
    Effect::new(move |was_due: Option<bool>| {
        let is_due = is_due.get();
        if is_due && was_due != Some(true) {
            check.run(());
        }
        is_due
    });
    let session = use_session();
    effect(move || {
        let ids = verdicts.with_untracked(|verdicts| verdicts.not_known_yet.clone());
        let Some(client) = session.client().filter(|_| round.get() > 0 && !ids.is_empty()) else { return };
        is_checking.set(true);
        spawn(async move {
            let answer = ask(&client, &ids, evidence).await;
            let _ = error.try_set(answer.err());
            let _ = is_checking.try_set(false);
        });
    });
    Verification { verdicts, is_checking, error, check, names: followed.names, want_names: followed.want_names }
}

/// Whether all have answered, and some did not tell.
fn needs_more(verdicts: &Verdicts) -> bool {
    verdicts.to_come == 0 && !verdicts.not_known_yet.is_empty()
}

async fn ask(client: &Client, ids: &[ComputerId], evidence: RwSignal<Evidence>) -> Result<(), ApiError> {
    for part in ids.chunks(IDS_AT_ONCE) {
        let computers = client.computers_of_ids(part).await?;
        let _ = evidence.try_update(|evidence| evidence.hear(&computers.results, now()));
    }
    Ok(())
}
