// Writes a script over with one that does the same in as few bytes as it goes. It may stand alone or be a module: nobody else
// knows its names.
// usage: node minify.mjs SCRIPT
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const [script] = process.argv.slice(2);
const { code } = await minify(readFileSync(script, "utf8"), { module: true, compress: { passes: 2 } });
writeFileSync(script, code);
