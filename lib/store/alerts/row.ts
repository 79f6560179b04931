import type { alerts } from "./table.ts";

export type AlertCode = typeof alerts.$inferSelect.code;

/** An alert with its key. One row per key, because an upsert may touch each row only once per statement (R21). */
export type AlertRow = {
  readonly shard: number;
  readonly id: string;
  readonly code: AlertCode;
  readonly workspaceId: string | null;
  readonly journeyId: string | null;
  /** In ms. */
  readonly at: number;
  readonly text: string;
  readonly count: number;
  /**
   * `adds` (the default): `count` is added to the stored count. `is`: `count` replaces it, so repeated alerts do not
   * inflate it.
   */
  readonly counting?: "adds" | "is";
  readonly detail?: Readonly<Record<string, unknown>>;
};
