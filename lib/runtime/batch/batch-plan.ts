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
  /** From where each of the 64 shards is read (R8). */
  readonly bounds: LowerBounds;
  /** Filled with the people that were read, for anyone who has to find a culprit among them. */
  readonly personIds: string[];
  /** Only these people; `null` = everybody who has work. */
  readonly people: readonly string[] | null;
  /** At most so many signals; the limits' own number unless set. */
  readonly quota?: number;
  /** What comes of the one signal of the one person was refused before: found out is what, and set aside (R17). */
  readonly suspected: boolean;
  /** Waits for the one shard instead of passing it over (R5). */
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
