import type { Sql, TransactionSql } from "#db";
import type { Connection } from "../sql/connection.ts";

/** An event in the form in which the engine stores it. */
export type TrackedItem = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly type: "track";
  readonly event: string;
  readonly properties: Record<string, unknown>;
  readonly timestamp: Date;
  readonly messageId?: string;
};

export type Tracked = { readonly id: number; readonly item: TrackedItem };

/**
 * Whether `sojourn.track` has left rows after `after`. Runs outside a transaction, because it is called ten times a
 * second.
 */
export async function hasTracked(sql: Sql, after: number): Promise<boolean> {
  const rows = await sql`select from sojourn.tracked where fault is null and id > ${after} order by id limit 1`;
  return rows.length > 0;
}

/**
 * Takes the oldest rows that `sojourn.track` left, in order. Only one process at a time: two could commit one person's
 * events in the wrong order. The lock and the rows end with the transaction.
 */
export async function takeTracked(sql: TransactionSql, after: number, limit: number): Promise<Tracked[]> {
  const [lock] = await sql<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('sojourn.tracked')) as taken`;
  if (!lock?.taken) return [];
  const rows = await sql<TrackedRow[]>`
    delete from sojourn.tracked
    where fault is null and id = any(array(
      select id from sojourn.tracked where fault is null and id > ${after} order by id limit ${limit}))
    returning id::float8, workspace_id as "workspaceId", person, event, properties, message_id as "messageId",
      floor(extract(epoch from tracked_at) * 1000)::float8 as "trackedAt"`;
  rows.sort((left, right) => left.id - right.id);
  return rows.map(({ id, workspaceId, person, event, properties, messageId, trackedAt }) => {
    const timestamp = new Date(trackedAt);
    const message = messageId === null ? {} : { messageId };
    return { id, item: { workspaceId, userId: person, type: "track", event, properties, timestamp, ...message } };
  });
}

type TrackedRow = {
  readonly id: number;
  readonly workspaceId: string;
  readonly person: string;
  readonly event: string;
  readonly properties: Record<string, unknown>;
  readonly messageId: string | null;
  readonly trackedAt: number;
};

/** Sets aside a row of `sojourn.track` that cannot be stored. It stays with the reason, and delays no other row. */
export async function setTrackedAside(sql: Connection, id: number, fault: string): Promise<void> {
  await sql`update sojourn.tracked set fault = ${fault} where id = ${id}`;
}
