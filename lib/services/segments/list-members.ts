import type { Context, Listing, PageOrCursor } from "#services";
import { listPeople, type Person } from "#services/people";
import { findSegment } from "./find-segment.ts";

/** The people in a segment, newest first. */
export async function listMembers(ctx: Context, reference: string, page: PageOrCursor): Promise<Listing<Person>> {
  const segment = await findSegment(ctx, reference);
  return listPeople(ctx, { ...page, segmentId: segment.id });
}
