//! What goes on beside everything else.

use std::future::Future;
use std::pin::Pin;

use leptos::task::spawn_local_scoped_with_cancellation;

/// Goes on with something that waits, until what calls this is no longer shown: then it is dropped.
///
/// All of them are of one type, as [effects](crate::effects) are.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    start(Box::pin(task));
}

fn start(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local_scoped_with_cancellation(task);
}
