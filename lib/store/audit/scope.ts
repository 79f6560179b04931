import { ALL_SHARDS, type Database, type TransactionSql } from "#db";
import { MINUTE_MS } from "#times";
import { firstHistory } from "./first-history.ts";

/** The scope of an audit: everything, one workspace, or one journey. */
export type Scope = { readonly workspaceId?: string; readonly journeyId?: string };

/** A running audit: all its statements see the same snapshot, so their counts must agree. */
export type AuditScope = {
  readonly sql: TransactionSql;
  readonly scope: Scope;
  /**
   * Times as text: now; a minute ago, after which work counts as late; ten minutes ago, for work that may have to
   * queue.
   */
  readonly now: string;
  readonly late: string;
  readonly long: string;
  /** The time from which history is complete. */
  readonly historyFrom: string;
  /** Engines wait for a decision after a downtime, so overdue enrollments are expected (R44). */
  readonly resting: boolean;
  /** Journeys that an operation is deleting: their rows come and go. */
  readonly vanishing: readonly string[];
};

/** How many findings of one kind are listed. */
export const NAMED = 100;

/**
 * A few rounds of many shards: each needs less memory than one for all, and is planned as a plain scan, unlike 64 small ones.
 */
export const ROUNDS: readonly (readonly number[])[] = Array.from({ length: 4 }, (_, round) =>
  ALL_SHARDS.filter((shard) => shard % 4 === round),
);

/**
 * Runs an audit's statements in one read-only snapshot. `at` instead of the database's clock serves virtual time;
 * `keepHistoryMs` is for how long history is kept, `null` = forever.
 */
export async function inAuditSnapshot<Answer>(
  database: Database,
  scope: Scope,
  { at, keepHistoryMs }: { readonly at?: Date | undefined; readonly keepHistoryMs: number | null },
  work: (audit: AuditScope) => Promise<Answer>,
): Promise<Answer> {
  const answer = await database.sql.begin("isolation level repeatable read read only", async (sql) => {
    await sql`set local statement_timeout = '10min'`;
    // Each statement reads a large part of its tables; a generic plan would not know how much.
    await sql`set local plan_cache_mode = force_custom_plan`;
    const [clock] = await sql<
      { now: number }[]
    >`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
    const now = at?.getTime() ?? clock?.now ?? 0;
    const deleting = await sql<{ journey_id: string }[]>`
      select distinct journey_id from operations where kind = 'delete_journey' and journey_id is not null`;
    const [life] = await sql`select from engine_life where held_at is not null and answer is null`;
    // The oldest row shows how far retention got, the setting how far it may have got within a partition.
    const historyFrom = Math.max((await firstHistory(sql)) ?? 0, keepHistoryMs === null ? 0 : now - keepHistoryMs);
    return work({
      sql,
      scope,
      now: new Date(now).toISOString(),
      late: new Date(now - MINUTE_MS).toISOString(),
      long: new Date(now - 10 * MINUTE_MS).toISOString(),
      historyFrom: new Date(historyFrom).toISOString(),
      resting: life !== undefined,
      vanishing: deleting.map((row) => row.journey_id),
    });
  });
  return answer as Answer;
}

/** Limits a statement to the scope; `table` is the alias of a table with a workspace and a journey. */
export function inScope({ sql, scope, vanishing }: AuditScope, table: string) {
  const column = (name: string) => sql(`${table}.${name}`);
  return sql`
    not ${column("journey_id")} = any(${[...vanishing]}::uuid[])
    ${scope.workspaceId ? sql`and ${column("workspace_id")} = ${scope.workspaceId}` : sql``}
    ${scope.journeyId ? sql`and ${column("journey_id")} = ${scope.journeyId}` : sql``}`;
}
