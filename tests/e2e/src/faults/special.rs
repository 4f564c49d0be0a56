//! What goes wrong elsewhere than in one answer: the connection, the order of answers, or the page.

use crate::faults::{bench::Bench, cell::spoil, fault::Fault, operation::Operation, told::Told};
use crate::find::Role;

/// The browser knows that it has no connection, and later that it has one.
pub async fn offline_then_online(bench: &Bench, operation: Operation) {
    spoil(bench, operation, Fault::OfflineThenOnline, None).await;
    bench.connect(false).await;
    if operation == Operation::Watch {
        bench.sees("You are offline. Watching goes on when you are back.").await;
        bench.proxy.lift().await;
        bench.connect(true).await;
        return operation.sees_success(bench).await;
    }
    operation.act(bench).await;
    operation.sees_told(bench, Told::Unreached).await;
    bench.proxy.lift().await;
    bench.connect(true).await;
    operation.sees_draft(bench).await;
    operation.try_again(bench, Told::Unreached).await;
    operation.sees_success(bench).await;
}

/// A slow answer comes after a newer one, or would have a second request sent if that was possible.
pub async fn overtaken(bench: &Bench, operation: Operation) {
    let (method, path) = operation.request();
    let before = bench.proxy.count(method, path);
    spoil(bench, operation, Fault::OvertakenByANewerAnswer, Some(1)).await;
    operation.act(bench).await;
    bench.sees_came(method, path, before + 1).await;
    match operation {
        Operation::List => {
            bench.tick("Active only").await;
            bench.sees("9 contracts").await;
            bench.proxy.lift().await;
            bench.shows_nowhere("11 contracts").await;
            bench.tick("Active only").await;
        }
        Operation::Detail => {
            bench.back().await;
            bench.follow("contract-id-1").await;
            bench.sees_heading("contract-id-1").await;
            bench.sees_fact("ID", "1").await;
            bench.proxy.lift().await;
            bench.sees_fact("ID", "1").await;
            bench.back().await;
            operation.act(bench).await;
        }
        Operation::Watch => {
            operation.act(bench).await;
            bench.proxy.lift().await;
        }
        Operation::SignIn | Operation::Attach | Operation::Detach => {
            let script = "document.querySelector('form').requestSubmit()";
            for _ in 0..3 {
                bench.script(script).await;
            }
            bench.proxy.lift().await;
        }
    }
    operation.sees_success(bench).await;
    if operation.is_write() {
        assert_eq!(bench.proxy.count(method, path), before + 1, "a write is sent once");
        assert_eq!(bench.sent(method, path).await, 1, "a write is sent once");
    }
}

/// An answer comes when its page was left.
pub async fn left(bench: &Bench, operation: Operation) {
    let (method, path) = operation.request();
    let before = bench.proxy.count(method, path);
    spoil(bench, operation, Fault::AnswerAfterLeaving, Some(1)).await;
    operation.act(bench).await;
    bench.sees_came(method, path, before + 1).await;
    if operation == Operation::SignIn {
        bench.load_again().await;
        bench.proxy.lift().await;
        bench.sign_in().await;
        return operation.sees_success(bench).await;
    }
    bench.click(Role::Link, "Legacy licenses").await;
    bench.sees("9 licenses").await;
    bench.proxy.lift().await;
    bench.sees_heading("Legacy licenses").await;
    bench.is_sound().await;
    bench.back().await;
    operation.sees_success(bench).await;
    if operation.is_write() {
        assert_eq!(bench.proxy.count(method, path), before + 1, "a write is sent once");
    }
}
