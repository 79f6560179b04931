import { ALL_SHARDS } from "#db";
import { type Context, iso, isoOrNull } from "#services";
import type { SegmentRow } from "./find-segment.ts";
import type { Segment } from "./schema.ts";

/** Rows as the API shows them, with the number of members. */
export async function viewSegments(ctx: Context, rows: readonly SegmentRow[]): Promise<Segment[]> {
  const members = await countMembers(ctx, rows);
  return rows.map(({ workspaceId, ...row }) => ({
    ...row,
    builtAt: isoOrNull(row.builtAt),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    _count: { members: members.get(row.id) ?? 0 },
  }));
}

export async function viewSegment(ctx: Context, row: SegmentRow): Promise<Segment> {
  const [segment] = await viewSegments(ctx, [row]);
  if (!segment) throw new Error("a segment without a view");
  return segment;
}

async function countMembers(ctx: Context, rows: readonly SegmentRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const counted = await ctx.database.sql<{ segment_id: string; members: number }[]>`
    select segment_id, count(*)::float8 as members from segment_members
    where shard = any(${ALL_SHARDS}::smallint[]) and segment_id = any(${rows.map((row) => row.id)}::uuid[])
    group by segment_id`;
  return new Map(counted.map((row) => [row.segment_id, row.members]));
}
