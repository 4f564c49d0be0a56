//! The command line.

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::engine::Engine;
use crate::server::Server;
use crate::{bench, build, ci, demo, deny, dev, e2e, fuzz, headers, package, profile, setup, size, test, tidy, views};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "The project's commands",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing: the compiler's target, the build tools, the npm packages, the test browser
    Setup(SetupOptions),
    /// Build the release bundle into dist/ and print the size of every file
    Build,
    /// Build the release bundle, print what its bytes are made of, and fail over the budget
    Size(SizeOptions),
    /// Visit "Contracts" in Chromium, and keep which functions that needs: the others come later
    Profile,
    /// Make what administrators install, into target/package/: an archive, a Debian package, checksums, a bill of materials
    Package(PackageOptions),
    /// Serve the release bundle with a stand-in for the Landscape API: the program to try, in one command
    Demo(DemoOptions),
    /// Rebuild and reload while you edit, beside the stand-in or a real server
    Dev(DevOptions),
    /// Run every test: host, components in a headless browser, end to end
    Test,
    /// Build the release bundle and test it end to end in a browser against the stand-in
    E2e(EndToEndOptions),
    /// Walk at random through the app while answers go wrong, and work in one tab for long
    Monkey(MonkeyOptions),
    /// Measure how fast the app is, beside a page by hand and one of React with TanStack
    Bench(BenchOptions),
    /// Take a picture of every view in both themes at three widths, into target/shots/
    Shots(ShotsOptions),
    /// Write the web servers' files of headers from deploy/headers.txt
    Headers,
    /// Check the import rules, file sizes and links
    Tidy,
    /// Check the dependencies: their licenses, where they come from, and which are there twice
    Deny(DenyOptions),
    /// Try the parsers of text from outside with bytes that a fuzzer makes
    Fuzz(FuzzOptions),
    /// Run everything that continuous integration checks
    Ci,
}

/// Options of `setup`.
#[derive(Args)]
pub struct SetupOptions {
    /// Leave out what only the tests need: the browser and its driver
    #[arg(long)]
    pub no_browser: bool,
    /// Also install Firefox and WebKit with their drivers, for `e2e --browser`
    #[arg(long, conflicts_with = "no_browser")]
    pub browsers: bool,
    /// Also install Apache, Caddy, nginx and HAProxy, for `e2e --server`; none is run as a service
    #[arg(long, conflicts_with = "no_browser")]
    pub servers: bool,
}

/// Options of `package`.
#[derive(Args)]
pub struct PackageOptions {
    /// Package the bundle that is in dist/ already
    #[arg(long)]
    pub no_build: bool,
    /// Make everything once more in a fresh clone elsewhere, and fail where one byte differs
    #[arg(long, conflicts_with = "no_build")]
    pub twice: bool,
}

/// Options of `size`.
#[derive(Args)]
pub struct SizeOptions {
    /// Look at the bundle that is in dist/ already
    #[arg(long)]
    pub no_build: bool,
}

/// Options of `bench`.
#[derive(Args)]
pub struct BenchOptions {
    /// Measure the bundle that is in dist/, beside the pages that were built before
    #[arg(long)]
    pub no_build: bool,
    /// How often everything is measured
    #[arg(long, default_value_t = 7)]
    pub rounds: u32,
    /// Measure only what has this in its name: start, large, parse, input, memory
    pub filter: Option<String>,
}

/// Options of `demo`.
#[derive(Args)]
pub struct DemoOptions {
    /// Port on the loopback address
    #[arg(long, default_value_t = 8787)]
    pub port: u16,
    /// What the stand-in holds
    #[arg(long, value_enum, default_value_t = Seed::Demo)]
    pub seed: Seed,
}

/// The data sets of the stand-in.
#[derive(Clone, Copy, ValueEnum)]
pub enum Seed {
    /// A believable organisation
    Demo,
    /// No contracts, licenses or computers
    Empty,
    /// Thousands of computers
    Many,
}

impl Seed {
    /// The name that the stand-in knows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Empty => "empty",
            Self::Many => "many",
        }
    }
}

/// Options of `dev`.
#[derive(Args)]
pub struct DevOptions {
    /// A Landscape server to use in place of the stand-in, for example <https://landscape.example.com>
    #[arg(long, value_name = "URL")]
    pub backend: Option<String>,
    /// Port on the loopback address
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

/// Options of `e2e`.
#[derive(Args)]
pub struct EndToEndOptions {
    /// Test the bundle that is in dist/ already
    #[arg(long)]
    pub no_build: bool,
    /// Keep the accessibility trees as they are now, in place of comparing them with those that are kept
    #[arg(long)]
    pub update_snapshots: bool,
    /// The browser to test in; what it needs is installed first
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    pub browser: Browser,
    /// Test behind this web server, configured as it is shipped; what it needs is installed first
    #[arg(long, value_enum, conflicts_with = "update_snapshots")]
    pub server: Option<WebServer>,
    /// Run only the tests whose name contains this
    pub filter: Option<String>,
}

/// Options of `monkey`.
#[derive(Args)]
pub struct MonkeyOptions {
    /// Steps of the walk; from 10000 on the tab is worked in for 2000 turns, otherwise for 300
    #[arg(long, default_value_t = 10_000)]
    pub steps: u32,
    /// The seed of the walk: the same one goes the same way
    #[arg(long)]
    pub seed: Option<u32>,
    /// Test the bundle that is in dist/ already
    #[arg(long)]
    pub no_build: bool,
    /// The browser to walk in
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    pub browser: Browser,
}

/// Options of `deny`.
#[derive(Args)]
pub struct DenyOptions {
    /// Also look for known weaknesses, in a database that is fetched
    #[arg(long)]
    pub advisories: bool,
}

/// Options of `fuzz`.
#[derive(Args)]
pub struct FuzzOptions {
    /// How long each target is tried
    #[arg(long, default_value_t = 10)]
    pub minutes: u32,
    /// Run only the targets whose name contains this
    pub filter: Option<String>,
}

/// Options of `shots`.
#[derive(Args)]
pub struct ShotsOptions {
    /// Show the bundle that is in dist/ already
    #[arg(long)]
    pub no_build: bool,
    /// Take only the views whose name contains this
    pub filter: Option<String>,
}

/// The browsers of the end-to-end tests.
#[derive(Clone, Copy, ValueEnum)]
pub enum Browser {
    /// Chromium
    Chromium,
    /// Firefox
    Firefox,
    /// WebKitGTK's little browser
    Webkit,
    /// Each of them, one after another
    All,
}

impl Browser {
    /// The engines to test in.
    pub fn engines(self) -> &'static [Engine] {
        match self {
            Self::Chromium => &[Engine::Chromium],
            Self::Firefox => &[Engine::Firefox],
            Self::Webkit => &[Engine::Webkit],
            Self::All => &Engine::ALL,
        }
    }
}

/// The web servers of the end-to-end tests.
#[derive(Clone, Copy, ValueEnum)]
pub enum WebServer {
    /// Apache, in Landscape's documented virtual host and for all hosts
    Apache,
    /// Caddy
    Caddy,
    /// nginx
    Nginx,
    /// HAProxy, before Apache and before nginx
    Haproxy,
    /// Each of them, one after another
    All,
}

impl WebServer {
    /// The servers to test behind.
    pub fn servers(self) -> &'static [Server] {
        match self {
            Self::Apache => &[Server::Apache],
            Self::Caddy => &[Server::Caddy],
            Self::Nginx => &[Server::Nginx],
            // The files come from the others.
            Self::Haproxy => &[Server::Apache, Server::Nginx, Server::Haproxy],
            Self::All => &Server::ALL,
        }
    }

    /// Which of them are in front.
    pub fn in_front(self) -> &'static [Server] {
        match self {
            Self::Haproxy => &[Server::Haproxy],
            other => other.servers(),
        }
    }
}

/// Does what the command line asks for.
pub fn run() -> Result<()> {
    match Cli::parse().command {
        Task::Setup(options) => setup::run(setup::Extent::from_options(&options)),
        Task::Build => build::run(),
        Task::Size(options) => size::run(&options),
        Task::Profile => profile::run(),
        Task::Package(options) => package::run(&options),
        Task::Demo(options) => demo::run(&options),
        Task::Dev(options) => dev::run(&options),
        Task::Test => test::run(),
        Task::E2e(options) => e2e::run(&options),
        Task::Monkey(options) => e2e::monkey(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Shots(options) => views::shots(&options),
        Task::Headers => headers::run(),
        Task::Tidy => tidy::run(),
        Task::Deny(options) => deny::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Ci => ci::run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use std::path::PathBuf;

    use clap::Parser;

    use crate::cli::Cli;
    use crate::tidy::files;
    use crate::workspace;

    const COMMAND: &str = "cargo xtask";

    /// Every text that names commands: those in the root, of `docs/`, of `deploy/` and of the workflow.
    fn documents() -> Vec<PathBuf> {
        let root = workspace::root();
        let of_root = std::fs::read_dir(root).expect("there is a root").flatten().map(|entry| entry.path());
        let below = ["docs", "deploy", ".github", "crates"].into_iter().flat_map(|name| files::below(&root.join(name)));
        let is_document = |path: &PathBuf| path.extension().is_some_and(|it| it == "md" || it == "yml");
        of_root.chain(below).filter(is_document).collect()
    }

    /// The commands of a text, from their name to the end of the line or to a comment, a backtick or a comma.
    fn commands(text: &str) -> Vec<Vec<&str>> {
        text.lines()
            .flat_map(|line| line.split(COMMAND).skip(1))
            .map(|rest| rest.split(['`', '#', ',']).next().unwrap_or_default())
            .map(|rest| rest.split_whitespace().filter(|word| !word.starts_with('[')).collect())
            .collect()
    }

    #[test]
    fn every_command_that_a_document_names_is_one() {
        let mut many = 0;
        for path in documents() {
            let text = std::fs::read_to_string(&path).expect("a document is text");
            for words in commands(&text).into_iter().filter(|words| !matches!(words[..], [] | ["…"])) {
                let parsed = Cli::try_parse_from([COMMAND].into_iter().chain(words.iter().copied()));
                let problem = parsed.err().filter(clap::Error::use_stderr);
                assert!(problem.is_none(), "{}: `{COMMAND} {}`", path.display(), words.join(" "));
                many += 1;
            }
        }
        assert!(many > 40, "{many} commands were found");
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
