//! The bill of materials, as CycloneDX 1.5 has it.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::package::NAME;
use crate::parts::Part;

/// Lists the parts of the bundle. No time and no serial number: the same parts make the same bill.
pub fn of_materials(version: &str, parts: &[Part]) -> Result<String> {
    let url = format!("pkg:generic/{NAME}@{version}");
    let of_app: Vec<String> = parts.iter().map(Part::url).collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": url, "name": NAME, "version": version, "purl": url,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
        "dependencies": [{ "ref": url, "dependsOn": of_app }],
    });
    Ok(serde_json::to_string_pretty(&bill).context("writing the bill of materials")? + "\n")
}

fn component(part: &Part) -> Value {
    json!({
        "type": "library", "bom-ref": part.url(), "name": part.name, "version": part.version, "purl": part.url(),
        "licenses": [{ "expression": part.license }],
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::package::bill::of_materials;
    use crate::{lock, parts};

    #[test]
    fn the_bill_has_every_part_at_the_version_of_the_lock_file() {
        let parts = parts::all().expect("the crates of Cargo.lock are there");
        let bill: Value =
            serde_json::from_str(&of_materials("1.2.3", &parts).expect("it can be written")).expect("it is JSON");
        let components = bill["components"].as_array().expect("there are some");
        assert_eq!(components.len(), parts.len());
        let leptos = components.iter().find(|component| component["name"] == "leptos").expect("it is a part");
        let version = lock::version("leptos").expect("it is locked");
        assert_eq!(leptos["purl"], format!("pkg:cargo/leptos@{version}"));
        assert_eq!(bill["metadata"]["component"]["version"], "1.2.3");
    }
}
