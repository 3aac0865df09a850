// Asks ajv whether plans follow schemas/plan.schema.json, and planc whether they follow the language: they have to agree.
// node schema_ajv.mjs PLANC PROJECT WORK_FOLDER
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const [planc, project, work] = process.argv.slice(2);
const structural = new Set(["unknown-key", "wrong-type", "missing-key", "bad-value"]);
const schema = JSON.parse(readFileSync(join(project, "schemas/plan.schema.json"), "utf8"));
const ajv = addFormats(new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: false }));
// What only editors read.
ajv.addVocabulary(["errorMessage", "enumDescriptions", "markdownDescription"]);
const validate = ajv.compile(schema);
let failures = 0;

function fail(message) {
  console.error(message);
  failures += 1;
}

function filesIn(folder) {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort().map((name) => join(folder, name));
}

/** File -> what planc finds wrong with its structure. */
function plancFindings(files) {
  const run = spawnSync(planc, ["check", "--format=json", ...files], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`planc ended with ${run.status}: ${run.stderr}`);
  const found = new Map(files.map((file) => [file, []]));
  for (const finding of JSON.parse(run.stdout).findings) {
    if (finding.rule === "bad-syntax") throw new Error(`${finding.file}: ${finding.message}`);
    if (structural.has(finding.rule)) found.get(finding.file).push(`${finding.rule}: ${finding.message}`);
  }
  return found;
}

/** Both verdicts on every file; `expected` is true, false, or undefined where only agreement counts. */
function compare(files, expected) {
  const found = plancFindings(files);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const byAjv = validate(text.startsWith("{") ? JSON.parse(text) : parse(text));
    const byPlanc = found.get(file).length === 0;
    const wanted = expected ?? byAjv;
    if (byAjv === wanted && byPlanc === wanted) continue;
    fail(`${basename(file)}: ajv ${byAjv ? "accepts it" : ajv.errorsText(validate.errors)}; planc ${
      byPlanc ? "accepts it" : found.get(file).join("; ")}\n${expected === undefined ? text : ""}`);
  }
  return files.length;
}

/** Every place of a plan, as a path of keys, once for each shape of path. */
function places(value, path = [], seen = new Map()) {
  const shape = path.map((key) => (typeof key === "number" ? 0 : key)).join("/");
  if (!seen.has(shape)) seen.set(shape, path);
  if (Array.isArray(value)) value.forEach((item, i) => places(item, [...path, i], seen));
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) places(item, [...path, key], seen);
  return [...seen.values()];
}

function replaced(plan, path, value) {
  if (path.length === 0) return value;
  const copy = structuredClone(plan);
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key];
  const last = path.at(-1);
  if (value !== undefined) place[last] = value;
  else if (Array.isArray(place)) place.splice(last, 1);
  else delete place[last];
  return copy;
}

/** A plan for every place and every value at that place. */
function variants(plan) {
  const values = [undefined, null, "", "lin", "Two words", 0, 2.5, 250, true, "true", "10%", "2026-01-05", "2026-01-05 09:30",
    "09:30", "3d", "-2h", "build + 2d", "> 5 for 2m", "high", [], ["lin"], {}, { title: "A" }, [{ do: "A" }]];
  // Which time zones there are the system says, not the schema.
  return places(plan).filter((path) => path.at(-1) !== "timezone").flatMap((path) => values.map((value) => replaced(plan, path, value))).filter((one) => one !== undefined);
}

/** Examples stand as values, or, where editors are not to offer them, in what they show of a key. */
function checkExamples(part, where) {
  if (part === null || typeof part !== "object") return 0;
  let count = 0;
  for (const [key, value] of Object.entries(part.properties ?? {})) {
    const shown = /```yaml\n([^]*)\n```$/.exec(value.markdownDescription)?.[1];
    const examples = shown === undefined ? value.examples ?? [] : [parse(shown)[key]];
    const one = ajv.compile({ $ref: `${schema.$id}#${where}/properties/${key}` });
    for (const example of examples) {
      count += 1;
      if (!one(example)) fail(`${where}: the example ${JSON.stringify(example)} of ${key} ${ajv.errorsText(one.errors)}`);
    }
  }
  for (const [key, value] of Object.entries(part)) count += checkExamples(value, `${where}/${key}`);
  return count;
}

const examples = checkExamples(schema, "");
const good = compare(filesIn(join(project, "tests/integration/schema/good")), true);
const bad = compare(filesIn(join(project, "tests/integration/schema/bad")), false);
const cases = compare(filesIn(join(project, "examples")).concat(filesIn(join(project, "tests/plans/binding"))
  .filter((file) => !/empty-file|comment-only/.test(file))));

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const written = new Set();
for (const file of filesIn(join(project, "tests/integration/schema/good")))
  for (const plan of variants(parse(readFileSync(file, "utf8")))) written.add(JSON.stringify(plan)); // which is YAML
const files = [...written].map((text, i) => {
  const file = join(work, `variant-${i}.plan.yaml`);
  writeFileSync(file, text);
  return file;
});
const generated = compare(files);

/** The same for configurations: each in a folder of its own, beside a plan. */
function compareConfigurations() {
  const validateOne = ajv.compile(JSON.parse(readFileSync(join(project, "schemas/configuration.schema.json"), "utf8")));
  const folder = join(project, "tests/configurations");
  // What no other reader of YAML takes, and the empty file, which is no mapping, are left to the unit tests.
  const kept = filesIn(folder).filter((file) => !/merged-badly|nothing|twice/.test(file)).map((file) => parse(readFileSync(file, "utf8")));
  // Which sets of holidays there are the system says, not the schema; nothing at all is a configuration, too.
  const { public_holidays: _, ...rest } = parse(readFileSync(join(folder, "everything.yaml"), "utf8"));
  const all = [...kept, ...variants(rest).filter((one) => one !== null)];
  const home = join(work, "configurations");
  all.forEach((value, i) => {
    mkdirSync(join(home, `${i}`), { recursive: true });
    writeFileSync(join(home, `${i}`, ".planc.yaml"), JSON.stringify(value));
    writeFileSync(join(home, `${i}`, "shop.plan.yaml"), "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n");
  });
  const run = spawnSync(planc, ["check", "--format=json", "."], { cwd: home, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`planc ended with ${run.status}: ${run.stderr}`);
  const found = new Map();
  for (const finding of JSON.parse(run.stdout).findings)
    if (finding.file.endsWith(".planc.yaml")) found.set(finding.file.split("/")[0], finding.message);
  all.forEach((value, i) => {
    const byAjv = validateOne(value);
    const byPlanc = !found.has(`${i}`);
    if (byAjv !== byPlanc)
      fail(`configuration ${JSON.stringify(value)}: ajv ${byAjv ? "accepts it" : ajv.errorsText(validateOne.errors)}; planc ${
        found.get(`${i}`) ?? "accepts it"}`);
  });
  return all.length;
}

const configurations = compareConfigurations();
console.log(`${configurations} configurations`);
console.log(`${examples} examples, ${good} good, ${bad} bad, ${cases} other and ${generated} generated plans; ${failures} disagreements`);
process.exit(failures === 0 && examples > 250 && good > 0 && bad > 40 && generated > 1000 && configurations > 300 ? 0 : 1);
