// Microsoft's SARIF multitool, the schema of SARIF and xmllint find nothing wrong with what planc writes, whatever it
// read; and they do complain of what is damaged.
// node formats.mjs PLANC PROJECT WORK_FOLDER
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [planc, project, work] = process.argv.slice(2).map((word) => resolve(word));
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
let failures = 0;

function fail(message) {
  console.error(message);
  failures += 1;
}

const formats = { json: "json", sarif: "sarif", github: "log", gitlab: "gitlab.json", junit: "junit.xml", checkstyle: "checkstyle.xml", rdjson: "rdjson" };

/** Checks plans of a folder in all formats at once; gives the text of each. */
function check(name, folder, words) {
  const asked = Object.entries(formats).flatMap(([format, ending]) => ["--format", `${format}=${join(work, "out", `${name}.${ending}`)}`]);
  const run = spawnSync(planc, ["check", ...asked, ...words], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status > 2) fail(`${name}: planc ended with ${run.status}: ${run.stderr}`);
  return Object.fromEntries(Object.entries(formats).map(([format, ending]) => [format, readFileSync(join(work, "out", `${name}.${ending}`))]));
}

function plans() {
  const folder = join(work, "plans");
  const odd = join(folder, "计划 与#1?%", "a b");
  mkdirSync(odd, { recursive: true });
  mkdirSync(join(folder, ".git"));
  for (const name of readdirSync(join(project, "examples")))
    if (name.endsWith("-as-written.plan.yaml")) copyFileSync(join(project, "examples", name), join(folder, name));
  writeFileSync(join(folder, "torn.plan.yaml"), "planc: 1\nplan: {id: torn, title: [\nphases:\n\t- x\n");
  writeFileSync(join(folder, "empty.plan.yaml"), "");
  writeFileSync(join(folder, "clean.plan.yaml"), "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n");
  writeFileSync(join(folder, "binary.plan.yaml"), Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7 + (i >> 3)) % 256)));
  writeFileSync(join(folder, "people.yaml"), "people: {ann: {nmae: Ann}, bo: {nmae: TBD}}\n");
  writeFileSync(join(folder, "include.plan.yaml"), "planc: 1\ninclude: people.yaml\nplan: {id: include, titel: Demo, owner: ann}\n");
  writeFileSync(
    join(odd, "中文 计划.plan.yaml"),
    'planc: 1\nplan: {id: 中文, title: "TBD \\u0007\\e[31m \\u202e ]]> <b>&amp; [x](1) {0} ::error::x %0A", owner: "\\x01<nobody>"}\n' +
      "phases:\n  - {id: a, title: ＴＢＤ　待定, ownre: 张三, start: 2026-03-09, end: 2026-03-02}\nsummary: |\n  one\n\n  two\n\n\n",
  );
  writeFileSync(join(odd, "bytes.plan.yaml"), Buffer.from("planc: 1\nplan: {id: b, title: \xff\xfe}\n", "latin1"));
  return folder;
}

/** What the multitool says of these logs. */
function multitool(logs) {
  const tool = join(dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json")), "Sarif.Multitool");
  chmodSync(tool, 0o755);
  const run = spawnSync(tool, ["validate", ...logs, "--rule-kind", "Sarif;Ghas"], {
    encoding: "utf8",
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    maxBuffer: 1 << 30,
  });
  if (!run.stdout?.includes(`Done. ${logs.length} file`)) fail(`the multitool did not look at ${logs.length} logs:\n${run.stdout}${run.stderr}`);
  return run.stdout.split("\n").filter((line) => /: (error|warning) /.test(line));
}

function xmllint(schema, file) {
  return spawnSync("xmllint", ["--noout", "--schema", join(here, schema), file], { encoding: "utf8" });
}

const count = (text, part) => text.split(part).length - 1;

function check_document(name, made) {
  for (const [format, bytes] of Object.entries(made)) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      fail(`${name}: ${format} is not UTF-8`);
    }
  }
  const text = Object.fromEntries(Object.entries(made).map(([format, bytes]) => [format, bytes.toString()]));
  const findings = JSON.parse(text.json).findings.length;
  const counts = {
    sarif: JSON.parse(text.sarif).runs[0].results.length,
    gitlab: JSON.parse(text.gitlab).length,
    rdjson: JSON.parse(text.rdjson).diagnostics.length,
    checkstyle: count(text.checkstyle, "<error "),
    junit: count(text.junit, "<failure ") + count(text.junit, "<system-out>"),
  };
  for (const [format, found] of Object.entries(counts)) if (found !== findings) fail(`${name}: ${format} has ${found} of ${findings} findings`);
  const prints = JSON.parse(text.gitlab).map((one) => one.fingerprint);
  if (new Set(prints).size !== prints.length) fail(`${name}: two findings have one fingerprint`);
  const gone = JSON.parse(text.sarif).runs[0].results.filter((one) => one.locations[0].physicalLocation.artifactLocation.uriBaseId === undefined);
  if (gone.length > 0) fail(`${name}: a plan of the repository has an absolute address`);
  for (const [format, schema] of [["junit", "junit.xsd"], ["checkstyle", "checkstyle.xsd"]]) {
    const run = xmllint(schema, join(work, "out", `${name}.${formats[format]}`));
    if (run.status !== 0) fail(`${name}: xmllint says of ${format}:\n${run.stderr}`);
  }
  return findings;
}

/** Where the same command makes other bytes on other threads or in another place of the world, by format. */
function check_same(folder) {
  for (const format of ["text", "concise", ...Object.keys(formats)]) {
    const say = (jobs, env) =>
      spawnSync(planc, ["check", "-j", jobs, "--format", format], { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 1 << 30 }).stdout;
    const one = say("1", { LC_ALL: "C", TZ: "UTC" });
    if (one.length === 0) fail(`${format}: nothing was said`);
    if (!one.equals(say("8", { LC_ALL: "zh_CN.UTF-8", TZ: "Asia/Shanghai" }))) fail(`${format}: not the same bytes with other threads, locale and zone`);
  }
}

rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "out"), { recursive: true });
const folder = plans();
const runs = { all: [], clean: ["clean.plan.yaml"], torn: ["torn.plan.yaml"], empty: ["empty.plan.yaml"], gone: ["gone.plan.yaml"] };
const made = Object.fromEntries(Object.entries(runs).map(([name, words]) => [name, check(name, folder, words)]));
const found = Object.fromEntries(Object.entries(made).map(([name, one]) => [name, check_document(name, one)]));
if (found.all < 100 || found.clean !== 0 || found.torn === 0 || found.gone !== 0) fail(`findings: ${JSON.stringify(found)}`);
check_same(folder);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const schema = JSON.parse(readFileSync(join(dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json")), "sarif-2.1.0.json"), "utf8"));
const follows = ajv.compile(schema);
for (const [name, one] of Object.entries(made))
  if (!follows(JSON.parse(one.sarif))) fail(`${name}: the schema of SARIF says ${JSON.stringify(follows.errors.slice(0, 3))}`);

// What is damaged is refused: otherwise nothing above says anything.
const damaged = (name, change) => {
  const log = JSON.parse(made.all.sarif);
  change(log.runs[0]);
  const path = join(work, "out", `damaged-${name}.sarif`);
  writeFileSync(path, JSON.stringify(log));
  return path;
};
const wrong = [
  damaged("rule", (run) => (run.results[0].ruleIndex = 9999)),
  damaged("region", (run) => {
    const region = run.results[0].locations[0].physicalLocation.region;
    region.startLine = region.endLine + 1;
  }),
  damaged("tool", (run) => delete run.tool.driver.informationUri),
];
const logs = Object.keys(runs).map((name) => join(work, "out", `${name}.sarif`));
const complaints = multitool([...logs, ...wrong]);
const undeserved = complaints.filter((line) => logs.some((path) => line.startsWith(path)));
if (undeserved.length > 0) fail(`the multitool:\n${undeserved.slice(0, 20).join("\n")}`);
for (const path of wrong) if (!complaints.some((line) => line.startsWith(path))) fail(`the multitool says nothing of ${path}`);
const without_counts = join(work, "out", "damaged.xml");
writeFileSync(without_counts, made.all.junit.toString().replace(/ failures="\d+"/, ""));
if (xmllint("junit.xsd", without_counts).status === 0) fail("xmllint says nothing of a report without its counts");

if (failures > 0) process.exit(1);
console.log(`${found.all} findings in ${Object.keys(formats).length} formats`);
