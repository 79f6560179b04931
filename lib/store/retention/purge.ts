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
  /** Where the slice before ended, for rows that stay; null: at the beginning. */
  readonly after: After | null;
};
/** A row of the history. */
export type After = { readonly journeyId: string; readonly at: string; readonly id: string };
type Sliced = { readonly count: number; readonly after?: After | null };
type Slice = (sql: TransactionSql, range: Range) => Promise<Sliced>;

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
async function clearReceipts(sql: TransactionSql, { workspaceId, from, until, shard, after }: Range): Promise<Sliced> {
  const further =
    after === null
      ? sql``
      : sql`and (journey_id, at, id) > (${after.journeyId}::uuid, ${after.at}::text::timestamptz, ${after.id}::uuid)`;
  const cleared = await sql<(After & { enrollmentId: string })[]>`
    with old as materialized (
      select enrollment_id, journey_id, at, id from history
      where shard = ${shard} and journey_id in (select id from journeys where workspace_id = ${workspaceId})
        and at >= ${from}::timestamptz and at < ${until}::timestamptz and strpos(hops::text, '"receipt"') > 0 ${further}
      order by journey_id, at, id limit ${AT_ONCE}
    ), done as (
      update history h set hops = (
        select json_agg(hop - 'receipt' order by place)
        from jsonb_array_elements(h.hops::jsonb) with ordinality as one (hop, place))
      from old
      where h.shard = ${shard} and h.at >= ${from}::timestamptz and h.at < ${until}::timestamptz
        and h.enrollment_id = old.enrollment_id and h.at = old.at and h.id = old.id
    )
    select enrollment_id as "enrollmentId", journey_id as "journeyId", at::text as at, id
    from old order by journey_id, at, id`;
  const ids = [...new Set(cleared.map(({ enrollmentId }) => enrollmentId))];
  await sql`
    update enrollments set trigger = (trigger::jsonb - 'properties')::json
    where shard = ${shard} and id = any(${ids}::uuid[]) and status in ('completed', 'stopped')
      and ended_at < ${until}::timestamptz and trigger is not null`;
  const last = cleared.length < AT_ONCE ? undefined : cleared.at(-1);
  return { count: cleared.length, after: last ? { journeyId: last.journeyId, at: last.at, id: last.id } : null };
}

/**
 * Deletes some of what is too old in a shard, and counts it on the receipt, in one transaction. Rows that stay are passed
 * once: the next slice begins `after` the last one. `isLast`: nothing is left in the shard.
 */
export async function retentionSlice(
  sql: Sql,
  purge: RetentionPurge,
  shard: number | null,
  after: After | null = null,
): Promise<{ readonly isLast: boolean; readonly after: After | null }> {
  const { id, workspaceId, kind, keepDays } = purge;
  const until = toSqlTimestamp(purge.until);
  return await sql.begin(async (tx) => {
    const range = { workspaceId, from: toSqlTimestamp(purge.from), until, shard, after };
    const { count, after: next } = await SLICES[kind](tx, range);
    if (count > 0)
      await tx`
        insert into retention_purges as known (id, workspace_id, kind, keep_days, until, rows)
        values (${id}, ${workspaceId}, ${kind}, ${keepDays}, ${until}::timestamptz, ${count})
        on conflict (id) do update set rows = known.rows + excluded.rows`;
    return { isLast: count === 0 || next === null, after: next ?? null };
  });
}

/** Nothing older is left; the receipt says so also of a run that found nothing, so that the next one begins there. */
export async function finishRetention(sql: Sql, purge: RetentionPurge): Promise<void> {
  const { id, workspaceId, kind, keepDays } = purge;
  await sql.begin(async (tx) => {
    // One empty receipt of a kind is enough; lists leave it out.
    await tx`delete from retention_purges where workspace_id = ${workspaceId} and kind = ${kind} and rows = 0`;
    await tx`
      insert into retention_purges (id, workspace_id, kind, keep_days, until, rows, finished_at)
      values (${id}, ${workspaceId}, ${kind}, ${keepDays}, ${toSqlTimestamp(purge.until)}::timestamptz, 0, clock_timestamp())
      on conflict (id) do update set finished_at = excluded.finished_at`;
  });
}
