import type { Fragment } from "#db";
import { type Connection, plain } from "./connection.ts";

export type PersonRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Record<string, unknown>;
  readonly tags: string[];
  readonly stage: string | null;
  readonly mergedInto: string | null;
  /** Only of enrollments that were deleted with their journey; the others tell themselves. */
  readonly lastEnteredAt: number | null;
  readonly createdAt: number;
  readonly bucketKey: string;
};

/** The columns of a `PersonRow`, of the table `people` as it is called in the statement. */
export const personColumns = (sql: Connection): Fragment => sql`
  people.id, people.workspace_id as "workspaceId", external_id as "externalId", anonymous_id as "anonymousId",
  traits, tags, stage, merged_into as "mergedInto",
  floor(date_part('epoch', last_entered_at) * 1000 + 0.0005) as "lastEnteredAt",
  floor(date_part('epoch', created_at) * 1000 + 0.0005) as "createdAt",
  coalesce(bucket_key, people.id) as "bucketKey"`;

/** Joined to the batch's keys, so that each person costs one look into the primary key. */
export async function readPeople(sql: Connection, shards: number[], people: string[]): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select ${personColumns(sql)}
    from unnest(${plain(shards)}::int[], ${plain(people)}::uuid[]) as wanted (shard, id)
    join people on people.shard = wanted.shard and people.id = wanted.id`;
}
