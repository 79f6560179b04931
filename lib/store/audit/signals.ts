import type { AuditScope } from "./scope.ts";

/** The number of rows read per workspace, so that a flood of kept signals does not slow the audit. */
const LOOKED_AT = 10_000;
/** Counted up to one more than this. */
const COUNTED = 100_000;

export type KeptSignals = {
  readonly kinds: string;
  readonly signals: number;
  readonly people: number;
  readonly since: string;
  readonly error: string;
  /** There are more; only so many are looked at. */
  readonly isMore: boolean;
};

/** Accepted signals that could not be processed: they are kept, and have no effect until they are replayed (R17). */
export async function summarizeKeptSignals({ sql, scope }: AuditScope): Promise<KeptSignals[]> {
  if (scope.journeyId) return [];
  const rows = await sql<Omit<KeptSignals, "isMore">[]>`
    select kinds, signals, people, error, (
        select rejected_at from rejected_signals where workspace_id = w.id order by rejected_at limit 1) as since
    from workspaces w
    cross join lateral (
      select string_agg(distinct kind, ', ') as kinds, count(*)::float8 as signals,
        count(distinct person_id)::float8 as people, (array_agg(error order by rejected_at desc))[1] as error
      from (
        select kind, person_id, rejected_at, error from rejected_signals r
        where r.workspace_id = w.id order by r.rejected_at desc limit ${LOOKED_AT + 1}) latest
    ) looked
    where signals > 0 ${scope.workspaceId ? sql`and w.id = ${scope.workspaceId}` : sql``}`;
  return rows.map((row) => ({
    ...row,
    signals: Math.min(row.signals, LOOKED_AT),
    isMore: row.signals > LOOKED_AT,
  }));
}

/** Signals that wait or are kept; processed ones have no row. 100,001 stands for more than 100,000. */
export async function countSignals({ sql, scope }: AuditScope): Promise<{ waiting: number; kept: number }> {
  const own = scope.workspaceId ? sql`where workspace_id = ${scope.workspaceId}` : sql``;
  const [row] = await sql<{ waiting: number; kept: number }[]>`
    select
      (select count(*) from (select from inbox ${own} limit ${COUNTED + 1}) counted)::float8 as waiting,
      (select count(*) from (select from rejected_signals ${own} limit ${COUNTED + 1}) counted)::float8 as kept`;
  return row ?? { waiting: 0, kept: 0 };
}
