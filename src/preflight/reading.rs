//! Reading what is needed to know of the computers that are named. Nothing of them is kept but facts.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use crate::api::client::Client;
use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::computer::{Computer, IDS_AT_ONCE};
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::page::Page;
use crate::api::row::Unreadable;
use crate::preflight::at_most::at_most;
use crate::preflight::facts::{Known, Management};
use crate::preflight::mention::Mentions;
use crate::preflight::strategy::{self, PAGE_LENGTH, Way};

/// As many requests as are under way at a time. Pages of everything come one after another.
const AT_ONCE: usize = 4;

/// How far a check is, in requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is asked for.
    pub phase: Phase,
    /// How many requests were answered.
    pub done: usize,
    /// How many there are in this phase.
    pub total: usize,
}

/// What a check asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// What the computers are.
    Computers,
    /// Which of them have Pro management on.
    Management,
}

/// Counts the requests of a phase.
struct Counter<'a> {
    phase: Phase,
    done: Cell<usize>,
    total: usize,
    tell: &'a dyn Fn(Progress),
}

impl<'a> Counter<'a> {
    fn begin(phase: Phase, total: usize, tell: &'a dyn Fn(Progress)) -> Self {
        tell(Progress { phase, done: 0, total });
        Self { phase, done: Cell::new(0), total, tell }
    }

    fn step(&self) {
        let done = self.done.get() + 1;
        self.done.set(done);
        (self.tell)(Progress { phase: self.phase, done, total: self.total.max(done) });
    }
}

/// Reads everything that is to be known of the computers that are named. `tell` is told how far it is.
///
/// # Errors
/// Any [`ApiError`]. A server that does not understand `has-pro-management:` is none.
pub async fn read(client: &Client, mentions: &Mentions, now: i64, tell: &dyn Fn(Progress)) -> Result<Known, ApiError> {
    let mut known = Known::begin(mentions, now);
    let everything = ComputerQuery::default();
    let fleet = if strategy::is_worth_counting(mentions) { count(client, &everything).await? } else { usize::MAX };
    match strategy::way(mentions, fleet) {
        Way::ByMention => by_mention(client, mentions, &mut known, tell).await?,
        Way::WholeFleet => {
            let counter = Counter::begin(Phase::Computers, strategy::pages(fleet), tell);
            each_page(client, &everything, &counter, |page| known.take_list(page.into())).await?;
        }
    }
    known.management = management(client, &known, tell).await?;
    Ok(known)
}

/// How many computers match; more than any where the server does not say.
async fn count(client: &Client, query: &ComputerQuery) -> Result<usize, ApiError> {
    match client.computer_count(query).await {
        Err(ApiError::Undecodable { .. }) => Ok(usize::MAX),
        counted => counted,
    }
}

async fn by_mention(
    client: &Client,
    mentions: &Mentions,
    known: &mut Known,
    tell: &dyn Fn(Progress),
) -> Result<(), ApiError> {
    let ids: Vec<_> = mentions.ids().collect();
    let names: Vec<_> = mentions.hostnames().map(|name| Selector::Hostname(name.to_owned())).collect();
    let names: Vec<_> = names.chunks(IDS_AT_ONCE).flat_map(ComputerQuery::any_of).collect();
    let ids = ids.chunks(IDS_AT_ONCE);
    let counter = &Counter::begin(Phase::Computers, ids.len() + names.len(), tell);
    let known = &RefCell::new(known);
    let by_ids = ids.map(|ids| async move {
        let computers = client.computers_of_ids(ids).await?;
        known.borrow_mut().take_list(computers);
        counter.step();
        Ok(())
    });
    at_most(AT_ONCE, by_ids).await?;
    let by_names =
        names.iter().map(|query| each_page(client, query, counter, |page| known.borrow_mut().take_list(page.into())));
    at_most(AT_ONCE, by_names).await
}

/// Reads all that match, page by page.
async fn each_page(
    client: &Client,
    query: &ComputerQuery,
    counter: &Counter<'_>,
    mut take: impl FnMut(Page<Computer>),
) -> Result<(), ApiError> {
    let mut offset = 0;
    loop {
        let page = client.computers(query, PAGE_LENGTH, offset).await?;
        let (many, count) = (page.came(), page.count);
        take(page);
        counter.step();
        offset += many;
        let total = count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        if many == 0 || total.map_or(many < PAGE_LENGTH, |total| offset >= total) {
            return Ok(());
        }
    }
}

/// Which of those that were found have Pro management off.
async fn management(client: &Client, known: &Known, tell: &dyn Fn(Progress)) -> Result<Management, ApiError> {
    let found: HashSet<_> = known.found().collect();
    let answer = if strategy::is_one_by_one(found.len()) {
        one_by_one(client, &found, tell).await.map(Some)
    } else {
        of_list(client, found, tell).await
    };
    match answer {
        Ok(Some(off)) => Ok(Management::OffOn(off)),
        Ok(None) | Err(ApiError::Rejected { .. }) => Ok(Management::Unknown),
        Err(error) => Err(error),
    }
}

async fn one_by_one(
    client: &Client,
    found: &HashSet<ComputerId>,
    tell: &dyn Fn(Progress),
) -> Result<HashSet<ComputerId>, ApiError> {
    let counter = &Counter::begin(Phase::Management, found.len(), tell);
    let off = &RefCell::new(HashSet::new());
    let questions = found.iter().map(|id| async move {
        let query = ComputerQuery::all_of(&[Selector::Id(*id), Selector::ProManagement(false)]);
        let answer = client.computers(&query, 1, 0).await?;
        let is_odd = answer.unreadable.iter().any(|row| row.computer_id() == Some(*id));
        if is_odd || answer.results.iter().any(|computer| computer.id == *id) {
            off.borrow_mut().insert(*id);
        }
        counter.step();
        Ok(())
    });
    at_most(AT_ONCE, questions).await?;
    Ok(off.take())
}

async fn of_list(
    client: &Client,
    found: HashSet<ComputerId>,
    tell: &dyn Fn(Progress),
) -> Result<Option<HashSet<ComputerId>>, ApiError> {
    let query = |is_on| ComputerQuery::of(&Selector::ProManagement(is_on));
    let (on, off) = (count(client, &query(true)).await?, count(client, &query(false)).await?);
    let is_on = strategy::is_list_of_on_shorter(on, off);
    let counter = Counter::begin(Phase::Management, strategy::pages(on.min(off)), tell);
    let mut listed = HashSet::new();
    let mut is_whole = true;
    let take = |page: Page<Computer>| {
        listed.extend(page.results.into_iter().map(|computer| computer.id));
        let odd: Vec<_> = page.unreadable.iter().map(Unreadable::computer_id).collect();
        is_whole &= odd.iter().all(Option::is_some);
        listed.extend(odd.into_iter().flatten());
    };
    each_page(client, &query(is_on), &counter, take).await?;
    if !is_whole {
        // Somebody is listed who cannot be told: nobody is left out for it.
        return Ok(None);
    }
    Ok(Some(found.into_iter().filter(|id| listed.contains(id) != is_on).collect()))
}
