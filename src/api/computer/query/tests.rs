use proptest::prelude::*;

use super::*;

const FILTERS: [Selector; 2] = [Selector::License(LicenseType::Unlicensed), Selector::ProManagement(true)];

#[test]
fn conditions_are_written_as_documented() {
    let contract = |id: &str| Selector::Contract(ContractId(id.to_owned()));
    let printed = [
        Selector::License(LicenseType::FreePro),
        contract("contract-id-1"),
        contract("team/alpha 50%"),
        Selector::LegacyLicense(LicenseId(8)),
        Selector::ProManagement(false),
        Selector::ContractExpiresWithin(30),
        Selector::LicenseExpiresWithin(7),
        Selector::Hostname("birch-web-1.example".to_owned()),
    ]
    .map(|selector| selector.print());
    assert_eq!(
        printed,
        [
            "license-type:free_pro",
            "contract:contract-id-1",
            "contract:\"team/alpha 50%\"",
            "license-id:8",
            "has-pro-management:false",
            "contract-expires-within-days:30",
            "license-expires-within-days:7",
            "hostname:birch-web-1.example",
        ]
    );
}

#[test]
fn a_value_never_becomes_a_term_of_its_own() {
    for text in ["a OR license-type:pro", "a\" OR id:1 OR \"b", "a\tb", "\"", "", "a\nNOT id:1"] {
        let printed = Selector::Hostname(text.to_owned()).print();
        let value = printed.strip_prefix("hostname:\"").and_then(|value| value.strip_suffix('"'));
        let value = value.expect("it is quoted");
        assert!(!value.contains('"') && !value.contains(char::is_control), "{text:?} gave {printed:?}");
    }
}

#[track_caller]
fn check(words: &str, filters: &[Selector], expected: Result<&str, QueryProblem>) {
    let query = ComputerQuery::composed(words, filters);
    assert_eq!(query.as_ref().map(ComputerQuery::as_str).map_err(|problem| *problem), expected, "{words:?}");
}

#[test]
fn words_and_filters_are_joined_by_and() {
    check("", &[], Ok(""));
    check("  tag:web  birch ", &[], Ok("tag:web  birch"));
    check("", &FILTERS, Ok("license-type:unlicensed has-pro-management:true"));
    check("tag:web", &FILTERS[..1], Ok("license-type:unlicensed tag:web"));
}

#[test]
fn or_and_filters_are_not_mixed() {
    check("tag:a OR tag:b", &[], Ok("tag:a OR tag:b"));
    for words in ["tag:a OR tag:b", "OR", "a or b", "\"x\" OR y", "(a OR b)", "a\tOR\nb", "\"a\"OR b", "\"open OR"] {
        check(words, &FILTERS, Err(QueryProblem::MixesOr));
    }
    check("title:\"this OR that\" ORchid", &FILTERS[..1], Ok("license-type:unlicensed title:\"this OR that\" ORchid"));
}

#[test]
fn what_is_too_long_for_a_request_is_said() {
    check(&"x".repeat(LONGEST), &[], Err(QueryProblem::TooLong));
    check(&"ü".repeat(LONGEST / 5), &[], Err(QueryProblem::TooLong));
}

#[test]
fn as_many_queries_as_it_takes_name_each_once_and_stay_below_four_kilobytes() {
    let ids: Vec<_> = (0..2_000).map(|id| Selector::Id(ComputerId(i64::MAX - id))).collect();
    let queries = ComputerQuery::any_of(&ids);
    let named: Vec<_> = queries.iter().flat_map(|query| query.as_str().split(" OR ")).collect();
    assert_eq!(named.len(), ids.len());
    assert!(named.iter().zip(&ids).all(|(named, id)| *named == id.print()));
    for query in &queries {
        assert!(request_line(query).len() < 4_096);
    }
    assert!(queries.len() < 50, "{}", queries.len());
}

#[test]
fn every_license_type_comes_back_from_its_word() {
    for kind in LicenseType::ALL {
        assert_eq!(LicenseType::of_word(kind.word()), Some(kind));
    }
    assert_eq!(LicenseType::of_word("Pro"), None);
}

/// Any condition, with values that try to be more.
fn any_selector() -> impl Strategy<Value = Selector> {
    prop_oneof![
        prop::sample::select(LicenseType::ALL.to_vec()).prop_map(Selector::License),
        any::<String>().prop_map(|id| Selector::Contract(ContractId(id))),
        "( OR |\"| |a|id:1)*".prop_map(|id| Selector::Contract(ContractId(id))),
        any::<i64>().prop_map(|id| Selector::LegacyLicense(LicenseId(id))),
        any::<bool>().prop_map(Selector::ProManagement),
        any::<u16>().prop_map(Selector::ContractExpiresWithin),
        any::<u16>().prop_map(Selector::LicenseExpiresWithin),
        any::<i64>().prop_map(|id| Selector::Id(ComputerId(id))),
        "( OR |\"| |a|id:1){0,9}".prop_map(Selector::Hostname),
    ]
}

/// The terms of a query as the server reads them: quoted spaces part nothing.
fn terms(query: &ComputerQuery) -> Vec<String> {
    let (mut terms, mut is_quoted) = (vec![String::new()], false);
    for character in query.as_str().chars() {
        match character {
            '"' => {
                is_quoted = !is_quoted;
                // What is quoted is a value, also where it reads `OR`.
                terms.last_mut().expect("there is always one").push('"');
            }
            space if space.is_whitespace() && !is_quoted => terms.push(String::new()),
            other => terms.last_mut().expect("there is always one").push(other),
        }
    }
    terms.retain(|term| !term.is_empty());
    terms
}

/// Whether there is an `OR`, and two terms beside each other.
fn mixes(query: &ComputerQuery) -> bool {
    let terms = terms(query);
    let is_or = |term: &String| term == "OR";
    terms.iter().any(is_or) && terms.windows(2).any(|pair| !pair.iter().any(is_or))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_query_mixes_or_with_another_condition(
        selectors in prop::collection::vec(any_selector(), 0..40),
        words in "([a-z]{1,4}(:[a-z]{1,3})?| |OR|or|\"|NOT){0,12}",
    ) {
        let all = ComputerQuery::all_of(&selectors);
        prop_assert_eq!(terms(&all).len(), selectors.len(), "{:?}", all);
        prop_assert!(!terms(&all).iter().any(|term| term == "OR"));
        for query in ComputerQuery::any_of(&selectors) {
            prop_assert!(!mixes(&query), "{:?}", query);
        }
        if !selectors.is_empty() && let Ok(query) = ComputerQuery::composed(&words, &selectors) {
            prop_assert!(!mixes(&query), "{:?}", query);
        }
    }

    #[test]
    fn every_query_leaves_its_request_line_below_four_kilobytes(
        ids in prop::collection::vec(any::<i64>(), 0..400),
        names in prop::collection::vec("\\PC{0,60}", 0..100),
        words in "\\PC{0,2000}",
    ) {
        let selectors: Vec<_> = ids.into_iter().map(|id| Selector::Id(ComputerId(id)))
            .chain(names.into_iter().map(Selector::Hostname)).collect();
        let queries = ComputerQuery::any_of(&selectors).into_iter().chain(ComputerQuery::composed(&words, &[]).ok());
        for query in queries {
            prop_assert!(request_line(&query).len() < 4_096);
        }
    }
}

fn request_line(query: &ComputerQuery) -> String {
    let parameters = [("query", query.as_str()), ("limit", "1000"), ("offset", "9999999"), ("root_only", "false")];
    format!("GET /api/v2/computers{} HTTP/1.1", query_string(&parameters))
}
