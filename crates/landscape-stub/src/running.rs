use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use axum::Router;
use jiff::SignedDuration;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    api, app,
    config::Config,
    dashboard,
    failure::Failure,
    journal::Recorded,
    serve::serve,
    site::Site,
    stub::{Lasts, Rule, Shared, Stub},
    words::Words,
    world::user::EMAIL,
};

/// A stand-in that has been started. Dropping it ends the server.
pub struct Running {
    stub: Shared,
    api: Router,
    address: SocketAddr,
    server: Mutex<Option<JoinHandle<()>>>,
}

/// Starts a stand-in on the loopback interface, on the runtime of the caller, which must be a multi-threaded one if the
/// caller is going to block.
///
/// # Errors
/// When the port is taken, or when there is no `index.html` in the app's directory.
pub async fn start(config: Config) -> io::Result<Running> {
    if let Some(app) = &config.app {
        app::check(app)?;
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).await?;
    let address = listener.local_addr()?;
    let stub = Arc::new(Stub::new(config));
    let api = api::router(stub.clone());
    let running = Running { stub, api, address, server: Mutex::default() };
    running.serve(listener);
    Ok(running)
}

impl Running {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where the app is served: the origin and its prefix, with a slash at the end; `/` when no app is served.
    pub fn app_url(&self) -> String {
        let prefix = self.stub.app.as_ref().map_or("/", |app| &app.prefix);
        format!("{}{prefix}", self.origin())
    }

    /// Where a page stands in for Landscape's own dashboard, if one does: to begin the session that a browser has with it.
    pub fn dashboard_url(&self) -> Option<String> {
        self.stub.site().map(|_| format!("{}{}", self.origin(), dashboard::PATH))
    }

    /// Every request to the API so far, oldest first.
    pub fn requests(&self) -> Vec<Recorded> {
        self.stub.journal().clone()
    }

    /// The path of every request to the app so far, oldest first: its pages and its files.
    pub fn app_requests(&self) -> Vec<String> {
        self.stub.visits().clone()
    }

    /// Whether there are reports for [`Running::take_violations`].
    pub fn has_violations(&self) -> bool {
        !self.stub.violations().is_empty()
    }

    /// Takes the reports so far of what the policy of the app's pages has forbidden, as browsers sent them.
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut *self.stub.violations())
    }

    /// Makes the next matching request fail. The method may be `*`; the path may leave out `/api/v2`. Failures asked for
    /// earlier happen first.
    pub fn fail_next(&self, method: &str, path_prefix: &str, failure: Failure) {
        self.fail_after(0, method, path_prefix, failure);
    }

    /// Lets so many matching requests pass and makes the one after them fail. They are counted from when the failures
    /// asked for earlier have happened.
    pub fn fail_after(&self, passing: usize, method: &str, path_prefix: &str, failure: Failure) {
        self.fail(method, path_prefix, failure, Lasts::OnceAfter(passing));
    }

    /// Makes every matching request fail until [`Running::heal`].
    pub fn fail_always(&self, method: &str, path_prefix: &str, failure: Failure) {
        self.fail(method, path_prefix, failure, Lasts::UntilHealed);
    }

    /// Forgets every failure asked for.
    pub fn heal(&self) {
        self.stub.rules().clear();
    }

    /// Answers reads with these texts, one after another, in the place of whatever people or computers name and write: titles,
    /// hostnames, tags, summaries, results, contract ids, statuses and so on. None gives its own words back.
    pub fn say_instead(&self, texts: Vec<String>) {
        *self.stub.words() = Words::new(texts);
    }

    /// Answers 401 to every token issued so far.
    pub fn revoke_tokens(&self) {
        self.stub.world().tokens.revoke_all();
    }

    /// A token for the demo user's default account that ends in so many seconds; a negative number makes an expired one.
    pub fn token(&self, lifetime_seconds: i64) -> String {
        let mut world = self.stub.world();
        let now = world.clock.now();
        let account = world.default_account().name.clone();
        world.tokens.issue(EMAIL, &account, now, SignedDuration::from_secs(lifetime_seconds))
    }

    /// Refuses every `query` on activities from now on (400, `InvalidQueryError`), as a server does that knows none.
    pub fn forget_queries(&self) {
        self.stub.knows_queries.store(false, Ordering::Relaxed);
    }

    /// What it answers from now on at the endpoints that nobody documents; nothing makes them 404.
    pub fn answer_as(&self, site: Option<Site>) {
        self.stub.set_site(site);
    }

    /// Lets time pass for the activities and the tokens, without waiting.
    pub fn advance(&self, duration: Duration) {
        self.stub.world().clock.advance(duration);
    }

    /// Stops listening and closes every connection. The data stay for [`Running::restart`].
    pub async fn stop(&self) {
        let server = self.server.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(server) = server {
            server.abort();
            // The task has been cancelled: there is no result to look at, only the end to wait for.
            let _ = server.await;
        }
    }

    /// Listens again on the same port.
    ///
    /// # Errors
    /// When another process has taken the port meanwhile.
    pub async fn restart(&self) -> io::Result<()> {
        self.stop().await;
        self.serve(TcpListener::bind(self.address).await?);
        Ok(())
    }

    fn serve(&self, listener: TcpListener) {
        let server = tokio::spawn(serve(listener, self.stub.clone(), self.api.clone()));
        *self.server.lock().unwrap_or_else(PoisonError::into_inner) = Some(server);
    }

    fn fail(&self, method: &str, path_prefix: &str, failure: Failure, lasts: Lasts) {
        let rule = Rule { method: method.to_owned(), path_prefix: path_prefix.to_owned(), failure, lasts };
        self.stub.rules().push(rule);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(server) = self.server.get_mut().unwrap_or_else(PoisonError::into_inner).take() {
            server.abort();
        }
    }
}
