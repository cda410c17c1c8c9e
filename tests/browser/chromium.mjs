// The browser of these tests, and what every page is held to: it says nothing to the console, asks nobody else, and passes axe.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

export const repository = resolve(import.meta.dirname, "../..");
export const screenshots = resolve(repository, process.env.SCREENSHOTS ?? "target/ci/screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function launch() {
  mkdirSync(screenshots, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Opens an address, hands the page to `look`, and fails if it complained or asked for anything that does not begin with `allowed`. */
export async function visit(browser, address, allowed, look, { expected = [], ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 1200 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(allowed)) complaints.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(address);
    await look(page);
    assertExpected(complaints, expected);
  } finally {
    await context.close();
  }
}

/** Each complaint that is expected came, in this order, and no other. Null is for a page that is made to complain. */
function assertExpected(complaints, expected) {
  if (expected === null) return;
  assert.equal(complaints.length, expected.length, complaints.join("\n"));
  for (const [index, pattern] of expected.entries()) assert.match(complaints[index], pattern);
}

export async function assertAccessible(page) {
  // Evaluated from outside, so that the page's own content security policy stays in force.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
}

/** Fails unless the window comes to show the top of this element: a browser scrolls to an anchor some time after the page is there. */
export async function assertComesToTop(element) {
  const [height, until] = [element.page().viewportSize().height, Date.now() + 10_000];
  for (;;) {
    const top = await element.evaluate((it) => it.getBoundingClientRect().top);
    if (top >= -2 && top < height) return;
    assert.ok(Date.now() < until, `${top} pixels below the top of a window of ${height}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
