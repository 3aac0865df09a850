// The checklist and the record are filled in, kept, saved, compiled and loaded again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { build, folder, launch, open, project, recordOf, run, write } from "./browser.mjs";

const plan = join(project, "tests/browser/night.plan.yaml");
const odd = "quotes \" ' and \\ : # {a} [b] - | > % @ `c` \u2028 \u0085 \u007f 中文 🚀 \u{1F468}\u200D\u{1F469}";
const work = folder("filling");
let browser;
let context;
let pages; // the folder of the plan's documents

before(async () => {
  browser = await launch();
  pages = build(work, plan);
});
after(() => browser.close());
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: "Asia/Tokyo", acceptDownloads: true });
});

const record = () => open(context, join(pages, "record.html"));
const checklist = () => open(context, join(pages, "checklist.html"));
const cell = (page, id, field) => page.locator(`tr[data-of="${id}"] [data-field="${field}"]`);

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#Save")]);
  assert.equal(download.suggestedFilename(), "night-2.0.record.yaml");
  return readFileSync(await download.path(), "utf8");
}

async function load(page, text, name = "some.record.yaml") {
  await page.setInputFiles("#File", { name, mimeType: "application/yaml", buffer: Buffer.from(text) });
}

/** The record that planc reads from a file; it finds nothing wrong with it, or nothing that is worse than odd. */
function compiled(text, name, failOn = "warning") {
  const file = write(work, `${name}.record.yaml`, text);
  const checked = run("check", plan, "--record", file, "--fail-on", failOn);
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  return recordOf(build(join(work, name), plan, "--record", file));
}

test("what was filled in is kept over a reload, saved, and read by the compiler", async () => {
  const page = await record();
  await page.fill("#Who", "Bob Baker");
  await cell(page, "stop", "start").fill("22:02");
  await cell(page, "stop", "end").fill("22：15");
  await cell(page, "stop", "by").fill("Ann Archer");
  await cell(page, "stop", "result").selectOption("done");
  await cell(page, "copy", "start").fill("2025/12/8 23:50");
  await cell(page, "copy", "end").fill("0:40");
  await cell(page, "copy", "result").selectOption("failed");
  await cell(page, "copy", "note").fill(`${odd}\nsecond line`);
  await page.click('tr[data-of="copy"] .again');
  await cell(page, "copy", "by").fill("Somebody Else");
  await cell(page, "copy", "result").selectOption("skipped");
  await cell(page, "some", "result").selectOption("done");
  await page.check('input[name="outcome"][value="partial"]');
  await page.fill("[data-summary]", odd);
  await page.click('[data-add="issues"]');
  await page.fill('[data-issue="0"][data-key="title"]', "It went\nwrong");
  await page.fill('[data-issue="0"][data-key="at"]', "2025-12-09 00:10");
  await page.fill('[data-issue="0"][data-key="of"]', "1.2 Copy the new files | twice");
  await page.fill('[data-issue="0"][data-key="owner"]', "Release lead");
  await page.fill('[data-issue="0"][data-key="solution"]', odd);
  await page.check('[data-issue="0"][data-key="solved"]');
  await page.click('[data-add="lessons"]');
  await page.fill('[data-line="lessons 0"]', "no");
  await page.click('[data-add="suggestions"]');
  await page.fill('[data-line="suggestions 0"]', "- 1. later");
  assert.match(await page.textContent("#Unsaved"), /not saved/);
  await page.reload();
  assert.equal(await cell(page, "stop", "start").inputValue(), "2025-12-08 22:02");
  assert.equal(await cell(page, "stop", "end").inputValue(), "2025-12-08 22:15");
  assert.match(await page.textContent('tr[data-of="copy"] .tries'), /Try 1: 2025-12-08 23:50–2025-12-09 00:40 · failed/);
  assert.match(await page.textContent("#Count"), /3 of 5/);
  assert.match(await page.textContent("#Unsaved"), /not saved/);
  const text = await save(page);
  assert.match(await page.textContent("#Unsaved"), /No unsaved/);
  const fingerprint = await page.textContent(".fingerprint code");
  const expected = {
    plan: "night-2.0", fingerprint, outcome: "partial", summary: odd.trim(),
    entries: [
      { of: "stop", start: "2025-12-08 22:02", end: "2025-12-08 22:15", by: "ann", result: "done" },
      { of: "copy", start: "2025-12-08 23:50", end: "2025-12-09 00:40", result: "failed", note: `${odd}\nsecond line` },
      { of: "copy", by: "Somebody Else", result: "skipped" },
      { of: "some", result: "done" },
    ],
    issues: [{ title: "It went\nwrong", of: "copy", at: "2025-12-09 00:10", solution: odd, owner: "lead", solved: true }],
    lessons: ["no"], suggestions: ["- 1. later"],
  };
  assert.deepEqual(compiled(text, "filled", "error"), expected);
  assert.deepEqual(page.problems, []);
});

const rich = `# kept by hand
record:
  plan: night-2.0
  outcome: success # it went well
  summary: >-
    Out
    on time
  entries:
    - {of: copy, start: 2025-12-08 22:20, end: "22:50", by: bob, result: failed, note: 'it''s slow'}
    - of: copy
      start: 2025-12-08 22:55
      end: 2025-12-09
      by: Two of us
      result: done
    - {of: gone, note: "not in the plan"}
    - of: backup
      result: done
    - of: begun
      note: |
        two
        lines
    - {of: deploy, note: a whole phase}
  issues: [Something, {title: "Else", solved: true}]
  lessons:
  - one
  - "two \\u2028"
`;

test("a record that the page came with survives, whatever of it is shown", async () => {
  const file = write(work, "rich.record.yaml", rich);
  const before = recordOf(build(join(work, "rich"), plan, "--record", file));
  const page = await open(context, join(work, "rich/night-2.0/record.html"));
  assert.match(await page.textContent('tr[data-of="copy"] .tries'), /2025-12-08 22:20–22:50 · Bob Baker · failed · it's slow/);
  const saved = await save(page);
  const again = write(work, "again.record.yaml", saved);
  const read = recordOf(build(join(work, "again"), plan, "--record", again));
  const order = (entries) => [...entries].sort((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0));
  assert.equal(read.fingerprint, await page.textContent(".fingerprint code"));
  delete read.fingerprint;
  assert.deepEqual(order(read.entries), order(before.entries));
  assert.deepEqual({ ...read, entries: [] }, { ...before, entries: [] });
  assert.deepEqual(page.problems, []);
});

test("a file written by hand is loaded as the compiler reads it", async () => {
  const page = await record();
  await load(page, rich);
  await page.waitForFunction(() => document.querySelector("[data-summary]").value === "Out on time");
  const saved = await save(page);
  const byHand = recordOf(build(join(work, "by-hand"), plan, "--record", write(work, "hand.record.yaml", rich)));
  const read = recordOf(build(join(work, "loaded"), plan, "--record", write(work, "loaded.record.yaml", saved)));
  delete read.fingerprint;
  const order = (entries) => [...entries].sort((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0));
  assert.deepEqual(order(read.entries), order(byHand.entries));
  assert.deepEqual({ ...read, entries: [] }, { ...byHand, entries: [] });
  await load(page, saved);
  assert.equal(await save(page), saved);
  assert.deepEqual(page.problems, []);
});

test("a file that is not understood is told with its line, and changes nothing", async () => {
  const page = await record();
  await cell(page, "stop", "note").fill("mine");
  for (const [text, line] of [
    ["record:\n  entries:\n    - {of: stop, note: \"no end}\n", 3],
    ["record:\n  entries:\n    - {of: stop, result: done\n", 3],
    ["record:\n\tsummary: x\n", 2],
    ["record:\n  summary: a\n  summary: b\n", 3],
    ["record:\n  summary: a: b\n", 2],
    ["record:\n  entries:\n    - of: stop\n      result: perfect\n", 4],
    ["record:\n  entries:\n    - of: stop\n      who: me\n", 4],
    ["record:\n  summary: &a x\n", 2],
    ["record:\n  entries: none\n", 2],
    ["record:\n  summary: a\n    lessons: []\n", 3],
    ["record:\n  summary: a\n---\nrecord: {}\n", 3],
    ["plan: {}\n", 1],
    ["just text", 1],
  ]) {
    await load(page, text);
    await page.waitForFunction((line) => new RegExp(`from line ${line} on`).test(document.getElementById("Notice").textContent), line, { timeout: 3000 })
      .catch(async () => assert.fail(`${JSON.stringify(text)}: ${await page.textContent("#Notice")}`));
    await page.evaluate(() => { document.getElementById("Notice").textContent = ""; });
    assert.equal(await cell(page, "stop", "note").inputValue(), "mine");
  }
  assert.deepEqual(page.problems, []);
});

test("a record of another plan or revision is loaded only if that is wanted", async () => {
  const page = await record();
  await load(page, "record: {plan: other-1.0, summary: theirs}\n");
  await page.waitForSelector("dialog[open]");
  assert.match(await page.textContent("#Question"), /other-1\.0/);
  await page.click("#No");
  assert.equal(await page.inputValue("[data-summary]"), "");
  await load(page, "record: {plan: night-2.0, fingerprint: 0123456789ab, summary: old}\n");
  await page.waitForSelector("dialog[open]");
  assert.match(await page.textContent("#Question"), /0123456789ab/);
  await page.click("#Yes");
  await page.waitForFunction(() => document.querySelector("[data-summary]").value === "old");
  assert.deepEqual(page.problems, []);
});

test("ticks of the checklist are entries, also in the record, and are taken back", async () => {
  const page = await checklist();
  await page.fill("#Who", "Bob Baker");
  await page.press("#Who", "Tab");
  await page.click('li[data-of="backup"] > p');
  await page.check('tr[data-of="stop"] input');
  await page.check('li[data-of="told"] input');
  await page.uncheck('li[data-of="told"] input');
  assert.match(await page.textContent("#Count"), /2 of 8/);
  assert.equal(await page.textContent("[data-progress]"), "1/2");
  const other = await record();
  assert.equal(await cell(other, "stop", "result").inputValue(), "done");
  assert.equal(await cell(other, "stop", "by").inputValue(), "Bob Baker");
  await cell(other, "copy", "result").selectOption("done");
  await page.waitForFunction(() => document.querySelector('tr[data-of="copy"] input').checked);
  const saved = compiled(await save(other), "ticked", "error");
  assert.deepEqual(saved.entries.map(({ of, by, result }) => [of, by, result]), [["stop", "bob", "done"], ["copy", undefined, "done"], ["backup", "bob", "done"]]);
  // The clock is that of the plan's zone, not of the browser's.
  const there = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short", timeStyle: "short" });
  const minutes = (text) => Date.parse(`${text.replace(" ", "T")}:00Z`) / 60000;
  assert.ok(Math.abs(minutes(saved.entries[0].end) - minutes(there.format(new Date()))) <= 2, saved.entries[0].end);
  assert.deepEqual([...page.problems, ...other.problems], []);
});

test("a tick taken back leaves what the record said before", async () => {
  const page = await record();
  await cell(page, "stop", "start").fill("2025-12-08 22:00");
  await cell(page, "stop", "note").fill("slow");
  await cell(page, "stop", "note").blur();
  const other = await checklist();
  await other.check('tr[data-of="stop"] input');
  await other.uncheck('tr[data-of="stop"] input');
  assert.deepEqual(compiled(await save(other), "untick").entries, [{ of: "stop", start: "2025-12-08 22:00", note: "slow" }]);
});

test("mistakes are told at their field, counted, and saved as they are", async () => {
  const page = await record();
  await cell(page, "stop", "start").fill("half past ten");
  await cell(page, "copy", "start").fill("2025-12-08 23:00");
  await cell(page, "copy", "end").fill("2025-12-08 22:00");
  await cell(page, "start", "by").fill("carl");
  await cell(page, "start", "by").blur();
  for (const [id, field, words] of [["stop", "start", /not understood/], ["copy", "end", /before the start/], ["start", "by", /nobody called carl/]]) {
    const control = cell(page, id, field);
    assert.equal(await control.getAttribute("aria-invalid"), "true");
    assert.match(await page.textContent(`#${await control.getAttribute("aria-describedby")}`), words);
  }
  assert.match(await page.textContent("#Wrong"), /3 mistakes/);
  await page.click("#Wrong");
  assert.ok(await cell(page, "stop", "start").evaluate((field) => field === document.activeElement));
  const text = await save(page);
  assert.match(text, /start: "half past ten"/);
  await page.waitForFunction(() => /3 fields/.test(document.getElementById("Status").textContent));
  await load(page, text);
  await page.waitForFunction(() => /Loaded/.test(document.getElementById("Status").textContent));
  assert.match(await page.textContent("#Wrong"), /3 mistakes/);
  await cell(page, "copy", "end").fill("0:10");
  await cell(page, "copy", "end").blur();
  assert.equal(await cell(page, "copy", "end").inputValue(), "2025-12-09 00:10");
  assert.equal(await cell(page, "copy", "end").getAttribute("aria-invalid"), null);
  assert.deepEqual(page.problems, []);
});

test("nothing is lost silently where the browser keeps nothing", async () => {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  const page = await record();
  await cell(page, "stop", "result").selectOption("done");
  assert.match(await page.textContent("#Notice"), /storage is full/);
  assert.equal(compiled(await save(page), "full").entries.length, 1);
  assert.deepEqual(page.problems, []);
});

test("clearing asks, and goes back to what the page came with", async () => {
  const page = await record();
  await cell(page, "stop", "result").selectOption("done");
  await page.click("#Clear");
  await page.click("#No");
  assert.equal(await cell(page, "stop", "result").inputValue(), "done");
  await page.click("#Clear");
  await page.keyboard.press("Tab");
  await page.click("#Yes");
  await page.waitForFunction(() => document.querySelector('tr[data-of="stop"] select').value === "");
  await page.reload();
  assert.equal(await cell(page, "stop", "result").inputValue(), "");
});

test("a page with a newer record asks which one holds", async () => {
  const page = await record();
  await cell(page, "stop", "note").fill("mine");
  await cell(page, "stop", "note").blur();
  const file = write(work, "newer.record.yaml", "record: {entries: [{of: stop, note: theirs}]}\n");
  const newer = await open(context, join(build(join(work, "newer"), plan, "--record", file), "record.html"));
  assert.equal(await cell(newer, "stop", "note").inputValue(), "mine");
  assert.match(await newer.textContent("#Notice"), /another record/);
  await newer.click("#Notice button:last-child");
  assert.equal(await cell(newer, "stop", "note").inputValue(), "theirs");
  await newer.reload();
  assert.equal(await cell(newer, "stop", "note").inputValue(), "theirs");
});

test("of very many rows those get their fields that are near, or of which something is known", async () => {
  const steps = Array.from({ length: 1500 }, (_, i) => `      - {do: Step ${i + 1}, duration: 1m}`).join("\n");
  const long = write(work, "long.plan.yaml", `planc: 1
plan: {id: long-1.0, title: Long, owner: ann, language: en, start: 2025-12-08, end: 2025-12-12}
people: {ann: {name: Ann}}
phases:
  - id: work
    title: Work
    start: 2025-12-08 10:00
    sequence: true
    steps:
${steps}
record: {entries: [{of: work.1400, result: failed}]}
`);
  const page = await open(context, join(build(work, long), "record.html"));
  assert.equal(await page.inputValue('tr[data-of="work.1400"] select'), "failed");
  assert.equal(await page.locator('tr[data-of="work.700"] select').count(), 0);
  await page.locator('tr[data-of="work.700"]').scrollIntoViewIfNeeded();
  await page.selectOption('tr[data-of="work.700"] select', "done");
  assert.match(await page.textContent("#Count"), /1 of 1500/);
  await page.reload();
  assert.equal(await page.inputValue('tr[data-of="work.700"] select'), "done");
  assert.deepEqual(page.problems, []);
});

test("a record with a row for each phase counts its phases", async () => {
  const short = write(work, "short.plan.yaml", `${readFileSync(plan, "utf8").replace("id: night-2.0", "id: short-2.0")}documents: [{document: record, rows: phases}]\n`);
  const page = await open(context, join(build(join(work, "short"), short, "--only", "record.html"), "record.html"));
  assert.match(await page.textContent("#Count"), /0 of 3/);
  await cell(page, "deploy", "result").selectOption("done");
  assert.match(await page.textContent("#Count"), /1 of 3/);
  assert.deepEqual(page.problems, []);
});

test("everything is reached by keyboard alone, and what happens is said", async () => {
  const page = await record();
  const said = (words) => page.waitForFunction((words) => document.getElementById("Status").textContent.includes(words), words);
  const at = (id, field) => page.evaluate(([id, field]) => document.activeElement === document.querySelector(`tr[data-of="${id}"] [data-${field}]`), [id, field]);
  let steps = 0;
  while (!(await at("stop", 'field="start"')) && steps < 60) {
    await page.keyboard.press("Tab");
    steps += 1;
  }
  assert.ok(steps < 60, "the first field is not reached");
  await page.keyboard.type("2025-12-08 22:00");
  await page.keyboard.press("Tab");
  assert.ok(await at("stop", 'now="start"'));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await said("Actual end");
  assert.match(await cell(page, "stop", "end").inputValue(), /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ann Archer");
  await page.keyboard.press("Tab");
  await page.keyboard.type("done");
  await page.keyboard.press("Tab");
  await page.keyboard.type("fine");
  assert.equal(await cell(page, "stop", "result").inputValue(), "done");
  await page.locator('[data-add="issues"]').focus();
  await page.keyboard.press("Enter");
  await said("Issue 1");
  await page.keyboard.type("It hung");
  await page.locator("#Clear").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#Save").focus().then(() => page.keyboard.press("Enter"))]);
  const saved = compiled(readFileSync(await download.path(), "utf8"), "keyboard");
  assert.deepEqual([saved.entries[0].by, saved.entries[0].result, saved.entries[0].note, saved.issues[0].title], ["ann", "done", "fine", "It hung"]);
  assert.deepEqual(page.problems, []);
});
