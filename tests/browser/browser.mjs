// What the browser tests share: building plans with planc, and pages in Chromium from which nothing leads outside.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** From the environment: the program, the project's folder, and a folder to work in. */
export const { PLANC: planc, PROJECT: project, WORK: work } = process.env;
assert.ok(planc && project && work, "PLANC, PROJECT and WORK are set by CTest");
export const documents = ["plan", "checklist", "runbook", "record", "signoff"];

/** CHROMIUM names the browser; otherwise it is looked for where programs are. */
function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of process.env.PATH.split(delimiter)) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  throw new Error("no Chromium was found; CHROMIUM may name one");
}

export function launch() {
  const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: findBrowser(), args: ["--headless", "--no-sandbox", "--disable-gpu", ...quiet] });
}

/** An empty folder of this name below WORK. */
export function folder(name) {
  const path = join(work, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

export function write(folder, name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export function run(...words) {
  return spawnSync(planc, words, { cwd: project, encoding: "utf8", maxBuffer: 1 << 28 });
}

/** Builds a plan and gives the folder of its documents. */
export function build(out, plan, ...words) {
  const built = run("build", plan, "--draft", "--fail-on", "never", "--out", out, "--only", "html,data", ...words);
  assert.equal(built.status, 0, built.stderr + built.stdout);
  const id = /\bid: ([a-z][\w.-]*)/.exec(readFileSync(plan, "utf8"))[1];
  return join(out, id);
}

/** A page of the file; an error of its script, a dialog nobody expects and a request to anywhere fail the test. */
export async function open(context, file, { expects = () => false } = {}) {
  const page = await context.newPage();
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !expects(message.text())) page.problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href && !request.url().startsWith("data:") && !request.url().startsWith("blob:")) page.problems.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") page.problems.push(`dialog: ${dialog.message()}`);
    return dialog.accept();
  });
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** The record of a compiled plan, as other programs see it. */
export const recordOf = (folder) => JSON.parse(readFileSync(join(folder, "data.json"), "utf8")).record;
