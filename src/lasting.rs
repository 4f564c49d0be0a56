//! Signals that live as long as the app, while those who read them come and go.
//!
//! Leptos notes in each signal who has read it, and does not strike out who is gone: with every page that was ever shown, such a
//! signal would keep more, and take longer to change. Here a reader is struck out when it goes.

use std::panic::Location;

use leptos::prelude::guards::{Plain, ReadGuard};
use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Source, ToAnySource};
use leptos::reactive::traits::UntrackableGuard;

/// A signal that outlives who reads it: of the session, of a draft. Read and written as an [`RwSignal`].
pub struct Lasting<T: Send + Sync + 'static>(RwSignal<T>);

impl<T: Send + Sync + 'static> Lasting<T> {
    /// A signal that lives as long as the owner around.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }
}

impl<T: Send + Sync + 'static> Clone for Lasting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Lasting<T> {}

impl<T: Default + Send + Sync + 'static> Default for Lasting<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Send + Sync + 'static> Track for Lasting<T> {
    fn track(&self) {
        if self.0.is_disposed() {
            return;
        }
        if let Some(reader) = Observer::get() {
            let source = self.0.to_any_source();
            on_cleanup(move || source.remove_subscriber(&reader));
            self.0.track();
        }
    }
}

impl<T: Clone + Send + Sync + 'static> From<Lasting<T>> for Signal<T> {
    fn from(signal: Lasting<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Send + Sync + 'static> IsDisposed for Lasting<T> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<T: Send + Sync + 'static> DefinedAt for Lasting<T> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.0.defined_at()
    }
}

impl<T: Send + Sync + 'static> ReadUntracked for Lasting<T> {
    type Value = ReadGuard<T, Plain<T>>;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.0.try_read_untracked()
    }
}

impl<T: Send + Sync + 'static> Notify for Lasting<T> {
    fn notify(&self) {
        self.0.notify();
    }
}

impl<T: Send + Sync + 'static> Write for Lasting<T> {
    type Value = T;

    fn try_write(&self) -> Option<impl UntrackableGuard<Target = T>> {
        self.0.try_write()
    }

    fn try_write_untracked(&self) -> Option<impl std::ops::DerefMut<Target = T>> {
        self.0.try_write_untracked()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Weak};

    use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Subscriber, WithObserver};

    use super::*;

    /// Somebody who reads, and counts how often there is something new to read.
    #[derive(Default)]
    struct Reader {
        told: AtomicUsize,
    }

    impl ReactiveNode for Reader {
        fn mark_dirty(&self) {
            self.told.fetch_add(1, Ordering::Relaxed);
        }

        fn mark_check(&self) {}

        fn mark_subscribers_check(&self) {}

        fn update_if_necessary(&self) -> bool {
            false
        }
    }

    impl Subscriber for Reader {
        fn add_source(&self, _: AnySource) {}

        fn clear_sources(&self, _: &AnySubscriber) {}
    }

    /// How often a reader is told of a change, while its owner lives and after.
    fn told(signal: impl Track + Set<Value = u8> + Copy) -> (usize, usize) {
        let reader = Arc::new(Reader::default());
        let weak: Weak<Reader> = Arc::downgrade(&reader);
        let subscriber = AnySubscriber(Arc::as_ptr(&reader).addr(), weak);
        let page = Owner::new();
        page.with(|| subscriber.with_observer(|| signal.track()));
        signal.set(1);
        let alive = reader.told.load(Ordering::Relaxed);
        page.cleanup();
        signal.set(2);
        (alive, reader.told.load(Ordering::Relaxed) - alive)
    }

    #[test]
    fn a_reader_is_told_of_changes_until_it_goes() {
        let app = Owner::new();
        app.set();
        assert_eq!(told(Lasting::new(0)), (1, 0));
    }

    /// Why there is [`Lasting`]. Where this fails, Leptos does it itself.
    #[test]
    fn an_ordinary_signal_goes_on_telling_who_is_gone() {
        let app = Owner::new();
        app.set();
        assert_eq!(told(RwSignal::new(0)), (1, 1));
    }
}
