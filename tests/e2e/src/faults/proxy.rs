//! The proxy between a browser and its server.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::timeout,
};

use crate::faults::{
    fault::Trouble,
    message::Message,
    spoil::{reset, send, spoil},
};

/// A page of the server's origin that is nothing but a place to stand on.
pub const NOWHERE: &str = "/nowhere";

/// A browser may open connections ahead of their use.
const IDLE: Duration = Duration::from_secs(60);

/// What is to be spoilt: requests of a method to a path, or to any below it where it ends with `*`.
#[derive(Debug, Clone)]
pub struct Rule {
    /// `GET`, or `*` for any.
    pub method: &'static str,
    /// `/api/v2/contracts`, or `/api/*`.
    pub path: String,
    /// How many requests; all until the rule is lifted where there is no number.
    pub times: Option<usize>,
    /// One in how many; 1 for each.
    pub every: u64,
    /// What goes wrong.
    pub trouble: Trouble,
}

impl Rule {
    fn is_about(&self, (method, path): (&str, &str)) -> bool {
        let is_path = self.path.strip_suffix('*').map_or(path == self.path, |below| path.starts_with(below));
        is_path && (self.method == "*" || self.method == method)
    }
}

/// A request that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// Its method.
    pub method: String,
    /// Its path, without the query.
    pub path: String,
    /// Its body.
    pub body: String,
}

/// A proxy that has been started. Dropping it ends it.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Debug)]
struct Shared {
    server: Mutex<String>,
    rules: Mutex<Vec<Rule>>,
    came: Mutex<Vec<Came>>,
    dice: Mutex<u64>,
    lifted: watch::Sender<u64>,
}

impl Proxy {
    /// Begins to listen on a free loopback port.
    ///
    /// # Panics
    /// When there is none.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a loopback port is free");
        let address = listener.local_addr().expect("it is bound");
        let shared = Shared {
            server: Mutex::default(),
            rules: Mutex::default(),
            came: Mutex::default(),
            dice: Mutex::new(1),
            lifted: watch::Sender::new(0),
        };
        let proxy = Self { address, shared: Arc::new(shared), listening: Mutex::default() };
        proxy.listen_to(listener);
        proxy
    }

    /// Its host with its port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// Puts a server behind it, by its host with its port, and forgets what came.
    pub fn lead_to(&self, server: &str) {
        server.clone_into(&mut lock(&self.shared.server));
        lock(&self.shared.came).clear();
    }

    /// Spoils from now on.
    pub async fn spoil(&self, rule: Rule) {
        if matches!(rule.trouble, Trouble::Refused) {
            self.refuse().await;
        } else {
            lock(&self.shared.rules).push(rule);
        }
    }

    /// Spoils nothing more, and lets go what was held back.
    ///
    /// # Panics
    /// When another program has taken its port.
    pub async fn lift(&self) {
        lock(&self.shared.rules).clear();
        self.shared.lifted.send_modify(|times| *times += 1);
        if lock(&self.listening).is_none() {
            self.listen_to(TcpListener::bind(self.address).await.expect("the port is still free"));
        }
    }

    /// How many requests of a method came to a path.
    pub fn count(&self, method: &str, path: &str) -> usize {
        lock(&self.shared.came).iter().filter(|came| came.method == method && came.path == path).count()
    }

    /// Every request that came.
    pub fn came(&self) -> Vec<Came> {
        lock(&self.shared.came).clone()
    }

    /// Begins the dice of rules that spoil one request in some.
    pub fn throw_dice_from(&self, seed: u64) {
        *lock(&self.shared.dice) = seed | 1;
    }

    /// Nobody listens any more, and whoever was connected is not.
    async fn refuse(&self) {
        let listening = lock(&self.listening).take();
        if let Some(listening) = listening {
            listening.abort();
            // It was cancelled: there is an end to wait for, and no result.
            let _ = listening.await;
        }
    }

    fn listen_to(&self, listener: TcpListener) {
        *lock(&self.listening) = Some(tokio::spawn(accept(listener, Arc::clone(&self.shared))));
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(listening) = lock(&self.listening).take() {
            listening.abort();
        }
    }
}

impl Shared {
    /// What goes wrong with a request, if anything does.
    fn trouble(&self, request: &Message) -> Option<Trouble> {
        let mut rules = lock(&self.rules);
        let index = rules.iter().position(|rule| rule.is_about(request.target()) && rule.times != Some(0))?;
        let rule = &mut rules[index];
        if rule.every > 1 && !self.throw().is_multiple_of(rule.every) {
            return None;
        }
        rule.times = rule.times.map(|times| times - 1);
        match &rule.trouble {
            Trouble::OneOf(troubles) => {
                let count = u64::try_from(troubles.len()).unwrap_or(1);
                troubles.get(usize::try_from(self.throw() % count.max(1)).unwrap_or(0)).cloned()
            }
            trouble => Some(trouble.clone()),
        }
    }

    fn throw(&self) -> u64 {
        let mut dice = lock(&self.dice);
        *dice ^= *dice << 13;
        *dice ^= *dice >> 7;
        *dice ^= *dice << 17;
        *dice >> 16
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                if let Ok((browser, _)) = accepted {
                    let _ = browser.set_nodelay(true);
                    connections.spawn(converse(browser, Arc::clone(&shared)));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn converse(mut browser: TcpStream, shared: Arc<Shared>) {
    let Ok(Some(request)) = timeout(IDLE, Message::read(&mut browser, false)).await else { return };
    let (method, path) = request.target();
    if path == NOWHERE {
        let kind = ("Content-Type", "text/html".to_owned());
        return send(browser, Message::answer(200, &[kind], b"<!doctype html><title>Nowhere</title>".to_vec())).await;
    }
    let body = String::from_utf8_lossy(&request.body).into_owned();
    lock(&shared.came).push(Came { method: method.to_owned(), path: path.to_owned(), body });
    let lifted = shared.lifted.subscribe();
    let trouble = shared.trouble(&request);
    let genuine = match &trouble {
        Some(trouble) if !trouble.reaches_server() => None,
        _ => {
            let server = lock(&shared.server).clone();
            ask(&server, request).await
        }
    };
    match (trouble, genuine) {
        (Some(trouble), genuine) => spoil(browser, &trouble, genuine, lifted).await,
        (None, Some(answer)) => send(browser, answer).await,
        (None, None) => reset(browser),
    }
}

async fn ask(server: &str, request: Message) -> Option<Message> {
    let mut connection = TcpStream::connect(server).await.ok()?;
    connection.write_all(&request.bytes()).await.ok()?;
    Message::read(&mut connection, true).await
}
