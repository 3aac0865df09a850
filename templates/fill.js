// Filling in the checklist and the record: what was entered is kept in the browser and saved as a record file.

const main = document.getElementById("Text");
const storageKey = `planc record ${data.plan} ${data.fingerprint}`;
const whoKey = `planc who ${data.plan}`;
const isRecord = document.body.classList.contains("record");

/** Everything the record may speak of, by id. */
const parts = new Map();
data.parts.forEach(([id, title, planned, counts, done], order) => {
  if (!parts.has(id)) parts.set(id, { id, title: title || id, planned, counts, done: done === 1, order });
});

// ---- Times: by the clock of the plan's zone, as minutes that no zone bends.

const clock = (() => {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: data.zone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", options); // a zone the browser does not know
  }
})();

const pad = (number, size = 2) => String(number).padStart(size, "0");

function timeText(minutes) {
  const time = new Date(minutes * 60000);
  const day = `${pad(time.getUTCFullYear(), 4)}-${pad(time.getUTCMonth() + 1)}-${pad(time.getUTCDate())}`;
  return `${day} ${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}`;
}

function now() {
  const part = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** What somebody typed: `{ day, minute }`, each null if not typed; null if it is no time. */
function readTime(text) {
  const plain = text.normalize("NFKC").trim();
  const found = /^(?:(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)?(?:[\sT]*(\d{1,2})[:时](\d{2})分?)?$/.exec(plain);
  if (found === null || plain === "") return null;
  const [, year, month, date, hour, minute] = found;
  let day = null;
  if (year !== undefined) {
    day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / 60000;
    const back = new Date(day * 60000);
    if (back.getUTCMonth() + 1 !== Number(month) || back.getUTCDate() !== Number(date)) return null;
  }
  if (hour === undefined) return { day, minute: null };
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes > 1440 || Number(minute) > 59 ? null : { day, minute: minutes };
}

const dayLength = 1440;
const dayOf = (minutes) => Math.floor(minutes / dayLength) * dayLength;

/** Minutes of a whole time, null for anything else; a day alone counts from its beginning, or to its end. */
function minutesOf(text, isEnd = false) {
  const time = text ? readTime(text) : null;
  if (time === null || time.day === null) return null;
  return time.day + (time.minute ?? (isEnd ? dayLength : 0));
}

/** When an end is: a clock time alone is the next after the start. */
function endMinutes(entry) {
  const time = entry.end ? readTime(entry.end) : null;
  if (time === null || time.day !== null) return minutesOf(entry.end, true);
  const start = minutesOf(entry.start);
  if (start === null) return null;
  const same = dayOf(start) + time.minute;
  return same < start ? same + dayLength : same;
}

/** As record files have it. A clock time alone gets its day: behind `after`, or the one nearest to `near`. */
function wholeTime(text, { after = null, near = null }) {
  const time = readTime(text);
  if (time === null) return text.trim();
  if (time.day !== null) return time.minute === null ? timeText(time.day).slice(0, 10) : timeText(time.day + time.minute);
  if (after !== null) return timeText(dayOf(after) + time.minute + (dayOf(after) + time.minute < after ? dayLength : 0));
  const around = near ?? minutesOf(now());
  const days = [-1, 0, 1].map((days) => dayOf(around) + days * dayLength + time.minute);
  return timeText(days.reduce((best, one) => (Math.abs(one - around) < Math.abs(best - around) ? one : best)));
}

// ---- People and parts: shown by what they are called, kept by their ids.

function namesOf(list) {
  const count = new Map();
  for (const [, title] of list) count.set(title, (count.get(title) ?? 0) + 1);
  const byId = new Map();
  const byName = new Map();
  for (const [id, title] of list) {
    const name = count.get(title) > 1 ? `${title} (${id})` : title;
    if (byId.has(id)) continue;
    byId.set(id, name);
    byName.set(name, id);
  }
  return { show: (id) => byId.get(id) ?? id ?? "", idOf: (text) => byName.get(text) ?? text, has: (id) => byId.has(id), names: byName };
}

const people = namesOf(data.people);
const places = namesOf([...parts.values()].map(({ id, title }) => [id, title]));
/** What looks like an id has to be one. */
const looksLikeId = (text) => /^[a-z][a-z0-9-]*$/.test(text);

// ---- What was filled in

function copyOf(record) {
  return structuredClone({
    outcome: record.outcome ?? "", summary: record.summary ?? "", entries: record.entries ?? [],
    issues: record.issues ?? [], lessons: record.lessons ?? [], suggestions: record.suggestions ?? [],
  });
}

const base = copyOf(data.record);
const baseText = JSON.stringify(base);
let state = copyOf(base);
let unsaved = false;
let tries = new Map(); // entries by id, in order

function indexEntries() {
  tries = new Map();
  for (const entry of state.entries) {
    if (!tries.has(entry.of)) tries.set(entry.of, []);
    tries.get(entry.of).push(entry);
  }
}

const entryOf = (id) => tries.get(id)?.at(-1);

function addEntry(entry) {
  state.entries.push(entry);
  if (!tries.has(entry.of)) tries.set(entry.of, []);
  tries.get(entry.of).push(entry);
  return entry;
}

function removeEntry(entry) {
  state.entries.splice(state.entries.indexOf(entry), 1);
  const list = tries.get(entry.of);
  list.splice(list.indexOf(entry), 1);
}

const isEmpty = (entry) => !entryKeys.some((key) => key !== "of" && entry[key]);

function setField(id, key, value) {
  const entry = entryOf(id) ?? addEntry({ of: id });
  if (value === "") delete entry[key];
  else entry[key] = value;
  delete entry.before; // what a tick would have put back
  if (isEmpty(entry) && tries.get(id).length === 1) removeEntry(entry);
}

function isDone(id) {
  const result = entryOf(id)?.result;
  if (isRecord) return result === "done" || result === "skipped";
  return result === "done" || (result === undefined && parts.get(id)?.done === true);
}

/** The record to save: in the order of the plan, without what nobody filled in. */
function recordToSave() {
  const place = (entry) => parts.get(entry.of)?.order ?? Infinity;
  const clean = (item, keys) => Object.fromEntries(keys.filter((key) => item[key]).map((key) => [key, item[key]]));
  const entries = state.entries.filter((entry) => !isEmpty(entry)).map((entry) => clean(entry, entryKeys));
  entries.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  return {
    plan: data.plan, fingerprint: data.fingerprint, outcome: state.outcome, summary: state.summary.trim(), entries,
    issues: state.issues.map((issue) => clean(issue, issueKeys)).filter((issue) => Object.keys(issue).length > 0),
    lessons: state.lessons.filter((text) => text.trim() !== ""),
    suggestions: state.suggestions.filter((text) => text.trim() !== ""),
  };
}

// ---- Keeping it in the browser

let storageWorks = true;
let keeping = 0;

function show(notice, ...buttons) {
  const box = document.getElementById("Notice");
  box.replaceChildren(make("p", {}, notice), ...buttons);
  box.hidden = false;
}

function storageFails(error) {
  if (!storageWorks) return;
  storageWorks = false;
  show(label(error?.name === "QuotaExceededError" ? "storage_full" : "storage_off"));
}

function keep() {
  clearTimeout(keeping);
  keeping = 0;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ base: baseText, state, unsaved }));
    if (!storageWorks) document.getElementById("Notice").hidden = true;
    storageWorks = true;
  } catch (error) {
    storageFails(error);
  }
}

function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return kept !== null && Array.isArray(kept.state?.entries) ? kept : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) storageFails(error);
    return null;
  }
}

function changed({ later = false } = {}) {
  unsaved = true;
  showSaving();
  clearTimeout(keeping);
  if (later) keeping = setTimeout(keep, 300);
  else keep();
}

function takeState(record, isUnsaved) {
  state = copyOf(record);
  unsaved = isUnsaved;
  indexEntries();
  refreshAll();
}

function begin() {
  const kept = readKept();
  if (kept === null) return;
  if (kept.base === baseText || kept.unsaved) {
    state = copyOf(kept.state);
    unsaved = kept.unsaved === true;
  }
  if (kept.base === baseText || !kept.unsaved) return;
  const answer = (key, choose) => make("button", { type: "button", onclick: () => {
    document.getElementById("Notice").hidden = true;
    choose();
    keep();
    main.focus();
  } }, label(key));
  show(label("newer"), answer("newer_mine", () => {}), " ", answer("newer_page", () => takeState(base, false)));
}

// ---- Mistakes

const mistakes = new Map(); // field → what is wrong

function setMistake(field, text) {
  if (text === (mistakes.get(field) ?? "")) return;
  const id = `${field.id}Mistake`;
  document.getElementById(id)?.remove();
  if (text === "") {
    mistakes.delete(field);
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  } else {
    mistakes.set(field, text);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
    (field.closest(".with-now") ?? field).after(make("span", { id, className: "mistake" }, text));
  }
}

const timeMistake = (text) => (text && minutesOf(text) === null ? label("time_unclear") : "");
const whoMistake = (text) => (text && looksLikeId(text) && !people.has(text) ? label("by_unknown", { name: text }) : "");

function entryMistake(entry, key) {
  if (entry === undefined) return "";
  if (key === "start") return timeMistake(entry.start);
  if (key === "by") return whoMistake(entry.by);
  if (key !== "end" || !entry.end) return "";
  if (readTime(entry.end) === null) return label("time_unclear");
  const end = endMinutes(entry);
  const start = minutesOf(entry.start);
  if (end === null) return entry.start ? "" : label("time_unclear");
  return start !== null && end < start ? label("end_before_start", { end: entry.end, start: entry.start }) : "";
}

function issueMistake(issue, key) {
  if (key === "at") return timeMistake(issue.at);
  if (key === "owner") return whoMistake(issue.owner);
  if (key === "of") return issue.of && !places.has(issue.of) ? label("of_unknown", { name: issue.of }) : "";
  return key === "title" && !issue.title && Object.values(issue).some(Boolean) ? label("title_missing") : "";
}

// ---- Rows and boxes of the page

const columns = { begin: "start", end: "end", by: "by", result: "result", note: "note" };
const shown = new Map(); // id → its rows and items
const waiting = new Map(); // rows without controls as yet → their columns
let fields = 0;

function fieldOf(name, properties) {
  fields += 1;
  return make(name, { id: `Field${fields}`, ...properties });
}

function resultChoices() {
  const none = make("option", { value: "" }, label("result_none"));
  return [none, ...["done", "failed", "skipped"].map((value) => make("option", { value }, label("result_" + value)))];
}

/** The control of a cell, to be cloned for each row. */
function cellModel(shows) {
  const key = columns[shows];
  const text = { type: "text", autocomplete: "off", "data-field": key };
  if (shows === "by") return make("div", { className: "cell" }, make("input", { ...text, list: "People" }));
  if (shows === "note") return make("div", { className: "cell" }, make("textarea", { rows: 1, "data-field": key }));
  if (shows === "result") return make("div", { className: "cell" }, make("select", { "data-field": key }, ...resultChoices()));
  return make("div", { className: "cell" }, make("input", text),
    make("button", { type: "button", className: "now", "data-now": key }, label("now")));
}

function fillTable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const filled = heads.map((head, at) => ({ at, shows: head.dataset.shows })).filter(({ shows }) => shows in columns);
  if (filled.length === 0) return;
  table.parentElement.classList.add("fill");
  const names = heads.map((head) => head.textContent.trim());
  for (const one of filled) {
    one.model = cellModel(one.shows);
    heads[one.at].classList.add(`fill-${one.shows}`);
  }
  for (const row of table.tBodies[0]?.rows ?? []) {
    if (row.dataset.of === undefined) continue;
    waiting.set(row, { names, filled });
    remember(row.dataset.of, row);
  }
}

/** Puts controls into a row that still waits for them. */
function fillRow(row) {
  const columns = waiting.get(row);
  if (columns === undefined) return;
  waiting.delete(row);
  const cells = [...row.cells];
  cells.forEach((cell, at) => { if (columns.names[at]) cell.dataset.head = columns.names[at]; });
  const part = parts.get(row.dataset.of)?.title ?? row.dataset.of;
  for (const { at, shows, model } of columns.filled) {
    const cell = model.cloneNode(true);
    const field = cell.firstChild;
    fields += 1;
    field.id = `Field${fields}`;
    field.setAttribute("aria-label", label("field_of", { field: label(shows), part }));
    cell.querySelector(".now")?.setAttribute("aria-label", label("field_of", { field: label("now_for", { field: label(shows) }), part }));
    cells[at].classList.add(`fill-${shows}`);
    cells[at].replaceChildren(cell);
  }
}

/** Few rows get their controls at once; of very many, those of which something is known, and others when they come near. */
function fillRows() {
  if (waiting.size <= 400) {
    for (const row of [...waiting.keys()]) fillRow(row);
    return;
  }
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      fillRow(target);
    }
  }, { rootMargin: "1200px" });
  for (const row of waiting.keys()) watch.observe(row);
}

function remember(id, element) {
  if (shown.has(id)) shown.get(id).push(element);
  else shown.set(id, [element]);
}

function tickBox(id, box) {
  const part = parts.get(id);
  const title = part?.title ?? id;
  const tick = make("input", { type: "checkbox", "data-tick": id, "aria-label": title });
  if (part?.done) tick.title = label("in_plan");
  box.replaceWith(tick);
  return tick;
}

function fillPage() {
  for (const table of main.querySelectorAll(".table > table")) fillTable(table);
  fillRows();
  for (const item of main.querySelectorAll("li.task[data-of], tr[data-of]:has(.tick .box)")) {
    tickBox(item.dataset.of, item.querySelector(".box"));
    remember(item.dataset.of, item);
  }
}

function setValue(field, value) {
  if (field.value !== value && field !== document.activeElement) field.value = value;
}

const keyOfEntry = (entry) => (entry === undefined ? "" : JSON.stringify(entryKeys.map((key) => entry[key] ?? "")));
const baseEntries = new Map(base.entries.map((entry) => [entry.of, keyOfEntry(entry)]));

function wordsOf(entry) {
  const end = entry.end && entry.start?.slice(0, 10) === entry.end.slice(0, 10) ? entry.end.slice(11) : entry.end;
  const time = [entry.start, end].filter(Boolean).join("–");
  const result = entry.result ? label("result_" + entry.result) : "";
  return [time, people.show(entry.by), result, entry.note].filter(Boolean).join(" · ");
}

function refreshRow(row, entry, earlier) {
  for (const field of row.querySelectorAll("[data-field]")) {
    const key = field.dataset.field;
    setValue(field, key === "by" ? people.show(entry?.by) : entry?.[key] ?? "");
    setMistake(field, entryMistake(entry, key));
  }
  row.classList.toggle("over", entry?.result === "done" || entry?.result === "skipped");
  const note = row.querySelector(".fill-note .cell");
  note?.querySelector(".tries")?.remove();
  if (note && earlier.length > 0) {
    const list = earlier.map((one, at) => make("li", {}, `${label("try", { n: at + 1 })}: ${wordsOf(one)}`));
    note.prepend(make("ul", { className: "tries" }, ...list));
  }
  const result = row.querySelector(".fill-result .cell");
  const again = result?.querySelector(".again");
  if (entry?.result !== "failed") again?.remove();
  else if (result && !again) {
    const title = parts.get(row.dataset.of)?.title ?? row.dataset.of;
    result.append(make("button", { type: "button", className: "now again", "aria-label": label("field_of", { field: label("try_again"), part: title }) }, label("try_again")));
  }
}

function refreshTick(element, id, entry) {
  const tick = element.querySelector("[data-tick]");
  if (tick === null) return;
  const inPlan = parts.get(id)?.done === true && entry?.result === undefined;
  tick.checked = entry?.result === "done" || inPlan;
  tick.disabled = inPlan;
  element.querySelector(".said")?.remove();
  const news = entry?.result && keyOfEntry(entry) !== baseEntries.get(id);
  if (!news) return;
  const words = entry.result === "done" ? [people.show(entry.by), entry.end ?? entry.start] : [wordsOf(entry)];
  const said = make("div", { className: "said" }, words.filter(Boolean).join(" · "));
  if (element.tagName === "LI") element.append(said);
  else tick.after(said);
}

function refresh(id) {
  const list = tries.get(id) ?? [];
  for (const element of shown.get(id) ?? []) {
    if (list.length > 0) fillRow(element);
    if (element.querySelector("[data-field]")) refreshRow(element, list.at(-1), list.slice(0, -1));
    refreshTick(element, id, list.at(-1));
  }
  count(id);
}

// ---- Progress: of the page, and of each section

const sections = new Map(); // section → what it shows
const counted = new Map(); // id → done or not
const total = { done: 0, all: 0 };

function sectionOf(element) {
  const section = element.closest("section");
  if (section === null || sections.has(section)) return sections.get(section);
  const heading = section.querySelector(":scope > h2, :scope > h3");
  const one = { above: null, done: 0, all: 0, marks: [], progress: section.querySelectorAll(":scope > p [data-progress]"), open: section.querySelectorAll(":scope > p [data-open]") };
  sections.set(section, one);
  one.above = sectionOf(section.parentElement) ?? null;
  if (heading !== null) {
    const mark = make("span", { className: "count" });
    if (one.progress.length === 0) {
      heading.append(mark);
      one.marks.push(mark);
    }
    const link = navigation.get(heading.id);
    if (link !== undefined) {
      const beside = mark.cloneNode();
      link.append(beside);
      one.marks.push(beside);
    }
  }
  return one;
}

const navigation = new Map([...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));

/** A group counts only where what is in it, which follows it, has no place on the page. */
function counts(id) {
  const part = parts.get(id);
  return part?.counts === 1 || (part?.counts === 2 && !shown.has(data.parts[part.order + 1]?.[0]));
}

function beginCounting() {
  for (const [id, elements] of shown) {
    if (!counts(id)) continue;
    counted.set(id, false);
    total.all += 1;
    for (const element of elements) {
      for (let one = sectionOf(element); one; one = one.above) one.all += 1;
    }
  }
}

const pageMarks = { progress: main.querySelectorAll(":scope > p [data-progress]"), open: main.querySelectorAll(":scope > p [data-open]") };
let showingCounts = false;

function count(id) {
  if (!counted.has(id)) return;
  const done = isDone(id);
  if (done === counted.get(id)) return;
  counted.set(id, done);
  const step = done ? 1 : -1;
  total.done += step;
  for (const element of shown.get(id)) {
    for (let one = sectionOf(element); one; one = one.above) one.done += step;
  }
  showCountsSoon();
}

function showCountsSoon() {
  if (showingCounts) return;
  showingCounts = true;
  queueMicrotask(showCounts);
}

function showCounts() {
  showingCounts = false;
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const checks = { done: 0, all: 0 }; // of the sections that say their progress
  for (const one of sections.values()) {
    for (const mark of one.marks) {
      write(mark, `${one.done}/${one.all}`);
      mark.classList.toggle("full", one.done === one.all);
    }
    for (const mark of one.progress) write(mark, `${one.done}/${one.all}`);
    for (const mark of one.open) write(mark, String(one.all - one.done));
    if (one.progress.length === 0) continue;
    checks.done += one.done;
    checks.all += one.all;
  }
  for (const mark of pageMarks.progress) write(mark, `${checks.done}/${checks.all}`);
  for (const mark of pageMarks.open) write(mark, String(checks.all - checks.done));
  const bar = document.getElementById("Progress");
  bar.max = Math.max(1, total.all);
  bar.value = total.done;
  write(document.getElementById("Count"), label("progress", total.all > 0 ? { done: total.done, total: total.all } : { done: 0, total: 0 }));
}

// ---- The parts of the record that are lists

function nowButton(field, name) {
  return make("div", { className: "with-now" }, field, make("button", { type: "button", className: "now", "data-now-field": field.id, "aria-label": label("now_for", { field: name }) }, label("now")));
}

function issueRow(issue, at) {
  const number = at + 1;
  const field = (key, element, name = label("issue_" + key)) => {
    const control = fieldOf(element, { "data-issue": String(at), "data-key": key, autocomplete: "off" });
    if (element === "input") control.type = "text";
    else control.rows = 2;
    if (key === "of") control.setAttribute("list", "Parts");
    if (key === "owner") control.setAttribute("list", "People");
    control.value = key === "of" ? places.show(issue.of) : key === "owner" ? people.show(issue.owner) : issue[key] ?? "";
    const long = key === "title" || key === "solution";
    return make("div", { className: long ? "field long" : "field" }, make("label", { htmlFor: control.id }, name),
      key === "at" ? nowButton(control, name) : control);
  };
  const solved = fieldOf("input", { type: "checkbox", checked: issue.solved === true, "data-issue": String(at), "data-key": "solved" });
  const remove = make("button", { type: "button", "data-remove": `issues ${at}`, "aria-label": label("remove_one", { what: label("issue", { n: number }) }) }, label("remove"));
  const row = make("fieldset", { className: "issue" }, make("legend", {}, label("issue", { n: number })),
    field("title", "textarea"), field("at", "input"), field("of", "input"), field("owner", "input"), field("solution", "textarea"),
    make("div", { className: "field check" }, solved, make("label", { htmlFor: solved.id }, label("issue_solved"))),
    make("div", { className: "no-print" }, remove));
  return make("li", {}, row);
}

function lineRow(list, what, text, at) {
  const name = label(what, { n: at + 1 });
  const field = fieldOf("textarea", { rows: 1, value: text, "data-line": `${list} ${at}`, "aria-label": name });
  const remove = make("button", { type: "button", className: "no-print", "data-remove": `${list} ${at}`, "aria-label": label("remove_one", { what: name }) }, label("remove"));
  return make("li", {}, make("div", { className: "line" }, field, remove));
}

const editors = new Map(); // part of the record → its element

function showList(list) {
  const editor = editors.get(list);
  if (editor === undefined) return;
  const rows = editor.querySelector(".rows");
  editor.querySelector(".on-paper").hidden = state[list].length > 0;
  for (const field of rows.querySelectorAll("[aria-invalid]")) setMistake(field, "");
  rows.replaceChildren(...state[list].map((item, at) => {
    if (list === "issues") return issueRow(item, at);
    return lineRow(list, list === "lessons" ? "lesson" : "suggestion", item, at);
  }));
  if (list === "issues") checkIssues();
}

function checkIssues() {
  const editor = editors.get("issues");
  for (const field of editor?.querySelectorAll("[data-issue]:not([type=checkbox])") ?? []) {
    setMistake(field, issueMistake(state.issues[Number(field.dataset.issue)], field.dataset.key));
  }
}

function fillOutcome(part) {
  const radios = [...part.querySelectorAll("[data-choice]")].map((item) => {
    const radio = fieldOf("input", { type: "radio", name: "outcome", value: item.dataset.choice, "data-outcome": "" });
    const words = item.textContent.replace(/[_\s\u00a0：:，,]+$/, "").trim();
    return make("label", {}, radio, make("span", {}, words));
  });
  const none = make("label", { className: "no-print" }, fieldOf("input", { type: "radio", name: "outcome", value: "", "data-outcome": "" }), make("span", {}, label("outcome_none")));
  const summary = fieldOf("textarea", { rows: 2, "data-summary": "" });
  part.replaceChildren(
    make("fieldset", { className: "outcomes", "aria-label": label("outcome") }, ...radios, none),
    make("div", { className: "field" }, make("label", { htmlFor: summary.id }, label("summary")), summary));
}

function showOutcome() {
  for (const radio of main.querySelectorAll("[data-outcome]")) radio.checked = radio.value === state.outcome;
  const summary = main.querySelector("[data-summary]");
  if (summary !== null) setValue(summary, state.summary);
}

function fillParts() {
  for (const part of main.querySelectorAll("[data-part]")) {
    const list = part.dataset.part;
    if (list === "outcome") {
      fillOutcome(part);
      continue;
    }
    const add = { issues: "issue_add", lessons: "lesson_add", suggestions: "suggestion_add" }[list];
    // The empty form is printed as long as nothing was written.
    const form = make("div", { className: "on-paper" }, ...(base[list].length === 0 ? part.childNodes : []));
    part.replaceChildren(make(list === "issues" ? "ul" : "ol", { className: "rows" }), form,
      make("p", { className: "no-print" }, make("button", { type: "button", "data-add": list }, label(add))));
    editors.set(list, part);
  }
}

// ---- Saving and loading

function showSaving() {
  const mark = document.getElementById("Unsaved");
  mark.textContent = label(unsaved ? "unsaved" : "all_saved");
  mark.classList.toggle("yes", unsaved);
  const wrong = document.getElementById("Wrong");
  wrong.hidden = mistakes.size === 0;
  wrong.textContent = label("wrong", { n: mistakes.size });
  wrong.title = label("go_to_wrong");
}

function refreshAll() {
  for (const id of shown.keys()) refresh(id);
  for (const list of editors.keys()) showList(list);
  showOutcome();
  showCountsSoon();
  showSaving();
}

/** Asks in a dialog; true for yes. */
function ask(question) {
  const dialog = document.getElementById("Ask");
  document.getElementById("Question").textContent = question;
  return new Promise((answer) => {
    const close = (yes) => () => dialog.close(yes ? "yes" : "");
    document.getElementById("Yes").onclick = close(true);
    document.getElementById("No").onclick = close(false);
    dialog.returnValue = "";
    dialog.onclose = () => answer(dialog.returnValue === "yes");
    dialog.showModal();
  });
}

function save() {
  const file = `${data.plan}.record.yaml`;
  const address = URL.createObjectURL(new Blob([writeRecord(recordToSave())], { type: "application/yaml" }));
  const link = make("a", { href: address, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  unsaved = false;
  keep();
  showSaving();
  say(mistakes.size > 0 ? label("saved_wrong", { file, n: mistakes.size }) : label("saved", { file }));
}

async function load(file) {
  let record;
  try {
    record = readRecord(await file.text());
  } catch (error) {
    if (!(error instanceof RecordFileError)) throw error;
    show(label("load_bad_line", { file: file.name, line: error.line, what: error.message }));
    return;
  }
  document.getElementById("Notice").hidden = true;
  const questions = [];
  if (record.plan && record.plan !== data.plan) questions.push(label("load_other_plan", { other: record.plan, plan: data.plan }));
  else if (record.fingerprint && record.fingerprint !== data.fingerprint) questions.push(label("load_other_fingerprint", { other: record.fingerprint, fingerprint: data.fingerprint }));
  if (unsaved) questions.push(label("load_replace"));
  for (const question of questions) {
    if (await ask(question)) continue;
    say(label("load_cancelled"));
    return;
  }
  takeState(record, questions.length > (unsaved ? 1 : 0));
  keep();
  say(label("loaded", { file: file.name, n: record.entries.length }));
}

async function clear() {
  if (!(await ask(label("clear_ask")))) return;
  takeState(base, false);
  keep();
  say(label("cleared"));
}

// ---- What people do: few listeners, whatever the number of rows

const who = document.getElementById("Who");

function setTick(id, ticked) {
  const entry = entryOf(id);
  const title = parts.get(id)?.title ?? id;
  if (ticked) {
    const by = people.idOf(who.value.trim());
    const before = entry === undefined ? null : { ...entry };
    const one = entry ?? addEntry({ of: id });
    one.result = "done";
    one.end ??= now();
    if (by && !one.by) one.by = by;
    one.before = before;
  } else if (entry !== undefined) {
    const { before } = entry;
    if (before) {
      for (const key of [...entryKeys, "before"]) delete entry[key];
      Object.assign(entry, before);
    } else if (before === null || !(entry.start || entry.note)) {
      removeEntry(entry);
    } else {
      delete entry.result;
    }
  }
  refresh(id);
  changed();
  say(label(ticked ? "ticked_said" : "unticked_said", { part: title }));
}

function takeField(field) {
  const id = field.closest("tr[data-of]").dataset.of;
  const key = field.dataset.field;
  setField(id, key, key === "by" ? people.idOf(field.value.trim()) : key === "note" ? field.value : field.value.trim());
  return id;
}

/** A field that was left: what was typed becomes what is kept. */
function finishField(field) {
  const id = field.closest("tr[data-of]").dataset.of;
  const key = field.dataset.field;
  if ((key === "start" || key === "end") && field.value.trim() !== "") {
    const near = minutesOf(parts.get(id)?.planned);
    const after = key === "end" ? minutesOf(entryOf(id)?.start) : null;
    field.value = wholeTime(field.value, { after, near });
  }
  takeField(field);
  for (const element of shown.get(id)) for (const one of element.querySelectorAll("[data-field]")) if (one !== field && one.dataset.field === key) one.value = field.value;
  refresh(id);
  changed();
}

function takeIssue(field) {
  const issue = state.issues[Number(field.dataset.issue)];
  const key = field.dataset.key;
  const text = field.value.trim();
  const value = key === "solved" ? field.checked : key === "owner" ? people.idOf(text) : key === "of" ? places.idOf(text) : text;
  if (value) issue[key] = value;
  else delete issue[key];
}

function takeInput(field) {
  if (field.dataset.field !== undefined) takeField(field);
  else if (field.dataset.issue !== undefined) takeIssue(field);
  else if (field.dataset.line !== undefined) {
    const [list, at] = field.dataset.line.split(" ");
    state[list][Number(at)] = field.value;
  } else if (field.dataset.summary !== undefined) state.summary = field.value;
  else if (field.dataset.outcome !== undefined) state.outcome = field.value;
  else return false;
  return true;
}

main.addEventListener("input", (event) => { if (takeInput(event.target)) changed({ later: true }); });

main.addEventListener("change", (event) => {
  const field = event.target;
  if (field.dataset.tick !== undefined) return setTick(field.dataset.tick, field.checked);
  if (field.dataset.field !== undefined) return finishField(field);
  if (field.dataset.issue !== undefined) {
    if (field.dataset.key === "at" && field.value.trim() !== "") field.value = wholeTime(field.value, {});
    takeIssue(field);
    checkIssues();
  } else if (!takeInput(field)) return;
  changed();
});

function pressNow(button) {
  const field = button.dataset.nowField ? document.getElementById(button.dataset.nowField) : button.previousElementSibling.matches("input") ? button.previousElementSibling : button.parentElement.querySelector("input");
  field.value = now();
  if (field.dataset.field !== undefined) {
    const id = field.closest("tr[data-of]").dataset.of;
    const by = people.idOf(who.value.trim());
    if (by && !entryOf(id)?.by) setField(id, "by", by);
    finishField(field);
  } else {
    takeIssue(field);
    checkIssues();
    changed();
  }
  say(`${field.getAttribute("aria-label") ?? label("issue_at")}: ${field.value}`);
}

function tryAgain(id) {
  addEntry({ of: id });
  refresh(id);
  changed();
  say(label("try_added", { part: parts.get(id)?.title ?? id }));
  shown.get(id)[0].querySelector("[data-field]")?.focus();
}

function add(list) {
  state[list].push(list === "issues" ? {} : "");
  showList(list);
  changed();
  editors.get(list).querySelector(".rows > li:last-child").querySelector("textarea, input").focus();
  if (list === "issues") say(label("issue_added", { n: state.issues.length }));
}

function remove(list, at) {
  const what = label({ issues: "issue", lessons: "lesson", suggestions: "suggestion" }[list], { n: at + 1 });
  state[list].splice(at, 1);
  showList(list);
  changed();
  editors.get(list).querySelector("[data-add]").focus();
  say(label("removed", { what }));
}

main.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button === null) {
    // The words of an item and the cell of a box tick it too.
    const place = event.target.closest("li.task[data-of] > p, td.tick");
    if (place === null || event.target.closest("a, input") || String(getSelection()) !== "") return;
    const tick = place.closest("[data-of]").querySelector("[data-tick]");
    if (tick !== null && !tick.disabled) tick.click();
  } else if (button.matches(".again")) tryAgain(button.closest("[data-of]").dataset.of);
  else if (button.matches(".now")) pressNow(button);
  else if (button.dataset.add) add(button.dataset.add);
  else if (button.dataset.remove) {
    const [list, at] = button.dataset.remove.split(" ");
    remove(list, Number(at));
  }
});

/** Suggestions are made when somebody first needs them: a plan may have ten thousand parts. */
addEventListener("focusin", (event) => {
  const id = event.target.getAttribute?.("list");
  const list = id ? document.getElementById(id) : null;
  if (list === null || list.childElementCount > 0) return;
  const names = id === "People" ? people.names : places.names;
  list.append(...[...names.keys()].map((value) => make("option", { value })));
});

document.getElementById("Save").addEventListener("click", save);
document.getElementById("Load").addEventListener("click", () => document.getElementById("File").click());
document.getElementById("Clear").addEventListener("click", clear);
document.getElementById("Wrong").addEventListener("click", () => main.querySelector("[aria-invalid=true]")?.focus());
document.getElementById("File").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file) await load(file);
  target.value = ""; // the same file may be chosen again
});
who.addEventListener("change", () => {
  try {
    localStorage.setItem(whoKey, who.value.trim());
  } catch (error) {
    storageFails(error);
  }
});
addEventListener("storage", (event) => {
  if (event.key === whoKey) who.value = event.newValue ?? "";
  if (event.key !== storageKey) return;
  const kept = readKept();
  if (kept !== null && keeping === 0) takeState(kept.state, kept.unsaved === true);
});
addEventListener("pagehide", () => { if (keeping !== 0) keep(); });
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

fillPage();
fillParts();
begin();
indexEntries();
beginCounting();
refreshAll();
showCounts();
try {
  who.value = localStorage.getItem(whoKey) ?? "";
} catch (error) {
  storageFails(error);
}
document.getElementById("Filling").hidden = false;
