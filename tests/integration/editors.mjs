// Takes the settings of docs/editors.md that read `planc check --format concise`, and holds what they read against its JSON.
// node editors.mjs PLANC PROJECT WORK_FOLDER
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { settingsFor } from "./editor_settings.mjs";

const [planc, project, work] = process.argv.slice(2);
const folder = join(project, "examples");
const plans = readdirSync(folder).filter((name) => name.endsWith("as-written.plan.yaml"));

function check(format) {
  const run = spawnSync(planc, ["check", "--format", format, ...plans], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(run.status, 1, run.stderr);
  return run.stdout;
}

const lines = check("concise").trimEnd().split("\n");
const findings = JSON.parse(check("json")).findings.map(({ file, span, severity, message, rule }) =>
  ({ file, line: span.begin.line, column: span.begin.column, severity, message, rule }));
assert.ok(findings.length > 200 && new Set(findings.map((one) => one.severity)).size === 3);

/** What an expression reads of every line: a group for each name. */
function read(expression, groups) {
  return lines.map((line) => {
    const found = new RegExp(expression, "u").exec(line);
    assert.ok(found, line);
    return Object.fromEntries(Object.entries(groups).map(([name, group]) =>
      [name, /line|column/.test(name) ? Number(found[group]) : found[group]]));
  });
}

function only(names) {
  return findings.map((one) => Object.fromEntries(names.map((name) => [name, one[name]])));
}

function visualStudioCode() {
  const { regexp, code, ...rest } = JSON.parse(settingsFor(project, ".vscode/tasks.json")).tasks[0].problemMatcher.pattern;
  assert.deepEqual(read(regexp, { ...rest, rule: code }), findings);
}

function sublimeText() {
  const build = JSON.parse(settingsFor(project, "planc.sublime-build"));
  assert.deepEqual(read(build.file_regex, { file: 1, line: 2, column: 3 }), only(["file", "line", "column"]));
}

/** Emacs writes `\\(` in a text for what others write as `(`. */
function emacs() {
  const [, text] = /'\(planc "(.*)" 1 2 3 \(4 \. 5\)\)/.exec(settingsFor(project, "compile.el"));
  const expression = text.replaceAll(/\\\\([(|)])/g, "$1");
  const severity = ({ warning, info }) => (warning ? "warning" : info ? "info" : "error");
  const found = read(expression, { file: 1, line: 2, column: 3, warning: 4, info: 5 })
    .map(({ file, line, column, ...rest }) => ({ file, line, column, severity: severity(rest) }));
  assert.deepEqual(found, only(["file", "line", "column", "severity"]));
}

/** `:make` in Vim itself, with planc found by its name. */
function vim() {
  const home = join(work, "vim");
  mkdirSync(join(home, "after/ftplugin"), { recursive: true });
  writeFileSync(join(home, "after/ftplugin/yaml.vim"), settingsFor(project, "yaml.vim"));
  for (const plan of plans) {
    const out = join(work, `${plan}.txt`);
    const run = spawnSync("vim", ["-es", "-u", "NONE", "-i", "NONE", "-n", "--cmd", `set rtp^=${home} rtp+=${home}/after`,
      "-c", "filetype plugin on", "-c", `edit ${plan}`, "-c", "silent make!",
      "-c", `call writefile(map(filter(getqflist(), 'v:val.valid'), 'join([v:val.lnum, v:val.col, v:val.type, v:val.text])'), '${out}')`,
      "-c", "qa!"],
    { cwd: folder, input: "", encoding: "utf8", timeout: 30000, env: { ...process.env, PATH: `${dirname(planc)}:${process.env.PATH}` } });
    assert.equal(run.error, undefined);
    const wanted = findings.filter((one) => one.file === plan)
      .map(({ line, column, severity, message, rule }) => `${line} ${column} ${severity[0]} ${message} [${rule}]`);
    assert.deepEqual(readFileSync(out, "utf8").trimEnd().split("\n"), wanted, plan);
  }
}

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
visualStudioCode();
sublimeText();
emacs();
vim();
console.log(`${findings.length} findings of ${plans.length} plans, read four times`);
