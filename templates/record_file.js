// Record files: writing one, and reading the YAML that people and this page write.

/** Double quotes with JSON's escapes are YAML; what is no plain character is escaped as well. */
function quote(text) {
  return JSON.stringify(text.toWellFormed()).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (one) => "\\u" + one.charCodeAt(0).toString(16).padStart(4, "0"));
}

const recordKeys = ["plan", "fingerprint", "outcome", "summary"];
const entryKeys = ["of", "start", "end", "by", "result", "note"];
const issueKeys = ["title", "of", "at", "solution", "owner", "solved"];
const wordKeys = ["outcome", "result", "solved"]; // of a fixed set, and written without quotes

function writeRecord(record) {
  const lines = ["record:"];
  const value = (key, of) => (wordKeys.includes(key) && /^[a-z_]+$/.test(of) ? of : quote(String(of)));
  const items = (name, list, keys) => {
    if (list.length > 0) lines.push(`  ${name}:`);
    for (const item of list) {
      let lead = "    - ";
      for (const key of keys) {
        if (item[key] === undefined || item[key] === "" || item[key] === false) continue;
        lines.push(`${lead}${key}: ${value(key, item[key] === true ? "true" : item[key])}`);
        lead = "      ";
      }
    }
  };
  const texts = (name, list) => {
    if (list.length > 0) lines.push(`  ${name}:`);
    for (const text of list) lines.push(`    - ${quote(text)}`);
  };
  for (const key of recordKeys) if (record[key]) lines.push(`  ${key}: ${value(key, record[key])}`);
  items("entries", record.entries, entryKeys);
  items("issues", record.issues, issueKeys);
  texts("lessons", record.lessons);
  texts("suggestions", record.suggestions);
  return lines.join("\n") + "\n";
}

/** What is wrong with a file, and where. */
class RecordFileError extends Error {
  constructor(line, what, fillings = {}) {
    super(label(what, fillings));
    this.line = line;
  }
}

/** Reads block and flow collections and every kind of scalar; no anchors, aliases and tags. Nodes know their line. */
class YamlReader {
  constructor(text) {
    this.text = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    if (!this.text.endsWith("\n")) this.text += "\n";
    this.at = 0;
    this.breaks = [];
    for (let i = this.text.indexOf("\n"); i >= 0; i = this.text.indexOf("\n", i + 1)) this.breaks.push(i);
  }

  /** From 1. */
  line(at = this.at) {
    let low = 0;
    let high = this.breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.breaks[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** The end of the line. */
  get lineEnd() {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  /** What a sticky expression finds here. */
  match(expression) {
    expression.lastIndex = this.at;
    return expression.exec(this.text);
  }

  fail(what, fillings, at = this.at) { throw new RecordFileError(this.line(at), what, fillings); }

  get column() { return this.at - (this.text.lastIndexOf("\n", this.at - 1) + 1); }
  get ended() { return this.at >= this.text.length; }
  see(text) { return this.text.startsWith(text, this.at); }
  seeEnd() { return this.ended || this.text[this.at] === "\n"; }
  /** A sign that means something only with a blank behind it. */
  seeSign(sign) { return this.text[this.at] === sign && /[ \t\n]|^$/.test(this.text[this.at + 1] ?? ""); }

  skipBlanks() { while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at += 1; }

  /** To the end of the line, where only a comment may stand. */
  endLine() {
    const before = this.at;
    this.skipBlanks();
    if (this.text[this.at] === "#" && (this.at > before || this.column === 0)) while (!this.seeEnd()) this.at += 1;
    if (!this.seeEnd()) this.fail("yaml_end");
  }

  /** To the next thing that is no blank and no comment. */
  skipToContent() {
    while (!this.ended) {
      const start = this.at;
      while (this.text[this.at] === " ") this.at += 1;
      if (this.text[this.at] === "\t") {
        this.skipBlanks();
        if (!this.seeEnd() && !this.see("#")) this.fail("yaml_tab");
      }
      if (this.see("#") && (this.at > start || this.column === 0)) while (!this.seeEnd()) this.at += 1;
      if (!this.seeEnd() || this.ended) return;
      this.at += 1;
    }
  }

  read() {
    this.skipToContent();
    if (this.column === 0 && this.see("---") && /[ \n]|^$/.test(this.text[this.at + 3] ?? "")) {
      this.at += 3;
      this.skipToContent();
    }
    const node = this.ended ? this.scalar("") : this.block(this.column);
    this.skipToContent();
    if (this.see("...")) {
      this.at += 3;
      this.skipToContent();
    }
    if (!this.ended) this.fail("yaml_end");
    return node;
  }

  scalar(text, at = this.at, quoted = false) { return { kind: "text", text, quoted, line: this.line(at) }; }

  block(indent) {
    if (this.seeSign("-")) return this.sequence(indent);
    const start = this.at;
    const key = this.key();
    if (key !== null) return this.mapping(indent, key, start);
    return this.value(indent - 1);
  }

  sequence(indent) {
    const node = { kind: "list", items: [], line: this.line() };
    while (!this.ended && this.column === indent && this.seeSign("-")) {
      this.at += 1;
      this.skipBlanks();
      if (this.seeEnd() || this.see("#")) {
        this.endLine();
        this.skipToContent();
        node.items.push(!this.ended && this.column > indent ? this.block(this.column) : this.scalar(""));
      } else {
        node.items.push(this.block(this.column));
      }
      this.next(indent);
    }
    return node;
  }

  mapping(indent, firstKey, start) {
    const node = { kind: "map", entries: new Map(), line: this.line(start) };
    let key = firstKey;
    let keyAt = start;
    while (true) {
      if (node.entries.has(key)) this.fail("yaml_twice", { key }, keyAt);
      this.skipBlanks();
      if (this.seeEnd() || this.see("#")) {
        this.endLine();
        this.skipToContent();
        const deeper = !this.ended && (this.column > indent || (this.column === indent && this.seeSign("-")));
        node.entries.set(key, deeper ? this.block(this.column) : this.scalar(""));
      } else {
        node.entries.set(key, this.value(indent));
      }
      this.next(indent);
      if (this.ended || this.column < indent || this.atDocumentMark()) return node;
      keyAt = this.at;
      key = this.key();
      if (key === null) this.fail("yaml_key");
    }
  }

  atDocumentMark() { return this.column === 0 && (this.see("---") || this.see("...")); }

  /** To the next item of a block; it is not deeper than the block. */
  next(indent) {
    this.skipToContent();
    if (!this.ended && this.column > indent) this.fail("yaml_indent");
  }

  /** A key with its colon; null, and nothing taken, if there is none in this line. */
  key() {
    const start = this.at;
    let key = null;
    if (this.see('"') || this.see("'")) {
      const line = this.line();
      key = this.quoted();
      if (this.line() !== line) key = null;
      this.skipBlanks();
    } else if (!/[[\]{},|>&*!%@`]/.test(this.text[this.at])) {
      const rest = this.text.slice(this.at, this.lineEnd);
      const found = /^([^\n]*?)[ \t]*:(?=[ \t]|$)/.exec(rest);
      if (found !== null && !/(^|[ \t])#/.test(found[1])) {
        key = found[1];
        this.at += found[0].length - 1;
      }
    }
    if (key !== null && this.seeSign(":")) {
      this.at += 1;
      return key;
    }
    this.at = start;
    return null;
  }

  /** What stands behind a colon or dash; `indent` is that of what it belongs to. */
  value(indent) {
    const start = this.at;
    const sign = this.text[this.at];
    if (sign === "&" || sign === "*" || sign === "!") this.fail("yaml_anchor");
    if (sign === "|" || sign === ">") return this.blockScalar(indent);
    let node;
    if (sign === "[" || sign === "{") node = this.flow();
    else if (sign === '"' || sign === "'") node = this.scalar(this.quoted(), start, true);
    else return this.plain(indent);
    this.endLine();
    return node;
  }

  plain(indent) {
    const start = this.at;
    const lines = [];
    while (true) {
      const end = this.lineEnd;
      const raw = this.text.slice(this.at, end);
      const comment = /(^|[ \t])#/.exec(raw);
      const line = (comment ? raw.slice(0, comment.index) : raw).trimEnd();
      if (/:([ \t]|$)/.test(line)) this.fail("yaml_key");
      lines.push(line.trimStart());
      this.at = end;
      if (comment || this.ended) break;
      // It goes on in deeper lines.
      const before = this.at;
      this.skipToContent();
      const skipped = this.text.slice(before, this.at);
      if (this.ended || this.column <= indent || skipped.includes("#") || this.atDocumentMark()) {
        this.at = before;
        break;
      }
      for (let blank = skipped.split("\n").length - 2; blank > 0; blank -= 1) lines.push("");
    }
    return this.scalar(fold(lines), start);
  }

  quoted() {
    const start = this.at;
    const sign = this.text[this.at];
    this.at += 1;
    let text = "";
    while (true) {
      if (this.ended) this.fail("yaml_quote", {}, start);
      const one = this.text[this.at];
      if (one === sign && !(sign === "'" && this.text[this.at + 1] === "'")) break;
      if (one === "'" && sign === "'") {
        text += "'";
        this.at += 2;
      } else if (one === "\\" && sign === '"') {
        text += this.escape();
      } else if (one === "\n") {
        // Line breaks fold: one is a blank, more are one less.
        text = text.replace(/[ \t]+$/, "");
        const space = this.match(/[ \t\n]+/y)[0];
        const breaks = space.split("\n").length - 1;
        text += breaks === 1 ? " " : "\n".repeat(breaks - 1);
        this.at += space.length;
      } else {
        text += one;
        this.at += 1;
      }
    }
    this.at += 1;
    return text;
  }

  escape() {
    const simple = { 0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b",
      " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029" };
    const sign = this.text[this.at + 1];
    if (sign === "\n") {
      this.at += 2;
      this.skipBlanks();
      return "";
    }
    if (sign in simple) {
      this.at += 2;
      return simple[sign];
    }
    const size = { x: 2, u: 4, U: 8 }[sign];
    const digits = this.text.slice(this.at + 2, this.at + 2 + (size ?? 0));
    if (size === undefined || !/^[0-9a-fA-F]+$/.test(digits) || digits.length < size) this.fail("yaml_escape");
    const code = parseInt(digits, 16);
    if (code > 0x10ffff) this.fail("yaml_escape");
    this.at += 2 + size;
    return size === 4 ? String.fromCharCode(code) : String.fromCodePoint(code);
  }

  blockScalar(indent) {
    const start = this.at;
    const head = /^([|>])([+-]?)([1-9]?)([+-]?)/.exec(this.text.slice(this.at, this.at + 4));
    this.at += head[0].length;
    this.endLine();
    this.at += 1;
    const keep = head[2] || head[4];
    let depth = head[3] ? Math.max(indent, 0) + Number(head[3]) : 0;
    const lines = [];
    while (!this.ended) {
      const end = this.lineEnd;
      const line = this.text.slice(this.at, end);
      const blanks = /^ */.exec(line)[0].length;
      if (blanks < line.length) {
        if (depth === 0) depth = blanks;
        if (blanks < depth || blanks <= indent) break;
      }
      lines.push(depth === 0 ? "" : line.slice(depth));
      this.at = Math.min(end + 1, this.text.length);
    }
    let trailing = 0;
    while (lines.length > 0 && lines[lines.length - 1] === "") {
      lines.pop();
      trailing += 1;
    }
    const body = head[1] === "|" ? lines.join("\n") : foldBlock(lines);
    const end = keep === "-" || lines.length === 0 ? "" : keep === "+" ? "\n".repeat(trailing + 1) : "\n";
    return this.scalar(body + end, start, true);
  }

  skipInFlow() {
    while (!this.ended) {
      const start = this.at;
      while (/[ \t\n]/.test(this.text[this.at] ?? "")) this.at += 1;
      if (!this.see("#") || this.at === start) return;
      while (!this.seeEnd()) this.at += 1;
    }
  }

  flow(depth = 0) {
    const start = this.at;
    const open = this.text[this.at];
    if (depth > 40) this.fail("yaml_flow", {}, start);
    if (open === "&" || open === "*" || open === "!") this.fail("yaml_anchor");
    if (open === '"' || open === "'") return this.scalar(this.quoted(), start, true);
    if (open !== "[" && open !== "{") {
      const found = this.match(/(?:[^,[\]{}\n:#]|:(?![ \t\n,[\]{}]|$)|(?<![ \t])#)+/y);
      if (found === null) this.fail(this.ended ? "yaml_flow" : "yaml_key");
      this.at += found[0].length;
      return this.scalar(found[0].trim(), start);
    }
    const map = open === "{";
    const node = map ? { kind: "map", entries: new Map(), line: this.line() } : { kind: "list", items: [], line: this.line() };
    this.at += 1;
    while (true) {
      this.skipInFlow();
      if (this.ended) this.fail("yaml_flow", {}, start);
      if (this.see(map ? "}" : "]")) break;
      const itemAt = this.at;
      const item = this.flow(depth + 1);
      this.skipInFlow();
      if (map) {
        if (!this.see(":") || item.kind !== "text") this.fail("yaml_key");
        this.at += 1;
        this.skipInFlow();
        if (node.entries.has(item.text)) this.fail("yaml_twice", { key: item.text }, itemAt);
        const empty = this.see(",") || this.see("}");
        node.entries.set(item.text, empty ? this.scalar("") : this.flow(depth + 1));
        this.skipInFlow();
      } else {
        node.items.push(item);
      }
      if (this.see(",")) this.at += 1;
      else if (!this.see(map ? "}" : "]")) this.fail("yaml_flow", {}, start);
    }
    this.at += 1;
    return node;
  }
}

/** Lines of a plain text: a break is a blank, blank lines are breaks. */
function fold(lines) {
  let text = lines[0];
  for (let i = 1; i < lines.length; i += 1) {
    if (lines[i] === "") text += "\n";
    else text += (lines[i - 1] === "" ? "" : " ") + lines[i];
  }
  return text;
}

/** As `fold`, but lines that stand deeper keep their breaks. */
function foldBlock(lines) {
  let text = lines[0] ?? "";
  const deep = (line) => /^[ \t]/.test(line);
  let last = text;
  let breaks = 0;
  for (const line of lines.slice(1)) {
    breaks += 1;
    if (line === "") continue;
    const folds = !deep(last) && !deep(line) && last !== "";
    text += !folds ? "\n".repeat(breaks) : breaks === 1 ? " " : "\n".repeat(breaks - 1);
    text += line;
    last = line;
    breaks = 0;
  }
  return text;
}

/** The record in a file, as the page keeps it; throws RecordFileError. */
function readRecord(text) {
  const root = new YamlReader(text).read();
  const record = root.kind === "map" ? root.entries.get("record") : undefined;
  if (record === undefined || record.kind !== "map") throw new RecordFileError(root.line, "record_missing");
  const words = {
    outcome: ["success", "partial", "rolled_back", "failed"], result: ["done", "failed", "skipped"],
    solved: ["true", "false"],
  };
  const isNothing = (node) => node.kind === "text" && !node.quoted && /^(|~|null)$/.test(node.text);
  const textOf = (node, key) => {
    if (node.kind !== "text" || (key in words && !words[key].includes(node.text))) {
      throw new RecordFileError(node.line, "record_shape", { key });
    }
    return key === "solved" ? node.text === "true" : node.text;
  };
  const fields = (node, keys, key) => {
    if (node.kind !== "map") throw new RecordFileError(node.line, "record_shape", { key });
    const result = {};
    for (const [name, value] of node.entries) {
      if (!keys.includes(name)) throw new RecordFileError(value.line, "record_key", { key: name });
      if (!isNothing(value)) result[name] = textOf(value, name);
    }
    return result;
  };
  const list = (key, read) => {
    const node = record.entries.get(key);
    if (node === undefined || isNothing(node)) return [];
    if (node.kind !== "list") throw new RecordFileError(node.line, "record_shape", { key });
    return node.items.map(read);
  };
  const known = [...recordKeys, "entries", "issues", "lessons", "suggestions"];
  for (const [name, value] of record.entries) {
    if (!known.includes(name)) throw new RecordFileError(value.line, "record_key", { key: name });
  }
  const result = {};
  for (const key of recordKeys) {
    const node = record.entries.get(key);
    if (node !== undefined && !isNothing(node)) result[key] = textOf(node, key);
  }
  result.entries = list("entries", (node) => {
    const entry = fields(node, entryKeys, "entries");
    if (!entry.of) throw new RecordFileError(node.line, "record_shape", { key: "of" });
    return entry;
  });
  result.issues = list("issues", (node) => (node.kind === "text" ? { title: node.text } : fields(node, issueKeys, "issues")));
  result.lessons = list("lessons", (node) => textOf(node, "lessons"));
  result.suggestions = list("suggestions", (node) => textOf(node, "suggestions"));
  return result;
}
