import { and, eq, inArray, ne } from "drizzle-orm";
import { ALL_SHARDS, schema, wakeEngine } from "#db";
import { audit, type Context, conflict, requireRole, type Transaction } from "#services";
import { raiseEngineRevision, recomputeInterest } from "#services/configuration";
import { lockSegment, type SegmentRow } from "./find-segment.ts";

/** Deletes a segment and its memberships; refused while a journey has it as its audience or a version reads it. */
export async function deleteSegment(ctx: Context, reference: string): Promise<void> {
  requireRole(ctx, "editor");
  await ctx.database.orm.transaction(async (tx) => {
    const row = await lockSegment(ctx, tx, reference);
    const users = await journeysUsing(ctx, tx, row);
    if (users.length > 0) {
      const names = users.map((journey) => journey.name).join(", ");
      throw conflict(`This segment is used by ${names}.`, { journeys: users });
    }
    await tx
      .delete(schema.segmentMembers)
      .where(and(inArray(schema.segmentMembers.shard, [...ALL_SHARDS]), eq(schema.segmentMembers.segmentId, row.id)));
    await tx.delete(schema.segments).where(eq(schema.segments.id, row.id));
    await raiseEngineRevision(tx);
    await recomputeInterest(ctx, tx);
    await audit(tx, ctx, "segment.delete", row.id, { name: row.name });
  });
  wakeEngine();
}

async function journeysUsing(ctx: Context, tx: Transaction, row: SegmentRow): Promise<{ id: string; name: string }[]> {
  const { journeys, versions } = schema;
  const found = await tx
    .select({
      id: journeys.id,
      name: journeys.name,
      audienceId: journeys.audienceId,
      status: journeys.status,
      program: versions.program,
    })
    .from(journeys)
    .leftJoin(versions, eq(versions.id, journeys.publishedVersionId))
    .where(and(eq(journeys.workspaceId, ctx.workspaceId), ne(journeys.status, "archived")));
  const names = new Set([row.id, row.key, String(row.number)]);
  return found
    .filter((journey) => journey.audienceId === row.id || segmentsOf(journey.program).some((name) => names.has(name)))
    .map(({ id, name }) => ({ id, name }));
}

function segmentsOf(program: unknown): readonly string[] {
  return (program as { needs?: { segments?: string[] } } | null)?.needs?.segments ?? [];
}
