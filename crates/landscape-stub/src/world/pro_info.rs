use serde_json::{Value, json};

use crate::world::{
    Account,
    computer::{Computer, License, ProInfo},
    contract::Contract,
};

/// A computer's `ubuntu_pro_info`: what `pro status --format json` says there.
pub(crate) fn of(computer: &Computer, account: &Account) -> Value {
    let errors = match computer.pro_info {
        ProInfo::Absent if !computer.is_attached() => return Value::Null,
        ProInfo::Sparse => return json!({ "attached": computer.is_attached() }),
        ProInfo::WithErrors => json!([{
            "message": "Failed to connect to https://contracts.canonical.com",
            "message_code": "connectivity-error",
            "service": null,
            "type": "system",
        }]),
        ProInfo::Full | ProInfo::Absent => json!([]),
    };
    json!({
        "account": holder(computer, account),
        "attached": computer.is_attached(),
        "contract": contract(computer),
        "errors": errors,
        "expires": expires(computer, account),
        "result": if computer.pro_info == ProInfo::WithErrors { "failure" } else { "success" },
        "services": services(computer),
    })
}

fn holder(computer: &Computer, account: &Account) -> Value {
    match &computer.license {
        License::Pro(_) => json!({ "id": "aAaBbBcC01", "name": account.title }),
        License::FreePro => json!({ "id": "fFreE00001", "name": "john.smith@example.com" }),
        License::Unlicensed | License::Legacy(_) => json!({ "id": "", "name": "" }),
    }
}

fn contract(computer: &Computer) -> Value {
    match &computer.license {
        License::Pro(id) => json!({ "id": id, "name": "Ubuntu Pro (Infra + Apps)", "products": ["ubuntu-pro"] }),
        License::FreePro => json!({ "id": "free", "name": "Ubuntu Pro - free personal", "products": ["free"] }),
        License::Unlicensed | License::Legacy(_) => json!({ "id": "", "name": "", "products": [] }),
    }
}

fn expires(computer: &Computer, account: &Account) -> String {
    match &computer.license {
        License::Pro(id) => {
            let time = account.contract(id).map(Contract::expiration_time);
            time.map_or("n/a".to_owned(), |time| format!("{time}+00:00"))
        }
        License::FreePro => "9999-12-31T00:00:00+00:00".to_owned(),
        License::Unlicensed | License::Legacy(_) => "n/a".to_owned(),
    }
}

fn services(computer: &Computer) -> Value {
    let attached = computer.is_attached();
    let when = |enabled: bool| if attached && computer.has_services && enabled { "enabled" } else { "disabled" };
    let landscape = if runs_landscape(computer) { when(true) } else { "n/a" };
    let service = |name: &str, status: &str, description: &str| {
        json!({
            "available": if status == "n/a" { "no" } else { "yes" },
            "description": description,
            "entitled": if attached { "yes" } else { "no" },
            "name": name,
            "status": status,
        })
    };
    json!([
        service("esm-apps", when(true), "Expanded Security Maintenance for Applications"),
        service("esm-infra", when(true), "Expanded Security Maintenance for Infrastructure"),
        service("fips-updates", when(computer.has_fips), "FIPS compliant crypto packages with stable security updates"),
        service("landscape", landscape, "Management and administration tool for Ubuntu"),
        service("livepatch", when(!computer.has_fips), "Canonical Livepatch service"),
        service("ros", "n/a", "Security Updates for the Robot Operating System"),
    ])
}

/// The Pro client has the service `landscape` on 23.10 and later.
fn runs_landscape(computer: &Computer) -> bool {
    computer.distribution.as_deref().is_some_and(|version| version >= "23.10")
}
