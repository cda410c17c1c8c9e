// Attacks on the site of tests/static-site, and what Chromium makes of them. DIST names the release.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "../static-site/build.mjs";
import { assertAccessible, visit } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { VARIANTS, browser, bundle, dist, folder, help, open, out, question, server } from "./site.mjs";

test("no page has style or script of its own, and no policy would let it", () => {
  for (const file of readdirSync(out, { recursive: true }).filter((it) => it.endsWith(".html"))) {
    const html = readFileSync(join(out, file), "utf8");
    assert.doesNotMatch(html, /unsafe-|<style|\sstyle=|\son[a-z]+=|javascript:/i, file);
    for (const [script] of html.matchAll(/<script[^>]*>/g)) assert.match(script, /ld\+json|src="[^"]+" integrity="sha384-/, file);
    for (const [link] of html.matchAll(/<link rel="stylesheet"[^>]*>/g)) assert.match(link, /integrity="sha384-/, file);
    assert.match(html, /Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; script-src/);
  }
});

for (const variant of VARIANTS) {
  test(`${variant || "plain"}: with its policy in the header too, the page works as ever, and in no frame`, async () => {
    const inPage = (path) => readFileSync(join(out, path), "utf8").match(/Content-Security-Policy" content="([^"]+)"/)[1];
    const headers = (path) => (path.endsWith(".html") ? { "content-security-policy": `${inPage(path)}; frame-ancestors 'none'` } : {});
    const other = await serve(out, headers);
    const path = `${variant}es/index.html`;
    try {
      await visit(browser, `${other.origin}/${path}`, `${other.origin}/`, async (page) => {
        await question(page, "csec").locator("summary").click();
        await question(page, "csec").locator('a[hreflang="fr"]').click();
        if (variant) await question(page, "csec").locator(".beside").waitFor();
        else await page.waitForURL(`${other.origin}/fr/index.html#csec`);
        await assertAccessible(page);
      });
      const page = await browser.newPage();
      const refused = page.waitForEvent("console");
      await page.setContent(`<iframe src="${other.origin}/${path}"></iframe>`);
      assert.match((await refused).text(), /frame-ancestors|refused to frame/i);
      await page.close();
    } finally {
      await other.close();
    }
  });

  test(`${variant || "plain"}: whatever someone slips into the page is not run, not loaded, not sent`, () =>
    open(
      `${variant}fr/index.html`,
      async (page) => {
        await page.evaluate(() => {
          globalThis.refused = [];
          document.addEventListener("securitypolicyviolation", (it) => globalThis.refused.push(it.effectiveDirective));
          const put = (name, attributes, text = "") => {
            const element = document.createElement(name);
            try {
              for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
              element.textContent = text;
              document.body.append(element);
            } catch {
              // Trusted Types refuse it before it is in the page.
            }
          };
          put("script", {}, "globalThis.run = true");
          put("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", onerror: "globalThis.run = true" });
          put("script", { src: "../../beside.js?" });
          put("style", {}, "body { display: none }");
          put("form", { action: "/elsewhere" });
          document.forms[0].submit();
          fetch("https://example.org/").catch(() => {});
        });
        const expected = ["connect-src", "form-action", "img-src", "style-src-elem"];
        await page.waitForFunction((all) => all.every((it) => globalThis.refused.includes(it)), expected);
        assert.equal(await page.evaluate(() => globalThis.run), undefined);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), "block");
      },
      { expected: null },
    ));
}

const spoilt = (bytes) => Buffer.concat([bytes, Buffer.from("\n/* changed */\n")]);
/** The age that matters, another. Everything else is as it should be. */
const younger = (bytes) => Buffer.from(bytes.toString("utf8").replaceAll("18", "16"));
const DIGEST = /digest|integrity/i;

/** Opens a page while the server sends other bytes for `path`. */
async function tampered(path, page, look, expected, change = spoilt) {
  server.tamper[path] = change;
  try {
    await open(page, look, { expected });
  } finally {
    delete server.tamper[path];
  }
}

async function assertReadable(page, tag) {
  const { entries } = bundle(tag);
  assert.deepEqual(await page.locator("h3").allTextContents(), entries.map((entry) => entry.question));
  assert.equal(await page.locator("h3").last().isVisible(), true);
  await assertAccessible(page);
}

test("a stylesheet that was tampered with is refused, and the page can be read without it", async () => {
  const family = (page) => page.evaluate(() => getComputedStyle(document.body).fontFamily);
  await open("es/index.html", async (page) => assert.match(await family(page), /Noto Sans/));
  await tampered("site.css", "es/index.html", async (page) => {
    assert.doesNotMatch(await family(page), /Noto Sans/);
    await assertReadable(page, "es");
  }, [DIGEST]);
});

test("a module that was tampered with does not run, and the page is the plain one", () =>
  tampered("beside.js", "beside/es/index.html", async (page) => {
    assert.equal(await page.locator("[aria-expanded]").count(), 0);
    await assertReadable(page, "es");
    await question(page, "csec").locator("summary").click();
    await question(page, "csec").locator('a[hreflang="fr"]').click();
    await page.waitForURL(`${server.origin}/beside/fr/index.html#csec`);
  }, [DIGEST, DIGEST]));

test("texts that were tampered with are never shown: the reader gets the page instead", () =>
  tampered("fr/faq.json", "beside/es/index.html", async (page) => {
    await question(page, "csec").locator("summary").click();
    await question(page, "csec").locator('a[hreflang="vi"]').click();
    await question(page, "csec").locator(".beside[lang=vi]").waitFor(); // The others are shown as ever.
    await question(page, "csec").locator('a[hreflang="fr"]').click();
    await page.waitForURL(`${server.origin}/beside/fr/index.html#csec`);
    assert.equal(await page.locator(".beside").count(), 0);
    await assertReadable(page, "fr");
  }, [DIGEST, DIGEST], younger));

test("whatever a text says, it is a text on every page", async () => {
  const from = join(folder, "hostile-dist");
  cpSync(dist, from, { recursive: true });
  const hostile = (words) => `</title></script></section><img src=x onerror=alert(1)>"'>&amp;$&{{x}}\u202e ${words}`;
  const faq = bundle("fr");
  const spoil = (value, key) => {
    if (typeof value !== "string") {
      for (const [inner, it] of Object.entries(value ?? {})) if (inner !== "id") value[inner] = spoil(it, key === "interface" ? "text" : inner);
      return value;
    }
    return ["title", "question", "attribution", "text", "lead"].includes(key) ? hostile(value) : value;
  };
  spoil(faq);
  const bytes = Buffer.from(JSON.stringify(faq));
  writeFileSync(join(from, "fr/faq.json"), bytes);
  const list = JSON.parse(readFileSync(join(from, "manifest.json"), "utf8"));
  for (const locale of list.locales) locale.endonym = hostile(locale.endonym);
  const file = list.locales.find(({ locale }) => locale === "fr").files.find(({ path }) => path === "fr/faq.json");
  file.integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  writeFileSync(join(from, "manifest.json"), JSON.stringify(list));
  const site = join(folder, "hostile");
  build(from, site, help);
  const other = await serve(site);
  const look = (path, seen) => visit(browser, `${other.origin}/${path}`, `${other.origin}/`, seen);
  try {
    await look("fr/index.html", async (page) => {
      assert.equal(await page.title(), `${hostile(bundle("fr").title)} – Plainspoken`.replace(/\s+/g, " "));
      assert.equal(await page.locator("summary").first().textContent(), faq.interface["other-languages"]);
      assert.equal(await page.locator("nav a").first().textContent(), list.locales[0].endonym);
      assert.equal(await page.locator("img, main script").count(), 0);
    });
    await look("beside/es/index.html", async (page) => {
      for (const { id, question: asked } of faq.entries) {
        await question(page, id).locator("summary").click();
        await question(page, id).locator('a[hreflang="fr"]').click();
        assert.equal(await question(page, id).locator("h4").textContent(), asked);
      }
      assert.equal(await page.locator("img, main script").count(), 0);
    });
  } finally {
    await other.close();
  }
});

test("a release that was tampered with makes no site", () => {
  const copy = join(folder, "tampered");
  for (const file of ["ar/fragment.html", "ar/faq.json", "ar/faq.jsonld"]) {
    cpSync(dist, copy, { recursive: true });
    writeFileSync(join(copy, file), younger(readFileSync(join(copy, file))));
    assert.throws(() => build(copy, join(folder, "none"), help), new RegExp(`${file} is not what the manifest says`));
    rmSync(copy, { recursive: true });
  }
  assert.equal(readdirSync(folder).includes("none"), false);
});
