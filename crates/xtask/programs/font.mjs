// Cuts the font to what the app shows. Each `@font-face` of the styles says which letters are in its file, and which weights:
// what every page needs first, and what is loaded where somebody's name has it. Others' letters come from the system's fonts.
// Of its features stay kerning, accents, and digits of one width.
// usage: node font.mjs SOURCE STYLES FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const FEATURES = ["ccmp", "kern", "mark", "mkmk", "tnum"];

const [source, styles, folder] = process.argv.slice(2);

/** The letters of `U+41-5A, U+20AC`. */
const letters = (ranges) =>
  ranges.split(",").flatMap((range) => {
    const [first, last = first] = range.trim().replace("U+", "").split("-").map((number) => parseInt(number, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
  });

/** What a face says of something. */
const said = (face, what) => {
  const [, text] = face.match(what) ?? [];
  if (!text) throw new Error(`${styles} has a face without ${what}`);
  return text;
};

mkdirSync(folder, { recursive: true });
const faces = readFileSync(styles, "utf8").match(/@font-face \{[^}]*\}/g) ?? [];
if (faces.length === 0) throw new Error(`${styles} has no face`);
for (const face of faces) {
  const [min, max] = said(face, /font-weight: (\d+ \d+);/).split(" ").map(Number);
  const font = await subsetFont(readFileSync(source), letters(said(face, /unicode-range:([^;]*);/)).join(""), {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    noHinting: true,
    variationAxes: { wght: { min, max } },
  });
  writeFileSync(join(folder, said(face, /url\('([^']*)'\)/)), font);
}
