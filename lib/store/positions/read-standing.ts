import { ALL_SHARDS } from "#db";
import type { Person, Position } from "#engine";
import { lastEntered } from "../people/read.ts";
import type { Connection } from "../sql/connection.ts";

export type StandingEnrollment = { readonly enrollment: Position; readonly person: Person };

type Row = Position &
  Omit<Person, "id" | "segments" | "bucketKey"> & {
    readonly personId: string;
    readonly segments: string[];
    readonly bucketKey: string | null;
    readonly now: number;
  };

/** Some of the enrollments on one node of one version, each with its person, and the database's time. */
export async function readStanding(
  sql: Connection,
  journey: { readonly id: string; readonly epoch: number },
  step: { readonly versionId: string; readonly nodeId: string },
  limit: number,
): Promise<{ now: number; enrollments: StandingEnrollment[] }> {
  const ms = (column: string) => sql`floor(date_part('epoch', ${sql.unsafe(column)}) * 1000 + 0.0005)`;
  const rows = await sql<Row[]>`
    select p.enrollment_id as "enrollmentId", p.journey_id as "journeyId", p.version_id as "versionId",
      p.instance_key as "instanceKey", p.epoch, ${ms("p.enrolled_at")} as "enrolledAt", p.seq, p.node_id as "nodeId",
      ${ms("p.wake_at")} as "wakeAt", p.state, u.id as "personId", u.external_id as "externalId",
      u.anonymous_id as "anonymousId", u.traits, u.tags, u.stage, u.bucket_key as "bucketKey", ${lastEntered(sql, "u")} as "lastEnteredAt",
      ${ms("u.created_at")} as "createdAt", ${ms("clock_timestamp()")} as now,
      array(select segment_id::text from segment_members m where m.shard = p.shard and m.person_id = p.person_id) as segments
    from positions p join people u on u.shard = p.shard and u.id = p.person_id
    where p.shard = any(${ALL_SHARDS}::smallint[]) and p.journey_id = ${journey.id} and p.node_id = ${step.nodeId}
      and p.version_id = ${step.versionId} and p.epoch >= ${journey.epoch}
    limit ${limit}`;
  const enrollments = rows.map(({ personId, externalId, anonymousId, traits, tags, stage, segments, ...row }) => {
    const { lastEnteredAt, createdAt, bucketKey, now: _now, ...enrollment } = row;
    const known = { externalId, anonymousId, traits, tags, stage, segments, lastEnteredAt, createdAt };
    return { enrollment, person: { id: personId, ...known, ...(bucketKey ? { bucketKey } : {}) } };
  });
  return { now: rows[0]?.now ?? 0, enrollments };
}
