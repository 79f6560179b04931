import { ALL_SHARDS } from "#db";
import { readClock, readExactClock } from "../engine-config/read.ts";
import { type Connection, documents, plain } from "../sql/connection.ts";
import { ofOneShard } from "../sql/one-shard.ts";
import { type Claimed, LEASE_SECONDS } from "./claim.ts";

/**
 * Extends the leases of running claims. Searches all shards, because a merge may have moved a person's deliveries to
 * another shard (R39).
 */
export async function renewLeases(
  sql: Connection,
  open: readonly Pick<Claimed, "id" | "attempts">[],
  now: string | null,
): Promise<void> {
  const at = now === null ? await readClock(sql) : Date.parse(now);
  await sql`
    update deliveries d
    set next_attempt_at = to_timestamp(${at / 1_000 + LEASE_SECONDS}::float8)
    from unnest(${open.map(({ id }) => id)}::text[], ${open.map(({ attempts }) => attempts)}::int[]) as r (id, attempt)
    where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.id = r.id::uuid and d.status = 'sending' and d.attempts = r.attempt`;
}

/** The stored result of one attempt; `counted` 0: the attempt was not made. */
export type Verdict = {
  readonly status: string;
  readonly error: string | null;
  /** Why it could not reach the person. */
  readonly reasons: readonly object[] | null;
  readonly providerId: string | null;
  /** The response of a webhook. */
  readonly response: object | null;
  readonly waitMs: number | null;
  /** Until when a policy holds it, in ms since 1970; it looks again when it expires, at the latest. */
  readonly heldUntil?: number | null;
  readonly counted: number;
};

export type Judged = { readonly delivery: Claimed; readonly verdict: Verdict };

/** A delivery whose attempt was marked, with what its step’s figures need. */
export type Marked = {
  readonly id: string;
  readonly status: string;
  readonly shard: number;
  readonly channel: string;
  readonly journeyId: string;
  readonly versionId: string;
  readonly nodeId: string;
  readonly trackOpens: boolean;
  readonly trackClicks: boolean;
};

/** Marks attempts that are still the latest of their delivery. Returns the deliveries that were found. */
export async function markAttempts(sql: Connection, judged: readonly Judged[], now: string | null): Promise<Marked[]> {
  const at = (now === null ? await readClock(sql) : Date.parse(now)) / 1_000;
  return await sql<Marked[]>`
    update deliveries d set status = r.status, error = r.error, reasons = case when r.late then coalesce(r.reasons::json, d.reasons) else r.reasons::json end, provider_id = coalesce(r.provider_id, d.provider_id),
      response = coalesce(r.response::json, d.response),
      attempts = case when r.counted = 1 then d.attempts else d.attempts - 1 end,
      held_until = to_timestamp(r.held_until / 1000.0),
      next_attempt_at = case when r.held_until is null then to_timestamp(${at}::float8 + r.wait_ms / 1000.0)
        else least(to_timestamp(r.held_until / 1000.0), d.expires_at) end,
      sent_at = case
        when r.status not in ('sent', 'captured') then null
        when ${now !== null}::boolean and d.attempts = 1 then least(d.queued_at, to_timestamp(${at}::float8))
        else to_timestamp(${at}::float8) end
    from unnest(
      ${judged.map(({ delivery }) => delivery.shard)}::int[],
      ${judged.map(({ delivery }) => delivery.id)}::text[],
      ${judged.map(({ delivery }) => delivery.attempts)}::int[],
      ${judged.map(({ verdict }) => verdict.status)}::text[],
      ${judged.map(({ verdict }) => verdict.error)}::text[],
      ${judged.map(({ verdict }) => verdict.reasons && JSON.stringify(verdict.reasons))}::text[],
      ${judged.map(({ verdict }) => verdict.providerId)}::text[],
      ${judged.map(({ verdict }) => verdict.response && JSON.stringify(verdict.response))}::text[],
      ${judged.map(({ verdict }) => verdict.waitMs)}::float8[],
      ${judged.map(({ verdict }) => verdict.counted)}::int[],
      ${judged.map(({ verdict }) => verdict.heldUntil ?? null)}::float8[],
      ${judged.map(({ delivery }) => String(delivery.late))}::text[]::boolean[]
    ) as r (shard, id, attempt, status, error, reasons, provider_id, response, wait_ms, counted, held_until, late)
    where d.shard = r.shard ${ofOneShard(
      sql,
      "d",
      judged.map(({ delivery }) => delivery.shard),
    )}
      and d.id = r.id::uuid and d.status = 'sending' and d.attempts = r.attempt
    returning d.id, d.status, d.shard, d.channel, d.journey_id as "journeyId", d.version_id as "versionId",
      d.node_id as "nodeId", d.track_opens as "trackOpens", d.track_clicks as "trackClicks"`;
}

/** Finds attempts whose delivery has moved to another shard because its person was merged (R39), with the new shard. */
export async function followMoved(sql: Connection, missing: readonly Judged[]): Promise<Judged[]> {
  if (missing.length === 0) return [];
  const rows = await sql<{ id: string; shard: number }[]>`
    select id, shard from deliveries
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and id = any(${missing.map(({ delivery }) => delivery.id)}::uuid[])`;
  const shardNow = new Map(rows.map((row) => [row.id, row.shard]));
  return missing.flatMap((one) => {
    const shard = shardNow.get(one.delivery.id) ?? one.delivery.shard;
    return shard === one.delivery.shard ? [] : [{ ...one, delivery: { ...one.delivery, shard } }];
  });
}

export type Rendered = {
  readonly shard: number;
  readonly id: string;
  readonly recipient: string | null;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly rendered: object;
  readonly contentRevision: number | null;
  readonly trackOpens: boolean;
  readonly trackClicks: boolean;
};

/**
 * Stores the rendered messages of first attempts; every later attempt sends the same bytes (R43). The status is compared in a
 * way that the planner cannot estimate: by its statistics nothing is `sending`, and it then read the texts of all messages
 * again for each message, which took over a millisecond a message.
 */
export async function keepRendered(sql: Connection, rows: readonly Rendered[]): Promise<void> {
  await sql`
    update deliveries d set recipient = r.recipient, sender = r.sender, subject = r.subject,
      rendered = r.rendered::json, content_revision = r.revision, track_opens = r.opens, track_clicks = r.clicks
    from unnest(
      ${rows.map((row) => row.shard)}::int[],
      ${rows.map((row) => row.id)}::text[],
      ${rows.map((row) => row.recipient)}::text[],
      ${rows.map((row) => row.sender)}::text[],
      ${rows.map((row) => row.subject)}::text[],
      string_to_array(${documents(rows.map((row) => row.rendered))}, E'\n'),
      ${rows.map((row) => row.contentRevision)}::int[],
      ${rows.map((row) => String(row.trackOpens))}::text[]::boolean[], ${rows.map((row) => String(row.trackClicks))}::text[]::boolean[]
    ) as r (shard, id, recipient, sender, subject, rendered, revision, opens, clicks)
    where d.shard = r.shard ${ofOneShard(
      sql,
      "d",
      rows.map(({ shard }) => shard),
    )}
      and d.id = r.id::uuid and case when d.status = 'sending' then true else false end`;
}

/**
 * Queues deliveries again that senders set aside during a pause (R34), once the journey is no longer paused. Deliveries
 * that a `queue` pause set aside have no `released_at`; the engine releases them in each person's order (R33). A resume
 * with a rate releases the deliveries of each portion itself.
 */
export async function releaseHeld(sql: Connection, now: string | null): Promise<number> {
  const held = await sql<{ id: string }[]>`
    select distinct journey_id as id from deliveries
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and status = 'held' and released_at is not null`;
  if (held.length === 0) return 0;
  const running = await sql<{ id: string }[]>`
    select j.id from journeys j
    where j.id = any(${plain(held.map(({ id }) => id))}::uuid[])
      and not (j.status = 'paused' and j.pause_mode in ('hold', 'queue'))
      and not exists (
        select from operations o
        where o.journey_id = j.id and o.kind = 'resume' and o.status in ('waiting', 'running') and o.input ? 'perMinute')`;
  if (running.length === 0) return 0;
  const at = now ?? (await readExactClock(sql));
  // In UTC, as a day that is added to a time has no other length there.
  const released = await sql`
    update deliveries set status = 'queued', next_attempt_at = ${at}::timestamptz,
      expires_at = (${at}::timestamptz at time zone 'UTC' + (expires_at - released_at)) at time zone 'UTC'
    where shard = any(${[...ALL_SHARDS]}::smallint[]) and status = 'held' and released_at is not null
      and journey_id = any(${plain(running.map(({ id }) => id))}::uuid[])`;
  return released.count;
}
