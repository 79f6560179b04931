import { readFailedOperations } from "#store/operations";
import type { Connection } from "#store/sql";
import { HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

/** One alert for each operation that failed within the hour, dated at the time it failed. */
export async function watchOperations(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const failed = await readFailedOperations(sql, now - HOUR_MS);
  return failed.map(({ id, workspaceId, journeyId, kind, error, at }) => ({
    code: "operation_failed",
    workspaceId,
    journeyId,
    at,
    text: `The operation “${kind.replaceAll("_", " ")}” failed: ${error ?? "no reason is known"}`,
    counting: "is",
    subject: id,
    detail: { operationId: id },
  }));
}
