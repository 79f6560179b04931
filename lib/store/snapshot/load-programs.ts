import type { Connection } from "../sql/connection.ts";
import { readPrograms } from "../versions/read.ts";
import type { Configuration } from "./configuration.ts";
import { runnable } from "./runnable.ts";

/**
 * Loads versions that people still stand on, though nobody can enter them any more. Each is read when it is first
 * needed.
 */
export async function loadPrograms(
  sql: Connection,
  configuration: Configuration,
  stoodOn: Iterable<{ readonly workspaceId: string; readonly versionId: string }>,
): Promise<void> {
  const missing = new Set<string>();
  for (const { workspaceId, versionId } of stoodOn) {
    if (configuration.programs.get(workspaceId)?.has(versionId) || configuration.faulty.has(versionId)) continue;
    missing.add(versionId);
  }
  if (missing.size === 0) return;
  for (const row of runnable(configuration.faulty, await readPrograms(sql, [...missing]))) {
    configuration.programs.get(row.workspaceId)?.set(row.id, row.program);
  }
}
