//! The page as assistive technology is told of it: the accessibility tree, as text.

use std::{collections::HashMap, env, fmt::Write, fs, path::PathBuf};

use serde_json::{Value, json};

use crate::browser::Browser;

/// What is told of a thing besides its role and its name, where it is so.
const STATES: [&str; 12] = [
    "level", "disabled", "readonly", "required", "invalid", "checked", "pressed", "selected", "expanded", "hasPopup",
    "modal", "focused",
];

/// Roles of what has nothing to tell itself.
const SILENT: [&str; 7] =
    ["none", "generic", "InlineTextBox", "LineBreak", "MenuListPopup", "rowgroup", "sectionheader"];

/// The role of the page itself.
const ROOT: &str = "RootWebArea";
/// The role of what is said.
const LIVE_REGION: &str = "status";
/// The role of plain text.
const TEXT: &str = "StaticText";

impl Browser {
    /// The accessibility tree of the page: a line for each thing, below the one that it is in.
    pub async fn tree(&self) -> String {
        self.tools("Accessibility.enable", json!({})).await;
        let answer = self.tools("Accessibility.getFullAXTree", json!({})).await;
        let nodes = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let by_id = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let mut writer = Writer { nodes: by_id, text: String::new() };
        if let Some(root) = nodes.first() {
            writer.write(root, 0, "");
        }
        writer.text
    }
}

/// Compares a tree with the one that is kept under a name, and returns where they differ. Keeps the tree instead where
/// `E2E_UPDATE_SNAPSHOTS` is set.
///
/// # Panics
/// When it cannot be written.
pub fn compare(name: &str, tree: &str) -> Option<String> {
    let path = folder().join(format!("{name}.txt"));
    if env::var_os("E2E_UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(folder()).expect("the folder of the snapshots can be made");
        fs::write(&path, tree).expect("the snapshot can be written");
        return None;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let difference = difference(&kept, tree);
    let advice = "`cargo xtask e2e --update-snapshots` keeps the new one";
    (!difference.is_empty())
        .then(|| format!("the accessibility tree is not that of {name}.txt; {advice}:\n{difference}"))
}

/// The names of the trees that are kept.
pub fn kept() -> Vec<String> {
    let entries = fs::read_dir(folder()).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.path().file_stem().map(|name| name.to_string_lossy().into_owned()));
    names.collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots")
}

/// The lines of a tree, as far as they are written.
struct Writer<'a> {
    nodes: HashMap<&'a str, &'a Value>,
    text: String,
}

impl Writer<'_> {
    /// Writes a node and all below it, in what has the name `above`.
    fn write(&mut self, node: &Value, depth: usize, above: &str) {
        let (role, name) = (word(&node["role"]), word(&node["name"]));
        let is_silent = node["ignored"] == true || SILENT.contains(&role.as_str());
        if !is_silent {
            self.line(depth, &role, &name, &states(node, &role));
        }
        if role == LIVE_REGION {
            // What it says comes and goes with time.
            return;
        }
        let (depth, above) = if is_silent { (depth, above) } else { (depth + 1, name.as_str()) };
        let children = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        let children: Vec<_> = children.iter().filter_map(|id| self.nodes.get(id.as_str()?).copied()).collect();
        // Texts that follow one another are one, however the page puts them together.
        for run in children.chunk_by(|left, right| is_text(left) && is_text(right)) {
            match run {
                [text, ..] if is_text(text) => self.write_text(run, depth, above),
                others => others.iter().for_each(|child| self.write(child, depth, above)),
            }
        }
    }

    /// A text that is the name of what it stands in is told already.
    fn write_text(&mut self, run: &[&Value], depth: usize, above: &str) {
        let text: String = run.iter().filter_map(|node| node["name"]["value"].as_str()).collect();
        let text = one_line(&text);
        if !above.contains(&text) {
            self.line(depth, TEXT, &text, "");
        }
    }

    fn line(&mut self, depth: usize, role: &str, name: &str, states: &str) {
        let _ = writeln!(self.text, "{}{role}{}{states}", "  ".repeat(depth), quoted(name));
    }
}

fn is_text(node: &Value) -> bool {
    node["ignored"] == false && word(&node["role"]) == TEXT
}

fn quoted(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" “{name}”") }
}

fn states(node: &Value, role: &str) -> String {
    let properties = node["properties"].as_array().map(Vec::as_slice).unwrap_or_default();
    let state = |name: &&str| {
        let value = word(&properties.iter().find(|property| property["name"] == **name)?["value"]);
        let is_told = match *name {
            "level" => role == "heading",
            "focused" => role != ROOT,
            _ => value != "false",
        };
        is_told.then(|| format!("{name} {value}").replace(" true", ""))
    };
    let mut states: Vec<_> = STATES.iter().filter_map(state).collect();
    for (key, name) in [("value", "value"), ("description", "described")] {
        let told = word(&node[key]);
        if !told.is_empty() {
            states.push(format!("{name} “{told}”"));
        }
    }
    if states.is_empty() { String::new() } else { format!(" ({})", states.join(", ")) }
}

/// A value of the protocol as a word, in one line.
fn word(value: &Value) -> String {
    let text = match &value["value"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    one_line(&text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of two texts that differ, after `-` and `+`, each with the line that stands before it in both.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let common = common_lines(&old, &new);
    let (mut at_old, mut at_new, mut text) = (0, 0, String::new());
    for (next_old, next_new) in common.into_iter().chain([(old.len(), new.len())]) {
        if (at_old, at_new) != (next_old, next_new) && at_old > 0 {
            let _ = writeln!(text, "  {}", old[at_old - 1]);
        }
        let removed = old[at_old..next_old].iter().map(|line| ('-', line));
        let added = new[at_new..next_new].iter().map(|line| ('+', line));
        for (sign, line) in removed.chain(added) {
            let _ = writeln!(text, "{sign} {line}");
        }
        (at_old, at_new) = (next_old + 1, next_new + 1);
    }
    text
}

/// The places of the longest sequence of lines that two texts have in common.
fn common_lines(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, old_line) in old.iter().enumerate().rev() {
        for (j, new_line) in new.iter().enumerate().rev() {
            let skipped = lengths[i + 1][j].max(lengths[i][j + 1]);
            lengths[i][j] = if old_line == new_line { lengths[i + 1][j + 1] + 1 } else { skipped };
        }
    }
    let (mut i, mut j, mut common) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            common.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}
