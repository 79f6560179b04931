import type { Connection } from "#store/sql";
import { raiseAlerts } from "../alerts/index.ts";
import { reasonOf } from "../batch/refusal.ts";
import type { Runtime } from "../runtime.ts";

type Schedule = { readonly journeyId: string; readonly workspaceId: string; readonly nodeId: string };

/** Raises an alert that one schedule cannot be computed or started. It is set aside, and the others continue (R53). */
export async function reportSchedule(
  runtime: Runtime,
  sql: Connection,
  { journeyId, workspaceId, nodeId }: Schedule,
  error: unknown,
  at: number,
): Promise<void> {
  runtime.report("a schedule cannot be computed or started; it is set aside", error);
  const text = `A schedule cannot be computed or started: ${reasonOf(error)}. It starts nobody until its time or time zone is changed; all others continue.`;
  await raiseAlerts(sql, [
    { code: "schedule_failed", workspaceId, journeyId, at, text, counting: "is", subject: nodeId, detail: { nodeId } },
  ]);
}
