// Opens the site of tests/static-site in headless Chromium, page by page. DIST names the release, SCREENSHOTS a folder for pictures.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "../static-site/build.mjs";
import { assertAccessible, assertComesToTop, overflow, repository, screenshots, visit } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { VARIANTS, browser, bundle, folder, help, locales, open, question, reference, server } from "./site.mjs";

const shot = (page, name) => page.screenshot({ path: join(screenshots, `site-${name}.png`), fullPage: true });

/** What zooming a window of 1280 pixels to 200 % comes to. */
const ZOOMED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

/** The page with all open that can be: as it is, then on a narrow screen in the dark, then with letters twice as large. */
async function assertFits(page) {
  await page.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
  assert.equal(await overflow(page), 0);
  await assertAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await overflow(page), 0);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  assert.equal(await overflow(page), 0);
  await assertAccessible(page);
}

for (const { locale, dir, review } of locales) {
  for (const variant of VARIANTS) {
    test(`${variant}${locale}: the page shows the whole FAQ, the site's help line and the draft notice, and passes axe`, () =>
      open(`${variant}${locale}/index.html`, async (page) => {
        const { title, entries, interface: texts } = bundle(locale);
        assert.equal(await page.locator("html").getAttribute("lang"), locale);
        assert.equal(await page.locator("html").getAttribute("dir"), dir);
        assert.equal(await page.title(), `${title} – Plainspoken`);
        assert.deepEqual(await page.locator("h3").allTextContents(), entries.map((entry) => entry.question));
        assert.equal(await page.locator(".help a").getAttribute("href"), "tel:+12025550100");
        assert.equal(await page.locator("slot").count(), 0);
        assert.equal(await page.getByText(texts["draft-notice"]).count(), review === "draft" ? 1 : 0);
        assert.equal(JSON.parse(await page.locator('script[type="application/ld+json"]').textContent()).inLanguage, locale);
        assert.equal(await page.locator("h3").first().evaluate((it) => getComputedStyle(it).direction), dir);
        if (["en-US", "ar", "hi", "zh-Hans"].includes(locale)) await shot(page, `${variant.replace("/", "-")}${locale}`);
        await assertAccessible(page);
      }));
  }

  test(`${locale}: nothing is cut off at 200 %, with letters twice as large, on a narrow screen, in the dark`, () =>
    open(`${locale}/index.html`, assertFits, ZOOMED));

  test(`${locale}: on paper there are questions, answers, notices and the help line, and nothing to click`, () =>
    open(`${locale}/index.html`, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const hidden of ["nav", ".links", "footer", ".skip"]) {
        assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
      }
      for (const shown of [page.locator("h3").last(), page.locator(".help"), page.locator("blockquote").first()]) {
        assert.equal(await shown.isVisible(), true);
      }
      if (review === "draft") assert.equal(await page.locator(".faq-notice").first().isVisible(), true);
      if (locale === "ar") await shot(page, "print-ar");
      await assertAccessible(page);
    }));

  test(`${locale}: each question leads to itself in every other language, without script`, () =>
    open(
      `${locale}/index.html#victims`,
      async (page) => {
        const others = locales.filter((to) => to.locale !== locale);
        for (const { id } of bundle(locale).entries) {
          const hrefs = await question(page, id).locator("details a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
          assert.deepEqual(hrefs, others.map((to) => `../${to.locale}/index.html#${id}`));
        }
        const to = others.at(locales.findIndex((it) => it.locale === locale) % others.length).locale;
        await question(page, "victims").locator("summary").click();
        await question(page, "victims").locator(`a[hreflang="${to}"]`).click();
        await page.waitForURL(`${server.origin}/${to}/index.html#victims`);
        await assertComesToTop(question(page, "victims"));
      },
      { javaScriptEnabled: false, viewport: { width: 900, height: 600 } },
    ));

  test(`beside/${locale}: another language stands beside the reader's own, with its notices, and passes axe`, () =>
    open(`beside/${locale}/index.html`, async (page) => {
      const to = locales.at(locales.findIndex((it) => it.locale === locale) - 1).locale;
      const faq = bundle(to);
      for (const { id, question: asked, blocks } of faq.entries) {
        const section = question(page, id);
        await section.locator("summary").click();
        await section.locator(`a[hreflang="${to}"]`).click();
        const beside = section.locator(".beside");
        assert.equal(await beside.locator("h4").textContent(), asked);
        assert.equal(await beside.getAttribute("lang"), to);
        assert.equal(await beside.getAttribute("dir"), faq.dir);
        const text = await beside.textContent();
        for (const words of blocks.flatMap((it) => [it.text, it.attribution, it.lead, ...(it.items ?? []).map((item) => item.text)])) {
          assert.ok(text.includes(words ?? ""), words);
        }
        assert.equal(await beside.getByText(faq.interface["draft-notice"]).count(), faq.review === "draft" ? 1 : 0);
      }
      assert.equal(page.url(), `${server.origin}/beside/${locale}/index.html`);
      if (locale === "ar") await shot(page, "beside-open");
      await assertFits(page);
      const last = question(page, faq.entries.at(-1).id);
      await last.locator(`a[hreflang="${to}"]`).click();
      assert.equal(await last.locator(".beside").count(), 0, "a second click takes it away");
    }, ZOOMED));
}

test("the start page leads to every language and passes axe", () =>
  open("index.html", async (page) => {
    assert.deepEqual(await page.locator("main a").allTextContents(), locales.map((locale) => locale.endonym));
    await shot(page, "start");
    await assertAccessible(page);
    await page.locator('main a[hreflang="ar"]').click();
    await page.waitForURL(`${server.origin}/ar/index.html`);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  }));

test("two clicks at once open one answer, and what is said around it is in the language of the page", async () => {
  await open("beside/en-US/index.html", async (page) => {
    const section = question(page, "human-trafficking");
    await section.locator('a[hreflang="ar"]').evaluate((link) => (link.click(), link.click()));
    await section.locator(".beside").waitFor();
    assert.equal(await section.locator(".beside").count(), 1);
    for (const words of ["draft-notice", "unofficial-translation", "original-text"]) {
      const said = section.locator(".beside").getByText(bundle("ar").interface[words], { exact: true });
      assert.deepEqual(await said.evaluate((it) => [it.lang, it.dir]), ["ar", "rtl"]);
    }
  });
});

test("where a language lacks a question, the page says so, shows it from left to right, and keeps its former anchor", async () => {
  const from = unfinished();
  const site = join(folder, "unfinished");
  build(from, site, help);
  const other = await serve(site);
  const look = (path, seen, options) => visit(browser, `${other.origin}/${path}`, `${other.origin}/`, seen, options);
  const faq = bundle("ar", from);
  try {
    for (const variant of VARIANTS) {
      await look(`${variant}ar/index.html#about-csec`, async (page) => {
        const section = question(page, "csec");
        assert.equal(await section.locator(".faq-notice").textContent(), faq.interface["fallback-notice"]);
        assert.equal(await section.locator("h3").evaluate((it) => it.closest("[lang]").lang), reference);
        const [heading, notice] = await Promise.all(
          [section.locator("h3"), section.locator(".faq-notice")].map((it) => it.evaluate((element) => getComputedStyle(element).direction)),
        );
        assert.deepEqual([heading, notice], ["ltr", "rtl"]);
        await assertComesToTop(page.locator("#about-csec"));
        await shot(page, `fallback-${variant.replace("/", "-")}ar`);
        await assertAccessible(page);
      });
    }
    await look("beside/es/index.html", async (page) => {
      await question(page, "csec").locator("summary").click();
      await question(page, "csec").locator('a[hreflang="ar"]').click();
      const beside = question(page, "csec").locator(".beside");
      assert.equal(await beside.locator(".faq-notice").textContent(), faq.interface["fallback-notice"]);
      assert.equal(await beside.locator("h4").evaluate((it) => it.closest("[lang]").lang), reference);
      await assertAccessible(page);
    });
    // Every page names every page: by whole addresses, since the release knows where it is served.
    const pages = [...locales.map(({ locale }) => `${locale}/index.html`), "index.html"];
    for (const page of pages) {
      const named = [...readFileSync(join(site, page), "utf8").matchAll(/<link rel="alternate" hreflang="[^"]+" href="([^"]+)">/g)];
      assert.deepEqual(named.map(([, href]) => href), pages.map((it) => `https://example.org/faq/${it}`), page);
    }
  } finally {
    await other.close();
  }
});

/** A release of a copy of the project whose Arabic lacks a question, which was renamed too. */
function unfinished() {
  const project = join(folder, "project");
  const edit = (path, change) => {
    const text = readFileSync(join(project, path), "utf8");
    const changed = change(text);
    assert.notEqual(text, changed, path);
    writeFileSync(join(project, path), changed);
  };
  for (const part of ["locales", "crates/faq-content/catalog"]) {
    cpSync(join(repository, part), join(project, part), { recursive: true });
  }
  edit("locales/ar/faq.ftl", (text) => text.replace(/^csec-question = .*\n/m, ""));
  edit("locales/policy.toml", (text) => {
    const [released, preview] = text.split("[gate.preview]");
    return `${released}[gate.preview]${preview.replaceAll('"block"', '"fall-back"').replace("enter = 100", "enter = 50")}`;
  });
  edit("crates/faq-content/catalog/entries.toml", (text) => text.replace('id = "csec"\n', 'id = "csec"\naliases = ["about-csec"]\n'));
  const to = join(folder, "unfinished-dist");
  const words = ["xtask", "--root", project, "bundle", "--out", to, "--base-url", "https://example.org/faq/"];
  execFileSync("cargo", words, { cwd: repository, stdio: ["ignore", "ignore", "pipe"] });
  return to;
}
