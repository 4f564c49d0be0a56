// Takes the rules out of a style sheet that no element of ours can match, and the variables that nothing asks for: Vanilla's
// patterns come with all their variants. Classes and tags are whole words in the sources, never put together: so one that is no
// word of theirs is nowhere on a page.
// usage: node prune.mjs SHEET
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import postcss from "postcss";
import parser from "postcss-selector-parser";

const [sheet] = process.argv.slice(2);
const below = (folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`);
const sources = ["index.html", ...below("public"), ...below("src")].filter((path) => /\.(html|js|rs)$/.test(path));
const words = new Set(sources.flatMap((path) => readFileSync(path, "utf8").match(/[\w-]+/g)));

/** Whether an element can have the tag and all the classes that a selector asks for; what it excludes or chooses from is left alone. */
const canMatch = (selector) => selector.every((part) => !["class", "tag"].includes(part.type) || words.has(part.value));

const matchable = parser((selectors) => selectors.each((selector) => void (canMatch(selector) || selector.remove())));

const root = postcss.parse(readFileSync(sheet, "utf8"));
root.walkRules((rule) => {
  if (rule.parent.name?.endsWith("keyframes")) return;
  rule.selector = matchable.processSync(rule.selector);
  if (!rule.selector) rule.remove();
});
// One that nothing asks for may have asked for others.
let before;
do {
  before = root.toString();
  const asked = new Set(before.match(/var\(--[\w-]+/g));
  root.walkDecls(/^--/, (variable) => {
    if (!asked.has(`var(${variable.prop}`) && !words.has(variable.prop)) variable.remove();
  });
} while (root.toString() !== before);
root.walkRules((rule) => void (rule.nodes.length === 0 && rule.remove()));
root.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
writeFileSync(sheet, root.toString());
