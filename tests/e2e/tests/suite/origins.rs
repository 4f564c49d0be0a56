//! Other origins get nothing: no token where a redirect leads, no frame, and no answer that the browser would keep.

use e2e::{
    World, devtools,
    faults::{
        bench::Bench,
        fault::Trouble,
        proxy::{NOWHERE, Rule},
    },
    outside::Outside,
    scenario,
};
use landscape_stub::{Config, Running, Site};
use serde_json::json;
use tokio::runtime::Builder;

/// Somebody else's server, to which the answers to reads of contracts lead.
async fn lead_astray(bench: &Bench, elsewhere: &Outside) {
    let headers = vec![("Location", format!("http://{}/stolen", elsewhere.address))];
    let trouble = Trouble::Answer { status: 307, headers, body: Vec::new() };
    let path = "/api/v2/contracts".to_owned();
    bench.proxy.spoil(Rule { method: "GET", path, times: None, every: 1, trouble }).await;
}

#[test]
fn a_redirect_to_another_origin_is_not_followed_and_the_token_stays() {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there are threads");
    runtime.block_on(async {
        let (bench, elsewhere) = (Bench::start_in_time().await, Outside::start().await);
        lead_astray(&bench, &elsewhere).await;
        bench.open("/contracts").await;
        bench.button("Retry").await;
        assert!(bench.proxy.count("GET", "/api/v2/contracts") >= 1);
        assert_eq!(elsewhere.requests(), [""; 0], "nothing came to the other origin");
        assert_eq!(bench.requests_beyond(&format!("http://{}/", bench.proxy.host())).await, [""; 0]);
        // That it can be followed, where no policy and no app forbids it.
        bench.goto(&format!("http://{}{NOWHERE}", bench.proxy.host())).await;
        bench.script("return fetch('/api/v2/contracts').then(() => 1, () => 1)").await;
        let reached = [elsewhere.requests(), bench.requests_beyond(&format!("http://{}/", bench.proxy.host())).await];
        assert!(reached.concat().iter().any(|request| request.contains("/stolen")), "{reached:?}");
        bench.close().await;
    });
}

/// Opens a page of another origin, with one of ours in a frame, and tells what stands in it.
async fn framed(world: &World, elsewhere: &Running, address: &str) -> String {
    world.goto(&elsewhere.dashboard_url().expect("there is a dashboard")).await;
    world.within_frame(address, "return document.body?.innerText ?? ''").await
}

#[test]
fn no_page_of_another_origin_may_frame_the_app() {
    scenario(async |world| {
        let dashboard = world.stub.dashboard_url().expect("there is a dashboard");
        let config = Config { site: Some(Site::SELF_HOSTED), ..Config::default() };
        let elsewhere = landscape_stub::start(config).await.expect("a port is free");
        let shown = framed(world, &elsewhere, &dashboard).await;
        assert!(shown.contains("You are not signed in"), "{shown}");
        let shown = framed(world, &elsewhere, &world.address("/contracts")).await;
        world.until("the app in a frame", async || Ok((!world.stub.app_requests().is_empty()).then_some(()))).await;
        assert!(!shown.contains("Sign in") && !shown.contains("Loading"), "{shown}");
        let files: Vec<_> = world.stub.app_requests().into_iter().filter(|path| path.contains('.')).collect();
        assert!(files.is_empty() && world.stub.requests().is_empty(), "{files:?}");
        world.stub.take_violations();
    });
}

/// Which of some addresses the browser's cache has an answer for.
const IN_CACHE: &str = "
    const has = async (address) => {
        const options = { cache: 'only-if-cached', mode: 'same-origin', credentials: 'omit' };
        const answer = await fetch(address, options).catch(() => null);
        return Boolean(answer?.ok && (await answer.text()).length);
    };
    return (async (...all) => Promise.all(all.map(has)))(...arguments[0]);
";

#[test]
fn no_answer_is_in_the_browsers_cache() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.sees_counts().await;
        world.follow("Activities").await;
        world.sees("Activity 101").await;
        // What may be kept is found, where nobody asks for the contrary; WebKit tells of nothing that it keeps.
        let keep = "
            const { token } = JSON.parse(sessionStorage['landscape-licensing.session']);
            const headers = { 'Authorization': 'Bearer ' + token };
            return fetch('/api/v2/about?kept', { headers, credentials: 'omit' }).then((answer) => answer.text());
        ";
        world.script(keep).await;
        let is_told = world.script_with(IN_CACHE, vec![json!(["/api/v2/about?kept"])]).await == json!([true]);
        assert!(is_told || !devtools::are_there(), "what is kept is not found");
        let asked = world.asked().into_iter().filter(|request| request.method == "GET" && request.query != "kept");
        let asked: Vec<_> = asked.map(|request| format!("{}?{}", request.path, request.query)).collect();
        let asked: Vec<_> = asked.iter().map(|address| address.trim_end_matches('?')).collect();
        assert!(asked.len() > 3, "{asked:?}");
        let found = world.script_with(IN_CACHE, vec![json!(asked)]).await;
        assert_eq!(found, json!(vec![false; asked.len()]), "{asked:?}");
    });
}
