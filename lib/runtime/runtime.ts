import type { Database } from "#db";
import { log } from "#log";
import { type Configuration, emptyConfiguration } from "#store/snapshot";
import { type Bounds, openBounds } from "./batch/bounds.ts";
import { type Clock, databaseClock } from "./clock.ts";
import { type ClockDrift, openClockDrift } from "./downtime/clock-drift.ts";

/** How much one batch may take on (R10); a quota each for inbox and timers, so that neither starves the other. */
export type Limits = {
  readonly shards: number;
  readonly signals: number;
  readonly timers: number;
  readonly bytes: number;
};

/**
 * Several shards a batch: one shard a transaction costs 15-35 % of the speed on a single Postgres. 2,000 signals keep
 * what a batch costs in itself (some ten round-trips) small, and a full one still commits within a fraction of a second.
 */
export const defaultLimits: Limits = { shards: 8, signals: 2_000, timers: 2_000, bytes: 8_000_000 };

/** What the workers of one process share: the database, the clock, and what they remember between batches. */
export type Runtime = {
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: Limits;
  /** How late a batch may be and still arm waits from their hop, in ms; the engine's 60 s unless set (R20). */
  readonly lag?: number | undefined;
  readonly bounds: Bounds;
  /** The database's time of this process's first look for work, in ms: older signals may be what another one died of (R17). */
  readonly firstLook: { since: number | null };
  /** How many shards the next batch claims: more than the limit while each holds little. */
  readonly claimWidth: { shards: number };
  /** How the database's clock goes; claims are suspended after it jumped (R44). */
  readonly drift: ClockDrift;
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
    configuration: { current: { ...emptyConfiguration, faulty: new Map() } },
    report: options.report ?? logReport,
  };
}

function logReport(message: string, detail: unknown): void {
  log.error(`engine: ${message}`, detail instanceof Error ? { error: detail } : { detail });
}
