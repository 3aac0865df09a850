// Other programs' opinion of our PDF files: qpdf finds no mistake, poppler finds title, pages, text in order and the
// structure, and pages look as they did. PLANC_UPDATE_GOLDEN=1 makes the pictures of pages anew.
// Usage: node pdf.mjs PRINT_DOCUMENTS PROJECT OUT
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

const [printDocuments, project, out] = process.argv.slice(2);
const golden = join(project, "tests/integration/pages");
const run = (program, ...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
let mistakes = 0;
function check(holds, message) {
  if (holds) return;
  console.error(message);
  mistakes += 1;
}

/// Grey values of a PNG with 8 bits a pixel.
function pixels(file) {
  const bytes = readFileSync(file);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (width + 1)];
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? grey[y * width + x - 1] : 0;
      const up = y > 0 ? grey[(y - 1) * width + x] : 0;
      const corner = x > 0 && y > 0 ? grey[(y - 1) * width + x - 1] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      const add = [0, left, up, (left + up) >> 1, paeth][filter];
      grey[y * width + x] = (raw[y * (width + 1) + 1 + x] + add) & 255;
    }
  }
  return { width, height, grey };
}

/// The part of pixels that differ so much that one sees it.
function difference(one, other) {
  const a = pixels(one);
  const b = pixels(other);
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let i = 0; i < a.grey.length; i++) if (Math.abs(a.grey[i] - b.grey[i]) > 48) count += 1;
  return count / a.grey.length;
}

function comparePage(pdf, name, page) {
  const made = join(out, `${name}-${page}`);
  run("pdftoppm", "-r", "40", "-gray", "-png", "-singlefile", "-f", String(page), "-l", String(page), pdf, made);
  const kept = join(golden, `${name}-${page}.png`);
  if (process.env.PLANC_UPDATE_GOLDEN) {
    mkdirSync(golden, { recursive: true });
    copyFileSync(`${made}.png`, kept);
    return;
  }
  if (!existsSync(kept)) return check(false, `${kept} is missing`);
  const part = difference(`${made}.png`, kept);
  check(part < 0.01, `${name}, page ${page}: ${(100 * part).toFixed(1)} % of the pixels differ from ${kept}`);
}

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
const title = "备考搭子小程序导入与发布执行计划";
for (const paper of ["a4", "letter"]) {
  const folder = join(out, paper);
  mkdirSync(folder, { recursive: true });
  run(printDocuments, plan, folder, paper);
  checkDocument(folder, "plan", `${title} · 发布计划`, ["目录", "概述", "关键日期", "时间安排", "甘特图", "回滚方案", "签批"]);
  checkDocument(folder, "checklist", `${title} · 检查清单`, ["分组检查", "营业执照扫描件", "按负责人汇总"]);
  checkDocument(folder, "runbook", `${title} · 操作手册`, ["何时回滚", "联系谁", "findstr apiBaseUrl", "监控指标"]);
  checkDocument(folder, "record", `${title} · 执行记录`, ["执行步骤", "启动微信开发者工具", "执行结论", "经验教训", "签批"]);
  const pages = checkDocument(folder, "signoff", `${title} · 发布签批单`, ["发布版本", "放行条件", "结论", "同意发布", "编制", "林晓"]);
  check(pages === 2, `the sheet to sign has ${pages} pages`);
}

// The same bytes in another time zone and language.
const again = join(out, "again");
mkdirSync(again, { recursive: true });
execFileSync(printDocuments, [plan, again, "a4"], { env: { ...process.env, TZ: "America/New_York", LC_ALL: "C" } });
for (const document of ["plan", "record", "signoff"])
  check(
    readFileSync(join(again, `${document}.pdf`)).equals(readFileSync(join(out, "a4", `${document}.pdf`))),
    `${document}.pdf has other bytes in another time zone`,
  );

// A machine without fonts is told which package has them.
const bare = join(out, "fonts.conf");
writeFileSync(bare, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>');
const fontless = spawnSync(printDocuments, [plan, again, "a4"], { encoding: "utf8", env: { ...process.env, FONTCONFIG_FILE: bare } });
check(fontless.status === 1 && fontless.stderr.includes("`fonts-noto-cjk`"), `without fonts: ${fontless.status} ${fontless.stderr}`);

comparePage(join(out, "a4/plan.pdf"), "plan", 1);
comparePage(join(out, "a4/plan.pdf"), "plan", 4);
comparePage(join(out, "a4/record.pdf"), "record", 2);
comparePage(join(out, "a4/runbook.pdf"), "runbook", 3);
comparePage(join(out, "a4/signoff.pdf"), "signoff", 1);
comparePage(join(out, "letter/signoff.pdf"), "signoff", 2);
process.exit(mistakes === 0 ? 0 : 1);
