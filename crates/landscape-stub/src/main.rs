//! Runs one stand-in for the Landscape REST API until it is interrupted.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use clap::{Parser, ValueEnum};
use landscape_stub::{ACCESS_KEY, App, Config, EMAIL, PASSWORD, Running, SECRET_KEY, Seed, Site, Sizes, start};

const DAY: i64 = 24 * 60 * 60;

/// A stand-in for the Landscape REST API, on the loopback interface only.
#[derive(Parser)]
#[command(name = "landscape-stub", version)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The data to begin with
    #[arg(long, value_enum, default_value_t = SeedName::Demo)]
    seed: SeedName,
    /// Number of contracts in `--seed many`
    #[arg(long, value_name = "N", default_value_t = Sizes::default().contracts)]
    contracts: u32,
    /// Number of legacy licenses in `--seed many`
    #[arg(long, value_name = "N", default_value_t = Sizes::default().licenses)]
    licenses: u32,
    /// Number of computers in `--seed many`
    #[arg(long, value_name = "N", default_value_t = Sizes::default().computers,
          value_parser = clap::value_parser!(u32).range(..90_000))]
    computers: u32,
    /// Number of computers in an attachment under way, activity 1, in `--seed many`
    #[arg(long, value_name = "N", default_value_t = Sizes::default().children)]
    children: u32,
    /// How long every API answer is held back, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 0)]
    latency: u64,
    /// What it answers at the endpoints that only Landscape's own dashboard uses
    #[arg(long, value_enum, default_value_t = SiteName::SelfHosted)]
    site: SiteName,
    /// Directory of the built web app, to serve it on the same origin
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Path to serve the web app below
    #[arg(long, default_value = "/licensing/")]
    prefix: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum SeedName {
    Demo,
    Empty,
    Many,
}

#[derive(Clone, Copy, ValueEnum)]
enum SiteName {
    /// A server of one's own, with passwords
    SelfHosted,
    /// A server of one's own, with single sign-on
    Sso,
    /// Canonical's server, without Pro licensing
    Saas,
    /// Nothing: 404
    None,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // Nobody is left to tell when stderr is closed too.
            let _ = writeln!(io::stderr(), "landscape-stub: {message}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), String> {
    let port = arguments.port;
    let running = start(arguments.config()).await.map_err(|error| explain(&error, port))?;
    introduce(&running).map_err(|error| format!("cannot write to stdout: {error}"))?;
    std::future::pending().await
}

impl Arguments {
    fn config(self) -> Config {
        let Self { contracts, licenses, computers, children, .. } = self;
        let seed = match self.seed {
            SeedName::Demo => Seed::Demo,
            SeedName::Empty => Seed::Empty,
            SeedName::Many => Seed::Many(Sizes { contracts, licenses, computers, children }),
        };
        let prefix = self.prefix;
        let app = self.app.map(|dist| App { dist, prefix });
        let site = match self.site {
            SiteName::SelfHosted => Some(Site::SELF_HOSTED),
            SiteName::Sso => Some(Site::SINGLE_SIGN_ON),
            SiteName::Saas => Some(Site::SAAS),
            SiteName::None => None,
        };
        let latency = Duration::from_millis(self.latency);
        Config { seed, latency, app, port: self.port, stands_at: None, site, ..Config::default() }
    }
}

fn explain(error: &io::Error, port: u16) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is taken; choose another with --port, or any free one with --port 0")
        }
        io::ErrorKind::NotFound => format!("{error}; build the app first, or leave out --app"),
        _ => error.to_string(),
    }
}

/// The first line is for programs that wait for it, the rest for people.
fn introduce(running: &Running) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "listening on {}/", running.origin())?;
    stdout.flush()?;
    writeln!(stdout)?;
    writeln!(stdout, "  app         {}", running.app_url())?;
    if let Some(dashboard) = running.dashboard_url() {
        writeln!(stdout, "  Landscape   {dashboard}")?;
    }
    writeln!(stdout, "  email       {EMAIL}")?;
    writeln!(stdout, "  password    {PASSWORD}")?;
    writeln!(stdout, "  access key  {ACCESS_KEY}")?;
    writeln!(stdout, "  secret      {SECRET_KEY}")?;
    writeln!(stdout, "  JWT         {}", running.token(DAY))?;
    stdout.flush()
}
