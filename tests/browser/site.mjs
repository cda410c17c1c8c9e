// The site of tests/static-site, built from a release, served on loopback, and a browser. DIST names the release.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before } from "node:test";
import { build } from "../static-site/build.mjs";
import { launch, repository, visit } from "./chromium.mjs";
import { serve } from "./server.mjs";

export const dist = resolve(repository, process.env.DIST ?? "target/ci/dist");
export const { locales, reference } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
/** What a release says in a language. */
export const bundle = (tag, from = dist) => JSON.parse(readFileSync(join(from, tag, "faq.json"), "utf8"));
export const help = readFileSync(join(repository, "tests/static-site/help.html"), "utf8");
/** Whatever is in it is gone when the tests are over. */
export const folder = mkdtempSync(join(tmpdir(), "static-site-"));
export const out = join(folder, "site");

export let browser, server;
before(async () => {
  build(dist, out, help);
  [browser, server] = await Promise.all([launch(), serve(out)]);
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of the site and hands it to `look`. */
export const open = (path, look, options) => visit(browser, `${server.origin}/${path}`, `${server.origin}/`, look, options);
/** The part of a page that has this question. */
export const question = (page, id) => page.locator(`section[id="${id}"]`);
/** Below which folder the pages without script stand, and those with one. */
export const VARIANTS = ["", "beside/"];
