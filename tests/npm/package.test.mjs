// Holds the npm package of a bundle to what it promises. DIST names the bundle.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { publint } from "publint";

const repository = resolve(import.meta.dirname, "../..");
const dist = resolve(repository, process.env.DIST ?? "target/ci/dist");
const read = (path) => readFileSync(join(dist, path), "utf8");
const manifest = JSON.parse(read("manifest.json"));
const tags = manifest.locales.map(({ locale }) => locale);
const bundle = (tag) => JSON.parse(read(`${tag}/faq.json`));
// What the package says: the fingerprints are apart.
const said = (faq) => ({ ...faq, entries: faq.entries.map(({ fingerprint, ...entry }) => entry) });

// A site that has the package installed.
const site = mkdtempSync(join(tmpdir(), "site-"));
const installed = join(site, "node_modules/plainspoken-faq");
const write = (path, text) => writeFileSync(join(site, path), text);
const load = (path) => import(pathToFileURL(createRequire(join(site, "x.js")).resolve(path)).href);
const tool = (name, ...words) => {
  const bin = join(import.meta.dirname, "node_modules/.bin", name);
  try {
    return execFileSync(bin, words, { cwd: site, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  }
};

before(() => {
  mkdirSync(join(site, "node_modules"));
  cpSync(join(dist, "npm"), installed, { recursive: true });
  write("package.json", '{ "type": "module", "private": true }');
});
after(() => rmSync(site, { recursive: true }));

test("every locale's module says what its JSON bundle says, and `load` gives the same", async () => {
  const all = await load("plainspoken-faq");
  assert.deepEqual(all.locales.map(({ locale }) => locale), tags);
  const { load: fetched } = await load("plainspoken-faq/load");
  for (const tag of tags) {
    const { default: faq } = await load(`plainspoken-faq/locales/${tag}`);
    assert.deepEqual(faq, said(bundle(tag)));
    assert.equal(await fetched(tag), faq);
  }
  await assert.rejects(fetched("constructor"), RangeError);
});

test("the shared vectors hold, and a tag is nothing but a tag", async () => {
  const { negotiate, defaultLocale } = await load("plainspoken-faq");
  const vectors = JSON.parse(readFileSync(join(repository, "tests/vectors/negotiation.json"), "utf8"));
  assert.ok(vectors.length > 20);
  for (const { header, served } of vectors) assert.equal(negotiate(header), served, header);
  for (const odd of ["__proto__", "constructor", "toString", "a-".repeat(100_000), null, undefined, []]) {
    assert.equal(negotiate(odd), defaultLocale);
  }
  assert.equal(negotiate(["xx", "es-MX", "ar"]), "es");
});

test("an entry is found by its id, and a recalled text is not shown", async () => {
  const { entry } = await load("plainspoken-faq");
  const { withoutRecalled } = await load("plainspoken-faq/recalls");
  const { default: faq } = await load("plainspoken-faq/locales/es");
  const [first, second] = faq.entries;
  assert.equal(entry(faq, first.id), first);
  assert.equal(entry(faq, "nothing"), undefined);
  const renamed = { ...faq, entries: [{ ...first, id: "new", aliases: [first.id] }] };
  assert.equal(entry(renamed, first.id)?.id, "new");
  const both = { ...faq, entries: [{ ...first, aliases: [second.id] }, second] };
  assert.equal(entry(both, second.id), second, "an id counts before a former one");
  const withdrawn = bundle("es").entries.find((it) => it.id === first.id).fingerprint;
  const recalled = await withoutRecalled(faq, { format: 1, recalls: [{ fingerprint: withdrawn, reason: "" }] });
  assert.equal(entry(recalled, first.id), undefined);
  assert.equal(entry(recalled, second.id), second);
  assert.equal(entry(faq, first.id), first, "the module itself stays as it is");
  assert.equal(await withoutRecalled(faq, { format: 1, recalls: [] }), faq);
  await assert.rejects(withoutRecalled(faq, { format: 2, recalls: [] }), /format 2 is unknown/);
});

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: installed, level: "suggestion", strict: true, pack: false });
  assert.deepEqual(messages, []);
});

test("every entry point has the types that its module has", () => {
  const said = JSON.parse(tool("attw", "--pack", installed, "--profile", "esm-only", "--format", "json"));
  assert.equal(Object.keys(said.analysis.entrypoints).length, tags.length + 4);
  // The package is of ES modules only; who requires one from CommonJS gets what Node makes of that.
  const ours = Object.values(said.problems).flat().filter((it) => !["node10", "node16-cjs"].includes(it.resolutionKind));
  assert.deepEqual(ours, []);
});

test("a strict TypeScript site compiles, and a wrong one does not", () => {
  const options = { strict: true, noEmit: true, skipLibCheck: false, module: "nodenext", exactOptionalPropertyTypes: true, types: [] };
  write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["site.ts"] }));
  const right = `
    import { entry, locales, negotiate, type Block, type Bundle, type LocaleTag } from "plainspoken-faq";
    import { load } from "plainspoken-faq/load";
    import { withoutRecalled } from "plainspoken-faq/recalls";
    import es from "plainspoken-faq/locales/es";
    const text = (block: Block): string => {
      switch (block.kind) {
        case "paragraph": return block.text;
        case "quotation": return block.attribution + block.text + (block.original?.text ?? "");
        case "list": return (block.lead ?? "") + block.items.map((item) => item.text).join();
      }
    };
    const wanted: LocaleTag = negotiate(["es"]);
    const faq: Bundle = await withoutRecalled(await load(wanted), { format: 1, recalls: [] });
    const dir: "ltr" | "rtl" = faq.dir;
    export const all: string[] = es.entries.flatMap((it) => it.blocks.map(text));
    export const rest = [dir, locales[0]?.endonym, entry(faq, "csec")?.question, faq.title_origin?.locale];
  `;
  write("site.ts", right);
  assert.equal(tool("tsc", "-p", "."), "");
  for (const [wrong, complaint] of [
    ['import xx from "plainspoken-faq/locales/xx"; export default xx;', "Cannot find module"],
    ['import es from "plainspoken-faq/locales/es"; es.title = "";', "read-only"],
    ['import { load } from "plainspoken-faq/load"; await load("xx");', "not assignable"],
    ['import es from "plainspoken-faq/locales/es"; export default es.entries[0]?.fingerprint;', "does not exist"],
    ['import { table } from "plainspoken-faq/table"; export default table;', "Cannot find module"],
  ]) {
    write("site.ts", wrong);
    assert.match(tool("tsc", "-p", "."), new RegExp(complaint));
  }
  // Nothing that the schema says is lost on the way to the types.
  assert.doesNotMatch(read("npm/format.d.ts"), /unknown/);
});

/** What Vite makes of a module: all of it, as one text a chunk. */
async function bundled(code) {
  write("main.js", code);
  const { output } = await build({
    root: site, logLevel: "error", configFile: false,
    build: { write: false, modulePreload: { polyfill: false }, rollupOptions: { input: join(site, "main.js") } },
  });
  return output.map((chunk) => chunk.code ?? String(chunk.source));
}

test("Vite ships the language that a site names and no other", async () => {
  const [es] = await bundled('import es from "plainspoken-faq/locales/es"; document.title = es.entries[0].question;');
  for (const { question, fingerprint } of bundle("es").entries) assert.ok(es.includes(question) && !es.includes(fingerprint));
  for (const tag of tags.filter((tag) => tag !== "es")) {
    for (const { id, question } of bundle(tag).entries) assert.ok(!es.includes(question), `${tag}: ${id}`);
  }
});

test("Vite ships the negotiation without any text, and nothing for what is not used", async () => {
  const [used] = await bundled('import { negotiate } from "plainspoken-faq"; document.title = negotiate(navigator.languages);');
  assert.ok(used.length < 12_000, `${used.length} bytes`);
  for (const tag of tags) assert.ok(!used.includes(bundle(tag).title), tag);
  const [unused] = await bundled('import * as faq from "plainspoken-faq"; import "plainspoken-faq/locales/es"; document.title = "";');
  assert.ok(unused.length < 200, unused);
});

test("Vite makes a chunk of each language where a site lets the reader choose", async () => {
  // The example of README.md.
  const chunks = await bundled(`
import { entry, negotiate } from "plainspoken-faq";
import { load } from "plainspoken-faq/load";

const faq = await load(negotiate(navigator.languages));
document.documentElement.lang = faq.locale;
document.title = entry(faq, "csec").question;
`);
  for (const tag of tags) {
    const begin = `{"format":1,"locale":${JSON.stringify(tag)},`;
    assert.equal(chunks.filter((chunk) => chunk.includes(begin)).length, 1, tag);
  }
  assert.ok(chunks.length > tags.length);
});
