// Opens the HWPX file of the first argument with an independent reader; prints its text and every page as SVG.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const core = require.resolve("@rhwp/core/rhwp.js");
// Outside a browser nothing can measure letters: those of East Asia are as wide as they are high.
globalThis.measureTextWidth = (font, text) => {
  const size = parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? "10");
  return [...text].reduce((wide, letter) => wide + size * (letter.codePointAt(0) > 0x2e7f ? 1 : 0.52), 0);
};
const { default: init, HwpDocument } = await import(pathToFileURL(core));
await init({ module_or_path: readFileSync(core.replace("rhwp.js", "rhwp_bg.wasm")) });
const paper = new HwpDocument(new Uint8Array(readFileSync(process.argv[2])));
const pages = Array.from({ length: paper.pageCount() }, (_, at) => paper.renderPageSvg(at));
console.log(JSON.stringify({ text: JSON.parse(paper.getTextFileUnicode()), pages }));
