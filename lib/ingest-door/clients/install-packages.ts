import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the packages of a folder with its own package.json and lockfile, without their scripts; does nothing if they
 * are there. Throws npm's output if the installation fails.
 */
export function installPackages(folder: string): void {
  const lockfile = readFileSync(join(folder, "package-lock.json"), "utf8");
  // Written last, so that an interrupted installation is repeated.
  const note = join(folder, "node_modules", ".installed-from");
  if (existsSync(note) && readFileSync(note, "utf8") === lockfile) return;
  const order = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const done = spawnSync("npm", order, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  if (done.status !== 0)
    throw new Error(`npm could not install the packages of ${folder}:\n${done.stdout}${done.stderr}`);
  writeFileSync(note, lockfile);
}
