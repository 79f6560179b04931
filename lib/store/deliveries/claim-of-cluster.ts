import type { TransactionSql } from "#db";
import { type Connection, plain } from "../sql/connection.ts";
import {
  type Claim,
  type Claimed,
  type ClaimedRow,
  type ClaimQuery,
  claimedColumns,
  LEASE_SECONDS,
  ofLane,
  toClaimed,
} from "./claim.ts";
import { NO_JOURNEY } from "./direct.ts";

type Due = {
  readonly shard: number;
  readonly id: string;
  readonly journeyId: string;
  readonly workspaceId: string;
  readonly epoch: number;
  readonly channel: string;
  readonly status: string;
  readonly queuedAt: number;
  readonly expiresAt: number | null;
  readonly nextAt: string;
};

type Configured = {
  readonly now: number;
  readonly dropUntil: number | null;
  readonly journeys: Readonly<Record<string, { status: string; pauseMode: string | null; epoch: number }>>;
  /** Workspaces that want to be asked about attempts of unknown outcome. */
  readonly asking: readonly string[];
};

/**
 * Does what `claimDue` does, on a cluster: journeys and workspaces are on the coordinator only, and no statement changes rows
 * of several nodes that it has to lock first. So the due rows are looked up on all nodes at once, judged here, and taken
 * shard by shard, each if it is still due at the time at which it was found.
 */
export async function claimDueOfCluster(sql: TransactionSql, query: ClaimQuery): Promise<Claim> {
  const [clock] = await sql<
    { at: string }[]
  >`select coalesce(${query.now}::timestamptz, clock_timestamp())::text as at`;
  const due = await findDue(sql, query, clock?.at ?? "");
  const first = due[0];
  if (!first) return { claimed: [], seen: 0, full: false, now: null };
  const configured = await readConfigured(sql, due, clock?.at ?? "");
  const claimed: Claimed[] = [];
  const byShard = Map.groupBy(due, ({ shard }) => shard);
  for (const [shard, rows] of byShard) claimed.push(...(await take(sql, query, { shard, rows, configured })));
  return {
    claimed,
    seen: due.length,
    full: [...byShard.values()].some((rows) => rows.length >= query.perShard),
    now: new Date(configured.now),
  };
}

async function findDue(sql: Connection, { lane, perShard, after }: ClaimQuery, now: string): Promise<Due[]> {
  return await sql<Due[]>`
    select due.shard, due.id, due.journey_id as "journeyId", due.workspace_id as "workspaceId", due.epoch, due.channel,
      due.status, (extract(epoch from due.queued_at) * 1000)::float8 as "queuedAt",
      (extract(epoch from due.expires_at) * 1000)::float8 as "expiresAt", due.next_attempt_at::text as "nextAt"
    from shards looked cross join lateral (
      select x.* from deliveries x
      where x.shard = looked.shard and x.status in ('queued', 'sending') and ${ofLane(sql, lane)}
        and x.next_attempt_at <= ${now}::timestamptz
        and x.next_attempt_at > coalesce(${after?.toISOString() ?? null}::timestamptz, '-infinity')
      order by x.next_attempt_at limit ${perShard}
    ) due`;
}

async function readConfigured(sql: Connection, due: readonly Due[], now: string): Promise<Configured> {
  const journeys = plain([...new Set(due.map(({ journeyId }) => journeyId))]);
  const workspaces = plain([...new Set(due.map(({ workspaceId }) => workspaceId))]);
  const [row] = await sql<Configured[]>`
    select (extract(epoch from ${now}::timestamptz) * 1000)::float8 as now,
      (select (extract(epoch from drop_until) * 1000)::float8 from engine_life where id = 1) as "dropUntil",
      (select coalesce(json_object_agg(id, json_build_object('status', status, 'pauseMode', pause_mode, 'epoch', epoch)), '{}')
       from journeys where id = any(${journeys}::uuid[])) as journeys,
      array(select id::text from workspaces
            where id = any(${workspaces}::uuid[]) and settings ->> 'unknownOutcome' = 'ask') as asking`;
  if (!row) throw new Error("The database did not answer about its journeys.");
  return row;
}

function verdictOf(due: Due, { journeys, asking }: Configured): string {
  if (due.status === "sending" && due.channel === "email" && asking.includes(due.workspaceId)) return "unknown";
  if (due.journeyId === NO_JOURNEY) return "sending";
  const journey = journeys[due.journeyId];
  if (!journey || journey.epoch !== due.epoch || journey.status === "archived") return "cancelled";
  return journey.status === "paused" && (journey.pauseMode === "hold" || journey.pauseMode === "queue")
    ? "held"
    : "sending";
}

type Shard = { readonly shard: number; readonly rows: readonly Due[]; readonly configured: Configured };

async function take(sql: Connection, { owner }: ClaimQuery, { shard, rows, configured }: Shard): Promise<Claimed[]> {
  const { now, dropUntil } = configured;
  const isLate = ({ expiresAt, queuedAt }: Due) =>
    (expiresAt !== null && expiresAt <= now) || (dropUntil !== null && queuedAt <= dropUntil);
  const taken = await sql<ClaimedRow[]>`
    update deliveries t set
      status = due.verdict,
      attempts = t.attempts + case when due.verdict = 'sending' then 1 else 0 end,
      next_attempt_at = case when due.verdict = 'sending' then to_timestamp(${now / 1_000 + LEASE_SECONDS}::float8) end,
      claimed_by = case when due.verdict = 'sending' then ${owner}::int end,
      error = case due.verdict when 'cancelled' then 'The journey was archived.' when 'unknown' then 'Its sender stopped in the middle of the attempt: it may have been sent.' else t.error end
    from unnest(${plain(rows.map(({ id }) => id))}::uuid[], ${plain(rows.map((row) => verdictOf(row, configured)))}::text[],
      ${plain(rows.map(({ status }) => status))}::text[], ${plain(rows.map(({ nextAt }) => nextAt))}::timestamptz[],
      ${plain(rows.map((row) => String(isLate(row))))}::boolean[]) as due (id, verdict, found, next_at, late)
    where t.shard = ${shard} and t.id = due.id and t.status = due.found and t.next_attempt_at = due.next_at
    returning ${claimedColumns(sql)}, t.status, due.late`;
  return toClaimed(taken);
}
