import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { resolvePeople } from "#services/people";
import { appendSignals } from "#store/inbox";
import { findSegment } from "./find-segment.ts";
import type { MembersInput } from "./schema.ts";

/** Adds people to a static segment or removes them, through their inboxes (R1). */
export async function changeMembers(
  ctx: Context,
  reference: string,
  change: "add" | "remove",
  input: MembersInput,
): Promise<{ changed: number }> {
  requireRole(ctx, "editor");
  const segment = await findSegment(ctx, reference);
  if (segment.kind === "rules") throw conflict("The rules of this segment decide who is in it.");
  const named = [...(input.people ?? []), ...(input.personIds ?? []).map((personId) => ({ personId }))];
  const ids = [...new Set(await resolvePeople(ctx, named, input.people ? "people" : "personIds"))];
  const patch = change === "add" ? { addSegments: [segment.id] } : { removeSegments: [segment.id] };
  await ctx.database.sql.begin((sql) =>
    appendSignals(
      sql,
      ids.map((personId) => ({
        workspaceId: ctx.workspaceId,
        personId,
        kind: "patch",
        payload: { patch, source: "segment" },
      })),
    ),
  );
  await audit(ctx.database.orm, ctx, `segment.members.${change}`, segment.id, { people: ids.length });
  wakeEngine();
  return { changed: ids.length };
}
