import { eq } from "drizzle-orm";
import type { Orm } from "#db";
import type { Connection } from "../sql/connection.ts";
import { engineLife } from "./table.ts";

export type EngineRecord = {
  /** Identifies the current server data and the database in it. */
  readonly system: string;
  readonly now: number;
  /** What the last engine wrote; `null`: this is the first engine. */
  readonly known: KnownEngine | null;
};

export type KnownEngine = {
  readonly system: string;
  readonly lastSeenAt: number;
  readonly heldAt: number | null;
  readonly awaySince: number | null;
  readonly answer: "fire" | "shift" | "drop" | null;
};

/**
 * A restored dump or a new server has another identifier. Where the identifier may not be read, only the database is
 * compared.
 */
export async function readEngineRecord(sql: Connection): Promise<EngineRecord> {
  const [row] = await sql<(Omit<EngineRecord, "known"> & { known: KnownEngine | null })[]>`
    select (select system_identifier from pg_control_system()) || '/' || current_database.oid as system,
      floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now,
      case when life.id is not null then jsonb_build_object('system', system_id, 'heldAt', extract(epoch from held_at) * 1000,
        'lastSeenAt', floor(extract(epoch from last_seen_at) * 1000), 'answer', answer,
        'awaySince', floor(extract(epoch from away_since) * 1000)) end as known
    from (select oid from pg_database where datname = current_database()) current_database
    left join engine_life life on life.id = 1`;
  if (!row) throw new Error("The database has no row about this installation.");
  return row;
}

/** Engines note themselves every half minute; after four times of that, none is taken to work. */
const SEEN_WITHIN = "2 minutes";

/** Whether an engine works at this installation, in whichever process: one was seen lately, and none waits for an answer. */
export async function isEngineWorking(sql: Connection): Promise<boolean> {
  const rows = await sql`
    select from engine_life where id = 1 and held_at is null and last_seen_at > clock_timestamp() - ${SEEN_WITHIN}::text::interval`;
  return rows.length > 0;
}

/** What the engines know of a downtime; undefined: none has run yet. */
export async function readDowntime(orm: Orm): Promise<typeof engineLife.$inferSelect | undefined> {
  const [row] = await orm.select().from(engineLife).where(eq(engineLife.id, 1));
  return row;
}
