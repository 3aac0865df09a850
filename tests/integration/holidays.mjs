// templates/holidays/china-mainland.txt against the package chinese-days: every day of every year the file knows.
// node holidays.mjs ROOT
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import chinese from "chinese-days";

const day = 86400000;
const text = (time) => new Date(time).toISOString().slice(0, 10);
const file = readFileSync(join(process.argv[2], "templates/holidays/china-mainland.txt"), "utf8");
const [, first, last] = file.match(/^# years (\d{4}) \.\. (\d{4})$/m);
const said = new Map();
for (const line of file.split("\n")) {
  const entry = line.match(/^(off|work) (\S+)(?: \.\. (\S+))? (.+)$/);
  if (!entry) continue;
  for (let time = Date.parse(entry[2]); time <= Date.parse(entry[3] ?? entry[2]); time += day) said.set(text(time), entry[1]);
}
let failures = 0;
let days = 0;
for (let time = Date.UTC(Number(first), 0, 1); time <= Date.UTC(Number(last), 11, 31); time += day) {
  const date = text(time);
  const weekend = [0, 6].includes(new Date(time).getUTCDay());
  const ours = said.has(date) ? said.get(date) === "work" : !weekend;
  const theirs = chinese.isWorkday(date);
  if (ours !== theirs) {
    console.log(`${date}: the file says ${ours ? "work" : "off"}, chinese-days ${theirs ? "work" : "off"}`);
    ++failures;
  }
  ++days;
}
console.log(`${days} days compared, ${said.size} of them named in the file`);
if (failures > 0 || days < 2000 || said.size < 100) process.exit(1);
