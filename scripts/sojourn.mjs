// npm run -s sojourn -- journey list: the CLI of this checkout, built first if its sources changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { findNode } from "./steps/node.mjs";
import { root } from "./steps/terminal.mjs";

const bundle = join(root, "cli", "dist", "sojourn.mjs");
const sources = join(root, "cli", "dist", "sources.json");

if (isStale()) {
  ensureDependencies();
  const build = spawnSync(findNode(), [join(root, "scripts", "build-cli.mjs")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) process.exit(1);
}
// npm runs scripts in the repository; the CLI works where it was called.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(bundle);

function isStale() {
  if (!existsSync(sources)) return true;
  const built = statSync(bundle).mtimeMs;
  const { inputs } = JSON.parse(readFileSync(sources, "utf8"));
  return inputs.some((file) => !existsSync(join(root, file)) || statSync(join(root, file)).mtimeMs > built);
}
