import type { alerts } from "./table.ts";

export type AlertCode = typeof alerts.$inferSelect.code;

/** An alert with its key: one row a key, as a statement may meet each only once (R21). */
export type AlertRow = {
  readonly shard: number;
  readonly id: string;
  readonly code: AlertCode;
  readonly workspaceId: string | null;
  readonly journeyId: string | null;
  /** When, in ms. */
  readonly at: number;
  readonly text: string;
  readonly count: number;
  /** `adds` (the default): `count` more. `is`: `count` in all, however often it was raised before. */
  readonly counting?: "adds" | "is";
  readonly detail?: Readonly<Record<string, unknown>>;
};
