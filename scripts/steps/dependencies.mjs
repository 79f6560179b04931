// Runs on the machine's own Node, before anything is installed: no dependencies, no TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, say } from "./terminal.mjs";

/** Installs the lockfile's packages, unless they are installed already. */
export function ensureDependencies() {
  const reason = findDifference();
  if (!reason) return;
  say(`Installing dependencies (${reason}) …`);
  const done = npm(["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]);
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout}${done.stderr}\n`);
    say("The dependencies could not be installed; npm says why above.");
    process.exit(1);
  }
}

/** Compares the record of installed packages in node_modules with the lockfile. */
function findDifference() {
  const noted = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return "first start";
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(noted);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const there = installed[path];
    if (!there && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (there?.version !== entry.version || there?.integrity !== entry.integrity) return "the lockfile changed";
    if (!existsSync(join(root, path, "package.json"))) return "something is missing";
  }
  return null;
}

const readPackages = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

function npm(args) {
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "" } };
  const script = process.env.npm_execpath ?? besideNode();
  if (script?.endsWith(".js") || script?.endsWith(".cjs"))
    return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync("npm", args, options);
}

function besideNode() {
  const script = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return existsSync(script) ? script : undefined;
}
