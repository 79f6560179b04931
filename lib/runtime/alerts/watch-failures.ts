import { countEnded, countFailed } from "#store/enrollments";
import type { Connection } from "#store/sql";
import { HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

const FEW = 5;
/** 5 %: an alert is raised when more than one in this many enrollments failed. */
const ONE_IN = 20;

/**
 * Journeys of which more than five enrollments failed within the hour, if those are more than 5 % of all that ended in
 * it.
 */
export async function watchFailures(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const since = now - HOUR_MS;
  const alerts: RaisedAlert[] = [];
  for (const { workspaceId, journeyId, failed } of await countFailed(sql, since, FEW)) {
    const ended = await countEnded(sql, journeyId, since, failed * ONE_IN);
    if (ended >= failed * ONE_IN) continue;
    const text = `${failed} of ${ended} enrollments that ended in the last hour failed. Each one's last step says why.`;
    alerts.push({ code: "failing", workspaceId, journeyId, at: now, text, count: failed, counting: "is" });
  }
  return alerts;
}
