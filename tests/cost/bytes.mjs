// What a reader's browser fetches until a page shows the first answer, in each way in which a site can have the FAQ. Prints bytes, a line
// for each way: as they are, with gzip and with Brotli at the settings of publishing.
import { readFileSync, writeFileSync, cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const LOCALE = "es";
const folder = resolve(process.argv[2]);
const { build } = await import(pathToFileURL(join(resolve(import.meta.dirname, "../npm"), "node_modules/vite/dist/node/index.js")).href);
const fluent = resolve(import.meta.dirname, "../runtimes/node_modules/@fluent/bundle");

// As in `crates/faq-publish/src/compressed.rs`.
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };

function print(name, way, files, more = "") {
  const sum = (size) => files.reduce((total, file) => total + size(Buffer.from(file)), 0);
  const gzip = (file) => gzipSync(file, { level: 9 }).length;
  const br = (file) => brotliCompressSync(file, { params: { ...brotli, [constants.BROTLI_PARAM_SIZE_HINT]: file.length } }).length;
  for (const [what, size] of [["plain", (file) => file.length], ["gzip", gzip], ["br", br]]) {
    console.log(`${name}\tbytes ${what}${more}\t${way}\t${sum(size)}`);
  }
}

for (const name of ["faq", "thousand"]) {
  const read = (path) => readFileSync(join(folder, name, path), "utf8");
  const some = JSON.parse(read("entries.json")).find((it) => it.fact);

  // A site with both packages installed.
  const site = join(folder, name, "page");
  const modules = join(site, "node_modules");
  mkdirSync(join(modules, "@fluent"), { recursive: true });
  cpSync(join(folder, name, "dist/npm"), join(modules, "plainspoken-faq"), { recursive: true });
  cpSync(fluent, join(modules, "@fluent/bundle"), { recursive: true });
  cpSync(join(folder, name, `${LOCALE}.ftl`), join(site, "faq.ftl"));
  writeFileSync(join(site, "package.json"), '{ "type": "module", "private": true }');
  // Which messages make an entry, as short as can be: for each entry the endings of their ids.
  const entries = JSON.parse(read("entries.json"));
  const structure = entries.map(({ id, messages }) => [id, ...messages.slice(1).map((it) => it.slice(id.length + 1))].join(" "));
  writeFileSync(join(site, "entries.txt"), structure.join("\n"));

  const bundled = async (code) => {
    writeFileSync(join(site, "main.js"), code);
    const input = join(site, "main.js");
    const options = { write: false, modulePreload: { polyfill: false }, rollupOptions: { input } };
    const { output } = await build({ root: site, logLevel: "error", configFile: false, build: options });
    return output.map((chunk) => chunk.code ?? chunk.source);
  };
  const id = JSON.stringify(some.id);
  const show = "document.body.append(it.question, ...it.blocks.map((block) => block.text));";

  const ofFluent = await bundled(`
    import { FluentBundle, FluentResource } from "@fluent/bundle";
    import text from "./faq.ftl?raw";
    import entries from "./entries.txt?raw";
    const bundle = new FluentBundle("${LOCALE}");
    bundle.addResource(new FluentResource(text));
    const facts = { "adult-age": 18 };
    const entry = entries.split("\\n").map((it) => it.split(" ")).find(([id]) => id === ${id});
    const texts = ["question", ...entry.slice(1)].map((part) => bundle.getMessage(entry[0] + "-" + part));
    document.body.append(...texts.map((it) => bundle.formatPattern(it.value, facts)));
  `);
  print(name, "fluent", ofFluent);
  print(name, "npm", await bundled(`
    import { entry } from "plainspoken-faq";
    import faq from "plainspoken-faq/locales/${LOCALE}";
    const it = entry(faq, ${id});
    ${show}
  `));
  const reader = await bundled(`
    import { entry } from "plainspoken-faq";
    const integrity = document.body.dataset.integrity;
    const faq = await (await fetch("faq.json", { integrity })).json();
    const it = entry(faq, ${id});
    ${show}
  `);
  const json = [...reader, read(`dist/${LOCALE}/faq.json`)];
  print(name, "json", json);
  // What Fluent texts do not tell, and JSON does: of each entry, where it comes from and its fingerprint.
  const told = JSON.parse(read(`dist/${LOCALE}/faq.json`)).entries.map((it) => [it.id, it.locale, it.freshness, it.review, it.fingerprint]);
  print(name, "fluent", [...ofFluent, told.map((it) => it.join(" ")).join("\n")], ", provenance");
  print(name, "json", json, ", provenance");
  print(name, "fragment", [read(`dist/${LOCALE}/fragment.html`)]);
}
