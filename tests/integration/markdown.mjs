// Asks markdownlint and Mermaid's own parser about every document planc renders, and about the rules' pages; what Mermaid understood of a chart is
// held against the plan's data.
// node markdown.mjs PLANC PROJECT WORK_FOLDER
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { main as markdownlint } from "markdownlint-cli2";

const [planc, project, work] = process.argv.slice(2);
let failures = 0;

function fail(message) {
  console.error(message);
  failures += 1;
}

/** Every plan that is rendered: the examples as they are, and those made for the tests. */
function plans() {
  const examples = readdirSync(join(project, "examples")).filter((name) => name.endsWith(".plan.yaml"));
  const made = readdirSync(join(project, "tests/plans/documents")).filter((name) => name.endsWith(".plan.yaml"));
  return [...examples.map((name) => join("examples", name)), ...made.map((name) => join("tests/plans/documents", name))];
}

function build() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const words = ["build", "--draft", "--fail-on", "never", "--only", "md,mmd", "--out", work, ...plans()];
  const run = spawnSync(planc, words, { cwd: project, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`planc ended with ${run.status}: ${run.stderr}`);
  return readdirSync(work).map((name) => join(work, name));
}

// What is switched off, and why: long lines are tables (MD013); cells have line breaks as <br> (MD033); addresses that
// people type stay as they are (MD034); the same step may come on two days (MD024); notes keep the lists cmark makes of
// them (MD007, MD030); people may write a bold line of their own in notes (MD036).
const config = {
  default: true,
  MD013: false,
  MD033: { allowed_elements: ["br"] },
  MD034: false,
  MD024: { siblings_only: true },
  MD007: false,
  MD030: false,
  MD036: false,
};

async function lint(directory, pages, config) {
  const messages = [];
  const code = await markdownlint({
    directory,
    argv: [pages],
    optionsOverride: { config },
    logMessage: () => {},
    logError: (message) => messages.push(message),
  });
  if (code !== 0) fail(`markdownlint:\n${messages.slice(0, 40).join("\n")}`);
}

const local = (date) => {
  const pad = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
};

/** Every time Mermaid understood is one that was written, and every bar is there. */
async function charts(folders) {
  const { window } = new JSDOM("");
  globalThis.window = window;
  globalThis.document = window.document;
  const { default: mermaid } = await import("mermaid");
  let bars = 0;
  for (const folder of folders) {
    const text = readFileSync(join(folder, "plan.md"), "utf8");
    for (const [, chart] of text.matchAll(/```mermaid\n([\s\S]*?)```/g)) {
      await mermaid.parse(chart).catch((error) => fail(`${folder}: ${error}`));
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart).catch((error) => fail(`${folder}: ${error}`));
      if (diagram === undefined) continue;
      const tasks = diagram.db.getTasks();
      const written = chart.split("\n").filter((line) => / :/.test(line) && !/^\s*%%/.test(line));
      if (tasks.length !== written.length) fail(`${folder}: ${written.length} bars are written, Mermaid reads ${tasks.length}`);
      tasks.forEach((task, i) => {
        bars += 1;
        const times = (written[i] ?? "").match(/\d{4}-\d\d-\d\d \d\d:\d\d/g) ?? [];
        if (local(task.startTime) !== times[0]) fail(`${folder}: ${written[i]}: Mermaid starts it ${local(task.startTime)}`);
        if (times[1] !== undefined && local(task.endTime) !== times[1])
          fail(`${folder}: ${written[i]}: Mermaid ends it ${local(task.endTime)}`);
      });
    }
  }
  console.log(`${folders.length} plans, ${bars} bars`);
  if (bars < 50) fail("hardly any bar was read");
}

const folders = build();
await lint(work, "**/*.md", config);
// A command's dollar sign tells it from what it prints (MD014). A colon and the blank behind it may be what a page speaks of (MD038).
await lint(project, "docs/{configuration,adopting}.md", { default: true, MD013: false, MD014: false, MD038: false });
await lint(project, "docs/rules/*.md", { default: true, MD013: false, MD038: false });
await charts(folders);
process.exit(failures === 0 ? 0 : 1);
