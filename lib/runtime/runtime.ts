import type { Database } from "#db";
import { log } from "#log";
import { type Configuration, emptyConfiguration } from "#store/snapshot";
import { type Bounds, openBounds } from "./batch/bounds.ts";
import { type Clock, databaseClock } from "./clock.ts";
import { type ClockDrift, openClockDrift } from "./downtime/clock-drift.ts";
import { type LiveWork, openLiveWork } from "./live-work.ts";

/** Limits of one batch (R10). Signals and timers have separate quotas, so that neither starves the other. */
export type Limits = {
  readonly shards: number;
  readonly signals: number;
  readonly timers: number;
  readonly bytes: number;
};

/**
 * Several shards per batch: one shard per transaction costs 15-35 % of the throughput on a single Postgres. 2,000
 * signals make the fixed cost of a batch (about ten round-trips) small, and a full batch still commits within a
 * fraction of a second.
 */
export const defaultLimits: Limits = { shards: 8, signals: 2_000, timers: 2_000, bytes: 8_000_000 };

/** State shared by the workers of one process: the database, the clock, and what they remember between batches. */
export type Runtime = {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Limits;
  /** How late a batch may be and still arm waits from their transition, in ms; the engine's 60 s if absent (R20). */
  readonly lag?: number | undefined;
  readonly bounds: Bounds;
  /**
   * The database's time of this process's first look for work, in ms. Another process may have crashed on signals older
   * than that (R17).
   */
  readonly firstLook: { since: number | null };
  /** How many shards the next batch claims; more than the limit while each shard holds little work. */
  readonly claimWidth: { shards: number };
  /** State of the check for clock jumps; claims are suspended after one (R44). */
  readonly drift: ClockDrift;
  /** Which batches for live people run, so that bulk work yields to them (R50). */
  readonly live: LiveWork;
  readonly configuration: { current: Configuration };
  readonly report: (message: string, detail: unknown) => void;
};

export type RuntimeOptions = {
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  readonly lag?: number;
  readonly report?: (message: string, detail: unknown) => void;
};

export function createRuntime(database: Database, options: RuntimeOptions = {}): Runtime {
  const limits = { ...defaultLimits, ...options.limits };
  return {
    database,
    clock: options.clock ?? databaseClock,
    limits,
    claimWidth: { shards: limits.shards },
    lag: options.lag,
    bounds: openBounds(),
    firstLook: { since: null },
    drift: openClockDrift(),
    live: openLiveWork(),
    configuration: { current: { ...emptyConfiguration, faulty: new Map() } },
    report: options.report ?? logReport,
  };
}

function logReport(message: string, detail: unknown): void {
  log.error(`engine: ${message}`, detail instanceof Error ? { error: detail } : { detail });
}
