/// What is answered at the endpoints that Landscape's own dashboard uses and nobody documents: `/me`, `/logout`,
/// `/login/methods`, `/about` and `/features`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// Whether somebody other than Canonical runs it.
    pub self_hosted: bool,
    /// Whether the feature `ubuntu-pro-licensing` is on.
    pub pro_licensing: bool,
    /// The ways to sign in that `/login/methods` tells of; all others work all the same.
    pub methods: Methods,
}

/// The ways to sign in that a server tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Methods {
    /// By email or identity, with a password.
    Passwords,
    /// By email with a password, or by Ubuntu One.
    EmailAndUbuntuOne,
    /// By identity with a password alone.
    Pam,
    /// By an identity provider alone.
    Provider,
}

impl Site {
    /// A server of one's own, with passwords.
    pub const SELF_HOSTED: Self = Self { self_hosted: true, pro_licensing: true, methods: Methods::Passwords };
    /// A server of one's own, with single sign-on.
    pub const SINGLE_SIGN_ON: Self = Self { self_hosted: true, pro_licensing: true, methods: Methods::Provider };
    /// Canonical's server, and an account without Pro licensing.
    pub const SAAS: Self = Self { self_hosted: false, pro_licensing: false, methods: Methods::EmailAndUbuntuOne };
}
