//! What the bundle is made of: crates that are compiled into it, npm packages that are copied into it, and their licenses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::toolchain::TARGET;
use crate::{command, workspace};

/// The app's own package.
const APP: &str = "landscape-licensing";
/// The packages of package.json that leave something in the bundle; the others are programs and tests.
const NPM: [&str; 2] = ["@fontsource-variable/ubuntu-sans", "vanilla-framework"];
/// How the files begin that hold a license or must go along with it.
const LEGAL: [&str; 4] = ["COPYING", "LICENCE", "LICENSE", "NOTICE"];

/// One part of the bundle.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its name in its registry.
    pub name: String,
    /// Its version.
    pub version: String,
    /// An SPDX expression.
    pub license: String,
    /// `cargo` or `npm`, as in a package URL.
    pub registry: &'static str,
    /// Where its files are.
    folder: PathBuf,
}

impl Part {
    /// Its package URL.
    pub fn url(&self) -> String {
        format!("pkg:{}/{}@{}", self.registry, self.name.replace('@', "%40"), self.version)
    }
}

/// All parts, those of cargo first, by name.
pub fn all() -> Result<Vec<Part>> {
    let mut cargo = command::host("cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", TARGET]);
    let metadata: Value = serde_json::from_str(&command::read(&mut cargo)?).context("cargo metadata is no JSON")?;
    let mut parts = crates(&metadata)?;
    for name in NPM {
        parts.push(package(&workspace::node_modules().join(name))?);
    }
    parts.sort_by(|one, other| (one.registry, one).cmp(&(other.registry, other)));
    Ok(parts)
}

/// Name, version and license of each, with tabs between them: what the page "About" shows.
pub fn table(parts: &[Part]) -> String {
    let lines = parts.iter().map(|part| format!("{}\t{}\t{}", part.name, part.version, part.license));
    lines.collect::<Vec<_>>().join("\n")
}

/// The licenses of all parts in full: each text once, below the parts that it is of.
pub fn licenses(parts: &[Part]) -> Result<String> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut without_text = vec!["What comes without a text of its own, and the licenses that it names:\n".to_owned()];
    for part in parts {
        let title = format!("{} {} ({})", part.name, part.version, part.license);
        let own = legal_texts(&part.folder)?;
        if own.is_empty() {
            without_text.push(title.clone());
        }
        for text in own {
            texts.entry(text).or_default().insert(title.clone());
        }
    }
    let own = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| std::fs::read_to_string(workspace::root().join(name)));
    let mut sections = vec![format!(
        "Landscape licensing (MIT OR Apache-2.0)\n\n{}\n{}",
        own[0].as_ref().map_or("", |it| it),
        own[1].as_ref().map_or("", |it| it)
    )];
    if without_text.len() > 1 {
        sections.push(without_text.join("\n"));
    }
    let mut grouped: Vec<_> = texts.into_iter().collect();
    grouped.sort_by(|one, other| one.1.cmp(&other.1).then_with(|| one.0.cmp(&other.0)));
    for (text, titles) in grouped {
        let titles = titles.into_iter().collect::<Vec<_>>().join("\n");
        sections.push(format!("{titles}\n\n{}", text.trim()));
    }
    Ok(sections.join(&format!("\n\n{}\n\n", "=".repeat(80))) + "\n")
}

/// The crates that are compiled into the app: what it depends on, and what that depends on, but for what only compiles.
fn crates(metadata: &Value) -> Result<Vec<Part>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|it| (text(&it["id"]), it)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|it| (text(&it["id"]), it)).collect();
    let app = packages.values().find(|package| package["name"] == APP).context("cargo metadata has no app")?;
    let mut left = vec![text(&app["id"])];
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        if packages.get(&id).is_none_or(only_compiles) || !seen.insert(id.clone()) {
            continue;
        }
        let dependencies = nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default();
        let is_shipped = |dependency: &&Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
        left.extend(dependencies.iter().filter(is_shipped).map(|dependency| text(&dependency["pkg"])));
    }
    let parts = seen.iter().filter_map(|id| packages.get(id)).filter(|package| package["name"] != APP);
    Ok(parts.map(|package| part(package, "cargo", Path::new(&text(&package["manifest_path"])))).collect())
}

fn only_compiles(package: &Value) -> bool {
    let targets = package["targets"].as_array().cloned().unwrap_or_default();
    targets.iter().any(|target| target["kind"][0] == "proc-macro")
}

fn package(folder: &Path) -> Result<Part> {
    let manifest = folder.join("package.json");
    let read = std::fs::read_to_string(&manifest).with_context(|| format!("reading {}", manifest.display()))?;
    let package: Value = serde_json::from_str(&read).with_context(|| format!("{} is no JSON", manifest.display()))?;
    Ok(part(&package, "npm", &manifest))
}

fn part(package: &Value, registry: &'static str, manifest: &Path) -> Part {
    Part {
        name: text(&package["name"]),
        version: text(&package["version"]),
        // As they were written before SPDX had words for them.
        license: text(&package["license"]).replace('/', " OR ").replace("UFL-1.0", "Ubuntu-font-1.0"),
        registry,
        folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn legal_texts(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| is_legal(path)).collect();
    paths.sort();
    let read = |path: &PathBuf| std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()));
    paths.iter().map(read).collect()
}

fn is_legal(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_uppercase();
    path.is_file() && LEGAL.iter().any(|beginning| name.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::parts::{all, crates, licenses, table};

    #[test]
    fn what_only_compiles_or_tests_is_no_part() {
        let package = |id: &str, kind: &str| {
            json!({ "id": id, "name": id, "version": "1.0.0", "license": "MIT/Apache-2.0",
                "manifest_path": format!("/{id}/Cargo.toml"), "targets": [{ "kind": [kind] }] })
        };
        let on = |id: &str, kind: Option<&str>| json!({ "pkg": id, "dep_kinds": [{ "kind": kind }] });
        let app = "landscape-licensing";
        let metadata = json!({
            "packages": [package(app, "lib"), package("used", "lib"), package("deep", "lib"), package("macro", "proc-macro"),
                package("of-macro", "lib"), package("test", "lib"), package("build", "lib")],
            "resolve": { "nodes": [
                { "id": app, "deps": [on("used", None), on("macro", None), on("test", Some("dev"))] },
                { "id": "used", "deps": [on("deep", None), on("build", Some("build"))] },
                { "id": "macro", "deps": [on("of-macro", None)] },
            ] },
        });
        let parts = crates(&metadata).expect("there is an app");
        assert_eq!(table(&parts), "deep\t1.0.0\tMIT OR Apache-2.0\nused\t1.0.0\tMIT OR Apache-2.0");
    }

    #[test]
    fn every_part_of_the_bundle_has_a_license() {
        let parts = all().expect("the crates of Cargo.lock are there");
        for name in ["leptos", "wasm-bindgen", "serde_json", "vanilla-framework", "@fontsource-variable/ubuntu-sans"] {
            assert!(parts.iter().any(|part| part.name == name), "{name} is missing");
        }
        assert!(!parts.iter().any(|part| part.name == "axum" || part.name == "proptest"));
        let without: Vec<_> = parts.iter().filter(|part| part.license.is_empty()).collect();
        assert!(without.is_empty(), "{without:?}");
        let texts = licenses(&parts).expect("they can be read");
        assert!(texts.contains("UBUNTU FONT LICENCE"), "the license of the letters is missing");
        assert!(texts.contains("leptos 0.8"), "{} bytes", texts.len());
    }
}
