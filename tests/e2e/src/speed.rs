//! How fast a page of contracts is: the app's, or another that shows the same.

use std::{collections::BTreeMap, fmt, path::PathBuf};

use landscape_stub::{App, Config, Running, Seed, Site, Sizes};
use serde_json::{Value, json};

use crate::{browser::Browser, bundle::built, driver::answered, folder::Folder};

/// Every script that is run begins with it.
const TOOLS: &str = include_str!("speed/tools.js");
/// Notes when rows are there, from the next load on.
const NOTES: &str = include_str!("speed/notes.js");
/// Sorts, filters and scrolls.
const LOOK_THROUGH: &str = include_str!("speed/look_through.js");

/// The session that lasts longer than any measurement, in seconds.
const SESSION: i64 = 24 * 3600;

/// A page of contracts, and the stand-in that serves it with its data.
pub struct Page {
    /// What it is made with.
    pub name: &'static str,
    contracts: u32,
    stub: Running,
    /// The files of a page that was put together for a test. Left once the stand-in has ended.
    _files: Option<Folder>,
}

/// What was measured, by name: milliseconds, but for what says something else.
pub type Measured = BTreeMap<String, f64>;

impl Page {
    /// The app's page, of so many contracts.
    ///
    /// # Panics
    /// When there is no release build.
    pub async fn app(sizes: Sizes) -> Self {
        Self::of_folder("app", built(), sizes).await
    }

    /// The page that is in a folder, of so many contracts.
    ///
    /// # Panics
    /// When there is none.
    pub async fn of_folder(name: &'static str, dist: PathBuf, sizes: Sizes) -> Self {
        let app = Some(App { dist, prefix: "/licensing/".to_owned() });
        let seed = Seed::Many(sizes);
        let config = Config { seed, app, site: Some(Site::SELF_HOSTED), serves_compressed: true, ..Config::default() };
        let stub = landscape_stub::start(config).await.expect("the stand-in starts wherever there is a page");
        Self { name, contracts: sizes.contracts, stub, _files: None }
    }

    /// The page by hand, as it is kept in `tests/bench/`.
    ///
    /// # Panics
    /// When there is no room for it.
    pub async fn by_hand(sizes: Sizes) -> Self {
        let files = Folder::new("by-hand");
        for (name, content) in [
            ("index.html", include_str!("../../bench/vanilla/index.html")),
            ("main.js", include_str!("../../bench/vanilla/main.js")),
            ("contracts.js", include_str!("../../bench/shared/contracts.js")),
            ("style.css", include_str!("../../bench/shared/style.css")),
        ] {
            std::fs::write(files.path().join(name), content).expect("there is room for what is temporary");
        }
        let page = Self::of_folder("by hand", files.path().to_path_buf(), sizes).await;
        Self { _files: Some(files), ..page }
    }

    /// The address of a path below the prefix.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.stub.app_url())
    }

    /// The ids of the contracts that come first by id in the alphabet, last by id in the alphabet, and last by number.
    fn ends(&self) -> [String; 3] {
        let name = |number: u32| format!("contract-{number:05}");
        let last_word = if self.contracts > 99_999 { 99_999 } else { self.contracts };
        [name(1), name(last_word), name(self.contracts)]
    }
}

impl Browser {
    /// Signs in for a page, without one.
    pub async fn admit(&self, page: &Page) {
        self.goto(&format!("{}/api/v2/", page.stub.origin())).await;
        let session = json!({ "token": page.stub.token(SESSION) }).to_string();
        let script = "sessionStorage.setItem('landscape-licensing.session', arguments[0])";
        self.script_with(script, vec![json!(session)]).await;
    }

    /// Notes, from the next load on, when rows are painted and how long the page is busy.
    pub async fn note_paints(&self) {
        self.before_every_page(&format!("(() => {{ {TOOLS}\n{NOTES} }})()")).await;
    }

    /// Loads a page, and tells what was noted once its rows are painted: see `speed/notes.js`.
    pub async fn start_of(&self, page: &Page) -> Measured {
        self.goto(&page.address("contracts")).await;
        self.timed("return window.noted", Vec::new()).await
    }

    /// Loads a page, sorts, filters and scrolls: the milliseconds from each act to the frame that shows what came of it.
    pub async fn look_through(&self, page: &Page) -> Measured {
        let start = self.start_of(page).await;
        let mut measured = self.timed(LOOK_THROUGH, vec![json!(page.ends())]).await;
        measured.extend(start.into_iter().filter(|(name, _)| name == "rows after the answer"));
        measured
    }

    /// Runs a script of this module's, which returns what it measured.
    ///
    /// # Panics
    /// When something did not come.
    pub async fn timed(&self, script: &str, arguments: Vec<Value>) -> Measured {
        let script = format!(
            "const done = arguments[arguments.length - 1];
            {TOOLS}
            (async (...given) => {{ {script} }})(...arguments).then(done, (error) => done(String(error)))"
        );
        let answer = answered(self.client.execute_async(&script, arguments).await);
        serde_json::from_value(answer.clone()).unwrap_or_else(|_| panic!("nothing was measured: {answer}"))
    }

    /// As on a slow computer with a slow connection: a quarter of the speed, 1.6 Mbit/s, 150 ms.
    pub async fn slow_down(&self) {
        self.tools("Network.enable", json!({})).await;
        let bytes_a_second = 1_600_000 / 8;
        let slow = json!({
            "offline": false, "latency": 150, "downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second,
        });
        self.tools("Network.emulateNetworkConditions", slow).await;
        self.tools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await;
    }

    /// As on this computer again.
    pub async fn speed_up(&self) {
        let fast = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.tools("Network.emulateNetworkConditions", fast).await;
        self.tools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    }

    /// Forgets everything that was loaded before.
    pub async fn forget_files(&self) {
        self.tools("Network.enable", json!({})).await;
        self.tools("Network.clearBrowserCache", json!({})).await;
    }
}

/// What several runs measured: the middle one, and the ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The middle one.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Spread {
    /// Of one figure of each run.
    ///
    /// # Panics
    /// When there was none.
    pub fn of(mut runs: Vec<f64>) -> Self {
        runs.sort_by(f64::total_cmp);
        let at = |place: usize| *runs.get(place).expect("something was measured");
        Self { median: at(runs.len() / 2), least: at(0), most: at(runs.len() - 1) }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.1} ({:.1}–{:.1})", self.median, self.least, self.most)
    }
}

/// Of each name, what several runs measured.
pub fn spreads(runs: &[Measured]) -> BTreeMap<String, Spread> {
    let names = runs.first().into_iter().flat_map(BTreeMap::keys);
    let of = |name: &String| Spread::of(runs.iter().filter_map(|run| run.get(name).copied()).collect());
    names.map(|name| (name.clone(), of(name))).collect()
}

/// Sizes with so many contracts and little else.
pub const fn contracts(contracts: u32) -> Sizes {
    Sizes { contracts, licenses: 40, computers: 400, children: 0 }
}
