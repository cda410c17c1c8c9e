// Builds a site of static files from a release. `node build.mjs DIST OUT [HELP]`: the release, the folder to write, and the site's
// own help contact, which is put before the first question.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { languagePage, startPage } from "./page.mjs";

const here = import.meta.dirname;

/** Writes the site. Whatever of the release is not as its manifest says stops it, and nothing is written. */
export function build(dist, out, help = "") {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const listed = new Map([...manifest.files, ...manifest.locales.flatMap(({ files }) => files)].map((file) => [file.path, file]));
  const take = (path) => {
    const bytes = readFileSync(join(dist, path));
    if (integrity("sha256", bytes) !== listed.get(path)?.integrity) throw new Error(`${path} is not what the manifest says`);
    return bytes.toString("utf8");
  };
  const site = {
    locales: manifest.locales.map(({ locale, dir, endonym }) => ({
      locale, dir, endonym,
      faq: JSON.parse(take(`${locale}/faq.json`)),
      fragment: take(`${locale}/fragment.html`),
      data: take(`${locale}/faq.jsonld`),
      integrity: listed.get(`${locale}/faq.json`).integrity,
    })),
    reference: manifest.reference,
    // There when the release was bundled with the address at which this site is served.
    alternates: existsSync(join(dist, "hreflang.html")) ? take("hreflang.html") : "",
    help,
    style: integrity("sha384", readFileSync(join(here, "site.css"))),
    script: integrity("sha384", readFileSync(join(here, "beside.js"))),
  };
  const pages = [["index.html", startPage(site)]];
  for (const language of site.locales) {
    pages.push([`${language.locale}/index.html`, languagePage(site, language, "plain")]);
    pages.push([`beside/${language.locale}/index.html`, languagePage(site, language, "beside")]);
  }
  rmSync(out, { recursive: true, force: true });
  for (const [path, html] of pages) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), html);
  }
  for (const { locale } of site.locales) cpSync(join(dist, locale, "faq.json"), join(out, locale, "faq.json"));
  for (const file of ["site.css", "beside.js"]) cpSync(join(here, file), join(out, file));
}

/** What a browser compares a file with. */
function integrity(algorithm, bytes) {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [dist, out, help] = process.argv.slice(2);
  if (!dist || !out) throw new Error("usage: node build.mjs DIST OUT [HELP]");
  build(resolve(dist), resolve(out), help && readFileSync(help, "utf8"));
}
