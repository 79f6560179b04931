import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the server looks for it. */
export const BROWSER_CLIENT = join(".next", "sdk");

/** Makes the browser client one script, beside a list of its names and its integrity hash. */
export async function buildBrowserClient(folder = BROWSER_CLIENT): Promise<void> {
  // Loaded only here, because the server that serves the result needs no bundler.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join("sdk", "browser", "global.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    write: false,
  });
  const [script] = outputFiles;
  if (!script) throw new Error("The build of the browser client gave no file.");
  const hash = (encoding: "base64" | "hex") => createHash("sha384").update(script.contents).digest(encoding);
  // The name changes with the content, so a page may pin it for years.
  const file = `sojourn-${hash("hex").slice(0, 12)}.js`;
  const manifest = { file: `/sdk/${file}`, integrity: `sha384-${hash("base64")}`, bytes: script.contents.length };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sojourn.js"), script.contents);
  await writeFile(join(folder, "sojourn.json"), `${JSON.stringify(manifest)}\n`);
}
