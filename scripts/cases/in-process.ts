// `node in-process.ts server.ts`: loads the same modules as that program, in its order, and reports the cases to its
// parent.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { report } from "./report.ts";

const [program = ""] = process.argv.slice(2);
const root = resolve(import.meta.dirname, "../..");
const source = readFileSync(join(root, program), "utf8");
for (const [, name = ""] of source.matchAll(/^import .* from "(.+)";$/gm))
  await import(name.startsWith("./") ? pathToFileURL(join(root, name)).href : name);
if (program === "server.ts") await prepareNext();
process.send?.(await report(), () => process.exit(0));

// Next replaces globals when its server is prepared. Without a build it does so and then fails.
async function prepareNext(): Promise<void> {
  const { default: next } = await import("next");
  const dir = mkdtempSync(join(tmpdir(), "sojourn-cases-"));
  try {
    await next({ dev: false, dir, hostname: "localhost", port: 0 }).prepare();
    throw new Error("Next was prepared from an empty folder");
  } catch (error) {
    if (!String(error).includes("Could not find a production build")) throw error;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
