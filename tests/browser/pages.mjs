// Every document, in both languages and as a draft: valid HTML, accessible at every size in light and dark, loading nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { build, documents, folder, launch, open, project } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const work = folder("pages");
const plans = ["examples/exam-buddy.plan.yaml", "tests/plans/documents/everything.plan.yaml"]; // the second has errors
const night = "tests/browser/night.plan.yaml";
let browser;
const folders = [];
let nightFolder;

before(async () => {
  browser = await launch();
  for (const plan of plans) folders.push(build(work, join(project, plan)));
  nightFolder = build(work, join(project, night));
});
after(() => browser.close());

const files = () => folders.flatMap((folder) => documents.map((name) => join(folder, `${name}.html`)));

test("html-validate finds nothing", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader({
    root: true,
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
      // A page of one file has its style and script inside; the policy in it names their hashes.
      "require-csp-nonce": "off",
      // Titles are the plan's, and may be long.
      "long-title": "off",
      // Ids of headings are in the language of the document, as GitHub makes them.
      "valid-id": ["error", { relaxed: true }],
      // The role of a list that has lost its bullets has to be said.
      "no-redundant-role": "off",
    },
  }));
  const found = [];
  for (const file of files()) {
    const report = await validator.validateFile(file);
    for (const result of report.results)
      for (const message of result.messages) found.push(`${file}:${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
  }
  assert.deepEqual(found.slice(0, 20), []);
});

test("axe finds nothing, and nothing is wider than the window", async () => {
  const found = [];
  // Colours do not depend on the width, nor what else there is on the colours.
  const contrast = { runOnly: ["color-contrast"] };
  for (const [scheme, width, rules] of [["light", 1280, {}], ["dark", 1280, contrast], ["light", 360, {}]]) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP: true });
    await Promise.all(files().map(async (file) => {
      const page = await open(context, file);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overhang > 0) found.push(`${file} at ${width}: ${overhang} pixels too wide`);
      await page.waitForTimeout(50); // boxes that scroll are found by their size
      await page.evaluate(axe);
      const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ["violations"], ...rules }), rules);
      for (const one of violations) found.push(`${file} ${scheme} ${width}: ${one.id}: ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
      found.push(...page.problems);
      await page.close();
    }));
    await context.close();
  }
  assert.deepEqual(found.slice(0, 12), []);
});

test("what is being filled in has no barriers either", async () => {
  const found = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  const page = await open(context, join(nightFolder, "record.html"));
  for (const list of ["issues", "lessons", "suggestions"]) await page.click(`[data-add="${list}"]`);
  await page.fill('tr[data-of="stop"] [data-field="start"]', "soon");
  await page.selectOption('tr[data-of="stop"] [data-field="result"]', "failed");
  await page.click("#Clear");
  await page.evaluate(axe);
  for (const step of ["dialog", "page"]) {
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const one of violations) found.push(`${step}: ${one.id}: ${one.nodes[0].html.slice(0, 200)}`);
    if (step === "dialog") await page.click("#No");
  }
  await context.close();
  assert.deepEqual([...found, ...page.problems], []);
});

test("the contents lead to every heading, and say where the reader is", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await open(context, join(folders[0], "plan.html"));
  const dead = await page.evaluate(() => [...document.querySelectorAll(".contents a, main a[href^='#']")].filter((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) === null).map((link) => link.hash));
  assert.deepEqual(dead, []);
  const link = page.locator(".contents a", { hasText: "监控指标" });
  await link.click();
  await page.waitForFunction(() => document.querySelector(".contents [aria-current]")?.textContent.includes("监控指标"));
  const phone = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const small = await open(phone, join(folders[0], "plan.html"));
  assert.equal(await small.locator(".contents details").getAttribute("open"), null);
  await context.close();
  await phone.close();
});

test("commands of the runbook are copied, also by keyboard, and it is said", async () => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await open(context, join(nightFolder, "runbook.html"));
  await page.locator(".code button").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("Status").textContent === "Copied to the clipboard");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "systemctl stop shop\nsystemctl status shop");
  assert.deepEqual(page.problems, []);
  await context.close();
});

test("without a script the documents are whole", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const name of documents) {
    const file = join(folders[0], `${name}.html`);
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    assert.ok((await page.locator("main").innerText()).length > 300, file);
    await page.close();
  }
  await context.close();
});
