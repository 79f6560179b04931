// npm run bench [-- name [flags]]: one measurement of bench/, or all of them one after the other.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./steps/dependencies.mjs";
import { findNode, roomFlags } from "./steps/node.mjs";
import { root, say } from "./steps/terminal.mjs";

ensureDependencies();
const folder = join(root, "bench");
// A file that others import is a helper, not a measurement.
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts"));
const texts = sources.map((name) => readFileSync(join(folder, name), "utf8"));
const measurements = sources.filter((name) => !texts.some((text) => text.includes(`"./${name}"`)));
const given = process.argv.slice(2);
const firstFlag = given.findIndex((argument) => argument.startsWith("-"));
const asked = firstFlag < 0 ? given : given.slice(0, firstFlag);
const flags = given.slice(asked.length);
// The figures run other measurements.
const every = measurements.filter((name) => name !== "figures.ts");
const chosen = asked.length > 0 ? asked.map((name) => `${name.replace(/\.ts$/, "")}.ts`) : every;

let failed = 0;
for (const name of chosen) {
  if (!existsSync(join(folder, name))) {
    say(`There is no bench/${name}; there are ${measurements.join(", ")}.`);
    failed++;
    continue;
  }
  process.stdout.write(`\n${name.replace(/\.ts$/, "")}\n`);
  if (spawnSync(findNode(), [...roomFlags, join(folder, name), ...flags], { cwd: root, stdio: "inherit" }).status !== 0)
    failed++;
}
process.exit(failed ? 1 : 0);
