import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const dist = join(root, "cli", "dist");
/** The built CLI. */
export const cliBundle = join(dist, "sojourn.mjs");

/** Parts of the bundle that are CommonJS ask for Node's modules with `require`. */
const REQUIRE =
  'import { createRequire as sojournRequire } from "node:module"; const require = sojournRequire(import.meta.url);';

/**
 * The files of the published folder. The first only lets Node keep what it compiled of the second, which is half of
 * the time that a command needs to start; the others are the builder of journeys and the process that reads them. What
 * commands load when they are used stands in chunks beside them.
 */
const ENTRIES = {
  sojourn: "cli/start.ts",
  cli: "cli/main.ts",
  evaluate: "cli/code/typescript/evaluate.ts",
  journeys: "sdk/journeys/index.ts",
} as const;

/** Makes the published folder: the CLI, the builder of journeys, and their package.json. */
export async function buildCli(): Promise<{ readonly file: string; readonly bytes: number }> {
  const { metafile } = await build({
    entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: join(root, file), out })),
    outdir: dist,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    target: "node20.19",
    external: ["./cli.mjs"],
    // A third less to compile at each start.
    minify: true,
    legalComments: "eof",
    metafile: true,
    banner: { js: REQUIRE },
    logLevel: "warning",
  });
  const { version, license, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const published = {
    name: "sojourn",
    version,
    description: "Create, run and understand customer journeys from the terminal, and write them as code.",
    license,
    type: "module",
    engines,
    bin: { sojourn: "sojourn.mjs" },
    exports: {
      "./journeys": { types: "./types/journeys/index.d.ts", default: "./journeys.mjs" },
      "./package.json": "./package.json",
    },
    files: ["*.mjs", "types"],
  };
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
  // For `npm run sojourn`, which builds again when one of them changed; not published.
  writeFileSync(join(dist, "sources.json"), JSON.stringify({ inputs: Object.keys(metafile.inputs) }));
  removeOld(Object.keys(metafile.outputs));
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  return { file: "cli/dist/sojourn.mjs", bytes };
}

/** Chunks are named by what is in them: those of an earlier build would be published with the others. */
function removeOld(outputs: readonly string[]): void {
  const names = new Set(outputs.map((file) => basename(file)));
  for (const file of readdirSync(dist)) if (file.endsWith(".mjs") && !names.has(file)) rmSync(join(dist, file));
}
