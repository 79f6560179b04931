import { and, eq, inArray, sql } from "drizzle-orm";
import { ALL_SHARDS, type Transaction } from "#db";
import { segmentCounts } from "../segment-counts/table.ts";
import { segmentMembers } from "../segment-members/table.ts";
import type { SegmentRow } from "./read.ts";
import { segments } from "./table.ts";

export async function insertSegment(tx: Transaction, segment: typeof segments.$inferInsert): Promise<SegmentRow> {
  const [row] = await tx.insert(segments).values(segment).returning();
  if (!row) throw new Error("the insert returned nothing");
  return row;
}

/** Changes the given fields of a locked segment. */
export async function updateSegmentRow(
  tx: Transaction,
  id: string,
  fields: Partial<Pick<SegmentRow, "name" | "key" | "formerKeys" | "description" | "rules" | "revision">>,
): Promise<SegmentRow> {
  const [row] = await tx
    .update(segments)
    .set({ ...fields, updatedAt: sql`now()` })
    .where(eq(segments.id, id))
    .returning();
  if (!row) throw new Error("the locked segment is gone");
  return row;
}

/** Leaves the time of its last change as it is: the segment gave up a key that it no longer had. */
export async function setFormerKeys(tx: Transaction, id: string, formerKeys: string[]): Promise<void> {
  await tx.update(segments).set({ formerKeys }).where(eq(segments.id, id));
}

/** Deletes a segment with its memberships. */
export async function deleteSegmentRow(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(segmentMembers)
    .where(and(inArray(segmentMembers.shard, [...ALL_SHARDS]), eq(segmentMembers.segmentId, id)));
  await tx
    .delete(segmentCounts)
    .where(and(inArray(segmentCounts.shard, [...ALL_SHARDS]), eq(segmentCounts.segmentId, id)));
  await tx.delete(segments).where(eq(segments.id, id));
}
