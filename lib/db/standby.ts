import { setTimeout as sleep } from "node:timers/promises";
import { processSingleton } from "#process";
import { connect, type Database } from "./client.ts";

/** How far a standby may lag behind before the database itself answers instead. */
const LAG_LIMIT_MS = 1_000;
const LOOK_MS = 250;
/** A standby that does not answer for so long is not asked until it does. */
const PATIENCE_MS = 2_000;

/** Which database answers for figures, and why. */
export type StandbyState = {
  readonly answers: "standby" | "primary";
  /** How far the standby is behind, in ms; `null`: it does not answer, or is no standby of this database. */
  readonly lagMs: number | null;
  readonly reason: "in step" | "behind" | "away" | "no standby";
};

type Standby = { readonly database: Database; state: StandbyState };

const held = processSingleton("standby", (): { standby: Standby | null } => ({ standby: null }));

/** State of the standby of this process; `null`: none is configured. */
export const standbyState = (): StandbyState | null => held.standby?.state ?? null;

/** Database for figures: the standby while it is at most a second behind, else the given one. */
export function databaseForFigures(database: Database): Database {
  const { standby } = held;
  return standby?.state.answers === "standby" ? standby.database : database;
}

/**
 * Opens a pool on a physical standby of `primary`, and looks four times a second how far it is behind. It is never waited
 * for: a start with a standby that is away works without it.
 */
export function openStandby(primary: Database, url: string, everyMs = LOOK_MS): { readonly stop: () => Promise<void> } {
  const database = connect(url, { settings: { default_transaction_read_only: "on", statement_timeout: 30_000 } });
  const [own, other] = [primary.fork({ max: 1 }), database.fork({ max: 1 })];
  const standby: Standby = { database, state: AWAY };
  held.standby = standby;
  const stopping = new AbortController();
  const { signal } = stopping;
  const marks: Mark[] = [];
  const look = async () => {
    while (!signal.aborted) {
      standby.state = await Promise.race([
        compare(own, other, marks).catch(() => AWAY),
        sleep(PATIENCE_MS, AWAY, { signal, ref: false }).catch(() => AWAY),
      ]);
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const looking = look();
  return {
    stop: async () => {
      stopping.abort();
      held.standby = null;
      await looking;
      await Promise.all([database, own, other].map((each) => each.close()));
    },
  };
}

const AWAY: StandbyState = { answers: "primary", lagMs: null, reason: "away" };
const NO_STANDBY: StandbyState = { ...AWAY, reason: "no standby" };

/** How far the log of the primary was written (in bytes) at a moment of this process (in ms). */
type Mark = { readonly written: number; readonly at: number };

/**
 * The lag is the age of the oldest mark that the standby has not replayed. The time of its last replayed commit would not
 * do: while nothing is written it grows without end, and is wrong for the first commit afterwards.
 */
async function compare(primary: Database, standby: Database, marks: Mark[]): Promise<StandbyState> {
  const [there] = await primary.sql<{ written: number; system: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as written,
      (select system_identifier::text from pg_control_system()) as system`;
  if (!there) return AWAY;
  marks.push({ written: there.written, at: performance.now() });
  const [here] = await standby.sql<{ replays: boolean; replayed: number; system: string }[]>`
    select pg_is_in_recovery() as replays, pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 as replayed,
      (select system_identifier::text from pg_control_system()) as system`;
  if (!here?.replays || here.system !== there.system) return NO_STANDBY;
  while (marks[0] && marks[0].written <= here.replayed) marks.shift();
  // Of a standby that is away for hours only the oldest matters.
  if (marks.length > MARKS) marks.splice(1, marks.length - MARKS);
  const lagMs = marks[0] ? Math.round(performance.now() - marks[0].at) : 0;
  if (lagMs > LAG_LIMIT_MS) return { answers: "primary", lagMs, reason: "behind" };
  return { answers: "standby", lagMs, reason: "in step" };
}

const MARKS = 1_000;
