//! Computers as a file: all that match, not only those of the page that is shown.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::computer::Computer;
use crate::api::computer::query::ComputerQuery;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::page::{Page, read_every};
use crate::api::row::Unreadable;
use crate::components::csv_button::{CsvButton, Sheet};
use crate::computer_filter::ComputerFilter;
use crate::csv::{Column, stem, written};
use crate::session::use_session;

/// How many are asked for at once.
const AT_ONCE: usize = 1_000;

/// A line: what of a computer is in the file. All else of thousands of them is not kept.
struct Line {
    id: ComputerId,
    title: String,
    hostname: String,
    attached: String,
    contract_id: String,
    pro_expires: String,
    tags: String,
    last_seen: String,
}

/// The columns.
static COLUMNS: [Column<Line>; 8] = [
    Column { name: "id", text: |line| line.id.to_string() },
    Column { name: "title", text: |line| line.title.clone() },
    Column { name: "hostname", text: |line| line.hostname.clone() },
    Column { name: "attached", text: |line| line.attached.clone() },
    Column { name: "contract_id", text: |line| line.contract_id.clone() },
    Column { name: "pro_expires", text: |line| line.pro_expires.clone() },
    Column { name: "tags", text: |line| line.tags.clone() },
    Column { name: "last_seen", text: |line| line.last_seen.clone() },
];

impl From<Computer> for Line {
    fn from(computer: Computer) -> Self {
        let pro = computer.ubuntu_pro_info.as_ref();
        Self {
            id: computer.id,
            attached: pro.map(|pro| pro.attached.to_string()).unwrap_or_default(),
            contract_id: pro.and_then(|pro| pro.contract_id()).map(ToString::to_string).unwrap_or_default(),
            pro_expires: written(pro.and_then(|pro| pro.expires.as_ref())),
            tags: computer.tags.join(", "),
            last_seen: written(computer.last_ping_time.as_ref()),
            title: computer.title.unwrap_or_default(),
            hostname: computer.hostname.unwrap_or_default(),
        }
    }
}

/// "Download CSV" for the computers that match, which are read page by page.
#[component]
pub fn ComputersCsv(
    /// Which ones.
    filter: Memo<ComputerFilter>,
) -> impl IntoView {
    let session = use_session();
    let stem = Signal::derive(move || stem("computers", &hints(&filter.read()).each_ref().map(String::as_str)));
    let produce = move |sheet: Sheet<Line>| {
        let (client, query) = (session.client(), filter.read().to_server());
        async move {
            // Without a session the page is about to go; what cannot be asked for has no rows, and says so itself.
            let (Some(client), Ok(query)) = (client, query) else { return Ok(()) };
            let (lines, unreadable) = read_all(&client, &query, &sheet).await?;
            sheet.write(&lines).await;
            sheet.write_unreadable(&unreadable).await;
            Ok(())
        }
    };
    view! { <CsvButton stem columns=&COLUMNS produce /> }
}

/// What the filters are, in the name of a file.
fn hints(filter: &ComputerFilter) -> [String; 6] {
    let hint = |is_on: bool, word: &str| if is_on { word.to_owned() } else { String::new() };
    [
        filter.license.map(|kind| kind.word().replace('_', "-")).unwrap_or_default(),
        hint(filter.contract.is_some(), "contract"),
        filter.legacy_license.map(|id| format!("license-{id}")).unwrap_or_default(),
        hint(filter.pro_management, "pro-management"),
        filter.expires_within.map(|days| format!("expires-within-{days}")).unwrap_or_default(),
        hint(!filter.text.trim().is_empty(), "search"),
    ]
}

/// One that came in meanwhile shifts all others, so that some can come twice.
async fn read_all(
    client: &Client,
    query: &ComputerQuery,
    sheet: &Sheet<Line>,
) -> Result<(Vec<Line>, Vec<Unreadable>), ApiError> {
    let (mut lines, mut unreadable, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    let ask = async |offset| client.computers(query, AT_ONCE, usize::try_from(offset).unwrap_or(usize::MAX)).await;
    let take = |part: Page<Computer>| {
        lines.extend(part.results.into_iter().filter(|computer| seen.insert(computer.id)).map(Line::from));
        unreadable.extend(part.unreadable);
        sheet.tell(lines.len(), part.count.and_then(|total| usize::try_from(total).ok()));
    };
    read_every(ask, take).await?;
    Ok((lines, unreadable))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{file_name, lines};
    use crate::query::Query;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        let computer: Computer = serde_json::from_str(json).expect("it is a computer");
        assert_eq!(lines(&COLUMNS, [&Line::from(computer)]), format!("{expected}\r\n"));
    }

    #[test]
    fn a_line_holds_what_the_server_gave() {
        check(
            r#"{"id": 7, "title": "Birch", "hostname": "birch", "tags": ["web", "prod"],
                "last_ping_time": "2026-11-23T14:59:00Z",
                "ubuntu_pro_info": {"attached": true, "expires": "n/a", "contract": {"id": "c-1"}}}"#,
            r#""7","Birch","birch","true","c-1","n/a","web, prod","2026-11-23T14:59:00Z""#,
        );
        check(r#"{"id": 7, "ubuntu_pro_info": {}}"#, r#""7","","","false","","","","""#);
        check(r#"{"id": 7}"#, r#""7","","","","","","","""#);
    }

    #[track_caller]
    fn check_name(url: &str, expected: &str) {
        let hints = hints(&ComputerFilter::of(&Query::parse(url)));
        let stem = stem("computers", &hints.each_ref().map(String::as_str));
        let day = "2026-11-25".parse().expect("it is a day");
        assert_eq!(file_name(&stem, day), expected);
    }

    #[test]
    fn a_files_name_says_what_is_in_it_and_nothing_that_was_typed() {
        check_name("", "computers-2026-11-25.csv");
        check_name("?license=free_pro&query=secret", "computers-free-pro-search-2026-11-25.csv");
        check_name(
            "?contract=a%2Fb&license_id=8&pro_management=true&expires_within=30",
            "computers-contract-license-8-pro-management-expires-within-30-2026-11-25.csv",
        );
    }
}
