// A plan that attacks in every text: no script of it runs, nothing is loaded, and its words are shown.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, documents, folder, launch, open, write } from "./browser.mjs";

const work = folder("hostile");
const attacks = [
  "<script>window.hit = 1</script>",
  "</script><script>window.hit = 2</script>",
  "<img src=x onerror=window.hit=3>",
  "]]><svg onload=window.hit=4>",
  "[click](javascript:window.hit=5)",
  "<a href=javascript:window.hit=6>here</a>",
  "\"><input autofocus onfocus=window.hit=7>",
  "</style><script>window.hit=8</script>",
  "<!--<script>window.hit=9</script>",
  "![picture](https://attacker.example.com/x.png)",
  "{{{body}}} {{title}} ${window.hit=10}",
  "</title></textarea></noscript><iframe srcdoc=\"<script>parent.hit=11</script>\">",
  "' onmouseover='window.hit=12",
  "<https://attacker.example.com/><style>@import 'https://attacker.example.com/'</style>",
];
let browser;
let pages;

before(async () => {
  browser = await launch();
  let next = 0;
  const text = () => JSON.stringify(attacks[next++ % attacks.length]);
  const markdown = () => JSON.stringify(`${attacks[next++ % attacks.length]}\n\n${attacks[next++ % attacks.length]}\n\n~~~\n${attacks[next++ % attacks.length]}\n~~~\n`);
  const items = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join(", ");
  const step = (i) => `{do: ${text()}, verify: ${text()}, expect: ${text()}, run: ${text()}, notes: ${markdown()}, duration: 5m}`;
  const plan = write(work, "hostile.plan.yaml", `planc: 1
plan:
  id: hostile-1.0
  title: ${text()}
  release: 1.0.0
  revision: ${text()}
  language: en
  timezone: Europe/Berlin
  audience: ${text()}
  summary: ${text()}
  goals: [${items(14, text)}]
  scope: [${items(14, text)}]
  owner: ann
  start: 2025-12-08
  end: 2025-12-12
  notes: ${markdown()}
people: {ann: {name: ${text()}, title: ${text()}, phone: ${text()}}}
roles: {lead: {title: ${text()}, people: [ann], duty: ${text()}}}
metrics: {errors: {title: ${text()}, source: ${text()}, target: "< 1%"}}
phases:
  - {id: work, title: ${text()}, start: 2025-12-08 10:00, notes: ${markdown()}, tools: [${text()}], deliverables: [${text()}], steps: [${items(14, step)}]}
rollback: {owner: ann, notes: ${markdown()}, steps: [${items(3, step)}]}
checklists: [{id: ready, title: ${text()}, notes: ${markdown()}, items: [${items(14, () => `{check: ${text()}, notes: ${markdown()}}`)}]}]
risks: [${items(14, () => `{title: ${text()}, effect: ${text()}, mitigation: ${text()}, level: high}`)}]
contingencies: [{title: ${text()}, notes: ${markdown()}}]
sections: [{title: ${text()}, body: ${markdown()}}]
record:
  summary: ${text()}
  outcome: partial
  entries: [${items(14, (i) => `{of: work.${i + 1}, by: ${text()}, note: ${text()}, result: failed}`)}, {of: work.1, note: ${text()}}]
  issues: [${items(14, () => `{title: ${text()}, solution: ${text()}, owner: ${text()}}`)}]
  lessons: [${items(14, text)}]
  suggestions: [${items(14, text)}]
`);
  pages = build(work, plan);
});
after(() => browser.close());

for (const name of documents) {
  test(`the ${name} of a hostile plan runs nothing and loads nothing`, async () => {
    const context = await browser.newContext();
    const page = await open(context, join(pages, `${name}.html`));
    // Whatever waits for the mouse or the focus gets it.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("*")) for (const event of ["mouseover", "focus", "load", "error", "toggle"]) element.dispatchEvent(new Event(event, { bubbles: true }));
    });
    assert.deepEqual(page.problems, []);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    const foreign = await page.evaluate(() => [...document.querySelectorAll("main img, main iframe, main style:not(svg *), main input[autofocus], script[src], a[href^='javascript' i]")].map((element) => element.outerHTML));
    assert.deepEqual(foreign, []);
    const shown = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("input, textarea")].map((field) => field.value).join("\n"));
    for (const attack of name === "plan" ? attacks.filter((one) => !one.includes("](")) : ["<"]) assert.ok(shown.replace(/\s+/g, " ").includes(attack), `${attack} is not shown`);
    await context.close();
  });
}

test("the policy of a page lets no foreign script run even if one got in", async () => {
  const context = await browser.newContext();
  const page = await open(context, join(pages, "plan.html"), { expects: (text) => /Content Security Policy/.test(text) });
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.hit = 13";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<p onclick='window.hit = 14' id='Bad'>x</p><img src='https://attacker.example.com/y.png' alt=''>");
    document.getElementById("Bad").click();
  });
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.deepEqual(page.problems.filter((one) => !one.startsWith("request: https://attacker.example.com")), []);
  await context.close();
});
