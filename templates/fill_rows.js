// Fields and boxes of the page, the mistakes in them, and the progress.

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
