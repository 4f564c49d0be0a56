use super::*;

fn activity(computer: i64, status: &str, text: Option<&str>) -> Activity {
    let json = serde_json::json!({
        "id": computer + 1_000, "computer_id": computer, "activity_status": status, "result_code": 1,
        "result_text": text, "completion_time": "2025-09-19T14:24:12Z",
    });
    serde_json::from_value(json).expect("it is an activity")
}

fn write<'a>(children: impl IntoIterator<Item = &'a Activity>, titles: &Titles) -> String {
    beginning() + &rows(children, titles)
}

/// Reads with a parser that others wrote.
fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("it begins with a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("it is CSV"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

#[track_caller]
fn check(cell: &str, expected: &str) {
    let child = activity(7, "failed", Some(cell));
    let titles = HashMap::from([(ComputerId(7), cell.to_owned())]);
    let rows = parse(&write([&child], &titles));
    assert_eq!(rows.len(), 2, "{cell:?}");
    assert_eq!((rows[1][1].as_str(), rows[1][4].as_str()), (expected, expected), "{cell:?}");
}

#[test]
fn there_is_one_row_for_each_activity_below_the_header() {
    let children = [activity(1, "succeeded", None), activity(i64::MAX - 1_000, "levitating", Some("x"))];
    let rows = parse(&write(children.iter(), &HashMap::from([(ComputerId(1), "Birch".to_owned())])));
    assert_eq!(rows[0], HEADER);
    assert_eq!(rows[1], ["1", "Birch", "succeeded", "1", "", "2025-09-19T14:24:12Z"]);
    assert_eq!(rows[2], ["9223372036854774807", "", "levitating", "1", "x", "2025-09-19T14:24:12Z"]);
}

#[test]
fn quotes_commas_and_lines_come_back_as_they_went() {
    for cell in ["a \"quoted\" word", "a, b; c", "one\ntwo\r\nthree", "", "ünï ☃", "\"", "\u{202e}abc", "a'b"] {
        check(cell, cell);
    }
}

#[test]
fn what_a_spreadsheet_would_calculate_is_text() {
    for formula in [
        "=1+1",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "＝1",
        "＋1",
        "－x",
        "＠x",
        "  =1",
        "-",
    ] {
        let is_number = formula.parse::<i64>().is_ok();
        let expected = if is_number { formula.to_owned() } else { format!("'{formula}") };
        check(formula, &expected);
    }
    check("-5", "-5");
    check("1-1", "1-1");
}

#[test]
fn a_nul_character_ends_no_cell() {
    check("a\0b", "a\u{fffd}b");
}
