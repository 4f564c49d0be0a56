//! A real web server in front of the app's files and the stand-in, configured by the file of `deploy/` as it is shipped.
//!
//! What is around that file is in `tests/e2e/servers/`. Everything of a server is in a folder of its own, and it listens on
//! the loopback interface alone: none that the system has is touched.

use std::{
    fmt::Write as _,
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use background::{Background, Output, free_port};
use landscape_stub::Running;

use crate::{bundle::Bundle, folder::Folder, guide};

/// The prefix that the shipped files are written for, without the slash at its end.
const SHIPPED_PREFIX: &str = "/licensing";

const STARTING: Duration = Duration::from_secs(20);

/// The web servers, and the ways to use them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// Apache, with the package's file included in Landscape's documented virtual host.
    Apache,
    /// Apache, with the archive's file included for all virtual hosts, as `a2enconf` does.
    ApacheForAllHosts,
    /// Caddy.
    Caddy,
    /// nginx.
    Nginx,
    /// HAProxy before that Apache.
    HaproxyApache,
    /// HAProxy before that nginx.
    HaproxyNginx,
}

impl Server {
    /// Each of them.
    pub const ALL: [Self; 6] =
        [Self::Apache, Self::ApacheForAllHosts, Self::Caddy, Self::Nginx, Self::HaproxyApache, Self::HaproxyNginx];

    /// Those that `E2E_SERVERS` names by the program in front, with a comma between them; none where it is not set.
    pub fn from_environment() -> Vec<Self> {
        let programs = std::env::var("E2E_SERVERS").unwrap_or_default();
        let is_asked_for = |server: &Self| programs.split(',').any(|program| program == server.program());
        Self::ALL.into_iter().filter(is_asked_for).collect()
    }

    /// What to call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apache => "apache",
            Self::ApacheForAllHosts => "apache-for-all-hosts",
            Self::Caddy => "caddy",
            Self::Nginx => "nginx",
            Self::HaproxyApache => "haproxy-apache",
            Self::HaproxyNginx => "haproxy-nginx",
        }
    }

    fn program(self) -> &'static str {
        self.name().split('-').next().unwrap_or_default()
    }

    /// Whether Landscape's documented Apache is in front.
    pub fn is_apache(self) -> bool {
        matches!(self, Self::Apache | Self::ApacheForAllHosts)
    }
}

/// A web server that has been started; dropping it ends it.
#[derive(Debug)]
pub struct Front {
    /// Which it is.
    pub server: Server,
    /// The files that it serves.
    pub bundle: Bundle,
    host: String,
    prefix: String,
    /// The one in front last. They end before their folder goes.
    _programs: Vec<Background>,
    _folder: Folder,
}

/// Where a server's files are, and whom it listens to and asks.
struct Place<'a> {
    folder: &'a Path,
    port: u16,
    stand_in: u16,
    prefix: &'a str,
}

impl Front {
    /// Starts `server` before the stand-in, with `bundle` below `prefix`, which has a slash at both ends.
    ///
    /// # Panics
    /// When it does not start; it says on the terminal why.
    pub fn start(server: Server, stub: &Running, bundle: Bundle, prefix: &str) -> Self {
        bundle.move_to(prefix);
        let folder = Folder::new(server.name());
        make_room(folder.path(), bundle.folder());
        let port = free_port().expect("a port is free");
        let place = Place { folder: folder.path(), port, stand_in: port_of(&stub.origin()), prefix };
        let behind = Place { port: free_port().expect("a port is free"), ..place };
        let programs = match server {
            Server::Apache | Server::ApacheForAllHosts => vec![apache(server, &place)],
            Server::Caddy => vec![caddy(&place)],
            Server::Nginx => vec![nginx(&place)],
            Server::HaproxyApache => vec![apache(Server::Apache, &behind), haproxy(&place, behind.port)],
            Server::HaproxyNginx => vec![nginx(&behind), haproxy(&place, behind.port)],
        };
        let host = format!("127.0.0.1:{port}");
        Self { server, bundle, host, prefix: prefix.to_owned(), _programs: programs, _folder: folder }
    }

    /// The host with its port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.host)
    }

    /// Where the app is: the origin and its prefix, with a slash at the end.
    pub fn app_url(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }
}

/// The folders that the configurations name; the app's files are found as if they had been unpacked there.
fn make_room(folder: &Path, bundle: &Path) {
    for name in [
        "conf-available",
        "snippets",
        "doc/landscape-licensing/examples/caddy",
        "landscape-licensing/deploy/apache",
        "landscape/offline",
    ] {
        fs::create_dir_all(folder.join(name)).expect("there is room for what is temporary");
    }
    symlink(bundle, folder.join("landscape-licensing/dist")).expect("there is room for what is temporary");
}

fn port_of(origin: &str) -> u16 {
    origin.rsplit(':').next().and_then(|port| port.parse().ok()).expect("the stand-in's origin has a port")
}

fn apache(server: Server, place: &Place) -> Background {
    let shipped = include_str!("../../../deploy/apache/landscape-licensing.conf");
    write(place, "conf-available/landscape-licensing.conf", shipped);
    write(place, "landscape-licensing/deploy/apache/landscape-licensing.conf", shipped);
    let folder = place.folder.to_string_lossy();
    let of_package = guide::block("apache", "Include conf-available/");
    let of_archive = guide::block("apache", "Define LICENSING_FILES").replace(guide::ARCHIVES, &folder);
    let mut moved = format!("Define LICENSING_PREFIX {}", place.prefix);
    let (all, one) = if server == Server::ApacheForAllHosts {
        (of_archive.as_str(), "")
    } else {
        let _ = write!(moved, "\nDefine LICENSING_FILES {folder}/landscape-licensing/dist");
        ("", of_package)
    };
    let main = include_str!("../servers/apache.conf").replace("{{before}}", &moved);
    let main = main.replace("{{for_all_hosts}}", all).replace("{{for_this_host}}", one);
    let main = write(place, "apache.conf", &main);
    start(place, Command::new("/usr/sbin/apache2").arg("-DFOREGROUND").arg("-f").arg(main))
}

fn caddy(place: &Place) -> Background {
    let shipped = include_str!("../../../deploy/caddy/landscape-licensing.caddy");
    let dist = place.folder.join("landscape-licensing/dist");
    let moved = replaced(shipped, "/usr/share/landscape-licensing/dist", &dist.to_string_lossy());
    let moved = if place.prefix == "/" { without_line(&moved, "redir ") } else { moved };
    let examples = "doc/landscape-licensing/examples/caddy/landscape-licensing.caddy";
    write(place, examples, &at_prefix(&moved, place.prefix));
    let import = guide::block("caddyfile", "import ").replace(guide::SHARE, &place.folder.to_string_lossy());
    let main = include_str!("../servers/Caddyfile").replace("{{import}}", &import);
    let main = write(place, "Caddyfile", &main);
    let mut program = Command::new("/usr/bin/caddy");
    program.args(["run", "--adapter", "caddyfile", "--config"]).arg(main);
    start(place, program.env("HOME", place.folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME"))
}

fn nginx(place: &Place) -> Background {
    let shipped = include_str!("../../../deploy/nginx/landscape-licensing.conf");
    let root = place.folder.display();
    let moved = replaced(shipped, "$licensing_root /usr/share;", &format!("$licensing_root \"{root}\";"));
    let moved = if place.prefix == "/" { without_first_location(&moved) } else { moved };
    write(place, "snippets/landscape-licensing.conf", &at_prefix(&moved, place.prefix));
    let main = include_str!("../servers/nginx.conf").replace("{{include}}", guide::block("nginx", "include "));
    let main = write(place, "nginx.conf", &main);
    let log = place.folder.join("error.log");
    start(place, Command::new("/usr/sbin/nginx").arg("-e").arg(log).arg("-c").arg(main))
}

fn haproxy(place: &Place, files: u16) -> Background {
    let shipped = include_str!("../../../deploy/haproxy/frontend.cfg");
    let frontend = if place.prefix == "/" {
        guide::block("haproxy", "use_backend ").to_owned()
    } else {
        at_prefix(shipped, place.prefix)
    };
    let main = include_str!("../servers/haproxy.cfg").replace("{{frontend}}", frontend.trim());
    let main = write(place, "haproxy.cfg", &main);
    let backend = include_str!("../../../deploy/haproxy/backend.cfg");
    let backend = replaced(backend, "127.0.0.1:8088", &format!("127.0.0.1:{files}"));
    let backend = write(place, "shipped-backend.cfg", &backend);
    start(place, Command::new("/usr/sbin/haproxy").arg("-db").arg("-f").arg(main).arg("-f").arg(backend))
}

/// Moves a shipped file to a prefix, as it says itself how.
fn at_prefix(shipped: &str, prefix: &str) -> String {
    replaced(shipped, SHIPPED_PREFIX, prefix.trim_end_matches('/'))
}

/// nginx's file at `/`: there is no prefix whose slash could be left out.
fn without_first_location(shipped: &str) -> String {
    let (from, rest) = shipped.split_once("location = ").expect("the shipped file begins with the prefix alone");
    let (_, rest) = rest.split_once("}\n").expect("a location ends");
    format!("{from}{rest}")
}

/// A file without its one line that begins so.
fn without_line(shipped: &str, beginning: &str) -> String {
    let (gone, others): (Vec<&str>, Vec<&str>) = shipped.lines().partition(|line| line.starts_with(beginning));
    assert_eq!(gone.len(), 1, "a shipped file has one line with {beginning}");
    others.join("\n") + "\n"
}

fn replaced(shipped: &str, text: &str, other: &str) -> String {
    assert!(shipped.contains(text), "a shipped file has no {text}");
    shipped.replace(text, other)
}

fn write(place: &Place, name: &str, text: &str) -> PathBuf {
    let path = place.folder.join(name);
    let text = text.replace("{{folder}}", &place.folder.to_string_lossy());
    let text = text.replace("{{port}}", &place.port.to_string());
    fs::write(&path, text.replace("{{stand_in}}", &place.stand_in.to_string()))
        .expect("there is room for what is temporary");
    path
}

fn start(place: &Place, program: &Command) -> Background {
    let mut program = Background::start(program, Output::Shown).expect("the server starts");
    program.wait_for_port(place.port, STARTING).expect("the server listens");
    program
}
