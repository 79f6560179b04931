import { shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";

/** What a person saw of one content item; times in ms. */
export type Seen = {
  readonly contentId: string;
  readonly type: string;
  readonly shown: number;
  /** The latest first. */
  readonly shownAt: readonly number[];
  readonly completedAt: number | null;
  readonly dismissedAt: number | null;
  readonly dismissedScope: "item" | "kind" | "all" | null;
  /** `null` = for ever, if there is a scope. */
  readonly dismissedUntil: number | null;
};

/** Everything that a person saw. */
export async function readSeen(sql: Connection, personId: string): Promise<Seen[]> {
  return await sql<Seen[]>`
    select content_id as "contentId", type, shown, shown_at as "shownAt",
      floor(extract(epoch from completed_at) * 1000)::float8 as "completedAt",
      floor(extract(epoch from dismissed_at) * 1000)::float8 as "dismissedAt",
      dismissed_scope as "dismissedScope", floor(extract(epoch from dismissed_until) * 1000)::float8 as "dismissedUntil"
    from content_seen where shard = ${shardOf(personId)} and person_id = ${personId}`;
}
