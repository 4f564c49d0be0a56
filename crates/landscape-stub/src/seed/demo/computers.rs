use jiff::{SignedDuration, Timestamp};

use crate::world::computer::{
    Client::{Core, Offline, Snap, TooOld, Windows, WithoutProManagement},
    Computer,
    Fault::{KeepsToken, LockHeld, NoConnection},
    License::{FreePro, Legacy},
    ProInfo,
};

/// One computer of every kind. The crate's README lists them; tests rely on their ids.
pub(crate) fn all(now: Timestamp) -> Vec<Computer> {
    let mut computers = attachable();
    computers.extend(out_of_reach());
    computers.extend(licensed());
    computers.extend(windows());
    computers.extend(odd());
    computers.extend(trouble());
    for computer in &mut computers {
        let hours = if computer.client == Offline { 960 } else { 0 };
        computer.last_ping = Some(now - SignedDuration::from_hours(hours) - SignedDuration::from_secs(40));
    }
    computers
}

/// Those that attach and detach without trouble.
fn attachable() -> Vec<Computer> {
    vec![
        new(1, "birch-web-1", "Birch web front 1").tag("web"),
        new(2, "birch-web-2", "Birch web front 2").tag("web"),
        new(3, "cedar-db-1", "Cedar database 1").tag("database"),
        new(4, "cedar-db-2", "Cedar database 2").tag("database").pro("contract-id-2"),
        new(5, "maple-build-1", "Maple build 1").tag("build").pro("contract-id-2").release("22.04"),
        new(6, "maple-build-2", "Maple build 2").tag("build").pro("contract-id-3").release("22.04"),
        new(38, "willow-spare-1", "Willow spare 1").without_pro_info(),
        new(39, "willow-spare-2", "Willow spare 2").without_pro_info(),
    ]
}

/// Those that Landscape cannot ask, or whose client fails.
fn out_of_reach() -> Vec<Computer> {
    vec![
        new(7, "museum-1", "Museum 1 (old client)").client(TooOld).release("20.04"),
        new(8, "museum-2", "Museum 2 (old client)").client(TooOld).release("20.04").pro("contract-id-3"),
        new(9, "kiosk-lobby", "Lobby kiosk (snap)").client(Snap),
        new(10, "gateway-roof", "Roof gateway (Ubuntu Core)").client(Core).release("24"),
        new(11, "vault-1", "Vault 1 (no ProManagement)").client(WithoutProManagement),
        new(12, "vault-2", "Vault 2 (no ProManagement)").client(WithoutProManagement).pro("contract-id-2"),
        new(15, "busy-upgrade", "Busy with an upgrade").fault(LockHeld),
        new(16, "island-relay", "Island relay (no internet)").fault(NoConnection),
        new(33, "submarine", "Submarine (offline)").client(Offline),
        new(40, "busy-attached", "Attached and busy").pro("contract-id-2").fault(LockHeld),
    ]
}

fn licensed() -> Vec<Computer> {
    vec![
        new(13, "fips-bank-1", "Bank 1 (FIPS)").pro("contract-id-3").fips(),
        new(14, "fips-bank-2", "Bank 2 (FIPS)").pro("contract-id-2").fips(),
        new(17, "laptop-ada", "Ada's laptop").license(FreePro).tag("laptop"),
        new(18, "laptop-grace", "Grace's laptop").license(FreePro).tag("laptop"),
        new(19, "oak-legacy-1", "Oak legacy 1").license(Legacy(8)).release("22.04"),
        new(20, "oak-legacy-2", "Oak legacy 2").license(Legacy(9)).release("22.04"),
        new(21, "oak-legacy-3", "Oak legacy 3").license(Legacy(1)).release("22.04"),
        new(27, "expired-1", "On an expired contract").pro("contract-id-1"),
        new(28, "ends-in-5", "Contract ends in 5 days").pro("contract-5-days"),
        new(29, "ends-in-30", "Contract ends in 30 days").pro("contract-30-days"),
        new(30, "ends-in-61", "Contract ends in 61 days").pro("contract-61-days"),
        new(31, "plus-plus", "Contract with two pluses").pro("team++alpha"),
        new(32, "slash-percent", "Contract with odd characters").pro("team/alpha 50%"),
        new(41, "oak-legacy-soon", "Legacy license ends soon").license(Legacy(12)).release("22.04"),
        new(42, "far-away", "Contract ends in five years").pro("contract-far"),
    ]
}

/// Windows hosts and the WSL instances on them.
fn windows() -> Vec<Computer> {
    vec![
        new(22, "DESKTOP-ADA", "Ada's desktop (Windows)").client(Windows),
        new(23, "ada-wsl-noble", "Ada's WSL, attached").inside(22).pro("contract-id-2"),
        new(24, "ada-wsl-jammy", "Ada's WSL, unlicensed").inside(22).release("22.04"),
        new(25, "DESKTOP-GRACE", "Grace's desktop (Windows)").client(Windows),
        new(26, "grace-wsl-noble", "Grace's WSL, free Pro").inside(25).license(FreePro),
    ]
}

/// Those that try the patience of whoever shows them.
fn odd() -> Vec<Computer> {
    let long = "A computer whose title goes on for much longer than any column of a table could possibly be wide";
    vec![
        new(34, "markup", "<b>Bold</b> & \"quoted\" <script>alert(1)</script>"),
        new(35, "long-title", long).tag("web").tag("database").tag("build").tag("laptop").group("branch-office"),
        new(36, "sparse-info", "Tells only that it is attached").pro("contract-id-3").info(ProInfo::Sparse),
        new(37, "error-info", "Reports an error of the Pro client").pro("contract-id-3").info(ProInfo::WithErrors),
    ]
}

/// Those that a list of hostnames, a replaced token or a detach goes wrong with.
fn trouble() -> Vec<Computer> {
    vec![
        new(43, "ip-10-0-3-17", "Aurora worker 1 (cloud)").tag("cloud").pro("contract-far").cloud(),
        new(44, "ip-10-0-3-18", "Aurora worker 2 (cloud)").tag("cloud").pro("contract-far").cloud(),
        new(45, "keeps-token", "Keeps the token that it has").pro("contract-61-days").fault(KeepsToken),
        new(46, "twin", "Twin in the cellar"),
        new(47, "twin", "Twin under the roof"),
        new(48, "", "Without a hostname"),
    ]
}

fn new(id: u64, hostname: &str, title: &str) -> Computer {
    Computer::new(id, hostname, title)
}
