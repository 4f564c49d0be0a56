use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(url: &str, asked: &str) {
    let filter = ComputerFilter::of(&Query::parse(url));
    assert_eq!(filter.to_server().expect("it can be asked for").as_str(), asked, "{url}");
    assert_eq!(filter.is_narrow(), !asked.is_empty(), "{url}");
}

#[test]
fn the_url_says_what_the_server_is_asked_for() {
    check("", "");
    check("?license=unlicensed", "license-type:unlicensed");
    check("?license=free_pro&pro_management=true", "license-type:free_pro has-pro-management:true");
    check("?contract=contract-id-1&expires_within=30", "contract:contract-id-1 contract-expires-within-days:30");
    check("?license_id=8&query=tag%3Aweb+birch", "license-id:8 tag:web birch");
    check("?page=3&query=tag%3Aa+OR+tag%3Ab", "tag:a OR tag:b");
}

#[test]
fn what_cannot_be_read_filters_nothing() {
    check("?license=gold&contract=&license_id=x&pro_management=1&expires_within=soon&query=++", "");
}

#[test]
fn words_with_or_are_not_joined_with_filters() {
    let filter = ComputerFilter::of(&Query::parse("?query=tag%3Aa+OR+tag%3Ab&license=pro"));
    assert_eq!(filter.to_server(), Err(QueryProblem::MixesOr));
}

fn any_filter() -> impl Strategy<Value = ComputerFilter> {
    let license = prop::option::of(prop::sample::select(LicenseType::ALL.to_vec()));
    let contract = prop::option::of(".+".prop_map(ContractId));
    let legacy_license = prop::option::of((1..=i64::MAX).prop_map(LicenseId));
    let days = prop::option::of(any::<u16>());
    (license, contract, legacy_license, any::<bool>(), days, any::<String>()).prop_map(
        |(license, contract, legacy_license, pro_management, expires_within, text)| ComputerFilter {
            license,
            contract,
            legacy_license,
            pro_management,
            expires_within,
            text,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_comes_back_from_the_url(filter in any_filter()) {
        prop_assert_eq!(ComputerFilter::of(&Query::parse(&filter.to_query().print())), filter);
    }
}
