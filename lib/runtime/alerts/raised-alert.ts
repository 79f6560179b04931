import { createHash } from "node:crypto";
import { shardOf } from "#db";
import type { AlertCode, AlertRow } from "#store/alerts";
import { HOUR_MS } from "#times";

/** Something an operator should see; raised again within the hour it is the same alert. */
export type RaisedAlert = {
  readonly code: AlertCode;
  /** `null` concerns the whole installation. */
  readonly workspaceId: string | null;
  readonly journeyId: string | null;
  /** When, in ms. */
  readonly at: number;
  readonly text: string;
  /** How much of it; 1 unless said. */
  readonly count?: number;
  /** `adds` (the default): one more each time. `is`: how much there is now, however often somebody looks. */
  readonly counting?: "adds" | "is";
  /** Tells alerts of one code and journey apart, e.g. an operation's id. */
  readonly subject?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** A batch names the shard it owns (R4); otherwise the journey's. */
  readonly shard?: number;
};

/** One row a key, as a statement may meet each only once (R21). */
export function alertRows(raised: readonly RaisedAlert[]): AlertRow[] {
  const rows = new Map<string, AlertRow>();
  for (const alert of raised) {
    const id = alertId(alert);
    const shard = alert.shard ?? (alert.journeyId === null ? 0 : shardOf(alert.journeyId));
    const key = `${shard} ${id}`;
    const before = alert.counting === "is" ? 0 : (rows.get(key)?.count ?? 0);
    rows.set(key, { ...alert, id, shard, count: before + (alert.count ?? 1) });
  }
  return [...rows.values()];
}

/** The same for the same thing in the same hour, whoever raises it and in whichever shard. */
function alertId({ workspaceId, journeyId, code, subject, at }: RaisedAlert): string {
  const key = [workspaceId, journeyId, code, subject ?? "", Math.floor(at / HOUR_MS)].join(" ");
  const hex = createHash("md5").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
