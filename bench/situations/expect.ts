import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Database } from "#db";
import { auditAll } from "#services/audit";

/** A figure with a wrong result is useless, so this ends the bench. */
export function expectEqual(what: string, seen: unknown, wanted: unknown): void {
  if (isDeepStrictEqual({ ...(seen as object) }, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(seen)} instead of ${JSON.stringify(wanted)}`);
}

export async function expectClean(database: Database): Promise<void> {
  const { findings } = await auditAll(database);
  if (findings.length === 0) return;
  throw new Error(`The audit finds ${findings.length} faults: ${JSON.stringify(findings.slice(0, 5))}`);
}

/** Polls; fails after ten minutes. */
export async function until(what: string, isSo: () => Promise<boolean>, everyMs: number): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`After ten minutes not yet: ${what}.`);
    await sleep(everyMs);
  }
}
