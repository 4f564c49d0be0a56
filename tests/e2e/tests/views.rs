//! Every view of the app, held to what all of them must be: one test for each.

use std::process::ExitCode;

use e2e::{
    World,
    screen::Theme,
    views::{self, View},
};
use libtest_mimic::{Arguments, Failed, Trial};

const WIDTHS: [u32; 2] = [360, 1280];

fn main() -> ExitCode {
    let trials = views::all().map(|view| Trial::test(view.name, || check(view)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// Looks at a view in every way before it tells all that is wrong.
fn check(view: &View) -> Result<(), Failed> {
    let mut problems = Vec::new();
    view.visit(async |world| {
        world.still().await;
        problems.extend(violations(world).await);
    });
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// What axe-core finds, in each theme and on a narrow and a wide screen.
async fn violations(world: &World) -> Vec<String> {
    let mut violations = Vec::new();
    for theme in Theme::ALL {
        world.wear(theme).await;
        for width in WIDTHS {
            world.widen(width).await;
            let found = world.axe().await;
            violations.extend(found.into_iter().map(|line| format!("{}, {width} px: {line}", theme.name())));
        }
    }
    violations
}
