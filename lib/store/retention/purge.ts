import { ALL_SHARDS, newId, type Sql, type TransactionSql } from "#db";
import { toSqlTimestamp } from "../sql/connection.ts";
import { RETENTION_KINDS, type RetentionKind } from "./kinds.ts";

const PER_SHARD = 200;
const AT_ONCE = 5_000;

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

type Range = { readonly workspaceId: string; readonly from: string; readonly until: string };
type Slice = (sql: TransactionSql, range: Range) => Promise<{ readonly count: number }>;

const SLICES: Readonly<Record<RetentionKind, Slice>> = {
  events: (sql, { workspaceId, from, until }) => sql`
    delete from events using unnest(${ALL_SHARDS}::smallint[]) as looked (shard), lateral (
      select received_at, id from events as old
      where old.shard = looked.shard and old.received_at >= ${from}::timestamptz and old.received_at < ${until}::timestamptz
        and old.workspace_id = ${workspaceId}
      order by received_at limit ${PER_SHARD}
    ) old
    where events.shard = looked.shard and events.received_at = old.received_at and events.id = old.id
      and events.received_at >= ${from}::timestamptz and events.received_at < ${until}::timestamptz`,
  receipts: clearReceipts,
  surveyAnswers: (sql, { workspaceId, until }) => sql`
    delete from survey_responses using unnest(${ALL_SHARDS}::smallint[]) as looked (shard), content, lateral (
      select id from survey_responses as old
      where old.shard = looked.shard and old.survey_id = content.id and old.started_at < ${until}::timestamptz
        and old.updated_at < ${until}::timestamptz
      order by started_at limit ${PER_SHARD}
    ) old
    where content.workspace_id = ${workspaceId} and content.type = 'survey'
      and survey_responses.shard = looked.shard and survey_responses.id = old.id`,
  testSends: (sql, { workspaceId, until }) => sql`
    delete from test_sends where id in (
      select id from test_sends where workspace_id = ${workspaceId} and created_at < ${until}::timestamptz
        and status in ('sent', 'captured', 'failed') limit ${AT_ONCE})`,
  refusedMessages: (sql, { workspaceId, until }) => sql`
    delete from refused_messages where workspace_id = ${workspaceId} and hour < ${until}::timestamptz`,
  rejectedSignals: (sql, { workspaceId, until }) => sql`
    delete from rejected_signals using (
      select shard, id from rejected_signals
      where workspace_id = ${workspaceId} and rejected_at < ${until}::timestamptz
      order by rejected_at limit ${AT_ONCE}
    ) old
    where rejected_signals.shard = old.shard and rejected_signals.id = old.id`,
  auditLog: (sql, { workspaceId, until }) => sql`
    delete from audit_log where id in (
      select id from audit_log where workspace_id = ${workspaceId} and at < ${until}::timestamptz
      order by at limit ${AT_ONCE})`,
};

/**
 * Takes out of old transitions what they saw of the person, and of an enrollment that ended the values it began with: its
 * last transition is as old as its end. The transitions themselves stay, as figures and the audit count them.
 */
async function clearReceipts(sql: TransactionSql, { workspaceId, from, until }: Range): Promise<{ count: number }> {
  const cleared = await sql<{ shard: number; id: string }[]>`
    update history set hops = (
      select json_agg(hop - 'receipt' order by place)
      from jsonb_array_elements(hops::jsonb) with ordinality as one (hop, place))
    from unnest(${ALL_SHARDS}::smallint[]) as looked (shard), journeys, lateral (
      select enrollment_id, at, id from history as old
      where old.shard = looked.shard and old.journey_id = journeys.id
        and old.at >= ${from}::timestamptz and old.at < ${until}::timestamptz and strpos(hops::text, '"receipt"') > 0
      order by at limit ${PER_SHARD}
    ) old
    where journeys.workspace_id = ${workspaceId} and history.shard = looked.shard
      and history.enrollment_id = old.enrollment_id and history.at = old.at and history.id = old.id
      and history.at >= ${from}::timestamptz and history.at < ${until}::timestamptz
    returning history.shard, history.enrollment_id as id`;
  const ids = [...new Map(cleared.map((row) => [row.id, row])).values()];
  await sql`
    update enrollments e set trigger = (trigger::jsonb - 'properties')::json
    from unnest(${ids.map(({ shard }) => shard)}::smallint[], ${ids.map(({ id }) => id)}::uuid[]) as ended (shard, id)
    where e.shard = ended.shard and e.id = ended.id and e.status in ('completed', 'stopped')
      and e.ended_at < ${until}::timestamptz and trigger is not null`;
  return cleared;
}

/** Deletes some of what is too old, and counts it on the receipt, in one transaction; returns how many rows. */
export async function retentionSlice(sql: Sql, purge: RetentionPurge): Promise<number> {
  const { id, workspaceId, kind, keepDays } = purge;
  const until = toSqlTimestamp(purge.until);
  return await sql.begin(async (tx) => {
    const { count } = await SLICES[kind](tx, { workspaceId, from: toSqlTimestamp(purge.from), until });
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
