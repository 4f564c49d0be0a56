use super::*;

type Row = [String; 3];

static COLUMNS: [Column<Row>; 3] = [
    Column { name: "first", text: |row| row[0].clone() },
    Column { name: "second", text: |row| row[1].clone() },
    Column { name: "third", text: |row| row[2].clone() },
];

/// Reads with a parser that others wrote.
fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("it begins with a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("it is CSV, as many cells in each line"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn write(rows: &[Row]) -> String {
    beginning(&COLUMNS) + &lines(&COLUMNS, rows)
}

#[track_caller]
fn check(cell: &str, expected: &str) {
    let rows = parse(&write(&[[cell.to_owned(), String::new(), cell.to_owned()]]));
    assert_eq!(rows[1..], [vec![expected.to_owned(), String::new(), expected.to_owned()]], "{cell:?}");
}

#[test]
fn there_is_one_line_for_each_row_below_the_names() {
    let row = |number: i64| [number.to_string(), "x".to_owned(), String::new()];
    let rows = parse(&write(&[row(1), row(i64::MAX)]));
    assert_eq!(rows[0], ["first", "second", "third"]);
    assert_eq!(rows[1..], [vec!["1", "x", ""], vec!["9223372036854775807", "x", ""]]);
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
        "+x",
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
        check(formula, &format!("'{formula}"));
    }
}

#[test]
fn numbers_stay_numbers() {
    for number in ["-5", "+1", "0", "1-1", "9223372036854775807"] {
        check(number, number);
    }
}

#[test]
fn a_nul_character_ends_no_cell() {
    check("a\0b", "a\u{fffd}b");
}

/// What cells are made of: whatever ends a cell, a line or a text, begins a formula, or is seldom seen.
const PIECES: [&str; 24] = [
    "\"", "\"\"", ",", ";", "\r", "\n", "\r\n", "\t", " ", "=", "+", "-", "@", "＝", "－", "'", "\\", "\u{feff}",
    "\u{202e}", "a", "7", "ß", "🦀", "\u{2028}",
];

/// Numbers that look like chance, the same each time.
fn shuffled(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 40).expect("24 bits fit")
}

fn hostile(seed: &mut u64) -> String {
    (0..shuffled(seed) % 8).map(|_| PIECES[shuffled(seed) % PIECES.len()]).collect()
}

#[test]
fn whatever_cells_hold_comes_back_as_it_went() {
    let mut seed = 1;
    for _ in 0..500 {
        let rows: Vec<Row> = (0..20).map(|_| [hostile(&mut seed), hostile(&mut seed), hostile(&mut seed)]).collect();
        let read = parse(&write(&rows));
        assert_eq!(read.len(), rows.len() + 1);
        for (row, read) in rows.iter().zip(&read[1..]) {
            for (cell, read) in row.iter().zip(read) {
                let is_defused = read.strip_prefix('\'') == Some(cell);
                assert!(read == cell || is_defused, "{cell:?} came back as {read:?}");
                let first = read.trim_start_matches(' ').chars().next();
                let is_number = read.parse::<i64>().is_ok();
                assert!(is_number || !first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first)), "{read:?}");
            }
        }
    }
}

#[test]
fn a_file_is_called_by_what_is_in_it_and_when() {
    let day = jiff::civil::date(2026, 1, 5);
    assert_eq!(file_name(&stem("contracts", &["", ""]), day), "contracts-2026-01-05.csv");
    assert_eq!(
        file_name(&stem("contracts", &["active", "", "filtered"]), day),
        "contracts-active-filtered-2026-01-05.csv"
    );
}
