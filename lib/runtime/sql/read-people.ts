import type { Connection } from "./connection.ts";

export type PersonRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly externalId: string | null;
  readonly anonymousId: string | null;
  readonly traits: Record<string, unknown>;
  readonly tags: string[];
  readonly stage: string | null;
  readonly mergedInto: string | null;
  readonly lastEnteredAt: number | null;
  readonly createdAt: number;
};

/** Joined to the batch's keys, so that each person costs one look into the primary key. */
export async function readPeople(sql: Connection, shards: number[], people: string[]): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select people.id, workspace_id as "workspaceId", external_id as "externalId", anonymous_id as "anonymousId",
      traits, tags, stage, merged_into as "mergedInto",
      floor(extract(epoch from last_entered_at) * 1000)::float8 as "lastEnteredAt",
      floor(extract(epoch from created_at) * 1000)::float8 as "createdAt"
    from unnest(${shards}::int[], ${people}::uuid[]) as wanted (shard, id)
    join people on people.shard = wanted.shard and people.id = wanted.id`;
}
