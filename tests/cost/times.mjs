// What it costs a site on Node to open the FAQ and to look entries up, in each way in which it can have it. Prints nanoseconds of the
// processor, a line for each thing and way. The ways take turns, so that a machine that slows down slows all of them.
//
// `times.mjs FOLDER` measures in one process, `times.mjs FOLDER first NAME WAY` the first answer of a new one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const LOCALE = "es";
const ROUNDS = 31;
const MILLISECONDS = 2;
const FACTS = { "adult-age": 18 };

/** Microseconds that the processor has worked for this process, whatever else it had to do. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const [folder, ...words] = process.argv.slice(2);
const runtimes = createRequire(resolve(import.meta.dirname, "../runtimes/package.json"));
// The ES modules, which Node opens ten times as fast as what it takes by itself.
const fluentRuntime = pathToFileURL(runtimes.resolve("@fluent/bundle/esm/index.js")).href;
const url = (name, path) => pathToFileURL(join(folder, name, "dist/npm", path)).href;
const read = (name, path, encoding) => readFileSync(join(folder, name, path), encoding);

// What is read here before is read by no way: of a first answer, not even these.
const entries = (name) => JSON.parse(read(name, "entries.json", "utf8"));
const hashOf = (name) => {
  const files = JSON.parse(read(name, "dist/manifest.json", "utf8")).locales.flatMap((it) => it.files);
  return files.find((file) => file.path === `${LOCALE}/faq.json`).sha256;
};

function fluent(name, { FluentBundle, FluentResource }) {
  const bundle = new FluentBundle(LOCALE, { useIsolating: false });
  bundle.addResource(new FluentResource(read(name, `${LOCALE}.ftl`, "utf8")));
  return bundle;
}

function verified(name, hash) {
  const bytes = read(name, `dist/${LOCALE}/faq.json`);
  if (createHash("sha256").update(bytes).digest("hex") !== hash) throw new Error("not as it was released");
  return JSON.parse(bytes.toString("utf8"));
}

// How long an entry is, so that nothing of it is left unread.
function ofMessages(bundle, { messages }) {
  let length = 0;
  for (const id of messages) length += bundle.formatPattern(bundle.getMessage(id).value, FACTS).length;
  return length;
}

function ofEntry(it) {
  let length = it.question.length;
  for (const block of it.blocks) {
    if (block.kind === "list") {
      length += block.lead?.length ?? 0;
      for (const item of block.items) length += item.text.length;
    } else length += block.text.length + (block.attribution?.length ?? 0);
  }
  return length;
}

/** Nanoseconds from nothing to the first answer. */
async function first(name, way) {
  const asked = entries(name).find((it) => it.fact);
  const hash = hashOf(name);
  const start = worked();
  let length;
  if (way === "fluent") {
    length = ofMessages(fluent(name, await import(fluentRuntime)), asked);
  } else {
    const { entry } = await import(url(name, "index.js"));
    const faq = way === "json" ? verified(name, hash) : (await import(url(name, `locales/${LOCALE}.js`))).default;
    length = ofEntry(entry(faq, asked.id));
  }
  const elapsed = worked() - start;
  if (!(length > 0)) throw new Error("no answer");
  return elapsed * 1000;
}

async function measure(name) {
  const runtime = await import(fluentRuntime);
  const { entry } = await import(url(name, "index.js"));
  const { default: faq } = await import(url(name, `locales/${LOCALE}.js`));
  const [all, hash] = [entries(name), hashOf(name)];
  const some = all.find((it) => it.fact);
  inTurn(name, "open", 1, {
    fluent: () => ofMessages(fluent(name, runtime), some),
    json: () => ofEntry(entry(verified(name, hash), some.id)),
  });
  const bundle = fluent(name, runtime);
  for (const [what, fact] of [["fact", true], ["plain", false]]) {
    const asked = all.filter((it) => it.fact === fact);
    inTurn(name, what, asked.length, {
      fluent: () => asked.reduce((sum, it) => sum + ofMessages(bundle, it), 0),
      npm: () => asked.reduce((sum, it) => sum + ofEntry(entry(faq, it.id)), 0),
    });
  }
}

let sum = 0;
function time(often, way) {
  const start = worked();
  for (let done = 0; done < often; done += 1) sum += way();
  return (worked() - start) / 1000;
}

/** Measures the ways in turn, and prints for each how many nanoseconds one of `count` took, round by round. */
function inTurn(name, what, count, ways) {
  // Until the engine has compiled what it will compile.
  for (const way of Object.values(ways)) for (const start = performance.now(); performance.now() - start < 200; ) time(1, way);
  const often = Object.values(ways).map((way) => Math.max(1, Math.ceil(MILLISECONDS / Math.max(time(3, way) / 3, 0.001))));
  const rounds = Object.keys(ways).map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    Object.values(ways).forEach((way, at) => rounds[at].push(((time(often[at], way) / often[at]) * 1e6) / count));
  }
  Object.keys(ways).forEach((way, at) => {
    console.log(`${name}\tnode ${what}\t${way}\t${rounds[at].map((it) => it.toFixed(2)).join(" ")}`);
  });
}

if (words[0] === "first") {
  console.log(String(await first(words[1], words[2])));
} else {
  for (const name of ["faq", "thousand"]) await measure(name);
}
if (!(sum >= 0)) throw new Error("no answer");
