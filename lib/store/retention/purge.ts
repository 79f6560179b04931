import { ALL_SHARDS, newId, type Sql, type TransactionSql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import { RETENTION_KINDS, type RetentionKind } from "./kinds.ts";

/** Few enough to take some milliseconds, as live batches wait for the rows. */
const AT_ONCE = 1_000;

export type RetentionPurge = {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: RetentionKind;
  readonly keepDays: number;
  /** Epoch ms: where the last run ended, and where this one is to end. */
  readonly from: number;
  readonly until: number;
};

type Wanted = { readonly workspaceId: string; readonly kind: RetentionKind; readonly keepDays: number };

/** What each workspace keeps for a time, and for how many days. */
export async function readRetentionDays(sql: Sql): Promise<Wanted[]> {
  const rows = await sql<{ workspaceId: string; kind: string; keepDays: number }[]>`
    select id as "workspaceId", kept.key as kind, (kept.value #>> '{}')::int as "keepDays"
    from workspaces, jsonb_each(
      case when jsonb_typeof(settings -> 'retention') = 'object' then settings -> 'retention' else '{}' end) as kept
    where jsonb_typeof(kept.value) = 'number'`;
  return rows.flatMap(({ kind, ...row }) =>
    RETENTION_KINDS.filter((known) => known === kind).map((own) => ({ ...row, kind: own })),
  );
}

/** A run that begins where the last finished one of this kind ended, and ends at `until` (epoch ms). */
export async function newRetentionPurge(sql: Sql, wanted: Wanted, until: number): Promise<RetentionPurge> {
  const [last] = await sql<{ until: number }[]>`
    select floor(extract(epoch from max(until)) * 1000)::float8 as until from retention_purges
    where workspace_id = ${wanted.workspaceId} and kind = ${wanted.kind} and finished_at is not null`;
  return { id: newId(), ...wanted, from: last?.until ?? 0, until };
}

type Range = {
  readonly workspaceId: string;
  readonly from: string;
  readonly until: string;
  /** Null: the table has none. */
  readonly shard: number | null;
};
type Slice = (sql: TransactionSql, range: Range) => Promise<{ readonly count: number }>;

const SLICES: Readonly<Record<RetentionKind, Slice>> = {
  events: (sql, { workspaceId, from, until, shard }) => sql`
    delete from events
    where shard = ${shard} and received_at >= ${from}::timestamptz and received_at < ${until}::timestamptz
      and (received_at, id) in (
        select received_at, id from events
        where shard = ${shard} and received_at >= ${from}::timestamptz and received_at < ${until}::timestamptz
          and workspace_id = ${workspaceId}
        order by received_at limit ${AT_ONCE})`,
  receipts: clearReceipts,
  surveyAnswers: (sql, { workspaceId, until, shard }) => sql`
    delete from survey_responses
    where shard = ${shard} and id in (
      select id from survey_responses
      where shard = ${shard} and survey_id in (
          select id from content where workspace_id = ${workspaceId} and type = 'survey')
        and started_at < ${until}::timestamptz and updated_at < ${until}::timestamptz
      limit ${AT_ONCE})`,
  testSends: (sql, { workspaceId, until }) => sql`
    delete from test_sends where id in (
      select id from test_sends where workspace_id = ${workspaceId} and created_at < ${until}::timestamptz
        and status in ('sent', 'captured', 'failed') limit ${AT_ONCE})`,
  refusedMessages: (sql, { workspaceId, until }) => sql`
    delete from refused_messages where workspace_id = ${workspaceId} and hour < ${until}::timestamptz`,
  rejectedSignals: (sql, { workspaceId, until, shard }) => sql`
    delete from rejected_signals
    where shard = ${shard} and workspace_id = ${workspaceId} and rejected_at < ${until}::timestamptz`,
  auditLog: (sql, { workspaceId, until }) => sql`
    delete from audit_log where id in (
      select id from audit_log where workspace_id = ${workspaceId} and at < ${until}::timestamptz
      order by at limit ${AT_ONCE})`,
};

const SHARDED: readonly RetentionKind[] = ["events", "receipts", "surveyAnswers", "rejectedSignals"];

/** The shards that a run goes through, one slice in each at a time; null stands for a table without any. */
export const shardsOfKind = (kind: RetentionKind): readonly (number | null)[] =>
  SHARDED.includes(kind) ? ALL_SHARDS : [null];

/**
 * Takes out of old transitions what they saw of the person, and of an enrollment that ended the values it began with: its
 * last transition is as old as its end. The transitions themselves stay, as figures and the audit count them.
 */
async function clearReceipts(
  sql: TransactionSql,
  { workspaceId, from, until, shard }: Range,
): Promise<{ count: number }> {
  const cleared = await sql<{ id: string }[]>`
    update history set hops = (
      select json_agg(hop - 'receipt' order by place)
      from jsonb_array_elements(hops::jsonb) with ordinality as one (hop, place))
    where shard = ${shard} and at >= ${from}::timestamptz and at < ${until}::timestamptz
      and (enrollment_id, at, id) in (
        select enrollment_id, at, id from history
        where shard = ${shard} and journey_id in (select id from journeys where workspace_id = ${workspaceId})
          and at >= ${from}::timestamptz and at < ${until}::timestamptz and strpos(hops::text, '"receipt"') > 0
        limit ${AT_ONCE})
    returning enrollment_id as id`;
  const ids = [...new Set(cleared.map(({ id }) => id))];
  await sql`
    update enrollments set trigger = (trigger::jsonb - 'properties')::json
    where shard = ${shard} and id = any(${ids}::uuid[]) and status in ('completed', 'stopped')
      and ended_at < ${until}::timestamptz and trigger is not null`;
  return cleared;
}

/** Deletes some of what is too old in a shard, and counts it on the receipt, in one transaction; returns how many rows. */
export async function retentionSlice(sql: Sql, purge: RetentionPurge, shard: number | null): Promise<number> {
  const { id, workspaceId, kind, keepDays } = purge;
  const until = toSqlTimestamp(purge.until);
  return await sql.begin(async (tx) => {
    const { count } = await SLICES[kind](tx, { workspaceId, from: toSqlTimestamp(purge.from), until, shard });
    if (count > 0)
      await tx`
        insert into retention_purges as known (id, workspace_id, kind, keep_days, until, rows)
        values (${id}, ${workspaceId}, ${kind}, ${keepDays}, ${until}::timestamptz, ${count})
        on conflict (id) do update set rows = known.rows + excluded.rows`;
    return count;
  });
}

/** Nothing older is left. */
export async function finishRetention(sql: Sql, { id }: RetentionPurge): Promise<void> {
  await sql`update retention_purges set finished_at = clock_timestamp() where id = ${id}`;
}
