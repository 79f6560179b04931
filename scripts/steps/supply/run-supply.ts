import { writeFileSync } from "node:fs";
import { ageFindings, readAges } from "./ages.ts";
import { findSupplyProblems } from "./check-supply.ts";
import { countLicences } from "./licences.ts";
import { readLockfile } from "./lockfile.ts";
import { billText } from "./sbom.ts";

const USAGE = `npm run supply                   what is supplied by others: licences, and problems
npm run supply -- --sbom <file>  the bill of materials (CycloneDX)
npm run supply -- --ages [days]  direct dependencies that are behind the newest by more (180)
`;

/** Returns the exit code. */
export async function runSupply(flags: readonly string[]): Promise<number> {
  const [flag, value] = flags;
  if (flag === undefined) return tell();
  if (flag === "--sbom" && value !== undefined) {
    writeFileSync(value, billText());
    return 0;
  }
  if (flag === "--ages") return await tellAges(value === undefined ? 180 : Number(value));
  process.stderr.write(USAGE);
  return 2;
}

function tell(): number {
  const { packages } = readLockfile();
  for (const [licence, count] of countLicences(packages))
    process.stdout.write(`${String(count).padStart(5)}  ${licence}\n`);
  const problems = findSupplyProblems();
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  return problems.length > 0 ? 1 : 0;
}

async function tellAges(days: number): Promise<number> {
  if (!Number.isInteger(days) || days < 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const registry = (process.env.npm_config_registry ?? "https://registry.npmjs.org").replace(/\/+$/, "");
  const { dependencies, packages } = readLockfile();
  const direct = packages.filter(({ path, name }) => path === `node_modules/${name}` && dependencies.includes(name));
  const findings = ageFindings(await readAges(registry, direct), Date.now(), days);
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  return findings.length > 0 ? 1 : 0;
}
