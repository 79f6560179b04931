import { type Context, iso, isoOrNull } from "#services";
import { countMembers } from "#store/segment-counts";
import type { SegmentRow } from "#store/segments";
import type { Segment } from "./schema.ts";

/** Rows as the API shows them, with the number of members. */
export async function viewSegments(ctx: Context, rows: readonly SegmentRow[]): Promise<Segment[]> {
  const members = await countMembers(
    ctx.database.sql,
    rows.map(({ id }) => id),
  );
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
