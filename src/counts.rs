//! How many computers match a query: asked for a few at a time, and kept for a minute of the session.
//!
//! Pages count the same things again and again, and a list counts something for each of its rows. What is wanted twice is
//! asked for once.

mod book;

use std::future::poll_fn;
use std::task::Poll;

use leptos::prelude::*;

use self::book::{Book, Turn};
use crate::api::client::Client;
use crate::api::computer::query::ComputerQuery;
use crate::api::error::ApiError;
use crate::counted::Counted;
use crate::format::now_seconds;
use crate::frame::painted;
use crate::lasting::Lasting;
use crate::session::{Credential, Session};
use crate::tasks::spawn;

/// The counts of the session. Lives in the context.
///
/// **Invariant:** what was counted with one token is never given to another.
#[derive(Clone, Copy)]
pub struct Counts {
    book: StoredValue<Book<Credential>>,
    /// How often everything was forgotten.
    round: Lasting<u32>,
    session: Session,
}

/// The counts of the app around.
pub fn use_counts() -> Counts {
    expect_context()
}

impl Counts {
    /// Nothing is counted yet.
    pub fn new(session: Session) -> Self {
        Self { book: StoredValue::default(), round: Lasting::new(0), session }
    }

    /// Forgets what was counted: whatever is followed is asked for anew.
    pub fn forget(self) {
        self.book.update_value(Book::forget);
        self.round.update(|round| *round += 1);
    }

    /// It changes when everything is forgotten: whoever reads depends on it.
    pub fn round(self) -> u32 {
        self.round.get()
    }

    /// How many computers match. It waits for its turn; the request is dropped with what waits for it.
    ///
    /// # Errors
    /// As [`Client::computer_count`].
    pub async fn count(self, client: Client, query: ComputerQuery) -> Result<usize, ApiError> {
        let Some(credential) = untrack(|| self.session.credential()) else {
            return client.computer_count(&query).await;
        };
        let round = match self.turn(&credential, &query).await {
            Turn::Known(many) => return Ok(many),
            Turn::Ask(round) => round,
            Turn::Wait => return client.computer_count(&query).await,
        };
        let place = Place { counts: self, query: &query, round };
        let many = client.computer_count(&query).await?;
        place.keep(many);
        Ok(many)
    }

    /// How many computers match each query, in their order.
    ///
    /// # Errors
    /// The first failure; the other requests are dropped.
    pub async fn count_all(self, client: Client, queries: Vec<ComputerQuery>) -> Result<Vec<usize>, ApiError> {
        let counts = queries.into_iter().map(|query| Box::pin(self.count(client.clone(), query)));
        let mut counts: Vec<_> = counts.map(|count| (count, None)).collect();
        poll_fn(|context| {
            for (count, many) in counts.iter_mut().filter(|(_, many)| many.is_none()) {
                match count.as_mut().poll(context) {
                    Poll::Ready(Ok(counted)) => *many = Some(counted),
                    Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                    Poll::Pending => {}
                }
            }
            let known: Option<Vec<_>> = counts.iter().map(|(_, many)| *many).collect();
            known.map_or(Poll::Pending, |known| Poll::Ready(Ok(known)))
        })
        .await
    }

    /// Waits for a turn. It is never one to wait.
    async fn turn(self, credential: &Credential, query: &ComputerQuery) -> Turn {
        poll_fn(|context| {
            let turn = self.book.try_update_value(|book| {
                book.turn(credential, query.as_str(), now_seconds(), || context.waker().clone())
            });
            match turn {
                // The app may be gone: then nobody waits any more.
                Some(Turn::Wait) | None => Poll::Pending,
                Some(turn) => Poll::Ready(turn),
            }
        })
        .await
    }

    /// Counts as long as what calls this is shown, and again when the query is another.
    pub fn follow(self, query: impl Fn() -> ComputerQuery + 'static) -> Signal<Counted> {
        self.follow_while(Signal::stored(true), query)
    }

    /// The same, while `is_wanted`. While it is not, nothing is asked, and what is known of the query stays.
    pub fn follow_while(self, is_wanted: Signal<bool>, query: impl Fn() -> ComputerQuery + 'static) -> Signal<Counted> {
        let counted = RwSignal::new(Counted::Waiting);
        let session = self.session;
        Effect::new(move |before: Option<(Option<Credential>, ComputerQuery)>| {
            self.round.track();
            let (now, is_wanted) = ((session.credential(), query()), is_wanted.get());
            let is_other = before.is_some_and(|before| before != now);
            let known = now.0.as_ref().filter(|_| is_other).and_then(|credential| self.known(credential, &now.1));
            if is_other {
                // At once, without a word in between.
                counted.set(known.map_or(Counted::Waiting, |(many, _)| Counted::Known(many)));
            }
            if !known.is_some_and(|(_, is_good)| is_good)
                && is_wanted
                && let Some(client) = session.client()
            {
                let query = now.1.clone();
                spawn(async move {
                    // Rows come first, and there may be many to count for.
                    painted().await;
                    let answer = self.count(client, query).await;
                    let _ = counted.try_set(answer.map_or_else(Counted::Failed, Counted::Known));
                });
            }
            now
        });
        counted.into()
    }

    fn known(self, credential: &Credential, query: &ComputerQuery) -> Option<(usize, bool)> {
        self.book.try_with_value(|book| book.known(credential, query.as_str(), now_seconds())).flatten()
    }
}

/// A request under way: whoever waits gets a turn when it ends, whatever way.
struct Place<'query> {
    counts: Counts,
    query: &'query ComputerQuery,
    round: u32,
}

impl Place<'_> {
    fn keep(&self, many: usize) {
        let _ =
            self.counts.book.try_update_value(|book| book.keep(self.query.as_str(), self.round, many, now_seconds()));
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let freed = self.counts.book.try_update_value(|book| book.free(self.query.as_str(), self.round));
        // Not while the book is open: whoever wakes may look into it at once.
        freed.into_iter().flatten().for_each(std::task::Waker::wake);
    }
}
