// The settings that docs/editors.md gives, by the file they go into.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function settingsFor(project, file) {
  for (const [, name, text] of readFileSync(join(project, "docs/editors.md"), "utf8").matchAll(/^```\w+ (\S+)\n([^]*?)\n```$/gm))
    if (name === file) return text;
  throw new Error(`docs/editors.md has no block for ${file}`);
}
