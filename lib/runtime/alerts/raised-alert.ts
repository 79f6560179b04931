import { createHash } from "node:crypto";
import { shardOf } from "#db";
import type { AlertCode, AlertRow } from "#store/alerts";
import { HOUR_MS } from "#times";

/** Something an operator should see. Raising it again within the same hour updates the same alert. */
export type RaisedAlert = {
  readonly code: AlertCode;
  /** `null` concerns the whole installation. */
  readonly workspaceId: string | null;
  readonly journeyId: string | null;
  /** In ms. */
  readonly at: number;
  readonly text: string;
  /** How many occurrences this adds; 1 if absent. */
  readonly count?: number;
  /**
   * `adds` (the default): `count` is added to the stored count. `is`: `count` replaces it, so repeated checks do not
   * inflate it.
   */
  readonly counting?: "adds" | "is";
  /** Tells alerts of one code and journey apart, e.g. an operation's id. */
  readonly subject?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** A batch names a shard whose lock it holds (R4). If absent, the journey's shard is used. */
  readonly shard?: number;
};

/** One row per key, because an upsert may touch each row only once per statement (R21). */
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

/** The id depends only on the subject and the hour, so every process and every shard computes the same one. */
function alertId({ workspaceId, journeyId, code, subject, at }: RaisedAlert): string {
  const key = [workspaceId, journeyId, code, subject ?? "", Math.floor(at / HOUR_MS)].join(" ");
  const hex = createHash("md5").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
