//! What the page allows, and what it starts on.

use e2e::scenario;

/// Together they hold all that the app has: every file comes once, though the WebAssembly is asked for ahead.
#[test]
fn every_part_of_the_app_is_asked_for_once() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let files: Vec<_> = world.stub.app_requests().into_iter().filter(|path| path.contains('.')).collect();
        for ending in [".wasm", ".css", ".js", ".woff2"] {
            let asked: Vec<_> = files.iter().filter(|path| path.ends_with(ending)).collect();
            let expected = if ending == ".js" { 2 } else { 1 };
            assert_eq!(asked.len(), expected, "{files:?}");
        }
    });
}
