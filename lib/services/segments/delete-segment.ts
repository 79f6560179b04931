import { wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole } from "#services";
import { raiseEngineRevision } from "#store/engine-config";
import { recomputeInterest } from "#store/event-interest";
import { deleteSegmentRow } from "#store/segments";
import { lockSegment } from "./find-segment.ts";
import { findUses, sayUses } from "./find-uses.ts";

/** Deletes a segment and its memberships; refused while a draft, a version in use or another segment refers to it (R46). */
export async function deleteSegment(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockSegment(ctx, tx, reference);
    const uses = await findUses(ctx, tx, row);
    const names = sayUses(uses);
    if (names !== "") {
      const journeys = new Map(uses.documents.map(({ journey }) => [journey.id, journey]));
      const versions = uses.documents.map(({ journey, version }) => ({ journeyId: journey.id, version }));
      throw conflict(`This segment is used by ${names}.`, {
        journeys: [...journeys.values()],
        versions,
        segments: uses.segments.map(({ id, name }) => ({ id, name })),
        decisions: uses.decisions.map(({ id, name, kind }) => ({ id, name, kind })),
      });
    }
    await deleteSegmentRow(tx, row.id);
    await raiseEngineRevision(tx);
    await recomputeInterest(tx, ctx.workspaceId);
    await audit(tx, ctx, "segment.delete", row.id, { name: row.name });
  });
  wakeEngine();
}
