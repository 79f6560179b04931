import type { Context } from "#services";
import { findSegment } from "./find-segment.ts";
import type { Segment } from "./schema.ts";
import { viewSegment } from "./view-segment.ts";

export async function getSegment(ctx: Context, reference: string): Promise<Segment> {
  return viewSegment(ctx, await findSegment(ctx, reference));
}
