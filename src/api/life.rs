//! How long requests may be under way: those of a session end with it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use gloo_timers::callback::Timeout;
use web_sys::AbortController;

/// After a request has failed, its page may go within so many milliseconds.
const GOING: u32 = 50;
/// And within so many after the browser has asked whether it may: on a computer that has much to do, it takes its time.
const LEAVING: u32 = 3_000;

thread_local! {
    static IS_LEAVING: Cell<bool> = const { Cell::new(false) };
    static IS_STOPPED: Cell<bool> = const { Cell::new(false) };
    static NEXT: Cell<u64> = const { Cell::new(0) };
    static UNDER_WAY: RefCell<BTreeMap<u64, Vec<AbortController>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Lets no request begin any more, of whatever session, and none fail: the program has failed, and its state is not to be
/// trusted, or its page goes.
pub fn stop() {
    IS_STOPPED.set(true);
}

/// Whether none may begin any more.
pub(crate) fn is_stopped() -> bool {
    IS_STOPPED.get()
}

/// Takes note that the browser asks whether the page may go.
pub fn may_leave() {
    IS_LEAVING.set(true);
    Timeout::new(LEAVING, || IS_LEAVING.set(false)).forget();
}

/// How many milliseconds to wait before a request has failed: browsers drop what is under way when a page goes, and some of them
/// before they say so.
pub(crate) fn going() -> u32 {
    if IS_LEAVING.get() { LEAVING } else { GOING }
}

/// The time during which requests of one session may be under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life(u64);

impl Life {
    /// Begins one.
    pub fn begin() -> Self {
        let number = NEXT.replace(NEXT.get() + 1);
        UNDER_WAY.with_borrow_mut(|all| all.insert(number, Vec::new()));
        Self(number)
    }

    /// Aborts every request that is under way, and lets none begin any more.
    pub fn end(self) {
        let last = UNDER_WAY.with_borrow_mut(|all| all.remove(&self.0));
        // Not while the list is open: whoever waits may send something else.
        last.into_iter().flatten().for_each(|request| request.abort());
    }

    /// Lets a request be under way, unless the time is over: then it must not begin.
    pub(crate) fn admit(self, request: &AbortController) -> bool {
        UNDER_WAY.with_borrow_mut(|all| {
            let Some(under_way) = all.get_mut(&self.0) else { return false };
            // A request aborts its controller when it is over.
            under_way.retain(|other| !other.signal().aborted());
            under_way.push(request.clone());
            true
        })
    }
}
