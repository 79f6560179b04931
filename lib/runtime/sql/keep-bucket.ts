import type { Connection, Owner } from "./connection.ts";

/** Sticky splits go on sending a merged person where they sent the one who was there first (R39). */
export async function keepBucket(sql: Connection, owner: Owner, bucketKey: string): Promise<void> {
  await sql`update people set bucket_key = ${bucketKey} where shard = ${owner.shard} and id = ${owner.personId}`;
}
