import type { LowerBounds } from "#store/shards";

export type BatchReport = {
  readonly idle: boolean;
  readonly shards: number;
  readonly people: number;
  readonly signals: number;
  readonly timers: number;
  /** Rows of history written: signals that moved an enrollment. */
  readonly history: number;
};

export type BatchPlan = {
  readonly shards: readonly number[];
  /** Per shard (64), the time from which its rows are read (R8). */
  readonly bounds: LowerBounds;
  /**
   * Output: `runBatch` adds the people it read, so that a caller can search for the culprit among them after a failure.
   */
  readonly personIds: string[];
  /** Only these people; `null` reads everybody who has work. */
  readonly people: readonly string[] | null;
  /** Maximum number of signals; the limits' own number if absent. */
  readonly quota?: number;
  /**
   * The plan covers one signal of one person whose result was refused before. The batch then finds out what is refused,
   * and sets it aside (R17).
   */
  readonly suspected: boolean;
  /** Waits for the one shard's lock instead of skipping the shard (R5). */
  readonly waits?: boolean;
};

export const NO_REPORT: BatchReport = { idle: false, shards: 0, people: 0, signals: 0, timers: 0, history: 0 };

export function addReports(left: BatchReport, right: BatchReport): BatchReport {
  return {
    idle: false,
    shards: left.shards + right.shards,
    people: left.people + right.people,
    signals: left.signals + right.signals,
    timers: left.timers + right.timers,
    history: left.history + right.history,
  };
}
