// The record as it stands: what was filled in, and keeping it in the browser.

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
