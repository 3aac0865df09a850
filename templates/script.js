// What every page does: the contents follow the reader, code is copied, tables that scroll can be reached by keyboard.
"use strict";

const data = JSON.parse(document.getElementById("Data").textContent);

/** A text of the page in its language, `{name}` filled in; `one|many` by `n`. */
function label(key, fillings = {}) {
  let text = data.labels["page_" + key] ?? data.labels[key] ?? key;
  if (text.includes("|")) text = text.split("|")[fillings.n === 1 ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in fillings ? String(fillings[name]) : whole));
}

/** An element with properties, attributes (names with `-`, and `role`) and children. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role" || key === "list") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/** Says something to those who see the page and to those who hear it. */
function say(text) {
  const status = document.getElementById("Status");
  status.textContent = "";
  clearTimeout(say.timer);
  // A live region speaks of what changes after it was empty.
  requestAnimationFrame(() => {
    status.textContent = text;
    say.timer = setTimeout(() => { status.textContent = ""; }, 6000);
  });
}

function markCurrentSection() {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const headings = [...document.querySelectorAll("main h2, main h3")].filter((heading) => links.has(heading.id));
  if (headings.length === 0) return;
  let current = null;
  let waiting = false;
  const find = () => {
    waiting = false;
    // The last heading above the upper third; headings are in the order of the page.
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (headings[middle].getBoundingClientRect().top < innerHeight / 3) low = middle + 1;
      else high = middle;
    }
    const link = links.get(headings[Math.max(0, low - 1)].id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    link.setAttribute("aria-current", "true");
    const list = document.querySelector(".contents");
    if (list.scrollHeight > list.clientHeight) {
      const away = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (away < 60 || away > list.clientHeight - 60) list.scrollTop += away - list.clientHeight / 2;
    }
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(find);
    waiting = true;
  }, { passive: true });
  find();
}

/** On a phone the contents are folded, and fold again when a section was chosen. */
function foldContents() {
  const details = document.querySelector(".contents details");
  if (details === null) return;
  const narrow = matchMedia(document.body.classList.contains("wide") ? "(max-width: 100rem)" : "(max-width: 62rem)");
  const fit = () => { details.open = !narrow.matches; };
  narrow.addEventListener("change", fit);
  fit();
  details.addEventListener("click", (event) => {
    if (narrow.matches && event.target.closest("a")) details.open = false;
  });
}

/** A box that scrolls takes the focus, so that arrow keys move it. */
function reachScrolling() {
  const boxes = document.querySelectorAll(".table, .scroll, pre");
  const watch = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth) {
        target.tabIndex = 0;
        if (target.tagName === "PRE") continue;
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", label(target.className === "scroll" ? "chart" : "scrolls"));
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
      }
    }
  });
  for (const box of boxes) watch.observe(box);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages of a local file may not be allowed that way.
    const area = make("textarea", { value: text, className: "no-print" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

function addCopyButtons() {
  if (!document.body.classList.contains("runbook")) return;
  let number = 0;
  for (const box of document.querySelectorAll(".code")) {
    number += 1;
    const button = make("button", { type: "button", "aria-label": `${label("copy_command")} ${number}` }, label("copy"));
    box.classList.add("copies");
    box.append(button);
  }
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".code button");
    if (button === null) return;
    const text = button.parentElement.querySelector("code").textContent.replace(/\n$/, "");
    const done = await copy(text);
    button.focus();
    say(label(done ? "copied" : "not_copied"));
  });
}

markCurrentSection();
foldContents();
reachScrolling();
addCopyButtons();
