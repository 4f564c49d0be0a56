//! Who may see what: every page but the one to sign in needs a session.

use crate::navigation::Location;
use crate::route::Route;
use crate::session::{Farewell, SessionState};

const WAY_BACK: &str = "next";

/// Whether somebody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Nobody is, and why.
    Guest(Farewell),
    /// Somebody is.
    SignedIn,
}

impl Gate {
    /// Reads it of the session.
    pub fn of(state: &SessionState) -> Self {
        match state {
            SessionState::Guest(farewell) => Self::Guest(*farewell),
            SessionState::SignedIn(_) => Self::SignedIn,
        }
    }
}

/// Where to go instead of `location`, if elsewhere. The way back is kept through signing in, unless somebody signed out.
pub fn redirect(gate: Gate, location: &Location) -> Option<Location> {
    match (gate, &location.route) {
        (Gate::SignedIn, Route::SignIn) => Some(way_back(location).unwrap_or_else(|| Location::of(Route::Overview))),
        (Gate::SignedIn, _) | (Gate::Guest(_), Route::SignIn) => None,
        (Gate::Guest(farewell), _) if farewell.is_wanted() => Some(Location::of(Route::SignIn)),
        (Gate::Guest(_), _) => Some(sign_in_first(location)),
    }
}

fn sign_in_first(location: &Location) -> Location {
    let mut sign_in = Location::of(Route::SignIn);
    let way_back = location.print();
    if Location::parse_way_back(&way_back).is_some() {
        sign_in.query = sign_in.query.with(WAY_BACK, &way_back);
    }
    sign_in
}

fn way_back(location: &Location) -> Option<Location> {
    location.query.get(WAY_BACK).and_then(Location::parse_way_back)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    fn at(path: &str) -> Location {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        Location { route: Route::parse(path), query: Query::parse(query) }
    }

    #[track_caller]
    fn check(gate: Gate, path: &str, expected: Option<&str>) {
        assert_eq!(redirect(gate, &at(path)).map(|location| location.print()).as_deref(), expected, "{gate:?} {path}");
    }

    const GUEST: Gate = Gate::Guest(Farewell::None);

    #[test]
    fn a_guest_signs_in_first_and_keeps_the_way_back() {
        check(GUEST, "/contracts?active_only=true", Some("/sign-in?next=%2Fcontracts%3Factive_only%3Dtrue"));
        check(Gate::Guest(Farewell::Ended), "/attach", Some("/sign-in?next=%2Fattach"));
        check(GUEST, "/", Some("/sign-in"));
        check(GUEST, "/nonsense", Some("/sign-in?next=%2Fnonsense"));
        check(GUEST, "/sign-in", None);
    }

    #[test]
    fn who_has_signed_out_keeps_no_way_back() {
        check(Gate::Guest(Farewell::SignedOut), "/attach", Some("/sign-in"));
        check(Gate::Guest(Farewell::SignedOutEverywhere), "/attach", Some("/sign-in"));
    }

    #[test]
    fn signing_in_leads_back_or_to_the_overview() {
        check(Gate::SignedIn, "/sign-in?next=%2Fcontracts%3Factive_only%3Dtrue", Some("/contracts?active_only=true"));
        check(Gate::SignedIn, "/sign-in", Some("/"));
        check(Gate::SignedIn, "/", None);
        check(Gate::SignedIn, "/nonsense", None);
        check(Gate::SignedIn, "/attach", None);
    }

    #[test]
    fn a_foreign_way_back_leads_to_the_overview() {
        for foreign in ["https%3A%2F%2Fevil.example%2Fcontracts", "%2F%2Fevil.example", "%2Fsign-in", "javascript%3A1"]
        {
            check(Gate::SignedIn, &format!("/sign-in?next={foreign}"), Some("/"));
        }
    }
}
