// Printed from the browser: numbered pages with the plan on top, heads of tables repeated, nothing of the screen alone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, folder, launch, open, project, write } from "./browser.mjs";

const work = folder("print");
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Each printed page: its text, and its letters without blanks in the order they were drawn. */
async function print(file, format, prepare = async () => {}) {
  const context = await browser.newContext();
  const page = await open(context, file);
  await prepare(page);
  const pdf = write(work, "printed.pdf", await page.pdf({ format, preferCSSPageSize: false }));
  await context.close();
  const texts = (order) => execFileSync("pdftotext", [order, pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\f").slice(0, -1);
  const letters = texts("-raw").map((text) => text.replace(/\s/g, "")); // what is turned loses its blanks and lines
  return texts("-layout").map((text, i) => ({ text, letters: letters[i] }));
}

for (const format of ["A4", "Letter"]) {
  test(`every page on ${format} has its number and says which plan it is of`, async () => {
    const folder = build(work, join(project, "examples/exam-buddy.plan.yaml"));
    const pages = await print(join(folder, "plan.html"), format);
    assert.ok(pages.length > 5);
    pages.forEach(({ text: page }, i) => {
      assert.ok(page.includes(`${i + 1} / ${pages.length}`), `page ${i + 1} of ${pages.length} has no number`);
      assert.ok(page.includes("备考搭子小程序导入与发布执行计划 · 文档版本 1.1"), `page ${i + 1} has no header`);
      assert.doesNotMatch(page, /跳到正文|保存记录文件/);
    });
  });
}

test("the head of a long table stands on each of its pages, and drafts are marked on all", async () => {
  const steps = Array.from({ length: 120 }, (_, i) => `      - {do: Step ${i + 1}, duration: 5m, verify: Look, expect: It is there}`).join("\n");
  const plan = write(work, "long.plan.yaml", `planc: 1
plan: {id: long-1.0, title: A long night, owner: ann, language: en, status: in_review, start: 2025-12-08, end: 2025-12-09, unknown: 1}
people: {ann: {name: Ann}}
phases:
  - id: work
    title: Work
    start: 2025-12-08 10:00
    sequence: true
    steps:
${steps}
`);
  const pages = await print(join(build(work, plan), "record.html"), "A4", async (page) => {
    await page.fill('tr[data-of="work.90"] textarea', "written by hand");
  });
  const inside = pages.filter((page) => /Step \d+/.test(page.text));
  assert.ok(inside.length > 3);
  for (const page of inside) assert.match(page.text, /Actual start/);
  for (const page of pages) assert.match(page.letters, /Draftwitherrors/);
  assert.ok(pages.some((page) => page.text.includes("written by hand")));
  assert.ok(!pages.some((page) => /\bNow\b/.test(page.text)), "buttons are printed");
});
