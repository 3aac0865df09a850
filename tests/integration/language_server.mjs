// Opens plans in yaml-language-server, as an editor does, and looks at what it offers, says and marks.
// node language_server.mjs PLANC PROJECT WORK_FOLDER
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsFor } from "./editor_settings.mjs";
import { LanguageClient } from "./language_client.mjs";

const [planc, project, work] = process.argv.slice(2);
const home = join(work, "发布 计划 #1"); // a path as people have it
const { "yaml.schemas": schemas } = JSON.parse(settingsFor(project, ".vscode/settings.json"));
let written = 0;

/** Lines (from 1) and messages of what the server finds, in order. */
function marks(found) {
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`).sort((a, b) => parseInt(a) - parseInt(b));
}

const modeline = "# yaml-language-server: $schema=.planc.schema.json\n";

/** A text under a name of its own, and where the cursor stands in it, which is at `‸`. */
function document(text, name = `${written += 1}.plan.yaml`, head = modeline) {
  const before = (head + text).split("‸")[0].split("\n");
  return { path: join(home, name), text: (head + text).replace("‸", ""),
    position: { line: before.length - 1, character: before.at(-1).length } };
}

async function foundIn(server, ...words) {
  const { path, text } = document(...words);
  return marks(await server.check(path, text));
}

/** What is offered at the cursor, by label. */
async function offers(server, ...words) {
  const { path, text, position } = document(...words);
  server.open(path, text);
  const items = await server.complete(path, position);
  const labels = items.map((item) => item.label);
  assert.equal(new Set(labels).size, labels.length, `offered twice: ${labels}`);
  return new Map(items.map((item) =>
    [item.label, { inserted: item.insertText ?? item.textEdit?.newText, said: item.documentation?.value ?? item.documentation ?? "" }]));
}

async function hover(server, ...words) {
  const { path, text, position } = document(...words);
  server.open(path, text);
  return server.hover(path, position);
}

function run(words) {
  const result = spawnSync(planc, words, { cwd: home, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

async function firstPlans(server) {
  mkdirSync(join(home, ".git"), { recursive: true });
  run(["init", "shop.plan.yaml", "--language", "en"]);
  run(["init", "华东 区/深圳/商店.plan.yaml"]);
  for (const path of ["shop.plan.yaml", "华东 区/深圳/商店.plan.yaml"]) {
    const text = readFileSync(join(home, path), "utf8");
    assert.deepEqual(marks(await server.check(join(home, path))), [], path);
    // The schema is found: without it nothing would be marked.
    const wrong = text.replace(/status: draft/, "status: drafty");
    const line = wrong.split("\n").findIndex((one) => one.includes("drafty")) + 1;
    const copy = join(home, path.replace(".plan.yaml", "-wrong.plan.yaml"));
    const found = marks(await server.check(copy, wrong));
    assert.ok(found.length === 1 && found[0].startsWith(`${line}: `) && found[0].includes("in_review"), `${path}: ${found}`);
  }
}

const head = "planc: 1\nplan: {id: shop, title: Shop}\n";

async function completion(server) {
  const empty = await offers(server, "‸");
  assert.ok(empty.get("phases").said.startsWith("The work, from large to small."), "phases");
  assert.equal(empty.get("planc").inserted, "planc: 1");
  // All that has to be there, at once.
  assert.ok([...empty.values()].some(({ inserted }) => /^planc: 1\nplan:\n  id: \S*\n  title: \S*$/.test(inserted)), "a whole plan");
  const top = await offers(server, `${head}‸\n`);
  assert.ok(top.size >= 24 && !top.has("planc") && !top.has("plan"), [...top.keys()].join());
  assert.equal(top.get("phases").inserted.trimEnd(), "phases:\n  - title:");
  assert.match(top.get("checklists").inserted, /^checklists:\n  - title: \$1\n    items:\n      -/);

  const phase = await offers(server, `${head}phases:\n  - title: Build\n    ‸\n`);
  for (const key of ["owner", "start", "end", "duration", "depends_on", "status", "tasks", "steps"]) assert.ok(phase.has(key), key);
  assert.ok(!phase.has("title") && !phase.has("percent"), "what is there already, and what no phase has");
  assert.ok(phase.get("duration").said.startsWith("How long it takes: elapsed time, or working days with `wd`."), "duration");
  assert.equal(phase.get("duration").inserted, "duration: ${1:3wd}");
  assert.equal(phase.get("owner").inserted.trim(), "owner:"); // no name of somebody else's plan

  const stage = await offers(server, `${head}rollout:\n  - percent: 10\n    ‸\n`);
  for (const key of ["users", "observe", "gates", "duration"]) assert.ok(stage.has(key), key);
  assert.ok(stage.get("observe").said.startsWith("How long to watch before the next stage"), "observe");
  assert.ok((await offers(server, `${head}rollout:\n  - {percent: 10, o‸}\n`)).has("observe"), "in one line");
  assert.ok((await offers(server, `${head}people:\n  lin:\n    ‸\n`)).has("phone"), "a person");

  const status = await offers(server, `${head}phases:\n  - title: Build\n    status: ‸\n`);
  assert.deepEqual([...status].map(([label, { said }]) => `${label}: ${said}`),
    ["planned: decided and not begun", "active: under way", "done: finished", "blocked: held up by something", "cancelled: will not be done"]);
  assert.ok((await offers(server, `${head}risks:\n  - title: Rain\n    level: ‸\n`)).get("critical").said === "most of all", "a level");
  assert.ok((await offers(server, `${head}documents:\n  - ‸\n`)).get("runbook").said === "the day itself, step by step", "a document");
  assert.ok((await offers(server, "planc: 1\nplan:\n  id: shop\n  title: Shop\n  language: ‸\n")).get("zh-CN").said === "Chinese", "a language");
  // Values nobody can know beforehand are not made up.
  assert.deepEqual([...(await offers(server, `${head}phases:\n  - title: ‸\n`)).keys()], []);
}

async function hovering(server) {
  const said = async (text, words) => assert.ok((await hover(server, head + text)).includes(words), `${text}: ${words}`);
  await said("phases:\n  - title: Build\n    dura‸tion: 3wd\n", "How long it takes: elapsed time, or working days with `wd`.");
  await said("phases:\n  - title: Build\n    dura‸tion: 3wd\n", "3wd");
  await said("rollo‸ut:\n  - percent: 10\n", "How the release reaches its users, stage by stage.");
  await said("rollo‸ut:\n  within: night\n  stages: []\n", "How the release reaches its users, stage by stage.");
  await said("roll‸back:\n  owner: operations\n", "How to get back to what was before.");
  await said("phases:\n  - title: Build\n    depends‸_on: {on: a, lag: 1d}\n", "The work that has to come first.");
  await said("risks:\n  - title: Rain\n    lev‸el: high\n", "`critical`: most of all");
}

async function mistakes(server) {
  // Lines are below the one that names the schema.
  const inPhases = `${head}phases:\n  - title: Build\n`;
  await Promise.all([
    [`${inPhases}    onwer: lin\n`, "6: Property onwer is not allowed."],
    [`${inPhases}    status: finished\n`, '6: Value is not accepted. Valid values: "planned", "active", "done", "blocked", "cancelled".'],
    [`${inPhases}    owner: [lin]\n`, "6: expected the id of a role or person"],
    [`${inPhases}    duration: 3 weeks\n`, "6: expected a duration such as `30m`, `2h`, `3d`, `1w` or `3wd`"],
    [`${inPhases}  - id: test\n`, '6: Missing property "title".'],
    [`${head}phases: Build\n`, "4: expected a list of phases"],
    [`${head}people: {lin: [Lin]}\n`, "4: expected a text (its `name`), or a mapping with the keys of a person"],
    ["planc: 2\nplan: {id: shop, title: Shop}\n", "2: expected the number 1"],
  ].map(async ([text, ...wanted]) => assert.deepEqual(await foundIn(server, text), wanted, text)));
}

/** By the settings alone. */
async function withoutFirstLine(server) {
  assert.deepEqual(await foundIn(server, "planc: 2\nplan: {id: shop, title: Shop}\n", "old.plan.yaml", ""), ["1: expected the number 1"]);
}

async function parts(server) {
  const part = modeline.replace("\n", "#/definitions/part\n");
  for (const name of ["people.yaml", "calendar.yaml", "night.record.yaml"]) {
    const text = readFileSync(join(project, "tests/plans/clean/parts", name), "utf8");
    assert.deepEqual(await foundIn(server, text, name, part), [], name);
  }
  const wrong = await foundIn(server, "record:\n  plan: shop\n  entries:\n    - {of: stop, result: dune}\nfreezes: []\n", "shop.record.yaml", part);
  assert.deepEqual(wrong.map((one) => one.slice(0, 12)), ["5: Value is ", "6: Property "]);
  assert.ok((await offers(server, "peo‸", "new.yaml", part)).get("people").said.startsWith("Who takes part"), "people");
}

async function configurations(server) {
  writeFileSync(join(home, ".planc.configuration.schema.json"), run(["schema", "configuration"]));
  const everything = readFileSync(join(project, "tests/configurations/everything.yaml"), "utf8");
  assert.deepEqual(await foundIn(server, everything, ".planc.yaml", ""), []);
  const wrong = await foundIn(server, "planc: 1\nrules:\n  missing-owner: sometimes\n  mising-owner: off\nbild: {}\n", "a/.planc.yaml", "");
  assert.deepEqual(wrong.map((one) => parseInt(one)), [3, 4, 5], wrong.join());
  assert.ok((await offers(server, "planc: 1\n‸\n", "b/.planc.yaml", "")).get("rules").said.length > 10, "rules");
  assert.ok((await offers(server, "planc: 1\nrules:\n  ‸\n", "c/.planc.yaml", "")).has("missing-owner"), "the name of a rule");
  assert.ok((await offers(server, "planc: 1\nrules:\n  missing-owner: ‸\n", "d/.planc.yaml", "")).has("warning"), "a level");
}

/** Plans that name no schema, in a folder for which the settings name one. */
async function wholePlans(server) {
  const plans = ["examples", "tests/plans/clean"].flatMap((folder) => readdirSync(join(project, folder))
    .filter((name) => name.endsWith(".plan.yaml") && !name.includes("as-written"))
    .map((name) => ({ path: join(home, "whole", name), text: readFileSync(join(project, folder, name), "utf8") })));
  assert.ok(plans.length > 30);
  await Promise.all(plans.map(async ({ path, text }) => assert.deepEqual(marks(await server.check(path, text)), [], path)));
  const [largest] = plans.sort((a, b) => b.text.length - a.text.length);
  const begun = performance.now();
  const items = await server.complete(largest.path, { line: largest.text.split("\n").length - 1, character: 0 });
  const took = performance.now() - begun;
  assert.ok(items.length > 0, largest.path);
  // Near 0.1 seconds as a rule. An alternative for each key would take many times that.
  assert.ok(took < 3000, `${took} ms until something was offered in ${largest.path}`);
  return `${plans.length} plans; something is offered after ${Math.round(took)} ms in one of ${largest.text.length} characters`;
}

rmSync(work, { recursive: true, force: true });
const server = new LanguageClient(join(dirname(fileURLToPath(import.meta.url)), "node_modules/yaml-language-server/bin/yaml-language-server"),
  { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false }, schemas } });
try {
  mkdirSync(home, { recursive: true });
  await server.start(home);
  await firstPlans(server);
  await completion(server);
  await hovering(server);
  await mistakes(server);
  await withoutFirstLine(server);
  await parts(server);
  await configurations(server);
  console.log(await wholePlans(server));
} finally {
  await server.stop();
}
