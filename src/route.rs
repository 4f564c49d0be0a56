//! Every page's path and title, built and parsed here and nowhere else.

use crate::api::encode::{decode_segment, path_segment};
use crate::api::id::{ActivityId, ComputerId, ContractId, LicenseId};
use crate::visible;
use crate::words;
use crate::words::headings;

/// Landscape's own dashboard, on the same origin: signing in there gives the browser a session that can be gone on with here.
pub const LANDSCAPE: &str = "/new_dashboard/";

/// The licenses of all that is shipped, in full: a file beside the app's own.
pub const LICENSES: &str = "licenses.txt";

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: where licensing stands.
    Overview,
    /// Where a session starts.
    SignIn,
    /// All contracts.
    Contracts,
    /// One contract.
    Contract(ContractId),
    /// All legacy licenses.
    LegacyLicenses,
    /// One legacy license.
    LegacyLicense(LicenseId),
    /// All computers.
    Computers,
    /// One computer.
    Computer(ComputerId),
    /// Attaching a token.
    Attach,
    /// Detaching tokens.
    Detach,
    /// Recent activities.
    Activities,
    /// One activity.
    Activity(ActivityId),
    /// What the app is.
    About,
    /// Anything else: the path as it was asked for.
    NotFound(String),
}

impl Route {
    /// Reads a path below the app's base, such as `/contracts/contract-id-1`, percent-encoded as it stands in the URL.
    pub fn parse(path: &str) -> Self {
        let segments: Vec<_> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let not_found = || Self::NotFound(path.to_owned());
        match segments.as_slice() {
            [] => Self::Overview,
            ["sign-in"] => Self::SignIn,
            ["contracts"] => Self::Contracts,
            ["contracts", id] => Self::Contract(ContractId(decode_segment(id))),
            ["legacy-licenses"] => Self::LegacyLicenses,
            ["legacy-licenses", id] => LicenseId::parse(id).map_or_else(not_found, Self::LegacyLicense),
            ["computers"] => Self::Computers,
            ["computers", id] => ComputerId::parse(id).map_or_else(not_found, Self::Computer),
            ["attach"] => Self::Attach,
            ["detach"] => Self::Detach,
            ["activities"] => Self::Activities,
            ["activities", id] => ActivityId::parse(id).map_or_else(not_found, Self::Activity),
            ["about"] => Self::About,
            _ => not_found(),
        }
    }

    /// The path below the app's base, percent-encoded.
    pub fn path(&self) -> String {
        match self {
            Self::Overview => "/".to_owned(),
            Self::NotFound(path) => path.clone(),
            Self::SignIn => "/sign-in".to_owned(),
            Self::Contracts => "/contracts".to_owned(),
            Self::Contract(id) => format!("/contracts/{}", path_segment(&id.0)),
            Self::LegacyLicenses => "/legacy-licenses".to_owned(),
            Self::LegacyLicense(id) => format!("/legacy-licenses/{id}"),
            Self::Computers => "/computers".to_owned(),
            Self::Computer(id) => format!("/computers/{id}"),
            Self::Attach => "/attach".to_owned(),
            Self::Detach => "/detach".to_owned(),
            Self::Activities => "/activities".to_owned(),
            Self::Activity(id) => format!("/activities/{id}"),
            Self::About => "/about".to_owned(),
        }
    }

    /// The page's heading.
    pub fn heading(&self) -> String {
        match self {
            Self::SignIn => headings::SIGN_IN.to_owned(),
            Self::Overview => headings::OVERVIEW.to_owned(),
            Self::Contracts => headings::CONTRACTS.to_owned(),
            Self::Contract(id) => id.0.clone(),
            Self::LegacyLicenses => headings::LEGACY_LICENSES.to_owned(),
            Self::LegacyLicense(id) => headings::license(&id.to_string()),
            Self::Computers => headings::COMPUTERS.to_owned(),
            Self::Computer(id) => headings::computer(&id.to_string()),
            Self::Attach => headings::ATTACH.to_owned(),
            Self::Detach => headings::DETACH.to_owned(),
            Self::Activities => headings::ACTIVITIES.to_owned(),
            Self::Activity(id) => headings::activity(&id.to_string()),
            Self::About => headings::ABOUT.to_owned(),
            Self::NotFound(_) => headings::NOT_FOUND.to_owned(),
        }
    }

    /// The document's title.
    pub fn title(&self) -> String {
        words::document_title(&visible::line(&self.heading()))
    }

    /// The page of the navigation that this one belongs to.
    #[must_use]
    pub fn section(&self) -> Self {
        match self {
            Self::Contract(_) => Self::Contracts,
            Self::LegacyLicense(_) => Self::LegacyLicenses,
            Self::Computer(_) => Self::Computers,
            Self::Activity(_) => Self::Activities,
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_round_trip(route: &Route, path: &str) {
        assert_eq!(route.path(), path);
        assert_eq!(&Route::parse(path), route);
    }

    #[test]
    fn every_page_comes_back_from_its_path() {
        check_round_trip(&Route::Overview, "/");
        check_round_trip(&Route::SignIn, "/sign-in");
        check_round_trip(&Route::Contracts, "/contracts");
        check_round_trip(&Route::Contract(ContractId("contract-id-1".to_owned())), "/contracts/contract-id-1");
        check_round_trip(&Route::LegacyLicenses, "/legacy-licenses");
        check_round_trip(&Route::LegacyLicense(LicenseId(8)), "/legacy-licenses/8");
        check_round_trip(&Route::Computers, "/computers");
        check_round_trip(&Route::Computer(ComputerId(17)), "/computers/17");
        check_round_trip(&Route::Attach, "/attach");
        check_round_trip(&Route::Detach, "/detach");
        check_round_trip(&Route::Activities, "/activities");
        check_round_trip(&Route::Activity(ActivityId(113)), "/activities/113");
        check_round_trip(&Route::About, "/about");
    }

    #[test]
    fn a_contract_of_any_name_comes_back_from_its_path() {
        for id in ["a/b", "100 %", "x++y", "?#&=", "ünïcode", "%2F", "attach"] {
            let route = Route::Contract(ContractId(id.to_owned()));
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn a_slash_at_the_end_is_forgiven_and_anything_else_is_not_found() {
        assert_eq!(Route::parse("/contracts/"), Route::Contracts);
        for path in ["/nonsense", "/contracts/a/b", "/legacy-licenses/x", "/activities/-1", "/attach/1", "/Contracts"] {
            check_round_trip(&Route::NotFound(path.to_owned()), path);
        }
    }

    #[test]
    fn titles_follow_the_page() {
        assert_eq!(Route::LegacyLicense(LicenseId(8)).title(), "License 8 · Landscape licensing");
        assert_eq!(Route::parse("/nonsense").title(), "Page not found · Landscape licensing");
    }
}
