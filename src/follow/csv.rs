//! The results of a group as a table for spreadsheets.

use std::sync::Arc;

use crate::api::activity::Activity;
use crate::csv::{Column, written};

/// What became of one computer.
pub struct ResultRow {
    /// Its activity.
    pub child: Arc<Activity>,
    /// The computer's title, where it is known.
    pub title: Option<String>,
}

/// The columns. Statuses are the server's own words.
pub static COLUMNS: [Column<ResultRow>; 6] = [
    Column { name: "computer_id", text: |row| row.child.computer_id.map_or_else(String::new, |id| id.to_string()) },
    Column { name: "title", text: |row| row.title.clone().unwrap_or_default() },
    Column { name: "status", text: |row| row.child.activity_status.word().unwrap_or_default().to_owned() },
    Column { name: "result_code", text: |row| row.child.result_code.map_or_else(String::new, |code| code.to_string()) },
    Column { name: "result_text", text: |row| row.child.result_text.clone().unwrap_or_default() },
    Column { name: "finished", text: |row| written(row.child.completion_time.as_ref()) },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv;

    fn row(computer: i64, status: &str, title: Option<&str>) -> ResultRow {
        let json = serde_json::json!({
            "id": 1, "computer_id": computer, "activity_status": status, "result_code": 1,
            "result_text": "x", "completion_time": "2025-09-19T14:24:12Z",
        });
        let child = serde_json::from_value(json).expect("it is an activity");
        ResultRow { child: Arc::new(child), title: title.map(str::to_owned) }
    }

    #[test]
    fn a_line_holds_what_became_of_a_computer() {
        let text = csv::lines(&COLUMNS, &[row(1, "succeeded", Some("Birch")), row(i64::MAX, "levitating", None)]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], r#""1","Birch","succeeded","1","x","2025-09-19T14:24:12Z""#);
        assert_eq!(lines[1], r#""9223372036854775807","","levitating","1","x","2025-09-19T14:24:12Z""#);
    }
}
