import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

export type AskedEnrollment = { readonly personId: string; readonly enrollmentId: string; readonly signalId: string };

const shardsOfAsked = (asked: readonly AskedEnrollment[]) => [
  ...new Set(asked.map(({ personId }) => shardOf(personId))),
];

/** Ids of the given signals that are still unread. */
export async function readUnreadOf(sql: Connection, asked: readonly AskedEnrollment[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from inbox
    where shard = any(${shardsOfAsked(asked)}::smallint[])
      and person_id = any(${asked.map(({ personId }) => personId)}::uuid[])
      and id = any(${asked.map(({ signalId }) => signalId)}::uuid[])`;
  return new Set(rows.map((row) => row.id));
}

/** Statuses of the given enrollments that exist, by id. */
export async function readStatusesOf(sql: Connection, asked: readonly AskedEnrollment[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; status: string }[]>`
    select id, status from enrollments
    where shard = any(${shardsOfAsked(asked)}::smallint[])
      and id = any(${asked.map(({ enrollmentId }) => enrollmentId)}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.status]));
}

/** The latest near miss of each person at this journey, if it was stored as a sample (R41). */
export async function readNearMissesOf(
  sql: Connection,
  journeyId: string,
  asked: readonly AskedEnrollment[],
): Promise<Map<string, string>> {
  const rows = await sql<{ person_id: string; reason: string }[]>`
    select sample ->> 'personId' as person_id, reason
    from near_misses, jsonb_array_elements(samples) as sample
    where shard = any(${shardsOfAsked(asked)}::smallint[]) and journey_id = ${journeyId}
      and hour > now() - interval '2 hours'
    order by (sample ->> 'at')::float8`;
  return new Map(rows.map((row) => [row.person_id, row.reason]));
}
