// Serves the preview of a copy of the project, edits a file, and watches the page in headless Chromium follow.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible, launch, overflow, repository, screenshots, visit } from "./chromium.mjs";

const project = mkdtempSync(join(tmpdir(), "preview-"));
const edit = (path, from, to) => {
  const text = readFileSync(join(project, path), "utf8");
  assert.ok(text.includes(from), `${path} has no ${from}`);
  writeFileSync(join(project, path), text.replace(from, to));
};

let browser, server, origin;
before(async () => {
  for (const folder of ["locales", "crates/faq-content/catalog"]) {
    cpSync(join(repository, folder), join(project, folder), { recursive: true });
  }
  server = spawn("cargo", ["xtask", "--root", project, "preview", "ar", "--watch"], { cwd: repository, stdio: ["ignore", "pipe", "inherit"] });
  origin = await new Promise((found, failed) => {
    let said = "";
    server.on("exit", (code) => failed(new Error(`the preview ended with ${code}: ${said}`)));
    server.stdout.on("data", (data) => {
      said += data;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) found(address[0]);
    });
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill("SIGINT");
  rmSync(project, { recursive: true, force: true });
});

/** Opens a page of the preview. It may ask nobody but this server. */
const open = (path, look, options = {}) =>
  visit(browser, origin + path, `${origin}/`, look, { viewport: { width: 1200, height: 1000 }, ...options });
const shot = (page, name) => page.screenshot({ path: join(screenshots, `preview-${name}.png`), fullPage: true });

test("a page in order says so, from right to left, and passes axe", () =>
  open("/", async (page) => {
    assert.equal(page.url(), `${origin}/ar/index.html`);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    assert.equal(await page.locator(".verdict").textContent(), "Nothing to mend");
    await shot(page, "ar");
    await assertAccessible(page);
  }));

test("whoever edits the file sees the page and the finding change", () =>
  open("/ar/index.html", async (page) => {
    const answer = page.locator("#_m-victims-answer");
    await page.evaluate(() => (globalThis.sameDocument = true));
    await page.evaluate(() => scrollTo(0, 900));
    edit("locales/ar/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
    await answer.locator(".remarks .error").waitFor();
    assert.match(await answer.textContent(), /did you mean \{ \$adult-age \}\?/);
    assert.match(await page.locator(".verdict").textContent(), /1 error.*1 text shown in the reference/);
    assert.equal(await answer.locator(".own").getAttribute("dir"), "ltr");
    assert.match(await page.locator("#_live").textContent(), /checked again/);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
    assert.ok((await page.evaluate(() => scrollY)) > 400, "the reader stays where they are");
    await assertAccessible(page);
    await page.locator(".panel ol a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.hash === "#_m-victims-answer");

    edit("locales/ar/faq.ftl", "{ $adult-agee }", "{ $adult-age }");
    await answer.locator(".remarks").waitFor({ state: "detached" });
    assert.equal(await page.locator(".verdict").textContent(), "Nothing to mend");
  }));

test("a registry that cannot be read is explained, and the page is back when it is mended", () =>
  open("/es/index.html", async (page) => {
    edit("locales/locales.toml", "format = 1", "format = 9");
    await page.getByRole("heading", { name: "Nothing to show yet" }).waitFor();
    assert.match(await page.locator("pre").textContent(), /locales\/locales\.toml:\d+/);
    edit("locales/locales.toml", "format = 9", "format = 1");
    await page.locator("#_m-title").waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "es");
  }));

test("findings, missing texts and the reference beside them are readable, wide, narrow and in the dark", async () => {
  edit("locales/fr/faq.ftl", "{ $adult-age }", "{ $adult-agee }");
  edit("locales/fr/faq.ftl", "csec-forms-list-stripping", "csec-forms-list-striping");
  const width = (page, selector) => page.locator(`#_m-buyers-answer ${selector}`).evaluate((part) => part.getBoundingClientRect().top);
  await open("/fr/index.html?beside", async (page) => {
    await page.locator("#_m-victims-answer .remarks .error").first().waitFor();
    assert.equal(await width(page, ".own"), await width(page, ".reference"));
    await shot(page, "findings");
    await assertAccessible(page);
  });
  await open(
    "/fr/index.html?beside",
    async (page) => {
      await page.locator("#_m-victims-answer .remarks .error").first().waitFor();
      assert.ok((await width(page, ".own")) < (await width(page, ".reference")));
      assert.equal(await overflow(page), 0);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      assert.equal(await overflow(page), 0);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));
      await shot(page, "narrow");
      await assertAccessible(page);
    },
    { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  );
});

for (const [tag, dir] of [["en-XA", "ltr"], ["ar-XB", "rtl"]]) {
  test(`${tag}: the page bears the made-up language`, () =>
    open(
      `/${tag}/index.html`,
      async (page) => {
        assert.equal(await page.locator("html").getAttribute("dir"), dir);
        assert.equal(await overflow(page), 0);
        await shot(page, tag);
        await assertAccessible(page);
      },
      { viewport: { width: 400, height: 800 } },
    ));
}

test("a page of another name that points here is refused", async () => {
  const status = (host) =>
    new Promise((done, failed) => {
      request(`${origin}/ar/index.html`, { headers: { host } }, (answer) => done(answer.resume().statusCode)).on("error", failed).end();
    });
  assert.equal(await status("rebound.example"), 421);
  assert.equal(await status(new URL(origin).host), 200);
});
