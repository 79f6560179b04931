import { type Context, requireRole } from "#services";
import { findJourney } from "#services/journeys";
import { lookUpPeople } from "#services/people";
import { countReachable, countReachableMembers } from "#store/people";
import { unknownOf } from "./named-people.ts";
import { readPeople } from "./read-people.ts";
import type { EnrollInput, EnrollPreview } from "./schema.ts";
import { segmentOf } from "./segment-of.ts";

/** Whom an input names and how many of them a message can reach. Enrolls and creates nobody. */
export async function previewEnroll(ctx: Context, reference: string, input: EnrollInput): Promise<EnrollPreview> {
  requireRole(ctx, "editor");
  await findJourney(ctx, reference);
  if (input.segmentId !== undefined) {
    const counts = await countReachableMembers(ctx.database.sql, await segmentOf(ctx, String(input.segmentId)));
    return { ...counts, unknown: { count: 0, first: [] } };
  }
  const named = input.people ?? (await readPeople(input.csv ?? ""));
  const found = await lookUpPeople(ctx, named);
  const personIds = [...new Set(found.filter((id) => id !== null))];
  return { ...(await countReachable(ctx.database.sql, ctx.workspaceId, personIds)), unknown: unknownOf(named, found) };
}
