// Times as people type them and record files have them, and people and parts by what they are called.

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
