import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const dist = join(root, "cli", "dist");
/** The built CLI. */
export const cliBundle = join(dist, "sojourn.mjs");

/** Parts of the bundle that are CommonJS ask for Node's modules with `require`. */
const REQUIRE =
  'import { createRequire as sojournRequire } from "node:module"; const require = sojournRequire(import.meta.url);';

/** Makes the published folder: one file and its package.json. */
export async function buildCli(): Promise<{ readonly file: string; readonly bytes: number }> {
  const { metafile } = await build({
    entryPoints: [join(root, "cli", "main.ts")],
    outfile: cliBundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
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
    description: "Create, run and understand customer journeys from the terminal.",
    license,
    type: "module",
    engines,
    bin: { sojourn: "sojourn.mjs" },
    files: ["sojourn.mjs"],
  };
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
  copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
  // For `npm run sojourn`, which builds again when one of them changed; not published.
  writeFileSync(join(dist, "sources.json"), JSON.stringify({ inputs: Object.keys(metafile.inputs) }));
  const [output] = Object.values(metafile.outputs);
  return { file: "cli/dist/sojourn.mjs", bytes: output?.bytes ?? 0 };
}
