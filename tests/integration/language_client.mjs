// An editor without a screen: starts a language server and speaks the Language Server Protocol with it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const deadline = 20000; // milliseconds for one answer

export class LanguageClient {
  #server;
  #received = Buffer.alloc(0);
  #waiting = new Map(); // the number of a request, or the address of a document -> what to do with the answer
  #number = 0;
  #settings;

  /** `settings` are those of an editor: {yaml: {schemas: …}}. */
  constructor(program, settings) {
    this.#settings = settings;
    this.#server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#server.stdout.on("data", (bytes) => this.#receive(bytes));
  }

  async start(folder) {
    const folders = [{ uri: address(folder), name: "project" }];
    await this.request("initialize", {
      processId: process.pid, rootUri: address(folder), workspaceFolders: folders,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
          hover: { contentFormat: ["markdown"] }, publishDiagnostics: {},
        },
      },
    });
    this.#notify("initialized", {});
    this.#notify("workspace/didChangeConfiguration", { settings: this.#settings });
  }

  /** Opens a file that has not been open before, with `text` in place of what is on the disk if given. */
  open(path, text = readFileSync(path, "utf8")) {
    this.#notify("textDocument/didOpen", { textDocument: { uri: address(path), languageId: "yaml", version: 1, text } });
  }

  /** Likewise; answers what the server finds wrong with it, for which it takes its time. */
  check(path, text) {
    const found = this.#answer(address(path), `diagnostics of ${path}`);
    this.open(path, text);
    return found;
  }

  async complete(path, position) {
    const answer = await this.request("textDocument/completion", { textDocument: { uri: address(path) }, position });
    return answer?.items ?? answer ?? [];
  }

  async hover(path, position) {
    const answer = await this.request("textDocument/hover", { textDocument: { uri: address(path) }, position });
    return answer?.contents?.value ?? "";
  }

  request(method, params) {
    const id = ++this.#number;
    const answer = this.#answer(id, method);
    this.#send({ id, method, params });
    return answer;
  }

  async stop() {
    await this.request("shutdown", null);
    const ended = new Promise((resolve) => this.#server.once("exit", resolve));
    this.#notify("exit");
    await ended;
  }

  #answer(key, what) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(key);
        this.#server.kill();
        reject(new Error(`no answer within ${deadline} ms: ${what}`));
      }, deadline);
      this.#waiting.set(key, (value, error) => {
        clearTimeout(timer);
        this.#waiting.delete(key);
        error ? reject(new Error(`${what}: ${error.message}`)) : resolve(value);
      });
    });
  }

  #notify(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin.write(body);
  }

  #receive(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.#received.toString("latin1", 0, head))[1]);
      if (this.#received.length < head + 4 + length) return;
      const message = JSON.parse(this.#received.toString("utf8", head + 4, head + 4 + length));
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(message);
    }
  }

  #handle(message) {
    if (message.method === "textDocument/publishDiagnostics")
      this.#waiting.get(message.params.uri)?.(message.params.diagnostics);
    else if (message.method === "workspace/configuration")
      this.#send({ id: message.id, result: message.params.items.map((item) => this.#settings[item.section] ?? null) });
    else if (message.method !== undefined && message.id !== undefined) this.#send({ id: message.id, result: null });
    else if (message.method === undefined) this.#waiting.get(message.id)?.(message.result, message.error);
  }
}

function address(path) {
  return pathToFileURL(path).href;
}
