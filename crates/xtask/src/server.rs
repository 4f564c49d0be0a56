//! The web servers that the app is tested behind.

/// A web server of Debian's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Apache 2.4.
    Apache,
    /// Caddy 2.
    Caddy,
    /// nginx.
    Nginx,
    /// HAProxy, before each of the others.
    Haproxy,
}

impl Server {
    /// Each of them, those that serve files first.
    pub const ALL: [Self; 4] = [Self::Apache, Self::Caddy, Self::Nginx, Self::Haproxy];

    /// The name that the end-to-end tests know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apache => "apache",
            Self::Caddy => "caddy",
            Self::Nginx => "nginx",
            Self::Haproxy => "haproxy",
        }
    }
}
