use landscape_stub::{Failure, Seed, Sizes};

use crate::views::{MANY, View};

/// One contract with more computers than a part of its table holds.
const FEW: Sizes = Sizes { contracts: 1, licenses: 1, computers: 200, children: 0 };

pub(super) const VIEWS: [View; 16] = [
    View::new("contracts", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
        })
    }),
    View::new("contracts-sorted-and-filtered", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts?active_only=true&filter=id&sort=id&order=descending").await;
            world.sees("2 of 9 contracts").await;
            world.sees_counts().await;
        })
    }),
    View::new("contracts-expiring", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts?expires=30").await;
            world.sees("2 of 11 contracts").await;
            world.sees_counts().await;
        })
    }),
    View::new("contracts-filtered-to-nothing", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts?filter=nothing%20like%20this").await;
            world.sees("No contract matches the filter").await;
        })
    }),
    View::of(Seed::Many(MANY), "contracts-many", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("40 contracts").await;
            world.sees_rows("Contracts", 40).await;
            world.sees_counts().await;
        })
    }),
    View::of(Seed::Empty, "contracts-none", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("This account has no Ubuntu Pro contracts").await;
        })
    }),
    View::of(Seed::Empty, "contracts-none-active", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts?active_only=true").await;
            world.sees("No active contracts").await;
        })
    }),
    View::new("contracts-loading", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_always("GET", "/contracts", Failure::Stall);
            world.follow("Contracts").await;
            world.sees("Loading… The Landscape server has not answered yet.").await;
        })
    }),
    View::new("contracts-unreadable-rows", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            let body = r#"{"results": [{"id": 1, "contract_id": "contract-1"}, null, {"id": 2, "contract_id": "contract-1"}]}"#;
            let answer =
                Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_owned() };
            world.stub.fail_always("GET", "/contracts", answer);
            world.follow("Contracts").await;
            world.sees("2 rows could not be read").await;
            world.script("document.querySelector('.unreadable-rows').open = true").await;
        })
    }),
    View::new("contracts-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fail_reading("/contracts", &Failure::html(502));
            world.follow("Contracts").await;
            world.button("Retry").await;
        })
    }),
    View::new("contracts-forbidden", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.stub.fail_next("GET", "/contracts", Failure::json(403, "Forbidden", "Not for you."));
            world.follow("Contracts").await;
            world.sees("You do not have permission").await;
        })
    }),
    View::new("contract", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts/contract-30-days").await;
            world.sees_fact("Days left", "30 days").await;
            world.sees("All 1 computer").await;
        })
    }),
    View::new("contract-expired", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts/contract-expired").await;
            world.sees_fact("Status", "Expired").await;
            world.sees("No computer is on this contract.").await;
        })
    }),
    View::of(Seed::Many(FEW), "contract-many-computers", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts/contract-00001").await;
            world.sees("All 80 computers").await;
        })
    }),
    View::new("contract-computers-failed", |world| {
        Box::pin(async {
            world.open_signed_in("/attach").await;
            world.fail_reading("/computers", &Failure::html(502));
            world.open("/contracts/contract-30-days").await;
            world.button("Retry").await;
        })
    }),
    View::new("contract-missing", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts/no-such-contract").await;
            world.sees("Contract not found").await;
        })
    }),
];
