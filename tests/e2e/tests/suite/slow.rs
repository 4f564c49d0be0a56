//! Servers that are slow, networks that lose one answer in some, and servers that want to be left alone.

use std::time::Duration;

use e2e::{
    Setup,
    faults::{bench::Bench, fault::Trouble, proxy::Rule},
    scenario_with,
};
use tokio::runtime::Builder;

#[test]
fn an_answer_that_takes_seven_seconds_is_waited_for_and_asked_for_once() {
    let setup = Setup { latency: Duration::from_secs(7), ..Setup::default() };
    scenario_with(setup, async |world| {
        world.open("/contracts").await;
        world.sign_in_with_token(&world.stub.token(60 * 60)).await;
        world.sees("Loading…").await;
        world.sees("The Landscape server has not answered yet.").await;
        // The way elsewhere is open meanwhile, and what is not wanted any more is not waited for.
        world.follow("Legacy licenses").await;
        world.sees_heading("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.shows_nowhere("has not answered yet").await;
        for path in ["/contracts", "/legacy-licenses"] {
            assert_eq!(world.requests_to("GET", path).len(), 1, "{path}");
        }
    });
}

/// One read in four breaks off: each is tried three times, and one page in sixty-four says so.
#[test]
fn a_network_that_loses_answers_at_random_keeps_nobody_from_a_page() {
    const LINKS: [(&str, &str); 4] = [
        ("Legacy licenses", "9 licenses"),
        ("Contracts", "11 contracts"),
        ("Computers", "computers"),
        ("Activities", "Activity 101"),
    ];
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there are threads");
    runtime.block_on(async {
        let bench = Bench::start_in_time().await;
        bench.proxy.throw_dice_from(20_261_125);
        let path = "/api/*".to_owned();
        bench.proxy.spoil(Rule { method: "GET", path, times: None, every: 4, trouble: Trouble::ResetInBody }).await;
        bench.open("/contracts").await;
        for round in 0..20 {
            let (link, rows) = LINKS[round % LINKS.len()];
            bench.follow(link).await;
            bench.sees_heading(link).await;
            while bench.sees_one_of(&[rows, "This could not be loaded"]).await != rows {
                bench.press("Retry").await;
                bench.sees_no_more("This could not be loaded").await;
            }
        }
        let asked = bench.proxy.came().into_iter().filter(|came| came.path.starts_with("/api/v2/")).count();
        assert!(asked > 25, "{asked} requests for 20 pages: nothing was lost");
        bench.is_sound().await;
        bench.close().await;
    });
}

#[test]
fn a_server_that_wants_an_hour_is_told_of_and_not_waited_for() {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there are threads");
    runtime.block_on(async {
        let bench = Bench::start_in_time().await;
        // Overview, where one is after signing in, asks for the contracts too.
        bench.open("/contracts").await;
        bench.sees("11 contracts").await;
        for (retry_after, told) in
            [("3600", "Try again in 60 min."), ("999999999999999999999", "Try again in more than a day.")]
        {
            let trouble = Trouble::Answer {
                status: 429,
                headers: vec![("Content-Type", "text/plain".to_owned()), ("Retry-After", retry_after.to_owned())],
                body: Vec::new(),
            };
            let path = "/api/v2/contracts".to_owned();
            bench.proxy.spoil(Rule { method: "GET", path, times: Some(1), every: 1, trouble }).await;
            let before = bench.proxy.count("GET", "/api/v2/contracts");
            bench.open("/contracts").await;
            bench.sees(told).await;
            assert_eq!(bench.proxy.count("GET", "/api/v2/contracts"), before + 1, "{retry_after}");
            bench.press("Retry").await;
            bench.sees("11 contracts").await;
        }
        bench.close().await;
    });
}
