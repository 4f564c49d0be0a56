/// What somebody has saved, in every account alike: a name, and the query that it stands for.
const SAVED: [(&str, &str); 3] = [
    ("web-fronts", "tag:web"),
    ("twins", "hostname:twin"),
    ("ends soon", "contract-expires-within-days:30 OR license-expires-within-days:30"),
];

/// The query of a saved search.
pub(crate) fn find(name: &str) -> Option<&'static str> {
    SAVED.iter().find(|(saved, _)| *saved == name).map(|(_, query)| *query)
}
