import { ALL_SHARDS, type Fragment } from "#db";
import type { Connection } from "../sql/connection.ts";
import { NO_JOURNEY } from "./direct.ts";

/** Length of a lease without renewal. Afterwards another sender sends again, with the same Message-ID (R42). */
export const LEASE_SECONDS = 60;

/** A delivery that this process may send; its status `sending` is committed. */
export type Claimed = {
  readonly shard: number;
  readonly id: string;
  readonly workspaceId: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly channel: string;
  readonly contentId: string | null;
  /** The revision with which it was queued (R43); `null`: the latest. */
  readonly contentRevision: number | null;
  readonly config: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
  readonly idempotencyKey: string;
  /** It expired before it was sent: marked as skipped, without an attempt (R44). */
  readonly late: boolean;
  /** Includes this attempt. */
  readonly attempts: number;
  /** Ms since 1970. */
  readonly queuedAt: number;
  /** Why it was held, or not sent, before. */
  readonly reasons: readonly object[] | null;
  readonly recipient: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  /** The message as rendered for an earlier attempt; sent again unchanged (R43). */
  readonly rendered: {
    html?: string;
    text?: string;
    replyTo?: string;
    cc?: string[];
    method?: string;
    headers?: Record<string, string>;
  } | null;
};

/** Webhooks have a separate lane, so that hanging endpoints do not delay mail. */
export type Lane = "messages" | "webhooks";

/** Restricts deliveries with the alias `x` to one lane, in the exact words of the partial indexes of due deliveries. */
export const ofLane = (sql: Connection, lane: Lane): Fragment =>
  lane === "webhooks" ? sql`x.channel = 'webhook'` : sql`x.channel <> 'webhook'`;

/** A `Claimed` as it is read. */
export type ClaimedRow = Omit<Claimed, "queuedAt"> & { readonly queuedAt: string; readonly status: string };

/** Those of the rows that may be sent. */
export const toClaimed = (rows: readonly ClaimedRow[]): Claimed[] =>
  rows.filter(({ status }) => status === "sending").map((row) => ({ ...row, queuedAt: Date.parse(row.queuedAt) }));

/**
 * The columns of a `ClaimedRow`, of `deliveries` with the alias `t`. Times are read as they are: nodes of a cluster return
 * nothing that depends on a time zone.
 */
export const claimedColumns = (sql: Connection): Fragment => sql`
  t.shard, t.id, t.workspace_id as "workspaceId", t.journey_id as "journeyId", t.version_id as "versionId",
  t.enrollment_id as "enrollmentId", t.person_id as "personId", t.node_id as "nodeId", t.visit, t.channel,
  t.content_id as "contentId", t.content_revision as "contentRevision", t.config, t.variables,
  t.idempotency_key as "idempotencyKey", t.attempts, t.reasons,
  t.queued_at as "queuedAt", t.recipient, t.sender, t.subject, t.rendered`;

export type ClaimQuery = {
  readonly lane: Lane;
  readonly perShard: number;
  /** Lower bound of the scan (R8). */
  readonly after: Date | null;
  /** The number of the sender, stored on the claims. */
  readonly owner: number | null;
  /** The virtual time; `null`: the database's. */
  readonly now: string | null;
};

export type Claim = {
  readonly claimed: readonly Claimed[];
  /** Number of due rows found, including those that may not be sent. */
  readonly seen: number;
  /** Whether a shard may hold more due rows. */
  readonly full: boolean;
  readonly now: Date | null;
};

/**
 * Takes due deliveries, a few per shard, and commits their new status: `sending`; set aside if the journey is paused
 * (R34); cancelled if it is archived (R31); `unknown` if a sender died during the attempt and the workspace wants to be
 * asked (R42).
 */
export async function claimDue(sql: Connection, { lane, perShard, after, owner, now }: ClaimQuery): Promise<Claim> {
  const rows = await sql<(ClaimedRow & { nowMs: number })[]>`
    with clock as (select coalesce(${now}::timestamptz, clock_timestamp()) as now),
    due as materialized (
      select d.shard, d.id, clock.now,
        case
          when d.status = 'sending' and d.channel = 'email' and w.settings ->> 'unknownOutcome' = 'ask' then 'unknown'
          when d.journey_id = ${NO_JOURNEY} then 'sending'
          when j.id is null or j.epoch <> d.epoch or j.status = 'archived' then 'cancelled'
          when j.status = 'paused' and j.pause_mode in ('hold', 'queue') then 'held'
          else 'sending'
        end as verdict,
        coalesce(d.expires_at <= clock.now or d.queued_at <= life.drop_until, false) as late
      from clock
      cross join unnest(${[...ALL_SHARDS]}::int[]) as s (shard)
      cross join lateral (
        select x.shard, x.id, x.workspace_id, x.journey_id, x.epoch, x.channel, x.status, x.queued_at, x.expires_at
        from deliveries x
        where x.shard = s.shard and x.status in ('queued', 'sending') and ${ofLane(sql, lane)} and x.next_attempt_at <= clock.now
          and x.next_attempt_at > coalesce(${after?.toISOString() ?? null}::timestamptz, '-infinity')
        order by x.next_attempt_at limit ${perShard}
        for update skip locked
      ) d
      left join journeys j on j.id = d.journey_id
      left join workspaces w on w.id = d.workspace_id
      left join engine_life life on life.id = 1
    )
    update deliveries t set
      status = due.verdict,
      attempts = t.attempts + case when due.verdict = 'sending' then 1 else 0 end,
      next_attempt_at = case when due.verdict = 'sending' then due.now + make_interval(secs => ${LEASE_SECONDS}) end,
      claimed_by = case when due.verdict = 'sending' then ${owner}::int end,
      error = case due.verdict when 'cancelled' then 'The journey was archived.' when 'unknown' then 'Its sender stopped in the middle of the attempt: it may have been sent.' else t.error end
    from due where t.shard = due.shard and t.id = due.id
    returning ${claimedColumns(sql)}, t.status, due.late, (extract(epoch from due.now) * 1000)::float8 as "nowMs"`;
  const perShardSeen = new Map<number, number>();
  for (const row of rows) perShardSeen.set(row.shard, (perShardSeen.get(row.shard) ?? 0) + 1);
  return {
    claimed: toClaimed(rows),
    seen: rows.length,
    full: [...perShardSeen.values()].some((count) => count >= perShard),
    now: rows[0] ? new Date(rows[0].nowMs) : null,
  };
}
