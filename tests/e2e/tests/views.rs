//! Every view of the app, held to what all of them must be: one test for each.

use std::process::ExitCode;

use e2e::{
    World, devtools,
    screen::Theme,
    tree,
    views::{self, View},
};
use libtest_mimic::{Arguments, Failed, Trial};

const NARROW: u32 = 360;
const WIDE: u32 = 1280;

fn main() -> ExitCode {
    let mut trials: Vec<_> = views::all().map(|view| Trial::test(view.name, || check(view))).collect();
    trials.push(Trial::test("no-snapshot-is-left-over", no_snapshot_is_left_over));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn no_snapshot_is_left_over() -> Result<(), Failed> {
    let known = |name: &String| !devtools::are_there() || views::all().any(|view| view.name == name);
    match tree::kept().into_iter().find(|name| !known(name)) {
        Some(name) => Err(format!("snapshots/{name}.txt is of no view").into()),
        None => Ok(()),
    }
}

/// Looks at a view in every way before it tells all that is wrong.
fn check(view: &View) -> Result<(), Failed> {
    let mut problems = Vec::new();
    view.visit(async |world| {
        world.still().await;
        if devtools::are_there() {
            problems.extend(tree::compare(view.name, &world.tree().await));
        }
        problems.extend(violations(world).await);
        if devtools::are_there() {
            problems.extend(world.measures().await);
        }
    });
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n").into()) }
}

/// What axe-core finds, in each theme and on a narrow and a wide screen.
async fn violations(world: &World) -> Vec<String> {
    let mut violations = Vec::new();
    for theme in Theme::ALL {
        world.wear(theme).await;
        for width in [NARROW, WIDE] {
            world.widen(width).await;
            let found = world.axe().await;
            violations.extend(found.into_iter().map(|line| format!("{}, {width} px: {line}", theme.name())));
        }
    }
    violations
}
