// Cuts the font to what the app shows: the letters of Western Europe and the signs of its words, the weights of Vanilla's
// styles, kerning, accents, and digits of one width. Others' letters come from the system's fonts, as before.
// usage: node font.mjs SOURCE TARGET
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import subsetFont from "subset-font";

const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
];
const SIGNS = "ıŒœŠšŽžŸ‐‑–—‘’‚“”„•…‹›€™←↑→↓−\u2007\u2009\u202f";
const FEATURES = ["ccmp", "kern", "mark", "mkmk", "tnum"];
const WEIGHTS = { min: 180, max: 700 };

const [source, target] = process.argv.slice(2);
const letters = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
const font = await subsetFont(readFileSync(source), String.fromCodePoint(...letters) + SIGNS, {
  targetFormat: "woff2",
  keepFeatures: FEATURES,
  noHinting: true,
  variationAxes: { wght: WEIGHTS },
});
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, font);
