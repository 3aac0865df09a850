// Other programs' opinion of our PDF files: qpdf finds no mistake, poppler finds title, pages, text in order and the
// structure, and pages look as they did; docs/gallery.md shows the examples as they are. PLANC_UPDATE_GOLDEN=1 makes the
// pictures of pages and the gallery anew.
// Usage: node pdf.mjs PLANC PROJECT OUT
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inflateSync } from "node:zlib";

const [planc, project, out] = process.argv.slice(2);
const golden = join(project, "tests/integration/pages");
const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let mistakes = 0;
function check(holds, message) {
  if (holds) return;
  console.error(message);
  mistakes += 1;
}

/// The values of a PNG with 8 bits a colour, grey or not, as its filters hide them (PNG, section 9).
function pixels(file) {
  const bytes = readFileSync(file);
  const height = bytes.readUInt32BE(20);
  const colours = bytes[25] === 2 ? 3 : 1;
  const width = bytes.readUInt32BE(16) * colours;
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (width + 1)];
    for (let x = 0; x < width; x++) {
      const left = x >= colours ? values[y * width + x - colours] : 0;
      const up = y > 0 ? values[(y - 1) * width + x] : 0;
      const corner = x >= colours && y > 0 ? values[(y - 1) * width + x - colours] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const add = [0, left, up, (left + up) >> 1, paeth][filter];
      values[y * width + x] = (raw[y * (width + 1) + 1 + x] + add) & 255;
    }
  }
  return { width, height, values };
}

/// The part of pixels that differ so much that one sees it.
function difference(one, other) {
  const a = pixels(one);
  const b = pixels(other);
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let i = 0; i < a.values.length; i++) if (Math.abs(a.values[i] - b.values[i]) > 48) count += 1;
  return count / a.values.length;
}

function comparePicture(pdf, page, kept, ...how) {
  const made = join(out, basename(kept, ".png"));
  run("pdftoppm", ...how, "-png", "-singlefile", "-f", String(page), "-l", String(page), pdf, made);
  if (process.env.PLANC_UPDATE_GOLDEN) {
    // Another poppler draws a few pixels otherwise: a picture that looks the same is kept.
    if (existsSync(kept) && difference(`${made}.png`, kept) < 0.0005) return;
    mkdirSync(dirname(kept), { recursive: true });
    copyFileSync(`${made}.png`, kept);
    return;
  }
  if (!existsSync(kept)) return check(false, `${kept} is missing`);
  const part = difference(`${made}.png`, kept);
  check(part < 0.01, `page ${page} of ${pdf}: ${(100 * part).toFixed(1)} % of the pixels differ from ${kept}`);
}

const comparePage = (pdf, name, page) => comparePicture(pdf, page, join(golden, `${name}-${page}.png`), "-r", "40", "-gray");

function checkDocument(folder, document, title, inOrder) {
  const pdf = join(folder, `${document}.pdf`);
  const qpdf = spawnSync("qpdf", ["--check", pdf], { encoding: "utf8" });
  check(qpdf.status === 0, `qpdf on ${document}: ${qpdf.stdout}${qpdf.stderr}`);
  const info = run("pdfinfo", pdf);
  check(info.includes(`Title:           ${title}`), `${document} has another title: ${info}`);
  check(/Tagged: +yes/.test(info), `${document} has no structure`);
  const pages = Number(/Pages: +(\d+)/.exec(info)[1]);
  const text = run("pdftotext", "-layout", pdf, "-");
  for (let page = 1; page <= pages; page++)
    check(new RegExp(`${page} ?/ ?${pages}`).test(text), `${document}: page ${page} of ${pages} has no number`);
  const plain = run("pdfinfo", "-struct-text", pdf).replace(/\s+/g, " ");
  let at = 0;
  for (const word of inOrder) {
    const found = plain.indexOf(word, at);
    check(found >= 0, `${document}: ${word} does not come where it should in the structure`);
    at = Math.max(found, at);
  }
  return pages;
}

const plan = join(project, "examples/exam-buddy.plan.yaml");
const id = "exam-buddy-1.0";
const title = "备考搭子小程序导入与发布执行计划";
for (const paper of ["a4", "letter"]) {
  const folder = join(out, paper);
  const made = join(folder, id);
  mkdirSync(folder, { recursive: true });
  run(planc, "build", plan, "--out", folder, "--only", "pdf", "--paper", paper);
  checkDocument(made, "plan", `${title} · 发布计划`, ["目录", "概述", "关键日期", "时间安排", "甘特图", "回滚方案", "签批"]);
  checkDocument(made, "checklist", `${title} · 检查清单`, ["分组检查", "营业执照扫描件", "按负责人汇总"]);
  checkDocument(made, "runbook", `${title} · 操作手册`, ["何时回滚", "联系谁", "findstr apiBaseUrl", "监控指标"]);
  checkDocument(made, "record", `${title} · 执行记录`, ["执行步骤", "启动微信开发者工具", "执行结论", "经验教训", "签批"]);
  const pages = checkDocument(made, "signoff", `${title} · 发布签批单`, ["发布版本", "放行条件", "结论", "同意发布", "编制", "林晓"]);
  check(pages === 2, `the sheet to sign has ${pages} pages`);
}

// A time stamp, where one is given.
const stamped = { ...process.env, SOURCE_DATE_EPOCH: "1767225600" };
execFileSync(planc, ["build", plan, "--out", join(out, "stamped"), "--only", "signoff.pdf"], { env: stamped });
check(run("pdfinfo", "-isodates", join(out, "stamped", id, "signoff.pdf")).includes("2026-01-01T"), "no time stamp");
check(!/CreationDate/.test(run("pdfinfo", join(out, "a4", id, "signoff.pdf"))), "a time stamp that nobody gave");

// A machine without fonts is told which package has them.
const bare = join(out, "fonts.conf");
writeFileSync(bare, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>');
const fontless = spawnSync(planc, ["build", plan, "--out", join(out, "bare"), "--only", "signoff.pdf"], {
  encoding: "utf8",
  env: { ...process.env, FONTCONFIG_FILE: bare },
});
check(fontless.status === 2 && fontless.stderr.includes("`fonts-noto-cjk`"), `without fonts: ${fontless.status} ${fontless.stderr}`);
check(!existsSync(join(out, "bare")), "something was written without fonts");

comparePage(join(out, "a4", id, "plan.pdf"), "plan", 1);
comparePage(join(out, "a4", id, "plan.pdf"), "plan", 4);
comparePage(join(out, "a4", id, "record.pdf"), "record", 2);
comparePage(join(out, "a4", id, "runbook.pdf"), "runbook", 3);
comparePage(join(out, "a4", id, "signoff.pdf"), "signoff", 1);
comparePage(join(out, "letter", id, "signoff.pdf"), "signoff", 2);
// The gallery: each example's chart, which is golden with its documents, and the first page of its plan and sheets.
const examples = ["exam-buddy", "freight-quote", "home-care", "reading-camp", "study-companion"];
let gallery = `# Gallery

What planc makes of the five plans in [examples/](../examples/). Charts are those of the golden files; pages are of the PDF files.
Made by the tests, which hold it current.
`;
for (const example of examples) {
  const source = join(project, "examples", `${example}.plan.yaml`);
  const folder = join(out, "gallery", example);
  run(planc, "build", source, "--out", folder, "--only", "plan.pdf,record.pdf,signoff.pdf");
  const [name] = readdirSync(folder);
  const sheet = Number(/Pages: +(\d+)/.exec(run("pdfinfo", join(folder, name, "signoff.pdf")))[1]);
  check(sheet <= 2, `the sheet to sign of ${example} has ${sheet} pages`);
  gallery += `\n## ${example}\n\n[The plan](../examples/${example}.plan.yaml) and [all its documents](../examples/golden/${name}/).\n
![The chart of ${example}](../examples/golden/${name}/gantt.svg)\n\n`;
  for (const document of ["plan", "signoff", "record"]) {
    const picture = `${example}-${document}.png`;
    const page = document === "record" ? 2 : 1;
    comparePicture(join(folder, name, `${document}.pdf`), page, join(project, "docs/gallery", picture), "-r", "50");
    gallery += `![Page ${page} of ${document}.pdf of ${example}](gallery/${picture})\n`;
  }
}
const galleryPage = join(project, "docs/gallery.md");
if (process.env.PLANC_UPDATE_GOLDEN) writeFileSync(galleryPage, gallery);
check(existsSync(galleryPage) && readFileSync(galleryPage, "utf8") === gallery, "docs/gallery.md is not current");
process.exit(mistakes === 0 ? 0 : 1);
