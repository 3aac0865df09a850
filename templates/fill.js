// Filling in the checklist and the record: what was entered is kept in the browser and saved as a record file.

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
