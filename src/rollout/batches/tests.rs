use super::*;
use crate::api::activity::ProRequest;

/// An order for computers 1 to `many`.
fn order(many: i64) -> Order {
    Order { computer_ids: ids(1..=many), ..Order::default() }
}

fn ids(range: std::ops::RangeInclusive<i64>) -> Vec<ComputerId> {
    range.map(ComputerId).collect()
}

fn begin(batches: &mut Batches) -> Option<Vec<ComputerId>> {
    batches.begin(|computers| Attempt::now(ProRequest::Attach, computers))
}

/// An answer with an activity that leaves computers out.
fn answer(invalid: &[i64]) -> Attachment {
    let json =
        serde_json::json!({"activity": {"id": 113, "activity_status": "queued"}, "invalid_computer_ids": invalid});
    serde_json::from_value(json).expect("it is an answer")
}

fn without_activity(invalid: &[i64]) -> Attachment {
    let json = serde_json::json!({"activity": null, "invalid_computer_ids": invalid});
    serde_json::from_value(json).expect("it is an answer")
}

fn refused() -> ApiError {
    ApiError::Forbidden(None)
}

/// Sends until nothing more is to be sent; the request at `place`, counted from 0, gets `special`. Gives what was sent.
fn run(batches: &mut Batches, place: usize, special: &Result<Attachment, ApiError>) -> Vec<Vec<ComputerId>> {
    let mut sent = Vec::new();
    while let Some(computers) = begin(batches) {
        let answer = if sent.len() == place { special.clone() } else { Ok(answer(&[])) };
        sent.push(computers);
        batches.take(answer);
        assert_adds_up(batches);
    }
    sent
}

#[track_caller]
fn assert_adds_up(batches: &Batches) {
    let account = batches.account();
    let parts = [account.answered(), account.refused, account.unknown, account.not_sent, account.to_come];
    assert_eq!(parts.iter().sum::<usize>(), account.total, "{account:?}");
    assert_eq!(account.total, batches.computers());
}

#[test]
fn an_order_goes_out_once_and_in_order() {
    for (many, size, expected) in [(5, 2, 3), (4, 2, 2), (1, 500, 1), (500, 500, 1), (501, 500, 2), (3, 0, 3)] {
        let mut batches = Batches::of(order(many), size);
        let sent = run(&mut batches, usize::MAX, &Ok(answer(&[])));
        assert_eq!(sent.len(), expected, "{many} by {size}");
        assert_eq!(sent.concat(), ids(1..=many));
        assert!(!batches.is_going_on() && batches.to_send_again().is_empty());
        assert_eq!(batches.account().queued, batches.computers());
    }
}

#[test]
fn a_failure_at_any_place_ends_it_with_an_exact_account() {
    for place in 0..5 {
        for error in [refused(), ApiError::Unauthorized(None), ApiError::RateLimited { retry_after: Some(1) }] {
            let mut batches = Batches::of(order(10), 2);
            let sent = run(&mut batches, place, &Err(error.clone()));
            assert_eq!(sent.len(), place + 1, "nothing is sent after a refusal");
            let account = batches.account();
            let counts = (account.queued, account.refused, account.unknown, account.not_sent);
            assert_eq!(counts, (2 * place, 2, 0, 8 - 2 * place), "{error:?} at {place}");
            let first = i64::try_from(2 * place + 1).expect("it is small");
            assert_eq!(batches.to_send_again(), ids(first..=10), "what was refused can be sent again");
        }
        for error in [ApiError::Network, ApiError::Timeout, ApiError::Server { status: 500, message: None }] {
            let mut batches = Batches::of(order(10), 2);
            let sent = run(&mut batches, place, &Err(error.clone()));
            assert_eq!(sent.len(), place + 1, "nothing is sent after an unknown outcome");
            let account = batches.account();
            let counts = (account.queued, account.refused, account.unknown, account.not_sent);
            assert_eq!(counts, (2 * place, 0, 2, 8 - 2 * place), "{error:?} at {place}");
            let first = i64::try_from(2 * place + 3).expect("it is small");
            assert_eq!(batches.to_send_again(), ids(first..=10), "what may be queued is not sent again");
            assert_eq!((batches.failed().map(|(place, _)| place), batches.error()), (Some(place), Some(&error)));
        }
    }
}

#[test]
fn stopping_awaits_the_request_under_way_and_sends_no_other() {
    for place in 0..3 {
        let mut batches = Batches::of(order(6), 2);
        for _ in 0..place {
            begin(&mut batches);
            batches.take(Ok(answer(&[])));
        }
        begin(&mut batches);
        batches.stop();
        assert!(batches.is_going_on(), "one is under way");
        assert_eq!(begin(&mut batches), None);
        batches.take(Ok(answer(&[])));
        assert!(!batches.is_going_on());
        let account = batches.account();
        assert_eq!((account.queued, account.not_sent), (2 * (place + 1), 4 - 2 * place));
        assert_adds_up(&batches);
    }
}

#[test]
fn stopping_before_the_first_or_after_the_last_request_changes_nothing_that_was_sent() {
    let mut batches = Batches::of(order(4), 2);
    batches.stop();
    assert_eq!((begin(&mut batches), batches.account().not_sent), (None, 4));
    let mut batches = Batches::of(order(4), 2);
    run(&mut batches, usize::MAX, &Ok(answer(&[])));
    batches.stop();
    assert_eq!(batches.account().queued, 4);
}

#[test]
fn a_request_that_is_under_way_is_not_begun_again() {
    let mut batches = Batches::of(order(4), 2);
    assert_eq!(begin(&mut batches), Some(ids(1..=2)));
    assert_eq!(begin(&mut batches), None);
    assert_eq!(batches.under_way(), Some(0));
    batches.take(Ok(answer(&[])));
    batches.take(Ok(answer(&[])));
    assert_eq!(batches.account().queued, 2, "an answer without a request is nobody's");
    assert_eq!(begin(&mut batches), Some(ids(3..=4)));
}

#[test]
fn those_that_were_left_out_are_counted_once_and_only_where_they_were_sent() {
    let mut batches = Batches::of(order(4), 2);
    begin(&mut batches);
    batches.take(Ok(answer(&[2, 2, 3, 99])));
    begin(&mut batches);
    batches.take(Ok(without_activity(&[3])));
    let account = batches.account();
    assert_eq!((account.queued, account.left_out, account.without_activity), (1, 2, 1));
    assert_adds_up(&batches);
    assert!(batches.to_send_again().is_empty(), "they were sent, and answered");
}

#[test]
fn only_replaced_computers_that_were_taken_are_looked_at_afterwards() {
    let replaced = ids(1..=4).into_iter().map(|id| (id, None)).collect();
    let mut batches = Batches::of(Order { replaced, ..order(6) }, 2);
    begin(&mut batches);
    batches.take(Ok(answer(&[2])));
    begin(&mut batches);
    batches.take(Err(ApiError::Network));
    assert_eq!(batches.replaced_and_taken().into_keys().collect::<Vec<_>>(), ids(1..=1));
}

#[test]
fn a_form_whose_only_request_failed_stays_as_it_is() {
    for error in [refused(), ApiError::Network] {
        let mut only = Batches::of(order(2), 2);
        run(&mut only, 0, &Err(error.clone()));
        assert_eq!(only.rest(), None);
        let mut first = Batches::of(order(2), 1);
        run(&mut first, 0, &Err(error.clone()));
        let rest = if error.leaves_outcome_unknown() { ids(2..=2) } else { ids(1..=2) };
        assert_eq!(first.rest(), Some(rest));
        let leaves_unknown = error.leaves_outcome_unknown();
        assert_eq!((only.leaves_unknown(), first.leaves_unknown()), (false, leaves_unknown));
    }
    let mut well = Batches::of(order(2), 2);
    run(&mut well, usize::MAX, &Ok(answer(&[])));
    assert_eq!(well.rest(), Some(Vec::new()));
}
