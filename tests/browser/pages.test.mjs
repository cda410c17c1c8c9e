// Opens every page of a bundle in headless Chromium. DIST names the bundle, SCREENSHOTS a folder for pictures.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assertAccessible, assertComesToTop, launch, overflow, repository, screenshots, visit } from "./chromium.mjs";

const dist = resolve(repository, process.env.DIST ?? "target/ci/dist");
const manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
const bundle = (tag) => JSON.parse(readFileSync(join(dist, tag, "faq.json"), "utf8"));
const address = (path) => {
  if (path.startsWith("file:")) return path;
  const [file, anchor] = path.split("#");
  return pathToFileURL(join(dist, file)).href + (anchor ? `#${anchor}` : "");
};

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Opens a page of the bundle. It may load nothing but its own files. */
const open = (path, look, { allowed = pathToFileURL(dist).href, ...options } = {}) => visit(browser, address(path), allowed, look, options);

test("the start page offers every language by its own name", () =>
  open("index.html", async (page) => {
    const names = await page.locator("nav a strong").allTextContents();
    assert.deepEqual(names, manifest.locales.map((locale) => locale.endonym));
    await page.screenshot({ path: join(screenshots, "start.png"), fullPage: true });
    await assertAccessible(page);
  }));

for (const { locale, dir, review } of manifest.locales) {
  test(`${locale}: the page shows the whole FAQ and passes axe`, () =>
    open(`${locale}/index.html`, async (page) => {
      const html = page.locator("html");
      assert.equal(await html.getAttribute("lang"), locale);
      assert.equal(await html.getAttribute("dir"), dir);
      const { title, entries, interface: texts } = bundle(locale);
      assert.equal(await page.title(), title);
      assert.deepEqual(await page.locator("main h2").allTextContents(), entries.map((entry) => entry.question));
      const items = entries.flatMap((entry) => entry.blocks.flatMap((block) => block.items ?? []));
      assert.deepEqual(await page.locator(".entry > ul > li").allTextContents(), items.map((item) => item.text));
      assert.equal(await page.getByText(texts["draft-notice"]).count(), review === "draft" ? 1 : 0);
      assert.equal(await page.locator("blockquote.faq-original").count(), locale === manifest.reference ? 0 : 1);
      // Text starts at the side where its readers start.
      const { left, right } = await page.locator("main h2").first().evaluate((heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        const text = range.getBoundingClientRect();
        const box = heading.getBoundingClientRect();
        return { left: text.left - box.left, right: box.right - text.right };
      });
      assert.ok(dir === "rtl" ? right < left : left < right, `${left} ${right}`);
      if (["en-US", "ar", "zh-Hans", "hi"].includes(locale)) {
        await page.screenshot({ path: join(screenshots, `${locale}.png`), fullPage: true });
      }
      await assertAccessible(page);
    }));

  test(`${locale}: nothing is cut off on a narrow screen, at 200 % and in the dark`, () =>
    open(
      `${locale}/index.html`,
      async (page) => {
        assert.equal(await overflow(page), 0);
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        assert.equal(await overflow(page), 0);
        await assertAccessible(page);
      },
      { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
    ));
}

/** A site's own page with a fragment in it, under a policy that allows nothing at all. */
const host = (fragment, { locale, dir }) => `<!doctype html>
<html lang="${locale}" dir="${dir}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>Site</title></head>
<body><main><h1>Site</h1>
${fragment}</main></body>
</html>`;

for (const { locale, dir } of manifest.locales) {
  test(`${locale}: the fragment fits into a page under the strictest policy, without style`, async () => {
    const file = join(screenshots, `${locale}-fragment.html`);
    writeFileSync(file, host(readFileSync(join(dist, locale, "fragment.html"), "utf8"), { locale, dir }));
    await open(
      pathToFileURL(file).href,
      async (page) => {
        const { title, entries } = bundle(locale);
        assert.deepEqual(await page.locator("h2").allTextContents(), [title]);
        assert.deepEqual(await page.locator("h3").allTextContents(), entries.map((entry) => entry.question));
        const anchors = await page.locator("section").evaluateAll((all) => all.map((section) => section.id));
        assert.deepEqual(anchors, entries.map((entry) => entry.id));
        assert.equal(await page.locator("slot[name=help]").evaluate((slot) => slot.getBoundingClientRect().height), 0);
        if (["en-US", "ar"].includes(locale)) {
          await page.screenshot({ path: join(screenshots, `${locale}-fragment.png`), fullPage: true });
        }
        await assertAccessible(page);
      },
      { allowed: pathToFileURL(screenshots).href },
    );
  });
}

test("a reader who changes the language stays at the question", () =>
  open("es/index.html#victims", async (page) => {
    await page.locator("#victims summary").click();
    await page.locator("#victims details a[hreflang=ar]").click();
    await page.waitForURL(`${address("ar/index.html")}#victims`);
    await assertComesToTop(page.locator("#victims"));
  }));

test("on paper there are questions and answers and nothing to click", () =>
  open("fr/index.html", async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".languages", ".contents", ".links", "footer"]) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    assert.equal(await page.locator("main h2").last().isVisible(), true);
  }));
