import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** Where the server looks for it. */
export const BROWSER_CLIENT = join(".next", "sdk");

type Made = { readonly file: string; readonly integrity: string; readonly bytes: number };

/** What only authors load holds what asks surveys itself. */
const NO_SURVEYS = { SURVEYS: "undefined", "import.meta.url": "undefined" };

/**
 * Makes the scripts of the browser client with their maps: the client, what shows content, which the client loads when
 * there is some, what asks surveys, which that loads when there is one, and what only authors load, on pages and in the
 * frame of the studio's preview; beside them a list of names and integrity hashes. `define` are names in the source that the
 * build writes a value for.
 */
export async function buildBrowserClient(folder = BROWSER_CLIENT): Promise<void> {
  await mkdir(folder, { recursive: true });
  const client = await make(folder, "sojourn", "global.ts", "iife");
  const surveys = await make(folder, "sojourn-surveys", join("surveys", "index.ts"), "esm");
  const content = await make(folder, "sojourn-content", join("content", "index.ts"), "esm", {
    SURVEYS: JSON.stringify(surveys.file),
  });
  const frame = await make(folder, "sojourn-frame", join("preview", "start-frame.ts"), "iife", NO_SURVEYS);
  const preview = await make(folder, "sojourn-preview", join("preview", "index.ts"), "esm", NO_SURVEYS);
  const loaded = { content, surveys, frame, preview };
  await writeFile(join(folder, "sojourn.json"), `${JSON.stringify({ ...client, ...loaded })}\n`);
}

async function make(
  folder: string,
  name: string,
  entry: string,
  format: "iife" | "esm",
  define: Readonly<Record<string, string>> = {},
): Promise<Made> {
  // Loaded only here, because the server that serves the result needs no bundler.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join("sdk", "browser", entry)],
    bundle: true,
    minify: true,
    define,
    format,
    target: "es2021",
    legalComments: "none",
    // The server names the map in a header, which costs pages nothing.
    sourcemap: "external",
    outfile: `${name}.js`,
    write: false,
  });
  const script = outputFiles.find(({ path }) => path.endsWith(".js"));
  if (!script) throw new Error("The build of the browser client gave no file.");
  for (const { path, contents } of outputFiles) await writeFile(join(folder, basename(path)), contents);
  const hash = (encoding: "base64" | "hex") => createHash("sha384").update(script.contents).digest(encoding);
  // The name changes with the content, so a page may pin it for years.
  const file = `/sdk/${name}-${hash("hex").slice(0, 12)}.js`;
  return { file, integrity: `sha384-${hash("base64")}`, bytes: script.contents.length };
}
