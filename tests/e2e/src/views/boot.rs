use crate::views::View;

/// The app is on its way, and does not arrive.
const PENDING: &str = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {})";

pub(super) const VIEWS: [View; 3] = [
    View::new("boot", |world| {
        Box::pin(async {
            world.before_every_page(PENDING).await;
            world.open("/contracts").await;
            world.sees("Loading…").await;
        })
    }),
    View::new("boot-signed-in", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.before_every_page(PENDING).await;
            world.reload().await;
            world.sees("Loading…").await;
        })
    }),
    View::new("boot-failed", |world| {
        Box::pin(async {
            world.before_every_page("delete window.WebAssembly").await;
            world.open("/contracts").await;
            world.sees("could not be loaded").await;
        })
    }),
];
