import { countFailingDeliveries, countQueuedDeliveries } from "#store/deliveries";
import type { Connection } from "#store/sql";
import { HOUR_MS } from "#times";
import type { RaisedAlert } from "./raised-alert.ts";

const FEW = 5;
const ONE_IN = 20;

/**
 * Journeys with more than five deliveries that failed or are being retried, if those are more than 5 % of the last
 * hour's.
 */
export async function watchDeliveries(sql: Connection, now: number): Promise<RaisedAlert[]> {
  const since = now - HOUR_MS;
  const alerts: RaisedAlert[] = [];
  for (const { workspaceId, journeyId, failed, retried, error } of await countFailingDeliveries(sql, since)) {
    const count = failed + retried;
    if (count <= FEW) continue;
    if ((await countQueuedDeliveries(sql, journeyId, since, count * ONE_IN)) >= count * ONE_IN) continue;
    const parts = [failed > 0 ? `${failed} failed` : "", retried > 0 ? `${retried} are being retried` : ""];
    const text = `Messages are not delivered: ${parts.filter(Boolean).join(", ")}. ${error ?? ""}`.trim();
    const about = { workspaceId, journeyId, at: now, text, count };
    alerts.push({ code: "deliveries_failing", ...about, counting: "is" });
  }
  return alerts;
}
